// The page around us. It is told our height and how far the reader is, never an answer; a result only after the reader's own
// press. Our protocol has a nonce and a port of its own, which no sibling frame can reach; until somebody answers it, and
// next to it, the formats of other resizers are spoken. Nothing here is needed: without a host the frame scrolls inside.
import { ACCENT, FONT, LANGUAGE, NONCE, THEME, VERSION, fits, listenTo, maybe, whole } from '../shared/protocol.js';
import { createResizers } from './resizers.js';

/** When a host that did not answer yet is greeted again: its script may come late. */
const GREETINGS = [300, 1200, 5000, 20000];
/** Of heights in a second; what comes faster is left out, but never the last. */
const GAP = 50;
const MOST_WELCOMES = 50;
const MOST_INVITATIONS = 50;
/** After so many ms a page whose port was closed is greeted again. */
const AGAIN = 1000;
const STATEMENT_BYTES = 8192;

const boolean = (/** @type {any} */ value) => typeof value === 'boolean';
const empty = (/** @type {(value: any) => boolean} */ ok) => maybe((value) => value === '' || ok(value));
const LOOK = { theme: maybe(THEME), accent: empty(ACCENT), font: empty(FONT), lang: empty(LANGUAGE) };
const WELCOME = { ...LOOK, kk: (/** @type {any} */ value) => value === VERSION, n: NONCE, maxH: maybe(whole(120, 100000)), wantsResult: maybe(boolean) };
const COMMANDS = {
  visible: { r: (/** @type {any} */ r) => Number.isFinite(r) && r >= 0 && r <= 1 },
  theme: { theme: THEME, accent: LOOK.accent, font: LOOK.font },
  lang: { lang: LANGUAGE },
  print: {},
  reset: {},
};

/**
 * @typedef {object} Orders  what the host may ask
 * @property {() => void} measure  our width may have changed
 * @property {(values: {[key: string]: string | undefined}) => void} look  theme, accent, font or lang
 * @property {(share: number) => void} visible
 * @property {() => void} print
 * @property {() => void} reset
 * @property {() => void} asked  it would like the result
 */

/**
 * @param {object} parts
 * @param {string} parts.nonce  from the address; "" when the host's script did not make the frame
 * @param {string} parts.secret  WordPress's
 */
