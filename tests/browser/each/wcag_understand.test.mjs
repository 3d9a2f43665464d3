// WCAG 2.2 AA, what is understood and what assistive technology is told: the rest of the table in accessibility.md
// section 4, and what goes beyond it: finding, selecting, the reader's own colours, paper.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HERE, levelText, questionText } from '../flow.mjs';
import { shareOnePage } from '../harness.mjs';
import { textBoxes } from '../look.mjs';
import { FULL, LANG, LANGUAGES, ofThePage, questionnaire, QUESTIONS } from '../subject.mjs';
import { STATES, stateCalled, visit } from '../tour.mjs';
import { use } from '../walk.mjs';

const { next, back, skip, missing } = HERE;

let reader;
shareOnePage((open) => { ({ reader } = open); });

/** Everything the live region says from now on. */
const listen = (page) => page.evaluate(() => {
  window.said = [];
  window.listener?.disconnect();
  window.listener = new MutationObserver(() => {
    const text = document.getElementById('kk-status').textContent.trim();
    if (text) window.said.push(text);
  });
  window.listener.observe(document.getElementById('kk-status'), { childList: true, characterData: true, subtree: true });
});

ofThePage('3.3.1 Error identification, 3.3.3 Error suggestion: the message says what to do, is linked, and spoken', async () => {
  for (const view of ['canvas', 'text']) {
    await visit(reader.page, stateCalled('question-1'), { view });
    await listen(reader.page);
    await reader.press(next);
    const group = (await reader.tree()).find(({ role }) => role === 'radiogroup');
    assert.equal(group.name, questionText(1));
    assert.equal(String(group.invalid), 'true');
    assert.equal(await reader.page.$eval('fieldset', (el) => document.getElementById(el.getAttribute('aria-describedby')).textContent), missing);
    await reader.until((text) => window.said.includes(text), missing);
  }
});

ofThePage('3.3.2 Labels or instructions: the instruction stands before the options, and choosing is never required', async () => {
  await visit(reader.page, stateCalled('question-1'), { view: 'canvas' });
  const nodes = await reader.tree();
  const hint = nodes.findIndex(({ name }) => name.startsWith(questionnaire.hint[LANG]));
  assert.ok(hint > 0 && hint < nodes.findIndex(({ role }) => role === 'radio'));
  assert.ok(nodes.every(({ required }) => !required));
  assert.ok(await reader.find('button', skip));
});

ofThePage('3.3.7 Redundant entry: going back keeps every answer', async () => {
  await visit(reader.page, stateCalled('question-1'), { view: 'canvas' });
  for (const n of [1, 2, 3]) {
    await reader.choose(levelText(n, n - 1));
    await reader.press(next);
  }
  for (const n of [3, 2, 1]) {
    await reader.press(back);
    assert.equal(await (await reader.locate('radio', levelText(n, n - 1))).evaluate((el) => el.checked), true);
  }
});

test('4.1.2 Name, role, value: after each action the tree says what the session holds', async () => {
  await visit(reader.page, stateCalled('question-1'), { view: 'canvas' });
  const checked = async (role) => (await reader.tree()).filter((node) => node.role === role && String(node.checked) === 'true').map(({ name }) => name);
  for (const level of QUESTIONS[0].levels.keys()) {
    await reader.choose(levelText(1, level));
    assert.deepEqual(await checked('radio'), [levelText(1, level)]);
    assert.equal((await reader.state()).answers.answers[QUESTIONS[0].id], level);
  }
  const ticked = stateCalled('ticks-chosen');
  if (ticked) {
    await visit(reader.page, ticked, { view: 'canvas' });
    assert.equal((await checked('checkbox')).length, 2);
  }
  for (const { role, name } of await reader.tree()) {
    if (['button', 'radio', 'checkbox', 'switch', 'textbox', 'radiogroup', 'table', 'navigation'].includes(role)) assert.ok(name, `a ${role} without a name`);
  }
});

ofThePage('4.1.3 Status messages: spoken without a move of focus', async () => {
  await visit(reader.page, stateCalled('question-1'), { view: 'canvas' });
  await listen(reader.page);
  await reader.press('Tekstweergave', { role: 'switch', by: 'keyboard' });
  await reader.until(() => window.said.length === 1);
  assert.deepEqual(await reader.focused(), { role: 'switch', name: 'Tekstweergave' });
  await reader.press('Tekstweergave', { role: 'switch', by: 'keyboard' });
  await reader.until(() => window.said.length === 2);
  assert.notEqual(...await reader.page.evaluate(() => window.said));
  await reader.press(next, { by: 'keyboard' });
  await reader.until((text) => window.said.includes(text), missing);
  assert.deepEqual(await reader.focused(), { role: 'button', name: next });
  assert.deepEqual(await reader.page.$$eval('[role=status], [aria-live]', (all) => all.map((el) => el.id)), ['kk-status']);
});

/** Runs in the page: texts that find-in-page does not find, of those that are seen. */
function neverFound(texts) {
  return texts.filter((text) => {
    getSelection().removeAllRanges();
    return !window.find(text, true, false, true);
  });
}

