// Bulk log: a pasted list of people, logged in one step.
import * as z from 'zod';
import { leadFactsSchema } from '../lead.ts';
import { command, query } from './entry.ts';
import { idSchema, noteSchema, whenSchema } from './parts.ts';

const guestFacts = leadFactsSchema.pick({ firstName: true, lastName: true, email: true, company: true });

export const guests = {
  'guests.recognise': query({
    input: z.strictObject({ text: z.string().max(200_000) }),
    output: z.array(
      z.strictObject({
        /** The line as it was pasted. */
        text: z.string(),
        facts: guestFacts,
        /** Who they are among the leads; null: nobody known. */
        lead: z.strictObject({ id: idSchema, name: z.string(), company: z.string().nullable() }).nullable(),
        /** How they were found; by name several may be meant. */
        by: z.enum(['email', 'name']).nullable(),
        alike: z.int(),
      }),
    ),
    reads: ['lead'],
  }),
  'guests.log': command({
    label: ({ people }) => `log activity for ${people.length} ${people.length === 1 ? 'person' : 'people'}`,
    input: z.strictObject({
      people: z
        .array(z.union([z.strictObject({ id: idSchema }), z.strictObject({ facts: guestFacts })]))
        .min(1)
        .max(1000),
      typeId: idSchema,
      when: whenSchema.nullable().default(null),
      note: noteSchema.default(null),
    }),
    output: z.strictObject({ logged: z.int(), added: z.int(), promoted: z.int() }),
  }),
} as const;
