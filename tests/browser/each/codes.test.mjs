// Result codes in the address: what they bring back, what they refuse and in which words, and when they are written.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { unpack } from '../../../web/widget/engine.js';
import { launch, openPage } from '../harness.mjs';
import {
  answersOf, cases, chances, codeOf, FULL as complete, firstOf, heard, LANGUAGES, MIXED, ofThePage, questionnaire, QUESTIONS, randomAnswers, TO_QUESTIONS, WIDGET,
} from '../subject.mjs';
import { everythingOn, show, textOf, until, use } from '../walk.mjs';

/** content.md 11; the last one is ours: levels or weights changed since. */
const REFUSED = {
  damaged: { nl: 'Deze code klopt niet. Controleer of je alles hebt gekopieerd.', en: 'This code is not valid. Check that you copied all of it.' },
  foreign: { nl: 'Deze code hoort bij een andere vragenlijst.', en: 'This code belongs to another questionnaire.' },
  newer: { nl: 'Deze code komt uit een nieuwere versie.', en: 'This code comes from a newer version.' },
  rescored: { nl: /^De telling is veranderd sinds deze code is gemaakt\./, en: /^The scoring has changed since this code was made\./ },
};
const RESTART = { nl: 'Opnieuw', en: 'Start again' };

const [FIRST, SECOND, THIRD] = QUESTIONS.map(({ id }) => id);
/** Screens that an address may name, and that this questionnaire has. */
const { claims, profile, ticks, context } = questionnaire;
const PLACES = ['result', 'question-4', 'steps', ...profile ? ['profile-3'] : [], 'share', ...ticks ? ['ticks'] : [], ...claims ? ['claims-2'] : [],
  ...context ? ['context'] : [], 'patterns'];
const view = { until: 'settled' };
const open = (fragment, options) => openPage(browser, WIDGET, { ...view, fragment: `view=text&${fragment}`, ...options });
const fragmentOf = (page) => page.evaluate(() => location.hash);

/** Codes that must be refused: as this file's texts name them. */
function refusedCodes() {
  const folder = mkdtempSync(join(tmpdir(), 'klantkompas-codes-'));
  const written = (name, change) => {
    const copy = structuredClone(questionnaire);
    change(copy);
    writeFileSync(join(folder, name), JSON.stringify(copy));
    return codeOf(complete, join(folder, name));
  };
  const code = codeOf(complete);
  const codes = {
    damaged: code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    foreign: written('foreign.json', (copy) => { copy.id = 'ander'; }),
    newer: checked(`2${code.slice(1, -4)}`),
    rescored: written('rescored.json', (copy) => { copy.sections[0].questions[0].priority += 1; }),
  };
  rmSync(folder, { recursive: true });
  return codes;
}

/** Puts the check of a result code behind it, as src/exchange/result_code.cpp describes it. */
function checked(body) {
  let sum = 1n;
  for (const c of body) sum = (sum * 524_309n + BigInt(c.charCodeAt(0))) % 1_048_573n;
  const symbols = '0123456789abcdefghjkmnpqrstvwxyz';
  return body + [15n, 10n, 5n, 0n].map((shift) => symbols[Number((sum >> shift) & 31n)]).join('');
}

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

describe('a code brings back', () => {
  const chance = chances(7);
  const random = Array.from({ length: 4 }, () => heard(randomAnswers(chance)));
  for (const [name, input] of [...cases.map(({ id, input: each }) => [id, heard(each)]), ['full', complete], ['half-filled', firstOf(MIXED, 3)], ...random.map((each, i) => [`random ${i + 1}`, each])]) {
    test(`${name}: answers and place`, async () => {
      const code = codeOf(input);
      const at = PLACES[name.length % PLACES.length];
      const reader = await open(`k=${code}&at=${at}`);
      const { screen, answers } = await reader.state();
      assert.equal(screen, at);
      assert.deepEqual(answers, answersOf(code));
      assert.match(code, /^[A-Za-z0-9._~-]{1,64}$/);
      await reader.close();
    });
  }

  test('without a place: the result', async () => {
    const reader = await open(`k=${codeOf(complete)}`);
    assert.equal((await reader.state()).screen, 'result');
    await reader.close();
  });

  for (const [lang, sentence] of Object.entries({ nl: 'De tekst van de vragen is veranderd sinds deze code, je uitslag niet.', en: 'The wording has changed since this code was made; your result has not.' }).filter(([tag]) => LANGUAGES.includes(tag))) {
    ofThePage(`from before a wording changed: the same answers, and one line that says so (${lang})`, async () => {
      const before = structuredClone(questionnaire);
      before.sections[0].questions[0].levels[0][lang] += ' Nu nog.';
      const folder = mkdtempSync(join(tmpdir(), 'klantkompas-codes-'));
      writeFileSync(join(folder, 'before.json'), JSON.stringify(before));
      const code = codeOf(complete, join(folder, 'before.json'));
      rmSync(folder, { recursive: true });
      assert.notEqual(code, codeOf(complete));
      const reader = await open(`lang=${lang}&k=${code}`);
      const { screen, answers } = await reader.state();
      assert.equal(screen, 'result');
      assert.deepEqual(answers, answersOf(codeOf(complete)));
      assert.deepEqual(await reader.page.evaluate(() => { const line = document.getElementById('kk-note'); return [line.hidden, line.textContent]; }), [false, sentence]);
      await reader.close();
    });
  }

  test('10,000 random states, in this browser’s WASM', async () => {
    const reader = await open('');
    const html = readFileSync(WIDGET, 'utf8'); // the open page has let go of both
    const [wasm, data] = ['kk-wasm', 'kk-data'].map((id) => new RegExp(`id="${id}">([^<]*)<`).exec(html)[1]);
    const wrong = await reader.page.evaluate(roundTrips, questionnaire, 10_000, Buffer.from(unpack(wasm)).toString('base64'), data);
    assert.deepEqual(wrong, []);
    await reader.close();
  });
});

