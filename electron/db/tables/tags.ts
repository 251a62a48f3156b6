// All SQL of tags.
import type { Tag } from '../../../shared/custom-field.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { fromRow, updateRow } from './rows.ts';

/** All tags by label, archived ones among them. */
export const listTags = (db: Reader): Tag[] =>
  db
    .all<object>('SELECT id, label, archived FROM tag ORDER BY label COLLATE NOCASE')
    .map(row => fromRow(row, ['archived']));

/** The same with how many leads have each. */
export const countTagged = (db: Reader): ReadonlyMap<string, number> =>
  new Map(db.raw<readonly [tag: string, count: number]>('SELECT tag_id, count(*) FROM lead_tag GROUP BY tag_id'));

export function saveTag(db: Writer, { id, label, archived }: Tag): void {
  if (updateRow(db, 'tag', id, { label, archived })) return;
  db.run('INSERT INTO tag (id, label, archived) VALUES (?, ?, ?)', [id, label, archived ? 1 : 0]);
}

/** Takes the tag off every lead; done one by one, so that undo puts each back. */
export const deleteTag = (db: Writer, id: string): boolean => {
  db.run('DELETE FROM lead_tag WHERE tag_id = ?', [id]);
  return db.run('DELETE FROM tag WHERE id = ?', [id]) > 0;
};

export const tagIdsOf = (db: Reader, leadId: string): string[] =>
  db.pluck(
    'SELECT t.id FROM lead_tag lt JOIN tag t ON t.id = lt.tag_id WHERE lt.lead_id = ? ORDER BY t.label COLLATE NOCASE',
    [leadId],
  );

/** Puts a tag on a lead; false when it was there already. `batchId`: the import it came with. */
export const addTag = (
  db: Writer,
  row: { readonly id: string; readonly leadId: string; readonly tagId: string },
  batchId: string | null = null,
): boolean =>
  db.run('INSERT OR IGNORE INTO lead_tag (id, lead_id, tag_id, batch_id) VALUES (?, ?, ?, ?)', [
    row.id,
    row.leadId,
    row.tagId,
    batchId,
  ]) > 0;

export const removeTag = (db: Writer, leadId: string, tagId: string): boolean =>
  db.run('DELETE FROM lead_tag WHERE lead_id = ? AND tag_id = ?', [leadId, tagId]) > 0;
