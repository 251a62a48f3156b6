// Nurture plans that start by themselves, in the step of what started them, and that end when they are not wanted any more.
import { dayMs } from '../../shared/dates.ts';
import { downloadStartsWithinDays, type NurturePlan } from '../../shared/nurture.ts';
import type { RejectReason } from '../../shared/stages.ts';
import {
  activitiesOfBatchAfter,
  type Download,
  endPlan,
  selfStartedAfter,
  selfStartedInStep,
  selfStartingPlans,
  stageToStart,
  unwantedPlans,
} from '../db/tables/plan-starts.ts';
import {
  downloadType,
  endingStages,
  mayStartOnDownload,
  planForDownload,
  planForRejection,
  unwantedEnd,
} from '../domain/nurture/self-start.ts';
import type { CommandContext, QueryContext } from './context.ts';
import { putOnPlan } from './start-plan.ts';

type Given = Pick<QueryContext, 'db' | 'now'>;
type Ending = Pick<CommandContext, 'db' | 'now'>;

/** Rows read in one turn: some 5 ms. */
const readAtOnce = 1000;

/** The plan that a download of now asks for; undefined: none. */
const planOfDownload = (now: number, plans: readonly NurturePlan[], download: Download): NurturePlan | undefined =>
  download.at < now - downloadStartsWithinDays * dayMs ? undefined : planForDownload(plans, download);

function mayStart(db: Given['db'], leadId: string, plan: NurturePlan): boolean {
  const stage = stageToStart(db, leadId, plan.id);
  return stage !== null && mayStartOnDownload(stage);
}

/** Starts the plan that waits for an activity of this type, if it is a download and there is one. */
export function startOnDownload(context: CommandContext, download: Download & { readonly typeId: string }): void {
  if (download.typeId !== downloadType) return;
  const plan = planOfDownload(context.now, selfStartingPlans(context.db), download);
  if (plan && mayStart(context.db, download.leadId, plan))
    putOnPlan(context, plan, download.leadId, context.today, { startedBy: 'download', startedFor: download.content });
}

/** Starts the plan that waits for a rejection with this reason, if there is one. */
export function startOnRejection(context: CommandContext, leadId: string, reason: RejectReason | null): void {
  const plan = planForRejection(selfStartingPlans(context.db), reason);
  if (plan && stageToStart(context.db, leadId, plan.id) !== null)
    putOnPlan(context, plan, leadId, context.today, { startedBy: 'rejected', startedFor: reason });
}

export type StartOfImport = { readonly leadId: string; readonly plan: NurturePlan; readonly content: string | null };

/** The plans that the downloads of an import would start, one a lead: what was downloaded last counts. */
export async function startsOfImport(
  { db, now }: Given,
  batchId: string,
  yieldToEventLoop: () => Promise<void>,
): Promise<StartOfImport[]> {
  const plans = selfStartingPlans(db).filter(({ starts }) => starts.download !== null);
  if (plans.length === 0) return [];
  const latest = new Map<string, StartOfImport & { readonly at: number }>();
  for (let after = 0, rows = readAtOnce; rows === readAtOnce; ) {
    const activities = activitiesOfBatchAfter(db, batchId, after, readAtOnce);
    for (const activity of activities) {
      const { leadId, content, at } = activity;
      if (activity.typeId !== downloadType || at < (latest.get(leadId)?.at ?? at)) continue;
      const plan = planOfDownload(now, plans, activity);
      if (plan) latest.set(leadId, { leadId, plan, content, at });
    }
    after = activities.at(-1)?.row ?? after;
    rows = activities.length;
    await yieldToEventLoop();
  }
  const starts: StartOfImport[] = [];
  for (const { at: _, ...start } of latest.values()) {
    if (mayStart(db, start.leadId, start.plan)) starts.push(start);
    await yieldToEventLoop();
  }
  return starts;
}

/** Ends plans that started by themselves where the lead opted out, was restricted, or is with sales or out by now. */
function endUnwanted({ db, now }: Ending, leadIds: readonly string[]): void {
  for (const { id, stage, optedOut, restricted } of unwantedPlans(db, leadIds, endingStages)) {
    const end = unwantedEnd({ stage, optedOut: optedOut === 1, restricted: restricted === 1 });
    if (end !== null) endPlan(db, id, now, end);
  }
}

/** Ends them for the leads that the running step touched. */
export const endUnwantedPlans = (context: Ending, stepSeq: number): void =>
  endUnwanted(context, selfStartedInStep(context.db, stepSeq));

/** Ends them for all leads: an import writes down no change for each row it makes. */
export async function endAllUnwantedPlans(context: Ending, yieldToEventLoop: () => Promise<void>): Promise<void> {
  for (let after = '', leads = readAtOnce; leads === readAtOnce; ) {
    const leadIds = selfStartedAfter(context.db, after, readAtOnce);
    endUnwanted(context, leadIds);
    after = leadIds.at(-1) ?? after;
    leads = leadIds.length;
    await yieldToEventLoop();
  }
}
