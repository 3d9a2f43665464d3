// Walks the reader's way by real keys with Orca running, and writes down every sentence Orca hands to its voice.
// Usage: node tests/heard/listen.mjs [firefox-nl-canvas ...]; KK_UPDATE=1 rewrites the transcripts beside this file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from './desk.mjs';
import { walk } from './walk.mjs';

const here = import.meta.dirname;
const ALL = ['firefox', 'chromium'].flatMap((browser) => ['nl', 'en'].flatMap((lang) => ['canvas', 'text'].map((view) => `${browser}-${lang}-${view}`)));

const names = process.argv.slice(2);
for (const name of names) {
  if (!ALL.includes(name)) {
    console.error(`no transcript ${name}; there are ${ALL.join(', ')}`);
    process.exit(2);
  }
}

let passed = 0;
let failed = 0;
for (const name of names.length ? names : ALL) {
  const [browser, lang, view] = name.split('-');
  const desk = await start({ browser, lang, view });
  let heard;
  try {
    heard = await walk(desk, { lang });
  } finally {
    await desk.end();
  }
  const file = join(here, `${name}.txt`);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (process.env.KK_UPDATE || heard === before) {
    writeFileSync(file, heard);
    passed++;
  } else {
    failed++;
    const was = before.split('\n');
    const place = heard.split('\n').findIndex((line, i) => line !== was[i]);
    console.log(`${name}: line ${place + 1} differs\n  expected ${was[place] ?? '(the end)'}\n  heard    ${heard.split('\n')[place] ?? '(the end)'}`);
  }
  console.log(`${name}: ${heard.split('\n').length} lines`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
