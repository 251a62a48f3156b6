// The criteria: the draft in hand, the published versions, what a draft would have done, and publishing it.
import * as z from 'zod';
import { criteriaChangesSchema, criteriaSchema, criteriaVersionSchema } from '../criteria.ts';
import { stageSchema } from '../stages.ts';
import { baselineSchema, replayComparisonSchema } from '../what-if.ts';
import { command, procedure, query } from './entry.ts';
import { idSchema, nameTables, nothing, rowTables } from './parts.ts';
import { figureSources } from './review.ts';

const reads = ['criteria', ...nameTables] as const;
/** Every rule in a sentence, by rule id. */
const text = z.record(z.string(), z.string());
/** One sentence for each thing that is different. */
const changes = z.array(z.string());

export const criteria = {
  /** The version in force. */
  'criteria.current': query({
    input: nothing,
    output: z.strictObject({ version: criteriaVersionSchema, text }),
    reads,
  }),
  /** What is being worked on and not in force yet; there is at most one draft. */
  'criteria.draft': query({
    input: nothing,
    output: z.strictObject({
      draft: criteriaVersionSchema.nullable(),
      /** Number of the version the draft was begun from; of the one in force when there is no draft. */
      basedOn: z.int(),
      /** The version in force. */
      inForce: criteriaVersionSchema,
      /** The draft against the version in force. */
      changes,
      /** Of the draft's rules; of those in force when there is none. */
      text,
      /** The most points of fit anybody can have under these rules. */
      greatestFit: z.int(),
    }),
    reads,
  }),
  /**
   * Changes the draft, or begins one from the rules in force: two quick changes both count. Rules equal to those in force are
   * no draft: then it is gone.
   */
  'criteria.changeDraft': command({
    label: ({ what }) => what ?? 'edit the draft of the criteria',
    input: z.strictObject({
      changes: criteriaChangesSchema,
      /** What the undo menu says: "take a suggestion into the draft". */
      what: z.string().trim().min(1).max(80).optional(),
    }),
    output: z.strictObject({ draft: z.boolean() }),
  }),
  'criteria.discardDraft': command({ label: 'discard the draft of the criteria', input: nothing, output: nothing }),
  /** All published versions, the newest first, each with what it changed. */
  'criteria.versions': query({
    input: nothing,
    output: z.array(criteriaVersionSchema.extend({ changes })),
    reads,
  }),
  /** One version, by number, as it reads. */
  'criteria.version': query({
    input: z.strictObject({ number: z.int() }),
    output: z.strictObject({ version: criteriaVersionSchema, text }),
    reads,
  }),
  /** What is different in `to`; ids of any two versions, the draft too. */
  'criteria.compare': query({
    input: z.strictObject({ from: idSchema, to: idSchema }),
    output: z.strictObject({ changes }),
    reads,
  }),
  /** Who would become MQL by publishing the draft now. No lead is ever demoted by it. */
  'criteria.promotions': query({
    input: nothing,
    output: z.strictObject({
      /** The number the draft will be published under; null: there is no draft. */
      number: z.int().nullable(),
      count: z.int(),
      /** The first 500, the highest score first. */
      leads: z.array(
        z.strictObject({
          leadId: idSchema,
          name: z.string(),
          company: z.string().nullable(),
          stage: stageSchema,
          score: z.int(),
        }),
      ),
    }),
    reads: [...rowTables, 'stage_change'],
  }),
  /** Puts the draft in force and promotes who meets it now, each with a receipt that names it. One undo step. */
  'criteria.publish': procedure({
    input: z.strictObject({ jobId: idSchema, reason: z.string().trim().min(1, 'Enter a reason.').max(500) }),
    output: z.strictObject({ number: z.int(), promoted: z.int() }),
  }),
  'criteria.cancel': procedure({ input: z.strictObject({ jobId: idSchema }), output: nothing }),
  /** These rules over all that is recorded, against what really happened or against the rules in force. */
  'criteria.replay': query({
    input: z.strictObject({
      /** Null: the draft, or the rules in force where there is none. */
      criteria: criteriaSchema.nullable().default(null),
      against: baselineSchema.default('actual'),
      /** How many people of each list to name. */
      leads: z.int().min(0).max(500).default(40),
    }),
    output: replayComparisonSchema,
    reads: figureSources,
  }),
} as const;
