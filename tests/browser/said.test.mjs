// What a screen reader is told on the way: where one is, what the page asks, and where focus goes when its element goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, shareOnePage } from './harness.mjs';
import { codeOf, answersBy } from './subject.mjs';
import { CODES, STATES, stateCalled, visit } from './tour.mjs';
import { show, until } from './walk.mjs';

const CODE = codeOf(answersBy(() => 2));

/** @type {any} */
let reader;
let browser;
shareOnePage((open) => { ({ browser, reader } = open); });

/** What has focus, as assistive technology is told. */
async function focused(page = reader.page) {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const node = nodes.filter(({ properties }) => properties?.some(({ name, value }) => name === 'focused' && value.value)).pop();
  return { role: node?.role?.value, name: node?.name?.value, description: node?.description?.value ?? '' };
}
const status = () => reader.page.$eval('#kk-status', (el) => el.textContent.trim());
/** Uses a control by the keyboard. */
async function enter(id, page = reader.page) {
  await page.focus(`main [value="${id}"]`);
  await page.keyboard.press('Enter');
}

test('on arriving one hears where one is: the number of a question, stage and score, the page, that the result is ready', async () => {
  const ALL_BUT_LAST = codeOf(answersBy((i) => (i < 8 ? 2 : null)));
  const arrivals = [
    [CODES.none, 'question-1', 'nav.skip', 'Vraag 2 van 9'], [ALL_BUT_LAST, 'question-9', 'nav.skip', 'Je uitslag is klaar. Je kunt hieronder'],
    [CODE, 'steps', 'tab.result', 'Fase 3 van 5'], [CODE, 'steps', 'tab.patterns', 'Patronen'],
  ];
  for (const view of ['canvas', 'text']) {
    const visitor = await openPage(browser);  // who saw a result is led back to it
    const { page } = visitor;
    for (const [code, screen, id, said] of arrivals) {
      await show(page, { code, screen: 'about' }, { code, screen, more: `&view=${view}` });
      await enter(id, page);
      const { role, name, description } = await focused(page);
      assert.equal(role, 'heading');
      assert.ok(description.includes(said), `${id} on ${screen} (${view}): “${name}”, “${description}”`);
      assert.ok(!name.includes(said), 'once');
    }
    await visitor.close();
  }
});

test('the question before everything is wiped takes focus with its warning; no and Escape lead back', async () => {
  const { page } = reader;
  const WARNING = /wist al je antwoorden/;
  for (const view of ['canvas', 'text']) {
    for (const [screen, button] of [['share', 'Wis alles'], ['intro', 'Opnieuw']]) {
      for (const answer of ['Escape', 'Enter']) {
        await show(page, { code: CODE, screen: 'about' }, { code: CODE, screen, more: `&view=${view}` });
        await enter('nav.restart');
        const asked = await focused();
        assert.deepEqual([asked.role, asked.name], ['button', 'Nee, ga terug'], `${screen} (${view})`);
        assert.match(asked.description, WARNING);
        assert.ok(!WARNING.test(await status()), 'and not once more');
        await page.keyboard.press(answer);
        assert.deepEqual((({ role, name }) => [role, name])(await focused()), ['button', button], `${answer} on ${screen} (${view})`);
        assert.equal(Object.keys((await reader.state()).answers.answers).length, 9);
        await page.keyboard.press('Escape');
        assert.equal((await focused()).name, button, 'Escape says no to nothing else');
      }
    }
  }
});

test('a control that goes when it is pressed hands focus to a neighbour, never to the heading', async () => {
  const { page } = reader;
  const lost = [];
  let pressed = 0;
  for (const state of STATES.filter(([name]) => /^(intro|question-(1|why|4-chosen)|embed-script|code-wrong|ticks-chosen|(result|steps|patterns|share)-full|patterns-all|share-restart)$/.test(name))) {
    await visit(page, state, { view: 'text' });
    const ids = await page.$$eval('main button:enabled', (all) => all.map((el) => el.value).filter((id) => !/^(page|copy|lang|view)\./.test(id)));
    for (const id of ids) {
      await visit(page, state, { view: 'text' });
      const before = await reader.state();
      await enter(id);
      const { screen } = await reader.state();
      const at = await page.evaluate(() => `${document.activeElement.localName} ${document.activeElement.id}`);
      pressed++;
      if (screen === before.screen ? /^(body|h1)/.test(at) : !at.startsWith('h1')) lost.push(`${id} on ${state[0]}: ${at}`);
    }
  }
  assert.ok(pressed > 100, `${pressed}`);
  assert.deepEqual(lost, []);
});

test('a control whose words change with its state does not say that state as well', async () => {
  const both = [];
  for (const state of STATES) {
    const words = () => reader.page.$$eval('main [aria-expanded]', (all) => Object.fromEntries(all.map((el) => [el.value, `${el.textContent} ${el.getAttribute('aria-expanded')}`])));
    await visit(reader.page, state, { view: 'text' });
    const before = await words();
    for (const id of Object.keys(before)) {
      await visit(reader.page, state, { view: 'text' });
      await enter(id);
      const [text, now] = [before[id], (await words())[id]];
      if (now && text.replace(/ \w+$/, '') !== now.replace(/ \w+$/, '')) both.push(`${id} on ${state[0]}: ${text}, ${now}`);
      assert.notEqual(text, now, `${id} on ${state[0]} says what it did`);
    }
  }
  assert.deepEqual(both, []);
});

test('a button that is called otherwise once it is pressed says so, and keeps focus', async () => {
  const { page } = reader;
  const said = [];
  for (const state of ['result-full', 'patterns-full']) {
    for (const view of ['canvas', 'text']) {
      await visit(page, stateCalled(state), { view });
      await enter('nav.more');
      await until(page, () => document.getElementById('kk-status').textContent.trim() === document.activeElement.textContent);
      said.push((await focused()).name);
    }
  }
  assert.deepEqual(said, ['Toon als balken', 'Toon als balken', 'Minder', 'Minder']);
});

test('a code that is refused is said once: by the description of the field that has focus', async () => {
  await visit(reader.page, stateCalled('code'), { view: 'text' });
  await reader.page.type('main textarea', 'no code');
  await reader.page.keyboard.press('Enter');
  const { role, description } = await focused();
  assert.equal(role, 'textbox');
  assert.match(description, /^Deze code klopt niet/);
  assert.doesNotMatch(await status(), /code/);
});
