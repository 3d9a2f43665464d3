// A page that arrives damaged, without scripts, saved, or where it has no address: one true sentence, no dead button, and
// answers that are neither lost nor ghosts.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ENGINES, startEngine } from './engines.mjs';
import { questionText, walk } from './flow.mjs';
import { createReader, launch, openPage } from './harness.mjs';
import { codeOf, firstOf, MIXED, QUESTIONS, scoreOf, SKIPPED, WIDGET } from './subject.mjs';
import { until, use, wipe } from './walk.mjs';

const PAGE = readFileSync(WIDGET);
const TEXT = PAGE.toString();
const NO_SCRIPT = 'Een script van deze pagina kwam niet aan of mag hier niet draaien; daarom is hier geen uitslag.';
const NO_WASM = 'Het rekendeel van het kompas kan hier niet starten. Je kunt de vragen wel lezen.';
const CODE = codeOf(MIXED);

let browser;
let folder;
let port;
let server;
/** What the server gives, by path. @type {Record<string, {body: string | Buffer, type?: string, headers?: Record<string, string>}>} */
const served = {};
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), 'klantkompas-pages-'));
  server = createServer(({ url = '' }, answer) => {
    const { body = '', type = 'text/html; charset=utf-8', headers = {} } = served[url] ?? {};
    answer.writeHead(url in served ? 200 : 404, { 'content-type': type, ...headers });
    answer.end(body);
  });
  await new Promise((done) => { server.listen(0, done); });
  server.unref().on('connection', (socket) => socket.unref());
  ({ port } = server.address());
});
after(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const file = (name, text) => {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, text);
  return path;
};
const openServed = (what, options) => {
  served['/page.html'] = what;
  return openPage(browser, `http://localhost:${port}/page.html`, { guard: false, ...options });
};
/** What can be seen of a page, also where no script of it runs. */
const seen = async (page) => {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const of = (role) => nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name?.value ?? '');
  return { text: of('StaticText').join(' '), buttons: of('button') };
};
/** All questions can be read, one sentence says why there is no more, and there is no button that does nothing. */
async function isPlain(page, sentence = NO_SCRIPT) {
  const { text, buttons } = await seen(page);
  assert.ok(text.includes(sentence), `no sentence: ${text.slice(0, 300)}`);
  QUESTIONS.forEach((_, i) => assert.ok(text.includes(questionText(i + 1)), `question ${i + 1}`));
  assert.deepEqual(buttons, []);
}

