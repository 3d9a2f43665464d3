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

test('links of the author lead out of the frame', async () => {
  const reader = await openPage(browser, page, { fragment: 'at=result' });
  const links = await reader.page.$$eval('main a', (all) => all.map((a) => [a.textContent, a.href, a.target, a.rel]));
  assert.deepEqual(links.at(-1), ['Maak een afspraak', 'https://example.org/afspraak?van=test#nu', '_blank', 'noopener noreferrer']);
  assert.equal(links.length, 2);
  await reader.close();
});
