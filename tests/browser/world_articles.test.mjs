// Articles as other people's systems make them: optimisers, consent managers, script libraries that change what all objects have,
// dark modes, translators, odd kinds of pages. The element works, is not in the way, and says what is wrong.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { openArticle, stage } from './hosts.mjs';
import { MIXED, scoreOf } from './subject.mjs';
import { answerAll } from './walk.mjs';

const at = stage();
const GUARD = { polling: 50, timeout: 20_000 };
const tag = (more = '') => `<klant-kompas src="${at.widget}" ${more}></klant-kompas>`;
const marked = (more = '') => `<iframe title="Klantkompas" data-klant-kompas ${more}></iframe>`;

/** Nine answers, the height of the content, no exception. */
async function works(visitor, selector) {
  const { frame, element } = await visitor.widget(selector);
  await answerAll(frame, MIXED);
  assert.deepEqual(await frame.evaluate(() => window.klantkompas.result()), scoreOf(MIXED));
  await visitor.until((el, needs) => Math.abs(el.clientHeight - needs) <= 2, element,
    await frame.evaluate(() => document.querySelector('main').getBoundingClientRect().height));
  assert.ok(await visitor.page.evaluate(() => window.events.includes('kk-ready ')));
  return { frame, element };
}
const theme = ({ frame }, wanted) => frame.waitForFunction((name) => window.klantkompas.state().theme === name, GUARD, wanted);

/** Runs before the article: its clock goes ten times as fast, for the seconds in which a frame may be silent. */
const hasty = () => {
  const { setTimeout } = window;
  window.setTimeout = (work, ms, ...more) => setTimeout(work, ms / 10, ...more);
};

/** Runs before the article. */
const LIBRARIES = {
  'a library that gives all lists methods, and JSON of its own, as Prototype does': () => {
    const listOf = (items) => (items ? Array.prototype.slice.call(items) : []);
    Array.from = listOf;  // leaves its second parameter out
    for (const name of ['each', 'first', 'last', 'clone', 'without', 'inspect']) Array.prototype[name] = function added() { return this; };
    Array.prototype.toJSON = function toJSON() { return `[${this.map((item) => JSON.stringify(item)).join(', ')}]`; };
    String.prototype.toJSON = function toJSON() { return `"${this}"`; };
    for (const name of ['remove', 'update', 'replace', 'wrap', 'select', 'visible', 'hide', 'show', 'fire', 'store', 'open', 'close', 'link', 'name', 'say', 'root'])
      HTMLElement.prototype[name] = function added() { throw new Error(`${name} of the page`); };
    Object.values = (object) => { const out = []; for (const key in object) out.push(object[key]); return out; };
  },
  'a library that gives all objects methods': () => {
    for (const name of ['each', 'extend', 'theme', 'lang', 'h', 'kk']) Object.prototype[name] = function added() {};
  },
  'frozen built-ins': () => {
    for (const name of ['Object', 'Array', 'String', 'Function', 'Promise', 'Map', 'Set', 'JSON', 'Number', 'Error', 'RegExp', 'EventTarget', 'Node', 'Element', 'HTMLElement', 'MessagePort'])
      for (const each of [window[name], window[name].prototype]) if (each) Object.freeze(each);
  },
  'a registry of elements that is wrapped': () => {
    const { define } = customElements;
    customElements.define = function wrapped(name, type, ...more) { return define.call(this, name, type, ...more); };
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function wrapped(...what) { return createElement.apply(this, what); };
    window.ShadyDOM = { inUse: false };
  },
};
for (const [name, before] of Object.entries(LIBRARIES)) {
  test(`articles: ${name}`, async () => {
    const visitor = await openArticle(at, tag('lang="en" theme="dark"'), { before });
    const { frame } = await works(visitor);
    assert.deepEqual(await frame.evaluate(() => { const { lang, theme: now } = window.klantkompas.state(); return [lang, now]; }), ['en', 'dark']);
    await visitor.close();
  });
}