describe('world 6: a page that arrives damaged', () => {
  for (const type of ['text/html; charset=iso-8859-1', 'text/html; charset=windows-1252', 'text/html; charset=us-ascii', 'text/html; charset=utf-16le', 'text/html']) {
    test(`world 6: served as ${type}, it works`, async () => {
      const reader = await openServed({ body: PAGE, type }, { fragment: `k=${CODE}&at=result` });
      assert.deepEqual(await reader.result(), scoreOf(MIXED));
      await reader.page.close();
    });
  }
  test('world 6: its bytes read as another charset all the same: the sentence', async () => {
    const body = Buffer.from(PAGE.toString('latin1').slice(3), 'utf8');  // a proxy that wrote them anew
    const reader = await openServed({ body }, { until: 'interactive' });
    await until(reader.page, () => document.documentElement.dataset.plain !== undefined || !document.getElementById('kk-note').hidden);
    assert.deepEqual((await seen(reader.page)).buttons, []);
    assert.match((await seen(reader.page)).text, /Een script van deze pagina kwam niet aan|Het rekendeel van het kompas/);
    await reader.page.close();
  });
  for (const share of [0.5, 0.8, 0.97, 0.999]) {
    test(`world 6: cut after ${share} of its bytes`, async () => {
      const reader = await openServed({ body: PAGE.subarray(0, Math.floor(PAGE.length * share)) }, { until: 'interactive' });
      await isPlain(reader.page);
      await reader.page.close();
    });
  }
  test('world 6: cut anywhere behind its first script, there is a sentence and no dead button', async () => {
    const from = TEXT.indexOf('<main');
    const to = TEXT.indexOf('id="kk-wasm"');
    for (let i = 1; i < 8; i++) {
      const reader = await openServed({ body: TEXT.slice(0, from + Math.floor(((to - from) * i) / 8)) }, { until: 'interactive' });
      const { text, buttons } = await seen(reader.page);
      assert.ok(text.includes(NO_SCRIPT), `part ${i}`);
      assert.deepEqual(buttons, []);
      await reader.page.close();
    }
  });
  const renamed = (html) => html.replaceAll('<script>', '<script type="a1b2-text/javascript">');
  for (const [what, html] of [
    ['an optimiser renamed its scripts', () => renamed(TEXT)],
    ['an optimiser renamed its second script', () => TEXT.replace(/<script>(?![^]*<script>)/, '<script type="a1b2-text/javascript">')],
    ['an optimiser squeezed its scripts', () => TEXT.replaceAll('<script>', '<script> ')],
    ['an optimiser squeezed its second script', () => TEXT.replace(/<script>(?![^]*<script>)/, '<script> ')],
  ]) {
    test(`world 6: ${what}`, async () => {
      const reader = await openServed({ body: html() }, { until: 'loaded' });
      await isPlain(reader.page);
      await reader.page.close();
    });
  }
  for (const [what, late] of [['scripts', renamed], ['the second script', (html) => html.replace(/<script>(?![^]*<script>)/, '<script type="a1b2-text/javascript">')]]) {
    test(`world 6: ${what} that an optimiser runs late: all works, and the sentence goes`, async () => {
      const body = late(TEXT).replace(/content="default-src[^"]*"/, 'content=""');
      const reader = await openServed({ body }, { until: 'loaded' });
      await isPlain(reader.page);
      await reader.page.evaluate(() => {
        for (const old of document.querySelectorAll('script[type$="text/javascript"]')) old.replaceWith(Object.assign(document.createElement('script'), { text: old.text }));
        dispatchEvent(new Event('DOMContentLoaded'));
      });
      await until(reader.page, () => window.klantkompas?.frames() > 0);
      assert.ok(!(await seen(reader.page)).text.includes(NO_SCRIPT), 'the sentence stays');
      await walk(reader, MIXED);
      assert.deepEqual(await reader.result(), scoreOf(MIXED));
      await reader.page.evaluate(() => document.querySelector('[value="view.text"]').click());
      const hidden = await reader.page.$$eval('main button', (all) => all.filter((el) => !el.checkVisibility()).map((el) => el.value));
      assert.deepEqual(hidden, [], 'in text view too');
      await reader.page.close();
    });
  }
  for (const [what, policy] of [["a proxy's policy without our scripts", "script-src 'self'; style-src 'self' 'unsafe-inline'"], ['sandbox without scripts', 'sandbox']]) {
    test(`world 6: ${what}`, async () => {
      const reader = await openServed({ body: PAGE, headers: { 'content-security-policy': policy } }, { until: 'loaded' });
      await isPlain(reader.page);
      await reader.page.close();
    });
  }
  test('world 6: a policy without our scripts and styles: the sentence, and no dead button', async () => {
    const reader = await openServed({ body: PAGE, headers: { 'content-security-policy': "default-src 'self'" } }, { until: 'loaded' });
    const { text, buttons } = await seen(reader.page);
    assert.ok(text.includes(NO_SCRIPT));
    assert.deepEqual(buttons, []);
    await reader.page.close();
  });
  test('world 6: a frame whose sandbox allows no scripts', async () => {
    served['/page.html'] = { body: PAGE };
    served['/article.html'] = { body: '<!doctype html><title>Artikel</title><iframe sandbox src="/page.html" width="720" height="4000"></iframe>' };
    const reader = await openPage(browser, `http://localhost:${port}/article.html`, { until: 'loaded', guard: false });
    const [frame] = reader.page.mainFrame().childFrames();
    assert.ok(await frame.$eval('#kk-off', (el) => el.checkVisibility()));
    assert.equal(await frame.$$eval('button', (all) => all.filter((el) => el.checkVisibility()).length), 0);
    assert.equal(await frame.$$eval('h1', (all) => all.filter((el) => el.checkVisibility()).length), QUESTIONS.length + 1 + await frame.$$eval('#kk-modules-words h1', (all) => all.length));
    await reader.page.close();
  });
  for (const width of [320, 720]) test(`world 6: JavaScript off, at ${width} px`, async () => {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.setJavaScriptEnabled(false);
    await page.goto(`file://${WIDGET}`);
    await isPlain(page);
    await createReader(page).screenshot(`no-script-${width}`);
    await page.close();
  });
  test('world 6: an optimiser minified the HTML', async () => {
    // As html-minifier does with its usual options: blank space, quotes and comments go.
    const body = TEXT.replace(/<(script|style)[^]*?<\/\1>|>\s+</g, (part, name) => (name ? part : '><')).replace(/ (class|id|value|name|type|dir)="([\w-]+)"/g, ' $1=$2');
    const reader = await openServed({ body }, { fragment: `k=${CODE}&at=result` });
    assert.deepEqual(await reader.result(), scoreOf(MIXED));
    await reader.page.close();
    const squeezed = TEXT.replace(/(id="kk-wasm">)([^]*?)(<\/script>)/, (_, a, wasm, b) => a + wasm.replace(/\s+/g, ' ').trim() + b);
    const broken = await openServed({ body: squeezed }, { until: 'settled' });
    await isPlain(broken.page, NO_WASM);
    await broken.page.close();
  });
});

