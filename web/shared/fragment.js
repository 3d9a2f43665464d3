// The page's fragment: #k=CODE&at=SCREEN&lang=nl&theme=dark&…, read at the start and on hashchange.
import { codesIn, plain } from './code.js';

/** @typedef {{pairs: [string, string][], tail: string}} Fragment  `tail` is WordPress's "?secret=…", kept as it came */

/** What a fragment of ours may say. */
const KEY = /^(k|at|before|then|now|lang|theme|accent|font|view|modules|team|n|p\..+)$/;

const split = (/** @type {string} */ text) => text.split(/&(?:amp;)?/).filter(Boolean).map((pair) => {
  const at = pair.indexOf('=');
  return /** @type {[string, string]} */ (at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]);
});

/**
 * WordPress appends "#?secret=…" to the address, also after a fragment of ours: "#k=…#?secret=…". One that was encoded once
 * more on its way is read all the same, and a code counts wherever it stands but in `before`; several stand in `k` with a space
 * between them.
 * @param {string} hash  as in location.hash
 * @returns {Fragment}
 */
export function parseFragment(hash) {
  const all = hash.replace(/^#/, '');
  const tail = /#?\?secret=.*$/s.exec(all)?.[0] ?? '';
  const own = all.slice(0, all.length - tail.length);
  let pairs = split(own);
  if (!pairs.some(([name]) => KEY.test(name))) pairs = split(plain(own));
  const before = pairs.filter(([name]) => name === 'before');
  const others = pairs.filter(([name]) => name !== 'before');
  const codes = codesIn(before.length ? others.map((pair) => pair.join('=')).join('&') : own);
  if (codes.length) pairs = [...others.filter(([name, value]) => name !== 'k' && !codesIn(name + value).length), ['k', codes.join(' ')], ...before];
  return { pairs, tail };
}

/**
 * The decoded value of a key, or "" where it is absent or badly encoded; without the marks and trackers that were put behind
 * an address. Nothing we accept is longer: a code has a character for each question, of at most 1,000, and a few for the modules.
 * @param {Fragment} fragment
 * @param {string} key
 */
export function get({ pairs }, key) {
  try {
    const value = decodeURIComponent(pairs.find(([name]) => name === key)?.[1] ?? '').slice(0, 4096);
    return /^(k|before|font|p\..*)$/.test(key) ? value : (/^[\w,-]*[a-z0-9]/i.exec(value)?.[0] ?? '');
  } catch {
    return '';
  }
}

/**
 * The code in a text: the one that is of this questionnaire; with blanks between them where several of it stand there.
 * @param {string} text
 * @param {string} mark  how each of them begins
 */
export function codeIn(text, mark) {
  const codes = codesIn(text);
  const ours = codes.filter((code) => code.startsWith(mark));
  // Of a link with a code that is not whole, that code is what is refused.
  return ours.join(' ') || (codes[0] ?? (get(parseFragment(text.slice(text.indexOf('#') + 1).trim()), 'k') || text).replace(/\s/g, ''));
}
