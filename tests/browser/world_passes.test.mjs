// What was tried of other products' faults and did not befall this one, or has no other home: history, folders with odd names, small
// fields, a theme that the browser forces, a page that allows no styles, a note below the edge, a scheme that is the article's.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { snippet, widget as markup } from '../../web/embed/snippets.mjs';
import { launch, openPage } from './harness.mjs';
import { openArticle, stage } from './hosts.mjs';
import { codeOf, firstOf, MIXED, WIDGET } from './subject.mjs';
import { answerAll, use } from './walk.mjs';

const at = stage();
const CODE = codeOf(MIXED);
const OURS = Object.fromEntries(markup({ way: 'iframe', address: '', title: 'x' }).attributes);
const frameCode = (address) => snippet({ way: 'iframe', address, title: 'Klantkompas' });

test('world 20: nine answers in an article add no history: one press of Back leaves it', async () => {
  for (const body of [`<klant-kompas src="${at.widget}"></klant-kompas>`, frameCode(at.widget)]) {
    const visitor = await openArticle(at, body, { pages: { '/before': '<!doctype html><title>Lijst</title>' } });
    const { page } = visitor;
    await page.goto(`${visitor.address}before`);
    await page.goto(visitor.address);
    const before = await page.evaluate(() => history.length);
    const { frame } = await visitor.widget('>>> iframe');
    await answerAll(frame, MIXED);
    await frame.waitForFunction(() => location.hash.includes('at=result'));
    assert.equal(await page.evaluate(() => history.length), before);
    await page.goBack();
    assert.ok(page.url().endsWith('/before'), page.url());
    await visitor.close();
  }
});

test('world 23: in folders with odd names it opens, writes its address, and resumes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'klantkompas-folders-'));
  const half = firstOf(MIXED, 3);
  for (const name of ['een map #1 100% – é', 'q?mark & <x>', 'quote\'and"dq 日本 🧭', '100%20x']) {
    const path = join(folder, name, '(kopie) #2 100%.html');
    mkdirSync(join(folder, name));
    cpSync(WIDGET, path);
    const reader = await openPage(at.browser, pathToFileURL(path).href, { fragment: `k=${codeOf(half)}&at=question-4` });
    await use(reader.page, 'nav.skip');
    await reader.until(() => location.hash.includes('at=question-5'));
    await reader.page.reload();
    await reader.until(() => performance.getEntriesByName('kk:settled').length > 0);
    const { screen, answers } = await reader.state();
    assert.deepEqual([screen, answers.answers], ['question-5', half.answers], name);
    await reader.close();
  }
  rmSync(folder, { recursive: true });
});

test('world 25: the field for a code has letters that iOS does not zoom into', async () => {
  for (const view of ['canvas', 'text']) {
    const reader = await openPage(at.browser, undefined, { width: 320, fragment: `at=code&view=${view}`, until: 'settled' });
    const sizes = await reader.frame.evaluate(() => [...document.querySelectorAll('textarea, input[type="text"]')].map((el) => parseFloat(getComputedStyle(el).fontSize)));
    assert.ok(sizes.length && sizes.every((size) => size >= 16), `${view}: ${sizes}`);
    await reader.close();
  }
});

test('world 27: a dark theme that the browser forces: dark in both views, and nothing is inverted twice', async () => {
  const browser = await launch({ args: ['--enable-features=WebContentsForceDark', '--force-dark-mode'] });
  try {
    for (const view of ['canvas', 'text']) {
      const page = await browser.newPage();
      await page.setViewport({ width: 720, height: 800 });
      await page.goto(`${at.widget}#view=${view}`);
      await page.waitForFunction((wanted) => window.klantkompas?.state().tier !== 'none' && window.klantkompas.state().view === wanted, {}, view);
      const { ink, paper } = await page.evaluate(() => ({ paper: getComputedStyle(document.documentElement).backgroundColor, ink: getComputedStyle(document.documentElement).getPropertyValue('--kk-text') }));
      const png = await page.screenshot({ clip: { x: 2, y: 200, width: 1, height: 1 } });
      const [r, g, b] = await page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const pixels = document.createElement('canvas').getContext('2d');
        pixels.drawImage(image, 0, 0);
        return [...pixels.getImageData(0, 0, 1, 1).data];
      }, Buffer.from(png).toString('base64'));
      assert.ok(r + g + b < 200, `${view}: the page is ${r} ${g} ${b}; ${paper}, ${ink}`);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});

