// All SQL of the board: how many leads each column holds, which stand where, and in which order.
import type { BoardFilter, BoardOrder } from '../../shared/contract/board.ts';
import type { Stage } from '../../shared/stages.ts';
import type { Reader, Value } from './handle.ts';
import { searchCondition } from './search.ts';

type Condition = { readonly sql: string; readonly params: readonly Value[] };

/** The filter as conditions on `temp.lead_score s` and, where it must be, on `lead l`. */
function conditionOf(filter: BoardFilter): Condition & { readonly needsLead: boolean } {
  const onLead: Condition[] = [];
  if (filter.search.trim()) onLead.push(searchCondition(filter.search));
  if (filter.memberId !== null) onLead.push({ sql: 'l.member_id = ?', params: [filter.memberId] });
  if (filter.channelId !== null) onLead.push({ sql: 'l.channel_id = ?', params: [filter.channelId] });
  const parts = [...onLead];
  if (filter.tagId !== null) {
    parts.push({ sql: 's.lead_id IN (SELECT lead_id FROM lead_tag WHERE tag_id = ?)', params: [filter.tagId] });
  }
  const [grade, level] = [filter.cell?.match(/[A-D]/)?.[0], filter.cell?.match(/[1-4]/)?.[0]];
  if (grade) parts.push({ sql: 's.grade = ?', params: [grade] });
  if (level) parts.push({ sql: 's.level = ?', params: [Number(level)] });
  return {
    sql: parts.map(part => ` AND ${part.sql}`).join(''),
    params: parts.flatMap(part => part.params),
    needsLead: onLead.length > 0,
  };
}

const mirror = 'temp.lead_score s';
// The search finds few, so it goes first: otherwise it is asked again for every lead of the column.
const leadFirst = 'lead l CROSS JOIN temp.lead_score s ON s.lead_id = l.id';

const byScore = 's.total DESC, s.lead_id';
/** What leads an order: cards that have it come first by it, all others by score. */
const leading = { own: 'position', step: 'step_on' } as const;

const orderBy = (order: BoardOrder): string => {
  if (order === 'score') return byScore;
  if (order === 'days') return 's.since, s.lead_id';
  return `s.${leading[order]} IS NULL, s.${leading[order]}, ${byScore}`;
};

type Page = { readonly from: number; readonly limit: number };

/** Ids of one page of a column, everybody in it; ties fall by id, so that pages never overlap. */
export function cardIds(db: Reader, stage: Stage, order: BoardOrder, page: Page): string[] {
  const ids = (where: string, by: string, { from, limit }: Page): string[] =>
    db.pluck(`SELECT s.lead_id FROM ${mirror} WHERE s.stage = ?${where} ORDER BY ${by} LIMIT ? OFFSET ?`, [
      stage,
      limit,
      from,
    ]);
  if (order === 'score' || order === 'days') return ids('', orderBy(order), page);
  // Two indexes, one after the other: sorting a column of 50,000 for one page takes too long.
  const column = leading[order];
  const [placed = 0] = db.pluck<number>(
    `SELECT count(*) FROM ${mirror} WHERE s.stage = ? AND s.${column} IS NOT NULL`,
    [stage],
  );
  const first = ids(` AND s.${column} IS NOT NULL`, `s.${column}, ${byScore}`, page);
  const rest = { from: Math.max(0, page.from - placed), limit: page.limit - first.length };
  return rest.limit === 0 ? first : [...first, ...ids(` AND s.${column} IS NULL`, byScore, rest)];
}

/** Stages and ids of everybody the filter lets through, each stage in the order. */
export function idsByStage(
  db: Reader,
  filter: BoardFilter,
  order: BoardOrder,
): (readonly [stage: Stage, id: string])[] {
  const { sql, params, needsLead } = conditionOf(filter);
  const from = needsLead ? leadFirst : mirror;
  return db.raw(`SELECT s.stage, s.lead_id FROM ${from} WHERE TRUE${sql} ORDER BY ${orderBy(order)}`, params);
}

type Placed = {
  readonly stage: Stage;
  readonly total: number;
  readonly since: number;
  readonly position: number | null;
  readonly step_on: string | null;
};

/** Which cards of the column stand before this one. */
function before(order: BoardOrder, id: string, card: Placed): Condition {
  const higher = { sql: '(s.total > ? OR (s.total = ? AND s.lead_id < ?))', params: [card.total, card.total, id] };
  if (order === 'score') return higher;
  if (order === 'days') {
    return { sql: '(s.since < ? OR (s.since = ? AND s.lead_id < ?))', params: [card.since, card.since, id] };
  }
  const column = leading[order];
  const value = card[column];
  if (value === null) return { sql: `(s.${column} IS NOT NULL OR ${higher.sql})`, params: higher.params };
  return {
    sql: `s.${column} IS NOT NULL AND (s.${column} < ? OR (s.${column} = ? AND ${higher.sql}))`,
    params: [value, value, ...higher.params],
  };
}

/** Stage of a card and how many of the whole column stand before it; undefined when it is gone. */
export function cardPlace(db: Reader, id: string, order: BoardOrder): { stage: Stage; index: number } | undefined {
  const card = db.get<Placed>(
    `SELECT s.stage, s.total, s.since, s.position, s.step_on FROM ${mirror} WHERE s.lead_id = ?`,
    [id],
  );
  if (!card) return undefined;
  const earlier = before(order, id, card);
  const [index = 0] = db.pluck<number>(`SELECT count(*) FROM ${mirror} WHERE s.stage = ? AND ${earlier.sql}`, [
    card.stage,
    ...earlier.params,
  ]);
  return { stage: card.stage, index };
}

/** Ids and own places of a column in own order, up to `limit`. */
export const placesOf = (db: Reader, stage: Stage, limit: number): { id: string; position: number | null }[] => {
  const placed = db.all<{ id: string; position: number | null }>(
    `SELECT id, position FROM lead WHERE stage = ? AND position IS NOT NULL ORDER BY position, id LIMIT ?`,
    [stage, limit],
  );
  const rest = db.pluck<string>(
    `SELECT s.lead_id FROM ${mirror} WHERE s.stage = ? AND s.position IS NULL ORDER BY ${byScore} LIMIT ?`,
    [stage, limit - placed.length],
  );
  return [...placed, ...rest.map(id => ({ id, position: null }))];
};

export type FollowUpFacts = {
  readonly id: string;
  readonly consent: 'unknown' | 'no' | 'yes';
  /** UTC ms of our side's latest activity. */
  readonly lastTouchAt: number | null;
};

/** What following up needs to know beyond the row, by lead id. */
export function followUpFacts(db: Reader, ids: readonly string[]): ReadonlyMap<string, FollowUpFacts> {
  const facts = db.all<FollowUpFacts>(
    `SELECT l.id, l.consent, s.touch_at AS lastTouchAt
     FROM json_each(?) wanted JOIN lead l ON l.id = wanted.value JOIN temp.lead_score s ON s.lead_id = l.id`,
    [JSON.stringify(ids)],
  );
  return new Map(facts.map(fact => [fact.id, fact]));
}
