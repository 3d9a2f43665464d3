// Nothing is drawn when nothing changes: on every screen, 5 seconds without one frame or one request for a frame.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { HERE, questionText } from '../flow.mjs';
import { launch, openPage } from '../harness.mjs';
import { codeOf, FULL, questionnaire, QUESTIONS } from '../subject.mjs';

const SECONDS = 5;
const { claims, profile, ticks, context } = questionnaire;
const SCREENS = ['intro', ...claims ? ['modules-words', 'claims-1'] : [], 'question-1', `question-${QUESTIONS.length}`, ...profile ? ['modules-more', 'role', 'profile-1'] : [],
  ...ticks ? ['ticks'] : [], ...context ? ['context'] : [], 'result', 'steps', 'patterns', ...profile ? ['mirror'] : [], 'share', 'about', 'privacy'];
/** Bars, dots and ladder grow once when a result is first seen. */
const GROWING = ['result', 'steps', 'patterns', 'mirror'];
const CODE = codeOf(FULL);

function countRequests() {
  const original = window.requestAnimationFrame;
  window.asked = 0;
  window.requestAnimationFrame = (callback) => {
    window.asked++;
    return original(callback);
  };
}

const activity = (reader) => reader.page.evaluate(() => ({ frames: window.klantkompas.frames(), asked: window.asked, shown: document.visibilityState }));

/** Waits until nothing has asked for a frame for a while: what the first layout set off, and figures that grow, are over. */
async function quiet(reader) {
  let now = await activity(reader);
  for (let since = 0; since < 5; await pause(100)) {
    const before = now;
    now = await activity(reader);
    since = now.asked === before.asked ? since + 1 : 0;
  }
  return now;
}

/** Counts what is asked of the WASM, by name. */
function countCalls() {
  const original = WebAssembly.instantiate;
  window.calls = {};
  WebAssembly.instantiate = async (module, imports) => {
    const { exports } = await original(module, imports);
    const counted = Object.entries(exports).map(([name, value]) => [name, typeof value !== 'function' ? value : (...args) => {
      window.calls[name] = (window.calls[name] ?? 0) + 1;
      return value(...args);
    }]);
    return { exports: Object.fromEntries(counted) };
  };
}

let browser;
before(async () => { browser = await launch({ webgl: true }); });
after(() => browser?.close());

test(`${SCREENS.length} screens, ${SECONDS} s each, without a frame`, async () => {
  const readers = [];
  for (const screen of SCREENS) readers.push(await openPage(browser, undefined, { fragment: `k=${CODE}&at=${screen}`, before: countRequests }));
  const settled = await Promise.all(readers.map(quiet));
  await pause(SECONDS * 1000);
  for (const [i, reader] of readers.entries()) {
    assert.equal((await reader.state()).screen, SCREENS[i]);
    assert.deepEqual(await activity(reader), settled[i], SCREENS[i]);
    if (!GROWING.includes(SCREENS[i])) assert.equal(settled[i].frames, 1, `${SCREENS[i]}: one frame and no more`);
    assert.equal(settled[i].shown, 'visible');
    await reader.close();
  }
});

test('a choice, the pointer and the message are drawn, and then it is quiet again', async () => {
  const reader = await openPage(browser, undefined, { fragment: 'at=question-1', before: countRequests });
  const handle = await reader.locate('radio', HERE.unknown);
  await handle.hover();
  await reader.until(() => window.klantkompas.frames() > 1);
  await handle.click();
  await reader.press(HERE.next);
  await reader.press(HERE.back);
  await reader.press(HERE.skip);
  await reader.press(HERE.next);
  await reader.until((text) => document.querySelector('h1').textContent === text, questionText(2));
  await reader.page.mouse.move(1, 1);
  const before = await quiet(reader);
  await pause(SECONDS * 1000);
  assert.deepEqual(await activity(reader), before);
  await reader.close();
});

for (const [what, screen, press] of [
  ['an answer', 'question-1', 'main label input:not(:checked)'],
  ['another screen', 'result', 'main button[value="tab.steps"]'],
  ['a code', 'code', 'main button[value="code.open"]'],
]) {
  test(`${what} writes state, result, code and record once`, async () => {
    const reader = await openPage(browser, undefined, { fragment: `k=${CODE}&at=${screen}`, before: countCalls });
    await reader.page.waitForFunction(() => performance.getEntriesByName('kk:settled').length > 0);
    const calls = await reader.page.evaluate((selector, code) => {
      const field = document.getElementById('kk-code.text');
      if (field) field.value = code;
      window.calls = {};
      document.querySelector(selector).click();
      return window.calls;
    }, press, CODE);
    for (const name of ['kk_act', 'kk_state', 'kk_result', 'kk_code', 'kk_record']) assert.equal(calls[name], 1, `${name}: ${JSON.stringify(calls)}`);
    await reader.close();
  });
}
