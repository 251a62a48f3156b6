// Suggested points: conversion rates with and without each trait.
import * as z from 'zod';
import { fitTestSchema } from './criteria.ts';
import { fitFieldSchema } from './custom-field.ts';
import { shareSchema } from './what-if.ts';

/** Something a lead did at least once before it ended, or is. */
export const traitSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('activity'), typeId: z.string() }),
  z.object({
    kind: z.literal('attribute'),
    field: fitFieldSchema,
    test: fitTestSchema,
    /** The fit rule with this very test; null when no rule asks this yet. */
    ruleId: z.string().nullable(),
  }),
]);
export type Trait = Readonly<z.infer<typeof traitSchema>>;

/** A trait as one text, the same for the same trait. */
export const traitKey = (trait: Trait): string =>
  trait.kind === 'activity'
    ? JSON.stringify({ kind: trait.kind, typeId: trait.typeId })
    : JSON.stringify({ kind: trait.kind, field: trait.field, test: trait.test, ruleId: trait.ruleId });

/** The trait of a key; null for any other text. */
export function traitOfKey(key: string): Trait | null {
  try {
    const trait = traitSchema.safeParse(JSON.parse(key));
    return trait.success ? trait.data : null;
  } catch {
    return null;
  }
}

export const insightSchema = z.object({
  trait: traitSchema,
  /** "Pricing page visit", "Industry is Software". */
  text: z.string(),
  /** Customers among those who ended with it, and without it (facts: among those of whom the fact is known). */
  with: shareSchema,
  without: shareSchema,
  /** 95 % interval of the difference of the two shares (R. G. Newcombe, Stat. Med. 17, 1998, method 10). */
  difference: z.object({ low: z.number(), high: z.number() }),
  /** Whether the difference is too clear to be chance, although so many things were looked at together. */
  says: z.enum(['more-customers', 'fewer-customers', 'cannot-tell']),
  /** How often it counted, on average, for those who did it; 1 for facts. */
  times: z.number(),
  /** Points as the criteria have them now. */
  present: z.int(),
  /** Points the past suggests, already drawn towards the present ones; null: nothing to change. */
  suggested: z.int().nullable(),
  /** Why this one needs thinking about; null mostly. */
  caution: z.string().nullable(),
});
export type Insight = Readonly<z.infer<typeof insightSchema>>;

export const learnedSchema = z.object({
  /** Leads that ended: customer, lost, disqualified, or untouched for 180 days. */
  ended: z.int(),
  customers: z.int(),
  /** What is missing before anything can be learned, in words; null when there is enough. */
  missing: z.string().nullable(),
  /** Clearest first; empty while something is missing. */
  insights: z.array(insightSchema),
});
export type Learned = Readonly<z.infer<typeof learnedSchema>>;
