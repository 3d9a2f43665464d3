// Result codes in whatever people pass on: an address, a mail that broke its lines, a sentence, a link inside another link.
// The one place that takes a code out of a text.

/** What a record says (src/exchange/result_code.h) of a good code from before a text changed, */
export const REWORDED = 5;
/** of one from before the scoring changed, and of such a one that lies beside the result now. */
export const RESCORED = 4;
export const EARLIER = 7;
const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';  // of src/exchange/result_code.cpp, as is the check
const TAG = /<\/?\w+(=?\s[^<>]*)?>/g;
const MOST = 20_000;
const LONGEST = 4096;
const MOST_CODES = 500;

/** The first code that is whole, from this place on; "" where there is none. Blanks in it do not count. @param {string} signs @param {number} from */
function wholeAt(signs, from) {
  let sum = 1;
  let code = '';
  let check = '';
  for (let at = from; at < signs.length && code.length < LONGEST; at++) {
    const c = signs[at];
    if (c === ' ') continue;
    code += c;
    if (code.length > 15 && code.slice(-5) === check && !/\w/.test(signs[at + 1] ?? '')) return code;
    sum = (sum * 524_309 + c.charCodeAt(0)) % 1_048_573;
    if (c === '.') check = c + [15, 10, 5, 0].map((bits) => SYMBOLS[(sum >> bits) & 31]).join('');
  }
  return '';
}

/**
 * Undoes what mail, chat and other links do to an address: percent signs (also twice), entities, quoted-printable.
 * @param {string} text
 */
export function plain(text) {
  let out = text.slice(0, MOST);
  for (let before = ''; out !== before;) {
    before = out;
    out = out.replace(/(%[0-9a-f]{2})+/gi, (encoded) => {
      try {
        return decodeURIComponent(encoded);
      } catch {
        return ' ';
      }
    });
  }
  return out.replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex, digits) => String.fromCharCode(parseInt(digits, hex ? 16 : 10)))
    .replace(/&amp;/gi, '&').replace(/&[a-z]+;/gi, ' ').replace(/=(2[0-9a-f]|3d)/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * Every whole code in a text, in small letters, each once, in the order in which they stand. Blanks, signs and marks around it
 * and in it do not matter, nor does a pair of hyphens that was made a dash; a letter more or less does.
 * @param {string} text
 * @returns {string[]}
 */
export function codesIn(text) {
  const found = new Set();
  // One sign for each run of them: what looks for a line's end would try every blank before none, at each of them.
  const blanks = text.replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' '));
  // A line's end or a tag may stand between two codes, or inside one or its encoding, and a line's end inside a tag.
  for (const gap of [' ', '']) {
    const lines = blanks.replace(TAG, gap).replace(/=?\n[\s>]*/g, gap);
    const bare = plain(lines).normalize('NFKC').replace(TAG, gap)
      .replace(/[\u2010-\u2012\u2212]/g, '-').toLowerCase();
    for (const dash of /[\u2013\u2014]/.test(bare) ? ['-', '--'] : ['']) {
      const signs = bare.replace(/[\u2013\u2014]/g, dash).replace(/[^a-z0-9.-]+/g, ' ');
      for (const { index = 0 } of [...signs.matchAll(/\b(?=1(?: ?[a-z0-9]){8} ?\.)/g)].slice(0, MOST_CODES)) {
        const whole = wholeAt(signs, index);
        if (whole) found.add(whole);
      }
    }
  }
  return [...found];
}
