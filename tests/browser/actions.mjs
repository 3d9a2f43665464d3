// Random actions, and what must be true after each: the document's controls are those of the session.

/** Runs before the page's own code: keeps the module's functions, and brings what is compared with the session. */
export function instrument() {
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...args) => {
    const instance = await instantiate(...args);
    window.wasm = instance.exports;
    return instance;
  };
  // The browser's window would draw each title anew, which takes longer than all the rest of an action.
  Object.defineProperty(document, 'title', { value: '', writable: true });
  const decoder = new TextDecoder();
  /** What the session says is on the screen, asked for by the test and not by the page. */
  const record = () => {
    const at = window.wasm.kk_record();
    return JSON.parse(decoder.decode(new Uint8Array(window.wasm.memory.buffer, at, window.wasm.kk_length())));
  };
  const attribute = (el, name) => el.getAttribute(name) ?? '';
  const flag = (value) => (value === undefined ? '' : String(Boolean(value)));

  /** The controls that may be used: not those that print, copy, or change the view. */
  window.controls = () => [...document.querySelectorAll('main :is(button:not(:disabled), input)')].filter((el) => !/^(page|copy|view)\./.test(el.value));

  /** Everything in which the document differs from the session. */
  window.differences = () => {
    const { nodes, title } = record();
    const out = document.title === title ? [] : [`the title is ${document.title}, not ${title}`];
    const { answers: given } = window.klantkompas.state();
    const levels = { ...given.answers, ...given.claims, ...given.profile };
    for (const { id, k: kind, on, off, inv, exp, cur, t: text } of nodes) {
      const el = document.getElementById(`kk-${id}`);
      if (!el) {
        out.push(`${id} is missing`);
        continue;
      }
      const input = el.localName === 'label' && el.querySelector('input');
      const expect = (what, actual, expected) => actual !== expected && out.push(`${id}: ${what} is ${actual}, not ${expected}`);
      if (input) {
        expect('checked', input.checked, Boolean(on));
        expect('disabled', input.disabled, Boolean(off));
        // Behind a colon where the page itself has that name.
        const [name, choice] = input.value.replace(/^:/, '').split('.');
        if (name in levels && /^(l\d+|unknown)$/.test(choice)) expect('the answer', input.checked, choice === (levels[name] === 'unknown' ? 'unknown' : `l${levels[name]}`));
        if (kind === 'checkbox' && name !== 'plan') expect('the tick', input.checked, Boolean(given.ticks?.[name]?.includes(choice)));
      }
      if (id === 'view.text') continue;  // the page's own
      if (el.localName === 'button') expect('disabled', el.disabled, Boolean(off));
      if (kind === 'switch') expect('checked', attribute(el, 'aria-checked'), String(Boolean(on)));
      expect('invalid', attribute(el, 'aria-invalid'), inv ? 'true' : '');
      expect('expanded', attribute(el, 'aria-expanded'), flag(exp));
      expect('current', attribute(el, 'aria-current') !== '', Boolean(cur));
      if (el.localName === 'input') expect('value', el.value, text ?? '');
      else if (text && el.childElementCount === 0 && el.localName !== 'textarea') expect('text', el.textContent, text);
    }
    const there = document.querySelectorAll('main .k').length;
    if (there !== nodes.length) out.push(`${there} elements for ${nodes.length} nodes`);
    return out;
  };
}

/** Runs in the page: so many actions; answers how many screens it saw, or throws at the first difference. */
export function play(count, seed, codes) {
  let state = seed;
  const chance = (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const seen = new Set();
  for (let i = 0; i < count; i++) {
    const fields = document.querySelectorAll('main :is(textarea, input[type="text"])');
    for (const field of fields) {
      if (chance(4)) continue;
      field.value = codes[chance(codes.length)];
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    const all = window.controls();
    // A third of the actions go on, as readers do: else the way's end is seldom reached, and less the more controls there are.
    const on = all.find(({ value }) => /^nav\.(start|begin|next)$/.test(value));
    const el = on && !chance(3) ? on : all[chance(all.length)];
    el.focus({ preventScroll: true });
    const before = window.klantkompas.state().screen;
    el.click();
    seen.add(window.klantkompas.state().screen);
    const wrong = window.differences();
    const focused = document.activeElement;
    const stays = window.klantkompas.state().screen === before;
    // Refused: the code is asked for again. A question of ours, and a meaning that closes, have a place of their own for focus.
    const moves = el.value === 'code.open' ? focused.localName === 'textarea' : /^(nav\.restart|nav\.cancel|word\.|plan\.)/.test(el.value) && stays;
    const right = el.isConnected ? focused === el || moves : stays ? focused.matches('main :is(button, input, textarea)') : focused.localName === 'h1';
    if (!right) wrong.push(`focus is on ${focused.id || focused.localName} after ${el.value}`);
    if (wrong.length) throw new Error(`action ${i}, ${el.value} on ${before}: ${wrong.slice(0, 5).join('; ')}`);
  }
  return { seed: state, screens: [...seen] };
}
