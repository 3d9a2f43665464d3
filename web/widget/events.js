// The reader's input. The elements of the document are the only source: of keys only Escape is heard, which closes what is
// open and answers a question of ours with no; no wheel and no touch, and nothing is ever prevented, so the page around us keeps
// every gesture. Clicks are heard by the controls themselves (head.js).

import { head } from './from_head.js';

/**
 * @param {HTMLElement} main
 * @param {object} to
 * @param {(id: string, trusted: boolean, value?: string) => void} to.act  a control was used, with the text of the field that goes with it
 * @param {(x: number, y: number) => void} to.hover  the pointer came over another control; -1, -1: over none
 * @param {(id: string) => void} to.press  a control is held down; "": no longer
 * @returns {() => void} stops listening
 */
export function listen(main, { act: use, hover, press }) {
  let busy = false;
  /** A field that is taken away tells its change while the document is being written: that waits its turn. @type {typeof use} */
  const act = (...what) => {
    if (busy) return void setTimeout(() => act(...what));
    busy = true;
    use(...what);
    busy = false;
  };
  const stop = new AbortController();
  const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ listener) =>
    (/key|up$/.test(type) ? document : main).addEventListener(type, listener, { passive: true, signal: stop.signal });
  /** @type {Element | null} */
  let under = null;

  const other = (/** @type {HTMLElement} */ el) => document.getElementById(`kk-${el.dataset.with}`);
  const used = (/** @type {HTMLButtonElement} */ button, /** @type {Event} */ { isTrusted }) => {
    const field = other(button);
    act(button.value, isTrusted, field instanceof HTMLTextAreaElement ? field.value : '');
  };

  let changed = '';  // its id: the element would keep a screen that is gone
  on('change', (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { id, type, value } = event.target;
    if (type === 'text') return;  // heard at each letter
    if (id) return act(id.slice(3), event.isTrusted, value);  // a field with a text of its own
    changed = event.target.value;
    act(event.target.value, event.isTrusted);
  });
  on('input', (event) => {
    const { id, type, value } = event.target;
    if (type === 'text') return act(id.slice(3), event.isTrusted, value);  // at once: nothing of it is lost
    // Enter in a field that takes no second line.
    const button = event.inputType === 'insertLineBreak' && other(event.target);
    if (button instanceof HTMLButtonElement) used(button, event);
  });
  head.clicked = (event) => {
    const { target, isTrusted } = event;
    const button = target instanceof Element && target.closest('button');
    if (button) used(button, event);
    // A target that is chosen once more is taken back, which a radio does not tell: its change would come after this.
    if (!(target instanceof HTMLInputElement) || !target.value.startsWith('target.')) return;
    const { value } = target;
    changed = '';
    setTimeout(() => changed === value || act(value, isTrusted));
  };
  on('keydown', ({ key, isTrusted }) => {
    if (key !== 'Escape') return;
    act(document.getElementById('kk-nav.cancel') ? 'nav.cancel' : main.querySelector('.k-meaning') ? 'word.close' : 'plan.close', isTrusted);
    main.dataset.hush = '';  // what hover and focus show
  });
  on('focusin', () => delete main.dataset.hush);
  on('pointermove', (event) => {
    const control = event.target.closest('button, label');
    if (event.pointerType === 'touch' || control === under) return;
    under = control;
    delete main.dataset.hush;
    const box = main.getBoundingClientRect();
    if (control) hover(event.clientX - box.left, event.clientY - box.top);
    else hover(-1, -1);
  });
  on('pointerleave', () => {
    under = null;
    hover(-1, -1);
    press('');
  });
  on('pointerdown', (event) => {
    const control = event.button === 0 && event.target.closest('button, label');
    if (control) press(control.value ?? control.querySelector('input')?.value ?? '');
  });
  on('pointerup', ({ target, isTrusted }) => {
    press('');
    if (!target.closest('button, label, .k-meaning')) act('word.close', isTrusted);  // beside it
  });
  on('pointercancel', () => press(''));
  return () => {
    stop.abort();
    head.off();
  };
}
