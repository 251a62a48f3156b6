// Privacy: what erasing a person takes away, erasing them, and the log of erasures.
import * as z from 'zod';
import { procedure, query } from './entry.ts';
import { idSchema, nothing } from './parts.ts';

const jobId = z.string().min(1).max(100);
const ids = z.array(idSchema).min(1).max(1000);

export const erasedCountsSchema = z.strictObject({
  lead: z.int(),
  activity: z.int(),
  stage_change: z.int(),
  receipt: z.int(),
  hand_points: z.int(),
  deal: z.int(),
  lead_touch: z.int(),
  own_value: z.int(),
  lead_tag: z.int(),
  /** Lines of the undo history. */
  change: z.int(),
});

export const erasurePreviewSchema = z.strictObject({
  /** As they are called now, in the order asked for. */
  people: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  counts: erasedCountsSchema,
  /** Minutes, decisions, file names and views that name them; the name always goes. */
  firm: z.int(),
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
    output: z.strictObject({ counts: erasedCountsSchema }),
  }),
  'privacy.cancel': procedure({ input: z.strictObject({ jobId }), output: nothing }),
  /** The log of erasures, latest first. It holds no names. */
  'privacy.erasures': query({ input: nothing, output: z.array(erasureSchema), reads: ['erasure'] }),
} as const;
