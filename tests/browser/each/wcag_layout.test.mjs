// WCAG 2.2 AA, what is perceived: one test for each criterion of the table in accessibility.md section 4. Colours are in
// wcag_colour.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, openPage, shareOnePage } from '../harness.mjs';
import { look, resize } from '../look.mjs';
import { cases, codeOf, FULL, MIXED, ofThePage, QUESTIONS, scoreOf, shown } from '../subject.mjs';
import { CODES, STATES, stateCalled, visit } from '../tour.mjs';
import { show, tableOf } from '../walk.mjs';

const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;
const VIEWS = ['canvas', 'text'];
/** Of the first question: its levels, and the one for who does not know. */
const OPTIONS = QUESTIONS[0].levels.length + 1;

let browser, reader;
shareOnePage((open) => { ({ browser, reader } = open); });

/** Looks at every state; answers what is wrong. @param {string} view */
async function everywhere({ page }, view, states = STATES) {
  const wrong = [];
  for (const state of states) {
    await visit(page, state, { view });
    const { texts, problems } = await look(page);
    assert.ok(texts.length > 3, state[0]);
    wrong.push(...problems.map((line) => `${state[0]} (${view}): ${line}`));
  }
  return wrong;
}

test('1.1.1 Non-text content: every chart has a caption and a table with the numbers that are drawn', async () => {
  for (const { id, input } of [...cases, { id: 'full', input: FULL }, { id: 'mixed', input: MIXED }]) {
    await show(reader.page, { code: codeOf(input), screen: 'result' });
    const { sections } = scoreOf(input);
    const figures = await reader.page.$$eval('figure', (all) => all.map((el) => ({
      id: el.id, caption: el.querySelector('figcaption')?.textContent.trim(), cells: [...el.querySelectorAll('table td, table th')].length,
      drawn: [...el.querySelectorAll('svg')].every((svg) => svg.getAttribute('aria-hidden') === 'true'),
    })));
    assert.ok(figures.length >= (scoreOf(input).stage ? 2 : 1), id);
    for (const each of figures) assert.ok(each.caption && each.cells > 3 && each.drawn, `${id} ${each.id}`);
    const said = (await tableOf(reader.page, 'result.bars.t')).map((row) => row[1]);
    const drawn = await reader.page.$$eval('#kk-result\\.bars svg text', (all) => all.map((el) => el.textContent));
    for (const [i, score] of Object.values(sections).entries()) {
      if (score === null) continue;
      assert.equal(said[i], shown(score), id);
      assert.ok(drawn.includes(shown(score)), `${id}: ${shown(score)} is drawn, of ${drawn}`);
    }
  }
});

test('1.3.1 Info and relationships: a question is a radio group named by its text, its options are its radios', async () => {
  await visit(reader.page, stateCalled('question-1'), { view: 'canvas' });
  const session = await reader.page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const group = nodes.find(({ role }) => role?.value === 'radiogroup');
  assert.equal(group.name.value, nodes.find(({ role }) => role?.value === 'heading').name.value);
  const inside = (id) => nodes.filter((node) => node.parentId === id).flatMap((node) => [node, ...inside(node.nodeId)]);
  assert.equal(inside(group.nodeId).filter(({ role }) => role?.value === 'radio').length, OPTIONS);
  assert.equal(nodes.filter(({ role }) => role?.value === 'radio').length, OPTIONS);
});

