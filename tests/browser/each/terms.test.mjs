// Glossary words where they stand in a question: each is a button over its word, which opens what it means in place.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { LANGUAGES, questionnaire, QUESTIONS } from '../subject.mjs';

const bare = (word) => word.split(' (')[0];
const glossary = questionnaire.glossary ?? [];
/** Where a text has a word of the glossary: place and length, or nothing. */
function placeOf(text, term, lang) {
  const forms = [term.word, ...term.forms ?? []].map((form) => bare(form[lang]));
  const found = forms.flatMap((form) => [...text.matchAll(new RegExp(`(?<![a-z0-9])${form.replace(/[^\w ]/g, '\\$&')}(?![a-z0-9])`, 'gi'))].slice(0, 1));
  return found.sort((a, b) => a.index - b.index || b[0].length - a[0].length)[0];
}
/** The buttons that a question must have, in reading order, with what they open. */
function wordsOf(question, lang, open) {
  const texts = [question.text, question.why, ...(open ? [question.look_at, question.example] : []), ...question.levels].filter(Boolean).map((text) => text[lang]);
  return (question.terms ?? []).map((id) => glossary.find((term) => term.id === id)).flatMap((term) => {
    const at = texts.findIndex((text) => placeOf(text, term, lang));
    return at < 0 ? [] : [{ at, place: placeOf(texts[at], term, lang), meaning: term.meaning[lang], text: texts[at] }];
  }).sort((a, b) => a.at - b.at || a.place.index - b.place.index).map(({ place, ...rest }) => ({ ...rest, word: place[0] }));
}
const asked = QUESTIONS.map((question, i) => ({ question, screen: `question-${i + 1}` })).filter(({ question }) => LANGUAGES.some((lang) => wordsOf(question, lang).length));

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const boxes = (reader) => reader.frame.evaluate(() => Object.fromEntries([...document.querySelectorAll('main .k:not(.k-meaning, .k-meaning *)')]
  .map((el) => [el.id, ['x', 'y', 'width', 'height'].map((side) => el.getBoundingClientRect()[side])])));
const meaningShown = (reader, text) => reader.frame.evaluate((words) => [...document.querySelectorAll('.k-meaning p')].some((el) => el.textContent === words), text);

for (const lang of LANGUAGES) for (const width of [320, 720]) for (const view of ['canvas', 'text']) {
  test(`every word of a question opens and closes in place: ${lang}, ${width} px, ${view}`, { skip: !asked.length }, async () => {
    const reader = await openPage(browser, undefined, { width, fragment: `lang=${lang}&view=${view}`, until: 'settled', touch: width === 320 });
    for (const { question, screen } of asked) {
      await reader.frame.evaluate((at) => { location.hash = location.hash.replace(/&at=.*|$/, `&at=${at}`); }, screen);
      await reader.until((at) => window.klantkompas.state().screen === at, screen);
      const words = wordsOf(question, lang);
      const names = await reader.names('button');
      assert.deepEqual(names.filter((name) => words.some(({ word }) => word === name)), words.map(({ word }) => word), `${screen}: words in reading order`);
      assert.deepEqual((await reader.names('radio')).slice(0, -1), question.levels.map((level) => level[lang]), 'no button is a part of a radio’s name');
      const still = await boxes(reader);
      for (const { word, meaning, text } of words) {
        if (view === 'canvas') {
          const over = await (await reader.locate('button', word)).evaluate((el, words) => {
            const box = el.getBoundingClientRect();
            const holder = [...document.querySelectorAll('main .k-option, main .k-why, main h1')].find((each) => each.textContent.endsWith(words)).getBoundingClientRect();
            const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return [box.height >= 24, box.x + 4 >= holder.x, box.right - 4 <= holder.right + 1, box.y + 12 >= holder.y, box.bottom - 12 <= holder.bottom, there === el || el.contains(there)];
          }, text);
          assert.deepEqual(over, over.map(() => true), `“${word}” lies over its word, and is what is pressed there`);
        }
        await reader.press(word, { by: width === 320 ? 'touch' : 'mouse' });
        await reader.until(() => document.querySelector('.k-meaning'));
        assert.ok(await meaningShown(reader, meaning), word);
        await reader.until((words) => document.getElementById('kk-status').textContent.trim() === words, meaning.slice(0, 200));
        assert.deepEqual(await boxes(reader), still, 'nothing moved');
        assert.equal((await reader.tree()).filter(({ role, checked }) => role === 'radio' && checked === 'true').length, 0, 'a word chooses nothing');
        assert.ok(await reader.frame.evaluate(() => {
          const { top, bottom, left, right } = document.querySelector('.k-meaning').getBoundingClientRect();
          const page = document.querySelector('main').getBoundingClientRect();
          return top >= page.top && bottom <= page.bottom && left >= page.left && right <= page.right;
        }), 'the meaning is whole');
        await reader.page.keyboard.press('Escape');
        await reader.until(() => !document.querySelector('.k-meaning'));
        assert.deepEqual(await reader.focused(), { role: 'button', name: word }, 'reading goes on at the word');
      }
    }
    await reader.close();
  });
}

test('a meaning is closed by its cross, its word, a click beside it and a choice, by keyboard too', { skip: !asked.length }, async () => {
  const [lang] = LANGUAGES;
  const { question, screen } = asked[0];
  const [{ word }] = wordsOf(question, lang);
  const reader = await openPage(browser, undefined, { fragment: `lang=${lang}&at=${screen}`, until: 'settled' });
  const open = async (by = 'keyboard') => {
    await reader.press(word, { by });
    await reader.until(() => document.querySelector('.k-meaning'));
  };
  const closed = () => reader.until(() => !document.querySelector('.k-meaning'));
  const expanded = async () => (await reader.tree()).find(({ role, name }) => role === 'button' && name === word).expanded;
  assert.equal(await expanded(), false);
  await open();
  assert.equal(await expanded(), true);
  const cross = await reader.frame.evaluate(() => document.querySelector('.k-meaning button').ariaLabel);
  await reader.page.keyboard.press('Tab');
  assert.deepEqual(await reader.focused(), { role: 'button', name: cross }, 'the cross follows the word');
  await reader.page.keyboard.press('Enter');
  await closed();
  assert.equal((await reader.focused()).name, word);
  await open();
  await reader.press(word, { by: 'keyboard' });
  await closed();
  await open();
  await reader.page.mouse.click(4, 300);
  await closed();
  await open();
  const box = await (await reader.locate('radio', question.levels[0][lang])).boundingBox();
  await reader.page.mouse.click(box.x + 20, box.y + 20);
  await closed();
  assert.ok(await (await reader.locate('radio', question.levels[0][lang])).evaluate((el) => el.checked));
  await reader.page.keyboard.press('Escape');
  assert.equal((await reader.state()).screen, screen, 'Escape closes nothing else');
  await reader.close();
});

test('on paper every meaning of the open question is written out', { skip: !asked.length }, async () => {
  const [lang] = LANGUAGES;
  const { question, screen } = asked[0];
  const reader = await openPage(browser, undefined, { fragment: `lang=${lang}&at=${screen}`, until: 'settled' });
  await reader.media({}, 'print');
  await reader.until(() => document.querySelector('.k-meaning'));
  for (const { meaning } of wordsOf(question, lang)) assert.ok(await meaningShown(reader, meaning));
  await reader.close();
});
