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

/** The stage of a lead that a plan may be started for; null: it opted out, is restricted, or is on a plan. */
export const stageToStart = (db: Reader, leadId: string): Stage | null =>
  db.pluck<Stage>(
    `SELECT l.stage FROM lead l WHERE l.id = ? AND NOT ${leftAlone} AND NOT ${restricted}
       AND NOT EXISTS (SELECT 1 FROM lead_plan p WHERE p.lead_id = l.id AND p.ended_at IS NULL)`,
    [leadId],
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
       WHERE p.started_by IS NOT NULL AND p.ended_at IS NULL AND p.starts_on >= ? ORDER BY p.rowid DESC LIMIT ?`,
      [since, limit],
    )
    .map(row => fromRow<StartedPlan>(row));

/** Running plans that started by themselves, of leads that want no contact, are restricted, or are in one of `stages`. */
export const unwantedPlans = (
  db: Reader,
  stages: readonly Stage[],
): { id: string; stage: Stage; optedOut: number; restricted: number }[] =>
  db.all(
    `SELECT id, stage, optedOut, restricted FROM (
       SELECT p.id, l.stage, (${leftAlone} OR l.do_not_contact IS NOT NULL) AS optedOut, ${restricted} AS restricted
       FROM lead_plan p JOIN lead l ON l.id = p.lead_id WHERE p.started_by IS NOT NULL AND p.ended_at IS NULL)
     WHERE optedOut OR restricted OR stage IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(stages)],
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

/** Downloads of an import since `since` (UTC ms), latest first. */
export const downloadsOfBatch = (db: Reader, batchId: string, typeId: string, since: number): Download[] =>
  db
    .all<object>(
      `SELECT lead_id, campaign_id, content, at FROM activity WHERE batch_id = ? AND type_id = ? AND at >= ?
       ORDER BY at DESC, id DESC`,
      [batchId, typeId, since],
    )
    .map(row => fromRow<Download>(row));

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
