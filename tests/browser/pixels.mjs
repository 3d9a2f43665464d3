// What is really on the screen: a screenshot as pixels, and the colours and contrasts in it.
import { inflateSync } from 'node:zlib';

/** Bytes a pixel, by PNG colour type. */
const CHANNELS = { 2: 3, 6: 4 };

/** The byte that PNG predicts from the left, above and above-left ones (filter type 4). */
function paeth(a, b, c) {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Decodes a PNG of 8 bits a channel without interlacing, as browsers write them. @param {Buffer} png */
export function decode(png) {
  const parts = [];
  let header = Buffer.alloc(0);
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 8, at + 8 + length);
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') parts.push(body);
    at += length + 12;
  }
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), CHANNELS[header[9]]];
  if (header[8] !== 8 || !channels || header[12]) throw new Error('not a PNG as browsers write them');
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const data = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x >= channels ? data[at - channels] : 0;
      const up = y ? data[at - row] : 0;
      const corner = y && x >= channels ? data[at - row - channels] : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      data[at] = raw[y * (row + 1) + 1 + x] + predicted;
    }
  }
  return {
    width, height,
    /** Red, green, blue; places outside of the picture are its edge. */
    at(x, y) {
      const place = (Math.min(Math.max(Math.round(y), 0), height - 1) * width + Math.min(Math.max(Math.round(x), 0), width - 1)) * channels;
      return [data[place], data[place + 1], data[place + 2]];
    },
  };
}

/** A picture of the page, or of a part of it. @param {import('puppeteer-core').Page} page */
export const picture = async (page, options = {}) => decode(Buffer.from(await page.screenshot({ captureBeyondViewport: Boolean(options.fullPage), ...options })));

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
      const key = colour.join();
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { colour, count: 1 });
    }
  }
  const all = [...counts.values()];
  const ground = all.reduce((most, each) => (each.count > most.count ? each : most)).colour;
  return Math.max(...all.map(({ colour }) => contrast(colour, ground)));
}
