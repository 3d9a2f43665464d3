// node scripts/peers/bench.mjs NAME [--runs N] [--quick]: our page beside what people would take instead, in one browser with
// one set of flags, in turn so that a busy moment meets all alike. Prints Markdown: medians, and their ratio to ours.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../lib.mjs';
import { load, use } from './measure.mjs';
import { makePages, PAGES } from './pages.mjs';
import { made } from '../../tests/browser/made.mjs';

/** @typedef {import('./measure.mjs').Mode} Mode */
/** @typedef {{[name: string]: number}} Numbers */
/** @typedef {{name: string, path: string}} Target */

const { values: { runs: wanted, quick }, positionals: [name] } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, quick: { type: 'boolean', default: false } }, allowPositionals: true,
});
const RUNS = Number(wanted);
/** @type {Mode[]} */
const MODES = ['cold', 'warm', 'CPU 4×', 'slow phone'];
const LENGTHS = quick ? [] : [100, 1000];
const OURS = 'Klantkompas';
/** What is printed of a load and of a page in use: member, heading, digits. @type {[string, string, number][]} */
const LOADED = [['answer', 'first answer, ms', 0], ['paint', 'first paint, ms', 0], ['blocked', 'blocked, ms', 0], ['bytes', 'bytes', 0], ['memory', 'renderer, MB', 1]];
/** @type {[string, string, number][]} */
const USED = [['click', 'click to paint, ms', 1], ['idleFrames', 'frames in 5 s of idle', 0], ['idleCpu', 'CPU in idle, %', 1]];

/** @param {number[]} values */
function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (!sorted.length) return NaN;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Serves the pages with their brotli. */
async function serve() {
  const types = /** @type {{[extension: string]: string}} */ ({ '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' });
  const server = createServer((request, response) => {
    try {
      const path = decodeURIComponent((request.url ?? '').replace(/[?#].*$/s, ''));
      const body = readFileSync(join(PAGES, `${path}.br`));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-encoding': 'br', 'content-length': body.length, 'cache-control': 'max-age=600' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, 'localhost', () => done(undefined)));
  return { server, base: `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}` };
}

/**
 * Every target `times` times, in turn.
 * @param {Target[]} targets
 * @param {number} times
 * @param {(target: Target) => Promise<Numbers>} measure
 * @returns {Promise<{[name: string]: Numbers}>} medians
 */
async function inTurn(targets, times, measure) {
  /** @type {{[name: string]: Numbers[]}} */
  const all = Object.fromEntries(targets.map((target) => [target.name, []]));
  for (let i = 0; i < times; i++) {
    for (const target of targets) {
      await measure(target).then((numbers) => all[target.name].push(numbers), (error) => console.error(`${target.name}: ${error.message}`));
    }
  }
  return Object.fromEntries(Object.entries(all).map(([who, list]) =>
    [who, Object.fromEntries(Object.keys(list[0] ?? {}).map((key) => [key, median(list.map((numbers) => numbers[key]))]))]));
}

/** A row for each number: ours, and each other with what ours is of it. @type {string[]} */
const lines = [];
/** @param {string} what @param {[string, string, number][]} members @param {{[name: string]: Numbers}} found */
function tell(what, members, found) {
  const others = Object.keys(found).filter((who) => who !== OURS);
  if (!lines.length) lines.push(`| | ${[OURS, ...others].join(' | ')} |`, `|---${'|--:'.repeat(others.length + 1)}|`);
  for (const [member, heading, digits] of members) {
    const ours = found[OURS]?.[member];
    if (ours === undefined) continue;
    const number = (/** @type {number | undefined} */ value) => (value === undefined || Number.isNaN(value) ? '–' : value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits }));
    const cells = others.map((who) => {
      const theirs = found[who][member];
      return `${number(theirs)}${theirs > 0 && Number.isFinite(ours) ? ` (${(ours / theirs).toFixed(2)} ×)` : ''}`;
    });
    lines.push(`| ${what}: ${heading} | ${[number(ours), ...cells].join(' | ')} |`);
  }
}

const file = join(root, `assets/questionnaires/${name}.json`);
const { server, base } = await serve();
const started = os.loadavg()[0];
try {
  const targets = makePages('own', file, JSON.parse(readFileSync(file, 'utf8')));
  for (const webgl of [true, false]) {
    const how = webgl ? 'WebGL' : 'no WebGL';
    for (const mode of MODES) {
      tell(`${mode}, ${how}`, mode === 'cold' ? LOADED : LOADED.filter(([member]) => member !== 'bytes'), await inTurn(targets, RUNS, ({ path }) => load(base + path, mode, webgl)));
    }
    for (const mode of /** @type {Mode[]} */ (['cold', 'CPU 4×'])) {
      const members = mode === 'cold' ? USED : USED.slice(0, 1);
      tell(`${mode}, ${how}`, members, await inTurn(targets, Math.ceil(RUNS / 3), ({ path }) => use(base + path, mode, webgl)));
    }
  }
  for (const questions of LENGTHS) {
    const content = made(questions, 10);
    mkdirSync(join(root, 'build/peers'), { recursive: true });
    const long = join(root, `build/peers/${questions}.json`);
    writeFileSync(long, JSON.stringify(content));
    tell(`${questions.toLocaleString('en')} questions, WebGL`, LOADED.filter(([member]) => member !== 'blocked'),
      await inTurn(makePages(String(questions), long, content), Math.ceil(RUNS / 2), ({ path }) => load(base + path, 'cold', true)));
  }
} finally {
  server.close();
  server.closeAllConnections();
}
const machine = `${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${new Date().toISOString().slice(0, 10)}, load ${started.toFixed(1)} at the start and ${os.loadavg()[0].toFixed(1)} at the end`;
console.log(`Medians of ${RUNS} loads in Chromium; in brackets what ours is of theirs (below 1: ours is less). ${machine}.\n\n${lines.join('\n')}`);
