// Every state of the page that a reader can meet, each reached by an address and a few presses: for tests that look at
// all of them in one page, without a reload in between.
import { levels } from './flow.mjs';
import { codeOf, show, until, use } from './walk.mjs';

/** No answers at all, all of them with every module, and too few for a result. */
export const CODES = {
  none: codeOf(levels(null)),
  full: codeOf({
    ...levels([4, 4, 'unknown', 4, 4, 3, 1, 1, 0]), claims: { w1: 4, w2: 4, w3: 3 }, context: 'unique', ticks: { excuses: ['e1', 'e2', 'e3', 'e4'] },
    profile: { fear1: 4, fear2: 4, fear3: 0, arrogance1: 1, arrogance2: 2, arrogance3: 2, ignorance1: 4, ignorance2: 4, ignorance3: 0 },
  }),
  few: codeOf(levels([2, 'unknown', null, 3, null, null, null, null, null])),
};

/** Screen, answers, and the controls to use there, by node id. @type {[string, string, keyof CODES, string[]][]} */
export const STATES = [
  ...['intro', 'about', 'privacy', 'evidence', 'glossary', 'code', 'modules-words', 'role', 'claims-1', 'question-1', 'modules-more', 'profile-1', 'ticks', 'context']
    .map((screen) => /** @type {any} */ ([screen, screen, 'none', []])),
  ['question-1-missing', 'question-1', 'none', ['nav.next']],
  ['question-2-why', 'question-2', 'none', ['nav.more']],
  ['question-4-chosen', 'question-4', 'none', ['q4.l2']],
  ['question-9-unknown', 'question-9', 'none', ['q9.unknown']],
  ['code-wrong', 'code', 'none', ['code.open']],
  ['ticks-chosen', 'ticks', 'none', ['excuses.e1', 'excuses.e4']],
  ['embed-iframe', 'embed', 'none', ['embed.way-iframe']],
  ['embed-script', 'embed', 'none', ['embed.way-script', 'nav.more']],
  ['embed-wordpress', 'embed', 'none', ['embed.way-wordpress']],
  ...['result', 'steps', 'patterns', 'mirror', 'share', 'code', 'question-5'].map((screen) => /** @type {any} */ ([`${screen}-full`, screen, 'full', []])),
  ['patterns-all', 'patterns', 'full', ['nav.more']],
  ['result-restart', 'result', 'full', ['nav.restart']],
  ['share-restart', 'share', 'full', ['nav.restart']],
  ...['result', 'steps', 'patterns', 'share'].map((screen) => /** @type {any} */ ([`${screen}-few`, screen, 'few', []])),
];

/** @param {string} name */
export const stateCalled = (name) => /** @type {(typeof STATES)[number]} */ (STATES.find((state) => state[0] === name));

/**
 * Brings the open page to a state.
 * @param {import('puppeteer-core').Page} page
 * @param {(typeof STATES)[number]} state
 * @param {{lang?: string, view?: 'text' | 'canvas', more?: string}} [how]
 */
export async function visit(page, [, screen, code, controls], { lang = 'nl', view = 'text', more = '' } = {}) {
  // By another screen: what was folded out or asked for is gone, and a question knows nothing of a result before it.
  await show(page, { code: '', screen: screen === 'about' ? 'privacy' : 'about', lang, more: `&view=${view}${more}` });
  await show(page, { code: CODES[code], screen, lang, more: `&view=${view}${more}` });
  for (const id of controls) await use(page, id);
}
