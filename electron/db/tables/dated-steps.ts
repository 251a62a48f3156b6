// All SQL of next steps by their day, for reminders and the calendar; not of leads who asked not to be contacted.
import { leadName } from '../../../shared/lead.ts';
import type { Repeat } from '../../../shared/next-step.ts';
import type { Reader } from '../file/handle.ts';
import { fromRow } from './rows.ts';

export type DatedStep = {
  readonly leadId: string;
  readonly what: string | null;
  readonly on: string;
  readonly time: string | null;
  readonly repeats: Repeat | null;
  /** Name of the lead, and of the company where that is another one. */
  readonly name: string;
  readonly company: string | null;
};

type Row = Omit<DatedStep, 'name'> & {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly externalId: string | null;
};

/** First and later steps that `first` and `later` choose, with what their leads are called, by day and `time`. */
const stepsWhere = (first: string, later: string, time = 's.time'): string => `
  SELECT s.lead_id, s.what, s."on", s.time, s.repeats, l.first_name, l.last_name, l.company, l.email, l.phone, l.external_id
  FROM (
    SELECT id AS lead_id, next_step AS what, next_step_on AS "on", next_step_time AS time, next_step_repeats AS repeats
    FROM lead WHERE ${first}
    UNION ALL SELECT lead_id, what, due_on, due_time, repeats FROM later_step WHERE ${later}) s
  JOIN lead l ON l.id = s.lead_id
  WHERE l.consent <> 'no'
  ORDER BY s."on", ${time}, s.lead_id, s.what`;

function readSteps(db: Reader, sql: string, given: Readonly<Record<string, string | number>>): DatedStep[] {
  return db.all<object>(sql, given).map(row => {
    const { leadId, what, on, time, repeats, company, ...rest } = fromRow<Row>(row);
    const name = leadName({ company, ...rest });
    return { leadId, what, on, time, repeats, name, company: company === name ? null : company };
  });
}

const between = stepsWhere('next_step_on BETWEEN $from AND $to', 'due_on BETWEEN $from AND $to');

/** `limit` steps from one day to another, both included, the earliest first and after `skip` of them. */
export const stepsBetween = (db: Reader, from: string, to: string, limit: number, skip = 0): DatedStep[] =>
  readSteps(db, `${between} LIMIT $limit OFFSET $skip`, { from, to, limit, skip });

const dueAfter = stepsWhere(
  `next_step_on BETWEEN $on AND $to AND (next_step_on > $on OR coalesce(next_step_time, $morning) > $time)`,
  `due_on BETWEEN $on AND $to AND (due_on > $on OR coalesce(due_time, $morning) > $time)`,
  'coalesce(s.time, $morning)',
);

/** The first `limit` steps after a day and time up to another day, in the order in which they are due: without a time, in the morning. */
export const stepsDueAfter = (
  db: Reader,
  given: { readonly on: string; readonly time: string; readonly to: string; readonly morning: string },
  limit: number,
): DatedStep[] => readSteps(db, `${dueAfter} LIMIT $limit`, { ...given, limit });

export const countStepsBetween = (db: Reader, from: string, to: string): number =>
  db.pluck<number>(
    `SELECT (SELECT count(*) FROM lead WHERE next_step_on BETWEEN $from AND $to AND consent <> 'no')
       + (SELECT count(*) FROM later_step s JOIN lead l ON l.id = s.lead_id
          WHERE s.due_on BETWEEN $from AND $to AND l.consent <> 'no')`,
    { from, to },
  )[0] ?? 0;

/** The first day from `from` on that has a step of any lead; null: there is none. */
export const nextStepDay = (db: Reader, from: string): string | null =>
  db.pluck<string | null>(
    `SELECT min(day) FROM (SELECT min(next_step_on) AS day FROM lead WHERE next_step_on >= $from
       UNION ALL SELECT min(due_on) FROM later_step WHERE due_on >= $from)`,
    { from },
  )[0] ?? null;

/** The dated steps of these leads. */
export const datedStepsOf = (db: Reader, leadIds: readonly string[]): DatedStep[] =>
  readSteps(
    db,
    stepsWhere(
      'next_step_on IS NOT NULL AND id IN (SELECT value FROM json_each($ids))',
      'due_on IS NOT NULL AND lead_id IN (SELECT value FROM json_each($ids))',
    ),
    { ids: JSON.stringify(leadIds) },
  );
