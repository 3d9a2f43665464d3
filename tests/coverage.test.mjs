// Every point of the source articles has a row in coverage.md, and every place that a row names exists.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => readFileSync(new URL(`../assets/questionnaires/${path}`, import.meta.url), 'utf8');
const questionnaire = JSON.parse(read('klantgedreven.json'));
const rows = read('coverage.md').split('\n').filter((line) => line.startsWith('| S')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));

// Pages of the widget, where what the questionnaire cannot hold is shown.
const PAGES = ['result', 'steps', 'patterns', 'share', 'about', 'evidence', 'glossary'];

/** What a place names, part by part; elements of lists go by their id, or by their number. */
function resolve(place) {
  const [first, ...rest] = place.split('/');
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  let at = first === 'questions' ? questions : first === 'claims' && rest.length ? questionnaire.claims.questions : questionnaire[first];
  for (const part of rest) {
    if (Array.isArray(at)) at = at.find((each) => each?.id === part) ?? at[Number(part)];
    else at = at?.[part] ?? at?.items?.find((each) => each.id === part);
  }
  return at;
}

test('all 106 points are listed, in order', () => {
  assert.deepEqual(rows.map(([point]) => point), Array.from({ length: 106 }, (_, i) => `S${i + 1}`));
});

test('every place that is named exists', () => {
  for (const [point, , where] of rows) {
    const places = [...where.matchAll(/`([^`]+)`/g)].map(([, place]) => place);
    assert.ok(places.length > 0 || where.startsWith('open: '), `${point} is neither shown nor open`);
    for (const place of places) {
      if (place.startsWith('page:')) assert.ok(PAGES.includes(place.slice(5)), `${point}: no page ${place}`);
      else assert.notEqual(resolve(place), undefined, `${point}: nothing at ${place}`);
    }
  }
});

test('what is open says why', () => {
  for (const [point, , where] of rows) {
    const open = where.split('open: ')[1];
    if (open !== undefined) assert.ok(open.split(' ').length >= 5, `${point}: ${open}`);
  }
});
