/** What head.js left for the rest of the page: it runs before anything else, in a script of its own. */
export const head = /** @type {import('./head.js').Head} */ (/** @type {any} */ (window).kkHead);
