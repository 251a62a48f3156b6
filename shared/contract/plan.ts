// Plans: from a goal backwards, and how such plans would have done in the past months.
import * as z from 'zod';
import { pastPlanSchema, planGapSchema, planGoalSchema, planLeversSchema, planSchema } from '../plan.ts';
import { query } from './entry.ts';
import { figureSources } from './review.ts';

export const plan = {
  /** `plan` null: the records hold too little, and `lacks` says of what. The same records and input give the same numbers all day. */
  'plan.get': query({
    input: z.strictObject({ goal: planGoalSchema, levers: planLeversSchema }),
    output: z.strictObject({ plan: planSchema.nullable(), lacks: z.array(planGapSchema) }),
    reads: figureSources,
  }),
  /** The last twelve whole months that had enough records, oldest first: what would have been said, and what came. */
  'plan.past': query({
    input: z.strictObject({ what: planGoalSchema.shape.what }),
    output: z.array(pastPlanSchema),
    reads: figureSources,
  }),
} as const;
