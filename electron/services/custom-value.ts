// A custom field, when a value can stand in it.
import { type CustomField, type CustomValue, customValueError } from '../../shared/custom-field.ts';
import { AppError } from '../../shared/result.ts';
import { findCustomField } from '../db/tables/custom-fields.ts';
import type { CommandContext } from './context.ts';

export const noField = 'This field no longer exists.';

/** The field, when the value can stand in it; else a sentence says why not. */
export function requireCustomField(
  { db }: Pick<CommandContext, 'db'>,
  fieldId: string,
  value: CustomValue,
): CustomField {
  const field = findCustomField(db, fieldId);
  if (!field) throw new AppError('not-found', noField, 'fieldId');
  const error = customValueError(field, value);
  if (error) throw new AppError('invalid', error, 'value');
  return field;
}
