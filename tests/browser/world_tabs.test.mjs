// Answers in tabs: two of one page, one that is left and come back to, one that was thrown out of memory.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { launch, openPage } from './harness.mjs';
import { MIXED, QUESTIONS, scoreOf, SKIPPED } from './subject.mjs';
import { answerAll, serve, until, use, wipe } from './walk.mjs';

let browser;
before(async () => { browser = await launch({ webgl: true }); });
after(() => browser?.close());

const FIRST = QUESTIONS[0].id;
const open = () => openPage(browser, undefined, { fragment: 'view=text', until: 'settled' });
const running = (page) => until(page, () => performance.getEntriesByName('kk:settled').length > 0);
/** Also in shadow trees, where the driver does not notice what comes. */
async function find(page, selector) {
  for (let tries = 0; tries < 500; tries++) {
    const found = await page.$(selector);
    if (found) return found;
    await pause(20);
  }
  return assert.fail(`no ${selector}`);
}
const answersIn = async (reader) => (await reader.state()).answers.answers;

test('world, answers: two tabs know nothing of each other; wiped in one is not wiped in the other', async () => {
  const [one, other] = [await open(), await open()];
  await answerAll(one.page, MIXED);
  await use(other.page, 'nav.start');
  assert.deepEqual(await answersIn(other), SKIPPED.answers);
  await other.page.evaluate((hash) => { location.hash = hash; }, 'at=question-1&view=text');
  await until(other.page, () => window.klantkompas.state().screen === 'question-1');
  await use(other.page, `${FIRST}.l3`);
  await until(other.page, () => /[#&]k=/.test(location.hash));
  await wipe(one.page);
  for (const reader of [one, other]) {
    await until(reader.page, (wiped) => /[#&]k=/.test(location.hash) !== wiped, reader === one);
    await reader.page.reload();
    await running(reader.page);
  }
  assert.deepEqual(await answersIn(one), SKIPPED.answers);
  assert.deepEqual(await answersIn(other), { ...SKIPPED.answers, [FIRST]: 3 });
  await one.close();
  await other.close();
});

test('world, answers: left and come back to, where the browser keeps no page: itself, and in an article', async () => {
  const host = await serve({ '/': '<!doctype html><html lang="nl"><title>Artikel</title><iframe title="Klantkompas" sandbox="allow-scripts" src="/klantkompas.html" width="720" height="900"></iframe>' });
  for (const where of ['klantkompas.html', '']) {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${host.port}/${where}`);
    const widget = () => page.frames().at(-1);
    await running(widget());
    // A page that may not be kept is made anew on the way back.
    await page.evaluate(() => { addEventListener('unload', () => {}); window.mark = 1; });
    await answerAll(widget(), MIXED);
    await until(widget(), () => location.hash.includes('at=result'));
    await page.goto('about:blank');
    await page.goBack();
    assert.equal(await page.evaluate(() => window.mark), undefined);
    await page.waitForFunction((count) => document.querySelectorAll('iframe').length === count, {}, where ? 0 : 1);
    await running(widget());
    const { screen, answers } = await widget().evaluate(() => window.klantkompas.state());
    assert.deepEqual([screen, answers.answers], ['result', MIXED.answers]);
    await use(widget(), 'tab.steps');
    assert.equal(await widget().evaluate(() => window.klantkompas.state().screen), 'steps');
    await page.close();
  }
  await host.close();
});

/** A frame that the browser kept is unknown to the driver; all its contexts are told to somebody who comes anew. */
async function insideOf(page) {
  const session = await page.createCDPSession();
  const contexts = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  const [{ frame }] = frameTree.childFrames;
  const { id: contextId } = contexts.find(({ auxData }) => auxData.frameId === frame.id && auxData.isDefault);
  return async (expression) => (await session.send('Runtime.evaluate', { contextId, expression, returnByValue: true, awaitPromise: true })).result.value;
}

/** The picture when nothing is drawn any more: bars may still have been growing. @param {() => Promise<number>} frames  that were drawn */
async function still(page, frames) {
  for (let [count, picture] = [await frames(), await page.screenshot()]; ;) {
    await pause(300);
    const [laterCount, later] = [await frames(), await page.screenshot()];
    if (laterCount === count && later.equals(picture)) return later;
    [count, picture] = [laterCount, later];
  }
}

for (const [what, body] of [['a page of its own', ''], ['an element', '<klant-kompas src="/klantkompas.html"></klant-kompas>'],
  ['a marked frame', '<iframe title="Klantkompas" data-klant-kompas src="/klantkompas.html" width="720" height="900"></iframe>'],
  ['a frame without a script', '<iframe title="Klantkompas" sandbox="allow-scripts" src="/klantkompas.html" width="720" height="900"></iframe>']]) {
  test(`hosts 10: ${what}, kept by the browser while the reader was away: picture, answers, height and port are as they were`, async () => {
    const host = await serve({
      '/embed.js': { body: readFileSync(new URL('../../dist/embed.js', import.meta.url), 'utf8'), type: 'text/javascript' },
      '/': `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,"><body style="margin:0"><script src="/embed.js"></script>${body}`,
    });
    const page = await browser.newPage();
    await page.emulateFocusedPage(true);
    await page.setViewport({ width: 720, height: 1000 });
    await page.evaluateOnNewDocument(() => {
      window.events = [];
      addEventListener('kk-state', ({ detail }) => window.events.push(detail.phase));
      addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; });
    });
    await page.goto(`http://localhost:${host.port}/${body ? '' : 'klantkompas.html'}`);
    const frame = body ? await (await find(page, '>>> iframe')).contentFrame() : page.mainFrame();
    await frame.waitForFunction(() => window.klantkompas?.frames() > 0);
    await answerAll(frame, MIXED);
    await frame.evaluate(() => { document.activeElement.blur(); });
    await pause(600);  // the address is written, and a width that changed was said
    const before = await still(page, () => frame.evaluate(() => window.klantkompas.frames()));
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.goto(`http://127.0.0.1:${host.port}/none`);
    await page.goBack();
    assert.equal(await page.evaluate(() => window.persisted), true);
    for (let tries = 0; !before.equals(await page.screenshot()); tries++) {
      assert.ok(tries < 50, 'the same picture');
      await pause(100);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height);
    const inside = body ? await insideOf(page) : (expression) => page.evaluate(expression);
    assert.deepEqual(await inside('window.klantkompas.result()'), scoreOf(MIXED));
    // The next press works, and is heard of.
    await inside('document.querySelector(\'button[value="tab.steps"]\').click()');
    assert.equal(await inside('window.klantkompas.state().screen'), 'steps');
    assert.equal(await inside('document.documentElement.dataset.view'), 'canvas');
    if (/klant-kompas/.test(body)) {
      await inside('location.hash = "at=question-2"');
      await page.waitForFunction(() => window.events.at(-1) === 'question');
    }
    await page.close();
    await host.close();
  });
}

test('world, answers: a tab that was thrown out of memory comes back as it was', async () => {
  const reader = await open();
  const { page } = reader;
  await answerAll(page, MIXED);
  await until(page, () => location.hash.includes('at=result'));
  const address = page.url();
  await page.close();
  // As browsers do it: the address again, in a process of its own, and nothing of the old one.
  const again = await openPage(browser, address, { until: 'settled' });
  const { screen, answers } = await again.state();
  assert.deepEqual([screen, answers.answers], ['result', MIXED.answers]);
  await again.close();
});
