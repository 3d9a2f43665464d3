// The command line as an author meets it: several files at once, reports for editors and build servers, a terminal, typing
// errors, and help that names what there is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { random } from './support/random.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = join(root, 'dist/bin/klantkompas');
const bad = readdirSync(join(root, 'tests/bad')).filter((name) => name.endsWith('.json'));
const COMMANDS = [...spawnSync(tool, ['--help'], { encoding: 'utf8' }).stdout.matchAll(/^ {2}klantkompas (\w+)/gm)].map(([, name]) => name);

let scratch;
before(() => { scratch = mkdtempSync(join(tmpdir(), 'klantkompas-check-')); });
after(() => rmSync(scratch, { recursive: true, force: true }));

const run = (args, options = {}) => spawnSync(tool, args, { cwd: join(root, 'tests/bad'), encoding: 'utf8', maxBuffer: 1 << 26, ...options });
const linesOf = (text) => text.split('\n').filter(Boolean);

test('several files and folders: what is wrong with each, in their order, and how each is', () => {
  const folder = join(scratch, 'folder');
  mkdirSync(folder);
  for (const name of ['stage_gap.json', 'long_word.json']) copyFileSync(join(root, 'tests/bad', name), join(folder, name));
  writeFileSync(join(folder, 'notes.txt'), 'not looked at');
  const { status, stdout, stderr } = run(['check', 'minimal', folder, 'decimal_comma.json']);
  assert.deepEqual([status, stdout], [1, '']);
  const lines = linesOf(stderr);
  const places = lines.filter((line) => /^\S+:\d+:\d+: (error|warning)\[/.test(line)).map((line) => line.slice(0, line.indexOf(':')));
  assert.deepEqual([...new Set(places)], [join(folder, 'long_word.json'), join(folder, 'stage_gap.json'), 'decimal_comma.json']);
  assert.deepEqual(lines.slice(-4).map((line) => line.replace(folder, '')), ['minimal 1.0.0: no errors in 4 questions', lines.at(-3).replace(folder, ''),
    '/stage_gap.json: 1 error', 'decimal_comma.json: 1 error']);
  assert.match(lines.at(-3), /^test 1\.0\.0: no errors in \d+ questions, 1 warning$/);
  assert.equal(run(['check', 'minimal', 'weerbaar']).stdout, 'minimal 1.0.0: no errors in 4 questions\nweerbaar 1.0.1: no errors in 11 questions\n');
  // One that is not there is told, and so are the others.
  const missing = run(['check', 'minimal', 'nowhere.json', 'stage_gap.json']);
  assert.equal(missing.status, 2);
  assert.match(missing.stderr, /cannot read nowhere\.json: No such file or directory/);
  assert.match(missing.stderr, /error\[stage_gap\]/);
  mkdirSync(join(scratch, 'empty'));
  assert.equal(run(['check', join(scratch, 'empty')]).stderr, `klantkompas: found no .json file in ${join(scratch, 'empty')}\n`);
});

test('json, github and sarif say the problems that the text says', () => {
  const text = linesOf(run(['check', ...bad]).stderr).map((line) => /^(\S+?):(\d+):(\d+): (error|warning)\[(\w+)\] (.*?): (.*)$/s.exec(line)).filter(Boolean)
    .map(([, file, line, column, severity, code, pointer, sentence]) => ({ file, line: +line, column: +column, severity, code, pointer, sentence }));
  assert.ok(text.length > 100);
  const json = run(['check', ...bad, '--format', 'json']);
  assert.deepEqual([json.status, json.stderr], [1, '']);
  const found = JSON.parse(json.stdout);
  // A pointer may hold a colon and a blank itself; together with the sentence it is the same.
  const joined = (all) => all.map(({ pointer, sentence, ...rest }) => ({ ...rest, says: `${pointer}: ${sentence}` }));
  assert.deepEqual(joined(found), joined(text));

  const github = run(['check', ...bad, '--format', 'github']);
  assert.deepEqual([github.status, github.stderr], [1, '']);
  const unescaped = (value) => value.replace(/%(25|0D|0A|3A|2C)/g, (all) => decodeURIComponent(all));
  const annotations = linesOf(github.stdout).map((line) => /^::(error|warning) file=([^,]*),line=(\d+),col=(\d+),title=(\w+)::(.*)$/.exec(line))
    .map(([, severity, file, line, column, code, says]) => ({ file: unescaped(file), line: +line, column: +column, severity, code, says: unescaped(says) }));
  assert.deepEqual(annotations, joined(found).map((each) => ({ ...each, says: each.says.replace(/^: /, '') })));

  const { stdout, status } = run(['check', ...bad, '--format', 'sarif']);
  const { version, runs: [{ tool: { driver }, results }] } = JSON.parse(stdout);
  assert.deepEqual([status, version, driver.name], [1, '2.1.0', 'klantkompas']);
  assert.deepEqual(results.map(({ ruleId, level, message, locations: [{ physicalLocation: { artifactLocation, region } }] }) =>
    [ruleId, level, message.text, decodeURIComponent(artifactLocation.uri), region.startLine]),
  found.map(({ code, severity, sentence, file, line }) => [code, severity, sentence, file, line]));

  for (const format of ['json', 'github', 'sarif']) {
    const fine = run(['check', 'minimal', '--format', format]);
    assert.equal(fine.status, 0, format);
  }
  assert.match(run(['check', 'minimal', '--format', 'xml']).stderr, /--format needs text, json, github or sarif, found xml/);
});

test('odd names of files in reports', () => {
  const name = join(scratch, 'een, twee: drie 100% é.json');
  copyFileSync(join(root, 'tests/bad/stage_gap.json'), name);
  const github = run(['check', name, '--format', 'github']).stdout;
  assert.ok(github.startsWith(`::error file=${name.replace('%', '%25').replace(':', '%3A').replace(',', '%2C')},line=`), github);
  const uri = JSON.parse(run(['check', name, '--format', 'sarif']).stdout).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
  assert.equal(new URL(uri, 'file:///').pathname, new URL(`file://${encodeURI(name).replaceAll(',', '%2C').replaceAll(':', '%3A')}`).pathname);
});

/** What a person at a terminal sees. */
const terminal = (args, env = {}) => spawnSync('script', ['-qec', [tool, ...args].map((word) => `'${word}'`).join(' '), '/dev/null'],
  { cwd: join(root, 'tests/bad'), encoding: 'utf8', env: { ...process.env, ...env } }).stdout.replaceAll('\r', '');

test('at a terminal each problem shows its line, with a mark under its place; nowhere else', () => {
  for (const file of bad) {
    const told = terminal(['check', file], { NO_COLOR: '1' }).split('\n');
    const source = readFileSync(join(root, 'tests/bad', file), 'utf8').split('\n');
    for (const [i, line] of told.entries()) {
      const [, row, column] = /^\S+:(\d+):(\d+): (?:error|warning)\[/.exec(line) ?? [];
      if (!row || told[i + 2]?.trimEnd().at(-1) !== '^') continue;
      const [shown, mark] = [told[i + 1], told[i + 2]];
      const text = source[row - 1].replace('\ufeff', '');
      const at = Buffer.from(text).subarray(0, column - 1).toString().length;
      const here = [...shown][[...mark].length - 1] ?? '';
      if (at < text.length && !/[\p{Cc}\ufffd]/u.test(text)) assert.equal(here, [...text.slice(at)][0], `${file}: ${line}\n${shown}\n${mark}`);
    }
  }
  const coloured = terminal(['check', 'decimal_comma.json']);
  assert.ok(coloured.includes(`"priority": 1,5\n${' '.repeat(26)}\u001b[31m^\u001b[0m\n`), coloured);
  assert.ok(!terminal(['check', 'decimal_comma.json'], { NO_COLOR: '1' }).includes('\u001b'));
  assert.equal(linesOf(run(['check', 'decimal_comma.json']).stderr).length, 1);
  // A line of half a megabyte is not thrown at anybody.
  const long = join(scratch, 'long.json');
  writeFileSync(long, `{"id": "${'é'.repeat(100_000)}", "x": 1,5, "y": "${'x'.repeat(100_000)}"}`);
  const shown = terminal(['check', long], { NO_COLOR: '1' }).split('\n')[1];
  assert.ok(shown.length <= 102 && shown.includes('1,5') && !shown.includes('\ufffd'), shown);
});

test('a command, an option and a file that were meant are named', () => {
  for (const [args, says] of [
    [['chek', 'minimal'], 'unknown command chek (did you mean "check"?)'], [['Score'], 'unknown command Score (did you mean "score"?)'],
    [['check', 'minimal', '--strickt'], 'check does not take --strickt (did you mean "--strict"?)'],
    [['team', 'minimal', '--mingroup', '4'], 'team does not take --mingroup (did you mean "--min-group"?)'],
    [['score', 'minimal', '--strict'], 'score does not take --strict'], [['xyzzy'], 'unknown command xyzzy'],
    [['check', 'stage_gab.json'], 'cannot read stage_gab.json: No such file or directory (did you mean "stage_gap.json"?)'],
    [['score', 'klantgedrevn'], 'cannot read klantgedrevn: No such file or directory (did you mean "klantgedreven"?)'],
    [['score', 'minimal', 'stage_gab.json'], 'cannot read stage_gab.json: No such file or directory (did you mean "stage_gap.json"?)'],
  ]) {
    const { status, stdout, stderr } = run(args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.equal(linesOf(stderr)[0], `klantkompas: ${says}`);
  }
});

test('each command has its own help, that names every option it takes', () => {
  assert.ok(COMMANDS.length >= 12);
  for (const name of COMMANDS) {
    const { status, stdout, stderr } = run([name, '--help']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(run([name, '-h']).stdout, stdout);
    assert.match(stdout, new RegExp(`^usage: klantkompas ${name}\\b`));
    for (const option of ['--strict', '--format', '--ndjson', '--partial', '--min-group', '--lang', '--id', '--actor', '--time', '-o', '--unknown', '--url', '--theme', '--write']) {
      const { stderr: said } = run([name, option]);
      const isTaken = !said.includes(`does not take ${option}`);
      assert.equal(new RegExp(`(^|[\\s([])${option}\\b`, 'm').test(stdout), isTaken, `${name} ${option}`);
    }
  }
  assert.equal(run(['-h']).stdout, run(['--help']).stdout);
});

test('a page that was made is named with its size, and what goes with it', () => {
  const page = join(scratch, 'page.html');
  const { status, stdout } = run(['bundle', 'minimal', '-o', page]);
  assert.equal(status, 0);
  assert.equal(stdout, `${page}: ${Math.round(readFileSync(page).length / 1000)} KB; open it in a browser, or put it on your site\n`);
  assert.match(run(['bundle', 'minimal', '-o', page, '--url', 'https://example.org/page.html']).stdout, /page\.oembed\.json: put it beside the page/);
  // Where the page itself goes to the standard output it stands there alone.
  run(['bundle', 'minimal', '-o', page]);
  const piped = spawnSync('sh', ['-c', `'${tool}' bundle minimal -o /dev/stdout | cat`], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(piped.stdout, readFileSync(page, 'utf8'));
});

test('a report is of the kind that its name says', () => {
  for (const [name, begins] of [['a.html', '<!doctype html>'], ['a.json', '{'], ['a.txt', 'audit of'], ['a', 'audit of']]) {
    assert.equal(run(['audit', 'minimal', '-o', join(scratch, name)]).status, 0);
    assert.ok(readFileSync(join(scratch, name), 'utf8').toLowerCase().startsWith(begins), name);
  }
  assert.equal(run(['audit', 'minimal', '-o', join(scratch, 'b.html'), '--format', 'json']).status, 0);
  assert.ok(JSON.parse(readFileSync(join(scratch, 'b.html'), 'utf8')));
});

function anything(next, depth = 0) {
  const text = () => Array.from({ length: next(40) }, () => ['a', ' ', 'é', '"', '\\', '\n', '\t', '🧭', '\u200b', '/', '{', ','][next(12)]).join('');
  const kind = next(depth > 4 ? 5 : 7);
  if (kind === 0) return [null, true, false][next(3)];
  if (kind === 1) return next(2) ? next(1000) - 500 : next(1e6) / 1e3;
  if (kind < 5) return text();
  if (kind === 5) return Array.from({ length: next(6) }, () => anything(next, depth + 1));
  return Object.fromEntries(Array.from({ length: next(6) }, (_, i) => [`${i}${text()}`, anything(next, depth + 1)]));
}

test('fmt lays out any JSON: the same values in the same order, lines that fit, and once is enough', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const value = anything(random(seed));
    const { status, stdout } = run(['fmt', '-'], { input: JSON.stringify(value, null, seed % 4) });
    assert.equal(status, 0, `seed ${seed}`);
    assert.equal(JSON.stringify(JSON.parse(stdout)), JSON.stringify(value), `seed ${seed}`);
    assert.equal(run(['fmt', '-'], { input: stdout }).stdout, stdout, `seed ${seed}: once more`);
    assert.ok(stdout.endsWith('\n') && !stdout.includes('\r'));
    for (const line of stdout.split('\n')) {
      // What is longer holds one text that cannot be broken.
      if ([...line].length > 120) assert.doesNotMatch(line, /[[{].*[\]}]/s, line);
      assert.doesNotMatch(line, /\s$/);
    }
  }
});

test('fmt keeps the digits of a number, and what an editor of Windows adds goes', () => {
  const { stdout } = run(['fmt', '-'], { input: '\ufeff{"a":1.50,\r\n"b":[12345678901234567890,-0.0,1E+2],"c":{},"d":[],"e":"\\u00e9\\/"}' });
  assert.equal(stdout, '{\n  "a": 1.50,\n  "b": [12345678901234567890, -0.0, 1E+2],\n  "c": {},\n  "d": [],\n  "e": "é/"\n}\n');
});

test('fmt --write changes only what is not laid out yet, and nothing that is wrong', () => {
  const [good, odd, broken, twice] = ['good', 'odd', 'broken', 'twice'].map((name) => join(scratch, `${name}.json`));
  writeFileSync(good, '{\n  "a": 1\n}\n');
  writeFileSync(odd, '{"a":1}');
  writeFileSync(broken, '{"a":1,}');
  writeFileSync(twice, '{"a":1,"a":2}');
  const { status, stdout, stderr } = run(['fmt', '--write', good, odd, broken, twice]);
  assert.deepEqual([status, stdout], [1, `${odd}\n`]);
  assert.match(stderr, /broken\.json:1:8: error\[unexpected\]/);
  assert.match(stderr, /twice\.json:1:8: error\[duplicate_key\]/);
  assert.equal(readFileSync(odd, 'utf8'), readFileSync(good, 'utf8'));
  assert.equal(readFileSync(broken, 'utf8'), '{"a":1,}');
  assert.equal(run(['fmt', good, odd]).status, 2);
  assert.equal(run(['fmt', '--write', '-'], { input: '{}' }).status, 2);
  // What comes with the product is laid out so.
  for (const name of readdirSync(join(root, 'assets/questionnaires')).filter((each) => each.endsWith('.json'))) {
    const file = join(root, 'assets/questionnaires', name);
    assert.equal(run(['fmt', file]).stdout, readFileSync(file, 'utf8'), name);
  }
});

test('what klantkompas did not make is not written over, unless --force says so; what it made is', () => {
  const own = join(scratch, 'own');
  mkdirSync(own);
  const page = join(own, 'page.html'), answer = join(own, 'page.oembed.json');
  const url = ['--url', 'https://example.org/page.html'];
  const makers = [
    [page, ['bundle', 'minimal', '-o', page]], [answer, ['bundle', 'minimal', '-o', page, ...url]],
    ...['html', 'json', 'txt'].flatMap((kind) => ['nl', 'en'].map((lang) => {
      const report = join(own, `${lang}.${kind}`);
      return [report, ['audit', 'minimal', '-o', report, '--lang', lang]];
    })),
  ];
  for (const [file, args] of makers) {
    rmSync(page, { force: true });
    writeFileSync(file, 'work of an afternoon');
    const refused = run(args);
    assert.deepEqual([refused.status, refused.stdout, refused.stderr], [2, '', `klantkompas: ${file} is there already, and klantkompas did not make it; --force writes over it\n`]);
    assert.equal(readFileSync(file, 'utf8'), 'work of an afternoon');
    if (file === answer) assert.throws(() => readFileSync(page), 'nothing is half-written');
    assert.equal(run([...args, '--force']).status, 0);
    assert.equal(run(args).status, 0, `${args.join(' ')}: again`);
    writeFileSync(file, '');
    assert.equal(run(args).status, 0, 'over an empty file');
  }
});
