// The page for teams: codes from a file, and the workshop's keys, clock and code for phones.
import { generate } from 'lean-qr';

export const FILES = {
  'team.csv': ['-team.csv', 'text/csv'],
  'team.json': ['-team.json', 'application/json'],
};

/** A task of the page takes no more characters of a long text at once (team.test.mjs tells how long the longest takes). */
const PIECE = 24_000;
/** A text that is longer is refused as a whole (src/team/table.h). */
const MOST = 1_000_000;
const MINUTE = 60_000;

/** @type {typeof import('../widget/carried.js').createCarried} */
export function createCarried({ send, act, copy, shareable }) {
  let screen = '';
  let since = 0;  // when the workshop began, on the page's own clock: nobody sets that
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let adding = false;
  // Held here: one that nobody holds may be collected while the reader is still choosing, and tells of nothing then.
  /** @type {HTMLInputElement} */
  let input;

  /** A file with codes. */
  function choose() {
    input = document.createElement('input');
    input.type = 'file';
    input.accept = '.txt,.csv,.tsv,.md,.eml,text/*';
    input.addEventListener('change', async () => add(await textOf(input.files?.[0])));
    input.click();
  }

  /** Between the pieces the page answers, so that nothing waits for ten thousand codes. @param {string} text */
  async function add(text) {
    if (adding) return;
    if (text.length > MOST) return act('team.add', true, text);
    adding = true;
    let rest = text;
    send('team.begin');
    while (rest.length > PIECE) {
      const end = rest.lastIndexOf('\n', PIECE) + 1 || rest.indexOf('\n', PIECE) + 1;
      if (!end) break;  // one line is read at once, however long
      send('team.and', rest.slice(0, end));
      rest = rest.slice(end);
      await new Promise((done) => setTimeout(done));
    }
    adding = false;
    act('team.end', true, rest);
  }

  // A file, or words, let go over the page; over the field words are the field's.
  for (const type of ['dragover', 'drop']) {
    document.addEventListener(type, async (event) => {
      const { dataTransfer: what, target } = /** @type {DragEvent} */ (event);
      const files = what?.types.includes('Files');
      if (screen !== 'team' || !what || !(files || what.types.includes('text/plain')) || (!files && target instanceof HTMLTextAreaElement)) return;
      event.preventDefault();  // else the browser would leave the page for the file
      if (type === 'drop') add(files ? await textOf(what.files[0]) : what.getData('text/plain'));
    });
  }

  /** The clock goes on once a minute, on the screen that shows it. */
  function tick() {
    clearTimeout(timer);
    if (screen !== 'workshop') return;
    const passed = performance.now() - since;
    timer = setTimeout(() => {
      act('workshop.minute', false, String(Math.floor((performance.now() - since) / MINUTE)));
      tick();
    }, MINUTE - (passed % MINUTE) + 1);
  }

  /** Where colleagues go, as text and as the modules of its QR code. */
  function invite() {
    const address = location.href.split('#')[0];
    const code = generate(`${address}#team`);
    let modules = '';
    for (let y = 0; y < code.size; y++) for (let x = 0; x < code.size; x++) modules += code.get(x, y) ? 1 : 0;
    send('workshop.here', [address.replace(/^https?:\/\//, ''), code.size, modules].join('\n'));
  }

  const KEYS = /** @type {{[key: string]: string[]}} */ ({
    ' ': ['workshop.show', 'workshop.hide'],
    ArrowRight: ['workshop.next'],
    ArrowLeft: ['workshop.back'],
    Escape: ['workshop.plan-no', 'go.team'],
  });
  // The keys of a room, where nothing has focus that takes them itself. Of two the one that has a button now.
  document.addEventListener('keydown', (event) => {
    const { key, target, isTrusted } = event;
    if (screen !== 'workshop' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (key !== 'Escape' && target instanceof Element && target.closest('input, textarea, button, select')) return;
    const ids = KEYS[key] ?? [];
    const id = ids.length > 1 ? ids.find((each) => document.getElementById(`kk-${each}`)) : ids[0];
    if (!id) return;
    if (key === ' ') event.preventDefault();  // it would scroll
    act(id, isTrusted);
  });

  return {
    at(now) {
      if (now === screen) return;
      screen = now;
      document.documentElement.dataset.screen = now;
      if (now !== 'workshop') return;
      if (!since && shareable) invite();
      since ||= performance.now();
      tick();
    },
    act(id, value) {
      if (id === 'team.file') choose();
      else if (id === 'copy.agreed') copy(document.getElementById('kk-workshop.code.t')?.textContent ?? '', document.getElementById('kk-workshop.code.t'));
      else if (id === 'team.add' && !adding && value.length > PIECE && value.length <= MOST) add(value);
      else {
        if (id === 'team.clear-yes' || id === 'nav.wipe') since = 0;  // with everything else of it
        return false;
      }
      return true;
    },
    keeps: (now) => now === 'team',
  };
}

/** As people's programs save it: a byte order mark tells UTF-16. @param {Blob | undefined} file */
async function textOf(file) {
  if (!file) return '';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  return new TextDecoder(utf16 || 'utf-8').decode(bytes);
}
