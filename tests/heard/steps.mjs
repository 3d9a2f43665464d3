// What a reader with a screen reader does, and what is written down of it. Controls are found by what is heard, as a reader finds
// them, never by counting.
import assert from 'node:assert/strict';

const MOST_TABS = 60;

/** @typedef {{key: (key: string, first?: number, quiet?: number) => Promise<string[]>, listen: (first?: number, quiet?: number) => Promise<string[]>, type: (text: string) => Promise<string[]>}} Reader */

/** @param {Reader} reader @param {string} radio  what a radio is called */
export function steps(reader, radio) {
  /** @type {string[]} */
  const lines = [];
  const said = (/** @type {string} */ deed, /** @type {string[]} */ words) => {
    if (process.env.KK_DEBUG) console.log(`[${deed}]`, words);
    // Of a page long there, Orca still says now and then that it was loaded: when it comes to that.
    lines.push(`[${deed}]`, ...words.filter((word) => deed === 'load' || !/^(Klaar met laden|Finished loading)/.test(word)).map((word) => `  ${word}`));
    return words;
  };
  const key = async (/** @type {string} */ name) => said(name, await reader.key(name));
  /** Tab to the control that is announced so, and write down only what was said there. @param {string | RegExp} name */
  const tab = async (name, back = false) => {
    const wanted = typeof name === 'string' ? RegExp(`(^|[.:] )${name.replace(/[?.]/g, '\\$&')}[ .,]`) : name;
    /** @type {number[]} */
    const silent = [];
    for (let i = 0; i < MOST_TABS; i++) {
      const words = await reader.key(back ? 'shift+Tab' : 'Tab', 6000, 400);
      if (words.some((word) => wanted.test(word))) {
        if (silent.length) said(`${silent.length} times ${back ? 'shift+' : ''}Tab, nothing`, []);
        return said(`${back ? 'shift+' : ''}Tab to ${name}`, words);
      }
      if (!words.length) silent.push(i);
    }
    return assert.fail(`Tab never reaches “${name}”; heard so far:\n${lines.slice(-40).join('\n')}`);
  };
  return {
    said,
    key,
    tab,
    press: async (/** @type {string | RegExp} */ name, back = false) => { await tab(name, back); await key('Return'); },
    /** A page that begins with its heading. @param {string | RegExp} name */
    turnTo: async (name) => { await tab(name); said('Return to a heading that comes first', await reader.key('Return')); },
    part: (/** @type {string} */ title) => lines.push('', `## ${title}`),
    /** Orca reads the whole page from where it is, a part of it at a time. */
    readOn: async () => {
      await key('ctrl+Home');
      said('read all', await reader.key('KP_Add', 10_000, 2500));
    },
    /** The first radio of a question, then so many down. @param {number} down */
    choose: async (down) => {
      await tab(RegExp(radio));
      await key(down ? 'Insert+a' : 'space');
      for (let i = 0; i < down; i++) await key('Down');
    },
    /** Into the field that has focus; Orca may say the letters or not. @param {string} text */
    type: async (text) => {
      await reader.type(text);
      lines.push(`[typed “${text.length > 30 ? `${text.slice(0, 30)}…` : text}”]`);
    },
    transcript: () => `${lines.join('\n').trim()}\n`,
  };
}
