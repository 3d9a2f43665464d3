// Who may include whom, from the CMake files alone: a room is a folder whose CMakeLists.txt makes a target of ours, its sources
// are those that it lists, and it may include itself and what it links, at any remove. Run by itself it names every
// source in no list and every #include that no link allows.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** @type {(folder: string) => string[]} */
const below = (folder) => readdirSync(folder, { withFileTypes: true })
  .flatMap((entry) => entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)]);
/** @param {string} path */
const read = (path) => readFileSync(path, 'utf8');

/** @typedef {{ folder: string, target: string, uses: Set<string>, sources: Set<string> }} Room  paths from src */

/** By target. @param {string[]} files  @returns {Map<string, Room>} */
function roomsOf(files) {
  const rooms = new Map();
  for (const file of files.filter((path) => path.endsWith('CMakeLists.txt'))) {
    const folder = relative(src, dirname(file));
    const text = read(file).replace(/#.*/g, '');
    for (const [, call, target, body] of text.matchAll(/\b(kk_room|add_executable|add_library)\(\s*(\w+)([^)]*)\)/g)) {
      if (!call.startsWith('kk_') && !text.includes(`kk_product(${target})`)) continue;
      const sources = [...body.matchAll(/[\w./]+\.cpp\b/g)].map(([name]) => relative(src, join(dirname(file), name)));
      rooms.set(target, { folder, target, uses: new Set(/USES([^)]*)/.exec(body)?.[1].match(/\w+/g)), sources: new Set(sources) });
    }
    for (const [, target] of text.matchAll(/add_library\((\w+) INTERFACE\)/g)) {
      rooms.set(target, { folder, target, uses: new Set(), sources: new Set() });
    }
    for (const [, target, body] of text.matchAll(/target_link_libraries\(\s*(\w+)([^)]*)\)/g)) {
      for (const name of body.match(/\bkk_\w+/g) ?? []) rooms.get(target)?.uses.add(name);
    }
  }
  return rooms;
}

/** Targets within reach of one, itself included. @param {Map<string, Room>} rooms  @param {string} target  @param {Set<string>} seen */
function reach(rooms, target, seen = new Set()) {
  const room = rooms.get(target);
  if (!room || seen.has(target)) return seen;
  seen.add(target);
  for (const next of room.uses) reach(rooms, next, seen);
  return seen;
}

/** The rooms, the includes between them (from -> to, by folder), and what breaks the rule. */
export function inspect() {
  const files = below(src);
  const rooms = roomsOf(files);
  const code = files.filter((path) => /\.(cpp|h)$/.test(path)).map((path) => relative(src, path));
  const folders = [...rooms.values()].sort((a, b) => b.folder.length - a.folder.length);
  /** @param {string} path */
  const roomOf = (path) => folders.find(({ folder }) => path.startsWith(`${folder}/`));
  const listed = new Set([...rooms.values()].flatMap(({ sources }) => [...sources]));
  /** @type {Map<string, Set<string>>} */
  const arrows = new Map();
  /** @type {string[]} */
  const faults = [];
  for (const path of code) {
    const room = roomOf(path);
    if (path.endsWith('.cpp') && !listed.has(path)) faults.push(`src/${path}: in no CMakeLists.txt`);
    read(join(src, path)).split('\n').forEach((line, at) => {
      const included = /^\s*#\s*include\s*"([^"]+)"/.exec(line)?.[1];
      if (!included || !existsSync(join(src, included))) return;
      const other = roomOf(included);
      if (!room || !other || room === other) return;
      arrows.set(room.folder, (arrows.get(room.folder) ?? new Set()).add(other.folder));
      if (!reach(rooms, room.target).has(other.target)) {
        faults.push(`src/${path}:${at + 1}: includes ${included}, but ${room.target} does not link ${other.target}`);
      }
    });
  }
  return { rooms, arrows, faults };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { faults } = inspect();
  for (const fault of faults) console.log(`  ${fault}`);
  process.exitCode = faults.length ? 1 : 0;
}
