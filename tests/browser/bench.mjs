// The page in Chromium: time to the first control, picture and answer, frames in idle, what a frame costs. Printed by
// scripts/bench; times are medians of several fresh loads of the bundled file.
import { setTimeout as pause } from 'node:timers/promises';
import { launch, openPage, WIDGET } from './harness.mjs';

const LOADS = 9;
const IDLE_SECONDS = 5;
const CHOICES = 100;

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

const browser = await launch();
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
} finally {
  await browser.close();
}
