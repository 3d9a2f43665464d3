// Hostile articles and sibling frames: whatever they send changes nothing and becomes no markup; and the widget itself goes
// nowhere, opens nothing and asks the network for nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOSTS, stage } from './hosts.mjs';
import { answersBy, codeOf } from './subject.mjs';
import { serve, use } from './walk.mjs';

const CODE = codeOf(answersBy(() => 2));
const at = stage();

const NONCE = '0123456789abcdef0123456789abcdef';
/** How long a wait may take on a machine that does much else. */
const GUARD = { polling: 20, timeout: 60_000 };
const SANDBOX = 'allow-scripts allow-downloads allow-modals allow-popups';

/** An article with one widget; `body` comes around it. */
async function visit({ fragment = `n=${NONCE}&k=${CODE}&at=result`, body = '', script = '', before = () => {} } = {}) {
  const host = await serve({
    '/host.js': HOSTS['embed.js, iframe'].script,
    '/sibling': '<!doctype html><title>Advertentie</title><script>addEventListener("message", ({ data }) => eval(data.run))</script>',
    '/': `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,">${script}
      <iframe id="widget" title="Klantkompas" sandbox="${SANDBOX}" width="720" height="700" src="${at.widget}#${fragment}"></iframe>
      <iframe id="sibling" title="Advertentie" src="about:blank"></iframe>${body}`,
  });
  const page = await at.browser.newPage();
  await page.evaluateOnNewDocument(before);
  await page.setRequestInterception(true);
  const requests = [];
  page.on('request', (request) => {
    requests.push(request.url());
    request.continue();
  });
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`http://localhost:${host.port}/`);
  await page.evaluate((port) => { document.getElementById('sibling').src = `http://127.0.0.1:${port}/sibling`; }, host.port);
  const frame = await (await page.$('#widget')).contentFrame();
  await frame.waitForFunction(() => window.klantkompas?.state().screen === 'result' && window.klantkompas.frames() > 0, GUARD);
  const sibling = await page.waitForFrame((each) => each.url().endsWith('/sibling'));
  return { page, frame, sibling, requests, errors, close: async () => { await page.close(); await host.close(); } };
}

/** Runs in the page before its own code: hosts that are late are greeted no second time. */
const ONCE = () => {
  const wait = window.setTimeout;
  window.setTimeout = (work, ms, ...rest) => ([300, 1200, 5000, 20000].includes(ms) ? 0 : wait(work, ms, ...rest));
};

/** All that a message could have changed. */
const picture = (frame) => frame.evaluate(() => JSON.stringify([window.klantkompas.state(), window.klantkompas.result(), location.href.replace(/&at=[^&]*/, ''),
  document.documentElement.style.cssText, document.documentElement.dataset.theme ?? '', document.querySelectorAll('*').length, document.title]));

/** Messages that look like ours, and others: none of them is. */
const FORGED = () => {
  const cyclic = {};
  cyclic.self = cyclic;
  return [null, undefined, 0, '', 'x'.repeat(1e6), [], [1], new Date(0), new Map([['kk', 1]]), cyclic, { kk: 1 }, { kk: '1', t: 'welcome' },
    { kk: 1, t: 'welcome', n: 'wrong-nonce-wrong-nonce', theme: 'dark' }, { kk: 1, t: 'welcome', n: '', theme: 'dark' },
    { kk: 1, t: 'welcome', n: '0123456789abcdef0123456789abcdef', theme: 'dark', accent: 'ff0000' },  // right, but without a port
    { kk: 1, t: 'reset' }, { kk: 1, t: 'print' }, { t: 'theme', theme: 'dark' }, { kk: 2, t: 'hello' }, { __proto__: { kk: 1, t: 'reset' } },
    ...['height', 'state', 'result'].map((t) => ({ kk: 1, t, h: 1e9, code: '<img src=x>' })),
    Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i])), '[iFrameSizer]', '[iFrameSizer]a:b', '[iFrameSizer]<img>:8:x:maybe:1:1:1:1:1',
    '[iFrameSizer]message:{"a":1}', { context: 'h5p' }, { context: 'h5p', action: '__proto__' }, { message: 'ready', secret: 'x' }, { type: 'iframe-child-init'.repeat(9) }];
};

