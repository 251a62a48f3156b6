// Deals: open one, change it, win or lose it. The first one opens with the move to Opportunity; these are for all others.
import * as z from 'zod';
import { enteredDateSchema } from '../dates.ts';
import { dealSchema } from '../deal.ts';
import { amountSchema } from '../money.ts';
import { lostReasonSchema } from '../stages.ts';
import { command } from './entry.ts';
import { idSchema, noteSchema } from './parts.ts';

export const deals = {
  'deals.save': command({
    label: ({ id }) => (id === null ? 'open deal' : 'change deal'),
    input: dealSchema
      .pick({ amount: true, probability: true })
      .extend({
        id: idSchema.nullable(),
        leadId: idSchema,
        name: dealSchema.shape.name.nullable(),
        expectedClose: enteredDateSchema.nullable(),
      })
      .strict(),
    output: z.strictObject({ id: idSchema }),
  }),
  'deals.close': command({
    label: ({ end }) => (end.how === 'won' ? 'win deal' : 'lose deal'),
    input: z.strictObject({
      id: idSchema,
      end: z.discriminatedUnion('how', [
        z.strictObject({ how: z.literal('won'), amount: amountSchema.nullable() }),
        z.strictObject({ how: z.literal('lost'), reason: lostReasonSchema }),
      ]),
      note: noteSchema.default(null),
      /** Whether the lead's open next steps end. Left out: they stay, unless the lead is lost with the deal. */
      endSteps: z.boolean().optional(),
    }),
    output: z.strictObject({
      /** Next steps that ended with it. */
      endedSteps: z.int(),
    }),
  }),
} as const;
