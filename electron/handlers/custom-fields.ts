// Custom fields: create, rename, reorder, archive; and their values.
import type { CustomField } from '../../shared/custom-field.ts';
import { placedBefore } from '../../shared/placed.ts';
import { AppError } from '../../shared/result.ts';
import {
  countCustomValues,
  findCustomField,
  listCustomFields,
  orderCustomFields,
  renameChoice,
  saveCustomField,
  setCustomValue,
} from '../db/tables/custom-fields.ts';
import { wholeRow } from '../db/tables/rows.ts';
import { plainLabel } from '../domain/labels.ts';
import type { CommandContext, HandlersOfPrefix } from '../services/context.ts';
import { noField, requireCustomField } from '../services/custom-value.ts';
import { requireLead } from '../services/funnel.ts';
import { promote } from '../services/promotion.ts';
import { requireUniqueLabel } from '../services/unique-label.ts';

function requireValidField(
  context: CommandContext,
  field: CustomField & { readonly renamed: readonly { from: string }[] },
): void {
  const { db } = context;
  if (field.kind !== 'choice' && field.choices.length > 0) {
    throw new AppError('invalid', 'Only a field with options can have options.', 'choices');
  }
  if (field.kind === 'choice' && field.choices.length === 0) {
    throw new AppError('invalid', 'Enter at least one option.', 'choices');
  }
  if (new Set(field.choices.map(plainLabel)).size < field.choices.length) {
    throw new AppError('invalid', 'Two options have the same name.', 'choices');
  }
  const before = findCustomField(db, field.id);
  if (!before) return;
  if (before.kind !== field.kind && countCustomValues(db, field.id) > 0) {
    throw new AppError(
      'conflict',
      `${before.label} already has values, so its type cannot change. Add another field instead.`,
      'kind',
    );
  }
  const renamed = new Set(field.renamed.map(({ from }) => from));
  for (const choice of before.choices) {
    if (field.choices.includes(choice) || renamed.has(choice)) continue;
    const count = countCustomValues(db, field.id, choice);
    if (count === 0) continue;
    const who = count === 1 ? '1 lead has' : `${count} leads have`;
    throw new AppError(
      'conflict',
      `${who} “${choice}” as ${before.label}. Choose another value for them first.`,
      'choices',
    );
  }
}

export const customFields: HandlersOfPrefix<'customFields'> = {
  'customFields.list': ({ db }) =>
    listCustomFields(db).map(field => ({ ...field, used: countCustomValues(db, field.id) })),

  'customFields.save': (context, { renamed = [], ...given }) => {
    const { db, newId } = context;
    const field = wholeRow(listCustomFields(db), given, newId, noField);
    requireUniqueLabel(listCustomFields(db), field, 'field');
    requireValidField(context, { ...field, renamed });
    saveCustomField(db, field);
    for (const { from, to } of renamed) if (field.choices.includes(to)) renameChoice(db, field.id, from, to);
    return { id: field.id };
  },

  'customFields.move': ({ db }, { id, before }) => {
    orderCustomFields(
      db,
      placedBefore(listCustomFields(db), [id], before).map(field => field.id),
    );
    return {};
  },

  'customFields.set': (context, { id, fieldId, value }) => {
    requireLead(context, id);
    requireCustomField(context, fieldId, value);
    setCustomValue(context.db, { id: context.newId(), leadId: id, fieldId, value });
    return { promoted: promote(context, [id]).length > 0 };
  },
};
