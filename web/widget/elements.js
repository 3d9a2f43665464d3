// One element for each kind of node: making it, finding it in the static page, and keeping it equal to its node.
// Texts only ever become text nodes, and attributes come from the fixed names in this file.
import { makeDrawing } from './drawing.js';
import { head } from './from_head.js';
import { KINDS } from '../shared/record.js';

/** @typedef {import('../shared/record.js').Node} RecordNode */

/**
 * @typedef {object} Part  a node's place in the document
 * @property {string} tag
 * @property {HTMLElement} el
 * @property {HTMLElement} slot  where its children go
 * @property {HTMLInputElement | null} input  of a radio or checkbox
 * @property {HTMLElement | null} words  the element that holds its text, where that is not `el`
 * @property {string} text  what was written: the text and where its lines and bold part end
 * @property {string} said  the text alone
 * @property {string} place  the geometry that was set
 * @property {string} drawn  the figure that was drawn
 */

/** Kinds that may carry an accessible name of their own; on others it would be ignored, or hide the text. */
const NAMED = new Set(['group', 'nav', 'heading', 'list', 'ordered', 'radiogroup', 'switch', 'button', 'textarea', 'text', 'date', 'figure', 'table']);
const ROLES = /** @type {{[kind: string]: string}} */ ({
  // Without bullets Safari does not take a list for one; a table that CSS lays out otherwise stays a table.
  list: 'list', ordered: 'list', radiogroup: 'radiogroup', switch: 'switch',
  table: 'table', row: 'row', columnhead: 'columnheader', rowhead: 'rowheader', cell: 'cell',
});

/** @param {RecordNode} node */
export const tagOf = (node) => (node.k === 'heading' ? `h${Math.min(Math.max(node.lvl || 1, 1), 3)}` : KINDS[/** @type {keyof typeof KINDS} */ (node.k)]);

/**
 * A new element for a node, or a part around the one that is there already.
 * @param {RecordNode} node
 * @param {HTMLElement} [found]
 * @returns {Part}
 */
export function makePart(node, found) {
  const tag = tagOf(node);
  const el = found ?? document.createElement(tag);
  if (!found && /^(button|label|a)$/.test(tag)) head.hear(el);
  let slot = el;
  let input = null;
  if (tag === 'label') {
    input = el.querySelector('input') ?? el.insertBefore(document.createElement('input'), el.firstChild);
    if (!found) input.type = node.k;
  }
  if (el instanceof HTMLTableElement) slot = el.tBodies[0] ?? el.createTBody();
  if (el instanceof HTMLButtonElement) el.type = 'button';
  // Where a browser has no field for days, what it takes says how one is written.
  if (el instanceof HTMLInputElement) Object.assign(el, node.k === 'date' ? { type: 'date', placeholder: '2026-11-27' } : { type: 'text', maxLength: KK_MOST_LINE_LENGTH });
  // What "NL" is short for, in that language: its tag is in the id.
  const lang = node.id.slice(5);
  if (node.c === 'language') try { el.ariaDescription = new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? ''; } catch { /* no such language */ }
  for (const field of [input, el]) if (field && 'autocomplete' in field) field.autocomplete = 'off';
  return { tag, el, slot, input, words: null, text: '', said: '', place: '', drawn: '' };
}

/**
 * @param {Element} el
 * @param {string} name
 * @param {string} value  "" removes the attribute
 */
function attribute(el, name, value) {
  if ((el.getAttribute(name) ?? '') === value) return;
  if (value) el.setAttribute(name, value);
  else el.removeAttribute(name);
}

const reference = (/** @type {string | undefined} */ ids) => (ids ? ids.split(' ').map((id) => 'kk-' + id).join(' ') : '');

/**
 * Everything but text, place in the tree and geometry.
 * @param {Part} part
 * @param {RecordNode} node
 * @param {{parent: RecordNode | undefined, group: string, clip: boolean}} context  `group`: id of the radio group around it
 */