test('forged, malformed and oversized messages of the article and of a sibling change nothing', async () => {
  const { page, frame, sibling, errors, close } = await visit();
  const before = await picture(frame);
  const send = `(${FORGED})().forEach((message) => { try { TARGET.postMessage(message, '*'); } catch { /* it cannot be sent */ } })`;
  await page.evaluate(send.replace('TARGET', `document.getElementById('widget').contentWindow`));
  await sibling.evaluate(send.replace('TARGET', 'parent.frames[0]'));
  // A sibling that knows the nonce, and has a port.
  await sibling.evaluate((n) => parent.frames[0].postMessage({ kk: 1, t: 'welcome', n, theme: 'dark', wantsResult: true }, '*', [new MessageChannel().port2]), NONCE);
  await frame.evaluate(() => new Promise((done) => { setTimeout(done, 300); }));
  assert.equal(await picture(frame), before);
  assert.deepEqual(errors, []);
  await close();
});

test('a port is closed after a hundred bad messages, and a flood of them changes nothing', async () => {
  const { page, frame, errors, close } = await visit({ before: ONCE });
  const before = await picture(frame);
  await page.evaluate((n) => {
    const { port1, port2 } = new MessageChannel();
    window.port = port1;
    window.heard = [];
    port1.onmessage = ({ data }) => window.heard.push(data);
    const { contentWindow } = document.getElementById('widget');
    contentWindow.postMessage({ kk: 1, t: 'hello' }, '*', [new MessageChannel().port2]);  // a door, for its first words alone
    contentWindow.postMessage({ kk: 1, t: 'welcome', n }, '*', [port2]);
  }, NONCE);
  await page.waitForFunction(() => window.heard.some(({ t }) => t === 'state'), GUARD);
  assert.deepEqual(await page.evaluate(() => [...new Set(window.heard.map(({ t }) => t))].sort()), ['height', 'state'], 'and no answer among them');
  assert.ok(await page.evaluate(() => window.heard.every((message) => Object.keys(message).every((key) => ['t', 'h', 'seq', 'phase', 'i', 'n'].includes(key)))));
  await page.evaluate((forged) => {
    addEventListener('message', ({ source, data }) => { if (source === document.getElementById('widget').contentWindow) window.greeted ||= data?.kk === 1 && data.t === 'hello'; });
    // Over a port, `reset`, `print` and `theme` are what a host may say.
    const bad = (0, eval)(`(${forged})()`).filter((message) => !['reset', 'print', 'theme'].includes(message?.t));
    const messages = [...bad, { t: 'visible', r: -1 }, { t: 'visible', r: NaN }, { t: 'theme', theme: 'red' }, { t: 'lang', lang: '<b>' }, { t: 'toString' }];
    for (let i = 0; i < 100000; i++) {
      try { window.port.postMessage(i < messages.length ? messages[i] : { t: 'nonsense', i }); } catch { /* cyclic or a symbol */ }
    }
  }, FORGED.toString());
  await page.evaluate(() => window.port.postMessage({ t: 'theme', theme: 'dark' }));
  await use(frame, 'go.steps').catch(() => {});
  await use(frame, 'tab.steps').catch(() => {});
  await frame.evaluate(() => { location.hash = location.hash.replace('at=result', 'at=steps'); });
  await frame.waitForFunction(() => window.klantkompas.state().screen === 'steps', GUARD);
  await frame.evaluate(() => { location.hash = location.hash.replace('at=steps', 'at=result'); });
  await frame.waitForFunction(() => window.klantkompas.state().screen === 'result', GUARD);
  assert.equal(await picture(frame), before, 'also the good message after the flood is not heard');
  await page.waitForFunction(() => window.greeted, GUARD);  // a host that means well may begin anew
  assert.deepEqual(errors, []);
  await close();
});

test('of two ports the last one counts: what comes through the first is not heard', async () => {
  const { page, frame, errors, close } = await visit();
  await page.evaluate((n) => {
    const { contentWindow } = document.getElementById('widget');
    window.ports = [0, 1].map(() => {
      const { port1, port2 } = new MessageChannel();
      contentWindow.postMessage({ kk: 1, t: 'welcome', n }, '*', [port2]);
      port1.onmessage = () => { port1.answered = true; };
      return port1;
    });
  }, NONCE);
  await page.waitForFunction(() => window.ports[1].answered, GUARD);
  await page.evaluate(() => {
    window.ports[0].postMessage({ t: 'theme', theme: 'dark' });
    window.ports[1].postMessage({ t: 'lang', lang: 'en' });
  });
  await frame.waitForFunction(() => window.klantkompas.state().lang === 'en', GUARD);
  assert.notEqual((await frame.evaluate(() => window.klantkompas.state())).theme, 'dark');
  assert.deepEqual(errors, []);
  await close();
});

