// A widget in the article's frame asks the network for nothing by itself: counted where the browser counts, in the frame's own
// process, from its first byte to the end of the questionnaire.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walk } from './flow.mjs';
import { createReader } from './harness.mjs';
import { stage } from './hosts.mjs';
import { MIXED, scoreOf } from './subject.mjs';
import { serve, use } from './walk.mjs';

const at = stage({ siteIsolation: true });
const ANSWERS = { ...MIXED, claims: { w1: 4, w2: 3, w3: 2 }, context: 'unique' };
const SCREENS = ['result', 'steps', 'plan', 'patterns', 'mirror', 'share', 'files', 'embed', 'about', 'evidence', 'glossary', 'privacy'];

/** Listens to the network of every frame that has a process of its own. @param {import('puppeteer-core').Page} page */
async function listen(page) {
  const session = await page.createCDPSession();
  const requests = [];
  const frames = [];
  session.on('sessionattached', async (child) => {
    child.on('Network.requestWillBeSent', ({ type, request }) => type === 'Document' || request.url.startsWith('data:') || requests.push(request.url));
    frames.push(child);
    await child.send('Network.enable');
    await child.send('Runtime.runIfWaitingForDebugger');
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  return { requests, frames };
}

/** Opens an article of another site with one frame in it. @param {string} src */
async function visit(src) {
  const host = await serve({ '/': `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,">
    <iframe title="Klantkompas" sandbox="allow-scripts" width="720" height="1000" src="${src}"></iframe>` });
  const page = await at.browser.newPage();
  await page.emulateFocusedPage(true);
  await page.setViewport({ width: 800, height: 1100 });
  const network = await listen(page);
  await page.goto(`http://localhost:${host.port}/`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  return { page, frame, network, close: async () => { await page.close(); await host.close(); } };
}

test('the whole questionnaire, and every screen beside it: no request', async () => {
  const { page, frame, network, close } = await visit(at.widget);
  await frame.waitForFunction(() => window.klantkompas?.frames() > 0, { polling: 20, timeout: 60_000 });
  const reader = createReader(page, { frame });
  await walk(reader, ANSWERS);
  assert.deepEqual(await reader.result(), scoreOf(ANSWERS));
  for (const screen of SCREENS) {
    await frame.evaluate((to) => { location.hash = location.hash.replace(/at=[\w-]+/, `at=${to}`); }, screen);
    await frame.waitForFunction((to) => window.klantkompas.state().screen === to, { polling: 20, timeout: 60_000 }, screen);
    await use(frame, 'view.text');
    await use(frame, 'view.text');
  }
  assert.equal(network.frames.length, 1, 'the frame was listened to');
  assert.deepEqual(network.requests, []);
  await close();
});

test('a frame that does ask for something is found out', async () => {
  const loud = await serve({ '/loud': '<!doctype html><title>Luid</title><script>fetch("/asked").catch(() => {})</script>' });
  const { network, close } = await visit(`http://127.0.0.1:${loud.port}/loud`);
  for (const start = Date.now(); !network.requests.length && Date.now() - start < 60_000;) await new Promise((done) => { setTimeout(done, 20); });
  assert.deepEqual(network.requests, [`http://127.0.0.1:${loud.port}/asked`]);
  await close();
  await loud.close();
});
