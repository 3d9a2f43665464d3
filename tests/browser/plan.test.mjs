// Plan: made of the steps, filled in by real keys, back after a reload, on the device where answers are kept, in the files, and
// gone when all is wiped. In Chromium; what is typed, closed while it has focus and reloaded in Firefox and WebKitGTK too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ENGINES, OTHERS } from './engines.mjs';
import { launch, openPage } from './harness.mjs';
import { codeOf, FEW, FULL, MIXED, QUESTIONS, WIDGET } from './subject.mjs';
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

test('a page that was saved by the browser keeps it, until it is wiped there', async () => {
  const reader = await open();
  const { page } = reader;
  await use(page, 'plan.make');
  await use(page, 'plan.task-1');
  await type(page, 'plan.1.who', 'Één "ander" & <b>');
  await written(page, '<b>');
  const folder = mkdtempSync(join(tmpdir(), 'klantkompas-saved-'));
  writeFileSync(join(folder, 'saved.html'), await page.content());
  await reader.close();
  const saved = await openPage(browser, join(folder, 'saved.html'), { until: 'settled', guard: false });  // its policy takes the old places away, aloud
  await saved.page.evaluate(() => { location.hash = '#at=plan'; });
  await until(saved.page, () => window.klantkompas.state().screen === 'plan');
  await use(saved.page, 'plan.task-1');
  assert.equal(await value(saved.page, 'plan.1.who'), 'Één "ander" & <b>');
  await use(saved.page, 'tab.share');
  for (const id of ['nav.restart', 'nav.wipe']) await use(saved.page, id);
  await until(saved.page, () => history.state?.plan === '');
  assert.ok(!(await saved.page.content()).includes('ander&quot;'));
  await saved.page.reload();
  await until(saved.page, () => performance.getEntriesByName('kk:settled').length > 0);
  assert.equal(await saved.page.evaluate(() => JSON.stringify(history.state)), '{"plan":""}');
  await saved.close();
  rmSync(folder, { recursive: true });
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
    await until(page, () => document.getElementById('kk-on-paper.plan.3.action'));
    assert.match(await words(page, 'on-paper.plan.task-1'), /klaar · Directiesecretaris/);
    assert.match(await words(page, 'on-paper.plan.3.learned'), /^Wat leerden we\? …+$/);
    assert.equal(await page.evaluate(() => document.querySelectorAll('#kk-plan input').length), 0);
    await page.emulateMediaType(null);
    await reader.close();
  });
});

