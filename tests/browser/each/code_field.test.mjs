// A code or link from elsewhere, typed or pasted by the reader: what it opens, what it refuses, and that nothing is lost.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { answersBy, codeOf, firstOf, heard, LANGUAGES, MIXED, QUESTIONS } from '../subject.mjs';
import { textOf, until } from '../walk.mjs';

const WORDS = {
  nl: { have: 'Ik heb een code', field: 'Uitslagcode', open: 'Openen', back: 'Terug', other: 'Andere code openen',
    bad: 'Deze code klopt niet. Controleer of je alles hebt gekopieerd.', gone: /^Openen vervangt je huidige antwoorden:/ },
  en: { have: 'I have a code', field: 'Result code', open: 'Open', back: 'Back', other: 'Open another code',
    bad: 'This code is not valid. Check that you copied all of it.', gone: /^Opening replaces your current answers:/ },
};
const COMPLETE = heard(answersBy((i, n) => (i * 2 + 1) % n));
const HALF = firstOf(MIXED, 1);
const FIRST = QUESTIONS[0].id;

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const open = (fragment, options) => openPage(browser, undefined, { until: 'settled', fragment, ...options });
const field = (reader, lang) => reader.locate('textbox', WORDS[lang].field);

for (const lang of LANGUAGES) {
  for (const view of ['canvas', 'text']) {
    describe(`from the first screen (${lang}, ${view})`, () => {
      for (const by of ['mouse', 'keyboard', 'touch']) {
        test(`a typed code opens its result, by ${by}`, async () => {
          const reader = await open(`lang=${lang}&view=${view}`, { touch: by === 'touch' });
          await reader.press(WORDS[lang].have, { by });
          assert.equal(await reader.page.evaluate(() => document.activeElement.id), 'kk-code.h');
          const into = await field(reader, lang);
          if (by === 'keyboard') await reader.page.keyboard.press('Tab');
          else await into[by === 'touch' ? 'tap' : 'click']();
          assert.ok(await into.evaluate((el) => el === document.activeElement));
          await reader.page.keyboard.type(codeOf(COMPLETE));
          if (by === 'keyboard') await reader.page.keyboard.press('Enter');
          else await reader.press(WORDS[lang].open, { by });
          await until(reader.page, () => window.klantkompas.state().screen === 'result');
          assert.deepEqual((await reader.state()).answers.answers, COMPLETE.answers);
          await until(reader.page, (code) => location.hash.includes(`k=${code}&at=result`), codeOf(COMPLETE));
          await reader.close();
        });
      }

      test('a code that is not right is said beside the field, which keeps it', async () => {
        const reader = await open(`lang=${lang}&view=${view}&k=${codeOf(HALF)}&at=intro`);
        const { page } = reader;
        await reader.press(WORDS[lang].have);
        assert.match(await textOf(page, 'code.replaces'), WORDS[lang].gone);
        const wrong = codeOf(COMPLETE).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
        await (await field(reader, lang)).type(wrong);
        await reader.press(WORDS[lang].open);
        await until(page, () => document.getElementById('kk-code.message'));
        assert.equal(await textOf(page, 'code.message'), WORDS[lang].bad);
        const { value, invalid, described, focused } = await (await field(reader, lang)).evaluate((el) => ({
          value: el.value, invalid: el.getAttribute('aria-invalid'), described: el.getAttribute('aria-describedby'), focused: el === document.activeElement }));
        assert.deepEqual({ value, invalid, described, focused }, { value: wrong, invalid: 'true', described: 'kk-code.message', focused: true });
        assert.doesNotMatch(await page.$eval('#kk-status', (el) => el.textContent), RegExp(WORDS[lang].bad), 'said once');
        assert.deepEqual((await reader.state()).answers.answers, HALF.answers, 'what was answered stays');
        await reader.press(WORDS[lang].back);
        assert.equal((await reader.state()).screen, 'intro');
        await reader.close();
      });
    });
  }
}

test('a whole link opens the place it names; spaces and line ends do not matter', async () => {
  const reader = await open('lang=nl');
  await reader.press('Ik heb een code');
  await (await field(reader, 'nl')).type(`  https://example.org/kompas.html#lang=nl&k=${codeOf(HALF)}&at=question-2 `);
  await reader.press('Openen');
  await until(reader.page, () => window.klantkompas.state().screen === 'question-2');
  assert.deepEqual((await reader.state()).answers.answers, HALF.answers);
  await reader.close();
});

test('an empty field is refused, a half-filled code tells what is still needed', async () => {
  const reader = await open('lang=nl&view=text');
  await reader.press('Ik heb een code');
  assert.equal(await reader.page.evaluate(() => document.getElementById('kk-code.replaces')), null, 'there is nothing to lose yet');
  await reader.press('Openen');
  await until(reader.page, () => document.getElementById('kk-code.message'));
  await (await field(reader, 'nl')).type(codeOf(HALF));
  await reader.press('Openen');
  await until(reader.page, () => window.klantkompas.state().screen === 'result');
  assert.match(await textOf(reader.page, 'result.say'), /Beantwoord nog/);
  await reader.close();
});

test('from Delen, another result', async () => {
  const reader = await open(`lang=nl&k=${codeOf(COMPLETE)}&at=share`);
  await reader.press('Andere code openen');
  await (await field(reader, 'nl')).type(codeOf({ answers: { ...COMPLETE.answers, [FIRST]: 2 } }));
  await reader.press('Openen');
  await until(reader.page, () => window.klantkompas.state().screen === 'result');
  assert.equal((await reader.state()).answers.answers[FIRST], 2);
  await reader.close();
});
