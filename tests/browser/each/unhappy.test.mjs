// Results that are not whole: too little answered, nothing wrong, everything unknown or skipped, and answers changed later.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { cases, codeOf, LANGUAGES, questionnaire, QUESTIONS, scoreOf, shown, WIDGET } from '../subject.mjs';
import { everythingOn, said, SCREENS, show, tableOf, textOf, textsOf, until, use } from '../walk.mjs';

const all = (level) => ({ answers: Object.fromEntries(QUESTIONS.map(({ id }) => [id, level])) });
const SAYS = {
  nl: {
    title: 'Nog geen uitslag', needed: (list) => `Voor een uitslag zijn per deel twee antwoorden nodig. Nog nodig: ${list}.`, and: 'en', range: (a, b) => `Je score ligt tussen ${a} en ${b}`,
    few: 'Te weinig ingevuld', none: 'Geen patroon gevonden', top: 'Alles staat op het hoogste niveau', unknown: 'weet ik niet', skipped: 'overgeslagen', start: 'Begin hier',
    changed: (over) => `Je uitslag is bijgewerkt: ${over}.`,
  },
  en: {
    title: 'No result yet', needed: (list) => `A result needs two answers in each part. Still needed: ${list}.`, and: 'and', range: (a, b) => `Your score lies between ${a} and ${b}`,
    few: 'Too little filled in', none: 'No pattern found', top: 'Everything is at the highest level', unknown: 'I don’t know', skipped: 'skipped', start: 'Start here',
    changed: (over) => `Your result is updated: ${over}.`,
  },
};

let browser;
let reader;
let page;
before(async () => {
  browser = await launch();
  reader = await openPage(browser, WIDGET, { fragment: 'view=text', until: 'settled' });
  page = reader.page;
});
after(async () => {
  await reader?.close();
  await browser?.close();
});

/** What every result page says for these answers; "Meer" is open. */
async function everywhere(input, lang) {
  const lines = {};
  for (const screen of SCREENS.filter((each) => each !== 'mirror' || input.profile)) {
    await show(page, { code: codeOf(input), screen, lang });
    if (screen === 'patterns' && await page.$('button[value="nav.more"]')) await use(page, 'nav.more');
    lines[screen] = await everythingOn(page);
  }
  return lines;
}
const levels = (name) => tableOf(page, 'result.strip.t').then((rows) => rows.map((row) => row[2]).filter((words) => words === name).length);

describe('too few answers', () => {
  const some = {
    'nothing at all': all(null), 'one answer': { answers: { q1: 3 } }, 'one part short of one': { answers: { ...all(2).answers, q4: null, q5: 'unknown' } },
    'two parts short': { answers: { ...all(2).answers, q2: null, q3: 'unknown', q7: 'unknown', q9: null } }, g10: cases.find(({ id }) => id === 'g10').input,
  };
  for (const [name, input] of Object.entries(some)) {
    test(`${name}: what is still needed, and between which numbers`, async () => {
      const result = scoreOf(input);
      for (const lang of LANGUAGES) {
        const says = SAYS[lang];
        const known = (id) => typeof input.answers[id] === 'number';
        const needed = questionnaire.sections.filter(({ questions }) => questions.filter(({ id }) => known(id)).length < 2)
          .flatMap(({ questions }) => questions).filter(({ id }) => !known(id)).map(({ id }) => QUESTIONS.findIndex((each) => each.id === id))
          .map((i) => `${i + 1} ${QUESTIONS[i].topic[lang]}`);
        const sentence = says.needed([needed.slice(0, -1).join(', '), needed.at(-1)].filter(Boolean).join(` ${says.and} `));
        await show(page, { code: codeOf(input), lang });
        assert.equal(await textOf(page, 'result.h'), says.title);
        assert.equal(await textOf(page, 'result.say'), sentence);
        assert.equal(await textOf(page, 'result.ladder'), null);
        const sure = await textOf(page, 'result.sure.t');
        assert.ok(sure.startsWith(says.few) && sure.includes(says.range(...result.range)), sure);
        await show(page, { code: codeOf(input), screen: 'steps', lang });
        assert.equal(await textOf(page, 'steps.lead'), sentence);
        assert.equal((await textsOf(page, /^steps\.q\d\.do$/)).length, Math.min(3, result.steps.length));
        const lines = Object.values(await everywhere(input, lang)).flat();
        const over = lang === 'nl' ? /\b(Fase|fase) \d van/ : /\b[Ss]tage \d of/;
        assert.deepEqual(lines.filter((line) => over.test(line)), [], 'no stage is named');
      }
    });
  }
});

