// The reader's way, by keys alone. Controls are found by what is heard, as a reader finds them, never by counting.
import assert from 'node:assert/strict';
import { steps } from './steps.mjs';

const WORDS = {
  nl: { begin: 'Beginnen', skip: 'Overslaan', next: 'Volgende', start: 'Start', toResult: 'Naar je uitslag', back: 'Terug', restart: 'Opnieuw', cancel: 'Nee, ga terug',
    wipe: 'Wis alles', yes: 'Ja, wis alles', lookAt: 'Waar let je op?', term: 'NPS', steps: 'Stappen', patterns: 'Patronen', share: 'Delen en bewaren', result: 'Uitslag',
    more: 'Meer', mirror: 'Naar de spiegel', narrowMirror: 'Spiegel', evidence: 'Cijfers en hun bron', unproven: 'niet bevestigd: Aanbevelen', glossary: 'Woordenlijst', about: 'Over dit kompas',
    privacy: 'Privacy', embed: 'Plaats deze test', code: 'Uitslagcode', haveCode: 'Andere code openen', open: 'Openen', copyCode: 'Kopieer code', radar: 'Toon als radar',
    radio: 'radioknop', checkbox: 'aankruisvakje|keuzevakje', answer: 'Leiding, niveau', field: 'Reactie onder het artikel', view: 'Tekstweergave', parts: 'Kies extra’s' },
  en: { begin: 'Begin', skip: 'Skip', next: 'Next', start: 'Start', toResult: 'To your result', back: 'Back', restart: 'Start again', cancel: 'No, go back',
    wipe: 'Delete everything', yes: 'Yes, delete all', lookAt: 'What should you look at?', term: 'NPS', steps: 'Steps', patterns: 'Patterns', share: 'Share and keep', result: 'Result',
    more: 'More', mirror: 'To the mirror', narrowMirror: 'Mirror', evidence: 'Figures and their source', unproven: 'not confirmed: ', glossary: 'Glossary', about: 'About this compass',
    privacy: 'Privacy', embed: 'Embed this test', code: 'Result code', haveCode: 'Open another code', open: 'Open', copyCode: 'Copy code', radar: 'Show as radar',
    radio: 'radio button', checkbox: 'check box', answer: 'Leadership, level', field: 'Comment under the article', view: 'Text view', parts: 'Choose extras' },
};

/**
 * @param {import('./steps.mjs').Reader} reader
 * @param {'nl' | 'en'} lang
 * @param {{large?: boolean}} [how]  letters so large that the page is folded
 * @returns {Promise<string>} the transcript: what was done, and below it what was said
 */
export async function walk(reader, lang, { large = false } = {}) {
  const w = WORDS[lang];
  const { key, tab, press, turnTo, choose, part, readOn, said, transcript } = steps(reader, w.radio);

  part('opening');
  const load = [];
  for (let tries = 0; !load.some((words) => /Klantkompas: /.test(words)) && tries < 10; tries++) load.push(...await reader.listen(20_000, 4000));
  assert.ok(load.length, 'Orca says nothing');
  said('load', load.filter((words) => /: /.test(words) && !/ — | - /.test(words)));  // how far it read until all was there differs
  await readOn();
  await key('ctrl+Home');
  for (const name of [w.view, 'NL', 'EN', w.start]) await tab(name);
  await key('Return');

  part('word and deed');
  await press(w.begin);
  for (let n = 1; n <= 3; n++) {
    await choose(n - 1);
    await press(w.next);
  }
  for (let n = 1; n <= 9; n++) {
    part(`question ${n}`);
    if (n === 1) {
      await press(w.lookAt);
      await readOn();
    }
    if (n === 2) {
      await press(w.next);
      await tab(w.back, true);
    }
    if (n === 3) {
      await press(w.term);
      await key('Escape');
      await tab(w.skip);
      await key('Return');
      await press(w.back);
    }
    await (n === 2 ? tab(RegExp(w.radio), true) : choose(n % 3));
    if (n === 2) await key('space');
    await press(n === 9 ? w.toResult : w.next);
  }

  part('more');
  await readOn();
  await press(w.begin);
  await choose(1);
  await press(w.next);
  part('statements');
  await choose(1);
  await press(w.next);
  // They are all alike: the others by the keys that this one took, and only what is heard on arriving.
  for (let n = 2; n <= 12; n++) {
    for (const each of ['Tab', 'space', 'Tab', 'Tab', 'Tab']) await reader.key(each, 3000, 200);
    await key('Return');
  }
  part('ticks');
  await tab(RegExp(w.checkbox));
  await key('space');
  await key('Tab');
  await key('space');
  await press(w.next);
  part('context');
  await choose(1);
  await press(w.toResult);

  part('result');
  await readOn();
  await key('ctrl+Home');
  if (!large) {
    await tab(RegExp(w.radio));
    await press(w.radar);
  }
  await tab(RegExp(w.answer));
  await key('Return');
  await press(w.toResult);
  for (const page of ['steps', 'patterns', 'share']) {
    part(page);
    await reader.key('ctrl+Home');
    await press(w[page]);
    await readOn();
    await key('ctrl+Home');
    if (page === 'patterns') {
      await press(w.more);
      await readOn();
      await key('ctrl+Home');
      await press(large ? w.narrowMirror : w.mirror);
      part('mirror');
      await readOn();
      await key('ctrl+Home');
    }
  }
  await tab(w.field);
  await press(w.copyCode);
  part('sources');
  for (const page of ['evidence', 'glossary', 'about', 'privacy', 'embed']) {
    part(page);
    await turnTo(w[page]);
    if (page === 'evidence') await press(RegExp(w.unproven));
    await readOn();
    if (page === 'embed') {
      await key('ctrl+Home');
      await choose(1);
      await press(w.parts);
      await press(w.copyCode);
    }
    await key('ctrl+Home');
    await press(w.back);
  }
  part('code');
  await turnTo(w.haveCode);
  await tab(w.code);
  await key('x');
  await key('Return');
  await readOn();
  await press(w.back);

  part('wiping');
  await press(w.wipe);
  await key('Return');
  await key('Return');
  await key('Escape');
  await key('Return');
  await press(w.yes);
  return transcript();
}
