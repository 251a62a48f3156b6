// Filter conditions of the leads table: shown as chips, run as SQL, stored in views.
import * as z from 'zod';
import { type CustomField, type CustomKey, customKey, isCustomKey } from './custom-field.ts';
import { plainDateSchema } from './dates.ts';
import { type FieldKind, type LeadField, leadFieldNames, leadFields } from './lead.ts';

/** How a field is asked: which tests it has, and how its values are chosen. */
export type FilterKind =
  | 'stage'
  | 'cell'
  | 'member'
  | 'channel'
  | 'campaign'
  | 'content'
  | 'tag'
  | 'batch'
  | 'choice'
  | 'known'
  | 'text'
  | 'number'
  | 'money'
  | 'instant'
  | 'date'
  | 'flag';

type FieldLabel = { readonly label: string; readonly kind: FilterKind; readonly meaning?: string };

/** What is no fact of the lead itself: where it stands, what was computed, what happened. */
export const systemFields = {
  stage: { label: 'Stage', kind: 'stage' },
  score: { label: 'Score', kind: 'number', meaning: 'Engagement plus fit.' },
  engagement: { label: 'Engagement', kind: 'number', meaning: 'Points for what the lead did.' },
  fit: { label: 'Fit', kind: 'number', meaning: 'Points for who the lead is.' },
  cell: { label: 'Grade', kind: 'cell', meaning: 'Fit from A to D and engagement from 1 to 4; A1 is best.' },
  stageDays: { label: 'Days in stage', kind: 'number' },
  lastActivityAt: { label: 'Last activity', kind: 'instant' },
  createdAt: { label: 'Added', kind: 'instant' },
  mqlAt: { label: 'Became MQL', kind: 'instant', meaning: 'The first time the lead reached MQL or a later stage.' },
  nextStep: { label: 'Next step', kind: 'text' },
  nextStepOn: { label: 'Next step on', kind: 'date' },
  nurtureUntil: { label: 'Nurture until', kind: 'date' },
  amount: { label: 'Deal amount', kind: 'money', meaning: 'Open deals; won deals for customers.' },
  touchCampaign: { label: 'Campaigns touched', kind: 'campaign', meaning: 'Campaigns of their activities.' },
  touchContent: {
    label: 'Content touched',
    kind: 'content',
    meaning: 'Guides, webinars and ads that their activities name.',
  },
  tag: { label: 'Tag', kind: 'tag' },
  batch: { label: 'Import', kind: 'batch' },
  quiet: { label: 'Inactive', kind: 'flag', meaning: 'With sales, but without activity for too long.' },
  cooling: { label: 'Cooling', kind: 'flag', meaning: 'Reached the MQL threshold before, but is below it now.' },
  overdue: { label: 'Next step overdue', kind: 'flag' },
} as const satisfies Record<string, FieldLabel>;

export type SystemFieldKey = keyof typeof systemFields;
/** A column, an order, or what a condition is about. */
export type ListKey = SystemFieldKey | LeadField | CustomKey;

const attributeKinds: Readonly<Record<FieldKind, FilterKind>> = {
  text: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  number: 'number',
  money: 'money',
  known: 'known',
  reference: 'text',
  notes: 'text',
};
const referenceKinds: Readonly<Partial<Record<LeadField, FilterKind>>> = {
  memberId: 'member',
  channelId: 'channel',
  campaignId: 'campaign',
};

export type ListField = FieldLabel & { readonly key: ListKey };

export const isSystemField = (key: string): key is SystemFieldKey => Object.hasOwn(systemFields, key);
export const isLeadField = (key: string): key is LeadField => Object.hasOwn(leadFields, key);

/** Everything the table can show, sort and be narrowed by; the owner's own fields last. */
export function listFields(customFields: readonly CustomField[]): readonly ListField[] {
  return [
    ...(Object.keys(systemFields) as SystemFieldKey[]).map(key => ({ key, ...systemFields[key] })),
    ...leadFieldNames.map(key => ({
      key,
      label: leadFields[key].label,
      kind: referenceKinds[key] ?? attributeKinds[leadFields[key].kind],
    })),
    ...customFields
      .filter(field => !field.archived)
      .map(field => ({ key: customKey(field.id), label: field.label, kind: field.kind })),
  ];
}

