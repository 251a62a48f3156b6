// All SQL of files of leads: which there are, and their bytes in pieces.
import type { Reader, Writer } from '../file/handle.ts';
import { fromRow, insertRow } from './rows.ts';

export type LeadFile = {
  readonly id: string;
  readonly leadId: string;
  readonly name: string;
  readonly size: number;
  readonly addedAt: number;
  readonly memberId: string | null;
  readonly contentId: string | null;
  readonly path: string | null;
};

const columns = 'id, lead_id, name, size, added_at, member_id, content_id, path';

/** Latest first. */
export const filesOfLead = (db: Reader, leadId: string): LeadFile[] =>
  db
    .all<object>(`SELECT ${columns} FROM lead_file WHERE lead_id = ? ORDER BY added_at DESC, id DESC`, [leadId])
    .map(row => fromRow<LeadFile>(row));

export function findLeadFile(db: Reader, id: string): LeadFile | undefined {
  const row = db.get<object>(`SELECT ${columns} FROM lead_file WHERE id = ?`, [id]);
  return row && fromRow<LeadFile>(row);
}

export const insertLeadFile = (db: Writer, file: LeadFile): void => insertRow(db, 'lead_file', file);
export const deleteLeadFile = (db: Writer, id: string): boolean =>
  db.run('DELETE FROM lead_file WHERE id = ?', [id]) > 0;

/** Bytes kept in the workspace, also those that only the undo history still needs. */
export const keptBytes = (db: Reader): number =>
  db.pluck<number>('SELECT coalesce(sum(length(bytes)), 0) FROM file_chunk')[0] ?? 0;

/** Whether a content is kept; an empty file has one empty piece. */
export const hasContent = (db: Reader, contentId: string): boolean =>
  db.get('SELECT 1 FROM file_chunk WHERE content_id = ? AND part = 0', [contentId]) !== undefined;

export const insertChunk = (db: Writer, contentId: string, part: number, bytes: Uint8Array): void =>
  void db.run('INSERT INTO file_chunk (content_id, part, bytes) VALUES (?, ?, ?)', [contentId, part, bytes]);

/** One piece; undefined behind the last one. */
export const readChunk = (db: Reader, contentId: string, part: number): Uint8Array | undefined =>
  db.pluck<Uint8Array>('SELECT bytes FROM file_chunk WHERE content_id = ? AND part = ?', [contentId, part])[0];

/**
 * Needed by no file of a lead, and by no line of the undo history that could bring one back. Lines of a running step do not count:
 * only erasing asks meanwhile, of whose step nothing is kept.
 */
const unneeded = `NOT EXISTS (SELECT 1 FROM lead_file f WHERE f.content_id = c.content_id)
  AND NOT EXISTS (SELECT 1 FROM change h WHERE h.table_name = 'lead_file' AND h.before ->> 'content_id' = c.content_id
    AND h.step_seq IS NOT (SELECT step_seq FROM temp.journal_now))`;

/** Deletes up to `most` pieces that nothing needs any more; answers whether there may be more. */
export const dropUnneededChunks = (db: Writer, most: number): boolean =>
  db.run(
    `DELETE FROM file_chunk WHERE id IN (SELECT k.id FROM (SELECT DISTINCT content_id FROM file_chunk) c
       JOIN file_chunk k ON k.content_id = c.content_id WHERE ${unneeded} LIMIT ?)`,
    [most],
  ) === most;
