// A questionnaire that uses every field, as a reader meets it: its theme, its parameters, its conditions, its links.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, openPage } from './harness.mjs';
import { cli, questionnaireOf } from './subject.mjs';

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

const TAGS = 'nl en de fr es it pt da sv nb fi et lv lt pl cs sk sl hr hu ro ga mt ca eu gl cy is sq bs af id ms tr vi uk ru el bg sr'.split(' ');

for (const count of [3, 6, TAGS.length]) {
  test(`a choice of ${count} languages stands in the bar, as many in a row as fit, the same in both views`, async () => {
    const file = join(scratch, `languages-${count}.json`);
    const languages = TAGS.slice(0, count);
    writeFileSync(file, JSON.stringify({ ...questionnaireOf('weerbaar'), languages, fallback: Object.fromEntries(languages.slice(2).map((tag) => [tag, 'nl'])) }));
    cli(['bundle', file, '-o', file.replace('.json', '.html')]);
    for (const width of [320, 720]) {
      const rows = {};
      for (const view of ['canvas', 'text']) {
        const reader = await openPage(browser, file.replace('.json', '.html'), { width, fragment: view === 'text' ? 'view=text' : '', until: view === 'text' ? 'settled' : 'painted' });
        const { overflow, boxes, mark, bar } = await reader.page.evaluate(() => {
          const box = (el) => el && el.getBoundingClientRect().toJSON();
          return {
            overflow: document.documentElement.scrollWidth - innerWidth,
            boxes: [...document.querySelectorAll('main button[value^="lang."]')].map(box),
            mark: box(document.getElementById('kk-bar.brand')), bar: box(document.getElementById('kk-bar')),
          };
        });
        assert.ok(overflow <= 0, `${overflow} px too wide at ${width}, ${view}`);
        assert.equal(boxes.length, count);
        for (const { left, right, width: wide, height } of boxes) assert.ok(left >= 0 && right <= width && wide >= 44 && wide < 60 && height >= 44);
        if (mark) assert.ok(mark.top + mark.height / 2 - bar.top >= 20, 'the mark is cut off');
        const tops = new Set(boxes.map(({ top }) => Math.round(top)));
        rows[view] = tops.size;
        assert.ok(tops.size <= Math.ceil(count * 52 / (width - 20)) + 1, `${tops.size} rows`);
        await reader.close();
      }
      assert.equal(rows.canvas, rows.text, `rows at ${width}`);
    }
  });
}

for (const [view, width] of [['text', 320], ['canvas', 320], ['text', 720], ['canvas', 720]]) {
  test(`parts in a second row stand clear of those above them (${view}, ${width} px)`, async () => {
    const file = join(scratch, `rows-${view}-${width}.json`);
    const of = questionnaireOf('weerbaar');
    const extra = Array.from({ length: 2 }, (_, i) => ({
      ...of.sections[2], id: `more${i}`, questions: of.sections[2].questions.map(({ needs, ...question }) => ({ ...question, id: `${question.id}${i}` })),
    }));
    writeFileSync(file, JSON.stringify({ ...of, sections: [...of.sections, ...extra] }));
    cli(['bundle', file, '-o', file.replace('.json', '.html')]);
    const reader = await openPage(browser, file.replace('.json', '.html'), { width, fragment: `at=result${view === 'text' ? '&view=text' : ''}`, until: view === 'text' ? 'settled' : 'painted' });
    const columns = await reader.page.$$eval('[id^="kk-result.strip:"][id$=".list"]', (lists) => lists.map((list) => ({
      top: document.getElementById(list.id.replace('.list', '.h')).getBoundingClientRect().top, bottom: list.getBoundingClientRect().bottom,
    })));
    assert.equal(columns.length, 6);
    const perRow = width === 320 ? 2 : 4;
    for (const [i, { top }] of columns.entries()) {
      const above = columns[i - perRow];
      if (above) assert.ok(top - above.bottom >= 10, `part ${i + 1} stands ${top - above.bottom} px below the one above it`);
    }
    await reader.close();
  });
}
