// Articles with the resizer scripts that pages already have around two widgets: the real packages, and the H5P and WordPress
// handlers written anew from the messages they document. And our own script in both its forms.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { launch } from './harness.mjs';
import { serve } from './walk.mjs';

/**
 * A browser and the site of the widget for all tests of a file: filled before the first, closed after the last.
 * @param {Parameters<typeof launch>[0]} [options]
 * @param {() => unknown} [prepare]  comes after that
 */
export function stage(options, prepare) {
  const at = /** @type {{browser: import('puppeteer-core').Browser, site: Awaited<ReturnType<typeof serve>>, widget: string, script: string}} */ ({});
  before(async () => {
    [at.browser, at.site] = await Promise.all([launch(options), serve()]);
    at.widget = `http://127.0.0.1:${at.site.port}/klantkompas.html`;
    at.script = read('dist/embed.js');
    await prepare?.();
  });
  after(async () => {
    await at.browser?.close();
    await at.site?.close();
  });
  return at;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const GUARD = { polling: 50, timeout: 60_000 };

/**
 * Opens somebody's article, with our script and an element in it or whatever `body` is.
 * @param {ReturnType<typeof stage>} at
 * @param {string} body
 * @param {object} [how]
 * @param {string} [how.lang]
 * @param {string} [how.head]  before our script
 * @param {string} [how.page]  all of the page, where its kind matters: %HEAD% and %BODY% are filled in
 * @param {string} [how.script]  instead of ours
 * @param {string} [how.type]  of the page
 * @param {Record<string, string>} [how.headers]  of the page
 * @param {Record<string, import('./walk.mjs').Served>} [how.pages]  more, by path
 * @param {(() => void) | string} [how.before]  a function that runs in the article before everything else
 * @param {RegExp} [how.noise]  exceptions that are somebody else's
 */
export async function openArticle(at, body, { lang = 'nl', head = '', page: whole = `<!doctype html><html lang="${lang}"><head>%HEAD%</head><body>%BODY%`,
  script = '<script src="/embed.js" defer=""></script>', type, headers = {}, pages = {}, before: early, noise } = {}) {
  const top = `<meta charset="utf-8"/><title>Artikel</title><link rel="icon" href="data:,"/><style>body { margin: 0 }</style>${head}${script}`;
  const host = await serve({
    '/embed.js': { body: read('dist/embed.js'), type: 'text/javascript' },
    '/': { body: whole.replace('%HEAD%', () => top).replace('%BODY%', () => body), type, headers }, ...pages,
  });
  const page = await at.browser.newPage();
  const errors = [];
  const said = [];
  page.on('pageerror', ({ message }) => noise?.test(message) || errors.push(message));
  page.on('console', (message) => said.push(message.text()));
  await page.evaluateOnNewDocument(() => {
    window.events = [];
    for (const name of ['ready', 'error']) addEventListener('kk-' + name, ({ type: what, detail }) => window.events.push(`${what} ${detail.code ?? ''}`));
  });
  if (early) await page.evaluateOnNewDocument(`if (self === top) (${early})()`);
  await page.setViewport({ width: 1000, height: 900 });
  const address = `http://localhost:${host.port}/`;
  await page.goto(address, { waitUntil: 'load' });
  return {
    page, said, errors, address,
    until: (condition, ...args) => page.waitForFunction(condition, GUARD, ...args),
    /** The widget's frame, when it is drawn. */
    async widget(selector = 'klant-kompas >>> iframe') {
      let element;
      for (const start = Date.now(); !(element = await page.$(selector)); await pause(20)) assert.ok(Date.now() - start < GUARD.timeout, `no ${selector}`);
      const frame = await element.contentFrame();
      await frame.waitForFunction(() => window.klantkompas?.frames() > 0, GUARD);
      return { element, frame };
    },
    async close() {
      assert.deepEqual(errors, []);
      await page.close();
      await host.close();
    },
  };
}

/** Runs before the article: its clock goes ten times as fast, for the seconds in which a frame may be silent. */
export const hasty = () => {
  const { setTimeout } = window;
  window.setTimeout = (work, ms, ...more) => setTimeout(work, ms / 10, ...more);
};

const read = (path) => readFileSync(join(root, path), 'utf8');

/** H5P's resizer: answers a frame's hello, asks again when the window changes, and believes its heights. */
function h5p() {
  const actions = {
    hello(frame, data, respond) {
      frame.style.width = '100%';
      addEventListener('resize', () => respond('resize'));
      respond('hello');
    },
    prepareResize(frame, { scrollHeight, clientHeight }, respond) {
      if (frame.clientHeight === scrollHeight && scrollHeight === clientHeight) return;
      frame.style.height = `${clientHeight}px`;
      respond('resizePrepared');
    },
    resize(frame, { scrollHeight }) {
      frame.style.height = `${scrollHeight}px`;
    },
  };
  addEventListener('message', (event) => {
    if (event.data.context !== 'h5p') return;
    const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === event.source);
    const respond = (action) => event.source.postMessage({ context: 'h5p', action }, event.origin);
    if (frame) actions[event.data.action]?.(frame, event.data, respond);
  });
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.src.includes('h5p')) frame.contentWindow.postMessage({ context: 'h5p', action: 'ready' }, '*');
  }
}

