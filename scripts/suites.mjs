// Runs every suite and sums up: scripts/check, the native tests under the sanitizers and as released, the Node tests
// and the browser tests, two at a time; those of tests/browser/each run with every questionnaire of ours. A suite that is missing, crashes or says nothing counts as one failure.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'build/logs/reports');
const MINUTES = 15;  // a suite that hangs is a failure, not a wait
const LANES = 2;

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */
/** @typedef {() => Promise<Counts & {output: string}>} Suite */

/**
 * Runs a program to its end and keeps what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {{[name: string]: string}} [env]
 * @returns {Promise<{ok: boolean, output: string}>}
 */
function run(command, args, env = {}) {
  return new Promise((done) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, timeout: MINUTES * 60_000, killSignal: 'SIGKILL' });
    child.stdout.on('data', (text) => { output += text; });
    child.stderr.on('data', (text) => { output += text; });
    child.on('error', (error) => done({ ok: false, output: error.message }));
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

/** Counts of one suite, honest about the exit code: failing without a failed test is one more failure. @param {Counts} counts @param {boolean} ok */
function counted({ passed, failed, skipped }, ok) {
  return { passed, failed: failed || (ok && passed + skipped > 0 ? 0 : 1), skipped };
}

/** @param {string} preset @param {string} room */
async function native(preset, room) {
  const report = join(reports, `${preset}-${room}.json`);
  const { ok, output } = await run(join(root, 'build', preset, 'tests', `${room}_test`), [`--gtest_output=json:${report}`, '--gtest_brief=1']);
  let totals = { passed: 0, failed: 0, skipped: 0 };
  try {
    const { tests, failures, errors, disabled, testsuites } = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = disabled + testsuites.flatMap((/** @type {any} */ suite) => suite.testsuite).filter((/** @type {any} */ test) => test.result === 'SKIPPED').length;
    totals = { passed: tests - failures - errors - skipped, failed: failures + errors, skipped };
  } catch { /* it crashed before its report */ }
  return { ...counted(totals, ok), output };
}

/** @param {string} file @param {{[name: string]: string}} [env] */
async function nodeTests(file, env = {}) {
  const report = join(reports, `${[...Object.values(env), file].join('-').replaceAll('/', '-')}.tap`);
  const { ok, output } = await run(process.execPath, ['--test', '--test-concurrency=1',
    '--test-reporter=tap', `--test-reporter-destination=${report}`, '--test-reporter=spec', '--test-reporter-destination=stdout', file], env);
  let tap = '';
  try { tap = readFileSync(report, 'utf8'); } catch { /* it crashed before its report */ }
  const count = (/** @type {string} */ name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  return { ...counted({ passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo') }, ok), output };
}

const testFiles = (/** @type {string} */ folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.test.mjs')).sort().map((name) => `${folder}/${name}`);

async function check() {
  const { ok, output } = await run('scripts/check', []);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output };
}

const questionnaires = readdirSync(join(root, 'assets/questionnaires')).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).sort();
/** @param {string} name @param {Suite} suite @returns {[string, Suite]} */
const named = (name, suite) => [name, suite];
const ROOMS = ['core', 'view', 'paint', 'cli'];
/** @type {[name: string, suite: Suite][]} */
const suites = [
  ['check', check],
  ...ROOMS.map((room) => named(`${room}, sanitizers`, () => native('dev', room))),
  ...ROOMS.map((room) => named(`${room}, release`, () => native('release', room))),
  ...testFiles('tests').map((file) => named(file.slice(6, -9), () => nodeTests(file))),
  ...testFiles('tests/browser').map((file) => named(file.slice(6, -9), () => nodeTests(file))),
  ...questionnaires.flatMap((name) => testFiles('tests/browser/each').map((file) => named(`browser/${name}/${file.slice(19, -9)}`, () => nodeTests(file, { QUESTIONNAIRE: name })))),
];
const isBrowserSuite = (/** @type {string} */ name) => name.startsWith('browser/');

const sum = { passed: 0, failed: 0, skipped: 0 };
/** @type {[string, Suite][]} */
const again = [];

/** @param {[string, Suite]} suite @param {boolean} isLastTry */
async function runSuite([name, suite], isLastTry) {
  const start = Date.now();
  const { output, ...totals } = await suite();
  const words = Object.entries(totals).filter(([word, n]) => n || word !== 'skipped').map(([word, n]) => `${n} ${word}`).join(', ');
  if (totals.failed) process.stdout.write(output.endsWith('\n') ? output : `${output}\n`);
  console.log(`${name.padEnd(40)} ${words} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  // A browser on a busy machine can miss a moment: what fails gets one more try, alone, and that is said.
  if (totals.failed && isBrowserSuite(name) && !isLastTry) {
    again.push([name, suite]);
    return;
  }
  for (const word of /** @type {(keyof typeof sum)[]} */ (Object.keys(sum))) sum[word] += totals[word];
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
// The longest first, so that no lane ends with it alone.
const LONGEST = /random$|axe$/;
suites.sort(([a], [b]) => Number(LONGEST.test(b)) - Number(LONGEST.test(a)));
await Promise.all(Array.from({ length: LANES }, async () => {
  for (let next = suites.shift(); next; next = suites.shift()) await runSuite(next, false);
}));
for (const suite of again) {
  console.log(`${suite[0]} once more, alone`);
  await runSuite(suite, true);
}
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed ? 1 : 0;
