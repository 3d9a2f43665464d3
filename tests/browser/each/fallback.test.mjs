// When something is missing, the reader still has the questions, and one line that says what is missing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HERE, levelText, questionText, walk } from '../flow.mjs';
import { launch, openPage } from '../harness.mjs';
import { answersBy, codeOf, firstOf, HIGHEST, LANG, LANGUAGES, MIXED, questionnaire, QUESTIONS, scoreOf, SKIPPED, TO_QUESTIONS } from '../subject.mjs';
import { drawNothing, variants } from '../variants.mjs';

const NO_WASM = {
  nl: 'Het rekendeel van het kompas kan hier niet starten. Je kunt de vragen wel lezen.',
  en: 'The part that works out your score cannot start here. You can still read the questions.',
};
const NO_WEBGL = {
  nl: 'Tekenen kan hier niet. Je ziet daarom de tekstweergave; verder werkt alles.',
  en: 'Drawing is not possible here, so you see the text view; everything else works.',
};
const TRAPPED = 'Er ging iets mis met het kompas. Je antwoorden staan nog in het adres van deze pagina: laad die opnieuw.';
/** The file holds every screen up to the first question that depends on an answer; the rest is drawn. */
const WRITTEN = QUESTIONS.findIndex(({ when }) => when) < 0 ? QUESTIONS.length : QUESTIONS.findIndex(({ when }) => when);
const [FIRST, SECOND] = QUESTIONS.map(({ id }) => id);

let browser;
let damaged;
before(async () => {
  browser = await launch({ webgl: true });
  damaged = variants();
});
after(async () => {
  damaged?.remove();
  await browser?.close();
});

const visible = (reader) => reader.page.evaluate(() => document.querySelector('main').innerText.replace(/\s+/g, ' '));

for (const [what, make] of [
  ['WASM that is cut off', () => damaged.wasm('cut', (bytes) => bytes.subarray(0, bytes.length >> 1))],
  ['WASM with a wrong length', () => damaged.wasm('length', (bytes) => bytes.map((byte, at) => (at === 9 ? byte ^ 0x55 : byte)))],
  ['WASM with one wrong byte', () => damaged.wasm('flipped', (bytes) => bytes.map((byte, at) => (at === 53 ? byte ^ 0x55 : byte)))],
  ['no WASM at all', () => damaged.wasm('empty', () => [])],
  ['a missing WASM element', () => damaged.write('missing', (html) => html.replace('id="kk-wasm"', 'id="gone"'))],
  ['a host that forbids WASM', () => damaged.write('forbidden', (html) => html.replace(" 'wasm-unsafe-eval'", ''))],
  ['a questionnaire that is damaged', () => damaged.write('data', (html) => html.replace(/(id="kk-data">[^]{40})[^]{20}/, '$1'))],
  ['memory that is too small to start', () => damaged.memory('tiny', 10)],
]) {
  test(`${what}: all questions of the file and one line`, async () => {
    const file = make();
    const reader = await openPage(browser, file, { until: 'settled', guard: false });
    assert.equal(await reader.note(), NO_WASM.nl);
    const text = await visible(reader);
    for (let n = 1; n <= WRITTEN; n++) {
      assert.ok(text.includes(questionText(n)), `question ${n}`);
      assert.ok(text.includes(levelText(n, 2)), `answers of question ${n}`);
    }
    assert.equal((await reader.state()).tier, 'none');
    assert.equal(await reader.page.evaluate(() => document.documentElement.dataset.view), 'text');
    assert.equal(reader.problems.length, 0);
    await reader.page.close();
  });
}

for (const lang of LANGUAGES.slice(1)) test(`in another language the line is in that one: ${lang}`, async () => {
  const file = damaged.wasm('english', () => []);
  const reader = await openPage(browser, file, { fragment: `lang=${lang}`, until: 'settled', guard: false });
  assert.equal(await reader.note(), NO_WASM[lang]);
  assert.deepEqual(await reader.page.evaluate(() => [document.getElementById('kk-note').lang, document.documentElement.lang]), [lang, LANG]);
  await reader.page.close();
});

test('without WebGL the CPU draws, and gives the same result', async () => {
  const without = await launch();
  try {
    const reader = await openPage(without);
    assert.equal(await reader.note(), '');
    await walk(reader, MIXED);
    assert.deepEqual(await reader.result(), scoreOf(MIXED));
    const { view, tier } = await reader.state();
    assert.deepEqual({ view, tier }, { view: 'canvas', tier: 'cpu' });
    await reader.close();
  } finally {
    await without.close();
  }
});

