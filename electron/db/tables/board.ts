// All SQL of the board: how many leads each column holds, which stand where, and in which order.
import type { BoardFilter, BoardOrder } from '../../../shared/contract/board.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Reader, SqlValue } from '../file/handle.ts';

/** `search`: row numbers, ascending; null: all leads. */
export type BoardNarrowing = Omit<BoardFilter, 'search'> & { readonly search: readonly number[] | null };

const scoreCache = 'temp.score_cache s';

/** Row numbers of everybody who meets a condition, one list for each: none of them waits for another's answer. */
export function passing(
  db: Reader,
  { search, memberId, channelId, tagId, cell }: BoardNarrowing,
): (readonly number[])[] {
  const [grade, level] = [cell?.match(/[A-D]/)?.[0], cell?.match(/[1-4]/)?.[0]];
  const request: (readonly [from: string, value: SqlValue | undefined])[] = [
    ['seq FROM lead WHERE member_id = ?', memberId ?? undefined],
    ['seq FROM lead WHERE channel_id = ?', channelId ?? undefined],
    ['l.seq FROM lead_tag t CROSS JOIN lead l ON l.id = t.lead_id WHERE t.tag_id = ?', tagId ?? undefined],
    [`seq FROM ${scoreCache} WHERE s.grade = ?`, grade],
    [`seq FROM ${scoreCache} WHERE s.level = ?`, level && Number(level)],
  ];
  const found = request.flatMap(([from, value]) =>
    value === undefined ? [] : [db.pluck<number>(`SELECT ${from}`, [value])],
  );
  return search === null ? found : [search, ...found];
}

const byScore = 's.total DESC, s.seq';
/** What leads an order: cards that have it come first by it, all others by score. */
const leading = { own: 'position', step: 'step_on' } as const;

const orderBy = { score: byScore, days: 's.since, s.seq' } as const;

/** Row numbers of a column in its order; ties fall by row number. Straight from the indexes, a few ms for 50,000. */
export function columnInOrder(db: Reader, stage: Stage, order: BoardOrder): number[] {
  const rows = (where: string, by: string): number[] =>
    db.pluck(`SELECT s.seq FROM ${scoreCache} WHERE s.stage = ?${where} ORDER BY ${by}`, [stage]);
  if (order === 'score' || order === 'days') return rows('', orderBy[order]);
  // Two indexes, one after the other: sorting a column of 50,000 takes too long.
  const column = leading[order];
  return [
    ...rows(` AND s.${column} IS NOT NULL`, `s.${column}, ${byScore}`),
    ...rows(` AND s.${column} IS NULL`, byScore),
  ];
}

/** Ids and own places of a column in own order, up to `limit`. */
export const columnPositions = (db: Reader, stage: Stage, limit: number): { id: string; position: number | null }[] => {
  const placed = db.all<{ id: string; position: number | null }>(
    `SELECT id, position FROM lead WHERE stage = ? AND position IS NOT NULL ORDER BY position, id LIMIT ?`,
    [stage, limit],
  );
  const rest = db.pluck<string>(
    `SELECT s.lead_id FROM ${scoreCache} WHERE s.stage = ? AND s.position IS NULL ORDER BY ${byScore} LIMIT ?`,
    [stage, limit - placed.length],
  );
  return [...placed, ...rest.map(id => ({ id, position: null }))];
};

export type FollowUpInput = {
  readonly id: string;
  readonly consent: 'unknown' | 'no' | 'yes';
  /** UTC ms of our side's latest activity. */
  readonly lastTouchAt: number | null;
};

/** What following up needs to know beyond the row, by lead id. */
export function followUpInput(db: Reader, ids: readonly string[]): ReadonlyMap<string, FollowUpInput> {
  const attributes = db.all<FollowUpInput>(
    `SELECT l.id, l.consent, s.touch_at AS lastTouchAt
     FROM json_each(?) wanted JOIN lead l ON l.id = wanted.value JOIN temp.score_cache s ON s.seq = l.seq`,
    [JSON.stringify(ids)],
  );
  return new Map(attributes.map(attribute => [attribute.id, attribute]));
}
