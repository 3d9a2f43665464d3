// A reader's way through the questionnaire, in words: which control to use on which screen to give a set of answers.
import assert from 'node:assert/strict';
import { LANG, questionnaire, QUESTIONS } from './subject.mjs';

export const WORDS = {
  nl: {
    start: 'Start', next: 'Volgende', back: 'Terug', skip: 'Overslaan', begin: 'Beginnen', toResult: 'Naar je uitslag', unknown: 'Weet ik niet',
    edit: 'Antwoorden aanpassen', missing: 'Kies een antwoord, of sla de vraag over.',
  },
  en: {
    start: 'Start', next: 'Next', back: 'Back', skip: 'Skip', begin: 'Begin', toResult: 'To your result', unknown: 'I don’t know',
    edit: 'Change answers', missing: 'Choose an answer, or skip the question.',
  },
};

/** The words of a page that was asked for no language. */
export const HERE = WORDS[LANG];

/** The text of question n (from 1), or of one of its levels. */
export const questionText = (n, lang = LANG) => QUESTIONS[n - 1].text[lang];
export const levelText = (n, level, lang = LANG) => QUESTIONS[n - 1].levels[level][lang];

/** Presses Volgende, or Naar je uitslag where that is its name. */
async function goOn(reader, { by, lang = LANG } = {}) {
  const { next, toResult } = WORDS[lang];
  await reader.press(await reader.find('button', next) ? next : toResult, { by });
}

/** Gives one answer as contract 4 writes it, and goes on. */
async function give(reader, answer, texts, how) {
  const { skip, unknown } = WORDS[how.lang];
  if (answer === null || answer === undefined) return reader.press(skip, how);
  await reader.choose(answer === 'unknown' ? unknown : texts[answer][how.lang], how);
  return goOn(reader, how);
}

const wanted = (part) => Boolean(part && Object.keys(part).length);

/** What a reader with these answers (contract 4) does on a screen. `how`: {by, lang}. */
async function act(reader, screen, input, how) {
  const words = WORDS[how.lang];
  const { claims, profile, ticks, context } = questionnaire;
  const [kind, number] = screen.split('-');
  const at = Number(number) - 1;
  switch (kind) {
    case 'intro': return reader.press(words.start, how);
    case 'modules': {
      const more = wanted(input.profile) || wanted(input.ticks) || Boolean(input.context);
      return reader.press((number === 'words' ? wanted(input.claims) : more) ? words.begin : words.skip, how);
    }
    case 'role': return reader.press(words.skip, how);
    case 'claims': return give(reader, input.claims?.[claims.questions[at].id], claims.questions[at].levels, how);
    case 'question': return give(reader, input.answers[QUESTIONS[at].id], QUESTIONS[at].levels, how);
    case 'profile': return give(reader, input.profile?.[profile.items[at].id], profile.levels, how);
    case 'ticks': {
      const chosen = ticks.flatMap((list) => list.items.filter(({ id }) => input.ticks?.[list.id]?.includes(id)));
      if (!chosen.length) return reader.press(words.skip, how);
      for (const { text } of chosen) await reader.tick(text[how.lang], how);
      return goOn(reader, how);
    }
    case 'context': {
      const choice = context.choices.findIndex(({ id }) => id === input.context);
      return give(reader, choice < 0 ? null : choice, context.choices.map(({ text }) => text), how);
    }
    default: return assert.fail(`the flow stops at ${screen}`);
  }
}

/**
 * Walks from the open screen until `until` is open, giving the answers of `input` on the way; what it leaves out is
 * skipped. Modules are announced, and only done when `input` has answers for them.
 * @param {ReturnType<typeof import('./harness.mjs').createReader>} reader
 * @param {object} input  contract 4
 * @param {{by?: 'mouse' | 'touch' | 'keyboard' | 'assistive', lang?: string, until?: string, seen?: (screen: string) => Promise<void>}} [how]
 */
export async function walk(reader, input, { by = 'mouse', lang = LANG, until = 'result', seen } = {}) {
  let last = '';
  for (;;) {
    const { screen } = await reader.state();
    assert.notEqual(screen, last, `still on ${screen}`);
    await seen?.(screen);
    if (screen === until) return;
    last = screen;
    await act(reader, screen, input, { by, lang });
  }
}
