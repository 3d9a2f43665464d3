/**
 * Every transcript: browser, language of reader and page, and the way that is walked. Canvas and text: the reader's way in that view; large:
 * the same with letters of twice the size, which fold the page as a phone does; after: plan, files, before and after; team: team.html.
 */
export const TRANSCRIPTS = ['firefox', 'chromium'].flatMap((browser) => ['nl', 'en'].flatMap((lang) => ['canvas', 'text', 'after', 'team'].map((way) => `${browser}-${lang}-${way}`)))
  .concat('firefox-nl-large');
