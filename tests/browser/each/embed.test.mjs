// Under an article of another site: in a sandboxed frame the whole questionnaire works, and the article keeps its place,
// its focus and its quiet console. And on a site of its own.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { walk } from '../flow.mjs';
import { createReader, openPage, watch } from '../harness.mjs';
import { stage } from '../hosts.mjs';
import { codeOf, FULL, LANGUAGES, scoreOf } from '../subject.mjs';
import { serve } from '../walk.mjs';

const OTHER = LANGUAGES.at(-1);

const article = (fragment = '') => `<!doctype html><html lang="nl"><title>Artikel</title><link rel="icon" href="data:,">
  <style>body { margin: 0 } p { height: 1400px } iframe { display: block; border: 0 }</style>
  <label>Zoek <input id="search"></label><p>Tekst van het artikel.</p>
  <iframe title="Klantkompas" sandbox="allow-scripts" width="720" height="1200" src="${at.widget}${fragment}"></iframe>
  <p>Nog meer tekst.</p>`;

let host;
const pages = {};
const at = stage({}, async () => {
  host = await serve(pages);
  pages['/'] = article();
  pages['/result'] = article(`#k=${codeOf(FULL)}&at=result&lang=${OTHER}`);
});
after(() => host?.close());

/** Everything that a frame of another site must not do to the article. */
function observe() {
  window.seen = { scrolls: 0, blurs: 0, errors: [] };
  addEventListener('scroll', () => { window.seen.scrolls++; });
  addEventListener('focusout', () => { window.seen.blurs++; });
  addEventListener('error', ({ message }) => { window.seen.errors.push(message); });
}

/** Opens the article with the reader in its search field; answers a reader of the frame and the problems so far. */
async function visit(path) {
  const page = await at.browser.newPage();
  const problems = watch(page);
  await page.setViewport({ width: 900, height: 1300 });
  await page.evaluateOnNewDocument(observe);
  await page.goto(`http://localhost:${host.port}${path}`);
  await page.focus('#search');
  const frame = await page.waitForFrame((each) => each.url().includes('/klantkompas.html'));
  await frame.waitForFunction(() => performance.getEntriesByName('kk:settled').length > 0, { polling: 20, timeout: 60_000 });
  return { page, frame, problems, reader: createReader(page, { frame, problems }) };
}

for (const by of ['mouse', 'keyboard']) {
  test(`in a sandboxed frame of another origin, by ${by}, to the result`, async () => {
    const { page, frame, problems, reader } = await visit('/');
    assert.deepEqual(await frame.evaluate(() => [window.origin, document.documentElement.dataset.framed, location.protocol]), ['null', '', 'http:']);
    assert.deepEqual(await page.evaluate(() => ({ ...window.seen, focus: document.activeElement.id, y: scrollY })),
      { scrolls: 0, blurs: 0, errors: [], focus: 'search', y: 0 }, 'loading touches nothing');
    await page.evaluate(() => new Promise((done) => {
      addEventListener('scroll', () => { window.seen.scrolls = 0; done(); }, { once: true });
      scrollTo(0, 1400);
    }));
    await walk(reader, FULL, { by });
    assert.deepEqual(await reader.result(), scoreOf(FULL));
    const { view, tier } = await reader.state();
    assert.deepEqual({ view, tier }, { view: 'canvas', tier: 'cpu' });
    const { scrolls, errors } = await page.evaluate(() => window.seen);
    assert.deepEqual({ scrolls, errors, y: await page.evaluate(() => scrollY) }, { scrolls: 0, errors: [], y: 1400 });
    assert.deepEqual(problems, []);
    await page.close();
  });
}

test('a result in the fragment of the frame’s address', async () => {
  const { page, problems, reader } = await visit('/result');
  const { screen, lang } = await reader.state();
  assert.deepEqual({ screen, lang }, { screen: 'result', lang: OTHER });
  assert.deepEqual(await reader.result(), scoreOf(FULL));
  assert.deepEqual(await page.evaluate(() => ({ ...window.seen, focus: document.activeElement.id })), { scrolls: 0, blurs: 0, errors: [], focus: 'search' });
  assert.deepEqual(problems, []);
  await page.close();
});

test('on http://localhost, without a frame', async () => {
  const reader = await openPage(at.browser, `http://localhost:${at.site.port}/klantkompas.html`);
  await walk(reader, FULL);
  assert.deepEqual(await reader.result(), scoreOf(FULL));
  assert.deepEqual(await reader.page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]),
    ['', 0, 0, 0], 'nothing is kept in the browser');
  await reader.close();
});
