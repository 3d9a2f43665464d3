// Delen: the comment, copying with and without the browser's leave, printing, and wiping.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { codeOf, FULL, HIGHEST, LANG, LANGUAGES, MIXED, ofThePage, questionnaire, scoreOf, stepText, whole, WIDGET, shown } from '../subject.mjs';
import { said, SCREENS, serve, show, textOf, until, use } from '../walk.mjs';

const code = codeOf(FULL);
const result = scoreOf(FULL);
const stage = questionnaire.stages[result.stage.final - 1];
const at = (screen, more = '') => `k=${code}&at=${screen}${more}`;
const ACTION = stepText(result.steps[0], LANG);
const STEP = `Onze eerste stap: ${ACTION[0].toLowerCase()}${ACTION.slice(1)} `;
const COMMENT = `Ik heb het Klantkompas ingevuld: wij staan in fase ${result.stage.final} (${stage.name[LANG]}). ${STEP}Hoe is dat bij jullie?`;
/** The charts of a whole result, in reading order. */
const FIGURES = ['result.ladder', 'result.bars', 'result.strip', ...questionnaire.order ? ['steps.order.f'] : [], ...result.stage.final < questionnaire.stages.length ? ['steps.lift.f'] : [],
  ...result.claims ? ['patterns.dumbbell'] : [], ...result.balance ? ['patterns.causes.f'] : [], ...result.profile ? ['mirror.f'] : []];
const SAYS = {
  nl: { copied: 'Gekopieerd.', byHand: 'Automatisch kopiëren mag hier niet. De tekst is geselecteerd: kopieer hem zelf.', print: /^Afdrukken mag hier niet\. Open deze link/, wiped: 'Alles is gewist.' },
  en: { copied: 'Copied.', byHand: 'Copying is blocked here. The text is selected: copy it yourself.', print: /^Printing is blocked here\. Open this link/, wiped: 'Everything is deleted.' },
};

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await serve();
});
after(async () => {
  await browser?.close();
  await site?.close();
});
const address = () => `http://localhost:${site.port}/klantkompas.html`;

describe('the comment', () => {
  test('names stage, score and first step, and who can read it; nothing else', async () => {
    const reader = await openPage(browser, WIDGET, { fragment: at('share') });
    assert.equal(await textOf(reader.page, 'share.text'), COMMENT);
    assert.equal(await textOf(reader.page, 'share.react.remark'), 'Wat je plaatst, kan iedereen lezen.');
    await reader.close();
  });

  ofThePage('taking the step out and putting it back leaves other edits alone', async () => {
    const reader = await openPage(browser, WIDGET, { fragment: at('share') });
    const { page } = reader;
    const field = await reader.locate('textbox', 'Reactie onder het artikel');
    const value = () => field.evaluate((el) => el.value);
    const type = async (where, text) => {
      await field.evaluate((el, place) => el.setSelectionRange(place, place), where);
      await field.focus();
      await page.keyboard.type(text);
    };
    await type(0, 'Leuk stuk! ');
    await type((await value()).length, ' Ik wel.');
    await reader.press('Onze eerste stap erbij', { role: 'switch' });
    assert.equal(await value(), `Leuk stuk! ${COMMENT.replace(STEP, '')} Ik wel.`);
    assert.equal((await page.$eval('button[value="share.step"]', (el) => el.ariaChecked)), 'false');
    await reader.press('Onze eerste stap erbij', { role: 'switch' });
    assert.equal(await value(), `Leuk stuk! ${COMMENT} Ik wel.`);
    // The reader rewrote the very sentence: it stays the reader's.
    await field.evaluate((el, step) => { el.value = el.value.replace(step, 'Eerst iets anders. '); }, STEP);
    await reader.press('Onze eerste stap erbij', { role: 'switch' });
    assert.match(await value(), /^Leuk stuk! .* Ik wel\.$/s);
    await reader.close();
  });
});

