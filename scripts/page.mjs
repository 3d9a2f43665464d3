// Makes build/page/shell.html and team_shell.html from web/ and the WASM of each: the page around a questionnaire,
// everything inline, for readers and for teams.
// What differs per questionnaire (@@LANG@@ @@THEME@@ @@TITLE@@ @@DESCRIPTION@@ @@LINKS@@ @@SCREENS@@ @@DATA@@ @@VERSION@@
// @@WORDS@@) stays for `klantkompas bundle`.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { apart } from '../web/shared/wasm_streams.js';
import { filled, minified, put, root, slimmed } from './lib.mjs';

const SLOTS = ['LANG', 'THEME', 'TITLE', 'DESCRIPTION', 'LINKS', 'SCREENS', 'WORDS', 'DATA', 'VERSION'];

/** A CSP source expression that allows exactly this inline text. */
const hashed = (/** @type {string} */ text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @param {{head: string, main: string}} scripts @param {string[]} styles */
function policy({ head, main }, styles) {
  return [
    `default-src 'none'`,
    `script-src ${hashed(head)} ${hashed(main)} 'wasm-unsafe-eval'`,
    `style-src ${styles.map(hashed).join(' ')}`,
    `img-src data: blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
}

/** The linker lets any import through; the page offers the js_… functions and nothing else. @param {Uint8Array<ArrayBuffer>} wasm */
function checkImports(wasm) {
  const foreign = WebAssembly.Module.imports(new WebAssembly.Module(wasm))
    .filter(({ module, name }) => module !== 'env' || !name.startsWith('js_'));
  if (foreign.length) throw new Error(`the WASM imports ${foreign.map(({ module, name }) => `${module}.${name}`).join(', ')}`);
}

/**
 * The WASM as text: a character for each byte, so that the server's own compression sees the code itself (base64 of a
 * compressed file comes out 12 % larger with brotli). What HTML would change goes up by 256. UTF-8 takes two bytes for a
 * character above 127, and a WASM is full of zeros, which HTML would change: exclusive-or 92 gives the common bytes one
 * byte each, which takes 3 % off the compressed text. web/widget/engine.js turns them back.
 * @param {Uint8Array} bytes
 */
const asText = (bytes) => Array.from(bytes, (byte) => {
  const code = byte ^ 92;
  return String.fromCharCode(code === 0x00 || code === 0x0d || code === 0x3c ? code + 256 : code);
}).join('');

const [head, style, still, over] = await Promise.all(['head.js', 'css/style.css', 'css/still.css', 'css/canvas.css'].map((name) => minified(`widget/${name}`, 'es2020')));
for (const [module, shell, carried] of [['klantkompas', 'shell', 'widget/carried.js'], ['team', 'team_shell', 'team/carried.js']]) {
  const main = await minified('widget/main.js', 'es2020', carried);
  const wasm = slimmed(join(root, `build/web/${module}.wasm`), join(root, `build/page/${module}.wasm`));
  checkImports(wasm);
  // A byte order mark: a server that names another charset loses against it, and against <meta charset> it would win.
  put(join(root, `build/page/${shell}.html`), '\ufeff' + filled('web/widget/index.html', {
    CSP: policy({ head, main }, [style, still, over]),
    STYLE: style,
    STILL: still,
    OVER: over,
    HEAD: head,
    MAIN: main,
    WASM: asText(apart(wasm)),
  }, SLOTS));
}
