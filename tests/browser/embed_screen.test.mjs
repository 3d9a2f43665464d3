// Plaats deze test, the screen: the same code as the article's own page writes for every set of options, seen at once where
// that can be, copied by its button, and reached from Delen as well.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { MODULES, snippet } from '../../web/embed/snippets.mjs';
import { openPage } from './harness.mjs';
import { stage } from './hosts.mjs';
import { cli, questionnaire, WIDGET } from './subject.mjs';
import { serve, use } from './walk.mjs';

let address;
const at = stage({}, () => { address = `http://localhost:${at.site.port}/klantkompas.html`; });

const LANGUAGES = { iframe: questionnaire.languages, script: ['auto', ...questionnaire.languages], wordpress: questionnaire.languages };

/** Every set of options that a way has. */
function* choices() {
  for (const way of Object.keys(LANGUAGES)) {
    for (const lang of LANGUAGES[way]) {
      for (const theme of ['auto', 'light', 'dark']) {
        for (let set = 0; set < 1 << MODULES.length; set++) {
          for (const result of way === 'script' ? [false, true] : [false]) yield { way, lang, theme, result, modules: MODULES.filter((_, i) => set & (1 << i)) };
        }
      }
    }
  }
}

test('for every set of options the screen writes what the article’s page writes', async () => {
  const reader = await openPage(at.browser, address, { fragment: 'at=embed&view=text', until: 'settled' });
  await use(reader.page, 'nav.more');
  const all = [...choices()];
  const written = await reader.page.evaluate((list) => list.map(({ way, lang, theme, result, modules }) => {
    const press = (id) => {
      const control = document.querySelector(`main [value="embed.${id}"]`);
      const on = control.matches('input') ? control.checked : control.getAttribute('aria-checked') === 'true';
      return { on, click: () => control.click() };
    };
    const set = (id, wanted) => press(id).on !== wanted && press(id).click();
    for (const id of [`way-${way}`, `lang-${lang}`, `theme-${theme}`]) press(id).click();
    for (const name of ['words', 'mirror', 'excuses', 'context']) set(`module-${name}`, modules.includes(name));
    if (way === 'script') set('result', result);
    return document.getElementById('kk-embed.text').value;
  }), all);
  assert.equal(new Set(written).size, all.length, 'all different');
  for (const [i, choice] of all.entries()) {
    const [first] = questionnaire.languages;
    const lang = choice.lang === (choice.way === 'script' ? 'auto' : first) ? '' : choice.lang;
    const theme = choice.theme === 'auto' ? '' : choice.theme;
    assert.equal(written[i], snippet({ ...choice, address, title: questionnaire.title[lang || first], lang, theme }), JSON.stringify(choice));
  }
  await reader.close();
});

test('the theme is seen at once, and gone when the screen is left', async () => {
  for (const view of ['canvas', 'text']) {
    const reader = await openPage(at.browser, address, { fragment: `at=embed&view=${view}`, until: 'settled' });
    const surface = () => reader.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--kk-surface').trim().toLowerCase());
    const before = await surface();
    await reader.choose('Donker');
    assert.equal((await reader.state()).theme, 'dark');
    assert.notEqual(await surface(), before);
    await reader.choose('Zoals de lezer');
    assert.equal(await surface(), before);
    await reader.choose('Donker');
    await reader.press('Terug');
    assert.deepEqual([(await reader.state()).theme, (await reader.state()).screen, await surface()], ['auto', 'intro', before]);
    await reader.close();
  }
});

