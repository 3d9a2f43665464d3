// The code an author pastes to place the widget, by the options chosen: for the article's own page (builder.js) and for the
// build (scripts/dist.mjs). src/view/embed.cpp writes the same inside the widget; tests/browser/builder.test.mjs compares them.

const SANDBOX = 'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
export const MODULES = ['words', 'mirror', 'excuses', 'context'];
export const EXAMPLE = 'https://example.org/klantkompas.html';
/** Of a frame that nobody resizes, in px: room for every question from 302 px wide. */
const HEIGHT = 1220;

/**
 * @typedef {object} Choice  "" means: left to the widget
 * @property {'iframe' | 'script' | 'wordpress' | 'oembed'} way  wordpress: a block of HTML; oembed: the address alone
 * @property {string} address  of the widget's page, without fragment
 * @property {string} title  names the frame
 * @property {string} [lang]
 * @property {string} [theme]  light or dark
 * @property {string} [accent]  six digits; for the script also "auto", as the page
 * @property {string} [font]  a family; for the script also "auto"
 * @property {string} [view]  "text" begins with the text view
 * @property {string[]} [modules]  those on offer
 * @property {boolean} [result]  asks readers for their result; only the script can
 * @property {string} [integrity]  hash of embed.js, for the script
 */
/** @typedef {{tag: string, attributes: [string, string][]}} Markup  attributes without a value are left out */

/** @param {[string, string][]} pairs */
const fragment = (pairs) => pairs.filter(([, value]) => value).map(([key, value]) => `${key}=${value.replaceAll(' ', '%20')}`).join('&');

/** The element that is the widget in an article. @param {Choice} choice @returns {Markup} */
export function widget({ way, address, title, lang = '', theme = '', accent = '', font = '', view = '', modules = MODULES, result = false }) {
  const offered = modules.length === MODULES.length ? '' : MODULES.filter((name) => modules.includes(name)).join() || 'none';
  /** @type {[string, string][]} */
  const options = [['lang', lang], ['theme', theme], ['accent', accent], ['font', font]];
  const at = (/** @type {[string, string][]} */ pairs) => [address, fragment(pairs)].filter(Boolean).join('#');
  if (way === 'script') {
    return {
      tag: 'klant-kompas',
      // Room for the intro, which is 626 to 702 px high where it is wide, and on a phone, as the page's width tells, 766 to 932.
      attributes: [['src', at([['view', view]])], ['heading', title], ...options, ['modules', offered], ['result', result ? 'share' : ''],
        ['style', 'display:block;min-height:max(680px,1120px - 50vw)']],
    };
  }
  return {
    tag: 'iframe',
    attributes: [['src', at([...options, ['view', view], ['modules', offered]])], ['title', title], ['loading', 'lazy'], ['referrerpolicy', 'no-referrer'],
      ['sandbox', SANDBOX], ['allow', 'clipboard-write'],
      // As attributes too: a page whose policy allows no inline styles would leave 304 x 154 px.
      ['width', '100%'], ['height', String(HEIGHT)], ['frameborder', '0'],
      ['style', `display:block;width:100%;height:${HEIGHT}px;border:0;color-scheme:light`]],
  };
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (/** @type {string} */ text) => text.replace(/[&<>"']/g, (char) => ESCAPES[/** @type {keyof typeof ESCAPES} */ (char)]);

/** @param {Markup} markup */
const html = ({ tag, attributes }) =>
  `<${[tag, ...attributes.filter(([, value]) => value).map(([name, value]) => `${name}="${escaped(value)}"`)].join(' ')}></${tag}>`;

/** The text to paste. @param {Choice} choice */
export function snippet(choice) {
  if (choice.way === 'oembed') return choice.address;
  const element = html(widget(choice));
  if (choice.way !== 'script') {
    // Themes centre what stands in the article by its margins, and some stretch a bare frame over the whole page.
    const frame = `<div>${element}</div>`;
    // A block as WordPress keeps it: pasted into its editor, it is one.
    return choice.way === 'iframe' ? frame : `<!-- wp:html -->\n${frame}\n<!-- /wp:html -->`;
  }
  const script = escaped(choice.address.slice(0, choice.address.lastIndexOf('/') + 1) + 'embed.js');
  const check = choice.integrity ? ` integrity="${choice.integrity}" crossorigin="anonymous"` : '';
  return `<script src="${script}"${check} defer></script>\n${element}`;
}
