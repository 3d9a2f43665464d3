// Whether the picture is still one of the document: what stands there and what was drawn are compared. Where somebody else
// wrote in the document (a translator), where a style sheet shows through (a reader's, an extension's), or where letters join
// or run from right to left, only the document is right, and the text view shows it.

/** What the canvas, one glyph a character, would draw otherwise. The same as needs_shaping() of the command line. */
// eslint-disable-next-line no-misleading-character-class -- single characters are meant, not what they join to
export const SHAPED = /[\u0590-\u109f\u1100-\u11ff\u1780-\u18af\u1900-\u194f\u1a00-\u1c4f\u1cd0-\u1cff\u200d\u20dd-\u20e4\ua800-\uaaff\uabc0-\uabff\ud7b0-\ud7ff\ufb1d-\ufe0f\ufe70-\ufefc\u{10800}-\u{11fff}\u{1e800}-\u{1efff}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u{e0000}-\u{e0fff}]/u;
const CLEAR = 'rgba(0, 0, 0, 0)';
/** The probe's (base.css): whoever changes the colours of everything changes this one. */
const ITS_COLOUR = 'rgb(1, 2, 3)';

/**
 * @param {object} parts
 * @param {HTMLElement} parts.main
 * @param {HTMLElement} parts.probe  changes with what a style sheet does to everything
 * @param {() => boolean} parts.rewritten  whether somebody else wrote in the document
 * @param {() => void} parts.onChange
 */
export function createLikeness({ main, probe, rewritten, onChange }) {
  let shaped = false;
  let covered = false;
  let held = true;

  const holds = () => (held = !shaped && !covered && !rewritten());

  // A transition of our own colours can only come from another's style sheet.
  probe.addEventListener('transitionrun', () => {
    covered = false;
    onChange();
  });
  const observer = new MutationObserver(() => {
    if (held !== holds()) onChange();
  });
  observer.observe(main, { childList: true, characterData: true, subtree: true });
  observer.observe(document.documentElement, { attributeFilter: ['class', 'lang'] });

  return {
    /** Before a screen is drawn. @param {string} record  as JSON */
    drawable(record) {
      shaped = SHAPED.test(record);
      return holds();
    },
    /** After it was drawn and written: what changed until now were we. */
    written: () => void observer.takeRecords(),
    /** Whether something of the document lies over the picture, is hidden, or has other letters; then it is no longer drawable. */
    covered() {
      const { fontFamily: family, visibility } = getComputedStyle(main);
      const canvas = main.querySelector('canvas');
      const seen = canvas && getComputedStyle(canvas);
      covered = !seen || seen.visibility !== visibility || Number(seen.opacity) < 0.5 || getComputedStyle(probe).color !== ITS_COLOUR || Math.abs(canvas.offsetWidth - parseFloat(canvas.style.width)) > 1
        || [...main.querySelectorAll('.k:not(.k-clip, .k-field, .k-entry), .k-words, .k-line, .k b')].some((el) => {
          const { color, backgroundColor, backgroundImage, fontFamily, textTransform, display } = getComputedStyle(el);
          // A button that is hidden would be one in the picture alone.
          return (display === 'none' && el.localName === 'button') || color !== CLEAR || backgroundColor !== CLEAR || backgroundImage !== 'none' || fontFamily !== family || textTransform !== 'none';
        }) || [...main.querySelectorAll('.k-drawn text')].some((el) => getComputedStyle(el).fill !== CLEAR);
      return covered;
    },
    /** The surroundings changed: what lay over the picture may be gone. */
    again: () => (covered = false),
  };
}
