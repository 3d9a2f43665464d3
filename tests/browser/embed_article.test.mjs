// The sample article with the widget below the fold: it is loaded when the reader comes near, nothing shifts, and it takes the
// article's colours, font and language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { snippet } from '../../web/embed/snippets.mjs';
import { launch } from './harness.mjs';
import { questionnaire } from './subject.mjs';
import { serve as serveArticle } from './walk.mjs';

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
      const frame = await (await page.waitForSelector('klant-kompas >>> iframe')).contentFrame();
      await frame.waitForFunction(() => window.klantkompas?.frames() > 0 && innerHeight === document.documentElement.scrollHeight, { polling: 20, timeout: 60_000 });
      assert.equal(await page.evaluate(() => window.shift), 0);
      assert.equal(await page.$eval('klant-kompas >>> iframe', (el) => el.getAttribute('sandbox')),
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

for (const lang of ['nl', 'en']) {
  test(`the room that the script's code keeps is enough from 320 px upwards, in view and with text below it (${lang})`, async (t) => {
    const pages = {};
    const [browser, server, host] = await Promise.all([launch(), serve(0), serveArticle(pages)]);
    try {
      const code = snippet({ way: 'script', address: `http://127.0.0.1:${server.address().port}/klantkompas.html`, title: questionnaire.title[lang], lang });
      pages['/'] = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Artikel</title>
        <link rel="icon" href="data:,"><style>body { max-width: 720px; margin: 16px auto; padding: 0 16px }</style>${code}<p>Tekst eronder.</p>`;
      const heights = [];
      for (const width of [320, 344, 360, 375, 390, 414, 430, 480, 540, 600, 640, 720, 768, 900, 1280]) {
        const page = await browser.newPage();
        await page.setViewport({ width, height: 1400 });
        await page.evaluateOnNewDocument(shifts);
        await page.goto(`http://localhost:${host.port}/`);
        const kept = await page.$eval('klant-kompas', (el) => el.offsetHeight);
        const element = await page.waitForSelector('klant-kompas >>> iframe');
        const frame = await element.contentFrame();
        await frame.waitForFunction(() => window.klantkompas?.frames() > 0 && innerHeight === document.documentElement.scrollHeight, { polling: 20, timeout: 60_000 });
        const height = await element.evaluate((el) => el.offsetHeight);
        heights.push(`${width}: ${height} of ${kept}`);
        assert.equal(await page.evaluate(() => window.shift), 0, heights.at(-1));
        // Once the reader makes it another height, that is all the room it has.
        await frame.evaluate(() => document.querySelector('button[value="nav.start"]').click());
        await page.waitForFunction((before) => {
          const { offsetHeight } = document.querySelector('klant-kompas').shadowRoot.querySelector('iframe');
          return offsetHeight !== before && offsetHeight === document.querySelector('klant-kompas').offsetHeight;
        }, { polling: 20, timeout: 60_000 }, height);
        await page.close();
      }
      t.diagnostic(heights.join(', '));
    } finally {
      await browser.close();
      server.close();
      server.closeAllConnections();
      await host.close();
    }
  });
}
