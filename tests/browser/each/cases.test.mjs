// Every case of tests/cases through the page: its answers go in through the controls, module by module, and once more
// as a result code. The page's result is the expected one, and the command line's byte for byte. Codes of random answers too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { cases, chances, codeOf, edgeCases, HIGHEST, LOWEST, parametersOf, randomAnswers, scoreOf, scoresOf, SKIPPED, UNKNOWN } from '../subject.mjs';
import { answerAll, show, use } from '../walk.mjs';

const RANDOM_SETS = 60;

/** Numbers may differ by 0.01; members that are not expected may hold anything. */
function assertLike(actual, expected, place = '') {
  if (typeof expected === 'number') {
    assert.ok(typeof actual === 'number' && Math.abs(actual - expected) <= 0.01 + 1e-9, `${place}: ${actual}, expected ${expected}`);
  } else if (expected && typeof expected === 'object') {
    assert.equal(Array.isArray(actual), Array.isArray(expected), place);
    if (Array.isArray(expected)) assert.equal(actual.length, expected.length, `${place}: ${JSON.stringify(actual)}`);
    for (const [key, value] of Object.entries(expected)) assertLike(actual?.[key], value, `${place}/${key}`);
  } else {
    assert.equal(actual, expected, place);
  }
}

async function assertResult(reader, { input, expected }) {
  const result = await reader.result();
  assertLike(result, expected);
  assert.equal(JSON.stringify(result), JSON.stringify(scoreOf(input)));
}

let browser, reader, viewer;
before(async () => {
  browser = await launch();
  // Text view: the score does not depend on the view, and nothing has to be drawn. flow.test.mjs does it on the canvas.
  [reader, viewer] = await Promise.all([openPage(browser, undefined, { fragment: 'view=text', until: 'settled' }), openPage(browser)]);
});
after(async () => {
  await Promise.all([reader?.close(), viewer?.close()]);
  await browser?.close();
});

for (const each of [...cases, ...edgeCases]) {
  test(`${each.id}: ${each.title}`, async () => {
    const more = parametersOf(each.input);
    // What a page was told stays true for it: another needs a page of its own.
    const own = more ? await openPage(browser, undefined, { fragment: `view=text${more}`, until: 'settled' }) : reader;
    await answerAll(own.page, each.input);
    await assertResult(own, each);
    if (own !== reader) await own.close();
    else for (const id of ['tab.share', 'nav.restart', 'nav.wipe']) await use(reader.page, id);
    const drawn = more ? await openPage(browser, undefined, { fragment: more }) : viewer;
    await show(drawn.page, { code: codeOf(each.input), more });
    assert.equal((await drawn.state()).view, 'canvas');
    await assertResult(drawn, each);
    if (drawn !== viewer) await drawn.close();
  });
}

test(`${RANDOM_SETS} random sets of answers and the outermost, as codes: the command line's results`, async () => {
  const chance = chances(11);
  const sets = [LOWEST, HIGHEST, UNKNOWN, SKIPPED, ...Array.from({ length: RANDOM_SETS }, () => randomAnswers(chance))];
  const results = scoresOf(sets);
  for (const [i, each] of sets.entries()) {
    await show(reader.page, { code: codeOf(each) });
    assert.equal(JSON.stringify(await reader.result()), JSON.stringify(results[i]), JSON.stringify(each));
  }
});
