// Chromium for a file of tests. scripts/test starts one for each of its lanes and names it in KK_BROWSER; a file then has a context of
// its own in it: no storage, cache or permission of another file. A file that runs by itself starts one of the same kind.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

// An article and its frames in one process: where a second frame of another process starts while the first does, puppeteer now
// and then never learns of its execution context, and everything asked of that frame hangs (puppeteer issue 10715).
const ONE_PROCESS = ['--disable-site-isolation-trials', '--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes'];

/** As on many an office computer. */
const NO_WEBGL = ['--disable-3d-apis'];

/** Starts a Chromium with a profile of its own; close() ends it and removes the profile. @param {string} program @param {string[]} args */
async function run(program, args) {
  const profile = mkdtempSync(join(tmpdir(), 'klantkompas-chromium-'));
  const browser = await puppeteer.launch({
    executablePath: program,
    userDataDir: profile,
    args: ['--no-sandbox', '--disable-gpu', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-lcd-text', ...args],
  });
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });  // its helpers end a little later
  };
  return browser;
}

/** Chromium as people have it. @param {string[]} args  more for its command line */
const whole = (args) => run(process.env.CHROMIUM ?? '/usr/bin/chromium', args);

/**
 * The same engine without tabs, menus and windows around the page, and with one process for all pages: the same answers for two
 * thirds of the work. For what happens within a page.
 */
export const start = () => run(process.env.CHROMIUM_SHELL ?? '/usr/bin/chromium-headless-shell', [...ONE_PROCESS, ...NO_WEBGL, '--renderer-process-limit=1']);

/** A context in a running browser, that stands for a browser of its own. @param {string} address */
async function lend(address) {
  const browser = await puppeteer.connect({ browserWSEndpoint: address });
  const context = await browser.createBrowserContext();
  browser.newPage = () => context.newPage();
  browser.defaultBrowserContext = () => context;
  browser.close = async () => {
    await context.close();
    await browser.disconnect();
  };
  return browser;
}

/**
 * A browser for the tests of a file. Where nothing else is said, a lent one, without WebGL: the CPU then draws the same picture
 * (each/fallback compares the two), in a third of the time that a machine without a graphics card needs to compute WebGL.
 * @param {object} [options]  any of them gives a Chromium as people have it
 * @param {string[]} [options.args]  more for its command line
 * @param {boolean} [options.siteIsolation]  a frame of another site has a process of its own, as on a reader's desktop
 * @param {boolean} [options.webgl]  for the main road, and for what depends on how the picture is drawn
 * @param {boolean} [options.whole]  for what windows, tabs and menus have a part in
 */
export function launch({ args = [], siteIsolation = false, webgl = false, whole: windows = args.length > 0 || siteIsolation || webgl } = {}) {
  const { KK_BROWSER: running } = process.env;
  if (!windows) return running ? lend(running) : start();
  return whole([...siteIsolation ? [] : ONE_PROCESS, ...webgl ? [] : NO_WEBGL, ...args]);
}
