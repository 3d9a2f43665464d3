// WCAG 2.2 AA, how it is operated: one test for each criterion of the table in accessibility.md section 4. What happens at
// the edge of a frame (2.1.2, and 2.4.11 under a bar of the article) is in article.test.mjs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { levelText, walk } from '../flow.mjs';
import { openPage, shareOnePage } from '../harness.mjs';
import { look, resize } from '../look.mjs';
import { luminance, picture } from '../pixels.mjs';
import { codeOf, LANGUAGES, MIXED, ofThePage, questionnaire, QUESTIONS } from '../subject.mjs';
import { CODES, LAST_QUESTION, STATES, stateCalled, visit } from '../tour.mjs';
import { show } from '../walk.mjs';


const { claims, profile, ticks = [] } = questionnaire;
/** What options and tabs are named by: the controls that are used most. */
const MATTERS = new Set(['tab', ...[...QUESTIONS, ...claims?.questions ?? [], ...profile?.items ?? [], ...ticks].map(({ id }) => id)]);
/** By state: a control of each kind. */
const PRESSED = [['question-1', 'nav.next'], ['question-1', `${QUESTIONS[0].id}.l2`], ...ticks.slice(0, 1).map(({ id, items }) => ['ticks', `${id}.${items[1].id}`]),
  ['result-full', 'tab.steps'], ['intro', 'nav.start']];

let browser, reader;
shareOnePage((open) => { ({ browser, reader } = open); });

ofThePage('2.1.1 Keyboard: by keys, by pointer and by touch alone the result has the same code', async () => {
  for (const by of ['keyboard', 'mouse', 'touch']) {
    const visitor = await openPage(browser, undefined, { touch: by === 'touch' });
    await walk(visitor, MIXED, { by });
    await visitor.until((code) => location.hash.includes(`k=${code}`), codeOf(MIXED)).catch(() => assert.fail(by));
    await visitor.close();
  }
});

ofThePage('2.1.4 Character key shortcuts: no letter or digit does anything', async () => {
  for (const state of STATES.filter(([name]) => ['intro', 'question-1', 'ticks', 'result-full', 'share-full'].includes(name))) {
    const [name] = state;
    await visit(reader.page, state, { view: 'canvas' });
    await reader.page.evaluate(() => document.querySelector('h1').focus());
    const before = await reader.state();
    await reader.page.keyboard.type('abcdefghijklmnopqrstuvwxyz0123456789?/.,+-');
    if (name === 'question-1') {
      await reader.page.focus('input');
      await reader.page.keyboard.type('abcxyz0123');
    }
    assert.deepEqual(await reader.state(), before, name);
  }
});

ofThePage('2.2.1 Timing, 2.2.2 Pause: nothing runs out, and bars grow for less than a second', async () => {
  const visitor = await openPage(browser, undefined, { fragment: `k=${CODES.full}&at=result` });
  await pause(1000);
  const [frames, before] = [await visitor.frames(), await visitor.frame.evaluate(() => document.querySelector('.k-screen').innerText)];
  await pause(1000);
  assert.equal(await visitor.frames(), frames);
  assert.equal(await visitor.frame.evaluate(() => document.querySelector('.k-screen').innerText), before);
  await visitor.close();
});

ofThePage('2.3.1 Three flashes: what moves never changes the light of the page by a tenth', async () => {
  const visitor = await openPage(browser, undefined, { fragment: `at=${LAST_QUESTION}` });
  await visitor.page.evaluate((hash) => { location.hash = hash; }, `k=${CODES.full}&at=result`);
  const light = [];
  for (let i = 0; i < 8; i++) {
    const shot = await picture(visitor.page);
    let sum = 0;
    for (let y = 0; y < shot.height; y += 9) for (let x = 0; x < shot.width; x += 9) sum += luminance(shot.at(x, y));
    light.push(sum / Math.ceil(shot.height / 9) / Math.ceil(shot.width / 9));
  }
  assert.ok(Math.max(...light.slice(1)) - Math.min(...light.slice(1)) < 0.1, `${light}`);
  await visitor.close();
});

test('2.4.2 Page titled, 3.1.1 Language of page: each screen, and the frame in the article', async () => {
  for (const lang of LANGUAGES) {
    const titles = new Map();
    for (const state of STATES) {
      await visit(reader.page, state, { lang });
      const [title, tag] = await reader.page.evaluate(() => [document.title, document.documentElement.lang]);
      assert.equal(tag, lang);
      assert.match(title, /^Klantkompas: ./);
      titles.set(state[1], title);
    }
    assert.equal(new Set(titles.values()).size, titles.size, [...titles].join(' | '));
  }
  const article = readFileSync(new URL('../../../dist/article.html', import.meta.url), 'utf8');
  assert.match(article, /<html lang="\w+"/);
  for (const [frame] of article.matchAll(/<iframe[^>]*>/g)) assert.match(frame, /title="[^"]+"/);
});

