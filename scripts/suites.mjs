// Runs the suites that CTest knows (tests/CMakeLists.txt, tests/suites.cmake), three at a time, and sums up. --quick: only those
// that are labelled so, as released. Else all, but what is labelled `once` as released.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from '../tests/browser/chromium.mjs';
import { runSuites } from './runner.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const LANES = 3;  // on two cores: some wait for a timer
const isQuick = process.argv.includes('--quick');

/** @param {string} preset @returns {(import('./runner.mjs').Suite & {labels: string[]})[]} */
function suitesOf(preset) {
  const { tests } = JSON.parse(execFileSync('ctest', ['--preset', preset, '--show-only=json-v1'], { cwd: root, encoding: 'utf8' }));
  return tests.map((/** @type {any} */ { name, command, properties }) => {
    const all = Object.fromEntries(properties.map((/** @type {any} */ each) => [each.name, each.value]));
    const labels = all.LABELS ?? [];
    return {
      name: preset === 'release' ? name : `${name}, sanitizers`, command, labels, seconds: all.TIMEOUT, cost: all.COST,
      kind: ['native', 'node', 'browser'].find((kind) => labels.includes(kind)) ?? 'command',
      env: Object.fromEntries((all.ENVIRONMENT ?? []).map((/** @type {string} */ line) => line.split('='))),
    };
  });
}

const all = isQuick ? suitesOf('release').filter(({ labels }) => labels.includes('quick'))
  : [...suitesOf('release').filter(({ labels }) => !labels.includes('once')), ...suitesOf('dev')];
const suites = all.filter(({ labels }) => !labels.includes('setup'));
const fine = await runSuites(suites, { reports: join(root, 'build/logs/reports'), lanes: LANES, start });
process.exitCode = fine ? 0 : 1;
