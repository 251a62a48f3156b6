// The table of leads: rows by any filter and order, saved views, and what is done with many at once.
import * as z from 'zod';
import { customValueSchema } from '../custom-field.ts';
import { enteredDateSchema } from '../dates.ts';
import { leadAttributesSchema, leadSchema } from '../lead.ts';
import { filterSchema, viewBodySchema } from '../lead-filter.ts';
import { command, procedure, query } from './entry.ts';
import { moveSchema } from './leads.ts';
import {
  idSchema,
  idsSchema,
  leadRowSchema,
  noteSchema,
  nothing,
  pageSchema,
  rowTables,
  touchInput,
  whenSchema,
} from './parts.ts';

/** A lead with every fact, as the table shows it. */
export const tableRowSchema = leadRowSchema.extend({
  attributes: leadAttributesSchema,
  /** Values of own fields by field id. */
  customValues: z.record(z.string(), customValueSchema),
  batchId: z.string().nullable(),
  /** UTC ms at which they first became MQL or went beyond; null: never. */
  mqlAt: z.int().nullable(),
  /** Campaigns and content that their activities name, each once, in a row of text. */
  touchCampaign: z.string().nullable(),
  touchContent: z.string().nullable(),
});
export type TableRow = Readonly<z.infer<typeof tableRowSchema>>;

export const viewSchema = z.strictObject({
  id: idSchema,
  label: z.string().trim().min(1).max(100),
  body: viewBodySchema,
});
export type View = Readonly<z.infer<typeof viewSchema>>;

/** The leads something is done with: some by id, or all that a filter lets through but for a few. */
export const whoSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('ids'), ids: idsSchema }),
  z.strictObject({ by: z.literal('filter'), ...filterSchema.shape, except: z.array(idSchema).max(10_000).default([]) }),
]);
export type Who = z.input<typeof whoSchema>;

export const bulkActionSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('log'),
    typeId: idSchema,
    when: whenSchema.nullable().default(null),
    note: noteSchema.default(null),
    ...touchInput,
  }),
  z.strictObject({ do: z.literal('move'), move: moveSchema }),
  z.strictObject({ do: z.literal('attributes'), attributes: leadAttributesSchema.partial() }),
  z.strictObject({ do: z.literal('custom-field'), fieldId: idSchema, value: customValueSchema }),
  z.strictObject({
    do: z.literal('tags'),
    add: z.array(idSchema).max(50).default([]),
    remove: z.array(idSchema).max(50).default([]),
  }),
  z.strictObject({
    do: z.literal('next-step'),
    nextStep: leadSchema.shape.nextStep,
    nextStepOn: enteredDateSchema.nullable(),
  }),
  z.strictObject({ do: z.literal('remove') }),
]);
export type BulkAction = Readonly<z.infer<typeof bulkActionSchema>>;

export const leadTable = {
  'table.rows': query({
    input: pageSchema.extend({
      ...filterSchema.shape,
      /** Key of a column, "name" or "stageSince". */
      sort: z.string().max(120).default('score'),
      descending: z.boolean().default(true),
    }),
    output: z.strictObject({ total: z.int(), rows: z.array(tableRowSchema) }),
    reads: [...rowTables, 'stage_change'],
  }),
  'views.list': query({ input: nothing, output: z.array(viewSchema), reads: ['saved_view'] }),
  'views.save': command({
    label: 'save view',
    input: viewSchema.extend({ id: idSchema.nullable() }),
    output: z.strictObject({ id: idSchema }),
  }),
  'views.remove': command({ label: 'delete view', input: z.strictObject({ id: idSchema }), output: nothing }),
  /** Places a view right before another; `before` null: at the end. */
  'views.move': command({
    label: 'reorder views',
    input: z.strictObject({ id: idSchema, before: idSchema.nullable() }),
    output: nothing,
  }),
  /** One undo step, in slices, with progress under `jobId`; stopped by `imports.cancel`: then nothing is changed. */
  'bulk.run': procedure({
    input: z.strictObject({ jobId: idSchema, who: whoSchema, action: bulkActionSchema }),
    output: z.strictObject({
      /** Leads that were changed. */
      done: z.int(),
      /** Leads that were left as they were, and why: the first ones by name. */
      left: z.int(),
      leftFirst: z.array(z.strictObject({ id: idSchema, name: z.string(), why: z.string() })),
      promoted: z.int(),
      /** Next steps that ended with a move. */
      endedSteps: z.int(),
    }),
  }),
} as const;
