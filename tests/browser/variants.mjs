// Damaged copies of the bundled page, as a host, a proxy or an old browser may make them. Nothing but the named part
// differs, so the hashes of the policy still hold.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apart, together } from '../../web/shared/wasm_streams.js';
import { WIDGET } from './subject.mjs';

const WASM = /<script type="application\/octet-stream" id="kk-wasm">([^]*?)<\/script>/;

/** A folder for variants; remove() takes it away. */
export function variants() {
  const folder = mkdtempSync(join(tmpdir(), 'klantkompas-variants-'));
  const page = readFileSync(WIDGET, 'utf8');
  const write = (name, change) => {
    const changed = change(page);
    if (changed === page) throw new Error(`${name}: nothing changed`);
    writeFileSync(join(folder, `${name}.html`), changed);
    return join(folder, `${name}.html`);
  };
  return {
    remove: () => rmSync(folder, { recursive: true }),
    /** Any change of the whole text. */
    write,
    /** Other WASM: `change` gets and gives the bytes that the page carries, which are the module's in another order. */
    wasm: (name, change) => write(name, (html) => html.replace(WASM, (script, text) => script.replace(text, () => asText(change(asBytes(text)))))),
    /** The WASM with so many pages of 64 KB to work in. */
    memory(name, pages) { return this.wasm(name, (bytes) => apart(withMemory(together(bytes), pages))); },
  };
}

// The page's own encoding (scripts/page.mjs): a character for each byte exclusive-or 92; those that HTML would change are 256 higher.
const asBytes = (text) => Uint8Array.from(text, (c) => (c.charCodeAt(0) ^ 92) & 255);
const asText = (bytes) => Array.from(bytes, (byte) => byte ^ 92)
  .map((code) => String.fromCharCode(code === 0x00 || code === 0x0d || code === 0x3c ? code + 256 : code)).join('');

/** Replaces the memory section of a WASM: one memory with a fixed number of pages. */
function withMemory(bytes, pages) {
  const MEMORY = 5;
  const number = (at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      value |= (bytes[at] & 127) << shift;
      if (bytes[at++] < 128) return { value, end: at };
    }
  };
  const encoded = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...encoded(value >> 7)]);
  for (let at = 8; at < bytes.length;) {
    const { value: size, end: body } = number(at + 1);
    if (bytes[at] === MEMORY) {
      const limits = [1, 1, ...encoded(pages), ...encoded(pages)];
      return new Uint8Array([...bytes.subarray(0, at), MEMORY, limits.length, ...limits, ...bytes.subarray(body + size)]);
    }
    at = body + size;
  }
  throw new Error('no memory section');
}

/** Runs before the page's own code: a browser that draws nothing in the page; glyphs are measured in a canvas that is not in it. */
export function drawNothing() {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function context(...args) {
    return this.isConnected ? null : getContext.apply(this, args);
  };
}
