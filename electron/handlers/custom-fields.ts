// Tags and custom fields: create, rename, reorder, archive; and their values.
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
import { addTag, countTagged, deleteTag, listTags, removeTag, saveTag } from '../db/tables/tags.ts';
import type { CommandContext, HandlersOfPrefix } from '../services/context.ts';
import { noField, requireCustomField } from '../services/custom-value.ts';
import { requireLead } from '../services/funnel.ts';
import { promote } from '../services/promotion.ts';

const noTag = 'This tag no longer exists.';
const plain = (label: string) => label.trim().toLowerCase();

/** Nobody could tell two things of one name apart. */
function requireUniqueLabel(
  rows: readonly { readonly id: string; readonly label: string; readonly archived: boolean }[],
  row: { readonly id: string | null; readonly label: string },
  what: string,
): void {
  const twin = rows.find(one => one.id !== row.id && plain(one.label) === plain(row.label));
  if (!twin) return;
  const where = twin.archived ? ' among the archived ones' : '';
  throw new AppError('conflict', `A ${what} named “${twin.label}” already exists${where}.`, 'label');
}

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
  if (new Set(field.choices.map(plain)).size < field.choices.length) {
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

export const customFields: HandlersOfPrefix<'customFields' | 'tags'> = {
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

  'tags.list': ({ db }) => {
    const used = countTagged(db);
    return listTags(db).map(tag => ({ ...tag, used: used.get(tag.id) ?? 0 }));
  },

  'tags.save': ({ db, newId }, given) => {
    const tag = wholeRow(listTags(db), given, newId, noTag);
    requireUniqueLabel(listTags(db), tag, 'tag');
    saveTag(db, tag);
    return { id: tag.id };
  },

  'tags.remove': ({ db }, { id }) => {
    deleteTag(db, id);
    return {};
  },

  'customFields.set': (context, { id, fieldId, value }) => {
    requireLead(context, id);
    requireCustomField(context, fieldId, value);
    setCustomValue(context.db, { id: context.newId(), leadId: id, fieldId, value });
    return { promoted: promote(context, [id]).length > 0 };
  },

  'tags.put': (context, { ids, add, remove }) => {
    const { db, newId } = context;
    const known = new Set(listTags(db).map(tag => tag.id));
    if (add.some(tagId => !known.has(tagId))) throw new AppError('not-found', noTag, 'add');
    for (const leadId of ids) {
      requireLead(context, leadId);
      for (const tagId of remove) removeTag(db, leadId, tagId);
      for (const tagId of add) addTag(db, { id: newId(), leadId, tagId });
    }
    return {};
  },
};