test('hosts 6: in an article that allows no styles the frame has the column’s width and its height', async () => {
  const visitor = await openArticle(at, `<main>${frameCode(at.widget)}</main>`, { script: '', headers: { 'content-security-policy': `default-src 'self'; frame-src ${new URL(at.widget).origin}` } });
  const box = await visitor.page.$eval('iframe', (el) => ({ width: el.clientWidth, height: el.clientHeight, border: el.offsetWidth - el.clientWidth, column: document.querySelector('main').clientWidth }));
  assert.deepEqual(box, { width: box.column, height: Number(OURS.height), border: 0, column: box.column });
  await visitor.close();
});

test('hosts 3: the frame stands in a box of its own, so that a theme may centre it or stretch a bare one', async () => {
  const visitor = await openArticle(at, `<div class="entry-content">${frameCode(at.widget)}<p>Tekst</p></div>`, {
    script: '', head: '<style>.entry-content > * { max-width: 620px; margin-inline: auto } .entry-content > iframe[style] { width: 100vw !important; max-width: none; margin-inline: 0 }</style>' });
  const [frame, text] = await visitor.page.evaluate(() => ['iframe', 'p'].map((name) => { const { left, width } = document.querySelector(name).getBoundingClientRect(); return { left, width }; }));
  assert.deepEqual(frame, text);
  await visitor.close();
});

for (const sandbox of ['allow-scripts', OURS.sandbox.replace('allow-modals', '')]) {
  test(`hosts 8: Afdrukken where that is not allowed (${sandbox}): in a low frame the note comes into sight`, async () => {
    const visitor = await openArticle(at, `<iframe title="Klantkompas" sandbox="${sandbox}" width="720" height="640" src="${at.widget}#k=${CODE}&at=share"></iframe>`, { script: '' });
    const { frame } = await visitor.widget('iframe');
    await use(frame, 'page.print');
    await frame.waitForFunction(() => document.getElementById('kk-note').checkVisibility());
    const { top, bottom, edge } = await frame.evaluate(() => ({ ...document.getElementById('kk-note').getBoundingClientRect().toJSON(), edge: innerHeight }));
    assert.ok(top >= 0 && bottom <= edge + 1, `${top} to ${bottom} of ${edge}`);
    await visitor.close();
  });
}

test('a printed article: the frame, as high as it was, holds all that stood on the screen', async () => {
  for (const screen of ['intro', 'question-4', 'result', 'steps', 'patterns', 'share', 'about']) {
    const visitor = await openArticle(at, `<h1>Artikel</h1><klant-kompas src="${at.widget}#at=${screen}${screen.startsWith('q') ? '' : `&k=${CODE}`}"></klant-kompas><p>Verder.</p>`);
    const { frame, element } = await visitor.widget();
    const needed = await frame.evaluate(() => document.querySelector('main').getBoundingClientRect().height);
    await visitor.until((el, height) => Math.abs(el.clientHeight - height) <= 2, element, needed);
    const room = await element.evaluate((el) => el.clientHeight);
    const heading = await frame.evaluate(() => document.querySelector('h1').textContent);
    const session = await visitor.page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { media: 'print' });
    await frame.waitForFunction(() => matchMedia('print').matches && window.klantkompas.state().view === 'text');
    const { height, found } = await frame.evaluate((text) => ({ height: document.querySelector('main').getBoundingClientRect().height, found: document.querySelector('h1').textContent === text }), heading);
    assert.ok(found && height > 100 && height <= room, `${screen}: ${height} px in ${room}`);
    await visitor.close();
  }
});

test('Afdrukken in an article: all that goes on paper, and then the screen again', async () => {
  const visitor = await openArticle(at, `<klant-kompas src="${at.widget}#at=share&k=${CODE}"></klant-kompas>`);
  const { frame } = await visitor.widget();
  await frame.evaluate(() => {
    window.print = () => {  // what a browser does of its own cannot be seen from here
      dispatchEvent(new Event('beforeprint'));
      window.sheets = [...document.querySelectorAll('.k-sheet')].filter((el) => el.checkVisibility()).length;
      dispatchEvent(new Event('afterprint'));
    };
  });
  const before = await frame.evaluate(() => document.querySelectorAll('main h1, main h2').length);
  await use(frame, 'page.print');
  assert.equal(await frame.evaluate(() => window.sheets), 2);
  assert.deepEqual(await frame.evaluate(() => [document.querySelectorAll('main h1, main h2').length, 'printing' in document.documentElement.dataset]), [before, false]);
  await visitor.close();
});

test('hosts 14: a dark system and a light article: our frame is light', async () => {
  const dark = await launch({ args: ['--blink-settings=preferredColorScheme=0'] });
  const visitor = await openArticle({ ...at, browser: dark }, frameCode(at.widget), { script: '' });
  assert.equal(await visitor.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), true);
  const { frame } = await visitor.widget('iframe');
  assert.equal(await frame.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), false);
  await visitor.close();
  await dark.close();
});
