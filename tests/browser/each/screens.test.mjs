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
    over: (n, score) => `Fase ${n} van ${STAGES} · ${score} van 100`,
    brakes: (m, name, list, n) => `Jullie antwoorden passen bij fase ${m}, ${name}. ${['', 'Eén ding remt', 'Twee dingen remmen', 'Drie dingen remmen'][list.length]}: ${join(list, 'en')}. Daarom fase ${n}.`,
    needed: 'Voor een uitslag ',
    start: 'Begin hier:',
    sure: { high: 'Volledig ingevuld', medium: 'Bijna volledig', low: 'Deels ingevuld', insufficient: 'Te weinig ingevuld' }, of: (n, all) => `(${n} van ${all}).`,
    range: (a, b) => `Je score ligt tussen ${a} en ${b}`,
    here: 'Jullie zitten hier', score: (n) => `Jullie zitten hier, score ${n}`, brake: 'rem', unknown: 'weet ik niet', skipped: 'overgeslagen', notAsked: 'niet gevraagd',
    few: 'te weinig antwoorden', step: (n, topic) => `Vraag ${n}: ${topic}`,
    gap: (w, d) => `In woord ${w}, in daad ${d}`,
    labels: { words_strong: 'Veel meer woord dan daad', words_lead: 'Meer woord dan daad', balanced: 'In balans', deeds_lead: 'Meer daad dan woord' },
    balance: { awareness: 'Het knelt vooral bij overtuiging', resources: 'Het knelt vooral bij inzicht, mensen en middelen', both: 'Het knelt op beide plekken', neither: 'Geen van beide knelt duidelijk' },
    causes: ['Tekort overtuiging', 'Tekort inzicht, mensen en middelen'], and: 'en',
    comment: (n, name, score, step) => `Ik deed het Klantkompas: fase ${n} (${name}), ${score} van 100. ${step && `Mijn eerste stap: ${step} `}Herken je dit?`,
  },
  en: {
    over: (n, score) => `Stage ${n} of ${STAGES} · ${score} of 100`,
    brakes: (m, name, list, n) => `Your answers fit stage ${m}, ${name}. ${['', 'One thing holds', 'Two things hold', 'Three things hold'][list.length]} you back: ${join(list, 'and')}. Hence stage ${n}.`,
    needed: 'A result needs ',
    start: 'Start here:',
    sure: { high: 'Complete', medium: 'Nearly complete', low: 'Partly filled in', insufficient: 'Too little filled in' }, of: (n, all) => `(${n} of ${all}).`,
    range: (a, b) => `Your score lies between ${a} and ${b}`,
    here: 'You are here', score: (n) => `You are here, score ${n}`, brake: 'brake', unknown: 'I don’t know', skipped: 'skipped', notAsked: 'not asked',
    few: 'too few answers', step: (n, topic) => `Question ${n}: ${topic}`,
    gap: (w, d) => `${w} in word, ${d} in deed`,
    labels: { words_strong: 'Far more word than deed', words_lead: 'More word than deed', balanced: 'In balance', deeds_lead: 'More deed than word' },
    balance: { awareness: 'Mindset is the main bottleneck', resources: 'Insight, people and means are the main bottleneck', both: 'Both are bottlenecks', neither: 'Neither is a clear bottleneck' },
    causes: ['Shortfall in mindset', 'Shortfall in insight, people and means'], and: 'and',
    comment: (n, name, score, step) => `I did the Klantkompas: stage ${n} (${name}), ${score} of 100. ${step && `My first step: ${step} `}Do you recognise this?`,
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
  const gate = (id) => byId(questionnaire.gates, id).brake[lang].replace('{section}', weakest);
  const step = (each) => stepText(each, lang);
  return { asked, level, height, stage, section, gate, step, says: SAYS[lang] };
}

async function checkResult(page, input, result, lang) {
  const { asked, level, height, stage, section, gate, step, says } = inWords(input, result, lang);
  if (result.stage) {
    const { final, score, binding } = result.stage;
    assert.equal(await textOf(page, 'result.over'), says.over(final, shown(result.overall)));
    assert.equal(await textOf(page, 'result.h'), stage(final));
    assert.equal(await textOf(page, 'result.say'), binding.length ? says.brakes(score, stage(score), binding.map(gate), final)
      : questionnaire.stages[final - 1].text[lang]);
    const ladder = await tableOf(page, 'result.ladder.t');
    assert.deepEqual(ladder.map(([n, name]) => [n, name]), questionnaire.stages.map(({ name }, i) => [String(i + 1), name[lang]]));
    const remarks = ladder.map((row) => row[2]);
    assert.equal(remarks[final - 1], final === score ? says.score(shown(result.overall)) : says.here);
    assert.ok(remarks[score - 1].endsWith(shown(result.overall)), remarks[score - 1]);
    assert.equal(remarks.filter(Boolean).length, final === score ? 1 : 2);
  } else {
    assert.ok((await textOf(page, 'result.say')).startsWith(says.needed));
    assert.equal(await textOf(page, 'result.ladder'), null);
  }
  const first = result.steps[0];
  assert.equal(await textOf(page, 'result.begin'), first ? `${says.start} ${lower(step(first))}` : result.answered ? questionnaire.keep[lang] : null);
  assert.deepEqual((await tableOf(page, 'result.bars.t')).map(([name, score]) => [name, score]),
    Object.entries(result.sections).map(([id, score]) => [section(id), score === null ? says.few : shown(score)]));
  const gates = result.steps.filter((each) => each.gate).map((each) => each.question);
  assert.deepEqual(await tableOf(page, 'result.strip.t'), asked.map(({ id, topic, levels }, i) => {
    const value = level(id);
    return [`${i + 1} ${topic[lang]}`, known(value) ? String(height(id)) : '–',
      known(value) ? levels[value][lang] : value === 'unknown' ? says.unknown : says.skipped, gates.includes(id) ? says.brake : ''];
  }));
  const sure = await textOf(page, 'result.sure.t');
  assert.ok(sure.startsWith(`${says.sure[result.confidence]} ${says.of(result.answered, asked.length)}`), sure);
  assert.equal(sure.includes(says.range(...result.range)), result.answered < asked.length, sure);
}