test('2.4.11 Focus not obscured: at every stop the control is on top, at five places', async () => {
  for (const view of ['canvas', 'text']) {
    for (const name of ['question-4-chosen', 'result-full', 'share-full']) {
      await visit(reader.page, stateCalled(name), { view });
      await reader.page.evaluate(() => document.querySelector('#kk-view\\.text').focus());
      for (let i = 0; i < 30; i++) {
        const covered = await reader.page.evaluate(() => {
          const el = document.activeElement.closest('label') ?? document.activeElement;
          const { left, top, right, bottom } = el.getBoundingClientRect();
          const places = [[(left + right) / 2, (top + bottom) / 2], [left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4]];
          const free = places.filter(([x, y]) => { const at = document.elementFromPoint(x, y); return at && (el.contains(at) || at.contains(el)); });
          return el === document.body || free.length === 5 ? '' : `${el.id}: ${free.length} of 5`;
        });
        assert.equal(covered, '', `${name} (${view})`);
        await reader.page.keyboard.press('Tab');
      }
    }
  }
});

ofThePage('2.5.2 Pointer cancellation: pressed, dragged off and released does nothing', async () => {
  for (const view of ['canvas', 'text']) {
    for (const [name, control] of PRESSED) {
      await visit(reader.page, stateCalled(name), { view });
      const before = await reader.state();
      const handle = await reader.page.$(`#kk-${control.replace('.', '\\.')}`);
      await handle.scrollIntoView();
      const { x, y, width, height } = await handle.boundingBox();
      await reader.page.mouse.move(x + width / 2, y + height / 2);
      await reader.page.mouse.down();
      await reader.page.mouse.move(3, 3, { steps: 4 });
      await reader.page.mouse.up();
      assert.deepEqual(await reader.state(), before, `${control} (${view})`);
    }
  }
});

test('2.5.3 Label in name: what stands on a control is in its name', async () => {
  for (const lang of LANGUAGES) {
    for (const state of STATES) {
      await visit(reader.page, state, { lang, view: 'canvas' });
      const names = new Set((await reader.tree()).filter(({ role }) => ['button', 'switch', 'radio', 'checkbox'].includes(role)).map(({ name }) => name));
      const labels = await reader.page.$$eval('main :is(button, label)', (all) => all.map((el) => (el.querySelector('.k-words') ?? el).textContent.trim()));
      assert.ok(labels.length > 3 && labels.every(Boolean), state[0]);
      const without = labels.filter((label) => ![...names].some((name) => name.startsWith(label)));
      assert.deepEqual(without, [], `${state[0]} (${lang})`);
    }
  }
});

ofThePage('2.5.7 Dragging movements: nothing is dragged', async () => {
  await show(reader.page, { code: CODES.full, screen: 'result' });
  assert.equal(await reader.page.$$eval('[draggable="true"], input[type="range"]', (all) => all.length), 0);
  for (const file of ['events.js', 'app.js', 'main.js']) {
    assert.doesNotMatch(readFileSync(new URL(`../../../web/widget/${file}`, import.meta.url), 'utf8'), /drag|setPointerCapture|touchmove/, file);
  }
});

for (const view of ['canvas', 'text']) {
  test(`2.5.8 Target size: 24 by 24 at least, 44 high where it matters, and none over another (${view})`, async () => {
    const small = [];
    for (const width of [320, 480, 720, 800]) {
      await resize(reader.page, { width });
      for (const state of STATES) {
        await visit(reader.page, state, { view });
        const { controls, problems } = await look(reader.page);
        for (const { id, w, h } of controls) {
          if (w < 24 || h < 24) small.push(`${state[0]} at ${width}: ${id} is ${w} by ${h}`);
          if (h < 43.5 && (MATTERS.has(id.split('.')[0]) || /^nav\.(start|next|back|skip|begin)$/.test(id))) small.push(`${state[0]} at ${width}: ${id} is ${h} high`);
        }
        small.push(...problems.filter((line) => line.includes('lies over')).map((line) => `${state[0]} at ${width}: ${line}`));
      }
    }
    await resize(reader.page, { width: 720 });
    assert.deepEqual(small, []);
  });
}

ofThePage('3.2.1 On focus, 3.2.2 On input: focus and choices never change the screen', async () => {
  for (const view of ['canvas', 'text']) {
    await visit(reader.page, stateCalled('question-1'), { view });
    await reader.page.focus('input');
    for (let i = 0; i < 6; i++) {
      await reader.page.keyboard.press('ArrowDown');
      assert.equal((await reader.state()).screen, 'question-1');
      assert.equal(await reader.page.evaluate(() => document.activeElement.checked), true);
    }
    for (let i = 0; i < 12; i++) {
      await reader.page.keyboard.press('Tab');
      assert.equal((await reader.state()).screen, 'question-1');
    }
  }
  await reader.choose(levelText(1, 2));
  assert.equal((await reader.state()).screen, 'question-1');
});
