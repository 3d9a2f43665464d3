// One frame of the widget and what was agreed with it: it is told theme, accent, font and language, and given the height that it
// asks for. Nothing that it says is ever put into the article but a height that was checked.
import { ACCENT, FONT, NONCE, THEME, VERSION, fits, listenTo, plain, text, whole } from '../shared/protocol.js';
import { accentOf, fontOf, languageOf, themeOf, whenPageChanges } from './surroundings.js';

/** As many changes of height for one width, in so many ms: then it is a loop. */
const CHANGES = 20;
const WITHIN = 2000;
const MOST_HELLOS = 50;
/** The frame promises as many bytes. */
const STATEMENT_LENGTH = 8192;
/** Once in so many ms a frame is told what changed around it. */
const OFTEN = 100;
/** By more messages in that time it may have been overtaxed. */
const MANY = 20;
const SECOND = 1100;
/** For so many ms a frame that is in sight may be silent: once it is loaded, and until then. */
const SILENT = 6000;
const UNLOADED = 30000;
const HELLO = { kk: (/** @type {any} */ value) => value === VERSION, n: NONCE, h: whole(1, 1e6) };
const COUNT = whole(0, 10000);
const KINDS = {
  height: { h: whole(1, 1e6), seq: whole(1, 2 ** 31) },
  state: { phase: text(/^(intro|question|result)$/), i: COUNT, n: COUNT },
  error: { code: text(/^[a-z-]{1,32}$/) },
  result: { code: text(/^[\w.~-]{1,64}$/), statement: (/** @type {any} */ value) => plain(value) && textOf(value).length <= STATEMENT_LENGTH },
};
/** About as long as it is as JSON, of which scripts of an article may have changed what it writes. @param {any} value @returns {string} */
const textOf = (value) => (Object(value) === value ? Object.entries(value).map(([name, inner]) => name + textOf(inner)).join('":"",') : `${value}`);

