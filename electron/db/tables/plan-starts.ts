// All SQL of plans that start by themselves: which do, who may be put on one, and which are to end.
import type { NurturePlan, PlanEnd, PlanStarter } from '../../../shared/nurture.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { leftAlone, listPlans } from './nurture.ts';
import { fromRow } from './rows.ts';

/** Plans in use that start by themselves and have an e-mail, by name. */
export function selfStartingPlans(db: Reader): NurturePlan[] {
  const some = db.get(
    "SELECT 1 FROM nurture_plan WHERE archived = 0 AND (start_download = 1 OR start_reasons <> '[]') LIMIT 1",
  );
  if (some === undefined) return [];
  return listPlans(db).filter(
    ({ archived, starts, touches }) =>
      !archived && touches.length > 0 && (starts.download !== null || starts.rejected.length > 0),
  );
}

const restricted = '(l.do_not_contact IS NOT NULL OR l.do_not_score IS NOT NULL)';

/** The stage of a lead that `planId` may be started for; null: it opted out, is restricted, is on a plan, or was on this one before. */
export const stageToStart = (db: Reader, leadId: string, planId: string): Stage | null =>
  db.pluck<Stage>(
    `SELECT l.stage FROM lead l WHERE l.id = ? AND NOT ${leftAlone} AND NOT ${restricted}
       AND NOT EXISTS (SELECT 1 FROM lead_plan p WHERE p.lead_id = l.id AND (p.ended_at IS NULL OR p.plan_id = ?))`,
    [leadId, planId],
  )[0] ?? null;

export type StartedPlan = {
  readonly id: string;
  readonly leadId: string;
  readonly plan: string;
  readonly by: PlanStarter;
};

/** Plans that started by themselves on `since` (a local date) or later and still run, latest first. */
export const startedSince = (db: Reader, since: string, limit: number): StartedPlan[] =>
  db
    .all<object>(
      `SELECT p.id, p.lead_id, n.label AS plan, p.started_by AS by FROM lead_plan p JOIN nurture_plan n ON n.id = p.plan_id
       WHERE p.started_by IS NOT NULL AND p.ended_at IS NULL AND p.starts_on >= ? ORDER BY p.id DESC LIMIT ?`,
      [since, limit],
    )
    .map(row => fromRow<StartedPlan>(row));

export type UnwantedPlan = {
  readonly id: string;
  readonly stage: Stage;
  readonly optedOut: number;
  readonly restricted: number;
};

const runsBySelf = 'p.started_by IS NOT NULL AND p.ended_at IS NULL';

/** Leads that the running step touched and that are on a plan that started by itself. */
export const selfStartedInStep = (db: Reader, stepSeq: number): string[] =>
  db.pluck(
    `SELECT DISTINCT c.lead_id FROM change c CROSS JOIN lead_plan p ON p.lead_id = c.lead_id
     WHERE c.step_seq = ? AND ${runsBySelf}`,
    [stepSeq],
  );

/** All leads on such a plan, by id, behind `after`. */
export const selfStartedAfter = (db: Reader, after: string, limit: number): string[] =>
  db.pluck(
    `SELECT DISTINCT p.lead_id FROM lead_plan p WHERE ${runsBySelf} AND p.lead_id > ? ORDER BY p.lead_id LIMIT ?`,
    [after, limit],
  );

/** Of these leads: running plans that started by themselves, where a lead wants no contact, is restricted, or is in one of `stages`. */
export const unwantedPlans = (db: Reader, leadIds: readonly string[], stages: readonly Stage[]): UnwantedPlan[] =>
  db.all(
    `SELECT id, stage, optedOut, restricted FROM (
       SELECT p.id, l.stage, (${leftAlone} OR l.do_not_contact IS NOT NULL) AS optedOut, ${restricted} AS restricted
       FROM json_each(?) c CROSS JOIN lead_plan p ON p.lead_id = c.value JOIN lead l ON l.id = p.lead_id
       WHERE ${runsBySelf})
     WHERE optedOut OR restricted OR stage IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(leadIds), JSON.stringify(stages)],
  );

/** Ends one plan, if it still runs: why and when an ended one ended stays. */
export const endPlan = (db: Writer, id: string, endedAt: number, endedBecause: PlanEnd | null): boolean =>
  db.run('UPDATE lead_plan SET ended_at = ?, ended_because = ? WHERE id = ? AND ended_at IS NULL', [
    endedAt,
    endedBecause,
    id,
  ]) > 0;

export type Download = {
  readonly leadId: string;
  readonly campaignId: string | null;
  readonly content: string | null;
  readonly at: number;
};

type Row = readonly [
  row: number,
  typeId: string,
  leadId: string,
  campaignId: string | null,
  content: string | null,
  at: number,
];

/** Activities of an import as they came, behind `after`, at most `limit`. */
export const activitiesOfBatchAfter = (db: Reader, batchId: string, after: number, limit: number) =>
  db
    .raw<Row>(
      `SELECT rowid, type_id, lead_id, campaign_id, content, at FROM activity
       WHERE batch_id = ? AND rowid > ? ORDER BY rowid LIMIT ?`,
      [batchId, after, limit],
    )
    .map(([row, typeId, leadId, campaignId, content, at]) => ({ row, typeId, leadId, campaignId, content, at }));

export type Rejection = { readonly row: number; readonly leadId: string; readonly at: number; readonly reason: string };

/** Rejections of an import that still stand, as they came, behind `after`, at most `limit`. */
export const rejectionsOfBatchAfter = (db: Reader, batchId: string, after: number, limit: number): Rejection[] =>
  db.all(
    `SELECT c.rowid AS "row", c.lead_id AS leadId, c.at, c.reason FROM stage_change c JOIN lead l ON l.id = c.lead_id
     WHERE c.batch_id = ? AND c.rowid > ? AND c.to_stage = 'nurture' AND c.reason IS NOT NULL
       AND l.stage = 'nurture' AND l.stage_since = c.at
     ORDER BY c.rowid LIMIT ?`,
    [batchId, after, limit],
  );

/** Plans taken away in one turn, with their e-mails: some 10 ms. */
const removedAtOnce = 25;

/** Takes away the plans that came with an import; one of which an e-mail was sent ends, and stays in the lead's history. */
export async function removePlansOfImport(
  db: Writer,
  importId: string,
  now: number,
  yieldToEventLoop: () => Promise<void>,
): Promise<void> {
  for (let after = 0; ; ) {
    const plans = db.raw<readonly [row: number, id: string, sent: number]>(
      `SELECT p.rowid, p.id, EXISTS (SELECT 1 FROM lead_touch t WHERE t.lead_plan_id = p.id AND t.outcome = 'sent')
       FROM lead_plan p WHERE p.import_id = ? AND p.rowid > ? ORDER BY p.rowid LIMIT ?`,
      [importId, after, removedAtOnce],
    );
    for (const [, id, sent] of plans) {
      if (sent === 1) endPlan(db, id, now, 'stopped');
      else db.run('DELETE FROM lead_plan WHERE id = ?', [id]);
    }
    after = plans.at(-1)?.[0] ?? after;
    await yieldToEventLoop();
    if (plans.length < removedAtOnce) return;
  }
}
