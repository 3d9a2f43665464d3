// The page in Chromium: time to the first control, picture and answer, frames in idle, what a frame costs. Printed by
// scripts/bench; times are medians of several fresh loads of the bundled file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launch, openPage, WIDGET } from './harness.mjs';
import { made } from './made.mjs';
import { cli } from './walk.mjs';

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

/** A page with 1,000 questions. */
function manyQuestions() {
  const folder = mkdtempSync(join(tmpdir(), 'klantkompas-bench-'));
  const [file, page] = [join(folder, 'many.json'), join(folder, 'many.html')];
  writeFileSync(file, JSON.stringify(made(1000, 10)));
  cli(['bundle', file, '-o', page]);
  return { page, remove: () => rmSync(folder, { recursive: true }) };
}

/** When the first control answers, by target: medians of loads in turn, so that all meet the same machine. */
async function firstControls(browser, targets) {
  const found = targets.map(() => []);
  for (let i = 0; i < LOADS * targets.length; i++) {
    const { page } = await openPage(browser, targets[i % targets.length]);
    found[i % targets.length].push(await page.evaluate(() => performance.getEntriesByName('kk:interactive')[0].startTime));
    await page.close();
  }
  return found.map((times) => quantile(times, 0.5));
}

/** What a frame costs on question 5, by target: medians of frames in turn. */
async function frameTimes(browser, targets) {
  const readers = [];
  for (const target of targets) readers.push(await openPage(browser, target, { before: timeFrames, fragment: 'at=question-5' }));
  await pause(1000);
  for (const { page } of readers) await page.evaluate(() => { window.drawn.length = 0; });
  for (let i = 0; i < CHOICES / 2; i++) {
    for (const { page } of readers) {
      const labels = await page.$$('label');
      await labels[i % labels.length].hover();
    }
  }
  const found = [];
  for (const { page } of readers) {
    found.push(quantile(await page.evaluate(() => window.drawn), 0.5));
    await page.close();
  }
  return found;
}

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

  const many = manyQuestions();
  const targets = [WIDGET, many.page];
  const controls = await firstControls(browser, targets), frames = await frameTimes(browser, targets);
  many.remove();
  console.log(`1,000 questions: first control ${controls[1].toFixed(0)} ms (${(controls[1] / controls[0]).toFixed(2)} × that of the first questionnaire), `
    + `a frame ${frames[1].toFixed(2)} ms (${(frames[1] / frames[0]).toFixed(2)} ×)`);
} finally {
  await browser.close();
}
