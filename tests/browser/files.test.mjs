// Bewaren, as files: each kind is saved and stands on the page, with the bytes of the command line, wherever the widget is: a local file,
// a frame, a sandboxed frame; where downloads are forbidden its text can be copied.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { launch, openPage } from './harness.mjs';
import { cli, codeOf, FULL, MIXED, WIDGET } from './subject.mjs';
import { said, serve, until, use } from './walk.mjs';

const code = codeOf(FULL);
const KINDS = { csv: /^klantkompas-\d{4}-\d\d-\d\d\.csv$/, md: /^klantkompas-\d{4}-\d\d-\d\d\.md$/, ics: /^klantkompas-\d{4}-\d\d-\d\d\.ics$/, json: /^klantkompas-\d{4}-\d\d-\d\d\.json$/, xapi: /^klantkompas-\d{4}-\d\d-\d\d-xapi\.json$/ };
const SANDBOX = 'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
let browser;
let site;
let folder;
before(async () => {
  browser = await launch();
  site = await serve();
  folder = mkdtempSync(join(tmpdir(), 'klantkompas-saved-'));
});
after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the command line makes of the same answers; a statement's own names and time are those of the one it is held against. */
function expected(kind, answers, lang, text) {
  const { id, actor, timestamp } = kind === 'xapi' ? JSON.parse(text) : {};
  const [, ...stamp] = /DTSTAMP:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\dZ)/.exec(text) ?? [];
  const own = kind === 'xapi' ? ['--id', id, '--actor', actor.account.name, '--time', timestamp]
    : kind === 'ics' ? ['--time', `${stamp.slice(0, 3).join('-')}T${stamp.slice(3).join(':')}`] : [];
  return cli(['export', 'klantgedreven', codeOf(answers), '--format', kind, '--lang', lang, ...own]);
}
const asField = (text) => text.replace(/^\uFEFF/, '').replaceAll('\r', '');

/** The file that a press saves, or nothing when none came. */
async function saved(page, press, patience = 10_000) {
  const into = mkdtempSync(join(folder, 'one-'));
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', browserContextId: page.browserContext().id, downloadPath: into, eventsEnabled: true });
  const done = new Promise((end) => { session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && end(true)); });
  await press();
  const came = await Promise.race([done, pause(patience, false)]);
  await session.detach();
  const [name] = readdirSync(into);
  return came && name && existsSync(join(into, name)) ? { name, text: readFileSync(join(into, name), 'utf8') } : null;
}

/** Opens the page of files in a place: the frame that it is in. */
const PLACES = {
  'a local file': async (fragment) => {
    const reader = await openPage(browser, WIDGET, { fragment, until: 'settled' });
    return { frame: reader.page, page: reader.page, close: () => reader.close() };
  },
  'a plain frame': (fragment) => framed('', fragment),
  'a sandboxed frame': (fragment) => framed(`sandbox="${SANDBOX}"`, fragment),
  'a frame without downloads': (fragment) => framed('sandbox="allow-scripts"', fragment),
};
async function framed(attributes, fragment) {
  const page = await browser.newPage();
  await page.setContent(`<iframe ${attributes} width="720" height="1000" src="http://localhost:${site.port}/klantkompas.html#${fragment}"></iframe>`);
  const frame = await page.waitForFrame((each) => each.url().includes('klantkompas'));
  await until(frame, () => window.klantkompas?.state().screen === 'files' && performance.getEntriesByName('kk:settled').length);
  return { frame, page, close: () => page.close() };
}

for (const [place, open] of Object.entries(PLACES)) {
  for (const [answers, lang] of [[FULL, 'nl'], [MIXED, 'en']]) {
    test(`${place}, ${lang}: every kind, with the bytes of the command line`, async () => {
      const { frame, page, close } = await open(`k=${codeOf(answers)}&at=files&lang=${lang}`);
      for (const [kind, name] of Object.entries(KINDS)) {
        await use(frame, `file.${kind}`);
        const shown = await frame.evaluate(() => document.getElementById('kk-files.text').value);
        assert.equal(shown, asField(expected(kind, answers, lang, shown)), 'what stands there');
        const forbidden = place.endsWith('without downloads');
        const file = await saved(page, async () => {
          await frame.click('button[value="page.save"]');
          assert.match(await said(frame), lang === 'nl' ? /^Het bestand is gemaakt\. Zie je geen download\?/ : /^The file has been made\. No download\?/);
        }, forbidden ? 500 : undefined);
        if (forbidden) {
          assert.equal(file, null);
          continue;
        }
        assert.ok(file, `${kind} was not saved`);
        assert.match(file.name, name);
        assert.equal(file.text, expected(kind, answers, lang, file.text));
      }
      await close();
    });
  }
}

test('one set of answers is one statement: the page, the file and the host get the same, and other answers another', async () => {
  const reader = await openPage(browser, WIDGET, { fragment: `k=${code}&at=files`, until: 'settled' });
  const { page } = reader;
  await use(page, 'file.xapi');
  const statement = () => page.evaluate(() => document.getElementById('kk-files.text').value);
  const first = await statement();
  await use(page, 'go.share');
  await use(page, 'go.files');
  assert.equal(await statement(), first);
  await use(page, 'tab.result');
  await use(page, 'strip.q1');
  await use(page, 'q1.l0');
  await use(page, 'nav.next');
  await use(page, 'tab.share');
  await use(page, 'go.files');
  assert.notEqual(JSON.parse(await statement()).id, JSON.parse(first).id);
  await reader.close();
});

test('found from Delen, chosen and copied by keys alone', async () => {
  const copied = () => Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => Promise.resolve(window.copied = text) } });
  const reader = await openPage(browser, WIDGET, { fragment: `k=${code}&at=share`, until: 'settled', before: copied });
  const { page } = reader;
  const tabTo = async (value) => {
    for (let i = 0; i < 40; i++) {
      if (await page.evaluate((wanted) => document.activeElement.value === wanted, value)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`${value} is not reached by Tab`);
  };
  await tabTo('go.files');
  await page.keyboard.press('Enter');
  await until(page, () => window.klantkompas.state().screen === 'files');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Bewaar je uitslag');
  await tabTo('file.csv');
  await page.keyboard.press('ArrowRight');
  await until(page, () => document.activeElement.value === 'file.md');
  await tabTo('copy.file');
  await page.keyboard.press('Enter');
  assert.equal(await said(page), 'Gekopieerd.');
  assert.equal(await page.evaluate(() => window.copied), cli(['export', 'klantgedreven', code, '--format', 'md']));
  await reader.close();
});

test('the file with everything is opened again where a code is', async () => {
  const reader = await openPage(browser, WIDGET, { fragment: 'at=code', until: 'settled' });
  const field = await reader.locate('textbox', 'Uitslagcode');
  await field.evaluate((el, text) => { el.value = text; }, cli(['export', 'klantgedreven', code, '--format', 'json']));
  await use(reader.page, 'code.open');
  await until(reader.page, () => window.klantkompas.state().screen === 'result');
  assert.equal(await reader.page.evaluate(() => location.hash.includes('k=')), true);
  assert.deepEqual((await reader.state()).answers.answers, FULL.answers);
  await reader.close();
});
