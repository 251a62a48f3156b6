// The answer to "Do you need scoring yet?".
import * as z from 'zod';

export const needCheckSchema = z.object({
  id: z.enum(['leads', 'recorded', 'quality']),
  ok: z.boolean(),
  /** What there is, in one sentence. */
  found: z.string(),
  /** What to do first; null when it is well. */
  todo: z.string().nullable(),
});
export type NeedCheck = Readonly<z.infer<typeof needCheckSchema>>;

export const scoringNeedSchema = z.object({ needed: z.boolean(), checks: z.array(needCheckSchema) });
export type ScoringNeed = Readonly<z.infer<typeof scoringNeedSchema>>;
