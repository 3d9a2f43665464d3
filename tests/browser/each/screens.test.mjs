// Every golden case in the browser, in both languages: each result page shows what `klantkompas score` says.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { askedWith, cases, codeOf, heard, LANGUAGES, MIXED, parametersOf, questionnaire, QUESTIONS, scoreOf, scoresOf, shown, stepText, whole, WIDGET } from '../subject.mjs';
import { show, tableOf, textOf, textsOf, use } from '../walk.mjs';

const STAGES = questionnaire.stages.length;

/** content.md 11 and design.md 7, by language. */
const SAYS = {
  nl: {
    over: (n, score) => `Fase ${n} van ${STAGES} · score ${score} van 100`, overRange: (n, a, b) => `Fase ${n} van ${STAGES} · score ${a}–${b}`,
    brakes: (m, name, list, n) => `Je antwoorden passen bij fase ${m}, ${name}. ${['', 'Eén ding remt', 'Twee dingen remmen', 'Drie dingen remmen'][list.length]}: ${join(list, 'en')}. Daarom staan jullie nu in fase ${n}.`,
    openBrake: (m, name, q, n) => `Je antwoorden passen bij fase ${m}, ${name}. Vraag ${q} staat nog open; zonder dat antwoord tonen we hoogstens fase ${n}.`, stillOpen: 'nog open',
    needed: 'Een uitslag vraagt ',
    start: 'Begin hier:',
    sure: { high: 'Volledig ingevuld', medium: 'Bijna volledig', low: 'Deels ingevuld', insufficient: 'nog te weinig antwoorden' }, of: (n, all) => `(${n} van ${all}`, none: 'Nog geen antwoorden.',
    range: (a, b) => `De score kan nog tussen ${a} en ${b} uitkomen`,
    here: 'Jullie zitten hier', score: (n) => `Jullie zitten hier, score ${n}`, brake: 'rem', level: (n, of) => `niveau ${n} van ${of}: `, unknown: 'weet ik niet', skipped: 'overgeslagen', notAsked: 'niet gevraagd',
    few: 'te weinig antwoorden', step: (n, topic) => `Vraag ${n}: ${topic}`,
    gap: (w, d) => `In woord ${w}, in daad ${d}`,
    labels: { words_strong: 'Veel meer woord dan daad', words_lead: 'Meer woord dan daad', balanced: 'Woord en daad liggen dicht bij elkaar', deeds_lead: 'Meer daad dan woord' },
    pinch: (names) => `Het knelt vooral bij ${names}`, both: (a, b) => `Het knelt bij ${a} én bij ${b}`, neither: 'Geen deel komt duidelijk tekort',
    cause: 'Tekort bij', and: 'en',
    comment: (n, name, step) => `Ik heb het Klantkompas ingevuld: wij staan in fase ${n} (${name}). ${step && `Onze eerste stap: ${step} `}Hoe is dat bij jullie?`,
  },
  en: {
    over: (n, score) => `Stage ${n} of ${STAGES} · score ${score} out of 100`, overRange: (n, a, b) => `Stage ${n} of ${STAGES} · score ${a}–${b}`,
    brakes: (m, name, list, n) => `Your answers fit stage ${m}, ${name}. ${['', 'One thing holds', 'Two things hold', 'Three things hold'][list.length]} you back: ${join(list, 'and')}. That puts you in stage ${n} for now.`,
    openBrake: (m, name, q, n) => `Your answers fit stage ${m}, ${name}. Question ${q} is still open; without it we show stage ${n} at most.`, stillOpen: 'still open',
    needed: 'A result needs ',
    start: 'Start here:',
    sure: { high: 'Complete', medium: 'Nearly complete', low: 'Partly filled in', insufficient: 'still has too few answers|still have too few answers' }, of: (n, all) => `(${n} of ${all}`, none: 'No answers yet.',
    range: (a, b) => `The score can still end up between ${a} and ${b}`,
    here: 'You are here', score: (n) => `You are here, score ${n}`, brake: 'brake', level: (n, of) => `level ${n} of ${of}: `, unknown: 'I don’t know', skipped: 'skipped', notAsked: 'not asked',
    few: 'too few answers', step: (n, topic) => `Question ${n}: ${topic}`,
    gap: (w, d) => `${w} in word, ${d} in deed`,
    labels: { words_strong: 'Far more word than deed', words_lead: 'More word than deed', balanced: 'Word and deed are close', deeds_lead: 'More deed than word' },
    pinch: (names) => `${names} ${names.includes(' · ') ? 'are' : 'is'} the main bottleneck`, both: (a, b) => `There are bottlenecks in ${a} and also in ${b}`, neither: 'No part falls clearly short',
    cause: 'Shortfall in', and: 'and',
    comment: (n, name, step) => `I filled in the Klantkompas: we are at stage ${n} (${name}). ${step && `Our first step: ${step} `}How about you?`,
  },
};

