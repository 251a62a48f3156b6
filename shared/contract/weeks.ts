// Spend and reach by week: quick entry, and what is pasted from a sheet.
import * as z from 'zod';
import { campaignWeekSchema, pasteRowSchema, pasteTargetSchema } from '../campaign-week.ts';
import { amountSchema } from '../money.ts';
import { command, query } from './entry.ts';
import { idSchema, nothing } from './parts.ts';
import { weekDateSchema } from './review.ts';

const headCount = z.int().min(0).max(1e12).nullable();
const sources = ['channel', 'campaign', 'spend', 'reach', 'setting'] as const;

const pasted = z.strictObject({
  text: z.string().max(1_000_000, 'This is too much to paste at once. Import it as a file, in parts.'),
  /** What each column means; null: as Ripen understands it. */
  columns: z.array(pasteTargetSchema).max(200).nullable().default(null),
  /** What the numbers of a table with a column per channel are. */
  numbers: z.enum(['spend', 'strangers', 'visitors']).default('spend'),
});

export const weeks = {
  'weeks.get': query({
    /** The week that holds `date`; null is the week of today. */
    input: z.strictObject({ date: weekDateSchema.nullable().default(null) }),
    output: campaignWeekSchema,
    reads: sources,
  }),
  'weeks.enter': command({
    label: 'enter weekly numbers',
    /** One number of one line of a week; null takes it away. Strangers and visitors are counted by channel. */
    input: z.strictObject({
      date: weekDateSchema,
      channelId: idSchema.nullable(),
      campaignId: idSchema.nullable(),
      what: z.enum(['spend', 'strangers', 'visitors']),
      value: z.union([amountSchema, headCount]).nullable(),
    }),
    output: nothing,
  }),
  'weeks.readPaste': query({
    input: pasted,
    output: z.strictObject({
      /** As they stand in the first line; empty where there is no such line. */
      headers: z.array(z.string()),
      columns: z.array(pasteTargetSchema),
      /** One column per channel, named by the headers. */
      wide: z.boolean(),
      /** The first 500 lines. */
      rows: z.array(pasteRowSchema),
      counts: z.strictObject({ taken: z.int(), known: z.int(), problems: z.int() }),
    }),
    reads: sources,
  }),
  'weeks.paste': command({
    label: 'paste spend and reach',
    input: pasted,
    output: z.strictObject({ spend: z.int(), reach: z.int(), channels: z.int(), campaigns: z.int() }),
  }),
} as const;
