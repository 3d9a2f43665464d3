// `klantkompas bundle` with what people hand to it: texts that look like markup or code, files with errors, and places
// that are no ordinary file.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { linkSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
let scratch;
before(() => { scratch = mkdtempSync(join(tmpdir(), 'klantkompas-bundle-')); });
after(() => rmSync(scratch, { recursive: true, force: true }));

const run = (...args) => spawnSync(join(root, 'dist/bin/klantkompas'), ['bundle', ...args], { encoding: 'utf8', maxBuffer: 1 << 24 });
const at = (name) => join(scratch, name);

test('a file with errors makes no page, and leaves the one from before as it was', () => {
  writeFileSync(at('keep.html'), 'the page from before');
  const { status, stdout, stderr } = run(join(root, 'tests/bad/stage_gap.json'), '-o', at('keep.html'), '--url', 'https://example.org/keep.html');
  assert.equal(status, 1);
  assert.match(stderr, /error\[stage_gap\]/);
  assert.equal(stdout, '');
  assert.equal(readFileSync(at('keep.html'), 'utf8'), 'the page from before');
  assert.deepEqual(readdirSync(scratch), ['keep.html']);
});

test('where nothing can be written it says so, and leaves nothing behind', () => {
  mkdirSync(at('folder'));
  for (const [out, why] of [['folder', 'Is a directory'], ['nowhere/page.html', 'No such file or directory'], ['keep.html/page.html', 'Not a directory']]) {
    const { status, stderr } = run('minimal', '-o', at(out));
    assert.equal(status, 2, out);
    assert.equal(stderr, `klantkompas: cannot write ${at(out)}: ${why}\n`);
  }
  assert.deepEqual(readdirSync(at('folder')), []);
  assert.ok(!readdirSync(scratch).some((name) => name.endsWith('.part')));
});

test('world 3: an output that is the very file that is read is refused, by whatever name, and the file is as it was', () => {
  const text = readFileSync(join(root, 'assets/questionnaires/minimal.json'), 'utf8');
  for (const name of ['my.json', 'my.oembed.json']) writeFileSync(at(name), text);
  symlinkSync(at('my.json'), at('soft.json'));
  linkSync(at('my.json'), at('hard.json'));
  for (const [command, ...args] of [['bundle', at('my.json'), '-o', at('my.json')], ['bundle', at('my.json'), '-o', at('soft.json')], ['bundle', at('my.json'), '-o', at('hard.json')],
    ['bundle', at('soft.json'), '-o', `${scratch}/./my.json`], ['bundle', at('my.oembed.json'), '-o', at('my.html'), '--url', 'https://example.org/my.html'],
    ['audit', at('my.json'), '--format', 'json', '-o', at('my.json')], ['audit', at('hard.json'), '--format', 'html', '-o', at('my.json')]]) {
    const { status, stdout, stderr } = spawnSync(join(root, 'dist/bin/klantkompas'), [command, ...args], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^klantkompas: \S+\.json is the file that is read; it would be overwritten\n$/);
    for (const name of ['my.json', 'my.oembed.json']) assert.equal(readFileSync(at(name), 'utf8'), text, `${name} after ${args.join(' ')}`);
    assert.ok(!readdirSync(scratch).includes('my.html'), 'nothing half-written');
  }
});

