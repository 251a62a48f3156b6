// A parsed import row: values, match keys, or a reason for rejection.
import * as z from 'zod';
import { plainDateSchema } from './dates.ts';
import { leadAttributesSchema } from './lead.ts';
import { plannedSchema } from './next-step.ts';
import { stageSchema } from './stages.ts';

export const preparedActivitySchema = z.object({
  typeId: z.string(),
  /** UTC ms. */
  at: z.int(),
  note: z.string().nullable(),
  /** Which guide, webinar or ad it was about. */
  content: z.string().optional(),
  /** Name of its campaign, where it is not that of the row. */
  campaign: z.string().optional(),
  /** One of a count that runs on from export to export. */
  running: z.boolean().optional(),
});

export const matchKeysSchema = z.object({
  externalId: z.string().nullable(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  linkedin: z.string().nullable(),
  /** Ids and profiles beyond the first, such as those of a lead that was merged into this one. */
  otherIds: z.array(z.string()),
  otherLinkedins: z.array(z.string()),
  nameCompany: z.string().nullable(),
  /** The company without its legal form; it finds only those of whom no person is known. */
  company: z.string().nullable(),
  /** Their city; it may tell two branches of a company apart. */
  city: z.string().nullable(),
  /** The program that gave the id: 7 of one program is not 7 of another. Null: nobody knows. */
  program: z.string().nullable(),
  /** Words of the name, in the order of the alphabet; alone it matches nobody, but it can speak against a match. */
  name: z.string().nullable(),
  /** All there is about somebody of whom nothing else is known: only a company, only a name. Null for everybody else. */
  bare: z.string().nullable(),
});

/** By what two rows were taken for the same person, and whether nothing speaks against it. */
export const matchReasonSchema = z.enum([
  'externalId',
  'email',
  'linkedin',
  'phone',
  'nameCompany',
  'company',
  'bare',
  'similarEmail',
]);
export const matchSchema = z.object({
  by: matchReasonSchema,
  /** False: a person decides. */
  sure: z.boolean(),
  /** What is done with it as long as nobody has decided. */
  likely: z.enum(['same', 'new']),
  /** In a sentence: "Same phone, but another name." */
  why: z.string(),
});

/** When, where and to what somebody agreed; null: not known. */
export const consentProofSchema = z.object({
  consentOn: plainDateSchema.nullable(),
  consentSource: z.string().nullable(),
  consentWording: z.string().nullable(),
});
export type ConsentProof = Readonly<z.infer<typeof consentProofSchema>>;

/** One row, understood. `attributes` holds only what the row knows; names of channel, campaign and member stand in `references`. */
export const preparedRowSchema = z.object({
  line: z.int(),
  /** Id that Ripen gave to this lead when it was exported; a lead created from the row keeps it. */
  leadId: z.uuid().nullable(),
  attributes: leadAttributesSchema.partial(),
  references: z.object({
    channel: z.string().nullable(),
    campaign: z.string().nullable(),
    member: z.string().nullable(),
  }),
  keys: matchKeysSchema,
  /** The same for rows that say the same of their lead. */
  rowKey: z.string(),
  stage: stageSchema.nullable(),
  /** Entries into stages, the earliest first. `at`: UTC ms. */
  stageDates: z.array(z.object({ stage: stageSchema, at: z.int() })),
  /** Key of a lost or disqualify reason. */
  reason: z.string().nullable(),
  nurtureUntil: plainDateSchema.nullable(),
  createdAt: z.int().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: plainDateSchema.nullable(),
  deal: z
    .object({
      name: z.string().nullable(),
      /** Minor units. */
      amount: z.int().nullable(),
      closeOn: plainDateSchema.nullable(),
      /** Percent. */
      probability: z.int().nullable(),
    })
    .nullable(),
  activities: z.array(preparedActivitySchema),
  /** Said only by files that Ripen wrote itself. */
  back: z
    .object({
      mqlExclusion: z.string().nullable(),
      loggedBy: z.string().nullable(),
      /** Proof of consent. */
      consent: consentProofSchema.optional(),
      scoreAdjustments: z.array(z.object({ points: z.int(), at: z.int(), reason: z.string() })),
      /** All next steps, where there are several, or one with a time. */
      steps: z.array(plannedSchema).optional(),
    })
    .nullable()
    .optional(),
  tags: z.array(z.string()),
  /** `fieldId` as in the mapping. */
  customValues: z.array(z.object({ fieldId: z.string(), value: z.union([z.string(), z.number()]) })),
  spend: z.object({ amount: z.int(), from: plainDateSchema, to: plainDateSchema }).nullable(),
  /** `to`: the last day, where it counts more than the week from `on`. */
  reach: z
    .object({
      on: plainDateSchema,
      to: plainDateSchema.optional(),
      strangers: z.int().nullable(),
      visitors: z.int().nullable(),
    })
    .nullable(),
  /** Of delimited text: more or fewer cells than headers, as they stood in the file, one plainly misplaced; or as many, the last one empty. */
  width: z.object({ is: z.enum(['more', 'fewer', 'misplaced', 'ends-empty']), cells: z.string() }).optional(),
  /** The name as it stood there, with a salutation that no field holds. */
  saluted: z.string().optional(),
  /** Cells that were not understood and were left out; the row still counts. */
  warnings: z.array(z.string()),
});

/** A row that could not be taken: as it stood in the file, and why. */
export const rejectedRowSchema = z.object({ line: z.int(), cells: z.array(z.string()), reason: z.string() });

export type PreparedActivity = Readonly<z.infer<typeof preparedActivitySchema>>;
export type MatchReason = z.infer<typeof matchReasonSchema>;
export type Match = Readonly<z.infer<typeof matchSchema>>;
export type MatchKeys = Readonly<z.infer<typeof matchKeysSchema>>;
export type PreparedRow = Readonly<z.infer<typeof preparedRowSchema>>;
export type RejectedRow = Readonly<z.infer<typeof rejectedRowSchema>>;
