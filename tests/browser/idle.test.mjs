// Nothing is drawn when nothing changes: on every screen, 5 seconds without one frame or one request for a frame.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, levels, questionText } from './flow.mjs';
import { launch, openPage } from './harness.mjs';

const SECONDS = 5;
const SCREENS = ['intro', 'modules-words', 'role', 'claims-1', 'question-1', 'question-9', 'modules-more', 'profile-1', 'ticks', 'context', 'result', 'steps',
  'patterns', 'mirror', 'share', 'about', 'privacy'];
const CODE = codeOf({
  ...levels([4, 4, 4, 4, 4, 3, 1, 1, 'unknown']), claims: { w1: 4, w2: 4, w3: 3 }, profile: { fear1: 4, fear2: 4, fear3: 0 }, context: 'cheapest',
});

function countRequests() {
  const original = window.requestAnimationFrame;
  window.asked = 0;
  window.requestAnimationFrame = (callback) => {
    window.asked++;
    return original(callback);
  };
  window.anotherFrame = () => new Promise((done) => { original(() => done()); });
}

const activity = (reader) => reader.page.evaluate(() => ({ frames: window.klantkompas.frames(), asked: window.asked, shown: document.visibilityState }));

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

test(`${SCREENS.length} screens, ${SECONDS} s each, without a frame`, async () => {
  const readers = [];
  for (const screen of SCREENS) readers.push(await openPage(browser, undefined, { fragment: `k=${CODE}&at=${screen}`, before: countRequests }));
  for (const reader of readers) {
    // What the first layout set off is over once the browser itself drew twice.
    await reader.page.evaluate(async () => { await window.anotherFrame(); await window.anotherFrame(); });
  }
  const settled = await Promise.all(readers.map(activity));
  await pause(SECONDS * 1000);
  for (const [i, reader] of readers.entries()) {
    assert.equal((await reader.state()).screen, SCREENS[i]);
    assert.deepEqual(await activity(reader), settled[i], SCREENS[i]);
    assert.equal(settled[i].frames, 1, `${SCREENS[i]}: one frame and no more`);
    assert.equal(settled[i].shown, 'visible');
    await reader.close();
  }
});

test('a choice, the pointer and the message are drawn, and then it is quiet again', async () => {
  const reader = await openPage(browser, undefined, { fragment: 'at=question-1', before: countRequests });
  const handle = await reader.locate('radio', 'Weet ik niet');
  await handle.hover();
  await reader.until(() => window.klantkompas.frames() > 1);
  await handle.click();
  await reader.press('Volgende');
  await reader.press('Terug');
  await reader.press('Overslaan');
  await reader.press('Volgende');
  await reader.until((text) => document.querySelector('h1').textContent === text, questionText(2));
  await reader.page.mouse.move(1, 1);
  // Transitions of a quarter of a second, and then nothing.
  let before;
  for (let now = await activity(reader), quiet = 0; quiet < 3; now = await activity(reader)) {
    quiet = before && now.asked === before.asked ? quiet + 1 : 0;
    before = now;
    await pause(100);
  }
  await pause(SECONDS * 1000);
  assert.deepEqual(await activity(reader), before);
  await reader.close();
});
