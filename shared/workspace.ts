// Settings, team, channels and campaigns of the workspace.
import * as z from 'zod';
import { assignmentSchema, manualAssignment } from './assignment.ts';
import { plainDateSchema } from './dates.ts';
import { idSchema } from './id.ts';
import { idealCustomerSchema } from './ideal-customer.ts';
import { amountSchema } from './money.ts';
import { keptMeetingTimeSchema, paperSizeSchema } from './print.ts';
import { emptyProcessing, processingSchema } from './privacy.ts';
import { stageSchema } from './stages.ts';

/** What has been found to be known: asking takes a quarter of a millisecond, and settings are read for every call. */
const known = new Set<string>();
const knows = (name: string, what: () => unknown): boolean => {
  if (known.has(name)) return true;
  try {
    what();
    known.add(name);
    return true;
  } catch {
    return false;
  }
};

/** The first steps of a new workspace, in the order in which they make sense. */
export const firstStepSchema = z.enum(['basics', 'customer', 'signs', 'points', 'leads', 'campaign', 'meeting']);
export type FirstStep = z.infer<typeof firstStepSchema>;

/** How far back undo reaches. At least the latest 1,000 steps are kept, whatever their age. */
export const undoHistorySchema = z.enum(['month', 'year', 'steps', 'unlimited']);
export const undoHistoryLimits = {
  month: { days: 31, steps: null },
  year: { days: 366, steps: null },
  steps: { days: null, steps: 100_000 },
  unlimited: { days: null, steps: null },
} as const satisfies Readonly<
  Record<z.infer<typeof undoHistorySchema>, { readonly days: number | null; readonly steps: number | null }>
>;

export const settingsSchema = z.object({
  name: z.string().trim().min(1).max(200),
  /** ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .refine(
      code => knows(`currency ${code}`, () => new Intl.NumberFormat('en', { style: 'currency', currency: code })),
      'Unknown currency.',
    ),
  /** IANA zone; every local date of the workspace is a date there, whatever the computer's own zone. */
  timeZone: z
    .string()
    .max(100)
    .refine(
      zone => knows(`zone ${zone}`, () => new Intl.DateTimeFormat('en', { timeZone: zone })),
      'Unknown time zone.',
    ),
  /** ISO weekday on which a week starts: 1 Monday, 6 Saturday, 7 Sunday. */
  firstDayOfWeek: z.int().min(1).max(7),
  /** Benchmark band of the MQL to SQL rate, in percent. */
  targetFrom: z.number().min(0).max(100),
  targetTo: z.number().min(0).max(100),
  /** Hours in which sales means to answer an MQL, and in which it must. */
  answerWithinHours: z.int().min(1).max(1000),
  answerAtMostHours: z.int().min(1).max(1000),
  /** ISO weekdays on which the response clock stands still. */
  freeWeekdays: z.array(z.int().min(1).max(7)).max(6, 'Leave at least one working day per week.'),
  /** Dates on which it stands still as well. */
  holidays: z.array(plainDateSchema).max(500),
  /** Days without activity after which somebody counts as quiet. */
  quietAfterDays: z.int().min(1).max(1000),
  /** Most people a stage should hold; a stage without a number has no limit. Nothing is ever blocked by it. */
  stageLimits: z.partialRecord(stageSchema, z.int().min(1).max(1_000_000)),
  /** Percent of open deals won in the end, by the stage their lead is in; a deal may say another. Elsewhere 0. */
  probabilities: z.partialRecord(stageSchema, z.int().min(0).max(100)),
  /** Who gets those who become MQL. */
  assignment: assignmentSchema,
  /** The member to whom the last one went in turn. */
  roundRobinLast: idSchema.nullable(),
  /** Null: as it is usual in the owner's country. */
  paperSize: paperSizeSchema.nullable(),
  /** When the weekly meeting is; null: nobody has said. */
  meetingTime: keptMeetingTimeSchema.nullable(),
  appearance: z.enum(['system', 'light', 'dark']),
  undoHistory: undoHistorySchema,
  /** Months without activity after which the retention review lists a lead; null: no rule. */
  retentionMonths: z.int().min(1).max(600).nullable(),
  /** The owner's part of the record of processing. */
  processing: processingSchema,
  /** The member in whose name things are done; null: nobody in particular. */
  actingAs: idSchema.nullable(),
  /** First steps ticked by hand, because what was there already is right. */
  stepsDone: z.array(firstStepSchema).max(20),
  /** The list of first steps is hidden. */
  stepsHidden: z.boolean(),
  /** Answers to the ideal-customer questions; null: never asked. */
  idealCustomer: idealCustomerSchema.nullable(),
  /** True in the sample workspace. */
  sample: z.boolean(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = {
  name: 'My leads',
  currency: 'EUR',
  timeZone: 'UTC',
  firstDayOfWeek: 1,
  targetFrom: 13,
  targetTo: 31,
  answerWithinHours: 24,
  answerAtMostHours: 72,
  freeWeekdays: [],
  holidays: [],
  quietAfterDays: 14,
  stageLimits: {},
  probabilities: { sql: 20, opportunity: 50, customer: 50 },
  assignment: manualAssignment,
  roundRobinLast: null,
  paperSize: null,
  meetingTime: null,
  appearance: 'system',
  undoHistory: 'year',
  retentionMonths: null,
  processing: emptyProcessing,
  actingAs: null,
  stepsDone: [],
  stepsHidden: false,
  idealCustomer: null,
  sample: false,
};

const label = z.string().trim().min(1).max(200);

export const memberSchema = z.strictObject({
  id: z.string(),
  name: label,
  side: z.enum(['marketing', 'sales', 'both']),
  archived: z.boolean(),
});
export const channelSchema = z.strictObject({ id: z.string(), label, archived: z.boolean() });
export const campaignSchema = z.strictObject({
  id: z.string(),
  channelId: idSchema.nullable(),
  label,
  startsOn: plainDateSchema.nullable(),
  endsOn: plainDateSchema.nullable(),
  archived: z.boolean(),
});
/** Money on a channel or campaign, spread evenly over the days `startsOn` to `endsOn`, both included. */
export const spendSchema = z.strictObject({
  id: z.string(),
  channelId: idSchema.nullable(),
  campaignId: idSchema.nullable(),
  amount: amountSchema,
  startsOn: plainDateSchema,
  endsOn: plainDateSchema,
  note: z.string().trim().min(1).max(5000).nullable(),
});
/** Nameless people counted in one week. */
export const reachSchema = z.strictObject({
  id: z.string(),
  channelId: idSchema.nullable(),
  weekStart: plainDateSchema,
  strangers: z.int().min(0),
  visitors: z.int().min(0),
});

export type Member = Readonly<z.infer<typeof memberSchema>>;
export type Channel = Readonly<z.infer<typeof channelSchema>>;
export type Campaign = Readonly<z.infer<typeof campaignSchema>>;
export type Spend = Readonly<z.infer<typeof spendSchema>>;
export type Reach = Readonly<z.infer<typeof reachSchema>>;
