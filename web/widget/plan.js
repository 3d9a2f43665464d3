// The plan in a file that the reader took along (src/view/files/files.cpp), as engine.takePlan() takes it.

const STATES = ['open', 'busy', 'done', 'aside'];
const EFFORTS = ['', 'hard', 'medium', 'easy'];

/** @param {string} text  anything @returns {string} "" where there is no plan in it */
export function planIn(text) {
  try {
    const { promise = '', tasks } = JSON.parse(text).plan;
    const line = (/** @type {unknown[]} */ ...members) => members.map((member) => String(member ?? '').replace(/\s/g, ' ')).join('\t');
    return [line(1, promise), ...tasks.map((/** @type {{[name: string]: any}} */ { question, from, step, state, effort, check, action, who, learned }) =>
      line(question, question && (from ?? '?'), Math.max(STATES.indexOf(state), 0), Math.max(EFFORTS.indexOf(effort), 0), check, question ? '' : step, action, who, learned))].join('\n');
  } catch {
    return '';
  }
}
