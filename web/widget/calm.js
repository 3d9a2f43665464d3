// When work may be done that the reader does not wait for: after the first paint, when nothing else is to be done, and not
// while a press is held or waits for its own paint.

/** A press has this long for what it shows; after so much waiting in all the work goes on, in its small pieces. */
const PRESS_MS = 100;
const MOST_MS = 1000;
/** A frame below the fold and a hidden tab are not painted: after this long without a frame nobody is looking. */
const UNSEEN_MS = 400;
const UNTOLD_MS = 3000;

let held = false;
let last = -Infinity;
for (const type of ['pointerdown', 'pointerup', 'pointercancel', 'keydown', 'keyup', 'change']) {
  addEventListener(type, () => {
    held = type === 'pointerdown';
    last = performance.now();
  }, { capture: true, passive: true });
}

const wait = (/** @type {number} */ ms) => new Promise((done) => void setTimeout(done, ms));
const idle = () => new Promise((done) => {
  if (document.hidden || !window.requestIdleCallback) setTimeout(done, 1);
  else requestIdleCallback(done, { timeout: MOST_MS / 10 });
});

/** The document was shown to the reader, or nobody is looking. */
export const firstPaint = () => new Promise((done) => {
  const unseen = setTimeout(done, self === top && !document.hidden ? UNTOLD_MS : UNSEEN_MS);
  requestAnimationFrame(() => {
    clearTimeout(unseen);
    // The frame is being made: what is asked of the graphics process now would wait for it.
    const tells = PerformanceObserver.supportedEntryTypes?.includes('paint');
    // A background may be painted before the words are.
    if (tells) new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').length && done(undefined)).observe({ type: 'paint', buffered: true });
    setTimeout(done, tells ? UNTOLD_MS : 50);
  });
});

/** The page is idle and the reader presses nothing. */
export async function calm() {
  const end = performance.now() + MOST_MS;
  await idle();
  while (performance.now() < end && (held || performance.now() - last < PRESS_MS)) {
    await wait(PRESS_MS / 4);
    await idle();
  }
}
