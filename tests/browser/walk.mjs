// What the tests of the pages share: a way to any screen of the open page, and to its texts, tables and controls by node id.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { LANG, questionnaire, QUESTIONS, WIDGET } from './subject.mjs';

const folder = fileURLToPath(new URL('../../assets/questionnaires', import.meta.url));
/** Every questionnaire of ours. */
export const NAMES = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).sort();
export const SCREENS = ['result', 'steps', 'patterns', 'mirror', 'share'];

/** Waits for what the page promised; `condition` runs in the page. */
export const until = (page, condition, ...args) => page.waitForFunction(condition, { timeout: 30_000 }, ...args);

/**
 * Brings the open page to these answers by its address, as a link would; one after the other where there are several. All in
 * the page, for a way through the browser's protocol takes longer than the page does. Text view: nothing to draw, quick.
 */
export const show = (page, ...links) => page.evaluate(async (all) => {
  for (const { hash, screen, lang } of all) {
    if (location.hash !== hash) {
      await new Promise((done) => {
        addEventListener('hashchange', done, { once: true });
        location.hash = hash;
      });
    }
    for (const end = performance.now() + 30_000; window.klantkompas.state().screen !== screen || document.documentElement.lang !== lang;) {
      if (performance.now() > end) throw new Error(`${hash} opens ${window.klantkompas.state().screen} in ${document.documentElement.lang}`);
      await new Promise((done) => { setTimeout(done, 5); });
    }
  }
}, links.map(({ code, screen = 'result', lang = LANG, more = '&view=text' }) => ({ hash: `#k=${code}&at=${screen}&lang=${lang}${more}`, screen, lang })));

/** Text of a node, or null when it is not there. A figure's text is its caption. */
export const textOf = (page, id) => page.evaluate((name) => {
  const el = document.getElementById(`kk-${name}`);
  return el && ((el.localName === 'figure' ? el.querySelector('figcaption') : el).value || el.textContent.trim() || (el.querySelector('figcaption') ?? el).textContent.trim());
}, id);

/** Texts of all nodes whose id matches, in reading order. @param {RegExp} pattern */
export const textsOf = (page, pattern) => page.evaluate((source) => [...document.querySelectorAll('[id^="kk-"]')]
  .filter((el) => RegExp(source).test(el.id.slice(3))).map((el) => el.textContent.trim()), pattern.source);

/** A table as rows of cells, without its heads. */
export const tableOf = (page, id) => page.evaluate((name) => {
  const table = document.getElementById(`kk-${name}`);
  return table && [...table.rows].slice(1).map((row) => [...row.cells].map((cell) => cell.textContent));
}, id);

/** Everything the open document shows, line by line: texts, names, captions, the title and what a field holds. */
export const everythingOn = (page) => page.evaluate(() => {
  const out = [document.title];
  const note = document.getElementById('kk-note');
  if (!note.hidden) out.push(note.textContent);
  for (const el of document.querySelectorAll('main [id^="kk-"]:not(#kk-note, #kk-status), main .k-words')) {
    out.push(el.getAttribute('aria-label') ?? '');
    if (el.localName === 'textarea') out.push(el.value);
    else if (!el.querySelector('[id^="kk-"], .k-words')) out.push(el.textContent);
  }
  return out.map((text) => text.trim()).filter(Boolean);
});

/** Uses a control by its node id, as the page itself hears of it. */
export async function use(page, id) {
  await page.evaluate((value) => {
    // An answer's control begins with a colon where the page itself has the question's name.
    const el = document.querySelector(['', ':'].flatMap((mark) => ['button', 'input'].map((tag) => `main ${tag}[value="${mark}${value}"]`)).join());
    if (!el) throw new Error(`no control ${value} on ${window.klantkompas.state().screen}`);
    el.click();
  }, id);
}

/**
 * From the first screen to the result with these answers (contract 4), by the ids of the controls and all in the page: quick. How a
 * reader finds and uses them is of flow.mjs.
 */
export async function answerAll(page, { answers, claims = {}, profile = {}, ticks = {}, context }) {
  const given = {};
  const number = (list, levels, kind) => list.forEach(({ id }, i) => { given[`${kind}-${i + 1}`] = levels[id] === null || levels[id] === undefined ? [] : [`${id}.${levels[id] === 'unknown' ? 'unknown' : `l${levels[id]}`}`]; });
  number(QUESTIONS, answers, 'question');
  number(questionnaire.claims?.questions ?? [], claims, 'claims');
  number(questionnaire.profile?.items ?? [], profile, 'profile');
  given.ticks = Object.entries(ticks).flatMap(([list, items]) => items.map((item) => `${list}.${item}`));
  given.context = context ? [`market.${context}`] : [];
  const wants = (part) => Object.keys(part).length > 0;
  const begun = { 'modules-words': wants(claims), 'modules-more': wants(profile) || wants(ticks) || Boolean(context) };
  await page.evaluate((chosen, modules) => {
    // A colon keeps an author's id apart from the page's own.
    const find = (value) => [...document.querySelectorAll('main :is(button, input)')].find((el) => el.value.replaceAll(':', '') === value);
    for (let last = '', at = 'intro'; at !== 'result'; last = at, at = window.klantkompas.state().screen) {
      if (at === last) throw new Error(`still on ${at}`);
      for (const value of chosen[at] ?? []) find(value).click();
      const go = at === 'intro' ? 'nav.start' : modules[at] ? 'nav.begin' : chosen[at]?.length ? 'nav.next' : 'nav.skip';
      find(go).click();
    }
  }, given, begun);
}

/** Wipes everything, where that is offered: among what can be done with a result. */
export async function wipe(page) {
  await page.evaluate(() => { location.hash = `${location.hash.replace(/&at=[^&]*/, '')}&at=share`; });
  await until(page, () => window.klantkompas.state().screen === 'share');
  for (const id of ['nav.restart', 'nav.wipe']) await use(page, id);
}

/** What the live region says next. */
export async function said(page) {
  const region = await until(page, () => document.getElementById('kk-status').textContent.trim() || false);
  return region.jsonValue();
}

/** @typedef {string | {body: string, type?: string, headers?: Record<string, string>}} Served  HTML, or what is said of it too */
/** Serves texts and the widget (/klantkompas.html) on a free port. @param {Record<string, Served>} pages  by path */
export async function serve(pages = {}) {
  const widget = readFileSync(WIDGET);
  const server = createServer(({ url = '' }, answer) => {
    const known = pages[url] ?? (url === '/klantkompas.html' ? widget : undefined);
    const { body = known ?? '', type = 'text/html; charset=utf-8', headers = {} } = typeof known === 'object' && 'body' in known ? known : {};
    answer.writeHead(known === undefined ? 404 : 200, { 'content-type': type, ...headers });
    answer.end(body);
  });
  await new Promise((done) => { server.listen(0, done); });
  // A test that fails before it closes its server must not keep its whole file waiting.
  server.unref().on('connection', (socket) => socket.unref());
  const { port } = server.address();
  const close = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return { port, close };
}
