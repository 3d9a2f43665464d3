// Measures a page in a Chromium of its own, always started with the same flags. Functions that run inside the page are
// handed over as they are, and use nothing from here.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{[name: string]: number}} Numbers */
/** @typedef {'cold' | 'warm' | 'CPU 4×' | 'slow phone'} Mode */

const TIMEOUT = 60_000;
const SLOW_PHONE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const CLICKS = 12;
const IDLE_SECONDS = 5;

/** @param {boolean} webgl  by software: this machine has no graphics card */
function flags(webgl) {
  return ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--disable-extensions', '--disable-features=SpareRendererForSitePerProcess,Translate',
    ...webgl ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'] : ['--disable-gpu', '--disable-software-rasterizer']];
}

/** Runs in the page before its own code: finds the moment at which the first question is answered and shown, and counts frames. */
function watchPage() {
  const found = { frames: 0, paint: 0, blocked: 0, answer: 0 };
  const request = window.requestAnimationFrame.bind(window);
  const state = () => /** @type {any} */ (window).klantkompas?.state?.().answers;
  const given = () => {
    const values = state() && Object.values(state().answers ?? {}).find((value) => value !== null);
    return values ?? /** @type {any} */ (window).firstGiven?.();
  };
  const shown = (/** @type {Element} */ el) => (el.closest('label') ?? el).getClientRects().length > 0;
  const radios = () => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('input[type=radio]')]).filter(shown);
  Object.assign(window, { bench: { found, request, given, radios } });
  let last = -1;
  window.requestAnimationFrame = (callback) => request((now) => {
    if (now !== last) found.frames++;
    last = now;
    callback(now);
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') found.paint = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) found.blocked += entry.duration - 50;
  }).observe({ type: 'longtask', buffered: true });
  /** As soon as something can be pressed it is: the way to the first question, then its first radio. */
  function press() {
    const [radio] = radios();
    const way = /** @type {HTMLElement | undefined} */ ([...document.querySelectorAll('[value="nav.start"], [value="nav.skip"]')].find(shown));
    if (radio && !radio.checked) radio.click();
    else if (!radio) way?.click();
    if (given() === undefined || given() === null) return void setTimeout(press, 4);
    request(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { found.answer = performance.now(); };
      port2.postMessage(0);
    });
  }
  press();
}

/** @param {boolean} webgl */
async function launch(webgl) {
  const profile = mkdtempSync(join(tmpdir(), 'klantkompas-peers-'));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', userDataDir: profile, defaultViewport: { width: 800, height: 900 }, args: flags(webgl),
  });
  return { browser, close: async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } };
}

/** @param {import('puppeteer-core').Browser} browser @param {string} url @param {Mode} mode */
async function open(browser, url, mode) {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  let bytes = 0;
  await session.send('Network.enable');
  await session.send('Performance.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  if (mode !== 'warm') await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (mode === 'CPU 4×' || mode === 'slow phone') await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  if (mode === 'slow phone') await session.send('Network.emulateNetworkConditions', SLOW_PHONE);
  await page.evaluateOnNewDocument(watchPage);
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: TIMEOUT });
  await page.waitForFunction('bench.found.answer > 0', { timeout: TIMEOUT, polling: 20 });
  return { page, session, bytes: () => bytes };
}

/** @param {Page} page @returns {Promise<Numbers>} */
const found = (page) => page.evaluate(() => ({ .../** @type {any} */ (window).bench.found }));

/** Private memory in MB and CPU seconds: of the page's own renderer, told by letting it work, and of the process that draws. */
async function processes(/** @type {import('puppeteer-core').Browser} */ browser, /** @type {Page} */ page) {
  const session = await browser.target().createCDPSession();
  const list = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo;
  const before = await list();
  await page.evaluate(() => { for (const end = performance.now() + 200; performance.now() < end;); });
  const after = await list();
  await session.detach();
  const worked = (/** @type {{id: number, cpuTime: number}} */ { id, cpuTime }) => cpuTime - (before.find((each) => each.id === id)?.cpuTime ?? cpuTime);
  const [renderer] = after.filter(({ type }) => type === 'renderer').sort((a, b) => worked(b) - worked(a));
  const memory = readFileSync(`/proc/${renderer.id}/smaps_rollup`, 'utf8');
  const kilobytes = [...memory.matchAll(/Private_(?:Clean|Dirty):\s+(\d+)/g)].reduce((sum, [, kB]) => sum + Number(kB), 0);
  return { id: renderer.id, memory: kilobytes / 1024 };
}

/** CPU seconds of the renderer with this id, and of the process that draws. */
async function cpu(/** @type {import('puppeteer-core').Browser} */ browser, /** @type {number} */ renderer) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ id, type }) => id === renderer || type === 'GPU').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/**
 * One load: up to the first answer, and a second more for what still comes.
 * @param {string} url
 * @param {Mode} mode
 * @param {boolean} webgl
 * @returns {Promise<Numbers>}
 */
export async function load(url, mode, webgl) {
  const { browser, close } = await launch(webgl);
  try {
    if (mode === 'warm') {
      for (let i = 0; i < 2; i++) {
        const { page } = await open(browser, url, mode);
        await pause(1000);
        await page.close();
      }
    }
    const { page, bytes } = await open(browser, url, mode);
    await pause(1500);
    const { answer, paint, blocked } = await found(page);
    return { answer, paint, blocked, bytes: bytes(), ...mode === 'cold' ? { memory: (await processes(browser, page)).memory } : {} };
  } finally {
    await close();
  }
}

/**
 * A page in use: a real click until what it changed was painted, and then nothing for some seconds.
 * @param {string} url
 * @param {Mode} mode
 * @param {boolean} webgl
 * @returns {Promise<Numbers>}
 */
export async function use(url, mode, webgl) {
  const { browser, close } = await launch(webgl);
  try {
    const { page } = await open(browser, url, mode);
    await pause(2000);
    await page.evaluate(() => {
      const { bench } = /** @type {any} */ (window);
      bench.clicks = [];
      addEventListener('pointerup', ({ timeStamp }) => {
        const was = bench.given();
        const look = () => {
          if (bench.given() === was) return bench.request(look);
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => bench.clicks.push(performance.now() - timeStamp);
          return port2.postMessage(0);
        };
        bench.request(look);
      }, true);
    });
    for (let i = 0; i < CLICKS; i++) {
      const [x, y] = await page.evaluate((which) => {
        const radio = /** @type {any} */ (window).bench.radios()[which];
        (radio.closest('label') ?? radio).scrollIntoView({ block: 'nearest' });
        const box = (radio.closest('label') ?? radio).getBoundingClientRect();
        return [box.left + Math.min(12, box.width / 2), box.top + box.height / 2];
      }, 1 + (i % 4));
      await page.mouse.click(x, y);
      await pause(200);
    }
    const clicks = /** @type {number[]} */ (await page.evaluate(() => /** @type {any} */ (window).bench.clicks)).sort((a, b) => a - b);
    const { id } = await processes(browser, page);
    await pause(1000);
    const [{ frames }, time] = [await found(page), await cpu(browser, id)];
    await pause(IDLE_SECONDS * 1000);
    return {
      click: clicks[clicks.length >> 1] ?? NaN, idleFrames: (await found(page)).frames - frames, idleCpu: ((await cpu(browser, id)) - time) / IDLE_SECONDS * 100,
    };
  } finally {
    await close();
  }
}
