// Next steps of a lead: plan one, change it, do it, drop it.
import * as z from 'zod';
import { readStepSchema } from '../log-line.ts';
import { nextStepSchema, plannedSchema, seenStepSchema } from '../next-step.ts';
import { command, query } from './entry.ts';
import { whoSchema } from './lead-table.ts';
import { idSchema, noteSchema, nothing, rowTables } from './parts.ts';

const ofLead = z.strictObject({ leadId: idSchema, id: idSchema, seen: seenStepSchema });

export const nextSteps = {
  'nextSteps.ofLead': query({
    input: z.strictObject({ leadId: idSchema }),
    /** In the order in which they are to be done. */
    output: z.array(
      nextStepSchema.extend({
        /** The activity its words stand for; null: they name none. */
        typeId: idSchema.nullable(),
      }),
    ),
    reads: ['lead', 'later_step', 'activity_type'],
  }),
  /** What leads have planned, to be said before a move ends it. */
  'nextSteps.planned': query({
    input: z.strictObject({ who: whoSchema }),
    output: z.strictObject({
      /** Open next steps, and the first of them. */
      count: z.int(),
      first: z.array(nextStepSchema),
      /** Leads on a nurture plan. */
      onPlan: z.int(),
    }),
    reads: [...rowTables, 'later_step', 'lead_plan'],
  }),
  /** Reads a next step as it is typed: "send quote thu". */
  'nextSteps.parse': query({
    input: z.strictObject({ text: z.string().max(500) }),
    output: readStepSchema,
    reads: ['activity_type', 'member', 'setting', 'campaign', 'channel', 'activity'],
  }),
  /** Adds a step (`id` null), or changes one: what is left out stays. */
  'nextSteps.save': command({
    label: ({ id }) => (id === null ? 'plan next step' : 'change next step'),
    input: z.union([
      plannedSchema.extend({ leadId: idSchema, id: z.null() }),
      plannedSchema.partial().extend(ofLead.shape).strict(),
    ]),
    output: nothing,
  }),
  /** Logs what was done, takes the step away or moves it to its next day, and plans what comes then. */
  'nextSteps.done': command({
    label: 'next step done',
    input: ofLead.extend({
      /** The activity it counts as; null: none. */
      typeId: idSchema.nullable(),
      note: noteSchema.default(null),
      next: plannedSchema.nullable().default(null),
    }),
    output: z.strictObject({ promoted: z.boolean() }),
  }),
  'nextSteps.remove': command({ label: 'remove next step', input: ofLead, output: nothing }),
} as const;
