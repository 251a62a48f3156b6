// Privacy: what erasing a person takes away, erasing them, and the log of erasures.
import * as z from 'zod';
import { enteredDateSchema, plainDateSchema } from '../dates.ts';
import { tristateSchema } from '../lead.ts';
import { legalBases } from '../privacy.ts';
import { command, procedure, query } from './entry.ts';
import { idSchema, nothing } from './parts.ts';

const jobId = z.string().min(1).max(100);
const ids = z.array(idSchema).min(1).max(1000);

export const erasedCountsSchema = z.strictObject({
  lead: z.int(),
  activity: z.int(),
  stage_change: z.int(),
  receipt: z.int(),
  score_adjustment: z.int(),
  deal: z.int(),
  lead_touch: z.int(),
  // Records of earlier versions do not count these.
  later_step: z.int().default(0),
  lead_file: z.int().default(0),
  custom_value: z.int(),
  lead_tag: z.int(),
  /** Lines of the undo history. */
  change: z.int(),
});

export const erasurePreviewSchema = z.strictObject({
  /** As they are called now, in the order asked for. */
  leads: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  counts: erasedCountsSchema,
  /** Minutes, decisions, file names and views that name them; the name always goes. */
  workspaceTexts: z.int(),
  /** Notes about others that name them: the name goes on request. The first of them, and how many there are. */
  others: z.array(z.strictObject({ leadId: idSchema.nullable(), name: z.string().nullable(), text: z.string() })),
  otherCount: z.int(),
  /** Other leads of the same name or address: probably the same person. */
  alike: z.array(z.strictObject({ id: idSchema, name: z.string(), why: z.string() })),
});
export type ErasurePreview = Readonly<z.infer<typeof erasurePreviewSchema>>;

export const erasureSchema = z.strictObject({
  id: idSchema,
  /** UTC ms. */
  at: z.int(),
  reason: z.enum(['request', 'retention', 'restored']),
  counts: erasedCountsSchema,
});
export type Erasure = Readonly<z.infer<typeof erasureSchema>>;

const sentence = (most: number) => z.string().trim().min(1).max(most).nullable();
/** Restrictions of a lead, with the reason; consent with its proof; the legal basis. */
export const leadPrivacySchema = z.strictObject({
  doNotContact: sentence(500),
  doNotScore: sentence(500),
  consent: tristateSchema,
  consentOn: plainDateSchema.nullable(),
  consentSource: sentence(300),
  consentWording: sentence(2000),
  legalBasis: z.enum(legalBases).nullable(),
});
export type LeadPrivacy = Readonly<z.infer<typeof leadPrivacySchema>>;

/** A text in sections, for paper and for plain text. */
export const sectionsSchema = z.strictObject({
  title: z.string(),
  intro: z.string(),
  sections: z.array(
    z.strictObject({ title: z.string(), rows: z.array(z.strictObject({ label: z.string(), value: z.string() })) }),
  ),
});
export type Sections = Readonly<z.infer<typeof sectionsSchema>>;

const saved = z.strictObject({ path: z.string().nullable() });

const privacyLabel = (change: Partial<LeadPrivacy>): string => {
  if ('doNotContact' in change) return change.doNotContact === null ? 'allow contact' : 'do not contact';
  if ('doNotScore' in change) return change.doNotScore === null ? 'allow scoring' : 'do not score';
  return 'edit consent';
};

export const privacy = {
  'privacy.preview': procedure({ input: z.strictObject({ jobId, ids }), output: erasurePreviewSchema }),
  /** Cannot be undone. `name`: what the person is called (several: how many they are), as the owner has seen it. */
  'privacy.erase': procedure({
    input: z.strictObject({
      jobId,
      ids,
      name: z.string().max(1000),
      others: z.boolean(),
      reason: z.enum(['request', 'retention']),
    }),
    output: z.strictObject({
      counts: erasedCountsSchema,
      /** What was deleted is overwritten in the file; false: it was stopped, and is finished when the workspace is opened next. */
      wiped: z.boolean(),
    }),
  }),
  /** Stops erasing, or overwriting; `finishErasingJob` is the one that a start goes on with. */
  'privacy.cancel': procedure({ input: z.strictObject({ jobId }), output: nothing }),
  'privacy.ofLead': query({ input: z.strictObject({ id: idSchema }), output: leadPrivacySchema, reads: ['lead'] }),
  'privacy.setLead': command({
    label: ({ change }) => privacyLabel(change),
    input: z.strictObject({
      id: idSchema,
      change: leadPrivacySchema.extend({ consentOn: enteredDateSchema.nullable() }).partial(),
    }),
    output: nothing,
  }),
  /** Everything about a lead, in sections as it is printed. */
  'privacy.person': query({
    input: z.strictObject({ id: idSchema }),
    output: sectionsSchema,
    reads: [
      'lead',
      'activity',
      'activity_type',
      'stage_change',
      'receipt',
      'score_adjustment',
      'deal',
      'member',
      'channel',
      'campaign',
      'criteria',
      'custom_field',
      'custom_value',
      'tag',
      'lead_tag',
      'lead_plan',
      'lead_touch',
      'later_step',
      'lead_file',
      'nurture_plan',
      'import_batch',
      'setting',
    ],
  }),
  /** The same as a file of the owner's choice: raw data, or on paper. */
  'privacy.savePerson': procedure({
    input: z.strictObject({ id: idSchema, format: z.enum(['json', 'pdf']) }),
    output: saved,
  }),
  /** Leads without any activity for as long as the retention rule says; nothing happens to them by itself. */
  'privacy.retention': query({
    input: nothing,
    output: z.strictObject({
      months: z.int().nullable(),
      /** The first 200, the longest without activity first. */
      rows: z.array(z.strictObject({ id: idSchema, name: z.string(), lastAt: z.int() })),
    }),
    reads: ['lead', 'activity', 'setting'],
  }),
  /** Keeps leads until a day, on which the review asks again. */
  'privacy.keep': command({
    label: ({ ids: all }) => (all.length === 1 ? 'keep lead' : `keep ${all.length} leads`),
    input: z.strictObject({ ids, until: enteredDateSchema }),
    output: nothing,
  }),
  /** The record of processing activities (Article 30 GDPR), filled in as far as Ripen knows. */
  'privacy.record': query({
    input: nothing,
    output: sectionsSchema,
    reads: ['lead', 'custom_field', 'member', 'criteria', 'import_batch', 'erasure', 'setting', 'activity'],
  }),
  'privacy.saveRecord': procedure({ input: z.strictObject({ format: z.enum(['text', 'pdf']) }), output: saved }),
  /** The log of erasures, latest first. It holds no names. */
  'privacy.erasures': query({ input: nothing, output: z.array(erasureSchema), reads: ['erasure'] }),
} as const;
