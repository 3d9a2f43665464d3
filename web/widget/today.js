/** The day where the reader is, as fields for dates have it: 2026-11-27. */
export const today = () => new Date().toLocaleDateString('sv');
