// Host pages at random: widgets, each in a column of its own with a language, styles, a way in and a history of its own, some
// twenty to a page. All end alike: the language of the column, its width, the height of the content, nine answers, no exception.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { watch } from './harness.mjs';
import { stage } from './hosts.mjs';
import { chances, MIXED, scoreOf } from './subject.mjs';
import { answerAll, serve } from './walk.mjs';

/** KK_SEED=N begins elsewhere, PLACES=N asks for more. */
const SEED = Number(process.env.KK_SEED ?? 20_261_126);
const PLACES = Number(process.env.PLACES ?? 40);
const ON_A_PAGE = 20;
/** Of the reader's browser, by page: sizes in CSS px are then no whole pixels. */
const ZOOMS = [1, 0.67, 1.5];
const GUARD = { polling: 20, timeout: 60_000 };
const script = readFileSync(new URL('../../dist/embed.js', import.meta.url), 'utf8');
const expectedResult = JSON.stringify(scoreOf(MIXED));
const at = stage();

/** Tags as pages have them; the language of ours that BCP 47's lookup finds, or the first. "" says nothing: that of the page around. */
const TAGS = { '': '', en: 'en', 'en-US': 'en', 'en-gb': 'en', EN: 'en', en_AU: 'en', 'en-Latn-US-x-ours': 'en', 'en-u-ca-buddhist': 'en', nl: 'nl', 'nl-BE': 'nl', NL_nl: 'nl',
  de: 'nl', 'zh-Hant-TW': 'nl', 'sr-Cyrl': 'nl', 'x-klingon': 'nl', eng: 'nl', 'i-default': 'nl', '-': 'nl', 'enx-US': 'nl' };
const PAGE_TAGS = ['en-US', 'nl', 'nl-BE', 'fr'];
/** What the widget stands in: the style of the column, and of a box between. */
const LAYOUTS = {
  block: ['', ''], row: ['display:flex', ''], 'row, centred': ['display:flex;justify-content:center;align-items:center', ''],
  stack: ['display:flex;flex-direction:column', ''], 'stack, centred': ['display:flex;flex-direction:column;align-items:center', ''],
  grid: ['display:grid', ''], 'grid, centred': ['display:grid;place-items:center', ''], table: ['', 'display:table-cell'], 'whole table': ['', 'display:table;width:100%'],
  float: ['display:flow-root', 'float:left'], 'inline block': ['', 'display:inline-block'], inline: ['', 'display:inline'], columns: ['column-count:1', ''],
  'flex in flex': ['display:flex', 'display:flex;flex:1;min-width:0'], 'fit content': ['', 'width:fit-content;max-width:100%'],
};
/** These take their width from what stands in them: the element asks for 720 px. */
const SHRINKING = ['table', 'float', 'inline block', 'fit content'];
const ASKED = 720;
/** Of the page, for all that stands in it. */
const SHEETS = ['', 'iframe{max-height:300px!important;min-height:0!important;padding:9px!important;border:5px solid red!important}', '*{box-sizing:border-box}',
  'iframe{height:auto;max-width:90%;aspect-ratio:16/9}', '*{transition:all 1s;letter-spacing:.2em}', 'div>*{margin-block:24px}', 'body{font:25px/2 Georgia}html{font-size:10px}'];
/** Px by which a sheet makes an author's own frame wider than its column: its border and its greatest width are the author's. */
const over = (style, { layout, width }) => ({ [SHEETS[1]]: layout === 'flex in flex' ? 0 : 28, [SHEETS[3]]: -width / 10 })[style] ?? 0;
/** Set on the column. */
const LOOKS = ['', 'background:#111;color:#eee', 'direction:rtl', 'zoom:1.5', 'zoom:.8', 'transform:scale(.75);transform-origin:0 0', 'color-scheme:dark', 'text-align:center', 'contain:layout', 'line-height:3;text-indent:20px', 'font-size:0;pointer-events:none'];
const WAYS = ['element', 'element', 'element', 'shadow', 'late', 'late', 'clone', 'frame', 'plain frame'];
const HISTORIES = ['', '', '', 'hidden', 'details', 'moved', 'narrow', 'unseen', 'dialog', 'popover'];

const pick = (chance, list) => list[chance(list.length)];

