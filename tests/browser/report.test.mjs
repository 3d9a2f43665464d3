// The report that Afdrukken gives, in the three engines: two sheets of A4 for every golden case, with all that the result says as
// text and as vectors. What the page prints behind it on demand: each/share.test.mjs.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startEngine } from './engines.mjs';
import { launch, openPage } from './harness.mjs';
import { cases, codeOf, edgeCases, LANGUAGES, questionnaire, QUESTIONS, scoreOf, shown, stepText, WIDGET } from './subject.mjs';
import { use } from './walk.mjs';

const SHEETS = 2;
const NUMBERS = { nl: { of: 'van', doubt: 'weet ik niet', skipped: 'overgeslagen' }, en: { of: 'of', doubt: 'don’t know', skipped: 'skipped' } };
let scratch, browser;
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-report-'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

/** Words alone: a line may break anywhere between them, or within one at a hyphen. */
const bare = (text) => text.replace(/[\s\u00ad\u2010-]+/g, '').replaceAll('’', "'").replaceAll('ﬁ', 'fi').replaceAll('ﬂ', 'fl');

/** The text of each sheet of a printed file, which holds no picture made of pixels. @param {string} file */
function sheets(file) {
  const pictures = execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n').slice(2);
  assert.deepEqual(pictures, [], 'pictures made of pixels');
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
}

/** What must stand on which sheet, by the scores that the command line gives. */
function told({ answers }, lang, result = scoreOf({ answers })) {
  const { stage, sections, steps, patterns, strengths } = result;
  const titled = (all, ids) => ids.map((id) => all.find((each) => each.id === id).title[lang]);
  return [
    [
      questionnaire.title[lang], questionnaire.limits[lang],
      ...stage ? [questionnaire.stages[stage.final - 1].name[lang]] : [],
      ...questionnaire.sections.filter(({ id }) => sections[id] !== null).map(({ name }) => name[lang]), ...Object.values(sections).filter((each) => each !== null).map(shown),
      ...steps.slice(0, 3).map((step) => stepText(step, lang)),
    ],
    [
      ...QUESTIONS.flatMap(({ id, topic, levels }) => {
        const level = answers[id];
        return [topic[lang], level === undefined || level === null ? NUMBERS[lang].skipped : level === 'unknown' ? NUMBERS[lang].doubt : levels[level][lang]];
      }),
      ...Object.entries(sections).filter(([, score]) => score !== null).map(([, score]) => `${shown(score)} ${NUMBERS[lang].of} 100`),
      ...titled(questionnaire.patterns, patterns), ...titled(questionnaire.strengths ?? [], strengths),
    ],
  ];
}

function check(file, input, lang) {
  const found = sheets(file);
  assert.equal(found.length, SHEETS, 'sheets');
  told(input, lang).forEach((texts, at) => {
    const sheet = bare(found[at]);
    // What takes several lines may have a number of its row between them.
    const stands = (text) => sheet.includes(bare(text)) || text.split(' ').every((word) => sheet.includes(bare(word)));
    assert.deepEqual(texts.filter((text) => !stands(text)), [], `not on sheet ${at + 1}`);
  });
  return found;
}

describe('Chromium', () => {
  for (const lang of LANGUAGES) {
    // The golden cases in each language, those at the edges of the rules by turns.
    const all = [...cases, ...edgeCases.filter((_, at) => LANGUAGES[at % LANGUAGES.length] === lang)];
    test(`${all.length} cases, ${lang}`, async () => {
      const file = join(scratch, 'chromium.pdf');
      for (const { id, input } of all) {
        const reader = await openPage(browser, WIDGET, { fragment: `k=${codeOf(input)}&lang=${lang}`, until: 'settled', width: 360 });
        writeFileSync(file, await reader.page.pdf({ format: 'A4', preferCSSPageSize: true }));
        const found = await Promise.resolve().then(() => check(file, input, lang)).catch((error) => assert.fail(`${id}: ${error.message}`));
        found.forEach((text, at) => assert.match(text.trimEnd(), new RegExp(`${at + 1}\\s*/\\s*${SHEETS}$`), `${id}: its number`));
        await reader.close();
      }
    });
  }

  test('a plan: who does a step and when stands with it, and all of it on the second sheet', async () => {
    const reader = await openPage(browser, WIDGET, { fragment: `k=${codeOf(cases[0].input)}&at=plan`, until: 'settled' });
    const { page } = reader;
    await use(page, 'plan.make');
    for (const [n, who] of ['directiesecretaris', 'hoofd klantenservice', 'ik'].entries()) {
      await use(page, `plan.task-${n + 1}`);
      await page.focus(`#kk-plan\\.${n + 1}\\.who`);
      await page.keyboard.type(who);
      await page.keyboard.press('Tab');
    }
    await use(page, 'plan.3.days-30');
    const file = join(scratch, 'plan.pdf');
    writeFileSync(file, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    const [first, second] = check(file, cases[0].input, 'nl');
    for (const sheet of [first, second]) {
      for (const who of ['directiesecretaris', 'hoofd klantenservice', 'ik']) assert.ok(sheet.includes(who), `${who}\n${sheet}`);
    }
    assert.match(first, /Wie: ik\s+Controle: \d+ [a-z]+/);
    assert.match(first, /Wie: directiesecretaris\s+Controle: …+/);
    await reader.close();
  });
});

/** In the other engines each case in one language, by turns. */
const turns = cases.map(({ id, input }, at) => ({ id, input, lang: LANGUAGES[at % LANGUAGES.length], file: '' }));

test(`Firefox: ${turns.length} cases`, async (t) => {
  const engine = await startEngine('Firefox', { webgl: false });
  t.after(() => engine.close());
  for (const { id, input, lang } of turns) {
    const { page } = await engine.open(`k=${codeOf(input)}&lang=${lang}`);
    const file = join(scratch, `firefox-${id}.pdf`);
    writeFileSync(file, await page.pdf({ format: 'A4' }));
    await Promise.resolve().then(() => check(file, input, lang)).catch((error) => assert.fail(`${id}: ${error.message}`));
  }
});

test(`WebKitGTK: ${turns.length} cases`, () => {
  for (const turn of turns) turn.file = join(scratch, `webkit-${turn.id}.pdf`);
  const script = fileURLToPath(new URL('../tools/print_webkit.py', import.meta.url));
  const { status, stderr } = spawnSync('xvfb-run', ['-a', '/usr/bin/python3', script], {
    input: turns.map(({ id, input, lang, file }) => `${pathToFileURL(WIDGET)}?${id}#k=${codeOf(input)}&lang=${lang}\t${file}\n`).join(''), encoding: 'utf8',
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1', GTK_A11Y: 'none' },
  });
  assert.equal(status, 0, stderr);
  for (const { id, input, lang, file } of turns) assert.doesNotThrow(() => check(file, input, lang), id);
});
