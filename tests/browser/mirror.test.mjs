// web/widget/mirror.js in a real browser, fed with records by hand: no WASM.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { limits } from '../../scripts/lib.mjs';
import { launch } from './harness.mjs';

const STATIC = `
  <canvas aria-hidden="true"></canvas><p id="kk-note" hidden></p>
  <header id="kk-bar" class="k k-top-bar"><button type="button" value="view.text" role="switch" class="k k-text-switch">Tekst</button></header>
  <div id="kk-intro" class="k k-screen" hidden><h1 id="kk-intro.h" class="k">Titel</h1><button type="button" value="nav.next" class="k">Start</button></div>
  <div id="kk-question-1" class="k k-screen"><h1 id="kk-question-1.h" class="k">Vraag</h1>
    <fieldset id="kk-q1" role="radiogroup" class="k"><label id="kk-q1.l0" class="k"><input type="radio" name="kk-q1" value="q1.l0"><span class="k-words">Nee</span></label>
    <label id="kk-q1.l1" class="k"><input type="radio" name="kk-q1" value="q1.l1"><span class="k-words">Ja</span></label></fieldset>
    <button type="button" value="nav.next" class="k">Volgende</button></div>
  <div id="kk-status" role="status"></div>`;

const QUESTION = [
  { id: 'bar', p: -1, k: 'header', c: 'top-bar' },
  { id: 'view.text', p: 0, k: 'switch', c: 'text-switch', t: 'Tekst' },
  { id: 'question-1', p: -1, k: 'group', c: 'screen' },
  { id: 'question-1.h', p: 2, k: 'heading', lvl: 1, t: 'Vraag' },
  { id: 'q1', p: 2, k: 'radiogroup', by: 'question-1.h' },
  { id: 'q1.l0', p: 4, k: 'radio', t: 'Nee' },
  { id: 'q1.l1', p: 4, k: 'radio', t: 'Ja', on: 1 },
  { id: 'nav.next', p: 2, k: 'button', t: 'Volgende' },
];

let browser;
let page;
let bundle;

