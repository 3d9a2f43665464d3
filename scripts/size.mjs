// Where the page's bytes go: its parts, the rooms of src that the WASM holds, and the largest functions, raw and in brotli,
// with the change against the last run that was kept. Called by scripts/size, after a build.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root, slimmed } from './lib.mjs';

const LARGEST = 30;

/** @typedef {{raw: number, brotli: number}} Size */
/** @typedef {{[name: string]: Size}} Sizes */
/** @typedef {{parts: Sizes, rooms: Sizes, functions: Sizes}} Report */

/** @param {string | Uint8Array} content  @returns {Size} */
function sizeOf(content) {
  const bytes = Buffer.from(content);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

/** What the page consists of, by name. @param {string} page  @returns {Sizes} */
function partsOf(page) {
  /** @type {Sizes} */
  const parts = {};
  const names = new Map([['kk-wasm', 'WASM'], ['kk-data', 'questionnaire'], ['style', 'CSS']]);
  let scripts = 0;
  const markup = page.replace(/<(style|script)\b([^>]*)>([^]*?)<\/\1>/g, (all, tag, attributes, content) => {
    const id = /id="?([\w-]+)/.exec(attributes)?.[1] ?? tag;
    parts[names.get(id) ?? (scripts++ === 0 ? 'JavaScript before the page' : 'JavaScript')] = sizeOf(content);
    return '';
  });
  parts.markup = sizeOf(markup);
  parts['the page'] = sizeOf(page);
  return parts;
}

/** The code of a WASM with names. @param {Buffer} wasm  @returns {{name: string, body: Buffer}[]} */
function functionsOf(wasm) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const text = () => {
    const length = number();
    return wasm.toString('utf8', at, at += length);
  };
  const names = new Map();
  /** @type {Buffer[]} */
  const bodies = [];
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(new Uint8Array(wasm))).filter(({ kind }) => kind === 'function').length;
  while (at < wasm.length) {
    const kind = wasm[at++];
    const size = number();
    const end = at + size;
    if (kind === 10) {
      for (let left = number(); left > 0; left--) {
        const length = number();
        bodies.push(wasm.subarray(at, at += length));
      }
    } else if (kind === 0 && text() === 'name') {
      while (at < end) {
        const what = wasm[at++];
        const length = number();
        const after = at + length;
        if (what === 1) for (let left = number(); left > 0; left--) names.set(number(), text());
        at = after;
      }
    }
    at = end;
  }
  return bodies.map((body, i) => ({ name: names.get(i + imported) ?? `function ${i}`, body }));
}

/** The room that a function was compiled in, by the symbols of the archives. @returns {(name: string) => string} */
function roomFinder() {
  const build = join(root, 'build/web/src');
  /** @type {Map<string, string>} */
  const rooms = new Map();
  const archives = readdirSync(build, { recursive: true }).map(String).filter((name) => name.endsWith('.a')).sort();
  for (const archive of archives) {
    const room = /libkk_(\w+)\.a$/.exec(archive)?.[1] ?? archive;
    const symbols = execFileSync('llvm-nm', ['--defined-only', '--no-sort', '--demangle', join(build, archive)], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
    // What many rooms make (templates of the library, inline functions) is weak, and belongs to none.
    for (const [, kind, name] of symbols.matchAll(/^\S* *([TtWVu]) (.+)$/gm)) if (kind === 'T' || kind === 't') rooms.set(name, room);
  }
  return (name) => rooms.get(name) ?? (/^(?:\S+ )*std::|^operator (new|delete)/.test(name) ? 'C++ library' : /^Im|ImGui/.test(name) ? 'imgui' : /kk_\w+$/.test(name) ? 'wasm' : /\bkk::/.test(name) ? 'templates and inline functions' : 'C library');
}

/** @param {Report} report  @param {Report | null} before */
function print(report, before) {
  const change = (/** @type {Size} */ now, /** @type {Size | undefined} */ then) => {
    const difference = then ? now.raw - then.raw : now.raw;
    return before && difference !== 0 ? `${difference > 0 ? '+' : ''}${difference}` : '';
  };
  for (const [title, key] of /** @type {const} */ ([['part of the page', 'parts'], ['room in the WASM (each compressed by itself)', 'rooms'], [`the ${LARGEST} largest functions (what is inlined counts for its caller)`, 'functions']])) {
    console.log(`\n${'raw'.padStart(8)}${'brotli'.padStart(8)}${before ? 'change'.padStart(8) : ''}  ${title}`);
    for (const [name, size] of Object.entries(report[key]).sort(([, a], [, b]) => b.raw - a.raw).slice(0, key === 'functions' ? LARGEST : undefined)) {
      console.log(`${String(size.raw).padStart(8)}${String(size.brotli).padStart(8)}${before ? change(size, before[key][name]).padStart(8) : ''}  ${name.replaceAll('(anonymous namespace)::', '').slice(0, 100)}`);
    }
    for (const [name, size] of Object.entries(before?.[key] ?? {})) {
      if (key === 'functions' && !(name in report[key]) && size.raw > 500) console.log(`${'0'.padStart(8)}${''.padStart(8)}${String(-size.raw).padStart(8)}  ${name.slice(0, 100)}`);
    }
  }
}

const functions = functionsOf(slimmed(join(root, 'build/web/named.wasm'), join(root, 'build/size/named.wasm'), ['-g']));
const roomOf = roomFinder();
/** @type {Map<string, Buffer[]>} */
const rooms = new Map();
for (const { name, body } of functions) rooms.set(roomOf(name), [...rooms.get(roomOf(name)) ?? [], body]);
/** @type {Report} */
const report = {
  parts: partsOf(readFileSync(join(root, 'dist/klantkompas.html'), 'utf8')),
  rooms: Object.fromEntries([...rooms].map(([room, bodies]) => [room, sizeOf(Buffer.concat(bodies))])),
  functions: Object.fromEntries(functions.filter(({ body }) => body.length > 100).map(({ name, body }) => [name, sizeOf(body)])),
};

// Kept by commit when nothing else is in the tree, so that a change can be held against the commit it starts from.
const git = (/** @type {string[]} */ ...words) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
const kept = (/** @type {string} */ commit) => join(root, 'build/size', `${commit}.json`);
const isClean = git('status', '--porcelain', '--untracked-files=no') === '';
const last = git('rev-list', '--max-count=50', 'HEAD').split('\n').slice(isClean ? 1 : 0).find((commit) => existsSync(kept(commit)));
print(report, last ? JSON.parse(readFileSync(kept(last), 'utf8')) : null);
console.log(last ? `\nchange: raw bytes against ${git('log', '--oneline', '-1', last)}` : '\nNo run of an earlier commit was kept: the next run shows the change against this one.');
if (isClean) {
  mkdirSync(join(root, 'build/size'), { recursive: true });
  writeFileSync(kept(git('rev-parse', 'HEAD')), JSON.stringify(report));
}
