// The board and Today: leads by stage, and what waits for somebody.
import * as z from 'zod';
import { stageSchema } from '../stages.ts';
import { query } from './entry.ts';
import { leadPageSchema, leadRowSchema, nothing, pageSchema, rowTables } from './parts.ts';

export const columnSchema = z.strictObject({
  stage: stageSchema,
  count: z.int(),
  /** Open deals of the column (won ones for Customer), minor units. */
  amount: z.int(),
  /** Median of whole days the column's leads have been in it; null when it is empty. */
  medianDays: z.number().nullable(),
  /** What it takes to enter, in one sentence. */
  entry: z.string(),
});

export const board = {
  'board.columns': query({
    input: z.strictObject({ search: z.string().max(200).default('') }),
    output: z.array(columnSchema),
    reads: rowTables,
  }),
  'board.cards': query({
    input: pageSchema.extend({ stage: stageSchema, search: z.string().max(200).default('') }),
    output: leadPageSchema,
    reads: rowTables,
  }),
  'today.get': query({
    input: nothing,
    output: z.strictObject({
      /** MQLs that wait for sales, longest first, with the hours since they became MQL. */
      waiting: z.array(
        z.strictObject({ row: leadRowSchema, hours: z.number(), state: z.enum(['in-time', 'late', 'too-late']) }),
      ),
      /** Next steps due today or before. */
      due: z.array(leadRowSchema),
      /** Nurture dates that have come. */
      nurture: z.array(leadRowSchema),
      /** Nothing has happened for so many days, and no next step is planned. */
      quiet: z.array(z.strictObject({ row: leadRowSchema, days: z.int() })),
      /** Became MQL by score in the last seven days. */
      promoted: z.array(z.strictObject({ row: leadRowSchema, at: z.int(), because: z.string() })),
      cooling: z.array(leadRowSchema),
      /** How many there are of each; the lists hold the first 50. */
      counts: z.strictObject({
        waiting: z.int(),
        due: z.int(),
        nurture: z.int(),
        quiet: z.int(),
        promoted: z.int(),
        cooling: z.int(),
      }),
    }),
    reads: [...rowTables, 'stage_change', 'receipt'],
  }),
} as const;