function placeOf(chance) {
  const [any, way, tag] = [pick(chance, Object.keys(LAYOUTS)), pick(chance, WAYS), pick(chance, Object.keys(TAGS))];
  // An author's own frame is as wide as CSS makes it: 300 px in what takes its width from what stands in it.
  const layout = way.endsWith('frame') && SHRINKING.includes(any) ? 'block' : any;
  return { layout, way, tag, own: pick(chance, ['', '', '', ...Object.keys(TAGS)]), look: pick(chance, LOOKS), history: pick(chance, HISTORIES),
    width: pick(chance, [240, 302, 343, 480, 600, 720, 900]), view: pick(chance, ['canvas', 'text', 'text', 'text']), theme: pick(chance, ['', '', 'light', 'dark', 'auto']) };
}

/** A page with an empty column for each place. */
function article(places, lang, style) {
  const column = ({ layout, tag, look, width, history }, i) => {
    const [outer, inner] = LAYOUTS[layout];
    const box = `<div class="column" style="width:${width}px;${outer};${look}"${tag ? ` lang="${tag}"` : ''}><div class="box" style="${inner || 'display:contents'}"></div></div>`;
    if (history === 'details') return `<details id="p${i}"><summary>Test</summary>${box}</details>`;
    const bare = 'style="position:static;margin:0;border:0;padding:0;max-width:none;overflow:visible"';
    if (history === 'dialog') return `<dialog id="p${i}" ${bare}>${box}</dialog>`;
    if (history === 'popover') return `<section id="p${i}" popover="manual" ${bare}>${box}</section>`;
    const styles = { hidden: 'display:none', unseen: 'content-visibility:auto' };
    return `<section id="p${i}" style="${styles[history] ?? ''}">${box}</section>`;
  };
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,"><style>body{margin:0}${style}</style>
    <script src="/embed.js"></script>${places.map(column).join('<p>Tekst</p>')}`;
}

/** Runs in the page: puts the widgets in, each its own way, and lets other scripts say what they say. */
function fill(places, src, strict) {
  // Another script that takes every message for JSON; or resizers that greet all frames, and are answered in their words.
  if (strict) addEventListener('message', ({ data }) => JSON.parse(data));
  const shout = () => {
    for (const frame of document.querySelectorAll('iframe')) {
      for (const words of ['[iFrameSizer]x:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true', { context: 'h5p', action: 'ready' },
        { type: 'iframe-child-init', targetOrigin: '*' }, { message: 'ready', secret: 'abcdefghij' }, 'pym', { event: 'resize' }, null, 7]) frame.contentWindow.postMessage(words, '*');
    }
  };
  places.forEach(({ way, own, theme, view }, i) => {
    const box = document.querySelector(`#p${i} .box`);
    const address = view === 'text' ? `${src}#view=text` : src;
    const options = Object.entries({ lang: own, theme }).filter(([, value]) => value);
    const set = (el, pairs) => { for (const [name, value] of pairs) el.setAttribute(name, value); };
    if (way.endsWith('frame')) {
      const frame = document.createElement('iframe');
      set(frame, [['title', 'Klantkompas'], ['data-klant-kompas', ''], ['width', '100%'], ['style', 'display:block;width:100%;border:0;box-sizing:content-box'],
        ...way === 'frame' ? [['sandbox', 'allow-scripts allow-modals']] : [], ...options, ['src', address]]);
      box.append(frame);
      return;
    }
    const element = document.createElement('klant-kompas');
    const inside = (root) => {
      if (way === 'late') {
        root.append(element);
        setTimeout(() => { element.src = address; }, 40 * (i % 3));
        setTimeout(() => set(element, options), 90 * (i % 4));
      } else {
        set(element, [...options, ['src', address]]);
        root.append(way === 'clone' ? element.cloneNode(true) : element);
      }
    };
    inside(way === 'shadow' ? Object.assign(box.appendChild(document.createElement('div')), { style: 'width:100%' }).attachShadow({ mode: 'open' }) : box);
  });
  if (strict) return;
  shout();
  setInterval(shout, 300);
}

/** Runs in the page: what befell a column until the reader came there. */
async function happen(i, { history, width }) {
  const part = document.getElementById(`p${i}`);
  if (history === 'hidden') part.style.display = '';
  if (history === 'details') part.open = true;
  if (history === 'dialog') part.show();
  if (history === 'popover') part.showPopover();
  if (history === 'narrow') {
    part.querySelector('.column').style.width = '260px';
    await new Promise(requestAnimationFrame);
    part.querySelector('.column').style.width = `${width}px`;
  }
  if (history === 'moved') document.body.moveBefore(part, document.getElementById('p0'));
  part.scrollIntoView();
}