const join = (list, and) => [list.slice(0, -1).join(', '), list.at(-1)].filter(Boolean).join(` ${and} `);
const lower = (text) => text[0].toLowerCase() + text.slice(1);
const byId = (list, id) => list.find((each) => each.id === id);
const question = (id) => QUESTIONS.find((each) => each.id === id);
const known = (level) => typeof level === 'number';

/** The parts of one result, in words of one language. */
function inWords(input, result, lang) {
  const asked = askedWith(input);
  const level = (id) => input.answers[id] ?? null;
  /** Towards the top: a reversed question counts its levels the other way. */
  const height = (id) => { const { levels, reverse } = question(id); return reverse ? levels.length - 1 - level(id) : level(id); };
  const stage = (n) => questionnaire.stages[n - 1].name[lang];
  const section = (id) => byId(questionnaire.sections, id).name[lang];
  const scored = Object.entries(result.sections).filter(([, score]) => score !== null);
  const weakest = scored.length ? lower(section(scored.reduce((low, each) => (each[1] < low[1] ? each : low))[0])) : '';
  const gated = result.steps.filter((each) => each.gate).map((each) => question(each.question));
  const gate = (id, i) => byId(questionnaire.gates, id).brake[lang].replace('{section}', weakest).replace('{topic}', lower(gated[i]?.topic[lang] ?? ' '));
  const step = (each) => stepText(each, lang, asked);
  return { asked, level, height, stage, section, gate, step, says: SAYS[lang] };
}

async function checkResult(page, input, result, lang) {
  const { asked, level, height, stage, section, gate, step, says } = inWords(input, result, lang);
  if (result.stage) {
    const { final, score, binding } = result.stage;
    const open = result.answered < asked.length;
    assert.equal(await textOf(page, 'result.over'), open ? says.overRange(final, ...result.range) : says.over(final, shown(result.overall)));
    assert.equal(await textOf(page, 'result.h'), stage(final));
    const say = await textOf(page, 'result.say');
    const [first] = result.steps;
    if (!binding.length) {
      assert.equal(say, questionnaire.stages[final - 1].text[lang]);
    } else if (binding.length > 1) {
      const one = says.brakes(score, stage(score), [' '], final).split(' ');
      assert.ok(say.startsWith(one.slice(0, 6).join(' ')) && say.endsWith(one.slice(-3).join(' ')), say);
    } else if (first.kind === 'find_out') {
      assert.equal(say, says.openBrake(score, stage(score), asked.findIndex(({ id }) => id === first.question) + 1, final));
    } else {
      assert.equal(say, says.brakes(score, stage(score), binding.map(gate), final));
    }
    const ladder = await tableOf(page, 'result.ladder.t');
    assert.deepEqual(ladder.map(([n, name]) => [n, name]), questionnaire.stages.map(({ name }, i) => [String(i + 1), name[lang]]));
    const remarks = ladder.map((row) => row[2]);
    const points = open ? result.range.join('–') : shown(result.overall);
    assert.equal(remarks[final - 1], final === score ? says.score(points) : says.here);
    assert.ok(remarks[score - 1].endsWith(points), remarks[score - 1]);
    assert.equal(remarks.filter(Boolean).length, final === score ? 1 : 2);
  } else {
    assert.ok((await textOf(page, 'result.say')).startsWith(says.needed));
    assert.equal(await textOf(page, 'result.ladder'), null);
  }
  const first = result.steps[0];
  assert.equal(await textOf(page, 'result.begin'), first ? `${says.start} ${lower(step(first))}` : result.answered ? questionnaire.keep[lang] : null);
  assert.deepEqual((await tableOf(page, 'result.bars.t')).map(([name, score]) => [name, score]),
    Object.entries(result.sections).map(([id, score]) => [section(id), score === null ? says.few : shown(score)]));
  const gates = result.steps.filter((each) => each.gate && each.kind !== 'find_out').map((each) => each.question);
  assert.deepEqual(await page.$$eval('.k-strip-item', (all) => all.map((el) => el.ariaLabel)), asked.map(({ id, topic, levels }, i) => {
    const value = level(id);
    return `${i + 1} ${topic[lang]}${gates.includes(id) ? ` ${says.brake}` : ''}, ${known(value) ? says.level(height(id), levels.length - 1) + levels[value][lang]
      : value === 'unknown' ? says.unknown : says.skipped}`;
  }));
  const sure = await textOf(page, 'result.sure');
  if (!result.answered) return assert.equal(sure, says.none);
  assert.match(sure, RegExp(`${says.sure[result.confidence]}`));
  assert.ok(sure.includes(says.of(result.answered, asked.length)), sure);
  // Over a stage stands what the score may become.
  assert.equal(sure.includes(says.range(...result.range)), !result.stage && result.answered < asked.length, sure);
}

