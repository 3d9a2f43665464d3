// The draft-07 twin of the questionnaire's schema, for editors that know nothing newer. Run by itself it writes the twin
// beside the schema in assets/schema; a test sees to it that this was not forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../assets/schema', import.meta.url));
export const SCHEMA = join(folder, 'questionnaire.schema.json');
export const TWIN = join(folder, 'questionnaire.draft-07.schema.json');

/** Both dialects share every keyword used; only names of places differ, and what may stand beside a `$ref`. @param {unknown} value @returns {any} */
function translated(value) {
  if (Array.isArray(value)) return value.map(translated);
  if (value === null || typeof value !== 'object') return value;
  const { $ref, ...rest } = /** @type {{[key: string]: unknown}} */ (value);
  const out = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key === '$defs' ? 'definitions' : key, translated(each)]));
  if (typeof $ref !== 'string') return $ref === undefined ? out : { ...out, $ref: translated($ref) };
  const target = { $ref: $ref.replace('#/$defs/', '#/definitions/') };
  return Object.keys(out).length ? { ...out, allOf: [target] } : target;
}

/** @param {{$id: string}} schema */
export function draft07(schema) {
  return { ...translated(schema), $schema: 'http://json-schema.org/draft-07/schema#', $id: schema.$id.replace(/\/(\d+)$/, '/draft-07/$1') };
}

export const twinText = () => `${JSON.stringify(draft07(JSON.parse(readFileSync(SCHEMA, 'utf8'))), null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TWIN, twinText());
