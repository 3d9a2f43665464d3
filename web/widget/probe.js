// A hidden line whose size we know. A reader's own text spacing, a smallest font size or a zoom of text alone changes the
// document but not the picture: then the line is no longer what the canvas measures, and the text view is shown.

const TEXT = 'Zijn wij er';  // short: twice as large it must not widen a page of 320 px
/** The design's smallest text, in rem: a smallest font size reaches it first. */
const [SMALL, LINE] = [0.875, 1.25];
/** CSS px: what rounding may differ, and less than any spacing that a reader would ask for. */
const TOLERANCE = 2;

/**
 * @param {HTMLElement} main
 * @param {(text: string, em: number) => number} widthOf  of a text in the widget's font, as the canvas measures it
 */
export function createProbe(main, widthOf) {
  const box = document.createElement('div');
  const line = document.createElement('p');
  box.className = 'k-probe';
  box.setAttribute('aria-hidden', 'true');
  line.textContent = TEXT;
  box.append(line);
  main.prepend(box);
  return {
    /** Changes size, or colour (likeness.js), with what it notices. */
    box,
    /** Whether the document has other sizes than the style sheet gives it. @param {number} rem  CSS px */
    stretched: (rem) => Math.abs(box.offsetWidth - widthOf(TEXT, SMALL * rem)) > TOLERANCE || Math.abs(box.offsetHeight - LINE * rem) > TOLERANCE,
  };
}
