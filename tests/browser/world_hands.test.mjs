// Hands: double clicks and taps, a press that is dragged away, two fingers, a pen, held keys.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { OTHERS, startEngine } from './engines.mjs';
import { HERE, levelText, walk } from './flow.mjs';
import { launch, openPage } from './harness.mjs';
import { MIXED, QUESTIONS } from './subject.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const place = async (reader, name, role = 'button') => {
  const { x, y, width, height } = await (await reader.locate(role, name)).boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};
const screenOf = async (reader) => (await reader.state()).screen;
/** A click that happened at `time`, in ms, however long it takes to tell the browser of it. */
async function clickAt(page, point, time) {
  const session = await page.createCDPSession();
  for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
    const moves = type === 'mouseMoved';
    await session.send('Input.dispatchMouseEvent', { type, ...point, button: moves ? 'none' : 'left', clickCount: moves ? 0 : 1, timestamp: time / 1000 });
  }
  await session.detach();
}
/** Clicks `gap` ms apart. @param {{x: number, y: number}[]} points */
async function clicks(page, gap, points) {
  const start = Date.now() - gap * points.length;
  for (const [i, point] of points.entries()) await clickAt(page, point, start + i * gap);
}
/** The same of a finger. */
async function taps(page, gap, points) {
  const session = await page.createCDPSession();
  const start = Date.now() - gap * points.length;
  for (const [i, point] of points.entries()) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point], timestamp: (start + i * gap) / 1000 });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp: (start + i * gap + 10) / 1000 });
  }
  await session.detach();
}
/** Not yet taken over by the WASM: the page's own script answers. */
const hold = () => { WebAssembly.compile = () => new Promise(() => {}); };

for (const [view, options] of [['canvas', {}], ['text', { fragment: 'view=text', until: 'settled' }], ['static', { until: 'interactive', before: hold }]]) {
  describe(`world 8: double (${view})`, () => {
    for (const [what, twice] of [
      ['click 80 ms apart', (page, { x, y }) => clicks(page, 80, [{ x, y }, { x, y }])],
      ['click 200 ms apart, the hand shakes', (page, { x, y }) => clicks(page, 200, [{ x, y }, { x: x + 6, y: y + 4 }])],
      ['click as the system counts it', (page, { x, y }) => page.mouse.click(x, y, { count: 2, delay: 20 })],
      ['click 450 ms apart, as a reader’s system may count it', async (page, { x, y }) => {
        await page.mouse.click(x, y);
        await pause(450);
        await page.mouse.down({ clickCount: 2 });
        await page.mouse.up({ clickCount: 2 });
      }],
      ['tap', (page, { x, y }) => taps(page, 80, [{ x, y }, { x: x + 3, y }])],
    ]) {
      test(`world 8: ${what} on Overslaan goes one question on, on Volgende too`, async () => {
        const reader = await openPage(browser, undefined, { ...options, touch: what === 'tap' });
        await walk(reader, MIXED, { until: 'question-1' });
        await pause(350);
        await twice(reader.page, await place(reader, HERE.skip));
        await pause(50);
        assert.equal(await screenOf(reader), 'question-2');
        await pause(350);
        await reader.choose(levelText(2, 1));
        await twice(reader.page, await place(reader, HERE.next));
        await pause(50);
        assert.equal(await screenOf(reader), 'question-3');
        assert.ok(!(await reader.frame.evaluate(() => document.querySelector('main').innerText)).includes(HERE.missing), 'nothing is missing yet');
        const { answers } = (await reader.state()).answers;
        assert.deepEqual([answers[QUESTIONS[0].id], answers[QUESTIONS[1].id], answers[QUESTIONS[2].id]], [null, 1, null]);
        await reader.close();
      });
    }

    test('world 8: the second click of a double one chooses no answer of the next screen', async () => {
      const reader = await openPage(browser, undefined, options);
      await walk(reader, MIXED, { until: 'question-1' });
      await pause(350);
      // An answer lies where the button was.
      const at = await place(reader, HERE.skip);
      await reader.frame.evaluate((y) => addEventListener('click', () => {
        const label = [...document.querySelectorAll('.k-screen')].find((screen) => !screen.hidden).querySelector('label');
        const box = label.getBoundingClientRect();
        document.querySelector('main').style.transform = `translateY(${y - box.top - box.height / 2}px)`;
      }, { once: true }), at.y);
      const start = Date.now();
      await clickAt(reader.page, at, start);
      const label = await reader.frame.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest('label') !== null, at);
      await clickAt(reader.page, at, start + 80);
      await pause(50);
      assert.ok(label || view === 'canvas', 'it would have been chosen');
      assert.equal((await reader.state()).answers.answers[QUESTIONS[1].id], null);
      assert.equal(await reader.frame.evaluate(() => document.querySelectorAll('fieldset input:checked').length), 0);
      await reader.close();
    });

    // Not on the static page: another language comes with the WASM. The same code hears its clicks.
    if (view !== 'static') test('world 8: two clicks between which something else was pressed are no double one', async () => {
      const reader = await openPage(browser, undefined, options);
      const at = await place(reader, 'EN');
      const start = Date.now() - 200;
      await clickAt(reader.page, at, start);
      assert.equal((await reader.state()).lang, 'en');
      await reader.frame.evaluate(() => document.querySelector('main button[value="lang.nl"]').click());
      assert.equal((await reader.state()).lang, 'nl');
      await clickAt(reader.page, at, start + 80);
      assert.equal((await reader.state()).lang, 'en');
      await reader.close();
    });

    test('world 8: keys and assistive technology are not slowed', async () => {
      const reader = await openPage(browser, undefined, options);
      await walk(reader, MIXED, { until: 'question-1' });
      await reader.frame.evaluate(() => {
        const open = () => [...document.querySelectorAll('.k-screen')].find((screen) => !screen.hidden);
        for (let i = 0; i < 3; i++) (open() ?? document).querySelector('button[value="nav.skip"]').click();
      });
      assert.equal(await screenOf(reader), 'question-4');
      await reader.frame.evaluate(() => [...document.querySelectorAll('.k-screen')].find((screen) => !screen.hidden).querySelector('input').focus());
      await reader.page.keyboard.press('ArrowDown');
      await reader.page.keyboard.press('ArrowDown');
      assert.equal((await reader.state()).answers.answers[QUESTIONS[3].id], 2);
      await reader.close();
    });
  });
}

