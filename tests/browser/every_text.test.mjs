// Every text has its moment: for each pattern, strength, gate, reason, stage, confidence, label, step and level, answers
// are found that bring it out, and the page shows it, in both languages. And no screen shows anything else.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, openPage } from './harness.mjs';
import { chances, codeOf, LANGUAGES, questionnaire, QUESTIONS, randomAnswers, scoresOf, WIDGET } from './subject.mjs';
import { everythingOn, SCREENS, show, use } from './walk.mjs';

const { claims, context, gates, patterns, profile, stages, strengths, ticks } = questionnaire;

/** content.md 8 and 11: the words of the page that belong to a value of the result. */
const CONFIDENCE = {
  high: { nl: 'Volledig ingevuld (9 van 9)', en: 'Complete (9 of 9)' }, medium: { nl: 'Bijna volledig (', en: 'Nearly complete (' },
  low: { nl: 'Deels ingevuld (', en: 'Partly filled in (' }, insufficient: { nl: 'nog te weinig antwoorden (', en: 'too few answers (' },
};
const CLAIMS = {
  words_strong: { nl: 'veel meer woord dan daad', en: 'far more word than deed' }, words_lead: { nl: 'meer woord dan daad', en: 'more word than deed' },
  balanced: { nl: 'woord en daad liggen dicht bij elkaar', en: 'word and deed are close' }, deeds_lead: { nl: 'meer daad dan woord', en: 'more deed than word' },
};
const BALANCE = {
  awareness: { nl: 'Het knelt vooral bij overtuiging', en: 'Mindset is the main bottleneck' },
  resources: { nl: 'Het knelt vooral bij ', en: ' the main bottleneck' },
  both: { nl: 'Het knelt ', en: ' bottleneck' }, neither: { nl: 'Geen deel komt duidelijk tekort', en: 'No part falls clearly short' },
};
const NONE_LIFTS = { nl: 'Voor een hogere fase is meer dan één stap nodig.', en: 'Reaching the next stage takes more than one step.' };
const BRAKES = { nl: ['Eén ding remt', 'Twee dingen remmen', 'Drie dingen remmen'], en: ['One thing holds you back', 'Two things hold you back', 'Three things hold you back'] };
const FLOW = {
  nl: ['Eerst drie korte vragen over wat jullie zéggen?', 'Eén minuut.', 'Nog twaalf stellingen over de leiding? Drie minuten.', 'Welke zinnen hoor je weleens? Eén minuut.', 'Waar werk je in de organisatie?', 'Leiding', 'Middenkader', 'Uitvoering',
    'Zeg ik liever niet', 'Kies een antwoord, of sla de vraag over.', 'Weet ik niet', 'Overslaan'],
  en: ['Three short questions first, about what you say?', 'One minute.', 'Twelve more statements about leadership? Three minutes.', 'Which phrases do you hear? One minute.', 'Where in the organisation do you work?', 'Leadership', 'Middle management', 'Front line', 'I’d rather not say',
    'Choose an answer, or skip the question.', 'I don’t know', 'Skip'],
};

