// The page in Chromium: time to the first answer and to the first picture, frames in idle, what a frame costs.
// Printed by scripts/bench; times are medians of several fresh loads of the bundled file.
import { setTimeout as pause } from 'node:timers/promises';
import { launch, openPage, WIDGET } from './harness.mjs';

const LOADS = 7;
const IDLE_SECONDS = 5;
const CHOICES = 40;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Runs in the page from its first moment: presses Start and the first radio as soon as each is there. */
function answerAtOnce() {
  const look = () => {
    const { screen, answers } = window.klantkompas?.state() ?? {};
    if (answers?.answers.q1 === 0) {
      window.firstAnswer = performance.now();
      return;
    }
    const control = screen === 'question-1' ? 'input[value="q1.l0"]' : '.k-screen button[value="nav.start"]';
    document.querySelector(control)?.click();
    setTimeout(look, 0);
  };
  look();
}

async function load(browser) {
  const reader = await openPage(browser, WIDGET, { before: answerAtOnce });
  await reader.page.waitForFunction(() => window.firstAnswer, { timeout: 10_000 });
  const times = await reader.page.evaluate(() => ({
    answer: window.firstAnswer,
    picture: performance.getEntriesByName('kk:painted')[0].startTime,
  }));
  return { reader, times };
}

/** Main-thread milliseconds a drawn frame, while a reader changes an answer again and again. */
async function frameCost({ page, frames }) {
  const work = async () => (await page.metrics()).TaskDuration * 1000;
  const before = { drawn: await frames(), work: await work() };
  for (let i = 0; i < CHOICES; i++) {
    await page.evaluate((level) => document.querySelector(`input[value="q1.l${level}"]`).click(), (i + 1) % 5);
    await pause(50);
  }
  return (await work() - before.work) / (await frames() - before.drawn);
}

const browser = await launch();
try {
  const times = [];
  for (let i = 0; i < LOADS; i++) {
    const visit = await load(browser);
    times.push(visit.times);
    await visit.reader.close();
  }
  const { reader } = await load(browser);
  await pause(1000);
  const settled = await reader.frames();
  await pause(IDLE_SECONDS * 1000);
  const idle = await reader.frames() - settled;
  const middle = (name) => median(times.map((each) => each[name])).toFixed(0);
  console.log(`\nfirst answer ${middle('answer')} ms, first picture ${middle('picture')} ms after navigation (median of ${LOADS} loads)`);
  console.log(`frames in ${IDLE_SECONDS} s of idle: ${idle}`);
  console.log(`main thread ${(await frameCost(reader)).toFixed(1)} ms a frame, input and mirror included`);
} finally {
  await browser.close();
}
