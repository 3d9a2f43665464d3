// axe-core over every state of the page and every golden case: no violation, and nothing undecided without a reason.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { change, COLOURS, DISABLED, MODES, open, run, TRANSPARENT, UNDECIDED } from '../axe.mjs';
import { launch } from '../harness.mjs';
import { cases, codeOf, edgeCases, IS_FIRST, LANGUAGES, scoreOf } from '../subject.mjs';
import { STATES, visit } from '../tour.mjs';
import { SCREENS, show } from '../walk.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test('rules that are left out have a reason and a link', () => {
  for (const { rule, why, link } of [...DISABLED, ...UNDECIDED, TRANSPARENT]) {
    assert.ok(rule && why.length > 40 && /^https:\/\/\S+$/.test(link), rule);
  }
});

test('axe finds what is wrong', async () => {
  const reader = await open(browser, { fragment: 'view=text' });
  await reader.page.evaluate(() => {
    document.querySelector('.k-lead').style.color = '#bbb';
    document.querySelector('main').append(document.createElement('button'));
  });
  const { findings } = await run(reader.page);
  assert.deepEqual(findings.map((line) => line.split(':')[0]).sort(), ['violation of button-name', 'violation of color-contrast']);
  await reader.page.close();
});

/** Of everything in one mode, of colours in the others. */
const rulesIn = (mode) => (mode === 'light' ? undefined : COLOURS);

for (const [mode, media] of Object.entries(MODES)) {
  for (const lang of mode === 'light' ? LANGUAGES : LANGUAGES.slice(0, 1)) {  // no colour depends on the language
    test(`${STATES.length} states as text, ${mode}, ${lang}`, async () => {
      const reader = await open(browser, { fragment: `view=text&lang=${lang}`, media });
      const found = [];
      for (const state of STATES) {
        await visit(reader.page, state, { lang });
        const { findings, passes } = await run(reader.page, UNDECIDED, rulesIn(mode));
        assert.ok(passes > (mode === 'light' ? 20 : 0), `${state[0]}: ${passes} rules found something to judge`);
        found.push(...findings.map((line) => `${state[0]}: ${line}`));
      }
      assert.deepEqual(found, []);
      await reader.close();
    });
  }
}

test(`${STATES.length} states on the canvas`, async () => {
  const reader = await open(browser);
  const found = [];
  for (const state of STATES) {
    await visit(reader.page, state, { view: 'canvas' });
    found.push(...(await run(reader.page, [...UNDECIDED, TRANSPARENT])).findings.map((line) => `${state[0]}: ${line}`));
  }
  assert.deepEqual(found, []);
  await reader.close();
});

/** The golden cases, and those at the edges of the rules: fewer answers, more gates, no score at all. */
const CASES = [...cases, ...edgeCases];
/** The others' texts are seen in both languages above. */
const READ = IS_FIRST ? LANGUAGES : LANGUAGES.slice(0, 1);
/** A golden case of every stage, and one without. */
const STAGES = new Set(new Map(cases.map((each) => [scoreOf(each.input).stage?.final, each])).values());
/** Every mode for every stage of the first, in one language, for no colour depends on it; the rest, whose numbers differ, in one mode. */
const modesOf = (each, lang) => (IS_FIRST && STAGES.has(each) && lang === LANGUAGES[0] ? Object.keys(MODES) : ['light']);

describe(`${CASES.length} cases: every result page`, () => {
  // A page for each language, both at once: a case comes by the address, a mode while the page is open. Each in a browser of
  // its own, for a page that is not in front is slowed down.
  let readers = [];
  const browsers = [];
  before(async () => {
    browsers.push(...await Promise.all(READ.map(() => launch())));
    readers = await Promise.all(READ.map((lang, i) => open(browsers[i], { fragment: `view=text&lang=${lang}` })));
  });
  after(async () => {
    await Promise.all(readers.map((reader) => reader.close()));
    await Promise.all(browsers.map((each) => each.close()));
  });

  for (const each of CASES) {
    const { id, input } = each;
    test(id, async () => {
      const [code, { profile }] = [codeOf(input), scoreOf(input)];
      const screens = SCREENS.filter((screen) => screen !== 'mirror' || profile);
      const lists = await Promise.all(READ.map(async (lang, i) => {
        const found = [];
        for (const screen of screens) {
          await show(readers[i].page, { code, screen, lang });
          for (const mode of modesOf(each, lang)) {
            await change(readers[i], mode);
            const { findings, passes } = await run(readers[i].page, UNDECIDED, rulesIn(mode));
            assert.ok(passes > (mode === 'light' ? 20 : 0), `${screen}: ${passes} rules found something to judge`);
            found.push(...findings.map((line) => `${screen} (${lang}, ${mode}): ${line}`));
          }
        }
        return found;
      }));
      assert.deepEqual(lists.flat(), []);
    });
  }
});
