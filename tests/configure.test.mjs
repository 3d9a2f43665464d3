// What CMake promises to whoever opens the folder: a copy without Dear ImGui fetches it, the command line needs no
// GoogleTest, and ctest knows every suite.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const imgui = join(root, 'build/deps/imgui');
let scratch;
before(() => { scratch = mkdtempSync(join(tmpdir(), 'klantkompas-configure-')); });
after(() => rmSync(scratch, { recursive: true }));

/** @param {string[]} args @param {Record<string, string>} env */
const cmake = (args, env = {}) => spawnSync('cmake', ['-G', 'Ninja', ...args], { encoding: 'utf8', env: { ...process.env, ...env } });

test('a copy without Dear ImGui fetches it by itself', () => {
  const copy = join(scratch, 'copy');
  for (const name of readdirSync(root).filter((each) => !['.git', 'build', 'dist', 'node_modules', 'tests'].includes(each))) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  const { status, stderr } = cmake(['-S', copy, '-B', join(scratch, 'fetched'), '-DBUILD_TESTING=OFF'], { IMGUI_DIR: imgui });  // no network here
  assert.equal(status, 0, stderr);
  assert.ok(existsSync(join(copy, 'build/deps/imgui/imgui.cpp')));
});

test('the command line is configured without GoogleTest, and with a copy of Dear ImGui that stands elsewhere', () => {
  const folder = join(scratch, 'cli');
  const without = ['-DCMAKE_DISABLE_FIND_PACKAGE_GTest=ON', `-DFETCHCONTENT_SOURCE_DIR_IMGUI=${imgui}`];
  const { status, stderr } = cmake(['-S', root, '-B', folder, '-DBUILD_TESTING=OFF', ...without]);
  assert.equal(status, 0, stderr);
  const { stdout } = spawnSync('ninja', ['-C', folder, '-t', 'targets', 'all'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.match(stdout, /^klantkompas: /m);
  assert.doesNotMatch(stdout, /^core_test:/m);
});

test('ctest knows every file of tests, and browser/each with the first questionnaire', () => {
  const { stdout } = spawnSync('ctest', ['--preset', 'release', '--show-only=json-v1'], { cwd: root, encoding: 'utf8' });
  const { tests } = JSON.parse(stdout);
  const commands = new Set(tests.map(({ command }) => command?.at(-1)));
  const files = ['tests', 'tests/browser', 'tests/browser/each'].flatMap((folder) => readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.mjs')).map((name) => join(root, folder, name)));
  assert.deepEqual(files.filter((file) => !commands.has(file)), []);
  const labels = new Set(tests.flatMap(({ properties }) => properties.find(({ name }) => name === 'LABELS')?.value ?? []));
  assert.deepEqual([...labels].sort(), ['browser', 'native', 'node', 'once', 'quick', 'setup']);
  for (const { name, properties } of tests) assert.ok(properties.some((each) => each.name === 'TIMEOUT' && each.value <= 900), `${name} may hang`);
});
