// Text on the canvas stands where a DOM paragraph of the same font and width puts it: the same line starts for every text
// of the product, and the same heights on the screens that both views lay out alike.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { cli, codeOf, FULL as ANSWERS, LANGUAGES, questionnaire, QUESTIONS } from '../subject.mjs';
import { everythingOn, show } from '../walk.mjs';

/** Widget width -> text width of an option in it: its sides are 64, and 88 or 128 px around that. */
const WIDTHS = { 376: 288, 656: 528, 784: 656 };
/** Format 1: at most 8 lists of 32 ticks; those of the questionnaire stay, because patterns name them. */
const TICKS = 32;
const { claims, profile, ticks = [], context } = questionnaire;
const LISTS = 8 - ticks.length;
const FULL = codeOf(ANSWERS);
const ANNOUNCED = [...claims ? ['modules-words'] : [], ...profile || ticks.length || context ? ['modules-more'] : []];
const ALL = ['intro', ...ANNOUNCED, ...claims ? ['claims-1'] : [], 'question-3', `question-${QUESTIONS.length}`, ...profile ? ['role', 'profile-1', 'mirror'] : [],
  ...ticks.length ? ['ticks'] : [], ...context ? ['context'] : [], 'result', 'steps', 'patterns', 'share', 'about', 'privacy'];
const ALIKE = ['intro', ...ANNOUNCED, ...QUESTIONS.flatMap(({ when }, i) => (when ? [] : [`question-${i + 1}`]))];

let browser;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klantkompas-text-'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every text of the questionnaire, and everything the screens show, in one language. */
async function everyText(lang) {
  const texts = new Set();
  const collect = (part) => {
    if (typeof part?.[lang] === 'string') texts.add(part[lang]);
    else if (part && typeof part === 'object') Object.values(part).forEach(collect);
  };
  collect(questionnaire);
  const reader = await openPage(browser, undefined, { fragment: `view=text&lang=${lang}`, until: 'settled' });
  for (const screen of ALL) {
    await show(reader.page, { code: FULL, screen, lang });
    for (const text of await everythingOn(reader.page)) if (!text.includes(FULL)) texts.add(text);  // a code is no text
  }
  await reader.close();
  // A tick has no {section} to fill in, and at most 300 characters: longer notes become several.
  return [...texts].flatMap((text) => text.replace(/\{(\w+)\}/g, '$1').replace(/\s+/g, ' ').match(/\S.{0,290}(?=\s|$)/g) ?? []);
}

/** Pages whose ticks are these texts, each an option of its own. */
function bundlesOf(texts) {
  const count = Math.max(...LANGUAGES.map((lang) => texts[lang].length));
  const textAt = (i) => Object.fromEntries(LANGUAGES.map((lang) => [lang, texts[lang][i] ?? '–']));
  const files = [];
  for (let first = 0; first < count; first += TICKS * LISTS) {
    const copy = structuredClone(questionnaire);
    copy.ticks ??= [];
    for (let from = first; from < Math.min(count, first + TICKS * LISTS); from += TICKS) {
      const items = Array.from({ length: Math.min(TICKS, count - from) }, (_, i) => ({ id: `i${from + i}`, text: textAt(from + i), counter: textAt(from + i) }));
      copy.ticks.push({ id: `t${from}`, title: textAt(from), items });
    }
    const file = join(folder, `texts-${first}`);
    writeFileSync(`${file}.json`, JSON.stringify(copy));
    cli(['bundle', `${file}.json`, '-o', `${file}.html`]);
    files.push(`${file}.html`);
  }
  return files;
}

/** Keeps the module's functions, so that a test can ask for records without drawing them. */
function keepExports() {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...args) => {
    const instance = await instantiate(...args);
    window.wasm = instance.exports;
    return instance;
  };
}

/** Runs in the page: where the canvas and where a paragraph start their lines, for every option of the ticks screen. */
function compareLines(width, textWidth, lang) {
  const { wasm } = window;
  const pass = (text) => {
    const bytes = new TextEncoder().encode(text);
    new Uint8Array(wasm.memory.buffer, wasm.kk_buffer(bytes.length), bytes.length).set(bytes);
    return bytes.length;
  };
  wasm.kk_language(pass(lang));
  wasm.kk_size(width, 16);
  wasm.kk_act(pass('go.ticks'));
  const at = wasm.kk_record();
  const { nodes } = JSON.parse(new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, at, wasm.kk_length())));
  const paragraph = document.createElement('p');
  Object.assign(paragraph.style, { position: 'absolute', left: 0, top: 0, margin: 0, padding: 0, width: `${textWidth}px`, fontKerning: 'none', whiteSpace: 'normal' });
  document.getElementById('kk').append(paragraph);
  const range = document.createRange();
  const out = { texts: [], lines: 0, different: [] };
  for (const { k, t: text, l: starts = [], f: [size, line, weight] = [] } of nodes) {
    if (k !== 'checkbox') continue;
    Object.assign(paragraph.style, { fontSize: `${size}px`, lineHeight: `${line}px`, fontWeight: weight });
    paragraph.textContent = text;
    const found = [];
    let top = -Infinity;
    for (let i = 0; i < text.length; i++) {
      if (text[i] === ' ') continue;
      range.setStart(paragraph.firstChild, i);
      range.setEnd(paragraph.firstChild, i + 1);
      const here = range.getBoundingClientRect().top;
      if (here > top + 4 && top > -Infinity) found.push(i);
      top = here;
    }
    out.texts.push(text);
    out.lines += starts.length + 1;
    if (String(found) !== String(starts)) out.different.push({ text, canvas: starts, paragraph: found });
  }
  paragraph.remove();
  return out;
}

