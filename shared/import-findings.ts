// What an import says in sentences before it writes anything: whom it touches, what it takes for granted, and what looks odd.
import * as z from 'zod';
import { importTargetSchema } from './import-targets.ts';

export const findingKindSchema = z.enum([
  'stage',
  'same',
  'absorbs',
  'consent',
  'money',
  'letters',
  'sideways',
  'shifted',
  'range',
  'steps',
  'currency',
  'rate',
  'revenue',
  'undated-wins',
  'date',
  'one-value',
  'shared-email',
  'own-address',
  'only-ids',
  'word',
  'outcome',
  'unplaced',
  'names',
  'guess',
  'left-out',
]);

/** One row behind a sentence: what stood in the file and what it becomes. */
export const findingRowSchema = z.strictObject({
  line: z.int(),
  name: z.string(),
  was: z.string(),
  becomes: z.string(),
});

export const findingSchema = z.strictObject({
  kind: findingKindSchema,
  /** Told apart from others of its kind, and the same each time the file is tried out. */
  key: z.string(),
  /** What is odd comes first and wants an answer. */
  odd: z.boolean(),
  text: z.string(),
  count: z.int(),
  /** The first of them. */
  rows: z.array(findingRowSchema),
  /** Where it can be changed: a column, or the words of a target. */
  column: z.int().nullable(),
  target: importTargetSchema.nullable(),
  /** The address by which rows are taken for one, which may be the owner's own. */
  address: z.string().nullable().optional(),
  /** Of several columns: whose cells these are. */
  columns: z.array(z.int()).optional(),
});

/** One row as it changes somebody: each field before and after. */
export const importChangeSchema = z.strictObject({
  line: z.int(),
  name: z.string(),
  isNew: z.boolean(),
  fields: z.array(z.strictObject({ field: z.string(), was: z.string(), becomes: z.string() })),
});

export type ImportChange = Readonly<z.infer<typeof importChangeSchema>>;
export type FindingKind = z.infer<typeof findingKindSchema>;
export type FindingRow = Readonly<z.infer<typeof findingRowSchema>>;
export type Finding = Readonly<z.infer<typeof findingSchema>>;
