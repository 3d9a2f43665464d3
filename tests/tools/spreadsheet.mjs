// Tables of `klantkompas export`, read by LibreOffice and written by it again: every cell in its column, numbers as numbers, texts
// as texts, and no formula, whatever an author wrote. scripts/spreadsheet runs it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'klantkompas-spreadsheet-'));
const questionnaire = JSON.parse(readFileSync(join(root, 'assets/questionnaires/klantgedreven.json'), 'utf8'));
const questions = questionnaire.sections.flatMap((section) => section.questions);
const FORMULAS = ['=1+1', '+31 6', '-2+3', '@SUM(1;2)', '=cmd|\' /C calc\'!A0', '=HYPERLINK("http://x.invalid")'];
/** LibreOffice's numbers of languages. */
const LANGUAGES = { nl: ['59', '1043'], en: ['44', '1033'] };

/** Into another format, in their folder; all at once, for starting takes seconds. @param {string} to @param {string[]} files @param {string[]} how */
const convert = (to, files, ...how) => execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...how,
  '--convert-to', to, '--outdir', folder, ...files.map((file) => join(folder, file))], { stdio: 'ignore' });

/** What LibreOffice holds after it has read tables: texts as { text }, numbers as numbers. */
function readBack(lang, tables) {
  const [separator, language] = LANGUAGES[lang];
  const names = tables.map((table, i) => {
    writeFileSync(join(folder, `${i}.csv`), table);
    return `${i}`;
  });
  convert('ods', names.map((name) => `${name}.csv`), `--infilter=CSV:${separator},34,76,1,,${language},false,true`);
  convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true', names.map((name) => `${name}.ods`));
  return names.map((name) => parse(readFileSync(join(folder, `${name}.csv`)), { bom: true, cast: (text, { quoting }) => (quoting ? { text } : text === '' ? null : Number(text)) }));
}

const said = (i, shift) => [0, 1, 2, 3, 4, 'unknown', null][(i + shift) % 7];
const SHIFTS = [0, 1, 2, 3, 4, 5, 6];
const tableOf = (file, lang, shift) => execFileSync(join(root, 'dist/bin/klantkompas'), ['export', file, '-', '--format', 'csv', '--lang', lang],
  { input: JSON.stringify({ answers: Object.fromEntries(questions.map(({ id }, i) => [id, said(i, shift)])) }) });

function check(file, source, lang) {
  const all = source.sections.flatMap((section) => section.questions.map((question) => ({ ...question, section })));
  for (const [shift, [heads, ...rows]] of readBack(lang, SHIFTS.map((each) => tableOf(file, lang, each))).entries()) {
    assert.equal(heads.length, 8);
    assert.equal(rows.length, all.length);
    for (const [i, [number, section, topic, words, level, highest, points, answer]] of rows.entries()) {
      const question = all[i];
      const safe = (text) => (/^[=+\-@]/.test(text) ? `'${text}` : text);
      const chosen = said(i, shift);
      const known = typeof chosen === 'number';
      assert.deepEqual([number, section.text, topic.text, words.text, level, highest, points],
        [i + 1, safe(question.section.name[lang]), safe(question.topic[lang]), safe(question.text[lang]), known ? chosen : null, 4, known ? chosen * 25 : null]);
      if (known) assert.equal(answer.text, safe(question.levels[chosen][lang]));
    }
  }
}

try {
  for (const lang of Object.keys(LANGUAGES)) check('klantgedreven', questionnaire, lang);
  const hostile = structuredClone(questionnaire);
  hostile.id = 'hostile';
  let n = 0;
  const spoil = (text) => Object.fromEntries(Object.keys(text).map((language) => [language, `${FORMULAS[n++ % FORMULAS.length]} ${n}`]));
  for (const section of hostile.sections) {
    section.name = spoil(section.name);
    for (const question of section.questions) {
      delete question.terms;
      question.topic = spoil(question.topic);
      question.text = spoil(question.text);
      question.levels = question.levels.map(spoil);
    }
  }
  writeFileSync(join(folder, 'hostile.json'), JSON.stringify(hostile));
  for (const lang of Object.keys(LANGUAGES)) check(join(folder, 'hostile.json'), hostile, lang);
  console.log('LibreOffice reads every table as it was meant: 28 tables, 2 languages');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
