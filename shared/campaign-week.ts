// Spend and reach of one week, by channel and campaign, as it is entered and shown.
import * as z from 'zod';
import { plainDateSchema } from './dates.ts';

const counted = z.int().nullable();

export const weekTotalSchema = z.strictObject({
  from: plainDateSchema,
  label: z.string(),
  /** Minor units, parts of longer spans included; null: nothing recorded, which is not 0. */
  spend: counted,
  strangers: counted,
  visitors: counted,
});
export type WeekTotal = Readonly<z.infer<typeof weekTotalSchema>>;

export const weekLineSchema = z.strictObject({
  channelId: z.string().nullable(),
  /** Null: the line of the channel itself. */
  campaignId: z.string().nullable(),
  label: z.string(),
  /** Recorded for exactly this week. */
  spend: counted,
  strangers: counted,
  visitors: counted,
  /** This week's part of money recorded for other spans of days; null when there is none. */
  spread: counted,
  /** The week before, all in all. */
  before: weekTotalSchema,
});
export type WeekLine = Readonly<z.infer<typeof weekLineSchema>>;

export const campaignWeekSchema = z.strictObject({
  from: plainDateSchema,
  /** First date after the week. */
  to: plainDateSchema,
  label: z.string(),
  lines: z.array(weekLineSchema),
  /** This week and those before it, oldest first. */
  recent: z.array(weekTotalSchema),
});
export type CampaignWeek = Readonly<z.infer<typeof campaignWeekSchema>>;

/** What the columns of a pasted table may mean. */
export const pasteTargets = [
  'date',
  'from',
  'to',
  'channel',
  'campaign',
  'spend',
  'strangers',
  'visitors',
  'note',
  'ignore',
] as const;
export const pasteTargetSchema = z.enum(pasteTargets);
export type PasteTarget = (typeof pasteTargets)[number];

/** One line of a pasted table as it is understood. */
export const pasteRowSchema = z.strictObject({
  /** Number of the line, from 1. */
  line: z.int(),
  channel: z.string().nullable(),
  campaign: z.string().nullable(),
  /** The channel or campaign does not exist yet and will be made. */
  newChannel: z.boolean(),
  newCampaign: z.boolean(),
  from: plainDateSchema.nullable(),
  /** Last day. */
  to: plainDateSchema.nullable(),
  spend: counted,
  strangers: counted,
  visitors: counted,
  note: z.string().nullable(),
  /** Why this line is left out; null when it is taken. */
  problem: z.string().nullable(),
  /** The same is recorded already; the line is left out. */
  known: z.boolean(),
});
export type PasteRow = Readonly<z.infer<typeof pasteRowSchema>>;
