// A questionnaire of 1,000 questions stays usable: every screen is bounded, whatever the list's length, and a reader gets
// to the end and back.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, openPage } from './harness.mjs';
import { made } from './made.mjs';
import { cli } from './subject.mjs';

const QUESTIONS = 1000;
const MOST = { nodes: 700, elements: 1000, static: 20 };  // far below the 6,000 nodes that a page may hold

let browser, scratch, page, code;
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-many-'));
  const file = join(scratch, 'many.json');
  page = join(scratch, 'many.html');
  writeFileSync(file, JSON.stringify(made(QUESTIONS, 10)));
  cli(['bundle', file, '-o', page]);
  // Every level, some unknown; one question of each section is skipped.
  const answer = (i) => (i % 100 === 99 ? null : i % 17 === 0 ? 'unknown' : (i * 7) % 5);
  code = cli(['code', file], JSON.stringify({ answers: Object.fromEntries(Array.from({ length: QUESTIONS }, (_, i) => [`q${i + 1}`, answer(i)])) })).trim();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

const nodes = (reader) => reader.page.evaluate(() => document.querySelectorAll('main [id^="kk-"]').length);

test('the file holds the first screens only: they are all a reader can reach before the WASM', () => {
  assert.ok(statSync(page).size < 2_500_000, `${statSync(page).size} bytes`);
});

for (const [width, view] of [[320, 'canvas'], [720, 'canvas'], [720, 'text']]) {
  test(`every screen is bounded and whole at ${width} px, ${view} view`, async () => {
    const reader = await openPage(browser, page, { width, fragment: `k=${code}&at=question-${QUESTIONS}${view === 'text' ? '&view=text' : ''}`, until: view === 'text' ? 'settled' : 'painted' });
    assert.equal((await reader.state()).screen, `question-${QUESTIONS}`);
    const { answers } = (await reader.state()).answers;
    assert.equal(Object.keys(answers).length, QUESTIONS);
    for (const screen of [`question-${QUESTIONS}`, 'question-500', 'result', 'steps', 'patterns', 'share']) {
      await reader.page.evaluate((k, at) => { location.hash = `k=${k}&at=${at}${location.hash.includes('view=text') ? '&view=text' : ''}`; }, code, screen);
      await reader.until((at) => window.klantkompas.state().screen === at, screen);
      const { view: shown, tier } = await reader.state();
      assert.equal(shown, view, `${screen} is in ${shown} view (${tier})`);
      const count = await nodes(reader);
      assert.ok(count > 10 && count <= MOST.nodes, `${count} nodes on ${screen}`);
      const { overflow, text } = await reader.page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - innerWidth, text: document.querySelector('main').textContent,
      }));
      assert.ok(overflow <= 0, `${screen} is ${overflow} px too wide`);
      assert.doesNotMatch(text, /\{|\}|undefined|NaN/);
      if (screen === 'result') assert.ok(await reader.find('heading', 'Je laagste antwoorden'), 'the result does not say that it leaves answers out');
    }
    await reader.close();
  });
}

test('a reader answers, goes on past the screens of the file, and comes to the result', async () => {
  const reader = await openPage(browser, page, { fragment: `at=question-${MOST.static}` });
  await reader.press('Overslaan');
  assert.equal((await reader.state()).screen, `question-${MOST.static + 1}`);
  await reader.choose(`Goed, onderwerp ${MOST.static + 1}.`);
  await reader.press('Volgende');
  assert.equal((await reader.state()).screen, `question-${MOST.static + 2}`);
  await reader.page.evaluate((n) => { location.hash = `at=question-${n}`; }, QUESTIONS);
  await reader.until((n) => window.klantkompas.state().screen === `question-${n}`, QUESTIONS);
  await reader.choose(`Heel goed, onderwerp ${QUESTIONS}.`);
  await reader.press('Naar je uitslag');
  assert.equal((await reader.state()).screen, 'result');
  assert.equal((await reader.result()).answered, 2);
  await reader.close();
});
