// Nurture plans that start by themselves, in the step of what started them, and that end when they are not wanted any more.
import { dayMs } from '../../shared/dates.ts';
import { downloadStartsWithinDays, type NurturePlan } from '../../shared/nurture.ts';
import type { RejectReason } from '../../shared/stages.ts';
import {
  type Download,
  downloadsOfBatch,
  endPlan,
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

/** The plan that a download would start for its lead; undefined: none. */
function planOfDownload(
  { db, now }: Given,
  plans: readonly NurturePlan[],
  download: Download,
): NurturePlan | undefined {
  if (download.at < now - downloadStartsWithinDays * dayMs) return undefined;
  const plan = planForDownload(plans, download);
  const stage = plan && stageToStart(db, download.leadId);
  return stage && mayStartOnDownload(stage) ? plan : undefined;
}

/** Starts the plan that waits for an activity of this type, if it is a download and there is one. */
export function startOnDownload(context: CommandContext, download: Download & { readonly typeId: string }): void {
  if (download.typeId !== downloadType) return;
  const plan = planOfDownload(context, selfStartingPlans(context.db), download);
  if (plan)
    putOnPlan(context, plan, download.leadId, context.today, { startedBy: 'download', startedFor: download.content });
}

/** Starts the plan that waits for a rejection with this reason, if there is one. */
export function startOnRejection(context: CommandContext, leadId: string, reason: RejectReason | null): void {
  const plan = planForRejection(selfStartingPlans(context.db), reason);
  if (plan && stageToStart(context.db, leadId) !== null)
    putOnPlan(context, plan, leadId, context.today, { startedBy: 'rejected', startedFor: reason });
}

export type StartOfImport = { readonly leadId: string; readonly plan: NurturePlan; readonly content: string | null };

/** The plans that the downloads of an import would start, one a lead. */
export async function startsOfImport(
  context: Given,
  batchId: string,
  yieldToEventLoop: () => Promise<void>,
): Promise<StartOfImport[]> {
  const plans = selfStartingPlans(context.db).filter(({ starts }) => starts.download !== null);
  if (plans.length === 0) return [];
  const since = context.now - downloadStartsWithinDays * dayMs;
  const starts = new Map<string, StartOfImport>();
  for (const download of downloadsOfBatch(context.db, batchId, downloadType, since)) {
    await yieldToEventLoop();
    if (starts.has(download.leadId)) continue;
    const plan = planOfDownload(context, plans, download);
    if (plan) starts.set(download.leadId, { leadId: download.leadId, plan, content: download.content });
  }
  return [...starts.values()];
}

/** Ends plans that started by themselves where the lead opted out, was restricted, or is with sales or out by now. */
export function endUnwantedPlans({ db, now }: Pick<CommandContext, 'db' | 'now'>): void {
  for (const { id, stage, optedOut, restricted } of unwantedPlans(db, endingStages)) {
    const end = unwantedEnd({ stage, optedOut: optedOut === 1, restricted: restricted === 1 });
    if (end !== null) endPlan(db, id, now, end);
  }
}
