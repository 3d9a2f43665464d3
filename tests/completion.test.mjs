// klantkompas completion: what bash completes is what help lists; zsh and fish take what they get, where they are.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tool = join(fileURLToPath(new URL('..', import.meta.url)), 'dist/bin/klantkompas');
const run = (...args) => spawnSync(tool, args, { encoding: 'utf8' });
const COMMANDS = [...run('--help').stdout.matchAll(/^ {2}klantkompas (\w+)/gm)].map(([, name]) => name);
let scratch;
before(() => {
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-completion-'));
  for (const name of ['mine.json', 'with blank.json']) writeFileSync(join(scratch, name), '{}');
});
after(() => rmSync(scratch, { recursive: true, force: true }));

/** What bash would offer for the last of these words. */
function offered(...words) {
  const script = `${run('completion', 'bash').stdout}
COMP_WORDS=(klantkompas ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}
_klantkompas klantkompas '${words.at(-1)}' '${words.at(-2) ?? 'klantkompas'}'
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], { cwd: scratch, encoding: 'utf8' });
  assert.deepEqual([status, stderr], [0, '']);
  return stdout.split('\n').filter(Boolean);
}

test('the first word is a command', () => {
  assert.deepEqual(offered(''), COMMANDS);
  for (const name of COMMANDS) assert.ok(offered(name.slice(0, 3)).includes(name));
  assert.deepEqual(offered('zz'), []);
});

test('behind a command: the options that it takes, and files', () => {
  for (const name of COMMANDS) {
    for (const option of offered(name, '-')) {
      const { stderr } = run(name, option);
      assert.doesNotMatch(stderr, /does not take/, `${name} ${option}`);
    }
  }
  assert.deepEqual(offered('check', '--f'), ['--format']);
  assert.deepEqual(offered('check', 'mi'), ['mine.json']);
});

test('behind an option: the values that help names', () => {
  assert.deepEqual(offered('check', '--format', '').sort(), ['text', 'json', 'github', 'sarif', 'mine.json', 'with blank.json'].sort());
  assert.deepEqual(offered('export', 'klantgedreven', '--format', 'c'), ['csv']);
  assert.deepEqual(offered('export', 'klantgedreven', '--format', '').slice(0, 5), ['csv', 'md', 'ics', 'json', 'xapi']);
});

test('zsh and fish: for every command, and nothing for another shell', () => {
  const fish = run('completion', 'fish').stdout;
  for (const name of COMMANDS) {
    assert.ok(fish.includes(`-a ${name} -d '`), name);
    for (const option of offered(name, '-')) {
      assert.ok(fish.includes(`-n '__fish_seen_subcommand_from ${name}' ${option.startsWith('--') ? `-l ${option.slice(2)}` : `-s ${option.slice(1)}`}`), `${name} ${option}`);
    }
  }
  assert.ok(run('completion', 'zsh').stdout.startsWith('autoload -U +X bashcompinit && bashcompinit\n'));
  const { status, stdout, stderr } = run('completion', 'powershell');
  assert.deepEqual([status, stdout, stderr], [2, '', 'klantkompas: found the shell powershell, expected bash, zsh or fish\n']);
});