/** A key that is known; own fields are known by their form alone. */
export const listKeySchema = z
  .string()
  .max(120)
  .refine(key => isSystemField(key) || isLeadField(key) || isCustomKey(key), 'This field does not exist.');

const field = listKeySchema;
const values = z.array(z.string().min(1).max(300)).min(1).max(200);
const edge = z.number().nullable();
const day = plainDateSchema.nullable();
const days = z.int().min(0).max(36_500);

/** Conditions hold together; the values of one condition are alternatives. */
export const conditionSchema = z.discriminatedUnion('is', [
  z.strictObject({ field, is: z.literal('any-of'), values }),
  z.strictObject({ field, is: z.literal('none-of'), values }),
  /** For tags: has every one of them. */
  z.strictObject({ field, is: z.literal('all-of'), values }),
  z.strictObject({ field, is: z.literal('contains'), values }),
  /** Both ends included; null: open. Money in minor units. */
  z.strictObject({ field, is: z.literal('between'), from: edge, to: edge }),
  /** Local dates, both included; null: open. */
  z.strictObject({ field, is: z.literal('dates'), from: day, to: day }),
  /** In the last so many days; 0 is today. */
  z.strictObject({ field, is: z.literal('within'), days }),
  /** Longer ago than so many days, or never. */
  z.strictObject({ field, is: z.literal('not-within'), days }),
  z.strictObject({ field, is: z.literal('known') }),
  z.strictObject({ field, is: z.literal('unknown') }),
  z.strictObject({ field, is: z.literal('yes') }),
  z.strictObject({ field, is: z.literal('no') }),
]);
export type Condition = Readonly<z.infer<typeof conditionSchema>>;
export type ConditionTest = Condition['is'];

/** The tests each kind of field has, the likeliest first. */
export const testsOf: Readonly<Record<FilterKind, readonly ConditionTest[]>> = {
  stage: ['any-of', 'none-of'],
  cell: ['any-of', 'none-of'],
  member: ['any-of', 'none-of', 'known', 'unknown'],
  channel: ['any-of', 'none-of', 'known', 'unknown'],
  campaign: ['any-of', 'none-of', 'known', 'unknown'],
  content: ['any-of', 'all-of', 'none-of', 'contains', 'known', 'unknown'],
  tag: ['any-of', 'all-of', 'none-of', 'known', 'unknown'],
  batch: ['any-of', 'none-of', 'known', 'unknown'],
  choice: ['any-of', 'none-of', 'known', 'unknown'],
  known: ['any-of', 'none-of'],
  text: ['contains', 'any-of', 'none-of', 'known', 'unknown'],
  number: ['between', 'known', 'unknown'],
  money: ['between', 'known', 'unknown'],
  instant: ['within', 'not-within', 'dates', 'known', 'unknown'],
  date: ['dates', 'within', 'not-within', 'known', 'unknown'],
  flag: ['yes', 'no'],
};

export const filterSchema = z.strictObject({
  /** Words or parts of words in name, company, e-mail and notes; case and accents do not matter. */
  search: z.string().max(200).default(''),
  conditions: z.array(conditionSchema).max(30).default([]),
});
export type LeadFilter = Readonly<z.infer<typeof filterSchema>>;

const columnSchema = z.strictObject({
  key: z.union([listKeySchema, z.literal('name'), z.literal('strongest')]),
  /** Pixels at 100 %; null: as wide as such a column usually is. */
  width: z.int().min(40).max(1200).nullable(),
});

/** A table of leads under a name: who is in it, in which order, with which columns. */
export const viewBodySchema = z.strictObject({
  search: z.string().max(200).default(''),
  conditions: z.array(conditionSchema).max(30),
  sort: z.string().max(120),
  descending: z.boolean(),
  columns: z.array(columnSchema).max(80),
});
export type ViewBody = Readonly<z.infer<typeof viewBodySchema>>;
export type ViewColumn = ViewBody['columns'][number];
