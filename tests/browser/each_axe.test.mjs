// axe-core over the other questionnaires of ours, and one with every field of the format: what axe.test.mjs shows of the
// first holds for whatever an author writes.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open, run } from './axe.mjs';
import { launch } from './harness.mjs';
import { cli, NAMES } from './walk.mjs';

const FILES = [...NAMES.filter((name) => name !== 'klantgedreven').map((name) => `assets/questionnaires/${name}.json`), 'tests/cases/every_field.json']
  .map((path) => fileURLToPath(new URL(`../../${path}`, import.meta.url)));
const SCREENS = ['intro', 'question-1', 'result', 'steps', 'patterns', 'share', 'about', 'privacy'];

let browser, scratch;
before(async () => {
  browser = await launch();
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-each-axe-'));
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

for (const file of FILES) {
  const name = file.split('/').pop();
  for (const theme of ['light', 'dark']) {
    test(`${name}, ${theme}: no violation on any screen, in any language`, async () => {
      const page = join(scratch, 'page.html');
      cli(['bundle', file, '-o', page]);
      const { languages, sections } = JSON.parse(readFileSync(file, 'utf8'));
      const answers = Object.fromEntries(sections.flatMap(({ questions }) => questions.map(({ id }) => [id, 1])));
      const code = cli(['code', file], JSON.stringify({ answers })).trim();
      const reader = await open(browser, { fragment: `view=text&theme=${theme}` }, page);
      const found = [];
      for (const lang of languages) {
        for (const screen of SCREENS) {
          await reader.page.evaluate((hash) => { location.hash = hash; }, `k=${code}&at=${screen}&lang=${lang}&view=text&theme=${theme}`);
          await reader.until((at) => window.klantkompas.state().screen === at, screen);
          const { findings, passes } = await run(reader.page);
          assert.ok(passes > 20, `${screen}: ${passes} rules found something to judge`);
          found.push(...findings.map((line) => `${screen} (${lang}): ${line}`));
        }
      }
      assert.deepEqual(found, []);
      await reader.close();
    });
  }
}
