// The pages that are compared: the same questions, asked by us, by the libraries that people would take instead, and by hand.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../lib.mjs';

const folder = join(root, 'build/peers');
const PACKAGES = {
  'survey-core': '2.5.38', 'survey-js-ui': '2.5.38', jspsych: '8.3.0', '@jspsych/plugin-survey-likert': '2.2.0',
};

/**
 * @typedef {object} Assessment  what every page asks
 * @property {string} title
 * @property {{name: string, questions: {id: string, text: string, levels: string[]}[]}[]} sections
 */

/** @typedef {{name: string, files: {[to: string]: string}, html: (asked: Assessment) => string}} Peer  files by package path */

/** A questionnaire of ours in its first language, as a plain list. @param {any} questionnaire @returns {Assessment} */
export function assessmentOf({ languages: [lang], title, sections }) {
  return {
    title: title[lang],
    sections: sections.map((/** @type {any} */ section) => ({
      name: section.name[lang],
      questions: section.questions.map((/** @type {any} */ { id, text, levels }) =>
        ({ id, text: text[lang], levels: [...levels.map((/** @type {any} */ level) => level[lang]), 'Weet ik niet'] })),
    })),
  };
}

/** @param {Assessment} asked @param {{head?: string, body?: string, script: string}} parts  the script finds the questions in `asked` */
const page = (asked, { head = '', body = '', script }) => `<!doctype html><html lang="nl"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${asked.title}</title><link rel="icon" href="data:,">${head}
<body>${body}<script>const asked = ${JSON.stringify(asked).replaceAll('<', '\\u003c')};
${script}</script>`;

/** @type {Peer[]} */
export const PEERS = [
  {
    name: 'by hand', files: {},
    html: (asked) => page(asked, {
      head: `<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem}fieldset{margin:0 0 1rem}label{display:block;padding:.4rem}</style>`,
      body: `<main><h1></h1><progress value="0"></progress><form></form></main>`,
      script: `
const given = {};
const [form] = document.forms;
const bar = document.querySelector('progress');
let at = 0;
document.querySelector('h1').textContent = asked.title;
bar.max = asked.sections.reduce((sum, { questions }) => sum + questions.length, 0);
const make = (tag, text = '') => Object.assign(document.createElement(tag), { textContent: text });
function show() {
  const section = asked.sections[at];
  form.replaceChildren(make('h2', section.name), ...section.questions.map(({ id, text, levels }) => {
    const group = make('fieldset');
    group.append(make('legend', text), ...levels.map((words, value) => {
      const label = make('label', ' ' + words);
      label.prepend(Object.assign(make('input'), { type: 'radio', name: id, value, checked: given[id] === value }));
      return label;
    }));
    return group;
  }), make('button', 'Volgende'));
}
form.onchange = ({ target }) => { given[target.name] = +target.value; bar.value = Object.keys(given).length; };
form.onsubmit = (event) => {
  event.preventDefault();
  if (asked.sections[++at]) return show();
  form.replaceChildren(...asked.sections.map(({ name, questions }) => make('p', name + ': ' + questions.reduce((sum, { id }) => sum + (given[id] ?? 0), 0))));
};
show();
window.firstGiven = () => given[asked.sections[0].questions[0].id];`,
    }),
  },
  {
    name: 'SurveyJS',
    files: {
      'core.js': 'survey-core/survey.core.min.js', 'dutch.js': 'survey-core/i18n/dutch.min.js', 'ui.js': 'survey-js-ui/survey-js-ui.min.js',
      'survey.css': 'survey-core/survey-core.fontless.min.css',  // the other style sheet asks a third party for a font
    },
    html: (asked) => page(asked, {
      head: `<link rel="stylesheet" href="survey.css">`,
      body: `<main id="survey"></main><script src="core.js"></script><script src="dutch.js"></script><script src="ui.js"></script>`,
      script: `
const survey = new Survey.Model({
  locale: 'nl', title: asked.title, showProgressBar: true, progressBarType: 'questions',
  pages: asked.sections.map(({ name, questions }) => ({ title: name, elements: questions.map(({ id, text, levels }) => ({
    type: 'radiogroup', name: id, title: text, isRequired: true, choices: levels.map((words, value) => ({ value, text: words })) })) })),
});
survey.render(document.getElementById('survey'));
window.firstGiven = () => survey.data[asked.sections[0].questions[0].id];`,
    }),
  },
  {
    name: 'jsPsych',
    files: { 'jspsych.js': 'jspsych/dist/index.browser.min.js', 'likert.js': '@jspsych/plugin-survey-likert/dist/index.browser.min.js', 'jspsych.css': 'jspsych/css/jspsych.css' },
    html: (asked) => page(asked, {
      head: `<link rel="stylesheet" href="jspsych.css"><script src="jspsych.js"></script><script src="likert.js"></script>`,
      script: `
const jsPsych = initJsPsych({ show_progress_bar: true });
jsPsych.run(asked.sections.map(({ name, questions }) => ({ type: jsPsychSurveyLikert, preamble: name, button_label: 'Volgende',
  questions: questions.map(({ text, levels }) => ({ prompt: text, labels: levels, required: true })) })));
window.firstGiven = () => document.querySelector('input:checked')?.value;`,
    }),
  },
];

/** Installs the libraries, where they are not yet there, outside of the project's own packages. */
function install() {
  const home = join(folder, 'npm');
  const wanted = JSON.stringify({ private: true, dependencies: PACKAGES });
  const file = join(home, 'package.json');
  if (existsSync(join(home, 'node_modules')) && existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  mkdirSync(home, { recursive: true });
  writeFileSync(file, wanted);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  writeFileSync(file, wanted);  // npm formats it
}

/** Beside each file its brotli, as a server would send it. @param {string} place */
function compress(place) {
  for (const name of readdirSync(place)) {
    if (name.endsWith('.br')) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
    writeFileSync(join(place, `${name}.br`), brotliCompressSync(readFileSync(join(place, name)), { params }));
  }
}

/**
 * Writes every page for a questionnaire, each in a folder of its own with index.html; ours last.
 * @param {string} name  of the folder for all of them
 * @param {string} questionnaire  a file, or the name of one of ours
 * @param {any} content  of the same
 * @returns {{name: string, path: string}[]}  path below the folder that is served
 */
export function makePages(name, questionnaire, content) {
  install();
  const asked = assessmentOf(content);
  const home = join(folder, 'pages', name);
  rmSync(home, { recursive: true, force: true });
  const made = PEERS.map((peer) => {
    const place = join(home, peer.name.replace(' ', '-').toLowerCase());
    mkdirSync(place, { recursive: true });
    for (const [to, from] of Object.entries(peer.files)) cpSync(join(folder, 'npm/node_modules', from), join(place, to));
    writeFileSync(join(place, 'index.html'), peer.html(asked));
    return { name: peer.name, place };
  });
  const ours = join(home, 'klantkompas');
  mkdirSync(ours, { recursive: true });
  execFileSync(join(root, 'dist/bin/klantkompas'), ['bundle', questionnaire, '-o', join(ours, 'index.html')]);
  made.push({ name: 'Klantkompas', place: ours });
  for (const { place } of made) compress(place);
  return made.map(({ name: who, place }) => ({ name: who, path: `${place.slice(dirname(home).length)}/index.html` }));
}

/** What is served. */
export const PAGES = join(folder, 'pages');
