// Duplicates: pairs with their reason, merging, and marking as different people.
import * as z from 'zod';
import { leadFactsSchema, leadFieldSchema, leadSchema } from '../lead.ts';
import { ownValueSchema } from '../own-field.ts';
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
  own: z.record(z.string(), ownValueSchema),
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
      facts: leadFactsSchema,
      own: z.record(z.string(), ownValueSchema),
      /** Fields that say the same, also where they are written otherwise: one phone, one country. */
      same: z.array(leadFieldSchema),
    }),
    reads,
  }),
  /** Lead `otherId` goes into lead `id`, with everything that hangs on it. */
  'duplicates.merge': command({
    label: 'merge leads',
    input: both.extend({
      /** Facts that were chosen; the others fill each other up. */
      facts: leadFactsSchema.partial().default({}),
      own: z.record(idSchema, ownValueSchema).default({}),
    }),
    output: z.strictObject({ promoted: z.boolean() }),
  }),
  'duplicates.apart': command({ label: 'mark as different people', input: both, output: nothing }),
} as const;