test('every text breaks where a paragraph breaks, in both languages, at 288, 528 and 656 px, one and two pixels a CSS px', async (t) => {
  const texts = Object.fromEntries(await Promise.all(LANGUAGES.map(async (lang) => [lang, await everyText(lang)])));
  const files = bundlesOf(texts);
  let lines = 0;
  for (const dpr of [1, 2]) {
    const seen = Object.fromEntries(LANGUAGES.map((lang) => [lang, new Set()]));
    for (const file of files) {
      const reader = await openPage(browser, file, { dpr, before: keepExports });
      for (const lang of LANGUAGES) {
        for (const [width, textWidth] of Object.entries(WIDTHS)) {
          const found = await reader.page.evaluate(compareLines, Number(width), textWidth, lang);
          assert.deepEqual(found.different, [], `${lang}, ${textWidth} px, ratio ${dpr}`);
          for (const text of found.texts) seen[lang].add(text);
          lines += found.lines;
        }
      }
      await reader.close();
    }
    for (const lang of LANGUAGES) assert.deepEqual(texts[lang].filter((text) => !seen[lang].has(text)), [], 'left out');
  }
  t.diagnostic(`${LANGUAGES.map((lang) => `${texts[lang].length} texts (${lang})`).join(', ')}, ${lines} lines`);
  assert.ok(lines > 500 * LANGUAGES.length);
});

/** Runs in the page: line starts of every text that is laid out, by node id, and the widget's height. */
function linesOf() {
  // Words that can be opened are a row of their own as text; on the canvas they lie on the texts that hold them.
  const row = document.querySelector('.k-terms');
  const { marginBottom = '0', position = '' } = row ? getComputedStyle(row) : {};
  const own = row && position !== 'absolute' ? row.offsetHeight + parseFloat(marginBottom) : 0;
  const out = { height: Math.round(document.getElementById('kk').getBoundingClientRect().height - own), lines: {} };
  const range = document.createRange();
  for (const el of document.querySelectorAll('.k-screen [id^="kk-"]')) {
    const holder = el.querySelector(':scope > .k-words') ?? el;
    const texts = holder.querySelector('[id^="kk-"]') ? [] : [...holder.childNodes];
    if (el.matches('.k-live, .k-term')) continue;  // takes what room its neighbours leave, and has its track only on the canvas
    if (!texts.length || el.closest('figure, table') || !holder.checkVisibility()) continue;
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    const starts = [];
    let top = -Infinity;
    for (let offset = 0; walker.nextNode(); offset += walker.currentNode.length) {
      const text = walker.currentNode.data;
      for (let i = 0; i < text.length; i++) {
        if (text[i] === ' ') continue;
        range.setStart(walker.currentNode, i);
        range.setEnd(walker.currentNode, i + 1);
        const here = range.getBoundingClientRect().top;
        if (here > top + 8 && top > -Infinity) starts.push(offset + i);
        top = Math.max(top, here);
      }
    }
    // A balanced title breaks by each view's own measure, into as many lines.
    out.lines[el.id.slice(3)] = getComputedStyle(el).textWrap.includes('balance') ? `${starts.length + 1} lines` : starts.join(' ');
  }
  return out;
}

for (const lang of LANGUAGES) {
  test(`both views have the same lines and heights before the result (${lang})`, async () => {
    const reader = await openPage(browser, undefined, { fragment: `lang=${lang}` });
    const different = [];
    for (const width of [320, 360, 420, 480, 576, 600, 640, 720, 800]) {
      await reader.page.setViewport({ width, height: 900 });
      for (const screen of ALIKE) {
        const views = {};
        for (const view of ['text', 'canvas']) {
          await reader.page.evaluate((hash) => { location.hash = hash; }, `lang=${lang}&at=${screen}&view=${view}`);
          await reader.until((at, shown, px) => {
            const state = window.klantkompas.state();
            return state.screen === at && state.view === shown && document.querySelector('canvas').style.width === `${px}px` | shown === 'text';
          }, screen, view, width);
          views[view] = await reader.page.evaluate(linesOf);
        }
        const where = `${screen} at ${width}`;
        if (Math.abs(views.text.height - views.canvas.height) > 2) different.push(`${where}: ${views.text.height} px as text, ${views.canvas.height} on the canvas`);
        for (const [id, starts] of Object.entries(views.canvas.lines)) {
          if (views.text.lines[id] !== starts) different.push(`${where}: ${id} breaks at [${views.text.lines[id]}] as text, at [${starts}] on the canvas`);
        }
      }
    }
    assert.deepEqual(different, []);
    await reader.close();
  });
}
