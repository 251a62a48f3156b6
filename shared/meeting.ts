// The meeting of a week: decisions, action items, commitments and minutes.
import * as z from 'zod';
import { mqlsAWeekText } from './count-text.ts';
import { plainDateSchema } from './dates.ts';
import { idSchema } from './id.ts';
import { overviewSchema } from './overview.ts';
import { carriedPlanSchema, planProgressSchema } from './plan.ts';

const sentence = z.string().trim().min(1).max(2000);

export const verdicts = ['keep', 'change', 'revert'] as const;
export const decisionVerdictSchema = z.enum(verdicts);
export type DecisionVerdict = (typeof verdicts)[number];
export const verdictLabels: Readonly<Record<DecisionVerdict, string>> = {
  keep: 'Keep',
  change: 'Change',
  revert: 'Reverse',
};

/** Weeks after which a decision is looked at again. */
export const comesBackAfterWeeks = 4;

/** What a decision is expected to change, on average a week; null where it says nothing about it. */
export const expectedSchema = z.strictObject({
  mqlsAWeek: z.number().min(0).max(1e6).nullable(),
  /** Share of the answered MQLs, 0 to 1. */
  acceptance: z.number().min(0).max(1).nullable(),
  /** The plan the decision carries, with what it wants. */
  plan: carriedPlanSchema.optional(),
});
export type Expected = Readonly<z.infer<typeof expectedSchema>>;

/** The same two numbers as they were over some weeks, each with what it stands on. */
export const effectSchema = z.strictObject({
  weeks: z.int(),
  from: plainDateSchema,
  /** First date after. */
  to: plainDateSchema,
  mqlsAWeek: z.number(),
  mqls: z.int(),
  accepted: z.int(),
  answered: z.int(),
});
export type DecisionEffect = Readonly<z.infer<typeof effectSchema>>;

export const decisionSchema = z.strictObject({
  id: z.string(),
  /** First day of the week whose review decided it. */
  weekStart: plainDateSchema,
  text: sentence,
  /** The version of the criteria that it made; null: it changes none. */
  criteria: z.strictObject({ id: z.string(), number: z.int() }).nullable(),
  expected: expectedSchema.nullable(),
  comesBack: plainDateSchema.nullable(),
  verdict: decisionVerdictSchema.nullable(),
  outcome: sentence.nullable(),
  /** First day of the week whose review answered it. */
  answeredIn: plainDateSchema.nullable(),
});
export type Decision = Readonly<z.infer<typeof decisionSchema>>;

/** What happened against what was expected, as far as so few people can tell. */
export const heldSchema = z.enum(['as-expected', 'more', 'less']);
export type DecisionOutcome = z.infer<typeof heldSchema>;

/** A decision that has come back: what was before it and what has happened since. */
export const comingBackSchema = decisionSchema.extend({
  before: effectSchema,
  since: effectSchema,
  /** What has come of the plan it carries. */
  progress: planProgressSchema.optional(),
  /** Null where nothing was expected, or nothing has happened that could be compared with it. */
  held: z
    .strictObject({ mqlsAWeek: heldSchema.nullable(), acceptance: heldSchema.nullable() })
    .default({ mqlsAWeek: null, acceptance: null }),
});
export type ComingBack = Readonly<z.infer<typeof comingBackSchema>>;

export const actionItemSchema = z.strictObject({
  id: z.string(),
  weekStart: plainDateSchema,
  text: sentence,
  memberId: idSchema.nullable(),
  dueOn: plainDateSchema.nullable(),
  /** UTC ms. */
  doneAt: z.int().nullable(),
});
export type ActionItem = Readonly<z.infer<typeof actionItemSchema>>;

/** Null where a side promises nothing of that kind. */
export const slaSchema = z.strictObject({
  mqlsAWeek: z.int().min(0).max(1_000_000).nullable(),
  acceptedPercent: z.int().min(0).max(100).nullable(),
  answerHours: z.int().min(1).max(1000).nullable(),
});
export type Sla = Readonly<z.infer<typeof slaSchema>>;
export const nothingPromised: Sla = { mqlsAWeek: null, acceptedPercent: null, answerHours: null };

/** "3 MQLs a week, 60 % of them accepted; an answer within 24 hours". */
export function slaText({ mqlsAWeek, acceptedPercent, answerHours }: Sla): string {
  const marketing = [
    mqlsAWeek === null ? null : mqlsAWeekText(String(mqlsAWeek)),
    acceptedPercent === null ? null : `${acceptedPercent} % accepted by sales`,
  ].filter(part => part !== null);
  const sales = answerHours === null ? [] : [`an answer within ${answerHours} ${answerHours === 1 ? 'hour' : 'hours'}`];
  return [marketing.join(', '), ...sales].filter(part => part !== '').join('; ');
}

/** One part of a promise against a week: kept, broken, or open while it can still go either way. */
export const slaResultSchema = z.strictObject({
  side: z.enum(['marketing', 'sales']),
  what: z.enum(['mqls', 'acceptance', 'answer']),
  /** "3 MQLs a week". */
  text: z.string(),
  state: z.enum(['kept', 'broken', 'open']),
  /** What happened: "2 became MQL". */
  happened: z.string(),
  /** Leads for which it was broken, with who has them; empty where it is about a number. */
  leads: z.array(
    z.strictObject({ leadId: z.string(), name: z.string(), member: z.string().nullable(), hours: z.number() }),
  ),
});
export type SlaResult = Readonly<z.infer<typeof slaResultSchema>>;

/** Rejections of one reason with the rules that gave those leads their points. */
export const rejectionReasonSchema = z.strictObject({
  reason: z.string(),
  label: z.string(),
  leads: z.array(z.strictObject({ leadId: z.string(), name: z.string() })),
  rules: z.array(z.strictObject({ what: z.string(), points: z.int(), leads: z.int() })),
  /** People of this reason without a receipt: somebody made them MQL by hand. */
  manual: z.int(),
});
export type RejectionReason = Readonly<z.infer<typeof rejectionReasonSchema>>;

/** What closing keeps beside the figures. Leads by id alone: names live with the leads, so that erasing somebody erases the name. */
export const minutesSchema = z.strictObject({
  version: z.literal(1),
  attendees: z.array(z.string()),
  notes: z.string().nullable(),
  decisions: z.array(decisionSchema),
  items: z.array(actionItemSchema.extend({ member: z.string().nullable() })),
  sla: slaSchema.nullable(),
  /** How the promise in force went. */
  kept: z.array(
    slaResultSchema.extend({
      leads: z.array(z.strictObject({ leadId: z.string(), member: z.string().nullable(), hours: z.number() })),
    }),
  ),
  /** Action items of earlier meetings as they stood. */
  earlierItems: z.array(actionItemSchema.extend({ member: z.string().nullable() })),
  /** Decisions that had come back, with what was answered. */
  cameBack: z.array(comingBackSchema),
  mqls: z.array(
    z.strictObject({ leadId: z.string(), at: z.int(), total: z.int().nullable(), because: z.string().nullable() }),
  ),
  /** Where we were at closing; reviews closed before Ripen kept it have none. */
  overview: overviewSchema.optional(),
  rejections: z.array(rejectionReasonSchema.omit({ leads: true }).extend({ leadIds: z.array(z.string()) })),
});
export type Minutes = Readonly<z.infer<typeof minutesSchema>>;
