// Leads: list, read, add, edit, move through the funnel.
import * as z from 'zod';
import { activitySchema } from '../activity.ts';
import { customValueSchema } from '../custom-field.ts';
import { enteredDateSchema } from '../dates.ts';
import { dealSchema } from '../deal.ts';
import { leadAttributesSchema, leadSchema } from '../lead.ts';
import { amountSchema } from '../money.ts';
import { receiptSchema, scoreAdjustmentSchema, scoreDetailSchema } from '../score.ts';
import { disqualifyReasonSchema, lostReasonSchema, rejectReasonSchema, stageLabels, stageSchema } from '../stages.ts';
import { waitSchema } from './board.ts';
import { command, query } from './entry.ts';
import { fewIdsSchema, idSchema, leadPageSchema, noteSchema, nothing, pageSchema, rowTables } from './parts.ts';

export const leadSortSchema = z.enum([
  'score',
  'name',
  'company',
  'stage',
  'stageSince',
  'lastActivityAt',
  'createdAt',
]);

/** One stage change as the lead page shows it. */
export const stageChangeSchema = z.strictObject({
  id: idSchema,
  leadId: idSchema,
  from: stageSchema.nullable(),
  to: stageSchema,
  at: z.int(),
  /** Who or what moved it. */
  cause: z.enum(['created', 'hand', 'score', 'activity', 'import', 'opening']),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  memberId: z.string().nullable(),
});

const early = { note: noteSchema.optional() };
/** On the way back from a deal: what becomes of it. Left out: it stays open. */
const back = { ...early, dropDeals: z.boolean().optional() };
/** Whether open next steps end. Left out: they stay, but for a lead that is lost or disqualified, whose next steps always end. */
const planned = { endSteps: z.boolean().optional() };
/** Where a lead goes, with what must be said on the way there. */
export const moveSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.enum(['stranger', 'visitor', 'lead', 'mql']), ...back }),
  z.strictObject({
    to: z.literal('sql'),
    ...back,
    /** What sales learned when accepting; asked, not forced. */
    attributes: leadAttributesSchema
      .pick({
        need: true,
        needNote: true,
        budget: true,
        authority: true,
        authorityNote: true,
        timeline: true,
        timelineNote: true,
        memberId: true,
      })
      .partial()
      .optional(),
  }),
  z.strictObject({
    to: z.literal('opportunity'),
    ...early,
    amount: amountSchema.nullable(),
    dealName: z.string().trim().min(1).max(300).nullable().optional(),
    expectedClose: enteredDateSchema.nullable().optional(),
    /** For a customer. stay: they stay one, and a new deal opens; reopen: they have not bought after all, and that deal is open again. */
    again: z.enum(['stay', 'reopen']).optional(),
  }),
  z.strictObject({ to: z.literal('customer'), ...early, amount: amountSchema.nullable(), ...planned }),
  z.strictObject({
    to: z.literal('nurture'),
    ...early,
    until: enteredDateSchema,
    reason: rejectReasonSchema.nullable(),
    /** The nurture plan they are put on; null: none. Left out: the one that starts by itself for this reason, if any. */
    planId: idSchema.nullable().optional(),
    ...planned,
  }),
  z.strictObject({ to: z.literal('disqualified'), ...early, reason: disqualifyReasonSchema }),
  z.strictObject({ to: z.literal('lost'), ...early, reason: lostReasonSchema, ...planned }),
]);
export type Move = Readonly<z.infer<typeof moveSchema>>;

export const leads = {
  'leads.list': query({
    input: pageSchema.extend({
      /** Words or parts of words in name, company, e-mail and notes; case and accents do not matter. */
      search: z.string().max(200).default(''),
      stages: z.array(stageSchema).max(10).nullable().default(null),
      memberId: idSchema.nullable().default(null),
      sort: leadSortSchema.default('score'),
      descending: z.boolean().default(true),
    }),
    output: leadPageSchema,
    reads: rowTables,
  }),
  'leads.get': query({
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({
      lead: leadSchema,
      name: z.string(),
      /** Values of the owner's own fields, by field id. */
      customValues: z.record(z.string(), customValueSchema),
      tagIds: z.array(z.string()),
      score: scoreDetailSchema,
      /** For an MQL: how its wait for sales stands. */
      wait: waitSchema.nullable(),
      activities: z.array(activitySchema),
      /** How many activities there are; `activities` holds the latest 500. */
      activityCount: z.int(),
      stageChanges: z.array(stageChangeSchema),
      receipts: z.array(z.strictObject({ stageChangeId: idSchema, receipt: receiptSchema })),
      deals: z.array(dealSchema),
      /** Points given by hand, oldest first, as their lines stand in the score. */
      scoreAdjustments: z.array(scoreAdjustmentSchema),
      colleagues: z.array(z.strictObject({ id: idSchema, name: z.string(), stage: stageSchema })),
    }),
    reads: [...rowTables, 'stage_change', 'receipt'],
  }),
  'leads.create': command({
    label: 'add lead',
    input: z.strictObject({
      attributes: leadAttributesSchema.partial(),
      stage: z.enum(['stranger', 'visitor', 'lead']).default('lead'),
    }),
    output: z.strictObject({ id: idSchema }),
  }),
  'leads.update': command({
    label: 'edit lead',
    input: z.strictObject({ id: idSchema, attributes: leadAttributesSchema.partial() }),
    output: z.strictObject({ promoted: z.boolean() }),
  }),
  'leads.setNextStep': command({
    label: 'next step',
    input: z.strictObject({
      id: idSchema,
      /** What is left out stays. */
      nextStep: leadSchema.shape.nextStep.optional(),
      nextStepOn: enteredDateSchema.nullable().optional(),
    }),
    output: nothing,
  }),
  /** Points given or taken by hand; a line of the score like any other. */
  'leads.adjustScore': command({
    label: ({ points }) => (points < 0 ? 'subtract points' : 'add points'),
    input: z.strictObject({
      id: idSchema,
      points: scoreAdjustmentSchema.shape.points.refine(points => points !== 0, 'Enter a number other than 0.'),
      reason: scoreAdjustmentSchema.shape.reason,
    }),
    output: z.strictObject({ promoted: z.boolean() }),
  }),
  'leads.removeAdjustment': command({
    label: 'remove score adjustment',
    input: z.strictObject({ id: idSchema, pointsId: idSchema }),
    output: z.strictObject({ promoted: z.boolean() }),
  }),
  /** Why the score may never make an MQL of this lead; null takes the mark back. */
  'leads.setMqlExclusion': command({
    label: ({ reason }) => (reason === null ? 'allow MQL again' : 'exclude from MQL'),
    input: z.strictObject({ id: idSchema, reason: z.string().trim().min(1).max(500).nullable() }),
    output: z.strictObject({ promoted: z.boolean() }),
  }),
  'leads.remove': command({
    label: ({ ids }) => (ids.length === 1 ? 'delete lead' : `delete ${ids.length} leads`),
    input: z.strictObject({ ids: fewIdsSchema }),
    output: nothing,
  }),
  'leads.move': command({
    label: ({ move }) => `move to ${stageLabels[move.to].label}`,
    input: z.strictObject({ ids: fewIdsSchema, move: moveSchema }),
    output: z.strictObject({
      /** Next steps that ended with it. */
      endedSteps: z.int(),
    }),
  }),
} as const;
