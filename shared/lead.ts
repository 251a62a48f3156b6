// A lead: a person with the company they work for. One entry here and one column in a migration make a new field.
import * as z from 'zod';
import { plainDateSchema } from './dates.ts';
import { idSchema } from './id.ts';
import { amountSchema } from './money.ts';
import { repeatSchema, timeSchema } from './next-step.ts';
import { stageSchema } from './stages.ts';

export const tristateSchema = z.enum(['unknown', 'no', 'yes']);
export type Tristate = z.infer<typeof tristateSchema>;

export type FieldKind = 'text' | 'email' | 'phone' | 'url' | 'number' | 'money' | 'known' | 'reference' | 'notes';
export type FieldGroup = 'person' | 'company' | 'qualification' | 'origin' | 'notes';
export type FieldSpec = {
  readonly label: string;
  readonly kind: FieldKind;
  readonly group: FieldGroup;
  /** The question that fills it, for "the one question whose answer matters most". */
  readonly question?: string;
};

const textOf = (most: number) => z.string().trim().min(1).max(most).nullable();
/** Text of at most `most` characters. */
const text = <W extends FieldSpec>(most: number, text: W) => ({ ...text, schema: textOf(most), empty: null, most });
const number = <W extends FieldSpec>(most: number, text: W) => ({
  ...text,
  schema: z.int().min(0).max(most).nullable(),
  empty: null,
});
const money = <W extends FieldSpec>(text: W) => ({ ...text, schema: amountSchema.nullable(), empty: null });
const known = <W extends FieldSpec>(text: W) => ({ ...text, schema: tristateSchema, empty: 'unknown' as const });
const link = <W extends FieldSpec>(text: W) => ({ ...text, schema: idSchema.nullable(), empty: null });

/**
 * Everything that can be known about a lead: how it is checked, named and edited. The schema, the limits of an import, forms,
 * filters, columns, export and fit rules are made from this. `null` is "not known"; need, authority and timeline say 'unknown'.
 */
const definitions = {
  firstName: text(200, { label: 'First name', kind: 'text', group: 'person' }),
  lastName: text(200, { label: 'Last name', kind: 'text', group: 'person' }),
  email: text(320, { label: 'E-mail', kind: 'email', group: 'person' }),
  phone: text(100, { label: 'Phone', kind: 'phone', group: 'person' }),
  jobTitle: text(300, { label: 'Job title', kind: 'text', group: 'person', question: 'What is their job title?' }),
  linkedinUrl: text(500, { label: 'LinkedIn', kind: 'url', group: 'person' }),
  company: text(300, {
    label: 'Company',
    kind: 'text',
    group: 'company',
    question: 'Which company do they work for?',
  }),
  industry: text(200, {
    label: 'Industry',
    kind: 'text',
    group: 'company',
    question: 'What industry is the company in?',
  }),
  /** People working at the company. */
  companySize: number(10_000_000, {
    label: 'Company size',
    kind: 'number',
    group: 'company',
    question: 'How many people work there?',
  }),
  country: text(100, { label: 'Country', kind: 'text', group: 'company', question: 'Which country are they in?' }),
  region: text(100, { label: 'Region', kind: 'text', group: 'company', question: 'Which region are they in?' }),
  city: text(100, { label: 'City', kind: 'text', group: 'company', question: 'Which city are they in?' }),
  website: text(500, { label: 'Website', kind: 'url', group: 'company', question: 'What is their website?' }),
  budget: money({ label: 'Budget', kind: 'money', group: 'qualification', question: 'What can they spend?' }),
  need: known({ label: 'Need', kind: 'known', group: 'qualification', question: 'Do they need what you sell?' }),
  needNote: text(2000, { label: 'Need, note', kind: 'notes', group: 'qualification' }),
  authority: known({
    label: 'Authority',
    kind: 'known',
    group: 'qualification',
    question: 'Can they decide to buy?',
  }),
  authorityNote: text(2000, { label: 'Authority, note', kind: 'notes', group: 'qualification' }),
  timeline: known({ label: 'Timeline', kind: 'known', group: 'qualification', question: 'Do they want it soon?' }),
  timelineNote: text(2000, { label: 'Timeline, note', kind: 'notes', group: 'qualification' }),
  channelId: link({ label: 'Channel', kind: 'reference', group: 'origin', question: 'How did they find you?' }),
  campaignId: link({ label: 'Campaign', kind: 'reference', group: 'origin' }),
  /** The member of the team who has this lead. */
  memberId: link({ label: 'Owner', kind: 'reference', group: 'origin' }),
  /** May we write to them? */
  consent: known({ label: 'May be contacted', kind: 'known', group: 'origin' }),
  externalId: text(300, { label: 'External id', kind: 'text', group: 'origin' }),
  notes: text(20_000, { label: 'Notes', kind: 'notes', group: 'notes' }),
} as const;

