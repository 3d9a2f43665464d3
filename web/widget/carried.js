// What a page's script carries beside the assessment: the reader's page nothing. scripts/page.mjs puts web/team/carried.js in
// its place on the page for teams.

/**
 * @typedef {object} Around  what it may use of the page
 * @property {(id: string, value?: string) => void} send  an action that changes nothing on the screen of now
 * @property {(id: string, trusted: boolean, value?: string) => void} act  an action of the reader's
 * @property {(text: string, place: HTMLElement | null) => void} copy
 * @property {boolean} shareable  this page's address means something to others
 */
/**
 * @typedef {object} Carried
 * @property {(screen: string) => void} at  what is shown next
 * @property {(id: string, value: string) => boolean} act  whether it was one of its own
 * @property {(screen: string) => boolean} keeps  the address names it before there is an answer
 */

/** End of the name, and type, by kind of file. @type {{[kind: string]: string[]}} */
export const FILES = {};

/** @param {Around} _around @returns {Carried} */
export const createCarried = (_around) => ({ at() {}, act: () => false, keeps: () => false });
