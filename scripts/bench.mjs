// Sizes of dist/, the speed and memory of `klantkompas score --ndjson` over 300,000 answer sets, and of the audit.
// Argument: the name of a questionnaire of ours.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LINES = 300_000;
const [name] = process.argv.slice(2);
/** @type {{sections: {questions: {id: string, levels: unknown[]}[]}[]}} */
const { sections } = JSON.parse(readFileSync(join(root, `assets/questionnaires/${name}.json`), 'utf8'));

/** Answer sets from a fixed linear congruential generator: the same lines on every machine. @param {number} lines */
function answerSets(lines) {
  let state = 1;
  const below = (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 16) % limit;
  };
  const set = () => sections.flatMap(({ questions }) => questions).map(({ id, levels }) => {
    const chosen = below(levels.length + 1);
    return `"${id}":${chosen === levels.length ? '"unknown"' : chosen}`;
  });
  return Array.from({ length: lines }, () => `{"answers":{${set().join(',')}}}\n`).join('');
}

/** Highest resident memory of a running process in MB, as Linux tells it. @param {number | undefined} pid */
function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;  // it has just ended
  }
}

/**
 * Scores a file of lines: seconds, and peak memory. The results go to /dev/null, so that no disk is measured.
 * @param {string} input
 * @returns {Promise<{seconds: number, peak: number}>}
 */
function scoreFile(input) {
  return new Promise((done, failed) => {
    const [from, to] = [openSync(input, 'r'), openSync('/dev/null', 'w')];
    const start = performance.now();
    const child = spawn(join(root, 'dist/bin/klantkompas'), ['score', name, '--ndjson'], { stdio: [from, to, 'inherit'] });
    let peak = 0;
    const watch = setInterval(() => { peak = Math.max(peak, peakMemory(child.pid)); }, 10);
    child.on('close', (code) => {
      const seconds = (performance.now() - start) / 1000;
      clearInterval(watch);
      closeSync(from);
      closeSync(to);
      if (code === 0) done({ seconds, peak });
      else failed(new Error(`score --ndjson ended with ${code}`));
    });
  });
}

console.log('bytes                         raw     gzip   brotli');
for (const [file, { raw, gzip, brotli }] of Object.entries(JSON.parse(readFileSync(join(root, 'dist/sizes.json'), 'utf8')))) {
  console.log(file.padEnd(24) + [raw, gzip, brotli].map((bytes) => String(bytes).padStart(9)).join(''));
}

const input = join(root, `build/bench/${name}.ndjson`);
const tenth = join(root, `build/bench/${name}-tenth.ndjson`);
mkdirSync(dirname(input), { recursive: true });
if (!existsSync(input)) {
  writeFileSync(tenth, answerSets(LINES / 10));
  writeFileSync(input, answerSets(LINES));
}
const small = await scoreFile(tenth);  // also warms the file cache
const runs = [];
for (let i = 0; i < 5; i++) runs.push(await scoreFile(input));
const full = runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));
console.log(`\nscore --ndjson: ${LINES} answer sets in ${full.seconds.toFixed(2)} s on one core, ${Math.round(LINES / full.seconds)} a second `
  + `(best of ${runs.length}; the slowest took ${Math.max(...runs.map(({ seconds }) => seconds)).toFixed(2)} s); peak memory ${full.peak.toFixed(1)} MB (${LINES / 10} sets: ${small.peak.toFixed(1)} MB)`);

/** How many sets one `klantkompas audit` tries, and the seconds it takes; it runs on one core. @param {string[]} args */
function audit(args) {
  const start = performance.now();
  const { status, stdout } = spawnSync(join(root, 'dist/bin/klantkompas'), ['audit', name, '--format', 'json', ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`audit ended with ${status}`);
  return { seconds: (performance.now() - start) / 1000, sets: JSON.parse(stdout).method.sets };
}

for (const [what, args] of /** @type {[string, string[]][]} */ ([['complete sets', []], ['sets with unknowns', ['--unknown']]])) {
  const audits = [1, 2, 3].map(() => audit(args));
  console.log(`audit ${name}, ${audits[0].sets.toLocaleString('en')} ${what}: ${Math.min(...audits.map(({ seconds }) => seconds)).toFixed(2)} s on one core (best of 3)`);
}
