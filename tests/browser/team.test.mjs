// The Team page of team.html: codes pasted, chosen and typed; what it shows and what it never keeps; by mouse, keys and finger.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { change, MODES, open as openWithAxe, run, TRANSPARENT, UNDECIDED } from './axe.mjs';
import { OTHERS, startEngine } from './engines.mjs';
import { launch, openPage } from './harness.mjs';
import { codeOf, QUESTIONS } from './subject.mjs';
import { tableOf, textOf, textsOf } from './walk.mjs';
import { random } from '../support/random.mjs';

const TEAM = fileURLToPath(new URL('../../dist/team.html', import.meta.url));
const [GOLDEN] = JSON.parse(readFileSync(new URL('../cases/team.json', import.meta.url), 'utf8'));
const answers = (pattern) => ({ answers: Object.fromEntries([...pattern].map((c, i) => [QUESTIONS[i].id, Number(c)])) });
const members = GOLDEN.input.members.map(({ role, answers: given }) => ({ role, code: codeOf({ answers: given }) }));
const ROLES = { leadership: 'leiding', frontline: 'uitvoering' };
const list = members.map(({ role, code }) => `${ROLES[role]}; ${code}`).join('\n');
const chat = members.map(({ code }, i) => `Anna ${i}: hier is mijn code: ${code}`).join('\n');

let browser, scratch;
before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'klantkompas-team-page-'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true });
});

const open = (fragment = 'at=team', options = {}) => openPage(browser, TEAM, { fragment, until: 'settled', ...options });
const title = (reader) => reader.page.$eval('h1', (el) => el.textContent);
const field = (reader) => reader.locate('textbox', 'Codes van je team');
/** As a paste does. */
const paste = (reader, text) => reader.page.evaluate((all) => {
  const el = document.querySelector('textarea');
  el.focus();
  document.execCommand('insertText', false, all);
}, text);
async function show(reader, text, by = 'mouse') {
  await paste(reader, text);
  await reader.press('Leg erbij', { by });
  await reader.press('Toon het beeld', { by });
}

for (const by of ['mouse', 'keyboard', 'touch']) {
  test(`a list with roles becomes the picture of the golden team (${by})`, async () => {
    const reader = await open();
    assert.equal((await reader.state()).screen, 'team');
    assert.equal(await title(reader), 'Leg de codes van je team naast elkaar');
    await (await field(reader)).focus();
    await reader.press('Leg erbij', { by });
    assert.equal(await textOf(reader.page, 'team.said'), 'Hier staat geen nieuwe code van deze vragenlijst in.');
    assert.equal((await reader.focused()).role, 'textbox');
    await paste(reader, list);
    await reader.press('Leg erbij', { by });
    assert.equal(await textOf(reader.page, 'team.said'), '6 codes erbij.');
    assert.equal(await textOf(reader.page, 'team.waiting'), 'Klaar om te tonen: 6 mensen: 3 leiding, 3 uitvoering.');
    assert.deepEqual([(await reader.focused()).role, await (await field(reader)).evaluate((el) => el.value)], ['textbox', ''], 'an empty field for more');
    await reader.press('Toon het beeld', { by });
    assert.deepEqual(await reader.focused(), { role: 'heading', name: 'De leiding ziet het rooskleuriger' });
    assert.equal(await textOf(reader.page, 'team.over'), '6 mensen: 3 leiding, 3 uitvoering');
    assert.equal(await textOf(reader.page, 'team.lead'), 'Samen: fase 3, Bouwend, 50 van 100. De leiding kiest gemiddeld 1,3 niveau hoger.');
    const { questions, role_gap: gaps, talk_first: talk } = GOLDEN.expected;
    const two = (value) => value.toFixed(2).replace('.', ',').replace('-', '−');
    const WORDS = { united: 'dicht bij elkaar', fair: 'enige spreiding', divided: 'ver uiteen' };
    const [rows, agreements, roles] = await Promise.all(['answers', 'agreement', 'roles'].map((name) => tableOf(reader.page, `team.${name}.t`)));
    for (const [i, { id }] of QUESTIONS.entries()) {
      const { n, mean, sd, min, max, agreement, label } = questions[id];
      assert.deepEqual(rows[i].slice(1), [String(n), two(mean), `${min}–${max}`], id);
      assert.deepEqual(agreements[i].slice(1), [two(sd), `${WORDS[label]} (${two(agreement)})`], id);
      const [, leaders, front, gap] = roles[i].map((text) => Number(text.replace(',', '.').replace('−', '-')));
      assert.equal(gap, gaps[id], id);
      assert.ok(Math.abs(leaders - front - gap) < 0.011, id);
    }
    const topics = await reader.page.$$eval('#kk-team\\.talk > *', (items) => items.map((el) => /\d+/.exec(el.textContent)[0]));
    assert.deepEqual(topics.map((n) => `q${n}`), talk);
    const asked = await textsOf(reader.page, /^team\.talk-\d+\.ask$/);
    for (const [i, id] of talk.entries()) {
      const topic = QUESTIONS.find((question) => question.id === id).topic.nl;
      assert.ok(asked[i].includes(topic.charAt(0).toLowerCase() + topic.slice(1)), `${asked[i]} is about ${topic}`);
    }
    await reader.close();
  });
}

