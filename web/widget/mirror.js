// Keeps the document equal to the record: the DOM is the document, the canvas a picture under it. Elements are found by
// id and never made again while their node lives; the element with focus is never moved, its siblings go around it.
import { hasWords } from './drawing.js';
import { isRewritten, makePart, setDrawing, setGeometry, setProperties, setText, tagOf } from './elements.js';
import { checkRecord } from '../shared/record.js';

/** @typedef {import('../shared/record.js').Node} Node */
/** @typedef {import('../shared/record.js').Record} Record */
/** @typedef {import('./elements.js').Part} Part */

const CONTROL = 'button:enabled, input:enabled, textarea';

const NOWHERE = /** @type {const} */ ([0, 0, 0, 0]);

/** What shares a place with the nodes' elements without being one of them. */
const OWN = 'canvas, input:not([id]), svg, .k-words, .k-probe, #kk-note, #kk-status';

/**
 * @param {HTMLElement} root  <main>
 * @param {HTMLElement} tail  its last child, behind all nodes
 */
export function createMirror(root, tail) {
  /** @type {Map<string, Part>} */
  let parts = new Map();
  let seq = -Infinity;
  let first = true;
  let lang = '';
  let screen = '';

  /**
   * @param {Record} record
   * @param {{geometry: boolean, focus: boolean}} how  `geometry`: canvas view; `focus`: a reader's action asked for this
   */
  function patch(record, { geometry, focus }) {
    checkRecord(record);
    if (record.seq < seq) return;
    seq = record.seq;
    const { nodes } = record;
    const foreign = translated();
    const active = document.activeElement;
    const hadFocus = active !== root && root.contains(active);

    const found = first ? staticElements(root, record.screen) : new Map();
    first = false;
    const before = [...parts.values()];
    /** @type {Map<string, Part>} */
    const next = new Map();
    for (const node of nodes) {
      const known = parts.get(node.id);
      const element = found.get(node.id);
      const adopted = element?.localName === tagOf(node) ? element : undefined;
      next.set(node.id, known && known.tag === tagOf(node) ? known : makePart(node, adopted));
    }
    parts = next;
    const partOf = (/** @type {Node} */ node) => /** @type {Part} */ (parts.get(node.id));

    /** @type {Map<HTMLElement, HTMLElement[]>} */
    const wanted = new Map([[root, []]]);
    for (const node of nodes) wanted.set(partOf(node).slot, []);
    for (const node of nodes) {
      const parent = nodes[node.p ?? -1];
      /** @type {HTMLElement[]} */ (wanted.get(parent ? partOf(parent).slot : root)).push(partOf(node).el);
    }
    for (const [slot, elements] of wanted) arrange(slot, elements, active);

    const drawn = nodes.map((node) => Boolean(node.r));
    for (let i = nodes.length - 1; i > 0; i--) if (drawn[i] && (nodes[i].p ?? -1) >= 0) drawn[nodes[i].p ?? 0] = true;
    nodes.forEach((node, index) => {
      const part = partOf(node);
      const parent = nodes[node.p ?? -1];
      const above = ancestors(nodes, node);
      const group = above.find(({ k }) => k === 'radiogroup')?.id ?? node.id;
      setProperties(part, node, { parent, group, clip: geometry && !drawn[index] && drawn[node.p ?? -1] !== false });
      // The canvas has the shapes; only words are wanted over it, to be found and selected.
      const drawing = node.g && (!geometry || hasWords(node.g)) ? node.g : null;
      setText(part, node, { lines: geometry, parent: Boolean(wanted.get(part.slot)?.length || drawing), translated: foreign });
      setDrawing(part, drawing);
      setGeometry(part, geometry ? node : {}, above.find(({ r }) => r)?.r ?? NOWHERE);
    });

    if (document.title !== record.title) document.title = record.title;
    // A translator names its own language here, which then stays.
    if (lang !== record.lang) document.documentElement.lang = record.lang;
    lang = record.lang;
    const turned = screen !== record.screen;
    screen = record.screen;
    moveFocus(record, focus, hadFocus && active !== document.activeElement ? active : null, turned ? [] : before);
  }

  /**
   * Makes `wanted` the children of `slot`, in order.
   * @param {HTMLElement} slot
   * @param {HTMLElement[]} wanted
   * @param {Element | null} active
   */
  function arrange(slot, wanted, active) {
    const keep = new Set(/** @type {Element[]} */ (wanted));
    const end = slot === root ? tail : null;
    for (const child of [...slot.children]) {
      const words = !wanted.length && !child.id;  // the lines of a text
      if (!keep.has(child) && !child.matches(OWN) && !words) child.remove();
    }
    let here = slot.firstElementChild;
    while (here && here !== end && here.matches(OWN)) here = here.nextElementSibling;
    for (const el of wanted) {
      if (el !== here && el.parentNode === slot && el.contains(active)) {
        while (here && here !== el) {
          const after = here.nextElementSibling;
          slot.insertBefore(here, end);
          here = after;
        }
      }
      if (el === here) here = here.nextElementSibling;
      else slot.insertBefore(el, here ?? end);
    }
  }

  /**
   * @param {Record} record
   * @param {boolean} asked  by the reader, just now
   * @param {Element | null} lost  what had focus until now: it moved to another parent, or is gone
   * @param {Part[]} before  what stood there until now, in order, where the screen stayed
   */
  function moveFocus(record, asked, lost, before) {
    // In a frame that the reader is not in, focus() would take focus and place from the page around it.
    if (!document.hasFocus()) return;
    const elementOf = (/** @type {string | undefined} */ id) => {
      const part = parts.get(id ?? '');
      return part && (part.input ?? part.el);
    };
    const heading = record.nodes.find(({ k, lvl }) => k === 'heading' && (lvl ?? 1) === 1);
    // Of a control that is gone, the next one that is still there takes focus, or the one before it.
    const controls = before.map(({ el, input }) => input ?? el).filter((el) => el === lost || (el.isConnected && el.matches(CONTROL)));
    const at = controls.indexOf(/** @type {HTMLElement} */ (lost));
    const target = (asked && elementOf(record.focus))
      || (lost?.isConnected ? lost : lost && ((at < 0 ? null : controls[at + 1] ?? controls[at - 1]) ?? elementOf(heading?.id)));
    if (!(target instanceof HTMLElement)) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (asked) target.scrollIntoView({ block: 'nearest' });
  }

  /** Takes every element from its place on the canvas: what is left is the last good document, as text. */
  function flatten() {
    for (const part of parts.values()) setGeometry(part, {}, NOWHERE);
  }

  /** Translators of browsers say that they are there: by a class, an attribute, or their language. */
  const translated = () => lang !== '' && (document.documentElement.lang !== lang || document.documentElement.matches('.translated-ltr, .translated-rtl')
    || document.querySelector('[_msttexthash]') !== null);

  return { patch, flatten, /** Whether somebody else wrote in the document. */ rewritten: () => translated() || [...parts.values()].some(isRewritten) };
}

/**
 * The elements of the static page that belong to the open screen, and those outside of the screens, by node id. A button
 * is known by its value: nav.next stands on every static screen.
 * @param {HTMLElement} root
 * @param {string} screen
 */
function staticElements(root, screen) {
  const found = new Map();
  for (const el of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[id^="kk-"], button[value]'))) {
    const container = el.closest('.k-screen');
    if (container && container.id !== 'kk-' + screen) continue;
    const id = el instanceof HTMLButtonElement ? el.value : el.id.slice(3);
    if (!found.has(id)) found.set(id, el);
  }
  return found;
}

/** @param {Node[]} nodes @param {Node} node @returns {Node[]} nearest first */
function ancestors(nodes, node) {
  const out = [];
  for (let at = node.p ?? -1; at >= 0; at = nodes[at].p ?? -1) out.push(nodes[at]);
  return out;
}
