// An earlier result beside this one: from a link, from the page, and after a reload; by mouse, keys and finger.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, openPage } from './harness.mjs';
import { change, MODES, open as openWithAxe, run, TRANSPARENT, UNDECIDED } from './axe.mjs';
import { codeOf, QUESTIONS } from './subject.mjs';
import { everythingOn, tableOf, textOf } from './walk.mjs';

const answers = (pattern) => ({ answers: Object.fromEntries([...pattern].map((c, i) => [QUESTIONS[i].id, c === '.' ? null : c === '?' ? 'unknown' : Number(c)])) });
const [THEN, NOW] = ['022222223', '133333222'].map((pattern) => codeOf(answers(pattern)));
/** As the program of version 1.0.0 wrote it. */
const EARLIER = JSON.parse(readFileSync(new URL('../cases/format1/results.json', import.meta.url), 'utf8')).cases[0].code;
const BOTH = `k=${NOW}&before=${THEN}`;
const TITLE = 'Van fase 2 naar fase 3';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const open = (fragment, options = {}) => openPage(browser, undefined, { fragment, until: 'settled', ...options });
const title = (reader) => reader.page.$eval('h1', (el) => el.textContent);
const screen = async (reader) => (await reader.state()).screen;
const fragment = (reader) => reader.page.evaluate(() => Object.fromEntries(new URLSearchParams(location.hash.slice(1))));

for (const view of ['canvas', 'text']) {
  test(`a link with both opens what moved, and a reload brings it back (${view})`, async () => {
    const reader = await open(`${BOTH}${view === 'text' ? '&view=text' : ''}`);
    assert.equal(await screen(reader), 'compare');
    assert.equal((await reader.state()).view, view);
    assert.equal(await title(reader), TITLE);
    assert.equal(await textOf(reader.page, 'compare.lead'), 'Zes antwoorden gingen omhoog, één omlaag. De leiding remt nog steeds.');
    assert.deepEqual((await tableOf(reader.page, 'compare.answers.t')).map((row) => row.slice(1)), [
      ['0', '1', '1 hoger', ''], ...Array(5).fill(['2', '3', '1 hoger', '']), ['2', '2', 'gelijk', ''], ['2', '2', 'gelijk', ''], ['3', '2', '1 lager', ''],
    ]);
    await reader.page.reload();
    await reader.until(() => performance.getEntriesByName('kk:settled').length > 0);
    assert.equal(await title(reader), TITLE);
    await reader.close();
  });
}

for (const by of ['mouse', 'keyboard', 'touch', 'assistive']) {
  test(`from Delen, with a link that somebody pasted (${by})`, async () => {
    const reader = await open(`k=${NOW}&at=share`);
    await reader.press('Andere code openen', { by });
    const field = await reader.locate('textbox', 'Uitslagcode');
    await field.focus();
    await reader.page.keyboard.type('niets');
    await reader.press('Vergelijken', { by });
    assert.equal(await textOf(reader.page, 'code.message'), 'Deze code klopt niet. Controleer of je alles hebt gekopieerd.');
    assert.deepEqual(await reader.focused(), { role: 'textbox', name: 'Uitslagcode' });
    await reader.page.keyboard.type(` van maart: https://example.org/a?utm=1#k=${THEN}&at=steps .`);
    await reader.press('Vergelijken', { by });
    assert.deepEqual(await reader.focused(), { role: 'heading', name: TITLE });
    await reader.until(() => location.hash.includes('before'));
    const { k, at, before: laid } = await fragment(reader);
    assert.deepEqual([k, at, laid], [NOW, 'compare', THEN]);
    assert.deepEqual((await reader.state()).answers.answers, answers('133333222').answers, 'those of now stay');
    await (await reader.page.$('#kk-compare\\.top > [value="go.result"]')).focus();
    await reader.page.keyboard.press('Enter');
    await reader.press('Toen en nu', { by });
    await reader.press('Andere code openen', { by });
    assert.deepEqual(await reader.focused(), { role: 'heading', name: 'Toen en nu' });
    await reader.until(() => !location.hash.includes('before'));
    await (await reader.locate('textbox', 'Uitslagcode')).focus();
    await reader.page.keyboard.type(THEN);
    await reader.press('Vergelijken', { by });
    assert.equal(await title(reader), TITLE);
    await reader.close();
  });
}

