// What the article around the widget looks like, for embed.js: its theme, accent, font and language.

const dark = matchMedia('(prefers-color-scheme: dark)');
const GENERIC = /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-.*|math|emoji|-apple-system|BlinkMacSystemFont)$/i;
/** What browsers give links without a style: no choice of the article. */
const PLAIN_LINKS = /^(0000(ee|ff)|9e9eff|8c8cff)$/;

/** One for all colours: articles change their looks often. @type {CanvasRenderingContext2D | null | undefined} */
let pixel;

/** Red, green, blue (0 to 255) and alpha of a computed colour, also where that is written as color(…) or lab(…). */
function channels(/** @type {string} */ colour) {
  // As nearly all are written; and where the reader's browser falsifies canvases, no other way is true.
  const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour);
  if (plain) return [...plain.slice(1, 4).map(Number), Number(plain[4] ?? 1) * 255];
  pixel ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pixel) return [0, 0, 0, 0];
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  return [...pixel.getImageData(0, 0, 1, 1).data];
}

/** What an element is written in, and what it is painted in: out of the shadow trees too. @param {Element} element @returns {Element | undefined} */
const above = (element) => element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host;
const around = (/** @type {Element} */ element) => element.assignedSlot ?? above(element);

/** Of the first opaque colour behind the element; without one, of the page. @param {HTMLElement} element */
export function themeOf(element) {
  for (let at = /** @type {Element | undefined} */ (element); at; at = around(at)) {
    const [r, g, b, alpha] = channels(getComputedStyle(at).backgroundColor);
    if (alpha > 127) return 0.2126 * r + 0.7152 * g + 0.0722 * b < 110 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return /dark/.test(scheme) && (dark.matches || !/light/.test(scheme)) ? 'dark' : 'light';
}

/** As HTML says it, in XHTML by xml:lang too: of the nearest element around that names one, or of the page. @param {Element} element @returns {string} */
export function languageOf(element) {
  const parent = above(element);
  return parent ? parent.getAttribute('xml:lang') ?? parent.getAttribute('lang') ?? languageOf(parent)
    : /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[http-equiv="content-language" i]'))?.content ?? '';
}

/** --kk-accent of the article, or the colour of its links, as six digits. @param {HTMLElement} element */
export function accentOf(element) {
  const own = getComputedStyle(element).getPropertyValue('--kk-accent').trim();
  const link = (element.parentElement?.closest('article, main') ?? document.body).querySelector('a[href]');
  const colour = own || (link && getComputedStyle(link).color);
  const hex = colour ? channels(colour).slice(0, 3).map((value) => value.toString(16).padStart(2, '0')).join('') : '';
  return PLAIN_LINKS.test(hex) ? '' : hex;
}

/** The first family of the article that may be on the reader's device: web fonts are not, and the frame can load none. */
export function fontOf(/** @type {HTMLElement} */ element) {
  const bare = (/** @type {string} */ family) => family.trim().replace(/^["']|["']$/g, '');
  const loaded = new Set([...document.fonts].map(({ family }) => bare(family)));
  return getComputedStyle(element).fontFamily.split(',').map(bare).find((family) => !loaded.has(family) && !GENERIC.test(family)) ?? '';
}

/**
 * Calls when the article may look or speak differently: the reader's system changed, something was set on an element around, a style
 * sheet came or went, or a colour has become what it will be.
 * @param {Element} element
 * @param {() => void} changed
 */
export function whenPageChanges(element, changed) {
  const observer = new MutationObserver(changed);
  for (let at = /** @type {Element | undefined} */ (element); at; at = around(at)) observer.observe(at, { attributes: true });
  observer.observe(document.head, { attributes: true, childList: true, subtree: true });
  /** @type {[EventTarget, string][]} */
  const events = [[dark, 'change'], [document, 'load'], [document, 'transitionend']];
  for (const [target, type] of events) target.addEventListener(type, changed, true);
  return () => {
    observer.disconnect();
    for (const [target, type] of events) target.removeEventListener(type, changed, true);
  };
}
