// One short text for all a row says of its lead: the same in every file that says the same.
import { hash } from 'node:crypto';
import type { PreparedRow } from '../../../shared/import-row.ts';

/** 72 bits: among a million rows two that differ get the same key once in some billion files. */
const length = 12;

/** The hash of what a row says but for its activities, of which a log has another one in each row of a lead. */
export function rowKey({ line, activities, warnings, saluted, ...said }: Omit<PreparedRow, 'rowKey'>): string {
  return hash('sha1', JSON.stringify(said), 'base64').slice(0, length);
}
