// The page's own address: the result code and the open screen are kept in the fragment, so that a reload or a bookmark
// brings the reader back. Everything else in the fragment stays as it came.
import { get, parseFragment } from './fragment.js';

const GAP = 500;

/** @param {(changed: (key: string) => boolean) => void} onChange  the fragment was changed from outside */
export function createAddress(onChange) {
  let fragment = parseFragment(location.hash);
  let timer = 0;
  /** @type {{[key: string]: string}} */
  let due = {};

  function flush() {
    clearTimeout(timer);
    timer = 0;
    const pairs = fragment.pairs.filter(([name]) => !(name in due));
    for (const [name, value] of Object.entries(due)) if (value) pairs.push([name, value]);
    const text = pairs.map(([name, value]) => (value ? `${name}=${value}` : name)).join('&') + fragment.tail;
    due = {};
    if (text === location.hash.replace(/^#/, '')) return;
    fragment = { ...fragment, pairs };
    try {
      history.replaceState(history.state, '', text ? `#${text}` : location.pathname + location.search);
    } catch {
      // Some embeddings refuse it, browsers limit how often it may be called: the page works without.
    }
  }

  addEventListener('hashchange', () => {
    const before = fragment;
    fragment = parseFragment(location.hash);
    due = {};
    onChange((key) => get(fragment, key) !== get(before, key));
  });
  addEventListener('pagehide', () => timer && flush());

  return {
    get: (/** @type {string} */ key) => get(fragment, key),
    has: (/** @type {string} */ key) => fragment.pairs.some(([name]) => name === key),
    /** Written soon, at most once in 500 ms; "" takes the key out. */
    set(/** @type {{[key: string]: string}} */ values) {
      Object.assign(due, values);
      timer ||= window.setTimeout(flush, GAP);
    },
  };
}
