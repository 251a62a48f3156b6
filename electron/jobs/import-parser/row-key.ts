// One short text for all a row says of its lead: the same in every file that says the same.
import { hash } from 'node:crypto';
import type { PreparedRow } from '../../../shared/import-row.ts';

/** 72 bits: among a million rows two that differ get the same key once in some billion files. */
const length = 12;

/**
 * The hash of what a row says but for its activities, of which a log has another one in each row of a lead; such rows stand
 * together, and each of them is hashed once.
 */
export function rowKeys(): (row: Omit<PreparedRow, 'rowKey'>) => string {
  let last = { text: '', key: '' };
  return ({ line, activities, warnings, saluted, ...said }) => {
    const text = JSON.stringify(said);
    if (text !== last.text) last = { text, key: hash('sha1', text, 'base64').slice(0, length) };
    return last.key;
  };
}
