// Results that are not whole: too little answered, nothing wrong, everything unknown or skipped, and answers changed later.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import {
  askedWith, cases, codeOf, FEW, FULL, HIGHEST, LANGUAGES, MIXED, questionnaire, QUESTIONS, scoreOf, shown, SKIPPED, UNKNOWN, WIDGET,
} from '../subject.mjs';
import { everythingOn, SCREENS, show, tableOf, textOf, textsOf, until, use } from '../walk.mjs';

const { claims, profile, ticks = [], context } = questionnaire;
/** At the top of every question: of a reversed one that is its first level. */
const TOP = { answers: Object.fromEntries(QUESTIONS.map(({ id, levels, reverse }) => [id, reverse ? 0 : levels.length - 1])) };
/** With one unknown and one skipped, in different sections. */
const BOTH = { answers: { ...TOP.answers, [QUESTIONS[2].id]: 'unknown', [QUESTIONS[3].id]: null } };
const FIRST = QUESTIONS[0].id;
const SAYS = {
  nl: {
    title: 'Nog geen uitslag', needed: 'Beantwoord nog', or: 'of', range: (a, b) => `De score kan nog tussen ${a} en ${b} uitkomen`,
    few: 'nog te weinig antwoorden', noAnswers: 'Nog geen antwoorden.', none: 'Geen patroon gevonden', notSought: 'Deze vragenlijst zoekt niet naar patronen.', top: 'Alles staat op het hoogste niveau', unknown: 'weet ik niet', skipped: 'overgeslagen', start: 'Begin hier',
    changed: (over) => `Je uitslag is bijgewerkt: ${over}.`,
  },
  en: {
    title: 'No result yet', needed: 'nswer', or: 'or', range: (a, b) => `The score can still end up between ${a} and ${b}`,
    few: 'still ha', noAnswers: 'No answers yet.', none: 'No pattern found', notSought: 'This questionnaire does not look for patterns.', top: 'Everything is at the highest level', unknown: 'I don’t know', skipped: 'skipped', start: 'Start here',
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
const levels = (name) => page.$$eval('.k-strip-item', (all, words) => all.filter((el) => el.ariaLabel.endsWith(`, ${words}`)).length, name);

describe('too few answers', () => {
  const some = {
    'nothing at all': SKIPPED, 'one answer': FEW, 'all unknown': UNKNOWN,
    ...Object.fromEntries(questionnaire.sections.map(({ id, questions }) => [`nothing of ${id}`, {
      answers: { ...TOP.answers, ...Object.fromEntries(questions.map((each, i) => [each.id, i % 2 ? 'unknown' : null])) } }])),
    ...Object.fromEntries(cases.filter(({ expected }) => expected.stage === null).map(({ id, input }) => [id, input])),
  };
  for (const [name, input] of Object.entries(some)) {
    test(`${name}: what is still needed, and between which numbers`, async () => {
      const result = scoreOf(input);
      for (const lang of LANGUAGES) {
        const says = SAYS[lang];
        const known = ({ id }) => typeof input.answers[id] === 'number';
        const asked = askedWith(input);
        const needed = questionnaire.sections.map(({ id, min_answered: enough }) => ({ enough, ours: asked.filter(({ section }) => section.id === id) }))
          .filter(({ enough, ours }) => ours.filter(known).length < Math.min(enough, ours.length))
          .map(({ ours }) => ours.filter((each) => !known(each)).map((each) => `${asked.indexOf(each) + 1} ${each.topic[lang]}`));
        // One part: its questions by name. More: how many of each part.
        const names = needed.length === 1 ? needed[0] : [];
        await show(page, { code: codeOf(input), lang });
        assert.equal(await textOf(page, 'result.h'), says.title);
        const say = await textOf(page, 'result.say');
        assert.ok(say.includes(says.needed) && names.every((name) => say.includes(name)), say);
        assert.equal(await textOf(page, 'result.ladder'), null);
        const sure = await textOf(page, 'result.sure');
        if (!result.answered) assert.equal(sure, says.noAnswers);
        else assert.ok(sure.includes(says.few) && sure.includes(says.range(...result.range)), sure);
        await show(page, { code: codeOf(input), screen: 'steps', lang });
        assert.equal(await textOf(page, 'steps.lead'), say);
        assert.equal((await textsOf(page, /^steps:\w+\.do$/)).length, Math.min(3, result.steps.length));
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
    const quiet = [TOP, HIGHEST, SKIPPED, MIXED, FULL].map((each) => ({ each, ...scoreOf(each) }))
      .find(({ patterns, strengths, claims: words, balance }) => !patterns.length && strengths.length < 3 && !words && (!balance || balance.label === 'neither')).each;
    await show(page, { code: codeOf(quiet), screen: 'patterns', lang });
    assert.equal(await textOf(page, 'patterns.h'), says.none);
    if (!questionnaire.patterns) assert.equal(await textOf(page, 'patterns.lead'), says.notSought);
    assert.equal(await page.$('#kk-patterns\\.list, button[value="nav.more"]'), null);
  });

  test(`everything at its highest level (${lang})`, async () => {
    const lines = await everywhere(TOP, lang);
    assert.ok(lines.result.includes(questionnaire.keep[lang]));
    assert.ok(lines.steps.includes(says.top) && lines.steps.includes(questionnaire.keep[lang]));
    assert.deepEqual(Object.values(lines).flat().filter((line) => line.includes(says.start) || line.includes(says.unknown) || line.includes(says.skipped)), []);
    assert.deepEqual(await tableOf(page, 'steps.list'), null);
  });

  test(`all unknown: each is to be found out, none is skipped (${lang})`, async () => {
    const lines = await everywhere(UNKNOWN, lang);
    const find = questionnaire.open_step[lang].split('{')[0];
    assert.equal(lines.steps.filter((line) => line.startsWith(find)).length, 3);
    for (const id of scoreOf(UNKNOWN).patterns) assert.ok(lines.patterns.includes(questionnaire.patterns.find((each) => each.id === id).title[lang]), id);
    assert.deepEqual(Object.values(lines).flat().filter((line) => line.includes(says.skipped)), []);
    await show(page, { code: codeOf(UNKNOWN), lang });
    assert.equal(await levels(says.unknown), askedWith(UNKNOWN).length);
  });

  test(`all skipped: none is unknown (${lang})`, async () => {
    const lines = await everywhere(SKIPPED, lang);
    assert.deepEqual(Object.values(lines).flat().filter((line) => line.toLowerCase().includes(says.unknown.toLowerCase())), []);
    await show(page, { code: codeOf(SKIPPED), lang });
    assert.equal(await levels(says.skipped), askedWith(SKIPPED).length);
  });

  test(`unknown and skipped are told apart wherever both stand (${lang})`, async () => {
    const [third, fourth] = [QUESTIONS[2].id, QUESTIONS[3].id];
    const code = codeOf(BOTH);
    await show(page, { code, lang });
    const strip = (id) => page.$eval(`button[value="strip.${id}"]`, (el) => el.ariaLabel);
    assert.ok((await strip(third)).endsWith(`, ${says.unknown}`) && (await strip(fourth)).endsWith(`, ${says.skipped}`));
    assert.deepEqual([await levels(says.unknown), await levels(says.skipped)], [1, 1]);
    assert.deepEqual(scoreOf(BOTH).steps.filter(({ kind, question, gate }) => kind === 'find_out' && (question === third || !gate)).map(({ question }) => question), [third]);
    for (const [screen, group, value] of [['question-3', third, `${third}.unknown`], ['question-4', fourth, null]]) {
      await show(page, { code, screen, lang });
      assert.equal(await page.evaluate((name) => document.querySelector(`input[name="kk-${name}"]:checked`)?.value ?? null, group), value);
    }
    if (!profile) return;
    // One of the statements about the strongest cause is skipped.
    const [{ id: cause }] = profile.causes;
    const last = profile.levels.length - 1;
    const ours = profile.items.filter((item) => item.cause === cause);
    const given = Object.fromEntries(profile.items.map((item) => [item.id, (item.cause === cause) !== Boolean(item.reverse) ? last : 0]));
    await show(page, { code: codeOf({ ...BOTH, profile: { ...given, [ours.at(-1).id]: null } }), screen: 'mirror', lang });
    const seen = await textsOf(page, /^mirror:\w+\.a$/);
    assert.equal(seen.length, ours.length);
    assert.equal(seen.filter((words) => words === says.skipped || words === says.unknown).length, 1);
  });

  /** Modules, and a control of theirs. */
  const offered = [
    ...claims ? [['claims-1', `${claims.questions[0].id}.l1`]] : [], ...ticks.slice(0, 1).map(({ id, items }) => ['ticks', `${id}.${items[1].id}`]),
    ...context ? [['context', `market.${context.choices[0].id}`]] : [], // The reader's place comes first where leaders read other words.
    ...profile ? [[profile.items.some((item) => item.leader_text) ? 'role' : 'profile-1', 'nav.skip']] : [],
  ];
  if (offered.length) {
    test(`what was skipped is offered again on the page it would enrich (${lang})`, async () => {
      for (const [screen, next] of offered) {
        await show(page, { code: codeOf(MIXED), screen: 'patterns', lang });
        await use(page, `go.${screen}`);
        assert.equal((await reader.state()).screen, screen);
        await until(page, (name) => location.hash.includes(`at=${name}`), screen);
        await use(page, next);
      }
    });
  }

  if (profile) {
    test(`a page about a module that nobody answered says so, instead of showing nothing (${lang})`, async () => {
      await show(page, { code: codeOf(MIXED), screen: 'mirror', lang });
      assert.equal((await reader.state()).screen, 'mirror');
      assert.match(await textOf(page, 'mirror.h'), lang === 'nl' ? /Te weinig antwoorden/ : /Too few answers/);
    });
  }

  test(`an answer changed from the strip changes every number, and is said (${lang})`, async () => {
    const changed = { answers: { ...MIXED.answers, [FIRST]: 0 } };
    const result = scoreOf(changed);
    await show(page, { code: codeOf(MIXED), lang });
    await until(page, () => !document.getElementById('kk-status').textContent);
    await use(page, `strip.${FIRST}`);
    assert.equal((await reader.state()).screen, 'question-1');
    await use(page, `${FIRST}.l0`);
    const live = await textOf(page, 'question-1.live');
    // With open answers the score is a range.
    const score = result.coverage === 1 ? [shown(result.overall)] : result.range.map(String);
    assert.ok(score.every((number) => live.includes(number)), `at once, on the question itself: ${live}`);
    const heard = (sentence) => until(page, (text) => document.getElementById('kk-status').textContent.trim() === text, sentence);
    await heard(says.changed(live[0].toLowerCase() + live.slice(1)));
    assert.deepEqual(await reader.result(), result);
    await use(page, 'nav.next');
    assert.equal((await reader.state()).screen, 'result');
    const over = await textOf(page, 'result.over');
    await heard(says.changed(over[0].toLowerCase() + over.slice(1)));
    assert.ok(score.every((number) => over.includes(number)) && over.includes(String(result.stage.final)), over);
    const inPlace = {};
    for (const screen of SCREENS.filter((each) => each !== 'mirror')) {
      await use(page, `tab.${screen}`);
      if (screen === 'patterns' && await page.$('button[value="nav.more"]')) await use(page, 'nav.more');
      inPlace[screen] = await everythingOn(page);
    }
    assert.deepEqual(inPlace, await everywhere(changed, lang), 'as if it had been so from the start');
  });
}
