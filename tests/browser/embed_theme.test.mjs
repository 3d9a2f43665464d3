// The widget takes over theme, accent and font: by its address or from the article, the same in both views, never too faint to
// read, and never as a white box on a dark page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, watch } from './harness.mjs';
import { stage } from './hosts.mjs';
import { serve } from './walk.mjs';

const at = stage({});

/** Colour of a pixel of what is on the screen, as six digits. @param {import('puppeteer-core').Page} page */
async function pixel(page, x, y) {
  const base64 = await page.screenshot({ encoding: 'base64', clip: { x, y, width: 1, height: 1 } });
  return page.evaluate(async (picture) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(picture), (c) => c.charCodeAt(0))]));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value.toString(16).padStart(2, '0')).join('');
  }, base64);
}

/** Colour inside the Start button, beside its words. */
async function startColour({ page, locate }) {
  const box = await (await locate('button', 'Start')).boundingBox();
  return pixel(page, Math.round(box.x) + 9, Math.round(box.y + box.height / 2));
}

for (const [accent, light, dark] of [['b00020', 'b00020', ''], ['7A1FA2', '7a1fa2', ''], ['ffff00', '', 'ffff00']]) {
  test(`accent #${accent} colours both views in both themes`, async () => {
    for (const [theme, expected] of [['light', light], ['dark', dark]]) {
      const colours = [];
      for (const view of ['canvas', 'text']) {
        const reader = await openPage(at.browser, undefined, { fragment: `accent=${accent}&theme=${theme}&view=${view}`, until: 'settled' });
        const warnings = [];
        reader.page.on('console', (message) => warnings.push(message.text()));
        colours.push(await startColour(reader));
        assert.equal(await reader.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'normal', 'unset');
        await reader.close();
      }
      assert.equal(colours[0], colours[1], `${theme}: canvas and document agree`);
      if (expected) assert.equal(colours[0], expected);
      else assert.notEqual(colours[0], accent.toLowerCase(), `${theme}: too faint, so moved`);
    }
  });
}

test('an accent that was moved is said in the console, once', async () => {
  const reader = await openPage(at.browser, undefined, { fragment: 'accent=ffff00', before: () => {
    window.warnings = [];
    console.warn = (text) => window.warnings.push(text);
  } });
  await reader.press('EN');
  await reader.press('NL');
  const warnings = await reader.page.evaluate(() => window.warnings);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /^Klantkompas: accent #ffff00 has too little contrast; #[0-9a-f]{6} is used here\.$/);
  await reader.close();
});

test('what is not an accent or a font changes nothing', async () => {
  const plain = await openPage(at.browser);
  const own = await startColour(plain);
  await plain.close();
  for (const fragment of ['accent=red', 'accent=12345', 'accent=%23ff0000', 'font=%22%3Burl(x)', 'font=a%22b', 'accent=0x1234']) {
    const reader = await openPage(at.browser, undefined, { fragment });
    assert.equal(await startColour(reader), own, fragment);
    assert.equal(await reader.page.evaluate(() => document.documentElement.style.cssText), '', fragment);
    await reader.close();
  }
});

test('a font of the reader’s device is used by canvas and document alike, also when it changes', async () => {
  const reader = await openPage(at.browser, undefined, { fragment: 'font=DejaVu%20Serif' });
  const widths = () => reader.page.evaluate(() => {
    const title = document.querySelector('h1');
    return { family: getComputedStyle(title).fontFamily, lines: title.querySelectorAll('.k-line').length, width: document.querySelector('button[value="nav.start"]').getBoundingClientRect().width };
  });
  const serif = await widths();
  assert.match(serif.family, /^"DejaVu Serif"/);
  await reader.page.evaluate(() => { location.hash = 'font=Liberation%20Mono'; });
  await reader.until(() => /Liberation Mono/.test(getComputedStyle(document.querySelector('h1')).fontFamily));
  const mono = await widths();
  assert.notEqual(mono.width, serif.width, 'the canvas measures anew');
  assert.equal((await reader.state()).view, 'canvas', 'document and canvas have the same widths');
  await reader.close();
});

const DARK = '#1a1b26';
const article = (frame, style = '') => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,">
  <style>body { margin: 0; background: ${DARK}; color: #eee } iframe { display: block; border: 0; width: 720px; height: 700px } ${style}</style>${frame}`;

/** An article with one widget in it, up and running. */
async function visit(markup, { dark = false } = {}) {
  const host = await serve({ '/': markup });
  const page = await at.browser.newPage();
  const problems = watch(page);
  await page.setViewport({ width: 800, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  await page.goto(`http://localhost:${host.port}/`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame.waitForFunction(() => window.klantkompas?.frames() > 0, { polling: 20, timeout: 60_000 });
  return {
    page, frame,
    async close() {
      assert.deepEqual(problems.filter((text) => !text.includes('/klantkompas.html') && !text.includes('embed.js')), []);
      await page.close();
      await host.close();
    },
  };
}

for (const [what, style] of [['dark by its colours', ''], ['dark by color-scheme', ':root { color-scheme: dark }']]) {
  test(`on a page that is ${what} there is no white box`, async () => {
    const src = `${at.widget}#theme=dark`;
    const visitor = await visit(article(`<iframe title="Klantkompas" sandbox="allow-scripts" style="color-scheme:light" src="${src}"></iframe>`, style));
    for (const y of [0, 699]) assert.equal(await pixel(visitor.page, 0, y), DARK.slice(1), 'outside of the rounded surface the page shows');
    assert.equal(await pixel(visitor.page, 360, 60), '151c20', 'the surface is the dark one');
    await visitor.close();
  });
}
