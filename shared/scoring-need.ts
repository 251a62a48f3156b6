// The answer to "Do you need scoring yet?".
import * as z from 'zod';

export const needCheckSchema = z.object({
  id: z.enum(['leads', 'recorded', 'quality']),
  /** unsure: there is too little to judge by, which stands in nobody's way. */
  state: z.enum(['well', 'not', 'unsure']),
  /** What there is, in one sentence. */
  found: z.string(),
  /** What to do first; null unless it is not well. */
  todo: z.string().nullable(),
});
export type NeedCheck = Readonly<z.infer<typeof needCheckSchema>>;

export const scoringNeedSchema = z.object({ needed: z.boolean(), checks: z.array(needCheckSchema) });
export type ScoringNeed = Readonly<z.infer<typeof scoringNeedSchema>>;
