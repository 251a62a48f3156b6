// Criteria as a file, so that two owners can compare: the rules, and what the activity types in them are called.
import * as z from 'zod';
import { criteriaSchema } from './criteria.ts';
import { customFieldSchema } from './custom-field.ts';
import { idSchema } from './id.ts';
import { fail, ok, type Result } from './result.ts';

/** What stands in the file; one JSON object. Readers ignore what they do not know. */
export const criteriaFileSchema = z.object({
  format: z.literal('ripen-criteria'),
  version: z.literal(1),
  name: z.string().trim().min(1).max(200),
  criteria: criteriaSchema,
  /** Every type the rules name, with its label; own types are found again by label. */
  activityTypes: z.array(z.object({ id: idSchema, label: z.string().trim().min(1).max(100) })).max(1000),
  /** Every own field the rules name; found again by label. */
  customFields: z
    .array(customFieldSchema.omit({ archived: true }))
    .max(500)
    .default([]),
});
export type CriteriaFile = Readonly<z.infer<typeof criteriaFileSchema>>;

/** Longest text that is read at all. */
export const criteriaFileLimit = 2_000_000;

/** Reads the text of a criteria file; what is wrong is said in one sentence. */
export function readCriteriaFile(text: string): Result<CriteriaFile> {
  if (text.length > criteriaFileLimit) return fail('invalid', 'This file is too large to be a criteria file.');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail('invalid', 'This is not a criteria file: it is not JSON.');
  }
  const isOurs = z.object({ format: z.literal('ripen-criteria'), version: z.number() }).safeParse(data);
  if (!isOurs.success) return fail('invalid', 'This is not a Ripen criteria file.');
  if (isOurs.data.version > 1) return fail('invalid', 'This criteria file was written by a newer version of Ripen.');
  const parsed = criteriaFileSchema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const first = parsed.error.issues[0];
  return fail('invalid', `This criteria file is damaged at "${first?.path.join('.') ?? ''}": ${first?.message ?? ''}`);
}
