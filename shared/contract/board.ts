// The board and Today: leads by stage, and what waits for somebody.
import * as z from 'zod';
import { stageSchema } from '../stages.ts';
import { query } from './entry.ts';
import { idSchema, leadRowSchema, nothing, pageSchema, rowTables } from './parts.ts';

export const clockStateSchema = z.enum(['in-time', 'late', 'too-late']);

/** How an MQL's wait for sales stands. */
export const waitSchema = z.strictObject({
  /** Hours on the clock since they became MQL. */
  hours: z.number(),
  state: clockStateSchema,
  /** UTC ms at which our side last called, wrote or met them since; then the clock has stopped, the answer is still to come. */
  touchedAt: z.int().nullable(),
});
export type Wait = Readonly<z.infer<typeof waitSchema>>;

/** A lead as a card: the row, and what is up with it. */
export const boardCardSchema = leadRowSchema.extend({
  /** Days since anything happened, when that is too long and no next step is planned; else null. */
  quietDays: z.int().nullable(),
  /** The next step lies before today. */
  overdue: z.boolean(),
  /** For an MQL. */
  wait: waitSchema.nullable(),
});
export type BoardCard = Readonly<z.infer<typeof boardCardSchema>>;

export const columnSchema = z.strictObject({
  stage: stageSchema,
  count: z.int(),
  /** Open deals of the column (won ones for Customer), minor units. */
  amount: z.int(),
  /** Median of whole days the column's leads have been in it; null when it is empty. */
  medianDays: z.number().nullable(),
  /** What it takes to enter, in a few words. */
  entry: z.string(),
});
export type BoardColumn = Readonly<z.infer<typeof columnSchema>>;

/** What narrows the whole board. */
export const boardFilterSchema = z.strictObject({
  search: z.string().max(200).default(''),
  /** Whose leads; null: everybody's. */
  memberId: idSchema.nullable().default(null),
});
export type BoardFilter = Readonly<z.infer<typeof boardFilterSchema>>;

export const board = {
  'board.columns': query({
    input: boardFilterSchema,
    output: z.array(columnSchema),
    reads: rowTables,
  }),
  'board.cards': query({
    input: pageSchema.extend({ ...boardFilterSchema.shape, stage: stageSchema }),
    output: z.strictObject({ total: z.int(), rows: z.array(boardCardSchema) }),
    reads: rowTables,
  }),
  /** Where a card stands on the filtered board, so that the keyboard can follow it. */
  'board.place': query({
    input: boardFilterSchema.extend({ id: idSchema }),
    output: z.strictObject({ stage: stageSchema, index: z.int() }).nullable(),
    reads: rowTables,
  }),
  /** What is asked after every change: numbers for the rail and the trays, and whom the score has promoted. */
  'today.glance': query({
    input: nothing,
    output: z.strictObject({
      /** MQLs that wait for sales. */
      waiting: z.int(),
      /** Nurture dates that have come. */
      nurture: z.int(),
      /** The latest promotions by score of the last seven days, at most 50. */
      promoted: z.array(
        z.strictObject({ id: idSchema, name: z.string(), stage: stageSchema, total: z.int(), at: z.int() }),
      ),
    }),
    reads: [...rowTables, 'stage_change', 'receipt'],
  }),
  'today.get': query({
    input: nothing,
    output: z.strictObject({
      /** MQLs that wait for sales: those nobody has touched first, longest first. */
      waiting: z.array(z.strictObject({ row: leadRowSchema, ...waitSchema.shape })),
      /** Next steps due today or before, the oldest first. */
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
