// The reader of the other files, which know Chromium, in Firefox and WebKitGTK. What an engine cannot do here is skipped, and says why.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { OTHERS, startEngine } from './engines.mjs';
import { questionText, walk, WORDS } from './flow.mjs';
import { cases, codeOf, firstOf, MIXED, scoreOf } from './subject.mjs';
import { CODES } from './tour.mjs';

const ANSWERS = MIXED;
const IDLE_SECONDS = 2;
const ACTIONS = 450;

/**
 * Runs in the page: random clicks, on what was pressed least so far, so that they come everywhere; after each, what is chosen is
 * what the session holds. Answers how many screens it saw.
 */
function play(count) {
  let state = 20_261_126;
  const chance = (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const screens = new Set();
  const pressed = new Map();
  const here = ({ value }) => `${window.klantkompas.state().screen} ${value}`;
  const times = (el) => pressed.get(here(el)) ?? 0;
  for (let i = 0; i < count; i++) {
    const controls = [...document.querySelectorAll('main :is(button:not(:disabled), input)')].filter((el) => !/^(page|copy|view)\./.test(el.value));
    const least = Math.min(...controls.map(times));
    const fresh = controls.filter((el) => times(el) === least);
    const control = fresh[chance(fresh.length)];
    pressed.set(here(control), least + 1);
    control.focus({ preventScroll: true });
    control.click();
    const { screen, answers: given } = window.klantkompas.state();
    screens.add(screen);
    const all = { ...given.answers, ...given.claims, ...given.profile };
    for (const input of document.querySelectorAll('main input')) {
      const [id, choice] = input.value.split('.');
      const wanted = id in all ? choice === (all[id] === 'unknown' ? 'unknown' : `l${all[id]}`) : given.ticks?.[id]?.includes(choice) ?? input.checked;
      if (input.checked !== Boolean(wanted)) throw new Error(`${control.value} on ${screen}: ${input.value} is ${input.checked}`);
    }
    const ids = [...document.querySelectorAll('[id]')].map((el) => el.id);
    if (new Set(ids).size !== ids.length) throw new Error(`${control.value} on ${screen}: an id twice`);
    if (document.activeElement === document.body) throw new Error(`${control.value} on ${screen}: focus is lost`);
  }
  return screens.size;
}

/** Texts whose lines the document breaks elsewhere than the canvas: a line that is two, or is wider than its element. */
const brokenLines = () => [...document.querySelectorAll('.k-line')].filter((line) => {
  // The space at its end, where the canvas broke it, hangs: that is no letter too many.
  const letters = document.createRange();
  letters.selectNodeContents(line);
  const last = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).lastChild();
  letters.setEnd(last, last.data.trimEnd().length);
  return line.getClientRects().length !== 1 || letters.getBoundingClientRect().width > line.closest('.k').getBoundingClientRect().width + 2;
}).map((line) => line.textContent);

