// What scripts/build made, and what the scripts promise about it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unpack } from '../web/widget/engine.js';
import { serve } from '../scripts/serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(root, 'dist/klantkompas.html'), 'utf8');
let scratch;
before(() => { scratch = mkdtempSync(join(tmpdir(), 'klantkompas-')); });
after(() => rmSync(scratch, { recursive: true }));

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('the policy allows exactly the scripts and the style that are in the page', () => {
  const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(page)[1];
  const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).sort()]));
  const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => hash(match[1]));
  const styles = [...page.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map((match) => hash(match[1]));
  assert.deepEqual(directives.get('default-src'), [`'none'`]);
  assert.deepEqual(directives.get('script-src'), [...scripts, `'wasm-unsafe-eval'`].sort());
  assert.deepEqual(directives.get('style-src'), styles.sort());
  assert.equal(directives.has('connect-src'), false, 'nothing may be requested');
});

test('the page needs no other file', () => {
  const markup = page.replace(/<script[^>]*>[^]*?<\/script>/g, '');
  assert.deepEqual(markup.match(/<(script|img|iframe|link)\b[^>]*\b(src|href)=(?!"?data:)[^>]*/gi) ?? [], []);
  assert.deepEqual(page.match(/@@[A-Z]+@@/g) ?? [], [], 'every mark is filled in');
});

test('the page carries the WASM that was built', () => {
  const text = /<script[^>]*id="?kk-wasm"?[^>]*>([^<]*)</.exec(page)[1];
  const [carried, built] = [join(scratch, 'carried.wasm'), join(root, 'build/page/klantkompas.wasm')];
  writeFileSync(carried, unpack(text));
  // Binaryen reads both and writes what it read: lengths, which the page counts anew, come out alike.
  const [a, b] = [carried, built].map((file) => {
    const out = join(scratch, 'read.wasm');
    execFileSync(process.execPath, [join(root, 'node_modules/binaryen/bin/wasm-opt'), '--all-features', file, '-o', out]);
    return readFileSync(out);
  });
  assert.ok(a.equals(b));
  assert.ok(WebAssembly.validate(unpack(text)));
});

test('a questionnaire with errors is not bundled, and what was there stays', () => {
  const [file, out] = [join(scratch, 'wrong.json'), join(scratch, 'wrong.html')];
  const questionnaire = JSON.parse(readFileSync(join(root, 'assets/questionnaires/minimal.json'), 'utf8'));
  questionnaire.stages[1].from = 200;
  writeFileSync(file, JSON.stringify(questionnaire));
  writeFileSync(out, 'the page before');
  const { status, stderr } = spawnSync(join(root, 'dist/bin/klantkompas'), ['bundle', file, '-o', out], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /error\[out_of_range\] \/stages\/1\/from: found the number 200/);
  assert.equal(readFileSync(out, 'utf8'), 'the page before');
});

test('bundling again gives the same bytes', () => {
  const again = join(scratch, 'again.html');
  execFileSync(join(root, 'dist/bin/klantkompas'), ['bundle', 'klantgedreven', '-o', again]);
  assert.ok(readFileSync(again, 'utf8') === page);
});

test('sizes.json names every file of dist, and the page is at most 168 KB in brotli', () => {
  const sizes = JSON.parse(readFileSync(join(root, 'dist/sizes.json'), 'utf8'));
  const files = readdirSync(join(root, 'dist'), { recursive: true }).filter((name) => name !== 'sizes.json' && statSync(join(root, 'dist', name)).isFile());
  assert.deepEqual(Object.keys(sizes).sort(), files.sort());
  assert.equal(sizes['klantkompas.html'].raw, Buffer.byteLength(page));
  assert.ok(sizes['klantkompas.html'].brotli <= 168_000, `${sizes['klantkompas.html'].brotli} bytes`);
});

test('the script for articles is at most 4.5 KB in brotli, and the same for the same sources', () => {
  const sizes = JSON.parse(readFileSync(join(root, 'dist/sizes.json'), 'utf8'));
  assert.ok(sizes['embed.js'].brotli <= 4500, `${sizes['embed.js'].brotli} bytes`);
  assert.match(readFileSync(join(root, 'dist/article.html'), 'utf8'), /<klant-kompas src="klantkompas\.html"[^>]*min-height/);
});

test('the server gives the files of its folder and nothing outside of it', async () => {
  const server = await serve(0, join(root, 'dist'));
  try {
    const base = `http://localhost:${server.address().port}`;
    const answer = await fetch(`${base}/klantkompas.html#k=1`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.ok(`\ufeff${await answer.text()}` === page);  // its byte order mark is read, not given
    for (const path of ['/..%2fCMakeLists.txt', '/%2e%2e/CMakeLists.txt', '/bin', '/none.html', '/%00', '/%']) {
      assert.equal((await fetch(base + path)).status, 404, path);
    }
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

test('a changed Dear ImGui file is refused by name', () => {
  const copy = join(scratch, 'imgui');
  cpSync(join(root, 'build/deps/imgui'), copy, { recursive: true });
  appendFileSync(join(copy, 'imgui_draw.cpp'), '\n');
  const { status, stderr } = spawnSync(join(root, 'scripts/fetch_imgui'), { env: { ...process.env, IMGUI_DIR: copy }, encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /wrong checksum or missing: imgui_draw\.cpp/);
});
