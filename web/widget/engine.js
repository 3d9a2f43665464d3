// The WASM module and its exported functions, listed in one place. Strings pass as UTF-8 through one buffer of its own.
import { together } from '../shared/wasm_streams.js';

/**
 * @typedef {object} Env  what the module asks of the page: drawing (renderer.js) and glyphs (fonts.js)
 * @property {(id: number, texW: number, texH: number, x: number, y: number, w: number, h: number, pixels: number) => void} js_tex
 * @property {(vertices: number, vertexBytes: number, indices: number, indexBytes: number) => void} js_buf
 * @property {(texture: number, x0: number, y0: number, x1: number, y1: number, offset: number, count: number) => void} js_draw
 * @property {(pixels: number, width: number, top: number, count: number) => void} js_rows
 * @property {(em: number, weight: number, out: number) => void} js_vmetrics
 * @property {(codepoint: number, em: number, weight: number, stretch: number, out: number) => number} js_glyph
 * @property {(out: number, coloured: number) => void} js_pixels
 */

/** @typedef {{buffer: ArrayBuffer}} Memory  the module's, once it is there; it never grows */

/** The module as scripts/page.mjs put it into the page: the low byte of each character exclusive-or 92. @param {string} text */
export function unpack(text) {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i) ^ 92;
  return together(bytes);
}

/**
 * @param {BufferSource} bytes  of the module
 * @param {Env} env
 * @param {Memory} memory
 */
export async function loadEngine(bytes, env, memory) {
  const module = await WebAssembly.compile(bytes);
  /** @type {WebAssembly.Imports} */
  const imports = { env: {
    js_number: (/** @type {number} */ value, /** @type {number} */ out, /** @type {number} */ room) =>
      new TextEncoder().encodeInto(String(value), new Uint8Array(memory.buffer, out, room)).written,
    ...env,
  } };
  // What the C library may still import (abort, exit, writing to stderr) is only reached when the module is about to die.
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] ??= () => {
      throw new WebAssembly.RuntimeError(name);
    };
  }
  const exports = /** @type {any} */ ((await WebAssembly.instantiate(module, imports)).exports);
  memory.buffer = exports.memory.buffer;
  exports._initialize?.();
  return createEngine(exports);
}

/** @param {any} x  the exports of src/wasm/widget/main.cpp */
function createEngine(x) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });  // a file may begin with one

  /** Puts a text in the module's buffer. @returns {number} its length in bytes */
  const pass = (/** @type {string} */ text) => {
    const bytes = encoder.encode(text);
    const at = x.kk_buffer(bytes.length);
    new Uint8Array(x.memory.buffer, at, bytes.length).set(bytes);
    return bytes.length;
  };
  const taken = (/** @type {number} */ at) => decoder.decode(new Uint8Array(x.memory.buffer, at, x.kk_length()));

  return {
    init: () => x.kk_init(),
    /** @returns {boolean} */
    open: (/** @type {string} */ questionnaire) => x.kk_open(pass(questionnaire)) === 1,
    language: (/** @type {string} */ tag) => x.kk_language(pass(tag)),
    /** @returns {boolean} whether the questionnaire declares it */
    parameter: (/** @type {string} */ declared) => x.kk_parameter(pass(declared)) === 1,
    modules: (/** @type {string} */ list) => x.kk_modules(pass(list)),
    /** @param {string} url  without fragment @param {boolean} oembed  the page links to its oEmbed answer */
    address: (url, oembed) => x.kk_address(pass(url), oembed ? 1 : 0),
    /** @param {number} state  0: the page around us wants no result, 1: it does, 2: it has it */
    sending: (state) => x.kk_sending(state),
    /** @param {number} state  0: nothing can be kept on the device, 1: it is not, 2: these answers are, 3: others are */
    keeping: (state) => x.kk_keeping(state),
    /** @returns {number} the stage aimed for; 0: none */
    target: () => x.kk_target(),
    /** @param {string} day  where the reader is, 2026-11-27 */
    today: (day) => x.kk_today(pass(day)),
    /** What the reader planned, to be kept and given back; "": nothing. */
    plan: () => taken(x.kk_plan()),
    takePlan: (/** @type {string} */ plan) => x.kk_take_plan(pass(plan)),
    /** The code of an earlier result that lies beside this one, and the days of both; "" where there is none. */
    beside: () => {
      const [before = '', then = '', now = ''] = taken(x.kk_then()).split(' ');
      return { before, then, now };
    },
    /** @param {string} facts  two UUIDs and the time, for a statement and a calendar */
    facts: (facts) => x.kk_facts(pass(facts)),
    /** @param {string} kind  csv, md, ics, json or xapi */
    file: (kind) => taken(x.kk_file(pass(kind))),
    linkable: (/** @type {boolean} */ yes) => x.kk_linkable(Number(yes)),
    /** @returns {boolean} whether the state changed */
    act: (/** @type {string} */ id, value = '') => x.kk_act(pass(id + value), value && encoder.encode(value).length) === 1,
    paper: (/** @type {boolean} */ yes) => x.kk_paper(Number(yes)),
    size: (/** @type {number} */ width, /** @type {number} */ rootFont) => x.kk_size(width, rootFont),
    theme: (/** @type {boolean} */ dark) => x.kk_theme(Number(dark)),
    /** @param {number} rgb  -1: our own @returns {boolean} whether it was moved */
    accent: (rgb) => x.kk_accent(rgb) === 1,
    /** @returns {number} */
    accentInk: (/** @type {number} */ index) => x.kk_accent_ink(index),
    refont: () => x.kk_refont(),
    motion: (/** @type {boolean} */ reduced) => x.kk_motion(Number(reduced)),
    hover: (/** @type {number} */ left, /** @type {number} */ top) => x.kk_hover(left, top),
    press: (/** @type {string} */ id) => x.kk_press(pass(id)),
    /** With a size in device pixels: as pixels instead of by WebGL. @returns {boolean} whether another frame is wanted */
    frame: (/** @type {number} */ ratio, /** @type {number} */ ms, width = 0, height = 0) => x.kk_frame(ratio, ms, width, height) === 1,
    record: () => taken(x.kk_record()),
    state: () => taken(x.kk_state()),
    result: () => taken(x.kk_result()),
    code: () => taken(x.kk_code()),
    /** @returns {number} */
    height: () => x.kk_height(),
  };
}

/** @typedef {Awaited<ReturnType<typeof loadEngine>>} Engine */
