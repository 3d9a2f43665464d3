// What both ends of the embed protocol check before they believe a message: the frame in host.js, the article in embed.js.
// A message is a plain object with `t`, the name of its kind, and members of which each is listed with what it must be.

export const VERSION = 1;
/** More in a second is dropped, and held against nobody: a window that is being resized says much. */
const PER_SECOND = 30;
/** After so many bad messages the other end is not listened to any more. */
const MAX_BAD = 100;
const MAX_KEYS = 16;
const MAX_TEXT = 256;

/** @typedef {{[key: string]: any}} Message */
/** @typedef {{[member: string]: (value: any) => boolean}} Members  every member of a kind, and whether a value will do */

export const text = (/** @type {RegExp} */ pattern) => (/** @type {any} */ value) => typeof value === 'string' && value.length <= MAX_TEXT && pattern.test(value);
export const whole = (/** @type {number} */ least, /** @type {number} */ most) => (/** @type {any} */ value) => Number.isInteger(value) && value >= least && value <= most;
/** @param {(value: any) => boolean} fits */
export const maybe = (fits) => (/** @type {any} */ value) => value === undefined || fits(value);

export const NONCE = text(/^[\w-]{16,64}$/);
export const THEME = text(/^(auto|light|dark)$/);
export const LANGUAGE = /* @__PURE__ */ text(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i);
export const ACCENT = text(/^[0-9a-f]{6}$/i);
export const FONT = text(/^[a-z0-9 -]{1,64}$/i);

/** An object as `{}` makes it, small enough to look at. Lists, maps, dates and whatever else can be sent are not. */
export const plain = (/** @type {any} */ data) => data && Object.getPrototypeOf(data) === Object.prototype && Object.keys(data).length <= MAX_KEYS;

/** @param {Message} data @param {Members} members */
export const fits = (data, members) => plain(data) && Object.entries(members).every(([name, ok]) => ok(data[name]));

/**
 * Listens to a port: only messages of known kinds whose members are right reach `heard`, as copies with those members alone.
 * @param {MessagePort} port
 * @param {{[kind: string]: Members}} kinds
 * @param {(kind: string, message: Message) => void} heard
 * @param {() => void} closed  the other end said too much that is wrong
 */
export function listenTo(port, kinds, heard, closed) {
  let second = 0;
  let count = 0;
  let bad = 0;
  port.onmessage = ({ data }) => {
    const kind = plain(data) && typeof data.t === 'string' && Object.hasOwn(kinds, data.t) ? data.t : '';
    if (!kind || !fits(data, kinds[kind])) {
      if (++bad <= MAX_BAD) return;
      port.onmessage = null;
      port.close();
      return closed();
    }
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) count = 0;
    second = now;
    if (++count <= PER_SECOND) heard(kind, Object.fromEntries(Object.keys(kinds[kind]).map((name) => [name, data[name]])));
  };
}
