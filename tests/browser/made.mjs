// Questionnaires made for tests: as long as wanted, of one shape.

/**
 * @param {number} questions  spread evenly over the sections
 * @param {number} sections  2 to 12
 * @returns {object} a questionnaire in format 1, Dutch and English
 */
export function made(questions, sections) {
  const text = (/** @type {string} */ nl, /** @type {string} */ en) => ({ nl, en });
  const one = (/** @type {string} */ text_) => text(text_, text_);
  const size = Math.ceil(questions / sections);
  const question = (/** @type {number} */ n) => ({
    id: `q${n}`,
    topic: text(`Onderwerp ${n}`, `Topic ${n}`),
    text: text(`Hoe gaat het bij jullie met onderwerp ${n}?`, `How are you doing on topic ${n}?`),
    why: text(`Onderwerp ${n} telt mee.`, `Topic ${n} counts.`),
    levels: ['Niet', 'Een beetje', 'Meestal', 'Goed', 'Heel goed'].map((word, i) => text(`${word}, onderwerp ${n}.`, `Level ${i} of topic ${n}.`)),
    steps: [1, 2, 3, 4].map((to) => text(`Breng onderwerp ${n} naar niveau ${to}.`, `Take topic ${n} to level ${to}.`)),
    priority: 1,
  });
  const section = (/** @type {number} */ at) => ({
    id: `s${at + 1}`,
    name: text(`Deel ${at + 1}`, `Part ${at + 1}`),
    min_answered: 1,
    questions: Array.from({ length: Math.min(size, questions - at * size) }, (_, i) => question(at * size + i + 1)),
  });
  return {
    format: 1, id: 'made', version: '1.0.0', languages: ['nl', 'en'],
    title: text(`${questions} vragen`, `${questions} questions`),
    lead: text('Een lange lijst, om te zien of hij bruikbaar blijft.', 'A long list, to see whether it stays usable.'),
    duration: text(`${questions} vragen`, `${questions} questions`),
    hint: text('Kies wat klopt.', 'Choose what is true.'), doubt: text('Twijfel je? Kies het laagste.', 'In doubt? Choose the lowest.'),
    small_hint: one('–'), limits: text('Dit is een proef.', 'This is a trial.'), open_step: text('Zoek dit uit.', 'Find this out.'),
    keep: text('Houd dit vast.', 'Keep this.'),
    sections: Array.from({ length: sections }, (_, at) => section(at)),
    stages: [0, 25, 50, 75].map((from, i) => ({ from, name: text(`Stap ${i + 1}`, `Step ${i + 1}`), text: text(`Jullie zijn bij stap ${i + 1}.`, `You are at step ${i + 1}.`) })),
  };
}
