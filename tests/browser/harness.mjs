// What every browser test needs: a real Chromium, the page opened as a reader would, controls found by role and name, and
// a guard that fails a test on any request, page error or console error.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';
import { WIDGET } from './subject.mjs';

export { launch };

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Opens a file or address in a new page, and waits until the canvas (or what `until` names) is there.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} target  path of a file, or an address
 * @param {object} [options]
 * @param {number} [options.width]  CSS px
 * @param {number} [options.height]
 * @param {number} [options.dpr]
 * @param {string} [options.fragment]  without "#"
 * @param {boolean} [options.dark]
 * @param {boolean} [options.touch]
 * @param {Record<string, string>} [options.media]  media features, as {'forced-colors': 'active'}
 * @param {boolean} [options.offline]
 * @param {((argument?: any) => void) | string} [options.before]  code that runs in the page before its own
 * @param {any} [options.argument]  handed to `before`
 * @param {'loaded' | 'painted' | 'interactive' | 'settled'} [options.until]  loaded: enough for a page without the widget; settled: the WASM took over, or could not
 * @param {boolean} [options.guard]  false: the test expects errors
 */
export async function openPage(browser, target = WIDGET, options = {}) {
  const { width = 720, height = 900, dpr = 1, fragment = '', dark = false, touch = false, media = {}, offline = false, before, argument,
    until = 'painted', guard = true } = options;
  const page = await browser.newPage();
  const url = (/^[a-z]+:/.test(target) ? target : pathToFileURL(target).href) + (fragment && `#${fragment}`);
  const problems = guard ? watch(page) : [];
  await page.emulateFocusedPage(true);  // several pages are open at once, and each is somebody's front page
  await page.setViewport({ width, height, deviceScaleFactor: dpr, hasTouch: touch });
  const emulate = await mediaFeatures(page);
  await emulate({ 'prefers-color-scheme': dark ? 'dark' : 'light', ...media });
  if (offline) await page.setOfflineMode(true);
  if (before) await page.evaluateOnNewDocument(before, argument);
  await page.goto(url, { waitUntil: 'load' });
  const ready = {
    loaded: () => true,
    painted: () => performance.getEntriesByName('kk:painted').length > 0,
    interactive: () => performance.getEntriesByName('kk:interactive').length > 0,
    settled: () => performance.getEntriesByName('kk:settled').length > 0,
  }[until];
  await page.waitForFunction(ready, { timeout: 30_000 });
  return createReader(page, { problems, emulate });
}

/** Sets media features as the reader's system would; puppeteer itself knows only some of them. */
async function mediaFeatures(page) {
  const session = await page.createCDPSession();
  return (features, media = '') => session.send('Emulation.setEmulatedMedia',
    { media, features: Object.entries(features).map(([name, value]) => ({ name, value })) });
}

/**
 * One browser with one open page for all tests of a file, closed after the last.
 * @param {(open: {browser: import('puppeteer-core').Browser, reader: ReturnType<typeof createReader>}) => void} take
 */
export function shareOnePage(take) {
  /** @type {any} */
  let browser, reader;
  before(async () => {
    browser = await launch();
    reader = await openPage(browser);
    take({ browser, reader });
  });
  after(async () => {
    await reader?.close();
    await browser?.close();
  });
}

