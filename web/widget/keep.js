// Keeping answers on this device, where the reader asked for it: a fragment in local storage, one for each questionnaire of
// a site. Storage may be closed, full, wiped, or written by another tab or by anything else; then nothing is lost but the
// keeping. What another tab kept is never written over.
import { get, parseFragment } from '../shared/fragment.js';

/**
 * @param {object} parts
 * @param {string} parts.id  of the questionnaire
 * @param {string} parts.stored  what there was at the start
 * @param {(key: string) => void} parts.tell  the reader, why these answers are not kept any more
 */
export function createKeep({ id, stored, tell }) {
  const key = `klantkompas:${id}`;
  /** @template T @param {(storage: Storage) => T} use @returns {T | undefined} nothing where storage refuses */
  const attempt = (use) => {
    try {
      return use(localStorage);
    } catch {
      return undefined;
    }
  };
  const read = () => attempt((storage) => storage.getItem(key)) ?? '';
  const works = attempt((storage) => {
    storage.setItem(`${key}?`, '1');
    storage.removeItem(`${key}?`);
    return true;
  }) || Boolean(stored);
  /** What we kept last; "": we keep nothing. */
  let ours = '';

  function check() {
    if (!ours || read() === ours) return true;
    ours = '';
    tell('kept-elsewhere');
    return false;
  }

  const join = (/** @type {{[key: string]: string | number}} */ values) => Object.entries(values).flatMap(([name, value]) => (value ? `${name}=${value}` : [])).join('&');

  /** @param {string} fragment */
  function put(fragment) {
    const done = attempt((storage) => storage.setItem(key, fragment) ?? storage.getItem(key)) === fragment;
    ours = done ? fragment : '';
    if (!done) tell('keep-failed');
  }

  function end() {
    ours = '';
    attempt((storage) => storage.removeItem(key));
  }

  addEventListener('storage', check);
  addEventListener('pageshow', check);  // a page that was put aside hears of nothing

  return {
    /** As engine.keeping() takes it. */
    state: () => (!works ? 0 : ours ? 2 : read() ? 3 : 1),
    /** What was kept at the start. @param {string} name  k, at or target */
    was: (name) => get(parseFragment(stored.split('&plan=')[0]), name),
    /** What the reader planned then, as engine.takePlan() takes it. */
    plan() {
      try {
        return decodeURIComponent(/&plan=(.*)$/.exec(stored)?.[1] ?? '');
      } catch {
        return '';  // not ours
      }
    },
    /** These answers are what was kept at the start: they stay so, unless another tab kept something since. */
    adopt() {
      if (read() === stored) ours = stored;
    },
    /** The reader used the switch. @param {{[key: string]: string | number}} values  what to keep from now on; what is empty is left out */
    toggle: (values) => (ours ? end() : put(join(values))),
    /** Something changed. @param {{[key: string]: string | number}} values */
    update(values) {
      const fragment = join(values);
      if (ours && fragment !== ours && check()) put(fragment);
    },
    end,
  };
}
