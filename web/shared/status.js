// The one live region. Screen readers miss texts that are replaced or removed too soon, or that repeat the last one.

const GAP = 500;
const STAY = 4000;
const MAX_LENGTH = 200;

/** @param {HTMLElement} region  role=status, in the page from the start */
export function createStatus(region) {
  let timer = 0;
  let last = -Infinity;
  let repeated = false;

  const write = (/** @type {string} */ text) => {
    last = performance.now();
    repeated = !repeated;
    region.textContent = text + (repeated ? '\u00a0' : '');
    timer = window.setTimeout(() => (region.textContent = ''), STAY);
  };

  /** Says it once focus has settled, at most one message in 500 ms; the last one wins. @param {string} text */
  return (text) => {
    clearTimeout(timer);
    timer = window.setTimeout(write, Math.max(150, last + GAP - performance.now()), text.slice(0, MAX_LENGTH));
  };
}
