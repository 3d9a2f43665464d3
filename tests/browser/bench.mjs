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

/** When the first control answers, and what a frame costs on question 5: medians. */
async function compare(browser, target) {
  const interactive = [];
  for (let i = 0; i < LOADS; i++) {
    const { page } = await openPage(browser, target);
    interactive.push(await page.evaluate(() => performance.getEntriesByName('kk:interactive')[0].startTime));
    await page.close();
  }
  const reader = await openPage(browser, target, { before: timeFrames, fragment: 'at=question-5' });
  await pause(1000);
  const labels = await reader.page.$$('label');
  await reader.page.evaluate(() => { window.drawn.length = 0; });
  for (let i = 0; i < CHOICES / 2; i++) await labels[i % labels.length].hover();
  const frames = await reader.page.evaluate(() => window.drawn);
  await reader.page.close();
  return { interactive: quantile(interactive, 0.5), frame: quantile(frames, 0.5) };
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
  const [few, all] = [await compare(browser, WIDGET), await compare(browser, many.page)];
  many.remove();
  console.log(`1,000 questions: first control ${all.interactive.toFixed(0)} ms (${(all.interactive / few.interactive).toFixed(2)} × that of the first questionnaire), `
    + `a frame ${all.frame.toFixed(2)} ms (${(all.frame / few.frame).toFixed(2)} ×)`);
} finally {
  await browser.close();
}
