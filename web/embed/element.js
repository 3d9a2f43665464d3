// The element <klant-kompas>: it makes a frame as wide as the column that it stands in, and follows its attributes.
import { Link } from './link.js';

export const NAME = 'klant-kompas';
const SANDBOX = 'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
/**
 * As wide as the column, and no column is made wider by it: a row or a centred column asks for 720 px, so that one that takes
 * its width from what stands in it gets enough. Its own scheme, or a dark article would make the frame opaque.
 */
const STYLE = 'all:initial;display:block;width:720px;min-width:100%;max-width:100%;color-scheme:light';
/** Of the element, as far as the article's own styles say nothing else. */
const FILL = ':host{display:block;width:100%;width:-moz-available;width:-webkit-fill-available;width:stretch}:host(:fullscreen){overflow:auto}:host([hidden]){display:none}';
/** The room that was kept is given back, whatever keeps it. */
const GIVEN = ':host{min-height:0!important}';
/** What an author puts inside the element for readers without scripts is a sentence or a link; this is an article. */
const ARTICLE = 'h1,h2,h3,h4,article,section,form,table,ul,ol,pre,blockquote,figure,video,iframe,p~p';
const SENTENCE = 500;
/** Where the widget's file is, unless `src` says so: beside this script. */
const HOME = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || document.baseURI;

const nonce = () => crypto.getRandomValues(new Uint8Array(16)).join('-');

/** @param {string} text */
function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

const FILLED = sheet(FILL);
const LEFT = sheet(GIVEN);
/** Properties that write the attribute of their name. */
const OPTIONS = ['src', 'theme', 'accent', 'font', 'heading', 'modules', 'result', 'minHeight', 'maxHeight'];
const attributeOf = (/** @type {string} */ name) => name.replace('H', '-h');
let warned = false;

/**
 * The frame stands in a shadow tree: the article's styles do not reach it, and frameworks that compare the article with what
 * their server sent find nothing of ours. What the author put inside is shown when the frame does not answer.
 */
export class KlantKompas extends HTMLElement {
  static observedAttributes = ['lang', ...OPTIONS.map(attributeOf)];

  /** @type {Link | null} */
  link = null;
  root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  inside = document.createElement('slot');
  renewing = false;
  lost = false;

  constructor() {
    super();
    // Set before this script came: they would hide the properties below.
    for (const name of OPTIONS) {
      if (!Object.hasOwn(this, name)) continue;
      const value = /** @type {any} */ (this)[name];
      delete /** @type {any} */ (this)[name];
      queueMicrotask(() => { /** @type {any} */ (this)[name] = value; });
    }
    new MutationObserver(() => this.arrange()).observe(this, { childList: true });
  }

  connectedCallback() {
    this.renew();
  }

  /** By moveBefore(): the frame runs on. */
  connectedMoveCallback() {
    this.link?.follow();
  }

  disconnectedCallback() {
    this.close();
  }

  close() {
    this.link?.drop();
    this.link = null;
    this.root.replaceChildren();
  }

  /** Starts a new frame when all attributes of now are set. */
  renew() {
    if (this.renewing) return;
    this.renewing = true;
    queueMicrotask(() => {
      this.renewing = false;
      if (this.isConnected) this.open(document.baseURI);
    });
  }

  /** @param {string} base  what `src` is relative to */
  open(base) {
    this.close();
    const src = this.getAttribute('src') || '';
    const from = (/** @type {string} */ place) => {
      try {
        return new URL(src || 'klantkompas.html', place).href;
      } catch {
        return src;  // no address at all: nothing will answer
      }
    };
    const file = from(src && base || HOME);
    // It was once read from beside this script: where nothing answers, that is tried too.
    const other = from(HOME);
    const frame = document.createElement('iframe');
    const n = nonce();
    const link = new Link(frame, this, n);
    const options = Object.entries({ ...link.wanted(), modules: this.getAttribute('modules') ?? '', n });
    const [page, own = ''] = file.split('#');
    link.give = () => { this.root.adoptedStyleSheets = [FILLED, LEFT]; };
    link.there = () => this.arrange(false);
    link.missing = () => {
      if (file === other) return this.arrange(true);
      console.warn(`<klant-kompas>: nothing answers at ${page}, trying ${other}`);
      this.open(HOME);
      return true;
    };
    frame.loading = 'lazy';
    frame.referrerPolicy = 'no-referrer';
    frame.allow = 'clipboard-write';
    // An isolated article shows no other frames, and this one needs no credentials.
    /** @type {any} */ (frame).credentialless = self.crossOriginIsolated;
    frame.setAttribute('sandbox', SANDBOX);
    frame.style.cssText = STYLE;
    frame.src = `${page}#${[own, ...options.filter(([, value]) => value).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)].filter(Boolean).join('&')}`;
    this.link = link;
    this.name();
    this.root.adoptedStyleSheets = [FILLED];
    frame.style.height = `${Math.max(this.offsetHeight, link.least())}px`;
    this.root.append(frame, this.inside);
    this.arrange(false);
  }

  name() {
    if (this.link) this.link.frame.title = this.getAttribute('heading') || 'Klantkompas';
  }

  /** Shows what stands inside when it is needed, or when it is the article itself. @param {boolean} [lost]  the frame does not answer */
  arrange(lost = this.lost) {
    this.lost = lost;
    const { length } = this.textContent?.trim() ?? '';
    const article = length > SENTENCE || this.querySelector(ARTICLE);
    if (article && !warned) console.warn('<klant-kompas> needs an end tag');
    warned ||= Boolean(article);
    this.inside.style.display = lost || article ? 'contents' : 'none';
    if (!this.link) return;
    this.link.frame.style.display = lost && (length || this.childElementCount) ? 'none' : 'block';
    if (lost) this.link.give();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    const { link } = this;
    if (before === now || !link) return;
    if (name === 'src' || name === 'modules') this.renew();
    else if (name === 'heading') this.name();
    else if (name === 'result' || name === 'max-height') link.invite();
    else link.look();
    link.later();
    if (link.height && name.endsWith('-height')) link.resize(link.asked);
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

for (const name of OPTIONS) {
  const attribute = attributeOf(name);
  // Without a prototype: some pages give all objects a member "value".
  /** @type {PropertyDescriptor & ThisType<any> & {__proto__: null}} */
  const accessors = {
    __proto__: null,
    get() { return this.getAttribute(attribute); },
    set(value) {
      if (value === null || value === undefined || value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value === true ? '' : value);
    },
  };
  Object.defineProperty(KlantKompas.prototype, name, accessors);
}
