// A number with its noun: "1 MQL", "1.4 MQLs". The noun follows the number as it is written, so that 0.96 shown as 1 is one.

export const countText = (written: string, one: string, many: string): string =>
  `${written} ${written === '1' ? one : many}`;

/** "1 MQL a week", "2.5 MQLs a week". */
export const mqlsAWeekText = (written: string): string => `${countText(written, 'MQL', 'MQLs')} a week`;
