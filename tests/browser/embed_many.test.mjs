// Forty widgets in one article, scrolled through and back: each is drawn when it is in sight, few graphics contexts are alive at
// any time, and no answer is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch } from './harness.mjs';
import { serve } from './walk.mjs';

const COUNT = 40;
const MOST_CONTEXTS = 12;

/** Keeps every graphics context that is made. */
function collect() {
  const { getContext } = HTMLCanvasElement.prototype;
  window.contexts = new Set();
  HTMLCanvasElement.prototype.getContext = function context(type, ...rest) {
    const made = getContext.call(this, type, ...rest);
    if (type === 'webgl' && made) window.contexts.add(made);
    return made;
  };
}

test('forty widgets on one page are drawn when in sight, with few contexts and all answers', async (t) => {
  const [browser, site] = await Promise.all([launch({ webgl: true }), serve()]);
  const frameAt = (_, i) => `<iframe title="Klantkompas ${i}" sandbox="allow-scripts" width="720" height="600" style="display:block"
    src="http://127.0.0.1:${site.port}/klantkompas.html#at=question-${(i % 9) + 1}"></iframe>`;
  const host = await serve({ '/': `<!doctype html><title>Artikel</title><link rel="icon" href="data:,">${Array.from({ length: COUNT }, frameAt).join('')}` });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 800, height: 900 });
    await page.evaluateOnNewDocument(collect);
    await page.goto(`http://localhost:${host.port}/`, { waitUntil: 'load' });
    const frames = await Promise.all((await page.$$('iframe')).map((element) => element.contentFrame()));
    const live = async () => (await Promise.all(frames.map((frame) => frame.evaluate(() => [...window.contexts].filter((each) => !each.isContextLost()).length))))
      .reduce((sum, count) => sum + count, 0);
    const chosen = (frame) => frame.evaluate(() => Object.values(window.klantkompas.state().answers.answers).filter((level) => level === 2).length);
    let most = 0;
    for (const back of [false, true]) {
      for (let step = 0; step < COUNT; step++) {
        const i = back ? COUNT - 1 - step : step;
        await page.evaluate((n) => document.querySelectorAll('iframe')[n].scrollIntoView(), i);
        await frames[i].waitForFunction(() => window.klantkompas?.state().view === 'canvas' && document.querySelector('canvas').width > 300, { polling: 20, timeout: 60_000 });
        if (!back) await frames[i].evaluate(() => document.querySelectorAll('input')[2].click());
        assert.equal(await chosen(frames[i]), 1, `the answer of widget ${i}`);
        most = Math.max(most, await live());
      }
    }
    assert.ok(most >= 1 && most <= MOST_CONTEXTS, `${most} contexts are alive`);
    const memory = await Promise.all(frames.map((frame) => frame.evaluate(() => performance.memory?.usedJSHeapSize ?? 0)));
    // Frames of one site share a process: each of them is told the sum.
    t.diagnostic(`${most} contexts at most; ${(Math.max(...memory) / 1e6).toFixed(1)} MB of JavaScript heap for all ${COUNT}, and at most 16 MB of WASM memory each`);
  } finally {
    await browser.close();
    await Promise.all([site.close(), host.close()]);
  }
});