/** What the reader's own Ctrl+A takes, without white space. */
async function selectedByKey(page) {
  await page.evaluate(() => document.activeElement.blur());
  const session = await page.createCDPSession();
  for (const type of ['keyDown', 'keyUp']) {
    await session.send('Input.dispatchKeyEvent', { type, key: 'a', code: 'KeyA', modifiers: 2, commands: type === 'keyDown' ? ['selectAll'] : [] });
  }
  await session.detach();
  return page.evaluate(() => {
    const text = getSelection().toString();
    getSelection().removeAllRanges();
    return text.replace(/\s+/g, '');
  });
}

test('beyond: find in page finds every visible string, in charts too, in both views', async () => {
  const lost = [];
  for (const state of STATES) {
    const lines = new Set();
    for (const view of ['text', 'canvas']) {
      await visit(reader.page, state, { view });
      // Whole texts, also where they run over several lines.
      const whole = await reader.page.$$eval('main .k:not(.k-clip)', (all) => all.filter((el) => el.checkVisibility() && !el.querySelector('.k, svg') && el.localName !== 'textarea'
        && !el.closest('.k-clip, table')).map((el) => (el.querySelector('.k-words') ?? el).textContent.trim().replace(/\s+/g, ' ')).filter(Boolean));
      assert.ok(whole.length > 5, state[0]);
      // And everything that text view shows: what is only drawn on the canvas has a text there.
      if (view === 'text') for (const { text } of await reader.page.evaluate(textBoxes)) lines.add(text.replace(/\s+/g, ' '));
      lost.push(...(await reader.page.evaluate(neverFound, [...new Set([...whole, ...lines])])).map((text) => `${state[0]} (${view}): ${text}`));
    }
  }
  assert.deepEqual(lost, []);
});

test('beyond: select all copies what is seen, in reading order, the same in both views', async () => {
  for (const state of STATES) {
    const copied = {};
    for (const view of ['canvas', 'text']) {
      await visit(reader.page, state, { view });
      copied[view] = await selectedByKey(reader.page);
      let at = 0;
      const texts = (await reader.page.evaluate(textBoxes)).map(({ text }) => text.replace(/\s+/g, ''));
      for (const text of texts.filter((each, i) => each !== texts[i - 1])) {
        const found = copied[view].indexOf(text, at);
        assert.ok(found >= 0, `${state[0]} (${view}): “${text}” comes after “${copied[view].slice(Math.max(0, at - 40), at)}”`);
        at = found;
      }
    }
    assert.equal(copied.canvas, copied.text, state[0]);
  }
});

ofThePage('beyond: selected text shows itself, and never a second time over the picture', async () => {
  await visit(reader.page, stateCalled('question-1'), { view: 'canvas' });
  const { colour, background, selected } = await reader.page.evaluate(() => {
    const title = document.querySelector('h1');
    const style = getComputedStyle(title, '::selection');
    return { colour: getComputedStyle(title).color, background: style.backgroundColor, selected: style.color };
  });
  assert.deepEqual({ colour, selected }, { colour: 'rgba(0, 0, 0, 0)', selected: 'rgba(0, 0, 0, 0)' });
  assert.notEqual(background, 'rgba(0, 0, 0, 0)');
  assert.deepEqual(await reader.page.$$eval('main .k', (all) => all.filter((el) => getComputedStyle(el).opacity !== '1').map((el) => el.id)), []);
});

ofThePage('beyond: with forced colours everything is text in the reader’s colours', async () => {
  const words = async () => (await reader.page.evaluate(textBoxes)).filter(({ svg }) => !svg).map(({ text }) => text).join(' ').replace(/\s+/g, '');
  for (const name of ['question-4-chosen', 'result-full', 'share-full']) {
    await visit(reader.page, stateCalled(name), { view: 'text' });
    const before = await words();
    await visit(reader.page, stateCalled(name), { view: 'canvas' });
    await reader.media({ 'forced-colors': 'active' });
    await reader.until(() => window.klantkompas.state().view === 'text');
    assert.equal(await words(), before, name);
    assert.deepEqual(await reader.page.$$eval('main :is(h1, p, label, button)', (all) => all.filter((el) => el.checkVisibility() && getComputedStyle(el).color === 'rgba(0, 0, 0, 0)').map((el) => el.id)), []);
    await reader.media({});
    await reader.until(() => window.klantkompas.state().view === 'canvas');
  }
});

test('beyond: on paper stand the result and every answer, in both languages', async () => {
  for (const lang of LANGUAGES) {
    await visit(reader.page, stateCalled('result-full'), { lang });
    await reader.media({}, 'print');
    await reader.until(() => document.getElementById('kk-on-paper.sheet-1'));
    const text = await reader.page.evaluate(() => document.querySelector('main').innerText.replace(/\s+/g, ' '));
    for (const { id, levels } of QUESTIONS) {
      const level = FULL.answers[id];
      if (level !== 'unknown') assert.ok(text.includes(levels[level][lang]), `${id} (${lang})`);
    }
    assert.equal(await reader.page.$eval('canvas', (el) => el.checkVisibility()), false);
    // The strip's answers are buttons, but what is on paper cannot be pressed.
    assert.deepEqual(await reader.page.$$eval('button:not(.k-strip-item)', (all) => all.filter((el) => el.checkVisibility()).map((el) => el.textContent)), []);
    await reader.media({});
    await reader.until(() => !document.getElementById('kk-on-paper.sheet-1'));
  }
  if (LANGUAGES.length > 1) await use(reader.page, `lang.${LANG}`);
});