/** Takes the graphics context away, as a browser does that has too many. */
const takeContext = (reader) => reader.page.evaluate(() => document.querySelector('canvas').getContext('webgl').getExtension('WEBGL_lose_context').loseContext());
const tierOf = (reader, tier) => reader.until((wanted) => window.klantkompas.state().tier === wanted, tier);

/** Mean difference of two pictures, per colour of a pixel (0 to 255). */
const difference = (page, one, other) => page.evaluate(async (...pictures) => {
  const pixels = await Promise.all(pictures.map(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  }));
  return pixels[0].reduce((sum, value, i) => sum + Math.abs(value - pixels[1][i]), 0) / pixels[0].length;
}, one, other);

for (const dpr of [1, 2]) {
  test(`the CPU draws what WebGL draws, at ${dpr} device pixels`, async () => {
    const reader = await openPage(browser, undefined, { fragment: `k=${codeOf(answersBy((i, n) => [2, 0, 1, n - 1, 1, 0, 2, n - 1, 1][i % 9]))}&at=result`, dpr, media: { 'prefers-reduced-motion': 'reduce' } });
    const picture = () => reader.page.screenshot({ encoding: 'base64' });
    const [drawn, again] = [await picture(), await picture()];
    assert.ok(drawn === again, 'nothing moves any more');
    await takeContext(reader);
    await tierOf(reader, 'cpu');
    const mean = await difference(reader.page, drawn, await picture());
    assert.ok(mean < 0.5, `they differ by ${mean}`);
    await reader.close();
  });
}

test('without any drawing the text view gives the same result', async () => {
  for (const lang of LANGUAGES) {
    const reader = await openPage(browser, undefined, { fragment: `lang=${lang}`, until: 'settled', before: drawNothing });
    assert.equal(await reader.note(), NO_WEBGL[lang]);
    await walk(reader, MIXED, { lang });
    assert.deepEqual(await reader.result(), scoreOf(MIXED));
    const { view, tier } = await reader.state();
    assert.deepEqual({ view, tier }, { view: 'text', tier: 'none' });
    await reader.close();
  }
});

test('a lost context: the CPU draws at once, WebGL comes back, and after a second loss the CPU stays', async () => {
  const reader = await openPage(browser, undefined, { fragment: 'at=question-2' });
  await reader.choose(levelText(2, 2));
  const picture = () => reader.page.screenshot({ encoding: 'base64' });
  await takeContext(reader);
  await tierOf(reader, 'cpu');
  assert.deepEqual({ view: (await reader.state()).view, note: await reader.note() }, { view: 'canvas', note: '' });
  await reader.choose(levelText(2, 1));
  await tierOf(reader, 'webgl');
  await takeContext(reader);
  await tierOf(reader, 'cpu');
  const { answers, screen, view } = await reader.state();
  assert.deepEqual({ second: answers.answers[QUESTIONS[1].id], screen, view }, { second: 1, screen: 'question-2', view: 'canvas' });
  const before = await picture();
  await reader.page.evaluate(() => new Promise((done) => { setTimeout(done, 1500); }));
  assert.equal((await reader.state()).tier, 'cpu');
  assert.ok(await picture() === before);
  assert.ok(await reader.page.evaluate(() => document.querySelector('canvas').checkVisibility()));
  await reader.close();
});

/** Lets the page's WASM fail in the middle of a frame, once window.failing is set. */
function failOnDemand() {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = (module, imports) => {
    const draw = imports.env.js_draw;
    imports.env.js_draw = (...args) => {
      if (window.failing) throw new WebAssembly.RuntimeError('unreachable');
      draw(...args);
    };
    return instantiate(module, imports);
  };
}

test('a trap during use leaves the last good screen as text, and the answers in the address', async () => {
  const reader = await openPage(browser, undefined, { before: failOnDemand, guard: false });
  await walk(reader, MIXED, { until: 'question-4' });
  await reader.page.evaluate(() => { window.failing = true; });
  await (await reader.locate('radio', levelText(4, 2))).hover();  // which draws a frame
  await reader.until((text) => document.getElementById('kk-note').textContent.startsWith(text), TRAPPED);
  assert.ok((await visible(reader)).includes(questionText(4)));
  const { view, answers } = await reader.state();
  assert.equal(view, 'text');
  const kept = firstOf(MIXED, 3);
  assert.deepEqual(answers.answers, kept.answers);
  await reader.until((code) => location.hash.includes(code), codeOf(kept));
  const address = await reader.page.evaluate(() => location.hash.slice(1));
  await reader.page.close();
  const again = await openPage(browser, undefined, { fragment: address });
  assert.deepEqual((await again.state()).answers.answers, kept.answers);
  await again.close();
});

