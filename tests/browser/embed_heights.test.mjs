// The frame is as high as its content under every resizer script: at first, when the content grows or shrinks, and at any
// width; with two frames on a page, with the script there early or late, and whatever the article's styles say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { watch } from './harness.mjs';
import { HOSTILE, HOSTS, articleWith, listenIn, stage } from './hosts.mjs';
import { answersBy, codeOf } from './subject.mjs';
import { serve, use } from './walk.mjs';

const WIDTHS = [240, 320, 480, 600, 720, 900, 1280];

const at = stage();

/** Opens an article with two widgets that are up and running. */
async function visit(name, how = {}) {
  const host = HOSTS[name];
  const pages = { '/host.js': host.script };
  const article = await serve(pages);
  pages['/'] = articleWith(host, at.widget, how);
  const page = await at.browser.newPage();
  const problems = watch(page);
  await page.setViewport({ width: 1300, height: 1000 });
  await page.evaluateOnNewDocument(listenIn);
  await page.goto(`http://localhost:${article.port}/`, { waitUntil: 'load' });
  if (name === 'embed.js, element' && how.late) await page.addScriptTag({ content: host.script });
  // A lazy frame far below the fold is loaded when the reader comes near.
  for (let i = 0; i < 2; i++) await page.evaluate((index) => document.querySelectorAll('.column')[index].scrollIntoView(), i);
  await page.waitForFunction(() => [...document.querySelectorAll('iframe, klant-kompas')].filter((each) => each.shadowRoot?.querySelector('iframe') ?? each.localName === 'iframe').length === 2);
  const frames = await Promise.all((await page.$$('>>> iframe')).map(async (element) => {
    const frame = await element.contentFrame();
    await frame.waitForFunction(() => document.documentElement.dataset.view === 'canvas', { polling: 20 });
    return { element, frame };
  }));
  await page.evaluate(() => scrollTo(0, 0));
  if (how.late && name !== 'embed.js, element') {
    await page.addScriptTag({ content: host.script });
    if (host.start) await page.evaluate(host.start);
  }
  return {
    page, frames, host,
    async close() {
      assert.deepEqual(problems.filter((text) => !/\/host\.js$/.test(text)), []);
      await page.close();
      await article.close();
    },
  };
}

/** What a frame is given and what it needs. */
const measured = async ({ element, frame }) => ({
  given: await element.evaluate((el) => el.clientHeight - parseFloat(getComputedStyle(el).paddingTop) - parseFloat(getComputedStyle(el).paddingBottom)),
  ...await frame.evaluate(() => {
    const { dataset, scrollHeight, clientHeight } = document.documentElement;
    const note = dataset.view === 'canvas' ? document.getElementById('kk-note').offsetHeight : 0;
    return { content: document.querySelector('main').getBoundingClientRect().height + note, scroll: scrollHeight, client: clientHeight };
  }),
});

/** Waits until a frame has the height of its content, as its host may give it, and nothing to scroll inside. */
async function fitting({ host }, each, what) {
  const [least, most] = host.clamp ?? [0, 1e6];
  for (const start = Date.now(); ;) {
    const { given, content, scroll, client } = await measured(each);
    const right = content > 100 && Math.abs(given - Math.min(Math.max(content, least), most)) <= 2;
    if (right && (content > most || scroll <= client)) return content;
    assert.ok(Date.now() - start < 60_000, `${what}: the frame is ${given} px high, its content ${content}; ${scroll} in ${client}`);
    await pause(30);
  }
}

const go = (frame, hash) => frame.evaluate((to) => { location.hash = to; }, hash);

for (const name of Object.keys(HOSTS)) {
  for (const late of [false, true]) {
    test(`${name}, ${late ? 'late' : 'early'}: two frames get their first height, grow and shrink`, async () => {
      const visitor = await visit(name, { late });
      const first = [];
      for (const [index, each] of visitor.frames.entries()) first.push(await fitting(visitor, each, `frame ${index}, first`));
      const [above, below] = visitor.frames;
      const keep = name === 'WordPress' ? '#?secret=aB3dE5fG7h' : '';
      // In view and below the fold: a longer screen, then a shorter one, then text view.
      await use(above.frame, 'nav.start');
      await use(above.frame, 'nav.skip');
      const grown = await fitting(visitor, above, 'a question');
      assert.notEqual(grown, first[0]);
      await go(below.frame, `k=${codeOf(answersBy(() => 2))}&at=result`);
      const result = await fitting(visitor, below, 'the result');
      assert.ok(result > first[1] + 50, 'the result is longer');
      await go(below.frame, 'at=modules-words');
      const short = await fitting(visitor, below, 'an announcement');
      assert.ok(short < first[1] - 50, 'the announcement is shorter');
      await use(above.frame, 'view.text');
      await fitting(visitor, above, 'a question in text view');
      await go(above.frame, `k=${codeOf(answersBy(() => 2))}&at=steps${keep}`);
      await fitting(visitor, above, 'steps in text view');
      await visitor.close();
    });
  }

  test(`${name}: at most two height messages for each width, and 100 fast changes end right`, async () => {
    const visitor = await visit(name);
    const { page, frames } = visitor;
    const resize = (width) => page.evaluate((w) => {
      window.heights.length = 0;
      for (const column of document.querySelectorAll('.column')) column.style.width = `${w}px`;
    }, width);
    await page.setViewport({ width: 1300, height: 4600 });  // both in view
    for (const width of WIDTHS) {
      await resize(width);
      for (const each of frames) await fitting(visitor, each, `${width} px`);
      await pause(150);
      const heights = await page.evaluate(() => window.heights);
      for (const one of heights) {
        const same = heights.filter(({ format, frame }) => format === one.format && frame === one.frame);
        assert.ok(same.length <= (one.format === 'own' ? 4 : 2), `${width} px: ${JSON.stringify(same)}`);  // ports are not told apart
      }
    }
    await page.evaluate(async () => {
      const columns = document.querySelectorAll('.column');
      for (let i = 0; i < 100; i++) {
        for (const column of columns) column.style.width = `${260 + ((i * 137) % 900)}px`;
        await new Promise((done) => { setTimeout(done, i % 7); });
      }
      for (const column of columns) column.style.width = '560px';
    });
    for (const each of frames) {
      await each.frame.waitForFunction(() => innerWidth === 560, { polling: 20 });
      await fitting(visitor, each, 'after 100 changes');
    }
    await visitor.close();
  });
}

test('embed.js gives the height whatever the article’s styles say', async () => {
  const visitor = await visit('embed.js, element', { style: HOSTILE });
  for (const each of visitor.frames) await fitting(visitor, each, 'hostile styles');
  const [{ element, frame }] = visitor.frames;
  const style = await element.evaluate((el) => {
    const { paddingTop, borderTopWidth, transitionDuration, boxSizing } = getComputedStyle(el);
    return { paddingTop, borderTopWidth, transitionDuration, boxSizing };
  });
  assert.deepEqual(style, { paddingTop: '0px', borderTopWidth: '0px', transitionDuration: '0s', boxSizing: 'content-box' });
  await use(frame, 'nav.start');
  await fitting(visitor, visitor.frames[0], 'an announcement under hostile styles');
  await visitor.close();
});
