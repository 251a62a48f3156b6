// A lead: a person with the company they work for. One entry here and one column in a migration make a new field.
import * as z from 'zod';
import { plainDateSchema } from './dates.ts';
import { idSchema } from './id.ts';
import { amountSchema } from './money.ts';
import { stageSchema } from './stages.ts';

const text = (most: number) => z.string().trim().min(1).max(most).nullable();
export const knownSchema = z.enum(['unknown', 'no', 'yes']);
export type Known = z.infer<typeof knownSchema>;

/** What can be known about a lead. `null` is "not known"; need, authority and timeline say 'unknown'. */
export const leadFactsSchema = z.strictObject({
  firstName: text(200),
  lastName: text(200),
  email: text(320),
  phone: text(100),
  company: text(300),
  jobTitle: text(300),
  industry: text(200),
  /** People working at the company. */
  companySize: z.int().min(0).max(10_000_000).nullable(),
  country: text(100),
  region: text(100),
  city: text(100),
  website: text(500),
  linkedinUrl: text(500),
  budget: amountSchema.nullable(),
  need: knownSchema,
  needNote: text(2000),
  authority: knownSchema,
  authorityNote: text(2000),
  timeline: knownSchema,
  timelineNote: text(2000),
  channelId: idSchema.nullable(),
  campaignId: idSchema.nullable(),
  /** The member of the team who has this lead. */
  memberId: idSchema.nullable(),
  /** May we write to them? */
  consent: knownSchema,
  notes: text(20_000),
  externalId: text(300),
});

export type LeadFacts = Readonly<z.infer<typeof leadFactsSchema>>;
export type LeadField = keyof LeadFacts;

export const leadSchema = leadFactsSchema.extend({
  id: z.string(),
  stage: stageSchema,
  /** UTC ms when the present stage began. */
  stageSince: z.int(),
  nurtureUntil: plainDateSchema.nullable(),
  /** Why the score never makes an MQL of this lead, by the owner's word; null: it may. */
  neverMql: text(500),
  nextStep: text(500),
  nextStepOn: plainDateSchema.nullable(),
  createdAt: z.int(),
  batchId: z.string().nullable(),
});
export type Lead = Readonly<z.infer<typeof leadSchema>>;

export type FieldKind = 'text' | 'email' | 'phone' | 'url' | 'number' | 'money' | 'known' | 'link' | 'notes';
export type FieldGroup = 'person' | 'company' | 'qualification' | 'origin' | 'notes';
export type FieldWords = {
  readonly label: string;
  readonly kind: FieldKind;
  readonly group: FieldGroup;
  /** The question that fills it, for "the one question whose answer matters most". */
  readonly question?: string;
};

/** How each fact is named and edited; forms, filters, import, export and fit rules are drawn from this. */
export const leadFields: Readonly<Record<LeadField, FieldWords>> = {
  firstName: { label: 'First name', kind: 'text', group: 'person' },
  lastName: { label: 'Last name', kind: 'text', group: 'person' },
  email: { label: 'E-mail', kind: 'email', group: 'person' },
  phone: { label: 'Phone', kind: 'phone', group: 'person' },
  jobTitle: { label: 'Job title', kind: 'text', group: 'person', question: 'What is their job title?' },
  linkedinUrl: { label: 'LinkedIn', kind: 'url', group: 'person' },
  company: { label: 'Company', kind: 'text', group: 'company', question: 'Which company do they work for?' },
  industry: { label: 'Industry', kind: 'text', group: 'company', question: 'What industry is the company in?' },
  companySize: { label: 'Company size', kind: 'number', group: 'company', question: 'How many people work there?' },
  country: { label: 'Country', kind: 'text', group: 'company', question: 'Which country are they in?' },
  region: { label: 'Region', kind: 'text', group: 'company', question: 'Which region are they in?' },
  city: { label: 'City', kind: 'text', group: 'company', question: 'Which city are they in?' },
  website: { label: 'Website', kind: 'url', group: 'company', question: 'What is their website?' },
  budget: { label: 'Budget', kind: 'money', group: 'qualification', question: 'What can they spend?' },
  need: { label: 'Need', kind: 'known', group: 'qualification', question: 'Do they need what you sell?' },
  needNote: { label: 'Need, note', kind: 'notes', group: 'qualification' },
  authority: { label: 'Authority', kind: 'known', group: 'qualification', question: 'Can they decide to buy?' },
  authorityNote: { label: 'Authority, note', kind: 'notes', group: 'qualification' },
  timeline: { label: 'Timeline', kind: 'known', group: 'qualification', question: 'Do they want it soon?' },
  timelineNote: { label: 'Timeline, note', kind: 'notes', group: 'qualification' },
  channelId: { label: 'Channel', kind: 'link', group: 'origin', question: 'How did they find you?' },
  campaignId: { label: 'Campaign', kind: 'link', group: 'origin' },
  memberId: { label: 'Owner', kind: 'link', group: 'origin' },
  consent: { label: 'May be contacted', kind: 'known', group: 'origin' },
  externalId: { label: 'External id', kind: 'text', group: 'origin' },
  notes: { label: 'Notes', kind: 'notes', group: 'notes' },
};

export const leadFieldNames = Object.keys(leadFields) as readonly LeadField[];
export const leadFieldSchema = z.enum(leadFieldNames as [LeadField, ...LeadField[]]);

/** Facts of a lead about whom nothing is known yet. */
export const noFacts: LeadFacts = {
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  company: null,
  jobTitle: null,
  industry: null,
  companySize: null,
  country: null,
  region: null,
  city: null,
  website: null,
  linkedinUrl: null,
  budget: null,
  need: 'unknown',
  needNote: null,
  authority: 'unknown',
  authorityNote: null,
  timeline: 'unknown',
  timelineNote: null,
  channelId: null,
  campaignId: null,
  memberId: null,
  consent: 'unknown',
  notes: null,
  externalId: null,
};

/** What a lead is called where there is room for one line: name, else company, e-mail, phone, id. */
export const leadName = (
  lead: Pick<LeadFacts, 'firstName' | 'lastName' | 'company' | 'email' | 'phone' | 'externalId'>,
) =>
  [lead.firstName, lead.lastName].filter(Boolean).join(' ') ||
  lead.company ||
  lead.email ||
  lead.phone ||
  (lead.externalId ? `Lead ${lead.externalId}` : 'Unnamed lead');

/** A fact counts as known when it is neither empty nor 'unknown'. */
export const isKnown = (value: LeadFacts[LeadField]): boolean => value !== null && value !== 'unknown';
