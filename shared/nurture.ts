// Nurture plans: a few dated touches, each an e-mail written in advance with fields that are filled in for one person.
import * as z from 'zod';
import { contentSchema } from './activity.ts';
import { idSchema } from './id.ts';
import { rejectReasonSchema } from './stages.ts';

export const nurtureTouchSchema = z.strictObject({
  id: idSchema,
  /** Days after the lead was put on the plan. */
  day: z.int().min(0).max(3650),
  label: z.string().trim().min(1).max(200),
  /** Templates, with fields in {{double braces}}. */
  subject: z.string().trim().max(500),
  body: z.string().trim().max(20_000),
});
/** When a plan starts by itself: never, where there is neither a download nor a reason. */
export const planStartsSchema = z.strictObject({
  /** On a download; content and campaign narrow it, null is any. */
  download: z.strictObject({ content: contentSchema.nullable(), campaignId: idSchema.nullable() }).nullable(),
  /** When sales rejects an MQL for one of these reasons. */
  rejected: z.array(rejectReasonSchema).max(20),
});
export type PlanStarts = Readonly<z.infer<typeof planStartsSchema>>;
export const neverStarts: PlanStarts = { download: null, rejected: [] };

export const nurturePlanSchema = z.strictObject({
  id: idSchema,
  label: z.string().trim().min(1).max(200),
  archived: z.boolean(),
  starts: planStartsSchema,
  /** By day. */
  touches: z.array(nurtureTouchSchema).max(50),
});
export type NurtureTouch = Readonly<z.infer<typeof nurtureTouchSchema>>;
export type NurturePlan = Readonly<z.infer<typeof nurturePlanSchema>>;

/** Why a plan ended before its last touch. */
export const planEnds = {
  'with-sales': 'now with sales',
  disqualified: 'disqualified',
  lost: 'lost',
  replaced: 'another plan started',
  stopped: 'stopped manually',
  'opted-out': 'asked not to be contacted',
  restricted: 'restricted',
} as const;
export type PlanEnd = keyof typeof planEnds;

/** What started a plan by itself. */
export const planStarters = ['download', 'rejected'] as const;
export type PlanStarter = (typeof planStarters)[number];

/** Days after which a download, or a rejection of an import, starts no plan any more: what is logged late is no news. */
export const startsWithinDays = 30;

/** The fields a template may hold, as they are written between the braces. */
export const templateFields = [
  'first name',
  'last name',
  'name',
  'company',
  'job title',
  'my name',
  'my company',
] as const;
export type TemplateField = (typeof templateFields)[number];

/** To begin with: a guide, a case study, a check-in. The words are the owner's to change. */
export const templatePlan: Omit<NurturePlan, 'id' | 'touches'> & {
  readonly touches: readonly Omit<NurtureTouch, 'id'>[];
} = {
  label: 'Guide, case study, check-in',
  archived: false,
  starts: neverStarts,
  touches: [
    {
      day: 0,
      label: 'Guide',
      subject: 'The guide you asked for',
      body: `Hello {{first name|there}},

thank you for your interest. Here is our guide; the part on page 3 may be what {{company|your company}} needs most.

Is there a question it leaves open?

{{my name}}
{{my company}}`,
    },
    {
      day: 14,
      label: 'Case study',
      subject: 'How a company like yours did it',
      body: `Hello {{first name|there}},

this is how one of our customers solved it, with what it cost and what it brought. Two pages, no more.

Would something like this be of use at {{company|your company}}?

{{my name}}
{{my company}}`,
    },
    {
      day: 30,
      label: 'Check-in',
      subject: 'Is now a better time?',
      body: `Hello {{first name|there}},

when we last spoke it was too early. Has anything changed? A short answer is enough, also if it is no.

{{my name}}
{{my company}}`,
    },
  ],
};
