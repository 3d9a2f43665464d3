// klantkompas audit on the command line: its three forms, where they go, and how it ends.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAME = 'klantgedreven';
const source = () => JSON.parse(readFileSync(join(root, `assets/questionnaires/${NAME}.json`), 'utf8'));
let scratch;
before(() => { scratch = mkdtempSync(join(tmpdir(), 'klantkompas-audit-')); });
after(() => rmSync(scratch, { recursive: true }));

const audit = (...args) => spawnSync(join(root, 'dist/bin/klantkompas'), ['audit', ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });

/** A copy with one thing changed, as a file. */
function copy(change) {
  const questionnaire = source();
  change(questionnaire);
  const file = join(scratch, 'copy.json');
  writeFileSync(file, JSON.stringify(questionnaire));
  return file;
}

/** Codes and pointers of what is found. */
function found(file) {
  const { status, stdout } = audit(file, '--format', 'json');
  const { problems } = JSON.parse(stdout);
  assert.equal(status, problems.some(({ severity }) => severity === 'error') ? 1 : 0);
  return problems.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
}

test('JSON: keys are those that are documented, and the counts add up', () => {
  const { status, stdout, stderr } = audit(NAME, '--format', 'json');
  assert.equal(status, 0);
  assert.equal(stderr, '');
  const report = JSON.parse(stdout);
  assert.deepEqual(Object.keys(report), ['questionnaire', 'method', 'scores', 'stages', 'capped', 'gates', 'patterns', 'strengths',
    'patterns_at_once', 'questions', 'no_step', 'thresholds', 'problems']);
  assert.deepEqual(report.method, { kind: 'all', unknown: false, sets: 1953125, possible: '1953125', seed: null, searched: 2000 });
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  assert.equal(sum(report.stages.map(({ final }) => final)), 1953125);
  assert.equal(sum(report.stages.map(({ score }) => score)), 1953125);
  assert.equal(sum(report.scores.histogram), 1953125);
  assert.equal(sum(report.patterns_at_once), 1953125);
  assert.equal(sum(report.questions.map(({ first_step }) => first_step)) + report.no_step, 1953125);
  assert.deepEqual(report.questions.map(({ id }) => id), source().sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  // Nearest to each line, with answers that give it.
  assert.deepEqual(report.thresholds.map(({ from, below, at_or_above }) => [from, below.score, at_or_above.score]),
    [[20, 19.44, 22.22], [40, 38.89, 41.67], [60, 58.33, 61.11], [80, 77.78, 80.56]]);
  for (const { below, at_or_above: above } of report.thresholds) {
    for (const { score, answers } of [below, above]) {
      const scored = spawnSync(join(root, 'dist/bin/klantkompas'), ['score', NAME], { input: JSON.stringify({ answers }), encoding: 'utf8' });
      assert.equal(JSON.parse(scored.stdout).overall, score);
    }
  }
});

test('with “weet ik niet” all 10,077,696 sets are counted', () => {
  const { method, scores } = JSON.parse(audit(NAME, '--unknown', '--format', 'json').stdout);
  assert.equal(method.sets, 10077696);
  assert.ok(scores.unscored > 0);
});

test('each thing that is broken on purpose is found, and nothing else', () => {
  const pattern = (questionnaire, id) => questionnaire.patterns.find((each) => each.id === id);
  assert.deepEqual(found(copy((q) => { q.gates[2].cap = 4; })), ['error unreachable_stage /stages/4']);
  assert.deepEqual(found(copy((q) => { pattern(q, 'steering_on_till').if = { '>': [{ var: 'q1' }, 4] }; })), ['error dead_pattern /patterns/6']);
  assert.deepEqual(found(copy((q) => { pattern(q, 'blind_spot').if = { '>=': [{ unknown: [] }, 0] }; })), ['warning constant_pattern /patterns/11']);
  assert.deepEqual(found(copy((q) => { q.gates[0].cap = { '+': [{ var: 'q1' }, 5] }; })), ['warning idle_gate /gates/0']);
  assert.deepEqual(found(copy((q) => { q.gates[0].cap = { '-': [7, { var: 'q1' }] }; })), ['error falling_stage /sections/0/questions/0']);
  assert.deepEqual(found(copy((q) => {
    q.sections[0].questions[0].weight = 10;
    q.sections[0].questions[1].weight = 10;
    const third = q.sections[0].questions[2];
    third.weight = 0.1;
    // Nothing may look at it but the score, whose steps it is now too small for.
    q.gates = [];
    q.patterns = [];
    q.strengths = [];
  })), ['warning idle_question /sections/0/questions/2']);
  assert.deepEqual(found(copy((q) => {
    const [first, second] = q.sections[0].questions;
    second.weight = 10;
    second.when = { '<': [{ var: first.id }, 2] };
  })).filter((line) => line.includes('falling_score')), ['error falling_score /sections/0/questions/0']);
});

test('a report with errors is still written, with exit code 1; with -o beside the table', () => {
  const file = copy((q) => { q.gates[2].cap = 4; });
  const { status, stdout } = audit(file);
  assert.equal(status, 1);
  assert.match(stdout, /\/stages\/4 \[unreachable_stage\] Stage 5, Embedded, cannot be reached\.\n {4}10,945 sets have the score/);
  const out = join(scratch, 'report.html');
  const written = audit(file, '--format', 'html', '-o', out);
  assert.equal(written.status, 1);
  assert.equal(written.stdout, stdout);
  assert.match(readFileSync(out, 'utf8'), /<h1>Eén ding klopt niet<\/h1>/);
  assert.match(audit(file, '--format', 'html', '--lang', 'en').stdout, /<h1>One thing is wrong<\/h1>/);
});

test('what cannot be read gives no report', () => {
  for (const args of [['no such file'], [NAME, '--format', 'pdf'], [NAME, '--nope']]) {
    const { status, stdout, stderr } = audit(...args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.notEqual(stderr, '');
  }
  const broken = copy((q) => { delete q.stages; });
  assert.equal(audit(broken).status, 1);
  assert.equal(audit(broken).stdout, '');
  assert.equal(audit(NAME, '-o', join(scratch, 'no/such/folder')).status, 2);
  assert.equal(existsSync(join(scratch, 'no')), false);
});

test('the page: one policy, one style that it allows, no script, nothing from elsewhere, texts as text', () => {
  const file = copy((q) => {
    q.title.nl = 'A & B <script>alert(1)</script>';
    q.gates[0].cap = { '+': [{ var: 'q1' }, 5] };
  });
  const page = audit(file, '--format', 'html').stdout;
  const style = /<style>([^]*?)<\/style>/.exec(page)[1];
  const hash = createHash('sha256').update(style).digest('base64');
  assert.match(page, /content="default-src 'none'; style-src 'sha256-/);
  assert.ok(page.includes(`style-src 'sha256-${hash}'`), `kAuditStyleHash in src/cli/audit_style.h must be sha256-${hash}`);
  assert.doesNotMatch(page, /<script|<link|<img|<iframe|\sstyle=|\son\w+=|\bsrc=|\bhref=/);
  assert.match(page, /A &amp; B &lt;script&gt;/);
  assert.equal(page.match(/<section>/g).length, 2);
});

test('the page is the same each time', () => {
  assert.equal(audit(NAME, '--format', 'html').stdout, audit(NAME, '--format', 'html').stdout);
});
