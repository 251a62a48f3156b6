// MQL threshold analysis: rejected MQLs, missed customers, and the curve of all thresholds.
import * as z from 'zod';
import { shareSchema } from './what-if.ts';

/** Why a customer never reached the bar. */
export const missedWhySchema = z.enum(['points', 'fit', 'blocked', 'nothing-recorded']);
export type MissedWhy = z.infer<typeof missedWhySchema>;
export const missedWhyLabels: Readonly<Record<MissedWhy, string>> = {
  points: 'Not enough points',
  fit: 'Fit below minimum',
  blocked: 'Disqualified by a rule',
  'nothing-recorded': 'No scoring activity recorded',
};

export const thresholdVerdictSchema = z.enum(['too-low', 'about-right', 'too-high', 'cannot-tell']);
export type ThresholdVerdict = z.infer<typeof thresholdVerdictSchema>;

export const thresholdPointSchema = z.strictObject({
  threshold: z.int(),
  mqlsPerWeek: z.number(),
  /** Customers who would have been MQL before they bought. */
  customers: z.int(),
});
export type ThresholdPoint = Readonly<z.infer<typeof thresholdPointSchema>>;

export const thresholdAnalysisSchema = z.strictObject({
  /** The rules looked at are the draft's. */
  onDraft: z.boolean(),
  threshold: z.int(),
  /** Threshold in force. */
  inForce: z.int(),
  /** Of all who became MQL, those whose last answer is a rejection. */
  rejected: shareSchema,
  /** The first 100, the latest first. */
  rejectedLeads: z.array(z.strictObject({ leadId: z.string(), name: z.string(), reason: z.string(), at: z.int() })),
  /** Of all customers, those whose score never reached the bar before they bought. */
  missed: shareSchema,
  /** The first 100, the latest customers first. */
  missedLeads: z.array(
    z.strictObject({
      leadId: z.string(),
      name: z.string(),
      /** UTC ms of becoming customer. */
      at: z.int(),
      /** Greatest score they had before; null: none that counts. */
      best: z.int().nullable(),
      why: missedWhySchema,
    }),
  ),
  /** By threshold, rising. */
  points: z.array(thresholdPointSchema),
  leads: z.int(),
  customers: z.int(),
  /** Weeks the records span. */
  weeks: z.number(),
  /** Threshold that best tells customers from the others; null below 10 customers. */
  best: z.int().nullable(),
  /** Thresholds as good as the best, as far as so few people can tell; null where there is no best. */
  about: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  verdict: thresholdVerdictSchema,
});
export type ThresholdAnalysis = Readonly<z.infer<typeof thresholdAnalysisSchema>>;
