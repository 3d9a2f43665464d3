// Height messages for the resizer scripts that pages already have: the wire formats of the H5P resizer, iframe-resizer 4 and
// 5, WordPress's embed handler and open-iframe-resizer, spoken next to each other. Who does not know one ignores it.

/** Of iframe-resizer: every message between the two begins so. */
const ID = '[iFrameSizer]';

/**
 * @param {(message: unknown) => void} post  to the window around this one
 * @param {string} secret  of WordPress, from the end of the address; "" elsewhere
 */
export function createResizers(post, secret) {
  // A list with members, which other scripts in the article can take for JSON: JSON.parse makes a number of it. Of a plain
  // object, or of words, it makes an exception on somebody else's page.
  const say = (/** @type {object} */ members) => post(Object.assign([0], members));
  /** The name under which iframe-resizer knows this frame, and whether it was told a first height for it. */
  let id = '';
  let told = false;
  // The H5P resizer answers to event.origin: for a frame without one that throws in the article. Such a frame asks nothing.
  const mute = self.origin === 'null';
  let h5p = mute;
  let greeted = 0;
  let open = false;
  let height = 0;

  const h5pSize = () => say({ context: 'h5p', action: 'resize', scrollHeight: height, clientHeight: height });
  const size = (/** @type {string} */ type) => `${ID}${id}:${height}:${innerWidth}:${type}`;

  return {
    /** What scripts that wait for a sign of life are told. */
    greet() {
      if (!h5p) say({ context: 'h5p', action: 'hello' });
      else if (mute && ++greeted === 3) h5pSize();  // a late script cannot say that it missed the first
    },

    /** The height, to everyone who is known to listen. @param {number} now */
    tell(now) {
      height = now;
      if (secret) say({ message: 'height', value: height, secret });
      if (id) post(size(told ? 'resize' : 'init'));
      told = Boolean(id);
      if (h5p) h5pSize();
      if (open) post({ type: 'iframe-resized', width: innerWidth, height });
    },

    /**
     * Something the page around us said.
     * @param {any} data
     * @returns {boolean} whether it may be waiting for the height
     */
    hear(data) {
      if (typeof data === 'string' && data.startsWith(ID)) {
        const parts = data.slice(ID.length).split(':');
        // The first message of its parent: a list in which the fourth says whether it logs.
        if (parts.length > 7 && /^(true|false)$/.test(parts[3])) {
          const name = parts[0].slice(0, 256);
          told &&= id === name;
          id = name;
          return true;
        }
        return Boolean(id) && /^(resize|reset)$/.test(parts[0]);
      }
      if (typeof data !== 'object' || data === null) return false;
      if (data.context === 'h5p') {
        const answer = data.action === 'hello' && !h5p;
        h5p ||= answer;
        if (data.action === 'ready' && !h5p) say({ context: 'h5p', action: 'hello' });
        return answer || data.action === 'resize' || data.action === 'resizePrepared';
      }
      if (secret && data.message === 'ready') return data.secret === secret;
      const asks = data.type === 'iframe-child-init' || data.type === 'iframe-get-child-dimensions';
      open ||= asks;
      return asks;
    },
  };
}
