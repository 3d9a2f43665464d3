// Theme, accent, font and language: from the reader's system, the address, and the page around us when that says so.
import { ACCENT, FONT } from '../shared/protocol.js';

const root = document.documentElement;
/** Tokens that follow the accent, in the order of kAccentInks in paint/theme.h: there they are derived, for both views. */
const INKS = ['accent', 'accent-hover', 'accent-pressed', 'accent-tint', 'accent-on'];
const digits = (/** @type {number} */ colour) => `#${colour.toString(16).padStart(6, '0')}`;

const QUERIES = {
  dark: '(prefers-color-scheme: dark)',
  reduced: '(prefers-reduced-motion: reduce)',
  forced: '(forced-colors: active)',
  contrast: '(prefers-contrast: more)',
  print: 'print',
};
/** What the reader's system asks for, by name. */
export const watchMedia = () => Object.fromEntries(Object.entries(QUERIES).map(([name, query]) => [name, matchMedia(query)]));

/**
 * @param {object} parts
 * @param {import('./engine.js').Engine} parts.engine
 * @param {{get: (key: string) => string}} parts.address
 * @param {{[name: string]: MediaQueryList}} parts.media
 */
export function createLook({ engine, address, media }) {
  /** What the host said, by key of the address. @type {{[key: string]: string}} */
  const told = {};
  /** What the questionnaire says, in the file. @type {{[key: string]: string | undefined}} */
  const own = { theme: root.dataset.ownTheme, accent: root.dataset.ownAccent };
  const get = (/** @type {string} */ key) => told[key] ?? (address.get(key) || own[key] || '');
  let accent = '';
  let font = '';
  /** A theme that an author tries here, chosen for elsewhere. */
  let tried = '';

  function colour(/** @type {string} */ wanted) {
    const moved = wanted !== accent && engine.accent(wanted ? parseInt(wanted, 16) : -1);
    accent = wanted;
    INKS.forEach((name, index) => {
      if (wanted) root.style.setProperty(`--kk-${name}`, digits(engine.accentInk(index)));
      else root.style.removeProperty(`--kk-${name}`);
    });
    const used = digits(engine.accentInk(0));  // on the other theme it may have moved, which nobody sees here
    if (moved && used !== `#${wanted}`) console.warn(`Klantkompas: accent #${wanted} has too little contrast; ${used} is used here.`);
  }

  function family(/** @type {string} */ wanted) {
    if (wanted === font) return;
    font = wanted;
    if (font) root.style.setProperty('--kk-font', `"${font}", system-ui, "Liberation Sans", sans-serif`);
    else root.style.removeProperty('--kk-font');
  }

  function apply() {
    const theme = tried || get('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
    engine.theme(theme === 'dark' || (theme !== 'light' && media.dark.matches));
    engine.motion(media.reduced.matches);
    colour(ACCENT(get('accent')) ? get('accent').toLowerCase() : '');
    family(FONT(get('font')) ? get('font') : '');
  }

  return {
    apply,
    /** @param {string} theme  light or dark; "" ends it */
    tryOn(theme) {
      if (theme === tried) return;
      tried = theme;
      apply();
    },
    /** @param {{[key: string]: string | undefined}} values  of the host; what is not there stays */
    tell(values) {
      for (const [key, value] of Object.entries(values)) if (value !== undefined) told[key] = value;
    },
    /** The address was changed: from now on that is what counts. @param {string} key */
    forget: (key) => void delete told[key],
  };
}
