// What two computers entered without knowing of each other, and one of the two values could not stand; and leads that came back.
import * as z from 'zod';
import { command, query } from './entry.ts';
import { idSchema, nothing } from './parts.ts';

const value = z.union([z.string(), z.number()]).nullable();
export const overruledSchema = z.strictObject({
  id: idSchema,
  /** UTC ms: when it was entered; null: before the workspace was shared. */
  at: z.int().nullable(),
  leadId: z.string().nullable(),
  leadName: z.string().nullable(),
  /** A field, as in the history of a lead; of anything else its table and column. */
  key: z.string(),
  label: z.string(),
  /** How the values are written. `field`: as those of the field `key`. `hidden`: they have no words, and are null. */
  kind: z.enum(['field', 'text', 'number', 'money', 'percent', 'date', 'time', 'hidden']),
  /** What was entered, and does not stand. */
  value,
  by: z.string().nullable(),
  stands: value,
  standsBy: z.string().nullable(),
  /** Whether a click can make the other one stand. */
  canUse: z.boolean(),
});
export type OverruledValue = Readonly<z.infer<typeof overruledSchema>>;

export const overruled = {
  'overruled.list': query({
    /** `leadId`: of this lead all there ever was; null: of everything what is left to look at. */
    input: z.strictObject({ leadId: idSchema.nullable() }),
    output: z.strictObject({
      /** Latest first, at most 200. */
      values: z.array(overruledSchema),
      /** Leads that were deleted on one computer while another one worked on them: they stand. */
      broughtBack: z.array(
        z.strictObject({
          id: idSchema,
          leadId: idSchema,
          leadName: z.string(),
          at: z.int().nullable(),
          deletedBy: z.string().nullable(),
        }),
      ),
    }),
    reads: ['conflict', 'packet', 'lead', 'custom_value', 'custom_field'],
  }),
  'overruled.use': command({ label: 'use other value', input: z.strictObject({ id: idSchema }), output: nothing }),
  /** Takes it off the list of this computer. The history of the lead keeps it. */
  'overruled.dismiss': command({ label: 'dismiss value', input: z.strictObject({ id: idSchema }), output: nothing }),
} as const;
