// The main road: from file://, with the network off, from Start to the result with a keyboard, a mouse or a finger.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HERE, levelText, questionText, walk } from '../flow.mjs';
import { launch, openPage } from '../harness.mjs';
import { askedWith, firstOf, FULL, IS_FIRST, LANG, LANGUAGES, MIXED, QUESTIONS, scoreOf } from '../subject.mjs';

const { next, back, skip, missing, unknown, edit, toResult } = HERE;
/** Four answers of two kinds, the second unknown. */
const OPEN = { answers: { ...firstOf(MIXED, 4).answers, [QUESTIONS[1].id]: 'unknown' } };
const ASKED = askedWith(MIXED).map(({ id }) => QUESTIONS.findIndex((each) => each.id === id) + 1);

/** @type {Record<'desk' | 'lent', import('puppeteer-core').Browser>} the first as a reader has it, for the road itself */
const browsers = {};
before(async () => { [browsers.desk, browsers.lent] = await Promise.all([launch({ webgl: IS_FIRST }), launch()]); });
after(() => Promise.all(Object.values(browsers).map((each) => each.close())));

/** A test with a page of its own. */
const visit = (name, { browser = 'lent', ...options }, body) => test(name, async () => {
  const reader = await openPage(browsers[browser], undefined, { offline: true, ...options });
  await body(reader);
  await reader.close();
});

for (const by of ['keyboard', 'mouse', 'touch']) {
  visit(`by ${by} from Start to the result, as the command line scores it`, { browser: 'desk', touch: by === 'touch' }, async (reader) => {
    const seen = [];
    await walk(reader, MIXED, { by, seen: async (screen) => { if (screen.startsWith('question-')) seen.push(Number(screen.slice(9))); } });
    assert.deepEqual(seen, ASKED, 'every question that is asked, once');
    assert.equal(await reader.page.evaluate(() => location.protocol), 'file:');
    assert.deepEqual(await reader.result(), scoreOf(MIXED));
    assert.equal((await reader.focused()).role, 'heading');
  });
}

for (const lang of LANGUAGES) {
  visit(`by keyboard through every module, in ${lang}`, { fragment: `lang=${lang}` }, async (reader) => {
    await walk(reader, FULL, { by: 'keyboard', lang });
    assert.deepEqual(await reader.result(), scoreOf(FULL));
  });
}

visit('choosing never moves on; going back keeps every answer', {}, async (reader) => {
  await walk(reader, OPEN, { until: 'question-4' });
  await reader.choose(levelText(4, 2));
  assert.equal((await reader.state()).screen, 'question-4');
  for (const screen of ['question-3', 'question-2', 'question-1']) {
    await reader.press(back);
    assert.equal((await reader.state()).screen, screen);
    assert.deepEqual(await reader.focused(), { role: 'heading', name: questionText(Number(screen.at(-1))) });
  }
  assert.equal(await (await reader.locate('radio', levelText(1, MIXED.answers[QUESTIONS[0].id]))).evaluate((el) => el.checked), true);
  await reader.press(next);
  assert.equal(await (await reader.locate('radio', unknown)).evaluate((el) => el.checked), true);
  await reader.press(next);
  await reader.press(next);
  assert.equal(await (await reader.locate('radio', levelText(4, 2))).evaluate((el) => el.checked), true);
  assert.deepEqual((await reader.state()).answers.answers, { ...OPEN.answers, [QUESTIONS[3].id]: 2 });
});

for (const by of ['keyboard', 'mouse']) {
  visit(`Volgende without a choice says so and moves nothing (${by})`, {}, async (reader) => {
    await walk(reader, MIXED, { until: 'question-1', by });
    const group = () => reader.page.$eval('fieldset', (el) => ({
      invalid: el.getAttribute('aria-invalid'), message: document.getElementById(el.getAttribute('aria-describedby')?.split(' ').pop())?.textContent,
    }));
    assert.equal((await group()).invalid, null);
    await reader.press(next, { by });
    assert.equal((await reader.state()).screen, 'question-1');
    assert.deepEqual(await reader.focused(), { role: 'button', name: next });
    assert.deepEqual(await group(), { invalid: 'true', message: missing });
    await reader.until((text) => document.querySelector('[role=status]').textContent.trim() === text, missing);
    await reader.choose(levelText(1, 0), { by });
    assert.equal((await group()).invalid, null);
    assert.deepEqual(await reader.page.$$eval('.k-message', (els) => els.length), 0);
  });
}

visit('Overslaan withdraws an answer; Weet ik niet is one', {}, async (reader) => {
  await walk(reader, MIXED, { until: 'question-1' });
  await reader.choose(levelText(1, 2));
  await reader.press(skip);
  assert.equal((await reader.state()).answers.answers[QUESTIONS[0].id], null);
  await reader.choose(unknown);
  await reader.press(next);
  assert.equal((await reader.state()).answers.answers[QUESTIONS[1].id], 'unknown');
  assert.deepEqual(await reader.result(), scoreOf((await reader.state()).answers));
});

for (const lang of LANGUAGES.slice(1)) visit(`another language keeps place and answers: ${lang}`, {}, async (reader) => {
  await walk(reader, MIXED, { until: 'question-3' });
  await reader.choose(levelText(3, 1));
  const before = await reader.state();
  await reader.press(lang.toUpperCase(), { by: 'keyboard' });
  assert.deepEqual(await reader.state(), { ...before, lang });
  assert.deepEqual(await reader.focused(), { role: 'button', name: lang.toUpperCase() });
  assert.deepEqual(await reader.page.evaluate(() => [document.documentElement.lang, document.querySelector('h1').textContent]), [lang, questionText(3, lang)]);
  assert.equal(await (await reader.locate('radio', levelText(3, 1, lang))).evaluate((el) => el.checked), true);
  await reader.press(LANG.toUpperCase());
  assert.deepEqual(await reader.state(), before);
});

visit('light and dark follow the reader’s system while the page is open', {}, async (reader) => {
  const shade = async () => ({
    frames: await reader.frames(), pixels: await reader.page.screenshot({ clip: { x: 20, y: 70, width: 4, height: 4 }, encoding: 'base64' }),
  });
  const light = await shade();
  await reader.media({ 'prefers-color-scheme': 'dark' });
  await reader.until((n) => window.klantkompas.frames() > n, light.frames);
  const dark = await shade();
  assert.notEqual(dark.pixels, light.pixels);
  await reader.media({ 'prefers-color-scheme': 'light' });
  await reader.until((n) => window.klantkompas.frames() > n, dark.frames);
  assert.equal((await shade()).pixels, light.pixels);
});

visit('after the result each question leads back to it, with the new score', {}, async (reader) => {
  await walk(reader, MIXED);
  await reader.press(edit);
  assert.equal((await reader.state()).screen, 'question-1');
  await reader.choose(levelText(1, 1));
  await reader.press(toResult);
  assert.equal((await reader.state()).screen, 'result');
  assert.deepEqual(await reader.result(), scoreOf({ answers: { ...MIXED.answers, [QUESTIONS[0].id]: 1 } }));
});

visit('text view reaches the same result', { fragment: 'view=text', until: 'settled' }, async (reader) => {
  await walk(reader, MIXED, { by: 'keyboard' });
  assert.equal((await reader.state()).view, 'text');
  assert.deepEqual(await reader.result(), scoreOf(MIXED));
});
