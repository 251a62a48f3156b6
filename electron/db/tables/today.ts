// All SQL of Today. Each list has its count and the first ids.

import type { NextStep } from '../../../shared/next-step.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Reader, SqlValue } from '../file/handle.ts';
import { fromRow } from './rows.ts';

/** Some ids and how many there are in all. */
export type Some = { readonly count: number; readonly ids: readonly string[] };

/** How many of a list are read, and whose leads; null: everyone's. */
export type TodayPage = { readonly limit: number; readonly memberId: string | null };

function some(
  db: Reader,
  source: string,
  order: string,
  given: readonly SqlValue[],
  { limit, memberId }: TodayPage,
): Some {
  const cached = source.startsWith('temp.');
  const [id, tie] = cached ? ['s.lead_id', 's.seq'] : ['l.id', 'l.id'];
  const owned = cached ? 'EXISTS (SELECT 1 FROM lead o WHERE o.id = s.lead_id AND o.member_id = ?)' : 'l.member_id = ?';
  const from = memberId === null ? source : `${source} AND ${owned}`;
  const params = memberId === null ? given : [...given, memberId];
  return {
    count: db.pluck<number>(`SELECT count(*) FROM ${from}`, params)[0] ?? 0,
    ids:
      limit === 0
        ? []
        : db.pluck<string>(`SELECT ${id} FROM ${from} ORDER BY ${order}, ${tie} LIMIT ?`, [...params, limit]),
  };
}

/** Every MQL, those nobody has touched first, longest first. */
export const waitingIds = (db: Reader, page: TodayPage): Some =>
  some(
    db,
    "temp.score_cache s WHERE s.stage = 'mql'",
    's.touch_at IS NOT NULL AND s.touch_at >= s.since, s.since',
    [],
    page,
  );

export type StepOfLead = NextStep & { readonly leadId: string };

/** First and later steps as one table. */
const allSteps = `(SELECT id AS lead_id, id, next_step AS what, next_step_on AS "on", next_step_time AS time,
    next_step_repeats AS repeats FROM lead WHERE %first%
  UNION ALL SELECT lead_id, id, what, due_on, due_time, repeats FROM later_step WHERE %later%)`;

function steps(db: Reader, first: string, later: string, given: readonly SqlValue[], { limit, memberId }: TodayPage) {
  const whose = memberId === null ? '' : 'WHERE (SELECT member_id FROM lead o WHERE o.id = lead_id) = ?';
  const from = `${allSteps.replace('%first%', first).replace('%later%', later)} ${whose}`;
  const params = memberId === null ? given : [...given, memberId];
  return {
    count: db.pluck<number>(`SELECT count(*) FROM ${from}`, params)[0] ?? 0,
    steps: db
      .all<object>(`SELECT * FROM ${from} ORDER BY "on", time IS NULL, time, lead_id, id LIMIT ?`, [...params, limit])
      .map(row => fromRow<StepOfLead>(row)),
  };
}

/** Next steps due by `today` (a local date), the oldest first. */
export const dueSteps = (db: Reader, today: string, page: TodayPage) =>
  steps(db, 'next_step_on <= ?', 'due_on <= ?', [today, today], page);

/** Next steps without a day. */
export const undatedSteps = (db: Reader, page: TodayPage) =>
  steps(db, 'next_step_on IS NULL AND next_step IS NOT NULL', 'due_on IS NULL', [], page);

export type UnansweredActivity = {
  readonly id: string;
  readonly leadId: string;
  readonly at: number;
  readonly typeId: string;
  readonly note: string | null;
};

/**
 * Types of `unansweredIn`: all that wait, those among them that are missed calls, and the calls that answer these. `inquiries` wait only
 * while no next step is planned; those of an MQL wait for sales, in a list of their own.
 */
export type AwaitingTypes = {
  readonly all: readonly string[];
  readonly missed: readonly string[];
  readonly taken: readonly string[];
  readonly inquiries: readonly string[];
  /** Conversations: the least urgent. */
  readonly spoken: readonly string[];
};

/** Row numbers of the score cache from one up to another, the last not among them. */
export type CacheSlice = { readonly from: number; readonly to: number };

/** One more than the greatest row number of the score cache. */
export const cacheEnd = (db: Reader): number => (db.pluck<number>('SELECT max(seq) FROM temp.score_cache')[0] ?? 0) + 1;

/**
 * Of each lead of a slice the activity since `since` (UTC ms) that our side has not answered: missed calls before the others, latest
 * first. A missed call is answered by a later one that was taken, too. Each lead that did something lately costs a look at its
 * activities: of many leads, one slice after the other.
 */
