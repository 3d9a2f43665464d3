// Lighthouse on the sample article, with the widget below the fold and without it: the widget costs the article nothing.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import { serve } from '../../scripts/serve.mjs';
import { launch } from './harness.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

test('the article with the widget scores as it does without, and nothing in it shifts', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'klantkompas-lighthouse-'));
  cpSync(dist, folder, { recursive: true });
  const article = readFileSync(join(folder, 'article.html'), 'utf8');
  // Without the widget, its script, and the section that tells how to place it.
  const bare = [/<script[^]*?<\/script>/g, /<klant-kompas[^]*?<\/klant-kompas>/, /<section[^]*?<\/section>/].reduce((text, part) => {
    assert.match(text, part);
    return text.replace(part, '');
  }, article);
  assert.ok(!/klant-kompas|embed\.js|plaatsen/.test(bare), 'the widget is out');
  writeFileSync(join(folder, 'bare.html'), bare);
  const [browser, server] = await Promise.all([launch(), serve(0, folder)]);
  try {
    const results = {};
    for (const name of ['article', 'bare']) {
      const page = await browser.newPage();
      const { lhr } = await lighthouse(`http://localhost:${server.address().port}/${name}.html`, { onlyCategories: CATEGORIES, logLevel: 'error' }, undefined, page);
      assert.equal(lhr.runtimeError, undefined);
      results[name] = {
        ...Object.fromEntries(CATEGORIES.map((id) => [id, lhr.categories[id].score])), shift: lhr.audits['cumulative-layout-shift'].numericValue,
      };
      await page.close();
    }
    t.diagnostic(`with ${JSON.stringify(results.article)}; without ${JSON.stringify(results.bare)}`);
    const { performance, ...scores } = results.article;
    const { performance: usual, ...expected } = results.bare;
    assert.deepEqual(scores, expected);
    assert.equal(scores.shift, 0);
    for (const id of CATEGORIES.slice(1)) assert.ok(scores[id] > 0.5, `${id}: ${scores[id]}`);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  }
});