/** What one set of answers brings out: name of the thing -> its text. */
function broughtOut(set, result) {
  const out = new Map();
  const add = (name, text) => out.set(name, text);
  const both = (make) => Object.fromEntries(LANGUAGES.map((lang) => [lang, make(lang)]));
  for (const id of result.patterns) {
    const { title, text } = patterns.find((each) => each.id === id);
    add(`pattern ${id}`, title);
    add(`pattern ${id}, text`, text);
  }
  for (const id of result.strengths) add(`strength ${id}`, strengths.find((each) => each.id === id).title);
  add(`confidence ${result.confidence}`, CONFIDENCE[result.confidence]);
  if (result.claims) add(`claims ${result.claims.label}`, CLAIMS[result.claims.label]);
  if (result.balance) add(`balance ${result.balance.label}`, BALANCE[result.balance.label]);
  for (const [id, cause] of Object.entries(result.profile ?? {})) {
    add(`behaviour ${id}`, profile.causes.find((each) => each.id === id).behaviour);
    if (cause) add(`profile ${cause.label}`, profile.labels[['rarely', 'sometimes', 'often', 'strong'].indexOf(cause.label)]);
  }
  if (result.profile_top?.length) add(`action ${result.profile_top[0]}`, profile.causes.find(({ id }) => id === result.profile_top[0]).action);
  if (result.context_note) add(`context ${set.context}, note`, context.choices.find(({ id }) => id === set.context).note);
  if (set.ticks.figures?.length === ticks[1].items.length) add('reply to all figures', ticks[1].replies[0].text);
  for (const id of set.ticks.excuses ?? []) {
    const item = ticks[0].items.find((each) => each.id === id);
    add(`excuse ${id}`, item.text);
    add(`excuse ${id}, counter-question`, item.counter);
  }
  for (const { id, levels } of QUESTIONS) if (typeof set.answers[id] === 'number') add(`${id}, level ${set.answers[id]}`, levels[set.answers[id]]);
  for (const { question, kind, from } of result.steps.slice(0, 3)) {
    if (kind === 'find_out') add('find-out step', both((lang) => questionnaire.open_step[lang].split('{')[0]));
    else add(`${question}, step ${from}`, QUESTIONS.find(({ id }) => id === question).steps[from]);
  }
  if (!result.steps.length && result.answered === 9) add('all at the top', questionnaire.keep);
  if (!result.stage) return out;
  const { final, binding } = result.stage;
  add(`stage ${final}`, stages[final - 1].name);
  if (!binding.length) return add(`stage ${final}, text`, stages[final - 1].text), out;
  const isOpen = result.steps[0].kind === 'find_out';
  if (binding.length === 1 && !isOpen) add('1 brakes', both((lang) => BRAKES[lang][0]));
  if (!result.sensitivity.up.length && result.answered === 9) add('no step lifts', NONE_LIFTS);
  const first = gates.find(({ id }) => id === binding[0]);
  const q1 = set.answers.q1;
  for (const id of binding) {
    const plain = both((lang) => gates.find((gate) => gate.id === id).brake[lang].split('{')[0]);
    if (!isOpen && (id !== 'whole' || binding.length === 1)) add(`gate ${id}`, plain);
  }
  if (first.id !== 'leadership') add(`gate ${first.id}, text`, both((lang) => first.text[lang].split('{')[0]));
  else if (typeof q1 !== 'number') add('gate leadership, open', first.open_text);
  else {
    add('gate leadership, text', first.text);
    add(`gate leadership, reason ${q1}`, first.reasons[q1]);
  }
  if (binding.length === 1 && first.id === 'whole') {
    const topic = QUESTIONS.find(({ id }) => id === result.steps.find(({ gate }) => gate).question).topic;
    add('gate whole, short', both((lang) => topic[lang][0].toLowerCase() + topic[lang].slice(1)));
  }
  return out;
}

/** Everything that some answers must bring out. */
const WANTED = [
  ...patterns.flatMap(({ id }) => [`pattern ${id}`, `pattern ${id}, text`]), ...strengths.map(({ id }) => `strength ${id}`),
  ...Object.keys(CONFIDENCE).map((id) => `confidence ${id}`), ...Object.keys(CLAIMS).map((id) => `claims ${id}`), ...Object.keys(BALANCE).map((id) => `balance ${id}`),
  ...['rarely', 'sometimes', 'often', 'strong'].map((id) => `profile ${id}`), ...profile.causes.flatMap(({ id }) => [`behaviour ${id}`, `action ${id}`]), ...context.choices.map(({ id }) => `context ${id}, note`), 'reply to all figures',
  ...ticks[0].items.flatMap(({ id }) => [`excuse ${id}`, `excuse ${id}, counter-question`]), 'find-out step', 'all at the top', 'no step lifts',
  ...QUESTIONS.flatMap(({ id }) => [0, 1, 2, 3].flatMap((level) => [`${id}, level ${level}`, `${id}, step ${level}`]).concat(`${id}, level 4`)),
  ...stages.flatMap((_, i) => [`stage ${i + 1}`, `stage ${i + 1}, text`]), '1 brakes', ...gates.map(({ id }) => `gate ${id}`),
  'gate leadership, text', 'gate leadership, open', 'gate weakest, text', 'gate whole, text', 'gate whole, short', ...[0, 1, 2].map((level) => `gate leadership, reason ${level}`),
];

