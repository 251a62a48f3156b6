// A score and its receipt: lines with date, what, points and rule, which always add up to the total.
import * as z from 'zod';
import { fitFieldSchema } from './custom-field.ts';

export const scoreLineSchema = z.object({
  part: z.enum(['engagement', 'fit', 'hand']),
  /** Rule or cap of the criteria that gave or took the points; null for points given by hand. */
  ruleId: z.string().nullable(),
  /** What happened or what is so: "Pricing page visit", "Company size 50 to 200". */
  what: z.string(),
  /** UTC ms of the activity; null for fit. */
  at: z.int().nullable(),
  activityId: z.string().nullable(),
  points: z.int(),
  /** Why the points are less than the rule's: "counts at most 3 times", "half gone after 60 days". */
  note: z.string().nullable(),
  /** Of a cap on a group of types: the rules whose points it takes away. Not there on other lines, nor where all are capped. */
  capped: z.array(z.string()).optional(),
});
export type ScoreLine = Readonly<z.infer<typeof scoreLineSchema>>;

/** Points an owner gives or takes by hand, with the reason; a line of the score like any other. */
export const scoreAdjustmentSchema = z.object({
  id: z.string(),
  /** UTC ms from which they count. */
  at: z.int(),
  points: z.int().min(-1000).max(1000),
  reason: z.string().trim().min(1).max(500),
});
export type ScoreAdjustment = Readonly<z.infer<typeof scoreAdjustmentSchema>>;

export const scoreSchema = z.object({
  /** Always engagement + fit, and always the sum of the lines. */
  total: z.int(),
  /** What they did, and what was given by hand. */
  engagement: z.int(),
  fit: z.int(),
  /** Total if every missing fact turned out well; equals `total` when nothing that matters is missing. */
  possible: z.int(),
  /** Who they are: A fits best, D least. */
  grade: z.enum(['A', 'B', 'C', 'D']),
  /** What they did: 1 is most engaged, 4 least, so that A1 is the best cell and D4 the worst. */
  level: z.int().min(1).max(4),
  threshold: z.int(),
  minimumFit: z.int(),
  /** Why this lead may not become MQL whatever the score; null when nothing stands against it. */
  blockedBy: z.string().nullable(),
  /** Met the rules once and does not now. */
  cooling: z.boolean(),
});
export type Score = Readonly<z.infer<typeof scoreSchema>>;

export const missingAttributeSchema = z.object({
  field: fitFieldSchema,
  question: z.string(),
  /** Most points the answer could add; 0 where it adds points only together with others. */
  upTo: z.int(),
});
export type MissingAttribute = Readonly<z.infer<typeof missingAttributeSchema>>;

export const scoreDetailSchema = scoreSchema.extend({
  lines: z.array(scoreLineSchema),
  /** Missing facts by what they could add, the one that matters most first. */
  missing: z.array(missingAttributeSchema),
});
export type ScoreDetail = Readonly<z.infer<typeof scoreDetailSchema>>;

/** Frozen proof of a promotion. */
export const receiptSchema = z.object({
  criteriaNumber: z.int(),
  threshold: z.int(),
  minimumFit: z.int(),
  /** UTC ms of the moment the rules were met. */
  at: z.int(),
  total: z.int(),
  engagement: z.int(),
  fit: z.int(),
  /** "100 points reached" or the shortcut's label. */
  because: z.string(),
  lines: z.array(scoreLineSchema),
});
export type Receipt = Readonly<z.infer<typeof receiptSchema>>;
