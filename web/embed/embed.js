// For the article: the element <klant-kompas>, and iframes with data-klant-kompas that were pasted as they are. The frame gets
// its height, theme, accent, font and language from here; the article gets events. Nothing that a frame says is ever put
// into the article but a height that was checked. Small, because every reader of the article loads it.
import { ACCENT, FONT, LANGUAGE, NONCE, THEME, VERSION, fits, listenTo, plain, text, whole } from '../shared/protocol.js';
import { accentOf, fontOf, languageOf, themeOf, whenPageChanges } from './surroundings.js';

const NAME = 'klant-kompas';
const MARK = 'data-' + NAME;
const SANDBOX = 'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
/** Against whatever the article's styles say about iframes. Its own scheme, or a dark article would make the frame opaque. */
const STYLE = 'all:initial;display:block;width:100%;border:0;color-scheme:light'.replace(/;|$/g, '!important;');
/** As many changes of height for one width, in so many ms: then it is a loop. */
const CHANGES = 20;
const WITHIN = 2000;
const MOST_HELLOS = 50;
const STATEMENT_BYTES = 8192;
/** Where the widget's file is, unless `src` says so: beside this script. */
const HOME = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || document.baseURI;

const HELLO = { kk: (/** @type {any} */ value) => value === VERSION, n: NONCE, h: whole(1, 1e6) };
const COUNT = whole(0, 10000);
const KINDS = {
  height: { h: whole(1, 1e6), seq: whole(1, 2 ** 31) },
  state: { phase: text(/^(intro|question|result)$/), i: COUNT, n: COUNT },
  error: { code: text(/^[a-z-]{1,32}$/) },
  result: { code: text(/^[\w.~-]{1,64}$/), statement: (/** @type {any} */ value) => plain(value) && new Blob([JSON.stringify(value)]).size <= STATEMENT_BYTES },
};

/** @type {Set<Link>} */
const links = new Set();
const nonce = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** One frame and what was agreed with it. */
class Link {
  /**
   * @param {HTMLIFrameElement} frame
   * @param {HTMLElement} element  has the options as attributes, and gets the events: the frame itself or the element around it
   * @param {string} [n]  the nonce; a frame that was pasted without one makes its own each time it is loaded
   */
  constructor(frame, element, n) {
    this.frame = frame;
    this.element = element;
    this.n = n;
    links.add(this);
    this.stop = [
      whenPageChanges(() => this.look()),
      watch(IntersectionObserver, frame, ([{ isIntersecting }]) => this.say('visible', { r: this.seen = +isIntersecting })),
      // A frame below the fold is not told that it became wider or narrower.
      watch(ResizeObserver, frame, () => this.say('visible', { r: this.seen })),
    ];
  }

  hellos = 0;
  seen = 1;
  seq = 0;
  height = 0;
  width = 0;
  /** @type {{time: number, height: number}[]} */
  changes = [];
  frozen = false;
  /** @type {MessagePort | null} */
  port = null;
  looked = '';
  lang = '';

  /** @param {string} name */
  option(name) {
    return this.element.getAttribute(name) ?? this.element.getAttribute('data-' + name) ?? '';
  }

  /** @param {string} t @param {object} [members] */
  say(t, members) {
    this.port?.postMessage({ t, ...members });
  }

  /** @param {string} name @param {object} detail */
  fire(name, detail) {
    this.element.dispatchEvent(new CustomEvent('kk-' + name, { bubbles: true, detail }));
  }

