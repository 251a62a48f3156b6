// All SQL of duplicates: pairs marked as different people, and moving all rows of one lead to another.
import type { Reader, Writer } from '../file/handle.ts';

/** Pairs of whom it was said that they are not the same. */
export const notDuplicates = (db: Reader): (readonly [id: string, otherId: string])[] =>
  db.raw('SELECT lead_id, other_id FROM not_duplicate');

/** The smaller id first, so that a pair is written once. */
export function insertNotDuplicate(db: Writer, id: string, one: string, other: string): void {
  const [first, second] = one < other ? [one, other] : [other, one];
  db.run('INSERT OR IGNORE INTO not_duplicate (id, lead_id, other_id) VALUES (?, ?, ?)', [id, first, second]);
}

/** What hangs on a lead and goes along as it is. */
const following = [
  'activity',
  'score_adjustment',
  'stage_change',
  'receipt',
  'deal',
  'lead_plan',
  'lead_touch',
  'lead_file',
] as const;

/** Gives everything of lead `from` to lead `to`; tags and own values only where `to` has none of its own. */
export function moveBelongings(db: Writer, from: string, to: string): void {
  for (const table of following) db.run(`UPDATE ${table} SET lead_id = ? WHERE lead_id = ?`, [to, from]);
  // What an import found to be the one is the other from now on.
  db.run(
    `UPDATE lead SET import_keys = concat_ws(' ', lead.import_keys, other.keys)
     FROM (SELECT import_keys AS keys FROM lead WHERE id = ?2) other WHERE id = ?1 AND other.keys IS NOT NULL`,
    { 1: to, 2: from },
  );
  for (const [table, column] of [
    ['lead_tag', 'tag_id'],
    ['custom_value', 'field_id'],
  ] as const) {
    db.run(
      `UPDATE ${table} SET lead_id = ?1 WHERE lead_id = ?2
       AND ${column} NOT IN (SELECT ${column} FROM ${table} WHERE lead_id = ?1)`,
      { 1: to, 2: from },
    );
  }
}

/** Says that one lead is another from now on: elsewhere somebody may be writing to the first. */
export const insertAlias = (db: Writer, leadId: string, asId: string): number =>
  db.run('INSERT OR IGNORE INTO lead_alias (id, lead_id, as_id) VALUES (?, ?, ?)', [`${leadId} ${asId}`, leadId, asId]);

export type Belongings = {
  readonly activities: number;
  readonly deals: number;
  readonly stageChanges: number;
  readonly tags: number;
};

export const countBelongings = (db: Reader, leadId: string): Belongings =>
  db.get<Belongings>(
    `SELECT (SELECT count(*) FROM activity WHERE lead_id = ?1) AS activities,
      (SELECT count(*) FROM deal WHERE lead_id = ?1) AS deals,
      (SELECT count(*) FROM stage_change WHERE lead_id = ?1) AS stageChanges,
      (SELECT count(*) FROM lead_tag WHERE lead_id = ?1) AS tags`,
    { 1: leadId },
  ) ?? { activities: 0, deals: 0, stageChanges: 0, tags: 0 };
