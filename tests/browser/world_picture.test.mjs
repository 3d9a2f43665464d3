// What readers, extensions and browsers do to pictures and texts: what is seen stays right, in canvas or text view.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SHAPED } from '../../web/widget/likeness.js';
import { startEngine } from './engines.mjs';
import { questionText, walk } from './flow.mjs';
import { launch, openPage } from './harness.mjs';
import { made } from './made.mjs';
import { cli, codeOf, LANG, MIXED, QUESTIONS, scoreOf } from './subject.mjs';
import { until } from './walk.mjs';

const NO_PICTURE = 'Tekenen kan hier niet. Je ziet daarom de tekstweergave; verder werkt alles.';
const CODE = codeOf(MIXED);

let browser;
let folder;
before(async () => {
  browser = await launch({ webgl: true });
  folder = mkdtempSync(join(tmpdir(), 'klantkompas-world-'));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const viewIs = (reader, view) => reader.until((wanted) => window.klantkompas.state().view === wanted, view);

describe('world 2: a picture that cannot be trusted is not shown, and the score works', () => {
  /** Runs in the page before its own code. */
  const spoil = (how) => {
    const context = CanvasRenderingContext2D.prototype;
    const { getImageData } = context;
    const { getContext } = HTMLCanvasElement.prototype;
    let reads = 0;
    const change = (value) => {
      context.getImageData = function read(...args) {
        const image = getImageData.apply(this, args);
        image.data.forEach((old, at) => { image.data[at] = value(old, at); });
        return image;
      };
    };
    const ways = {
      white: () => change(() => 255),
      empty: () => change(() => 0),
      constant: () => change((_, at) => (at % 4 === 3 ? 255 : 90)),
      noise: () => change(() => Math.floor(Math.random() * 256)),
      'noise in the colours': () => change((old, at) => (at % 4 === 3 ? old : Math.floor(Math.random() * 256))),
      'an exception': () => { context.getImageData = () => { throw new DOMException('no', 'SecurityError'); }; },
      'an exception later': () => {
        context.getImageData = function read(...args) {
          if (++reads > 9) throw new DOMException('no', 'SecurityError');
          return getImageData.apply(this, args);
        };
      },
      'no letters': () => { context.fillText = () => {}; },
      'no measures': () => { context.measureText = () => ({ width: 0 }); },
      'no 2D context': () => { HTMLCanvasElement.prototype.getContext = () => null; },
      'a 2D context that throws': () => { HTMLCanvasElement.prototype.getContext = () => { throw new Error('no'); }; },
      'WebGL that throws when it draws': () => {
        HTMLCanvasElement.prototype.getContext = function context2(kind, ...rest) {
          const made_ = getContext.call(this, kind, ...rest);
          if (kind === 'webgl') made_.drawElements = () => { throw new Error('no'); };
          return made_;
        };
      },
    };
    ways[how]();
  };
  for (const how of ['white', 'empty', 'constant', 'noise', 'noise in the colours', 'an exception', 'an exception later', 'no letters', 'no measures', 'no 2D context',
    'a 2D context that throws', 'WebGL that throws when it draws']) {
    test(`world 2: ${how}`, async () => {
      const reader = await openPage(browser, undefined, { until: 'settled', before: spoil, argument: how, fragment: `k=${CODE}&at=result` });
      assert.equal(await reader.note(), NO_PICTURE);
      const { view, tier } = await reader.state();
      assert.deepEqual({ view, tier }, { view: 'text', tier: 'none' });
      assert.deepEqual(await reader.result(), scoreOf(MIXED));
      await reader.close();
    });
  }

  test('world 2: from Start to the result without any 2D context', async () => {
    const reader = await openPage(browser, undefined, { until: 'settled', before: spoil, argument: 'no 2D context' });
    await walk(reader, MIXED);
    assert.deepEqual(await reader.result(), scoreOf(MIXED));
    await reader.close();
  });

  test('world 2: noise that no eye sees costs no picture', async () => {
    const reader = await openPage(browser, undefined, { before: () => {
      const { getImageData } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.getImageData = function read(...args) {
        const image = getImageData.apply(this, args);
        image.data.forEach((old, at) => { if (old) image.data[at] = old ^ (at % 3 === 0 ? 1 : 0); });
        return image;
      };
    } });
    assert.equal((await reader.state()).view, 'canvas');
    await reader.close();
  });

  test('world 2: Firefox that resists fingerprinting', async () => {
    const engine = await startEngine('Firefox', { prefs: { 'privacy.resistFingerprinting': true } });
    try {
      const reader = await engine.open(`k=${CODE}&at=result`);
      assert.equal(await reader.note(), NO_PICTURE);
      assert.equal((await reader.state()).view, 'text');
      assert.deepEqual(await reader.result(), scoreOf(MIXED));
      await reader.page.close();
    } finally {
      await engine.close();
    }
  });
});

describe('world 5: text that the canvas cannot draw', () => {
  /** A page and what `check` says of it. */
  const pageWith = (text, languages = ['nl', 'en']) => {
    const file = join(folder, 'with.json');
    const form = JSON.parse(JSON.stringify(made(9, 3)).replaceAll('"en":', `"${languages[1]}":`).replaceAll('"nl":', `"${languages[0]}":`));
    form.languages = languages;
    for (const lang of languages) form.sections[0].questions[0].text[lang] = text;
    writeFileSync(file, JSON.stringify(form));
    const page = join(folder, 'with.html');
    cli(['bundle', file, '-o', page]);
    const { stdout, stderr } = spawnSync(fileURLToPath(new URL('../../dist/bin/klantkompas', import.meta.url)), ['check', file], { encoding: 'utf8' });
    return { page, told: (stdout + stderr).includes('needs_shaping') };
  };
  for (const [what, text] of Object.entries({
    Hebrew: 'האם אנחנו מקשיבים ללקוחות?', Arabic: 'هل نستمع إلى عملائنا؟', Hindi: 'क्या हम ग्राहकों की सुनते हैं?', Thai: 'เราฟังลูกค้าหรือไม่ กี่ครั้ง',
    'joined emoji': 'Een gezin 👨‍👩‍👧?', 'a flag': 'Uit 🇳🇱?', 'a skin tone': 'Goed 👍🏽?', 'a keycap': 'Kies 1️⃣?', 'a heart in colour': 'Met ❤️?', Adlam: '𞤀𞤣𞤤𞤢𞤥?',
    'Korean in parts': '\u1100\u1169\u1100\u1162\u11a8?', 'a regional flag': '🏴󠁧󠁢󠁥󠁮󠁧󠁿?', Tibetan: 'བོད་ཡིག?',
  })) {
    test(`world 5: ${what} opens as text, as check said`, async () => {
      const { page, told } = pageWith(text);
      assert.ok(told, 'check warns');
      const reader = await openPage(browser, page, { fragment: 'at=question-1', until: 'settled' });
      assert.equal((await reader.state()).view, 'text');
      assert.equal(await reader.note(), '');
      await reader.frame.evaluate(() => { location.hash = 'at=question-2'; });
      await viewIs(reader, 'canvas');
      await reader.close();
    });
  }
  test('world 5: accents, also in parts, Greek, Cyrillic, Chinese and one emoji are drawn', async () => {
    const { page, told } = pageWith('Café, ‘naïef’ αβγ жук 客户 😀?');
    assert.ok(!told);
    const reader = await openPage(browser, page, { fragment: 'at=question-1' });
    assert.equal((await reader.state()).view, 'canvas');
    await reader.close();
  });
  test('world 5: the page and check mean the same characters', () => {
    const points = [];
    for (let c = 0xa1; c < 0xe1000; c += c < 0x3000 ? 23 : c < 0x20000 ? 61 : 9973) points.push(c);
    for (const edge of [0x590, 0x109f, 0x1100, 0x11ff, 0x200d, 0x20e3, 0xfb1d, 0xfe0f, 0xfe70, 0x10800, 0x11fff, 0x1f1e6, 0x1f1ff, 0x1f3fb, 0x1f3ff, 0xe0067]) points.push(edge - 1, edge, edge + 1);
    const usable = points.filter((c) => !(c >= 0xd800 && c < 0xe000) && !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069) && (c & 0xfffe) !== 0xfffe && !(c >= 0x80 && c < 0xa0));
    const file = join(folder, 'points.json');
    // In parts: check tells the first problems only.
    const warned = (some) => {
      const form = made(some.length, 2);
      form.sections.flatMap(({ questions }) => questions).forEach((question, i) => { question.why.nl = `x${String.fromCodePoint(some[i])}x`; });
      writeFileSync(file, JSON.stringify(form));
      const { stdout, stderr } = spawnSync(fileURLToPath(new URL('../../dist/bin/klantkompas', import.meta.url)), ['check', file], { encoding: 'utf8' });
      const told = new Set([...(stdout + stderr).matchAll(/needs_shaping\] (\S+?):? /g)].map(([, pointer]) => pointer));
      const all = form.sections.flatMap(({ questions }, s) => questions.map((_, q) => `/sections/${s}/questions/${q}/why/nl`));
      return some.filter((_, i) => told.has(all[i]));
    };
    const told = new Set();
    for (let at = 0; at < usable.length; at += 40) for (const c of warned(usable.slice(at, at + 40))) told.add(c);
    const wrong = usable.filter((c) => told.has(c) !== SHAPED.test(String.fromCodePoint(c)));
    assert.deepEqual(wrong.map((c) => c.toString(16)), []);
    assert.ok(told.size > 50);
  });
  test('world 5: a page in Hebrew is text where all its words are Latin too: the picture runs from left to right', async () => {
    const { page } = pageWith('Do we listen?', ['he', 'en']);
    const reader = await openPage(browser, page, { fragment: 'at=question-1', width: 320, until: 'settled' });
    assert.deepEqual([(await reader.state()).view, await reader.frame.evaluate(() => document.documentElement.dir)], ['text', 'rtl']);
    await reader.screenshot('rtl-latin-320');
    await reader.frame.evaluate(() => document.querySelector('button[value="lang.en"]').click());
    await viewIs(reader, 'canvas');
    assert.equal(await reader.frame.evaluate(() => document.documentElement.dir), 'ltr');
    await reader.close();
  });
  for (const width of [320, 720]) test(`world 5: a page in Hebrew reads from right to left at ${width} px`, async () => {
    const { page } = pageWith('האם אנחנו מקשיבים ללקוחות?', ['he', 'en']);
    const reader = await openPage(browser, page, { fragment: 'at=question-1', width, until: 'settled' });
    assert.deepEqual(await reader.frame.evaluate(() => [document.documentElement.dir, getComputedStyle(document.querySelector('.k-option')).direction]), ['rtl', 'rtl']);
    const [radio, option] = await reader.frame.evaluate(() => ['.k-option input', '.k-option'].map((name) => document.querySelector(name).getBoundingClientRect().right));
    assert.ok(option - radio < 30, 'the radio is at the right');
    assert.ok(await reader.frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
    await reader.screenshot(`rtl-question-${width}`);
    for (let i = 0; i < 9; i++) await reader.frame.evaluate(() => { document.querySelectorAll('.k-option input')[1].click(); document.querySelector('button[value="nav.next"]').click(); });
    await reader.until(() => window.klantkompas.state().screen === 'result');
    assert.equal(await reader.frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await reader.screenshot(`rtl-result-${width}`);
    await reader.close();
  });
});

describe('world 7: somebody else writes in the document', () => {
  /** Runs in the page, as browsers translate: every text in two <font>, new ones as they come. */
  const translate = (how) => {
    const root = document.documentElement;
    const words = (node) => {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim() || node.parentElement.closest('font, script, style, textarea, [translated]')) return;
      if (how === 'nodes') {
        if (!node.data.startsWith('T:')) node.data = `T:${node.data}`;
        return;
      }
      const outer = document.createElement('font');
      outer.append(Object.assign(document.createElement('font'), { textContent: `T:${node.data}` }));
      node.replaceWith(outer);
    };
    const walker = () => {
      const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (all.nextNode()) nodes.push(all.currentNode);
      nodes.forEach(words);
    };
    if (how === 'chrome') root.classList.add('translated-ltr');
    if (how === 'edge') document.querySelector('h1').setAttribute('_msttexthash', '1');
    if (how !== 'edge') root.lang = 'de';
    walker();
    window.observer = new MutationObserver(walker);
    window.observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  };
  for (const how of ['chrome', 'edge', 'nodes']) {
    test(`world 7: translated (${how}), the text view shows it on every screen, and answers count`, async () => {
      const reader = await openPage(browser, undefined, { fragment: 'at=question-1' });
      await reader.frame.evaluate(translate, how);
      await viewIs(reader, 'text');
      assert.ok((await reader.frame.evaluate(() => document.querySelector('h1').innerText)).startsWith('T:'));
      await reader.frame.evaluate(() => { document.querySelectorAll('fieldset input')[2].click(); });
      assert.ok((await reader.frame.evaluate(() => document.querySelector('h1').innerText)).startsWith('T:'), 'it is not written over');
      await reader.frame.evaluate(() => document.querySelector('button[value="nav.next"]').click());
      await reader.until(() => window.klantkompas.state().screen === 'question-2' && document.querySelector('h1').innerText.startsWith('T:'));
      const { view, answers } = await reader.state();
      assert.deepEqual([view, answers.answers[QUESTIONS[0].id]], ['text', 2]);
      if (how !== 'edge') assert.equal(await reader.frame.evaluate(() => document.documentElement.lang), 'de', 'its language stays');
      await reader.close();
    });
  }
  test('world 7: a translator that names itself before, or long after, it writes is noticed at once', async () => {
    const reader = await openPage(browser, undefined, { fragment: 'at=question-1' });
    await viewIs(reader, 'canvas');
    await reader.frame.evaluate(() => { document.documentElement.classList.add('translated-ltr'); });
    await viewIs(reader, 'text');
    await reader.close();
  });
  test('world 7: the picture comes back when the words do', async () => {
    const reader = await openPage(browser, undefined, { fragment: 'at=question-1' });
    const write = (from, to) => reader.frame.evaluate((a, b) => {
      const all = document.createTreeWalker(document.querySelector('h1'), NodeFilter.SHOW_TEXT);
      while (all.nextNode()) all.currentNode.data = all.currentNode.data.replace(a, b);
    }, from, to);
    const [word] = questionText(1).split(' ');
    await write(word, 'Xyz');
    await viewIs(reader, 'text');
    assert.equal(await reader.frame.evaluate(() => document.querySelector('h1').textContent), questionText(1), 'mended: no translator said that it is here');
    await reader.press('Volgende');
    await viewIs(reader, 'canvas');
    await reader.close();
  });
});

describe('world: a style sheet of the reader or an extension', () => {
  const add = (reader, css) => reader.frame.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = text ? [sheet] : [];
  }, css);
  for (const css of ['* { color: #222 !important; background: #ffe !important }', '* { background-color: white !important }', 'body * { color: red !important }',
    'canvas { display: none !important }', '[id*="share"], .k-tab { display: none !important }', '* { font-family: monospace !important; text-transform: uppercase !important }']) {
    test(`world: ${css}`, async () => {
      const reader = await openPage(browser, undefined, { fragment: `k=${CODE}&at=result` });
      await add(reader, css);
      if (!/^(\*|body)/.test(css)) await reader.frame.evaluate(() => { location.hash = location.hash.replace('result', 'steps'); });
      await viewIs(reader, 'text');
      assert.ok(await reader.frame.evaluate(() => [...document.querySelectorAll('table')].every((table) => table.offsetWidth > 1)), 'tables can be read');
      await add(reader, '');
      if (/^(\*|body)/.test(css)) await viewIs(reader, 'canvas');
      await reader.close();
    });
  }
  test('world: whatever part of the picture or of what lies over it a sheet changes, the next screen is text', async () => {
    const failed = [];
    for (const css of ['canvas { visibility: hidden !important }', 'canvas { opacity: 0 !important }', 'canvas, img, video { max-width: 300px !important }', 'canvas { width: 50% !important }',
      'button { background-image: linear-gradient(#fff, #fff) !important }', 'p { background: #ffe !important }', 'h1 { color: red !important }', 'h1 { font-family: serif !important }',
      'button { text-transform: uppercase !important }', '[value^="go."] { display: none !important }', 'svg text { fill: red !important }', 'b { color: red !important }']) {
      const reader = await openPage(browser, undefined, { fragment: `k=${CODE}&at=result` });
      await viewIs(reader, 'canvas');
      await add(reader, css);
      await reader.frame.evaluate((screen) => { location.hash = location.hash.replace('result', screen); }, css.startsWith('b ') ? 'steps' : 'patterns');
      await reader.frame.waitForFunction(() => window.klantkompas.state().view === 'text', { polling: 20, timeout: 8000 }).catch(() => failed.push(css));
      await reader.close();
    }
    assert.deepEqual(failed, []);
  });
  for (const css of ['* { font-family: monospace !important }', ':root { --kk-font: monospace }']) test(`world: another font while it runs is drawn: ${css}`, async () => {
    const late = await openPage(browser, undefined, { fragment: 'at=question-1', media: { 'prefers-reduced-motion': 'reduce' } });
    const picture = () => late.frame.evaluate(() => { const canvas = document.querySelector('canvas'); return [canvas.height, canvas.isConnected]; });
    const shot = () => late.page.screenshot({ encoding: 'base64' });
    const [before, size] = [await shot(), await picture()];
    await add(late, css);
    await until(late.page, (text) => getComputedStyle(document.querySelector('main')).fontFamily === text, 'monospace');
    await late.page.evaluate(() => new Promise((done) => { setTimeout(done, 400); }));
    assert.ok(await shot() !== before);
    const { view, lang } = await late.state();
    assert.deepEqual([view, lang], ['canvas', LANG]);
    // Wider letters: other lines, another height; what is over the picture has its lines.
    assert.notDeepEqual(await picture(), size);
    assert.equal(await late.frame.evaluate(() => [...document.querySelectorAll('.k-line')].filter((line) => line.getClientRects().length !== 1).length), 0);
    await late.close();
  });
});
