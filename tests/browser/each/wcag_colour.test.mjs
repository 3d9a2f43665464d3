// WCAG 2.2 AA, colour and focus: the contrast of every pair of inks in both palettes, of every text as it stands on the
// screen, and of the ring at every stop of the keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { resize, textBoxes } from '../look.mjs';
import { contrast, luminance, picture, rgb, textContrast } from '../pixels.mjs';
import { FOURTH, STATES, stateCalled, visit } from '../tour.mjs';

const source = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const MODES = { light: {}, dark: { 'prefers-color-scheme': 'dark' } };
const SAMPLED = STATES.filter(([name]) => ['intro', 'about', 'question-1-missing', 'question-4-chosen', 'ticks-chosen', 'code-wrong', 'result-full', 'steps-full',
  'patterns-full', 'patterns-all', 'mirror-full', 'share-full', 'share-restart'].includes(name));
const TEXT = 4.5;
const LARGE = 3;
const SHAPE = 3;

/** The colours of both palettes by name: what scripts/tokens.mjs makes C++ and the style sheet from. */
function palettes() {
  const { page, inks } = JSON.parse(source('assets/design/tokens.json'));
  const of = (mode) => Object.fromEntries([...page, ...inks].map((colour) => [colour.name, colour[mode]]));
  return { light: of('light'), dark: of('dark') };
}

const STAGES = [1, 2, 3, 4, 5];
/** Which inks stand on which: text, then what must only be told apart. */
const TEXTS = [
  ['text', ['background', 'surface', 'surface-2', 'accent-tint', 'caution-tint']], ['text-muted', ['surface', 'surface-2', 'background']],
  ['accent', ['surface', 'surface-2']], ['accent-hover', ['surface']], ['accent-on', ['accent', 'accent-hover', 'accent-pressed']],
  ['caution', ['surface', 'caution-tint']], ['positive', ['surface']], ...STAGES.map((n) => [`stage-${n}-on`, [`stage-${n}`]]),
];
const SHAPES = [
  ['border-strong', ['surface', 'surface-2']], ['focus', ['surface', 'surface-2', 'background', 'accent-tint']], ['accent', ['surface', 'accent-tint', 'surface-2']],
  ['positive', ['surface']], ['caution', ['surface']], ...STAGES.map((n) => [`stage-${n}`, ['surface']]),
];

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const [mode, tokens] of Object.entries(palettes())) {
  test(`1.4.3 Contrast, 1.4.11 Non-text contrast: every pair of inks, ${mode}`, () => {
    assert.ok(Object.keys(tokens).length > 26);
    const low = [];
    for (const [pairs, least] of [[TEXTS, TEXT], [SHAPES, SHAPE]]) {
      for (const [ink, grounds] of pairs) {
        for (const ground of grounds) {
          const ratio = contrast(rgb(tokens[ink]), rgb(tokens[ground]));
          if (!(ratio >= least)) low.push(`${ink} on ${ground}: ${ratio}`);
        }
      }
    }
    assert.deepEqual(low, []);
  });
}

const LOOKS = [['canvas', 'light'], ['text', 'dark'], ['canvas', 'dark'], ['text', 'light']];

for (const [view, mode] of LOOKS) {
  test(`1.4.3 Contrast: every text as its pixels are, ${view}, ${mode}`, async () => {
    const reader = await openPage(browser, undefined, { dpr: 2, dark: mode === 'dark', media: MODES[mode] });
    const low = [];
    let count = 0;
    for (const state of SAMPLED) {
      await visit(reader.page, state, { view });
      const boxes = await reader.page.evaluate(textBoxes);
      const shot = await picture(reader.page, { fullPage: true });
      const scale = shot.width / 720;
      for (const { text, x, y, w, h, size, weight } of boxes) {
        if (!/[\p{L}\p{N}]/u.test(text)) continue;
        const ratio = textContrast(shot, { x: x * scale, y: y * scale, w: w * scale, h: h * scale });
        const least = size >= 24 || (size >= 18.5 && weight >= 600) ? LARGE : TEXT;
        // Thin strokes never reach their full colour.
        if (ratio < least * 0.95) low.push(`${state[0]}: “${text}” ${ratio.toFixed(2)}`);
        count++;
      }
    }
    assert.ok(count > 200, `${count} texts`);
    assert.deepEqual(low, []);
    await reader.close();
  });
}