async function checkSteps(page, input, result, lang) {
  const { asked, level, height, step, says } = inWords(input, result, lang);
  const three = result.steps.slice(0, 3);
  assert.deepEqual(await textsOf(page, /^steps:\w+\.meta$/), three.map((each) =>
    says.step(asked.findIndex(({ id }) => id === each.question) + 1, question(each.question).topic[lang])));
  assert.deepEqual(await textsOf(page, /^steps:\w+\.do$/), three.map(step));
  assert.deepEqual((await tableOf(page, 'steps.order.t'))?.map((row) => row[2]), questionnaire.order?.map(({ questions }) => {
    const ours = questions.filter((id) => asked.some((each) => each.id === id));
    if (!ours.length) return says.notAsked;
    if (ours.some((id) => known(level(id)))) return String(Math.min(...ours.filter((id) => known(level(id))).map(height)));
    return ours.some((id) => level(id) === 'unknown') ? says.unknown : says.skipped;
  }));
  const lifts = await tableOf(page, 'steps.lift.t');
  if (!result.sensitivity || result.stage.final === STAGES) return assert.equal(lifts, null);
  const raised = asked.map(({ id, levels, reverse }) => (known(level(id)) && height(id) < levels.length - 1
    ? { ...input, answers: { ...input.answers, [id]: level(id) + (reverse ? -1 : 1) } } : null));
  const scores = scoresOf(raised.filter(Boolean));
  assert.deepEqual(lifts.map((row) => row[1]), raised.map((set) => (set ? String(scores.shift().stage.final) : '–')));
}

async function checkPatterns(page, input, result, lang) {
  const { section, says } = inWords(input, result, lang);
  if (result.claims) {
    const { score, gap, label, sections } = result.claims;
    assert.equal(await textOf(page, 'patterns.h'), says.gap(whole(score), whole(score - gap)));
    assert.ok((await textOf(page, 'patterns.lead')).startsWith(`${says.labels[label]}.`));
    assert.deepEqual(await tableOf(page, 'patterns.dumbbell.t'), questionnaire.sections.map(({ id }) => {
      const each = sections[id] ?? null;
      const deed = result.sections[id];
      return each === null ? [section(id), '–', '–', says.few] : [section(id), whole(deed + each), whole(deed), whole(each)];
    }));
  } else {
    assert.equal(await textOf(page, 'patterns.dumbbell'), null);
  }
  // Names inside a sentence begin small; what begins a sentence does not.
  const small = (id) => section(id)[0].toLowerCase() + section(id).slice(1);
  const large = (text) => text[0].toUpperCase() + text.slice(1);
  const causes = await tableOf(page, 'patterns.causes.t');
  if (result.balance) {
    const { awareness, resources, label } = result.balance;
    const sides = [questionnaire.balance.awareness, questionnaire.balance.resources];
    const short = sides.map((ids, i) => (label === ['resources', 'awareness'][i] ? [] : ids.filter((id) => result.sections[id] !== null && result.sections[id] <= 100 - (questionnaire.balance.neither_below ?? 40)).map(small)).join(' · '));
    assert.equal(await textOf(page, 'patterns.causes.h'), large(short[0] && short[1] ? says.both(...short) : short[0] || short[1] ? says.pinch(short[0] || short[1]) : says.neither));
    assert.deepEqual(causes, [awareness, resources].map((points, i) => [`${says.cause} ${sides[i].map(small).join(' · ')}`, whole(points)]));
  } else {
    assert.equal(causes, null);
  }
  const of = (list = [], ids = [], part = '') => ids.map((id) => byId(list, id)[part][lang]);
  const titles = /^patterns\.list:[a-z_]+\.h$/;
  // Beside word and deed there is room for one less; what is more stands behind Meer.
  const room = result.claims ? 2 : 3;
  assert.deepEqual(await textsOf(page, titles), of(questionnaire.patterns, result.patterns.slice(0, room), 'title'));
  const strong = (ids) => ids.map((id) => byId(questionnaire.strengths, id)).map(({ title, text }) => title[lang] + (text ? `. ${text[lang]}` : ''));
  const goods = () => textsOf(page, RegExp(`^patterns\\.goods:(${(questionnaire.strengths ?? []).map(({ id }) => id).join('|')})$`));
  assert.deepEqual(await goods(), strong(result.strengths.slice(0, 2)));
  const [{ id: list, items } = { id: 'none', items: [] }] = questionnaire.ticks ?? [];
  const ticked = items.filter(({ id }) => input.ticks?.[list]?.includes(id));
  if (result.patterns.length <= room && result.strengths.length <= 2 && !ticked.length) return;
  await use(page, 'nav.more');
  assert.deepEqual(await textsOf(page, titles), of(questionnaire.patterns, result.patterns, 'title'));
  assert.deepEqual(await textsOf(page, /^patterns\.list:[a-z_]+\.t$/), of(questionnaire.patterns, result.patterns, 'text'));
  assert.deepEqual(await goods(), strong(result.strengths));
  assert.deepEqual(await textsOf(page, RegExp(`^patterns\\.ticks:${list}:\\w+\\.[ht]$`)), ticked.flatMap(({ text, counter }) => [text[lang], counter[lang]]));
}

