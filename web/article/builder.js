// Plaats deze test, below the sample article: options by clicking, the code that comes of them, and the widget as that code
// shows it. The preview is made of the same parts as the text, never from the text.
import { EXAMPLE, snippet, widget } from '../embed/snippets.mjs';

/** The widget beside this page, which the preview shows wherever its readers will find theirs. */
const HERE = 'klantkompas.html';
/** What WordPress makes of an address. */
const CLAMP = [200, 1000];
const SAYS = {
  nl: { copied: 'Gekopieerd.', byHand: 'Automatisch kopiëren mag hier niet. De tekst is geselecteerd: kopieer hem zelf.' },
  en: { copied: 'Copied.', byHand: 'Copying is blocked here. The text is selected: copy it yourself.' },
};

const root = /** @type {HTMLElement} */ (document.getElementById('plaatsen'));
const find = (/** @type {string} */ selector) => /** @type {any} */ (root.querySelector(selector));
/** @type {(selector: string) => any[]} */
const all = (selector) => [...root.querySelectorAll(selector)];
const code = /** @type {HTMLTextAreaElement} */ (find('textarea'));
const preview = /** @type {HTMLElement} */ (find('.preview'));
const status = /** @type {HTMLElement} */ (find('[role="status"]'));

/** The questionnaire's title by language, the first one its own. @type {{[lang: string]: string}} */
const titles = JSON.parse(root.dataset.titles ?? '{}');
const [first] = Object.keys(titles);
const online = location.protocol.startsWith('http');
const address = root.dataset.address || (online ? new URL(HERE, location.href).href : EXAMPLE);

/** What was chosen, by the controls' names; a control that is not shown keeps what it had. @type {{[name: string]: string}} */
const wanted = { way: 'iframe', lang: '', theme: '', accent: '', view: '', font: '' };

/** @returns {import('../embed/snippets.mjs').Choice} */
function choice() {
  const { way, lang, theme, accent, font, view } = wanted;
  const script = way === 'script';
  const followed = (/** @type {string} */ value) => (value === 'auto' && !script ? '' : value);
  return {
    way: /** @type {any} */ (way), address, title: titles[lang || first],
    lang: script || lang !== first ? lang : '',  // a frame starts in the first language anyway
    theme, view, font: followed(font), accent: accent === 'own' ? find('[name="colour"]').value.slice(1) : followed(accent),
    modules: all('[name="modules"]:checked').map(({ value }) => value),
    result: find('[name="result"]').checked, integrity: find('[name="integrity"]').checked ? root.dataset.integrity : '',
  };
}

/** Shows what the chosen way has to offer, and what of it is chosen. */
function arrange() {
  const script = wanted.way === 'script';
  for (const part of all('[data-only]')) part.hidden = part.disabled = !part.dataset.only.split(' ').includes(wanted.way);
  const now = { ...wanted, lang: wanted.lang || (script ? '' : first), accent: wanted.accent === 'auto' && !script ? '' : wanted.accent };
  for (const radio of all('[type="radio"]')) radio.checked = radio.value === now[/** @type {keyof typeof now} */ (radio.name)];
  if (!script && wanted.font === 'auto') find('select').value = '';
  else find('select').value = wanted.font;
}

/** The element of a snippet, around the widget beside this page. @param {import('../embed/snippets.mjs').Choice} chosen */
function element(chosen) {
  const { tag, attributes } = widget({ ...chosen, address: HERE });
  const made = document.createElement(tag);
  for (const [name, value] of attributes) if (value) made.setAttribute(name, value);
  return made;
}

/** As WordPress shows an address: in the strictest sandbox, with the height that the frame asks for, within limits. */
function embedded() {
  const frame = document.createElement('iframe');
  const secret = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => 'abcdefghijklmnopqrstuvwxyzABCDEF'[byte % 32]).join('');
  frame.setAttribute('sandbox', 'allow-scripts');
  Object.assign(frame, { title: titles[first], width: '600', height: '640', src: `${HERE}#?secret=${secret}`, loading: 'lazy' });
  frame.style.cssText = 'display:block;border:0;color-scheme:light';
  frame.dataset.secret = secret;
  return frame;
}

addEventListener('message', ({ source, data }) => {
  const frame = /** @type {HTMLIFrameElement | null} */ (preview.querySelector('iframe[data-secret]'));
  if (!frame || source !== frame.contentWindow || data?.message !== 'height' || data.secret !== frame.dataset.secret) return;
  frame.height = String(Math.min(Math.max(Number(data.value) || 0, CLAMP[0]), CLAMP[1]));
});

let shown = '';
const settle = () => { preview.style.minHeight = ''; };
preview.addEventListener('kk-ready', settle);

function show() {
  const chosen = choice();
  const key = JSON.stringify({ ...chosen, integrity: '' });
  if (key === shown) return;
  shown = key;
  // The page keeps its length until the new frame has a height of its own.
  preview.style.minHeight = `${preview.offsetHeight}px`;
  preview.replaceChildren(chosen.way === 'oembed' ? embedded() : element(chosen));
  preview.querySelector('iframe')?.addEventListener('load', settle);
}

const write = () => { code.value = snippet(choice()); };

async function copy() {
  const says = SAYS[/** @type {keyof typeof SAYS} */ (root.lang)];
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(code.value);
  } catch {
    code.select();
    if (!document.execCommand('copy')) {
      status.textContent = says.byHand;
      return;
    }
  }
  status.textContent = says.copied;
}

/** Every text has its English in an attribute, and then its Dutch. @param {string} lang */
function speak(lang) {
  root.lang = lang;
  for (const el of all('[data-en]')) {
    el.dataset.nl ??= el.textContent;
    el.textContent = el.dataset[lang];
  }
  for (const el of all('[data-en-label]')) {
    el.dataset.nlLabel ??= el.getAttribute('aria-label');
    el.setAttribute('aria-label', el.dataset[`${lang}Label`]);
  }
  for (const button of all('.languages button')) button.setAttribute('aria-pressed', String(button.value === lang));
  status.textContent = '';
}

root.addEventListener('input', ({ target }) => {
  const { name, value, type } = /** @type {HTMLInputElement} */ (target);
  if (type === 'color') wanted.accent = 'own';
  else if (name in wanted) wanted[name] = value;
  status.textContent = '';
  arrange();
  write();
});
// A colour is tried out while it is being chosen: shown when that is done.
root.addEventListener('change', show);
// Each for itself: a listener around them makes screen readers call every text clickable.
for (const button of all('button')) button.addEventListener('click', () => (button.value === 'copy' ? copy() : speak(button.value)));

if (!root.dataset.address) find('[data-needs="address"]').remove();
find('.example').hidden = address !== EXAMPLE;
for (const part of all('.options, .languages, .copy, .seen')) part.hidden = false;
arrange();
write();
show();
