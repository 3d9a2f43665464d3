// Leaving and coming back: the widget's own document resumes exactly, in a file, on a site and in a sandboxed frame; an
// article that is loaded again starts where its address says.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, openPage, WIDGET } from './harness.mjs';
import { codeOf, serve, until, use } from './walk.mjs';

const ANSWERS = { q1: 3, q2: 'unknown', q3: null, q4: 1, q5: null, q6: null, q7: null, q8: null, q9: null };
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
const written = (frame) => until(frame, () => location.hash.includes('.3x-1') && location.hash.includes('at=question-4'));

/** Start, three questions, and an answer to the fourth. */
async function answerFour(frame) {
  for (const id of ['nav.start', 'nav.skip', 'q1.l3', 'nav.next', 'q2.unknown', 'nav.next', 'nav.skip', 'q4.l1']) await use(frame, id);
}

async function assertResumed(frame) {
  const { screen, answers } = await state(frame);
  assert.equal(screen, 'question-4');
  assert.deepEqual(answers.answers, ANSWERS);
  assert.ok(await frame.$eval('input[value="q4.l1"]', (el) => el.checked));
  assert.match(await frame.evaluate(() => location.hash), RegExp(`k=${codeOf({ answers: ANSWERS })}&at=question-4`));
}

/** The widget's frame in the open article; a new one after each load. */
async function widgetIn(page) {
  const frame = await page.waitForFrame((each) => each.url().includes('/klantkompas.html'), { timeout: 5000 });
  await ready(frame);
  return frame;
}

async function openArticle(browser) {
  const page = await browser.newPage();
  await page.goto(article);
  return page;
}

for (const [cache, args] of [['on', []], ['off', ['--disable-features=BackForwardCache']]]) {
  describe(`back/forward cache ${cache}`, () => {
    let browser;
    before(async () => { browser = await launch({ args }); });
    after(() => browser?.close());

    for (const [where, address] of [['a file', () => WIDGET], ['a site', () => `http://localhost:${site.port}/klantkompas.html`]]) {
      test(`${where}: reload, and away and back`, async () => {
        const reader = await openPage(browser, address());
        const { page } = reader;
          await answerFour(page);
        await written(page);
        await page.reload();
        await ready(page);
        await assertResumed(page);
        await page.goto(`http://127.0.0.1:${site.port}/away`);
        await page.goBack();
        await ready(page);
        await assertResumed(page);
        await use(page, 'nav.next');
        assert.equal((await state(page)).screen, 'question-5');
        await page.close();
      });
    }

    test('a sandboxed frame of another site: reload of the frame', async () => {
      const page = await openArticle(browser);
      const frame = await widgetIn(page);
      assert.equal(await frame.evaluate(() => self.origin), 'null');
      await answerFour(frame);
      await written(frame);
      await Promise.all([frame.waitForNavigation(), frame.evaluate(() => location.reload())]);
      await assertResumed(await widgetIn(page));
      await page.close();
    });

    test('article, away at once, and back', async () => {
      const page = await openArticle(browser);
      await answerFour(await widgetIn(page));
      await page.goto(`http://127.0.0.1:${site.port}/away`);
      await page.goBack();
      await assertResumed(await widgetIn(page));
      await page.close();
    });

    test('article, away later, and back', async () => {
      const page = await openArticle(browser);
      const frame = await widgetIn(page);
      await answerFour(frame);
      await written(frame);
      await page.goto(`http://127.0.0.1:${site.port}/away`);
      await page.goBack();
      await assertResumed(await widgetIn(page));
      await page.close();
    });

    test('reload of the article starts at its src', async () => {
      const page = await openArticle(browser);
      const frame = await widgetIn(page);
      await answerFour(frame);
      await written(frame);
      await page.reload();
      const again = await widgetIn(page);
      assert.equal((await state(again)).screen, 'intro');
      assert.equal(await again.evaluate(() => location.hash), '#lang=nl');
      await page.close();
    });
  });
}