async function checkMirror(page, input, result, lang) {
  const { says } = inWords(input, result, lang);
  const { causes, labels, items, levels } = questionnaire.profile;
  const word = (label) => labels[['rarely', 'sometimes', 'often', 'strong'].indexOf(label)][lang];
  const sorted = [...causes].sort((a, b) => (result.profile[b.id]?.score ?? -1) - (result.profile[a.id]?.score ?? -1));
  assert.deepEqual(await tableOf(page, 'mirror.t'), sorted.map(({ id, behaviour }) => {
    const cause = result.profile[id];
    return cause ? [behaviour[lang], whole(cause.score), word(cause.label)] : [behaviour[lang], '–', says.few];
  }));
  const tops = result.profile_top.length === causes.length ? [] : result.profile_top.map((id) => byId(causes, id));
  const title = await textOf(page, 'mirror.h');
  if (!tops.length) return assert.equal(await textOf(page, 'mirror.begin'), null);
  for (const { behaviour } of tops) assert.ok(title.toLowerCase().includes(behaviour[lang].toLowerCase()), title);
  assert.equal(await textOf(page, 'mirror.begin'), `${says.start} ${lower(tops[0].action[lang])}`);
  const shownItems = items.filter(({ cause }) => cause === tops[0].id);
  assert.deepEqual(await textsOf(page, /^mirror:\w+\.t$/).then((all) => all.filter((text) => shownItems.some((item) => item.text[lang] === text))),
    shownItems.map(({ text }) => text[lang]));
  assert.deepEqual(await textsOf(page, /^mirror:\w+\.a$/), shownItems.map(({ id }) => {
    const value = input.profile[id] ?? null;
    return known(value) ? levels[value][lang] : value === 'unknown' ? says.unknown : says.skipped;
  }));
}

async function checkShare(page, input, result, lang) {
  const { stage, step, says } = inWords(input, result, lang);
  const text = await textOf(page, 'share.text');
  if (result.stage) {
    const first = result.steps[0] ? lower(step(result.steps[0])) : '';
    assert.equal(text, says.comment(result.stage.final, stage(result.stage.final), first));
  } else {
    assert.ok(!/\d/.test(text), text);
  }
  assert.equal(await textOf(page, 'share.code.t'), codeOf(heard(input)));
}

let browser;
let reader;
before(async () => {
  browser = await launch();
  reader = await openPage(browser, WIDGET, { fragment: 'view=text', until: 'settled' });
});
after(async () => {
  await reader?.close();
  await browser?.close();
});

const PAGES = [['result', checkResult], ['steps', checkSteps], ['patterns', checkPatterns], ['mirror', checkMirror], ['share', checkShare]];

for (const { id, title, input } of [...cases, { id: 'mixed', title: 'sections with just what they need', input: MIXED }]) {
  test(`${id} ${title}: every result page`, async () => {
    const code = codeOf(input);
    const result = scoreOf(input);
    for (const lang of LANGUAGES) {
      for (const [screen, check] of PAGES) {
        if (screen === 'mirror' && !result.profile) continue;
        await show(reader.page, { code, screen, lang, more: `&view=text${parametersOf(input)}` });
        assert.deepEqual(await reader.result(), result);
        await check(reader.page, input, result, lang);
      }
    }
  });
}
