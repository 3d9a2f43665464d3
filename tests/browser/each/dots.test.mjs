// The dots of the answers tell the chosen level's own words: on hover, on focus, and on paper.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareOnePage } from '../harness.mjs';
import { codeOf, LANG, MIXED, QUESTIONS } from '../subject.mjs';
import { show } from '../walk.mjs';

let reader;
shareOnePage((open) => { ({ reader } = open); });

const named = (lang) => QUESTIONS.filter(({ id }) => Number.isInteger(MIXED.answers[id])).map(({ id, levels }) => ({ id, words: levels[MIXED.answers[id]][lang] }));
/** What is seen over a dot, and whether all of it is on the page. */
const seen = (id) => reader.frame.evaluate((button) => {
  const el = document.getElementById(`kk-strip.${button}`);
  const { content, display, color, height, whiteSpace } = getComputedStyle(el, '::after');
  const words = content === 'none' || display === 'none' || color === 'rgba(0, 0, 0, 0)' ? '' : el.getAttribute('aria-label');
  return { words, cut: words.length > 60 && (whiteSpace !== 'normal' || parseFloat(height) < 50), wide: document.documentElement.scrollWidth > document.documentElement.clientWidth };
}, id);

for (const [view, width] of [['canvas', 720], ['canvas', 340], ['text', 340]]) {
  test(`on hover and focus, until Escape: ${view}, ${width} px`, async () => {
    await reader.page.setViewport({ width, height: 900 });
    await show(reader.page, { code: codeOf(MIXED), screen: 'result', more: `&view=${view}` });
    for (const { id, words } of named(LANG)) {
      const button = await reader.frame.$(`[id="kk-strip.${id}"]`);
      assert.equal((await seen(id)).words, '', 'nothing at rest');
      await button.hover();
      const over = await seen(id);
      assert.ok(over.words.endsWith(words), `${id}: ${over.words}`);
      assert.ok(!over.cut, `${id}: its words run out of their box`);
      assert.ok(!over.wide, `${id}: the page scrolls sideways`);
      await reader.page.keyboard.press('Escape');
      assert.equal((await seen(id)).words, '', 'Escape takes it away');
      await reader.page.mouse.move(2, 2);
      await reader.page.keyboard.press('Shift');  // focus by keyboard
      await button.focus();
      assert.ok((await seen(id)).words.endsWith(words), `${id} with focus`);
      await button.evaluate((el) => el.blur());
    }
  });
}

test('on paper, in the table of the answers', async () => {
  await show(reader.page, { code: codeOf(MIXED), screen: 'result' });
  await reader.media({}, 'print');
  await reader.until((all) => {
    const cells = [...document.querySelectorAll('.k-answer-table td')].filter((el) => el.checkVisibility()).map((el) => el.textContent);
    return all.every((words) => cells.includes(words));
  }, named(LANG).map(({ words }) => words));
  await reader.media({});
});
