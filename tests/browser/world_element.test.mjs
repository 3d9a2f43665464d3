// The element in the trees and moments that other people's pages bring: moved, put in and taken out, filled late, in shadow trees, from
// another folder, with an address that is wrong; and what it takes from an article that is hard to read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hasty, openArticle, stage } from './hosts.mjs';

const at = stage();
const GUARD = { polling: 50, timeout: 20_000 };
const WIDGET = { body: readFileSync(new URL('../../dist/klantkompas.html', import.meta.url), 'utf8'), type: 'text/html' };
const NIGHT = '.night { background: #111 }';
const tag = (more = '') => `<klant-kompas src="${at.widget}" ${more}></klant-kompas>`;
const become = ({ frame }, key, value, what) => frame.waitForFunction((name, wanted) => window.klantkompas.state()[name] === wanted, GUARD, key, value)
  .catch(() => assert.fail(`${what ?? key}: not ${value}`));

test('element: moved with its state kept, it follows what stands around it now', async () => {
  const visitor = await openArticle(at, `<div id="a">${tag()}</div><div id="b"></div>`, { head: `<style>${NIGHT}</style>` });
  const widget = await visitor.widget();
  await widget.frame.evaluate(() => { window.isTheSame = true; });
  await visitor.page.evaluate(() => document.getElementById('b').moveBefore(document.querySelector('klant-kompas'), null));
  // More than once: on being moved it looks around anyway.
  for (const [name, theme] of [['night', 'dark'], ['', 'light'], ['night', 'dark']]) {
    await visitor.page.$eval('#b', (el, value) => { el.className = value; }, name);
    await become(widget, 'theme', theme);
  }
  assert.equal(await widget.frame.evaluate(() => window.isTheSame), true);
  await visitor.close();
});

test('element: its address is the article’s; where nothing answers there, that beside the script is tried, and said', async () => {
  const script = '<script src="/assets/embed.js" defer></script>';
  const pages = { '/assets/embed.js': { body: at.script, type: 'text/javascript' } };
  for (const [where, warned] of [['/tool/k.html', false], ['/assets/tool/k.html', true]]) {
    const visitor = await openArticle(at, '<klant-kompas src="tool/k.html"></klant-kompas>', { script, before: hasty, pages: { ...pages, [where]: WIDGET } });
    await visitor.until((path) => new URL(document.querySelector('klant-kompas').shadowRoot.querySelector('iframe').src).pathname === path, where);
    const { frame } = await visitor.widget();
    assert.equal(new URL(frame.url()).pathname, where);
    assert.equal(visitor.said.some((text) => text.includes('trying')), warned, where);
    await visitor.until(() => window.events.includes('kk-ready '));
    assert.deepEqual(await visitor.page.evaluate(() => window.events), ['kk-ready ']);
    await visitor.close();
  }
});

test('element: what is inside stands in place of a frame that does not answer, also when it is put in late', async () => {
  const visitor = await openArticle(at, '<klant-kompas id="a" src="/gone.html"><p>Doe de test</p></klant-kompas><klant-kompas id="b" src="/gone.html"></klant-kompas>', { before: hasty });
  const shown = (id) => visitor.page.$eval(`#${id}`, (el) => [el.shadowRoot.querySelector('iframe').clientHeight > 0, (el.firstElementChild?.getBoundingClientRect().height ?? 0) > 0]);
  assert.deepEqual(await shown('a'), [true, false]);
  await visitor.until(() => window.events.filter((event) => event === 'kk-error no-answer').length === 2);
  assert.deepEqual(await shown('a'), [false, true]);
  assert.deepEqual(await shown('b'), [true, false], 'with nothing to show instead');
  await visitor.page.$eval('#b', (el) => el.append(Object.assign(document.createElement('p'), { textContent: 'Later' })));
  assert.deepEqual(await shown('b'), [false, true]);
  await visitor.close();
});

test('element: an article that is put into it late is shown, and the widget with it', async () => {
  const visitor = await openArticle(at, tag());
  await visitor.widget();
  await visitor.page.$eval('klant-kompas', (el) => el.append(Object.assign(document.createElement('h2'), { textContent: 'Verder' })));
  assert.deepEqual(await visitor.page.$eval('klant-kompas', (el) => [el.firstElementChild.getBoundingClientRect().height > 0, el.shadowRoot.querySelector('iframe').clientHeight > 0]), [true, true]);
  assert.ok(visitor.said.some((text) => text.includes('needs an end tag')));
  await visitor.close();
});