for (const lang of LANGUAGES) {
  const says = SAYS[lang];

  test(`no pattern (${lang})`, async () => {
    await show(page, { code: codeOf(all(0)), screen: 'patterns', lang });
    assert.equal(await textOf(page, 'patterns.h'), says.none);
    assert.equal(await page.$('#kk-patterns\\.list, button[value="nav.more"]'), null);
  });

  test(`all at level 4 (${lang})`, async () => {
    const lines = await everywhere(all(4), lang);
    assert.ok(lines.result.includes(questionnaire.keep[lang]));
    assert.ok(lines.steps.includes(says.top) && lines.steps.includes(questionnaire.keep[lang]));
    assert.deepEqual(Object.values(lines).flat().filter((line) => line.includes(says.start) || line.includes(says.unknown) || line.includes(says.skipped)), []);
    assert.deepEqual(await tableOf(page, 'steps.list'), null);
  });

  test(`all unknown: each is to be found out, none is skipped (${lang})`, async () => {
    const lines = await everywhere(all('unknown'), lang);
    assert.equal(lines.steps.filter((line) => line === questionnaire.open_step[lang]).length, 3);
    assert.ok(lines.patterns.includes(questionnaire.patterns.find(({ id }) => id === 'blind_spot').title[lang]));
    assert.deepEqual(Object.values(lines).flat().filter((line) => line.includes(says.skipped)), []);
    await show(page, { code: codeOf(all('unknown')), lang });
    assert.equal(await levels(says.unknown), 9);
  });

  test(`all skipped: none is unknown (${lang})`, async () => {
    const lines = await everywhere(all(null), lang);
    assert.deepEqual(Object.values(lines).flat().filter((line) => line.toLowerCase().includes(says.unknown.toLowerCase())), []);
    await show(page, { code: codeOf(all(null)), lang });
    assert.equal(await levels(says.skipped), 9);
  });

  test(`unknown and skipped are told apart wherever both stand (${lang})`, async () => {
    const input = {
      answers: { ...all(2).answers, q3: 'unknown', q4: null },
      profile: { ...Object.fromEntries(questionnaire.profile.items.map(({ id }) => [id, 4])), fear1: 'unknown', fear2: null, fear3: 0, arrogance3: 0, ignorance3: 0, inability3: 0 },
    };
    const code = codeOf(input);
    assert.match(code, /\.22x-22222\.p/);
    await show(page, { code, lang });
    const strip = (id) => page.$eval(`button[value="strip.${id}"]`, (el) => el.ariaLabel);
    assert.ok((await strip('q3')).endsWith(`, ${says.unknown}`) && (await strip('q4')).endsWith(`, ${says.skipped}`));
    assert.deepEqual([await levels(says.unknown), await levels(says.skipped)], [1, 1]);
    assert.equal(scoreOf(input).steps.filter(({ kind }) => kind === 'find_out').length, 1);
    for (const [screen, group, value] of [['question-3', 'q3', 'q3.unknown'], ['question-4', 'q4', null]]) {
      await show(page, { code, screen, lang });
      assert.equal(await page.evaluate((name) => document.querySelector(`input[name="kk-${name}"]:checked`)?.value ?? null, group), value);
    }
    await show(page, { code: codeOf({ ...input, profile: { ...input.profile, fear1: 4, arrogance1: 'unknown', arrogance2: 4, fear2: 4, fear3: null } }), screen: 'mirror', lang });
    const seen = await textsOf(page, /^mirror\.\w+\.a$/);
    assert.equal(seen.filter((words) => words === says.skipped || words === says.unknown).length, 1);
  });

  test(`what was skipped is offered again on the page it would enrich (${lang})`, async () => {
    const plain = { answers: cases.find(({ id }) => id === 'g05').input.answers };
    for (const [screen, next] of [['claims-1', 'w1.l4'], ['ticks', 'excuses.e2'], ['context', 'market.unique'], ['profile-1', 'nav.skip']]) {
      await show(page, { code: codeOf(plain), screen: 'patterns', lang });
      await use(page, `go.${screen}`);
      assert.equal((await reader.state()).screen, screen);
      await until(page, (name) => location.hash.includes(`at=${name}`), screen);
      await use(page, next);
    }
    // A page about a module that nobody answered says so, instead of showing nothing.
    await show(page, { code: codeOf(plain), screen: 'mirror', lang });
    assert.equal((await reader.state()).screen, 'mirror');
    assert.match(await textOf(page, 'mirror.h'), lang === 'nl' ? /Geen gedrag/ : /No behaviour/);
  });

  test(`an answer changed from the strip changes every number, and is said (${lang})`, async () => {
    const input = cases.find(({ id }) => id === 'g05').input;
    const changed = { ...input, answers: { ...input.answers, q1: 3 } };
    const result = scoreOf(changed);
    await show(page, { code: codeOf(input), lang });
    await until(page, () => !document.getElementById('kk-status').textContent);
    await use(page, 'strip.q1');
    assert.equal((await reader.state()).screen, 'question-1');
    await use(page, 'q1.l3');
    const live = await textOf(page, 'question-1.live');
    assert.ok(live.includes(shown(result.overall)) && live.includes(String(result.stage.final)), 'at once, on the question itself');
    assert.equal(await said(page), says.changed(live[0].toLowerCase() + live.slice(1)));
    assert.deepEqual(await reader.result(), result);
    await use(page, 'nav.next');
    assert.equal((await reader.state()).screen, 'result');
    const over = await textOf(page, 'result.over');
    assert.equal(await said(page), says.changed(over[0].toLowerCase() + over.slice(1)));
    assert.ok(over.includes(shown(result.overall)) && over.includes(String(result.stage.final)), over);
    const inPlace = {};
    for (const screen of SCREENS.filter((each) => each !== 'mirror')) {
      await use(page, `tab.${screen}`);
      inPlace[screen] = await everythingOn(page);
    }
    assert.deepEqual(inPlace, Object.fromEntries(Object.entries(await everywhere(changed, lang))), 'as if it had been so from the start');
  });
}
