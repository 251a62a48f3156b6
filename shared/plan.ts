// A plan backwards: from a goal to the leads, MQLs and SQLs it asks for, with the chance of getting there.
import * as z from 'zod';
import { enteredDateSchema, plainDateSchema } from './dates.ts';
import { idSchema } from './id.ts';

export const planGoalSchema = z.strictObject({
  what: z.enum(['customers', 'revenue']),
  /** Customers, or money in minor units. */
  amount: z.int().min(1, 'Enter a number above 0.').max(1_000_000_000_000),
  /** Last day that counts. */
  by: enteredDateSchema,
});
export type PlanGoal = Readonly<z.infer<typeof planGoalSchema>>;

/** Furthest day a plan looks ahead to. */
export const mostPlanDays = 730;
/** The chance that what is needed is worked out for. */
export const wantedChance = 0.8;

const share = z.number().min(0).max(1);
const channelLeverSchema = z.strictObject({ id: idSchema, aWeek: z.number().min(0).max(1e6) });
export const planLeversSchema = z.strictObject({
  acceptance: share.nullable().default(null),
  inTime: share.nullable().default(null),
  channels: z.array(channelLeverSchema).max(10).default([]),
});

const likely = { low: z.number(), mid: z.number(), high: z.number() };
const leverRangeSchema = z.strictObject({ now: z.number(), least: z.number(), most: z.number(), n: z.int() });

export const planGapSchema = z.strictObject({
  what: z.enum(['weeks', 'leads', 'mqls', 'sqls', 'customers', 'amounts']),
  have: z.int(),
  need: z.int(),
});
export type PlanLack = Readonly<z.infer<typeof planGapSchema>>;

export const planRowSchema = z.strictObject({
  stage: z.enum(['lead', 'mql', 'sql']),
  /** Open in that stage now. */
  inPipe: z.int(),
  /** Entries a week: at the pace of now, whatever the levers, and for the wanted chance with the levers. */
  now: z.number(),
  needed: z.number().nullable(),
  /** Entries in all until the day, for the wanted chance. */
  total: z.number().nullable(),
  /** A lead that reaches the stage later is less than half as likely to be a customer in time as one that reaches it today. */
  by: plainDateSchema,
  /** Entries a week for each person of that side; null where the team has none. */
  eachPerson: z.number().nullable(),
});
export type PlanRow = Readonly<z.infer<typeof planRowSchema>>;

export const planSchema = z.strictObject({
  from: plainDateSchema,
  /** Up to when the records were read, UTC ms: what comes later counts for the goal. */
  readUntil: z.int(),
  /** What is likely by the day (80 %), in the goal's unit, and the chance of the goal. */
  likely: z.strictObject(likely),
  chance: share,
  /** For the chance wanted: how many times as many new leads as with these levers; 0: none; null: no number of them would do. */
  times: z.number().nullable(),
  rows: z.array(planRowSchema),
  /** Minor units a week: now, and for the wanted chance; null where no spend is recorded. */
  spend: z.strictObject({ now: z.number(), needed: z.number().nullable(), total: z.number().nullable() }).nullable(),
  /** How far the records let each lever go; null: they say nothing. */
  levers: z.strictObject({
    acceptance: leverRangeSchema.nullable(),
    inTime: leverRangeSchema.nullable(),
    channels: z.array(leverRangeSchema.extend({ id: z.string(), label: z.string() })),
  }),
  /** Months differ beyond chance, and are counted so. */
  seasons: z.boolean(),
  /** Simulations the numbers are made of. */
  simulations: z.int(),
});
export type Plan = Readonly<z.infer<typeof planSchema>>;

export const pastPlanSchema = z.strictObject({ from: plainDateSchema, label: z.string(), ...likely, was: z.number() });
export type PastPlan = Readonly<z.infer<typeof pastPlanSchema>>;

/** Levers as a decision carries them: channels with their names of then. */
export const carriedLeversSchema = planLeversSchema.extend({
  channels: z.array(channelLeverSchema.extend({ label: z.string().max(200) })).max(10),
});
export type CarriedLevers = Readonly<z.infer<typeof carriedLeversSchema>>;

/** A plan as a decision carries it. */
export const carriedPlanSchema = z.strictObject({
  goal: planGoalSchema,
  from: plainDateSchema,
  /** What came up to then was known to the plan, UTC ms; not there in plans of before: the day begins. */
  readUntil: z.int().optional(),
  /** Levers that were moved; not there: none. */
  levers: carriedLeversSchema.optional(),
  low: z.number(),
  high: z.number(),
  chance: share,
  /** Wanted a week; null where no number of leads would do. */
  leads: z.number().nullable(),
  mqls: z.number().nullable(),
  sqls: z.number().nullable(),
});
export type CarriedPlan = Readonly<z.infer<typeof carriedPlanSchema>>;

/** What has come of it: in the goal's unit since it was made, entries a week, and the chance now; null: the day is past, or it cannot be told. */
export const planProgressSchema = z.strictObject({
  came: z.number(),
  weeks: z.number(),
  leads: z.number(),
  mqls: z.number(),
  sqls: z.number(),
  chance: share.nullable(),
});
export type PlanProgress = Readonly<z.infer<typeof planProgressSchema>>;
