// The README's picture of the rooms is the one that the targets and the includes make.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inspect } from '../scripts/rooms.mjs';

const { rooms, arrows, faults } = inspect();

/** Everything within reach, by folder: "view" -> "base", "exchange", … */
function closed(edges) {
  const reach = (folder, seen = new Set()) => {
    for (const next of edges.get(folder) ?? []) if (!seen.has(next)) reach(next, seen.add(next));
    return seen;
  };
  return Object.fromEntries([...edges.keys()].sort().map((folder) => [folder, [...reach(folder)].sort()]));
}

const linked = new Map([...rooms.values()].map(({ folder, uses }) =>
  [folder, [...uses].map((target) => rooms.get(target)?.folder).filter(Boolean)]));

const drawn = new Map();
const [, picture] = /^src\/ {2}a <- b.*\n((?: {2}\S.*\n)+)/m.exec(readFileSync(new URL('../README.md', import.meta.url), 'utf8'));
for (const line of picture.trimEnd().split('\n')) {
  const groups = line.trim().split(/ {2,}/)[0].split(' <- ').map((group) => group.split(', '));
  groups.forEach((group, i) => group.forEach((folder) => drawn.set(folder, [...drawn.get(folder) ?? [], ...groups[i - 1] ?? []])));
}

test('every source is in a list, and includes only what its room links', () => assert.deepEqual(faults, []));

test('no room is above itself', () => {
  for (const [folder, below] of Object.entries(closed(linked))) assert.ok(!below.includes(folder), folder);
});

test("the README's picture is the targets'", () => assert.deepEqual(closed(drawn), closed(linked)));

test('every arrow between rooms that an include makes is in the picture', () => {
  const picture_ = closed(drawn);
  for (const [folder, others] of arrows) for (const other of others) assert.ok(picture_[folder]?.includes(other), `${folder} includes ${other}`);
});

test('the page has no part of what only authors need', () => {
  assert.deepEqual(closed(linked)['wasm/reader'].filter((folder) => /^(author|publish|cli|team)/.test(folder)), []);
});
