// Rows an import created besides leads: channels, campaigns, members, tags, custom fields and activity types.

import type { Reader, Writer } from '../file/handle.ts';
import { quoted } from '../tables/names.ts';
import { isKnownToOthers } from '../tables/packets.ts';

/** Tables of names, in an order in which their rows can go. */
const nameTables = ['custom_field', 'tag', 'activity_type', 'campaign', 'channel', 'member'] as const;
type NameTable = (typeof nameTables)[number];

/** Columns of other tables that refer to a table of names: those SQLite knows, and one that it is not told of. */
const referencesTo = (db: Reader, table: NameTable): readonly (readonly [table: string, column: string])[] => [
  ...db.raw<readonly [string, string]>(
    `SELECT t.name, f."from" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
     WHERE t.schema = 'main' AND f."table" = ?`,
    [table],
  ),
  ...(table === 'campaign' ? [['nurture_plan', 'start_campaign_id'] as const] : []),
];

/** Names that the import's step made, in an order in which they can go. Those of a batch have no line in the journal. */
export function namesMade(db: Reader, stepSeq: number, batchId: string): readonly (readonly [NameTable, string])[] {
  const made = db.raw<readonly [string, string]>(
    `SELECT table_name, row_id FROM change WHERE step_seq = ? AND op = 'insert'
     AND table_name IN (SELECT value FROM json_each(?))`,
    [stepSeq, JSON.stringify(nameTables)],
  );
  const campaigns = db.pluck<string>('SELECT id FROM campaign WHERE batch_id = ?', [batchId]);
  return nameTables.flatMap(table => [
    ...made.filter(([of]) => of === table).map(([, id]) => [table, id] as const),
    ...(table === 'campaign' ? campaigns.map(id => [table, id] as const) : []),
  ]);
}

/** Deletes a name that is no longer referenced and was not edited since; returns whether it was deleted. */
export function forgetName(db: Writer, [table, id]: readonly [NameTable, string], stepSeq: number): boolean {
  const isMeant =
    db.get(
      `SELECT 1 FROM change c JOIN step s ON s.seq = c.step_seq
       WHERE c.table_name = ? AND c.row_id = ? AND c.step_seq > ? AND s.undone = 0 LIMIT 1`,
      [table, id, stepSeq],
    ) !== undefined ||
    isKnownToOthers(db, table, id) ||
    referencesTo(db, table).some(
      ([other, column]) =>
        db.get(`SELECT 1 FROM ${quoted(other)} WHERE ${quoted(column)} = ? LIMIT 1`, [id]) !== undefined,
    ) ||
    // Rules, views and settings name them inside their text.
    ['SELECT body FROM criteria', 'SELECT value FROM setting'].some(texts =>
      db.pluck<string>(texts).some(text => text.includes(id)),
    ) ||
    db.all<object>('SELECT * FROM saved_view').some(view => JSON.stringify(view).includes(id));
  return !isMeant && db.run(`DELETE FROM ${table} WHERE id = ?`, [id]) > 0;
}
