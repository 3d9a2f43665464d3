/** Every transcript: browser, language of reader and page, view; and one with letters of twice the size, which fold the page as a phone does. */
export const TRANSCRIPTS = ['firefox', 'chromium'].flatMap((browser) => ['nl', 'en'].flatMap((lang) => ['canvas', 'text'].map((view) => `${browser}-${lang}-${view}`)))
  .concat('firefox-nl-large');
