// tests/browser/world.md says which test holds which scenario: each of them is there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const here = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const rows = [...here('browser/world.md').matchAll(/^\| ([^|]+) \| ([\w/]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, scenario, file, name]) => ({ scenario, file, name }))
  .filter(({ file }) => file !== 'file');

/** Names of a file's tests, with … for what is filled in. */
const namesIn = (file) => [...here(`${file}.test.mjs`).matchAll(/\btest\((['`])((?:(?!\1).)*)\1/g)].map(([, , name]) => name.replace(/\$\{[^}]*\}/g, '…'));

test('every scenario of the table has its test', () => {
  assert.ok(rows.length > 45, `${rows.length} rows`);
  assert.deepEqual(rows.filter(({ file, name }) => !namesIn(file).some((each) => each.startsWith(name))).map(({ scenario, file, name }) => `${scenario}: ${file}, “${name}”`), []);
});

test('every number of 1 to 27 that was tried is in it', () => {
  const numbers = new Set(rows.map(({ scenario }) => /^\d+/.exec(scenario)?.[0]).filter(Boolean).map(Number));
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 16, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27].filter((number) => !numbers.has(number)), []);
});