test('100,000 window messages in a second leave the widget usable', async () => {
  const { page, frame, close } = await visit();
  const before = await picture(frame);
  await page.evaluate(() => {
    const { contentWindow } = document.getElementById('widget');
    for (let i = 0; i < 100000; i++) contentWindow.postMessage(i % 2 ? '[iFrameSizer]x:8:false:true:32:true:true:0:auto' : { kk: 1, t: 'hello' }, '*');
  });
  await frame.waitForFunction(() => window.klantkompas.state().screen === 'result', GUARD);
  assert.equal(await picture(frame), before);
  await use(frame, 'lang.en');
  assert.equal((await frame.evaluate(() => window.klantkompas.state())).lang, 'en');
  await close();
});

test('embed.js believes only its own frame, within limits, and puts nothing of it into the article', async () => {
  const { page, sibling, errors, close } = await visit({
    fragment: `n=${NONCE}&k=${CODE}&at=result`, script: `<script src="/host.js"></script><script>
      window.events = [];
      for (const name of ['ready', 'state', 'result', 'error']) addEventListener('kk-' + name, ({ type, detail }) => window.events.push([type, detail]));
    </script>`,
    body: `<script>document.getElementById('widget').setAttribute('data-klant-kompas', ''); document.getElementById('sibling').setAttribute('data-klant-kompas', '')</script>`,
  });
  await page.evaluate(() => { document.getElementById('widget').contentWindow.postMessage({ kk: 1, t: 'hello' }, '*'); });
  await page.waitForFunction(() => window.events.some(([type]) => type === 'kk-ready'), GUARD);
  const before = await page.evaluate(() => [document.getElementById('widget').style.height, document.getElementById('sibling').style.height, document.body.innerHTML.length]);
  // The sibling plays a widget: with the other's nonce, absurd heights, results nobody asked for.
  await sibling.evaluate(async (n) => {
    for (const h of [-1, 0, 1e9, '600px', NaN, Infinity, { valueOf: 1 }]) parent.postMessage({ kk: 1, t: 'hello', n, v: [1], h }, '*');
    addEventListener('message', ({ ports: [port] }) => {
      if (!port) return;
      for (const h of [-1, 1e9, '600px', NaN, null]) port.postMessage({ t: 'height', h, seq: 1 });
      port.postMessage({ t: 'result', code: '<img src=x onerror=alert(1)>', statement: {} });
      port.postMessage({ t: 'result', code: 'abc', statement: { big: 'x'.repeat(9000) } });
      port.postMessage({ t: 'result', code: 'abc', statement: {} });
      port.postMessage({ t: 'error', code: '<script>' });
      port.postMessage({ t: 'state', phase: 'hacked', i: 1, n: 9 });
      for (let i = 0; i < 5000; i++) port.postMessage({ t: 'nonsense', i });
    });
    parent.postMessage({ kk: 1, t: 'hello', n, v: [1], h: 300 }, '*');
    await new Promise((done) => { setTimeout(done, 400); });
  }, NONCE);
  const events = await page.evaluate(() => window.events.map(([type, detail]) => `${type} ${JSON.stringify(detail)}`));
  assert.deepEqual(events.filter((text) => !/^kk-(ready|state) /.test(text)), [], 'no result, no error, no markup');
  assert.ok(events.every((text) => !text.includes('hacked')));
  const after = await page.evaluate(() => [document.getElementById('widget').style.height, document.getElementById('sibling').style.height, document.body.innerHTML.length]);
  assert.equal(after[0], before[0], 'the widget keeps its height');
  assert.equal(after[1], '300px', 'a frame that was marked as a widget is believed about its own height');
  assert.deepEqual(errors, []);
  await close();
});

