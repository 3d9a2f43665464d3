// The audit's page in a browser: readable at every width, and its first part one sheet of paper for a client.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, watch } from './harness.mjs';
import { cli, NAMES } from './walk.mjs';

const A4 = { width: 182, height: 273 };  // mm inside margins of 14 and 12
const PX = 96 / 25.4;

let browser, scratch;
before(async () => {
  browser = await launch();
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-audit-page-'));
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

for (const name of NAMES) {
  test(`the audit of ${name} fits phones and desks, and its client's page fits one sheet`, async () => {
    const file = join(scratch, `${name}.html`);
    writeFileSync(file, cli(['audit', name, '--format', 'html']));
    const page = await browser.newPage();
    const problems = watch(page);
    for (const width of [320, 480, 800, 1200]) {
      await page.setViewport({ width, height: 800 });
      await page.goto(pathToFileURL(file).href);
      const { overflow, headings } = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - innerWidth,
        headings: [...document.querySelectorAll('section:first-of-type h2')].map((el) => el.textContent),
      }));
      assert.ok(overflow <= 0, `${overflow} px too wide at ${width}`);
      assert.ok(headings.length >= 4, headings.join());
    }
    await page.emulateMediaType('print');
    await page.setViewport({ width: Math.round(A4.width * PX), height: Math.round(A4.height * PX) });
    const height = await page.evaluate(() => document.querySelector('section').getBoundingClientRect().height);
    assert.ok(height <= A4.height * PX, `the client's page is ${Math.round(height / PX)} mm high`);
    assert.deepEqual(problems, []);
    await page.close();
  });
}
