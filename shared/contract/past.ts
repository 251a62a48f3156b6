// Insights from history: suggested points, rules behind rejections, the MQL threshold.
import * as z from 'zod';
import { plainDateSchema } from '../dates.ts';
import { insightSchema, learnedSchema } from '../learning.ts';
import { rejectionReasonSchema } from '../meeting.ts';
import { thresholdAnalysisSchema } from '../threshold.ts';
import { remedySchema, shareSchema } from '../what-if.ts';
import { command, query } from './entry.ts';
import { idSchema, leadPageSchema, nothing } from './parts.ts';
import { figureSources } from './review.ts';

/** A trait as `traitKey` writes it. */
const keySchema = z.string().min(1).max(4000);
const spanSchema = {
  /** Rejections on or after this day, and before that one; null: all there were. */
  from: plainDateSchema.nullable().default(null),
  to: plainDateSchema.nullable().default(null),
};

export const past = {
  /** Long on a large file: progress comes under the job id "lessons". */
  'insights.get': query({
    input: nothing,
    output: learnedSchema.omit({ insights: true }).extend({
      insights: z.array(
        insightSchema.extend({
          key: keySchema,
          /** Points it has in the draft; as `present` where there is no draft. */
          drafted: z.int(),
        }),
      ),
      /** Names of fields that a persona scores: nothing is suggested for them. */
      ofPersonas: z.array(z.string()),
      /** Leads looked at all together, ended or not. */
      leads: z.int(),
    }),
    reads: figureSources,
  }),
  'insights.leads': query({
    input: z.strictObject({ key: keySchema, group: z.enum(['with', 'without']), customersOnly: z.boolean() }),
    /** The first 500. */
    output: leadPageSchema,
    reads: figureSources,
  }),
  /** Puts the suggested points into the draft; `points` as they stand in force takes the suggestion back. */
  'insights.apply': command({
    label: ({ back }) => (back ? 'revert suggested points' : 'add suggested points to the draft'),
    input: z.strictObject({
      key: keySchema,
      points: z.int().min(-1000).max(1000),
      /** Points the lesson says it has now. */
      present: z.int().min(-1_000_000).max(1_000_000),
      back: z.boolean().default(false),
    }),
    output: z.strictObject({ draft: z.boolean() }),
  }),

  'rejections.trace': query({
    input: z.strictObject(spanSchema),
    output: z.strictObject({
      /** Of the MQLs that sales answered in the span, those it rejected. */
      rejected: shareSchema,
      /** `leads` names the first 200 of `count`. */
      reasons: z.array(rejectionReasonSchema.extend({ count: z.int() })),
    }),
    reads: figureSources,
  }),
  /** Long on a large file: see `remediesJob`. The smallest changes that would have stopped those rejected for one reason, each replayed. */
  'rejections.remedies': query({
    input: z.strictObject({ reason: idSchema, ...spanSchema }),
    output: z.strictObject({
      /** Rejected for this reason, and those of them whom today's rules (the draft's) would make MQL again. */
      rejected: z.int(),
      stillPromoted: z.int(),
      /** Remedies are tried on the draft. */
      onDraft: z.boolean(),
      remedies: z.array(remedySchema),
    }),
    reads: figureSources,
  }),

  /** Of the draft where there is one, and of the rules in force. */
  'threshold.get': query({ input: nothing, output: thresholdAnalysisSchema, reads: figureSources }),
  'threshold.leads': query({
    input: z.strictObject({ who: z.enum(['rejected', 'mqls', 'missed', 'customers']) }),
    output: leadPageSchema,
    reads: figureSources,
  }),
} as const;

/** The job under which learning tells how far it is. */
export const insightsJob = 'insights';
/** The job under which looking for remedies of a reason tells how many changes it has tried. */
export const remediesJob = (reason: string): string => `remedies ${reason}`;
