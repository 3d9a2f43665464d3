// For the article: the element <klant-kompas>, and iframes with data-klant-kompas that were pasted as they are. The frame gets
// its height, theme, accent, font and language from here; the article gets events. Small, because every reader of the
// article loads it.
import { KlantKompas, NAME } from './element.js';
import { Link, links } from './link.js';
import { VERSION } from '../shared/protocol.js';

const MARKED = `iframe[data-${NAME}]`;

/** Marked frames, in open shadow trees too. @param {Document | ShadowRoot} tree @returns {HTMLIFrameElement[]} */
const marked = (tree) => [...tree.querySelectorAll('*')].flatMap((element) =>
  (element.matches(MARKED) ? /** @type {HTMLIFrameElement} */ (element)
    : element.shadowRoot && element.localName !== NAME ? marked(element.shadowRoot) : []));

const nonceOf = (/** @type {HTMLIFrameElement} */ frame) => /[#&]n=([\w-]+)/.exec(frame.src)?.[1];
const known = (/** @type {HTMLIFrameElement} */ frame) => [...links].some((link) => link.frame === frame);
const link = (/** @type {HTMLIFrameElement} */ frame) => new Link(frame, frame, nonceOf(frame));

/** @param {MessageEvent} event */
function hear(event) {
  const { source, data } = event;
  if (data?.kk !== VERSION) return;
  for (const each of links) {
    if (each.frame.contentWindow !== source) continue;
    each.spoke = true;
    return each.hear(event);
  }
  const frame = marked(document).find(({ contentWindow }) => contentWindow === source);
  if (frame) link(frame).hear(event);
}

if (!customElements.get(NAME)) {
  addEventListener('message', hear);
  customElements.define(NAME, KlantKompas);
  // Frames that are loaded later ask nobody: they are asked.
  document.addEventListener('load', ({ target }) => {
    const frame = /** @type {HTMLIFrameElement} */ (target);
    if (frame.matches(MARKED) && !known(frame)) link(frame).wait();
  }, true);
  // Frames that were there before this script.
  for (const frame of marked(document)) link(frame).invite();
}