/** Runs in the page: a second instance of its WASM gives answers at random, and takes them from their code again. */
async function roundTrips(q, count, wasm, data) {
  const bytes = Uint8Array.from(atob(wasm), (c) => c.charCodeAt(0));
  const module = await WebAssembly.compile(bytes);
  const start = async () => {
    const imports = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
    const { exports: x } = await WebAssembly.instantiate(module, imports);
    x._initialize?.();
    const pass = (text) => {
      const utf8 = new TextEncoder().encode(text);
      const at = x.kk_buffer(utf8.length);
      new Uint8Array(x.memory.buffer, at, utf8.length).set(utf8);
      return utf8.length;
    };
    const taken = (at) => new TextDecoder().decode(new Uint8Array(x.memory.buffer, at, x.kk_length()));
    x.kk_init();
    x.kk_open(pass(data));
    return {
      act: (id, value = '') => x.kk_act(pass(id + value), value.length),
      code: () => taken(x.kk_code()), answers: () => JSON.parse(taken(x.kk_state())).answers,
    };
  };
  const [one, two] = [await start(), await start()];
  const random = (below) => Math.floor(Math.random() * below);
  const groups = [...q.sections.flatMap(({ questions }) => questions), ...q.claims?.questions ?? [], ...(q.profile?.items ?? []).map(({ id }) => ({ id, levels: q.profile.levels }))];
  const wrong = [];
  for (let n = 0; n < count && wrong.length < 10; n++) {
    for (const { id, levels } of groups) if (n < 50 || random(3)) one.act(`${id}.${[...levels.map((_, i) => `l${i}`), 'unknown'][random(levels.length + 1)]}`);
    for (const { id, items } of q.ticks ?? []) one.act(`${id}.${items[random(items.length)].id}`);
    if (q.context) one.act(`market.${[...q.context.choices.map(({ id }) => id), 'neither'][random(q.context.choices.length + 1)]}`);
    const code = one.code();
    two.act('code.open', code);
    const same = JSON.stringify(one.answers()) === JSON.stringify(two.answers());
    if (!same || two.code() !== code || code.length > 64 || !/^[\w.~-]+$/.test(code)) wrong.push(code);
  }
  return wrong;
}

ofThePage.part('a code that is refused', () => {
  const codes = refusedCodes();
  const note = (page) => page.evaluate(() => {
    const line = document.getElementById('kk-note');
    return line.hidden ? '' : line.firstChild.textContent.trim();
  });
  /** All but the line about the code. */
  const shownOn = async (page) => (await everythingOn(page)).filter((line) => !Object.values(REFUSED).some((texts) => LANGUAGES.some((lang) => line.match(texts[lang]))));

  for (const [kind, sentence] of Object.entries(REFUSED)) {
    for (const lang of LANGUAGES) {
      test(`${kind}: plain words, all stays as it was, and a fresh start (${lang})`, async () => {
        const reader = await open(`lang=${lang}&k=${codes[kind]}&at=result`);
        const { page } = reader;
        assert.match(await note(page), RegExp(sentence[lang].source ?? `^${sentence[lang]}`));
        assert.equal((await reader.state()).screen, 'intro', 'nothing to wipe: Start is a fresh start');
        assert.ok(await page.$('main button[value="nav.start"]'));
        for (const screen of ['result', 'question-4']) {
          await show(page, { code: codeOf(complete), screen, lang });
          assert.equal(await note(page), '');
          const before = await shownOn(page);
          await page.evaluate((code) => { location.hash = location.hash.replace(/k=[^&]*/, `k=${code}`); }, codes[kind]);
          await until(page, () => !document.getElementById('kk-note').hidden);
          assert.match(await note(page), RegExp(sentence[lang].source ?? `^${sentence[lang]}`));
          assert.deepEqual((await shownOn(page)).filter((line) => line !== RESTART[lang]), before.filter((line) => line !== RESTART[lang]));
          assert.deepEqual((await reader.state()).answers, answersOf(codeOf(complete)));
          const line = await page.$('#kk-note button');
          assert.equal(await line.evaluate((el) => el.textContent), RESTART[lang]);
          await line.click();
          await use(page, 'nav.wipe');  // it asks first
          assert.equal((await reader.state()).screen, 'intro');
          assert.deepEqual(Object.values((await reader.state()).answers.answers).filter((level) => level !== null), []);
          assert.equal(await note(page), '');
        }
        await reader.close();
      });
    }
  }

  for (const [kind, { nl }] of Object.entries(REFUSED)) {
    test(`${kind}: the same of a link with it, in the field`, async () => {
      const reader = await open('at=code');
      await reader.page.evaluate((text) => {
        document.getElementById('kk-code.text').value = text;
        document.querySelector('button[value="code.open"]').click();
      }, `Kijk: https://example.org/k.html#k=${codes[kind]}&at=steps`);
      await until(reader.page, () => document.getElementById('kk-code.message'));
      assert.match(await textOf(reader.page, 'code.message'), RegExp(nl.source ?? `^${nl}`));
      await reader.close();
    });
  }

  test('whatever else stands there is no code', async () => {
    const reader = await open('');
    for (const code of ['%00', '%FF', 'null', '..', `1${'0'.repeat(5000)}`, '%3Cimg%20src=x%20onerror=alert(1)%3E', codeOf(complete).slice(0, -1), `${codeOf(complete)}0`]) {
      await reader.page.evaluate((text) => new Promise((done) => {
        addEventListener('hashchange', done, { once: true });
        location.hash = `view=text&k=${text}`;
      }), code);
      if (code !== '%FF') assert.match(await note(reader.page), RegExp(`^${REFUSED.damaged.nl}`), code);  // badly encoded: as if absent
      assert.equal((await reader.state()).screen, 'intro');
    }
    await reader.close();
  });
});

