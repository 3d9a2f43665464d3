// The author's guide, tried as a new author would: every command of it, in its order, with what it says to add.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const guide = readFileSync(join(root, 'assets/questionnaires/README.md'), 'utf8');
const blocks = [...guide.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, kind, text]) => ({ kind, text }));

test('every command of the guide does what it says, one after the other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'klantkompas-guide-'));
  for (const part of ['assets', 'dist']) symlinkSync(join(root, part), join(folder, part));
  const mine = join(folder, 'my.json');
  let said = '', path = '';
  for (const { kind, text } of blocks) {
    if (kind === 'json') {
      // What stands in the guide goes into the file; checked strictly by the next command.
      writeFileSync(mine, JSON.stringify({ ...JSON.parse(readFileSync(mine, 'utf8')), ...JSON.parse(text) }, null, 2));
    } else if (kind === '') {
      if (text.startsWith('export')) path = text.split('\n')[0];
      const { status, stdout, stderr } = spawnSync('sh', ['-ec', `${path}\n${text}`], { cwd: folder, encoding: 'utf8' });
      assert.equal(status, 0, `${text}${stderr}`);
      said += stdout + stderr;
    }
  }
  assert.equal(blocks.filter(({ kind }) => kind === 'json').length, 1);
  for (const quoted of guide.matchAll(/It says `([^`]+)`/g)) assert.ok(said.includes(`${quoted[1]}\n`), quoted[1]);
  assert.match(said, /Every gate holds something back sometimes\.\n {2}Every pattern appears sometimes, and none always\./);
  for (const name of ['audit.html', 'my.html', 'my.oembed.json']) assert.ok(existsSync(join(folder, name)), name);
  rmSync(folder, { recursive: true });
});

test('the code for other pages is what they need, and every file that the guide names is there', () => {
  const sandbox = (text) => /sandbox="([^"]+)"/.exec(text)[1];
  assert.equal(sandbox(blocks.find(({ kind }) => kind === 'html').text), sandbox(readFileSync(join(root, 'README.md'), 'utf8')));
  for (const [, name] of guide.matchAll(/`(?:assets\/questionnaires\/)?(\w+\.json)`/g)) {
    if (!name.startsWith('my')) assert.ok(existsSync(join(root, 'assets/questionnaires', name)), name);
  }
});
