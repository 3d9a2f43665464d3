// The workshop of team.html: a whole meeting by keyboard, its keys, clock and code for phones, and what goes on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { change, MODES, open as openWithAxe, putAxe, run, TRANSPARENT, UNDECIDED } from './axe.mjs';
import { ENGINES, startEngine } from './engines.mjs';
import { launch, openPage } from './harness.mjs';
import { answersOf, codeOf } from './subject.mjs';
import { serve, tableOf, textOf } from './walk.mjs';

const TEAM = fileURLToPath(new URL('../../dist/team.html', import.meta.url));
const [GOLDEN] = JSON.parse(readFileSync(new URL('../cases/team.json', import.meta.url), 'utf8'));
const ROLES = { leadership: 'leiding', frontline: 'uitvoering' };
const list = GOLDEN.input.members.map(({ role, answers }) => `${ROLES[role]}; ${codeOf({ answers })}`).join('\n');

let browser, site, scratch;
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-workshop-'));
  site = await serve({ '/team.html': readFileSync(TEAM) });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(scratch, { recursive: true });
});

const paste = (page, text) => page.evaluate((all) => {
  const el = document.querySelector('textarea');
  el.focus();
  document.execCommand('insertText', false, all);
}, text);
const title = (reader) => reader.page.evaluate(() => document.querySelector('h1').textContent);
const screen = async (reader) => (await reader.state()).screen;
const agenda = (reader) => reader.page.$eval('#kk-workshop\\.agenda > figcaption', (el) => el.textContent);
/** Where reading goes on. */
const atHeading = (reader) => reader.page.evaluate(() => (document.activeElement.localName === 'h1' ? document.activeElement.textContent : document.activeElement.outerHTML.slice(0, 120)));
async function type(reader, name, words) {
  const field = await reader.locate('textbox', name);
  for (let i = 0; i < 60 && !(await field.evaluate((el) => el === document.activeElement)); i++) await reader.page.keyboard.press('Tab');
  for (const letter of words) await reader.page.keyboard.press(letter);
  assert.equal(await field.evaluate((el) => el.value), words, name);
}
async function start(reader, by = 'mouse') {
  await paste(reader.page, list);
  await reader.press('Leg erbij', { by });
  await reader.press('Begin de workshop', { by });
  assert.equal(await screen(reader), 'workshop');
}

for (const name of Object.keys(ENGINES)) {
  test(`${name}: a whole meeting by keyboard, of which axe finds nothing`, async (t) => {
    const engine = await startEngine(name, { webgl: name === 'Chromium' });
    t.after(() => engine.close());
    const reader = await engine.open('at=team', TEAM);
    const press = (key) => reader.page.keyboard.press(key);
    const clean = async () => assert.deepEqual((await run(reader.page, (await reader.state()).view === 'canvas' ? [...UNDECIDED, TRANSPARENT] : UNDECIDED)).findings, []);
    await putAxe(reader.page);
    await start(reader, 'keyboard');
    await clean();
    assert.equal(await atHeading(reader), 'Op welke cijfers sturen jullie?');
    assert.equal(await reader.page.evaluate(() => document.querySelectorAll('table').length), 0, 'hidden from everybody');
    await press(' ');
    assert.equal(await atHeading(reader), 'De leiding kiest 2,7 niveau hoger');
    const rows = await tableOf(reader.page, 'workshop.t');
    assert.deepEqual(rows.map((row) => row.slice(1)), [['0', '1', '1'], ['0', '2', '2'], ['0', '0', '0'], ['2', '0', '2'], ['1', '0', '1']]);
    await press(' ');
    assert.equal(await atHeading(reader), 'Op welke cijfers sturen jullie?');
    assert.equal(await reader.page.evaluate(() => document.querySelectorAll('table').length), 0);
    await press('ArrowRight');
    assert.equal(await atHeading(reader), 'Hoe zwaar telt de klant mee in de keuzes van jullie leiding?');
    await press('ArrowLeft');
    await press(' ');
    await clean();
    await reader.choose('1: We meten iets bij klanten, zoals een rapportcijfer of NPS, maar doen er weinig mee.', { by: 'keyboard' });
    await type(reader, 'Eén actie', 'Een cijfer kiezen');
    assert.equal(await title(reader), 'De leiding kiest 2,7 niveau hoger', 'a space in a field is a letter');
    await type(reader, 'Wie', 'Hoofd klantenservice');
    await press('ArrowRight');
    assert.equal(await title(reader), 'De leiding kiest 2,7 niveau hoger', 'an arrow in a field moves in it');
    await reader.press('Volgende: Leiding', { by: 'keyboard' });
    await reader.press('Toon antwoorden', { by: 'keyboard' });
    await press('ArrowRight');
    await press('ArrowRight');
    assert.equal(await atHeading(reader), 'Eén afspraak gemaakt');
    await clean();
    assert.equal(await textOf(reader.page, 'workshop.topic-3.do'), 'Een cijfer kiezen');
    const code = await textOf(reader.page, 'workshop.code.t');
    assert.deepEqual(Object.values(answersOf(code).answers).map(Number), [2, 2, 1, 1, 2, 2, 1, 2, 1]);
    await press('Escape');
    assert.equal(await screen(reader), 'team');
    await reader.press('Verder met de workshop', { by: 'keyboard' });
    assert.equal(await atHeading(reader), 'Eén afspraak gemaakt', 'it goes on where it was');
    await reader.press('Zet in het plan', { by: 'keyboard' });
    assert.equal(await screen(reader), 'plan');
    assert.match(await reader.page.evaluate(() => document.querySelector('[value="plan.task-1"]').textContent), /Hoofd klantenservice/);
    assert.deepEqual((await reader.state()).answers.answers, answersOf(code).answers, 'the agreed set is the answers of the page now');
  });
}

