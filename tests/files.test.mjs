// What can be taken along, as other programs read it: a CSV parser, a Markdown parser, and our own command line again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { lexer } from 'marked';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const run = (args, input = '') => spawnSync(join(root, 'dist/bin/klantkompas'), args, { input, encoding: 'utf8', maxBuffer: 1 << 24 });
const exported = (file, answers, format, ...more) => {
  const { status, stdout, stderr } = run(['export', file, '-', '--format', format, ...more], JSON.stringify(answers));
  assert.equal(status, 0, stderr);
  return stdout;
};
const QUESTIONNAIRES = ['klantgedreven', 'weerbaar', 'minimal'];
const questionsOf = ({ sections }) => sections.flatMap((section) => section.questions.map((question) => ({ ...question, section })));
/** Every level, and both ways of leaving one open. */
const answersOf = (questionnaire, shift) => ({ answers: Object.fromEntries(questionsOf(questionnaire).map(({ id, levels }, i) => {
  const said = [...levels.keys(), 'unknown', null];
  return [id, said[(i + shift) % said.length]];
})) });
const READS = { ';': { number: (text) => Number(text.replace(',', '.')), marks: ',' }, ',': { number: Number, marks: '.' } };

let scratch;
before(() => { scratch = mkdtempSync(join(tmpdir(), 'klantkompas-files-')); });
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A questionnaire with what harms a spreadsheet or a text in every text of it. */
function hostile() {
  const questionnaire = read('assets/questionnaires/klantgedreven.json');
  questionnaire.id = 'hostile';
  const nasty = ['=1+1', '+31 6', '-2 dagen', '@SUM(A1)', '"; "a', 'a;b,c', '=HYPERLINK("http://x.invalid")', '| a | b |', '# kop', '1. eerst', '<b>x</b>', '*a* _b_ `c` [d](e)', '- punt', '\\\\'];
  let n = 0;
  const spoil = (text) => (text ? Object.fromEntries(Object.keys(text).map((language) => [language, `${nasty[n++ % nasty.length]} ${n}`])) : text);
  for (const section of questionnaire.sections) {
    section.name = spoil(section.name);
    for (const question of section.questions) {
      for (const name of ['topic', 'text', 'why']) question[name] = spoil(question[name]);
      delete question.terms;
      question.levels = question.levels.map(spoil);
      question.steps = question.steps.map(spoil);
    }
  }
  const file = join(scratch, 'hostile.json');
  writeFileSync(file, JSON.stringify(questionnaire));
  return { file, questionnaire };
}

function checkTable(file, questionnaire, answers, lang) {
  const text = exported(file, answers, 'csv', '--lang', lang);
  assert.ok(text.startsWith('\uFEFF'), 'Excel takes it for UTF-8');
  assert.ok(text.endsWith('\r\n') && !/[^\r]\n/.test(text), 'RFC 4180');
  const delimiter = lang === 'nl' ? ';' : ',';
  const [heads, ...rows] = parse(text, { bom: true, delimiter });
  assert.equal(heads.length, 8);
  assert.equal(new Set(heads).size, 8);
  const { number, marks } = READS[delimiter];
  const questions = questionsOf(questionnaire);
  assert.equal(rows.length, questions.length);
  const safe = (words) => (/^[=+\-@\t\r]/.test(words) ? `'${words}` : words);
  for (const [i, [n, section, topic, words, level, highest, points, answer]] of rows.entries()) {
    const { id, levels, ...question } = questions[i];
    const said = answers.answers[id];
    assert.deepEqual([Number(n), section, topic, words, Number(highest)],
      [i + 1, safe(question.section.name[lang]), safe(question.topic[lang]), safe(question.text[lang]), levels.length - 1]);
    assert.ok(!/[.,]/.test(points) || points.includes(marks), points);
    if (typeof said !== 'number') {
      assert.deepEqual([level, points], ['', '']);
      assert.ok(answer.length > 3);
      continue;
    }
    const value = question.reverse ? levels.length - 1 - said : said;
    assert.equal(Number(level), said);
    assert.equal(number(points), Math.round(10000 * value / (levels.length - 1)) / 100);
    assert.equal(answer, safe(levels[said][lang]));
  }
}

