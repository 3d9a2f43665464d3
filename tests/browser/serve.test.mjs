// klantkompas serve in a real browser: a save is shown, where the reader was; a mistake is told and costs nothing; and
// nothing grows by editing.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { putAxe, run, UNDECIDED } from './axe.mjs';
import { launch, openPage } from './harness.mjs';
import { cli, questionnaireOf } from './subject.mjs';
import { until, use } from './walk.mjs';

const tool = fileURLToPath(new URL('../../dist/bin/klantkompas', import.meta.url));
const EDITS = 50;
const INSIDE = { rule: 'frame-tested', selector: 'iframe', why: 'the page itself is axe.test.mjs’s', link: 'https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md' };

let browser, scratch;
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-serve-'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** A questionnaire of ours in a file of its own; `titled(text)` is that with another title and another second question. */
function fileOf(name) {
  const file = join(scratch, name);
  const content = questionnaireOf('minimal');
  const save = (text) => writeFileSync(file, text);
  const [, second] = content.sections.flatMap((section) => section.questions);
  const titled = (text) => {
    content.title = second.text = Object.fromEntries(content.languages.map((tag) => [tag, text]));
    return JSON.stringify(content, null, 2);
  };
  save(titled('Eerste'));
  return { file, save, titled };
}

/** The command, running; its address, and what it told. */
async function start(t, file, ...options) {
  const child = spawn(tool, ['serve', file, '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => child.kill());
  const told = { errors: '' };
  child.stderr.on('data', (text) => { told.errors += text; });
  const line = String((await once(child.stdout, 'data'))[0]);
  const address = /: (http:\/\/localhost:\d+\/) shows it, and anew at each save; Ctrl\+C ends it\n$/.exec(line)?.[1];
  assert.ok(address, line);
  return { child, told, address };
}

/** The questionnaire's page inside, once it is there. */
async function inside(page) {
  const frame = await page.waitForFrame((each) => each.url().includes('/page.html'));
  await until(frame, () => window.klantkompas && performance.getEntriesByName('kk:settled').length > 0);
  return frame;
}
const open = async (address, fragment = '') => {
  const { page } = await openPage(browser, address, { fragment, until: 'loaded' });
  return { page, frame: await inside(page) };
};
const titleIs = (page, title) => page.waitForFunction((wanted) => {
  const own = document.querySelector('iframe').contentDocument;
  return [own?.title, own?.querySelector('.k-screen:not([hidden]) h1')?.textContent].some((words) => words?.includes(wanted)) && own.defaultView.performance.getEntriesByName('kk:settled').length > 0;
}, { timeout: 20_000 }, title);
const problems = (page) => page.$eval('[role=alert]', (el) => (el.hidden ? '' : el.textContent));
const problemIs = (page, pattern) => page.waitForFunction((source) => {
  const el = document.querySelector('[role=alert]');
  return RegExp(source).test(el.hidden ? '' : el.textContent);
}, { timeout: 20_000 }, pattern.source);

test('a text that is changed is shown, in the place and with the answers that were there', async (t) => {
  const { file, save, titled } = fileOf('text.json');
  const { address } = await start(t, file);
  const { page, frame } = await open(address, 'lang=nl');
  const questions = questionnaireOf('minimal').sections.flatMap((section) => section.questions);
  for (const id of ['nav.start', `${questions[0].id}.l1`, 'nav.next']) await use(frame, id);
  await until(frame, () => location.hash.includes('at=question-2'));
  save(titled('Tweede'));
  await titleIs(page, 'Tweede');
  const state = await page.evaluate(() => document.querySelector('iframe').contentWindow.klantkompas.state());
  assert.equal(state.screen, 'question-2');
  assert.equal(state.answers.answers[questions[0].id], 1);

  // As editors save: another file in the place of the first.
  writeFileSync(join(scratch, 'text.new'), titled('Derde'));
  renameSync(join(scratch, 'text.new'), file);
  await titleIs(page, 'Derde');
  await page.close();
});

test('a mistake is told with its line, here and at the terminal; the page stays, and goes on when it is mended', async (t) => {
  const { file, save, titled } = fileOf('wrong.json');
  const { address, told } = await start(t, file);
  const { page } = await open(address);
  assert.equal(await problems(page), '');
  const wrong = titled('Fout').replace('"weight": 10', '"weight": 0').replace('"title"', '"titel"');
  save(wrong);
  await problemIs(page, /titel/);
  const expected = spawnSync(tool, ['check', file], { encoding: 'utf8' }).stderr;
  assert.equal(await problems(page), expected);
  assert.equal(told.errors, expected);
  assert.match(expected, /wrong\.json:\d+:\d+: error/);
  assert.match(await page.evaluate(() => document.querySelector('iframe').contentDocument.title), /Eerste/);
  await putAxe(page);
  assert.deepEqual((await run(page, [...UNDECIDED, INSIDE])).findings, []);
  for (const half of ['', '{', '\u0000']) {
    save(half);
    await problemIs(page, /wrong\.json:1:/);
  }
  rmSync(file);
  await problemIs(page, /wrong\.json cannot be read/);
  save(titled('Hersteld'));
  await titleIs(page, 'Hersteld');
  assert.equal(await problems(page), '');
  await page.close();
});

test('a file that is wrong from the start is shown as soon as it is right; two pages see the same', async (t) => {
  const { file, save, titled } = fileOf('late.json');
  save('{');
  const { address } = await start(t, file);
  const pages = [];
  for (let i = 0; i < 2; i++) pages.push((await openPage(browser, address, { until: 'loaded' })).page);
  for (const page of pages) await problemIs(page, /late\.json:1:/);
  save(titled('Eindelijk'));
  for (const page of pages) {
    await titleIs(page, 'Eindelijk');
    await page.close();
  }
});

test(`${EDITS} edits leave nothing behind, in the command or in the page`, async (t) => {
  const { file, save, titled } = fileOf('often.json');
  const { address, child } = await start(t, file);
  const { page } = await open(address);
  const session = await page.createCDPSession();
  const look = async () => {
    for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
    const { Nodes, Documents, JSEventListeners } = await page.metrics();
    const memory = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]);  // KiB
    return { Nodes, Documents, JSEventListeners, memory, descriptors: readdirSync(`/proc/${child.pid}/fd`).length };
  };
  let early;
  for (let i = 1; i <= EDITS; i++) {
    save(titled(`Keer ${i}.`));
    await titleIs(page, `Keer ${i}.`);
    if (i === 10) early = await look();
  }
  const late = await look();
  // A document that was left may be let go a moment later.
  assert.ok(late.Documents <= early.Documents + 4 && late.Nodes < early.Nodes * 2 && late.JSEventListeners < early.JSEventListeners * 2, JSON.stringify({ early, late }));
  assert.ok(late.memory < early.memory + 4096 && late.descriptors <= early.descriptors + 2, JSON.stringify({ early, late }));
  await page.close();
});

