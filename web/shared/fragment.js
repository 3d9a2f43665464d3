// The page's fragment: #k=CODE&at=SCREEN&lang=nl&theme=dark&…, read at the start and on hashchange. Used by head.js and main.js.

/** @typedef {{pairs: [string, string][], tail: string}} Fragment  `tail` is WordPress's "?secret=…", kept as it came */

/**
 * WordPress appends "#?secret=…" to the address, also after a fragment of ours: "#k=…#?secret=…".
 * @param {string} hash  as in location.hash
 * @returns {Fragment}
 */
export function parseFragment(hash) {
  const own = hash.replace(/^#/, '');
  const tail = /#?\?secret=.*$/s.exec(own)?.[0] ?? '';
  const pairs = own.slice(0, own.length - tail.length).split('&').filter(Boolean).map((pair) => {
    const at = pair.indexOf('=');
    return /** @type {[string, string]} */ (at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]);
  });
  return { pairs, tail };
}

/**
 * The decoded value of a key, or "" where it is absent or badly encoded. Nothing we accept is longer: a code has a
 * character for each question, of at most 1,000, and a few for the modules.
 * @param {Fragment} fragment
 * @param {string} key
 */
export function get({ pairs }, key) {
  try {
    return decodeURIComponent(pairs.find(([name]) => name === key)?.[1] ?? '').slice(0, 4096);
  } catch {
    return '';
  }
}