/** Runs in the page: the widget of a column, its frame too. */
const partsOf = (i) => {
  const box = document.querySelector(`#p${i} .box`);
  const root = box.querySelector('klant-kompas, iframe') ? box : box.firstElementChild.shadowRoot;
  const widget = root.querySelector('klant-kompas, iframe');
  return { widget, frame: widget.shadowRoot?.querySelector('iframe') ?? widget, column: box.closest('.column') };
};

async function visit(page, i, place, lang, more) {
  await page.evaluate(happen, i, place);
  const frameOf = await page.waitForFunction(`(${partsOf})(${i}).frame.src && (${partsOf})(${i}).frame`, GUARD);
  let frame = await frameOf.asElement().contentFrame();
  await page.waitForFunction(`(${partsOf})(${i}).frame.src.includes('klantkompas.html')`, GUARD);
  frame = await (await page.evaluateHandle(`(${partsOf})(${i}).frame`)).asElement().contentFrame();
  await frame.waitForFunction((view) => (view === 'canvas' ? window.klantkompas?.frames() > 0 : window.klantkompas?.state().tier !== 'none'), GUARD, place.view);
  await frame.waitForFunction((wanted) => wanted.includes(window.klantkompas.state().lang), GUARD, lang);
  await answerAll(frame, MIXED);
  const own = SHRINKING.includes(place.layout) ? Math.min(ASKED, place.width) : place.width;
  const fits = (index, width, most) => {
    const { frame: element, column } = window.partsOf(index);
    const inner = (el) => el.clientHeight - parseFloat(getComputedStyle(el).paddingTop) - parseFloat(getComputedStyle(el).paddingBottom);
    return [Math.round(element.offsetWidth) - width, column.offsetWidth - most, inner(element)];
  };
  await page.evaluate(`window.partsOf = ${partsOf}`);
  for (let tries = 0; ; tries++) {
    const [wide, wider, given] = await page.evaluate(fits, i, own, place.width);
    const needed = await frame.evaluate(() => Math.ceil(document.documentElement.dataset.view === 'canvas'
      ? document.querySelector('main').getBoundingClientRect().height + document.getElementById('kk-note').offsetHeight : document.body.getBoundingClientRect().height));
    if (Math.abs(wide - (place.way.endsWith('frame') ? more : 0)) <= 1 && wider === 0 && Math.abs(given - needed) <= 2) break;
    assert.ok(tries < 200, `frame ${wide} px, column ${wider} px wider than ${own} and ${place.width}; ${given} px high for ${needed}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.equal(JSON.stringify(await frame.evaluate(() => window.klantkompas.result())), expectedResult);
}

for (let number = 0; number * ON_A_PAGE < PLACES; number++) {
  const seed = SEED + number;
  test(`${ON_A_PAGE} places, seed ${seed}`, async () => {
    const chance = chances(seed);
    const places = Array.from({ length: ON_A_PAGE }, () => placeOf(chance));
    const [lang, style] = [pick(chance, PAGE_TAGS), pick(chance, SHEETS)];
    const host = await serve({ '/embed.js': script, '/': article(places, lang, style) });
    const page = await at.browser.newPage();
    const problems = watch(page);
    await page.setViewport({ width: 1400, height: 1000, deviceScaleFactor: ZOOMS[number % ZOOMS.length] });
    await page.goto(`http://localhost:${host.port}/`);
    await page.evaluate(fill, places, at.widget, number % 2 > 0);
    for (const [i, place] of places.entries()) {
      // An option that is no tag says nothing; of a column, that its language is not known.
      const around = TAGS[place.tag] || TAGS[lang] || 'nl';
      const expected = [(/^[a-z]{2}/i.test(place.own) && TAGS[place.own]) || around];
      // One that the widget has not changes nothing any more where the widget runs already, as when an article is translated.
      if (place.way === 'late') expected.push(around);
      await visit(page, i, place, expected, over(style, place)).catch((error) => assert.fail(`KK_SEED=${seed}, place ${i}, page in ${lang} with “${style}”: ${JSON.stringify(place)}: ${error.message}`));
    }
    assert.deepEqual(problems.filter((text) => !/\/embed\.js$/.test(text)), []);
    await page.close();
    await host.close();
  });
}


