// Where we are: open leads by stage, who waits, won and lost this year, what is missing, and whom to call and ask.
import * as z from 'zod';
import { plainDateSchema } from './dates.ts';
import { stageSchema } from './stages.ts';

/** Records that are missing: of `of`, `count` lack them. */
export const gapIds = [
  'activities',
  'amounts',
  'purchase-days',
  'channels',
  'spend',
  'ideal-customer',
  'sales',
] as const;
export type GapId = (typeof gapIds)[number];

export const capacitySchema = z.strictObject({
  /** Whole weeks looked at, the latest ones. */
  weeks: z.int(),
  mqls: z.int(),
  answers: z.int(),
  /** Most answers in one of these weeks. */
  mostAnswers: z.int(),
  /** Beyond chance (95 %); `even`: no difference that could not be chance; `too-early`: fewer than four weeks or ten people. */
  is: z.enum(['too-many', 'too-few', 'even', 'too-early']),
});
export type Capacity = Readonly<z.infer<typeof capacitySchema>>;

/** A lead that one missing answer would make an MQL. */
export const decidingQuestionSchema = z.strictObject({
  leadId: z.string(),
  question: z.string(),
  /** Points it has, and points it lacks for the threshold or for the minimum fit. */
  total: z.int(),
  short: z.int(),
  /** Most points the answer could add. */
  upTo: z.int(),
});
export type DecidingQuestion = Readonly<z.infer<typeof decidingQuestionSchema>>;

export const overviewSchema = z.strictObject({
  /** UTC ms. */
  asOf: z.int(),
  leads: z.int(),
  /** Stages of the funnel that hold leads, Customer and what is off the funnel left to others. Minor units; 0: no amount known. */
  open: z.array(z.strictObject({ stage: stageSchema, count: z.int(), amount: z.int() })),
  waiting: z.strictObject({
    count: z.int(),
    /** The first of them, longest first. */
    leads: z.array(z.strictObject({ leadId: z.string(), hours: z.number(), late: z.boolean() })),
  }),
  /** The calendar year: people won and lost, and amounts of deals won. */
  year: z.strictObject({
    from: plainDateSchema,
    label: z.string(),
    won: z.int(),
    lost: z.int(),
    revenue: z.int(),
    deals: z.int(),
  }),
  /** Customers without a day of purchase: they belong to no year. */
  undated: z.strictObject({ count: z.int(), amount: z.int().nullable() }),
  capacity: capacitySchema,
  gaps: z.array(z.strictObject({ id: z.enum(gapIds), count: z.int(), of: z.int() })),
  /** The closest first. */
  questions: z.array(decidingQuestionSchema),
});
export type Overview = Readonly<z.infer<typeof overviewSchema>>;
