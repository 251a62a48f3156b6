// What-if: replay compared with a baseline, the curve of thresholds, changes worth trying.
import * as z from 'zod';
import { criteriaChangesSchema } from './criteria.ts';
import { plainDateSchema } from './dates.ts';
import { rangeSchema } from './figures.ts';

/** What became of a lead up to now, the furthest first. */
export const becameSchema = z.enum([
  'customer',
  'lost',
  'disqualified',
  'rejected',
  'accepted',
  'waiting',
  'nothing-yet',
]);
export type Became = z.infer<typeof becameSchema>;

export const becameLabels: Readonly<Record<Became, string>> = {
  customer: 'Became a customer',
  lost: 'Lost',
  disqualified: 'Disqualified',
  rejected: 'Rejected by sales',
  accepted: 'With sales',
  waiting: 'MQL, waiting for sales',
  'nothing-yet': 'Never MQL',
};

/** A share with what it stands on; no value where n is 0. */
export const shareSchema = z.object({
  numerator: z.int(),
  n: z.int(),
  /** 95 % Wilson interval; null when n is 0. */
  interval: rangeSchema.nullable(),
});
export type Share = Readonly<z.infer<typeof shareSchema>>;

/** One side of a comparison: the draft's MQLs, or those there really were. */
export const sideSchema = z.object({
  mqls: z.int(),
  /** Of these MQLs, those who became customers afterwards. */
  toCustomer: shareSchema,
  /** Of these MQLs whom sales has answered, those it rejected. */
  rejected: shareSchema,
  /** Of all customers, those who were MQL before. The others were found without the score, or too late. */
  customersCaught: shareSchema,
});
export type WhatIfSide = Readonly<z.infer<typeof sideSchema>>;

/** What a draft is compared with: what really happened, or what the rules in force would have done. */
export const baselineSchema = z.enum(['actual', 'in-force']);
export type Baseline = z.infer<typeof baselineSchema>;

const whatIfLeadSchema = z.object({
  leadId: z.string(),
  name: z.string(),
  company: z.string().nullable(),
  /** UTC ms of becoming MQL: under the draft for those gained, really for those lost; null: before the records began. */
  at: z.int().nullable(),
  became: becameSchema,
});
export type WhatIfLead = Readonly<z.infer<typeof whatIfLeadSchema>>;

export const replayComparisonSchema = z.object({
  against: baselineSchema,
  /** UTC ms of the first and last moment looked at. */
  from: z.int(),
  to: z.int(),
  /** Leads replayed; customers from before the records are left out, since nobody knows when they bought. */
  leads: z.int(),
  /** MQLs a week, under the draft and really; the latest 104 weeks, without gaps. */
  weeks: z.array(z.object({ start: plainDateSchema, draft: z.int(), actual: z.int() })),
  draft: sideSchema,
  actual: sideSchema,
  /** MQL under the draft, never really; customers first, then the latest. The list may be cut, the count is whole. */
  gained: z.object({ count: z.int(), leads: z.array(whatIfLeadSchema) }),
  /** Really MQL, not under the draft. */
  lost: z.object({ count: z.int(), leads: z.array(whatIfLeadSchema) }),
});
export type ReplayComparison = Readonly<z.infer<typeof replayComparisonSchema>>;

/** One point for each whole threshold from 1 up. */
export const thresholdCurveSchema = z.object({
  thresholds: z.array(z.int()),
  mqlsPerWeek: z.array(z.number()),
  customersCaught: z.array(z.int()),
  /** Leads and customers there were. */
  leads: z.int(),
  customers: z.int(),
  weeks: z.number(),
  /** Threshold that best tells customers from the others (greatest difference of the shares found); null below 10 customers. */
  best: z.int().nullable(),
});
export type ThresholdCurve = Readonly<z.infer<typeof thresholdCurveSchema>>;

/** People by name: how many, and the first of them. */
const namedSchema = z.object({
  count: z.int(),
  leads: z.array(z.object({ leadId: z.string(), name: z.string() })),
});

/** A change to the criteria that would have stopped rejected leads, already replayed. */
export const remedySchema = z.object({
  /** "Threshold 120 instead of 100." */
  text: z.string(),
  /** What it changes in the draft. */
  changes: criteriaChangesSchema,
  /** Rejected leads it would have stopped, of those of this reason. */
  stops: namedSchema,
  of: z.int(),
  /** Customers it would have cost. */
  costs: namedSchema,
  /** Other MQLs that would not have been: neither rejected for this reason nor customers. */
  others: z.int(),
});
export type Remedy = Readonly<z.infer<typeof remedySchema>>;
