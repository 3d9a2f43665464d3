// A large team three ways: `team --ndjson` over one stream; `--partial` and `merge` over parts that GNU parallel hands out; and counts
// that DuckDB made in SQL, which know nothing of our code, put in the same form and merged. All must be the same bytes, and means and
// deviations those of DuckDB's own functions.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../scripts/lib.mjs';

const MEMBERS = Number(process.argv[2]);
const PARTS = 8;
const folder = join(root, 'build/scale');
const work = join(folder, 'members');
const bin = join(root, 'dist/bin/klantkompas');
const { DuckDBInstance } = createRequire(join(folder, 'package.json'))('@duckdb/node-api');
const { sections } = JSON.parse(readFileSync(join(root, 'assets/questionnaires/klantgedreven.json'), 'utf8'));
const ids = sections.flatMap(({ questions }) => questions.map(({ id }) => id));
const ROLES = ['leadership', 'middle', 'frontline', 'none'];
assert.ok(MEMBERS >= 1000, 'usage: scripts/scale [MEMBERS], 1000 or more');

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const shell = (command) => execFileSync('bash', ['-c', `set -o pipefail; ${command}`], { cwd: work, encoding: 'utf8', maxBuffer: 1 << 28 });
function timed(what, work_) {
  const began = performance.now();
  const out = work_();
  const seconds = (performance.now() - began) / 1000;
  console.log(`${what}: ${seconds.toFixed(1)} s, ${Math.round(MEMBERS / seconds).toLocaleString('en')} members a second`);
  return out;
}

const sql = await (await DuckDBInstance.create(':memory:')).connect();
await sql.run('SELECT setseed(0.16)');
// Leaders answer a little higher; one in twenty answers is not known, and a tenth of the members has no role.
await sql.run(`CREATE TABLE members AS SELECT i, ['leadership', 'middle', 'frontline', NULL][1 + CAST(floor(random() * 3.33) AS INT)] AS role,
  ${ids.map((id) => `CASE WHEN random() < 0.05 THEN NULL ELSE CAST(floor(random() * 5) AS INT) END AS ${id}`).join(', ')} FROM range(${MEMBERS}) t(i)`);
for (let part = 0; part < PARTS; part++) {
  await sql.run(`COPY (SELECT role, struct_pack(${ids.map((id) => `${id} := ${id}`).join(', ')}) AS answers FROM members WHERE i % ${PARTS} = ${part})
    TO '${join(work, `part-${part}.ndjson`)}' (FORMAT json)`);
}
const bytes = Array.from({ length: PARTS }, (_, part) => statSync(join(work, `part-${part}.ndjson`)).size).reduce((a, b) => a + b);
console.log(`${MEMBERS.toLocaleString('en')} members, ${(bytes / 1e9).toFixed(2)} GB in ${PARTS} files`);

const whole = timed('one stream', () => shell(`cat part-*.ndjson | ${bin} team klantgedreven - --ndjson`));
const merged = timed('GNU parallel', () => shell(`parallel '${bin} team klantgedreven {} --ndjson --partial > {.}.json' ::: part-*.ndjson
  ${bin} team klantgedreven merge part-*.json`));
assert.equal(merged, whole);

const began = performance.now();
const counts = {};
for (const [role, value] of ROLES.map((name) => [name, name === 'none' ? 'role IS NULL' : `role = '${name}'`])) {
  const row = (await (await sql.run(`SELECT count(*) AS n, ${ids.flatMap((id) => [0, 1, 2, 3, 4].map((level) => `count(*) FILTER (${id} = ${level}) AS ${id}_${level}`)).join(', ')} FROM members WHERE ${value}`)).getRowObjects())[0];
  counts[role] = Object.fromEntries(Object.entries(row).map(([name, n]) => [name, Number(n)]));
}
const shape = JSON.parse(readFileSync(join(work, 'part-0.json'), 'utf8'));
const partial = { ...shape, members: Object.fromEntries(ROLES.map((role) => [role, counts[role].n])),
  questions: Object.fromEntries(ids.map((id) => [id, { asked: MEMBERS, ...Object.fromEntries(ROLES.map((role) => [role, [0, 1, 2, 3, 4].map((level) => counts[role][`${id}_${level}`])])) }])) };
writeFileSync(join(work, 'duckdb.json'), JSON.stringify(partial));
assert.equal(shell(`${bin} team klantgedreven merge duckdb.json`), whole);
console.log(`DuckDB: ${((performance.now() - began) / 1000).toFixed(1)} s in its own memory`);

const { questions, role_gap: gaps } = JSON.parse(whole);
for (const id of ids) {
  const [{ mean, sd, gap }] = await (await sql.run(`SELECT avg(${id}) AS mean, stddev_samp(${id}) AS sd, avg(${id}) FILTER (role = 'leadership') - avg(${id}) FILTER (role = 'frontline') AS gap FROM members`)).getRowObjects();
  for (const [name, ours, theirs] of [['mean', questions[id].mean, mean], ['deviation', questions[id].sd, sd]]) assert.ok(Math.abs(ours - theirs) < 0.0051, `${id} ${name}: ${ours}, DuckDB ${theirs}`);
  // Roles are apart only where everybody has one, or those without are a group.
  assert.ok(gaps[id] === null || Math.abs(gaps[id] - gap) < 0.0051, `${id} gap: ${gaps[id]}, DuckDB ${gap}`);
}
rmSync(work, { recursive: true });
console.log('all three ways: the same bytes; means, deviations and differences as DuckDB has them');