/** @type {Set<Link>} */
export const links = new Set();
/** One frame and what was agreed with it. */
export class Link {
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
    frame.addEventListener('load', () => links.has(this) && this.wait());
    this.stop = [
      watch(IntersectionObserver, frame, ([{ isIntersecting }]) => {
        this.seen = +isIntersecting;
        // One out of sight may rightly not have started.
        if (this.seen && !this.hellos) this.expect(this.loaded ? SILENT : UNLOADED);
        this.later();
      }),
      // A frame below the fold is not told that it became wider or narrower.
      watch(ResizeObserver, frame, () => this.later()),
    ];
    this.follow();
  }

  /** Where in the document it stands decides what it looks like. */
  follow() {
    this.unfollow?.();
    this.unfollow = whenPageChanges(this.element, () => this.later());
    this.later();
  }

  /** @type {(() => void) | undefined} */
  unfollow;
  /** It greeted by itself since it was last loaded: an older one does. */
  spoke = false;
  /** It answers invitations: a newer one. */
  invited = false;
  said = 0;
  due = 0;
  silence = 0;
  loaded = false;
  asked = 0;
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

  /** @param {string} name @param {string} [without]  where there is no such attribute */
  option(name, without = '') {
    return this.element.getAttribute(name) ?? this.element.getAttribute('data-' + name) ?? without;
  }

  /** @param {string} t @param {object} [members] */
  say(t, members) {
    this.said++;
    this.port?.postMessage({ t, ...members });
  }

  /** @param {string} name @param {object} detail */
  fire(name, detail) {
    this.element.dispatchEvent(new CustomEvent('kk-' + name, { bubbles: true, composed: true, detail }));
  }

  /** Tells the frame what changed around it: a window that is being resized would say so with every frame that is drawn. */
  later() {
    this.due ||= window.setTimeout(() => {
      this.due = 0;
      if (!this.frame.isConnected) return this.drop();
      // Of very many in a second the frame drops some, perhaps the last: said again when that second is over.
      if (this.said > MANY) {
        setTimeout(() => {
          this.looked = this.lang = '';
          this.later();
        }, SECOND);
      }
      this.look();
      this.say('visible', { r: this.seen });
      this.said = 0;
      // Who compares the page with what its server sent (Turbo, morphdom) takes our style away.
      if (this.height && this.frame.style.height !== `${this.height}px`) this.resize(this.asked);
    }, OFTEN);
  }

  /** The frame is asked for its first words, by a port of their own: posted to the window every script of the article gets them. */
  invite() {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      this.invited = true;
      this.hear({ origin: 'null', data });
    };
    this.frame.contentWindow?.postMessage({ kk: VERSION, t: 'hello' }, '*', [port2]);
  }

  /** The frame was loaded: soon it should say something. */
  wait() {
    if (!this.spoke || this.invited) this.invite();
    this.spoke = false;
    this.loaded = true;
    this.expect(SILENT);
  }

  /** @param {number} silent  for as many ms, in sight, it is not strange that nothing is heard */
  expect(silent) {
    clearTimeout(this.silence);
    // Second by second: where the article was busy, or the reader's machine slept, an answer may be waiting for us.
    this.silence = window.setTimeout(() => {
      if (silent > SECOND) this.expect(silent - SECOND);
      // Without an address it waits for somebody else: for consent, or for a reader who comes near.
      else if (!this.hellos && this.seen && /:\//.test(this.frame.src) && !this.missing()) this.fire('error', { code: 'no-answer' });
    }, SECOND);
  }

  /** @returns {unknown} whether something else is tried */
  missing() {
    return false;
  }

  /** What the frame should look like: as the options say, where they are "auto" as the article around it does. */
  wanted() {
    const { element } = this;
    const [theme, lang, accent, font] = ['theme', 'lang', 'accent', 'font'].map((name) => this.option(name).replace(/^#/, ''));
    const valid = (/** @type {(value: any) => boolean} */ ok, /** @type {string} */ value) => (ok(value) ? value : '');
    // As many pages write it; of what follows a part of one letter, or a sign that no tag has, nothing is of the language.
    const tag = (/** @type {string} */ said) => /^[a-z]{2,3}(-[a-z\d]{2,8})*(?![a-z\d])/i.exec(said.trim().replace(/_/g, '-'))?.[0] ?? '';
    return {
      theme: THEME(theme) && theme !== 'auto' ? theme : themeOf(element),
      lang: tag(lang) || tag(languageOf(element)),  // "auto" is no language
      accent: valid(ACCENT, accent === 'auto' ? accentOf(element) : accent),
      font: valid(FONT, font === 'auto' ? fontOf(element) : font),
    };
  }

  look() {
    const { lang, ...now } = this.wanted();
    const key = textOf(now);
    if (key !== this.looked) this.say('theme', now);
    // The reader may have chosen another language in the frame: only a new one of the article overrules that.
    if (lang && lang !== this.lang) this.say('lang', { lang });
    this.looked = key;
    this.lang = lang;
  }

  /** @param {{origin: string, data: any}} event  from this frame's window */
  hear({ origin, data }) {
    if (!fits(data, HELLO) || data.t !== 'hello' || (this.n && data.n !== this.n)) return;
    if (origin !== 'null' && origin !== new URL(this.frame.src).origin) return;
    // Again: the frame was loaded anew, or said it before our answer came. On both sides the last port counts.
    if (++this.hellos > MOST_HELLOS) return;
    this.port?.close();
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.seq = 0;
    listenTo(port1, KINDS, (kind, message) => this.heard(kind, message), () => {
      this.port = null;
      setTimeout(() => this.invite(), 10 * OFTEN);
    });
    const { lang, ...look } = this.wanted();
    this.looked = textOf(look);
    this.lang = lang;
    const welcome = { kk: VERSION, t: 'welcome', n: data.n, ...look, lang, maxH: this.most(), wantsResult: this.share() };
    this.frame.contentWindow?.postMessage(welcome, '*', [port2]);  // a sandboxed frame has no origin to name
    this.say('visible', { r: this.seen });
    this.there();
    this.fire('ready', { version: VERSION });
    this.resize(data.h);
  }

  there() {}

  share = () => /^(|true|share)$/.test(this.option('result', '-'));
  least = () => Math.max(+this.option('min-height') || 0, 120);
  most = () => Math.min(Math.max(+this.option('max-height') || 1e5, this.least()), 1e5);

  /** @param {string} kind @param {import('../shared/protocol.js').Message} message */
  heard(kind, message) {
    if (kind !== 'height') {
      if (kind !== 'result' || this.share()) this.fire(kind, message);
    } else if (message.seq > this.seq) {
      this.seq = message.seq;
      this.resize(message.h);
    }
  }

  /** @param {number} height */
  resize(height) {
    const { frame } = this;
    const width = frame.clientWidth;
    this.asked = height;
    const time = performance.now();
    if (width !== this.width) {
      this.width = width;
      this.changes = [];
      this.frozen = false;
    }
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
    frame.style.setProperty('max-height', 'none', 'important');
    // The room that was kept for it is given back when the reader brings about another height, or out of sight. The picture may be a
    // pixel or two higher or lower than the text that was there first: that is not the reader's doing.
    if (!this.height) setTimeout(() => this.seen || this.give(), SECOND);
    else if (Math.abs(this.height - height) > 8) this.give();
    this.height = height;
  }

  give() {}

  drop() {
    this.port?.close();
    this.port = null;
    links.delete(this);
    clearTimeout(this.due);
    clearTimeout(this.silence);
    for (const stop of [...this.stop, this.unfollow]) stop?.();
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
