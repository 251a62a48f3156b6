// Nurture plans that start by themselves, in the step of what started them, and that end when they are not wanted any more.
import { dayMs } from '../../shared/dates.ts';
import { type NurturePlan, type PlanStarter, startsWithinDays } from '../../shared/nurture.ts';
import type { RejectReason } from '../../shared/stages.ts';
import {
  activitiesOfBatchAfter,
  type Download,
  endPlan,
  rejectionsOfBatchAfter,
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
  download.at < now - startsWithinDays * dayMs ? undefined : planForDownload(plans, download);

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

export type StartOfImport = {
  readonly leadId: string;
  readonly plan: NurturePlan;
  readonly by: PlanStarter;
  /** What was downloaded, or the reason of the rejection. */
  readonly what: string | null;
};
type Latest = Map<string, StartOfImport & { readonly at: number }>;

/** The plans that the downloads and rejections of an import would start, one a lead: what came last counts, and a rejection before a download. */
export async function startsOfImport(
  { db, now }: Given,
  batchId: string,
  yieldToEventLoop: () => Promise<void>,
): Promise<StartOfImport[]> {
  const plans = selfStartingPlans(db);
  const starts: StartOfImport[] = [];
  if (plans.length === 0) return starts;
  const latest: Latest = new Map();
  if (plans.some(({ starts }) => starts.download !== null)) {
    const pages = inPages(after => activitiesOfBatchAfter(db, batchId, after, readAtOnce), yieldToEventLoop);
    for await (const activity of pages) {
      const { leadId, content, at } = activity;
      if (activity.typeId !== downloadType || at < (latest.get(leadId)?.at ?? at)) continue;
      const plan = planOfDownload(now, plans, activity);
      if (plan) latest.set(leadId, { leadId, plan, by: 'download', what: content, at });
    }
  }
  if (plans.some(({ starts }) => starts.rejected.length > 0)) {
    const pages = inPages(after => rejectionsOfBatchAfter(db, batchId, after, readAtOnce), yieldToEventLoop);
    for await (const { leadId, reason, at } of pages) {
      if (at < now - startsWithinDays * dayMs) continue;
      const plan = planForRejection(plans, reason as RejectReason);
      if (plan) latest.set(leadId, { leadId, plan, by: 'rejected', what: reason, at });
    }
  }
  for (const { at: _, ...start } of latest.values()) {
    const { by, leadId, plan } = start;
    const may = by === 'download' ? mayStart(db, leadId, plan) : stageToStart(db, leadId, plan.id) !== null;
    if (may) starts.push(start);
    await yieldToEventLoop();
  }
  return starts;
}

/** Rows that are read in pages, each behind the last row of the one before. */
async function* inPages<Row extends { readonly row: number }>(
  read: (after: number) => readonly Row[],
  yieldToEventLoop: () => Promise<void>,
): AsyncGenerator<Row> {
  for (let after = 0, rows = readAtOnce; rows === readAtOnce; ) {
    const page = read(after);
    yield* page;
    after = page.at(-1)?.row ?? after;
    rows = page.length;
    await yieldToEventLoop();
  }
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
