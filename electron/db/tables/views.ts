// All SQL of saved views of the table of leads.
import { type ViewBody, viewBodySchema } from '../../../shared/lead-filter.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { updateRow } from './rows.ts';

export type SavedView = { readonly id: string; readonly label: string; readonly body: ViewBody };

/** In the owner's order. A view that nobody understands any more is left out. */
export const listViews = (db: Reader): SavedView[] =>
  db
    .all<{ id: string; label: string; body: string }>('SELECT id, label, body FROM saved_view ORDER BY position, id')
    .flatMap(({ id, label, body }) => {
      const read = viewBodySchema.safeParse(JSON.parse(body));
      return read.success ? [{ id, label, body: read.data }] : [];
    });

/** A new view comes last. */
export function saveView(db: Writer, { id, label, body }: SavedView): void {
  const row = { label, body: JSON.stringify(body) };
  if (updateRow(db, 'saved_view', id, row)) return;
  db.run(
    `INSERT INTO saved_view (id, label, body, position)
     VALUES (?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM saved_view))`,
    [id, label, row.body],
  );
}

export const deleteView = (db: Writer, id: string): boolean => db.run('DELETE FROM saved_view WHERE id = ?', [id]) > 0;

/** Gives the views the order of `ids`. */
export function orderViews(db: Writer, ids: readonly string[]): void {
  ids.forEach((id, index) => {
    db.run('UPDATE saved_view SET position = ? WHERE id = ?', [index, id]);
  });
}