test('a handshake said again by a sibling, or kept from before a reload, changes nothing', async () => {
  const { page, frame, sibling, errors, close } = await visit({
    fragment: `k=${CODE}&at=result`,  // the frame makes a nonce of its own, at each load another
    script: `<script>
      window.hellos = [];
      window.channels = 0;
      addEventListener('message', ({ data }) => data?.t === 'hello' && window.hellos.push(data));
      const Channel = MessageChannel;
      window.MessageChannel = function channel() { window.channels++; return new Channel(); };
    </script><script src="/host.js"></script>`,
    body: `<script>document.getElementById('widget').setAttribute('data-klant-kompas', '')</script>`,
  });
  const themeIs = (theme) => frame.waitForFunction((wanted) => window.klantkompas?.state().theme === wanted, GUARD, theme);
  /** The article becomes light or dark, and tells its widget. */
  const become = async (theme) => {
    await page.evaluate((colour) => { document.body.style.background = colour; }, theme === 'dark' ? '#111' : '#fff');
    await themeIs(theme);
  };
  const again = (hello) => ({ ...hello, t: 'welcome', theme: 'dark', lang: 'en', wantsResult: true });
  await page.evaluate(() => { document.getElementById('widget').contentWindow.postMessage({ kk: 1, t: 'hello' }, '*'); });
  await page.waitForFunction(() => window.channels > 0 && window.hellos.length, GUARD);
  await become('light');
  const [before, channels, first] = [await picture(frame), ...await page.evaluate(() => [window.channels, window.hellos.at(-1)])];

  await sibling.evaluate(async (hello, welcome) => {
    for (let i = 0; i < 60; i++) {
      parent.postMessage(hello, '*');
      parent.frames[0].postMessage(welcome, '*', [new MessageChannel().port2]);
    }
    await new Promise((done) => { setTimeout(done, 300); });
  }, first, again(first));
  assert.equal(await picture(frame), before);
  assert.equal(await page.evaluate(() => window.channels), channels, 'the article answers its own frame alone');
  await become('dark');
  await become('light');

  await frame.evaluate(() => location.reload());
  await page.waitForFunction((count) => window.channels > count, GUARD, channels);
  await page.evaluate(() => { document.getElementById('widget').contentWindow.postMessage({ kk: 1, t: 'hello' }, '*'); });
  await page.waitForFunction((n) => window.hellos.at(-1).n !== n, GUARD, first.n);
  await page.waitForFunction((count) => window.channels > count, GUARD, channels);
  await frame.waitForFunction(() => window.klantkompas?.state().screen === 'result', GUARD);
  await themeIs('light');
  await page.evaluate(async (welcome) => {
    for (let i = 0; i < 60; i++) document.getElementById('widget').contentWindow.postMessage(welcome, '*', [new MessageChannel().port2]);
    await new Promise((done) => { setTimeout(done, 300); });
  }, again(first));
  assert.deepEqual(await frame.evaluate(() => { const { theme, lang } = window.klantkompas.state(); return { theme, lang }; }), { theme: 'light', lang: 'nl' });
  await become('dark');
  assert.deepEqual(errors, []);
  await close();
});

test('the widget goes nowhere, opens nothing, stores nothing and requests nothing by itself', async () => {
  const { frame, requests, close } = await visit({ script: '<script src="/host.js"></script>' });
  const loaded = requests.length;
  const opened = [];
  at.browser.on('targetcreated', (target) => target.type() === 'page' && opened.push(target.url()));
  const url = frame.url().split('#')[0];
  for (const screen of ['steps', 'patterns', 'share', 'about', 'embed', 'privacy', 'intro', 'question-1', 'result']) {
    await frame.evaluate((at) => { location.hash = location.hash.replace(/at=[\w-]+/, `at=${at}`); }, screen);
    await frame.waitForFunction((at) => window.klantkompas.state().screen === at, GUARD, screen);
  }
  assert.equal(frame.url().split('#')[0], url);
  assert.deepEqual(requests.slice(loaded).filter((address) => !address.startsWith('data:')), []);
  assert.deepEqual(opened, []);
  const stores = await frame.evaluate(() => ['localStorage', 'sessionStorage', 'indexedDB'].map((name) => {
    try { return window[name] ? Object.keys(window[name]).length : 0; } catch (error) { return error.name; }
  }));
  assert.ok(stores.every((found) => found === 0 || found === 'SecurityError'), String(stores));
  await close();
});
