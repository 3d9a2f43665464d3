// Runs suites side by side and counts their tests: what scripts/suites.mjs and its test (tests/suites.test.mjs) share.
// A suite that is missing, crashes, hangs or says nothing counts as one failure.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SLOWEST = 10;
/** How long a suite that is told to stop may take to end its browser, in ms. */
const LAST_WORDS = 3000;

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {'native' | 'node' | 'browser' | 'command'} kind  how it is counted: GoogleTest, node:test, the same with a browser, or by its exit code
 * @property {string[]} command
 * @property {Record<string, string>} [env]
 * @property {number} seconds  after so many it is killed
 * @property {number} [cost]  the highest go first, so that no lane ends with a long one alone
 */

/** A process and all that it started, by what the system says of parents. @param {number} pid @returns {number[]} */
function family(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const parent = Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
      children.set(parent, [...children.get(parent) ?? [], Number(name)]);
    } catch { /* it ended meanwhile */ }
  }
  const of = (/** @type {number} */ id) => [id, ...(children.get(id) ?? []).flatMap(of)];
  return of(pid);
}

/** @param {number[]} pids @param {NodeJS.Signals} signal */
function signalAll(pids, signal) {
  for (const pid of pids) try { process.kill(pid, signal); } catch { /* it ended meanwhile */ }
}

/** Runs a program to its end, or to its time, and keeps what it printed. @param {Suite} suite @param {string[]} args @param {Record<string, string>} more */
function run({ command: [program, ...first], env, seconds }, args, more = {}) {
  return /** @type {Promise<{ok: boolean, output: string}>} */ (new Promise((done) => {
    let output = '';
    const keep = (/** @type {Buffer} */ text) => { output += text; };
    const { NODE_TEST_CONTEXT: _, ...ours } = process.env;  // set where a test runs this: a suite would report to that one
    const child = spawn(program, [...args, ...first], { cwd: root, env: { ...ours, ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const late = setTimeout(() => {
      output += `\nkilled after ${seconds} s\n`;
      const all = family(child.pid ?? 0);  // while it lives: later nobody knows whose they were
      child.kill('SIGTERM');
      setTimeout(() => signalAll(all, 'SIGKILL'), LAST_WORDS);
    }, seconds * 1000);
    child.on('error', (error) => {
      clearTimeout(late);
      done({ ok: false, output: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(late);
      done({ ok: code === 0, output });
    });
  }));
}

/** Honest about the exit code: failing without a failed test is one more failure, and so is passing without a test. */
function counted({ passed = 0, failed = 0, skipped = 0 }, ok = false) {
  return { passed, failed: failed || (ok && passed + skipped > 0 ? 0 : 1), skipped };
}

/** @param {string} path  what is not there says nothing */
function report(path) {
  try { return readFileSync(path, 'utf8'); } catch { return ''; }
}

/** @type {Record<Suite['kind'], (suite: Suite, path: string, env: Record<string, string>) => Promise<{output: string, passed: number, failed: number, skipped: number}>>} */
const COUNTED = {
  async command(suite, _, env) {
    const { ok, output } = await run(suite, [], env);
    return { ...counted({ passed: ok ? 1 : 0 }, ok), output };
  },
  async native(suite, path, env) {
    const { ok, output } = await run(suite, [], { ...env, GTEST_OUTPUT: `json:${path}.json`, GTEST_BRIEF: '1' });
    const text = report(`${path}.json`);
    if (!text) return { ...counted({}), output };
    const { tests, failures, errors, disabled, testsuites } = JSON.parse(text);
    const skipped = disabled + testsuites.flatMap((/** @type {any} */ each) => each.testsuite).filter((/** @type {any} */ test) => test.result === 'SKIPPED').length;
    return { ...counted({ passed: tests - failures - errors - skipped, failed: failures + errors, skipped }, ok), output };
  },
  async node(suite, path, env) {
    const reporters = ['--test-reporter=tap', `--test-reporter-destination=${path}.tap`, '--test-reporter=spec', '--test-reporter-destination=stdout'];
    const [node, ...files] = suite.command;
    const { ok, output } = await run({ ...suite, command: [node, ...reporters, ...files] }, [], env);
    const tap = report(`${path}.tap`);
    const count = (/** @type {string} */ name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
    return { ...counted({ passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo') }, ok), output };
  },
  browser: (...args) => COUNTED.node(...args),
};

/**
 * Runs all suites and says each; the last lines are the slowest and the sum.
 * @param {Suite[]} suites
 * @param {object} options
 * @param {string} options.reports  a folder of its own: it is emptied
 * @param {number} [options.lanes]  so many at once
 * @param {() => Promise<import('puppeteer-core').Browser>} [options.start]  a browser for the suites of a lane
 * @param {(line: string) => void} [options.say]
 * @returns {Promise<boolean>} whether nothing failed
 */
export async function runSuites(suites, { reports, lanes = 2, start, say = console.log }) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  /** @type {{name: string, seconds: number}[]} */
  const times = [];
  /** @type {Suite[]} */
  const again = [];
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  /** @param {Suite} suite @param {Record<string, string>} env */
  async function runOne(suite, env, isLastTry = false) {
    const begin = performance.now();
    const { output, ...totals } = await COUNTED[suite.kind](suite, join(reports, suite.name.replaceAll(/[^\w-]/g, '-')), env);
    const seconds = (performance.now() - begin) / 1000;
    times.push({ name: suite.name, seconds });
    if (totals.failed) say(output.trimEnd());
    say(`${suite.name.padEnd(40)} ${inWords(totals)} (${seconds.toFixed(1)} s)`);
    // A browser on a busy machine can miss a moment: what fails gets one more try, alone, and that is said.
    if (totals.failed && suite.kind === 'browser' && !isLastTry) again.push(suite);
    else for (const word of /** @type {(keyof typeof sum)[]} */ (Object.keys(sum))) sum[word] += totals[word];
    return totals.failed === 0;
  }

  /** One after the other, with one browser for all: another when that one may have suffered. @param {() => Suite | undefined} next */
  async function lane(next, isLastTry = false) {
    /** @type {import('puppeteer-core').Browser | undefined} */
    let browser;
    for (let suite = next(); suite; suite = next()) {
      const isBrowser = suite.kind === 'browser' && start;
      if (isBrowser) browser ??= await start();
      const fine = await runOne(suite, isBrowser ? { KK_BROWSER: /** @type {import('puppeteer-core').Browser} */ (browser).wsEndpoint() } : {}, isLastTry);
      if (!fine || !browser?.connected) {
        await browser?.close().catch(() => {});
        browser = undefined;
      }
    }
    await browser?.close();
  }

  const queue = [...suites].sort((a, b) => (b.cost ?? 0) - (a.cost ?? 0));
  await Promise.all(Array.from({ length: lanes }, () => lane(() => queue.shift())));
  if (again.length) say(`once more, alone: ${again.map(({ name }) => name).join(', ')}`);
  const rest = again.splice(0);
  await lane(() => rest.shift(), true);

  say(`the slowest of ${suites.length}:`);
  for (const { name, seconds } of times.sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST)) say(`${seconds.toFixed(1).padStart(7)} s  ${name}`);
  say(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
  return sum.failed === 0;
}

/** @param {Record<string, number>} totals */
const inWords = (totals) => Object.entries(totals).filter(([word, n]) => n || word !== 'skipped').map(([word, n]) => `${n} ${word}`).join(', ');
