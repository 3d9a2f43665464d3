// Walks the reader's way by real keys with Orca running, and writes down every sentence Orca hands to its voice.
// Usage: node tests/heard/listen.mjs [firefox-nl-canvas ...]; KK_UPDATE=1 rewrites the transcripts beside this file. One at a time: a busy
// browser misses keys.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { NOW, walkAfter, walkTeam } from './after.mjs';
import { startDesk, startReader } from './desk.mjs';
import { faults } from './faults.mjs';
import { TRANSCRIPTS } from './transcripts.mjs';
import { walk } from './walk.mjs';

const here = import.meta.dirname;
/** Text at 200 %, as Firefox's settings do it. */
const LARGE = { 'font.size.variable.x-western': 32 };

const names = process.argv.slice(2);
for (const name of names) {
  if (!TRANSCRIPTS.includes(name)) {
    console.error(`no transcript ${name}; there are ${TRANSCRIPTS.join(', ')}`);
    process.exit(2);
  }
}

/** @param {string} name  of a transcript @param {number} port */
async function hear(name, port) {
  const [browser, lang, way] = /** @type {['firefox' | 'chromium', 'nl' | 'en', string]} */ (name.split('-'));
  const large = way === 'large';
  const [page, by] = way === 'team' ? ['team.html#at=team', walkTeam] : way === 'after' ? [`klantkompas.html#k=${NOW}&at=steps`, walkAfter]
    : [`klantkompas.html#${large ? '' : `view=${way}`}`, walk];
  const desk = await startDesk({ lang });
  try {
    const reader = await startReader(desk);
    desk.open(browser, `http://localhost:${port}/${page}&lang=${lang}`, large ? LARGE : {});
    return await by(reader, lang, { large });
  } finally {
    await desk.end();
  }
}

/** @param {string} name @param {string} heard  whether it is what it was */
function compare(name, heard) {
  const file = join(here, `${name}.txt`);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (process.env.KK_UPDATE) writeFileSync(file, heard);
  const wrong = faults(heard);
  for (const line of wrong) console.log(`${name}: ${line}`);
  if (process.env.KK_UPDATE || heard === before) return !wrong.length;
  const [was, is] = [before.split('\n'), heard.split('\n')];
  const place = is.findIndex((line, i) => line !== was[i]);
  console.log(`${name}: line ${place + 1} differs\n  expected ${was[place] ?? '(the end)'}\n  heard    ${is[place] ?? '(the end)'}`);
  return false;
}

const server = await serve();
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
let passed = 0;
let failed = 0;
for (const name of names.length ? names : TRANSCRIPTS) {
  const started = Date.now();
  const fine = await hear(name, port).then((heard) => compare(name, heard), (error) => {
    console.log(`${name}: ${error.message}`);
    return false;
  });
  console.log(`${name}: ${fine ? 'fine' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`);
  if (fine) passed++;
  else failed++;
}
server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
