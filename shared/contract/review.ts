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

/** The period that holds `date`; null is today. */
const at = { kind: periodKindSchema.default('week'), date: plainDateSchema.nullable().default(null) };

export const review = {
  'review.get': query({
    input: z.object(at),
    output: z.object({
      figures: reviewFiguresSchema,
      /** Who became MQL in the period, first ones first, with the receipt when the score did it. */
      mqls: z.array(z.object({ row: leadRowSchema, at: z.int(), receipt: receiptSchema.nullable() })),
    }),
    reads: sources,
  }),
  'review.people': query({
    /** One of a figure's `sets`, by key. */
    input: z.object({ ...at, figureId: idSchema, set: z.string().max(100) }),
    output: z.array(leadRowSchema),
    reads: sources,
  }),
} as const;
