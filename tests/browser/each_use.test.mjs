// Every questionnaire of ours in use: random actions, no frame while nothing happens, and every number on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { instrument, play } from './actions.mjs';
import { launch, openPage } from './harness.mjs';
import { cli, codeOf, NAMES, questionnaireOf, questionsOf, scoreOf, shownIn, use } from './walk.mjs';

const ACTIONS = { text: 2000, canvas: 300 };  // a frame is drawn for each on the canvas
const IDLE_SCREENS = ['intro', 'question-1', 'result', 'steps', 'patterns', 'share', 'about'];

let browser, scratch;
const pages = new Map();
before(async () => {
  browser = await launch();
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-use-'));
  for (const name of NAMES) {
    pages.set(name, join(scratch, `${name}.html`));
    cli(['bundle', name, '-o', pages.get(name)]);
  }
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

for (const name of NAMES) {
  const of = questionnaireOf(name);
  const answers = { answers: Object.fromEntries(questionsOf(of).map(({ id, levels }, i) => [id, (i * 2 + 1) % levels.length])) };
  const code = codeOf(answers, name);

  for (const [view, actions] of Object.entries(ACTIONS)) {
    test(`${name}: ${actions} random actions in ${view} view, and the document is the session’s`, async () => {
      const reader = await openPage(browser, pages.get(name), { fragment: 'view=text', until: 'settled', before: instrument });
      if (view === 'canvas') await use(reader.page, 'view.text');
      await reader.page.evaluate(`window.play = ${play}`);
      const { screens } = await reader.page.evaluate((...what) => window.play(...what), actions, 4711, [code, '', 'no code']);
      assert.ok(screens.length > 10, `${screens}`);
      assert.equal((await reader.state()).view, view);
      await reader.close();
    });
  }

  test(`${name}: no frame while nothing happens`, async () => {
    const readers = [];
    for (const screen of IDLE_SCREENS) readers.push(await openPage(browser, pages.get(name), { fragment: `k=${code}&at=${screen}` }));
    const frames = () => Promise.all(readers.map(({ page }) => page.evaluate(() => window.klantkompas.frames())));
    let settled = [];
    for (let now = await frames(); String(now) !== String(settled); now = await frames()) {  // bars grow at first
      settled = now;
      await pause(1000);
    }
    await pause(3000);
    assert.deepEqual(await frames(), settled);
    for (const [i, reader] of readers.entries()) {
      assert.equal((await reader.state()).screen, IDLE_SCREENS[i]);
      await reader.close();
    }
  });

  test(`${name}: every number of the result and the code are on paper`, async () => {
    const result = scoreOf(answers, name);
    const reader = await openPage(browser, pages.get(name), { fragment: `k=${code}&at=share` });
    const file = join(scratch, 'out.pdf');
    writeFileSync(file, await reader.page.pdf({ format: 'A4', printBackground: true }));
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const words = text.split(/[^\p{L}\p{N}]+/u);
    const numbers = [result.overall, ...Object.values(result.sections)].filter((number) => number !== null).map(shownIn(of));
    assert.ok(numbers.length > 1);
    assert.deepEqual([...numbers, String(result.stage.final)].filter((number) => !words.includes(number)), [], text);
    assert.ok(text.replace(/\s/g, '').includes(code), 'the code');
    await reader.close();
  });
}
