// What assistive technology is told at each key, without a voice: the accessibility bus of Linux, real keys, Firefox and Chromium. Roles,
// names, descriptions, states, place in a group, and what the live region says. A part of scripts/listen: on a busy machine a browser may
// miss a key.
import assert from 'node:assert/strict';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '../../scripts/serve.mjs';
import { startDesk } from './desk.mjs';
import { answersBy, codeOf, questionnaire, QUESTIONS } from '../browser/subject.mjs';

const PATIENCE = 60_000;
const CODE = codeOf(answersBy((i) => (i < 8 ? 2 : null)));

/** @typedef {{role: string, name: string, description: string, states: string[], place: [number, number], level: number, group: string, hint: string, actions: string[]}} Focus */

/** Everything the bus tells of the page, in order. @param {Awaited<ReturnType<typeof startDesk>>} desk */
async function watch(desk) {
  /** @type {{focus?: Focus, live?: string, ready?: boolean}[]} */
  const told = [];
  const watcher = desk.run('/usr/bin/python3', [new URL('at_spi.py', import.meta.url).pathname], { output: 'pipe' });
  createInterface({ input: /** @type {any} */ (watcher.stdout) }).on('line', (line) => told.push(JSON.parse(line)));
  /** @param {string} what @param {(each: {focus?: Focus, live?: string, ready?: boolean}) => unknown} fits @param {number} from @param {() => void} [again]  after some seconds without */
  async function until(what, fits, from = 0, again = () => {}) {
    let next = Date.now() + 10_000;
    for (const late = Date.now() + PATIENCE; ;) {
      const found = told.slice(from).find(fits);
      if (found) return found;
      assert.ok(Date.now() < late, `${what}: never; since then ${JSON.stringify(told.slice(from))}`);
      if (Date.now() > next) {
        again();
        next = Date.now() + 10_000;
      }
      await wait(10);
    }
  }
  await until('the bus', ({ ready }) => ready);
  return { told, until };
}

/** What Chromium lets be done with everything that can have focus, on a page without a listener too. */
const CHROMIUMS = ['doDefault', 'showContextMenu'];
const HEADING = { role: 'heading', level: 1, actions: [] };  // no “clickable”
const BUTTON = { role: 'button' };
const WARNING = 'Opnieuw beginnen wist al je antwoorden. Dit kun je niet ongedaan maken.';
const HINT = 'Kies wat er nu echt gebeurt, niet wat er is gepland.';
const text = ({ text: { nl } }) => nl;
const [first, last] = [QUESTIONS[0], QUESTIONS[8]];
const MISSING = 'Kies een antwoord, of sla de vraag over.';

/**
 * The way: a key, again until the control of that name has focus, and what must be told of it. `live`: what the live region says then.
 * @type {[string, string, Partial<Focus> & {live?: string}][]}
 */
const WAY = [
  ['Tab', 'NL', { ...BUTTON, description: 'Nederlands' }],
  ['Tab', 'EN', { ...BUTTON, description: 'English' }],
  ['Tab', last.levels[0].nl, { role: 'radio button', states: [], place: [1, last.levels.length + 1], group: text(last), hint: HINT }],
  ['Down', last.levels[1].nl, { role: 'radio button', states: ['checked'], place: [2, last.levels.length + 1] }],
  ['Tab', 'Naar je uitslag', BUTTON],
  ['Return', 'Wil je nog verder kijken?', { ...HEADING, description: 'Je uitslag is klaar. Je kunt hieronder nog iets toevoegen. Het telt niet mee in de score:' }],
  ['Tab', 'Overslaan', BUTTON],
  ['Return', 'Bouwend', { ...HEADING, description: 'Fase 3 van 5 · score 47 van 100' }],
  ['Tab', 'Toon als radar', BUTTON],
  ['Return', 'Toon als balken', { live: 'Toon als balken' }],
  ['shift+Tab', 'Delen en bewaren', BUTTON],
  ['Return', 'Delen en bewaren', HEADING],
  ['Tab', 'Wis alles', BUTTON],
  ['Return', 'Nee, ga terug', { ...BUTTON, description: WARNING }],
  ['Escape', 'Wis alles', BUTTON],
  ['Return', 'Nee, ga terug', { ...BUTTON, description: WARNING }],
  ['Return', 'Wis alles', BUTTON],
  ['Return', 'Nee, ga terug', { ...BUTTON, description: WARNING }],
  ['Tab', 'Ja, wis alles', BUTTON],
  ['Return', questionnaire.title.nl, { ...HEADING, live: 'Alles is gewist.' }],
  ['Tab', 'Start', BUTTON],
  ['Return', 'Eerst drie korte vragen over wat jullie zéggen?', { ...HEADING, description: 'Eén minuut. Daarna zie je of jullie doen wat jullie zeggen.' }],
  ['Tab', 'Overslaan', BUTTON],
  ['Return', text(first), { ...HEADING, description: 'Vraag 1 van 9' }],
  ['Tab', 'Waar let je op?', { ...BUTTON, states: ['folds'] }],
  ['Tab', 'Volgende', BUTTON],
  ['Return', 'Volgende', { live: MISSING }],
  ['shift+Tab', first.levels[0].nl, { role: 'radio button', states: [], group: text(first) }],
];

for (const browser of /** @type {const} */ (['firefox', 'chromium'])) {
  test(`${browser}: each key tells where one is, what it is and what became of it`, { timeout: 300_000 }, async () => {
    const desk = await startDesk();
    const server = await serve();
    try {
      const { told, until } = await watch(desk);
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      desk.open(browser, `http://localhost:${port}/klantkompas.html#lang=nl&k=${CODE}&at=question-9`);
      await until('the page', (each) => each.focus?.role.startsWith('document'));
      for (const [key, name, { live, ...expected }] of WAY) {
        const from = told.length;
        if (Object.keys(expected).length) {
          let focus;
          for (let presses = 0, at = from; focus?.name !== name; at = told.length) {
            assert.ok(presses++ < 40, `${key} never leads to “${name}”`);
            desk.press(key);
            // A window that came forward only now has not heard of it.
            ({ focus } = await until(`${key} to “${name}”`, (each) => each.focus, at, () => { if (key.endsWith('Tab')) desk.press(key); }));
          }
          const { role, ...rest } = focus;
          const is = { role: role.replace(/^(push|toggle) /, ''), ...rest };
          // Chromium gives headings one whatever listens, and wherever.
          const { actions, ...wanted } = expected;
          if (actions) assert.deepEqual(is.actions.filter((action) => !CHROMIUMS.includes(action)), actions);
          assert.deepEqual({ ...is, ...wanted }, is, `${key} to “${name}”`);
        } else {
          desk.press(key);  // where focus stays
        }
        if (live) await until(`“${live}”`, (each) => each.live?.trim() === live, from);
      }
    } finally {
      await desk.end();
      server.close();
    }
  });
}
