// A deal: one possible sale to a lead.
import * as z from 'zod';
import { plainDateSchema } from './dates.ts';
import { amountSchema } from './money.ts';
import type { Stage } from './stages.ts';

export const dealSchema = z.object({
  id: z.string(),
  leadId: z.string(),
  name: z.string().trim().min(1).max(300),
  amount: amountSchema.nullable(),
  expectedClose: plainDateSchema.nullable(),
  /** Percent, 0 to 100; null: as the stage says. */
  probability: z.int().min(0).max(100).nullable(),
  status: z.enum(['open', 'won', 'lost']),
  /** UTC ms when it was won or lost. */
  closedAt: z.int().nullable(),
  reason: z.string().nullable(),
  createdAt: z.int(),
});
export type Deal = Readonly<z.infer<typeof dealSchema>>;

/** Percent to which an open deal is expected to be won: its own, else that of the stage its lead is in. */
export const chanceOf = (
  { probability, stage }: { readonly probability: number | null; readonly stage: Stage },
  { probabilities }: { readonly probabilities: Readonly<Partial<Record<Stage, number>>> },
): number => probability ?? probabilities[stage] ?? 0;
