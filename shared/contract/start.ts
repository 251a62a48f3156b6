// Starting with the criteria: templates, ideal customer, need check, criteria files.
import * as z from 'zod';
import { idealCustomerSchema } from '../ideal-customer.ts';
import { scoringNeedSchema } from '../scoring-need.ts';
import { command, procedure, query } from './entry.ts';
import { idSchema, nameTables, nothing } from './parts.ts';
import { figureSources } from './review.ts';

/** What the draft would say otherwise: one sentence each; none when it says the same. */
const changes = z.array(z.string());
const criteriaSources = ['criteria', 'setting', ...nameTables] as const;
const saved = z.strictObject({
  /** False: the rules in force say this already, so that no draft is needed. */
  draft: z.boolean(),
});
/** The page gives a token; see ipc/file-tokens.ts. */
const fileInput = z.strictObject({ path: z.string().min(1).max(4096) });

export const start = {
  'sets.list': query({
    input: nothing,
    output: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        about: z.string(),
        /** Every rule of the set in a sentence, the answers about the ideal customer among them. */
        text: z.array(z.string()),
        /** Against the draft, or the rules in force where there is none. */
        changes,
        /** Activity types that would be added, by name. */
        newTypes: z.array(z.string()),
      }),
    ),
    reads: criteriaSources,
  }),
  /** The draft is this set from now on, with the rules that the ideal-customer questions wrote. */
  'sets.take': command({ label: 'start from a template', input: z.strictObject({ id: idSchema }), output: saved }),

  'idealCustomer.get': query({
    input: nothing,
    output: z.strictObject({
      /** As last answered; null: never. */
      answers: idealCustomerSchema.nullable(),
      /** What is frequent among the leads there are, to choose from. */
      frequent: z.strictObject({
        titles: z.array(z.string()),
        industries: z.array(z.string()),
        countries: z.array(z.string()),
      }),
    }),
    reads: ['setting', 'lead', 'criteria'],
  }),
  /** What answers would write into the draft, in words. */
  'idealCustomer.preview': query({
    input: z.strictObject({ answers: idealCustomerSchema }),
    output: z.strictObject({
      /** Every rule these answers make. */
      text: z.array(z.string()),
      changes,
    }),
    reads: criteriaSources,
  }),
  'idealCustomer.save': command({
    label: 'set ideal customer',
    input: z.strictObject({ answers: idealCustomerSchema }),
    output: saved,
  }),

  /** Do you need scoring yet? */
  'scoringNeed.get': query({ input: nothing, output: scoringNeedSchema, reads: figureSources }),

  /** Writes a set of criteria where the owner says; null: nowhere. */
  'criteriaFile.save': procedure({
    input: z.strictObject({ what: z.enum(['draft', 'in-force']) }),
    output: z.strictObject({ saved: z.string().nullable() }),
  }),
  'criteriaFile.read': procedure({
    input: fileInput,
    output: z.strictObject({
      name: z.string(),
      text: z.array(z.string()),
      /** Against the draft, or the rules in force where there is none. */
      changes,
      /** Activity types and own fields the workspace does not have, by name; rules and shortcuts that stand on them. */
      unknown: z.array(z.string()),
      rulesOnUnknown: z.int(),
    }),
  }),
  /** The draft is what the file says from now on. */
  'criteriaFile.take': procedure({
    input: fileInput.extend({ unknown: z.enum(['add', 'leave-out']).default('add') }),
    output: saved,
  }),
} as const;
