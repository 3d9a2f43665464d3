// A questionnaire that uses every field, as a reader meets it: its theme, its parameters, its conditions, its links.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, openPage } from './harness.mjs';
import { cli } from './walk.mjs';

let browser, scratch, page;
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-author-'));
  page = join(scratch, 'every.html');
  cli(['bundle', fileURLToPath(new URL('../cases/every_field.json', import.meta.url)), '-o', page]);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

test('the theme of the file holds, until the address says otherwise', async () => {
  for (const [fragment, theme] of [['', 'dark'], ['theme=light', 'light'], ['theme=auto', 'auto']]) {
    const reader = await openPage(browser, page, { fragment });
    assert.equal((await reader.state()).theme, theme, fragment);
    await reader.close();
  }
});

test('a declared parameter fills the texts, and nothing else does', async () => {
  for (const [fragment, title] of [['', 'winkel'], ['p.sector=care', 'zorg'], ['p.sector=%3Cb%3E', 'winkel'], ['p.other=care', 'winkel']]) {
    const reader = await openPage(browser, page, { fragment });
    assert.equal(await reader.page.$eval('h1', (heading) => heading.textContent), `Hoe werkt jullie ${title}?`, fragment);
    await reader.close();
  }
});

test('a parameter that changes in the address changes the texts at once, and stays in the code', async () => {
  const reader = await openPage(browser, page, { fragment: 'at=question-1' });
  await reader.choose('Nee');
  const go = (hash) => reader.page.evaluate((to) => { location.hash = to; }, hash);
  const title = (words) => reader.until((text) => document.querySelector('h1').textContent === text, words);
  for (const [value, word] of [['care', 'zorg'], ['nothing', 'zorg'], ['shop', 'winkel'], ['care', 'zorg']]) {
    await go(`at=intro&p.sector=${value}`);
    await title(`Hoe werkt jullie ${word}?`);
    assert.deepEqual((await reader.state()).answers.answers.a, 0, 'the answers stay');
  }
  await reader.until(() => location.hash.includes('k='));
  const code = /k=([^&]*)/.exec(await reader.page.evaluate(() => location.hash))[1];
  await reader.close();
  const later = await openPage(browser, page, { fragment: `k=${code}&at=intro` });
  assert.equal(await later.page.$eval('h1', (heading) => heading.textContent), 'Hoe werkt jullie zorg?');
  await later.close();
});

for (const view of ['canvas', 'text']) {
  test(`3.1.2: a text that stands in from another language names that language (${view})`, async () => {
    const reader = await openPage(browser, page, { fragment: `at=question-1&lang=de${view === 'text' ? '&view=text' : ''}`, until: view === 'text' ? 'settled' : 'painted' });
    const languageOf = (id) => reader.page.$eval(`[id="kk-${id}"]`, (el) => el.closest('[lang]').lang);
    // Our own words are English where there are none in German; the author's are German, and one of them is missing.
    const found = async () => [await languageOf('question-1.h'), await languageOf('a.l0'), await languageOf('a.l1'), await languageOf('a.unknown')];
    assert.deepEqual(await found(), ['de', 'nl', 'de', 'en']);
    await reader.press('NL');
    assert.deepEqual(await found(), ['nl', 'nl', 'nl', 'nl']);
    assert.equal(await reader.page.$('main [lang]'), null, 'no language is left behind');
    await reader.close();
  });
}

test('links of the author lead out of the frame', async () => {
  const reader = await openPage(browser, page, { fragment: 'at=result' });
  const links = await reader.page.$$eval('main a', (all) => all.map((a) => [a.textContent, a.href, a.target, a.rel]));
  assert.deepEqual(links.at(-1), ['Maak een afspraak', 'https://example.org/afspraak?van=test#nu', '_blank', 'noopener noreferrer']);
  assert.equal(links.length, 2);
  await reader.close();
});