test('without roles the title says on how much people differ, and no role stands anywhere', async () => {
  const reader = await open();
  await show(reader, chat);
  assert.equal(await title(reader), 'Over drie vragen denken jullie verschillend');
  assert.equal(await textOf(reader.page, 'team.over'), '6 mensen');
  assert.equal(await reader.page.$('#kk-team\\.roles\\.t'), null);
  assert.doesNotMatch(await reader.page.$eval('#kk-team', (el) => el.textContent), /uitvoering|tegenover/i);
  await reader.close();
});

test('one colleague more waits, and three change the picture; roles of fewer than three are merged, which is said before', async () => {
  const reader = await open();
  await show(reader, list);
  await reader.press('Code toevoegen');
  const late = ['123412341', '123412342', '123412343'].map((pattern) => codeOf(answers(pattern)));
  await paste(reader, late[0]);
  await reader.press('Leg erbij');
  assert.match(await textOf(reader.page, 'team.waiting'), /^Eén nieuwe code wacht\. Het beeld verandert pas bij 3/);
  assert.equal(await textOf(reader.page, 'team.over'), '6 mensen: 3 leiding, 3 uitvoering');
  assert.equal(await reader.find('button', 'Werk het beeld bij'), null);
  await paste(reader, `leiding; ${late[1]}\nleiding; ${late[2]}`);
  await reader.press('Leg erbij');
  assert.match(await textOf(reader.page, 'team.waiting'), /voortaan zonder rol bij elkaar\.$/);
  await reader.press('Werk het beeld bij');
  assert.equal(await textOf(reader.page, 'team.over'), '9 mensen');
  await reader.close();
});

test('of what is left out each line is told', async () => {
  const reader = await open();
  const [{ code }] = members;
  await paste(reader, `${code}\n${code}\n${code.slice(0, -1)}${code.at(-1) === 'a' ? 'b' : 'a'}`);
  await reader.press('Leg erbij');
  assert.equal(await textOf(reader.page, 'team.said'), 'Eén code erbij.');
  assert.deepEqual(await reader.page.$$eval('#kk-team\\.left > li', (items) => items.map((el) => el.textContent)),
    ['Regel 2: deze code was er al en telt één keer.', 'Regel 3: de code is niet compleet, of er staat een fout in.']);
  assert.equal(await textOf(reader.page, 'team.waiting'), 'Nog 2 codes, dan kun je het beeld tonen.');
  await reader.close();
});

test('a file is read as a paste is, and files hold what is shown', async () => {
  const reader = await open();
  const csv = join(scratch, 'team.csv');
  writeFileSync(csv, `\ufeff"naam";"rol";"code"\r\n${members.map(({ role, code }, i) => `"Lid ${i}";"${ROLES[role]}";"${code}"\r\n`).join('')}`);
  // A reader takes their time: whatever the page no longer holds is gone by then.
  const session = await reader.page.createCDPSession();
  await session.send('Page.enable');
  await session.send('Page.setInterceptFileChooserDialog', { enabled: true });
  const opened = new Promise((tell) => { session.once('Page.fileChooserOpened', tell); });
  await reader.press('Kies een bestand');
  const { backendNodeId } = await opened;
  await session.send('HeapProfiler.collectGarbage');
  await session.send('DOM.setFileInputFiles', { files: [csv], backendNodeId });
  await reader.until(() => document.getElementById('kk-team.said'));
  assert.equal(await textOf(reader.page, 'team.waiting'), 'Klaar om te tonen: 6 mensen: 3 leiding, 3 uitvoering.');
  await reader.press('Toon het beeld');
  await reader.page.evaluate(() => {
    window.saved = [];
    URL.createObjectURL = (blob) => (window.saved.push(blob.text()), '#');
  });
  await reader.press('Bewaar JSON');
  await reader.press('Bewaar CSV');
  const [json, table] = await reader.page.evaluate(() => Promise.all(window.saved));
  const shown = JSON.parse(json);
  for (const [name, value] of Object.entries(GOLDEN.expected)) assert.deepEqual(shown[name], value, name);
  const rows = table.replace(/^\ufeff/, '').trimEnd().split('\r\n').map((line) => line.split(';'));
  assert.equal(rows.length, QUESTIONS.length + 1);
  for (const row of rows) assert.equal(row.length, rows[0].length);
  assert.deepEqual(rows[3].slice(2, 5), ['6', '2', '1.55'.replace('.', ',')]);
  await reader.close();
});

