// The funnel: seven stages, three off-funnel stages, and the reasons of moves.
import * as z from 'zod';

export const funnelStages = ['stranger', 'visitor', 'lead', 'mql', 'sql', 'opportunity', 'customer'] as const;
export const offFunnelStages = ['nurture', 'disqualified', 'lost'] as const;
export const stages = [...funnelStages, ...offFunnelStages] as const;

export const stageSchema = z.enum(stages);
export type Stage = (typeof stages)[number];
export type FunnelStage = (typeof funnelStages)[number];
export type OffFunnelStage = (typeof offFunnelStages)[number];

type StageLabel = { readonly label: string; readonly meaning: string };

/** Labels and one-sentence meanings, the same wherever a stage is named. */
export const stageLabels: Readonly<Record<Stage, StageLabel>> = {
  stranger: { label: 'Stranger', meaning: 'Has not heard of you yet, as far as you know.' },
  visitor: { label: 'Visitor', meaning: 'Has looked at your website, but left no contact.' },
  lead: { label: 'Lead', meaning: 'Has given you a way to reach them.' },
  mql: {
    label: 'MQL',
    meaning: 'Marketing qualified lead: interested enough, and a good enough fit, for sales to call.',
  },
  sql: { label: 'SQL', meaning: 'Sales qualified lead: accepted by sales and in conversation.' },
  opportunity: { label: 'Opportunity', meaning: 'Has an open deal with an amount.' },
  customer: { label: 'Customer', meaning: 'Has bought.' },
  nurture: { label: 'Nurture', meaning: 'Back with marketing until a set date: interested, but not ready.' },
  disqualified: { label: 'Disqualified', meaning: 'Will not become a customer; kept so the figures stay correct.' },
  lost: { label: 'Lost', meaning: 'Was with sales and did not buy.' },
};

const reasons = <K extends string>(labels: Record<K, string>) => labels as Readonly<Record<K, string>>;

/** Why sales hands an MQL back, before a sales conversation. */
export const rejectReasons = reasons({
  'not-our-market': 'Not our market',
  'too-small': 'Too small',
  'no-need': 'No need',
  'no-budget': 'No budget',
  'no-authority': 'No authority',
  'bad-timing': 'Bad timing',
  'bad-data': 'Bad data',
  'could-not-reach': 'Could not reach',
  duplicate: 'Duplicate',
  spam: 'Spam',
});

/** Why a lead is out for good. */
export const disqualifyReasons = reasons({
  spam: 'Spam or fraud',
  duplicate: 'Duplicate',
  competitor: 'Competitor',
  'wrong-market': 'Wrong market',
  'bad-data': 'Bad data',
  'do-not-contact': 'Asked not to be contacted',
});

/** Why an SQL or an opportunity did not buy. */
export const lostReasons = reasons({
  price: 'Price',
  timing: 'Timing',
  'no-budget': 'No budget',
  'no-authority': 'No authority',
  'no-need': 'No need',
  competitor: 'Competitor',
  'no-answer': 'No answer',
  other: 'Other',
});

export type RejectReason = keyof typeof rejectReasons;
export type DisqualifyReason = keyof typeof disqualifyReasons;
export type LostReason = keyof typeof lostReasons;

const keysOf = <K extends string>(labels: Readonly<Record<K, string>>) => Object.keys(labels) as [K, ...K[]];
export const rejectReasonSchema = z.enum(keysOf(rejectReasons));
export const disqualifyReasonSchema = z.enum(keysOf(disqualifyReasons));
export const lostReasonSchema = z.enum(keysOf(lostReasons));

/** Place in the funnel, 0 (Stranger) to 6 (Customer); -1 for an off-funnel stage. */
export const stageRank = (stage: Stage): number => funnelStages.indexOf(stage as FunnelStage);
export const isOffFunnel = (stage: Stage): stage is OffFunnelStage => stageRank(stage) === -1;
export const isEarly = (stage: Stage): boolean => stage === 'stranger' || stage === 'visitor' || stage === 'lead';