test('1.4.1 Use of colour: chosen, wrong and current are told apart in grey', async () => {
  const reader = await openPage(browser);
  const greys = async (id, shot) => {
    const box = await reader.page.evaluate((name) => { const { left, top, width, height } = document.getElementById(`kk-${name}`).getBoundingClientRect(); return { left, top, width, height }; }, id);
    const out = [];
    for (let y = box.top; y < box.top + box.height; y += 2) for (let x = box.left; x < box.left + Math.min(box.width, 60); x += 2) out.push(luminance(shot.at(x, y)));
    return out;
  };
  const differ = (a, b) => a.filter((value, i) => Math.abs(value - b[i]) > 0.2).length;
  for (const view of ['canvas', 'text']) {
    await visit(reader.page, stateCalled('question-4-chosen'), { view });
    const shot = await picture(reader.page);
    const [chosen, other] = [await greys(`${FOURTH}.l2`, shot), await greys(`${FOURTH}.l1`, shot)];
    assert.ok(differ(chosen, other) > 20, `${view}: a chosen option has a dot, not only a colour`);
    await visit(reader.page, stateCalled('question-1-missing'), { view });
    assert.ok(await reader.page.$('.k-message'), 'what is wrong is said in words');
    await visit(reader.page, stateCalled('result-full'), { view });
    const tabs = await picture(reader.page);
    const under = async (id) => (await greys(id, tabs)).slice(-120);
    assert.ok(differ(await under('tab.result'), await under('tab.steps')) > 8, `${view}: the open tab is underlined`);
    const marks = await reader.page.$$eval('.k-strip-item', (all) => all.map((el) => el.getAttribute('aria-label') ?? el.textContent));
    assert.ok(marks.some((text) => text.includes('weet ik niet')), 'unknown answers are named');
    const { steps } = await reader.result();
    assert.equal(marks.some((text) => / rem\b/.test(text)), steps.some(({ gate }) => gate), 'and brakes');
  }
  await reader.close();
});

/**
 * Looks from outside to inside through the left edge of a box: how thick the ring is, and what is on both sides of it.
 * @param {{x: number, y: number, h: number}} box  in the picture, CSS px
 */
function ringAt(shot, { x, y, h }, focus, scale) {
  const like = (colour) => colour.every((value, i) => Math.abs(value - focus[i]) < 40);
  const middle = (y + h / 2) * scale;
  let start = -1;
  let end = -1;
  for (let at = (x - 9) * scale; at < (x + 9) * scale; at++) {
    if (like(shot.at(at, middle))) {
      if (start < 0) start = at;
      end = at;
    } else if (start >= 0) {
      break;
    }
  }
  if (start < 0) return { width: 0, sides: 0 };
  const sides = Math.min(...[start - 2, end + 2].map((at) => contrast(shot.at(at, middle), focus)));
  return { width: (end - start + 1) / scale, sides };
}

const STOPS = STATES.filter(([name]) => ['intro', 'question-4-chosen', 'ticks-chosen', 'result-full', 'share-full', 'code-wrong'].includes(name));
for (const [view, mode] of LOOKS) {
  const width = (view === 'canvas') === (mode === 'light') ? 720 : 360;
  test(`2.4.7 Focus visible: at least 2 px, 3:1 against both sides, at every stop (${view}, ${mode}, ${width} px)`, async () => {
    const reader = await openPage(browser, undefined, { dpr: 2, dark: mode === 'dark', width });
    const focus = rgb(palettes()[mode].focus);
    const { page } = reader;
    await resize(page, { width, height: 1800, deviceScaleFactor: 2 });  // all of it: parts beyond the edge are not always painted again
    const wrong = [];
    let stops = 0;
    for (const state of STOPS) {
      const [name] = state;
      await visit(page, state, { view });
      await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
      const without = await picture(page, { fullPage: true });
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        const box = await page.evaluate(() => {
          const el = document.activeElement;
          if (el === document.body) return null;
          const { left, top, width: w, height: h } = (el.closest('label') ?? el).getBoundingClientRect();
          return { id: el.value || el.id, x: left, y: top + scrollY, w, h };
        });
        if (!box) break;
        const edge = { x: Math.max(0, Math.floor(box.x) - 12), y: Math.floor(box.y), width: 24, height: Math.ceil(box.h) };
        let ring = { width: 0, sides: 0 };
        // The picture may be of the frame before the ring was painted.
        for (let tries = 0; tries < 5 && ring.width < 2; tries++) {
          ring = ringAt(await picture(page, { clip: edge }), { x: box.x - edge.x, y: box.y - edge.y, h: box.h }, focus, 2);
        }
        const before = ringAt(without, box, focus, 2);
        if (ring.width < 2 || ring.sides < 3 || before.width >= 2) wrong.push(`${name}, ${box.id}: ${JSON.stringify({ ring, before })}`);
        stops++;
      }
    }
    assert.ok(stops > 30, `${stops} stops`);
    assert.deepEqual(wrong, []);
    await reader.close();
  });
}
