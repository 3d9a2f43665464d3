// The record: what the WASM says is on the screen. Checked completely before anything of it reaches
// the document. Its limits are those of src/view/node.h: scripts/lib.mjs puts the numbers in.

/**
 * @typedef {object} Node
 * @property {string} id  unique; the same thing keeps its id for the whole session
 * @property {number} [p]  index of the parent, an earlier node; absent or -1: a child of <main>
 * @property {string} k  kind: a key of KINDS
 * @property {string} [c]  look: the element gets the class k-<look>
 * @property {string} [t]  visible text
 * @property {number} [b]  how many UTF-16 units at the start of the text are bold
 * @property {number} [e]  how many at its end name a brake
 * @property {string} [n]  accessible name, where it differs from the text
 * @property {string} [lang]  BCP 47, where the text is in another language than the record
 * @property {string} [u]  where an anchor leads: https
 * @property {string} [w]  of a button: the field whose text goes along; of a field: the button that Enter in it presses
 * @property {number} [lvl]  level of a heading
 * @property {string} [by]  id of the node that names this one
 * @property {string} [desc]  id of the node that describes this one
 * @property {number} [on]  checked
 * @property {number} [cur]  current
 * @property {number} [off]  disabled
 * @property {number} [inv]  invalid
 * @property {number} [exp]  expanded (1) or collapsed (0)
 * @property {[number, number, number, number]} [r]  border box in CSS px, relative to the widget; absent: not drawn
 * @property {[number, number]} [x]  where the text starts in the box
 * @property {number[]} [l]  UTF-16 offsets of lines 2, 3, …
 * @property {import('../widget/drawing.js').Drawing} [g]  its figure, as shapes
 * @property {[number, number, number]} [f]  font size, line height, weight
 */

/**
 * @typedef {object} Record
 * @property {number} seq
 * @property {string} screen
 * @property {'intro' | 'question' | 'result'} [phase]  how far the reader is, as hosts hear it; absent beside the questionnaire
 * @property {number} [i]  the question that is open: none before the first, the last one after it
 * @property {number} [n]  how many there are
 * @property {string} lang
 * @property {string} title
 * @property {string} [say]
 * @property {string} [theme]  light or dark, while an author tries it here
 * @property {number} [code]  what became of a code that was opened: 5, a text changed since; others, why it was refused
 * @property {string} [focus]
 * @property {number} height
 * @property {Node[]} nodes  parents before children, in reading order
 */

/** Every kind and its element: the closed list. A kind that is not here is refused. */
export const KINDS = /** @type {const} */ ({
  group: 'div', header: 'header', nav: 'nav', heading: 'h1', paragraph: 'p', span: 'span', list: 'ul', ordered: 'ol', item: 'li',
  radiogroup: 'fieldset', radio: 'label', checkbox: 'label', switch: 'button', button: 'button', anchor: 'a', textarea: 'textarea', text: 'input', date: 'input',
  figure: 'figure', table: 'table', row: 'tr', columnhead: 'th', rowhead: 'th', cell: 'td',
});

/** @param {string} json @returns {Record} */
export function parseRecord(json) {
  if (json.length > KK_MOST_RECORD_BYTES) throw new RangeError(`record: ${json.length} characters, at most ${KK_MOST_RECORD_BYTES}`);
  const record = JSON.parse(json);
  checkRecord(record);
  return record;
}

/** Throws at the first thing that is not as described above. @param {Record} record */
export function checkRecord(record) {
  const { nodes } = record;
  if (!Number.isFinite(record.seq) || !Array.isArray(nodes)) throw new RangeError('record: no seq or nodes');
  for (const text of [record.screen, record.lang, record.title]) checkText('record', text);
  if (nodes.length > KK_MOST_NODES) throw new RangeError(`record: ${nodes.length} nodes, at most ${KK_MOST_NODES}`);
  const ids = new Set();
  /** @type {number[]} */
  const depths = [];
  nodes.forEach((node, index) => {
    const { id, p: parent = -1, k: kind, c: look = '', r: box } = node;
    const where = `record: node ${index} (${String(id).slice(0, 64)})`;
    if (typeof id !== 'string' || id.length > KK_MOST_ID_BYTES || !/^[a-z0-9._:-]+$/.test(id)) throw new RangeError(`${where}: not an id`);
    if (ids.has(id)) throw new RangeError(`${where}: a second node with this id`);
    if (!Object.hasOwn(KINDS, kind)) throw new RangeError(`${where}: unknown kind "${String(kind).slice(0, 64)}"`);
    if (!Number.isInteger(parent) || parent < -1 || parent >= index) throw new RangeError(`${where}: parent ${parent} is not before it`);
    depths.push(parent < 0 ? 1 : depths[parent] + 1);
    if (depths[index] > KK_MOST_DEPTH) throw new RangeError(`${where}: deeper than ${KK_MOST_DEPTH}`);
    if (!/^[a-z0-9-]{0,64}$/.test(look)) throw new RangeError(`${where}: not a look`);
    for (const text of [node.t, node.n, node.lang, node.by, node.desc, node.w]) checkText(where, text ?? '');
    if (node.u !== undefined && (node.u.length > KK_MOST_LINK_BYTES || !/^https?:\/\/[!-~]+$/.test(node.u))) throw new RangeError(`${where}: not an address`);
    if (box && !(box.length === 4 && box.every(Number.isFinite))) throw new RangeError(`${where}: not a box`);
    ids.add(id);
  });
}

/**
 * @param {string} where
 * @param {unknown} text
 */
function checkText(where, text) {
  if (typeof text !== 'string' || text.length > KK_MOST_TEXT_BYTES) throw new RangeError(`${where}: not a text of at most ${KK_MOST_TEXT_BYTES} characters`);
}
