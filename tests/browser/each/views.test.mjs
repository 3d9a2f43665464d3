// When the page leaves the canvas for the text view by itself, and comes back: the reader's spacing, font sizes, contrast
// and colours, paper, and pages too tall to draw. All of it while the page is open.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { HERE, levelText } from '../flow.mjs';
import { launch, openPage } from '../harness.mjs';
import { answersBy, cli, codeOf, LANGUAGES, questionnaire, QUESTIONS } from '../subject.mjs';

const RESULT = `k=${codeOf(answersBy((i, n) => [n - 1, n - 1, n - 2, 2, 1, n - 2, 0, 1, 2][i % 9]))}&at=result`;
const MOST_PIXELS = 8e6;

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const view = (reader, wanted) => reader.until((name) => window.klantkompas.state().view === name, wanted);
/** The switch of the text view, as assistive technology hears of it. */
async function shownSwitch(reader) {
  const { checked, disabled } = (await reader.tree()).find(({ role }) => role === 'switch');
  return { on: checked === 'true' || checked === true, off: Boolean(disabled) };
}
/** Everything that is drawn here is text in the document, seen. */
const assertSeen = async (reader) => assert.deepEqual(await reader.page.evaluate(() => ({
  canvas: document.querySelector('canvas').checkVisibility(), heading: getComputedStyle(document.querySelector('h1')).color !== 'rgba(0, 0, 0, 0)',
})), { canvas: false, heading: true });

/** Adds a style sheet, as an extension or a bookmarklet would. */
const addStyle = (page, css) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}, css);

for (const [what, css] of [
  ['letters', '* { letter-spacing: 0.12em !important }'],
  ['words', '* { word-spacing: 0.16em !important }'],
  ['lines', '* { line-height: 2 !important }'],
  ['paragraphs', 'p { margin-bottom: 2em !important }'],
  ['a smallest size', 'body * { font-size: 24px !important }'],
]) {
  test(`the reader’s own spacing: ${what}`, async () => {
    const reader = await openPage(browser, undefined, { fragment: RESULT });
    await addStyle(reader.page, css);
    await view(reader, 'text');
    assert.deepEqual(await shownSwitch(reader), { on: true, off: true });
    await assertSeen(reader);
    await addStyle(reader.page, '');
    await view(reader, 'canvas');
    assert.deepEqual(await shownSwitch(reader), { on: false, off: false });
    await reader.close();
  });
}

test('spacing that was there before the page', async () => {
  const spaced = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }');
    document.adoptedStyleSheets = [sheet];
  };
  const reader = await openPage(browser, undefined, { fragment: RESULT, before: spaced, until: 'settled' });
  assert.equal((await reader.state()).view, 'text');
  assert.equal(await reader.frames(), 0);
  await reader.close();
});

for (const least of [15, 20]) test(`a smallest font size in the browser’s settings, ${least} px`, async () => {
  const strict = await launch({ args: [`--blink-settings=minimumFontSize=${least}`] });
  try {
    const reader = await openPage(strict, undefined, { fragment: RESULT, until: 'settled' });
    assert.equal((await reader.state()).view, 'text');
  } finally {
    await strict.close();
  }
});

test('spacing is noticed at the next answer, also where nothing is observed', async () => {
  const blind = () => { window.ResizeObserver = class { observe() {} }; };
  const reader = await openPage(browser, undefined, { fragment: 'at=question-1', before: blind });
  await addStyle(reader.page, '* { letter-spacing: 0.12em !important }');
  assert.equal((await reader.state()).view, 'canvas');
  await reader.choose(levelText(1, 2));
  assert.equal((await reader.state()).view, 'text');
  await reader.close();
});

for (const [what, features, medium] of [
  ['more contrast', { 'prefers-contrast': 'more' }], ['forced colours', { 'forced-colors': 'active' }], ['paper', {}, 'print'],
]) {
  test(`${what}, while the page is open`, async () => {
    const reader = await openPage(browser, undefined, { fragment: RESULT });
    await reader.media(features, medium);
    await view(reader, 'text');
    await assertSeen(reader);
    await reader.media({});
    await view(reader, 'canvas');
    await reader.close();
  });
}