test('nothing of a team is kept: not in the address, not on the device, not after a reload', async () => {
  const reader = await open();
  await show(reader, list);
  const kept = await reader.page.evaluate(() => JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML.match(/data-(saved|plan)="[^"]*"/g)]));
  for (const { code } of members) assert.ok(!kept.includes(code), kept);
  await reader.page.reload();
  await reader.until(() => performance.getEntriesByName('kk:settled').length > 0);
  assert.equal(await title(reader), 'Leg de codes van je team naast elkaar');
  await show(reader, list);
  await reader.press('Wis alle codes');
  assert.deepEqual(await reader.focused(), { role: 'button', name: 'Nee, ga terug' });
  await reader.press('Wis ze');
  assert.deepEqual(await reader.focused(), { role: 'heading', name: 'Leg de codes van je team naast elkaar' });
  assert.ok(!(await reader.page.content()).includes(members[0].code));
  await reader.close();
});

test('an invitation leads to the questions, and they end in the code', async () => {
  const reader = await openPage(browser, undefined, { fragment: `team&k=${members[0].code}&at=question-9`, until: 'settled' });
  await reader.press('Naar je uitslag');
  assert.equal(await textOf(reader.page, 'result.team.code'), members[0].code);
  assert.match(await textOf(reader.page, 'result.team.what'), /^Stuur deze code naar wie je uitnodigde\. Wie de code/);
  assert.ok(await reader.find('button', 'Kopieer code'));
  await reader.close();
  const alone = await openPage(browser, undefined, { fragment: `k=${members[0].code}&at=result`, until: 'settled' });
  assert.equal(await alone.page.$('#kk-result\\.team'), null, 'nobody waits for it');
  assert.equal(await alone.find('button', 'Team'), null, 'the page for readers has no page for teams');
  await alone.close();
});

test('a file let go over the page is read too, also as UTF-16', async () => {
  const reader = await open();
  const bytes = [...Buffer.from(`\ufeff${list}`, 'utf16le')];
  const over = await reader.page.evaluate((all) => {
    const what = new DataTransfer();
    what.items.add(new File([new Uint8Array(all)], 'codes.txt', { type: 'text/plain' }));
    const at = document.querySelector('h1');
    const taken = at.dispatchEvent(new DragEvent('dragover', { dataTransfer: what, bubbles: true, cancelable: true }));
    at.dispatchEvent(new DragEvent('drop', { dataTransfer: what, bubbles: true, cancelable: true }));
    return taken;
  }, bytes);
  assert.equal(over, false, 'else the browser opens the file');
  await reader.until(() => document.getElementById('kk-team.said'));
  assert.equal(await textOf(reader.page, 'team.waiting'), 'Klaar om te tonen: 6 mensen: 3 leiding, 3 uitvoering.');
  await reader.close();
});

test('two measurements lie beside each other, and the smallest group may be larger', async () => {
  const reader = await open();
  await show(reader, list);
  await reader.press('Leg er een latere meting naast');
  assert.deepEqual(await reader.focused(), { role: 'heading', name: 'Leg de codes van je team naast elkaar' });
  assert.match(await textOf(reader.page, 'team.then.kept'), /^Het beeld van 6 mensen is bewaard/);
  await reader.press('Van wie zijn ze? Gemengd · minstens 3 mensen');
  await reader.choose('minstens 5 mensen');
  const later = ['333333333', '222222222', '323232323', '232323232', '444444444'].map((pattern) => codeOf(answers(pattern)));
  await paste(reader, later.slice(0, 4).join('\n'));
  await reader.press('Leg erbij');
  assert.equal(await reader.find('button', 'Toon het beeld'), null, 'four are no group of five');
  await paste(reader, later[4]);
  await reader.press('Leg erbij');
  await reader.press('Toon het beeld');
  assert.equal(await textOf(reader.page, 'team.before.who'), 'Toen 6 mensen, nu 5.');
  const means = await tableOf(reader.page, 'team.means.t');
  QUESTIONS.forEach(({ id }, i) => assert.equal(means[i][1], GOLDEN.expected.questions[id].mean.toFixed(2).replace('.', ','), id));
  assert.deepEqual(means.map((row) => row[2]), ['2,80', '2,80', '2,80', '2,80', '2,80', '2,80', '2,80', '2,80', '2,80']);
  await reader.close();
});

test('ten thousand lines with codes are one picture', async (t) => {
  const reader = await open();
  const next = random(11);
  const some = Array.from({ length: 40 }, () => answers(Array.from({ length: 9 }, () => next(5)).join('')));
  // It takes the program to make a code: a few stand many times. team_table_test.cpp counts so many that differ.
  const known = some.map((each) => codeOf(each));
  const text = Array.from({ length: 10_000 }, (_, i) => `Lid ${i}: ${known[next(known.length)]}`).join('\n');
  const times = await reader.page.evaluate(async (all) => {
    let longest = 0;
    new PerformanceObserver((tasks) => tasks.getEntries().forEach(({ duration }) => { longest = Math.max(longest, duration); })).observe({ type: 'longtask' });
    document.querySelector('textarea').value = all;
    const began = performance.now();
    document.querySelector('[value="team.add"]').click();
    while (!document.querySelector('[value="team.show"]')) await new Promise((done) => setTimeout(done));
    const added = performance.now();
    document.querySelector('[value="team.show"]').click();
    const shown = performance.now();
    await new Promise((done) => setTimeout(done, 300));
    return [added - began, shown - added, longest].map(Math.round);
  }, text);
  t.diagnostic(`10,000 lines: ${times[0]} ms to read, ${times[1]} ms to show, longest task ${times[2]} ms`);
  assert.equal(await textOf(reader.page, 'team.over'), `${new Set(known).size} mensen`);
  await reader.close();
});

test('one line without an end is read as any other, and what is too long is refused whole', async () => {
  const reader = await open();
  const put = (text) => reader.page.evaluate((all) => {
    document.querySelector('textarea').value = all;
    document.querySelector('[value="team.add"]').click();
  }, text);
  await put(`${'x '.repeat(40_000)} ${members[0].code} ${'y '.repeat(40_000)}\n${members[1].code}`);
  await reader.until(() => document.getElementById('kk-team.said'));
  assert.equal(await textOf(reader.page, 'team.said'), '2 codes erbij.');
  await put('z'.repeat(1_000_001));
  assert.match(await textOf(reader.page, 'team.said'), /^Deze tekst is te lang/);
  assert.equal(await textOf(reader.page, 'team.waiting'), 'Nog één code, dan kun je het beeld tonen.');
  await put(`${`${'w'.repeat(30)}\n`.repeat(5000)}${members[2].code}\n${members[2].code.slice(0, -1)}${members[2].code.at(-1) === 'a' ? 'b' : 'a'}`);
  await reader.until(() => /Klaar/.test(document.getElementById('kk-team.waiting').textContent));
  assert.equal(await textOf(reader.page, 'team.left-1'), 'Regel 5002: de code is niet compleet, of er staat een fout in.', 'lines are counted through all pieces');
  await reader.close();
});

for (const width of [320, 720]) {
  test(`axe finds nothing, ${width} px`, async () => {
    const reader = await openWithAxe(browser, { width, fragment: 'at=team' }, TEAM);
    for (const step of ['empty', 'added', 'shown', 'open']) {
      if (step === 'added') {
        await paste(reader, `${list}\nen ${members[0].code}`);
        await reader.press('Leg erbij');
      }
      if (step === 'shown') await reader.press('Toon het beeld');
      if (step === 'open') await reader.press('Code toevoegen');
      for (const mode of Object.keys(MODES)) {
        await change(reader, mode);
        const drawn = (await reader.state()).view === 'canvas';
        assert.deepEqual((await run(reader.page, drawn ? [...UNDECIDED, TRANSPARENT] : UNDECIDED)).findings, [], `${step}, ${mode}`);
      }
      await change(reader, 'light');
    }
    await reader.close();
  });
}

for (const name of OTHERS) {
  test(`${name}: codes to picture by keyboard`, async (t) => {
    const engine = await startEngine(name, { webgl: false });
    t.after(() => engine.close());
    const reader = await engine.open('at=team', TEAM);
    await paste(reader, list);
    await reader.press('Leg erbij', { by: 'keyboard' });
    assert.equal(await textOf(reader.page, 'team.waiting'), 'Klaar om te tonen: 6 mensen: 3 leiding, 3 uitvoering.');
    await reader.press('Toon het beeld', { by: 'keyboard' });
    assert.equal(await textOf(reader.page, 'team.h'), 'De leiding ziet het rooskleuriger');
    assert.equal((await tableOf(reader.page, 'team.answers.t')).length, QUESTIONS.length);
  });
}