ofThePage.part('copying', () => {
  test('with leave: comment, code and link are on the clipboard', async () => {
    await browser.defaultBrowserContext().overridePermissions(`http://localhost:${site.port}`, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    const reader = await openPage(browser, address(), { fragment: at('share') });
    await reader.page.bringToFront();
    for (const [button, text] of [['Kopieer reactie', COMMENT], ['Kopieer code', code], ['Kopieer link', `${address()}#k=${code}&at=result`]]) {
      await reader.press(button);
      await until(reader.page, async (wanted) => (await navigator.clipboard.readText()) === wanted, text);
      assert.equal(await said(reader.page), SAYS.nl.copied);
    }
    await reader.close();
  });

  test('of a local file: the code only', async () => {
    const reader = await openPage(browser, WIDGET, { fragment: at('share') });
    assert.equal(await textOf(reader.page, 'share.code.t'), code);
    assert.deepEqual((await reader.names('button')).filter((name) => name.startsWith('Kopieer')), ['Kopieer reactie', 'Kopieer code']);
    await reader.close();
  });

  for (const lang of LANGUAGES) {
    test(`without leave the text is selected, and a sentence says so (${lang})`, async () => {
      const forbid = () => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      };
      const reader = await openPage(browser, address(), { fragment: at('share', `&lang=${lang}`), before: forbid });
      const { page } = reader;
      const selected = () => page.evaluate(() => getSelection().toString());
      const press = (id) => page.click(`button[value="${id}"]`);
      await press('copy.text');
      assert.equal(await said(page), SAYS[lang].byHand);
      assert.equal(await selected(), await textOf(page, 'share.text'));
      await press('copy.code');
      await until(page, (text) => getSelection().toString() === text, code);
      await press('copy.link');
      await until(page, (text) => document.getElementById('kk-note').textContent === text, `${address()}#k=${code}&at=result`);
      await until(page, (text) => getSelection().toString() === text, `${address()}#k=${code}&at=result`);
      // An invitation leads to the questions, which end in a code to send back, and holds no answer of whoever sends it.
      await press('copy.invite');
      await until(page, (link) => getSelection().toString().endsWith(`: ${link}`), `${address()}#team`);
      const invitation = await selected();
      assert.ok(!invitation.includes(code) && !invitation.includes('k='), invitation);
      assert.match(invitation, { nl: /^Wil jij deze vragen ook beantwoorden\?/, en: /^Would you answer these questions too\?/ }[lang]);
      await reader.close();
    });
  }
});

