// Writes what is made from assets/design/tokens.json: the palettes, icons and widths of C++, the style sheet's colours, the
// inks and icons of figures, and the colours of an audit page with the hash that its policy names. The style sheets' own icons
// and widths are filled in when they are bundled (scripts/style.mjs).
// node scripts/tokens.mjs [--check]: with --check nothing is written, and what is out of date is named.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { put, root } from './lib.mjs';
import { TOKENS, pathOf } from './style.mjs';

const from = 'assets/design/tokens.json';
const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
const { page, inks, not_in_css: unused, icons, widths } = TOKENS;
const made = `Made by scripts/tokens.mjs from ${from}.`;
const SCHEMES = /** @type {const} */ (['light', 'dark']);

for (const { name, light, dark } of [...page, ...inks]) {
  for (const value of [light, dark]) if (!/^#[0-9A-F]{6}$/.test(value)) throw new Error(`${from}: ${name}: ${value} is no #RRGGBB in capitals`);
}

function palettes() {
  const palette = (/** @type {'light' | 'dark'} */ scheme) => [
    `inline constexpr Palette k${scheme === 'light' ? 'Light' : 'Dark'} = {{`,
    ...inks.map((ink) => `    0x${ink[scheme].slice(1)},  // ${ink.name}`),
    '}};',
  ].join('\n');
  return `// ${made}\n#pragma once\n\n#include "paint/theme.h"\n\nnamespace kk {\n\n`
    + `static_assert(kInkCount == ${inks.length}, "${from} lists the inks in the order of Ink");\n\n${SCHEMES.map(palette).join('\n\n')}\n\n}  // namespace kk\n`;
}

function styles() {
  const shown = [...page, ...inks.filter(({ name }) => !unused.includes(name))];
  const block = (/** @type {string} */ selector, /** @type {'light' | 'dark'} */ scheme, indent = '') =>
    [`${indent}${selector} {`, ...shown.map((colour) => `${indent}  --kk-${colour.name}: ${colour[scheme]};${scheme === 'light' && colour.use ? `  /* ${colour.use} */` : ''}`),
      // Used on .kk only: where frame and host page differ, the frame would turn opaque.
      `${indent}  --kk-scheme: ${scheme};`, `${indent}}`].join('\n');
  return `/* ${made} Light is the default, and what paper gets. */\n${block(':root', 'light')}\n\n`
    + `@media screen and (prefers-color-scheme: dark) {\n${block(':root:not([data-theme="light"])', 'dark', '  ')}\n}\n\n`
    + `/* The same values for an explicit choice */\n@media screen {\n${block(':root[data-theme="dark"]', 'dark', '  ')}\n}\n`;
}

const constant = (/** @type {string} */ name) => `k${name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`;

const float = (/** @type {number} */ value) => (Number.isInteger(value) ? `${value}` : `${value}f`);

function iconTable() {
  const rows = icons.map(({ box, circle, strokes }) => {
    const points = strokes.flat();
    return `    {${box}, {${(circle ?? [0, 0, 0]).map(float).join(', ')}}, {${[0, 1].map((i) => (strokes[i]?.length ?? 0) / 2).join(', ')}}, {${points.map(float).join(', ')}}},`;
  });
  const most = Math.max(...icons.map(({ strokes }) => strokes.flat().length));
  if (icons.some(({ strokes }) => strokes.length > 2)) throw new Error(`${from}: an icon has two strokes at most`);
  return `// ${made}\n#pragma once\n\nnamespace kk {\n\nenum class Icon {\n${icons.map(({ name }) => `  ${constant(name)},\n`).join('')}};\n\n`
    + '/// A circle, if its radius is not 0, and strokes through points (x, y, x, y, …), in a square of `box` units.\n'
    + `struct IconShape {\n  float box;\n  struct {\n    float x, y, radius;\n  } circle;\n  int counts[2];\n  float points[${most}];\n};\n\n`
    + `// clang-format off\ninline constexpr IconShape kIcons[] = {\n${rows.join('\n')}\n};\n// clang-format on\n\n}  // namespace kk\n`;
}

const widthTable = () => `// ${made}\n#pragma once\n\nnamespace kk {\n\n/// The widths under which the design folds, in layout px.\n// clang-format off\n`
  + `${widths.map(({ name, under, use }) => `inline constexpr float ${constant(name)}Width = ${under};  ///< under it: ${use}\n`).join('')}// clang-format on\n\n}  // namespace kk\n`;

/** What a figure is drawn with: the inks in the order of Ink, and its icons, the first of Icon, in a square of 16. */
function figureNames() {
  const drawn = icons.filter((icon) => icon.in_figures);
  if (drawn.some((icon, i) => icons[i] !== icon)) throw new Error(`${from}: the icons of figures come first`);
  return `// ${made}\nexport const INKS = [\n${inks.map(({ name }) => `  '${name}',\n`).join('')}];\n`
    + `export const ICONS = [${drawn.map((icon) => `'${pathOf(icon, 16 / icon.box)}'`).join(', ')}];\n`;
}

/** The names an audit page has for colours; stages are s1 to s5. */
const AUDIT = ['background', 'surface', 'surface-2', 'border', 'text', 'text-muted', 'accent', 'caution', 'positive', ...[1, 2, 3, 4, 5].map((n) => `stage-${n}`)];

function audit() {
  const short = (/** @type {string} */ name) => name.replace('text-muted', 'muted').replace('stage-', 's');
  const colours = [...page, ...inks];
  const values = (/** @type {'light' | 'dark'} */ scheme) => AUDIT.map((name) => `--${short(name)}:${colours.find((colour) => colour.name === name)?.[scheme]}`);
  const lines = [':root{', ...values('light').map((value) => `${value};`), '}',
    '@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;', ...values('dark').map((value) => `${value};`), '}}'];
  const rest = /KK_AUDIT_COLOURS R"css\(([^]*?)\)css"/.exec(read('src/cli/audit_style.h'))?.[1] ?? '';
  const hash = createHash('sha256').update(lines.join('') + rest).digest('base64');
  return `// ${made}\n#pragma once\n\n#include <string_view>\n\n// clang-format off\n#define KK_AUDIT_COLOURS \\\n${lines.map((line) => `  "${line}"`).join(' \\\n')}\n// clang-format on\n\n`
    + `namespace kk {\n\n/// Of kAuditStyle, for the page's policy.\ninline constexpr std::string_view kAuditStyleHash = "sha256-${hash}";\n\n}  // namespace kk\n`;
}

const files = {
  'src/paint/palettes.h': palettes(), 'src/paint/icons.h': iconTable(), 'src/view/widths.h': widthTable(),
  'web/widget/css/colours.css': styles(), 'web/widget/inks.js': figureNames(), 'src/cli/audit_colours.h': audit(),
};
for (const [path, text] of Object.entries(files)) {
  if (!process.argv.includes('--check')) put(join(root, path), text);
  else if (!existsSync(join(root, path)) || read(path) !== text) {
    console.error(`${path} is not what ${from} says: run node scripts/tokens.mjs`);
    process.exitCode = 1;
  }
}
