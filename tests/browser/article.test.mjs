// Promise 1 of reliability.md: the article around the widget never scrolls, moves focus or loses a gesture because of it.
// A frame of another origin, in a sandbox, with and without the reader's hands on it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { levelText, WORDS } from './flow.mjs';
import { createReader, launch, watch } from './harness.mjs';
import { CODES } from './tour.mjs';
import { serve } from './walk.mjs';

/** CSS px: the bar that stays at the top of the article. */
const BAR = 80;
/** ms: only for what never comes. */
const GUARD = 60_000;

let browser;
let site;
let host;
const pages = {};

/** An article with a bar that stays at the top, a link before and after the widget, and text enough to scroll. */
const article = (fragment, lead = 300) => `<!doctype html><html lang="nl"><title>Artikel</title><link rel="icon" href="data:,">
  <style>html { scroll-padding-top: ${BAR + 10}px } body { margin: 0 } iframe { display: block; border: 0 } p { height: ${lead}px; margin: 0 }
    header { position: sticky; top: 0; height: ${BAR}px; background: #eee; z-index: 1 } footer { height: 2000px }</style>
  <header><a id="before" href="#b">voor</a></header><p>Tekst.</p>
  <iframe title="Klantkompas" sandbox="allow-scripts" width="720" height="1400" src="http://127.0.0.1:${site.port}/klantkompas.html#${fragment}"></iframe>
  <a id="after" href="#a">na</a><footer>Meer tekst.</footer>`;

before(async () => {
  [browser, site, host] = await Promise.all([launch(), serve(), serve(pages)]);
  pages['/question'] = article('at=question-1');
  pages['/result'] = article(`k=${CODES.full}&at=result`);
  pages['/text'] = article('at=question-1&view=text');
  pages['/below'] = article('at=question-1', 4000);
});
after(async () => {
  await browser?.close();
  await Promise.all([site?.close(), host?.close()]);
});

async function open(path, { touch = false } = {}) {
  const page = await browser.newPage();
  const problems = watch(page);
  await page.setViewport({ width: 800, height: 700, hasTouch: touch });
  await page.emulateFocusedPage(true);
  await page.evaluateOnNewDocument(() => {
    window.seen = { scrolls: 0, focus: 0 };
    addEventListener('scroll', () => { window.seen.scrolls++; });
    addEventListener('focusin', () => { window.seen.focus++; });
    addEventListener('blur', () => { window.seen.focus++; });
  });
  await page.goto(`http://localhost:${host.port}${path}`);
  const frame = await page.waitForFrame((each) => each.url().includes('/klantkompas.html'));
  await frame.waitForFunction(() => performance.getEntriesByName('kk:settled').length > 0, { polling: 20, timeout: GUARD });
  return { page, frame, reader: createReader(page, { frame, problems }) };
}

const scrollOf = (page) => page.evaluate(() => scrollY);
/** Waits until the article has scrolled beyond a place, and stands still. */
async function settled(page, from) {
  await page.waitForFunction((y) => scrollY !== y, { timeout: GUARD, polling: 20 }, from).catch(async () => {
    const focus = await Promise.all(page.frames().map((each) => each.evaluate(() => [document.hasFocus(), document.activeElement?.outerHTML.slice(0, 80)])));
    assert.fail(`the article stays at ${from}; focus: ${JSON.stringify(focus)}`);
  });
  for (let last = -1, now = await scrollOf(page); now !== last; [last, now] = [now, await scrollOf(page)]) await pause(100);
  return scrollOf(page);
}

/** A swipe of one finger upwards, as the screen tells it. */
async function swipe(page, x, y, distance) {
  await page.touchscreen.touchStart(x, y);
  for (let done = 20; done <= distance; done += 20) {
    await page.touchscreen.touchMove(x, y - done);
    await pause(16);
  }
  await page.touchscreen.touchEnd();
}

/** Places over the widget where a gesture may begin: an option, a button, words, a chart, empty room. */
const PLACES = { '/question': ['fieldset label', 'button[value="nav.next"]', 'h1'], '/result': ['figure', '.k-strip-item', 'h1'], '/text': ['fieldset label', 'h1'] };

for (const [path, selectors] of Object.entries(PLACES)) {
  test(`a wheel over the widget scrolls the article (${path})`, async () => {
    const { page, frame, reader } = await open(path);
    for (const selector of selectors) {
      await page.evaluate(() => scrollTo(0, 0));
      await pause(50);
      await page.evaluate(() => scrollTo(0, 300));
      await pause(100);
      const before = await frame.evaluate(() => JSON.stringify(window.klantkompas.state()));
      const { x, y } = await (await frame.$(selector)).boundingBox();
      const from = await scrollOf(page);
      await page.mouse.move(x + 12, y + 12);
      await page.mouse.wheel({ deltaY: 240 });
      assert.equal(await settled(page, from), from + 240, selector);
      assert.equal(await frame.evaluate(() => JSON.stringify(window.klantkompas.state())), before, 'a gesture is no choice');
    }
    await reader.close();
  });

  test(`a swipe over the widget scrolls the article (${path})`, async () => {
    const { page, frame, reader } = await open(path, { touch: true });
    for (const selector of selectors) {
      await page.evaluate(() => scrollTo(0, 250));
      await pause(100);
      const before = await frame.evaluate(() => JSON.stringify(window.klantkompas.state()));
      const { x, y } = await (await frame.$(selector)).boundingBox();
      const from = await scrollOf(page);
      await swipe(page, x + 12, y + 12, 200);
      assert.ok(await settled(page, from) > from + 120, selector);
      assert.equal(await frame.evaluate(() => JSON.stringify(window.klantkompas.state())), before, 'a gesture is no choice');
    }
    await reader.close();
  });
}