export function createHost({ nonce, secret }) {
  const framed = parent !== self;
  const root = document.documentElement;
  const own = NONCE(nonce) ? nonce : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  // To any origin: an article's address is not known here, and nothing in these messages is secret.
  const post = (/** @type {unknown} */ message) => framed && parent.postMessage(message, '*');
  const resizers = createResizers(post, secret);
  /** @type {MessagePort | null} */
  let port = null;
  /** @type {Orders | null} */
  let orders = null;
  let height = 0;
  let told = 0;
  let seq = 0;
  let last = -Infinity;
  let timer = 0;
  let follows = 0;
  let welcomes = 0;
  /** How often our own script asked for our first words, and the port that it gave for them. */
  let invitations = 0;
  /** @type {MessagePort | undefined} */
  let door;
  /** It asked without one. */
  let shout = false;
  /** @type {{phase: string, i: number, n: number}} */
  let reached = { phase: 'intro', i: 0, n: 0 };
  let wanted = false;

  function tell() {
    timer = 0;
    last = performance.now();
    told = height;
    resizers.tell(height);
    port?.postMessage({ t: 'height', h: height, seq: ++seq });
    // Between our growing and the host's a scrollbar would flash, and narrow the page for a moment.
    if (!follows) return;
    root.dataset.fit = '';
    clearTimeout(follows);
    follows = window.setTimeout(fit, 1000);
  }

  /** A host that gives us less than we asked for: what is below must be reached by scrolling. */
  function fit() {
    if (innerHeight < told - 1) delete root.dataset.fit;
  }

  /**
   * The first words. An object that is posted into the article makes scripts there throw that take every message for JSON:
   * our own script gives a port for them, and only one that is older than that, or is known by its nonce, hears them there.
   */
  function greet() {
    if (!height) return;
    const hello = { kk: VERSION, t: 'hello', n: own, v: [VERSION], h: height };
    door?.postMessage(hello);
    if (shout || (!port && !door && NONCE(nonce))) post(hello);
    shout = false;
    if (!port && !door) resizers.greet();
  }

  /** @param {MessagePort} [to] */
  function invited(to) {
    if (++invitations > MOST_INVITATIONS) return;
    if (to) door = to;
    else shout = true;
    greet();
  }

  /** Somebody asks: measured first, for a frame below the fold is not told that its width changed. */
  function answer() {
    orders?.measure();
    if (!height || timer) return;
    const wait = last + GAP - performance.now();
    if (wait > 0) timer = window.setTimeout(tell, wait);
    else tell();
  }

  /** @param {MessageEvent} event */
  function hear({ source, data, ports }) {
    if (source !== parent || !framed) return;
    if (typeof data !== 'object' || data === null || data.kk !== VERSION) {
      if (resizers.hear(data)) answer();
    } else if (data.t === 'hello') {
      invited(ports[0]);
    } else if (data.t === 'welcome' && welcomes < MOST_WELCOMES && data.n === own && ports.length === 1 && fits(data, WELCOME)) {
      welcome(data, ports[0]);
    }
  }

  /** @param {import('../shared/protocol.js').Message} data @param {MessagePort} to */
  function welcome({ theme, accent, font, lang, wantsResult }, to) {
    welcomes++;
    port?.close();  // the host's script started anew, or answered twice: the last port counts
    port = to;
    follows ||= window.setTimeout(fit, 1000);
    door = undefined;
    listenTo(port, COMMANDS, obey, () => {
      port = null;
      setTimeout(greet, AGAIN);
    });
    orders?.look({ theme, accent, font, lang });
    if (wanted !== (wantsResult === true)) {
      wanted = !wanted;
      orders?.asked();
    }
    answer();
    port.postMessage({ t: 'state', ...reached });
  }

  /** @param {string} kind @param {import('../shared/protocol.js').Message} message */
  function obey(kind, message) {
    if (kind === 'visible') {
      orders?.visible(message.r);
      orders?.measure();
    } else if (kind === 'theme' || kind === 'lang') {
      orders?.look(message);
    } else if (kind === 'print') {
      orders?.print();
    } else {
      orders?.reset();
    }
  }

  addEventListener('message', hear);
  addEventListener('resize', () => {
    if (Math.abs(innerHeight - told) <= 1) follows ||= window.setTimeout(fit, 1000);
  });

  return {
    /** @param {Orders} to */
    obeyedBy(to) {
      orders = to;
    },
    /** The height of what is shown, in CSS px. Told at once, when it changed. @param {number} now */
    report(now) {
      if (now < 1 || now === height) return;
      const first = !height;
      height = now;
      if (first) {
        tell();
        // Our own script, which gave the nonce, speaks first as soon as the frame is loaded.
        if (!NONCE(nonce) || door) greet();
        for (const wait of GREETINGS) setTimeout(greet, wait);
      } else if (!timer) {
        const wait = last + GAP - performance.now();
        if (wait > 0) timer = window.setTimeout(tell, wait);
        else tell();
      }
    },
    /** How far the reader is, and no more. @param {import('../shared/record.js').Record} record */
    at({ phase, i = 0, n = 0 }) {
      if (!phase || i === reached.i && phase === reached.phase) return;
      reached = { phase, i, n };
      port?.postMessage({ t: 'state', ...reached });
    },
    /** Something failed, by its name. @param {string} code */
    error: (code) => port?.postMessage({ t: 'error', code }),
    wanted: () => wanted,
    /** The reader pressed the button for it. @param {string} code @param {string} statement  xAPI, as JSON */
    send(code, statement) {
      if (!wanted || !port || new TextEncoder().encode(statement).length > STATEMENT_BYTES) return false;
      port.postMessage({ t: 'result', code, statement: JSON.parse(statement) });
      return true;
    },
  };
}

/** @typedef {ReturnType<typeof createHost>} Host */
