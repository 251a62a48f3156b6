// Bulk log: a pasted list of people, logged in one step.
import * as z from 'zod';
import { leadAttributesSchema } from '../lead.ts';
import { command, query } from './entry.ts';
import { idSchema, noteSchema, touchInput, whenSchema } from './parts.ts';

const contactAttributes = leadAttributesSchema.pick({ firstName: true, lastName: true, email: true, company: true });

export const bulkLog = {
  'bulkLog.match': query({
    input: z.strictObject({ text: z.string().max(200_000) }),
    output: z.array(
      z.strictObject({
        /** The line as it was pasted. */
        text: z.string(),
        attributes: contactAttributes,
        /** Who they are among the leads; null: nobody known. */
        lead: z.strictObject({ id: idSchema, name: z.string(), company: z.string().nullable() }).nullable(),
        /** How they were found; by name several may be meant. */
        by: z.enum(['email', 'name']).nullable(),
        alike: z.int(),
      }),
    ),
    reads: ['lead'],
  }),
  'bulkLog.save': command({
    label: ({ leads }) => `log activity for ${leads.length} ${leads.length === 1 ? 'person' : 'people'}`,
    input: z.strictObject({
      leads: z
        .array(z.union([z.strictObject({ id: idSchema }), z.strictObject({ attributes: contactAttributes })]))
        .min(1)
        .max(1000),
      typeId: idSchema,
      when: whenSchema.nullable().default(null),
      note: noteSchema.default(null),
      ...touchInput,
    }),
    output: z.strictObject({ logged: z.int(), added: z.int(), promoted: z.int() }),
  }),
} as const;
