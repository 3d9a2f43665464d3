// axe-core over every state of the page and every golden case: no violation, and nothing undecided without a reason.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { launch, openPage } from './harness.mjs';
import { STATES, visit } from './tour.mjs';
import { cases, codeOf, LANGUAGES, scoreOf, SCREENS, show } from './walk.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MODES = { light: {}, dark: { 'prefers-color-scheme': 'dark' }, 'forced colours': { 'forced-colors': 'active' }, 'more contrast': { 'prefers-contrast': 'more' } };

/** Rules that are not run at all. None is: an entry needs a reason and a link to what others say about it. */
const DISABLED = [];

/** What axe cannot decide, and who decides it instead. */
const UNDECIDED = [
  {
    rule: 'color-contrast', selector: 'svg.k-drawn text',
    why: 'axe knows no backgrounds inside an SVG; wcag_colour.test.mjs computes the contrast of every ink that figures are drawn with, and samples pixels',
    link: 'https://github.com/dequelabs/axe-core/issues/1819',
  },
];

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** Opens the page with axe in it. */
async function open(options = {}) {
  const reader = await openPage(browser, undefined, { until: 'settled', ...options });
  await reader.page.evaluate(AXE);
  return reader;
}

/** Runs every rule; answers one line for each finding. */
const run = (page, undecided = UNDECIDED) => page.evaluate(async (known, disabled) => {
  const { violations, incomplete, passes } = await window.axe.run(document, {
    resultTypes: ['violations', 'incomplete'], rules: Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }])),
  });
  const explained = (rule, target) => known.some((each) => each.rule === rule && document.querySelector(target)?.matches(each.selector));
  const lines = (list, kind) => list.flatMap(({ id, nodes }) => nodes
    .filter(({ target }) => kind === 'violation' || !explained(id, target[0]))
    .map(({ target, any, all, none }) => `${kind} of ${id}: ${target[0]}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`));
  return { findings: [...lines(violations, 'violation'), ...lines(incomplete, 'undecided')], passes: passes.length };
}, undecided, DISABLED.map(({ rule }) => rule));

test('rules that are left out have a reason and a link', () => {
  for (const { rule, why, link } of [...DISABLED, ...UNDECIDED]) {
    assert.ok(rule && why.length > 40 && /^https:\/\/\S+$/.test(link), rule);
  }
});

test('axe finds what is wrong', async () => {
  const reader = await open({ fragment: 'view=text' });
  await reader.page.evaluate(() => {
    document.querySelector('.k-lead').style.color = '#bbb';
    document.querySelector('main').append(document.createElement('button'));
  });
  const { findings } = await run(reader.page);
  assert.deepEqual(findings.map((line) => line.split(':')[0]).sort(), ['violation of button-name', 'violation of color-contrast']);
  await reader.page.close();
});

for (const [mode, media] of Object.entries(MODES)) {
  for (const lang of LANGUAGES) {
    test(`${STATES.length} states as text, ${mode}, ${lang}`, async () => {
      const reader = await open({ fragment: `view=text&lang=${lang}`, media });
      const found = [];
      for (const state of STATES) {
        await visit(reader.page, state, { lang });
        const { findings, passes } = await run(reader.page);
        assert.ok(passes > 20, `${state[0]}: ${passes} rules found something to judge`);
        found.push(...findings.map((line) => `${state[0]}: ${line}`));
      }
      assert.deepEqual(found, []);
      await reader.close();
    });
  }
}

test(`${STATES.length} states on the canvas`, async () => {
  const transparent = {
    rule: 'color-contrast', selector: 'main *', why: 'the text is transparent over the picture that shows it; wcag_colour.test.mjs samples its pixels',
    link: 'https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum.html',
  };
  const reader = await open();
  const found = [];
  for (const state of STATES) {
    await visit(reader.page, state, { view: 'canvas' });
    found.push(...(await run(reader.page, [...UNDECIDED, transparent])).findings.map((line) => `${state[0]}: ${line}`));
  }
  assert.deepEqual(found, []);
  await reader.close();
});

test(`${cases.length} golden cases: every result page, in both languages`, async () => {
  const found = [];
  const modes = Object.values(MODES);
  for (const [at, media] of modes.entries()) {
    const reader = await open({ fragment: 'view=text', media });
    for (const { id, input } of cases.filter((_, i) => i % modes.length === at)) {
      const [code, { profile }] = [codeOf(input), scoreOf(input)];
      for (const lang of LANGUAGES) {
        for (const screen of SCREENS) {
          if (screen === 'mirror' && !profile) continue;
          await show(reader.page, { code, screen, lang });
          found.push(...(await run(reader.page)).findings.map((line) => `${id} ${screen} (${lang}): ${line}`));
        }
      }
    }
    await reader.close();
  }
  assert.deepEqual(found, []);
});
