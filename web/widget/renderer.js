// Draws Dear ImGui's draw lists with WebGL 1, or puts the pixels of the CPU tier on a 2D canvas. Textures are also kept here,
// so that a new context can start where a lost one ended without the WASM knowing.

const VERTEX = `
attribute vec2 position; attribute vec2 uv; attribute vec4 colour;
uniform vec2 scale; varying vec2 v_uv; varying vec4 v_colour;
void main() { v_uv = uv; v_colour = colour; gl_Position = vec4(position * scale + vec2(-1, 1), 0, 1); }`;

const FRAGMENT = `
precision mediump float;
uniform sampler2D image; varying vec2 v_uv; varying vec4 v_colour;
void main() { gl_FragColor = v_colour * texture2D(image, v_uv); }`;

/** ImDrawVert: two floats position, two floats uv, four bytes colour. */
const STRIDE = 20;

/** @typedef {{width: number, height: number, pixels: Uint8Array, handle: WebGLTexture | null}} Texture */

/** @param {import('./engine.js').Memory} memory */
export function createRenderer(memory) {
  /** @type {Map<number, Texture>} */
  const textures = new Map();
  /** @type {WebGLRenderingContext | null} */
  let gl = null;
  /** @type {WebGLProgram | null} */
  let program = null;
  /** @type {WebGLUniformLocation | null} */
  let scale = null;
  /** @type {CanvasRenderingContext2D | null} */
  let flat = null;

  const bytes = (/** @type {number} */ at, /** @type {number} */ length) => new Uint8Array(memory.buffer, at, length);

  /** @param {Texture} texture */
  function upload(texture) {
    if (!gl) return;
    texture.handle = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture.handle);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, texture.width, texture.height, 0, gl.RGBA, gl.UNSIGNED_BYTE, texture.pixels);
  }

  /** Full-width rows: WebGL 1 has no UNPACK_ROW_LENGTH. */
  function update(/** @type {Texture} */ texture, /** @type {number} */ y, /** @type {number} */ height, /** @type {Uint8Array} */ rows) {
    texture.pixels.set(rows, y * texture.width * 4);
    gl?.bindTexture(gl.TEXTURE_2D, texture.handle);
    gl?.texSubImage2D(gl.TEXTURE_2D, 0, 0, y, texture.width, height, gl.RGBA, gl.UNSIGNED_BYTE, rows);
  }

  /** A context on a canvas that never had one, and its program on the way. @param {HTMLCanvasElement} canvas */
  function prepare(canvas) {
    if (gl?.canvas === canvas) return;
    gl = canvas.getContext('webgl', { alpha: true, premultipliedAlpha: true, antialias: false, depth: false, stencil: false });
    program = gl && link(gl);
    gl?.flush();
  }

  return {
    prepare,

    /** The same, ready to be drawn on. False when there is no WebGL. @param {HTMLCanvasElement} canvas */
    attach(canvas) {
      prepare(canvas);
      if (!gl || !program || !gl.getProgramParameter(program, gl.LINK_STATUS)) {
        gl = null;
        return false;
      }
      gl.useProgram(program);
      scale = gl.getUniformLocation(program, 'scale');
      gl.enable(gl.BLEND);
      // Colours come in unmultiplied, the canvas is premultiplied: over a cleared canvas this gives rgb·a and a.
      gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
      for (let i = 0; i < 3; i++) gl.enableVertexAttribArray(i);
      gl.vertexAttribPointer(0, 2, gl.FLOAT, false, STRIDE, 0);
      gl.vertexAttribPointer(1, 2, gl.FLOAT, false, STRIDE, 8);
      gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, STRIDE, 16);
      textures.forEach(upload);
      return true;
    },

    /** The same for the CPU tier. @param {HTMLCanvasElement} canvas */
    attachFlat: (canvas) => (flat = canvas.getContext('2d')) !== null,

    /** Gives the context back, for other pages to use. */
    detach() {
      if (!gl?.isContextLost()) gl?.getExtension('WEBGL_lose_context')?.loseContext();
      gl = flat = null;
    },

    /**
     * Before each frame: vertices are in CSS px, the canvas has `ratio` pixels for each.
     * @param {number} ratio
     */
    begin(ratio) {
      if (!gl) return;
      const { width, height } = gl.canvas;
      gl.viewport(0, 0, width, height);
      gl.disable(gl.SCISSOR_TEST);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.SCISSOR_TEST);
      gl.uniform2f(scale, (2 * ratio) / width, (-2 * ratio) / height);
    },

    /** Imported by the WASM: made anew (texH > 0), some rows replaced, or removed (w = 0). @type {import('./engine.js').Env['js_tex']} */
    js_tex(id, texW, texH, x, y, w, h, pixels) {
      const known = textures.get(id);
      if (known && (texH || !w)) {
        gl?.deleteTexture(known.handle);
        textures.delete(id);
      }
      if (!w) return;
      if (texH) {
        const texture = { width: texW, height: texH, pixels: bytes(pixels, texW * texH * 4).slice(), handle: null };
        textures.set(id, texture);
        upload(texture);
      } else if (known) {
        update(known, y, h, bytes(pixels, known.width * h * 4));
      }
    },

    /** @type {import('./engine.js').Env['js_rows']} */
    js_rows(pixels, width, top, count) {
      flat?.putImageData(new ImageData(new Uint8ClampedArray(memory.buffer, pixels, width * count * 4), width, count), 0, top);
    },

    /** @type {import('./engine.js').Env['js_buf']} */
    js_buf(vertices, vertexBytes, indices, indexBytes) {
      gl?.bufferData(gl.ARRAY_BUFFER, bytes(vertices, vertexBytes), gl.STREAM_DRAW);
      gl?.bufferData(gl.ELEMENT_ARRAY_BUFFER, bytes(indices, indexBytes), gl.STREAM_DRAW);
    },

    /** Texture ids arrive one higher, because Dear ImGui keeps 0 for "none". @type {import('./engine.js').Env['js_draw']} */
    js_draw(texture, x0, y0, x1, y1, offset, count) {
      const left = Math.max(Math.floor(x0), 0);
      const top = Math.max(Math.floor(y0), 0);
      const right = Math.ceil(x1);
      const bottom = Math.ceil(y1);
      if (!gl || right <= left || bottom <= top) return;
      gl.bindTexture(gl.TEXTURE_2D, textures.get(texture - 1)?.handle ?? null);
      gl.scissor(left, gl.canvas.height - bottom, right - left, bottom - top);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, offset);
    },
  };
}

/**
 * Not asked how it went: that waits until it is done.
 * @param {WebGLRenderingContext} gl
 * @returns {WebGLProgram | null}
 */
function link(gl) {
  const program = gl.createProgram();
  if (!program) return null;
  for (const [type, source] of /** @type {const} */ ([[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]])) {
    const shader = gl.createShader(type);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  ['position', 'uv', 'colour'].forEach((name, index) => gl.bindAttribLocation(program, index, name));
  gl.linkProgram(program);
  return program;
}
