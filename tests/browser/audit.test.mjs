// The audit's page in a browser: readable at every width, and its first part one sheet of paper for a client.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, watch } from './harness.mjs';
import { made } from './made.mjs';
import { questionnaireOf } from './subject.mjs';
import { NAMES } from './walk.mjs';

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

const klantkompas = fileURLToPath(new URL('../../dist/bin/klantkompas', import.meta.url));

/** With a mistake that every question is part of. @param {string} name */
function broken(name) {
  const questionnaire = questionnaireOf(name);
  questionnaire.gates.push({ ...questionnaire.gates[0], id: 'wrong', cap: { if: [{ '>=': [{ mean: [] }, 1.5] }, 1, null] } });
  return questionnaire;
}

for (const [name, of] of [...NAMES.map((each) => [each, questionnaireOf(each)]), ...['klantgedreven', 'weerbaar'].map((each) => [`a broken ${each}`, broken(each)]),
  ...[[12, 12], [24, 12], [21, 3], [1000, 12]].map(([questions, sections]) => [`${questions} questions in ${sections} sections`, made(questions, sections)])]) {
  test(`the audit of ${name} fits phones and desks, and its client's page fits one sheet`, async () => {
    const file = join(scratch, `${name}.html`);
    writeFileSync(join(scratch, 'audited.json'), JSON.stringify(of));
    const { status, stdout } = spawnSync(klantkompas, ['audit', join(scratch, 'audited.json'), '--format', 'html'], { encoding: 'utf8', maxBuffer: 1 << 24 });
    const isBroken = name.startsWith('a broken');
    assert.equal(status, isBroken ? 1 : 0);
    writeFileSync(file, stdout);
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
    // On the client's page what is wrong is summed up; every finding stands in full among the details.
    const [summed, full] = await page.$$eval('main > section', (parts) => parts.map((part) => part.querySelectorAll('.error, .warning').length));
    if (isBroken) assert.ok(summed <= 8 && full > 8, `${summed} of ${full} findings`);
    else assert.equal(summed, full);
    await page.emulateMediaType('print');
    await page.setViewport({ width: Math.round(A4.width * PX), height: Math.round(A4.height * PX) });
    const height = await page.evaluate(() => document.querySelector('section').getBoundingClientRect().height);
    assert.ok(height <= A4.height * PX, `the client's page is ${Math.round(height / PX)} mm high`);
    assert.deepEqual(problems, []);
    await page.close();
  });
}
