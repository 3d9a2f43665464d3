// A screen as a person can read it aloud: what a screen reader says of it from top to bottom, in the order of the tree, a line for each
// thing it stops at. No screen reader's own wording; what real ones say is in tests/heard.

const WORDS = {
  nl: {
    heading: 'kop', button: 'knop', radio: 'keuze', checkbox: 'vakje', switch: 'schakelaar', textbox: 'tekstveld', link: 'link', figure: 'figuur', list: 'lijst', table: 'tabel',
    navigation: 'navigatie', group: 'groep', radiogroup: 'keuzegroep', status: 'melding', level: 'niveau', of: 'van', rows: 'rijen', columns: 'kolommen', items: 'items',
    on: 'aan', off: 'uit', checked: 'gekozen', 'folded in': 'ingeklapt', 'folded out': 'uitgeklapt', current: 'huidig', invalid: 'ongeldig', disabled: 'niet beschikbaar',
  },
  en: {
    heading: 'heading', button: 'button', radio: 'option', checkbox: 'checkbox', switch: 'switch', textbox: 'text field', link: 'link', figure: 'figure', list: 'list', table: 'table',
    navigation: 'navigation', group: 'group', radiogroup: 'options', status: 'status', level: 'level', of: 'of', rows: 'rows', columns: 'columns', items: 'items',
  },
};
const HOLDS = { list: 'listitem', radiogroup: 'radio' };

/**
 * @typedef {object} Told  an element of the tree (each/tree.test.mjs), or only its text
 * @property {string} [role]
 * @property {string} [name]
 * @property {string[]} [states]
 * @property {string | false} [words]  its whole content
 * @property {string} [description]
 * @property {string} [text]
 * @property {Told[]} [children]
 */

/** @param {Told} root @param {string} lang @returns {string} */
export function spoken(root, lang) {
  const w = /** @type {{[word: string]: string}} */ (WORDS[lang] ?? WORDS.en);
  /** @type {string[]} */
  const lines = [];
  const count = (/** @type {Told} */ item, /** @type {string} */ role) => item.children?.filter((child) => child.role === role).length ?? 0;

  function table(/** @type {Told} */ item) {
    const [head, ...rows] = item.children?.filter(({ role }) => role === 'row') ?? [];
    const heads = head?.children?.map((cell) => cell.name || cell.words || '') ?? [];
    lines.push(`${item.name}, ${w.table}, ${rows.length + 1} ${w.rows}, ${heads.length} ${w.columns}`);
    for (const { children } of rows) {
      const cells = children?.map((cell, i) => [heads[i], cell.name || cell.words || '']) ?? [];
      lines.push(cells.filter(([, words]) => words).map(([column, words], i) => (i ? `${column}: ${words}` : words)).join('; '));
    }
  }

  function tell(/** @type {Told} */ item, place = '') {
    const { role = '', name, text, states = [], words, description, children = [] } = item;
    if (text !== undefined) return lines.push(text);
    if (role === 'table') return table(item);
    const inside = HOLDS[/** @type {keyof HOLDS} */ (role)];
    const told = [name || words, w[role], role === 'heading' ? `${w.level} ${states[0]}` : '', role === 'list' ? `${count(item, 'listitem')} ${w.items}` : '', place,
      ...states.slice(role === 'heading' ? 1 : 0).map((state) => w[state] ?? state), name && words, description].filter(Boolean);
    if (role === 'status') return undefined;
    if (told.length && role !== 'RootWebArea') lines.push(told.join(', '));
    let n = 0;
    for (const child of children) tell(child, child.role === inside && inside === 'radio' ? `${++n} ${w.of} ${count(item, 'radio')}` : '');
    return undefined;
  }
  lines.push(root.name ?? '');
  tell(root);
  return lines.map((line) => `  ${line}\n`).join('');
}