test('more contrast: text and lines in the strongest colour', async () => {
  const reader = await openPage(browser, undefined, { fragment: 'at=question-1', media: { 'prefers-contrast': 'more' }, until: 'settled' });
  assert.deepEqual(await reader.page.evaluate(() => {
    const of = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
    return new Set([of('.k-why', 'color'), of('.k-hint', 'color'), of('.k-option', 'borderTopColor'), of('.kk', 'borderTopColor')]).size;
  }), 1);
  await reader.close();
});

test('reduced motion, while the page is open: bars do not grow', async () => {
  for (const reduced of [false, true]) {
    const reader = await openPage(browser, undefined, { fragment: `at=question-${QUESTIONS.length}` });
    if (reduced) await reader.media({ 'prefers-color-scheme': 'light', 'prefers-reduced-motion': 'reduce' });
    await reader.page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));  // its change is told by then
    const before = await reader.frames();
    await reader.page.evaluate((hash) => { location.hash = hash; }, RESULT);
    await reader.until(() => window.klantkompas.state().screen === 'result');
    // Bars grow for less than half a second, on a slow machine in as few as two frames.
    let drawn = -1;
    for (let now = 0; now !== drawn;) {
      drawn = now;
      await reader.page.evaluate(() => new Promise((done) => { setTimeout(done, 600); }));
      now = await reader.frames() - before;
    }
    assert.ok(reduced ? drawn === 1 : drawn > 1, `${drawn} frames`);
    await reader.close();
  }
});

/** Device pixels for a CSS pixel, and all of them. */
const backing = (reader) => reader.page.evaluate(() => {
  const canvas = document.querySelector('canvas');
  return { ratio: canvas.width / parseFloat(canvas.style.width), pixels: canvas.width * canvas.height };
});

test('the canvas has the screen’s pixels, but never more than three a CSS pixel or eight million', async () => {
  for (const [dpr, screen] of [[2, 'question-1'], [3, 'result'], [5, 'question-1']]) {
    const reader = await openPage(browser, undefined, { fragment: RESULT.replace('result', screen), dpr, width: 800 });
    const { ratio, pixels } = await backing(reader);
    const height = await reader.page.evaluate(() => document.getElementById('kk').offsetHeight);
    assert.ok(pixels <= MOST_PIXELS * 1.001, `${pixels} pixels`);
    assert.ok(Math.abs(ratio - Math.min(dpr, 3, Math.sqrt(MOST_PIXELS / (800 * height)))) < 0.01, `${screen} at ${dpr}: ${ratio}`);
    await reader.close();
  }
});

test('a page too tall for one pixel a CSS pixel is shown as text, and leaves it again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'klantkompas-tall-'));
  const tall = structuredClone(questionnaire);
  const words = Object.fromEntries(LANGUAGES.map((lang) => [lang, 'lang woord '.repeat(26).trim()]));
  tall.ticks ??= [];
  for (let list = 0; list < 7 && tall.ticks.length < 8; list++) {
    tall.ticks.push({ id: `t${list}`, title: words, items: Array.from({ length: 32 }, (_, i) => ({ id: `i${list}x${i}`, text: words, counter: words })) });
  }
  writeFileSync(join(folder, 'tall.json'), JSON.stringify(tall));
  cli(['bundle', join(folder, 'tall.json'), '-o', join(folder, 'tall.html')]);
  const reader = await openPage(browser, join(folder, 'tall.html'), { fragment: 'at=ticks', until: 'settled' });
  rmSync(folder, { recursive: true });
  assert.equal((await reader.state()).view, 'text');
  assert.ok(await reader.page.evaluate(() => document.getElementById('kk').offsetHeight * 720) > MOST_PIXELS);
  await reader.press(HERE.skip);
  assert.equal((await reader.state()).view, 'canvas');
  await reader.close();
});
