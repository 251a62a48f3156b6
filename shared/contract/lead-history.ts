// The edits of one lead: who changed what, when, and what it said before and after.
import * as z from 'zod';
import { query } from './entry.ts';
import { idSchema } from './parts.ts';

const value = z.union([z.string(), z.number()]).nullable();
export const leadEditSchema = z.strictObject({
  id: idSchema,
  /** UTC ms. */
  at: z.int(),
  memberId: z.string().nullable(),
  /** The file it came with; null: by hand. */
  file: z.string().nullable(),
  /** Another record was merged into this one. */
  merged: z.boolean(),
  /** `key`: a field, an own one by its `customValues:` key, or "tag", whose values are ids of tags. */
  changes: z.array(z.strictObject({ key: z.string(), before: value, after: value })),
});
export type LeadEdit = Readonly<z.infer<typeof leadEditSchema>>;

export const leadHistory = {
  'leadHistory.get': query({
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({
      /** Latest first. */
      edits: z.array(leadEditSchema),
      /** The import that made this lead. */
      cameWith: z.strictObject({ file: z.string(), at: z.int(), memberId: z.string().nullable() }).nullable(),
    }),
    reads: ['lead', 'custom_value', 'lead_tag', 'tag', 'import_batch', 'step'],
  }),
} as const;
