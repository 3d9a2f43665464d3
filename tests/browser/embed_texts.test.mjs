// A questionnaire whose every text is an attack: in a frame, on the canvas and as text, it is shown as it is written, and becomes
// neither an element nor code.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { stage } from './hosts.mjs';
import { answersBy, cli, codeOf, questionnaire } from './subject.mjs';
import { serve, use } from './walk.mjs';

const ATTACKS = ['<img src=x onerror="top.hit=self.hit=1">', '</script><script>self.hit=1</script>', 'javascript:self.hit=1', '"><svg onload="self.hit=1">',
  '<!--', '\'"` onfocus=hit=1 autofocus', '&lt;b&gt;&#60;', '@@DATA@@', '</textarea></style></title><u>', '<a href="javascript:hit=1">x</a>', 'data:text/html,<script>hit=1</script>'];
const SCREENS = ['intro', 'modules-words', 'role', 'claims-1', 'question-1', 'question-9', 'modules-more', 'profile-1', 'ticks', 'context', 'result', 'steps', 'patterns',
  'mirror', 'share', 'files', 'embed', 'about', 'evidence', 'glossary', 'privacy', 'code'];
const at = stage();
let scratch;
let own;

/** Every text in a language replaced by an attack, but for what it must hold in braces. */
function attacked() {
  let next = 0;
  const { languages } = questionnaire;
  const hostile = (value) => {
    if (Array.isArray(value)) return value.map(hostile);
    if (typeof value !== 'object' || value === null) return value;
    const keys = Object.keys(value);
    if (keys.length === languages.length && languages.every((tag) => typeof value[tag] === 'string')) {
      return Object.fromEntries(languages.map((tag) => [tag, [ATTACKS[next++ % ATTACKS.length], ...(value[tag].match(/\{\w+\}/g) ?? [])].join(' ')]));
    }
    return Object.fromEntries(keys.map((key) => [key, hostile(value[key])]));
  };
  return hostile(questionnaire);
}

before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-texts-'));
  writeFileSync(join(scratch, 'hostile.json'), JSON.stringify(attacked()));
  cli(['bundle', join(scratch, 'hostile.json'), '-o', join(scratch, 'hostile.html')]);
  own = await serve({ '/hostile.html': readFileSync(join(scratch, 'hostile.html'), 'utf8') });
});
after(async () => {
  await own?.close();
  rmSync(scratch, { recursive: true, force: true });
});

for (const view of ['canvas', 'text']) {
  test(`texts stay texts, ${view} view`, async () => {
    const code = codeOf({ ...answersBy(() => 1), claims: { w1: 4, w2: 3, w3: 2 } }, join(scratch, 'hostile.json'));
    const host = await serve({ '/': `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,">
      <iframe title="Klantkompas" sandbox="allow-scripts" width="720" height="1000" src="http://127.0.0.1:${own.port}/hostile.html#view=${view}"></iframe>` });
    const page = await at.browser.newPage();
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`http://localhost:${host.port}/`);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    await frame.waitForFunction(() => document.getElementById('kk-view.text'), { polling: 20, timeout: 60_000 });
    const seen = new Set();
    for (const screen of SCREENS) {
      await frame.evaluate((fragment) => { location.hash = fragment; }, `k=${code}&at=${screen}&view=${view}`);
      await frame.waitForFunction((...to) => {
        const { screen: now, view: how } = window.klantkompas.state();
        return now === to[0] && how === to[1];
      }, { polling: 20, timeout: 60_000 }, screen, view);
      const found = await frame.evaluate((attacks) => ({
        elements: [...document.querySelectorAll('img, svg[onload], main script, main style, main u, [autofocus], [onerror], [onload], [onfocus], a[href^="javascript" i], iframe')].map((el) => el.outerHTML),
        shown: attacks.filter((text) => [document.title, document.querySelector('main').textContent, ...[...document.querySelectorAll('textarea')].map(({ value }) => value)]
          .some((all) => all.replace(/\s/g, '').includes(text.replace(/\s/g, '')))),
        view: window.klantkompas.state().view, hit: 'hit' in window,
      }), ATTACKS);
      assert.deepEqual({ ...found, shown: [] }, { elements: [], shown: [], view, hit: false }, screen);
      for (const text of found.shown) seen.add(text);
    }
    assert.deepEqual(ATTACKS.filter((text) => !seen.has(text)), [], 'each was shown as it is written');
    // Also after a reader's own press, by which scripts might come to life.
    await use(frame, 'lang.en');
    assert.equal(await frame.evaluate(() => window.hit), undefined);
    assert.equal(await page.evaluate(() => window.hit), undefined);
    assert.deepEqual(errors, []);
    await page.close();
    await host.close();
  });
}
