// What comes after the result, by keys alone: plan, files and two results beside each other; and the page for a team with its workshop.
import { codeOf, answersBy } from '../browser/subject.mjs';
import { steps } from './steps.mjs';

export const NOW = codeOf(answersBy((i) => [2, 3, 1, 2, 3, 2, 1, 2, 1][i]));
const THEN = codeOf(answersBy((i) => [1, 2, 1, 1, 2, 1, 1, 2, 1][i]));
const TEAM = [[3, 3, 2], [3, 2, 2], [4, 3, 3], [1, 2, 2], [1, 1, 2], [0, 2, 2]].map((some) => codeOf(answersBy((i) => some[i % 3])));

const WORDS = {
  nl: { plan: 'Maak een plan', box: /aankruisvakje/, putIn: /in je plan drukknop/, row: /vouwen drukknop/, action: 'Eerste actie', who: 'Wie', radio: 'radioknop', learnt: 'Wat leerden we?', keep: 'Bewaren', onDevice: 'Bewaar mijn antwoorden',
    copyText: 'Kopieer tekst', share: 'Delen en bewaren', haveCode: 'Andere code openen', code: 'Uitslagcode', compare: 'Vergelijken', result: 'Uitslag', field: /invoerveld/, add: 'Leg erbij', show: 'Toon het beeld',
    workshop: 'Begin de workshop', roles: ['leiding', 'uitvoering'] },
  en: { plan: 'Make a plan', box: /check box/, putIn: /in your plan .*button/, row: /(collapsed|expanded) .*button/, action: 'First action', who: 'Who', radio: 'radio button', learnt: 'What did we learn?', keep: 'Keep', onDevice: 'Keep my answers',
    copyText: 'Copy text', share: 'Share and keep', haveCode: 'Open another code', code: 'Result code', compare: 'Compare', result: 'Result', field: /entry/, add: 'Add them', show: 'Show the picture',
    workshop: 'Start the workshop', roles: ['leadership', 'frontline'] },
};

/** From the steps of a result. @param {import('./steps.mjs').Reader} reader @param {'nl' | 'en'} lang */
export async function walkAfter(reader, lang) {
  const w = WORDS[lang];
  const { key, tab, press, turnTo, choose, part, readOn, said, type, transcript } = steps(reader, w.radio);
  part('plan');
  await reader.listen(20_000, 4000);
  said('load', []);
  await press(w.plan);
  await readOn();
  await key('ctrl+Home');
  await tab(w.box);
  await key('space');
  await key('space');
  await press(w.putIn);
  await readOn();
  await key('ctrl+Home');
  await press(w.row);
  await tab(w.action);
  await type('Klant op de agenda');
  await tab(w.who);
  await type('Sanne');
  await choose(1);
  await tab(w.learnt);
  part('files');
  await press(w.keep);
  await readOn();
  await key('ctrl+Home');
  await tab(w.onDevice);
  await key('space');
  await key('space');
  await choose(1);
  await press(w.copyText);
  part('before and after');
  await press(w.share, true);
  await turnTo(w.haveCode);
  await tab(w.code);
  await type(THEN);
  await press(w.compare);
  await readOn();
  await key('ctrl+Home');
  return transcript();
}

/** From the page for codes of a team. @param {import('./steps.mjs').Reader} reader @param {'nl' | 'en'} lang */
export async function walkTeam(reader, lang) {
  const w = WORDS[lang];
  const { key, tab, press, part, readOn, said, type, transcript } = steps(reader, w.radio);
  part('codes');
  await reader.listen(20_000, 4000);
  said('load', []);
  await readOn();
  await key('ctrl+Home');
  await tab(w.field);
  await type(TEAM.map((code, i) => `${w.roles[Number(i > 2)]}; ${code}`).join(' '));
  await press(w.add);
  part('team');
  await press(w.show);
  await readOn();
  await key('ctrl+Home');
  part('workshop');
  await press(w.workshop);
  await readOn();
  await key('ctrl+Home');
  await key('space');
  await readOn();
  await key('ctrl+Home');
  await tab(RegExp(w.radio));
  await key('space');
  await key('Escape');
  return transcript();
}
