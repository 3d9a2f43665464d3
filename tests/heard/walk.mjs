// The reader's way, by keys alone. Controls are found by what is heard, as a reader finds them, never by counting.
import assert from 'node:assert/strict';

const WORDS = {
  nl: { begin: 'Beginnen', skip: 'Overslaan', next: 'Volgende', start: 'Start', toResult: 'Naar je uitslag', steps: 'Stappen', patterns: 'Patronen', share: 'Delen',
    result: 'Uitslag', restart: 'Opnieuw', cancel: 'Nee, ga terug', wipe: 'Ja, wis alles', back: 'Terug' },
  en: { begin: 'Begin', skip: 'Skip', next: 'Next', start: 'Start', toResult: 'To your result', steps: 'Steps', patterns: 'Patterns', share: 'Share',
    result: 'Result', restart: 'Start again', cancel: 'No, go back', wipe: 'Yes, wipe all', back: 'Back' },
};
const MOST_TABS = 40;

/** @returns {Promise<string>} the transcript: what was done, and below it what was said */
export async function walk(desk, { lang }) {
  const w = WORDS[lang];
  const lines = [];
  const said = (deed, words) => {
    lines.push(`[${deed}]`, ...words.map((word) => `  ${word.trim()}`));
    return words;
  };
  const key = async (name) => said(name, await desk.key(name));
  /** Tab to the control that is announced so, and write down only what was said there. */
  const tab = async (name, back = false) => {
    for (let i = 0; i < MOST_TABS; i++) {
      const words = await desk.key(back ? 'shift+Tab' : 'Tab');
      if (words.some((word) => word.includes(`${name} `) || word.startsWith(name))) return said(`Tab to ${name}`, words);
      assert.ok(!words.some((word) => /werkbalk|Browser tabs/.test(word)), `Tab left the page before “${name}”:\n${lines.join('\n')}`);
    }
    return assert.fail(`Tab never reaches “${name}”; heard so far:\n${lines.join('\n')}`);
  };
  const press = async (name) => { await tab(name); await key('Return'); };
  const part = (title) => lines.push('', `## ${title}`);

  part('opening');
  said('load', (await desk.listen(30_000)).filter((word) => !/Firefox|Chromium|frame|venster/.test(word)));
  await press(w.start);
  part('words skipped');
  await press(w.skip);
  for (let n = 1; n <= 9; n++) {
    part(`question ${n}`);
    if (n === 2) {
      await tab(w.next);
      await key('Return');
      await key('shift+Tab');
      await key('shift+Tab');
      await key('shift+Tab');
    } else {
      await key('Tab');
    }
    await key('space');
    for (let down = 0; down < n % 4; down++) await key('Down');
    await press(n === 9 ? w.toResult : w.next);
  }
  part('result ready');
  await press(w.skip);
  part('result, start over and back');
  await tab(w.restart);
  await key('Return');
  await key('Escape');
  for (const page of ['steps', 'patterns', 'share']) {
    part(page);
    await press(w[page]);
  }
  return `${lines.join('\n').trim()}\n`;
}
