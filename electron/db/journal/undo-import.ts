// Rows an import created besides leads: channels, campaigns, members, tags, custom fields and activity types.

import type { Reader, Writer } from '../file/handle.ts';
import { quoted } from '../tables/names.ts';

/** Tables of names, with every column of other tables that refers to them. */
const references = {
  custom_field: ['custom_value.field_id'],
  tag: ['lead_tag.tag_id'],
  activity_type: ['activity.type_id'],
  campaign: ['lead.campaign_id', 'spend.campaign_id', 'activity.campaign_id'],
  channel: ['lead.channel_id', 'campaign.channel_id', 'spend.channel_id', 'reach.channel_id'],
  member: [
    'lead.member_id',
    'activity.member_id',
    'score_adjustment.member_id',
    'stage_change.member_id',
    'action_item.member_id',
    'import_batch.member_id',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type NameTable = keyof typeof references;
const nameTables = Object.keys(references) as readonly NameTable[];

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
    references[table].some(reference => {
      const [other = '', column = ''] = reference.split('.');
      return db.get(`SELECT 1 FROM ${other} WHERE ${quoted(column)} = ? LIMIT 1`, [id]) !== undefined;
    }) ||
    // Rules, views and settings name them inside their text.
    ['SELECT body FROM criteria', 'SELECT value FROM setting'].some(texts =>
      db.pluck<string>(texts).some(text => text.includes(id)),
    ) ||
    db.all<object>('SELECT * FROM saved_view').some(view => JSON.stringify(view).includes(id));
  return !isMeant && db.run(`DELETE FROM ${table} WHERE id = ?`, [id]) > 0;
}
