// Language by BCP 47 lookup in JavaScript: the table that the C++ tests read too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findLanguage } from '../web/shared/languages.js';

const cases = JSON.parse(readFileSync(new URL('cases/languages.json', import.meta.url), 'utf8'));

test(`world 1: the nearest language, in ${cases.length} cases`, () => {
  for (const { tags, wanted, found } of cases) assert.equal(findLanguage(tags, wanted) ?? null, found, `${wanted} of ${tags}`);
});
