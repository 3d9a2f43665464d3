// No page of a result is higher than 1,000 px on a phone of 360 px before "Meer" is pressed, whatever was answered.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareOnePage } from '../harness.mjs';
import { codeOf, FULL, IS_FIRST, QUESTIONS } from '../subject.mjs';
import { show } from '../walk.mjs';

let reader;
shareOnePage((open) => { ({ reader } = open); });

/** The tallest of 200 drawn by chance, and the ends of every scale. */
const SETS = ['133444444', '4244?443?', '333232342', '3331242?3', '343234411', '343444344', '?33333333', '000000000', '444444444', '444444000', '---------'];
const answers = (set) => ({ answers: Object.fromEntries(QUESTIONS.map(({ id }, i) => [id, set[i] === '?' ? 'unknown' : set[i] === '-' ? null : Number(set[i])])) });

test('at most 1,000 px at 360 px', { skip: !IS_FIRST }, async () => {
  await reader.page.setViewport({ width: 360, height: 900 });
  const tall = [];
  for (const [name, input] of [...SETS.map((set) => [set, answers(set)]), ['full', FULL]]) {
    const code = codeOf(input);
    for (const screen of ['result', 'steps', 'patterns', 'share']) {
      await show(reader.page, { code, screen, lang: 'nl', more: '&view=canvas' });
      const height = await reader.frame.evaluate(() => document.querySelector('main').offsetHeight);
      if (height > 1000) tall.push(`${screen} of ${name}: ${height} px`);
    }
  }
  assert.deepEqual(tall, []);
});
