// Runs in <head>, before the first paint and before the WASM: theme and language, the question screens that are in the
// file as plain HTML, and window.klantkompas. main.js takes over through window.kkHead when the WASM is ready.
// Every byte here delays the first paint: about 2 KB minified, and fragment.js does the careful reading later.

const root = document.documentElement;
const staticLang = root.lang;
const param = (/** @type {string} */ key) => RegExp(`[#&]${key}=([^&#]*)`).exec(location.hash)?.[1];
const theme = param('theme');
const lang = param('lang') ?? staticLang;

if (theme && /^(auto|light|dark)$/.test(theme)) root.dataset.theme = theme;
if (self !== top) root.dataset.framed = '';
root.dataset.view = 'text';
// Another result or language than the one in the file: showing the intro first would only flash.
if (param('k') || lang !== staticLang) root.dataset.wait = '';
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

/** @param {Event} event */
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

function onChange() {
  const screen = openScreen();
  pending = '';
  if (screen) message(screen, false);
}

addEventListener('click', onClick);
addEventListener('change', onChange);
addEventListener('DOMContentLoaded', () => performance.mark('kk:interactive'));

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
  screenName,
  choices: () => screens().flatMap((screen) => chosen(screen)?.value ?? []),
  pending: () => pending,
  off() {
    removeEventListener('click', onClick);
    removeEventListener('change', onChange);
  },
  public: { state, result: () => /** @type {unknown} */ (null), frames: () => 0 },
};
/** @typedef {typeof head} Head */
export {};  // main.js names this type

Object.assign(window, {
  kkHead: head,
  klantkompas: Object.freeze({
    version: root.dataset.version,
    state: () => head.public.state(),
    result: () => head.public.result(),
    frames: () => head.public.frames(),
  }),
});
