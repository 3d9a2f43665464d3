// The two schemas and `klantkompas check` agree: what check accepts validates, what a schema refuses check refuses.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SCHEMA, TWIN, twinText } from '../scripts/schema.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
const validators = {
  '2020-12': new (require('ajv/dist/2020.js').default)({ strict: true, allErrors: false, allowUnionTypes: true }).compile(schema),
  'draft-07': new (require('ajv').default)({ strict: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(TWIN, 'utf8'))),
};
const scratch = mkdtempSync(join(tmpdir(), 'klantkompas-schema-'));
after(() => rmSync(scratch, { recursive: true }));

const tool = process.env.KK_CLI ?? join(root, 'dist/bin/klantkompas');
function accepts(text) {
  const file = join(scratch, 'questionnaire.json');
  writeFileSync(file, text);
  const { status, stderr } = spawnSync(tool, ['check', file], { encoding: 'utf8' });
  assert.ok(status === 0 || status === 1, `check ended with ${status}: ${stderr}`);
  return status === 0;
}
const refusals = (value) => Object.entries(validators).filter(([, valid]) => !valid(value)).map(([name, valid]) => `${name}: ${JSON.stringify(valid.errors?.[0])}`);

const everyField = readFileSync(join(root, 'tests/cases/every_field.json'), 'utf8');
const folder = (path) => readdirSync(join(root, path)).filter((name) => name.endsWith('.json')).map((name) => join(root, path, name));

test('the twin was generated from the schema', () => {
  assert.equal(readFileSync(TWIN, 'utf8'), twinText());
});

test('every field is described', () => {
  const walk = (at, path) => {
    for (const [name, field] of Object.entries(at.properties ?? {})) {
      assert.ok(field.description?.length > 3 || field.$ref, `${path}/${name} has no description`);
      walk(field, `${path}/${name}`);
    }
    if (at.items) walk(at.items, `${path}/*`);
    for (const part of at.anyOf ?? []) walk(part, path);
  };
  walk(schema, '');
  for (const [name, part] of Object.entries(schema.$defs)) {
    assert.ok(part.description, name);
    walk(part, name);
  }
  for (const name of ['known', 'unknown', 'asked', 'mean', 'lowest', 'highest', 'count', 'ticked']) {
    assert.match(schema.$defs.rule.anyOf[2].properties[name].description, /Of this format/);
  }
  assert.match(schema.$id, /\/1$/);
});

test('the file with every field has every field', () => {
  const part = (at) => (at.$ref ? schema.$defs[at.$ref.split('/').pop()] : at);
  const seen = new Set();
  const walk = (at, value) => {
    if (at === schema.$defs.rule) return; // operators are no fields: cases of JsonLogic hold them
    if (Array.isArray(value) && at.items) value.forEach((each) => walk(part(at.items), each));
    for (const [name, field] of Object.entries(at.properties ?? {})) {
      if (value[name] === undefined) continue;
      seen.add(field);
      walk(part(field), value[name]);
    }
  };
  walk(schema, JSON.parse(everyField));
  const absent = [];
  const list = (at, path) => {
    for (const [name, field] of Object.entries(at.properties ?? {})) {
      if (!seen.has(field) && name !== '$schema') absent.push(`${path}/${name}`);
      list(field, `${path}/${name}`);
    }
    if (at.items) list(at.items, `${path}/*`);
  };
  list(schema, '');
  for (const [name, at] of Object.entries(schema.$defs)) if (name !== 'rule') list(at, name);
  assert.deepEqual(absent, []);
  assert.ok(seen.size > 100, `${seen.size} fields`);
});

test('files that check accepts validate', () => {
  const files = [...folder('assets/questionnaires'), join(root, 'tests/cases/every_field.json'), ...folder('tests/bad')];
  let accepted = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    if (!accepts(text)) continue;
    accepted += 1;
    assert.deepEqual(refusals(JSON.parse(text)), [], file);
  }
  assert.ok(accepted >= 5, `${accepted} files were accepted`);
});

/** Every place in a value, as a path. */
function places(value, path = []) {
  const inner = Array.isArray(value) ? [...value.keys()] : value && typeof value === 'object' ? Object.keys(value) : [];
  return [path, ...inner.flatMap((key) => places(value[key], [...path, key]))];
}

/** What is put in place of a value, or done to it. */
const CHANGES = [
  () => null, () => 0, () => -1, () => 1.5, () => 1e9, () => true, () => '', () => [], () => ({}),
  (value) => (typeof value === 'string' ? `${value} ${'x'.repeat(1300)}` : 'a text'),
  (value) => (typeof value === 'string' ? `${value}\u202e` : [value]),
  (value) => (Array.isArray(value) ? Array.from({ length: 101 }, (_, i) => value[i % value.length]) : { nl: 't' }),
  (value) => (value && typeof value === 'object' && !Array.isArray(value) ? { ...value, unknown_member: 1 } : 'https://example.org'),
  () => undefined,
];

test('what a schema refuses check refuses, and what check accepts validates', () => {
  const whole = JSON.parse(everyField);
  const all = places(whole).slice(1);
  let refused = 0, accepted = 0, tried = 0;
  // Places and changes in steps without a common factor: all kinds meet, and each run makes the same ones.
  for (let i = 0; i < all.length * CHANGES.length; i += 17) {
    const mutant = structuredClone(whole);
    const path = all[Math.floor(i / CHANGES.length)];
    const parent = path.slice(0, -1).reduce((at, key) => at[key], mutant);
    const key = path.at(-1);
    const changed = CHANGES[i % CHANGES.length](parent[key]);
    if (changed === undefined && Array.isArray(parent)) parent.splice(key, 1);
    else if (changed === undefined) delete parent[key];
    else parent[key] = changed;
    const told = refusals(mutant);
    const fine = accepts(JSON.stringify(mutant));
    tried += 1;
    if (told.length) {
      refused += 1;
      assert.equal(fine, false, `check accepts ${JSON.stringify(changed)} at /${path.join('/')}; ${told}`);
      assert.equal(told.length, 2, `only one schema refuses it: ${told}`);
    }
    accepted += fine;
  }
  assert.ok(refused >= 200, `${refused} of ${tried} were refused by a schema`);
  assert.ok(accepted >= 20, `${accepted} of ${tried} were accepted`);
  console.log(`# ${tried} mutations: a schema refuses ${refused}, check accepts ${accepted}`);
});
