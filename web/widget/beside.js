// The earlier result that lies beside this one, as the address has it.
import { parseRecord } from '../shared/record.js';

/**
 * @param {import('./engine.js').Engine} engine
 * @param {(key: string) => string} get  of the address
 * @param {(text: string) => string} code  the one in a text
 * @returns {number} why it could not be laid there, as a record says it; 0: it could, or there is none
 */
export function layBeside(engine, get, code) {
  const before = get('before');
  for (const day of ['then', 'now']) engine.act(`compare.${day}`, get(day));
  engine.act(before ? 'compare.open' : 'compare.clear', before && code(before));
  return before && !engine.beside().before ? parseRecord(engine.record()).code ?? 0 : 0;
}