export function setProperties({ el, input }, node, { parent, group, clip }) {
  const id = 'kk-' + node.id;
  const className = `k k-${node.c || 'plain'}${clip ? ' k-clip' : ''}`;
  if (el.id !== id) el.id = id;
  if (el.className !== className) el.className = className;
  if (el.hidden) el.hidden = false;
  attribute(el, 'role', ROLES[node.k] ?? (node.k === 'group' && node.n ? 'group' : ''));
  attribute(el, 'dir', node.t ? 'auto' : '');
  attribute(el, 'lang', node.lang ?? '');
  attribute(el, 'aria-label', NAMED.has(node.k) ? (node.n ?? '') : '');
  attribute(el, 'aria-labelledby', reference(node.by));
  attribute(el, 'aria-describedby', reference(node.desc));
  attribute(el, 'aria-current', node.cur ? (parent?.k === 'nav' ? 'page' : 'true') : '');
  attribute(el, 'aria-invalid', node.inv ? 'true' : '');
  attribute(el, 'aria-expanded', node.exp === undefined ? '' : node.exp ? 'true' : 'false');
  attribute(el, 'aria-checked', node.k === 'switch' ? (node.on ? 'true' : 'false') : '');
  attribute(el, 'data-with', node.w ?? '');
  attribute(el, 'scope', { columnhead: 'col', rowhead: 'row' }[node.k] ?? '');
  if (node.k === 'heading' && el.tabIndex !== -1) el.tabIndex = -1;
  if (el instanceof HTMLAnchorElement) {
    // In a frame the address would otherwise open inside it.
    attribute(el, 'href', node.u ?? '');
    attribute(el, 'target', '_blank');
    attribute(el, 'rel', 'noopener noreferrer');
  }
  if (el instanceof HTMLButtonElement) {
    if (el.value !== node.id) el.value = node.id;
    if (el.disabled !== Boolean(node.off)) el.disabled = Boolean(node.off);
  }
  if (input) {
    const name = 'kk-' + group;
    if (input.name !== name) input.name = name;
    if (input.value !== node.id) input.value = node.id;
    if (input.disabled !== Boolean(node.off)) input.disabled = Boolean(node.off);
    if (input.checked !== Boolean(node.on)) input.checked = Boolean(node.on);
    attribute(input, 'aria-label', node.n ?? '');
  }
}

/**
 * @param {Part} part
 * @param {RecordNode} node
 * @param {{lines: boolean, parent: boolean, translated: boolean}} how  `lines`: as the canvas breaks them; `parent`: other nodes are inside it;
 *     `translated`: what became of our words stays as long as they are the same, while what else others did is mended
 */
export function setText(part, node, { lines, parent, translated }) {
  const text = node.t ?? '';
  if (part.el instanceof HTMLTextAreaElement) return setField(part, part.el, text);
  if (part.el instanceof HTMLInputElement) {
    // Where the reader types, what is there already stays: it has the caret.
    if (text !== part.text && text !== part.el.value) part.el.value = text;
    part.text = text;
    return;
  }
  const holder = textHolder(part, node, parent);
  if (!holder) {
    part.text = part.said = '';
    return;
  }
  const starts = (lines && node.l) || [];
  const marks = [node.b ?? 0, text.length - (node.e ?? 0)];
  const written = JSON.stringify([text, starts, marks]);
  const ours = part.said;
  part.said = text;
  if (part.text === written && holder.textContent === text) return;
  if (translated && ours === text && !lines && part.text && holder.textContent) return;
  const split = starts.length || node.b || node.e;
  if (part.text || holder.textContent !== text || split) holder.replaceChildren(...pieces(text, starts, marks));
  part.text = written;
}

/** Whether somebody else wrote over our words. @param {Part} part */
export const isRewritten = ({ el, words, said, text }) => text !== '' && !(el instanceof HTMLTextAreaElement) && !(el instanceof HTMLInputElement) && (words ?? el).textContent !== said;

/**
 * The node's figure as a picture in the document; canvas.css hides its shapes over the canvas.
 * @param {Part} part
 * @param {import('./drawing.js').Drawing | null} drawing
 */
export function setDrawing(part, drawing) {
  const drawn = drawing ? JSON.stringify(drawing) : '';
  const there = part.el.querySelector(':scope > svg');
  if (part.drawn === drawn && Boolean(there) === Boolean(drawn)) return;
  part.drawn = drawn;
  there?.remove();
  if (!drawing) return;
  const words = part.el.querySelector(':scope > .k-words');
  part.el.insertBefore(makeDrawing(drawing), words ? words.nextSibling : part.el.firstChild);
}

/**
 * A text the reader may edit: a new proposal changes only the words in which it differs from the one before.
 * @param {Part} part
 * @param {HTMLTextAreaElement} el
 * @param {string} text
 */
