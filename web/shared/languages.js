// Which of some languages somebody gets who asks for one; src/base/languages.cpp does the same.

/**
 * BCP 47 lookup (RFC 4647): parts of the wanted tag are dropped from its end until something fits, first the very tag,
 * then one that says more ("en" finds "en-GB"). Case does not count, and "_" is taken for "-", as in many a page.
 * @param {string[]} tags
 * @param {string} wanted  may be empty or nonsense
 * @returns {string | undefined} one of the tags, as it is written there
 */
export function findLanguage(tags, wanted) {
  const plain = (/** @type {string} */ tag) => tag.toLowerCase().replaceAll('_', '-');
  // A part of one letter only leads in the next, and goes with that.
  for (let range = plain(wanted); range; range = range.replace(/(-[^-]?)?-[^-]*$|^[^-]*$/, '')) {
    const found = tags.find((tag) => plain(tag) === range) ?? tags.find((tag) => plain(tag).startsWith(`${range}-`));
    if (found) return found;
  }
}
