// What the tests of the result pages share: questionnaire and golden cases, the command line's answers, and a way to
// any screen of the page and to its texts, tables and controls by node id.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Every questionnaire of ours. */
export const NAMES = readdirSync(join(root, 'assets/questionnaires')).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).sort();
/** One of ours, as its author wrote it. @param {string} name */
export const questionnaireOf = (name) => read(`assets/questionnaires/${name}.json`);
/** Its questions in asking order, each with its section. */
export const questionsOf = (of) => of.sections.flatMap((section) => section.questions.map((question) => ({ ...question, section })));

export const questionnaire = questionnaireOf('klantgedreven');
export const cases = read('tests/cases/klantgedreven.json').cases;
/** At the edges of the rules, with the same questionnaire. */
export const edgeCases = read('tests/cases/edge.json').cases;
export const LANGUAGES = questionnaire.languages;
export const QUESTIONS = questionsOf(questionnaire);
export const SCREENS = ['result', 'steps', 'patterns', 'mirror', 'share'];

/** Runs dist/bin/klantkompas; what it prints, and a failed test when it does not end well. */
export function cli(args, input = '') {
  const { status, stdout, stderr } = spawnSync(join(root, 'dist/bin/klantkompas'), args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout;
}

export const codeOf = (answers, file = 'klantgedreven') => cli(['code', file], JSON.stringify(answers)).trim();
/** Scores many sets of answers in one run. */
export const scoresOf = (sets, file = 'klantgedreven') => cli(['score', file, '--ndjson'], sets.map((set) => `${JSON.stringify(set)}\n`).join(''))
  .split('\n').filter(Boolean).map((line) => JSON.parse(line));
export const scoreOf = (answers, file) => scoresOf([answers], file)[0];

/** A number as the pages show it: whole, half away from zero. */
export const whole = (value) => String(Math.sign(value) * Math.round(Math.abs(value)) + 0);
/** How a questionnaire's scores are shown: never as a number of the next stage. */
export const shownIn = ({ stages }) => (value) => String(Math.min(Math.round(value), (stages.find(({ from }) => from > value)?.from ?? 101) - 1));
export const shown = shownIn(questionnaire);

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

const { claims, profile, ticks, context } = questionnaire;
const CONTEXTS = context.choices.map(({ id }) => id);

/** Answers at random, with some unknown and skipped. @param {(below: number) => number} chance */
export function randomAnswers(chance) {
  const calm = chance(3);  // a third of the sets: complete; a third: near one level
  const base = chance(5);
  const level = () => {
    if (calm === 2) return [0, 1, 2, 3, 4, 'unknown', null][chance(7)];
    return calm ? Math.min(4, Math.max(0, base + chance(3) - 1)) : chance(5);
  };
  const some = (items, value) => Object.fromEntries(items.map(({ id }) => [id, value()]));
  return {
    answers: some(QUESTIONS, level),
    claims: chance(2) ? some(claims.questions, level) : {},
    profile: chance(2) ? some(profile.items, level) : {},
    ticks: chance(2) ? Object.fromEntries(ticks.map(({ id, items }) => [id, items.map((item) => item.id).filter(() => chance(2))])) : {},
    context: [null, ...CONTEXTS][chance(CONTEXTS.length + 1)],
  };
}

/** Waits for what the page promised; `condition` runs in the page. */
export const until = (page, condition, ...args) => page.waitForFunction(condition, { timeout: 30_000 }, ...args);

/** Brings the open page to these answers by its address, as a link would. Text view: nothing to draw, quick. */
export async function show(page, { code, screen = 'result', lang = 'nl', more = '&view=text' }) {
  await page.evaluate((hash) => new Promise((done) => {
    if (location.hash === hash) return done();
    addEventListener('hashchange', done, { once: true });
    location.hash = hash;
  }), `#k=${code}&at=${screen}&lang=${lang}${more}`);
  await until(page, (at, tag) => window.klantkompas.state().screen === at && document.documentElement.lang === tag, screen, lang);
}

/** Text of a node, or null when it is not there. A figure's text is its caption. */
export const textOf = (page, id) => page.evaluate((name) => {
  const el = document.getElementById(`kk-${name}`);
  return el && ((el.localName === 'figure' ? el.querySelector('figcaption') : el).value || el.textContent.trim() || (el.querySelector('figcaption') ?? el).textContent.trim());
}, id);

/** Texts of all nodes whose id matches, in reading order. @param {RegExp} pattern */
export const textsOf = (page, pattern) => page.evaluate((source) => [...document.querySelectorAll('[id^="kk-"]')]
  .filter((el) => RegExp(source).test(el.id.slice(3))).map((el) => el.textContent.trim()), pattern.source);

/** A table as rows of cells, without its heads. */
export const tableOf = (page, id) => page.evaluate((name) => {
  const table = document.getElementById(`kk-${name}`);
  return table && [...table.rows].slice(1).map((row) => [...row.cells].map((cell) => cell.textContent));
}, id);

/** Everything the open document shows, line by line: texts, names, captions, the title and what a field holds. */
export const everythingOn = (page) => page.evaluate(() => {
  const out = [document.title];
  const note = document.getElementById('kk-note');
  if (!note.hidden) out.push(note.textContent);
  for (const el of document.querySelectorAll('main [id^="kk-"]:not(#kk-note, #kk-status), main .k-words')) {
    out.push(el.getAttribute('aria-label') ?? '');
    if (el.localName === 'textarea') out.push(el.value);
    else if (!el.querySelector('[id^="kk-"], .k-words')) out.push(el.textContent);
  }
  return out.map((text) => text.trim()).filter(Boolean);
});

/** Uses a control by its node id, as the page itself hears of it. */
export async function use(page, id) {
  await page.evaluate((value) => {
    const el = document.querySelector(`main button[value="${value}"], main input[value="${value}"]`);
    if (!el) throw new Error(`no control ${value} on ${window.klantkompas.state().screen}`);
    el.click();
  }, id);
}

/** What the live region says next. */
export async function said(page) {
  const region = await until(page, () => document.getElementById('kk-status').textContent.trim() || false);
  return region.jsonValue();
}

/** Serves texts and the widget (/klantkompas.html) on a free port. @param {Record<string, string>} pages  HTML by path */
export async function serve(pages = {}) {
  const widget = readFileSync(join(root, 'dist/klantkompas.html'));
  const server = createServer(({ url = '' }, answer) => {
    const body = url === '/klantkompas.html' ? widget : pages[url];
    answer.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(body ?? '');
  });
  await new Promise((done) => { server.listen(0, done); });
  // A test that fails before it closes its server must not keep its whole file waiting.
  server.unref().on('connection', (socket) => socket.unref());
  const { port } = server.address();
  const close = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return { port, close };
}
