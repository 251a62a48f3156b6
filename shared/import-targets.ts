// What a column of an imported file can become: every fact of a lead, and what else a row can say about it.
import * as z from 'zod';
import type { LeadField } from './lead.ts';
import { leadFieldNames, leadFields } from './lead.ts';

/** How the text of a cell is understood. 'value' cells are looked up in the mapping's own table of values. */
export type CellKind = 'text' | 'email' | 'phone' | 'url' | 'number' | 'money' | 'date' | 'known' | 'value' | 'notes';
export type TargetGroup = 'lead' | 'stage' | 'deal' | 'activity' | 'campaign';
export type TargetLabels = {
  readonly label: string;
  readonly kind: CellKind;
  readonly group: TargetGroup;
  /** What the label does not say; shown one hover away. */
  readonly hint?: string;
  /** True when several columns may feed it: their texts are put together, or each makes an activity of its own. */
  readonly many?: boolean;
};

const kinds: Readonly<Record<(typeof leadFields)[LeadField]['kind'], CellKind>> = {
  text: 'text',
  email: 'email',
  phone: 'phone',
  url: 'url',
  number: 'number',
  money: 'money',
  known: 'known',
  reference: 'value',
  notes: 'notes',
};

const many: readonly LeadField[] = ['firstName', 'lastName', 'notes', 'needNote', 'authorityNote', 'timelineNote'];

const attributeTargets = Object.fromEntries(
  leadFieldNames.map(field => [
    field,
    {
      label: leadFields[field].label,
      kind: kinds[leadFields[field].kind],
      group: 'lead',
      many: many.includes(field),
    } satisfies TargetLabels,
  ]),
) as Readonly<Record<LeadField, TargetLabels>>;

const otherTargets = {
  leadId: {
    label: 'Ripen lead',
    kind: 'text',
    group: 'lead',
    hint: 'The ID that Ripen gave this lead.',
  },
  fullName: { label: 'Full name', kind: 'text', group: 'lead', hint: 'Split into first and last name.' },
  otherEmail: { label: 'Other e-mail', kind: 'email', group: 'lead', many: true, hint: 'Kept in the notes.' },
  otherPhone: { label: 'Other phone', kind: 'phone', group: 'lead', many: true, hint: 'Kept in the notes.' },
  optOut: {
    label: 'Opted out',
    kind: 'known',
    group: 'lead',
    many: true,
    hint: 'Yes means they must not be contacted.',
  },
  consentOn: { label: 'Consent given on', kind: 'date', group: 'lead', hint: 'The day they agreed to be contacted.' },
  consentSource: {
    label: 'Consent source',
    kind: 'text',
    group: 'lead',
    hint: 'Where they agreed, such as a form or a fair.',
  },
  consentWording: {
    label: 'Consent wording',
    kind: 'notes',
    group: 'lead',
    hint: 'What they agreed to, as it was worded.',
  },
  tags: { label: 'Tags', kind: 'text', group: 'lead', many: true, hint: 'Separate several tags with commas.' },
  customField: {
    label: 'Custom field',
    kind: 'text',
    group: 'lead',
    many: true,
    hint: 'A field you added, such as a contract number.',
  },
  scoreAdjustments: {
    label: 'Score adjustments',
    kind: 'notes',
    group: 'lead',
    hint: 'As exported by Ripen: points, time and reason, one per line.',
  },
  createdOn: { label: 'Lead since', kind: 'date', group: 'lead', hint: 'The day they became a lead.' },
  nextStep: { label: 'Next step', kind: 'text', group: 'lead' },
  nextStepOn: { label: 'Next step on', kind: 'date', group: 'lead' },
  nextSteps: {
    label: 'All next steps',
    kind: 'notes',
    group: 'lead',
    hint: 'As exported by Ripen: day and time, repetition and text, one per line.',
  },
  stage: {
    label: 'Stage',
    kind: 'value',
    group: 'stage',
    many: true,
    hint: 'The furthest stage counts.',
  },
  stageOn: { label: 'In this stage since', kind: 'date', group: 'stage' },
  mqlOn: { label: 'Became MQL on', kind: 'date', group: 'stage' },
  sqlOn: { label: 'Became SQL on', kind: 'date', group: 'stage' },
  opportunityOn: { label: 'Became opportunity on', kind: 'date', group: 'stage' },
  customerOn: { label: 'Became customer on', kind: 'date', group: 'stage' },
  closedOn: {
    label: 'Closed on',
    kind: 'date',
    group: 'stage',
    hint: 'The day the deal was won or lost; for an open deal, its expected close date.',
  },
  lostOn: { label: 'Lost on', kind: 'date', group: 'stage' },
  disqualifiedOn: { label: 'Disqualified on', kind: 'date', group: 'stage' },
  nurtureUntil: { label: 'Nurture until', kind: 'date', group: 'stage' },
  mqlExclusion: { label: 'Never MQL', kind: 'text', group: 'stage', hint: 'Why this lead must never become MQL.' },
  reason: { label: 'Reason', kind: 'value', group: 'stage', hint: 'Why they were lost, rejected or disqualified.' },
  dealName: { label: 'Deal', kind: 'text', group: 'deal' },
  dealAmount: { label: 'Deal amount', kind: 'money', group: 'deal' },
  dealCloseOn: { label: 'Expected close', kind: 'date', group: 'deal' },
  dealProbability: { label: 'Deal probability', kind: 'number', group: 'deal', hint: 'In percent.' },
  activity: {
    label: 'Activity happened',
    kind: 'value',
    group: 'activity',
    many: true,
    hint: 'A date, a yes or a count in this column means it happened.',
  },
  activityType: { label: 'Activity type', kind: 'value', group: 'activity' },
  activityOn: { label: 'Activity date', kind: 'date', group: 'activity' },
  activityNote: { label: 'Activity note', kind: 'notes', group: 'activity', many: true },
  activityCampaign: {
    label: 'Activity campaign',
    kind: 'text',
    group: 'activity',
    hint: 'The campaign of this activity, where it is not that of the lead.',
  },
  activityContent: {
    label: 'Activity content',
    kind: 'text',
    group: 'activity',
    hint: 'Which guide, webinar or ad it was about.',
  },
  activityBy: { label: 'Logged by', kind: 'text', group: 'activity', hint: 'The team member who did or logged it.' },
  activityDone: {
    label: 'Activity is done',
    kind: 'known',
    group: 'activity',
    hint: 'Open tasks become the next step.',
  },
  spendAmount: { label: 'Spend', kind: 'money', group: 'campaign' },
  spendFrom: { label: 'Spend from', kind: 'date', group: 'campaign' },
  spendTo: { label: 'Spend to', kind: 'date', group: 'campaign' },
  reachOn: { label: 'Reach, week of', kind: 'date', group: 'campaign' },
  strangers: { label: 'Strangers reached', kind: 'number', group: 'campaign' },
  visitors: { label: 'Visitors', kind: 'number', group: 'campaign' },
} as const satisfies Record<string, TargetLabels>;

export type OtherTarget = keyof typeof otherTargets;
export type ImportTarget = LeadField | OtherTarget;

export const importTargets: Readonly<Record<ImportTarget, TargetLabels>> = { ...attributeTargets, ...otherTargets };
export const importTargetNames = Object.keys(importTargets) as [ImportTarget, ...ImportTarget[]];
export const importTargetSchema = z.enum(importTargetNames);

/** What the owner's answer "make a new one" is written as, before the name: for activity types and own fields. */
export const newMark = 'new:';
