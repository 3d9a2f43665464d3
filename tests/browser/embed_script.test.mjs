// embed.js as an article uses it: checked by its hash, once or twice, early or late, for elements that come, move and go; its
// methods and events; what "auto" follows; and that no height loop moves the article for ever.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createReader, launch } from './harness.mjs';
import { answersBy, codeOf } from './subject.mjs';
import { serve } from './walk.mjs';

const CODE = codeOf(answersBy(() => 2));
const SEND = 'Stuur mijn uitslag naar deze site';
const SENT = 'Je uitslag is naar deze site gestuurd.';
const file = (name) => readFileSync(join(fileURLToPath(new URL('../../dist', import.meta.url)), name));
const integrity = `sha384-${createHash('sha384').update(file('embed.js')).digest('base64')}`;

/** A frame that says what the test tells it to say. */
const PUPPET = `<!doctype html><title>Pop</title><script>
  const n = /[#&]n=([\\w-]+)/.exec(location.hash)[1];
  addEventListener('message', ({ ports }) => { window.port = ports[0] ?? window.port; });
  parent.postMessage({ kk: 1, t: 'hello', n, v: [1], h: 300 }, '*');
</script>`;

/** Where script and widget are: another site, that lets everyone read them. */
function serveAssets() {
  const files = {
    '/embed.js': ['text/javascript', file('embed.js')],
    '/klantkompas.html': ['text/html; charset=utf-8', file('klantkompas.html')],
    '/puppet.html': ['text/html', PUPPET],
  };
  const server = createServer(({ url }, answer) => {
    const [type, body] = files[url] ?? ['text/plain', ''];
    answer.writeHead(files[url] ? 200 : 404, { 'content-type': type, 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' }).end(body);
  });
  return new Promise((done) => {
    server.listen(0, () => done({ base: `http://127.0.0.1:${server.address().port}`, close: () => { server.close(); server.closeAllConnections(); } }));
  });
}

let browser;
let assets;
before(async () => {
  [browser, assets] = await Promise.all([launch(), serveAssets()]);
});
after(async () => {
  await browser?.close();
  assets?.close();
});

/** Keeps events of widgets, and the ports that are made with whether they were closed. Runs before the article. */
function listenIn() {
  window.events = [];
  for (const name of ['ready', 'state', 'result', 'error']) addEventListener(`kk-${name}`, ({ type, detail }) => window.events.push({ type, detail }));
  window.ports = [];
  const { close } = MessagePort.prototype;
  MessagePort.prototype.close = function closing() {
    const known = window.ports.find(({ port }) => port === this);
    if (known) known.closed = true;
    close.call(this);
  };
  const Channel = window.MessageChannel;
  window.MessageChannel = function channel() {
    const made = new Channel();
    // The first words of a frame have a port of their own, which is closed when they came.
    const { postMessage } = made.port1;
    const known = { port: made.port1, closed: false };
    made.port1.postMessage = (...message) => {
      if (!window.ports.includes(known)) window.ports.push(known);
      return postMessage.apply(made.port1, message);
    };
    return made;
  };
}

const script = (more = '') => `<script src="${assets.base}/embed.js" ${more} defer></script>`;

/** Opens an article. @param {string} body @param {{head?: string, attributes?: string}} [how]  attributes: of <html> */
async function visit(body, { head = script(), attributes = 'lang="nl"' } = {}) {
  const host = await serve({ '/': `<!doctype html><html ${attributes}><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,">${head}${body}` });
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.emulateFocusedPage(true);
  await page.setViewport({ width: 800, height: 900 });
  await page.evaluateOnNewDocument(listenIn);
  await page.goto(`http://localhost:${host.port}/`, { waitUntil: 'load' });
  return {
    page, errors,
    until: (condition, ...args) => page.waitForFunction(condition, { polling: 20, timeout: 60_000 }, ...args),
    /** A reader of the widget's frame, when that runs. */
    async widget(selector = 'klant-kompas >>> iframe') {
      const frame = await (await page.waitForSelector(selector)).contentFrame();
      await frame.waitForFunction(() => window.klantkompas?.frames() > 0, { polling: 20, timeout: 60_000 });
      return createReader(page, { frame });
    },
    count: (type) => page.evaluate((name) => window.events.filter((event) => event.type === name).length, type),
    async close() {
      assert.deepEqual(errors, []);
      await page.close();
      await host.close();
    },
  };
}

test('with its hash as integrity it is loaded from another site, and finds the widget beside itself', async () => {
  const visitor = await visit('<klant-kompas></klant-kompas>', { head: script(`integrity="${integrity}" crossorigin="anonymous"`) });
  const { frame } = await visitor.widget();
  assert.ok(frame.url().startsWith(`${assets.base}/klantkompas.html#`), frame.url());
  assert.equal(await visitor.count('kk-ready'), 1);
  await visitor.close();
});

test('with the hash of another script it does not run', async () => {
  const visitor = await visit('<klant-kompas></klant-kompas>', { head: script(`integrity="${integrity.replace(/.{4}$/, 'AAAA')}" crossorigin="anonymous"`) });
  assert.deepEqual(await visitor.page.evaluate(() => [customElements.get('klant-kompas'), document.querySelector('iframe')].map((each) => each ?? null)), [null, null]);
  await visitor.close();
});

test('the policy that README asks of the article is enough', async () => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; script-src ${assets.base}; frame-src ${assets.base}">`;
  const visitor = await visit('<klant-kompas></klant-kompas>', { head: policy + script() });
  const { frame } = await visitor.widget();
  await visitor.until(() => window.events.some(({ type }) => type === 'kk-ready'));
  await visitor.until((height) => document.querySelector('klant-kompas').shadowRoot.querySelector('iframe').offsetHeight === height, await frame.evaluate(() => document.querySelector('main').offsetHeight));
  assert.equal(await visitor.page.$eval('klant-kompas >>> iframe', (el) => getComputedStyle(el).borderTopWidth), '0px', 'its style does not need the page to allow styles');
  await visitor.close();
});

test('a height loop is stopped at the greatest height, is said once, and ends with another width', async () => {
  const { page, until, count, close } = await visit(`<klant-kompas src="${assets.base}/puppet.html" style="width: 600px"></klant-kompas>`);
  const element = await page.waitForSelector('klant-kompas >>> iframe');
  const frame = await element.contentFrame();
  await frame.waitForFunction(() => window.port, { polling: 20, timeout: 60_000 });
  const height = () => element.evaluate((el) => parseInt(el.style.height, 10));
  assert.equal(await height(), 300);
  const say = (heights) => frame.evaluate((list) => {
    for (const h of list) window.port.postMessage({ t: 'height', h, seq: window.seq = (window.seq ?? 0) + 1 });
  }, heights);
  const loop = Array.from({ length: 21 }, (_, i) => (i % 2 ? 700 : 500) + i);
  await say(loop);
  await until(() => window.events.some(({ type }) => type === 'kk-error'));
  assert.deepEqual(await page.evaluate(() => window.events.find(({ type }) => type === 'kk-error').detail), { code: 'height-loop' });
  assert.equal(await height(), Math.max(...loop.slice(0, 20)));
  assert.equal(await element.evaluate((el) => el.scrolling), 'auto');
  await page.evaluate(() => { document.querySelector('klant-kompas').style.width = '500px'; });
  await frame.waitForFunction(() => innerWidth === 500, { polling: 20 });
  await say([420]);
  await until(() => document.querySelector('klant-kompas').shadowRoot.querySelector('iframe').style.height === '420px');
  assert.equal(await count('kk-error'), 1);
  await close();
});

test('a result goes to the article only by the reader’s press of the button for it', async () => {
  const visitor = await visit(`<klant-kompas src="${assets.base}/klantkompas.html#k=${CODE}&at=share" result="share"></klant-kompas>`);
  const reader = await visitor.widget();
  await reader.until(() => document.querySelector('button[value="site.send"]'));
  await reader.frame.evaluate(() => { window.print = () => { window.printed = true; }; });
  for (const name of ['Kopieer reactie', 'Kopieer code', 'Kopieer link', 'Afdrukken']) await reader.press(name);
  assert.ok(await reader.frame.evaluate(() => window.printed));
  assert.match(await reader.frame.evaluate(() => document.querySelector('main').textContent), /De site krijgt je code, en daarmee al je antwoorden\./);
  assert.equal(await visitor.count('kk-result'), 0, 'copy, link and print never send');
  await reader.press(SEND);
  await visitor.until(() => window.events.some(({ type }) => type === 'kk-result'));
  await reader.until((sentence) => document.querySelector('main').textContent.includes(sentence), SENT);
  const sent = await visitor.page.evaluate(() => window.events.filter(({ type }) => type === 'kk-result').map(({ detail }) => detail));
  assert.equal(sent.length, 1);
  assert.equal(sent[0].code, CODE);
  assert.match(sent[0].statement.verb.id, /completed$/);
  assert.equal(await reader.find('button', SEND), null, 'sent once');
  await visitor.close();
});

test('an article that does not ask gets no button and no result', async () => {
  const visitor = await visit(`<klant-kompas src="${assets.base}/klantkompas.html#k=${CODE}&at=share"></klant-kompas>`);
  const reader = await visitor.widget();
  await visitor.until(() => window.events.some(({ type, detail }) => type === 'kk-state' && detail.phase === 'result'));
  await reader.press('Kopieer code');
  assert.equal(await reader.find('button', SEND), null);
  assert.equal(await visitor.count('kk-result'), 0);
  await visitor.close();
});

test('methods: setTheme, print, and reset, which asks the reader first', async () => {
  const visitor = await visit(`<klant-kompas src="${assets.base}/klantkompas.html#k=${CODE}&at=result"></klant-kompas>`);
  const reader = await visitor.widget();
  await visitor.until(() => window.events.some(({ type }) => type === 'kk-state'));
  const call = (name, ...args) => visitor.page.$eval('klant-kompas', (el, method, values) => el[method](...values), name, args);
  for (const theme of ['dark', 'light']) {
    await call('setTheme', theme);
    await reader.until((wanted) => window.klantkompas.state().theme === wanted, theme);
  }
  await reader.frame.evaluate(() => { window.print = () => { window.printed = true; }; });
  await call('print');
  await reader.until(() => window.printed);
  await call('reset');
  await reader.until(() => document.querySelector('main').textContent.includes('Ja, wis alles'));
  assert.equal((await reader.state()).answers.answers.q1, 2, 'nothing is lost yet');
  await reader.until(() => innerHeight >= document.documentElement.scrollHeight - 1);  // the question made the page longer
  await reader.press('Ja, wis alles');
  await reader.until(() => window.klantkompas.state().screen === 'intro');
  assert.equal((await reader.state()).answers.answers.q1, null);
  await visitor.close();
});

test('"auto" follows the article’s theme, the reader’s system and the article’s language while the page is open', async () => {
  const visitor = await visit('<klant-kompas></klant-kompas>', { head: `<style>:root { color-scheme: light dark }</style>${script()}` });
  const { page } = visitor;
  const reader = await visitor.widget();
  await visitor.until(() => window.events.some(({ type }) => type === 'kk-ready'));
  const becomes = (key, value) => reader.until((name, wanted) => window.klantkompas.state()[name] === wanted, key, value);
  await becomes('theme', 'light');
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await becomes('theme', 'dark');
  await page.evaluate(() => { document.body.style.background = '#fff'; });
  await becomes('theme', 'light');
  await page.evaluate(() => { document.documentElement.lang = 'en'; });
  await becomes('lang', 'en');
  await reader.press('NL');
  await page.evaluate(() => { document.body.style.background = '#111'; });
  await becomes('theme', 'dark');
  assert.equal((await reader.state()).lang, 'nl', 'what the reader chose stays');
  await page.$eval('klant-kompas', (el) => { el.lang = 'nl'; });
  await page.$eval('klant-kompas', (el) => { el.lang = 'en'; });
  await becomes('lang', 'en');
  await visitor.close();
});

test('loaded twice there is one widget; loaded late it finds the element; added later it works too', async () => {
  const twice = await visit('<klant-kompas></klant-kompas>', { head: script() + script('data-again') });
  await twice.widget();
  assert.deepEqual([await twice.count('kk-ready'), (await twice.page.$$('klant-kompas >>> iframe')).length], [1, 1]);
  await twice.page.evaluate(() => document.body.append(document.createElement('klant-kompas')));
  await twice.widget('klant-kompas:last-child >>> iframe');
  assert.deepEqual([await twice.count('kk-ready'), (await twice.page.$$('klant-kompas >>> iframe')).length], [2, 2]);
  await twice.close();

  const late = await visit('<klant-kompas></klant-kompas>', { head: '' });
  assert.equal(await late.page.$('klant-kompas >>> iframe'), null);
  await late.page.addScriptTag({ url: `${assets.base}/embed.js` });
  await late.widget();
  assert.equal(await late.count('kk-ready'), 1);
  await late.close();
});

test('a widget that is moved starts anew with a port of its own; one that is removed leaves nothing behind', async () => {
  const { page, widget, count, until, close } = await visit('<klant-kompas></klant-kompas><article></article>');
  await widget();
  assert.equal(await count('kk-ready'), 1);
  const closed = () => page.evaluate(() => window.ports.map((each) => each.closed));
  assert.deepEqual(await closed(), [false]);
  await page.evaluate(() => document.querySelector('article').append(document.querySelector('klant-kompas')));
  await widget('article klant-kompas >>> iframe');
  await until(() => window.events.filter(({ type }) => type === 'kk-ready').length === 2);
  assert.deepEqual([await closed(), (await page.$$('klant-kompas >>> iframe')).length], [[true, false], 1]);
  const element = await page.$('klant-kompas');
  await element.evaluate((el) => el.remove());
  assert.deepEqual(await closed(), [true, true]);
  assert.deepEqual(await element.evaluate((el) => {
    el.reset();
    el.print();
    el.setTheme('dark');
    return [el.childElementCount, el.shadowRoot.childElementCount];
  }), [0, 0]);
  await close();
});
