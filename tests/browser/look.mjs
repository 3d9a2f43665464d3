// Functions that run in the page and look at its layout as a reader would: where texts and controls are, what is cut off,
// what lies over something else.

/** Every visible line of text: words, box in CSS px from the top of the page, font size and weight. SVG texts of figures too. */
export function textBoxes() {
  const out = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(document.getElementById('kk'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const el = node.parentElement;
    if (!node.data.trim() || !el.checkVisibility() || getComputedStyle(el).visibility === 'hidden') continue;
    if (el.localName === 'svg' || el.closest('.k-clip, #kk-status, textarea, .k-probe')) continue;
    // On the canvas a word that can be opened lies on the same word of the text that holds it.
    if (el.closest('.k-term') && document.documentElement.dataset.view === 'canvas') continue;
    // Read, never seen: clipped away, as captions that repeat their title.
    let hidden = false;
    for (let at = el; at && at.id !== 'kk'; at = at.parentElement) hidden ||= getComputedStyle(at).clipPath === 'inset(50%)';
    if (hidden) continue;
    const { fontSize, fontWeight } = getComputedStyle(el);
    range.selectNodeContents(node);
    for (const { left, top, width, height } of range.getClientRects()) {
      if (width > 1) {
        out.push({ text: node.data.trim(), x: left + scrollX, y: top + scrollY, w: width, h: height, size: parseFloat(fontSize), weight: Number(fontWeight),
          owner: el.closest('[id]').id, svg: el.localName === 'text' });
      }
    }
  }
  return out;
}

/** Every control that can be pressed: its name for the test, and its box: a label for the input in it. */
export function targets() {
  return [...document.querySelectorAll('main :is(button:not(:disabled), label, textarea)')].filter((el) => el.checkVisibility()).map((el) => {
    const { left, top, width, height } = el.getBoundingClientRect();
    return { id: el.id.slice(3), inside: el.matches('.k-term'), x: left + scrollX, y: top + scrollY, w: width, h: height };
  });
}

/** What is cut off, sticks out or lies over another: sentences; none is good. */
export function layoutProblems(texts, controls) {
  const out = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) out.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth}`);
  const main = document.getElementById('kk').getBoundingClientRect();
  const [left, right, bottom] = [main.left + scrollX, main.right + scrollX, main.bottom + scrollY];
  for (const { text, x, y, w, h } of texts) {
    if (x < left - 1 || x + w > right + 1 || y + h > bottom + 1) out.push(`“${text}” sticks out: ${Math.round(x)} to ${Math.round(x + w)}, ${Math.round(y + h)}`);
  }
  const over = (a, b, slack) => Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x) > slack && Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y) > slack;
  // Line boxes are taller than letters: those of two rows may touch by a third.
  texts.forEach((a, i) => texts.slice(i + 1).forEach((b) => {
    if (a.owner !== b.owner && !a.svg && !b.svg && over(a, b, Math.min(a.h, b.h) / 3)) out.push(`“${a.text}” lies over “${b.text}”`);
  }));
  // Joined options share an edge; a word that can be opened lies within the option that holds it.
  const within = (a, b) => a.x >= b.x && a.y >= b.y && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h;
  controls.forEach((a, i) => controls.slice(i + 1).forEach((b) => {
    if (b.inside && !a.inside && within(b, a)) return;
    if (over(a, b, 1 + parseFloat(getComputedStyle(root).fontSize) / 16)) out.push(`${a.id} lies over ${b.id}`);
  }));
  for (const el of document.querySelectorAll('main .k:not(.k-clip)')) {
    if (el.localName !== 'textarea' && el.scrollWidth > el.clientWidth + 1 && getComputedStyle(el).overflowX !== 'visible' && getComputedStyle(el).clipPath === 'none') out.push(`${el.id} is cut off`);
  }
  return out;
}

/** The above in one go. @param {import('puppeteer-core').Page} page */
export const look = (page) => page.evaluate(`(() => {
  ${textBoxes} ${targets} ${layoutProblems}
  const [texts, controls] = [textBoxes(), targets()];
  return { texts, controls, problems: layoutProblems(texts, controls) };
})()`);

/** Sets the width, and waits until the page is laid out and drawn for it. @param {import('puppeteer-core').Page} page */
export async function resize(page, viewport) {
  await page.setViewport({ height: 900, deviceScaleFactor: 1, ...viewport });
  await page.waitForFunction(() => {
    const canvas = document.querySelector('canvas');
    const { view } = window.klantkompas.state();
    return view === 'text' || Math.abs(parseFloat(canvas.style.width) - document.getElementById('kk').offsetWidth) < 1;
  }, { timeout: 30_000, polling: 20 });
}
