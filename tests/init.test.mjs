// klantkompas init: whatever an author asks for, what it makes has no errors, is laid out as fmt does, and becomes a page.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tool = join(fileURLToPath(new URL('..', import.meta.url)), 'dist/bin/klantkompas');
let scratch;
before(() => { scratch = mkdtempSync(join(tmpdir(), 'klantkompas-init-')); });
after(() => rmSync(scratch, { recursive: true, force: true }));
const run = (args, input = '') => spawnSync(tool, args, { cwd: scratch, encoding: 'utf8', input, maxBuffer: 1 << 24 });

for (const languages of ['nl', 'en', 'nl,en', 'de,nl-BE,pt-BR']) {
  for (const levels of ['2', '5', '11']) {
    test(`${languages} with ${levels} answers: no errors, no warnings, every text in every language`, () => {
      const { status, stdout, stderr } = run(['init', '--title', 'Één "titel" \\ 🧭', '--lang', languages, '--levels', levels]);
      assert.deepEqual([status, stderr], [0, '']);
      const made = JSON.parse(stdout);
      assert.deepEqual(made.languages, languages.split(','));
      for (const tag of made.languages) assert.equal(made.title[tag], 'Één "titel" \\ 🧭');
      const questions = made.sections.flatMap((section) => section.questions);
      assert.deepEqual(questions.map((question) => [question.levels.length, question.steps.length]), Array(4).fill([+levels, +levels - 1]));
      const check = run(['check', '-', '--strict'], stdout);
      assert.deepEqual([check.status, check.stderr], [0, '']);
      assert.equal(run(['fmt', '-'], stdout).stdout, stdout);
    });
  }
}

test('to a file, of which it makes the id, and never over another', () => {
  for (const [name, id] of [['Mijn-Test 2.json', 'mijntest2'], ['2026.json', 'mine2026'], ['éé.json', 'mine'], [`${'a'.repeat(50)}.json`, 'a'.repeat(32)]]) {
    const { status, stdout } = run(['init', name]);
    assert.equal(status, 0);
    assert.equal(stdout, `${name}: 4 questions. Put your own texts in it, then: klantkompas check ${name}\n`);
    assert.equal(JSON.parse(readFileSync(join(scratch, name), 'utf8')).id, id);
    assert.equal(run(['bundle', name, '-o', 'page.html']).status, 0);
  }
  writeFileSync(join(scratch, 'there.json'), 'work of an afternoon');
  symlinkSync('nowhere.json', join(scratch, 'link.json'));
  for (const name of ['there.json', 'link.json']) {
    const { status, stdout, stderr } = run(['init', name]);
    assert.deepEqual([status, stdout, stderr], [2, '', `klantkompas: ${name} is there already; init writes no file over another\n`]);
  }
  assert.equal(readFileSync(join(scratch, 'there.json'), 'utf8'), 'work of an afternoon');
  assert.ok(!existsSync(join(scratch, 'nowhere.json')));
});

test('what cannot be is refused, and nothing is written', () => {
  for (const [args, what] of [
    [['--levels', '1'], /found --levels 1, expected a whole number from 2 to 11/],
    [['--levels', '12'], /from 2 to 11/],
    [['--levels', 'vijf'], /from 2 to 11/],
    [['--lang', ''], null],
    [['--lang', 'nl,,en'], /no questionnaire: \/languages/],
    [['--lang', 'nl,nl'], /no questionnaire: \/languages/],
    [['--lang', 'dutch language'], /no questionnaire: \/languages/],
    [['--title', 'x\u0007'], /no questionnaire: \/title/],
  ]) {
    const { status, stderr } = run(['init', 'new.json', ...args]);
    if (what) {
      assert.equal(status, 2, stderr);
      assert.match(stderr, what);
      assert.ok(!existsSync(join(scratch, 'new.json')));
    } else {
      assert.equal(status, 0, stderr);
      rmSync(join(scratch, 'new.json'));
    }
  }
});

test('at a terminal it asks for what is not given', () => {
  // script(1) gives it a terminal.
  const { stdout, status } = spawnSync('script', ['-qec', `${tool} init asked.json --levels 3`, '/dev/null'], { cwd: scratch, encoding: 'utf8', input: 'Mijn titel\nen,nl\n' });
  assert.equal(status, 0, stdout);
  assert.match(stdout, /Title \[Hoe staan wij ervoor\?\]: /);
  assert.match(stdout, /Languages, the first is the one it starts in \[nl\]: /);
  assert.doesNotMatch(stdout, /Answers to a question/);
  const made = JSON.parse(readFileSync(join(scratch, 'asked.json'), 'utf8'));
  assert.deepEqual([made.title.nl, made.languages, made.sections[0].questions[0].levels.length], ['Mijn titel', ['en', 'nl'], 3]);
});
