// All SQL of Today. Each list has its count and the first ids.
import type { Stage } from '../../../shared/stages.ts';
import type { Reader, SqlValue } from '../file/handle.ts';

/** Some ids and how many there are in all. */
export type Some = { readonly count: number; readonly ids: readonly string[] };

function some(db: Reader, from: string, order: string, params: readonly SqlValue[], limit: number): Some {
  const [id, tie] = from.startsWith('temp.') ? ['s.lead_id', 's.seq'] : ['l.id', 'l.id'];
  return {
    count: db.pluck<number>(`SELECT count(*) FROM ${from}`, params)[0] ?? 0,
    ids: db.pluck<string>(`SELECT ${id} FROM ${from} ORDER BY ${order}, ${tie} LIMIT ?`, [...params, limit]),
  };
}

/** Every MQL, those nobody has touched first, longest first. */
export const waitingIds = (db: Reader, limit: number): Some =>
  some(
    db,
    "temp.score_cache s WHERE s.stage = 'mql'",
    's.touch_at IS NOT NULL AND s.touch_at >= s.since, s.since',
    [],
    limit,
  );

/** Leads whose next step is due by `today` (a local date), the oldest first. */
export const dueIds = (db: Reader, today: string, limit: number): Some =>
  some(db, 'lead l WHERE l.next_step_on <= ?', 'l.next_step_on', [today], limit);

/** Leads whose nurture date has come; not those who asked to be left alone. */
export const nurturedIds = (db: Reader, today: string, limit: number): Some =>
  some(
    db,
    "lead l WHERE l.nurture_until <= ? AND l.stage = 'nurture' AND l.consent <> 'no'",
    'l.nurture_until',
    [today],
    limit,
  );

/** Leads of whom nothing was heard since before `since` (UTC ms) though somebody minds, longest first. */
export const quietIds = (db: Reader, since: number, limit: number): Some =>
  some(db, 'temp.score_cache s WHERE s.quiet_since < ?', 's.quiet_since', [since], limit);

/** Leads in `stages` that met the rules once and do not now, best score first. */
export const coolingIds = (db: Reader, stages: readonly Stage[], limit: number): Some =>
  some(
    db,
    'temp.score_cache s WHERE s.stage IN (SELECT value FROM json_each(?)) AND s.cooling = 1',
    's.total DESC',
    [JSON.stringify(stages)],
    limit,
  );

export type SalesAnswer = {
  readonly leadId: string;
  readonly to: Stage;
  readonly at: number;
  readonly reason: string | null;
  readonly note: string | null;
  readonly memberId: string | null;
};

/** The latest answer of sales to each MQL since `at` (UTC ms) that still stands, latest first. */
export const answersSince = (db: Reader, at: number, limit: number): SalesAnswer[] =>
  db.all(
    `SELECT c.lead_id AS leadId, c.to_stage AS "to", c.at, c.reason, c.note, c.member_id AS memberId
     FROM stage_change c JOIN lead l ON l.id = c.lead_id
     WHERE c.at >= ? AND c.from_stage = 'mql' AND c.cause = 'hand'
       AND c.to_stage IN ('sql', 'opportunity', 'customer', 'nurture', 'disqualified')
       AND l.stage_since = c.at AND l.stage = c.to_stage
     ORDER BY c.at DESC, c.id DESC LIMIT ?`,
    [at, limit],
  );
