// The keys of the review, for the sheet of keys.

type Line = readonly [keys: readonly string[], does: string];

export const reviewKeys: readonly Line[] = [
  [['←', '→', 'PageUp', 'PageDown'], 'The section before, the next one'],
  [['1', '…', '9', '0'], 'The section of that number; 0 is the tenth'],
  [['↑', '↓'], 'From MQL to MQL'],
  [['Escape'], 'Out of a field; then out of meeting mode'],
  [['N'], 'Notes, in meeting mode'],
  [['T'], 'The clock, in meeting mode'],
];
