// Runs in <head>, before the first paint and before the WASM: theme and language, the question screens that are in the
// file as plain HTML, and window.klantkompas. main.js takes over through window.kkHead when the WASM is ready.
// Every byte here delays the first paint: about 2 KB minified, and fragment.js does the careful reading later.
import { findLanguage } from '../shared/languages.js';

const root = document.documentElement;
const staticLang = root.lang;
/** The questionnaire's language for somebody who asks for one; where none fits, the one in the file. */
const language = (/** @type {string} */ tag, otherwise = staticLang) => findLanguage(root.dataset.languages?.split(' ') ?? [], tag) ?? otherwise;
const param = (/** @type {string} */ key) => RegExp(`[#&]${key}=([^&#]*)`).exec(location.hash)?.[1];
const theme = param('theme');
const lang = language(param('lang') ?? '');

if (theme && /^(auto|light|dark)$/.test(theme)) root.dataset.theme = theme;
// What the reader had this device keep: a fragment of ours. Storage may be closed, and hold anything.
let stored = '';
try {
  stored = /^k=[\w.~&=%!'()*-]{9,}$/.exec(localStorage.getItem(`klantkompas:${root.dataset.id}`) ?? '')?.[0] ?? '';
} catch { /* forbidden here */ }

if (self !== top) root.dataset.framed = '';
root.dataset.view = 'text';
// Another result or language than the one in the file: showing the intro first would only flash.
if (stored || /[#&]k=.|%3d|1\w{8}\./i.test(location.hash) || lang !== staticLang) root.dataset.wait = '';
root.lang = lang;

/** The questionnaire's modules that the page around us offers; all where it says nothing. */
const offered = param('modules') ?? 'words';
const screens = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.k-screen'))]
  .filter(({ id }) => id !== 'kk-modules-words' || offered.includes('words'));
const openScreen = () => screens().find((screen) => !screen.hidden);
const screenName = () => openScreen()?.id.slice(3);
const chosen = (/** @type {HTMLElement} */ screen) => /** @type {HTMLInputElement | null} */ (screen.querySelector('input:checked'));

/** The press that the WASM still has to answer: Volgende on the last question or without a choice, another language, … */
let pending = '';

/**
 * @param {HTMLElement} screen
 * @param {boolean} on
 */
function message(screen, on) {
  const text = document.getElementById(screen.id + '.message');
  if (!text) return;
  text.hidden = !on;
  screen.querySelector('fieldset')?.setAttribute('aria-invalid', String(on));
  /** @type {HTMLElement} */ (document.getElementById('kk-status')).textContent = on ? text.textContent : '';
}

/** @param {MouseEvent} event */
function onClick({ target }) {
  const button = target instanceof Element && target.closest('button');
  const from = openScreen();
  if (!button || !from) return;
  pending = button.value;
  const step = { 'nav.start': 1, 'nav.next': 1, 'nav.skip': 1, 'nav.back': -1 }[pending];
  if (!step) return;
  const input = chosen(from);
  const missing = pending === 'nav.next' && !input;
  if (pending === 'nav.skip' && input) input.checked = false;
  message(from, missing);
  const to = screens()[screens().indexOf(from) + step];
  if (missing || !to) return;
  pending = '';
  from.hidden = true;
  to.hidden = false;
  const heading = /** @type {HTMLElement} */ (to.querySelector('h1'));
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'nearest' });
}

const boxes = () => /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('.k-screen input'));
/** What is chosen, as the reader meant it. @type {HTMLInputElement[]} */
let kept = [];

function onChange() {
  kept = [...boxes()].filter((box) => box.checked);
  const screen = openScreen();
  pending = '';
  if (screen) message(screen, false);
}

const CONTROLS = 'main :is(button, label, a)';
/** The last clicks by pointer: any, and the last that counted. @type {MouseEvent | undefined} */
let previous;
/** @type {MouseEvent | undefined} */
let counted;
/** Whether the click that is being handled is the second of a double one. */
let second = false;

