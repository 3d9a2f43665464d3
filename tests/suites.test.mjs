// The runner of all suites: what it counts, what it kills, and what its last lines say.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runSuites } from '../scripts/runner.mjs';

let folder;
before(() => { folder = mkdtempSync(join(tmpdir(), 'klantkompas-suites-')); });
after(() => rmSync(folder, { recursive: true }));

/** A suite of one file with this text. */
function suite(name, text, more = {}) {
  const file = join(folder, `${name.replaceAll('/', '-')}.mjs`);
  writeFileSync(file, text);
  return { name, kind: 'node', command: [process.execPath, file], seconds: 30, ...more };
}
const tests = (body) => `import { test } from 'node:test';\n${body}`;

async function run(suites, options = {}) {
  const lines = [];
  const fine = await runSuites(suites, { reports: join(folder, 'reports'), say: (text) => lines.push(...text.split('\n')), ...options });
  return { fine, lines, last: lines.at(-1) };
}

test('tests are counted one by one, whoever counts them', async () => {
  const report = { tests: 5, failures: 0, errors: 0, disabled: 1, testsuites: [{ testsuite: [{ result: 'SKIPPED' }, { result: 'COMPLETED' }] }] };
  const native = suite('native', `import { writeFileSync } from 'node:fs'; writeFileSync(process.env.GTEST_OUTPUT.slice(5), '${JSON.stringify(report)}');`, { kind: 'native' });
  const { fine, last } = await run([
    suite('two', tests("test('a', () => {}); test('b', () => {}); test('c', { skip: true }, () => {});")), native, suite('command', '', { kind: 'command' }),
  ]);
  assert.equal(fine, true);
  assert.equal(last, '6 passed, 0 failed, 3 skipped');
});

for (const [what, each] of [
  ['fails', () => suite('bad', tests("test('a', () => { throw new Error('no'); });"))],
  ['throws before its first test', () => suite('bad', 'throw new Error();')],
  ['tests nothing', () => suite('bad', '')],
  ['ends with a code of its own', () => suite('bad', tests("test('a', () => {}); process.on('exit', () => { process.exitCode = 3; });"))],
  ['is not there', () => ({ name: 'bad', kind: 'native', command: [join(folder, 'none')], seconds: 30 })],
  ['writes no report', () => suite('bad', '', { kind: 'native' })],
  ['is a command that fails', () => suite('bad', 'process.exit(1)', { kind: 'command' })],
]) {
  test(`a suite that ${what} is a failure`, async () => {
    const { fine, last, lines } = await run([suite('good', tests("test('a', () => {});")), each()]);
    assert.equal(fine, false, lines.join('\n'));
    assert.match(last, /^[12] passed, 1 failed$/);
  });
}

test('a suite that hangs is killed with all it started, and is a failure; the others go on', async () => {
  const mark = join(folder, 'alive');
  const child = `setInterval(() => require('fs').appendFileSync(${JSON.stringify(mark)}, '.'), 20)`;
  // Its child stands in a group of its own and the suite listens to no signal, as a browser that is stuck.
  const { fine, last, lines } = await run([
    suite('hangs', `import { spawn } from 'node:child_process';\nspawn(process.execPath, ['-e', ${JSON.stringify(child)}], { detached: true, stdio: 'ignore' });\nprocess.on('SIGTERM', () => {});\nsetInterval(() => {}, 1000);`, { seconds: 2, cost: 9 }),
    suite('good', tests("test('a', () => {});")),
  ], { lanes: 1 });
  assert.equal(fine, false);
  assert.equal(last, '1 passed, 1 failed');
  assert.ok(lines.includes('killed after 2 s'), lines.join('\n'));
  assert.ok(existsSync(mark), 'the child was there');
  const size = () => readFileSync(mark).length;
  const before = size();
  await new Promise((done) => { setTimeout(done, 200); });
  assert.equal(size(), before, 'the child still writes');
});

test('what fails in a browser gets one more try, alone; a fault that stays is counted once', async () => {
  const flag = join(folder, 'tried');
  const first = `import { existsSync, writeFileSync } from 'node:fs'; const again = existsSync('${flag}'); writeFileSync('${flag}', '');`;
  const { last, lines } = await run([
    suite('browser/now-and-then', tests(`${first}\ntest('a', () => {}); test('b', () => { if (!again) throw new Error('no'); });`), { kind: 'browser' }),
    suite('browser/never', tests("test('c', () => { throw new Error('no'); });"), { kind: 'browser' }),
    suite('node', tests("test('d', () => { throw new Error('no'); });")),
  ]);
  assert.equal(last, '2 passed, 2 failed');
  assert.equal(lines.filter((line) => line.startsWith('once more, alone: ')).length, 1);
});

test('a lane has one browser for its suites, and another after a failure', async () => {
  const browsers = [];
  const start = async () => {
    const browser = { connected: true, wsEndpoint: () => `ws://${browsers.indexOf(browser)}`, close: async () => { browser.connected = false; } };
    browsers.push(browser);
    return browser;
  };
  const names = join(folder, 'names');
  const one = (name, ok) => suite(name, tests(`import { appendFileSync } from 'node:fs';\nappendFileSync('${names}', process.env.KK_BROWSER + ' ');\ntest('a', () => { if (${!ok}) throw new Error('no'); });`),
    { kind: 'browser' });
  await run([one('a', true), one('b', true), one('c', false), one('d', true)], { lanes: 1, start });
  assert.equal(readFileSync(names, 'utf8').trim(), 'ws://0 ws://0 ws://0 ws://1 ws://2');
  assert.ok(browsers.every(({ connected }) => !connected), 'none is left open');
});

test('the longest go first; the last lines are the ten slowest and the sum', async () => {
  const suites = Array.from({ length: 12 }, (_, i) => suite(`s${i}`, tests("test('a', () => {});"), { cost: i }));
  const { lines } = await run(suites, { lanes: 1 });
  assert.deepEqual(lines.slice(0, 3).map((line) => line.split(' ')[0]), ['s11', 's10', 's9']);
  assert.equal(lines.at(-12), 'the slowest of 12:');
  const seconds = lines.slice(-11, -1).map((line) => Number(/^ *([\d.]+) s {2}s\d+$/.exec(line)[1]));
  assert.equal(seconds.length, 10);
  assert.deepEqual(seconds, [...seconds].sort((a, b) => b - a));
  assert.equal(lines.at(-1), '12 passed, 0 failed');
});