test('the days are the reader\'s, stay with the address and go when all is wiped', async () => {
  const reader = await open(BOTH);
  const [then, now] = [await reader.page.$('#kk-compare\\.then'), await reader.page.$('#kk-compare\\.now')];
  assert.equal(await then.evaluate((el) => el.getAttribute('aria-label')), 'Toen: score 47, datum');
  await then.focus();
  await reader.page.keyboard.type('03052026');  // Chromium's own order of fields: that of its language
  await now.focus();
  await reader.page.keyboard.type('11272026');
  await reader.until(() => location.hash.includes('now=2026-11-27'));
  assert.equal((await fragment(reader)).then, '2026-03-05');
  assert.equal(await reader.page.evaluate(() => document.activeElement.id), 'kk-compare.now', 'typing goes on');
  await reader.page.reload();
  await reader.until(() => performance.getEntriesByName('kk:settled').length > 0);
  assert.equal(await reader.page.$eval('#kk-compare\\.then', (el) => el.value), '2026-03-05');
  await reader.press('Delen en bewaren');
  await reader.press('Wis alles');
  await reader.press('Ja, wis alles');
  await reader.until(() => location.hash === '');
  assert.deepEqual([await screen(reader), await reader.page.evaluate(() => document.querySelectorAll('[type="date"]').length)], ['intro', 0]);
  await reader.close();
});

test('what is no code of this questionnaire is refused with its reason, and the result opens', async () => {
  for (const [bad, says] of [['xyz', /^Deze code klopt niet/], [THEN.replace(/^1./, '1x'), /^Deze code klopt niet/], [`${THEN}%20${NOW}`, /^Hier staan verschillende codes in/]]) {
    const reader = await open(`k=${NOW}&before=${bad}`);
    assert.equal(await screen(reader), 'result', bad);
    assert.match(await reader.note(), says, bad);
    assert.equal((await reader.state()).answers.answers[QUESTIONS[0].id], 1, bad);
    await reader.close();
  }
});

test('a code of an earlier version waits for the answers of now', async () => {
  const reader = await open(`k=${EARLIER}`);
  assert.equal(await screen(reader), 'intro');
  assert.match(await reader.note(), /^Deze code hoort bij een eerdere versie van deze vragenlijst\. Hij ligt klaar/);
  await reader.page.evaluate((code) => { location.hash = `k=${code}`; }, NOW);
  await reader.until(() => window.klantkompas.state().screen === 'result');
  await reader.press('Toen en nu');
  assert.match(await textOf(reader.page, 'compare.apart'), /De code van toen hoort bij vragenlijst 1\.0\.0; we tellen beide met de regels van nu\.$/);
  await reader.until((code) => location.hash.includes(`before=${code}`), EARLIER);
  await reader.close();
});

test('on paper it has a page of its own, with the days', async () => {
  const reader = await open(`${BOTH}&then=2026-03-05&at=compare`);
  await reader.media({}, 'print');
  await reader.until(() => document.querySelector('.k-sheet'));
  const said = await everythingOn(reader.page);
  assert.ok(said.includes(TITLE) && said.includes('Toen: score 47, datum'), said.join('\n'));
  assert.equal(await reader.page.$eval('#kk-compare\\.then', (el) => el.value), '2026-03-05');
  await reader.media({});
  await reader.close();
});

test('nothing for axe to find, in any look and at both widths, with and without a code', async () => {
  const reader = await openWithAxe(browser, { fragment: `k=${NOW}&at=compare` });
  for (const more of ['', `&before=${THEN}`, `&before=${EARLIER}`]) {
    for (const width of [320, 720]) {
      await reader.page.setViewport({ width, height: 900 });
      await reader.page.evaluate((hash) => { location.hash = hash; }, `k=${NOW}&at=compare${more}`);
      await reader.until((wanted) => Boolean(document.querySelector('[type="date"]')) === wanted, Boolean(more));
      for (const mode of Object.keys(MODES)) {
        await change(reader, mode);
        assert.deepEqual((await run(reader.page, [...UNDECIDED, TRANSPARENT])).findings, [], `${more} ${width} ${mode}`);
      }
      assert.equal(await reader.page.evaluate(() => document.documentElement.scrollWidth), width);
    }
  }
  await reader.close();
});