describe('hosts 12, 13: saved pages', () => {
  const shot = async (reader) => {
    const session = await reader.page.createCDPSession();
    return (await session.send('Page.captureSnapshot', { format: 'mhtml' })).data;
  };
  for (const at of ['intro', 'question-4', 'result', 'steps']) {
    test(`hosts 12: ${at} saved as MHTML can be read`, async () => {
      const reader = await openPage(browser, undefined, { fragment: `k=${CODE}&at=${at}` });
      const heading = await reader.frame.evaluate(() => document.querySelector('h1').textContent);
      const path = join(folder, `${at}.mhtml`);
      writeFileSync(path, await shot(reader));
      await reader.close();
      const page = await browser.newPage();
      await page.setViewport({ width: 720, height: 900 });
      await page.goto(`file://${path}`);
      const look = () => [...document.querySelectorAll('main :is(h1, p:not(.k-probe *), td, label)')].map((el) => ({ text: el.textContent, color: getComputedStyle(el).color, ...el.getBoundingClientRect().toJSON() }))
        .filter(({ text, width }) => text.trim() && width > 2);
      const all = await page.evaluate(look);
      assert.ok(all.some(({ text }) => text === heading));
      assert.deepEqual(all.filter(({ color }) => color === 'rgba(0, 0, 0, 0)'), []);
      if (at === 'result') assert.ok(await page.$$eval('td', (cells) => cells.filter((cell) => cell.getBoundingClientRect().width > 2).length) > 3, 'the table behind a figure is there');
      await createReader(page).screenshot(`mhtml-${at}`);
      await page.close();
    });
  }
  for (const view of ['canvas', 'text']) {
    test(`hosts 13: a saved document has its answers (${view})`, async () => {
      const reader = await openPage(browser, undefined, { fragment: `k=${CODE}&at=steps&view=${view}`, until: 'settled' });
      await use(reader.page, 'tab.result');
      await until(reader.page, () => location.hash.includes('at=result'));
      const html = await reader.frame.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`);
      await reader.close();
      const again = await openPage(browser, file(`saved-${view}`, html), { until: 'settled', guard: false });  // its policy takes the old places away, aloud
      await again.until(() => window.klantkompas.state().screen === 'result');
      assert.deepEqual(await again.result(), scoreOf(MIXED));
      assert.equal(await again.frame.evaluate(() => document.querySelectorAll('.k-probe, h1').length), 2);
      await wipe(again.page);
      await until(again.page, () => !location.hash.includes('.'));
      await again.page.reload();
      await until(again.page, () => performance.getEntriesByName('kk:settled').length > 0);
      assert.deepEqual((await again.state()).answers.answers, SKIPPED.answers, 'wiped is wiped');
      await again.close();
    });
  }
  test('hosts 13: saved without scripts and pictures, as archives do, it can be read', async () => {
    const reader = await openPage(browser, undefined, { fragment: `k=${CODE}&at=result` });
    const html = await reader.frame.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`);
    await reader.close();
    const page = await browser.newPage();
    await page.goto(`file://${file('archive', html.replace(/<script[^]*?<\/script>/g, ''))}`);
    assert.deepEqual(await page.$$eval('main :is(h1, p:not(.k-probe *))', (all) => all.filter((el) => el.checkVisibility() && getComputedStyle(el).color === 'rgba(0, 0, 0, 0)').length), 0);
    await page.close();
  });
});

