// Every questionnaire of ours through the whole page: nothing in it may lean on the shape of the first one. Answers go in
// through the controls, results come out as on the command line, every screen is whole at every width and in both views.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { walk } from './flow.mjs';
import { launch, openPage } from './harness.mjs';
import { chances, cli, codeOf, everythingOn, NAMES, questionnaireOf, questionsOf, scoreOf, scoresOf, show } from './walk.mjs';

const SCREENS = ['intro', 'result', 'steps', 'patterns', 'share', 'about', 'privacy'];
const RANDOM_SETS = 60;

let browser, scratch;
const pages = new Map();
before(async () => {
  browser = await launch();
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-each-'));
  for (const name of NAMES) {
    pages.set(name, join(scratch, `${name}.html`));
    cli(['bundle', name, '-o', pages.get(name)]);
  }
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

/** Answers to every question from one level up and round again, the third unknown, the fifth skipped. */
function mixed(questions) {
  return { answers: Object.fromEntries(questions.map(({ id, levels }, i) => [id, i === 2 ? 'unknown' : i === 4 ? null : (i + 1) % levels.length])) };
}

/** Complete, low, high, and random sets with open answers. */
function sets(questions) {
  const chance = chances(11);
  const all = (level) => ({ answers: Object.fromEntries(questions.map(({ id, levels }) => [id, level(levels.length)])) });
  return [all(() => 0), all((n) => n - 1), mixed(questions),
    ...Array.from({ length: RANDOM_SETS }, () => all((n) => [...Array(n).keys(), 'unknown', null][chance(chance(2) ? n : n + 2)]))];
}

/** Follows a link to the page that is open. */
const go = (reader, fragment) => reader.page.evaluate((hash) => new Promise((done) => {
  if (location.hash === hash) return done();
  addEventListener('hashchange', () => requestAnimationFrame(done), { once: true });
  location.hash = hash;
}), `#${fragment}`);

for (const name of NAMES) {
  const of = questionnaireOf(name);
  const questions = questionsOf(of);
  const answers = mixed(questions);
  const open = (options) => openPage(browser, pages.get(name), options);

  for (const lang of of.languages) {
    for (const by of ['keyboard', 'mouse']) {
      test(`${name}, ${lang}: by ${by} from Start to the result, as the command line scores it`, async () => {
        const reader = await open({ fragment: `lang=${lang}`, offline: true, width: by === 'mouse' ? 320 : 720 });
        const asked = [];
        await walk(reader, answers, { by, lang, of, seen: async (screen) => { if (screen.startsWith('question-')) asked.push(questions[screen.slice(9) - 1].id); } });
        const result = scoreOf(answers, name);
        assert.deepEqual(await reader.result(), result);
        assert.ok(asked.length > 0 && asked.length <= questions.length);
        assert.equal(new Set(asked).size, asked.length);
        await reader.close();
      });
    }
  }

  test(`${name}: ${RANDOM_SETS + 3} codes open as the answers they were made of, with the command line's results`, async () => {
    const reader = await open({ fragment: 'view=text', until: 'settled' });
    const all = sets(questions);
    const results = scoresOf(all, name);
    for (const [i, each] of all.entries()) {
      await show(reader.page, { code: codeOf(each, name), lang: of.languages[0] });
      assert.equal(JSON.stringify(await reader.result()), JSON.stringify(results[i]), JSON.stringify(each));
    }
    await reader.close();
  });

  test(`${name}: a reload comes back to the same question with the same answers`, async () => {
    const reader = await open({});
    await walk(reader, answers, { of, until: `question-${Math.min(4, questions.length)}` });
    const state = await reader.state();
    await reader.until((screen) => location.hash.includes(`at=${screen}`), state.screen);  // written at most once in 500 ms
    await reader.page.reload();
    await reader.until((screen) => window.klantkompas?.state().screen === screen, state.screen);
    assert.deepEqual((await reader.state()).answers, state.answers);
    await reader.close();
  });

  for (const width of [320, 720]) {
    test(`${name}: every screen is whole at ${width} px, and says the same in both views and in each theme`, async () => {
      const code = codeOf(answers, name);
      const result = scoreOf(answers, name);
      const screens = [...SCREENS, ...questions.map((_, i) => `question-${i + 1}`)];
      const canvas = await open({ width, fragment: `k=${code}&at=result` });
      const text = await open({ width, fragment: `k=${code}&at=result&view=text`, until: 'settled' });
      for (const lang of of.languages) {
        for (const [i, screen] of screens.entries()) {
          await go(canvas, `k=${code}&at=${screen}&lang=${lang}${i % 2 ? '&theme=dark' : ''}`);
          await go(text, `k=${code}&at=${screen}&lang=${lang}&view=text`);
          const at = `${screen} (${lang})`;
          const opened = [await canvas.state(), await text.state()];
          assert.equal(opened[0].screen, opened[1].screen, at);
          assert.deepEqual([opened[0].view, opened[1].view], ['canvas', 'text'], at);
          const lines = await everythingOn(canvas.page);
          assert.deepEqual(lines, await everythingOn(text.page), at);
          assert.ok(lines.length > 3, at);
          for (const line of lines) assert.doesNotMatch(line, /[{}]|undefined|NaN|\[object|  /, at);
          for (const reader of [canvas, text]) {
            const over = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(over <= 0, `${at} is ${over} px too wide`);
          }
        }
      }
      assert.equal((await canvas.result()).questionnaire.id, result.questionnaire.id);
      await canvas.close();
      await text.close();
    });
  }
}
