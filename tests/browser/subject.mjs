// The questionnaire under test, its page, and answers to it. The tests in each/ run with every one of ours: QUESTIONNAIRE
// names it; without, it is the one in dist/klantkompas.html. They take every fact from here, so that they hold for whatever
// an author writes; of what a questionnaire lacks they have nothing to test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Runs dist/bin/klantkompas; what it prints, and a failed test when it does not end well. */
export function cli(args, input = '') {
  const { status, stdout, stderr } = spawnSync(join(root, 'dist/bin/klantkompas'), args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout;
}

const FIRST = 'klantgedreven';
export const NAME = process.env.QUESTIONNAIRE ?? FIRST;
/** The others of ours cost time: what takes minutes with the first takes a part of them with these. */
export const IS_FIRST = NAME === FIRST;
/** A test, or a part of them, of what the page does whatever its questionnaire says: with the first alone. */
export const ofThePage = Object.assign(IS_FIRST ? test.bind(null) : () => {}, { part: IS_FIRST ? describe : () => {} });
/** The page with the questionnaire in it: its path. */
export const WIDGET = join(root, IS_FIRST ? 'dist/klantkompas.html' : `build/logs/pages/${NAME}.html`);
if (!IS_FIRST) {
  mkdirSync(join(WIDGET, '..'), { recursive: true });
  cli(['bundle', NAME, '-o', WIDGET]);
}

/** One of ours, as its author wrote it. @param {string} name */
export const questionnaireOf = (name) => read(`assets/questionnaires/${name}.json`);
export const questionnaire = questionnaireOf(NAME);
export const LANGUAGES = questionnaire.languages;
/** The language of a page that asks for none. */
export const [LANG] = LANGUAGES;
/** Its questions in asking order, each with its section. */
export const QUESTIONS = questionnaire.sections.flatMap((section) => section.questions.map((question) => ({ ...question, section })));
/** Worked cases: input (contract 4) and what must come out. Those at the edges of the rules are about the first. */
export const cases = existsSync(join(root, `tests/cases/${NAME}.json`)) ? read(`tests/cases/${NAME}.json`).cases : [];
export const edgeCases = IS_FIRST ? read('tests/cases/edge.json').cases : [];

export const codeOf = (answers, file = NAME) => cli(['code', file], JSON.stringify(answers)).trim();
export const answersOf = (code) => JSON.parse(cli(['decode', NAME, code]));
/** Scores many sets of answers in one run. */
export const scoresOf = (sets, file = NAME) => cli(['score', file, '--ndjson'], sets.map((set) => `${JSON.stringify(set)}\n`).join(''))
  .split('\n').filter(Boolean).map((line) => JSON.parse(line));
export const scoreOf = (answers, file) => scoresOf([answers], file)[0];

/** An answer to every question: level(its index, its number of levels). */
export const answersBy = (level) => ({ answers: Object.fromEntries(QUESTIONS.map(({ id, levels }, i) => [id, level(i, levels.length)])) });

/** The questions that a reader with these answers is asked, in asking order. A parameter that is not given has its first value. */
export function askedWith({ answers, parameters }) {
  const data = Object.fromEntries(Object.entries(answers).map(([id, level]) => [id, level === 'unknown' ? null : level]));
  data.parameters = { ...Object.fromEntries((questionnaire.parameters ?? []).map(({ id, values }) => [id, values[0].id])), ...parameters };
  const lines = QUESTIONS.map(({ when = true }) => `${JSON.stringify([when, data])}\n`);
  const asked = cli(['logic'], lines.join('')).trim().split('\n').map((line) => JSON.parse(line));
  return QUESTIONS.filter((_, i) => asked[i]);
}

/** Answers without those to questions that are not asked, as a session holds them. */
export function heard(input) {
  const asked = new Set(askedWith(input).map(({ id }) => id));
  return { ...input, answers: Object.fromEntries(Object.entries(input.answers).map(([id, level]) => [id, asked.has(id) ? level : null])) };
}

/** What the page around says, as an address does: "&p.team=alone". */
export const parametersOf = ({ parameters = {} }) => Object.entries(parameters).map(([id, value]) => `&p.${id}=${value}`).join('');

/** Every section has as many answers as it needs; what is left is by turns unknown and skipped. */
export const MIXED = (() => {
  const open = ['unknown', null];
  const given = new Map();
  return answersBy((i, n) => {
    const { id, min_answered: enough } = QUESTIONS[i].section;
    given.set(id, (given.get(id) ?? 0) + 1);
    if (given.get(id) <= enough) return (i + 2) % n;
    open.push(open.shift());
    return open.at(-1);
  });
})();
/** Only the first so many of the answers: what a reader has given on the way. @param {number} count */
export const firstOf = ({ answers }, count) => ({ answers: Object.fromEntries(QUESTIONS.map(({ id }, i) => [id, i < count ? answers[id] : null])) });
export const LOWEST = answersBy(() => 0);
export const HIGHEST = answersBy((_, n) => n - 1);
export const UNKNOWN = answersBy(() => 'unknown');
export const SKIPPED = answersBy(() => null);

const { claims, profile, ticks = [], context } = questionnaire;
const byId = (list, value) => Object.fromEntries(list.map((each, i) => [each.id, value(each, i)]));
/** Controls from the first screen to the first question, past the module before it. */
export const TO_QUESTIONS = ['nav.start', ...claims ? ['nav.skip'] : []];
/** Answers to everything beside the questions. */
const MODULES = {
  ...claims && { claims: byId(claims.questions, ({ levels }, i) => levels.length - 1 - (i % 2)) },
  ...profile && { profile: byId(profile.items, (_, i) => [4, 4, 0, 1, 2, 3][i % 6] % profile.levels.length) },
  ...ticks.length && { ticks: byId(ticks, ({ items }) => items.map(({ id }) => id)) },
  ...context && { context: context.choices[0].id },
};
/** Everything answered, strong and weak, but for one unknown. */
export const FULL = { ...answersBy((i, n) => {
  if (i === 2) return 'unknown';
  if (i === QUESTIONS.length - 1) return 0;
  return [n - 1, n - 1, 0, n - 1, n - 1, n - 2, 1, 1, 2][i % 9];
}), ...MODULES };
/** What has no result: one answer, and one unknown. */
export const FEW = answersBy((i, n) => [n - 1, 'unknown'][i] ?? null);

/** The same chances every time: a small xorshift. @param {number} seed */
export function chances(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Answers at random, with some unknown and skipped. @param {(below: number) => number} chance */
export function randomAnswers(chance) {
  const calm = chance(3);  // a third of the sets: complete; a third: near one level
  const base = chance(5);
  const level = (count) => {
    if (calm === 2) return [...Array(count).keys(), 'unknown', null][chance(count + 2)];
    return calm ? Math.min(count - 1, Math.max(0, base + chance(3) - 1)) : chance(count);
  };
  const set = { answers: byId(QUESTIONS, ({ levels }) => level(levels.length)) };
  if (claims) set.claims = chance(2) ? byId(claims.questions, ({ levels }) => level(levels.length)) : {};
  if (profile) set.profile = chance(2) ? byId(profile.items, () => level(profile.levels.length)) : {};
  if (ticks.length) set.ticks = chance(2) ? byId(ticks, ({ items }) => items.map(({ id }) => id).filter(() => chance(2))) : {};
  if (context) set.context = [null, ...context.choices.map(({ id }) => id)][chance(context.choices.length + 1)];
  return set;
}

/** A number as the pages show it: whole, half away from zero. */
export const whole = (value) => String(Math.sign(value) * Math.round(Math.abs(value)) + 0);
/** A score as the pages show it: never as a number of the next stage. */
export const shown = (value) => String(Math.min(Math.round(value), (questionnaire.stages.find(({ from }) => from > value)?.from ?? 101) - 1));
/** A step of a result in words. A reversed question's steps are in the order of its levels too. `all`: the questions that are asked, which gives them their numbers. */
export const stepText = ({ question, kind, from, to }, lang, all = QUESTIONS) => {
  const asked = QUESTIONS.find(({ id }) => id === question);
  const text = (kind === 'find_out' ? questionnaire.open_step : asked.steps[Math.min(from, to)])[lang];
  const topic = asked.topic[lang];
  return text.replace('{topic}', topic[0].toLowerCase() + topic.slice(1)).replace('{n}', String(all.findIndex(({ id }) => id === question) + 1));
};