test('world 24: JSON as Windows writes it gives the same page and the same scores; what is no UTF-8 is told', () => {
  const cli = (args, input) => spawnSync(join(root, 'dist/bin/klantkompas'), args, { input, encoding: 'utf8', maxBuffer: 1 << 24 });
  const text = readFileSync(join(root, 'assets/questionnaires/minimal.json'), 'utf8');
  const answers = `${JSON.stringify({ answers: { goal: 1 } })}\n`.repeat(3);
  const windows = { 'a byte order mark': (plain) => `\ufeff${plain}`, CRLF: (plain) => plain.replaceAll('\n', '\r\n'), 'both': (plain) => `\ufeff${plain.replaceAll('\n', '\r\n')}` };
  const written = (plain) => {
    writeFileSync(at('windows.json'), plain);
    return [cli(['bundle', at('windows.json'), '-o', at('windows.html')]).status, readFileSync(at('windows.html'), 'utf8')];
  };
  const [bundled, scored] = [written(text), cli(['score', 'minimal', '--ndjson'], answers)];
  assert.deepEqual([bundled[0], scored.status, scored.stdout.split('\n').length], [0, 0, 4]);
  for (const [name, change] of Object.entries({ ...windows, 'CR alone': (plain) => plain.replaceAll('\n', '\r') })) assert.ok(written(change(text)).join() === bundled.join(), name);
  for (const [name, change] of Object.entries(windows)) assert.equal(cli(['score', 'minimal', '--ndjson'], change(answers)).stdout, scored.stdout, name);
  for (const [name, bytes] of [['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')], ['UTF-16, the other way', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()], ['Windows-1252', Buffer.from(text.replace('?', '\u00e9'), 'latin1')]]) {
    writeFileSync(at('windows.json'), bytes);
    const { status, stderr } = cli(['check', at('windows.json')]);
    assert.equal(status, 1, name);
    assert.match(stderr, /error\[bad_utf8\].*UTF-8/, name);
  }
});

test('a link stays a link: the file behind it is written, and a device takes the page itself', () => {
  assert.equal(run('minimal', '-o', at('real.html')).status, 0);
  const page = readFileSync(at('real.html'), 'utf8');
  writeFileSync(at('real.html'), '');
  symlinkSync(at('real.html'), at('link.html'));
  symlinkSync('/dev/null', at('device'));
  for (const name of ['link.html', 'device']) {
    assert.equal(run('minimal', '-o', at(name)).status, 0, name);
    assert.ok(lstatSync(at(name)).isSymbolicLink(), `${name} was replaced by a file`);
  }
  assert.ok(readFileSync(at('real.html'), 'utf8') === page);
  const piped = spawnSync('sh', ['-c', '"$0" bundle minimal -o /proc/self/fd/1 | cat', join(root, 'dist/bin/klantkompas')], { encoding: 'utf8', maxBuffer: 1 << 24 });
  assert.ok(piped.stdout === page, piped.stderr);
});

// What check lets through, short enough for a name.
const HOSTILE = `</script><!--<script>"'&lt;\u2028é😀`;

/** Every text of a questionnaire with something hostile behind it. */
function poisoned(value) {
  if (Array.isArray(value)) return value.map(poisoned);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === 'nl' ? `${each} ${HOSTILE}` : poisoned(each)]));
}

const unescape = (text) => text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]);

test('texts that look like markup are texts everywhere: page, preview and oEmbed', () => {
  const questionnaire = poisoned(JSON.parse(readFileSync(join(root, 'assets/questionnaires/minimal.json'), 'utf8')));
  questionnaire.title.nl += ' </title><b onload="x">]]> @@DATA@@ &amp;';
  questionnaire.author = { name: HOSTILE };
  questionnaire.source = { text: { nl: HOSTILE } };
  writeFileSync(at('hostile.json'), JSON.stringify(questionnaire));
  const { status, stderr } = run(at('hostile.json'), '-o', at('hostile.html'), '--url', 'https://example.org/hostile.html');
  assert.equal(status, 0, stderr);
  const page = readFileSync(at('hostile.html'), 'utf8');
  const scripts = (text) => text.match(/<script\b/gi).length;
  assert.equal(scripts(page), scripts(readFileSync(join(root, 'dist/klantkompas.html'), 'utf8')), 'a text opened a script');
  assert.equal(page.match(/<\/script>/gi).length, scripts(page));
  const meta = (name) => unescape(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(page)[1]);
  assert.equal(unescape(/<title>([^<]*)<\/title>/.exec(page)[1]), `Klantkompas: ${questionnaire.title.nl}`);
  assert.equal(meta('og:title'), questionnaire.title.nl);
  assert.equal(meta('og:description'), questionnaire.lead.nl);
  assert.equal(meta('description'), questionnaire.lead.nl);
  assert.equal(meta('author'), HOSTILE);
  const answer = JSON.parse(readFileSync(at('hostile.oembed.json'), 'utf8'));
  assert.equal(answer.title, questionnaire.title.nl);
  assert.equal(answer.author_name, HOSTILE);
  assert.equal(unescape(/title="([^"<>]*)"><\/iframe>$/.exec(answer.html)[1]), questionnaire.title.nl);
});
