// What the style sheets name and assets/design/tokens.json knows: `@container (--narrow)` and `icon(check)`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {{name: string, light: string, dark: string, use?: string}} Colour */
/** @typedef {{name: string, box: number, circle?: [number, number, number], strokes: number[][], in_figures?: true}} Icon */
/** @typedef {{name: string, under: number, use: string}} Width */

/** @type {{page: Colour[], inks: Colour[], not_in_css: string[], icons: Icon[], widths: Width[]}} */
export const TOKENS = JSON.parse(readFileSync(fileURLToPath(new URL('../assets/design/tokens.json', import.meta.url)), 'utf8'));

/** The strokes of an icon as path data of SVG, at `scale`. @param {Icon} icon @param {number} [scale] */
export const pathOf = ({ strokes }, scale = 1) => strokes.map((points) => `M${points.map((at) => +(at * scale).toFixed(2)).join(' ')}`).join('');

/** @param {Icon} icon */
function picture(icon) {
  const { box, circle } = icon;
  const [x, y, r] = circle ?? [];
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${box} ${box}' fill='none' stroke='#000' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'>`
    + `${circle ? `<circle cx='${x}' cy='${y}' r='${r}'/>` : ''}<path d='${pathOf(icon)}'/></svg>`;
  return `url("data:image/svg+xml,${svg.replaceAll(/[<>#]/g, encodeURIComponent)}")`;
}

/** @template {{name: string}} T @param {T[]} list @param {string} name @param {string} file */
function named(list, name, file) {
  const found = list.find((each) => each.name === name);
  if (!found) throw new Error(`${file}: ${name} is not in assets/design/tokens.json`);
  return found;
}

/** A style sheet with its names filled in. Under 600 px is "max-width: 37.49em": a width in em follows the reader's text size. @param {string} css @param {string} file */
export function styled(css, file) {
  return css
    .replaceAll(/@container \(--([\w-]+)\)/g, (_, name) => `@container (max-width: ${named(TOKENS.widths, name, file).under / 16 - 0.01}em)`)
    .replaceAll(/\bicon\(([\w-]+)\)/g, (_, name) => picture(named(TOKENS.icons, name, file)));
}

/** For esbuild. @type {import('esbuild').Plugin} */
export const styles = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, ({ path }) => ({ contents: styled(readFileSync(path, 'utf8'), path), loader: 'css' }));
  },
};