/** A few sets that together bring out everything: those with most that is new first. */
function coveringSets() {
  const chance = chances(20_261_122);
  const all4 = Object.fromEntries(QUESTIONS.map(({ id }) => [id, 4]));
  const near = QUESTIONS.map(({ id }, i) => ({ ...all4, q1: [1, 2, 'unknown', 4][i % 4], [id]: i % 2 }));
  const sets = [{ answers: all4, claims: {}, profile: {}, ticks: {} }, ...near.map((answers) => ({ answers, claims: {}, profile: {}, ticks: {} })),
    ...Array.from({ length: 6000 }, () => randomAnswers(chance))];
  const results = scoresOf(sets);
  const offers = sets.map((set, i) => ({ set, texts: broughtOut(set, results[i]) }));
  const missing = new Set(WANTED);
  const chosen = [];
  while (missing.size) {
    const gain = ({ texts }) => [...texts.keys()].filter((name) => missing.has(name)).length;
    const best = offers.reduce((top, each) => (gain(each) > top[1] ? [each, gain(each)] : top), [null, 0])[0];
    if (!best) break;
    chosen.push(best);
    for (const name of best.texts.keys()) missing.delete(name);
  }
  assert.deepEqual([...missing], [], 'no answers were found for these');
  return chosen;
}

