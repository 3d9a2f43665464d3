/** Random, as RFC 9562 version 4 writes it; crypto.randomUUID is not there on plain http. */
export const uuid = () => '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
  (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+digit / 4)))).toString(16));

/** The day where the reader is, as fields for dates have it: 2026-11-27. */
export const today = () => new Date().toLocaleDateString('sv');
