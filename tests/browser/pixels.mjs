// What is really on the screen: a screenshot as pixels, and the colours and contrasts in it.
import { PNG } from 'pngjs';

/** @param {Buffer} png */
export function decode(png) {
  const { width, height, data } = PNG.sync.read(png);
  return {
    width, height,
    /** Red, green, blue; places outside of the picture are its edge. */
    at(x, y) {
      const place = (Math.min(Math.max(Math.round(y), 0), height - 1) * width + Math.min(Math.max(Math.round(x), 0), width - 1)) * 4;
      return [data[place], data[place + 1], data[place + 2]];
    },
  };
}

/** A picture of the page, or of a part of it. @param {import('puppeteer-core').Page} page */
export const picture = async (page, options = {}) => decode(Buffer.from(await page.screenshot({ captureBeyondViewport: Boolean(options.fullPage), optimizeForSpeed: true, ...options })));

/** WCAG 2.2, relative luminance. @param {number[]} rgb */
export function luminance(rgb) {
  const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio. @param {number[]} a @param {number[]} b */
export function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** @param {string} hex  #RRGGBB */
export const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/**
 * The contrast of a text with what is behind it: the commonest colour in its box, and the one that is farthest from it.
 * @param {ReturnType<typeof decode>} shot
 * @param {{x: number, y: number, w: number, h: number}} box  pixels
 */
export function textContrast(shot, { x, y, w, h }) {
  const counts = new Map();
  for (let top = Math.ceil(y); top < y + h; top++) {
    for (let left = Math.ceil(x); left < x + w; left++) {
      const colour = shot.at(left, top);
      const key = colour[0] << 16 | colour[1] << 8 | colour[2];
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { colour, count: 1 });
    }
  }
  const all = [...counts.values()];
  const ground = all.reduce((most, each) => (each.count > most.count ? each : most)).colour;
  return Math.max(...all.map(({ colour }) => contrast(colour, ground)));
}
