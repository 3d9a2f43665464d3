// Plaats deze test below the sample article: what is clicked is in the code, the preview is the widget as that code makes it, and
// the code does the same in another article.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { EXAMPLE, snippet } from '../../web/embed/snippets.mjs';
import { createReader, launch, watch } from './harness.mjs';
import { questionnaire } from './subject.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const GUARD = { timeout: 60_000, polling: 20 };

let browser;
let folder;
let server;
let base;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klantkompas-builder-'));
  cpSync(dist, folder, { recursive: true });
  [browser, server] = await Promise.all([launch(), serve(0, folder)]);
  base = `http://localhost:${server.address().port}`;
});
after(async () => {
  await browser?.close();
  server?.close();
  server?.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the article; a reader whose controls are those of the builder. */
async function visit({ path = `${base}/article.html`, width = 800, dark = false, before: prepare } = {}) {
  const page = await browser.newPage();
  const problems = watch(page);
  await page.emulateFocusedPage(true);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.goto(path, { waitUntil: 'load' });
  const reader = createReader(page, { problems });
  return {
    ...reader,
    code: () => page.$eval('#plaatsen textarea', (field) => field.value),
    said: () => page.$eval('#plaatsen [role="status"]', (el) => el.textContent),
    /** The widget of the preview, up and running. */
    async preview() {
      await page.evaluate(() => document.querySelector('.preview').scrollIntoView());
      return running(await page.waitForSelector('.preview >>> iframe', { timeout: 60_000 }));
    },
    async close() {
      assert.deepEqual(problems.filter((text) => !/\/embed\.js$/.test(text)), []);
      await page.close();
    },
  };
}

async function running(element) {
  const frame = await element.contentFrame();
  await frame.waitForFunction(() => performance.getEntriesByName('kk:settled').length > 0, GUARD);  // the picture comes after the text
  return frame;
}

/** What of the options a running widget shows. */
const looks = (frame) => frame.evaluate(async () => {
  const { lang, theme, view } = window.klantkompas.state();
  const { style } = document.documentElement;
  return { lang, theme, view, accent: style.getPropertyValue('--kk-accent'), font: style.getPropertyValue('--kk-font').split(',')[0] };
});

/** Whether the way leads past "woord en daad". */
async function offersWords(frame) {
  await frame.evaluate(() => document.querySelector('button[value="nav.start"]').click());
  await frame.waitForFunction(() => window.klantkompas.state().screen !== 'intro', GUARD);
  return (await frame.evaluate(() => window.klantkompas.state().screen)) === 'modules-words';
}

const title = questionnaire.title;
const address = () => `${base}/klantkompas.html`;
/** Sets the colour as its picker does. */
const pick = (page, colour) => page.$eval('[name="colour"]', (input, value) => {
  input.value = value;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
}, colour);

for (const [way, label] of [['iframe', 'iframe'], ['script', 'Script'], ['wordpress', 'WordPress, blok']]) {
  test(`${label}: every option is in the code, in the preview, and in an article that pastes the code`, async () => {
    const visitor = await visit();
    const { page, choose, tick, code } = visitor;
    if (way !== 'iframe') await choose(label);
    assert.equal(await code(), snippet({ way, address: address(), title: title.nl }), 'as it begins');
    await choose('English');
    await choose('Donker');
    await pick(page, '#8ad0ff');
    await page.select('[name="font"]', 'Georgia');
    await choose('Tekst');
    await tick('Woord en daad');
    const chosen = { way, address: address(), title: title.en, lang: 'en', theme: 'dark', accent: '8ad0ff', font: 'Georgia', view: 'text', modules: ['mirror', 'excuses', 'context'] };
    assert.equal(await code(), snippet(chosen));
    const expected = { lang: 'en', theme: 'dark', view: 'text', accent: '#8ad0ff', font: '"Georgia"' };
    const frame = await visitor.preview();
    assert.deepEqual(await looks(frame), expected);
    assert.equal(await offersWords(frame), false);

    writeFileSync(join(folder, 'pasted.html'), `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,"><p>Tekst</p>${await code()}<p>Meer</p>`);
    await page.goto(`${base}/pasted.html`);
    const pasted = await running(await page.waitForSelector('>>> iframe'));
    assert.deepEqual(await looks(pasted), expected);
    assert.equal(await offersWords(pasted), false);
    await visitor.close();
  });
}

test('only the script can follow the page, be asked for results, and be held to its version', async () => {
  const visitor = await visit();
  const { page, choose, tick, find, code } = visitor;
  for (const [role, name] of [['radio', 'Zoals de pagina'], ['checkbox', 'Lezers mogen mij hun uitslag sturen'], ['checkbox', 'Alleen deze versie van embed.js']]) {
    assert.equal(await find(role, name), null, name);
  }
  await choose('Script');
  await page.click('[name="accent"][value="auto"]');
  await page.select('[name="font"]', 'auto');
  await tick('Lezers mogen mij hun uitslag sturen');
  await tick('Alleen deze versie van embed.js');
  const integrity = `sha384-${createHash('sha384').update(readFileSync(join(dist, 'embed.js'))).digest('base64')}`;
  assert.equal(await code(), snippet({ way: 'script', address: address(), title: title.nl, accent: 'auto', font: 'auto', result: true, integrity }));
  assert.ok((await code()).includes(` integrity="${integrity}" crossorigin="anonymous" defer>`));
  assert.deepEqual(await looks(await visitor.preview()), { lang: 'nl', theme: 'light', view: 'canvas', accent: '#0b5a6b', font: '"Charter"' }, 'as the article');
  writeFileSync(join(folder, 'held.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title><link rel="icon" href="data:,">${await code()}`);

  await choose('iframe');
  assert.equal(await code(), snippet({ way: 'iframe', address: address(), title: title.nl }), 'what only the script can do is left out');
  await visitor.preview();  // until then the page moves under the hand
  await choose('Script');
  assert.ok((await code()).includes('accent="auto"'), 'and comes back');

  await page.goto(`${base}/held.html`);
  assert.equal((await looks(await running(await page.waitForSelector('>>> iframe')))).lang, 'en', 'the script is the one with that hash');
  await visitor.close();
});

test('with an address of its own WordPress needs that alone, and shows it as WordPress does', async () => {
  const plain = await visit();
  assert.equal(await plain.find('radio', 'WordPress, adres'), null, 'without one there is no oEmbed answer');
  await plain.close();
  const own = readFileSync(join(dist, 'article.html'), 'utf8').replace(/data-address="[^"]*"/, 'data-address="https://kompas.example/quiz/klantkompas.html"');
  writeFileSync(join(folder, 'own.html'), own);
  const visitor = await visit({ path: `${base}/own.html` });
  const { page, choose, code } = visitor;
  assert.ok((await code()).includes('src="https://kompas.example/quiz/klantkompas.html"'));
  await choose('WordPress, adres');
  assert.equal(await code(), 'https://kompas.example/quiz/klantkompas.html');
  assert.equal(await visitor.find('radio', 'Donker'), null, 'the options have no say');
  const frame = await visitor.preview();
  assert.equal(await page.$eval('.preview iframe', (el) => el.getAttribute('sandbox')), 'allow-scripts');
  const height = () => page.$eval('.preview iframe', (el) => el.offsetHeight);
  const needs = await frame.evaluate(() => document.querySelector('main').offsetHeight);
  await page.waitForFunction((wanted) => document.querySelector('.preview iframe').offsetHeight === wanted, GUARD, Math.min(needs, 1000));
  assert.ok(await height() >= 200);
  await page.evaluate(() => postMessage({ message: 'height', value: 999, secret: document.querySelector('.preview iframe').dataset.secret }, '*'));
  await page.evaluate(() => new Promise((done) => { setTimeout(done, 100); }));
  assert.equal(await height(), Math.min(needs, 1000), 'only the frame itself is believed');
  await visitor.close();
});

test('a local article names an address to replace, and says so', async () => {
  const visitor = await visit({ path: pathToFileURL(join(folder, 'article.html')).href });
  assert.equal(await visitor.code(), snippet({ way: 'iframe', address: EXAMPLE, title: title.nl }));
  assert.ok(await visitor.page.$eval('.example', (el) => el.checkVisibility() && el.textContent.includes('example.org')));
  await looks(await visitor.preview());
  await visitor.page.close();
});

test('without scripts the section still gives the plain code', async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${base}/article.html`);
  const markup = await page.content();
  assert.ok(markup.includes('&lt;iframe src="https://example.org/klantkompas.html"'), 'the text of the field');
  const boxes = await Promise.all(['#plaatsen textarea', '.options', '.copy', '.seen'].map(async (selector) => Boolean(await (await page.$(selector)).boundingBox())));
  assert.deepEqual(boxes, [true, false, false, false]);
  await page.close();
});

test('copied by its button, by the keyboard; refused, the text is selected and that is said', async () => {
  const visitor = await visit({ before: () => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => (window.refuse ? Promise.reject(new Error('no')) : Promise.resolve(window.copied = text)) } });
  } });
  const { page, press, until, said, code } = visitor;
  await (await visitor.locate('button', 'Kopieer code')).focus();
  await page.keyboard.press('Enter');
  await until(() => document.querySelector('#plaatsen [role="status"]').textContent);
  assert.deepEqual([await said(), await page.evaluate(() => window.copied)], ['Gekopieerd.', await code()]);
  await visitor.choose('Donker');
  assert.equal(await said(), '', 'another code is not copied yet');
  await page.evaluate(() => { window.refuse = true; document.execCommand = () => false; });
  await press('Kopieer code');
  await until(() => document.querySelector('#plaatsen [role="status"]').textContent);
  assert.equal(await said(), 'Automatisch kopiëren mag hier niet. De tekst is geselecteerd: kopieer hem zelf.');
  assert.equal(await page.evaluate(() => getSelection().toString()), await code());
  await visitor.close();
});

test('in English every word of it is, and back', async () => {
  const visitor = await visit();
  const { page, press } = visitor;
  const texts = () => page.$$eval('#plaatsen :is(h2, h3, p, legend, span, option)', (all) => all.filter((el) => !el.closest('[translate="no"]') && !el.querySelector('*')).map((el) => el.textContent));
  const dutch = await texts();
  await visitor.choose('Script');
  const before = await visitor.code();
  await press('EN, English');
  const english = await texts();
  const same = english.filter((text, i) => text === dutch[i]);
  assert.deepEqual([...new Set(same)].sort(), ['', 'Accent', 'Arial', 'Courier New', 'English', 'Georgia', 'Nederlands', 'Script', 'Times New Roman', 'Trebuchet MS', 'Verdana', 'iframe'].sort());
  assert.deepEqual(await page.$eval('#plaatsen', (el) => [el.lang, document.documentElement.lang]), ['en', 'nl']);
  assert.equal(await visitor.code(), before, 'the code does not depend on the language of the builder');
  assert.equal((await looks(await visitor.preview())).lang, 'nl', 'the preview follows the article');
  await press('NL, Nederlands');
  assert.deepEqual(await texts(), dutch);
  await visitor.close();
});

for (const width of [320, 800]) {
  for (const dark of [false, true]) {
    test(`axe finds nothing and nothing is cut off at ${width} px, ${dark ? 'dark' : 'light'}`, async () => {
      const visitor = await visit({ width, dark });
      const { page } = visitor;
      await visitor.choose('Script');
      await visitor.preview();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      const small = await page.$$eval('#plaatsen :is(label, button, select)', (all) => all.filter((el) => el.checkVisibility() && el.offsetHeight < 44).map((el) => el.textContent.trim()));
      assert.deepEqual(small.filter((text) => !/^(Lettertype|Font)/.test(text)), []);
      await page.evaluate(AXE);
      const findings = await page.evaluate(async () => {
        // The frame is the widget, which axe.test.mjs looks into: https://dequeuniversity.com/rules/axe/4.10/frame-tested
        const { violations, incomplete } = await window.axe.run('#plaatsen', { iframes: false, rules: { 'frame-tested': { enabled: false } } });
        return [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
      });
      assert.deepEqual(findings, []);
      await visitor.close();
    });
  }
}
