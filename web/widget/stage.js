// The canvas: its size, its context and the frames that are drawn on it. Graphics contexts are few, and all pages together
// share them: ours exists while the widget is in sight. Where there is none, or it was taken away, the same lists are drawn on
// the CPU; where even that cannot be, the text view is left.

const MAX_RATIO = 3;
const MAX_PIXELS = 8e6;
const RETRY_MS = 1000;
/** Two losses within this time: another page needs the graphics card more than we do. */
const LOSS_WINDOW_MS = 60000;

/** @typedef {'webgl' | 'cpu' | 'none'} Tier */

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
 * @param {import('./picture.js').Picture['renderer']} renderer
 * @param {() => void} onChange  the tier changed, or the widget came into sight: draw
 */
export function createStage(canvas, renderer, onChange) {
  /** What is drawn with, or would be if the widget were in sight. */
  let tier = /** @type {Tier} */ ('webgl');
  /** What the canvas has: a canvas that had one kind of context gets no other. */
  let has = /** @type {Tier} */ ('none');
  let frames = 0;
  let lastFrame = 0;
  let lastLoss = -Infinity;
  let animating = false;
  /** Whether the widget is in sight: as far as this frame can tell, and as the page around it says. */
  const sight = { frame: self === top, host: true };
  let visible = false;
  let open = false;

  /** An extension that guards canvases may throw where others find nothing. @param {(canvas: HTMLCanvasElement) => boolean | void} work */
  function can(work) {
    try {
      return work(canvas) === true;
    } catch {
      return false;
    }
  }

  /** Context for the best tier that works, on a canvas that never had one. */
  function attach() {
    if (has === tier) return;
    if (has !== 'none') {
      renderer.detach();
      renew();
    }
    if (tier === 'webgl') {
      canvas.addEventListener('webglcontextlost', lose);
      if (!can(renderer.attach)) {
        renew();
        tier = 'cpu';
      }
    }
    if (tier === 'cpu' && !can(renderer.attachFlat)) tier = 'none';
    has = tier;
  }

  function renew() {
    const fresh = /** @type {HTMLCanvasElement} */ (canvas.cloneNode());
    canvas.removeEventListener('webglcontextlost', lose);
    canvas.replaceWith(fresh);
    canvas = fresh;
    has = 'none';
  }

  function lose() {
    const now = performance.now();
    const again = now - lastLoss < LOSS_WINDOW_MS;
    lastLoss = now;
    tier = 'cpu';
    attach();
    onChange();
    if (!again) setTimeout(retry, RETRY_MS);
  }

  function retry() {
    tier = 'webgl';
    if (!visible) return;
    attach();
    onChange();
  }

  /** @param {{frame?: boolean, host?: boolean}} now */
  function see(now) {
    Object.assign(sight, now);
    if (!open || visible === (sight.frame && sight.host)) return;
    visible = !visible;
    if (visible) {
      attach();
      onChange();
    } else {
      renderer.detach();
      renew();
      // A canvas of no size holds no memory, and is no room to scroll when the screen becomes shorter out of sight.
      canvas.width = canvas.height = 0;
      canvas.style.width = canvas.style.height = '0';
    }
  }

  return {
    /** @returns {Tier} */
    tier: () => tier,
    frames: () => frames,
    see,
    /** Whether it may be drawn on; before that, tier() says what is hoped for. */
    isOpen: () => open,

    /**
     * Looks whether the widget is in sight, and makes the context if so. Its shaders are compiled elsewhere meanwhile: to
     * ask at once how that went would stop the page until they are.
     * @param {() => Promise<unknown>} pause
     */
    async open(pause) {
      // An observer also tells about frames of other sites, and below the fold.
      if (self !== top) {
        await new Promise((seen) => new IntersectionObserver((entries) => {
          see({ frame: entries[entries.length - 1].isIntersecting });
          seen(undefined);
        }).observe(document.documentElement));
      }
      if (sight.frame && sight.host) {
        await pause();
        can(renderer.prepare);
        await pause();
      }
      open = true;
      visible = sight.frame && sight.host;
      if (visible) attach();
    },

    /**
     * @param {import('./engine.js').Engine} engine
     * @param {{width: number, height: number, ratio: number}} size  CSS px
     * @returns {boolean} whether another frame is wanted
     */
    draw(engine, { width, height, ratio }) {
      if (!visible) return false;
      const now = performance.now();
      const w = Math.round(width * ratio);
      const h = Math.round(height * ratio);
      if (canvas.width !== w) canvas.width = w;
      if (canvas.height !== h) canvas.height = h;
      canvas.style.width = `${w / ratio}px`;
      canvas.style.height = `${h / ratio}px`;
      renderer.begin(ratio);
      // The clock may jump (a sleeping tab): an animation then goes on where it was.
      const ms = animating ? Math.min(now - lastFrame, 50) : 16;
      animating = tier === 'cpu' ? engine.frame(ratio, ms, w, h) : engine.frame(ratio, ms);
      lastFrame = now;
      frames++;
      return animating;
    },
  };
}