describe('world 16: where there is no address to share', () => {
  const host = (script) => `<!doctype html><title>Artikel</title><iframe width="720" height="1200"></iframe><script>const frame = document.querySelector('iframe');
    fetch('/page.html').then((answer) => answer.text()).then((html) => { ${script} });</script>`;
  for (const [what, script] of [['srcdoc', 'frame.srcdoc = html'], ['blob:', "frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }))"],
    ['data:', "frame.src = 'data:text/html;charset=utf-8,' + encodeURIComponent(html)"]]) {
    test(`world 16: ${what}: no link is offered, the rest works`, async () => {
      served['/page.html'] = { body: PAGE };
      served['/article.html'] = { body: host(script) };
      const outer = await openPage(browser, `http://localhost:${port}/article.html`, { until: 'loaded', guard: false });
      const frame = await (await outer.page.waitForSelector('iframe')).contentFrame();
      await frame.waitForFunction(() => window.klantkompas?.state().tier !== undefined && document.getElementById('kk-view.text'), { timeout: 30_000 });
      const reader = createReader(outer.page, { frame });
      await frame.evaluate(() => { document.querySelector('button[value="nav.start"]').click(); });
      for (let i = 0; i < 12 && (await reader.state()).screen !== 'result'; i++) {
        await frame.evaluate(() => {
          document.querySelector('fieldset input')?.click();
          document.querySelector('button[value="nav.next"], button[value="nav.skip"]').click();
        });
      }
      await use(frame, 'tab.share').catch(() => use(frame, 'go.share'));
      assert.equal((await reader.state()).screen, 'share');
      assert.equal(await frame.$('button[value="copy.link"]'), null);
      await frame.evaluate(() => { window.print = () => {}; document.querySelector('button[value="page.print"]')?.click(); });
      assert.ok(!(await reader.note()).includes(':'), 'nor shown');
      await outer.page.close();
    });
  }
});

for (const name of Object.keys(ENGINES)) {
  test(`world 4: ${name}: wiped is wiped after any reload, kept is kept`, async () => {
    const engine = await startEngine(name);
    try {
      const reader = await engine.open();
      const { page } = reader;
      const settle = () => reader.until(() => performance.getEntriesByName('kk:settled').length > 0);
      await walk(reader, firstOf(MIXED, 1), { until: 'question-2' });
      await reader.until(() => location.hash.includes('question-2'));
      await page.reload();
      await settle();
      assert.equal((await reader.state()).answers.answers[QUESTIONS[0].id], MIXED.answers[QUESTIONS[0].id], 'resumed');
      await wipe(reader.frame);
      await reader.until(() => !location.hash.includes('k='));
      for (let i = 0; i < 2; i++) {
        await page.reload();
        await settle();
        assert.deepEqual((await reader.state()).answers.answers, SKIPPED.answers, `reload ${i + 1}`);
      }
      await reader.page.close();
    } finally {
      await engine.close();
    }
  });
}
