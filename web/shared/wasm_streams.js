// A WASM module taken apart into streams of one kind of byte each (operators, places of locals, constants, …) and put together
// again: the server's brotli finds more alike in them, which takes 9 % off the module. What is a function's length is counted anew.
// Instructions: WebAssembly Core Specification 5.4, as far as the build uses them; others are refused when the page is made.

/**
 * Kinds of bytes: all that is outside functions; of a function, what its locals are, its operators, and what stands behind these.
 * Places in memory are apart by the operator that uses them, constants by the one that follows: what is added to a number, what
 * it is compared with and where it is stored are alike among themselves.
 */
const OUTSIDE = 0, TYPE = 1, OPERATOR = 2, LOCAL = 3, FUNCTION = 4, ALIGN = 5, BLOCK = 6, BRANCH = 7, FLOAT = 8, OTHER = 9, OFFSET = 10, CONSTANT = 22, STREAMS = 86;
const CODE_SECTION = 10;
/** Operators are kept as a xor with this: of all 128, what compresses best as text. */
const AS_TEXT = 35;
/** Numbers behind an operator of two bytes, by the second: whole numbers of fractions; to fill and to copy memory. */
const LONG = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1];
/** The operators that load and store begin here, each with the alignment that is natural to it, as a power of two. */
const LOAD = 0x28, NATURAL = '23230011001122232301012';
/** Bytes of a length that is written before it is known: LEB128 may be longer than it must be. */
const LENGTH = 5;

/** @param {number} op @returns {never} */
function refuse(op) {
  throw new RangeError(`operator ${op}`);
}

/**
 * Goes through a module's bytes in their order.
 * @param {(stream: number, less?: number) => number} take  the next byte, which is of that stream, and is kept there as a xor with `less`
 * @param {() => number} ahead  the operator behind the constant that comes now
 * @param {(body: () => void) => void} sized  calls `body` where the length of what it goes through stands
 * @param {() => boolean} ended  nothing is left outside
 */
function walk(take, ahead, sized, ended) {
  const number = (/** @type {number} */ stream) => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = take(stream);
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const bytes = (/** @type {number} */ count, /** @type {number} */ stream) => {
    while (count-- > 0) take(stream);
  };
  const numbers = (/** @type {number} */ count, /** @type {number} */ stream) => {
    while (count-- > 0) number(stream);
  };
  const body = () => {
    for (let groups = number(TYPE); groups > 0; groups--) numbers(2, TYPE);  // how many locals, of which type
    for (let depth = 1; depth > 0;) {
      const op = take(OPERATOR, AS_TEXT);
      if (op === 0x0b) depth--;  // end
      else if (op >= 0x20 && op <= 0x22) number(LOCAL);
      else if (op === 0x41 || op === 0x42) number(CONSTANT + (ahead() >> 2));
      else if (op >= LOAD && op <= 0x3e) take(ALIGN, +NATURAL[op - LOAD]), number(OFFSET + (op - LOAD >> 1));
      else if (op === 0x10) number(FUNCTION);
      else if (op >= 0x02 && op <= 0x04) depth++, number(BLOCK);  // block, loop, if
      else if (op === 0x0c || op === 0x0d) number(BRANCH);
      else if (op === 0x0e) numbers(number(BRANCH) + 1, BRANCH);  // br_table
      else if (op === 0x43) bytes(4, FLOAT);
      else if (op === 0x44) bytes(8, FLOAT);
      else if (op === 0x11) numbers(2, OTHER);  // call_indirect
      else if (op === 0x23 || op === 0x24 || op === 0x3f || op === 0x40) number(OTHER);  // globals, the memory's size
      else if (op === 0xfc) numbers(LONG[number(OTHER)] ?? refuse(op), OTHER);
      else if (!(op < 0xc5) || op === 0x1c || op === 0x25 || op === 0x26) refuse(op);
    }
  };
  bytes(8, OUTSIDE);
  while (!ended()) {
    if (take(OUTSIDE) !== CODE_SECTION) {
      bytes(number(OUTSIDE), OUTSIDE);
      continue;
    }
    sized(() => {
      for (let count = number(OUTSIDE); count > 0; count--) sized(body);
    });
  }
}

/**
 * The streams one after another, behind the length of the module and of each stream, four bytes each, the low one first.
 * @param {Uint8Array} module
 */
export function apart(module) {
  /** @type {number[][]} */
  const streams = Array.from({ length: STREAMS }, () => []);
  let at = 0, added = 0;
  walk((stream, less = 0) => {
    streams[stream].push(module[at] ^ less);
    return module[at++];
  }, () => {
    let behind = at;
    while (module[behind++] > 127);
    return module[behind];
  }, (body) => {
    for (added += LENGTH - 1; module[at] > 127; added--) at++;
    at++;
    body();
  }, () => at >= module.length);
  const lengths = new Uint32Array([module.length + added, ...streams.map(({ length }) => length)]);
  return new Uint8Array([...new Uint8Array(lengths.buffer), ...streams.flat()]);
}

/** The module, ready to be compiled. @param {Uint8Array<ArrayBuffer>} streams  what apart() gave */
export function together(streams) {
  const [length, ...lengths] = new Uint32Array(streams.buffer, 0, STREAMS + 1);
  if (length > 2 * streams.length) throw new RangeError('longer than it can be');  // damaged: no memory for what is not there
  const module = new Uint8Array(length);
  let end = 4 * (STREAMS + 1);
  const next = lengths.map((bytes) => (end += bytes) - bytes);
  const outside = next[OUTSIDE + 1];
  let at = 0;
  walk((stream, less = 0) => {
    if (at >= length) throw new RangeError('longer than it says');
    return module[at++] = streams[next[stream]++] ^ less;
  }, () => streams[next[OPERATOR]] ^ AS_TEXT, (body) => {
    const from = at += LENGTH;
    body();
    for (let i = LENGTH; i > 0; i--) module[from - i] = (at - from) >> 7 * (LENGTH - i) & 127 | (i > 1 ? 128 : 0);
  }, () => next[OUTSIDE] >= outside);
  return module;
}