test('element: another address and other modules are another frame; options that are the same are not', async () => {
  const visitor = await openArticle(at, tag('modules="profile"'));
  const { frame } = await visitor.widget();
  await frame.evaluate(() => { window.isFirst = true; });
  const change = (name, value) => visitor.page.$eval('klant-kompas', (el, key, text) => { el[key] = text; }, name, value);
  await change('modules', 'profile');
  assert.equal(await frame.evaluate(() => window.isFirst), true);
  await change('modules', 'claims');
  await visitor.until(() => document.querySelector('klant-kompas').shadowRoot.querySelector('iframe').src.includes('modules=claims'));
  assert.equal(await (await visitor.widget()).frame.evaluate(() => window.isFirst), undefined);
  const frames = await visitor.page.$eval('klant-kompas', async (el) => {
    let made = 0;
    const counter = new MutationObserver((all) => { made += all.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ localName }) => localName === 'iframe').length; });
    counter.observe(el.shadowRoot, { childList: true });
    el.src = `${el.src}#at=about`;
    el.modules = 'context';
    await new Promise((done) => { setTimeout(done); });
    return made;
  });
  assert.equal(frames, 1, 'for all that changes at once');
  await visitor.until(() => document.querySelector('klant-kompas').shadowRoot.querySelector('iframe').src.includes('at=about'));
  await become(await visitor.widget(), 'screen', 'about');
  await visitor.close();
});

test('element: taken out again before its frame was made, it makes none', async () => {
  const visitor = await openArticle(at, '');
  const made = await visitor.page.evaluate(async (src) => {
    const el = Object.assign(document.createElement('klant-kompas'), { src });
    document.body.append(el);
    el.remove();
    await Promise.resolve();
    const without = el.shadowRoot.childElementCount;
    document.body.append(el);
    el.remove();
    document.body.append(el);
    await Promise.resolve();
    return [without, el.shadowRoot.querySelectorAll('iframe').length];
  }, at.widget);
  assert.deepEqual(made, [0, 1]);
  await visitor.widget();
  await visitor.close();
});

test('element: the room that an article or author keeps is the frame’s from the first moment', async () => {
  const rooms = [['min-height="900"', 900], ['style="min-height:800px"', 800], ['style="height:700px"', 700]];
  const visitor = await openArticle(at, '', { pages: { '/silent.html': { body: '<!doctype html><title>x</title>', type: 'text/html' } } });
  const heights = await visitor.page.evaluate(async (attributes) => {
    document.body.innerHTML = attributes.map((more) => `<klant-kompas src="/silent.html" ${more}></klant-kompas>`).join('');
    await Promise.resolve();
    return [...document.querySelectorAll('klant-kompas')].map((el) => el.shadowRoot.querySelector('iframe').clientHeight);
  }, rooms.map(([more]) => more));
  assert.deepEqual(heights, rooms.map(([, height]) => height));
  await visitor.close();
});

test('element: what stands behind it counts where it is slotted in, and no falsified canvas', async () => {
  const visitor = await openArticle(at, `<div id="card">${tag()}</div>`, { head: `<style>${NIGHT}</style>`, before: () => {
    // As browsers and extensions do that make pictures useless for recognising a reader.
    CanvasRenderingContext2D.prototype.getImageData = () => ({ data: new Uint8ClampedArray(4).fill(255) });
    addEventListener('DOMContentLoaded', () => {
      document.getElementById('card').attachShadow({ mode: 'open' }).innerHTML = '<style>section { background: rgb(17, 17, 17) }</style><section><slot></slot></section>';
    });
  } });
  await become(await visitor.widget(), 'theme', 'dark');
  await visitor.close();
});

test('element: the language of a page that only its header names', async () => {
  const visitor = await openArticle(at, tag(), { page: '<!doctype html><html><head><meta http-equiv="Content-Language" content="en-GB">%HEAD%</head><body>%BODY%' });
  await become(await visitor.widget(), 'lang', 'en');
  await visitor.close();
});

