// The canvas: its size, its context and the frames that are drawn on it.

const MAX_RATIO = 3;
const MAX_PIXELS = 8e6;
const RETRY_MS = 1000;
/** Two losses within this time: another page needs the graphics card more than we do. */
const LOSS_WINDOW_MS = 60000;

/**
 * Device pixels for a CSS pixel, or 0 when a page of this size would take too much memory to draw.
 * @param {number} width
 * @param {number} height
 */
export function pixelRatio(width, height) {
  const wanted = Math.min(devicePixelRatio || 1, MAX_RATIO);
  const most = Math.sqrt(MAX_PIXELS / (width * height));
  return wanted <= most ? wanted : most < 1 ? 0 : most;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {ReturnType<typeof import('./renderer.js').createRenderer>} renderer
 * @param {() => void} onChange  the context was lost, or is back
 */
export function createStage(canvas, renderer, onChange) {
  let ready = adopt(canvas);
  let frames = 0;
  let lastFrame = 0;
  let lastLoss = -Infinity;
  let animating = false;

  /** @param {HTMLCanvasElement} fresh */
  function adopt(fresh) {
    fresh.addEventListener('webglcontextlost', lose, { once: true });
    return renderer.attach(fresh);
  }

  function lose() {
    const now = performance.now();
    const again = now - lastLoss < LOSS_WINDOW_MS;
    lastLoss = now;
    ready = false;
    renderer.detach();
    onChange();
    if (!again) setTimeout(retry, RETRY_MS);
  }

  /** A canvas that lost its context gets no second one. */
  function retry() {
    const fresh = /** @type {HTMLCanvasElement} */ (canvas.cloneNode());
    canvas.replaceWith(fresh);
    canvas = fresh;
    ready = adopt(fresh);
    if (ready) onChange();
  }

  return {
    ready: () => ready,
    frames: () => frames,
    canvas: () => canvas,

    /**
     * @param {import('./engine.js').Engine} engine
     * @param {{width: number, height: number, ratio: number}} size  CSS px
     * @returns {boolean} whether another frame is wanted
     */
    draw(engine, { width, height, ratio }) {
      const now = performance.now();
      const w = Math.round(width * ratio);
      const h = Math.round(height * ratio);
      if (canvas.width !== w) canvas.width = w;
      if (canvas.height !== h) canvas.height = h;
      canvas.style.width = `${w / ratio}px`;
      canvas.style.height = `${h / ratio}px`;
      renderer.begin(ratio);
      // The clock may jump (a sleeping tab): an animation then goes on where it was.
      animating = engine.frame(ratio, animating ? Math.min(now - lastFrame, 50) : 16);
      lastFrame = now;
      frames++;
      return animating;
    },
  };
}
