// How one line of the contract is written: a query, a command or a procedure, with its schemas.
import type * as z from 'zod';

/** Tables a query may read; the names of SQL, so that what the journal says has changed fits what a query has read. */
export const tables = [
  'lead',
  'activity',
  'activity_type',
  'stage_change',
  'receipt',
  'score_adjustment',
  'deal',
  'member',
  'channel',
  'campaign',
  'spend',
  'reach',
  'criteria',
  'review',
  'decision',
  'action_item',
  'tag',
  'lead_tag',
  'custom_field',
  'custom_value',
  'saved_view',
  'nurture_plan',
  'nurture_touch',
  'lead_plan',
  'lead_touch',
  'later_step',
  'lead_file',
  'file_chunk',
  'not_duplicate',
  'lead_alias',
  'sla',
  'import_batch',
  'erasure',
  'suppression',
  'setting',
  'sharing',
  'packet',
  'conflict',
  'step',
] as const;
export type TableName = (typeof tables)[number];

export type Query<I extends z.ZodType, O extends z.ZodType> = {
  readonly kind: 'query';
  readonly input: I;
  readonly output: O;
  /** When one of these changes, the answer may have. */
  readonly reads: readonly TableName[];
};

export type Command<I extends z.ZodType, O extends z.ZodType> = {
  readonly kind: 'command';
  readonly input: I;
  readonly output: O;
  /** Name of the undo step, as in "Undo move to SQL": lower case, no full stop. */
  readonly label: (input: z.infer<I>) => string;
};

/** Runs on its own terms: long work with progress, undo itself, files, windows. */
export type Procedure<I extends z.ZodType, O extends z.ZodType> = {
  readonly kind: 'procedure';
  readonly input: I;
  readonly output: O;
};

export const query = <I extends z.ZodType, O extends z.ZodType>(entry: Omit<Query<I, O>, 'kind'>): Query<I, O> => ({
  kind: 'query',
  ...entry,
});
export const command = <I extends z.ZodType, O extends z.ZodType>(
  entry: Omit<Command<I, O>, 'kind' | 'label'> & { readonly label: string | Command<I, O>['label'] },
): Command<I, O> => {
  const { label } = entry;
  return { ...entry, kind: 'command', label: typeof label === 'string' ? () => label : label };
};
export const procedure = <I extends z.ZodType, O extends z.ZodType>(
  entry: Omit<Procedure<I, O>, 'kind'>,
): Procedure<I, O> => ({ kind: 'procedure', ...entry });
