// Theme, accent, font and language: from the reader's system, the address, and the page around us when that says so.

const root = document.documentElement;

/**
 * @param {object} parts
 * @param {import('./engine.js').Engine} parts.engine
 * @param {{get: (key: string) => string}} parts.address
 * @param {{[name: string]: MediaQueryList}} parts.media
 */
export function createLook({ engine, address, media }) {
  /** What the host said, by key of the address. @type {{[key: string]: string}} */
  const told = {};
  const get = (/** @type {string} */ key) => told[key] ?? address.get(key);

  return {
    get,
    /** @param {{[key: string]: string | undefined}} values  of the host; what is not there stays */
    tell(values) {
      for (const [key, value] of Object.entries(values)) if (value) told[key] = value;
    },
    /** The reader's address was changed: from now on that is what counts. @param {string} key */
    forget: (key) => void delete told[key],
    apply() {
      const theme = get('theme');
      if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
      else delete root.dataset.theme;
      engine.theme(theme === 'dark' || (theme !== 'light' && media.dark.matches));
      engine.motion(media.reduced.matches);
    },
  };
}
