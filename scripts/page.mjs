// Makes build/page/shell.html from web/ and the WASM: the page around a questionnaire, everything inline.
// What differs per questionnaire (@@LANG@@ @@THEME@@ @@TITLE@@ @@DESCRIPTION@@ @@LINKS@@ @@SCREENS@@ @@DATA@@ @@VERSION@@
// @@WORDS@@) stays for `klantkompas bundle`.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SLOTS = ['LANG', 'THEME', 'TITLE', 'DESCRIPTION', 'LINKS', 'SCREENS', 'WORDS', 'DATA', 'VERSION'];

/** Bundled, minified text of one file of web/. */
async function minified(name) {
  const esbuild = createRequire(join(root, 'tests/package.json'))('esbuild');
  const result = await esbuild.build({
    entryPoints: [join(root, 'web', name)], bundle: true, minify: true, write: false, format: 'iife', target: 'es2020',
    legalComments: 'none', charset: 'utf8', logLevel: 'error',
  });
  return result.outputFiles[0].text.trim();
}

/** A CSP source expression that allows exactly this inline text. */
const hashed = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function policy({ head, main, style }) {
  return [
    `default-src 'none'`,
    `script-src ${hashed(head)} ${hashed(main)} 'wasm-unsafe-eval'`,
    `style-src ${hashed(style)}`,
    `img-src data: blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
}

/** The linker lets any import through; the page offers the js_… functions and nothing else. */
function checkImports(wasm) {
  const foreign = WebAssembly.Module.imports(new WebAssembly.Module(wasm))
    .filter(({ module, name }) => module !== 'env' || !name.startsWith('js_'));
  if (foreign.length) throw new Error(`the WASM imports ${foreign.map(({ module, name }) => `${module}.${name}`).join(', ')}`);
}

/** Puts `parts` into the @@NAME@@ marks of the template; every mark must be known and used. */
function fill(template, parts) {
  const missing = [...Object.keys(parts), ...SLOTS].filter((name) => !template.includes(`@@${name}@@`));
  if (missing.length) throw new Error(`web/widget/index.html lacks ${missing.map((name) => `@@${name}@@`).join(', ')}`);
  return template.replace(/@@([A-Z]+)@@/g, (mark, name) => {
    if (name in parts) return parts[name];
    if (SLOTS.includes(name)) return mark;
    throw new Error(`web/widget/index.html has an unknown mark ${mark}`);
  });
}

/**
 * The WASM as text: a character for each byte, so that the server's own compression sees the code itself (base64 of a
 * compressed file comes out 12 % larger with brotli). Bytes that HTML would change go up by 256; web/widget/engine.js takes the
 * low byte of each character.
 */
const asText = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte === 0x00 || byte === 0x0d || byte === 0x3c ? byte + 256 : byte)).join('');

const wasm = readFileSync(join(root, 'build/web/klantkompas.wasm'));
checkImports(wasm);
const [head, main, style] = await Promise.all(['widget/head.js', 'widget/main.js', 'widget/css/style.css'].map(minified));
const shell = fill(readFileSync(join(root, 'web/widget/index.html'), 'utf8'), {
  CSP: policy({ head, main, style }),
  STYLE: style,
  HEAD: head,
  MAIN: main,
  WASM: asText(wasm),
});

// Written only when it differs: the command line embeds it, and is built again when its time changes.
const target = join(root, 'build/page/shell.html');
let before = '';
try { before = readFileSync(target, 'utf8'); } catch { /* first build */ }
if (shell !== before) {
  mkdirSync(join(root, 'build/page'), { recursive: true });
  writeFileSync(target, shell);
}