function setField(part, el, text) {
  const before = part.text;
  if (text === before) return;
  part.text = text;
  if (!before || el.value === before) {
    el.value = text;
    return;
  }
  let same = 0;
  while (same < text.length && before[same] === text[same]) same++;
  let tail = 0;
  while (tail < Math.min(text.length, before.length) - same && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const out = before.slice(same, before.length - tail);
  const into = text.slice(same, text.length - tail);
  if (out) {
    el.value = el.value.replace(out, () => into);
    return;
  }
  // In front of the words it stands before, else behind those it follows, wherever the reader has them now.
  const behind = same ? el.value.indexOf(text.slice(0, same)) : -1;
  const ahead = tail ? el.value.indexOf(text.slice(-tail)) : -1;
  const place = ahead >= 0 ? ahead : behind >= 0 ? behind + same : el.value.length;
  el.value = el.value.slice(0, place) + (place < el.value.length || behind >= 0 ? into : ` ${into.trim()}`) + el.value.slice(place);
}

/**
 * The element a text goes in: the node's own, unless an input or other nodes share that.
 * @param {Part} part
 * @param {RecordNode} node
 * @param {boolean} parent
 */
function textHolder(part, node, parent) {
  const { el, input } = part;
  // Text that stood beside other nodes: from before they were there, or white space in the file.
  const loose = (/** @type {ChildNode} */ child) => !(child instanceof Element) || child.matches('.k-line, wbr, b');
  if (parent) for (const child of [...el.childNodes]) if (loose(child)) child.remove();
  const tag = node.k === 'figure' ? 'figcaption' : input || (parent && node.t) ? 'span' : '';
  if (!tag) {
    part.words = null;
    return parent ? null : el;
  }
  part.words ??= el.querySelector(':scope > .k-words') ?? document.createElement(tag);
  if (!part.words.className) part.words.className = 'k-words';
  if (input) {
    if (part.words.previousElementSibling !== input) input.after(part.words);
    part.words.ariaHidden = node.n ? 'true' : null;  // its own name holds them
  } else if (el.firstElementChild !== part.words) {
    el.insertBefore(part.words, el.firstElementChild);
  }
  return part.words;
}

/**
 * Each line is one inline span that does not wrap, and <wbr> allows the break behind it. The space at which the canvas broke
 * it stays in the line: WebKit leaves one between two lines out of names. So find-in-page and selection see one text.
 * @param {string} text
 * @param {number[]} starts
 * @param {number[]} marks  where its bold part ends, and where its tail begins
 */
function pieces(text, starts, marks) {
  if (!starts.length) return run(text, 0, marks);
  /** @type {(Node | string)[]} */
  const out = [];
  const ends = [...starts, text.length];
  ends.forEach((end, line) => {
    const start = line ? ends[line - 1] : 0;
    const words = text.slice(start, end);
    const span = document.createElement('span');
    span.className = 'k-line';
    span.append(...run(words, start, marks));
    out.push(span);
    if (line < starts.length) out.push(document.createElement('wbr'));
  });
  return out;
}

/**
 * @param {string} text  that starts at `start`
 * @param {number} start
 * @param {number[]} marks
 */
function run(text, start, marks) {
  const [bold, tail] = marks.map((at) => Math.max(at - start, 0));
  return [strong(text.slice(0, bold), ''), text.slice(bold, tail), strong(text.slice(Math.max(bold, tail)), 'k-tail')].filter(Boolean);
}

/** @param {string} text @param {string} className */
function strong(text, className) {
  if (!text) return '';
  const el = document.createElement('b');
  if (className) el.className = className;
  el.textContent = text;
  return el;
}

/**
 * Puts an element where the canvas draws its node, or (no box) leaves it to the style sheet.
 * @param {Part} part
 * @param {Pick<RecordNode, 'r' | 'x' | 'f' | 'l'>} node
 * @param {readonly number[]} origin  box of the element it is positioned in
 */
export function setGeometry(part, { r: box, x: inset, f: font, l: starts }, origin) {
  const lines = 1 + (starts?.length ?? 0);
  const place = box ? JSON.stringify([box[0] - origin[0], box[1] - origin[1], box[2], box[3], inset, font, lines]) : '';
  if (part.place === place) return;
  part.place = place;
  const { style } = part.el;
  const px = (/** @type {number | undefined} */ value) => (value === undefined ? '' : `${value}px`);
  style.position = box ? 'absolute' : '';
  style.left = px(box && box[0] - origin[0]);
  style.top = px(box && box[1] - origin[1]);
  style.width = px(box?.[2]);
  style.height = px(box?.[3]);
  style.paddingLeft = px(box && inset?.[0]);
  style.paddingTop = px(box && inset?.[1]);
  // A button centres its text in what room is left: leave none.
  style.paddingBottom = px(box && inset && font && Math.max(0, box[3] - inset[1] - lines * font[1]));
  style.whiteSpace = !box || !inset ? '' : lines === 1 ? 'nowrap' : 'normal';
  style.fontSize = px(box && font?.[0]);
  style.lineHeight = px(box && font?.[1]);
  style.fontWeight = box && font ? String(font[2]) : '';
}
