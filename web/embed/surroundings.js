// What the article around the widget looks like, for embed.js: its theme, accent, font and language.

const dark = matchMedia('(prefers-color-scheme: dark)');
const GENERIC = /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-.*|math|emoji|inherit|-apple-system|BlinkMacSystemFont)$/i;
/** What browsers give links without a style: no choice of the article. */
const PLAIN_LINKS = ['0000ee', '9e9eff', '8c8cff', '0000ff'];

/** Red, green, blue (0 to 255) and alpha of a computed colour, also where that is written as color(…) or lab(…). */
function channels(/** @type {string} */ colour) {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) return [0, 0, 0, 0];
  canvas.canvas.width = canvas.canvas.height = 1;
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
}

/** Of the first opaque colour behind the element; without one, of the page. @param {HTMLElement} element */
export function themeOf(element) {
  for (let at = /** @type {HTMLElement | null} */ (element); at; at = at.parentElement) {
    const [r, g, b, alpha] = channels(getComputedStyle(at).backgroundColor);
    if (alpha > 127) return 0.2126 * r + 0.7152 * g + 0.0722 * b < 110 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return /dark/.test(scheme) && (dark.matches || !/light/.test(scheme)) ? 'dark' : 'light';
}

/** @param {HTMLElement} element */
export const languageOf = (element) => /** @type {HTMLElement | null} */ (element.parentElement?.closest('[lang]'))?.lang ?? '';

/** --kk-accent of the article, or the colour of its links, as six digits. @param {HTMLElement} element */
export function accentOf(element) {
  const own = getComputedStyle(element).getPropertyValue('--kk-accent').trim();
  const link = element.parentElement?.closest('article, main, body')?.querySelector('a[href]');
  const colour = own || (link && getComputedStyle(link).color);
  const hex = colour ? channels(colour).slice(0, 3).map((value) => value.toString(16).padStart(2, '0')).join('') : '';
  return PLAIN_LINKS.includes(hex) ? '' : hex;
}

/** The first family of the article that may be on the reader's device: web fonts are not, and the frame can load none. */
export function fontOf(/** @type {HTMLElement} */ element) {
  const bare = (/** @type {string} */ family) => family.trim().replace(/^["']|["']$/g, '');
  const loaded = new Set([...document.fonts].map(({ family }) => bare(family)));
  return getComputedStyle(element).fontFamily.split(',').map(bare).find((family) => !loaded.has(family) && !GENERIC.test(family)) ?? '';
}

/** Calls when the article may look different: the reader's system changed, or a switch set something on <html> or <body>. */
export function whenPageChanges(/** @type {() => void} */ changed) {
  const observer = new MutationObserver(changed);
  for (const target of [document.documentElement, document.body]) observer.observe(target, { attributes: true });
  dark.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', changed);
  };
}
