// What a page keeps, counted and not guessed from the size of a process: its own objects, documents and listeners, and what its
// WASM has in use.

/**
 * Of a heap snapshot: what code of a page makes. The rest is the engine's: compiled code, shapes of objects, styles, which come
 * and go by its own rules.
 */
const OWN = new Set(['object', 'closure', 'array', 'string', 'concatenated string', 'sliced string', 'number', 'symbol', 'bigint', 'regexp']);
const BUFFERS = 'system / JSArrayBufferData';

/** Bytes of the page's own objects, and of the buffers they hold; all garbage is collected before. */
async function objects(session) {
  const chunks = [];
  const add = ({ chunk }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', add);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', add);
  const { snapshot: { meta }, nodes, strings } = JSON.parse(chunks.join(''));
  const fields = meta.node_fields.length;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => meta.node_fields.indexOf(field));
  const kinds = meta.node_types[type];
  const out = { script: 0, buffers: 0 };
  for (let at = 0; at < nodes.length; at += fields) {
    if (OWN.has(kinds[nodes[at + type]])) out.script += nodes[at + size];
    else if (strings[nodes[at + name]] === BUFFERS) out.buffers += nodes[at + size];
  }
  return out;
}

/** @param {import('puppeteer-core').Page} page  `window.wasm`: the module's exports */
export async function kept(page) {
  const session = await page.createCDPSession();
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { script, buffers } = await objects(session);
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { script, buffers, nodes, listeners: jsEventListeners, wasm: await page.evaluate(() => window.wasm.kk_used()) };
}
