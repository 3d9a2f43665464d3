// axe-core over what axe.test.mjs does not come to: each question, the page where parts of it are missing, a questionnaire
// with every field, and the audit's page. In every mode of colour.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { change, MODES, open, run } from './axe.mjs';
import { launch } from './harness.mjs';
import { answersBy, cli, codeOf, LANGUAGES, questionnaire, QUESTIONS, WIDGET } from './subject.mjs';
import { drawNothing, variants } from './variants.mjs';
import { NAMES, show, use } from './walk.mjs';

const numbered = (name, list) => list.map((_, i) => `${name}-${i + 1}`);
const STEPS = [...numbered('question', QUESTIONS), ...numbered('claims', questionnaire.claims.questions), ...numbered('profile', questionnaire.profile.items)];

let browser, damaged, scratch;
before(async () => {
  browser = await launch();
  damaged = variants();
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-axe-'));
});
after(async () => {
  await browser?.close();
  damaged?.remove();
  rmSync(scratch, { recursive: true, force: true });
});

/** What axe finds on the open screen, in every mode. */
async function everyMode(reader, where) {
  const found = [];
  for (const mode of Object.keys(MODES)) {
    await change(reader, mode);
    const { findings, passes } = await run(reader.page);
    assert.ok(passes > 10, `${where}: ${passes} rules found something to judge`);
    found.push(...findings.map((line) => `${where} (${mode}): ${line}`));
  }
  return found;
}

test(`each of ${STEPS.length} questions, in both languages`, async () => {
  const lists = await Promise.all(LANGUAGES.map(async (lang) => {
    const found = [];
    const reader = await open(browser, { fragment: `view=text&lang=${lang}` });
    for (const screen of STEPS) {
      await show(reader.page, { code: '', screen, lang });
      found.push(...await everyMode(reader, `${screen}, ${lang}`));
    }
    await reader.close();
    return found;
  }));
  assert.deepEqual(lists.flat(), []);
});

test('the page without its WASM: every question, and the line that says so', async () => {
  const file = damaged.wasm('empty', () => []);
  for (const lang of LANGUAGES) {
    const reader = await open(browser, { fragment: `lang=${lang}`, guard: false }, file);
    assert.notEqual(await reader.note(), '');
    assert.deepEqual(await everyMode(reader, lang), []);
    await reader.page.close();
  }
});

test('the page where nothing can be drawn, and where a code is refused', async () => {
  for (const [fragment, options] of [['', { before: drawNothing }], ['k=none&view=text', {}]]) {
    const reader = await open(browser, { fragment, ...options });
    assert.notEqual(await reader.note(), '');
    assert.deepEqual(await everyMode(reader, fragment), []);
    await reader.close();
  }
});

test('a questionnaire with every field, from its start to its result', async () => {
  const file = join(scratch, 'every.html');
  cli(['bundle', fileURLToPath(new URL('../cases/every_field.json', import.meta.url)), '-o', file]);
  for (const lang of LANGUAGES) {
    const reader = await open(browser, { fragment: `view=text&theme=auto&lang=${lang}` }, file);
    for (const screen of ['intro', 'question-1', 'ticks', 'result', 'steps', 'patterns', 'share', 'about', 'evidence', 'glossary']) {
      await use(reader.page, `go.${screen}`).catch(() => reader.page.evaluate((hash) => { location.hash = hash; }, `at=${screen}&view=text&theme=auto&lang=${lang}`));
      await reader.until((at) => window.klantkompas.state().screen === at, screen);
      assert.deepEqual(await everyMode(reader, `${screen}, ${lang}`), []);
    }
    await reader.close();
  }
});

/** Runs in the page from its first moment: a browser may remember what it saw of a text while the page was still being read. */
function rememberListeners() {
  window.heardEarly = [];
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function listen(type, ...rest) {
    const isAround = this === undefined || [window, document, document.documentElement].includes(this) || this.localName === 'main';
    if (isAround && /^(click|mousedown|mouseup|DOMActivate)$/.test(type)) window.heardEarly.push(`${type} on ${this?.localName ?? 'the window'}`);
    return add.call(this ?? window, type, ...rest);
  };
}
/**
 * Every node around a heading that listens to clicks: Chromium and Firefox call all text within it clickable, the window included.
 * @param {import('puppeteer-core').Page} page
 */
async function whoMakesTextClickable(page) {
  const found = await page.evaluate(() => window.heardEarly);
  const session = await page.createCDPSession();
  const { result: { objectId } } = await session.send('Runtime.evaluate', { expression: `(() => {
    const around = new Set([window, document]);
    for (const heading of document.querySelectorAll('h1, h2, h3')) for (let el = heading; el; el = el.parentElement) around.add(el);
    return [...around];
  })()` });
  const { result: nodes } = await session.send('Runtime.getProperties', { objectId, ownProperties: true });
  let looked = 0;
  for (const { name, value } of nodes.filter(({ name }) => /^\d+$/.test(name))) {
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: value.objectId });
    found.push(...listeners.filter(({ type }) => /^(click|mousedown|mouseup|DOMActivate)$/.test(type)).map(({ type }) => `${type} on ${value.description} (${name})`));
    looked++;
  }
  await session.detach();
  assert.ok(looked > 4, `${looked} nodes around the headings`);
  return found;
}

test('no text is called clickable: a click is heard by the control that it is for', async () => {
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
  const pages = [[damaged.write('still', (html) => html.replace(/<script[^>]* id="kk-wasm">[^]*?<\/script>/, '')), '', 'loaded'],
    ...['canvas', 'text'].map((view) => [WIDGET, `view=${view}&k=${codeOf(answersBy((i) => i % 4))}`]), [join(dist, 'team.html'), 'view=canvas'], [join(dist, 'article.html'), '', 'loaded']];
  for (const [file, fragment, until] of pages) {
    const reader = await open(browser, { fragment, before: rememberListeners, ...(until && { until }) }, file);
    assert.deepEqual(await whoMakesTextClickable(reader.page), [], `${file}#${fragment}`);
    await reader.page.close();
  }
});

test('the audit as a page', async () => {
  for (const name of NAMES) {
    const file = join(scratch, `${name}.html`);
    writeFileSync(file, cli(['audit', name, '--format', 'html']));
    const reader = await open(browser, { until: 'loaded' }, file);
    assert.deepEqual(await everyMode(reader, name), []);
    await reader.close();
  }
});
