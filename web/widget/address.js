// The page's own address: the result code and the open screen are kept in the fragment, so that a reload or a bookmark
// brings the reader back. Everything else in the fragment stays as it came.
import { get, parseFragment } from '../shared/fragment.js';

const GAP = 500;

/**
 * @param {(changed: (key: string) => boolean) => void} onChange  the fragment was changed from outside
 * @param {string} stored  what this device kept, as a fragment: counts where the address has no code of its own
 */
export function createAddress(onChange, stored) {
  const { dataset } = document.documentElement;
  // A page that was saved has its answers in itself, for it lost its address; until they were wiped in there.
  const saved = dataset.saved ?? '';
  const own = saved || stored;
  let fragment = parseFragment(!own || /[#&]k\b/.test(location.hash) ? location.hash : `${location.hash}&${own}`);
  let timer = 0;
  let last = -Infinity;
  let seen = location.hash;
  /** @type {{[key: string]: string}} */
  let due = {};
  /** What is in no address: the plan, which the tab remembers beside it, and a saved page in itself. */
  const remembered = () => String(history.state?.plan ?? dataset.plan ?? '');
  let plan = remembered();

  function flush() {
    clearTimeout(timer);
    timer = 0;
    removeEventListener('beforeunload', flush);
    if (location.hash !== seen) return;  // changed from outside just now: hashchange is on its way, and would find ours
    const pairs = fragment.pairs.filter(([name]) => !(name in due));
    for (const [name, value] of Object.entries(due)) if (value || (saved && name === 'k')) pairs.push([name, value]);
    const text = pairs.map(([name, value]) => (value ? `${name}=${value}` : name)).join('&') + fragment.tail;
    due = {};
    dataset.saved = text;
    const written = plan === (history.state?.plan ?? '');
    if (plan || dataset.plan) dataset.plan = plan;
    if (text === location.hash.replace(/^#/, '') && written) return;
    fragment = { ...fragment, pairs };
    last = performance.now();
    try {
      history.replaceState(written ? history.state : { ...history.state, plan }, '', text ? `#${text}` : location.pathname + location.search);
    } catch {
      // Some embeddings refuse it, browsers limit how often it may be called: the page works without.
    }
    seen = location.hash;
  }

  addEventListener('hashchange', () => {
    const before = fragment;
    const unwritten = due;
    seen = location.hash;
    fragment = parseFragment(seen);
    due = {};
    onChange((key) => get(fragment, key) !== (unwritten[key] ?? get(before, key)));
  });
  addEventListener('pagehide', () => timer && flush());

  function write() {
    const wait = last + GAP - performance.now();
    if (wait <= 0) return flush();
    timer ||= window.setTimeout(flush, wait);
    // In a frame of another site only this comes before its article is left. Not kept: it could keep the page out of the back-forward cache.
    addEventListener('beforeunload', flush);
  }

  return {
    get: (/** @type {string} */ key) => get(fragment, key),
    /** p.ID=VALUE: what the page around us says, as "ID=VALUE". @param {(key: string) => boolean} [fits]  only of these keys */
    parameters: (fits = () => true) => fragment.pairs.filter(([name]) => name.startsWith('p.') && fits(name)).map(([name]) => `${name.slice(2)}=${get(fragment, name)}`),
    has: (/** @type {string} */ key) => fragment.pairs.some(([name]) => name === key),
    /**
     * Written at once, but at most once in 500 ms; "" takes the key out. At once, because what a frame of another site writes
     * while its article is left comes too late for the way back.
     */
    set(/** @type {{[key: string]: string}} */ values) {
      Object.assign(due, values);
      write();
    },
    /** In the tab's history, which brings it back after a reload; "": nothing. @param {string} text */
    remember(text) {
      if (text === plan) return;
      plan = text;
      write();
    },
    remembered,
  };
}
