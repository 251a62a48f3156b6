// Which nurture plan starts by itself: for a download, and for a rejection by sales.
import type { NurturePlan, PlanEnd } from '../../../shared/nurture.ts';
import type { RejectReason, Stage } from '../../../shared/stages.ts';
import { isEarly, stages } from '../../../shared/stages.ts';
import { planEnd } from './plan.ts';

export const downloadType = 'content-downloaded';

type About = { readonly campaignId: string | null; readonly content: string | null };

const isSame = (one: string, other: string | null): boolean => one.toLowerCase() === other?.toLowerCase();

/** The plan for a download: the one that names most of it, of several the first. */
export function planForDownload(
  plans: readonly NurturePlan[],
  { campaignId, content }: About,
): NurturePlan | undefined {
  const fitting = plans.flatMap(plan => {
    const on = plan.starts.download;
    if (!on || (on.content !== null && !isSame(on.content, content))) return [];
    if (on.campaignId !== null && on.campaignId !== campaignId) return [];
    return [{ plan, named: Number(on.content !== null) + Number(on.campaignId !== null) }];
  });
  return fitting.toSorted((a, b) => b.named - a.named)[0]?.plan;
}

/** The plan for a rejection with this reason, of several the first. */
export const planForRejection = (plans: readonly NurturePlan[], reason: RejectReason | null): NurturePlan | undefined =>
  plans.find(({ starts }) => reason !== null && starts.rejected.includes(reason));

/** A download starts nothing for leads that are with sales, are customers, or are out. */
export const mayStartOnDownload = (stage: Stage): boolean => isEarly(stage) || stage === 'mql' || stage === 'nurture';

/** Stages that end a plan. */
export const endingStages: readonly Stage[] = stages.filter(stage => planEnd(stage) !== null);

/** Why a plan that started by itself ends; null: it goes on. */
export function unwantedEnd(lead: {
  readonly stage: Stage;
  readonly optedOut: boolean;
  readonly restricted: boolean;
}): PlanEnd | null {
  if (lead.optedOut) return 'opted-out';
  return lead.restricted ? 'restricted' : planEnd(lead.stage);
}