describe('printing', () => {
  const numbersOf = ({ overall, coverage, range, sections, stage: { final, score }, claims, balance, profile }) => [
    ...(coverage === 1 ? [shown(overall)] : range.map(String)), ...Object.values(sections).filter((each) => each !== null).map(shown), String(final), String(score),
    ...claims ? [whole(claims.score), whole(claims.score - claims.gap)] : [], ...balance ? [whole(balance.awareness), whole(balance.resources)] : [],
    ...Object.values(profile ?? {}).filter(Boolean).map((cause) => whole(cause.score)),
  ];

  /** What is on paper: its text, and its pictures made of pixels. */
  async function paper(page) {
    const folder = mkdtempSync(join(tmpdir(), 'klantkompas-print-'));
    const file = join(folder, 'out.pdf');
    writeFileSync(file, await page.pdf({ format: 'A4', printBackground: true }));
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const pictures = execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n').slice(2);
    rmSync(folder, { recursive: true });
    return { text, pictures };
  }

  for (const [name, input] of Object.entries({ FULL, MIXED, HIGHEST })) {
    test(`${name}: every number of the result is text on paper, and no picture is pixels`, async () => {
      const reader = await openPage(browser, WIDGET, { fragment: `k=${codeOf(input)}&at=files` });
      await use(reader.page, 'files.appendix');
      const { text, pictures } = await paper(reader.page);
      const words = text.split(/[^\p{L}\p{N}]+/u);
      const lost = numbersOf(scoreOf(input)).filter((number) => !words.includes(number));
      assert.deepEqual(lost, [], text);
      assert.ok(text.replace(/\s/g, '').includes(codeOf(input)), 'the code, on one line or, in a wide font, on more');
      assert.deepEqual(pictures, []);
      await reader.close();
    });
  }

  test('every chart is drawn in vectors, and the reader’s edits come back from paper', async () => {
    const reader = await openPage(browser, WIDGET, { fragment: at('files') });
    const { page } = reader;
    await use(page, 'files.appendix');
    await use(page, 'tab.share');
    const field = await page.waitForSelector('textarea#kk-share\\.text');
    await field.type('! ');
    const shownBefore = await field.evaluate((el) => el.value);
    await reader.media({}, 'print');
    await reader.until(() => document.getElementById('kk-result') && document.getElementById('kk-share'));
    const bare = await page.$$eval('main figure', (figures) => figures
      .filter((el) => ![...el.querySelectorAll('svg :is(path, rect, circle, line)')].some((shape) => shape.checkVisibility())).map((el) => el.id));
    assert.deepEqual(bare, []);
    assert.deepEqual(await page.$$eval('main figure', (figures) => figures.map((el) => el.id.slice(3)).filter((id) => !id.startsWith('on-paper.'))), FIGURES);
    await reader.media({});
    await reader.until(() => !document.getElementById('kk-result'));
    assert.equal(await field.evaluate((el) => el.value), shownBefore);
    await reader.close();
  });

  for (const screen of SCREENS.filter((each) => each !== 'share' && (each !== 'mirror' || result.profile))) {
    test(`${screen}: the tables of its charts are on paper`, async () => {
      const reader = await openPage(browser, WIDGET, { fragment: at('files') });
      await use(reader.page, 'files.appendix');
      await show(reader.page, { code, screen });
      const cells = await reader.page.$$eval('main table td, main table th', (all) => all.map((el) => el.textContent));
      const { text, pictures } = await paper(reader.page);
      const words = new Set(text.split(/\s+/));  // a cell may take several lines
      for (const cell of cells) for (const word of cell.split(/\s+/).filter(Boolean)) assert.ok(words.has(word), `“${word}” of “${cell}” is not on paper`);
      assert.deepEqual(pictures, []);
      await reader.close();
    });
  }

  for (const lang of LANGUAGES) {
    ofThePage(`where it is forbidden, the address stands there to be opened elsewhere (${lang})`, async () => {
      const page = await browser.newPage();
      await page.setContent(`<iframe sandbox="allow-scripts" width="720" height="900" src="${address()}#${at('share', `&lang=${lang}`)}"></iframe>`);
      const frame = await page.waitForFrame((each) => each.url().includes('klantkompas'));
      await until(frame, () => window.klantkompas?.state().screen === 'share' && document.getElementById('kk-share.text'));
      await use(frame, 'page.print');
      assert.match(await said(frame), SAYS[lang].print);
      const note = await textOf(frame, 'note');
      assert.ok(note.endsWith(`${address()}#k=${code}&at=result`), note);
      await page.close();
    });
  }
});

ofThePage('Wis alles asks once', async () => {
  const reader = await openPage(browser, WIDGET, { fragment: at('share') });
  const { page } = reader;
  await reader.press('Wis alles');
  assert.match(await textOf(page, 'share.ask'), /wist al je antwoorden/);
  await reader.press('Nee, ga terug');
  assert.equal(await textOf(page, 'share.ask'), null);
  assert.equal((await reader.state()).screen, 'share');
  await reader.press('Wis alles');
  await reader.press('Ja, wis alles');
  assert.equal((await reader.state()).screen, 'intro');
  assert.equal(await said(page), SAYS.nl.wiped);
  assert.deepEqual(Object.values((await reader.state()).answers.answers).filter((level) => level !== null), []);
  await reader.close();
});