for (const view of VIEWS) {
  test(`1.3.2 Meaningful sequence, 2.4.3 Focus order: what comes later stands below or to the right (${view})`, async () => {
    for (const width of [720, 360]) {
      await resize(reader.page, { width });
      for (const state of STATES) {
        await visit(reader.page, state, { view });
        const { texts, controls } = await look(reader.page);
        // A word that can be opened follows the options: inside a label it would be part of its name.
        for (const list of [texts.filter(({ svg }) => !svg), controls.filter(({ inside }) => !inside)]) {
          list.slice(1).forEach((later, i) => {
            const former = list[i];
            const back = later.y + later.h <= former.y + 1 && later.x < former.x + former.w - 1;
            assert.ok(!back, `${state[0]} at ${width}: ${later.text ?? later.id} stands before ${former.text ?? former.id}`);
          });
        }
      }
    }
  });

  ofThePage(`1.3.4 Orientation: portrait and landscape show the same, and all of it (${view})`, async () => {
    const states = STATES.filter(([name]) => ['intro', 'question-1-missing', 'result-full', 'share-full'].includes(name));
    const words = {};
    for (const viewport of [{ width: 320, height: 640 }, { width: 640, height: 320 }]) {
      await resize(reader.page, viewport);
      assert.deepEqual(await everywhere(reader, view, states), []);
      await visit(reader.page, states[1], { view });
      words[viewport.width] = (await look(reader.page)).controls.map(({ id }) => id);
    }
    assert.deepEqual(words[320], words[640]);
    assert.equal(await reader.page.evaluate(() => [...document.styleSheets].some((sheet) => [...sheet.cssRules].some((rule) => rule.conditionText?.includes('orientation')))), false);
  });

  test(`1.4.4 Resize text: 200 % zoom, and text twice as large, cut nothing off (${view})`, async (t) => {
    await resize(reader.page, { width: 360, deviceScaleFactor: 2 });
    assert.deepEqual(await everywhere(reader, view), []);
    await resize(reader.page, { width: 720 });
    const large = await launch({ args: ['--blink-settings=defaultFontSize=32'] });
    t.after(() => large.close());
    for (const width of [720, 360]) {
      const other = await openPage(large, undefined, { width });
      assert.equal(await other.page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px');
      assert.deepEqual(await everywhere(other, view), [], `${width} px`);
      assert.equal((await other.state()).view, view);
      await other.close();
    }
  });

  test(`1.4.10 Reflow: 320 px wide, one column and no scrolling sideways (${view})`, async () => {
    await resize(reader.page, { width: 320 });
    assert.deepEqual(await everywhere(reader, view), []);
    await resize(reader.page, { width: 720 });
  });
}

ofThePage('1.4.5 Images of text: text view has everything as text, by the first Tab and by one click', async () => {
  const visitor = await openPage(browser, undefined, { fragment: `k=${CODES.full}&at=result` });
  // A group without a name that holds nothing is a line which a style sheet draws, as under the stairs of text view.
  const names = async () => (await visitor.tree()).filter(({ role, leaf }) => role !== 'switch' && !(role === 'generic' && leaf))
    .map(({ role, name }) => `${role} ${name}`.replace(/ /g, '')).filter((line) => !/^(StaticText|InlineTextBox)/.test(line));
  const before = await names();
  await visitor.page.keyboard.press('Tab');
  assert.deepEqual(await visitor.focused(), { role: 'switch', name: 'Tekstweergave' });
  await visitor.page.keyboard.press('Enter');
  assert.equal((await visitor.state()).view, 'text');
  assert.deepEqual(await names(), before);
  assert.equal(await visitor.page.evaluate(() => document.querySelectorAll('main img').length), 0);
  await visitor.press('Tekstweergave', { role: 'switch' });
  assert.equal((await visitor.state()).view, 'canvas');
  await visitor.close();
});

test('1.4.12 Text spacing: nothing is cut off and nothing lies over another', async () => {
  const style = (css) => reader.page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  await style(SPACING);
  for (const width of [720, 320]) {
    await resize(reader.page, { width });
    assert.deepEqual(await everywhere(reader, 'canvas'), [], `${width} px`);
    assert.equal((await reader.state()).view, 'text', 'the canvas cannot follow');
  }
  await style('');
  await resize(reader.page, { width: 720 });
});

ofThePage('1.4.13 Content on hover or focus: there is none', async () => {
  await show(reader.page, { code: CODES.full, screen: 'result', more: '&view=canvas' });
  const words = () => reader.page.$eval('.k-screen', (el) => el.innerText);
  const before = await words();
  for (const el of await reader.page.$$('figure, .k-strip-item')) {
    await el.hover();
    assert.equal(await words(), before);
  }
  assert.deepEqual(await reader.page.$$eval('[title], [popover], dialog', (all) => all.map((el) => el.outerHTML)), []);
});
