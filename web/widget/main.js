// The end of the page: unpacks the WASM, lets it take over the static document, and says so when that cannot be.
import { createAddress } from './address.js';
import { createApp } from './app.js';
import { calm, firstPaint } from './calm.js';
import { head } from './from_head.js';
import { loadEngine, unpack } from './engine.js';
import { get, parseFragment } from '../shared/fragment.js';
import { createHost } from './host.js';
import { createPicture } from './picture.js';
import { createProbe } from './probe.js';

const root = document.documentElement;
head.alive = true;
delete root.dataset.plain;  // an optimiser that holds scripts back was faster than this one
const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const main = element('kk');
const line = element('kk-note');

/** Elsewhere an address means nothing to anybody else: file:, content:, about:srcdoc, blob:, data:. */
const SHAREABLE = /^https?:$/.test(location.protocol);

const fragment = parseFragment(location.hash);
const host = createHost({ nonce: get(fragment, 'n'), secret: /secret=([a-z0-9]{1,64})$/i.exec(fragment.tail)?.[1] ?? '' });

/** What the page itself has to say stands in the file, in every language of our words: data-no-wasm-nl="…". Another language gets
 *  what stands in for it, a region its language. */
const tag = () => [root.lang, head.staticLang, 'en'].map((lang) => lang.toLowerCase().split('-')[0]).find((lang) => line.hasAttribute(`data-no-wasm-${lang}`)) ?? '';
const words = (/** @type {string} */ key) => line.getAttribute(`data-${key}-${tag()}`) ?? '';

/**
 * Shows the line that says what is missing; "" takes it away.
 * @param {string} key
 * @param {string} [text]
 * @param {boolean} [restart]  offers a fresh start
 */
function note(key, text = key && words(key), restart = false) {
  if (line.firstChild?.textContent !== text || line.children.length) line.replaceChildren(text);
  line.hidden = !text;
  if (!restart) return;
  const button = Object.assign(document.createElement('button'), { type: 'button', value: 'nav.restart', className: 'k-link' });
  button.textContent = words('restart');
  head.hear(button);
  line.append(' ', button);
}

/** Without the WASM there is no score, but every question can be read. */
function showAllQuestions() {
  // The line is in the language that was asked for, the questions in the one that is in the file.
  note('no-wasm');
  line.lang = tag();
  head.plain('');
  host.report(Math.ceil(document.body.getBoundingClientRect().height));
  host.error('no-wasm');
}

/** A text of the page. It stays there: who saves the page saves one that works. @param {string} id */
const read = (id) => element(id).textContent ?? '';

/** In pieces between which the reader's presses are answered: by the static page, then by the app. */
async function start() {
  // With nothing to read yet (a result, another language) the reader waits for us, and not we for the reader.
  const awaited = 'wait' in root.dataset;
  const pause = awaited ? async () => {} : calm;
  if (!awaited) await firstPaint();
  await pause();
  const canvas = /** @type {HTMLCanvasElement} */ (main.querySelector('canvas'));
  const memory = { buffer: new ArrayBuffer(0) };
  const picture = createPicture(memory, () => getComputedStyle(main).fontFamily);
  const bytes = unpack(read('kk-wasm'));
  await pause();
  const engine = await loadEngine(bytes, picture.env, memory);
  await pause();
  engine.init();
  await pause();
  if (!engine.open(read('kk-data'))) throw new Error('the questionnaire in this page cannot be read');

  await pause();

  let ours = false;
  const address = createAddress((changed) => ours && app.follow(changed), head.stored.replace(/&(target|plan)=.*/, ''));  // target and plan are in no link
  // A page that was saved while it ran: what was drawn is no part of the static page.
  if (main.querySelector('.k-probe')) for (const el of main.querySelectorAll('.k, .k-probe')) el.remove();
  const probe = createProbe(main, picture.width);
  const app = createApp({ main, status: element('kk-status'), canvas, engine, picture, probe, address, host, words, note, language: head.language, stored: head.stored, shareable: SHAREABLE });
  const sheet = (/** @type {string} */ id, /** @type {string} */ text) => {
    const { sheet: rules } = /** @type {HTMLStyleElement} */ (element(id));
    if (rules) rules.media.mediaText = text;
  };
  // Not in the attribute, where a saved page would keep it.
  sheet('kk-over', 'screen and (forced-colors: none)');
  sheet('kk-still', 'print');
  if (awaited) {
    await app.picture(pause);
  } else {
    app.rehearse();
    await pause();
  }

  // From here until the document is ours is one task: nothing the reader does falls in between.
  ours = true;
  head.off();
  app.start(() => {
    engine.language(head.staticLang);
    engine.address(SHAREABLE ? location.href.split('#')[0] : '', Boolean(document.querySelector('link[type$="+oembed"]')));
    if (address.get('lang')) engine.language(head.language(address.get('lang')));
    if (address.has('team')) engine.act('site.team');
    if (address.has('modules')) engine.modules(address.get('modules'));
    for (const declared of address.parameters()) engine.parameter(declared);
    engine.linkable(SHAREABLE);
    if (head.screenName() === 'intro' && !head.choices().length) return;
    for (const id of ['nav.start', ...head.choices(), `go.${head.screenName()}`]) engine.act(id);
  });
  head.public = app;
  head.undo = app.refresh;
  if (head.pending()) app.act(head.pending(), false);
  if (!awaited) await app.picture(pause);
}

start().catch((error) => {
  console.error(error);
  showAllQuestions();
}).finally(() => {
  delete root.dataset.wait;
  performance.mark('kk:settled');
});