test('answers of the page itself go only after a question, and Escape leaves them', async () => {
  const reader = await openPage(browser, TEAM, { fragment: `k=${codeOf({ answers: GOLDEN.input.members[0].answers })}&at=team`, until: 'settled' });
  const own = (await reader.state()).answers;
  await start(reader);
  for (let i = 0; i < 3; i++) await reader.page.keyboard.press('ArrowRight');
  await reader.press('Zet in het plan');
  assert.deepEqual(await reader.focused(), { role: 'button', name: 'Nee, ga terug' });
  await reader.page.keyboard.press('Escape');
  assert.equal(await screen(reader), 'workshop');
  assert.deepEqual(await reader.focused(), { role: 'button', name: 'Zet in het plan' });
  assert.deepEqual((await reader.state()).answers, own);
  await reader.press('Zet in het plan');
  await reader.press('Vervang ze');
  assert.equal(await screen(reader), 'plan');
  assert.notDeepEqual((await reader.state()).answers, own);
  await reader.close();
});

test('a phone reads the code on the wall, in both themes and both views', async () => {
  const address = `http://127.0.0.1:${site.port}/team.html`;
  for (const [dark, view] of [[false, 'canvas'], [true, 'canvas'], [true, 'text']]) {
    const reader = await openPage(browser, address, { dark, width: 1280, fragment: `at=team&view=${view}`, until: 'settled' });
    await start(reader);
    await pause(700);  // figures grow
    const { data, width, height } = PNG.sync.read(Buffer.from(await reader.page.screenshot()));
    assert.equal(jsQR(new Uint8ClampedArray(data), width, height)?.data, `${address}#team`, `${dark} ${view}`);
    assert.equal(await textOf(reader.page, 'workshop.address'), address.slice('http://'.length));
    await reader.close();
  }
  const local = await openPage(browser, TEAM, { fragment: 'at=team', until: 'settled' });
  await start(local);
  assert.equal(await local.page.$('#kk-workshop\\.qr'), null, 'a file on this computer is nowhere else');
  await local.close();
});

