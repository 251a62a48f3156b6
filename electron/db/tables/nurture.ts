// All SQL of nurture: plans with their touches, leads on a plan, and the touches that fall due.
import type { NurturePlan, NurtureTouch, PlanEnd, PlanStarter, PlanStarts } from '../../../shared/nurture.ts';
import type { Reader, Writer } from '../file/handle.ts';
import { fromRow, insertRow, updateRow } from './rows.ts';

type PlanRow = Omit<NurturePlan, 'touches' | 'starts'> & {
  readonly startDownload: boolean;
  readonly startContent: string | null;
  readonly startCampaignId: string | null;
  readonly startReasons: string;
};

function toPlan({ startDownload, startContent, startCampaignId, startReasons, ...plan }: PlanRow) {
  const download = startDownload ? { content: startContent, campaignId: startCampaignId } : null;
  return { ...plan, starts: { download, rejected: JSON.parse(startReasons) as PlanStarts['rejected'] } };
}

const toRow = ({ starts: { download, rejected }, ...plan }: Omit<NurturePlan, 'touches'>): PlanRow => ({
  ...plan,
  startDownload: download !== null,
  startContent: download?.content ?? null,
  startCampaignId: download?.campaignId ?? null,
  startReasons: JSON.stringify(rejected),
});

const planColumns = 'id, label, archived, start_download, start_content, start_campaign_id, start_reasons';

const touchesOf = (db: Reader, planId: string): NurtureTouch[] =>
  db
    .all<object>('SELECT id, day, label, subject, body FROM nurture_touch WHERE plan_id = ? ORDER BY day, id', [planId])
    .map(row => fromRow<NurtureTouch>(row));

export const listPlans = (db: Reader): NurturePlan[] =>
  db
    .all<object>(`SELECT ${planColumns} FROM nurture_plan ORDER BY label, id`)
    .map(row => toPlan(fromRow<PlanRow>(row, ['archived', 'startDownload'])))
    .map(plan => ({ ...plan, touches: touchesOf(db, plan.id) }));

export function findPlan(db: Reader, id: string): NurturePlan | undefined {
  return listPlans(db).find(plan => plan.id === id);
}

/** Saves a plan as it stands: touches that are not named any more go. */
export function savePlan(db: Writer, { touches, ...given }: NurturePlan): void {
  const plan = toRow(given);
  if (!updateRow(db, 'nurture_plan', plan.id, plan)) insertRow(db, 'nurture_plan', plan);
  const kept = new Set(touches.map(({ id }) => id));
  for (const { id } of touchesOf(db, plan.id)) {
    if (!kept.has(id)) db.run('DELETE FROM nurture_touch WHERE id = ?', [id]);
  }
  for (const touch of touches) {
    if (!updateRow(db, 'nurture_touch', touch.id, touch)) insertRow(db, 'nurture_touch', { ...touch, planId: plan.id });
  }
}

/** How many leads are on each plan now. */
export const countOnPlans = (db: Reader): { planId: string; count: number }[] =>
  db.all('SELECT plan_id AS planId, count(*) AS count FROM lead_plan WHERE ended_at IS NULL GROUP BY plan_id');

export type LeadPlan = {
  readonly id: string;
  readonly leadId: string;
  readonly planId: string;
  readonly label: string;
  readonly startsOn: string;
  readonly startedBy: PlanStarter | null;
  readonly startedFor: string | null;
  readonly endedAt: number | null;
  readonly endedBecause: PlanEnd | null;
};
export type LeadTouch = {
  readonly id: string;
  readonly leadId: string;
  readonly leadPlanId: string;
  readonly label: string;
  readonly subject: string;
  readonly body: string;
  readonly dueOn: string;
  readonly outcome: 'sent' | 'skipped' | null;
  readonly closedAt: number | null;
  readonly activityId: string | null;
};

/** The plan a lead is or was on last; undefined when there never was one. */
export function latestPlanOf(db: Reader, leadId: string): LeadPlan | undefined {
  const row = db.get<object>(
    `SELECT p.id, p.lead_id, p.plan_id, n.label, p.starts_on, p.started_by, p.started_for,
       p.ended_at, p.ended_because
     FROM lead_plan p JOIN nurture_plan n ON n.id = p.plan_id WHERE p.lead_id = ?
     ORDER BY p.ended_at IS NULL DESC, p.id DESC LIMIT 1`,
    [leadId],
  );
  return row && fromRow<LeadPlan>(row);
}

const touchColumns = 'id, lead_id, lead_plan_id, label, subject, body, due_on, outcome, closed_at, activity_id';

export const touchesOnPlan = (db: Reader, leadPlanId: string): LeadTouch[] =>
  db
    .all<object>(`SELECT ${touchColumns} FROM lead_touch WHERE lead_plan_id = ? ORDER BY due_on, id`, [leadPlanId])
    .map(row => fromRow<LeadTouch>(row));