before(async () => {
  const entry = fileURLToPath(new URL('../../web/widget/mirror.js', import.meta.url));
  bundle = (await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', globalName: 'mirrorModule', define: limits() })).outputFiles[0].text;
  browser = await launch();
  page = await browser.newPage();
});
after(() => browser?.close());

beforeEach(async () => {
  await page.setContent(`<!doctype html><html lang="nl"><title>t</title><main class="kk">${STATIC}</main></html>`);
  await page.evaluate(`window.kkHead = { hear() {} };
    ${bundle}
    window.main = document.querySelector('main');
    window.mirror = mirrorModule.createMirror(main, document.getElementById('kk-status'));
    window.seq = 0;
    window.patch = (nodes, more = {}, how = {}) => mirror.patch(
      { seq: ++seq, screen: 'question-1', lang: 'nl', title: 'Klantkompas', height: 100, nodes, ...more }, { geometry: false, focus: false, ...how });`);
});

/** Runs patch(nodes) in the page. */
const patch = (nodes, more, how) => page.evaluate((...args) => window.patch(...args), nodes, more, how);
/** The words of <main>, as a reader sees them. */
const text = () => page.evaluate(() => window.main.innerText.split('\n').map((line) => line.trim()).filter(Boolean));
const html = () => page.evaluate(() => window.main.innerHTML);

test('takes the elements of the static page over, and removes the other screens', async () => {
  await page.evaluate(() => {
    window.was = ['kk-question-1.h', 'kk-q1', 'kk-q1.l1', 'kk-bar'].map((id) => document.getElementById(id));
    window.button = document.querySelector('#kk-question-1 button');
  });
  await patch(QUESTION);
  assert.deepEqual(await page.evaluate(() => ({
    same: window.was.every((el) => el === document.getElementById(el.id)) && window.button === document.getElementById('kk-nav.next'),
    screens: [...document.querySelectorAll('.k-screen')].map((el) => el.id),
    children: [...window.main.children].map((el) => el.id || el.localName),
    ids: new Set([...document.querySelectorAll('[id]')].map((el) => el.id)).size === document.querySelectorAll('[id]').length,
    labelled: document.getElementById('kk-q1').getAttribute('aria-labelledby'),
  })), { same: true, screens: ['kk-question-1'], children: ['canvas', 'kk-note', 'kk-bar', 'kk-question-1', 'kk-status'], ids: true, labelled: 'kk-question-1.h' });
});

test('a patch without changes touches nothing', async () => {
  await patch(QUESTION);
  const changes = await page.evaluate(async (nodes) => {
    let count = 0;
    const observer = new MutationObserver((list) => (count += list.length));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    window.patch(nodes);
    await new Promise((done) => setTimeout(done));
    return count;
  }, QUESTION);
  assert.equal(changes, 0);
});

test('radios are one group with one choice, set by property', async () => {
  await patch(QUESTION);
  const radios = () => page.evaluate(() => [...document.querySelectorAll('input')].map(({ name, value, checked }) => [name, value, checked]));
  assert.deepEqual(await radios(), [['kk-q1', 'q1.l0', false], ['kk-q1', 'q1.l1', true]]);
  await page.click('#kk-q1\\.l0');
  await patch(QUESTION.map((node) => ({ ...node, on: node.id === 'q1.l0' ? 1 : 0 })));
  assert.deepEqual(await radios(), [['kk-q1', 'q1.l0', true], ['kk-q1', 'q1.l1', false]]);
});

test('order follows the record; the element with focus stays where it is', async () => {
  const items = (ids) => [{ id: 'list', k: 'list' }, ...ids.map((id) => ({ id, p: 0, k: 'button', t: id }))];
  await patch(items(['a', 'b', 'c', 'd']));
  const outcome = await page.evaluate((nodes) => {
    const focused = document.getElementById('kk-c');
    focused.focus();
    const events = [];
    for (const type of ['focusin', 'focusout']) document.addEventListener(type, () => events.push(type));
    for (const each of nodes) window.patch(each);
    return { events, kept: document.activeElement === focused, order: [...document.getElementById('kk-list').children].map((el) => el.textContent) };
  }, [items(['c', 'a', 'd', 'b']), items(['d', 'e', 'b', 'c']), items(['a', 'c', 'f'])]);
  assert.deepEqual(outcome, { events: [], kept: true, order: ['a', 'c', 'f'] });
});

test('focus moves only when asked, and to a neighbour when its element is gone', async () => {
  const focused = () => page.evaluate(() => document.activeElement.id);
  await patch(QUESTION, { focus: 'question-1.h' });
  assert.equal(await focused(), '', 'nobody acted');
  await patch(QUESTION, { focus: 'question-1.h' }, { focus: true });
  assert.equal(await focused(), 'kk-question-1.h');
  await page.focus('[id="kk-nav.next"]');
  await patch(QUESTION.filter(({ id }) => id !== 'nav.next'));
  assert.equal(await page.evaluate(() => document.activeElement.value), 'q1.l1');
  // Where the screen is another one, its heading.
  await patch(QUESTION.slice(0, 5), { screen: 'elsewhere' });
  assert.equal(await focused(), 'kk-question-1.h');
});

test('hostile text stays text', async () => {
  const hostile = '<img src=x onerror="window.hit=1"></script><svg onload=window.hit=1>&lt;b&gt;\u202e';
  await patch([{ id: 'a', k: 'paragraph', t: hostile }, { id: 'b', k: 'button', t: hostile, n: hostile }, { id: 'c', k: 'radio', t: hostile },
    { id: 'd', k: 'figure', t: hostile }], { title: hostile });
  assert.deepEqual(await page.evaluate(() => ({
    texts: ['a', 'b', 'c', 'd'].map((id) => document.getElementById(`kk-${id}`).textContent), label: document.getElementById('kk-b').ariaLabel,
    made: document.querySelectorAll('img, svg, script').length, hit: window.hit ?? 0,
  })), { texts: Array(4).fill(hostile), label: hostile, made: 0, hit: 0 });
});

for (const [what, nodes, message] of [
  ['an unknown kind', [{ id: 'a', k: 'script', t: 'x' }], /node 0 \(a\): unknown kind "script"/],
  ['a kind from the prototype', [{ id: 'a', k: 'constructor' }], /unknown kind/],
  ['a second node with an id', [{ id: 'a', k: 'span' }, { id: 'a', k: 'span' }], /a second node with this id/],
  ['a parent that comes later', [{ id: 'a', k: 'group', p: 1 }, { id: 'b', k: 'group' }], /parent 1 is not before it/],
  ['an id that is none', [{ id: 'A b', k: 'group' }], /not an id/],
  ['a look that is none', [{ id: 'a', k: 'group', c: 'x" onclick="' }], /not a look/],
  ['a text of 131,073 characters', [{ id: 'a', k: 'span', t: 'x'.repeat(131_073) }], /at most 131072/],
  ['nine levels', Array.from({ length: 9 }, (_, i) => ({ id: `a${i}`, p: i - 1, k: 'group' })), /deeper than 8/],
  ['6001 nodes', Array.from({ length: 6001 }, (_, i) => ({ id: `a${i}`, k: 'span' })), /6001 nodes/],
]) {
  test(`${what} is refused, and the document stays as it was`, async () => {
    await patch(QUESTION);
    const before = await html();
    await assert.rejects(patch(nodes), message);
    assert.equal(await html(), before);
  });
}

test('an older record is ignored', async () => {
  await patch(QUESTION);
  const before = await html();
  await patch([{ id: 'a', k: 'paragraph', t: 'oud' }], { seq: -1 });
  assert.equal(await html(), before);
});

test('lines become spans joined by a space, and go again in text view', async () => {
  const node = { id: 'a', k: 'paragraph', t: 'Een twee drie klant-gericht', b: 5, r: [0, 10, 200, 72], x: [4, 2], f: [16, 24, 400], l: [4, 20] };
  await patch([node], {}, { geometry: true });
  const shown = () => page.evaluate(() => document.getElementById('kk-a').innerHTML);
  assert.equal(await shown(), '<span class="k-line"><b>Een </b></span><wbr><span class="k-line"><b>t</b>wee drie klant-</span><wbr><span class="k-line">gericht</span>');
  assert.deepEqual(await page.evaluate(() => {
    const { style, textContent } = document.getElementById('kk-a');
    return [textContent, style.position, style.left, style.top, style.width, style.paddingLeft, style.paddingTop, style.fontSize, style.lineHeight, style.fontWeight];
  }), [node.t, 'absolute', '0px', '10px', '200px', '4px', '2px', '16px', '24px', '400']);
  assert.ok(await page.evaluate(() => window.find('twee drie klant-gericht')), 'found across lines');
  await patch([node]);
  assert.equal(await shown(), '<b>Een t</b>wee drie klant-gericht');
  assert.equal(await page.evaluate(() => document.getElementById('kk-a').getAttribute('style') || ''), '');
});

test('places are relative to the nearest drawn ancestor; what is not drawn is clipped', async () => {
  await patch([{ id: 'a', k: 'group', r: [10, 20, 300, 200] }, { id: 'b', p: 0, k: 'group' }, { id: 'c', p: 1, k: 'span', t: 'x', r: [30, 50, 10, 10] },
    { id: 'f', p: 0, k: 'figure', t: 'Bevinding', r: [10, 60, 50, 50] }, { id: 't', p: 3, k: 'table', n: 'Tabel' }, { id: 't0', p: 4, k: 'row' },
    { id: 't00', p: 5, k: 'rowhead', t: 'rij' }], {}, { geometry: true });
  assert.deepEqual(await page.evaluate(() => ['a', 'b', 'c', 'f', 't', 't0'].map((id) => {
    const { style, className } = document.getElementById(`kk-${id}`);
    return [style.left, style.top, className.includes('k-clip')];
  })), [['10px', '20px', false], ['', '', false], ['20px', '30px', false], ['0px', '40px', false], ['', '', true], ['', '', false]]);
});

test('a kind change makes a new element; a table has rows in a body, a figure its caption', async () => {
  await patch([{ id: 'a', k: 'paragraph', t: 'x' }]);
  await patch([{ id: 'a', k: 'heading', lvl: 2, t: 'x' }, { id: 'f', k: 'figure', t: 'Bevinding' }, { id: 't', p: 1, k: 'table', n: 'Tabel' },
    { id: 'r', p: 2, k: 'row' }, { id: 'h', p: 3, k: 'columnhead', t: 'Deel' }]);
  assert.deepEqual(await text(), ['x', 'Bevinding', 'Deel']);
  assert.equal(await page.evaluate(() => document.getElementById('kk-a').localName), 'h2');
  assert.equal(await page.evaluate(() => document.querySelector('#kk-f > figcaption + table > tbody > tr > th[scope=col]').textContent), 'Deel');
});

test('focus stays with an element that moves to another parent, and goes to the heading when its element is gone', async () => {
  const inGroup = (group) => [{ id: group, k: 'group' }, { id: `${group}.h`, p: 0, k: 'heading', t: group }, { id: 'next', p: 0, k: 'button', t: 'x' }];
  await patch(inGroup('a'));
  await page.focus('#kk-next');
  const focused = () => page.evaluate(() => document.activeElement.id);
  await patch(inGroup('b'));
  assert.equal(await focused(), 'kk-next');
  await patch(inGroup('c').slice(0, 2));
  assert.equal(await focused(), 'kk-c.h');
});

test('in a frame that the reader is not in, focus is never asked for', async () => {
  await patch(QUESTION);
  await page.focus('#kk-nav\\.next');
  await page.evaluate(() => {
    document.hasFocus = () => false;
    HTMLElement.prototype.focus = () => { window.asked = true; };
  });
  await patch(QUESTION.slice(0, -1), { focus: 'question-1.h' }, { focus: true });
  assert.equal(await page.evaluate(() => window.asked), undefined);
});

test('what an extension did to the document is mended by the next patch', async () => {
  await patch(QUESTION);
  await page.evaluate(() => {
    document.getElementById('kk-question-1.h').innerText = 'Question';
    document.getElementById('kk-nav.next').remove();
    window.main.append(document.createElement('aside'));
  });
  await patch(QUESTION);
  assert.deepEqual(await text(), ['Tekst', 'Vraag', 'NeeJa', 'Volgende']);
  assert.equal(await page.evaluate(() => document.querySelectorAll('aside').length), 0);
});
