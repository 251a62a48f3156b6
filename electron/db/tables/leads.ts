// All SQL of leads: read one, list them with their scores, add, edit, delete.

import type { FitField } from '../../../shared/custom-field.ts';
import { type Lead, type LeadAttributes, leadSchema } from '../../../shared/lead.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { attributeExpression } from './custom-fields.ts';
import { columnOf, fromRow, insertRow, updateRow } from './rows.ts';

const columns = Object.keys(leadSchema.shape)
  .map(name => `l.${columnOf(name)}`)
  .join(', ');

const toLead = (row: object): Lead => fromRow<Lead>(row);

export function findLead(db: Reader, id: string): Lead | undefined {
  const row = db.get<object>(`SELECT ${columns} FROM lead l WHERE l.id = ?`, [id]);
  return row && toLead(row);
}

/** Those of the leads that are there, in no order. */
export const leadsOfIds = (db: Reader, ids: readonly string[]): Lead[] =>
  db
    .all<object>(`SELECT ${columns} FROM lead l WHERE l.id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)])
    .map(toLead);

/** Leads in the order of their ids, after `afterId`: a slice of the whole table. */
export const leadsAfter = (db: Reader, afterId: string, limit: number): Lead[] =>
  db.all<object>(`SELECT ${columns} FROM lead l WHERE l.id > ? ORDER BY l.id LIMIT ?`, [afterId, limit]).map(toLead);

/**
 * Facts of leads by id, behind `afterId`, as rows: the id, then `fields` in their order; at the end why the score may never
 * promote the lead, and why it is not scored.
 */
export function attributeRowsAfter(db: Reader, fields: readonly FitField[], afterId: string, limit: number) {
  const attributes = fields.map(field => attributeExpression(field));
  return db.raw<readonly [id: string, ...attributes: (string | number | null)[]]>(
    `SELECT ${['id', ...attributes.map(({ sql }) => sql), 'mql_exclusion', 'do_not_score'].join(', ')} FROM lead WHERE id > ? ORDER BY id LIMIT ?`,
    [...attributes.flatMap(({ params }) => params), afterId, limit],
  );
}

/** Where a lead stands on the board, and what is planned with it. */
export type LeadState = Pick<Lead, 'id' | 'stage' | 'stageSince' | 'nextStepOn' | 'consent'> & {
  /** Row number. */
  readonly seq: number;
  /** Place in the own order of its column; null: not placed by hand. */
  readonly position: number | null;
  /** Names, company, e-mail and notes: what a search looks at. */
  readonly searchText: string;
  readonly phone: string | null;
  readonly country: string | null;
};
const leadStateColumns = `id, seq, stage, stage_since AS stageSince, position, next_step_on AS nextStepOn, consent, phone, country,
  concat_ws(' ', first_name, last_name, company, email, notes) AS searchText`;

/** Standings in the order of the ids, behind `afterId`. */
export const leadStatesAfter = (db: Reader, afterId: string, limit: number): LeadState[] =>
  db.all(`SELECT ${leadStateColumns} FROM lead WHERE id > ? ORDER BY id LIMIT ?`, [afterId, limit]);

export const leadState = (db: Reader, id: string): LeadState | undefined =>
  db.get(`SELECT ${leadStateColumns} FROM lead WHERE id = ?`, [id]);

/** Those of `ids` that stand before MQL, with their stage. CROSS JOIN: from the ids to the leads, never the other way. */
export const earlyLeads = (db: Reader, ids: readonly string[]) =>
  db.raw<readonly [id: string, stage: Stage]>(
    `SELECT l.id, l.stage FROM json_each(?) wanted CROSS JOIN lead l ON l.id = wanted.value
     WHERE l.stage IN ('stranger', 'visitor', 'lead') ORDER BY wanted.key`,
    [JSON.stringify(ids)],
  );

export const insertLead = (db: Writer, lead: Lead): void => insertRow(db, 'lead', lead);

export type LeadChange = Partial<LeadAttributes> &
  Partial<
    Pick<
      Lead,
      | 'stage'
      | 'stageSince'
      | 'nurtureUntil'
      | 'mqlExclusion'
      | 'nextStep'
      | 'nextStepOn'
      | 'nextStepTime'
      | 'nextStepRepeats'
      | 'createdAt'
    >
  > &
  Partial<Pick<LeadState, 'position'>>;

/** Answers false when there is no such lead. */
export const updateLead = (db: Writer, id: string, change: LeadChange): boolean => updateRow(db, 'lead', id, change);

export const deleteLead = (db: Writer, id: string): boolean => db.run('DELETE FROM lead WHERE id = ?', [id]) > 0;

/** One statement for all of them. Answers how many there were. */
export const deleteLeadsById = (db: Writer, ids: readonly string[]): number =>
  db.run('DELETE FROM lead WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);

export const countLeads = (db: Reader): number => db.pluck<number>('SELECT count(*) FROM lead')[0] ?? 0;

/** Other leads at the same company, by name. */
export const colleaguesOf = (db: Reader, lead: Pick<Lead, 'id' | 'company'>): Lead[] =>
  lead.company === null
    ? []
    : db
        .all<object>(
          `SELECT ${columns} FROM lead l WHERE l.company = ? COLLATE NOCASE AND l.id <> ? ORDER BY l.last_name, l.first_name LIMIT 20`,
          [lead.company, lead.id],
        )
        .map(toLead);

/** Amounts of deals by the stage of their lead, whether won or open and how probable. Minor units; `probability` in percent. */
export const amountsByStage = (
  db: Reader,
): { stage: Stage; status: 'open' | 'won'; probability: number | null; amount: number }[] =>
  db.all(
    `SELECT l.stage, d.status, d.probability, sum(d.amount) AS amount FROM deal d CROSS JOIN lead l ON l.id = d.lead_id
     WHERE d.amount IS NOT NULL AND (d.status = 'open' OR (d.status = 'won' AND l.stage = 'customer'))
     GROUP BY l.stage, d.status, d.probability`,
  );

/** When the middle lead of a stage entered it (UTC ms), by the covering index; undefined when the stage is empty. */
export const medianStageSince = (db: Reader, stage: Stage, count: number): number | undefined =>
  db.pluck<number>('SELECT stage_since FROM lead WHERE stage = ? ORDER BY stage_since LIMIT 1 OFFSET ?', [
    stage,
    Math.floor((count - 1) / 2),
  ])[0];
