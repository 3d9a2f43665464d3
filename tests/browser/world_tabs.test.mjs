// Answers in tabs: two of one page, one that is left and come back to, one that was thrown out of memory.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './harness.mjs';
import { MIXED, QUESTIONS, SKIPPED } from './subject.mjs';
import { answerAll, until, use, wipe } from './walk.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const FIRST = QUESTIONS[0].id;
const open = () => openPage(browser, undefined, { fragment: 'view=text', until: 'settled' });
const running = (page) => until(page, () => window.klantkompas?.state().tier !== 'none');
const answersIn = async (reader) => (await reader.state()).answers.answers;

test('world, answers: two tabs know nothing of each other; wiped in one is not wiped in the other', async () => {
  const [one, other] = [await open(), await open()];
  await answerAll(one.page, MIXED);
  await use(other.page, 'nav.start');
  assert.deepEqual(await answersIn(other), SKIPPED.answers);
  await other.page.evaluate((hash) => { location.hash = hash; }, 'at=question-1&view=text');
  await until(other.page, () => window.klantkompas.state().screen === 'question-1');
  await use(other.page, `${FIRST}.l3`);
  await until(other.page, () => /[#&]k=/.test(location.hash));
  await wipe(one.page);
  for (const reader of [one, other]) {
    await until(reader.page, (wiped) => /[#&]k=/.test(location.hash) !== wiped, reader === one);
    await reader.page.reload();
    await running(reader.page);
  }
  assert.deepEqual(await answersIn(one), SKIPPED.answers);
  assert.deepEqual(await answersIn(other), { ...SKIPPED.answers, [FIRST]: 3 });
  await one.close();
  await other.close();
});

for (const keeps of [true, false]) {
  test(`world, answers: left and come back to, ${keeps ? 'as the browser does it' : 'where the browser keeps no page'}`, async () => {
    const reader = await open();
    const { page } = reader;
    // A page that may not be stored is made anew on the way back.
    if (!keeps) await page.evaluate(() => addEventListener('unload', () => {}));
    await answerAll(page, MIXED);
    await until(page, () => location.hash.includes('at=result'));
    await page.goto('about:blank');
    await page.goBack();
    await running(page);
    const { screen, answers } = await reader.state();
    assert.deepEqual([screen, answers.answers], ['result', MIXED.answers]);
    await use(page, 'tab.steps');
    assert.equal((await reader.state()).screen, 'steps');
    await reader.close();
  });
}

test('world, answers: a tab that was thrown out of memory comes back as it was', async () => {
  const reader = await open();
  const { page } = reader;
  await answerAll(page, MIXED);
  await until(page, () => location.hash.includes('at=result'));
  const address = page.url();
  await page.close();
  // As browsers do it: the address again, in a process of its own, and nothing of the old one.
  const again = await openPage(browser, address, { until: 'settled' });
  const { screen, answers } = await again.state();
  assert.deepEqual([screen, answers.answers], ['result', MIXED.answers]);
  await again.close();
});
