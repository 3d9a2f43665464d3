// The texts of our questionnaires: no leftovers of making them, and one word for the reader and one for the organisation.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../assets/questionnaires/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** [place, language, text] of every text. */
function textsOf(value, place = '') {
  if (value === null || typeof value !== 'object') return [];
  const tags = Object.keys(value);
  if (!Array.isArray(value) && tags.length && tags.every((tag) => /^[a-z]{2}$/.test(tag) && typeof value[tag] === 'string')) {
    return tags.map((tag) => [place, tag, value[tag]]);
  }
  return Object.entries(value).flatMap(([key, member]) => textsOf(member, `${place}/${key}`));
}

/** Places whose texts hold words that are filled in. */
const FILLS = [[/^\/open_step$/, ['topic', 'n']], [/^\/gates\/\d+\//, ['section', 'topic']]];

// "je" is who fills in, "jullie" the organisation: what belongs to the organisation is never "je".
const THE_ORGANISATIONS = /\b(je|jouw) (eigen )?(fase|score|deel|zwakste|tools?|stappen|team|organisatie|klanten|klantgroepen|doelgroepen|branche|leiding|markt|product|doelen|klantbelofte)\b/i;
const THE_READERS = /\bjullie (eerste )?(antwoorden|antwoord|code|browser|uitslag)\b/i;

export function faults(place, language, text, parameters) {
  const found = [];
  const fills = [...parameters, ...FILLS.filter(([where]) => where.test(place)).flatMap(([, names]) => names)];
  const bare = fills.reduce((rest, name) => rest.replaceAll(`{${name}}`, 'x'), text);
  if (/[{}]/.test(bare)) found.push('a brace');
  if (!/\p{L}/u.test(text)) found.push('no word');
  if (/\b[a-z]+_[a-z0-9_]+\b/.test(text)) found.push('a key');
  if (/ {2}|^ | $|\.\.|\. \.| [.,;:?!](?!\w)/.test(text)) found.push('stray spaces or an empty sentence');
  if (language !== 'nl') return found;
  const said = text.replace(/‘[^’]*’/g, '');  // what is quoted is not addressed to anybody
  if (/\b(je|jij|jouw|jezelf|jijzelf)\b/i.test(said) && /\bjullie\b/i.test(said)) found.push('je and jullie in one text');
  if (THE_ORGANISATIONS.test(text)) found.push('je for the organisation');
  if (THE_READERS.test(text)) found.push('jullie for the reader');
  return found;
}

for (const file of files) {
  test(`${file}: no leftovers, and je and jullie mean one each`, () => {
    const questionnaire = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const parameters = (questionnaire.parameters ?? []).map(({ id }) => id);
    const texts = textsOf(questionnaire);
    assert.ok(texts.length > 20, `${texts.length} texts`);
    assert.deepEqual(texts.flatMap(([place, language, text]) => faults(place, language, text, parameters).map((fault) => `${place}/${language}: ${fault}: ${text}`)), []);
  });
}

test('the lint finds what it is for', () => {
  const told = (text, place = '/x') => faults(place, 'nl', text, []);
  assert.deepEqual(told('Vraag {n}'), ['a brace']);
  assert.deepEqual(told('Vraag {n}', '/open_step'), []);
  assert.deepEqual(told('…'), ['no word']);
  assert.deepEqual(told('Zie word_over_deed'), ['a key']);
  assert.deepEqual(told('Klaar. .'), ['stray spaces or an empty sentence']);
  assert.deepEqual(told('Je ziet wat jullie doen.'), ['je and jullie in one text']);
  assert.deepEqual(told('Zo stijgt je fase.'), ['je for the organisation']);
  assert.deepEqual(told('Dit zeggen jullie antwoorden.'), ['jullie for the reader']);
});
