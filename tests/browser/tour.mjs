// Every state of the page that a reader can meet, each reached by an address and a few presses: for tests that look at
// all of them in one page, without a reload in between.
import { askedWith, codeOf, FEW, FULL, LANG, questionnaire, QUESTIONS, SKIPPED } from './subject.mjs';
import { show, use } from './walk.mjs';

/** No answers at all, all of them with every module, and too few for a result. */
export const CODES = { none: codeOf(SKIPPED), full: codeOf(FULL), few: codeOf(FEW) };

const { claims, profile, ticks = [], context, evidence, glossary } = questionnaire;
/** The id of the fourth question. */
export const FOURTH = QUESTIONS[3].id;
/** The last question that is asked before any answer: its id and its screen. */
const LAST = askedWith(SKIPPED).at(-1).id;
export const LAST_QUESTION = `question-${QUESTIONS.findIndex(({ id }) => id === LAST) + 1}`;

/** The number of the first question that has more to tell, or 0. */
const EXPLAINED = QUESTIONS.findIndex((each) => each.look_at) + 1;

/** Screens that hold nothing of the answers, in the order of the page. */
const PLAIN = ['intro', 'about', 'privacy', ...evidence ? ['evidence'] : [], ...glossary ? ['glossary'] : [], 'code', ...claims ? ['modules-words', 'claims-1'] : [],
  'question-1', ...profile || ticks.length || context ? ['modules-more'] : [], ...profile ? ['role', 'profile-1'] : [], ...ticks.length ? ['ticks'] : [], ...context ? ['context'] : []];

/** Screen, answers, and the controls to use there, by node id. @type {[string, string, keyof CODES, string[]][]} */
export const STATES = [
  ...PLAIN.map((screen) => /** @type {any} */ ([screen, screen, 'none', []])),
  ['question-1-missing', 'question-1', 'none', ['nav.next']],
  ...EXPLAINED ? [/** @type {any} */ (['question-why', `question-${EXPLAINED}`, 'none', ['nav.more']])] : [],
  ['question-4-chosen', 'question-4', 'none', [`${FOURTH}.l2`]],
  ['question-last-unknown', LAST_QUESTION, 'none', [`${LAST}.unknown`]],
  ['code-wrong', 'code', 'none', ['code.open']],
  ...ticks.slice(0, 1).map(({ id, items }) => /** @type {any} */ (['ticks-chosen', 'ticks', 'none', [items[0], items[3] ?? items.at(-1)].map((item) => `${id}.${item.id}`)])),
  ['embed-iframe', 'embed', 'none', ['embed.way-iframe']],
  ['embed-script', 'embed', 'none', ['embed.way-script', 'nav.more']],
  ['embed-wordpress', 'embed', 'none', ['embed.way-wordpress']],
  ...['result', 'steps', 'patterns', ...profile ? ['mirror'] : [], 'share', 'files', 'code', 'question-3'].map((screen) => /** @type {any} */ ([`${screen}-full`, screen, 'full', []])),
  ...ticks.length ? [/** @type {any} */ (['patterns-all', 'patterns', 'full', ['nav.more']])] : [],
  ['share-restart', 'share', 'full', ['nav.restart']],
  ...['result', 'steps', 'patterns', 'share'].map((screen) => /** @type {any} */ ([`${screen}-few`, screen, 'few', []])),
  ['plan-empty', 'plan', 'few', []],
  ['plan-open', 'plan', 'few', ['plan.make', 'plan.task-1', 'plan.1.state-2']],
];

/** Pages in which there is a plan, which stays when other answers come. */
const planned = new WeakSet();

/** @param {string} name */
export const stateCalled = (name) => /** @type {(typeof STATES)[number]} */ (STATES.find((state) => state[0] === name));

/**
 * Brings the open page to a state.
 * @param {import('puppeteer-core').Page} page
 * @param {(typeof STATES)[number]} state
 * @param {{lang?: string, view?: 'text' | 'canvas', more?: string}} [how]
 */
export async function visit(page, [, screen, code, controls], { lang = LANG, view = 'text', more = '' } = {}) {
  if (planned.delete(page)) {
    await show(page, { code: '', screen: 'about', lang, more: '' }, { code: CODES.few, screen: 'share', lang, more: '' });
    for (const id of ['nav.restart', 'nav.wipe']) await use(page, id);
  }
  if (controls.includes('plan.make')) planned.add(page);
  // By another screen: what was folded out or asked for is gone, and a question knows nothing of a result before it.
  await show(page, { code: '', screen: screen === 'about' ? 'privacy' : 'about', lang, more: `&view=${view}${more}` },
    { code: CODES[code], screen, lang, more: `&view=${view}${more}` });
  for (const id of controls) await use(page, id);
}