for (const name of OTHERS) {
  describe(name, () => {
    let engine;
    before(async () => { engine = await startEngine(name); });
    after(() => engine?.close());

    for (const by of ['mouse', 'keyboard']) {
      test(`by ${by} from Start to the result, drawn on the canvas`, async () => {
        const reader = await engine.open();
        await reader.until(() => window.klantkompas.frames() > 0);
        const frames = await reader.frames();
        await walk(reader, ANSWERS, { by });
        assert.deepEqual(await reader.result(), scoreOf(ANSWERS));
        const { view, tier } = await reader.state();
        assert.deepEqual({ view, tier }, { view: 'canvas', tier: 'webgl' });
        assert.ok(await reader.frames() > frames + 10);
        assert.equal(await reader.frame.evaluate(() => document.activeElement.localName), 'h1', 'focus is on the result');
        await reader.until((code) => location.hash.includes(`k=${code}`), codeOf(ANSWERS));
        await reader.close();
      });
    }

    test('Volgende without a choice: the message, linked and spoken', async () => {
      const reader = await engine.open('at=question-1');
      await reader.press(WORDS.nl.next);
      await reader.until((text) => document.getElementById('kk-status').textContent.trim() === text, WORDS.nl.missing);
      assert.deepEqual(await reader.frame.evaluate(() => {
        const group = document.querySelector('fieldset');
        return [group.getAttribute('aria-invalid'), document.getElementById(group.getAttribute('aria-describedby')).textContent];
      }), ['true', WORDS.nl.missing]);
      await reader.close();
    });

    test(`${cases.length} golden cases in this engine’s WASM, byte for byte`, async () => {
      const reader = await engine.open('view=text');
      for (const { id, input } of cases) {
        await reader.frame.evaluate((hash) => { location.hash = hash; }, `k=${codeOf(input)}&at=result&view=text`);
        const expected = JSON.stringify(scoreOf(input));
        await reader.until((text) => JSON.stringify(window.klantkompas.result()) === text, expected).catch(() => assert.fail(id));
      }
      await reader.close();
    });

    test(`${ACTIONS} random actions: what is chosen is what the session holds`, async () => {
      const reader = await engine.open('at=question-1&view=text');  // nothing is drawn, and no later page waits for that
      const screens = await reader.frame.evaluate(play, ACTIONS);
      assert.ok(screens > 20, `${screens} screens`);
      await reader.close();
    });

    test('lines break where the canvas breaks them', async () => {
      const reader = await engine.open(`k=${CODES.full}&at=result`);
      for (const screen of ['result', 'steps', 'patterns', 'mirror', 'question-1', 'intro', 'about']) {
        await reader.frame.evaluate((hash) => { location.hash = hash; }, `k=${CODES.full}&at=${screen}`);
        await reader.until((at) => window.klantkompas.state().screen === at, screen);
        assert.deepEqual(await reader.frame.evaluate(brokenLines), [], screen);
      }
      await reader.close();
    });

    test('find in page finds what is drawn', async () => {
      const reader = await engine.open('at=question-4');
      const found = await reader.frame.evaluate((text) => window.find(text), questionText(4));
      assert.equal(found, true);
      assert.equal(await reader.frame.evaluate((text) => window.find(text), 'dit staat er niet'), false);
      await reader.close();
    });

    test('text view by its switch, and back', async () => {
      const reader = await engine.open('at=question-1');
      await reader.press('Tekstweergave', { role: 'switch' });
      assert.deepEqual(await reader.frame.evaluate(() => [window.klantkompas.state().view, getComputedStyle(document.querySelector('canvas')).display]), ['text', 'none']);
      await reader.press('Tekstweergave', { role: 'switch', by: 'keyboard' });
      assert.equal((await reader.state()).view, 'canvas');
      await reader.close();
    });

    test(`no frame in ${IDLE_SECONDS} s without a change`, async () => {
      const reader = await engine.open('at=question-1');
      await pause(500);
      const before = await reader.frames();
      await pause(IDLE_SECONDS * 1000);
      assert.equal(await reader.frames(), before);
      await reader.close();
    });

    test('a reload resumes answers and place', async () => {
      const reader = await engine.open();
      await walk(reader, ANSWERS, { until: 'question-4' });
      const code = codeOf(firstOf(ANSWERS, 3));
      await reader.until((text) => location.hash.includes(`k=${text}`) && location.hash.includes('at=question-4'), code);
      const before = await reader.state();
      await reader.page.reload();
      await reader.until(() => window.klantkompas?.state().tier === 'webgl');
      assert.deepEqual(await reader.state(), before);
      await reader.close();
    });

    test('no error and no request in the console', (t) => {
      if (!engine.console) return t.skip('WebKitWebDriver does not tell what is in the console');
      return engine.open(`k=${CODES.full}&at=result`).then((reader) => reader.close());
    });
  });

  test(`${name} without WebGL: the CPU draws, and the result is the same`, async () => {
    const engine = await startEngine(name, { webgl: false });
    try {
      const reader = await engine.open(`k=${codeOf(ANSWERS)}&at=result`);
      assert.equal(await reader.note(), '');
      const { view, tier } = await reader.state();
      assert.deepEqual({ view, tier }, { view: 'canvas', tier: 'cpu' });
      assert.deepEqual(await reader.result(), scoreOf(ANSWERS));
      await reader.page.close();
    } finally {
      await engine.close();
    }
  });
}
