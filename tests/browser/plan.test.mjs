// Plan: made of the steps, filled in by real keys, back after a reload, on the device where answers are kept, in the files, and
// gone when all is wiped. In Chromium, Firefox and WebKitGTK where the browser has a part in it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, openPage } from './harness.mjs';
import { codeOf, FEW, FULL, MIXED, WIDGET } from './subject.mjs';
import { serve, until, use } from './walk.mjs';

const CODE = codeOf(MIXED);
let browser, site;
before(async () => {
  browser = await launch();
  site = await serve({ '/frame.html': '<!doctype html><title>Artikel</title><iframe title="Klantkompas" sandbox="allow-scripts" src="/klantkompas.html#k=' + CODE + '&at=plan" width="360" height="900"></iframe>' });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const address = (fragment = `k=${CODE}&at=plan`) => ({ fragment, until: 'settled' });
const open = (fragment, more = {}) => openPage(browser, `http://localhost:${site.port}/klantkompas.html`, { ...address(fragment), ...more });
const value = (page, id) => page.evaluate((of) => document.getElementById(`kk-${of}`)?.value, id);
const words = (page, id) => page.evaluate((of) => document.getElementById(`kk-${of}`)?.textContent ?? '', id);
const focused = (page) => page.evaluate(() => document.activeElement.id.slice(3) || document.activeElement.value);
/** Until the address and the tab's history are written. */
const written = (page, text) => until(page, (wanted) => (history.state?.plan ?? '').includes(wanted), text);

async function type(page, id, text) {
  await page.focus(`#kk-${id.replace(/\./g, '\\.')}`);
  await page.keyboard.type(text);
}

/** With a real click: focus follows. */
const press = async (page, id) => (await page.$(`button[value="${id}"]`)).click();

async function tabTo(page, wanted) {
  for (let i = 0; i < 60; i++) {
    const at = await page.evaluate(() => [document.activeElement.id.slice(3), document.activeElement.value]);
    if (at.includes(wanted)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${wanted} is not reached by Tab`);
}

for (const view of ['canvas', 'text']) {
  for (const width of [320, 720]) {
    test(`from the steps to a plan by keys alone, ${view}, ${width} px`, async () => {
      const reader = await open(`k=${CODE}&at=steps&view=${view}`, { width });
      const { page } = reader;
      await tabTo(page, 'go.plan');
      await page.keyboard.press('Enter');
      await until(page, () => window.klantkompas.state().screen === 'plan');
      assert.equal(await focused(page), 'plan.h');
      await tabTo(page, 'plan.pick-3');
      await page.keyboard.press('Space');
      await tabTo(page, 'plan.make');
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Zet twee stappen in je plan');
      await page.keyboard.press('Enter');
      await until(page, () => document.activeElement.id === 'kk-plan.h');
      await tabTo(page, 'plan.task-1');
      await page.keyboard.press('Enter');
      await until(page, () => document.getElementById('kk-plan.task-1').ariaExpanded === 'true');
      await tabTo(page, 'plan.1.action');
      await page.keyboard.type('Klantpunt aanvragen');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Sécretaris 🧭');
      await tabTo(page, 'plan.1.days-30');
      await page.keyboard.press('Space');
      await tabTo(page, 'plan.1.state-1');
      await page.keyboard.press('ArrowRight');
      const day = new Date();
      day.setDate(day.getDate() + 30);
      const iso = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
      assert.deepEqual([await value(page, 'plan.1.action'), await value(page, 'plan.1.who'), await value(page, 'plan.1.check')], ['Klantpunt aanvragen', 'Sécretaris 🧭', iso]);
      assert.match(await words(page, 'plan.h'), new RegExp(`^Eerste controle: ${day.getDate()} `));
      assert.match(await words(page, 'plan.task-1'), / bezig · Sécretaris 🧭 · /);
      await page.keyboard.press('Escape');
      await until(page, () => document.activeElement.id === 'kk-plan.task-1' && document.activeElement.ariaExpanded === 'false');
      assert.deepEqual(reader.problems, []);
      await reader.close();
    });
  }
}

test('what is typed is on the screen and in the history at once, and comes back after a reload and the way back', async () => {
  const reader = await open();
  const { page } = reader;
  await press(page, 'plan.own');
  assert.equal(await focused(page), 'plan.1.text');
  await page.keyboard.type('Bel vijf klanten');
  // In the middle of what is there already: the caret stays where the reader put it.
  for (let i = 0; i < 'klanten'.length; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('oude ');
  assert.equal(await value(page, 'plan.1.text'), 'Bel vijf oude klanten');
  await written(page, 'Bel vijf oude klanten');
  const hash = await page.evaluate(() => location.href);
  assert.ok(!/Bel|vijf|klanten\b(?!\.)/.test(hash.split('#')[1]), hash);
  for (const again of ['reload', 'back']) {
    if (again === 'reload') await page.reload();
    else {
      await page.goto(`http://localhost:${site.port}/frame.html`);
      await page.goBack();
    }
    await until(page, () => performance.getEntriesByName('kk:settled').length > 0);
    assert.match(await words(page, 'plan.task-1'), /Bel vijf oude klanten/, again);
  }
  await reader.close();
});

test('wiped is wiped: plan, history and storage', async () => {
  const reader = await open();
  const { page } = reader;
  await use(page, 'plan.make');
  await use(page, 'plan.task-1');
  await type(page, 'plan.1.who', 'Geheim');
  await use(page, 'go.files');
  await use(page, 'page.keep');
  await written(page, 'Geheim');
  assert.match(decodeURIComponent(await page.evaluate(() => localStorage.getItem('klantkompas:klantgedreven'))), /Geheim/);
  await use(page, 'tab.share');
  await use(page, 'nav.restart');
  assert.match(await words(page, 'share.ask'), /Ook je plan\.$/);
  await use(page, 'nav.wipe');
  await until(page, () => !history.state?.plan);
  assert.equal(await page.evaluate(() => localStorage.getItem('klantkompas:klantgedreven')), null);
  await page.reload();
  await until(page, () => performance.getEntriesByName('kk:settled').length > 0);
  assert.ok(!(await page.evaluate(() => JSON.stringify([document.documentElement.outerHTML.includes('Geheim'), history.state]))).includes('Geheim'));
  await reader.close();
});

test('kept on the device with the answers it is of, and with no others', async () => {
  const reader = await open();
  const { page } = reader;
  await use(page, 'plan.make');
  await use(page, 'plan.task-1');
  await type(page, 'plan.1.who', 'Één & ander=1%20&plan=x');
  await use(page, 'go.files');
  await use(page, 'page.keep');
  // Typed after the switch: kept too.
  await use(page, 'tab.steps');
  await use(page, 'go.plan');
  await type(page, 'plan.promise', 'Wie belt, krijgt antwoord');
  await written(page, 'krijgt antwoord');
  for (const [fragment, who, promise] of [['at=plan', 'Één & ander=1%20&plan=x', 'Wie belt, krijgt antwoord'], [`k=${codeOf(FULL)}&at=plan`, undefined, undefined]]) {
    await page.goto('about:blank');
    await page.goto(`http://localhost:${site.port}/klantkompas.html#${fragment}`);
    await until(page, () => performance.getEntriesByName('kk:settled').length > 0);
    if (who) await use(page, 'plan.task-1');
    assert.deepEqual([await value(page, 'plan.1.who'), await value(page, 'plan.promise')], [who, promise], fragment);
  }
  for (const damaged of ['%', '%E0%A4%A', 'x', encodeURIComponent('1\t\nq1\t9\t9\t9'), 'x'.repeat(300_000)]) {
    await page.evaluate((text) => localStorage.setItem('klantkompas:klantgedreven', text), `k=${CODE}&at=plan&plan=${damaged}`);
    await page.goto('about:blank');
    await page.goto(`http://localhost:${site.port}/klantkompas.html#at=plan`);
    await until(page, () => performance.getEntriesByName('kk:settled').length > 0);
    assert.equal(await words(page, 'plan.h'), 'Maak van de stappen een plan', damaged.slice(0, 40));
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view), 'canvas');
  }
  await page.evaluate(() => localStorage.clear());
  await reader.close();
});

