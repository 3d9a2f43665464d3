// What the picture is made with, and whether it may be shown. A browser that guards its canvases, or an extension, gives back
// other pixels than were drawn, none at all, or an exception. Then there is no picture; score and text view need none.
import { createFonts } from './fonts.js';
import { createRenderer } from './renderer.js';

/** @typedef {ReturnType<typeof createPicture>} Picture */

/**
 * @param {import('./engine.js').Memory} memory
 * @param {() => string} family  CSS font-family of the widget
 */
export function createPicture(memory, family) {
  const renderer = createRenderer(memory);
  const fonts = createFonts(memory, family);
  let works = true;
  const floats = (/** @type {number} */ at, /** @type {number[]} */ values) => new Float32Array(memory.buffer, at, values.length).set(values);
  /** Letters of any size will do for the layout of what is not drawn. @type {{[name: string]: (...args: any[]) => unknown}} */
  const instead = {
    js_vmetrics: (em, _weight, out) => floats(out, [em, em / 4]),
    js_glyph: (_codepoint, em, _weight, _stretch, out) => floats(out, [em / 2, 0, 0, 0, 0, 0]),
  };

  /**
   * @param {string} name
   * @param {(...args: any[]) => any} work
   */
  const safe = (name, work) => (/** @type {any[]} */ ...args) => {
    if (works) {
      try {
        return work(...args);
      } catch (error) {
        console.warn(error);
        works = false;
      }
    }
    instead[name]?.(...args);
    return 1;
  };
  const parts = { ...renderer, ...fonts };
  const env = /** @type {import('./engine.js').Env} */ (/** @type {unknown} */ (
    Object.fromEntries(Object.entries(parts).filter(([name]) => name.startsWith('js_')).map(([name, work]) => [name, safe(name, work)]))));
  works = safe('', fonts.honest)() === true;

  return { env, renderer: { ...renderer, begin: safe('', renderer.begin) }, width: safe('', fonts.width), works: () => works };
}