describe('world 8: other hands', () => {
  test('world 8: quick, but elsewhere, is meant', async () => {
    const reader = await openPage(browser, undefined, { fragment: 'at=question-1' });
    for (let n = 1; n <= 3; n++) {
      for (const level of [0, 2, 1]) await reader.choose(levelText(n, level));
      await reader.press(HERE.next);
    }
    assert.equal(await screenOf(reader), 'question-4');
    await reader.close();
  });
  test('world 8: a tick set twice by a double click is set', async () => {
    const reader = await openPage(browser, undefined, { fragment: 'at=ticks&view=text', until: 'settled' });
    const { x, y } = await reader.frame.evaluate(() => {
      const box = document.querySelector('label').getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    });
    await reader.page.mouse.click(x, y, { count: 2 });
    assert.equal(await reader.frame.evaluate(() => document.querySelectorAll('input:checked').length), 1);
    await reader.close();
  });
  test('world 8: dragged away, two fingers and a held key do nothing more; a long press and a pen do one thing', async () => {
    const reader = await openPage(browser, undefined, { fragment: 'at=question-1', touch: true });
    const { page } = reader;
    const at = await place(reader, HERE.skip);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 200, at.y - 200, { steps: 4 });
    await page.mouse.up();
    assert.equal(await screenOf(reader), 'question-1', 'dragged away');
    const session = await page.createCDPSession();
    const fingers = [{ x: at.x, y: at.y, id: 1 }, { x: at.x - 100, y: at.y - 100, id: 2 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await pause(100);
    assert.equal(await screenOf(reader), 'question-1', 'two fingers');
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await pause(900);
    await page.mouse.up();
    assert.equal(await screenOf(reader), 'question-2', 'a long press of the mouse');
    await pause(350);
    const there = await place(reader, HERE.skip);
    for (const type of ['mousePressed', 'mouseReleased']) await session.send('Input.dispatchMouseEvent', { type, ...there, button: 'left', clickCount: 1, pointerType: 'pen' });
    await reader.until(() => window.klantkompas.state().screen !== 'question-2');
    assert.equal(await screenOf(reader), 'question-3', 'a pen');
    await (await reader.locate('button', HERE.skip)).focus();
    await page.keyboard.down('Enter');
    for (let i = 0; i < 8; i++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    assert.equal(await screenOf(reader), 'question-4', 'a held key');
    await reader.close();
  });
  test('world 8: no field asks a password manager or the browser to fill it', async () => {
    const reader = await openPage(browser, undefined, { until: 'interactive', before: hold });
    const open = () => [...document.querySelectorAll('input, textarea')].filter((el) => el.autocomplete !== 'off').length;
    assert.equal(await reader.frame.evaluate(open), 0);
    await reader.close();
    const live = await openPage(browser, undefined, { fragment: 'at=code' });
    assert.equal(await live.frame.evaluate(open), 0);
    // What they put beside a field goes with the next change, and harms nothing.
    await live.frame.evaluate(() => document.getElementById('kk-code.text').after(document.createElement('span')));
    await live.frame.evaluate(() => document.querySelector('button[value="code.open"]').click());
    assert.equal(await screenOf(live), 'code');
    await live.close();
  });
  for (const name of OTHERS) test(`world 8: a double click in ${name}`, async () => {
    const engine = await startEngine(name);
    try {
      const reader = await engine.open('at=question-1');
      const skip = await reader.locate('button', HERE.skip);
      if (name === 'Firefox') await skip.click({ count: 2 });
      else await skip.doubleClick();
      await pause(400);
      assert.equal(await screenOf(reader), 'question-2');
      await reader.page.close();
    } finally {
      await engine.close();
    }
  });
});
