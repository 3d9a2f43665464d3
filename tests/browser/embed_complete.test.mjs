// What bloggers get who may use no script: a frame with nothing but allow-scripts, of another site, as low as its host likes.
// There the whole questionnaire can be done, taken up again by its link, read and copied.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { walk, WORDS } from './flow.mjs';
import { createReader, watch } from './harness.mjs';
import { HOSTS, stage } from './hosts.mjs';
import { cases, codeOf, MIXED, scoreOf, shown } from './subject.mjs';
import { everythingOn, serve, textOf } from './walk.mjs';

const FULL = cases.find(({ id }) => id === 'g06').input;

/** By name: the frame's markup around its address, and the script of the article. */
const ARTICLES = {
  'that WordPress gives a height': HOSTS.WordPress,
  ...Object.fromEntries([200, 1000].map((height) => [`of ${height} px, whatever it asks for`, {
    script: '', frame: (src) => `<iframe title="Klantkompas" sandbox="allow-scripts" height="${height}" src="${src}"></iframe>`,
  }])),
};

const at = stage();

/** Opens an article with one frame, up and running. @param {string} name @param {number} width @param {string} [fragment]  of the frame */
async function visit(name, width, fragment = '') {
  const { script, frame } = ARTICLES[name];
  const src = `${at.widget}${fragment && `#${fragment}`}`;
  const host = await serve({ '/': `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,">
    <style>body { margin: 0 } iframe { display: block; border: 0; width: ${width}px }</style><script>${script}</script>
    ${frame(src, 0)}<textarea aria-label="Reactie"></textarea>` });
  const page = await at.browser.newPage();
  const problems = watch(page);
  await page.emulateFocusedPage(true);
  await page.setViewport({ width, height: 1100 });
  await page.goto(`http://localhost:${host.port}/`);
  const child = await (await page.waitForSelector('iframe')).contentFrame();
  await child.waitForFunction(() => window.klantkompas?.frames() > 0, { polling: 20, timeout: 60_000 });
  const reader = createReader(page, { frame: child, problems });
  const close = async () => {
    // Chromium's own note that this host allows no clipboard, which the test of copying leads to.
    const rest = problems.filter((text) => !/The Clipboard API has been blocked because of a permissions policy/.test(text));
    problems.splice(0, problems.length, ...rest);
    await reader.close();
    await host.close();
  };
  return { ...reader, reader, close };
}

/** A wheel over the frame brings the end of the open screen into sight, and nothing is beside it. */
async function scrollsToTheEnd({ page, frame, state }, width) {
  await frame.evaluate(() => document.scrollingElement.scrollTo(0, 0));
  await page.mouse.move(width / 2, 100);
  const atEnd = () => frame.evaluate(() => document.querySelector('main').getBoundingClientRect().bottom <= innerHeight + 1);
  for (let turns = 0; !(await atEnd()); turns++) {
    // The first turns may still belong to the screen before.
    assert.ok(turns < 40, `the end of ${(await state()).screen} is never in sight`);
    await page.mouse.wheel({ deltaY: 5000 });
    await pause(50);
  }
  const beside = await frame.evaluate(() => [document.scrollingElement.scrollWidth - innerWidth, ...[...document.querySelectorAll('main :is(h1, p, button, label)')]
    .filter((el) => el.checkVisibility()).map((el) => Math.ceil(el.getBoundingClientRect().right - innerWidth))].filter((over) => over > 0));
  assert.deepEqual(beside, [], 'nothing is cut off at the side');
}

/** What the reader's own copy puts into the article's field. */
async function pasted(page) {
  await page.$eval('textarea', (el) => { el.value = ''; });
  await page.focus('textarea');
  await page.keyboard.press('v', { commands: ['Paste'] });
  return page.$eval('textarea', (el) => el.value);
}

/** Code and comment: by their buttons, which may only select here, and then by the reader's own copy. */
async function canBeCopied({ page, frame, press, until }, code) {
  await press('Delen en bewaren');
  await until(() => window.klantkompas.state().screen === 'share');
  const comment = await textOf(frame, 'share.text');
  assert.ok(comment.length > 60, comment);
  for (const [button, text] of [['Kopieer code', code], ['Kopieer reactie', comment]]) {
    await press(button);
    await until(() => /^(Gekopieerd\.|Automatisch kopiëren mag hier niet\. De tekst is geselecteerd: kopieer hem zelf\.)$/
      .test(document.getElementById('kk-status').textContent.trim()));
    await until((wanted) => getSelection().toString() === wanted, text);
    await page.keyboard.press('c', { commands: ['Copy'] });
    assert.equal(await pasted(page), text, button);
  }
}

/** The whole way in a frame: first half, the link of that, second half, result. */
async function complete(name, width, input, half) {
  const result = scoreOf(input);
  const first = await visit(name, width);
  const seen = [];
  const see = (visitor) => async (screen) => {
    seen.push(screen);
    await scrollsToTheEnd(visitor, width);
  };
  assert.equal(await first.frame.evaluate(() => self.origin), 'null');
  await walk(first.reader, input, { until: half, seen: see(first) });
  await first.until((at) => location.hash.includes(`at=${at}`), half);
  const [fragment] = (await first.frame.evaluate(() => location.hash.slice(1))).split('#?');
  assert.match(fragment, /k=[\w.~-]+/);
  const { answers } = await first.state();
  await first.close();

  const second = await visit(name, width, fragment);
  const { screen, view, answers: again } = await second.state();
  assert.deepEqual({ screen, view, again }, { screen: half, view: 'canvas', again: answers }, 'the link brings everything back');
  await walk(second.reader, input, { seen: see(second) });
  assert.deepEqual(await second.result(), result);
  assert.ok(seen.length >= 12, seen.join());
  const words = (await everythingOn(second.frame)).join(' ');
  assert.ok(words.includes(result.coverage === 1 ? shown(result.overall) : result.range.join('–')) && words.includes(WORDS.nl.edit), words);
  await canBeCopied(second, codeOf(input));
  await second.close();
}

for (const name of Object.keys(ARTICLES)) {
  for (const width of [320, 600, 1200]) {
    test(`the nine questions, in a frame ${name}, ${width} px wide`, () => complete(name, width, MIXED, 'question-6'));
  }
}

test('every module, in a frame of 200 px, whatever it asks for, 320 px wide', () => complete('of 200 px, whatever it asks for', 320, FULL, 'question-3'));