test('element: a sheet that is taken out, switched off or written anew in the page’s head is followed', async () => {
  const visitor = await openArticle(at, tag(), { head: '<style id="night">body { background: #111 }</style>' });
  const widget = await visitor.widget();
  const sheet = (change) => visitor.page.$eval('#night', change);
  await become(widget, 'theme', 'dark');
  await sheet((el) => { el.media = 'print'; });
  await become(widget, 'theme', 'light', 'switched off');
  await sheet((el) => { el.media = ''; });
  await become(widget, 'theme', 'dark', 'switched on');
  await sheet((el) => { el.firstChild.data = 'body { background: #eee }'; });
  await become(widget, 'theme', 'light', 'written anew');
  await sheet((el) => { el.firstChild.data = 'body { background: #111 }'; });
  await become(widget, 'theme', 'dark', 'and back');
  await sheet((el) => el.remove());
  await become(widget, 'theme', 'light', 'taken out');
  await visitor.close();
});

/** A frame that keeps what it is told, and says what the test tells it to. */
const EAR = { type: 'text/html', body: `<!doctype html><title>Oor</title><script>
  const n = /[#&]n=([\\w-]+)/.exec(location.hash)[1];
  window.heard = [];
  addEventListener('message', ({ data, ports: [port] }) => {
    heard.push(data);
    if (data.t === 'welcome') return void (window.port = port);
    for (const junk of window.junk?.splice(0, 1) ?? []) return port.postMessage(junk);
    port.postMessage({ kk: 1, t: 'hello', n, v: [1], h: 300 });
  });
</script>` };

test('element: a language as pages write it reaches the frame as a tag', async () => {
  for (const [said, tag] of [['pt_PT', 'pt-PT'], [' PT-pt ', 'PT-pt'], ['zh_Hant_TW', 'zh-Hant-TW'], ['en_US.UTF-8', 'en-US'], ['de-x-north', 'de'], ['auto', 'fy']]) {
    const visitor = await openArticle(at, `<klant-kompas src="/ear.html" lang="${said}"></klant-kompas>`, { lang: 'fy', pages: { '/ear.html': EAR } });
    const frame = await (await visitor.page.waitForSelector('klant-kompas >>> iframe')).contentFrame();
    await frame.waitForFunction(() => window.heard?.some(({ t }) => t === 'welcome'), GUARD);
    assert.equal(await frame.evaluate(() => window.heard.find(({ t }) => t === 'welcome').lang), tag, said);
    await visitor.close();
  }
});

test('element: whatever a frame answers, nothing of ours throws; when it has said too much it is asked anew', async () => {
  const visitor = await openArticle(at, '<klant-kompas src="/ear.html"></klant-kompas>', { pages: { '/ear.html': EAR } });
  const element = await visitor.page.waitForSelector('klant-kompas >>> iframe');
  const frame = await element.contentFrame();
  await frame.waitForFunction(() => window.port, GUARD);
  const height = (px) => visitor.until((el, h) => el.style.height === `${h}px`, element, px);
  const junk = [null, 7, 'hello', [], [[]], { t: 'hello' }, { kk: 1, t: 'hello', n: 'x', v: [1], h: 300 }, { kk: 1, t: 'hello', h: -1 }, new Date(0)];
  for (const each of junk) {
    // Not listened to any more after a hundred messages that are none.
    await frame.evaluate((one, count) => {
      window.junk = [one];
      window.was = window.port;
      for (let i = 0; i < count; i++) window.port.postMessage(one);
    }, each, 101);
    await frame.waitForFunction(() => window.junk.length === 0, GUARD).catch(() => assert.fail(`not asked anew after ${JSON.stringify(each)}`));
    // What it answered was no greeting: the page is loaded anew, and asked once more.
    await frame.evaluate(() => location.reload()).catch(() => {});
    await frame.waitForFunction(() => window.port && !window.was, GUARD);
  }
  await frame.evaluate(() => window.port.postMessage({ t: 'height', h: 444, seq: 1 }));
  await height(444);
  await visitor.close();
});

test('element: a pasted frame gets its height, whatever the article says of all frames', async () => {
  for (const css of ['height: 300px !important', 'max-height: 400px !important', 'height: auto; max-height: 50vh', 'height: 56.25vw !important; aspect-ratio: 16/9', 'transition: none']) {
    const visitor = await openArticle(at, `<iframe title="Klantkompas" data-klant-kompas src="${at.widget}" width="600"></iframe>`, { head: `<style>iframe { ${css} }</style>` });
    const { element, frame } = await visitor.widget('iframe');
    const needs = await frame.evaluate(() => document.querySelector('main').getBoundingClientRect().height);
    await visitor.until((el, height) => Math.abs(el.clientHeight - height) <= 2, element, needs).catch(() => assert.fail(`${css}: not ${needs} px high`));
    await visitor.close();
  }
});
