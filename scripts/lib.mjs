// Shared by the scripts that make pages: text of web/ as it is shipped, templates, and files that keep their time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';
import { styles } from './style.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** What the document takes, as src/view/node.h has it: kMostIdBytes becomes KK_MOST_ID_BYTES. */
export function limits() {
  const rows = readFileSync(join(root, 'src/view/node.h'), 'utf8').matchAll(/inline constexpr int (kMost\w+) = ([\d <]+);/g);
  return Object.fromEntries([...rows].map(([, name, value]) => [`K${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`, value]));
}

/**
 * Bundled, minified text of one file of web/.
 * @param {string} name  below web/, such as "embed/embed.js"
 * @param {string} target  the oldest ECMAScript that has to run it, such as "es2020"
 * @param {string} [carried]  what it imports as "carried"
 */
export async function minified(name, target, carried = 'widget/carried.js') {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'web', name)], bundle: true, minify: true, write: false, format: 'iife', target,
    legalComments: 'none', define: limits(), alias: { carried: join(root, 'web', carried) }, charset: 'utf8', logLevel: 'error', plugins: [styles],
  });
  const { text } = outputFiles[0];
  if (!name.endsWith('.js')) return text.trim();
  // A hundredth of the page: it names by how often, and looks again at what became simpler.
  const { code } = await minify(text, { ecma: /** @type {5} */ (Number(target.replace('es', ''))), toplevel: true, compress: { passes: 3 } });
  return /** @type {string} */ (code);
}

/**
 * Puts `parts` in the place of the @@NAME@@ marks of a file's text. Every part must be asked for, every mark be known.
 * @param {string} file  below the project's folder
 * @param {{[name: string]: string}} parts
 * @param {string[]} [slots]  marks that must be there, and stay for who fills them later
 */
export function filled(file, parts, slots = []) {
  const text = readFileSync(join(root, file), 'utf8');
  const missing = [...Object.keys(parts), ...slots].filter((name) => !text.includes(`@@${name}@@`));
  if (missing.length) throw new Error(`${file} lacks ${missing.map((name) => `@@${name}@@`).join(', ')}`);
  return text.replace(/@@([A-Z]+)@@/g, (mark, name) => {
    if (name in parts) return parts[name];
    if (slots.includes(name)) return mark;
    throw new Error(`${file} has an unknown mark ${mark}`);
  });
}

/**
 * Writes a file only when its bytes differ: what is made from it is made again when its time changes.
 * @param {string} path
 * @param {string} text
 */
export function put(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What compresses best, by trial: branches laid out anew (0.6 % of the compressed code), and what values cannot be (0.2 %). */
const PASSES = ['--low-memory-unused', '--flatten', '--rereloop', '--local-cse', '-Oz', '--gufa-optimizing', '-Oz', '--converge', '--always-inline-max-function-size', '1'];

/**
 * The WASM as Binaryen of today writes it, 1 % smaller than what an older Emscripten brings: at `target`, made anew when
 * `source` differs from what it was made of.
 * @param {string} source
 * @param {string} target
 * @param {string[]} options  of wasm-opt, beside those for size
 */
export function slimmed(source, target, options = []) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/binaryen/package.json'), 'utf8'));
  const hash = createHash('sha256').update(readFileSync(source)).update(`${version} ${PASSES} ${options}`).digest('hex');
  if (!existsSync(target) || !existsSync(`${target}.from`) || readFileSync(`${target}.from`, 'utf8') !== hash) {
    mkdirSync(dirname(target), { recursive: true });
    execFileSync(process.execPath, [join(root, 'node_modules/binaryen/bin/wasm-opt'), ...PASSES, ...options, source, '-o', target]);
    writeFileSync(`${target}.from`, hash);
  }
  return readFileSync(target);
}
