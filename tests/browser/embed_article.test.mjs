// The sample article with the widget below the fold: it is loaded when the reader comes near, nothing shifts, and it takes the
// article's colours, font and language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { launch } from './harness.mjs';

/** Adds up the layout shifts that readers see. */
function shifts() {
  window.shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.shift += value; })).observe({ type: 'layout-shift', buffered: true });
}

for (const [theme, accent] of [['light', '#0b5a6b'], ['dark', '#6fc7d6']]) {
  test(`dist/article.html, ${theme}: no layout shift, the height of its content, the colours of the article`, async () => {
    const [browser, server] = await Promise.all([launch(), serve(0)]);
    try {
      const page = await browser.newPage();
      await page.setViewport({ width: 900, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await page.evaluateOnNewDocument(shifts);
      await page.goto(`http://localhost:${server.address().port}/article.html`);
      await page.evaluate(() => document.querySelector('klant-kompas').scrollIntoView());
      const frame = await (await page.waitForSelector('klant-kompas iframe')).contentFrame();
      await frame.waitForFunction(() => window.klantkompas?.frames() > 0 && innerHeight === document.documentElement.scrollHeight, { polling: 20 });
      assert.equal(await page.evaluate(() => window.shift), 0);
      assert.equal(await page.$eval('klant-kompas iframe', (el) => el.getAttribute('sandbox')),
        'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox');
      const look = await frame.evaluate(() => ({
        theme: document.documentElement.dataset.theme, lang: document.documentElement.lang,
        accent: document.documentElement.style.getPropertyValue('--kk-accent'), font: document.documentElement.style.getPropertyValue('--kk-font').split(',')[0],
      }));
      assert.deepEqual(look, { theme, lang: 'nl', accent, font: '"Charter"' });
    } finally {
      await browser.close();
      server.close();
      server.closeAllConnections();
    }
  });
}
