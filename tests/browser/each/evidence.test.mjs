// The figures and their source: what each is worth is told on demand, and all of it on paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { LANGUAGES, questionnaire } from '../subject.mjs';

const { evidence = [], notes = [] } = questionnaire;
const skip = !evidence.length;
const SAYS = { nl: { none: 'Geen cijfer is bevestigd', not: 'niet bevestigd', claims: 'Stellingen zonder bron' }, en: { none: 'No figure is confirmed', not: 'not confirmed', claims: 'Claims without a source' } };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const shows = (reader, text) => reader.frame.evaluate((words) => [...document.querySelectorAll('main p')].some((el) => el.textContent === words), text);

for (const lang of LANGUAGES) for (const width of [320, 720]) {
  test(`one status at a time: ${lang}, ${width} px`, { skip }, async () => {
    const reader = await openPage(browser, undefined, { width, fragment: `lang=${lang}&at=evidence`, until: 'settled' });
    const says = SAYS[lang];
    assert.deepEqual((await reader.tree()).filter(({ role, level }) => role === 'heading' && level === 1).map(({ name }) => name), [says.none]);
    for (const { title, figure, status, who } of evidence) {
      const button = `${says.not}: ${title[lang]}`;
      assert.ok(await reader.frame.evaluate((words) => [...document.querySelectorAll('main p')].some((el) => el.textContent.startsWith(words)), figure[lang]), figure[lang]);
      if (who) assert.ok(await reader.frame.evaluate((words) => [...document.querySelectorAll('main span')].some((el) => el.textContent === words), who[lang]));
      await reader.press(button, { by: 'keyboard' });
      await reader.until((words) => [...document.querySelectorAll('main p')].some((el) => el.textContent === words), status[lang]);
      const open = (await reader.tree()).filter(({ role, expanded }) => role === 'button' && expanded).map(({ name }) => name);
      assert.deepEqual(open, [button]);
    }
    await reader.press(`${says.not}: ${evidence.at(-1).title[lang]}`, { by: 'keyboard' });
    await reader.until((words) => [...document.querySelectorAll('main p')].every((el) => el.textContent !== words), evidence.at(-1).status[lang]);
    const claims = notes.filter(({ id }) => id.startsWith('claim'));
    for (const { text } of claims) assert.ok(!(await shows(reader, text[lang])));
    await reader.press(says.claims);
    for (const { text } of claims) await reader.until((words) => [...document.querySelectorAll('main p')].some((el) => el.textContent === words), text[lang]);
    await reader.close();
  });
}

test('on paper all is told, and numbers that count the same are drawn where there is room', { skip }, async () => {
  const [lang] = LANGUAGES;
  const drawn = (reader) => reader.frame.evaluate(() => document.querySelectorAll('.k-shares svg').length);
  const reader = await openPage(browser, undefined, { fragment: `lang=${lang}&at=evidence&view=text`, until: 'settled' });
  const pictures = evidence.filter(({ shares }) => shares).length;
  assert.equal(await drawn(reader), pictures);
  await reader.media({}, 'print');
  for (const { status } of evidence) await reader.until((words) => [...document.querySelectorAll('main p')].some((el) => el.textContent === words && el.checkVisibility()), status[lang]);
  await reader.close();
  const small = await openPage(browser, undefined, { width: 340, fragment: `lang=${lang}&at=evidence&view=text`, until: 'settled' });
  assert.equal(await drawn(small), 0);
  await small.close();
});