describe('in files', () => {
  const bin = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist/bin/klantkompas');
  const shown = (page) => page.evaluate(() => document.getElementById('kk-files.text').value);
  let scratch;
  before(() => { scratch = mkdtempSync(join(tmpdir(), 'klantkompas-plan-')); });
  after(() => rmSync(scratch, { recursive: true }));

  test('the file of answers holds it: the command line gives the same bytes, and the page opens it again', async () => {
    const reader = await open();
    const { page } = reader;
    await use(page, 'plan.make');
    await use(page, 'plan.task-1');
    for (const [id, text] of [['action', 'Bel; "vijf", klanten'], ['who', 'Één & <b>ander</b>'], ['learned', 'Niets\\n']]) await type(page, `plan.1.${id}`, text);
    for (const id of ['plan.1.days-90', 'plan.1.effort-2', 'plan.1.state-2', 'plan.task-2', 'plan.2.state-4', 'plan.own']) await use(page, id);
    await type(page, 'plan.4.text', '=Eigen stap');
    await type(page, 'plan.promise', 'Wie belt, krijgt antwoord');
    await use(page, 'go.files');
    const files = {};
    for (const kind of ['json', 'ics', 'md', 'csv']) {
      await use(page, `file.${kind}`);
      files[kind] = await shown(page);
    }
    const file = join(scratch, 'plan.json');
    writeFileSync(file, files.json);
    const [, year, month, day, hour, minute, second] = /DTSTAMP:(\d{4})(..)(..)T(..)(..)(..)Z/.exec(files.ics);
    for (const [kind, text] of Object.entries(files)) {
      const { stdout, stderr, status } = spawnSync(bin, ['export', 'klantgedreven', file, '--format', kind, '--time', `${year}-${month}-${day}T${hour}:${minute}:${second}Z`], { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.equal(stdout.replace(/\r/g, '').replace(/^\ufeff/, ''), text, kind);
    }
    assert.equal(files.ics.match(/BEGIN:VEVENT/g).length, 2, 'to measure again, and the one check that is set');
    await written(page, 'krijgt antwoord');
    const plan = await page.evaluate(() => history.state.plan);

    // Elsewhere, where there is no plan, the file brings it back.
    const other = await open('at=code');
    await other.page.evaluate((text) => { document.getElementById('kk-code.text').value = text; }, files.json);
    await use(other.page, 'code.open');
    await written(other.page, 'Eigen stap');
    assert.equal(await other.page.evaluate(() => history.state.plan), plan);
    // Where there is one, the reader's own words stay.
    await use(other.page, 'tab.steps');
    await use(other.page, 'go.plan');
    await type(other.page, 'plan.promise', '!');
    await written(other.page, 'antwoord!');
    await other.page.evaluate(() => { location.hash = '#at=code'; });
    await until(other.page, () => window.klantkompas.state().screen === 'code');
    await other.page.evaluate((text) => { document.getElementById('kk-code.text').value = text; }, files.json);
    await use(other.page, 'code.open');
    await use(other.page, 'tab.steps');
    await use(other.page, 'go.plan');
    assert.equal(await value(other.page, 'plan.promise'), 'Wie belt, krijgt antwoord!');
    await other.close();
    await reader.close();
  });

  test('a plan that is not one is refused by its place', () => {
    const answers = { answers: Object.fromEntries(QUESTIONS.map(({ id }) => [id, 1])) };
    for (const [plan, where, what] of [
      [[], '/plan', 'wrong_type'],
      [{ tasks: {} }, '/plan/tasks', 'wrong_type'],
      [{ tasks: ['x'] }, '/plan/tasks/0', 'wrong_type'],
      [{ tasks: [{ question: 'q99' }] }, '/plan/tasks/0/question', 'unknown_id'],
      [{ tasks: [{ question: 1 }] }, '/plan/tasks/0/question', 'unknown_id'],
      [{ tasks: [{ question: QUESTIONS[0].id, from: 99 }] }, '/plan/tasks/0/from', 'wrong_type'],
      [{ tasks: [{ question: QUESTIONS[0].id, from: 0.5 }] }, '/plan/tasks/0/from', 'wrong_type'],
      [{ tasks: [{ question: QUESTIONS[0].id, from: QUESTIONS[0].levels.length - 1 }] }, '/plan/tasks/0/from', 'wrong_type'],
      [{ tasks: [{ step: 5 }] }, '/plan/tasks/0/step', 'wrong_type'],
      [{ tasks: [{ step: 'x', state: 'later' }] }, '/plan/tasks/0/state', 'wrong_type'],
      [{ tasks: [{ step: 'x', effort: '' }] }, '/plan/tasks/0/effort', 'wrong_type'],
      [{ tasks: [{ step: 'x', check: '2026-02-30' }] }, '/plan/tasks/0/check', 'wrong_type'],
      [{ tasks: Array.from({ length: 41 }, () => ({ step: 'x' })) }, '/plan/tasks/40', 'wrong_type'],
    ]) {
      const { status, stderr, stdout } = spawnSync(bin, ['export', 'klantgedreven', '-', '--format', 'json'], { input: JSON.stringify({ ...answers, plan }), encoding: 'utf8' });
      assert.equal(status, 1, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, new RegExp(`error\\[${what}\\] ${where}: `));
    }
  });
});

for (const name of OTHERS) {
  test(`${name}: what is typed is there at once, on another screen and after a reload`, async () => {
    const engine = await ENGINES[name]({ webgl: false });
    try {
      const page = await engine.newPage();
      await page.goto(`http://localhost:${site.port}/klantkompas.html#k=${CODE}&at=plan`);
      const settled = () => until(page, () => performance.getEntriesByName('kk:settled').length > 0);
      await settled();
      await use(page, 'plan.make');
      await use(page, 'plan.task-1');
      await page.evaluate(() => document.getElementById('kk-plan.1.who').focus());
      for (const key of 'Directiesecretaris') await page.keyboard.press(key);
      await until(page, () => document.getElementById('kk-plan.task-1').textContent.includes('· Directiesecretaris'));
      // The field goes while it has focus and a change to tell.
      await use(page, 'go.files');
      await use(page, 'tab.steps');
      await use(page, 'go.plan');
      await until(page, () => history.state?.plan?.includes('Directiesecretaris') && location.hash.endsWith('at=plan'));
      await page.reload();
      await settled();
      assert.match(await page.evaluate(() => document.getElementById('kk-plan.task-1').textContent), /Directiesecretaris/);
      assert.equal(await page.evaluate(() => document.getElementById('kk-note').hidden), true);
    } finally {
      await engine.close();
    }
  });
}
