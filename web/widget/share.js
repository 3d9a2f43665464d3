// What Delen needs of the browser: copying, printing and saving, each with another way where the embedding page forbids it.

import { FILES as CARRIED } from 'carried';
import { today } from './stamp.js';

/** End of the name, and type, by kind. @type {{[kind: string]: string[]}} */
const FILES = {
  csv: ['.csv', 'text/csv'],
  md: ['.md', 'text/markdown'],
  ics: ['.ics', 'text/calendar'],
  json: ['.json', 'application/json'],
  xapi: ['-xapi.json', 'application/json'],
  ...CARRIED,
};

/**
 * @param {object} parts
 * @param {(key: string) => string} parts.words  a sentence of the page, by its key
 * @param {(text: string) => void} parts.say  to role=status
 * @param {(text: string) => void} parts.show  a visible line with selectable text
 * @param {() => string} parts.code
 * @param {(kind: string) => string} parts.file  the text of a file
 * @param {boolean} parts.shareable  this page's address means something to others
 */
export function createShare({ words, say, show, code, file, shareable }) {
  const link = () => `${location.href.split('#')[0]}#k=${code()}&at=result`;

  /** Selects what could not be copied, so that the reader can. @param {HTMLElement | null} el */
  function select(el) {
    if (el instanceof HTMLTextAreaElement) {
      el.focus({ preventScroll: true });
      el.select();
    } else if (el) {
      getSelection()?.selectAllChildren(el);
    }
  }

  /** @param {string} text @param {HTMLElement | null} place  where the text stands, to select it */
  async function copy(text, place) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A frame without clipboard-write may still copy what is selected.
      select(place);
      if (getSelection()?.toString() !== text || !document.execCommand('copy')) {
        say(words('copy-by-hand'));
        if (!place) {
          show(text);
          select(document.getElementById('kk-note'));
        }
        return;
      }
    }
    say(words('copied'));
  }

  function print() {
    const { dataset } = document.documentElement;
    let started = false;
    addEventListener('beforeprint', () => (started = true), { once: true });
    addEventListener('afterprint', () => delete dataset.printing, { once: true });
    dataset.printing = '';
    window.print();
    if (started) return;
    delete dataset.printing;
    const all = words('print-by-hand');
    const text = shareable ? `${all} ${link()}` : all.slice(0, all.indexOf('.') + 1);  // its second sentence is about the link
    say(shareable ? all : text);
    show(text);
  }

  /** Where downloads are forbidden nothing happens, and no page can find out: the text stands beside the button. */
  function save(/** @type {string} */ kind) {
    const [name, type] = FILES[kind];
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(new Blob([file(kind)], { type }));
    anchor.download = `klantkompas-${today()}${name}`;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 60000);
    say(words('saved'));
  }

  return {
    copy,
    /** @param {string} id  of the button that was pressed @param {string} [value]  of its field @returns {boolean} whether it was one of these */
    act(id, value = '') {
      if (id === 'copy.text') copy(value, document.getElementById('kk-share.text'));
      else if (id === 'copy.code') copy(code(), document.getElementById('kk-share.code.t'));
      else if (id === 'copy.embed') copy(value, document.getElementById('kk-embed.text'));
      else if (id === 'copy.link') copy(link(), null);
      else if (id === 'copy.invite') copy(words('invite').replace('{link}', `${location.href.split('#')[0]}#team`), null);
      else if (id === 'copy.file') copy(value, document.getElementById('kk-files.text'));
      else if (id === 'page.save') save(/** @type {HTMLInputElement} */ (document.querySelector('#kk-files\\.kind\\.g :checked')).value.slice(5));
      else if (id.startsWith('page.save-')) save(id.slice(10));
      else if (id === 'page.print') print();
      else return false;
      return true;
    },
  };
}
