// All SQL of the board and Today: how many leads each column holds, which stand where, and who waits for what.
import type { BoardFilter } from '../../shared/contract/board.ts';
import type { Stage } from '../../shared/stages.ts';
import type { Reader, Value } from './handle.ts';
import { searchCondition } from './search.ts';

type Condition = { readonly sql: string; readonly params: readonly Value[] };

const isOpen = (filter: BoardFilter): boolean => filter.memberId === null && filter.search.trim() === '';

/** The filter as a condition on `lead l`. */
function conditionOf(filter: BoardFilter): Condition {
  const parts: Condition[] = [];
  if (filter.memberId !== null) parts.push({ sql: 'l.member_id = ?', params: [filter.memberId] });
  if (filter.search.trim()) parts.push(searchCondition(filter.search));
  return {
    sql: parts.map(part => ` AND ${part.sql}`).join(''),
    params: parts.flatMap(part => part.params),
  };
}

/** Leads per stage that the filter lets through. */
export function countsByStage(db: Reader, filter: BoardFilter): { stage: Stage; count: number }[] {
  if (isOpen(filter)) return db.all('SELECT stage, count(*) AS count FROM temp.lead_score GROUP BY stage');
  const { sql, params } = conditionOf(filter);
  return db.all(`SELECT l.stage, count(*) AS count FROM lead l WHERE TRUE${sql} GROUP BY l.stage`, params);
}

/** Ids of one page of a column: the highest scores first; ties by id, so that pages never overlap. */
export function cardIds(
  db: Reader,
  stage: Stage,
  filter: BoardFilter,
  page: { readonly from: number; readonly limit: number },
): string[] {
  const order = 'ORDER BY s.total DESC, s.lead_id LIMIT ? OFFSET ?';
  if (isOpen(filter)) {
    return db.pluck(`SELECT s.lead_id FROM temp.lead_score s WHERE s.stage = ? ${order}`, [
      stage,
      page.limit,
      page.from,
    ]);
  }
  const { sql, params } = conditionOf(filter);
  // The search finds few, so it goes first: otherwise it is asked again for every lead of the column.
  return db.pluck(
    `SELECT s.lead_id FROM lead l CROSS JOIN temp.lead_score s ON s.lead_id = l.id WHERE l.stage = ?${sql} ${order}`,
    [stage, ...params, page.limit, page.from],
  );
}

/** Stage of a card and how many stand before it; undefined when the filter hides it or it is gone. */
export function cardPlace(db: Reader, id: string, filter: BoardFilter): { stage: Stage; index: number } | undefined {
  const { sql, params } = conditionOf(filter);
  const card = db.get<{ stage: Stage; total: number }>(
    `SELECT s.stage, s.total FROM temp.lead_score s JOIN lead l ON l.id = s.lead_id WHERE s.lead_id = ?${sql}`,
    [id, ...params],
  );
  if (!card) return undefined;
  const from = isOpen(filter) ? 'temp.lead_score s' : 'lead l CROSS JOIN temp.lead_score s ON s.lead_id = l.id';
  const [index = 0] = db.pluck<number>(
    `SELECT count(*) FROM ${from} WHERE s.stage = ? AND (s.total > ? OR (s.total = ? AND s.lead_id < ?))${sql}`,
    [card.stage, card.total, card.total, id, ...params],
  );
  return { stage: card.stage, index };
}

export type FollowUpFacts = {
  readonly id: string;
  readonly consent: 'unknown' | 'no' | 'yes';
  /** UTC ms of our side's latest activity. */
  readonly lastTouchAt: number | null;
};

/** What following up needs to know beyond the row, by lead id. */
export function followUpFacts(db: Reader, ids: readonly string[]): ReadonlyMap<string, FollowUpFacts> {
  const facts = db.all<FollowUpFacts>(
    `SELECT l.id, l.consent, (SELECT max(a.at) FROM activity a JOIN activity_type t ON t.id = a.type_id
       WHERE a.lead_id = l.id AND t.our_side = 1) AS lastTouchAt
     FROM json_each(?) wanted JOIN lead l ON l.id = wanted.value`,
    [JSON.stringify(ids)],
  );
  return new Map(facts.map(fact => [fact.id, fact]));
}

/** Every MQL's id, those nobody has touched first, longest first. */
export const waitingIds = (db: Reader, limit: number): string[] =>
  db.pluck(
    `SELECT l.id FROM lead l WHERE l.stage = 'mql'
     ORDER BY EXISTS (SELECT 1 FROM activity a JOIN activity_type t ON t.id = a.type_id
       WHERE a.lead_id = l.id AND a.at >= l.stage_since AND t.our_side = 1), l.stage_since, l.id LIMIT ?`,
    [limit],
  );

/** Some ids and how many there are in all. */
export type Some = { readonly count: number; readonly ids: readonly string[] };

function some(db: Reader, from: string, order: string, params: readonly Value[], limit: number): Some {
  return {
    count: db.pluck<number>(`SELECT count(*) FROM ${from}`, params)[0] ?? 0,
    ids: db.pluck<string>(`SELECT l.id FROM ${from} ORDER BY ${order}, l.id LIMIT ?`, [...params, limit]),
  };
}

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

/** Leads in `stages` of whom nothing was heard since before `since` (UTC ms) and for whom nothing is planned, longest first. */
export function quietIds(db: Reader, stages: readonly Stage[], since: number, limit: number): Some {
  // One pass over the column; sorting the few that are quiet is cheaper here than a second pass in SQL.
  const quiet = db.raw<readonly [id: string, last: number]>(
    `SELECT id, max(stage_since, last) AS quiet_since FROM (
       SELECT l.id, l.stage_since, coalesce((SELECT max(a.at) FROM activity a WHERE a.lead_id = l.id), 0) AS last
       FROM lead l WHERE l.stage IN (SELECT value FROM json_each(?)) AND l.stage_since < ? AND l.next_step_on IS NULL
         AND l.consent <> 'no')
     WHERE last < ?`,
    [JSON.stringify(stages), since, since],
  );
  quiet.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  return { count: quiet.length, ids: quiet.slice(0, limit).map(([id]) => id) };
}

/** Leads in `stages` that met the rules once and do not now, best score first. */
export const coolingIds = (db: Reader, stages: readonly Stage[], limit: number): Some =>
  some(
    db,
    `temp.lead_score s JOIN lead l ON l.id = s.lead_id
     WHERE s.stage IN (SELECT value FROM json_each(?)) AND s.cooling = 1`,
    's.total DESC',
    [JSON.stringify(stages)],
    limit,
  );