test('what cannot be served is refused, and nobody else can read what is', async (t) => {
  const refused = (args) => {
    const { status, stderr } = spawnSync(tool, ['serve', ...args], { encoding: 'utf8', timeout: 20_000, input: '' });
    assert.equal(status, 2, args.join(' '));
    return stderr;
  };
  assert.match(refused([join(scratch, 'none.json')]), /cannot read .*none\.json/);
  assert.match(refused(['-']), /needs a file that it can look at again/);
  for (const port of ['x', '-1', '65536', '80 ', '']) assert.match(refused(['minimal', '--port', port || ' ']), /--port needs a number from 0 \(any that is free\) to 65535/);
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  assert.match(refused(['minimal', '--port', String(/** @type {any} */ (other.address()).port)]), /cannot serve at port \d+: Address already in use; --port takes another/);
  other.close();

  const { address } = await start(t, 'minimal', '--team');
  const { page } = await open(address, 'at=team');
  await page.waitForFunction(() => document.querySelector('iframe').contentWindow.klantkompas.state().screen === 'team');
  await page.close();
  for (const [path, status] of [['', 200], ['page.html', 200], ['other', 404], ['page.html/', 404]]) assert.equal((await fetch(address + path)).status, status, path);
  assert.equal((await fetch(`${address}page.html`, { method: 'POST' })).status, 501);
  const file = join(scratch, 'bundled.html');
  cli(['bundle', 'minimal', '--team', '-o', file]);
  assert.ok(readFileSync(file).equals(Buffer.from(await (await fetch(`${address}page.html`)).arrayBuffer())), 'the page that bundle writes');
});
