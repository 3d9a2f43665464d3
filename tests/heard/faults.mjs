// What a transcript must not have, whatever the page says: a key that is answered by silence, a sentence said twice at one key, and
// text that is called clickable.

/**
 * Keys that Orca itself answers with silence: the caret that stays, letters that are typed; a page that it reads a moment later; and in
 * Chromium a page that begins with its heading: when the button that was pressed goes, Orca looks for the next text, and what it finds
 * there it no longer says when focus comes (43.1; a page of a button and a heading alone shows it).
 */
const MAY_BE_SILENT = /^(ctrl\+Home|Insert\+a|x|load|typed .*|Return to a heading that comes first)$/;
/** Orca names a figure before its caption, a group after the words it is named by, and a field for a date before each part of it. */
const OWN_HABIT = /^(onderschrift|caption|paneel|panel|Day|Year)$/;
/** What stands in a table of one screen may be the name of a control there; and rows and values of tables may be equal. */
const OF_A_CONTROL = /^(niet geselecteerd|geselecteerd|not selected|selected)$/;
const OF_A_TABLE = /^\d+ |\(\d/;

/** @param {string} transcript @returns {string[]} */
export function faults(transcript) {
  const out = [];
  for (const block of transcript.split(/^(?=\[)/m).filter((part) => part.startsWith('['))) {
    const [deed, ...said] = block.split('\n').filter((line) => line && !line.startsWith('## ')).map((line) => line.replace(/^\[(.*)\]$/, '$1').trim());
    if (!said.length && !MAY_BE_SILENT.test(deed)) out.push(`[${deed}]: nothing was said`);
    for (const words of said) if (/klikbaar|clickable/i.test(words)) out.push(`[${deed}]: “${words}”`);
    for (const [i, words] of said.entries()) {
      if (words.length > 20 && said.indexOf(words) !== i && !OF_A_TABLE.test(words) && ![OWN_HABIT, OF_A_CONTROL].some((habit) => habit.test(said[i + 1] ?? ''))) out.push(`[${deed}]: twice “${words}”`);
    }
  }
  return out;
}