/** Lines that a reader of this language must not see. */
function strangers(lines, lang) {
  const other = LANGUAGES.find((tag) => tag !== lang);
  const foreign = [...textsIn(questionnaire)].filter((text) => text.nl !== text.en).map((text) => text[other]);
  const own = new Set([...textsIn(questionnaire)].map((text) => text[lang]));
  return lines.filter((line) => /[{}]|undefined|\bNaN\b|\bnull\b|\[object|_|\b[a-z]+\.[a-z]+\.[a-z]/.test(line)
    || foreign.some((text) => (text.length > 24 ? line.includes(text) : line === text && !own.has(text))));
}

/** Every {nl, en} in a tree. */
function* textsIn(tree) {
  if (!tree || typeof tree !== 'object') return;
  if (typeof tree.nl === 'string') yield tree;
  else for (const part of Object.values(tree)) yield* textsIn(part);
}

/** Clicks through every screen up to the result; returns what each said. @param {string} role */
async function walkTheFlow(page, lang, role) {
  const said = {};
  const at = () => page.evaluate(() => window.klantkompas.state().screen);
  const note = async () => {
    const screen = await at();
    const aloud = await page.$eval('#kk-status', (el) => el.textContent.trim());
    said[screen] = [...(said[screen] ?? []), aloud, ...(await everythingOn(page))];
    return screen;
  };
  await use(page, `lang.${lang}`);
  await note();
  for (const id of ['go.privacy', 'go.about', 'go.evidence', 'go.glossary', 'nav.back', 'nav.start']) {
    await use(page, id);
    await note();
    for (const fold of await page.$$eval('main button[aria-expanded="false"]', (all) => all.map(({ value }) => value))) {
      await use(page, fold);
      await note();
    }
  }
  for (let turn = 0; turn < 60; turn++) {
    const screen = await note();
    if (screen === 'result') break;
    if (screen.startsWith('modules-')) {
      await use(page, 'nav.begin');
      continue;
    }
    if (screen !== 'ticks') {
      if (await page.$('button[value="nav.more"]')) await use(page, 'nav.more');
      await use(page, 'nav.next');
      await note();
      const choices = await page.$$eval('main input', (inputs) => inputs.map(({ value }) => value));
      await use(page, screen === 'role' ? `place.${role}` : choices[turn % choices.length]);
    } else {
      await use(page, 'excuses.e1');
    }
    await note();
    await use(page, 'nav.next');
  }
  assert.equal(await at(), 'result', 'the walk ends at the result');
  for (const id of ['nav.more', 'tab.steps', 'tab.patterns', 'nav.more', 'go.mirror', 'tab.share', 'nav.restart', 'nav.cancel', 'share.step']) {
    await use(page, id);
    await note();
  }
  return said;
}

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

describe('every text', () => {
  const seen = Object.fromEntries(LANGUAGES.map((lang) => [lang, new Set()]));
  let reader;
  before(async () => { reader = await openPage(browser, WIDGET, { fragment: 'view=text', until: 'settled' }); });
  after(() => reader?.close());

  const chosen = coveringSets();
  for (const lang of LANGUAGES) {
    test(`what answers bring out is shown (${lang}, ${chosen.length} sets)`, async () => {
      const lost = [];
      for (const { set, texts } of chosen) {
        const code = codeOf(set);
        const lines = [];
        for (const screen of SCREENS) {
          if (screen === 'mirror' && !Object.values(set.profile).some((level) => level !== null)) continue;
          await show(reader.page, { code, screen, lang });
          if (screen === 'patterns' && await reader.page.$('button[value="nav.more"]')) await use(reader.page, 'nav.more');
          lines.push(...(await everythingOn(reader.page)));
        }
        const all = lines.join('\n').toLowerCase();
        for (const [name, text] of texts) if (!all.includes(text[lang].toLowerCase())) lost.push(`${name}: ${text[lang]} (${code})`);
        assert.deepEqual(strangers(lines, lang), [], code);
        for (const line of lines) seen[lang].add(line);
      }
      assert.deepEqual([...new Set(lost)], []);
    });
  }

  test('every screen of the flow, in the reader’s language only', async () => {
    const lines = {};
    for (const lang of LANGUAGES) {
      lines[lang] = [];
      for (const role of ['leadership', 'middle']) {
        const walk = await openPage(browser, WIDGET, { fragment: 'view=text', until: 'settled' });
        const said = await walkTheFlow(walk.page, lang, role);
        await walk.close();
        for (const [screen, texts] of Object.entries(said)) assert.deepEqual(strangers(texts, lang), [], `${screen} (${lang})`);
        const screens = ['intro', 'privacy', 'about', 'evidence', 'glossary', 'modules-words', 'role', 'modules-more', 'ticks', 'context', ...SCREENS,
          ...claims.questions.map((_, i) => `claims-${i + 1}`), ...QUESTIONS.map((_, i) => `question-${i + 1}`), ...profile.items.map((_, i) => `profile-${i + 1}`)];
        assert.deepEqual(Object.keys(said).sort(), screens.sort());
        lines[lang].push(...Object.values(said).flat());
      }
      const all = lines[lang].join('\n');
      for (const text of FLOW[lang]) assert.ok(all.includes(text), `${text} (${lang})`);
      for (const { text, leader_text: leader } of profile.items) for (const each of [text, leader]) assert.ok(lines[lang].includes(each[lang]), each[lang]);
      for (const line of lines[lang]) seen[lang].add(line);
    }
    // What reads the same in both languages: numbers, names, codes, and words that are the same in both.
    const same = new Set([...textsIn(questionnaire)].filter((text) => text.nl === text.en).map((text) => text.nl));
    const twice = [...seen.nl].filter((line) => seen.en.has(line) && !same.has(line) && !/^[\d–.a-z-]*$/.test(line) && !/^Score [\d–]+$/.test(line));
    assert.deepEqual(twice.sort(), ['7 Team', 'EN', 'Klantkompas', 'Klantkompas: privacy', 'NL', 'Privacy', 'Score', 'Start']);
  });

  test('every text of the questionnaire stands on some screen', () => {
    for (const lang of LANGUAGES) {
      const all = [...seen[lang]].join('\n').toLowerCase();
      const never = [...textsIn(questionnaire)].map((text) => text[lang]).filter((text) => text.toLowerCase().split(/\{\w+\}/).some((part) => !all.includes(part)));
      assert.deepEqual(never, [], lang);
    }
  });
});