test('in a sandboxed frame without storage: typed, kept through another screen, and in the file', async () => {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${site.port}/frame.html`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await until(frame, () => performance.getEntriesByName('kk:settled').length > 0);
  await use(frame, 'plan.make');
  await use(frame, 'plan.task-1');
  await (await frame.$('#kk-plan\\.1\\.who')).click();
  await page.keyboard.type('Directiesecretaris');
  await use(frame, 'go.files');
  await use(frame, 'file.json');
  const file = JSON.parse(await frame.evaluate(() => document.getElementById('kk-files.text').value));
  assert.equal(file.plan.tasks[0].who, 'Directiesecretaris');
  assert.equal(file.plan.tasks.length, 3);
  await use(frame, 'file.ics');
  assert.match(await frame.evaluate(() => document.getElementById('kk-files.text').value), /BEGIN:VEVENT/);
  await page.close();
});

test('forty tasks stay fluent: a key is answered with the others closed and open', async () => {
  const reader = await open();
  const { page } = reader;
  for (let i = 1; i <= 40; i++) {
    await press(page, 'plan.own');
    await page.keyboard.type(`Stap ${i}`);
  }
  assert.match(await words(page, 'plan.full'), /^Een plan heeft plaats voor 40 stappen/);
  await use(page, 'plan.task-7');
  await type(page, 'plan.7.who', 'Iemand');
  assert.equal(await value(page, 'plan.7.who'), 'Iemand');
  await reader.close();
});

test('too few answers for a stage give steps to plan all the same', async () => {
  const reader = await openPage(browser, WIDGET, address(`k=${codeOf(FEW)}&at=plan`));
  await use(reader.page, 'plan.make');
  assert.match(await words(reader.page, 'plan.task-1'), /^1\. /);
  await reader.close();
});

describe('on paper', () => {
  test('all tasks, open and put aside, as text with lines to write on', async () => {
    const reader = await open();
    const { page } = reader;
    await use(page, 'plan.make');
    await use(page, 'plan.task-1');
    await type(page, 'plan.1.who', 'Directiesecretaris');
    await use(page, 'plan.1.state-3');
    await page.emulateMediaType('print');
    await until(page, () => document.getElementById('kk-plan.3.action'));
    assert.match(await words(page, 'plan.task-1'), /klaar · Directiesecretaris/);
    assert.match(await words(page, 'plan.3.learned'), /^Wat leerden we\?: …+$/);
    assert.equal(await page.evaluate(() => document.querySelectorAll('#kk-plan input').length), 0);
    await page.emulateMediaType(null);
    await reader.close();
  });
});
