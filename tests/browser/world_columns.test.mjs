// The element in columns of every kind, in Firefox and WebKitGTK: each engine has its own word for "as wide as there is room".
// Chromium: embed_hosts, world_random.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { OTHERS, startEngine } from './engines.mjs';
import { COLUMNS } from './hosts.mjs';
import { codeOf, MIXED, scoreOf, WIDGET } from './subject.mjs';
import { serve } from './walk.mjs';

const WIDTHS = [700, 260];
const script = readFileSync(new URL('../../dist/embed.js', import.meta.url), 'utf8');

for (const name of OTHERS) {
  test(`world 9: columns in ${name}: filled, and none made wider; the first frame runs, in the page’s language and with the height of its content`, async () => {
    const engine = await startEngine(name);
    const boxes = WIDTHS.flatMap((width) => Object.entries(COLUMNS).map(([kind, style]) => {
      const inner = /float|inline|table/.test(kind);
      return `<div class="box" data-kind="${kind}, ${width} px" style="width:${width}px;${inner ? '' : style}"><div style="${inner ? style : 'display:contents'}"><klant-kompas src="/klantkompas.html"></klant-kompas></div></div>`;
    }));
    const host = await serve({
      '/embed.js': { body: script, type: 'text/javascript' },
      '/latin.html': { body: readFileSync(WIDGET), type: 'text/html; charset=iso-8859-1' },
      '/': `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>Article</title><style>body { margin: 0 }</style><script>window.ready = 0; addEventListener('kk-ready', () => window.ready++);</script>
        <script src="/embed.js" defer></script>${boxes.join('')}`,
    });
    try {
      const reader = await engine.open();
      const { page } = reader;
      await page.goto(`http://localhost:${host.port}/`);
      await reader.until(() => window.ready > 0);
      const found = await page.evaluate(() => [...document.querySelectorAll('.box')].map((box) => {
        const element = box.querySelector('klant-kompas');
        return [box.dataset.kind, ...[box, element, element.shadowRoot.querySelector('iframe')].map((each) => Math.round(each.getBoundingClientRect().width))];
      }));
      assert.deepEqual(found, WIDTHS.flatMap((width) => Object.keys(COLUMNS).map((kind) => [`${kind}, ${width} px`, width, width, width])));
      // The widget is of the same site, but its sandbox makes it another: it is looked at by what it told.
      await reader.until(() => document.querySelector('klant-kompas').link.asked > 300);  // which frame is ready first is open
      const { asked, given, lang } = await page.evaluate(() => {
        const { link } = document.querySelector('klant-kompas');
        return { asked: link.asked, given: link.frame.clientHeight, lang: link.lang };
      });
      assert.equal(given, asked);
      assert.equal(lang, 'en-US');
      // World 6: a server that names another charset loses against the page's byte order mark.
      await page.goto(`http://localhost:${host.port}/latin.html#k=${codeOf(MIXED)}&at=result`);
      await reader.until(() => performance.getEntriesByName('kk:settled').length > 0);
      assert.deepEqual(await page.evaluate(() => window.klantkompas.result()), scoreOf(MIXED));
      await page.close();
    } finally {
      await engine.close();
      await host.close();
    }
  });
}