/**
 * A control was clicked. The second click of a double one or of a double tap was not meant for what the first one brought. Keys
 * and assistive technology click without a pointer, and are not slowed.
 * @param {MouseEvent} event
 */
function onControl(event) {
  const { target, detail, timeStamp, x, y } = event;
  if (!(target instanceof Element) || !target.closest(CONTROLS)) return;
  if (!detail) {
    counted = undefined;  // something else came in between
    head.clicked(event);
    return;
  }
  const label = previous?.target instanceof Element && previous.target.closest('label');
  // A label clicks its input once more.
  const again = target instanceof HTMLInputElement && target !== previous?.target && label && label.contains(target);
  previous = event;
  if (!again) {
    second = detail > 1 || (counted !== undefined && timeStamp - counted.timeStamp < 300 && Math.hypot(x - counted.x, y - counted.y) < 40);
    if (!second) counted = event;
  }
  if (!second) head.clicked(event);
  setTimeout(() => (second = false));
}

/** Makes a control tell its clicks. Each for itself: one listener around them makes screen readers call every text clickable. @param {Element} control */
const hear = (control) => control.addEventListener('click', /** @type {EventListener} */ (onControl));
// Until they are all there: the one that is about to be pressed. A moment of clicks heard around the texts would be remembered of them.
for (const type of ['pointerdown', 'focusin']) {
  addEventListener(type, ({ target }) => {
    const control = target instanceof Element && target.closest(CONTROLS);
    if (control) hear(control);
  });
}
addEventListener('change', (event) => {
  if (!second) return;
  event.stopImmediatePropagation();
  head.undo();
}, true);

addEventListener('change', onChange);
addEventListener('DOMContentLoaded', () => {
  document.querySelectorAll(CONTROLS).forEach(hear);
  performance.mark('kk:interactive');
  if (!head.alive) plain('off');
});

/**
 * There will be no score: every question can be read.
 * @param {string} why  off: a script is missing, which the file itself says; else another line does
 */
function plain(why) {
  delete root.dataset.wait;
  root.lang = staticLang;
  root.dataset.plain = why;
  for (const screen of screens()) screen.hidden = false;
}

function state() {
  // Asked while the page is still being read, a group may have no inputs yet.
  const inputs = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('.k-screen fieldset')]
    .flatMap((group) => group.querySelector('input:checked') ?? group.querySelector('input') ?? []));
  const answers = inputs.map((input) => {
    const [id, level] = input.value.split('.');
    return [id, !input.checked ? null : level === 'unknown' ? level : +level.slice(1)];
  });
  return {
    screen: screenName(), lang: staticLang, theme: root.dataset.theme ?? 'auto', view: 'text', tier: 'none',
    answers: { answers: Object.fromEntries(answers) },
  };
}

/** What main.js takes over. `public` answers window.klantkompas, and is replaced when the WASM runs. */
const head = {
  staticLang,
  stored,
  language,
  screenName,
  plain,
  choices: () => screens().flatMap((screen) => chosen(screen)?.value ?? []),
  pending: () => pending,
  /** Takes back a choice that was not meant. */
  undo: () => boxes().forEach((box) => (box.checked = kept.includes(box))),
  /** main.js runs. */
  alive: false,
  hear,
  /** What a click on a control does. @type {(event: MouseEvent) => void} */
  clicked: onClick,
  off() {
    head.clicked = () => {};
    removeEventListener('change', onChange);
  },
  public: { state, result: () => /** @type {unknown} */ (null), frames: () => 0 },
};
/** @typedef {typeof head} Head */

Object.assign(window, {
  kkHead: head,
  klantkompas: Object.freeze({
    version: root.dataset.version,
    state: () => head.public.state(),
    result: () => head.public.result(),
    frames: () => head.public.frames(),
  }),
});
