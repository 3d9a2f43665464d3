// Resizer scripts as a page has them, with the options that they have of themselves, around a bare frame and around the one
// that README and "Plaats deze test" give: that one has no origin, which iframe-resizer's `checkOrigin` does not trust.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { snippet, widget } from '../../web/embed/snippets.mjs';
import { openPage, watch } from './harness.mjs';
import { stage } from './hosts.mjs';
import { cases, codeOf, MIXED, QUESTIONS } from './subject.mjs';
import { SCREENS, serve, show } from './walk.mjs';

const read = (path) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');
/** `start` is called with further options as JSON. */
const SCRIPTS = {
  'iframe-resizer 3': { script: read('iframe-resizer-3/js/iframeResizer.js'), start: (more) => `iFrameResize(${more}, 'iframe')` },
  'iframe-resizer 4': { script: read('iframe-resizer/js/iframeResizer.js'), start: (more) => `iFrameResize(${more}, 'iframe')` },
  'iframe-resizer 5': { script: read('@iframe-resizer/parent/index.umd.js'), start: (more) => `iframeResize(Object.assign(${more}, { license: 'GPLv3' }), 'iframe')` },
  'open-iframe-resizer 2': { script: read('@open-iframe-resizer/core/dist/index.umd.cjs'), start: (more) => `iframeResizer.initialize(${more}, 'iframe')` },
};
const WIDTHS = [302, 600];
/** Of columns on phones, and of articles. */
const COLUMNS = [302, 360, 640];
/** What our frame asks for, in px. */
const HEIGHT = Number(widget({ way: 'iframe', address: '', title: '' }).attributes.find(([name]) => name === 'height')[1]);
const CODE = codeOf(MIXED);
const FULL = cases.find(({ id }) => id === 'g06').input;
const at = stage();

/** An article with a frame for each width, and the script. @param {(src: string, index: number) => string} frame */
async function visit({ script, start }, frame, options = {}) {
  const article = await serve({
    '/host.js': script,
    '/': `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,"><style>iframe { width: 100%; border: 0 }</style>
      <script src="/host.js"></script>${WIDTHS.map((width, i) => `<div style="width:${width}px">${frame(at.widget, i)}</div>`).join('')}
      <script>${start(JSON.stringify(options))}</script>`,
  });
  const page = await at.browser.newPage();
  const problems = watch(page);
  await page.setViewport({ width: 1000, height: 2600 });  // all in sight
  await page.goto(`http://localhost:${article.port}/`);
  const frames = await Promise.all((await page.$$('iframe')).map(async (element) => {
    const inside = await element.contentFrame();
    await inside.waitForFunction(() => window.klantkompas?.frames() > 0, { polling: 20, timeout: 60_000 });
    return { element, inside };
  }));
  return {
    frames,
    show: (screen) => Promise.all(frames.map(async ({ inside }) => {
      await inside.evaluate((hash) => { location.hash = hash; }, `k=${CODE}&at=${screen}`);
      await inside.waitForFunction((name) => window.klantkompas.state().screen === name, { polling: 20 }, screen);
    })),
    async close() {
      assert.deepEqual(problems.filter((text) => !/\/host\.js$/.test(text)), []);
      await page.close();
      await article.close();
    },
  };
}

const heights = async ({ element, inside }) => [await element.evaluate((el) => el.clientHeight),
  await inside.evaluate(() => Math.round(document.querySelector('main').getBoundingClientRect().height + document.getElementById('kk-note').offsetHeight))];

/** Waits until each frame is as high as its content. */
async function fitting(frames, what) {
  for (const [i, each] of frames.entries()) {
    for (let tries = 0; ; tries++) {
      const [given, needed] = await heights(each);
      if (Math.abs(given - needed) <= 2) break;
      assert.ok(tries < 300, `${what}, ${WIDTHS[i]} px: the frame is ${given} px high, its content ${needed}`);
      await pause(30);
    }
  }
}

