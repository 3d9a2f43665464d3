// The running widget: an action goes to the WASM, its record to the document, its draw lists to the canvas. Everything
// is drawn on demand; when nothing changes, no frame is asked for.
import { layBeside } from './beside.js';
import { listen } from './events.js';
import { EARLIER, plain, RESCORED, REWORDED } from '../shared/code.js';
import { codeIn } from '../shared/fragment.js';
import { createCarried } from 'carried';
import { createKeep } from './keep.js';
import { createLikeness } from './likeness.js';
import { createLook, watchMedia } from './look.js';
import { createMirror } from './mirror.js';
import { planIn } from './plan.js';
import { parseRecord } from '../shared/record.js';
import { createShare } from './share.js';
import { createStage, pixelRatio } from './stage.js';
import { createStatus } from '../shared/status.js';
import { today, uuid } from './stamp.js';

const LOOK = ['theme', 'accent', 'font', 'lang'];
/** Languages and scripts that are read from right to left. */
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ps|sd|syr|ug|ur|yi)\b|-(arab|hebr|nkoo|syrc|thaa)\b/i;

/**
 * @param {object} parts
 * @param {HTMLElement} parts.main
 * @param {HTMLElement} parts.status
 * @param {HTMLCanvasElement} parts.canvas
 * @param {import('./engine.js').Engine} parts.engine
 * @param {import('./picture.js').Picture} parts.picture
 * @param {ReturnType<typeof import('./probe.js').createProbe>} parts.probe
 * @param {{get: (key: string) => string, parameters: (fits: (key: string) => boolean) => string[], set: (values: {[key: string]: string}) => void, remember: (plan: string) => void, remembered: () => string}} parts.address
 * @param {import('./host.js').Host} parts.host
 * @param {string} parts.stored  what this device kept
 * @param {boolean} parts.shareable  this page's address means something to others
 * @param {(key: string) => string} parts.words  what the page itself has to say
 * @param {(key: string, text?: string, restart?: boolean) => void} parts.note  shows that, or another text, in the line for what is missing
 * @param {(tag: string, otherwise?: string) => string} parts.language  the questionnaire's nearest
 */
