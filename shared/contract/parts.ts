// Shapes that several calls share: ids, pages, and the one row in which a lead appears on every list.
import * as z from 'zod';
import { contentSchema } from '../activity.ts';
import { enteredDateSchema } from '../dates.ts';
import { idSchema } from '../id.ts';
import { leadSchema } from '../lead.ts';
import { timeSchema } from '../next-step.ts';
import { scoreSchema } from '../score.ts';

export { idSchema };
export const idsSchema = z.array(idSchema).min(1).max(10_000);
/** Leads that a command may touch in its one turn, some 30 ms at most; more of them go through `bulk.run`. */
export const fewAtOnce = 100;
export const fewIdsSchema = z.array(idSchema).min(1).max(fewAtOnce);
export const nothing = z.strictObject({});
/** A new row whole, with `id` null; or of one that is there what changes, and nothing else. */
export const newOrChanged = <T extends z.ZodRawShape>(schema: z.ZodObject<T>) =>
  z.union([schema.extend({ id: z.null() }).strict(), schema.partial().extend({ id: idSchema }).strict()]);
export const noteSchema = z.string().trim().min(1).max(5000).nullable();

/** Which rows of a long list: `from` is 0-based; at most 500 at once. */
export const pageSchema = z.strictObject({
  from: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
});

/** The day something happened, with the time when it is known; both in the workspace's zone. */
export const whenSchema = z.strictObject({
  date: enteredDateSchema,
  time: timeSchema.nullable(),
});

/** What an activity was about: the campaign it belongs to, and the guide, webinar or ad. */
export const touchInput = {
  campaignId: idSchema.nullable().default(null),
  content: contentSchema.nullable().default(null),
};

/** What the words of a rule or a line are made of: "Channel is Website", "Demo requested". */
export const nameTables = ['activity_type', 'channel', 'campaign', 'member', 'custom_field'] as const;
/** What a lead's row stands on. */
export const rowTables = [
  'lead',
  'activity',
  'deal',
  'criteria',
  'setting',
  'score_adjustment',
  'custom_value',
  'lead_tag',
  'tag',
  ...nameTables,
] as const;

/** A lead as one row or card. */
export const leadRowSchema = leadSchema
  .pick({
    id: true,
    firstName: true,
    lastName: true,
    company: true,
    jobTitle: true,
    email: true,
    phone: true,
    externalId: true,
    channelId: true,
    memberId: true,
    stage: true,
    stageSince: true,
    nurtureUntil: true,
    nextStep: true,
    nextStepOn: true,
    nextStepTime: true,
    nextStepRepeats: true,
    createdAt: true,
  })
  .extend({
    name: z.string(),
    /** They asked not to be contacted. */
    optedOut: z.boolean(),
    /** The number tidied, with the link that calls it; null: none is known, or they asked not to be contacted. */
    call: z.strictObject({ text: z.string(), url: z.string() }).nullable(),
    score: scoreSchema,
    /** In the order of their labels. */
    tagIds: z.array(z.string()),
    /** What weighs most in the score: "Demo requested"; null when nothing gave points. */
    strongest: z.string().nullable(),
    /** UTC ms of the latest activity of either side. */
    lastActivityAt: z.int().nullable(),
    /** Open deals, or won ones for a customer; minor units; null when there is none. */
    amount: z.int().nullable(),
  });
export type LeadRow = Readonly<z.infer<typeof leadRowSchema>>;
export const leadPageSchema = z.strictObject({ total: z.int(), rows: z.array(leadRowSchema) });