test('the clock goes by minutes, on a clock that nobody sets, and asks for no frame in between', async () => {
  const reader = await openPage(browser, TEAM, { fragment: 'at=team', until: 'settled', before: () => {
    const now = performance.now.bind(performance), later = setTimeout;
    window.jump = 0;
    window.minutes = [];
    performance.now = () => now() + window.jump;
    window.setTimeout = (work, time, ...rest) => (time > 30_000 ? window.minutes.push([work, time]) : later(work, time, ...rest));
  } });
  const after = (minutes) => reader.page.evaluate((jump) => {
    window.jump += jump * 60_000;
    Date.now = () => 0;
    for (const [work] of window.minutes.splice(0)) work();
  }, minutes);
  await start(reader);
  assert.equal(await reader.page.evaluate(() => window.minutes.length), 1);
  assert.ok(await reader.page.evaluate(() => window.minutes[0][1]) <= 60_001);
  await after(1);
  assert.equal(await agenda(reader), 'Agenda: Start, nog 4 min.');
  await after(5);
  assert.equal(await agenda(reader), 'Agenda: Cijfers, nog 14 min.');
  const focus = await atHeading(reader);
  await after(16);
  assert.equal(await agenda(reader), 'Agenda: Cijfers, 2 min over.');
  assert.equal(await atHeading(reader), focus, 'the clock takes no focus');
  assert.equal(await reader.page.$eval('[role="status"]', (el) => el.textContent), '', 'and says nothing');
  await pause(900);
  const frames = await reader.frames();
  await pause(600);
  assert.equal(await reader.frames(), frames);
  await reader.page.keyboard.press('Escape');
  await after(1);
  assert.equal(await reader.page.evaluate(() => window.minutes.length), 0, 'elsewhere no clock goes');
  await reader.close();
});

test('on paper it is two sheets: what was agreed, and every question', async () => {
  const reader = await openPage(browser, TEAM, { fragment: 'at=team', until: 'settled' });
  await start(reader);
  for (const level of ['1: We meten iets bij klanten, zoals een rapportcijfer of NPS, maar doen er weinig mee.', '2: Eén of twee vaste klantcijfers staan elke maand op de agenda.']) {
    await reader.page.keyboard.press(' ');
    if (await reader.find('radio', level)) await reader.choose(level);
    await type(reader, 'Eén actie', 'Iets samen doen');
    await reader.page.evaluate(() => document.activeElement.blur());
    await reader.page.keyboard.press('ArrowRight');
  }
  await reader.page.keyboard.press('ArrowRight');
  const file = join(scratch, 'workshop.pdf');
  writeFileSync(file, await reader.page.pdf({ format: 'A4', preferCSSPageSize: true }));
  const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  assert.equal(pages.length, 2, pages.map((page) => page.slice(0, 200)).join('\n----\n'));
  const code = await textOf(reader.page, 'workshop.code.t');
  assert.match(pages.join('\n'), new RegExp(code.replaceAll('.', '\\.')));
  assert.equal(pages.join('\n').match(/gekozen\)|overgenomen\)/g).length, 9);
  assert.equal(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n').length, 2, 'no picture is a bitmap');
  await reader.close();
});

for (const width of [320, 720, 1280]) {
  test(`axe finds nothing, ${width} px`, async () => {
    const reader = await openWithAxe(browser, { width, fragment: 'at=team' }, TEAM);
    await start(reader);
    for (const step of ['hidden', 'shown', 'agreed', 'asking']) {
      if (step === 'shown') await reader.page.keyboard.press(' ');
      if (step === 'agreed') for (let i = 0; i < 3; i++) await reader.page.keyboard.press('ArrowRight');
      if (step === 'asking') await reader.press('Nog een onderwerp 6 vragen');
      for (const mode of Object.keys(MODES)) {
        await change(reader, mode);
        const drawn = (await reader.state()).view === 'canvas';
        assert.deepEqual((await run(reader.page, drawn ? [...UNDECIDED, TRANSPARENT] : UNDECIDED)).findings, [], `${step}, ${mode}`);
      }
      await change(reader, 'light');
    }
    assert.ok(await reader.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await reader.close();
  });
}

test('in a room type grows with the screen, and no text of 1280 px is under 16', async () => {
  for (const width of [1280, 1920]) {
    const reader = await openPage(browser, TEAM, { width, fragment: 'at=team', until: 'settled' });
    await start(reader);
    await reader.page.keyboard.press(' ');
    const sizes = await reader.page.evaluate(() => [...document.querySelectorAll('#kk-workshop :is(p, h1, label, button, span.k-words)')].map((el) => parseFloat(getComputedStyle(el).fontSize)));
    assert.ok(Math.min(...sizes) >= 16, `${width}: ${Math.min(...sizes)}`);
    assert.equal(await reader.page.evaluate(() => document.body.offsetWidth), width);
    await reader.page.keyboard.press('Escape');
    assert.equal(await reader.page.evaluate(() => document.body.offsetWidth), 800, 'elsewhere it is as wide as it was');
    await reader.close();
  }
});
