// Ids and languages are the author's, the page's address is the host's: none of them may meet what the page is made of.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, openPage } from './harness.mjs';
import { FULL, NAME, QUESTIONS, cli, questionnaireOf } from './subject.mjs';

let browser, scratch;
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-ids-'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

/** Our questionnaire with other ids and languages, in its file and in its page. */
function renamed(name, names) {
  // By themselves, and where a rule names them behind what they are: "ticks.excuses".
  const inNames = (text) => text.replace(/"((?:ticks\.)?)([^"\\]*)"/g, (quoted, before, word) => word in names ? JSON.stringify(before + names[word]) : quoted);
  const json = inNames(JSON.stringify(questionnaireOf(NAME)));
  const file = join(scratch, `${name}.json`);
  const page = join(scratch, `${name}.html`);
  writeFileSync(file, json);
  cli(['bundle', file, '-o', page]);
  return { page, code: cli(['code', file], inNames(JSON.stringify(FULL))).trim() };
}

const PAGES = ['result', 'steps', 'plan', 'patterns', 'mirror', 'share', 'files', 'about', 'evidence', 'glossary', 'privacy', 'code', 'embed'];
const SCREENS = ['question-1', 'claims-1', 'profile-1', 'ticks', 'context', ...PAGES];

/** Every screen of the page opens, unfolded too, in each of its languages; nothing fails. */
async function seeAll({ page, code }, fragment = '') {
  const reader = await openPage(browser, page, { fragment: `k=${code}&at=result${fragment}` });
  for (const screen of SCREENS) {
    await reader.page.evaluate((to) => { location.hash = location.hash.replace(/at=[^&]*/, `at=${to}`); }, screen);
    await reader.until((to) => window.klantkompas.state().screen === to, screen);
    const more = await reader.page.$('button[value="nav.more"]');
    if (more) await more.click();
    const seen = await reader.page.evaluate(() => ({ heading: document.querySelector('h1')?.textContent, view: window.klantkompas.state().view, note: document.getElementById('kk-note').textContent }));
    assert.ok(seen.heading, screen);
    assert.deepEqual([seen.view, seen.note], ['canvas', ''], screen);
  }
  await reader.close();
}

const ids = QUESTIONS.map(({ id }) => id);
const file = questionnaireOf(NAME);
const others = [...file.patterns, ...file.strengths, ...file.ticks, ...file.ticks.flatMap(({ items }) => items), ...file.claims.questions, ...file.profile.items, ...file.evidence]
  .map(({ id }) => id);
const assign = (from, to) => Object.fromEntries(from.map((id, i) => [id, to[i]]).filter(([, name]) => name));

test('ids may be those that the page uses itself', async () => {
  const own = ['lead', 'order', 'nav', 'view', 'head', 'share', 'bar', 'lift', 'foot'];
  await seeAll(renamed('own', { ...assign(ids, own), ...assign(others, ['list', 'causes', 'more', 't', 'h', 'text', 'lang', 'top', 'key', 'strong', 'goods', 'site']) }));
});

test('an answer whose id is the name of a button of the page is an answer', async () => {
  const { page } = renamed('nav', assign(ids, ['nav', 'view']));
  const reader = await openPage(browser, page, { fragment: 'at=question-1' });
  await reader.page.click('label:has(input[value=":nav.l2"])');
  assert.equal((await reader.state()).answers.answers.nav, 2);
  await reader.close();
});

test('ids may have 32 characters', async () => {
  await seeAll(renamed('long', Object.fromEntries([...ids, ...others].map((id) => [id, `${id}_`.padEnd(32, 'x')]))));
});

for (const tag of ['nl-BE', 'pt-BR', 'de']) {
  test(`a questionnaire in ${tag} has every screen, and a voice`, async () => {
    const made = renamed(tag, { nl: tag });
    await seeAll(made);
    const reader = await openPage(browser, made.page, { fragment: 'k=1broken' });
    await reader.until(() => document.getElementById('kk-note').textContent.length > 10);
    await reader.press(tag.toUpperCase());
    await reader.page.click('button[value="view.text"]');
    await reader.until(() => document.getElementById('kk-status').textContent.length > 3);
    await reader.close();
  });
}

test('a long address does not take the screen for authors away', async () => {
  const html = readFileSync(renamed('address', {}).page);
  const server = createServer({ maxHeaderSize: 65536 }, (_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise((ready) => server.listen(0, ready));
  const reader = await openPage(browser, `http://localhost:${server.address().port}/k.html?${'a'.repeat(8000)}`, { fragment: 'at=embed' });
  assert.match(await reader.page.$eval('[id="kk-embed.text"]', (field) => field.value), /a{8000}/);
  assert.equal((await reader.state()).view, 'canvas');
  await reader.close();
  server.close();
});
