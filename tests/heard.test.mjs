// What a real screen reader said on the reader's way (scripts/listen wrote it down; this needs none): nothing silent, nothing twice, nothing
// “clickable”, and the sentences that must be heard.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faults } from './heard/faults.mjs';
import { TRANSCRIPTS } from './heard/transcripts.mjs';

const folder = new URL('heard/', import.meta.url);
const MUST = {
  nl: [/Vraag 2 van 9/, /Vraag 9 van 9/, /Kies een antwoord, of sla de vraag over\./, /Je uitslag is klaar/, /Fase \d van 5 · score/, /Nee, ga terug drukknop\.\s+Opnieuw beginnen wist al je antwoorden/, /Alles is gewist\./,
    /NL drukknop\.\s+Nederlands/, /Gekopieerd\./, /Deze code klopt niet/, /tabel met \d+ rijen/],
  en: [/Question 2 of 9/, /Question 9 of 9/, /Choose an answer, or skip the question\./, /Your result is ready/, /Stage \d of 5 · score/, /No, go back .*button\.\s+Starting again deletes all your answers/,
    /EN .*button\.\s+English/, /Copied\./, /This code is not valid/, /table with \d+ rows/],
};

const MUST_AFTER = {
  after: {
    nl: [/Maak van de stappen een plan kop niveau 1/, /Eerste actie invoerveld/, /Bewaar mijn antwoorden wisselaar uit\.[^[]*\[space\]\s+aan\s+\[space\]\s+uit/, /Van fase 2 naar fase 3/, /tabel met 10 rijen/],
    en: [/Turn the steps into a plan heading level 1/, /First action entry/, /Keep my answers switch off\.[^[]*\[space\]\s+on\s+\[space\]\s+off/, /From stage 2 to stage 3/, /table with 10 rows/],
  },
  team: {
    nl: [/6 codes erbij\./, /denken jullie verschillend kop niveau 1/, /onderwerp 1 van 3/, /\[space\]\s+.* kop niveau 1/],
    en: [/6 codes added\./, /heading level 1/, /topic 1 of 3/, /\[space\]\s+.* heading level 1/],
  },
};

const there = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -4));

test('every transcript is one that scripts/listen writes', () => {
  assert.ok(there.length >= 3);
  assert.deepEqual(there.filter((name) => !TRANSCRIPTS.includes(name)), []);
});

for (const name of there) {
  test(`${name}: nothing silent, nothing twice, nothing clickable; and what must be heard was`, () => {
    const heard = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
    assert.deepEqual(faults(heard), []);
    const [, lang, way] = /** @type {[string, 'nl' | 'en', string]} */ (name.split('-'));
    for (const words of way === 'team' || way === 'after' ? MUST_AFTER[way][lang] : MUST[lang]) assert.match(heard, words);
  });
}

test('silence, a sentence said twice at one key, and clickable text are told', () => {
  assert.deepEqual(faults('## a\n[Tab]\n  Start drukknop.\n'), []);
  assert.deepEqual(faults('[Return]\n'), ['[Return]: nothing was said']);
  assert.deepEqual(faults('[Return]\n  Verkennend kop niveau 1 klikbaar\n'), ['[Return]: “Verkennend kop niveau 1 klikbaar”']);
  assert.deepEqual(faults('[Return]\n  Deze code klopt niet, helaas.\n  Deze code klopt niet, helaas.\n'), ['[Return]: twice “Deze code klopt niet, helaas.”']);
});
