// Three engines behind the few calls of puppeteer that createReader (harness.mjs) and walk (flow.mjs) make: Chromium as in all
// other tests, Firefox by puppeteer over WebDriver BiDi, WebKitGTK by its own WebDriver. The last two run in a display
// of their own, because only there they have WebGL.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { Builder, By, Key } from 'selenium-webdriver';
import { createReader, launch, watch } from './harness.mjs';
import { WIDGET } from './subject.mjs';

/** A browser's first start in a new machine may take long. */
const PATIENCE = 180_000;
const SIZE = { width: 1024, height: 900 };

const address = (fragment, file = WIDGET) => pathToFileURL(file).href + (fragment && `#${fragment}`);

/** Ends a program that we started, and waits for it. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** An X server without a screen, on the first free number. */
async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await Promise.race([once(server.stdio[3], 'data').then(String), once(server, 'error').then(([error]) => { throw error; })]);
  return { env: { ...process.env, DISPLAY: `:${number.trim()}`, LIBGL_ALWAYS_SOFTWARE: '1' }, close: () => end(server) };
}

async function startChromium({ webgl }) {
  const browser = await launch({ webgl, whole: true });
  return { newPage: () => browser.newPage(), close: () => browser.close(), console: true };
}

async function startFirefox({ webgl, prefs = {} }) {
  const display = await startDisplay();
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', headless: false, env: display.env,
    timeout: PATIENCE, protocolTimeout: PATIENCE, defaultViewport: SIZE, extraPrefsFirefox: { 'webgl.disabled': !webgl, ...prefs },
  });
  return {
    newPage: () => browser.newPage(),
    async close() {
      await browser.close();
      await display.close();
    },
    console: true,
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  const { port } = server.address();
  await new Promise((done) => { server.close(done); });
  return port;
}

/** WebKit's test browser stands in a folder of the library that it belongs to. */
function miniBrowser() {
  const folders = readdirSync('/usr/lib', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((library) => join('/usr/lib', name, library, 'MiniBrowser')));
  const found = folders.find(existsSync);
  assert.ok(found, 'no MiniBrowser of WebKitGTK');
  return found;
}

const CANDIDATES = { button: 'button', radio: 'input[type="radio"]', checkbox: 'input[type="checkbox"]', switch: '[role="switch"]', textbox: 'input[type="text"], textarea' };
const code = (script) => `return (${script}).apply(null, arguments)`;

/** A puppeteer page, as far as it is needed, over WebDriver. */
function webdriverPage(driver) {
  const handle = (element) => ({
    click: () => element.click(),
    doubleClick: () => driver.actions().doubleClick(element).perform(),
    evaluate: (script, ...args) => driver.executeScript(code(script), element, ...args),
  });
  const page = {
    mainFrame: () => page,
    goto: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    close: async () => {},
    evaluate: (script, ...args) => driver.executeScript(typeof script === 'string' ? script : code(script), ...args),
    async waitForFunction(script, { timeout }, ...args) {
      const late = Date.now() + timeout;
      while (!await page.evaluate(script, ...args)) {
        assert.ok(Date.now() < late, `never: ${script}`);
        await pause(20);
      }
    },
    /** By what the engine itself takes for role and name. @param {string} selector  ::-p-aria([name="…"][role="…"]) */
    async $(selector) {
      const [, name, role] = /name="(.*)"\]\[role="(.*)"/.exec(selector);
      for (const element of await driver.findElements(By.css(CANDIDATES[role]))) {
        if (await element.getAccessibleName() === name && await element.getAriaRole() === role) return handle(element);
      }
      return null;
    },
    keyboard: {
      async press(name) {
        const key = { Enter: Key.ENTER, Tab: Key.TAB, ArrowDown: Key.ARROW_DOWN, ArrowUp: Key.ARROW_UP, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, Escape: Key.ESCAPE }[name] ?? name;
        await driver.actions().sendKeys(key).perform();
      },
      down: () => driver.actions().keyDown(Key.SHIFT).perform(),
      up: () => driver.actions().keyUp(Key.SHIFT).perform(),
    },
  };
  return page;
}

async function startWebKit({ webgl }) {
  const display = await startDisplay();
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'klantkompas-webkit-'));
  // Its helpers, which end a little later, would write shaders into the folder while it is taken away.
  const service = spawn('WebKitWebDriver', [`--port=${port}`], { env: { ...display.env, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, MESA_SHADER_CACHE_DISABLE: 'true' }, stdio: 'ignore' });
  const server = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${server}/status`).catch(() => null))?.ok) await pause(50);
  const driver = await new Builder().usingServer(server).withCapabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation', ...(webgl ? [] : ['--enable-webgl=false'])] },
  }).build();
  await driver.manage().window().setRect(SIZE);
  return {
    newPage: async () => webdriverPage(driver),
    async close() {
      await driver.quit();
      await end(service);
      await display.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
    console: false,
  };
}

export const ENGINES = { Chromium: startChromium, Firefox: startFirefox, WebKitGTK: startWebKit };
/** All but the one that most tests run in. */
export const OTHERS = Object.keys(ENGINES).filter((name) => name !== 'Chromium');

/**
 * Starts an engine; open() gives a reader as in harness.mjs.
 * @param {keyof typeof ENGINES} name
 * @param {{webgl?: boolean, prefs?: Record<string, unknown>}} [options]  `prefs`: of Firefox
 */
export async function startEngine(name, { webgl = true, prefs } = {}) {
  const engine = await ENGINES[name]({ webgl, prefs });
  return {
    /** Whether it tells of errors that the page writes to its console. */
    console: engine.console,
    close: engine.close,
    async open(fragment = '', file = undefined) {
      const page = await engine.newPage();
      const problems = engine.console ? watch(page) : [];
      await page.goto('about:blank');  // another fragment alone would be no new visit
      await page.goto(address(fragment, file));
      const reader = createReader(page, { problems });
      await reader.until(() => performance.getEntriesByName('kk:settled').length > 0);
      return reader;
    },
  };
}
