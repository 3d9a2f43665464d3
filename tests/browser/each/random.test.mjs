// Thousands of random actions, by scripts/fuzz a hundred thousand: after each, the document's controls are those of the session,
// once each, checked, disabled and focused as they should be; and nothing grows. Clicks are those that a pointer or key causes
// on a real element, without the way of the event through the browser; some hundreds more take that way too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { instrument, play } from '../actions.mjs';
import { launch, openPage } from '../harness.mjs';
import { kept } from '../heap.mjs';
import { chances, IS_FIRST, LANG, LANGUAGES, QUESTIONS } from '../subject.mjs';
import { CODES } from '../tour.mjs';
import { show, use } from '../walk.mjs';

/** scripts/fuzz asks for more. What a page keeps for each action shows after thousands as it does after many. */
const ACTIONS = Number(process.env.ACTIONS ?? 8_000);
const CHUNK = 2000;
/** So often it is looked at what is kept; the first time when the engine and all caches have warmed up. */
const CHECK = ACTIONS > 20_000 ? 10_000 : 2000;
/**
 * What may differ between the last two looks, 2,000 actions apart. Measured: 6 KB of tables of the
 * engine until 4,000 actions, then 0.5 KB; 2.3 KB of text being decoded, a node, the listeners of a timer that waits, and in the WASM one list that doubles its room of 64 KB
 * when it first holds the longest screen. Sixty-four bytes kept for each action between would be 128 KB.
 */
const NOISE = { script: 8192, buffers: 4096, nodes: 8, listeners: 3, wasm: 135_000 };
const PAGES = [{ lang: LANG, seed: 20_261_122 }, { lang: LANGUAGES.at(-1), seed: 9_731 }];
const REAL_ACTIONS = 200;
/** So many of each chunk in canvas view, where a frame is drawn for each. */
const CANVAS_ACTIONS = 40;

const browsers = [];
before(async () => { browsers.push(...await Promise.all(PAGES.map(() => launch()))); });
after(() => Promise.all(browsers.map((browser) => browser.close())));

async function playAll(browser, { lang, seed }, actions) {
  const reader = await openPage(browser, undefined, { fragment: `view=text&lang=${lang}`, until: 'settled', before: instrument });
  const { page } = reader;
  await page.evaluate(`window.play = ${play}`);
  const codes = [...Object.values(CODES), '', 'no code', `${CODES.full.slice(0, -1)}!`];
  const screens = new Set();
  let next = seed;
  const go = async (count) => {
    const { seed: later, screens: seen } = await page.evaluate((...what) => window.play(...what), count, next, codes);
    next = later;
    for (const screen of seen) screens.add(screen);
  };
  // Only two codes lead to what lies beside a result: its record, for which room is kept, is one of the longest.
  await show(page, { code: CODES.full, screen: 'compare', lang: LANG, more: `&view=text&before=${CODES.full}` });
  const looks = [];
  for (let done = CHUNK; done <= actions; done += CHUNK) {
    await go(CHUNK - CANVAS_ACTIONS);
    await use(page, 'view.text');
    await go(CANVAS_ACTIONS);
    assert.equal((await reader.state()).view, 'canvas');
    await use(page, 'view.text');
    if (done % CHECK) continue;
    // Always on the same screen, without answers and plan.
    if (LANGUAGES.length > 1) await use(page, `lang.${LANG}`);
    await show(page, { code: CODES.full, screen: 'share', lang: LANG });
    for (const id of ['nav.restart', 'nav.wipe']) await use(page, id);
    await show(page, { code: CODES.none, screen: 'about', lang: LANG });
    looks.push(await kept(page));
  }
  await reader.close();
  return { looks, screens };
}

test(`${ACTIONS} random actions: the document is the session’s, and nothing grows`, async (t) => {
  const runs = await Promise.all(PAGES.map((page, i) => playAll(browsers[i], page, ACTIONS / PAGES.length)));
  for (const { looks, screens } of runs) {
    assert.ok(screens.size >= (IS_FIRST ? 40 : QUESTIONS.length + 6), `${[...screens]}`);
    assert.equal(looks.length, ACTIONS / PAGES.length / CHECK);
    for (const what of Object.keys(NOISE)) t.diagnostic(`${what}: ${looks.map((look) => look[what]).join(' ')}`);
    for (const [what, noise] of Object.entries(NOISE)) {
      const values = looks.map((look) => look[what]);
      assert.ok(values[0] > 0 && values.at(-1) <= values.at(-2) + noise, `${what} grows: ${values}`);
    }
  }
});

test(`${REAL_ACTIONS} random presses of keys and pointer`, async () => {
  const reader = await openPage(browsers[0], undefined, { fragment: `k=${CODES.full}&at=result`, before: instrument });
  const { page } = reader;
  const chance = chances(78);
  const keys = ['Tab', 'Tab', 'Shift+Tab', 'Space', 'Enter', 'ArrowDown', 'ArrowUp', 'Escape', 'x', '3'];
  const screens = new Set();
  const now = () => page.evaluate(() => {
    window.was = document.activeElement;
    return window.klantkompas.state().screen;
  });
  for (let i = 0; i < REAL_ACTIONS; i++) {
    const before = await now();
    const pointer = chance(3) > 0;
    let what = '';
    if (pointer) {
      const n = await page.evaluate(() => window.controls().length);
      const handle = await page.evaluateHandle((index) => window.controls()[index], chance(n));
      what = await handle.evaluate((el) => el.value);
      await handle.click();
    } else {
      const onButton = await page.evaluate(() => document.activeElement.matches('[value^="page."], [value^="copy."], [value^="view."]'));
      const key = onButton ? 'Tab' : keys[chance(keys.length)];
      what = key;
      if (key === 'Shift+Tab') await page.keyboard.down('Shift');
      await page.keyboard.press(key.replace('Shift+', ''));
      if (key === 'Shift+Tab') await page.keyboard.up('Shift');
    }
    const { wrong, screen, focus, kept } = await page.evaluate(() => ({
      wrong: window.differences(), screen: window.klantkompas.state().screen, focus: document.activeElement.localName, kept: window.was.isConnected,
    }));
    const where = `action ${i}, ${what} on ${before}`;
    assert.deepEqual(wrong, [], where);
    if (screen !== before) assert.equal(focus, 'h1', `${where}: focus goes to the heading of ${screen}`);
    else assert.ok(kept || focus !== 'body', `${where}: focus is lost`);
    screens.add(screen);
  }
  assert.ok(screens.size > (IS_FIRST ? 10 : 8), `${[...screens]}`);
  await reader.close();
});