export function unansweredIn(
  db: Reader,
  { from, to }: CacheSlice,
  { types, since, limit, memberId }: TodayPage & { readonly types: AwaitingTypes; readonly since: number },
): { readonly count: number; readonly rows: readonly UnansweredActivity[] } {
  const isMissed = 'a.type_id IN (SELECT value FROM json_each($missed))';
  const rows = db.all<UnansweredActivity & { readonly count: number }>(
    `SELECT a.lead_id AS leadId, a.at, a.type_id AS typeId, a.note, a.id, count(*) OVER () AS count FROM (
       SELECT (SELECT id FROM activity a WHERE a.lead_id = s.lead_id AND a.at >= $since
           AND (s.touch_at IS NULL OR a.at > s.touch_at) AND a.type_id IN (SELECT value FROM json_each($all))
           AND NOT (${isMissed} AND EXISTS (SELECT 1 FROM activity t WHERE t.lead_id = a.lead_id AND t.at > a.at
             AND t.type_id IN (SELECT value FROM json_each($taken))))
           AND NOT (a.type_id IN (SELECT value FROM json_each($inquiries)) AND (s.stage = 'mql' OR (s.stage IN ('nurture', 'lost') AND a.at <= s.since)
             OR EXISTS (SELECT 1 FROM lead p WHERE p.id = s.lead_id AND (p.next_step IS NOT NULL OR p.next_step_on IS NOT NULL))))
         ORDER BY ${isMissed} DESC, a.at DESC, a.id DESC LIMIT 1) AS found
       FROM temp.score_cache s WHERE s.seq >= $from AND s.seq < $to AND s.last_at >= $since
         AND (s.touch_at IS NULL OR s.touch_at < s.last_at) AND s.stage <> 'disqualified')
     JOIN activity a ON a.id = found JOIN lead l ON l.id = a.lead_id
     WHERE l.consent <> 'no' ${memberId === null ? '' : 'AND l.member_id = $memberId'}
     ORDER BY ${isMissed} DESC, a.type_id IN (SELECT value FROM json_each($spoken)), a.at DESC, a.id DESC LIMIT $limit`,
    {
      since,
      all: JSON.stringify(types.all),
      missed: JSON.stringify(types.missed),
      taken: JSON.stringify(types.taken),
      inquiries: JSON.stringify(types.inquiries),
      spoken: JSON.stringify(types.spoken),
      from,
      to,
      limit,
      ...(memberId === null ? {} : { memberId }),
    },
  );
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _, ...row }) => row) };
}

/** What was noted about a lead: the note of its latest activity that has one, with its time (UTC ms), and the notes of the lead. */
export type LastNote = {
  readonly leadId: string;
  readonly at: number | null;
  readonly note: string | null;
  readonly notes: string | null;
};

/** What was noted about each of these leads. */
export const lastNotes = (db: Reader, leadIds: readonly string[]): LastNote[] =>
  db.all(
    `SELECT l.id AS leadId, a.at, a.note, iif(a.note IS NULL, l.notes, NULL) AS notes
     FROM json_each(?) w CROSS JOIN lead l ON l.id = w.value
     LEFT JOIN activity a ON a.id =
       (SELECT id FROM activity n WHERE n.lead_id = l.id AND n.note IS NOT NULL ORDER BY n.at DESC, n.id DESC LIMIT 1)`,
    [JSON.stringify(leadIds)],
  );

/** Leads whose nurture date has come; not those who asked to be left alone. `+`: by the index of dates, not of stages. */
export const nurturedIds = (db: Reader, today: string, page: TodayPage): Some =>
  some(
    db,
    "lead l WHERE l.nurture_until <= ? AND +l.stage = 'nurture' AND l.consent <> 'no'",
    'l.nurture_until',
    [today],
    page,
  );

/** Leads of whom nothing was heard since before `since` (UTC ms) though somebody minds, longest first. */
export const quietIds = (db: Reader, since: number, page: TodayPage): Some =>
  some(db, 'temp.score_cache s WHERE s.quiet_since < ?', 's.quiet_since', [since], page);

/** Leads in `stages` that met the rules once and do not now, best score first. */
export const coolingIds = (db: Reader, stages: readonly Stage[], page: TodayPage): Some =>
  some(
    db,
    'temp.score_cache s WHERE s.stage IN (SELECT value FROM json_each(?)) AND s.cooling = 1',
    's.total DESC',
    [JSON.stringify(stages)],
    page,
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