export function findTouch(db: Reader, id: string): LeadTouch | undefined {
  const row = db.get<object>(`SELECT ${touchColumns} FROM lead_touch WHERE id = ?`, [id]);
  return row && fromRow<LeadTouch>(row);
}

/** What started a plan by itself, and with which import. */
export type SelfStart = Partial<Pick<LeadPlan, 'startedBy' | 'startedFor'>> & { readonly importId?: string | null };

export const insertLeadPlan = (
  db: Writer,
  plan: Pick<LeadPlan, 'id' | 'leadId' | 'planId' | 'startsOn'> & SelfStart,
): void => insertRow(db, 'lead_plan', plan);
export const insertLeadTouch = (
  db: Writer,
  touch: Pick<LeadTouch, 'id' | 'leadId' | 'leadPlanId' | 'label' | 'subject' | 'body' | 'dueOn'> & {
    readonly touchId: string;
  },
): void => insertRow(db, 'lead_touch', touch);
export const updateTouch = (db: Writer, id: string, change: Partial<LeadTouch>): boolean =>
  updateRow(db, 'lead_touch', id, change);

/** Of these leads, how many are on a plan. */
export const countOnPlan = (db: Reader, leadIds: readonly string[]): number =>
  db.pluck<number>(
    `SELECT count(*) FROM json_each(?) w
     WHERE EXISTS (SELECT 1 FROM lead_plan p WHERE p.lead_id = w.value AND p.ended_at IS NULL)`,
    [JSON.stringify(leadIds)],
  )[0] ?? 0;

/** Ends the plan a lead is on, if any. */
export function endPlans(
  db: Writer,
  leadId: string,
  end: { readonly endedAt: number; readonly endedBecause: PlanEnd | null },
): void {
  for (const id of db.pluck<string>('SELECT id FROM lead_plan WHERE lead_id = ? AND ended_at IS NULL', [leadId])) {
    updateRow(db, 'lead_plan', id, end);
  }
}

/** Plans that run, of which a merge keeps the first: the furthest along, of several what a person started, then the earliest. */
export const runningPlans = (
  db: Reader,
  leadIds: readonly string[],
): { readonly id: string; readonly leadId: string; readonly label: string }[] =>
  db.all(
    `SELECT p.id, p.lead_id AS leadId, n.label
     FROM json_each(?) w CROSS JOIN lead_plan p ON p.lead_id = w.value JOIN nurture_plan n ON n.id = p.plan_id
     WHERE p.ended_at IS NULL ORDER BY
       (SELECT count(*) FROM lead_touch t WHERE t.lead_plan_id = p.id AND t.closed_at IS NOT NULL) DESC,
       p.started_by IS NOT NULL, p.starts_on, p.id`,
    [JSON.stringify(leadIds)],
  );

/** Ends all plans a lead is on but one. */
export function keepOnePlan(db: Writer, leadId: string, endedAt: number): void {
  const [, ...others] = runningPlans(db, [leadId]);
  for (const { id } of others) updateRow(db, 'lead_plan', id, { endedAt, endedBecause: 'replaced' });
}

/** Leads that opted out: consent no, or unsubscribed without a later yes. A condition on `lead l`. */
export const leftAlone = `(l.consent = 'no' OR (l.consent = 'unknown' AND EXISTS
  (SELECT 1 FROM activity a WHERE a.lead_id = l.id AND a.type_id = 'unsubscribed')))`;

export const asksToBeLeftAlone = (db: Reader, leadId: string): boolean =>
  db.get(`SELECT 1 FROM lead l WHERE l.id = ? AND ${leftAlone}`, [leadId]) !== undefined;

export type DueTouch = Pick<LeadTouch, 'id' | 'leadId' | 'label' | 'dueOn'> & { readonly plan: string };

/** Touches due by `today` (a local date), oldest first; none for leads that opted out. */
export function dueTouches(
  db: Reader,
  today: string,
  { limit, memberId }: { readonly limit: number; readonly memberId: string | null },
): { readonly count: number; readonly touches: DueTouch[] } {
  const from = `lead_touch t JOIN lead_plan p ON p.id = t.lead_plan_id JOIN lead l ON l.id = t.lead_id
    WHERE t.closed_at IS NULL AND t.due_on <= ?1 AND p.ended_at IS NULL AND NOT ${leftAlone}
      AND (?2 IS NULL OR l.member_id = ?2)`;
  return {
    count: db.pluck<number>(`SELECT count(*) FROM ${from}`, { 1: today, 2: memberId })[0] ?? 0,
    touches: db.all(
      `SELECT t.id, t.lead_id AS leadId, t.label, t.due_on AS dueOn,
         (SELECT n.label FROM nurture_plan n WHERE n.id = p.plan_id) AS plan
       FROM ${from} ORDER BY t.due_on, t.id LIMIT ?3`,
      { 1: today, 2: memberId, 3: limit },
    ),
  };
}
