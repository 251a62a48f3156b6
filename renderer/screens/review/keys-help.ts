// The keys of the review, for the sheet of keys.

type Line = readonly [keys: readonly string[], does: string];

export const reviewKeys: readonly Line[] = [
  [['←', '→', 'PageUp', 'PageDown'], 'Previous or next section'],
  [['1', '…', '9', '0'], 'Go to the section with that number; 0 is the tenth'],
  [['↑', '↓'], 'Move between MQLs'],
  [['Escape'], 'Leave the field, then meeting mode'],
  [['N'], 'Show notes in meeting mode'],
  [['T'], 'Show clock in meeting mode'],
];
