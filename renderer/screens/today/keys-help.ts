// The keys of a row of Today, for the sheet of keys.

type Line = readonly [keys: readonly string[], does: string];

export const todayKeys: readonly Line[] = [
  [['D'], 'Mark the next step done, or log the answer'],
  [['N'], 'Plan the next step'],
  [['C'], 'Call'],
];