test('keys that scroll scroll the article, also from inside the widget', async () => {
  const { page, frame, reader } = await open('/question');
  await (await frame.$('h1')).click();
  const from = await scrollOf(page);
  await page.keyboard.press('PageDown');
  assert.ok(await settled(page, from) > from);
  await reader.close();
});

test('loading below the fold moves neither scroll nor focus', async () => {
  const { page, frame, reader } = await open('/below');
  await pause(500);
  assert.deepEqual(await page.evaluate(() => ({ ...window.seen, y: scrollY, focus: document.activeElement.localName })), { scrolls: 0, focus: 'body', y: 0 });
  assert.equal(await frame.evaluate(() => document.hasFocus() && document.activeElement !== document.body), false);
  // What reaches the frame from elsewhere is no reader's action either.
  await frame.evaluate(() => { location.hash = 'at=question-5'; });
  await frame.waitForFunction(() => window.klantkompas.state().screen === 'question-5', { polling: 20 });
  assert.deepEqual(await page.evaluate(() => [scrollY, document.activeElement.localName]), [0, 'body']);
  await reader.close();
});

test('a choice and a step leave the article where it is, when the widget is in sight', async () => {
  const { page, reader } = await open('/question');
  await page.evaluate(() => scrollTo(0, 380));
  await reader.choose(levelText(1, 1));
  const place = await scrollOf(page);
  await reader.choose(levelText(1, 2));
  assert.equal(await scrollOf(page), place);
  await reader.press(WORDS.nl.next);
  const top = await page.evaluate(() => document.querySelector('iframe').getBoundingClientRect().top);
  assert.ok(top > -400 && top < 700, 'the widget is still there');
  await reader.close();
});

/** Tabs from one link of the article to the other, through the widget; `at` is asked at each stop in it, `before` each press. */
async function tabThrough({ page, frame }, { from, to, back }, at, before = async () => {}) {
  await page.focus(`#${from}`);
  if (back) await page.keyboard.down('Shift');
  const place = () => page.evaluate(() => document.activeElement.id || document.activeElement.localName);
  for (let i = 0; i < 40 && await place() !== to; i++) {
    await before();
    await page.keyboard.press('Tab');
    // A stop is a named control of the frame: between two presses the page around it may not know yet where focus is.
    if (await place() === 'iframe') await at(await frame.evaluate(() => document.activeElement.value || document.activeElement.id));
  }
  if (back) await page.keyboard.up('Shift');
  assert.equal(await place(), to);
}
const WAYS = [{ from: 'before', to: 'after', back: false }, { from: 'after', to: 'before', back: true }];

test('2.1.2 No keyboard trap: Tab and Shift+Tab go through the frame and out of it, both ways', async () => {
  for (const path of ['/question', '/text']) {
    const { page, frame, reader } = await open(path);
    for (const way of WAYS) {
      const stops = new Set();
      await tabThrough({ page, frame }, way, (control) => stops.add(control));
      assert.ok(stops.size >= 6, `${[...stops]}`);
    }
    await reader.close();
  }
});

test('2.4.11 Focus not obscured: the article’s bar never covers the control with focus', async () => {
  const { page, frame, reader } = await open('/result');
  const boxOf = (/** @type {string} */ control) => frame.evaluate((value) => {
    const el = [...document.querySelectorAll('button, input')].find((each) => each.value === value);
    const { top, bottom } = (el.closest('label') ?? el).getBoundingClientRect();
    return { top, bottom };
  }, control);
  const frameTop = () => page.evaluate(() => document.querySelector('iframe').getBoundingClientRect().top);
  for (const way of WAYS) {
    const stops = [];
    await tabThrough({ page, frame }, way, (control) => stops.push(control));
    assert.ok(stops.length > 10, `${stops}`);
    let next = 0;
    // Each control lies under the bar when Tab comes to it.
    const hide = async () => {
      if (!stops[next]) return;
      const { top } = await boxOf(stops[next++]);
      await page.evaluate((y) => scrollBy(0, y), await frameTop() + top - 10);
    };
    await tabThrough({ page, frame }, way, async (control) => {
      const { bottom } = await boxOf(control);
      // The article scrolls a moment after focus moved.
      for (const end = Date.now() + GUARD; await frameTop() + bottom <= BAR;) {
        assert.ok(Date.now() < end, `${control} stays under the bar`);
        await pause(20);
      }
    }, hide);
  }
  await reader.close();
});
