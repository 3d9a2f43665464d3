// The module as the page carries it: taken apart by kind of byte and put together again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { apart, together } from '../web/shared/wasm_streams.js';
import { random } from './support/random.mjs';

const built = new Uint8Array(readFileSync(join(fileURLToPath(new URL('..', import.meta.url)), 'build/page/klantkompas.wasm')));

/** Up to 16383, in two bytes. */
const leb = (value) => [value & 127 | 128, value >> 7];

/** A module with memory, of one function with one local, a whole number, of which this is the body. @param {number[]} code */
const module = (code) => Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1,
  10, ...leb(code.length + 7), 1, ...leb(code.length + 4), 1, 1, 0x7f, ...code, 0x0b]);

test('what is put together is valid, and comes apart as before', () => {
  const whole = together(apart(built));
  assert.ok(WebAssembly.validate(whole));
  assert.deepEqual(apart(whole), apart(built));
});

for (const [name, code] of Object.entries({
  'nothing': [],
  'blocks in blocks': [0x02, 0x40, 0x03, 0x40, 0x0c, 1, 0x0b, 0x0b],
  'a table of branches': [0x02, 0x40, 0x41, 0, 0x0e, 2, 0, 1, 0, 0x0b],
  'constants of every type, also negative ones': [0x41, 0x80, 0x80, 0x80, 0x80, 0x78, 0x1a, 0x42, 0x7f, 0x1a, 0x43, 0, 0, 0xc0, 0x7f, 0x1a, 0x44, 11, 11, 11, 11, 11, 11, 11, 11, 0x1a],
  'fractions to whole numbers': [0x43, 0, 0, 0, 0, 0xfc, 0, 0x1a],
  'a call': [0x10, 0],
  'memory with every alignment': [0x28, 0x2c, 0x31, 0x35, 0x36, 0x3a, 0x3e].flatMap((op) => [0, 1, 2]
    .filter((align) => align <= ({ 0x2c: 0, 0x31: 0, 0x3a: 0 }[op] ?? 2))
    .flatMap((align) => (op < 0x36 ? [0x41, 0x80, 0x02, op, align, 0x90, 0x01, 0x1a] : [0x41, 0, op === 0x3e ? 0x42 : 0x41, 0x7f, op, align, 4]))),
  'constants before every kind of operator': [0x41, 5, 0x21, 0, 0x41, 6, 0x22, 0, 0x41, 7, 0x6a, 0x41, 8, 0x46, 0x04, 0x40, 0x0b, 0x41, 9, 0x0d, 0],
})) {
  test(`${name}: the same function`, () => {
    const source = module(code);
    assert.ok(WebAssembly.validate(source), 'the test itself');
    const whole = together(apart(source));
    assert.ok(WebAssembly.validate(whole));
    const body = whole.subarray(23 + 1 + 5 + 1 + 5);  // the code section's mark, its length in five bytes, one function, its length
    assert.deepEqual([...body], [1, 1, 0x7f, ...code, 0x0b]);
  });
}

test('an operator that the page does not know is refused when the page is made', () => {
  for (const operator of [0x1c, 0x25, 0x26, 0xc5, 0xd0, 0xd2, 0xfb, 0xfd, 0xfe, 0xff]) {
    assert.throws(() => apart(module([operator, 0, 0])), /operator/, `0x${operator.toString(16)}`);
  }
  assert.throws(() => apart(module([0xfc, 12, 0, 0])), /operator/);
});

test('damaged streams end: in an error, or in bytes that the browser refuses or runs', () => {
  const whole = apart(built), next = random(1);
  for (let i = 0; i < 60; i++) {
    const damaged = whole.slice(0, i % 3 ? whole.length : next(whole.length));
    for (let k = 0; k < 20; k++) damaged[next(i % 3 === 1 ? 60 : damaged.length)] = next(256);
    try {
      together(damaged);
    } catch (error) {
      assert.ok(error instanceof RangeError, String(error));
    }
  }
});
