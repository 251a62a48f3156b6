// What all sentences about an import's columns are made of.
import type { ImportColumn } from './import.ts';
import type { Finding, FindingKind } from './import-findings.ts';

/** The header of a column, or its letter. */
export const columnName = ({ header, letter }: ImportColumn): string => header || `Column ${letter}`;

/** The first names of a list, and how many more there are; `total`, where only some of them are in the list. */
export const listed = (names: readonly string[], most = 5, total = names.length): string =>
  total <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${total - most} more`;

/** A sentence; `key` tells it from others of its kind. */
export const newFinding = (kind: FindingKind, key: string, text: string, more: Partial<Finding> = {}): Finding => ({
  kind,
  key: `${kind} ${key}`,
  odd: false,
  text,
  count: 0,
  rows: [],
  column: null,
  target: null,
  ...more,
});
