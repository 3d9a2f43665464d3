// What assistive technology is told, in every state of the page: the same in both views, and with the first questionnaire the
// text that a person can read and compare in tests/golden/<state>.txt,
// and in tests/spoken/<language>.txt read aloud from top to bottom. After a wanted change: KK_UPDATE=1 node --test tests/browser/each/tree.test.mjs, and read the difference.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../harness.mjs';
import { spoken } from '../spoken.mjs';
import { IS_FIRST, LANGUAGES } from '../subject.mjs';
import { STATES, visit } from '../tour.mjs';

const FOLDER = fileURLToPath(new URL('../../golden/', import.meta.url));
const SPOKEN = fileURLToPath(new URL('../../spoken/', import.meta.url));
const UPDATE = Boolean(process.env.KK_UPDATE);
/** Elements without a meaning of their own: what is in them is told in their place. */
const TRANSPARENT = new Set(['none', 'generic', 'LabelText', 'rowgroup']);
const TEXT = 'StaticText';
const SAID = {
  checked: (value, role) => (value === 'true' ? (role === 'switch' ? 'on' : 'checked') : role === 'switch' ? 'off' : ''),
  expanded: (value) => (value ? 'folded out' : 'folded in'),
  level: (value, role) => (role === 'heading' ? value : ''),
};
const FLAGS = ['disabled', 'invalid', 'required', 'readonly', 'modal'];

/** A tree as CDP tells it, without what means nothing. @returns {import('../spoken.mjs').Told} */
function outline(nodes, current) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** What is in a node, without what means nothing; lines of one text together. */
  const contents = (node) => {
    const out = [];
    for (const child of node.childIds?.map((id) => byId.get(id)).filter(Boolean) ?? []) {
      const role = child.role?.value;
      if (role === 'LineBreak') continue;
      if (role === TEXT) {
        const text = child.name.value.trim();
        if (!text) continue;
        if (out.at(-1)?.text) out.at(-1).text += ` ${text}`;
        else out.push({ text });
      } else if (child.ignored || TRANSPARENT.has(role)) {
        out.push(...contents(child));
      } else {
        out.push({ node: child });
      }
    }
    return out;
  };
  const tell = (node) => {
    const role = node.role.value;
    const name = node.name?.value.trim() ?? '';
    const properties = Object.fromEntries(node.properties?.map((each) => [each.name, each.value.value]) ?? []);
    const states = [
      ...Object.entries(SAID).map(([key, words]) => (key in properties ? words(properties[key], role) : '')),
      ...FLAGS.filter((key) => properties[key] === true || properties[key] === 'true'),
      current.get(node.backendDOMNodeId) ? 'current' : '',
    ].filter(Boolean);
    // A text that is somebody's name was told already.
    const all = contents(node);
    const names = [name, ...all.map((each) => each.node?.name?.value ?? '')].map(alike);
    const inside = all.filter(({ text }) => !text || !names.some((each) => each.includes(alike(text))));
    const words = inside.length === 1 && inside[0].text;
    const description = node.description?.value;
    return { role, name, states, words, description, children: words ? [] : inside.map(({ node: child, text }) => (child ? tell(child) : { text })) };
  };
  return tell(nodes[0]);
}

/** One line for each element: role “name” (states): its text – its description. @returns {string} */
function readable({ role, name, states, words, description, children, text }, indent = '') {
  if (text !== undefined) return `${indent}“${text}”\n`;
  return `${indent}${role}${name && ` “${name}”`}${states.length ? ` (${states.join(', ')})` : ''}${words ? `: ${words}` : ''}${description ? ` – ${description}` : ''}\n`
    + children.map((child) => readable(child, `${indent}  `)).join('');
}

/** Backend ids of the elements with aria-current, which the tree does not tell. */
async function currentOnes(session) {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '[aria-current]' });
  const described = await Promise.all(nodeIds.map((nodeId) => session.send('DOM.describeNode', { nodeId })));
  return new Map(described.map(({ node }) => [node.backendNodeId, true]));
}

async function treeOf(page) {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const told = outline(nodes, await currentOnes(session));
  await session.detach();
  // The live region speaks when something happens; a code changes with any text.
  return { told, tree: readable(told).replace(/^( *status): .*$/m, '$1').replace(/: 1\w{8}\.[-\w. ]+$/m, ': (the code)') };
}

/** Where the canvas breaks a word, its parts are two texts; and the one switch that tells the views apart. */
const alike = (tree) => tree.replace(/^(\s*switch “Te[^”]*”) \(\w+\)/m, '$1').replace(/ /g, '');

let browser;
before(async () => {
  for (const folder of [FOLDER, SPOKEN]) mkdirSync(folder, { recursive: true });
  browser = await launch();
});
after(() => browser?.close());

for (const lang of LANGUAGES) {
  test(`the tree of every state, ${lang}, is the same in both views${IS_FIRST ? ' and the one in tests/golden' : ''}`, async () => {
    const reader = await openPage(browser, undefined, { fragment: `lang=${lang}` });
    const wrong = [];
    let aloud = '';
    for (const state of STATES) {
      await visit(reader.page, state, { lang, view: 'canvas' });
      const { told, tree } = await treeOf(reader.page);
      aloud += `## ${state[0]}\n${spoken(told, lang).replace(/^ {2}1\w{8}\.[-\w. ]+$/m, '  (the code)')}\n`;
      await visit(reader.page, state, { lang, view: 'text' });
      const { tree: asText } = await treeOf(reader.page);
      if (alike(asText) !== alike(tree)) wrong.push([`${state[0]}: canvas and text view`, tree, asText]);
      if (!IS_FIRST) continue;
      const file = `${FOLDER}${state[0]}.${lang}.txt`;
      if (UPDATE) writeFileSync(file, tree);
      const golden = readFileSync(file, 'utf8');
      if (tree !== golden) wrong.push([file, golden, tree]);
    }
    if (IS_FIRST) {
      const file = `${SPOKEN}${lang}.txt`;
      if (UPDATE) writeFileSync(file, aloud);
      wrong.push([file, readFileSync(file, 'utf8'), aloud]);
    }
    for (const [name, expected, actual] of wrong) assert.equal(actual, expected, name);
    await reader.close();
  });
}

if (IS_FIRST) test('tests/golden holds these states and no others', () => {
  assert.deepEqual(readdirSync(FOLDER).sort(), STATES.flatMap(([name]) => LANGUAGES.map((lang) => `${name}.${lang}.txt`)).sort());
});