  /** What the frame should look like: as the options say, where they are "auto" as the article around it does. */
  wanted() {
    const { element } = this;
    const [theme, lang, accent, font] = ['theme', 'lang', 'accent', 'font'].map((name) => this.option(name).replace(/^#/, ''));
    const valid = (/** @type {(value: any) => boolean} */ ok, /** @type {string} */ value) => (ok(value) ? value : '');
    return {
      theme: THEME(theme) && theme !== 'auto' ? theme : themeOf(element),
      lang: LANGUAGE(lang) && lang !== 'auto' ? lang : languageOf(element),
      accent: valid(ACCENT, accent === 'auto' ? accentOf(element) : accent),
      font: valid(FONT, font === 'auto' ? fontOf(element) : font),
    };
  }

  look() {
    const { lang, ...now } = this.wanted();
    const key = JSON.stringify(now);
    if (key !== this.looked) this.say('theme', now);
    // The reader may have chosen another language in the frame: only a new one of the article overrules that.
    if (lang && lang !== this.lang) this.say('lang', { lang });
    this.looked = key;
    this.lang = lang;
  }

  /** @param {MessageEvent} event  from this frame's window */
  hear({ origin, data }) {
    if (data.t !== 'hello' || !fits(data, HELLO) || (this.n && data.n !== this.n)) return;
    if (origin !== 'null' && origin !== new URL(this.frame.src, document.baseURI).origin) return;
    // Again: the frame was loaded anew, or said it before our answer came. On both sides the last port counts.
    if (++this.hellos > MOST_HELLOS) return;
    this.port?.close();
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.seq = 0;
    listenTo(port1, KINDS, (kind, message) => this.heard(kind, message));
    const { lang, ...look } = this.wanted();
    this.looked = JSON.stringify(look);
    this.lang = lang;
    const welcome = { kk: VERSION, t: 'welcome', n: data.n, ...look, lang, maxH: this.most(), wantsResult: this.share() };
    this.frame.contentWindow?.postMessage(welcome, '*', [port2]);  // a sandboxed frame has no origin to name
    this.say('visible', { r: this.seen });
    this.fire('ready', { version: VERSION });
    this.resize(data.h);
  }

  share = () => /^(|true|share)$/.test(this.element.getAttribute('result') ?? this.element.getAttribute('data-result') ?? '-');
  least = () => Math.max(+this.option('min-height') || 0, 120);
  most = () => Math.min(Math.max(+this.option('max-height') || 1e5, this.least()), 1e5);

  /** @param {string} kind @param {import('../shared/protocol.js').Message} message */
  heard(kind, message) {
    if (kind !== 'height') {
      if (kind !== 'result' || this.share()) this.fire(kind, kind === 'result' ? JSON.parse(JSON.stringify(message)) : message);
    } else if (message.seq > this.seq) {
      this.seq = message.seq;
      this.resize(message.h);
    }
  }

  /** @param {number} height */
  resize(height) {
    const { frame, element } = this;
    const width = frame.clientWidth;
    const time = performance.now();
    if (width !== this.width) [this.width, this.changes, this.frozen] = [width, [], false];
    if (this.frozen) return;
    height = Math.min(Math.max(height, this.least()), this.most());
    this.changes = [...this.changes.filter((change) => time - change.time < WITHIN), { time, height }];
    if (this.changes.length > CHANGES) {
      this.frozen = true;
      height = Math.max(...this.changes.map((change) => change.height));
      frame.scrolling = 'auto';
      this.fire('error', { code: 'height-loop' });
    }
    frame.style.setProperty('height', `${height}px`, 'important');
    // The room that was kept for it is given back when the reader brings about another height, or out of sight.
    const give = () => { element.style.minHeight = ''; };
    if (element !== frame && !this.height) setTimeout(() => this.seen || give(), 1000);
    else if (element !== frame && this.height !== height) give();
    this.height = height;
  }

  drop() {
    this.port?.close();
    this.port = null;
    links.delete(this);
    for (const stop of this.stop) stop();
  }
}

/**
 * @param {any} Observer
 * @param {Element} target
 * @param {(entries: any[]) => void} changed
 */
function watch(Observer, target, changed) {
  const observer = new Observer(changed);
  observer.observe(target);
  return () => observer.disconnect();
}

class KlantKompas extends HTMLElement {
  static observedAttributes = ['theme', 'lang', 'accent', 'font'];

  /** @type {Link | null} */
  link = null;

  connectedCallback() {
    const frame = document.createElement('iframe');
    const n = nonce();
    const link = new Link(frame, this, n);
    const options = Object.entries({ ...link.wanted(), modules: this.getAttribute('modules') ?? '', n });
    const [page, own = ''] = new URL(this.getAttribute('src') || 'klantkompas.html', HOME).href.split('#');
    frame.title = this.getAttribute('heading') || 'Klantkompas';
    frame.loading = 'lazy';
    frame.referrerPolicy = 'no-referrer';
    frame.allow = 'clipboard-write';
    frame.setAttribute('sandbox', SANDBOX);
    frame.style.cssText = STYLE;
    frame.style.setProperty('height', `${Math.max(this.offsetHeight, link.least())}px`, 'important');
    frame.src = `${page}#${[own, ...options.filter(([, value]) => value).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)].filter(Boolean).join('&')}`;
    this.style.display ||= 'block';
    this.replaceChildren(frame);
    this.link = link;
  }

  disconnectedCallback() {
    this.link?.drop();
    this.link = null;
    this.replaceChildren();
  }

  /** @param {string} _ @param {string | null} before @param {string | null} now */
  attributeChangedCallback(_, before, now) {
    if (before !== now) this.link?.look();
  }

  reset() {
    this.link?.say('reset');
  }

  print() {
    this.link?.say('print');
  }

  /** @param {string} theme  auto, light or dark */
  setTheme(theme) {
    this.setAttribute('theme', theme);
  }
}

/** @param {MessageEvent} event */
function hear(event) {
  const { source, data } = event;
  if (!plain(data) || data.kk !== VERSION) return;
  for (const link of links) {
    if (link.frame.contentWindow === source) return link.hear(event);
  }
  for (const frame of /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(`iframe[${MARK}]`))) {
    if (frame.contentWindow === source) new Link(frame, frame, /[#&]n=([\w-]+)/.exec(frame.src)?.[1]).hear(event);
  }
}

if (!customElements.get(NAME)) {
  addEventListener('message', hear);
  customElements.define(NAME, KlantKompas);
  // Frames that were there before this script: their first words were missed.
  for (const frame of /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(`iframe[${MARK}]`))) {
    frame.contentWindow?.postMessage({ kk: VERSION, t: 'hello' }, '*');
  }
}
