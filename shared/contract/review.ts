// The review: the figures of a period, the people behind each number, this period's MQLs with their receipts.
import * as z from 'zod';
import { contentSchema } from '../activity.ts';
import { plainDateSchema } from '../dates.ts';
import { periodKindSchema, reviewFiguresSchema } from '../figures.ts';
import { rejectionReasonSchema } from '../meeting.ts';
import { overviewSchema } from '../overview.ts';
import { receiptSchema } from '../score.ts';
import { query } from './entry.ts';
import { idSchema, leadPageSchema, leadRowSchema, nothing } from './parts.ts';

/** The tables that history is read from, by what a change of them asks for. */
export const historyTables = {
  /** Rows of leads: read anew for the leads that a change names. */
  ofLeads: ['lead', 'activity', 'stage_change', 'deal'],
  /** Short lists, read anew as they are. */
  lists: ['spend', 'reach'],
  /** What rows of leads are told apart by: everything is read anew. */
  names: ['activity_type', 'member', 'channel', 'campaign'],
} as const;

export const figureSources = [
  ...historyTables.ofLeads,
  ...historyTables.lists,
  ...historyTables.names,
  'setting',
  'criteria',
  'tag',
  'lead_tag',
  'custom_field',
  'custom_value',
  'receipt',
  'score_adjustment',
] as const;

/** The period that holds `date`; null is today. Bounded, so that no neighboring period falls out of the calendar. */
export const weekDateSchema = plainDateSchema.refine(
  date => date >= '1970' && date < '2300',
  'Choose a day from 1970 to 2299.',
);
export const periodAt = { kind: periodKindSchema.default('week'), date: weekDateSchema.nullable().default(null) };

const waitSchema = z.strictObject({
  row: leadRowSchema,
  hours: z.number(),
  answered: z.boolean(),
  state: z.enum(['in-time', 'late', 'too-late']),
});

/** One line of a table; id null: those without a channel (campaign, member). */
const onlySchema = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.enum(['channel', 'campaign', 'member']), id: idSchema.nullable() }),
    // A content has no id but its name.
    z.strictObject({ by: z.literal('content'), id: contentSchema.nullable() }),
  ])
  .nullable()
  .default(null);

export const review = {
  'review.get': query({
    input: z.strictObject(periodAt),
    output: z.strictObject({ figures: reviewFiguresSchema }),
    reads: figureSources,
  }),
  /** The first 500 who became MQL in the period, in order, with the receipt when the score did it. */
  'review.mqls': query({
    input: z.strictObject(periodAt),
    output: z.array(z.strictObject({ row: leadRowSchema, at: z.int(), receipt: receiptSchema.nullable() })),
    reads: figureSources,
  }),
  'review.leads': query({
    /** One of a figure's `sets`, by key; or a stage, with figureId `funnel-period` or `funnel-cohort`. */
    input: z.strictObject({
      ...periodAt,
      figureId: idSchema,
      set: z.string().max(100),
      only: onlySchema,
    }),
    /** The first 500 of them. */
    output: leadPageSchema,
    reads: figureSources,
  }),
  'review.spend': query({
    /** The amounts behind a period's spend, and so behind its costs. */
    input: z.strictObject({ ...periodAt, only: onlySchema }),
    output: z.strictObject({
      /** What of them falls in the period, together; null where nothing is recorded. */
      amount: z.int().nullable(),
      entries: z.array(
        z.strictObject({
          id: z.string(),
          /** What it was for: the campaign, else the channel; null for marketing as a whole. */
          label: z.string().nullable(),
          startsOn: plainDateSchema,
          endsOn: plainDateSchema,
          /** The whole amount, and the part of it that falls in the period. */
          whole: z.int(),
          amount: z.int(),
          note: z.string().nullable(),
        }),
      ),
    }),
    reads: figureSources,
  }),
  /** As of now, whatever period is on screen. */
  'review.overview': query({
    input: nothing,
    output: z.strictObject({
      overview: overviewSchema,
      /** The leads it names by id, in no order. */
      rows: z.array(leadRowSchema),
    }),
    reads: figureSources,
  }),
  'review.handoff': query({
    input: z.strictObject(periodAt),
    output: z.strictObject({
      /** Rejections of the period by reason, the most frequent first, each traced to the rules that gave the points. */
      reasons: z.array(rejectionReasonSchema),
      /** MQLs of the period answered late or still waiting, the longest first; the first 100 of each. */
      late: z.array(waitSchema),
      waiting: z.array(waitSchema),
      /** The clock they are measured by. */
      withinHours: z.int(),
      atMostHours: z.int(),
    }),
    reads: figureSources,
  }),
} as const;