/** Everything that must not happen on a page of ours: any request after that for the document, any error. */
export function watch(page) {
  const problems = [];
  page.on('request', (request) => {
    if (!request.isNavigationRequest() && !/^(data|blob):/.test(request.url())) problems.push(`request to ${request.url()}`);
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  return problems;
}

/**
 * One reader in front of one page: acts by what controls are called, with real pointer and key events.
 * @param {import('puppeteer-core').Page} page
 * @param {object} [parts]
 * @param {import('puppeteer-core').Frame} [parts.frame]  the widget's, where that is embedded in the page
 * @param {string[]} [parts.problems]
 * @param {Awaited<ReturnType<typeof mediaFeatures>>} [parts.emulate]
 */
export function createReader(page, { frame = page.mainFrame(), problems = [], emulate } = {}) {
  /** What assistive technology is told about the page. */
  async function tree() {
    const session = await page.createCDPSession();
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes.filter((node) => !node.ignored).map((node) => ({
      role: node.role?.value, name: node.name?.value ?? '', leaf: !node.childIds?.length,
      ...Object.fromEntries(node.properties?.map(({ name, value }) => [name, value.value]) ?? []),
    }));
  }
  /** Names of everything with a role. */
  const names = async (role) => (await tree()).filter((node) => node.role === role).map((node) => node.name);
  const find = (role, name) => frame.$(`::-p-aria([name="${name}"][role="${role}"])`);
  const locate = async (role, name) => {
    let found = await find(role, name);
    // What assistive technology is told follows the document a moment later.
    for (let tries = 0; !found && tries < 10; tries++) {
      await pause(50);
      found = await find(role, name);
    }
    if (!found) assert.fail(`no ${role} named “${name}”; there are: “${(await names(role).catch(() => ['?'])).join('”, “')}”`);
    return found;
  };
  /** Tab until the element has focus; fails after a whole round. */
  async function tabTo(handle) {
    for (let i = 0; i < 60; i++) {
      if (await handle.evaluate((el) => el === document.activeElement || (el.type === 'radio' && el.name === document.activeElement.name))) return;
      await page.keyboard.press('Tab');
    }
    assert.fail('Tab never reaches the control');
  }

  /** Where and when something was pressed last: what follows at once in the same place is taken for a double click. */
  let pressed = { x: -1e9, y: 0, time: 0 };
  /** Waits until a click in the middle of this is one of its own. A low frame scrolls for it first: then all things are in one place. */
  async function apart(handle, by) {
    if (by === 'keyboard' || by === 'assistive') return pressed;
    await handle.scrollIntoView?.();
    const box = await handle.boundingBox?.();
    const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [pressed.x, pressed.y];
    const wait = pressed.time + 550 - Date.now();
    if (wait > 0 && Math.hypot(x - pressed.x, y - pressed.y) < 40) await pause(wait);
    return { x, y };
  }

  return {
    page,
    frame,
    tree,
    names,
    find,
    locate,
    problems,
    /** Presses a button (or another role) by mouse, touch or keyboard, or as assistive technology does: without a pointer, and at once. */
    async press(name, { by = 'mouse', role = 'button' } = {}) {
      const handle = await locate(role, name);
      const place = await apart(handle, by);
      if (by === 'assistive') await handle.evaluate((el) => el.click());
      else if (by === 'touch') await handle.tap();
      else if (by === 'keyboard') {
        await tabTo(handle);
        await page.keyboard.press('Enter');
      } else await handle.click();
      pressed = { ...place, time: Date.now() };
    },
    /** Chooses a radio by its words. */
    async choose(name, { by = 'mouse' } = {}) {
      const handle = await locate('radio', name);
      const place = await apart(handle, by);
      if (by === 'assistive') await handle.evaluate((el) => el.click());
      else if (by === 'touch') await handle.tap();
      else if (by === 'keyboard') {
        await tabTo(handle);
        const count = await handle.evaluate((el) => document.getElementsByName(el.name).length);
        await page.keyboard.press(' ');
        for (let i = 0; i < count && !(await handle.evaluate((el) => el.checked)); i++) await page.keyboard.press('ArrowDown');
      } else await handle.click();
      pressed = { ...place, time: Date.now() };
      assert.ok(await handle.evaluate((el) => el.checked), `“${name}” is not chosen`);
    },
    /** Ticks a checkbox, or takes the tick away. */
    async tick(name, { by = 'mouse' } = {}) {
      const handle = await locate('checkbox', name);
      const before = await handle.evaluate((el) => el.checked);
      const place = await apart(handle, by);
      if (by === 'assistive') await handle.evaluate((el) => el.click());
      else if (by === 'touch') await handle.tap();
      else if (by === 'keyboard') {
        await tabTo(handle);
        await page.keyboard.press(' ');
      } else await handle.click();
      pressed = { ...place, time: Date.now() };
      assert.equal(await handle.evaluate((el) => el.checked), !before, `“${name}” stays as it was`);
    },
    /** Changes media features while the page is open; `medium` may be "print". */
    media: emulate,
    state: () => frame.evaluate(() => window.klantkompas.state()),
    result: () => frame.evaluate(() => window.klantkompas.result()),
    frames: () => frame.evaluate(() => window.klantkompas.frames()),
    /** What the page's own line says; "" when it is not shown. */
    note: () => frame.evaluate(() => {
      const line = document.getElementById('kk-note');
      return line.checkVisibility() ? line.textContent : '';
    }),
    /** Waits until the page answers true. */
    until: (condition, ...args) => frame.waitForFunction(condition, { timeout: 30_000, polling: 20 }, ...args),
    /** Name and role of the element with focus. */
    async focused() {
      const { role, name } = (await tree()).filter((node) => node.focused).pop() ?? {};
      return { role, name };
    },
    async screenshot(name) {
      const folder = join(root, 'build/logs/screenshots');
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    },
    /** Ends the visit; fails when anything forbidden happened. */
    async close() {
      await page.close();
      assert.deepEqual(problems, []);
    },
  };
}