const PAGES = {
  'in quirks mode': { page: '<html lang="nl">%HEAD%%BODY%' },
  'of XHTML': { type: 'application/xhtml+xml', page: '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en-GB"><head>%HEAD%</head><body>%BODY%</body></html>', lang: 'en' },
  'with Trusted Types': { headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'; style-src 'none'" } },
  'with another base': { head: '<base href="/elsewhere/deep/"/>' },
  'that runs from right to left': { page: '<!doctype html><html lang="en" dir="rtl"><head>%HEAD%</head><body>%BODY%', lang: 'en' },
  'whose script is renamed, and run later': { script: '<script type="a1b2-text/javascript" src="/embed.js"></script>',
    body: (text) => `${text}<script>setTimeout(() => { const s = document.createElement('script'); s.src = '/embed.js'; document.head.append(s); }, 300)</script>` },
  'that is written by a script': { body: (text) => `<script>document.write(${JSON.stringify(text)})</script>` },
  'written anew after it was loaded': { script: '', body: (text) => `<script>addEventListener('load', () => setTimeout(() => { document.open();
    document.write('<!doctype html><html lang="nl"><title>Artikel</title><body style="margin:0"><script>window.events=[];addEventListener("kk-ready",()=>window.events.push("kk-ready "))<\\/script><script src="/embed.js"><\\/script>' + ${JSON.stringify(text)}); document.close(); }))</script>` },
  'with two versions of the script': { script: '<script src="/embed.js"></script><script src="/embed.js?v=2"></script><script type="module" src="/embed.js?v=3"></script>' },
  'with the script as a module': { script: '<script type="module" src="/embed.js"></script>' },
};
for (const [name, { body = (text) => text, lang = 'nl', ...how }] of Object.entries(PAGES)) {
  test(`articles: a page ${name}`, async () => {
    const script = (path) => ({ [path]: { body: at.script, type: 'text/javascript' } });
    const visitor = await openArticle(at, body(`<klant-kompas src="${at.widget}"></klant-kompas>`), { ...how, pages: { ...script('/embed.js?v=2'), ...script('/embed.js?v=3') } });
    const { frame } = await works(visitor);
    assert.equal(await frame.evaluate(() => window.klantkompas.state().lang), lang);
    assert.equal((await visitor.page.$$('klant-kompas >>> iframe')).length, 1);
    await visitor.close();
  });
}

test('articles: a frame that waits for consent, or for the reader to come near, is no error, and works then', async () => {
  for (const [body, before] of [
    [marked(`data-src="${at.widget}"`), () => {}],
    [marked(`src="about:blank" class="lazyload" data-lazy-src="${at.widget}"`), () => {}],
    // A consent manager in front of all frames that are made.
    [tag(), () => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
      window.held = [];
      Object.defineProperty(HTMLIFrameElement.prototype, 'src', { configurable: true, get() { return this.getAttribute('src') ?? ''; }, set(value) { window.held.push(() => set.call(this, value)); } });
    }],
  ]) {
    const visitor = await openArticle(at, body, { before: `() => { (${hasty})(); (${before})(); }` });
    await pause(1000);
    assert.deepEqual(await visitor.page.evaluate(() => window.events), []);
    await visitor.page.evaluate((src) => {
      for (const go of window.held ?? []) go();
      const frame = document.querySelector('iframe');
      if (frame) frame.setAttribute('src', src);
    }, at.widget);
    await works(visitor, '>>> iframe');
    await visitor.close();
  }
});

test('articles: a theme that comes with a sheet, or slowly, is followed', async () => {
  for (const [what, css, change] of [
    ['a sheet', '', () => { document.head.append(Object.assign(document.createElement('style'), { className: 'darkreader', textContent: 'html, body { background: #181a1b !important; color: #e8e6e3 }' })); }],
    ['slowly', 'body { background: #fff; transition: background-color .6s } body.dark { background: #111 }', () => { document.body.className = 'dark'; }],
    ['an inherited scheme', '', () => { document.documentElement.style.cssText = '--bg: #111; background: var(--bg)'; }],
    ['a sheet that was off', 'body { background: #fff }', () => { document.getElementById('night').media = 'all'; }],
  ]) {
    const visitor = await openArticle(at, tag(), { head: `<style>${css}</style><style id="night" media="not all">body { background: #111 }</style>` });
    const { frame } = await visitor.widget();
    await theme({ frame }, 'light');
    await visitor.page.evaluate(change);
    await theme({ frame }, 'dark').catch(() => assert.fail(`${what}: still light`));
    await visitor.close();
  }
});

for (const [browser, translate] of [['Chrome', () => { document.documentElement.className = 'translated-ltr'; }], ['Edge', () => { document.querySelector('h1').setAttribute('_msttexthash', '1'); }]]) {
  test(`articles: translated by ${browser} into a language that the widget has not, it keeps its own; by the page itself it follows`, async () => {
    const visitor = await openArticle(at, `<h1>Article</h1>${tag()}`, { lang: 'en' });
    const { frame } = await visitor.widget();
    await visitor.until(() => window.events.length === 1);
    await visitor.page.evaluate(translate);
    await visitor.page.evaluate(() => { document.documentElement.lang = 'fr'; });
    await pause(600);
    assert.equal(await frame.evaluate(() => window.klantkompas.state().lang), 'en');
    await visitor.page.evaluate(() => {
      document.documentElement.className = '';
      document.querySelector('h1').removeAttribute('_msttexthash');
      document.documentElement.lang = 'nl';
    });
    await frame.waitForFunction(() => window.klantkompas.state().lang === 'nl', GUARD);
    await visitor.close();
  });
}

for (const [what, src, how = {}] of [
  ['a file that is gone', '/gone.html'],
  ['a file that may stand in no frame', '/denied.html', { pages: { '/denied.html': { body: 'x', headers: { 'x-frame-options': 'DENY' } } } }],
  ['an article that demands of all it embeds to allow it', '', { headers: { 'cross-origin-embedder-policy': 'require-corp' } }],
  ['an address that is none', 'https://[x'],
]) {
  test(`world 18: ${what}: it is said, and what the author put inside comes back`, async () => {
    const visitor = await openArticle(at, `<klant-kompas src="${src || at.widget}"><a href="/test">Doe de test</a></klant-kompas>`, { ...how, before: hasty });
    await visitor.until(() => window.events.includes('kk-error no-answer'));
    assert.ok(await visitor.page.$eval('a', (el) => el.getBoundingClientRect().height > 0));
    await visitor.close();
  });
}