test('memory that runs out during use shows the text view and a line', async () => {
  // The least that is enough for the intro; a page that is drawn at three times the size then needs more than there is.
  let few = 10;
  let enough = 255;
  while (enough - few > 1) {
    const pages = (few + enough) >> 1;
    const reader = await openPage(browser, damaged.memory(`pages-${pages}`, pages), { until: 'settled', guard: false });
    if (await reader.frames()) enough = pages;
    else few = pages;
    await reader.page.close();
  }
  const code = codeOf(HIGHEST);
  const reader = await openPage(browser, damaged.memory('least', enough), { guard: false });
  await reader.page.setViewport({ width: 720, height: 900, deviceScaleFactor: 3 });
  await reader.page.evaluate((k) => { location.hash = `k=${k}&at=steps`; }, code);
  await reader.until((text) => document.getElementById('kk-note').textContent.startsWith(text), TRAPPED);
  assert.equal(await reader.page.evaluate(() => document.documentElement.dataset.view), 'text');
  assert.ok((await visible(reader)).length > 200, 'the last good screen can be read');
  await reader.page.close();
});

/** Holds the WASM back until window.release is called: the reader is faster than the page. */
function holdWasm() {
  const compile = WebAssembly.compile;
  const released = new Promise((done) => { window.release = done; });
  WebAssembly.compile = async (...args) => {
    await released;
    return compile(...args);
  };
}

test('choices made before the WASM is ready are taken over, in the same elements, with the focus', async () => {
  const reader = await openPage(browser, undefined, { before: holdWasm, until: 'interactive' });
  const { next } = HERE;
  assert.deepEqual([(await reader.state()).tier, await reader.result(), await reader.frames()], ['none', null, 0]);
  for (const id of TO_QUESTIONS) await reader.page.click(`button[value="${id}"]`);
  await reader.choose(levelText(1, 2));
  await reader.press(next);
  await reader.press(next);
  assert.equal((await reader.state()).screen, 'question-2', 'no choice yet');
  await reader.choose(levelText(2, 1));
  const radio = await reader.locate('radio', levelText(2, 1));
  await radio.focus();
  // Of the questions that are in the file.
  const early = Object.entries((await reader.state()).answers.answers).filter(([, level]) => level !== null);
  assert.deepEqual(early, [[FIRST, 2], [SECOND, 1]]);
  await reader.page.evaluate(() => {
    window.kept = [...document.querySelectorAll('#kk-question-2, #kk-question-2 h1, #kk-question-2 fieldset, #kk-question-2 input, #kk-question-2 button')];
    window.events = [];
    for (const type of ['focusin', 'focusout']) document.addEventListener(type, (event) => window.events.push([type, event.target.id]));
    window.release();
  });
  await reader.until(() => performance.getEntriesByName('kk:painted').length > 0);
  assert.deepEqual(await reader.page.evaluate(() => ({
    lost: window.kept.filter((el) => !el.isConnected).map((el) => el.outerHTML), events: window.events, focus: document.activeElement.value,
  })), { lost: [], events: [], focus: `${SECOND}.l1` });
  const { screen, answers, view } = await reader.state();
  assert.deepEqual({ screen, view, answers: answers.answers }, { screen: 'question-2', view: 'canvas', answers: { ...SKIPPED.answers, [FIRST]: 2, [SECOND]: 1 } });
  const END = { answers: { ...answersBy(() => 1).answers, [FIRST]: 2 } };
  await walk(reader, END);
  assert.deepEqual(await reader.result(), scoreOf(END));
  await reader.close();
});

if (questionnaire.claims) test('a module that is begun too early opens when the WASM is ready', async () => {
  const reader = await openPage(browser, undefined, { before: holdWasm, until: 'interactive' });
  await reader.press(HERE.start);
  await reader.press(HERE.begin);
  assert.equal((await reader.state()).screen, 'modules-words');
  await reader.page.evaluate(() => window.release());
  await reader.until(() => window.klantkompas.state().screen === 'claims-1');
  await reader.close();
});

test('what was pressed too early is answered when the WASM is ready', async () => {
  const reader = await openPage(browser, undefined, { before: holdWasm, until: 'interactive' });
  await walk(reader, MIXED, { until: 'question-1' });
  await reader.press(HERE.next);
  assert.ok((await visible(reader)).includes(HERE.missing), 'the static page says it too');
  await reader.page.evaluate(() => window.release());
  await reader.until(() => performance.getEntriesByName('kk:painted').length > 0);
  assert.equal((await reader.state()).screen, 'question-1');
  assert.ok((await visible(reader)).includes(HERE.missing));
  await reader.close();
});