/** WordPress's embed handler: a secret for each frame, heights between 200 and 1000 px. */
function wordpress() {
  addEventListener('message', ({ data, source }) => {
    if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
    for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
      if (source !== frame.contentWindow) continue;
      frame.removeAttribute('style');
      if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
    }
  });
  for (const frame of document.querySelectorAll('iframe[data-secret]')) {
    frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');
  }
}

const SECRETS = ['aB3dE5fG7h', 'Zy9Xw8Vu7T'];

/**
 * By name: `script`, `start` (both run together, early or late), `frame(src, index)` the markup of a widget, `clamp` the least
 * and greatest height the host gives.
 */
export const HOSTS = {
  'iframe-resizer 5': {
    script: read('node_modules/@iframe-resizer/parent/index.umd.js'),
    start: `iframeResize({ license: 'GPLv3', warningTimeout: 0 }, 'iframe')`,
    frame: (src, index) => `<iframe title="Klantkompas" id="v5-${index}" src="${src}"></iframe>`,
  },
  'iframe-resizer 4': {
    script: read('node_modules/iframe-resizer/js/iframeResizer.js'),
    start: `iFrameResize({ warningTimeout: 0 }, 'iframe')`,
    frame: (src, index) => `<iframe title="Klantkompas" id="v4-${index}" src="${src}"></iframe>`,
  },
  H5P: { script: `(${h5p})()`, start: '', frame: (src) => `<iframe title="Klantkompas" src="${src}"></iframe>` },
  'H5P, sandboxed': {
    script: `(${h5p})()`, start: '', frame: (src) => `<iframe title="Klantkompas" sandbox="allow-scripts" src="${src}"></iframe>`,
  },
  WordPress: {
    script: `(${wordpress})()`, start: '', clamp: [200, 1000],
    frame: (src, index) => `<iframe title="Klantkompas" class="wp-embedded-content" sandbox="allow-scripts" security="restricted"
      style="position:absolute;visibility:hidden" data-secret="${SECRETS[index]}" height="200"
      src="${src}${src.includes('#') ? '' : '#'}?secret=${SECRETS[index]}"></iframe>`,
  },
  'embed.js, element': {
    script: read('dist/embed.js'), start: '', frame: (src) => `<klant-kompas src="${src}" theme="light"></klant-kompas>`,
  },
  'embed.js, iframe': {
    script: read('dist/embed.js'), start: '',
    frame: (src) => `<iframe title="Klantkompas" data-klant-kompas sandbox="allow-scripts" src="${src}"></iframe>`,
  },
};

/** Counts the height messages of every frame, whatever their format. Runs in the article before everything else. */
export function listenIn() {
  window.heights = [];
  const frames = () => [...document.querySelectorAll('klant-kompas, iframe')].map((each) => each.shadowRoot?.querySelector('iframe') ?? each);
  const frameOf = (source) => frames().findIndex((each) => each.contentWindow === source);
  const note = (format, source, height) => window.heights.push({ format, frame: source ? frameOf(source) : 'port', height });
  addEventListener('message', ({ data, source }) => {
    if (typeof data === 'string' && /^\[iFrameSizer\][^:]+:\d+:/.test(data)) note('iframe-resizer', source, Number(data.split(':')[1]));
    else if (data?.message === 'height') note('WordPress', source, data.value);
    else if (data?.context === 'h5p' && data.action === 'resize') note('H5P', source, data.scrollHeight);
  }, true);
  // What comes over a port is heard where the port is made.
  const Channel = window.MessageChannel;
  window.MessageChannel = function channel() {
    const made = new Channel();
    made.port1.addEventListener('message', ({ data }) => data?.t === 'height' && note('own', null, data.h));
    return made;
  };
}

/** What the element is put in: the style of the column, or of a box in it. */
export const COLUMNS = {
  block: '', 'flex row': 'display:flex', 'flex column, centred': 'display:flex;flex-direction:column;align-items:center', grid: 'display:grid',
  'grid, centred': 'display:grid;place-items:center', float: 'float:left', 'inline block': 'display:inline-block', 'table cell': 'display:table-cell', inline: 'display:inline',
};

/** Styles of careless themes, that must not change what a frame looks like. */
export const HOSTILE = `iframe { height: auto !important; max-height: 300px !important; min-height: 0 !important; padding: 20px !important;
  border: 9px solid red !important; box-sizing: border-box !important; transition: height 2s !important; aspect-ratio: 16 / 9 !important }`;

/**
 * An article with two widgets, the second below the fold.
 * @param {(typeof HOSTS)[string]} host
 * @param {string} widget  address of the widget's file
 * @param {{late?: boolean, style?: string}} [how]  late: the script is left out
 */
export function articleWith(host, widget, { late = false, style = '' } = {}) {
  const frame = (index) => `<div class="column">${host.frame(widget, index)}</div>`;
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,">
    <style>body { margin: 0 } p { height: 1500px; margin: 0 } .column { width: 720px } iframe { display: block; border: 0; width: 100% } ${style}</style>
    ${late ? '' : '<script src="/host.js"></script>'}
    ${frame(0)}<p>Tekst</p>${frame(1)}<p>Tekst</p>
    ${late || !host.start ? '' : `<script>${host.start}</script>`}`;
}