async function checkSteps(page, input, result, lang) {
  const { asked, level, height, step, says } = inWords(input, result, lang);
  const three = result.steps.slice(0, 3);
  assert.deepEqual(await textsOf(page, /^steps\.\w+\.meta$/), three.map((each) =>
    says.step(asked.findIndex(({ id }) => id === each.question) + 1, question(each.question).topic[lang])));
  assert.deepEqual(await textsOf(page, /^steps\.\w+\.do$/), three.map(step));
  assert.deepEqual((await tableOf(page, 'steps.order.t'))?.map((row) => row[2]), questionnaire.order?.map(({ questions }) => {
    const ours = questions.filter((id) => asked.some((each) => each.id === id));
    if (!ours.length) return says.notAsked;
    if (ours.some((id) => known(level(id)))) return String(Math.min(...ours.filter((id) => known(level(id))).map(height)));
    return ours.some((id) => level(id) === 'unknown') ? says.unknown : says.skipped;
  }));
  const lifts = await tableOf(page, 'steps.lift.t');
  if (!result.sensitivity) return assert.equal(lifts, null);
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
  const causes = await tableOf(page, 'patterns.causes.t');
  if (result.balance) {
    assert.equal(await textOf(page, 'patterns.causes.h'), says.balance[result.balance.label]);
    assert.deepEqual(causes, says.causes.map((name, i) => [name, whole([result.balance.awareness, result.balance.resources][i])]));
  } else {
    assert.equal(causes, null);
  }
  const of = (list = [], ids = [], part = '') => ids.map((id) => byId(list, id)[part][lang]);
  const titles = /^patterns\.(?!(causes|claims|strong|excuses)\.)[a-z_]+\.h$/;
  assert.deepEqual(await textsOf(page, titles), of(questionnaire.patterns, result.patterns.slice(0, 3), 'title'));
  const goods = () => textsOf(page, RegExp(`^patterns\\.(${(questionnaire.strengths ?? []).map(({ id }) => id).join('|')})$`));
  assert.deepEqual(await goods(), of(questionnaire.strengths, result.strengths.slice(0, 2), 'title'));
  const [{ id: list, items } = { id: 'none', items: [] }] = questionnaire.ticks ?? [];
  const ticked = items.filter(({ id }) => input.ticks?.[list]?.includes(id));
  if (result.patterns.length <= 3 && result.strengths.length <= 2 && !ticked.length) return;
  await use(page, 'nav.more');
  assert.deepEqual(await textsOf(page, titles), of(questionnaire.patterns, result.patterns, 'title'));
  assert.deepEqual(await textsOf(page, /^patterns\.(?!(causes|dumbbell|excuses)\.)[a-z_]+\.t$/), of(questionnaire.patterns, result.patterns, 'text'));
  assert.deepEqual(await goods(), of(questionnaire.strengths, result.strengths, 'title'));
  assert.deepEqual(await textsOf(page, RegExp(`^patterns\\.${list}\\.\\w+\\.[ht]$`)), ticked.flatMap(({ text, counter }) => [text[lang], counter[lang]]));
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
  const tops = result.profile_top.map((id) => byId(causes, id));
  const title = await textOf(page, 'mirror.h');
  for (const { behaviour } of tops) assert.ok(title.toLowerCase().includes(behaviour[lang].toLowerCase()), title);
  assert.equal(await textOf(page, 'mirror.begin'), `${says.start} ${lower(tops[0].action[lang])}`);
  const shownItems = items.filter(({ cause }) => cause === tops[0].id);
  assert.deepEqual(await textsOf(page, /^mirror\.\w+\.t$/).then((all) => all.filter((text) => shownItems.some((item) => item.text[lang] === text))),
    shownItems.map(({ text }) => text[lang]));
  assert.deepEqual(await textsOf(page, /^mirror\.\w+\.a$/), shownItems.map(({ id }) => {
    const value = input.profile[id] ?? null;
    return known(value) ? levels[value][lang] : value === 'unknown' ? says.unknown : says.skipped;
  }));
}

async function checkShare(page, input, result, lang) {
  const { stage, step, says } = inWords(input, result, lang);
  const text = await textOf(page, 'share.text');
  if (result.stage) {
    const first = result.steps[0] ? lower(step(result.steps[0])) : '';
    assert.equal(text, says.comment(result.stage.final, stage(result.stage.final), shown(result.overall), first));
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