test('hosts 4: a frame that nobody resizes has room for every question and every page of the result, and not much more', async () => {
  const reader = await openPage(at.browser);
  const found = [];
  for (const lang of ['nl', 'en']) {
    for (const code of [CODE, codeOf(FULL)]) {
      for (const screen of [...SCREENS, ...code === CODE ? QUESTIONS.map((_, i) => `question-${i + 1}`) : []]) {
        await show(reader.page, { code, screen, lang, more: '' });
        for (const width of COLUMNS) {
          await reader.page.setViewport({ width, height: 900 });
          await reader.until((wanted) => document.querySelector('main').offsetWidth === wanted && document.querySelector('canvas').style.width === `${wanted}px`, width);
          found.push({ height: await reader.frame.evaluate(() => Math.ceil(document.querySelector('main').getBoundingClientRect().height)), lang, screen, width });
        }
      }
    }
  }
  assert.deepEqual(found.filter(({ height }) => height > HEIGHT), []);
  const highest = Math.max(...found.map(({ height }) => height));
  assert.ok(highest > HEIGHT - 60, `${highest} is what is needed`);
  await reader.close();
});

/** An article that writes down what its frame says. @param {string} attributes */
async function hearing(attributes = '') {
  const article = await serve({ '/': `<!doctype html><title>Artikel</title><link rel="icon" href="data:,"><script>
    heard = [];
    addEventListener('message', ({ data }) => heard.push(data));</script>
    <iframe title="Klantkompas" width="600" height="900" ${attributes} src="${at.widget}"></iframe>` });
  const page = await at.browser.newPage();
  await page.goto(`http://localhost:${article.port}/`);
  const inside = await (await page.$('iframe')).contentFrame();
  await inside.waitForFunction(() => window.klantkompas?.frames() > 0, { polling: 20, timeout: 60_000 });
  const until = (condition, ...args) => page.waitForFunction(condition, { polling: 20, timeout: 60_000 }, ...args);
  return { page, inside, until, close: async () => { await page.close(); await article.close(); } };
}

test('hosts 2: the first height under each name that iframe-resizer gives the frame is its first, and a long name comes back cut', async () => {
  const host = await hearing();
  for (const id of ['a', 'b', 'a', 'x'.repeat(1000)]) {
    for (const kind of ['init', 'resize', 'resize']) {
      await host.page.evaluate((name) => {
        window.heard.length = 0;
        document.querySelector('iframe').contentWindow.postMessage(`[iFrameSizer]${name}:8:false:false:32:true:true:null:bodyOffset`, '*');
      }, id);
      await host.until((name, wanted) => window.heard.some((data) => new RegExp(`^\\[iFrameSizer\\]${name}:\\d+:600:${wanted}$`).test(data)), id.slice(0, 256), kind);
    }
  }
  await host.close();
});

test('hosts 2: a frame without an origin tells an H5P resizer its height at once and, should its script come late, once more', async () => {
  const host = await hearing('sandbox="allow-scripts"');
  await host.until(() => {
    const told = window.heard.filter(({ context, action }) => context === 'h5p' && action === 'resize').map(({ scrollHeight }) => scrollHeight);
    return told.some((height, i) => height > 100 && height === told[i - 1]);  // once more, though it is the same
  });
  assert.ok(!(await host.page.evaluate(() => window.heard.some(({ context, action }) => context === 'h5p' && action === 'hello'))), 'it asks nothing');
  await host.close();
});

const bare = (src, i) => `<iframe id="frame-${i}" title="Klantkompas" src="${src}"></iframe>`;
const ours = (src) => snippet({ way: 'iframe', address: src, title: 'Klantkompas' });
const WAYS = ['question-1', 'intro', 'result', 'steps', 'question-2'];

for (const [name, host] of Object.entries(SCRIPTS)) {
  const trusting = name.startsWith('open');
  test(`hosts 2: ${name} as it is: a bare frame has the height of its content`, async () => {
    const visitor = await visit(host, bare);
    for (const screen of WAYS) {
      await visitor.show(screen);
      await fitting(visitor.frames, screen);
    }
    await visitor.close();
  });
  test(`hosts 2: ${name}${trusting ? ' as it is' : ' told not to check origins'}: our frame too`, async () => {
    const visitor = await visit(host, ours, trusting ? {} : { checkOrigin: false });
    for (const screen of WAYS) {
      await visitor.show(screen);
      await fitting(visitor.frames, screen);
    }
    await visitor.close();
  });
  if (trusting) continue;
  test(`hosts 2: ${name} as it is: our frame stays as it is, and every question has room in it`, async () => {
    const visitor = await visit(host, ours);
    for (const i of QUESTIONS.keys()) {
      await visitor.show(`question-${i + 1}`);
      for (const [at, each] of visitor.frames.entries()) {
        const [given, needed] = await heights(each);
        assert.ok(given === HEIGHT && needed <= HEIGHT, `question ${i + 1}, ${WIDTHS[at]} px: ${given} for ${needed}`);
      }
    }
    await visitor.close();
  });
}
