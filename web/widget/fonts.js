// Glyphs for Dear ImGui's font atlas, rasterised by the browser in a 2D canvas: no font file, the reader's own fonts.

/**
 * @param {import('./engine.js').Memory} memory
 * @param {() => string} family  CSS font-family of the widget
 */
export function createFonts(memory, family) {
  const canvas = document.createElement('canvas');
  /** @type {CanvasRenderingContext2D} */
  let context;
  /** RGBA of the last glyph, until js_pixels fetches it. */
  let pixels = new Uint8ClampedArray();

  const use = (/** @type {number} */ em, /** @type {number} */ weight) => {
    context.font = `${weight} ${em}px ${family()}`;
    context.fontKerning = 'none';
  };
  const floats = (/** @type {number} */ at, /** @type {number[]} */ values) => new Float32Array(memory.buffer, at, values.length).set(values);

  return {
    /**
     * Whether a letter comes back as it was drawn: nothing where nothing is, and black where it is. An exception is a no.
     * Low bits may differ, as some browsers' milder protection makes them: no eye sees that.
     */
    honest() {
      context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
      const size = 48;
      const read = () => context.getImageData(0, 0, size, size).data;
      const ink = (/** @type {Uint8ClampedArray} */ rgba, /** @type {number} */ least) => rgba.filter((value, at) => at % 4 === 3 && value > least).length;
      context.clearRect(0, 0, size, size);
      const empty = ink(read(), 8) === 0;
      use(24, 600);
      const { width, fontBoundingBoxAscent } = context.measureText('H');
      context.fillText('H', 12, 36);
      const drawn = read();
      // Rows above and below the letter.
      const around = ink(drawn.subarray(0, size * 8 * 4), 8) + ink(drawn.subarray(size * 42 * 4), 8);
      const letter = ink(drawn, 200);
      context.clearRect(0, 0, size, size);
      return empty && !around && letter > 20 && letter < 600 && !hasColour(drawn) && width > 4 && fontBoundingBoxAscent > 4;
    },

    /** Width in CSS px of a text of the normal weight. @param {string} text @param {number} em */
    width(text, em) {
      use(em, 400);
      return context.measureText(text).width;
    },

    /** Ascent and descent of the font. @type {import('./engine.js').Env['js_vmetrics']} */
    js_vmetrics(em, weight, out) {
      use(em, weight);
      const metrics = context.measureText('x');
      floats(out, [metrics.fontBoundingBoxAscent, metrics.fontBoundingBoxDescent]);
    },

    /**
     * out: advance (never rounded, so that lines are as wide as the DOM's), left and top relative to the baseline, width,
     * height, and whether it has colours of its own (emoji). All in device px; `stretch` widens the bitmap only.
     * @type {import('./engine.js').Env['js_glyph']}
     */
    js_glyph(codepoint, em, weight, stretch, out) {
      const text = String.fromCodePoint(codepoint);
      use(em, weight);
      const metrics = context.measureText(text);
      const left = Math.floor(-metrics.actualBoundingBoxLeft * stretch) - 1;
      const top = Math.floor(-metrics.actualBoundingBoxAscent) - 1;
      let width = Math.ceil(metrics.actualBoundingBoxRight * stretch) + 1 - left;
      let height = Math.ceil(metrics.actualBoundingBoxDescent) + 1 - top;
      let coloured = 0;
      if (metrics.actualBoundingBoxRight + metrics.actualBoundingBoxLeft <= 0) width = height = 0;
      if (width > 0 && height > 0) {
        if (canvas.width < width || canvas.height < height) {
          canvas.width = Math.max(width, canvas.width);
          canvas.height = Math.max(height, canvas.height);
          use(em, weight);  // a resized canvas forgets its font
        }
        context.clearRect(0, 0, width, height);
        context.setTransform(stretch, 0, 0, 1, -left, -top);
        context.fillText(text, 0, 0);
        context.setTransform(1, 0, 0, 1, 0, 0);
        pixels = context.getImageData(0, 0, width, height).data;
        coloured = Number(hasColour(pixels));
      }
      floats(out, [metrics.width, left, top, width, height, coloured]);
      return 1;
    },

    /** RGBA for a coloured glyph, else coverage only. @type {import('./engine.js').Env['js_pixels']} */
    js_pixels(out, coloured) {
      const target = new Uint8Array(memory.buffer, out, coloured ? pixels.length : pixels.length / 4);
      if (coloured) target.set(pixels);
      else for (let i = 0; i < target.length; i++) target[i] = pixels[i * 4 + 3];
    },
  };
}

/** Text is drawn in black: a pixel that is visible and not dark came from a colour glyph. */
function hasColour(/** @type {Uint8ClampedArray} */ rgba) {
  for (let i = 0; i < rgba.length; i += 4) {
    if (rgba[i + 3] > 8 && (rgba[i] > 40 || rgba[i + 1] > 40 || rgba[i + 2] > 40)) return true;
  }
  return false;
}
