// Other people's programs as they are, around the widget and in it: libraries that give all objects methods, one that changes pages
// without loading them, and a reader mode. Their real packages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openArticle, stage } from './hosts.mjs';
import { textBoxes } from './look.mjs';
import { picture, textContrast } from './pixels.mjs';
import { codeOf, FULL, MIXED, scoreOf } from './subject.mjs';
import { answerAll, until, use } from './walk.mjs';

const at = stage();
const GUARD = { polling: 50, timeout: 20_000 };
const packaged = (path) => readFileSync(fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url)), 'utf8');
const debian = (path) => readFileSync(`/usr/share/javascript/${path}`, 'utf8');
const javascript = (body) => ({ body, type: 'text/javascript' });
const tag = (more = '', inside = '') => `<klant-kompas src="${at.widget}" ${more}>${inside}</klant-kompas>`;
const marked = (more = '') => `<iframe title="Klantkompas" data-klant-kompas src="${at.widget}" ${more}></iframe>`;
/** As high as its content. */
const fits = async (visitor, { frame, element }) => visitor.until((el, needs) => Math.abs(el.clientHeight - needs) <= 2, element,
  await frame.evaluate(() => document.querySelector('main').getBoundingClientRect().height));

for (const [name, path] of [['Prototype', 'prototype/prototype.js'], ['MooTools', 'mootools/mootools-core-nc.js']]) {
  test(`libraries: ${name} in the article: nine answers, height, language, theme, and a result that is sent`, async () => {
    const visitor = await openArticle(at, `<div style="width:500px">${tag('lang="en" theme="dark" result="share"')}</div>${marked('style="position:absolute;left:500px;top:0;width:500px"')}`, { head: '<script src="/library.js"></script>', pages: { '/library.js': javascript(debian(path)) } });
    await visitor.page.evaluate(() => addEventListener('kk-result', ({ detail }) => { window.sent = detail; }));
    const widget = await visitor.widget();
    const { frame } = widget;
    await answerAll(frame, MIXED);
    assert.deepEqual(await frame.evaluate(() => window.klantkompas.result()), scoreOf(MIXED));
    await fits(visitor, widget);
    assert.deepEqual(await frame.evaluate(() => { const { lang, theme } = window.klantkompas.state(); return [lang, theme]; }), ['en', 'dark']);
    await use(frame, 'tab.share').catch(() => use(frame, 'go.share'));
    await frame.waitForFunction(() => document.querySelector('button[value="site.send"]'), GUARD);
    await use(frame, 'site.send');
    await visitor.until(() => window.sent?.statement.verb);
    await fits(visitor, await visitor.widget('iframe[data-klant-kompas]'));
    await visitor.close();
  });
}

test('libraries: Turbo: away and back without loading, the widgets work; compared with what the server sent, they are left alone', async () => {
  const page = (title, body) => `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><meta name="turbo-refresh-method" content="morph">
    <script src="/turbo.js"></script><script src="/embed.js" defer></script></head><body style="margin:0">${body}</body></html>`;
  const body = `<main style="display:grid;grid-template-columns:1fr 1fr;align-items:start">${tag()}${marked('style="width:100%"')}</main>`;
  const visitor = await openArticle(at, '', { page: page('One', body), pages: { '/turbo.js': javascript(packaged('@hotwired/turbo/dist/turbo.es2017-umd.js')), '/two': page('Two', '<h1>Two</h1>') } });
  const visit = async (go, ...what) => {
    const done = visitor.page.evaluate(() => new Promise((loaded) => { document.addEventListener('turbo:load', () => loaded(), { once: true }); }));
    await visitor.page.evaluate(() => { window.mark = 1; });
    await visitor.page.evaluate(go, ...what);
    await done;
    assert.equal(await visitor.page.evaluate(() => window.mark), 1, 'not loaded anew');
  };
  await visitor.widget();
  await visit(() => window.Turbo.visit('/two'));
  await visitor.until(() => document.querySelector('h1'));
  await visit(() => history.back());  // as Turbo kept it: a clone
  for (const selector of ['klant-kompas >>> iframe', 'iframe[data-klant-kompas]']) {
    const widget = await visitor.widget(selector);
    await answerAll(widget.frame, MIXED);
    await widget.frame.waitForFunction(() => window.klantkompas.state().lang === 'en', GUARD);
    await fits(visitor, widget);
  }
  await visit(() => window.Turbo.visit('/', { action: 'replace' }));
  for (const selector of ['klant-kompas >>> iframe', 'iframe[data-klant-kompas]']) {
    const widget = await visitor.widget(selector);
    assert.deepEqual(await widget.frame.evaluate(() => window.klantkompas.result()), scoreOf(MIXED), selector);
    await fits(visitor, widget);
  }
  await visitor.close();
});

test('libraries: a reader mode (Readability) has the article as it is without the widget, and the author’s link to it', async () => {
  const words = Array.from({ length: 8 }, (_, i) => `<p>Alinea ${i + 1}, over klanten, en over wat een bedrijf van hen hoort, ziet en leert, want dat is meer dan een cijfer in een rapport.</p>`);
  const article = (widget) => `<article><h1>Artikel</h1>${words.slice(0, 4).join('')}${widget}${words.slice(4).join('')}</article>`;
  const read = async (widget) => {
    const visitor = await openArticle(at, article(widget), { head: '<script src="/readability.js"></script>', pages: { '/readability.js': javascript(packaged('@mozilla/readability/Readability.js')) } });
    if (widget) await visitor.widget('>>> iframe');
    const text = await visitor.page.evaluate(() => new window.Readability(document.cloneNode(true)).parse().textContent.replace(/\s+/g, ' ').trim());
    await visitor.close();
    return text;
  };
  const bare = await read('');
  assert.match(bare, /Alinea 1.*Alinea 8/);
  const link = '<a href="https://example.org/klantkompas.html">Doe de test</a>';
  assert.equal((await read(tag('', link))).replace(' Doe de test', '').replace('Doe de test', ''), bare);
  assert.ok((await read(tag('', link))).includes('Doe de test'));
  assert.equal(await read(`<div>${marked()}</div>`), bare);
});

test('Dark Reader: what it colours is seen once, in its colours', async () => {
  const page = await at.browser.newPage();
  await page.setBypassCSP(true);  // as an extension does
  await page.setViewport({ width: 720, height: 900, deviceScaleFactor: 2 });
  await page.goto(at.widget);
  await until(page, () => window.klantkompas?.state().tier !== 'none' && window.klantkompas.state().view === 'canvas');
  await page.evaluate(packaged('darkreader/darkreader.js'));
  await page.evaluate(() => window.DarkReader.enable({ brightness: 100, contrast: 90, sepia: 10 }));
  for (const screen of ['intro', 'question-4', 'result', 'steps', 'patterns', 'share']) {
    await page.evaluate((hash) => { location.hash = hash; }, `k=${codeOf(FULL)}&at=${screen}`);
    await until(page, (wanted) => window.klantkompas.state().screen === wanted && window.klantkompas.state().view === 'text', screen);
    const shot = await picture(page, { fullPage: true });
    const low = [];
    for (const { text, x, y, w, h } of await page.evaluate(textBoxes)) {
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      const ratio = textContrast(shot, { x: x * 2, y: y * 2, w: w * 2, h: h * 2 });
      if (ratio < 3) low.push(`${text}: ${ratio}`);  // which colours is Dark Reader’s choice; words twice over or not at all are far below
    }
    assert.deepEqual(low, [], screen);
  }
  await page.close();
});
