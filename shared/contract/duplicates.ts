// Duplicates: pairs with their reason, merging, and marking as different people.
import * as z from 'zod';
import { customValueSchema } from '../custom-field.ts';
import { leadAttributesSchema, leadFieldSchema, leadSchema } from '../lead.ts';
import { command, query } from './entry.ts';
import { idSchema, leadRowSchema, nothing, pageSchema, rowTables } from './parts.ts';

const pair = z.strictObject({
  row: leadRowSchema,
  other: leadRowSchema,
  /** "Same phone, but another name." */
  why: z.string(),
  sure: z.boolean(),
});
const side = z.strictObject({
  lead: leadSchema,
  name: z.string(),
  customValues: z.record(z.string(), customValueSchema),
  tagIds: z.array(z.string()),
  activities: z.int(),
  deals: z.int(),
  stageChanges: z.int(),
});
const both = z.strictObject({ id: idSchema, otherId: idSchema });
const reads = [...rowTables, 'stage_change', 'not_duplicate'] as const;

export const duplicates = {
  /** Pairs that may be one person; the sure ones first. With `of`: only those with that lead. */
  'duplicates.list': query({
    input: pageSchema.extend({ of: idSchema.nullable().default(null) }),
    output: z.strictObject({ total: z.int(), sure: z.int(), rows: z.array(pair) }),
    reads,
  }),
  'duplicates.pair': query({
    input: both,
    output: z.strictObject({
      side,
      other: side,
      /** What stands where nobody chooses otherwise. */
      attributes: leadAttributesSchema,
      customValues: z.record(z.string(), customValueSchema),
      /** Fields that say the same, also where they are written otherwise: one phone, one country. */
      same: z.array(leadFieldSchema),
      /** What runs and ends by merging: nurture plans by name, and how many next steps. `goesOn`: the plan that stays. */
      goesOn: z.string().nullable(),
      ends: z.strictObject({ plans: z.array(z.string()), steps: z.int() }),
    }),
    reads: [...reads, 'nurture_plan', 'lead_plan', 'lead_touch', 'later_step'],
  }),
  /** Lead `otherId` goes into lead `id`, with everything that hangs on it. */
  'duplicates.merge': command({
    label: 'merge leads',
    input: both.extend({
      /** Facts that were chosen; the others fill each other up. */
      attributes: leadAttributesSchema.partial().default({}),
      customValues: z.record(idSchema, customValueSchema).default({}),
    }),
    output: z.strictObject({ promoted: z.boolean() }),
  }),
  'duplicates.apart': command({ label: 'mark as different people', input: both, output: nothing }),
} as const;
