// Articles as other people's systems make them: optimisers, consent managers, script libraries that change what all objects have,
// dark modes, translators, odd kinds of pages. The element works, is not in the way, and says what is wrong.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { hasty, openArticle, stage } from './hosts.mjs';
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
    Object.prototype.value = 7;  // the driver does not bear it for long
    addEventListener('DOMContentLoaded', () => { delete Object.prototype.value; });
  },
  'frozen built-ins': () => {
    for (const name of ['Object', 'Array', 'String', 'Function', 'Promise', 'Map', 'Set', 'JSON', 'Number', 'Error', 'RegExp', 'EventTarget', 'Node', 'Element', 'HTMLElement', 'MessagePort'])
      for (const each of [window[name], window[name].prototype]) if (each) Object.freeze(each);
  },
  'a library that brings JSON, promises, fetch and bind of its own': () => {
    window.JSON = { encode() {}, decode() {} };
    const Native = Promise;
    window.Promise = function Old(work) {
      const inner = new Native(work);
      this.then = (done, failed) => inner.then(done, failed);
    };
    for (const name of ['resolve', 'reject', 'all', 'race']) window.Promise[name] = (value) => Native[name](value);
    window.fetch = () => { throw new Error('fetch of the page'); };
    Function.prototype.bind = function bind(self_, ...given) { return (...more) => this.apply(self_, given.concat(more)); };
    Array.prototype.reduce = function reduce() { return this.length > 1 ? this : this[0]; };
    Array.prototype.entries = function entries() { return this.map((item) => item); };
    Array.prototype.x = 1;
    for (const name of ['t', 'n', 'once', 'signal', 'subtree', 'composed', 'root', 'threshold']) Object.prototype[name] = undefined;
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
  'with the script at any time, and twice': { script: '<script async src="/embed.js?v=2"></script><script async src="/embed.js"></script>' },
  'that allows scripts by a nonce, and frames, and nothing else': { script: '<script nonce="a1b2" src="/embed.js" defer=""></script>',
    headers: { 'content-security-policy': "default-src 'none'; script-src 'nonce-a1b2' 'strict-dynamic'; frame-src http://127.0.0.1:*; require-trusted-types-for 'script'; trusted-types 'none'" } },
  'that is isolated': { headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' } },
  'whose language is a locale': { page: '<!doctype html><html lang=" en_US.UTF-8 "><head>%HEAD%</head><body>%BODY%', lang: 'en' },
  'in a language of nobody, with a widget whose address says which': { page: '<!doctype html><html lang="x-default"><head>%HEAD%</head><body><section lang="xx">%BODY%', body: (text) => text.replace('.html', '.html#lang=en'), lang: 'en' },
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

for (const [browser, translate] of [['Firefox', () => {}], ['Chrome', () => { document.documentElement.className = 'translated-ltr'; }], ['Edge', () => { document.querySelector('h1').setAttribute('_msttexthash', '1'); }]]) {
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

/** What style sheets of articles say to all that stands in them, or to what they do not know. */
const RESETS = ['all:unset', 'all:unset!important', 'all:revert', 'display:contents', 'display:flex', 'display:inline-block', 'pointer-events:none;user-select:none', 'overflow:hidden;position:relative', 'font-size:0;line-height:0',
  'box-sizing:content-box;padding:0;margin:0;border:0', 'transition:all 1s', 'min-height:0;min-width:auto', 'writing-mode:vertical-rl', 'white-space:nowrap;text-indent:50px', 'float:left;clear:both', 'aspect-ratio:16/9', 'opacity:.5;filter:invert(1)',
  'content-visibility:auto', 'backface-visibility:hidden;will-change:transform', 'visibility:visible;scale:1', 'contain:layout paint', 'container-type:inline-size'];
test('articles: whatever a reset does to the element, its frame has the width of its column and the height of its content, and can be pressed', async () => {
  const visitor = await openArticle(at, RESETS.map((css, i) => `<style>.r${i} klant-kompas, .r${i} klant-kompas * { ${css} }</style><div class="r${i}" style="width:600px;display:flow-root">${tag().replace('.html', '.html#view=text')}</div>`).join(''));
  const failed = [];
  for (const [i, css] of RESETS.entries()) {
    const element = await visitor.page.$(`.r${i} klant-kompas >>> iframe`);
    await visitor.page.evaluate((n) => document.querySelector(`.r${n}`).scrollIntoView(), i);
    const frame = await element.contentFrame();
    await frame.waitForFunction(() => window.klantkompas?.state().tier !== 'none' && document.querySelector('main button[value="nav.start"]:enabled'), GUARD);
    const needs = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    await visitor.until((el, height) => Math.abs(el.clientHeight - height) <= 2, element, needs).catch(() => failed.push(`${css}: not ${needs} px high`));
    const [width, hit] = await element.evaluate((el) => {
      const { width: wide, left, top } = el.getBoundingClientRect();
      return [Math.round(wide), el.getRootNode().elementFromPoint(left + 300, top + 60) === el];
    });
    if (width !== 600 || !hit) failed.push(`${css}: ${width} px wide, ${hit ? '' : 'not '}to be pressed`);
  }
  assert.deepEqual(failed, []);
  await visitor.close();
});

test('articles: opened later, in a dialog, a popover or an inert part, and shown in full', async () => {
  const visitor = await openArticle(at, `<dialog style="width:600px">${tag()}</dialog><div popover style="width:600px">${tag()}</div><div id="calm" inert style="width:600px">${tag()}</div>`);
  const { page } = visitor;
  for (const [selector, open] of [['dialog', (el) => el.showModal()], ['[popover]', (el) => { document.querySelector('dialog').close(); el.showPopover(); }], ['#calm', (el) => { document.querySelector('[popover]').hidePopover(); el.inert = false; }]]) {
    await page.$eval(selector, open);
    const { frame } = await visitor.widget(`${selector} klant-kompas >>> iframe`);
    await frame.evaluate(() => document.querySelector('button[value="nav.start"]').click());
    await frame.waitForFunction(() => innerWidth === 600 && Math.abs(innerHeight - document.querySelector('main').getBoundingClientRect().height) <= 2, GUARD).catch(() => assert.fail(selector));
  }
  // Asked for by the article's own button: what is below the screen's edge can be scrolled to.
  await page.evaluate(() => document.body.prepend(Object.assign(document.createElement('button'), { id: 'full', textContent: 'Groot', onclick: () => document.querySelector('#calm > klant-kompas').requestFullscreen() })));
  await page.setViewport({ width: 1000, height: 150 });
  await page.click('#full');
  await visitor.until(() => document.fullscreenElement);
  const element = await page.$('#calm > klant-kompas');
  await visitor.until((el) => el.scrollHeight > el.clientHeight && (el.scrollTop = 9999, el.scrollTop > 0), element);
  await visitor.close();
});

test('articles: an element with margins of its own, and one that the article hides and shows', async () => {
  const kinds = ['', 'display:flex', 'display:flex;flex-direction:column;align-items:center', 'display:grid'];
  const visitor = await openArticle(at, kinds.map((css) => `<div style="width:600px;${css}"><klant-kompas style="margin:0 24px" src="${at.widget}"></klant-kompas></div>`).join(''));
  const { element } = await visitor.widget();
  const widths = () => visitor.page.$$eval('klant-kompas', (all) => all.map((el) => [el, el.shadowRoot.querySelector('iframe')].map((each) => Math.round(each.getBoundingClientRect().width))));
  assert.deepEqual(await widths(), kinds.map(() => [552, 552]));
  await visitor.page.$eval('klant-kompas', (el) => { el.hidden = true; });
  assert.deepEqual((await widths())[0], [0, 0]);
  await visitor.page.$eval('klant-kompas', (el) => { el.hidden = false; });
  await visitor.until((el) => el.clientWidth === 552 && el.clientHeight > 300, element);
  await visitor.close();
});

test('articles: what was set before the script came, as properties and attributes, counts', async () => {
  const visitor = await openArticle(at, '<klant-kompas id="a"></klant-kompas><klant-kompas id="b"></klant-kompas><klant-kompas id="c"></klant-kompas>', { script: '' });
  await visitor.page.evaluate(async (src) => {
    const [a, b, c] = document.querySelectorAll('klant-kompas');
    c.attachShadow({ mode: 'open' }).innerHTML = '<p>What its server had put here.</p>';
    c.setAttribute('src', src);
    Object.assign(a, { src: `${src}#at=about`, theme: 'dark', heading: 'Vragen', minHeight: 700, result: true });
    b.setAttribute('src', src);
    Object.assign(b, { theme: 'light', modules: null });
    await import('/embed.js');
  }, at.widget);
  const { element, frame } = await visitor.widget('#a >>> iframe');
  await theme({ frame }, 'dark');
  assert.equal(await frame.evaluate(() => window.klantkompas.state().screen), 'about');
  assert.deepEqual(await element.evaluate((el) => [el.title, el.clientHeight >= 700]), ['Vragen', true]);
  assert.deepEqual(await visitor.page.$$eval('klant-kompas', (all) => all.map((el) => [el.theme, el.getAttribute('min-height'), el.getAttribute('result'), el.getAttribute('modules'), Object.keys(el).includes('theme')])),
    [['dark', '700', '', null, false], ['light', null, null, null, false], [null, null, null, null, false]]);
  await theme(await visitor.widget('#b >>> iframe'), 'light');
  for (const none of [null, undefined, false]) {
    assert.deepEqual(await visitor.page.$eval('#b', (el, value) => [el.heading = 'Kop', el.getAttribute('heading'), el.heading = value, el.getAttribute('heading')][3], none), null, `${none}`);
  }
  await visitor.page.$eval('#c', (el) => el.scrollIntoView());
  await visitor.widget('#c >>> iframe');
  assert.equal(await visitor.page.$('#c >>> p'), null);
  await visitor.close();
});

test('articles: busy for seconds when the frame has been loaded: no error is told, and no other address tried', async () => {
  const visitor = await openArticle(at, tag(), { before: () => {
    const { setTimeout } = window;
    window.setTimeout = (work, ms, ...more) => setTimeout(work, ms / 3, ...more);
    document.addEventListener('DOMContentLoaded', () => setTimeout(() => document.querySelector('klant-kompas').shadowRoot.querySelector('iframe').addEventListener('load', () => {
      for (const end = performance.now() + 3000; performance.now() < end;);
    })));
  } });
  await works(visitor);
  assert.deepEqual(await visitor.page.evaluate(() => window.events), ['kk-ready ']);
  await visitor.close();
});

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
