// Leaving and coming back: the widget's own document resumes exactly, in a file, on a site and in a sandboxed frame; an
// article that is loaded again starts where its address says.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { codeOf, QUESTIONS, SKIPPED, TO_QUESTIONS, WIDGET } from '../subject.mjs';
import { serve, until, use } from '../walk.mjs';

const [FIRST, SECOND, , FOURTH] = QUESTIONS.map(({ id }) => id);
const ANSWERS = { ...SKIPPED.answers, [FIRST]: 2, [SECOND]: 'unknown', [FOURTH]: 1 };
const THREE = codeOf({ answers: { ...ANSWERS, [FOURTH]: null } });
/** Contract 9: what embed.js gives its frame. */
const SANDBOX = 'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';

let site;
let article;
before(async () => {
  const pages = { '/away': '<!doctype html><title>Elders</title><p>Elders' };
  site = await serve(pages);
  pages['/article'] = `<!doctype html><title>Artikel</title><p>Tekst
    <iframe sandbox="${SANDBOX}" allow="clipboard-write" width="720" height="900" src="http://localhost:${site.port}/klantkompas.html#lang=nl"></iframe>`;
  article = `http://127.0.0.1:${site.port}/article`;
});
after(() => site?.close());

const ready = (frame) => until(frame, () => document.getElementById('kk-view.text') && window.klantkompas?.state().tier !== undefined && !document.documentElement.hasAttribute('data-wait'));
const state = (frame) => frame.evaluate(() => window.klantkompas.state());

/** Start, three questions, and on to the fourth. */
async function answerThree(frame) {
  for (const id of [...TO_QUESTIONS, `${FIRST}.l2`, 'nav.next', `${SECOND}.unknown`, 'nav.next', 'nav.skip']) await use(frame, id);
  await until(frame, (code) => location.hash.includes(`k=${code}&at=question-4`), THREE);
  await new Promise((done) => { setTimeout(done, 600); });  // the reader thinks
}

/** @param {{evaluate: (work: any, ...args: any[]) => Promise<any>}} frame */
async function assertResumed(frame) {
  const { screen, answers } = await state(frame);
  assert.equal(screen, 'question-4');
  assert.deepEqual(answers.answers, ANSWERS);
  assert.ok(await frame.evaluate((id) => document.querySelector(`input[value="${id}.l1"]`).checked, FOURTH));
  assert.match(await frame.evaluate(() => location.hash), RegExp(`k=${codeOf({ answers: ANSWERS })}&at=question-4`));
}

async function openArticle(browser) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => addEventListener('pageshow', ({ persisted }) => { window.kept = persisted; }));
  await page.goto(article);
  return page;
}

/** The widget's frame in the open article; a new one after each load. */
async function widgetIn(page) {
  const frame = await page.waitForFrame((each) => each.url().includes('/klantkompas.html'), { timeout: 30_000 });
  await ready(frame);
  return frame;
}

/** The same after going back: puppeteer does not know the frames of a page that comes out of the cache, only those of another process. */
async function widgetAgain(browser) {
  const target = await browser.waitForTarget((each) => each.type() === 'other' && each.url().includes('/klantkompas.html'));
  const session = await target.createCDPSession();
  const evaluate = async (work, ...args) => (await session.send('Runtime.evaluate', { expression: `(${work})(...${JSON.stringify(args)})`, returnByValue: true })).result.value;
  while (!(await evaluate(() => document.getElementById('kk-view.text') && window.klantkompas.state().screen))) await new Promise((done) => { setTimeout(done, 50); });
  return { evaluate };
}

for (const [cache, args] of [['on', []], ['off', ['--disable-features=BackForwardCache']]]) {
  describe(`back/forward cache ${cache}`, () => {
    let browser;
    before(async () => { browser = await launch({ args, siteIsolation: true }); });
    after(() => browser?.close());

    // Not every browser tells of both before it leaves a page, and what Chromium tells last comes too late when it leaves the site.
    const untoldOf = {
      pagehide: () => addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true),
      beforeunload: () => addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true),
    };
    for (const [where, address, untold] of [['a file', () => WIDGET, 'pagehide'], ['a site', () => `http://localhost:${site.port}/klantkompas.html`, 'beforeunload']]) {
      test(`${where}, not told of ${untold}: reload, and away and back`, async () => {
        const reader = await openPage(browser, address(), { before: untoldOf[untold] });
        const { page } = reader;
        await answerThree(page);
        await use(page, `${FOURTH}.l1`);
        await page.reload();
        await ready(page);
        await assertResumed(page);
        for (const level of ['l2', 'l1']) await use(page, `${FOURTH}.${level}`);  // the second is not written at once
        await page.goto(`http://${untold === 'pagehide' ? '127.0.0.1' : 'localhost'}:${site.port}/away`);
        await page.goBack();
        await ready(page);
        await assertResumed(page);
        await use(page, 'nav.back');
        assert.equal((await state(page)).screen, 'question-3');
        await page.close();
      });
    }

    test('an address that somebody changes while a write waits is taken over, and not written over', async () => {
      const reader = await openPage(browser, WIDGET);
      await answerThree(reader.page);
      for (const level of ['l2', 'l1']) await use(reader.page, `${FOURTH}.${level}`);
      await reader.page.evaluate((code) => {
        location.hash = `k=${code}&at=question-2`;
        dispatchEvent(new Event('pagehide'));  // before the page hears that its address changed
      }, THREE);
      await until(reader.page, () => window.klantkompas.state().screen === 'question-2');
      assert.equal((await state(reader.page)).answers.answers[FOURTH], null);
      await reader.close();
    });

    test('a sandboxed frame of another site: reload of the frame', async () => {
      const page = await openArticle(browser);
      const frame = await widgetIn(page);
      assert.equal(await frame.evaluate(() => self.origin), 'null');
      await answerThree(frame);
      await use(frame, `${FOURTH}.l1`);
      await Promise.all([frame.waitForNavigation(), frame.evaluate(() => location.reload())]);
      await assertResumed(await widgetIn(page));
      await page.close();
    });

    for (const [when, wait] of [['at once', 0], ['later', 700]]) {
      test(`article, away ${when}, and back`, async () => {
        const page = await openArticle(browser);
        const frame = await widgetIn(page);
        await answerThree(frame);
        // The address was written for the first of these; the second must not wait for the next time.
        for (const level of ['l2', 'l1']) await use(frame, `${FOURTH}.${level}`);
        await new Promise((done) => { setTimeout(done, wait); });
        await page.goto(`http://127.0.0.1:${site.port}/away`);
        await page.goBack();
        assert.equal(await page.evaluate(() => window.kept), cache === 'on');
        await assertResumed(await widgetAgain(browser));
        await page.close();
      });
    }

    test('reload of the article starts at its src', async () => {
      const page = await openArticle(browser);
      await answerThree(await widgetIn(page));
      await page.reload();
      const again = await widgetIn(page);
      assert.equal((await state(again)).screen, 'intro');
      assert.equal(await again.evaluate(() => location.hash), '#lang=nl');
      await page.close();
    });
  });
}
