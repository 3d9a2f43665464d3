// The page in Chromium: time to the first control, picture and answer, frames in idle, what a frame costs. Printed by
// scripts/bench; times are medians of several fresh loads of the bundled file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launch, openPage } from './harness.mjs';
import { made } from './made.mjs';
import { cli, WIDGET } from './subject.mjs';

const LOADS = 9;
const IDLE_SECONDS = 5;
const CHOICES = 100;
const FRAMES = 50;
const FRAME_ROUNDS = 21;

/** The value below which a share of the values lies. */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** Runs in the page from its first moment: presses Start, Overslaan and the first radio as soon as each is there. */
function answerAtOnce() {
  const CONTROLS = { intro: 'button[value="nav.start"]', 'modules-words': 'button[value="nav.skip"]', 'question-1': 'input[value="q1.l0"]' };
  const look = () => {
    const { screen, answers } = window.klantkompas?.state() ?? {};
    if (answers?.answers.q1 === 0) {
      window.firstAnswer = performance.now();
      return;
    }
    document.querySelector(`#kk-${screen} ${CONTROLS[screen]}`)?.click();
    setTimeout(look, 0);
  };
  look();
}

/** Runs in the page from its first moment: keeps how long each animation frame took in which something was drawn. */
function timeFrames() {
  const request = window.requestAnimationFrame;
  window.drawn = [];
  window.requestAnimationFrame = (callback) => request((now) => {
    const before = window.klantkompas.frames();
    const start = performance.now();
    callback(now);
    if (window.klantkompas.frames() > before) window.drawn.push(performance.now() - start);
  });
}

async function times(browser) {
  const { page } = await openPage(browser, WIDGET, { before: answerAtOnce });
  await page.waitForFunction(() => window.firstAnswer, { timeout: 10_000 });
  const found = await page.evaluate(() => ({
    interactive: performance.getEntriesByName('kk:interactive')[0].startTime,
    picture: performance.getEntriesByName('kk:painted')[0].startTime,
    answer: window.firstAnswer,
  }));
  await page.close();
  return found;
}

const report = (what, values) => console.log(`${what}: ${quantile(values, 0.5).toFixed(1)} ms median, ${quantile(values, 0.95).toFixed(1)} ms p95 (${values.length})`);

/** Pages of nine questions and of 1,000, alike in everything else. */
function shortAndLong() {
  const folder = mkdtempSync(join(tmpdir(), 'klantkompas-bench-'));
  const pages = [[9, 3], [1000, 10]].map(([questions, sections]) => {
    const [file, page] = [join(folder, `${questions}.json`), join(folder, `${questions}.html`)];
    writeFileSync(file, JSON.stringify(made(questions, sections)));
    cli(['bundle', file, '-o', page]);
    return page;
  });
  return { pages, remove: () => rmSync(folder, { recursive: true }) };
}

/** What `measure` finds for each of two, `times` times in turn, so that both meet the same machine: the medians. */
async function inTurn(two, times, measure) {
  const found = two.map(() => []);
  for (let i = 0; i < times * two.length; i++) found[i % two.length].push(await measure(two[i % two.length]));
  return found.map((values) => quantile(values, 0.5));
}

/** When the first control of a page answers. */
async function firstControl(browser, target) {
  const { page } = await openPage(browser, target);
  const time = await page.evaluate(() => performance.getEntriesByName('kk:interactive')[0].startTime);
  await page.close();
  return time;
}

/** Runs in the page from its first moment: a test may run the next frame itself, as often as it wants. */
function keepFrames() {
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) => {
    window.nextFrame = callback;
    return window.framesByHand ? 1 : request(callback);
  };
}

/** Milliseconds for a frame: the pointer goes from answer to answer, and each move is drawn at once. The clock is coarse: many at a time. */
const frameTime = ({ page }) => page.evaluate((frames) => {
  window.framesByHand = true;
  const labels = [...document.querySelectorAll('label')];
  const middles = labels.map((label) => label.getBoundingClientRect()).map(({ x, y, width, height }) => ({ clientX: x + width / 2, clientY: y + height / 2 }));
  const before = window.klantkompas.frames();
  const start = performance.now();
  for (let i = 0; i < frames; i++) {
    const at = i % labels.length;
    labels[at].dispatchEvent(new PointerEvent('pointermove', { ...middles[at], bubbles: true }));
    window.nextFrame(performance.now());
  }
  const time = (performance.now() - start) / frames;
  if (window.klantkompas.frames() - before !== frames) throw new Error('not every move was drawn');
  return time;
}, FRAMES);

const browser = await launch({ webgl: true });
try {
  const loads = [];
  for (let i = 0; i < LOADS; i++) loads.push(await times(browser));
  const middle = (name) => quantile(loads.map((each) => each[name]), 0.5).toFixed(0);
  console.log(`\nafter navigation (median of ${LOADS} loads): first control ${middle('interactive')} ms, first picture ${middle('picture')} ms, `
    + `first answer ${middle('answer')} ms`);

  const reader = await openPage(browser, WIDGET, { before: timeFrames, fragment: 'at=question-1' });
  await pause(1000);
  const settled = await reader.frames();
  await pause(IDLE_SECONDS * 1000);
  console.log(`frames in ${IDLE_SECONDS} s of idle: ${await reader.frames() - settled}`);

  report('an answer: input, layout, document and frame', await reader.page.evaluate(async (count) => {
    const out = [];
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      document.querySelector(`input[value="q1.l${(i + 1) % 5}"]`).click();
      out.push(performance.now() - start);
      await new Promise((done) => { setTimeout(done, 20); });
    }
    return out;
  }, CHOICES));

  const labels = await reader.page.$$('label');
  await reader.page.evaluate(() => { window.drawn.length = 0; });
  for (let i = 0; i < CHOICES / 2; i++) await labels[i % labels.length].hover();
  report('a frame alone: the pointer comes over a control', await reader.page.evaluate(() => window.drawn));

  const lists = shortAndLong();
  const controls = await inTurn(lists.pages, 2 * LOADS, (target) => firstControl(browser, target));
  const readers = [];
  for (const page of lists.pages) readers.push(await openPage(browser, page, { before: keepFrames, fragment: 'at=question-5' }));
  const frames = await inTurn(readers, FRAME_ROUNDS, frameTime);
  lists.remove();
  const [control, frame] = [controls, frames].map(([short, long]) => `${long.toFixed(2)} ms, ${(long / short).toFixed(2)} ×`);
  console.log(`1,000 questions against nine of the same kind: first control ${control}; a frame ${frame}`);
} finally {
  await browser.close();
}
