// All SQL of exports: leads, activities and stage changes in pages, with the names they reference.

import type { CustomValue } from '../../../shared/custom-field.ts';
import type { Deal } from '../../../shared/deal.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Reader } from '../file/handle.ts';
import { fromRow } from './rows.ts';

/** Ids of leads in the order they came into the file, behind `after`. */
export const leadIdsAfter = (db: Reader, after: number, limit: number) =>
  db.raw<readonly [seq: number, id: string]>('SELECT seq, id FROM lead WHERE seq > ? ORDER BY seq LIMIT ?', [
    after,
    limit,
  ]);

export type Entered = {
  readonly leadId: string;
  readonly to: Stage;
  /** UTC ms; null for a stage the lead already had when it came into the file: the day is not known. */
  readonly at: number | null;
  readonly reason: string | null;
};

/** Stage changes of some leads, the earliest first. */
export const stageChangesAmong = (db: Reader, ids: readonly string[]): Entered[] =>
  db
    .all<object>(
      `SELECT lead_id, to_stage, iif(cause = 'opening', NULL, at) AS at, reason FROM stage_change
       WHERE lead_id IN (SELECT value FROM json_each(?)) ORDER BY lead_id, stage_change.at, id`,
      [JSON.stringify(ids)],
    )
    .map(row => {
      const { toStage, ...rest } = fromRow<Omit<Entered, 'to'> & { readonly toStage: Stage }>(row);
      return { ...rest, to: toStage };
    });

export type ExportedActivity = {
  readonly leadId: string;
  readonly typeLabel: string;
  readonly at: number;
  readonly note: string | null;
  readonly memberId: string | null;
  readonly campaign: string | null;
  readonly content: string | null;
};

/** Activities of some leads, the earliest first. */
export const activitiesAmong = (db: Reader, ids: readonly string[]): ExportedActivity[] =>
  db
    .all<object>(
      `SELECT a.lead_id, t.label AS type_label, a.at, a.note, a.member_id, c.label AS campaign, a.content
       FROM activity a JOIN activity_type t ON t.id = a.type_id LEFT JOIN campaign c ON c.id = a.campaign_id
       WHERE a.lead_id IN (SELECT value FROM json_each(?)) ORDER BY a.lead_id, a.at, a.id`,
      [JSON.stringify(ids)],
    )
    .map(row => fromRow<ExportedActivity>(row));

/** The latest deal of each of some leads. */
export const latestDeals = (
  db: Reader,
  ids: readonly string[],
): ReadonlyMap<string, Pick<Deal, 'name' | 'amount' | 'expectedClose' | 'probability'>> =>
  new Map(
    db
      .all<object>(
        `SELECT lead_id, name, amount, expected_close, probability FROM deal
         WHERE lead_id IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`,
        [JSON.stringify(ids)],
      )
      .map(row => {
        const { leadId, ...deal } =
          fromRow<Pick<Deal, 'leadId' | 'name' | 'amount' | 'expectedClose' | 'probability'>>(row);
        return [leadId, deal] as const;
      }),
  );

/** All deals of some leads, the earliest first. */
export const dealsAmong = (db: Reader, ids: readonly string[]): Deal[] =>
  db
    .all<object>(
      `SELECT id, lead_id, name, amount, expected_close, probability, status, closed_at, reason, created_at FROM deal
       WHERE lead_id IN (SELECT value FROM json_each(?)) ORDER BY lead_id, created_at, id`,
      [JSON.stringify(ids)],
    )
    .map(row => fromRow<Deal>(row));

/** Points given by hand to some leads, the earliest first. */
export const scoreAdjustmentsAmong = (db: Reader, ids: readonly string[]) =>
  db
    .all<object>(
      `SELECT lead_id, at, points, reason FROM score_adjustment
       WHERE lead_id IN (SELECT value FROM json_each(?)) ORDER BY lead_id, at, id`,
      [JSON.stringify(ids)],
    )
    .map(row =>
      fromRow<{ readonly leadId: string; readonly at: number; readonly points: number; readonly reason: string }>(row),
    );

/** Labels of the tags of some leads. */
export const tagsAmong = (db: Reader, ids: readonly string[]) =>
  db.raw<readonly [leadId: string, label: string]>(
    `SELECT lt.lead_id, t.label FROM lead_tag lt JOIN tag t ON t.id = lt.tag_id
     WHERE lt.lead_id IN (SELECT value FROM json_each(?)) ORDER BY lt.lead_id, t.label COLLATE NOCASE`,
    [JSON.stringify(ids)],
  );

export const customValuesAmong = (db: Reader, ids: readonly string[]) =>
  db.raw<readonly [leadId: string, fieldId: string, value: NonNullable<CustomValue>]>(
    'SELECT lead_id, field_id, value FROM custom_value WHERE lead_id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  );

/** Rows of each kind; of some leads only when `ids` are given. */
export function countExport(db: Reader, ids: readonly string[] | null) {
  const given = ids === null ? [] : [JSON.stringify(ids)];
  const count = (table: string, column: string): number => {
    const where = ids === null ? '' : `WHERE ${column} IN (SELECT value FROM json_each(?))`;
    return db.pluck<number>(`SELECT count(*) FROM ${table} ${where}`, given)[0] ?? 0;
  };
  return {
    leads: count('lead', 'id'),
    activities: count('activity', 'lead_id'),
    stages: count('stage_change', 'lead_id'),
    deals: count('deal', 'lead_id'),
  };
}
