// Nurture: plans and their touches, leads on a plan, and the e-mails that fall due.
import * as z from 'zod';
import { enteredDateSchema, plainDateSchema } from '../dates.ts';
import {
  neverStarts,
  nurturePlanSchema,
  nurtureTouchSchema,
  type PlanEnd,
  planEnds,
  planStarters,
  planStartsSchema,
  templateFields,
} from '../nurture.ts';
import { command, query } from './entry.ts';
import { idSchema, idsSchema, nothing } from './parts.ts';

const endSchema = z.enum(Object.keys(planEnds) as [PlanEnd, ...PlanEnd[]]);
const planTables = ['nurture_plan', 'nurture_touch', 'lead_plan', 'lead_touch'] as const;
const touchId = z.strictObject({ id: idSchema });

export const nurture = {
  'nurture.plans': query({
    input: nothing,
    output: z.array(
      nurturePlanSchema.extend({
        /** Leads that are on it now. */
        count: z.int(),
      }),
    ),
    reads: planTables,
  }),
  'nurture.savePlan': command({
    label: ({ id, archived }) =>
      id === null ? 'add nurture plan' : archived ? 'archive nurture plan' : 'change nurture plan',
    /** A new plan with its e-mails, or what changes of the plan itself. */
    input: z.union([
      nurturePlanSchema.extend({
        id: z.null(),
        starts: planStartsSchema.default(neverStarts),
        touches: z.array(nurtureTouchSchema.extend({ id: z.null() })).max(50),
      }),
      nurturePlanSchema.omit({ touches: true }).partial().extend({ id: idSchema }).strict(),
    ]),
    output: z.strictObject({ id: idSchema }),
  }),
  /** Adds an e-mail to a plan, or changes one of it. */
  'nurture.saveTouch': command({
    label: 'change nurture plan',
    input: z.union([
      nurtureTouchSchema.extend({ planId: idSchema, id: z.null() }),
      nurtureTouchSchema.partial().extend({ planId: idSchema, id: idSchema }).strict(),
    ]),
    output: z.strictObject({ id: idSchema }),
  }),
  'nurture.removeTouch': command({
    label: 'change nurture plan',
    input: z.strictObject({ planId: idSchema, id: idSchema }),
    output: nothing,
  }),
  'nurture.start': command({
    label: ({ leadIds }) => (leadIds.length === 1 ? 'add to plan' : `add ${leadIds.length} people to a plan`),
    input: z.strictObject({
      leadIds: idsSchema,
      planId: idSchema,
      startsOn: enteredDateSchema.nullable().default(null),
    }),
    output: nothing,
  }),
  'nurture.stop': command({
    label: 'stop nurture plan',
    input: z.strictObject({ leadIds: idsSchema }),
    output: nothing,
  }),
  /** Plans that started by themselves since yesterday and still run, latest first; `step`: the one that Undo takes back next. */
  'nurture.started': query({
    input: nothing,
    output: z.array(
      z.strictObject({
        id: idSchema,
        leadId: idSchema,
        name: z.string(),
        plan: z.string(),
        by: z.enum(planStarters),
        step: z.string().nullable(),
      }),
    ),
    reads: ['lead_plan', 'nurture_plan', 'lead', 'step', 'sharing'],
  }),
  'nurture.ofLead': query({
    input: z.strictObject({ leadId: idSchema }),
    output: z.strictObject({
      /** The plan they are on, or were on last. */
      plan: z
        .strictObject({
          id: idSchema,
          planId: idSchema,
          label: z.string(),
          startsOn: plainDateSchema,
          /** Null: a person put them on it. */
          startedBy: z.enum(planStarters).nullable(),
          /** The content that was downloaded, or the reason of the rejection. */
          startedFor: z.string().nullable(),
          endedAt: z.int().nullable(),
          endedBecause: endSchema.nullable(),
          touches: z.array(
            z.strictObject({
              id: idSchema,
              label: z.string(),
              dueOn: plainDateSchema,
              outcome: z.enum(['sent', 'skipped']).nullable(),
              closedAt: z.int().nullable(),
            }),
          ),
        })
        .nullable(),
      /** They asked not to be contacted: nothing is due, whatever the plan says. */
      leftAlone: z.boolean(),
    }),
    reads: [...planTables, 'lead', 'activity'],
  }),
  /** The e-mail of a touch with its fields filled in. */
  'nurture.email': query({
    input: touchId,
    output: z.strictObject({
      /** Null: no address is known. */
      to: z.string().nullable(),
      subject: z.string(),
      body: z.string(),
      missing: z.array(z.enum(templateFields)),
      unknown: z.array(z.string()),
    }),
    reads: [...planTables, 'lead', 'member', 'setting', 'activity'],
  }),
  /** It has been sent: an activity "E-mail sent" is logged. */
  'nurture.sent': command({ label: 'log e-mail', input: touchId, output: nothing }),
  'nurture.skip': command({ label: 'skip e-mail', input: touchId, output: nothing }),
  'nurture.snooze': command({
    label: 'snooze e-mail',
    input: touchId.extend({ until: enteredDateSchema }),
    output: nothing,
  }),
} as const;