type Definitions = typeof definitions;
export type LeadField = keyof Definitions;
export const leadFieldNames = Object.keys(definitions) as readonly LeadField[];
export const leadFieldSchema = z.enum(leadFieldNames as [LeadField, ...LeadField[]]);
export const leadFields: Readonly<Record<LeadField, FieldSpec>> = definitions;

type FieldOfKind<K extends FieldKind> = {
  [F in LeadField]: Definitions[F]['kind'] extends K ? F : never;
}[LeadField];
/** The fields of one kind, in the order of the list. */
export const fieldsOfKind = <K extends FieldKind>(kind: K) =>
  leadFieldNames.filter((field): field is FieldOfKind<K> => definitions[field].kind === kind);

const ofEach = <K extends 'schema' | 'empty'>(key: K) =>
  Object.fromEntries(leadFieldNames.map(field => [field, definitions[field][key]])) as {
    [F in LeadField]: Definitions[F][K];
  };

export const leadAttributesSchema = z.strictObject(ofEach('schema'));
export type LeadAttributes = Readonly<z.infer<typeof leadAttributesSchema>>;

/** Facts of a lead about whom nothing is known yet. */
export const emptyAttributes: LeadAttributes = ofEach('empty');

type WithLimit = { [F in LeadField]: Definitions[F] extends { readonly most: number } ? F : never }[LeadField];
/** Most characters of each field that holds text. */
export const textLimits = Object.fromEntries(
  Object.entries(definitions).flatMap(([field, definition]) =>
    'most' in definition ? [[field, definition.most]] : [],
  ),
) as Readonly<Record<WithLimit, number>>;

export const leadSchema = leadAttributesSchema.extend({
  id: z.string(),
  stage: stageSchema,
  /** UTC ms when the present stage began. */
  stageSince: z.int(),
  nurtureUntil: plainDateSchema.nullable(),
  /** Why the score never makes an MQL of this lead, by the owner's word; null: it may. */
  mqlExclusion: textOf(500),
  nextStep: textOf(500),
  nextStepOn: plainDateSchema.nullable(),
  /** Local 'HH:MM', and how often it comes again. */
  nextStepTime: timeSchema.nullable(),
  nextStepRepeats: repeatSchema.nullable(),
  createdAt: z.int(),
  batchId: z.string().nullable(),
});
export type Lead = Readonly<z.infer<typeof leadSchema>>;

/** What a lead is called where there is room for one line: name, else company, e-mail, phone, id. */
export const leadName = (
  lead: Pick<LeadAttributes, 'firstName' | 'lastName' | 'company' | 'email' | 'phone' | 'externalId'>,
) =>
  [lead.firstName, lead.lastName].filter(Boolean).join(' ') ||
  lead.company ||
  lead.email ||
  lead.phone ||
  (lead.externalId ? `Lead ${lead.externalId}` : 'Unnamed lead');

/** A fact counts as known when it is neither empty nor 'unknown'. */
export const isKnown = (value: LeadAttributes[LeadField]): boolean => value !== null && value !== 'unknown';