export function createApp({ main, status, canvas, engine, picture, probe, address, host, words, note: write, language, stored, shareable }) {
  const root = document.documentElement;
  const media = watchMedia();
  const look = createLook({ engine, address, media });
  const mirror = createMirror(main, status);
  const say = createStatus(status);
  const share = createShare({ words, say, show: (text) => tell('', text), code: () => last.code, file: (kind) => engine.file(kind), shareable });
  const carried = createCarried({ send: (...what) => void engine.act(...what), act: (...what) => act(...what), copy: share.copy, shareable });
  const device = createKeep({ id: root.dataset.id ?? '', stored, tell: guard((key) => {
    refresh(false, true);
    say(words(key));
  }) });
  const stage = createStage(canvas, picture.renderer, guard(() => refresh(false)));
  const likeness = createLikeness({ main, probe: probe.box, rewritten: mirror.rewritten, onChange: guard(() => refresh(false)) });

  /** @type {import('../shared/record.js').Record} */
  let record;
  let last = { state: 'null', result: 'null', code: '', lang: '', screen: '', answered: false };
  let view = /** @type {'canvas' | 'text'} */ ('text');
  let asked = address.get('view') === 'text';  // text view, by the reader or the address
  let printing = false;
  let sharp = 0;  // device pixels for a CSS pixel of the picture that there is, or will be; 0: text view
  let size = { width: 0, font: 0, ratio: 0, stretched: false, family: '', words: 0 };
  let awaited = 0;
  let dirty = false;
  let painted = false;
  let stopped = false;
  let sent = '';  // the code of the answers that the page around us got
  let mark = '';  // how every code of this questionnaire begins
  let stopListening = () => {};

  /**
   * Every way in passes here: whatever goes wrong in the WASM or with a record ends in the text view, never in a stuck page.
   * @template {unknown[]} A
   * @param {(...args: A) => void} work
   */
  function guard(work) {
    return (/** @type {A} */ ...args) => {
      if (stopped) return;
      try {
        work(...args);
      } catch (error) {
        fail(error);
      }
    };
  }

  /** @param {unknown} error */
  function fail(error) {
    stopped = true;
    console.error(error);
    stopListening();
    cancelAnimationFrame(awaited);
    showText();
    mirror.flatten();
    note('trap');
    host.error('trap');
  }

  const drawing = () => picture.works() && stage.tier() !== 'none';

  function showText() {
    view = 'text';
    root.dataset.view = 'text';
    main.style.height = '';
  }

  /** Tells the WASM how wide it is. @returns {boolean} whether the layout or the pixels changed */
  function measure() {
    const font = parseFloat(getComputedStyle(root).fontSize);
    const now = { width: main.offsetWidth, font, ratio: devicePixelRatio, stretched: probe.stretched(font), family: getComputedStyle(main).fontFamily, words: probe.box.offsetWidth };
    if (!now.width || Object.entries(now).every(([key, value]) => size[/** @type {keyof typeof size} */ (key)] === value)) return false;
    // Another font, by a reader or an extension, and also under the same name.
    if (size.width && (size.family !== now.family || size.words !== now.words)) {
      engine.refont();
      likeness.again();
    }
    size = now;
    engine.size(now.width, now.font);
    return true;
  }

  /**
   * Record, document, frame: in one task, so that they never disagree.
   * @param {boolean} focus  a reader's action asked for it
   * @param {boolean} [known]  `last` is what the WASM has
   */
  function refresh(focus, known = false) {
    const before = record;
    const printed = printing || media.print.matches;
    // Where the article is printed, a frame keeps its height: it holds what is on the screen, not all that goes on paper.
    const paper = printed && (!('framed' in root.dataset) || 'printing' in root.dataset);
    if (!known) learn();
    carried.at(last.screen);
    measure();
    engine.paper(paper);
    engine.keeping(device.state());
    engine.sending(!host.wanted() ? 0 : sent === last.code ? 2 : 1);
    const json = engine.record();
    record = parseRecord(json);
    // Which questionnaire, and when: what is on paper outlives both.
    for (const version of paper ? record.nodes.filter(({ id }) => id.endsWith('.version')) : []) version.t = `${version.t} · ${new Date().toLocaleDateString(record.lang, { dateStyle: 'long' })}`;
    look.tryOn(record.theme ?? '');
    const possible = drawing() && !RIGHT_TO_LEFT.test(last.lang) && likeness.drawable(json) && !printed && !media.forced.matches && !media.contrast.matches && !size.stretched;
    sharp = possible && !asked && size.width ? pixelRatio(size.width, record.height) : 0;
    const control = record.nodes.find(({ id }) => id === 'view.text');
    if (control) Object.assign(control, { on: sharp ? 0 : 1, off: possible ? 0 : 1 });
    const ratio = stage.isOpen() ? sharp : 0;
    // The frame first: should it trap, the document is still the last good one.
    if (ratio) {
      draw(ratio);
      if (!picture.works()) return refresh(focus, true);
      if (!painted) performance.mark('kk:painted');
      painted = true;
      view = 'canvas';
      root.dataset.view = 'canvas';
      main.style.height = `${record.height}px`;
    } else {
      showText();
    }
    const pressed = document.activeElement;
    const called = pressed?.textContent;
    mirror.patch(record, { geometry: ratio > 0, focus });
    likeness.written();
    if (ratio && likeness.covered()) return refresh(focus, true);
    note(drawing() ? '' : 'no-webgl');
    root.dir = RIGHT_TO_LEFT.test(last.lang) ? 'rtl' : 'ltr';
    host.at(record);
    if (record.say && (focus || record.say !== before?.say)) say(record.say);
    // A button that is called otherwise once it is pressed would be silent.
    else if (focus && pressed instanceof HTMLButtonElement && pressed.textContent !== called) say(pressed.textContent ?? '');
  }

  /** @type {typeof write} */
  function note(...what) {
    write(...what);
    report();
  }

  /** After the reader's press: in a frame that nobody resizes the note would stand below the edge. @type {typeof write} */
  function tell(...what) {
    note(...what);
    document.getElementById('kk-note')?.scrollIntoView({ block: 'nearest' });
  }

  /** The height of what is shown: from the core where it was drawn, else read once from the document. */
  function report() {
    if (!size.width) return;
    const line = /** @type {HTMLElement} */ (document.getElementById('kk-note'));
    host.report(view === 'canvas' ? record.height + line.offsetHeight : Math.ceil(document.body.getBoundingClientRect().height));
  }

  /** @param {number} ratio */
  function draw(ratio) {
    dirty = stage.draw(engine, { width: size.width, height: record.height, ratio });
    if (dirty) wake();
  }

  function wake() {
    awaited ||= requestAnimationFrame(tick);
  }

  const tick = guard(() => {
    awaited = 0;
    if (measure()) refresh(false, true);
    else if (dirty && view === 'canvas') draw(pixelRatio(size.width, record.height));
  });

  /** @param {void} _done  what the WASM was told first */
  const redraw = (_done) => (dirty = true, wake());

  function toggleText() {
    asked = !asked;
    refresh(false, true);
    say(words(asked ? 'view-on' : 'view-off'));
  }

  /** Takes the state out of the WASM, once for each change of it: window.klantkompas has it whatever happens. */
  function learn() {
    engine.today(today());
    const state = engine.state();
    const { lang, screen, answers } = JSON.parse(state);
    const code = engine.code();
    // One statement for one set of answers: a store that gets it twice keeps it once.
    if (code !== last.code) engine.facts(uuid() + uuid() + new Date().toISOString());
    const answered = Object.values(answers).some((part) => Object.values(part).some((answer) => answer !== null));
    last = { state, result: engine.result(), code, lang, screen, answered };
  }

  /** What this device keeps, where the reader wants it to. */
  const kept = () => ({ k: last.code, at: last.screen, ...engine.beside(), target: engine.target() || '', plan: encodeURIComponent(engine.plan()) });

  /** In the address too. Before the first answer, and after everything was wiped, that stays clean. */
  function keep() {
    learn();
    address.set({ ...(last.answered ? { k: last.code, at: last.screen } : { k: '', at: carried.keeps(last.screen) ? last.screen : '' }), ...engine.beside() });
    address.remember(engine.plan());
    device.update(kept());
  }

  const ours = (/** @type {string} */ text) => codeIn(text, mark ||= engine.code().slice(0, 7));

  /**
   * Takes over the code in a text: the one that is of this questionnaire, where several stand in it.
   * @param {string} text
   * @param {string} screen  to open with it; where there is no such screen, its result
   */
  function restore(text, screen) {
    engine.act('code.open', `${ours(text)}&at=${screen}`);
    if (planIn(text) && !engine.plan() && ours(text) === engine.code()) engine.takePlan(planIn(text));
  }

  /** A code, or a text or link that holds one, from the field for it. @param {string} text */
  function openCode(text) {
    restore(text, /\bat=([\w-]+)/.exec(plain(text))?.[1] ?? '');
    keep();
    refresh(true, true);
    if (!record.code || record.code === REWORDED || record.code === EARLIER) tell(record.code ? 'code-' + record.code : '');
  }

  /** The reader sends the result to the page around us. */
  function send() {
    if (!host.send(last.code, engine.file('xapi'))) return;
    sent = last.code;
    refresh(false, true);
    say(document.getElementById('kk-share.sent')?.textContent ?? '');
  }

  /** A control was used. */
  const act = guard((/** @type {string} */ id, /** @type {boolean} */ trusted, /** @type {string | undefined} */ value = '') => {
    if (id === 'view.text') return toggleText();
    if (id === 'code.open') return openCode(value);
    if (id === 'site.send') return send();
    if (id === 'page.keep') return device.toggle(kept()), refresh(false, true);
    if (share.act(id, value) || carried.act(id, value)) return;
    if (!engine.act(id, id === 'compare.open' ? ours(value) : value)) return;
    if (id === 'nav.wipe') device.end();
    keep();
    refresh(trusted && document.hasFocus(), true);
  });

  /** Listens to the reader and to the surroundings. */
  function listenToAll() {
    stopListening = listen(main, {
      act,
      hover: guard((x, y) => redraw(engine.hover(x, y))),
      press: guard((id) => redraw(engine.press(id))),
    });
    main.addEventListener('input', guard(report));  // in text view a field grows with its lines
    const changed = guard(() => {
      look.apply();
      refresh(false);
    });
    for (const query of Object.values(media)) query.addEventListener('change', changed);
    for (const type of ['beforeprint', 'afterprint']) {
      addEventListener(type, () => {
        printing = type === 'beforeprint';
        changed();
      });
    }
    const sizes = new ResizeObserver(wake);
    for (const el of [root, probe.box]) sizes.observe(el);
    addEventListener('resize', wake);
  }

  /** What the page around us may ask. @returns {import('./host.js').Orders} */
  const orders = () => ({
    measure: guard(() => {
      if (measure()) refresh(false, true);
    }),
    look: guard((values) => {
      look.tell(values);
      if (values.lang) engine.language(language(values.lang, last.lang));
      look.apply();
      refresh(false);
    }),
    visible: guard((part) => stage.see({ host: part > 0 })),
    print: guard(() => void share.act('page.print')),
    // Asks the reader first, where there is something to lose.
    reset: guard(() => act(last.answered ? 'nav.restart' : 'go.intro', false)),
    asked: guard(() => refresh(false)),
  });

  return {
    act,
    refresh: guard(() => refresh(false)),
    /** The address was changed from outside. */
    follow: guard((/** @type {(key: string) => boolean} */ changed) => {
      for (const key of LOOK) if (changed(key)) look.forget(key);
      if (changed('lang')) engine.language(language(address.get('lang')));
      if (changed('view')) asked = address.get('view') === 'text';
      const told = address.parameters(changed).filter(engine.parameter).length > 0;
      look.apply();
      open(changed);
      if (told) keep();
    }),
    /** What start() will show first, for the widths of its letters: to measure those takes longer than all the rest. */
    rehearse() {
      look.apply();
      measure();
      engine.record();
    },
    /**
     * The picture under the document, in pieces: its context, a frame that nobody sees (it makes the glyphs), then the first
     * one in one task with its document. Before start() only the context.
     * @param {() => Promise<unknown>} pause  between the pieces
     */
    async picture(pause) {
      await stage.open(pause);
      if (!record) return;
      await pause();
      if (sharp) guard(() => void stage.draw(engine, { width: size.width, height: record.height, ratio: sharp }))();
      await pause();
      guard(refresh)(false);
    },
    /** First record and first document; throws when there can be none. @param {() => void} prepare  brings the WASM to the state to show */
    start(prepare) {
      try {
        look.apply();
        measure();
        prepare();
        engine.takePlan(address.remembered());
        open((key) => address.get(key) !== '');
        listenToAll();
        host.obeyedBy(orders());
      } catch (error) {
        stopped = true;
        showText();
        throw error;
      }
    },
    state: () => ({ ...JSON.parse(last.state), theme: root.dataset.theme ?? 'auto', view, tier: drawing() ? stage.tier() : 'none' }),
    result: () => JSON.parse(last.result),
    frames: stage.frames,
  };

  /**
   * Takes result code and screen from the address where they changed, and shows the outcome: of a code alone, the result.
   * A code that is refused changes nothing.
   * @param {(key: string) => boolean} changed
   */
  function open(changed) {
    const code = changed('k') ? address.get('k') : '';
    const astray = changed('before') ? layBeside(engine, address.get, ours) : 0;
    if (code) restore(code, address.get('at') || (changed('before') && engine.beside().before && 'compare') || '');
    else if (changed('at')) engine.act('go.' + address.get('at'));
    if (code && engine.code() === device.was('k')) {
      device.adopt();
      if (!engine.target()) engine.act('target.' + device.was('target'));
      if (!engine.plan()) engine.takePlan(device.plan());
    }
    refresh(false);
    const why = (code && record.code) || astray;
    // What this device had kept is no code that the reader gave: only that the scoring changed since is worth saying.
    if (!why || (why !== RESCORED && why !== EARLIER && code === device.was('k'))) return;
    note('code-' + why, undefined, why !== REWORDED && why !== EARLIER && last.answered);
    say(words('code-' + why));
  }
}