ofThePage.part('the address', () => {
  /** Notes when the address is written, and with what. */
  const spy = () => {
    window.writes = [];
    const write = history.replaceState.bind(history);
    history.replaceState = (...args) => {
      window.writes.push({ at: performance.now(), to: String(args[2]) });
      write(...args);
    };
  };

  test('holds code and screen after each answer, at most once in 500 ms', async () => {
    const reader = await open('', { before: spy });
    const { page } = reader;
    await page.evaluate(async (values) => {
      const press = (value) => document.querySelector(`main [value="${value}"]`).click();
      for (const value of values) {
        press(value);
        await new Promise((done) => { setTimeout(done, 150); });
      }
    }, [...TO_QUESTIONS, `${FIRST}.l2`, 'nav.next', `${SECOND}.l1`, 'nav.next', `${THIRD}.unknown`]);
    const hash = `k=${codeOf({ answers: { [FIRST]: 2, [SECOND]: 1, [THIRD]: 'unknown' } })}&at=question-3`;
    await until(page, (text) => location.hash.includes(text), hash);
    const writes = await page.evaluate(() => window.writes);
    assert.ok(writes.length > 1);
    writes.slice(1).forEach(({ at }, i) => assert.ok(at - writes[i].at > 490, `${at - writes[i].at} ms after the last`));
    await reader.close();
  });

  test('is written at once when the reader leaves', async () => {
    const reader = await open('k=' + codeOf({ answers: { [FIRST]: 1 } }) + '&at=question-1');
    const { page } = reader;
    for (const level of ['l0', 'l2']) await use(page, `${FIRST}.${level}`);  // the second one still has to be written
    await page.goto('about:blank');
    await page.goBack();
    await until(page, (id) => window.klantkompas?.state().answers.answers[id] === 2, FIRST);
    assert.match(await fragmentOf(page), RegExp(`k=${codeOf({ answers: { [FIRST]: 2 } })}`));
    await page.close();
  });

  test('keeps what others put there', async () => {
    const lang = LANGUAGES.at(-1);
    const reader = await open(`foo=bar%20baz&leeg&lang=${lang}#?secret=abc`);
    for (const id of [...TO_QUESTIONS, `${FIRST}.l2`]) await use(reader.page, id);
    await until(reader.page, () => location.hash.includes('k='));
    assert.equal(await fragmentOf(reader.page), `#view=text&foo=bar%20baz&leeg&lang=${lang}&k=${codeOf({ answers: { [FIRST]: 2 } })}&at=question-1#?secret=abc`);
    await reader.close();
  });

  test('has neither code nor screen after Wis alles', async () => {
    const reader = await open(`k=${codeOf(complete)}&at=share&foo=bar`);
    const { page } = reader;
    await use(page, 'nav.restart');
    assert.match(await textOf(page, 'share.ask'), /Dit kun je niet ongedaan maken/);
    assert.match(await fragmentOf(page), /k=/, 'it asks first');
    await use(page, 'nav.wipe');
    await until(page, () => !/[#&](k|at)=/.test(location.hash));
    assert.equal(await fragmentOf(page), '#view=text&foo=bar');
    await page.reload();
    await until(page, () => document.getElementById('kk-view.text'));
    assert.equal((await reader.state()).screen, 'intro');
    await reader.close();
  });
});
