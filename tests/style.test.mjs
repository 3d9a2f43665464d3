// What the style sheets name stands in assets/design/tokens.json (scripts/style.mjs).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOKENS, styled } from '../scripts/style.mjs';

test('a width by its name is a container query in em, just under it', () => {
  assert.equal(styled('@container (--narrow) { a { top: 0 } }', 'a.css'), '@container (max-width: 37.49em) { a { top: 0 } }');
});

test('an icon by its name is a picture with its circle and every point of its strokes', () => {
  const info = /** @type {import('../scripts/style.mjs').Icon} */ (TOKENS.icons.find(({ name }) => name === 'info'));
  const css = styled('a { --kk-icon: icon(info); }', 'a.css');
  const svg = decodeURIComponent(/url\("data:image\/svg\+xml,(.*)"\)/.exec(css)?.[1] ?? '');
  assert.ok(svg.includes(`viewBox='0 0 ${info.box} ${info.box}'`) && svg.includes(`r='${info.circle?.[2]}'`), svg);
  for (const at of info.strokes.flat()) assert.ok(svg.includes(String(at)), `${at} in ${svg}`);
});

test('a name that nobody made stops the build, and says where', () => {
  assert.throws(() => styled('@container (--huge) {}', 'web/a.css'), /web\/a\.css: huge is not in/);
  assert.throws(() => styled('a { mask: icon(anchor) }', 'web/a.css'), /web\/a\.css: anchor is not in/);
});