test('parts are folded away; the example opens as chosen, in a window of its own', async () => {
  const reader = await openPage(at.browser, address, { fragment: 'at=embed', until: 'settled' });
  assert.equal(await reader.find('switch', 'Spiegel'), null);
  await reader.press('Kies extra’s', { by: 'keyboard' });
  await reader.press('Spiegel', { role: 'switch' });
  await reader.choose('Donker');
  await reader.choose('EN');
  const link = await reader.locate('link', 'Bekijk voorbeeld');
  assert.deepEqual(await link.evaluate((a) => [a.href, a.target, a.rel]), [`${address}#lang=en&theme=dark&modules=words,excuses,context`, '_blank', 'noopener noreferrer']);
  const opened = new Promise((found) => { at.browser.once('targetcreated', found); });
  await link.click();
  const page = await (await opened).page();
  await page.waitForFunction(() => window.klantkompas?.frames() > 0, { timeout: 60_000, polling: 20 });
  const { lang, theme, screen } = await page.evaluate(() => window.klantkompas.state());
  assert.deepEqual({ lang, theme, screen }, { lang: 'en', theme: 'dark', screen: 'intro' });
  await page.close();
  await reader.page.close();
});

test('a local file has no example to open, and names an address to replace', async () => {
  const reader = await openPage(at.browser, WIDGET, { fragment: 'at=embed' });
  assert.equal(await reader.find('link', 'Bekijk voorbeeld'), null);
  assert.match(await reader.page.$eval('textarea', (field) => field.value), /^<div><iframe src="https:\/\/example\.org\/klantkompas\.html"/);
  await reader.close();
});

test('a page with an oEmbed answer gives WordPress its address alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'klantkompas-embed-'));
  cli(['bundle', 'klantgedreven', '-o', join(folder, 'a.html'), '--url', 'https://kompas.example/a.html']);
  const host = await serve({ '/a.html': readFileSync(join(folder, 'a.html'), 'utf8') });
  const reader = await openPage(at.browser, `http://localhost:${host.port}/a.html`, { fragment: 'at=embed&lang=nl' });
  assert.ok(await reader.find('radio', 'Donker'));
  await reader.choose('WordPress');
  assert.equal(await reader.page.$eval('textarea', (field) => field.value), `http://localhost:${host.port}/a.html`);
  assert.equal(await reader.find('radio', 'Donker'), null, 'an address has no options');
  await reader.close();
  await host.close();
  rmSync(folder, { recursive: true });
});

test('copied by its button; where that is refused the text is selected', async () => {
  const reader = await openPage(at.browser, address, { fragment: 'at=embed', before: () => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => (window.refuse ? Promise.reject(new Error('no')) : Promise.resolve(window.copied = text)) } });
  } });
  const code = await reader.page.$eval('textarea', (field) => field.value);
  const status = () => reader.page.$eval('#kk-status', (el) => el.textContent.trim());
  await reader.press('Kopieer code');
  await reader.until(() => document.getElementById('kk-status').textContent.trim());
  assert.deepEqual([await reader.page.evaluate(() => window.copied), await status()], [code, 'Gekopieerd.']);
  await reader.page.evaluate(() => {
    window.refuse = true;
    document.execCommand = () => false;
  });
  await reader.press('Kopieer code');
  await reader.until(() => getSelection().toString().startsWith('<div><iframe'));
  await reader.until(() => document.getElementById('kk-status').textContent.includes('kopieer hem zelf'));
  await reader.close();
});

for (const [width, most] of [[320, 1060], [720, 960]]) {
  test(`at ${width} px it is at most ${most} px high in both views and languages, and reached from Delen`, async () => {
    for (const view of ['canvas', 'text']) {
      for (const [lang, label] of [['nl', 'Plaats deze test op je eigen site'], ['en', 'Embed this test on your own site']]) {
        const reader = await openPage(at.browser, address, { width, fragment: `at=share&view=${view}&lang=${lang}`, until: 'settled' });
        await reader.press(label);
        assert.equal((await reader.state()).screen, 'embed');
        const height = await reader.page.$eval('main', (main) => main.offsetHeight);
        assert.ok(height <= most, `${view}, ${lang}: ${height} px`);
        await reader.press({ nl: 'Terug', en: 'Back' }[lang]);
        assert.equal((await reader.state()).screen, 'share');
        await reader.close();
      }
    }
  });
}
