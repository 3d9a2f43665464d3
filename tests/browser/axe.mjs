// axe-core in a page of ours: which rules run, what axe cannot decide and who does instead, and the modes of colour.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openPage } from './harness.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What the reader's system may ask for, as media features. */
export const MODES = { light: {}, dark: { 'prefers-color-scheme': 'dark' }, 'forced colours': { 'forced-colors': 'active' }, 'more contrast': { 'prefers-contrast': 'more' } };

/** Rules that are not run at all. None is: an entry needs a reason and a link to what others say about it. */
export const DISABLED = [];

/** What axe cannot decide, and who decides it instead. */
export const UNDECIDED = [
  {
    rule: 'color-contrast', selector: 'svg.k-drawn text',
    why: 'axe knows no backgrounds inside an SVG; wcag_colour.test.mjs computes the contrast of every ink that figures are drawn with, and samples pixels',
    link: 'https://github.com/dequelabs/axe-core/issues/1819',
  },
];

/** On the canvas only. */
export const TRANSPARENT = {
  rule: 'color-contrast', selector: 'main *', why: 'the text is transparent over the picture that shows it; wcag_colour.test.mjs samples its pixels',
  link: 'https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum.html',
};

/** Puts axe in a page that is open, of any engine. */
export const putAxe = (page) => page.evaluate(AXE);

/** Opens a page with axe in it. @param {import('puppeteer-core').Browser} browser */
export async function open(browser, options = {}, file = undefined) {
  const reader = await openPage(browser, file, { until: 'settled', ...options });
  await putAxe(reader.page);
  return reader;
}

/** Sets the colours that the reader's system asks for, and waits until the page is in them. */
export async function change(reader, mode) {
  const media = { 'prefers-color-scheme': 'light', ...MODES[mode] };
  await reader.media(media);
  const queries = Object.entries(media).map(([name, value]) => `(${name}: ${value})`);
  await reader.until((all) => all.every((query) => matchMedia(query).matches), queries);
  await reader.page.evaluate(async () => {
    await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });  // the page is told of it with a frame
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  });
}

/** Rules about colours: the others see the same in every mode. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe judges: elements, roles, states, ids, classes and colours. Which words and numbers stand there makes no difference to
 * a rule, only whether any do, nor does another line or row of the same, nor which language is chosen; so pages that differ in
 * nothing else are judged once.
 * @param {import('puppeteer-core').Page} page @param {boolean} coloursOnly
 */
const likeness = (page, coloursOnly) => page.evaluate((only) => {
  const counts = only ? /^(class|role|type|hidden|disabled|checked|aria-(?:current|selected|pressed|disabled))$/
    : /^(id|class|role|for|type|name|rel|hidden|tabindex|aria-(?!label$|valuetext$|valuenow$|roledescription$).*)$/;
  const of = (el) => {
    const attributes = [...el.attributes].map(({ name, value }) => (counts.test(name) ? ` ${name}=${value}` : !only && value.trim() ? ` ${name}` : ''));
    let children = [...el.childNodes].map((node) => (node instanceof Element ? of(node) : node instanceof Text && node.data.trim() ? 'x' : ''));
    children = el.localName === 'svg' ? [...new Set(children)] : children.filter((each, i) => each !== children[i - 1]);
    if (el.matches('.k-languages')) children.sort();
    return `<${el.localName}${attributes.join('')}>${el.role === 'status' ? '' : children.join('')}</>`;
  };
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'].map((query) => matchMedia(query).matches);
  return `${queries} ${innerWidth} ${document.documentElement.dataset.theme} ${of(document.body)}`;
}, coloursOnly);

/** What was judged, by everything that the judgement depends on. @type {Map<string, {findings: string[], passes: number}>} */
const judged = new Map();

/** Runs every rule, or only these; answers one line for each finding. */
export async function run(page, undecided = UNDECIDED, rules = undefined) {
  const key = JSON.stringify([undecided, rules, await likeness(page, rules === COLOURS)]);
  if (!judged.has(key)) judged.set(key, await judge(page, undecided, rules));
  return judged.get(key);
}

const judge = (page, undecided, rules) => page.evaluate(async (known, disabled, only) => {
  const { violations, incomplete, passes } = await window.axe.run(document, {
    ...only && { runOnly: only },
    resultTypes: ['violations', 'incomplete'], rules: Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }])),
  });
  const explained = (rule, target) => known.some((each) => each.rule === rule && document.querySelector(target)?.matches(each.selector));
  const lines = (list, kind) => list.flatMap(({ id, nodes }) => nodes
    .filter(({ target }) => kind === 'violation' || !explained(id, target[0]))
    .map(({ target, any, all, none }) => `${kind} of ${id}: ${target[0]}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`));
  return { findings: [...lines(violations, 'violation'), ...lines(incomplete, 'undecided')], passes: passes.length };
}, undecided, DISABLED.map(({ rule }) => rule), rules);