test('the table is read by a CSV parser: a row a question, every column right, in each language', () => {
  for (const name of QUESTIONNAIRES) {
    const questionnaire = read(`assets/questionnaires/${name}.json`);
    for (const lang of questionnaire.languages) {
      // Without conditions every question is asked; those of others are in the next test.
      if (questionsOf(questionnaire).some(({ when }) => when)) continue;
      for (let shift = 0; shift < 7; shift++) checkTable(name, questionnaire, answersOf(questionnaire, shift), lang);
    }
  }
});

test('no text of an author becomes a formula or another cell', () => {
  const { file, questionnaire } = hostile();
  for (const lang of ['nl', 'en']) {
    for (let shift = 0; shift < 7; shift++) checkTable(file, questionnaire, answersOf(questionnaire, shift), lang);
  }
});

test('everything in one file: answers that our own commands read again, with the code and the result', () => {
  for (const name of QUESTIONNAIRES) {
    const questionnaire = read(`assets/questionnaires/${name}.json`);
    for (let shift = 0; shift < 7; shift++) {
      const answers = JSON.stringify(answersOf(questionnaire, shift));
      const file = exported(name, JSON.parse(answers), 'json');
      const { code, result, ...said } = JSON.parse(file);
      // The page forgets what was said to a question that is not asked.
      if (!questionsOf(questionnaire).some(({ when }) => when)) assert.deepEqual(said, JSON.parse(answers));
      assert.deepEqual(result, JSON.parse(run(['score', name], answers).stdout));
      assert.equal(`${code}\n`, run(['code', name], JSON.stringify(said)).stdout);
      assert.deepEqual(JSON.parse(run(['score', name], file).stdout), result);
      assert.equal(exported(name, JSON.parse(file), 'json'), file, 'a file of a file is the same');
      const again = run(['export', name, code, '--format', 'json']);
      assert.equal(again.stdout, file, 'and that of its code');
    }
  }
});

