// The board and Today: leads by stage, and lists of work.
import * as z from 'zod';
import { plainDateSchema } from '../dates.ts';
import { nextStepSchema } from '../next-step.ts';
import { stageSchema } from '../stages.ts';
import { command, query } from './entry.ts';
import { idSchema, idsSchema, leadRowSchema, nothing, pageSchema, rowTables } from './parts.ts';

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
  /** Open deals of a customer who may buy again; minor units. */
  openAmount: z.int().nullable(),
});
export type BoardCard = Readonly<z.infer<typeof boardCardSchema>>;

export const columnSchema = z.strictObject({
  stage: stageSchema,
  count: z.int(),
  /** Open deals of the column (won ones for Customer), minor units. */
  amount: z.int(),
  /** Open deals of the column, also those of customers who may buy again; and what of it is to be expected. */
  openAmount: z.int(),
  expectedAmount: z.int(),
  /** All leads in the column, whatever the filter; and how many it should hold at most. */
  all: z.int(),
  limit: z.int().nullable(),
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
  channelId: idSchema.nullable().default(null),
  tagId: idSchema.nullable().default(null),
  /** A fit grade, an engagement level or both: "B", "2", "B2". */
  cell: z
    .string()
    .regex(/^([A-D][1-4]?|[1-4])$/)
    .nullable()
    .default(null),
});
/** own: as placed by hand; score: highest first; days: longest here first; step: next step first. What is equal or not placed goes by score. */
export const boardOrderSchema = z.enum(['own', 'score', 'days', 'step']);
export type BoardOrder = z.infer<typeof boardOrderSchema>;
export type BoardFilter = Readonly<z.infer<typeof boardFilterSchema>>;

const boardTables = [...rowTables, 'tag', 'lead_tag'] as const;

/** A next step to be done, with the activity its words stand for; null: they name none. */
export const dueStepSchema = z.strictObject({
  row: leadRowSchema,
  step: nextStepSchema,
  typeId: idSchema.nullable(),
});
export type DueStep = Readonly<z.infer<typeof dueStepSchema>>;

export const board = {
  'board.columns': query({
    // The order changes no number here; with it one answer serves the heads and the cards.
    input: boardFilterSchema.extend({ order: boardOrderSchema.default('score') }),
    output: z.array(columnSchema),
    reads: boardTables,
  }),
  'board.cards': query({
    input: pageSchema.extend({
      ...boardFilterSchema.shape,
      stage: stageSchema,
      order: boardOrderSchema.default('score'),
    }),
    output: z.strictObject({ total: z.int(), rows: z.array(boardCardSchema) }),
    reads: boardTables,
  }),
  /** Where a card stands on the filtered board, so that the keyboard can follow it. */
  'board.locate': query({
    input: boardFilterSchema.extend({ id: idSchema, order: boardOrderSchema.default('score') }),
    output: z.strictObject({ stage: stageSchema, index: z.int() }).nullable(),
    reads: boardTables,
  }),
  /** Places cards of one column by hand, in this order, right before another card of it, or at the end. */
  'board.arrange': command({
    label: ({ ids }) => (ids.length === 1 ? 'place card' : `place ${ids.length} cards`),
    input: z.strictObject({ ids: idsSchema, before: idSchema.nullable() }),
    output: nothing,
  }),
  /** What is asked after every change: numbers for the sidebar and the off-funnel stages, and whom the score has promoted. */
  'today.glance': query({
    input: nothing,
    output: z.strictObject({
      /** MQLs that wait for sales. */
      waiting: z.int(),
      /** Nurture dates that have come. */
      nurture: z.int(),
      /** The latest promotions by score of the last seven days, at most 50. */
      promoted: z.array(
        z.strictObject({
          id: idSchema,
          name: z.string(),
          stage: stageSchema,
          total: z.int(),
          at: z.int(),
          /** The undo step that did it; null when another one came after it. */
          step: idSchema.nullable(),
        }),
      ),
    }),
    reads: [...rowTables, 'stage_change', 'receipt', 'step', 'sharing'],
  }),
  'today.get': query({
    /** Whose leads; null: everyone's. */
    input: z.strictObject({ memberId: idSchema.nullable().default(null) }),
    output: z.strictObject({
      /** Missed calls, replies and inquiries that our side has not answered, the most urgent first, then the latest. */
      answer: z.array(
        z.strictObject({
          row: leadRowSchema,
          at: z.int(),
          what: z.string(),
          note: z.string().nullable(),
          /** Somebody spoke with them: what is open is what comes next. */
          spoken: z.boolean(),
          /** An inquiry: a next step is an answer to it as well. */
          untilPlanned: z.boolean(),
        }),
      ),
      /** MQLs that wait for sales: those nobody has touched first, longest first. */
      waiting: z.array(z.strictObject({ row: leadRowSchema, ...waitSchema.shape })),
      /** Next steps due today or before, the oldest first; several for one lead. */
      due: z.array(dueStepSchema),
      /** Next steps that have no day yet. */
      undated: z.array(dueStepSchema),
      /** The last thing noted about each lead of the lists, by lead id. */
      notes: z.record(z.string(), z.strictObject({ text: z.string(), at: z.int().nullable() })),
      /** Nurture dates that have come. */
      nurture: z.array(leadRowSchema),
      /** E-mails of nurture plans that are due, the oldest first. */
      touches: z.array(
        z.strictObject({
          row: leadRowSchema,
          id: idSchema,
          label: z.string(),
          plan: z.string(),
          dueOn: plainDateSchema,
        }),
      ),
      /** Nothing has happened for so many days, and no next step is planned. */
      quiet: z.array(z.strictObject({ row: leadRowSchema, days: z.int() })),
      /** Became MQL by score in the last seven days. */
      promoted: z.array(z.strictObject({ row: leadRowSchema, at: z.int(), because: z.string() })),
      /** What sales answered in the last seven days, latest first; at most 50. */
      answered: z.array(
        z.strictObject({
          row: leadRowSchema,
          at: z.int(),
          accepted: z.boolean(),
          reason: z.string().nullable(),
          note: z.string().nullable(),
          memberId: z.string().nullable(),
        }),
      ),
      cooling: z.array(leadRowSchema),
      /** How many there are of each; the lists hold the first 50. */
      counts: z.strictObject({
        answer: z.int(),
        waiting: z.int(),
        due: z.int(),
        undated: z.int(),
        nurture: z.int(),
        touches: z.int(),
        quiet: z.int(),
        promoted: z.int(),
        answered: z.int(),
        cooling: z.int(),
      }),
    }),
    reads: [
      ...rowTables,
      'stage_change',
      'receipt',
      'nurture_plan',
      'lead_plan',
      'lead_touch',
      'later_step',
      'import_batch',
      'step',
    ],
  }),
} as const;
