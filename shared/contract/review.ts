// The review: the figures of a period, the people behind each number, this period's MQLs with their receipts.
import * as z from 'zod';
import { plainDateSchema } from '../dates.ts';
import { periodKindSchema, reviewFiguresSchema } from '../figures.ts';
import { receiptSchema } from '../score.ts';
import { query } from './entry.ts';
import { idSchema, leadRowSchema } from './parts.ts';

const sources = [
  'lead',
  'activity',
  'activity_type',
  'stage_change',
  'deal',
  'member',
  'channel',
  'campaign',
  'spend',
  'reach',
  'setting',
  'criteria',
  'receipt',
  'hand_points',
] as const;

/** The period that holds `date`; null is today. Bounded, so that no neighbouring period falls out of the calendar. */
const dateSchema = plainDateSchema.refine(date => date >= '1970' && date < '2300', 'Choose a day from 1970 to 2299.');
const at = { kind: periodKindSchema.default('week'), date: dateSchema.nullable().default(null) };

export const review = {
  'review.get': query({
    input: z.strictObject(at),
    output: z.strictObject({
      figures: reviewFiguresSchema,
      /** Who became MQL in the period, first ones first, with the receipt when the score did it. */
      mqls: z.array(z.strictObject({ row: leadRowSchema, at: z.int(), receipt: receiptSchema.nullable() })),
    }),
    reads: sources,
  }),
  'review.people': query({
    /** One of a figure's `sets`, by key. */
    input: z.strictObject({ ...at, figureId: idSchema, set: z.string().max(100) }),
    output: z.array(leadRowSchema),
    reads: sources,
  }),
} as const;