test('the text is Markdown: headings, steps in order and tables, and nothing in it is markup of an author’s', () => {
  const { file, questionnaire } = hostile();
  for (const [name, source] of [['klantgedreven', read('assets/questionnaires/klantgedreven.json')], [file, questionnaire]]) {
    for (const lang of ['nl', 'en']) {
      for (let shift = 0; shift < 7; shift++) {
        const answers = answersOf(source, shift);
        const text = exported(name, answers, 'md', '--lang', lang);
        const tokens = lexer(text);
        assert.equal(tokens.filter(({ type, depth }) => type === 'heading' && depth === 1).length, 1);
        const kinds = new Set(tokens.map(({ type }) => type));
        for (const kind of kinds) assert.ok(['heading', 'paragraph', 'space', 'table', 'list'].includes(kind), `${kind}\n${text}`);
        const inline = (list) => list.flatMap((token) => [token, ...inline(token.tokens ?? token.items ?? []), ...(token.header ?? []).flatMap((cell) => inline(cell.tokens)), ...(token.rows ?? []).flat().flatMap((cell) => inline(cell.tokens))]);
        for (const { type, raw } of inline(tokens)) assert.ok(!['html', 'link', 'em', 'strong', 'codespan', 'image', 'code', 'del'].includes(type), `${type} ${raw}`);
        const answersTable = tokens.find(({ type, header }) => type === 'table' && header.length === 4 && header[2].text === (lang === 'nl' ? 'In woorden' : 'In words'));
        const plain = (cell) => inline(cell.tokens).filter(({ type }) => type === 'text' || type === 'escape').map(({ text: words }) => words).join('');
        const questions = questionsOf(source);
        assert.equal(answersTable.rows.length, questions.length);
        for (const [i, row] of answersTable.rows.entries()) {
          const said = answers.answers[questions[i].id];
          if (typeof said === 'number') assert.equal(plain(row[2]).replace(/&(\w+|#\d+);/g, (all) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#39;': '\'' }[all])), questions[i].levels[said][lang]);
        }
      }
    }
  }
});

test('a calendar, as an iCalendar library reads it: one day, ninety days on, that is changed when it comes again', () => {
  const { file, questionnaire: harmful } = hostile();
  harmful.title = { nl: 'Een; twee, drie\\vier: “vijf” 🧭 en nog veel meer, zodat de regel te lang wordt', en: 'One; two, three' };
  writeFileSync(file, JSON.stringify(harmful));
  const seen = new Map();
  for (const [name, questionnaire] of [...QUESTIONNAIRES.map((id) => [id, read(`assets/questionnaires/${id}.json`)]), [file, harmful]]) {
    for (const lang of questionnaire.languages) {
      for (const [now, day] of [['2026-11-27T18:10:30Z', '2027-02-25'], ['2027-12-01T00:00:00.999Z', '2028-02-29'], ['2028-02-29T23:59:59Z', '2028-05-29'], ['2099-12-31T12:00:00Z', '2100-03-31']]) {
        const answers = answersOf(questionnaire, 1);
        const text = exported(name, answers, 'ics', '--lang', lang, '--time', now);
        assert.ok(text.endsWith('\r\n') && !/[^\r]\n/.test(text), 'RFC 5545, 3.1: lines end so');
        for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
        const calendar = new ICAL.Component(ICAL.parse(text));
        assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
        assert.ok(calendar.getFirstPropertyValue('prodid'));
        const events = calendar.getAllSubcomponents('vevent');
        assert.equal(events.length, 1);
        const event = new ICAL.Event(events[0]);
        assert.ok(event.startDate.isDate);
        assert.equal(event.startDate.toString(), day, now);
        assert.equal(events[0].getFirstPropertyValue('dtstamp').toString(), `${now.slice(0, 19)}Z`);
        const code = run(['code', name], JSON.stringify(answers)).stdout.trim();
        assert.ok(event.summary.endsWith(`: ${questionnaire.title[lang]}`), event.summary);
        assert.ok(event.description.endsWith(code), event.description);
        assert.ok(!event.uid.includes(code.split('.')[1]), 'a name is no place for answers');
        const others = seen.get(event.uid) ?? new Set();
        seen.set(event.uid, others.add(`${name} ${code}`));
      }
    }
  }
  assert.deepEqual([...seen.values()].map((names) => names.size), [...seen.values()].map(() => 1));
  assert.equal(seen.size, QUESTIONNAIRES.length + 1, 'one name whatever the language and the day');
  const other = exported('minimal', answersOf(read('assets/questionnaires/minimal.json'), 2), 'ics');
  assert.ok(![...seen.keys()].some((uid) => other.includes(uid)), 'other answers are another event');
});

test('what export needs and refuses', () => {
  const answers = '{"answers":{"q1":1}}';
  for (const [args, input, exit, says] of [
    [['export', 'klantgedreven', '-'], answers, 2, /--format csv\|md\|ics\|json\|xapi/],
    [['export', 'klantgedreven', '-', '--format', 'pdf'], answers, 2, /--format csv\|md\|ics\|json\|xapi/],
    ...['2026-11-27', '2026-11-27T10:00:00+01:00', '2026-13-01T00:00:00Z', '2026-02-29T00:00:00Z', '2026-02-28T24:00:00Z', 'morgen'].map((time) =>
      [['export', 'klantgedreven', '-', '--format', 'ics', '--time', time], answers, 2, /found --time .*, expected one such as 2026-11-27T18:10:30Z/]),
    [['export', 'klantgedreven', '-', '--format', 'csv'], '{"answers":{"q1":7}}', 1, /-:1:18: error\[level_out_of_range\]/],
    [['export', 'klantgedreven', '1gqs3jshp.32x232-21.ykt7', '--format', 'csv'], '', 2, /cannot read/],
    [['export', 'klantgedreven', '-', '--format', 'csv'], '1gqs3jshp.32x232-21.ykt7', 1, /error\[damaged_code\]/],
    [['export', 'klantgedreven', '--format', 'csv'], read('tests/cases/format1/results.json').cases[0].code, 1, /^-:1:1: error\[rescored_code\]/],
  ]) {
    const { status, stdout, stderr } = run(args, input);
    assert.equal(status, exit, stderr);
    assert.equal(stdout, '');
    assert.match(stderr, says);
  }
  const [one, two] = [0, 1].map(() => JSON.parse(exported('klantgedreven', JSON.parse(answers), 'xapi')));
  assert.notEqual(one.id, two.id);
  assert.match(one.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(Math.abs(Date.parse(one.timestamp) - Date.now()) < 3_600_000);
});
