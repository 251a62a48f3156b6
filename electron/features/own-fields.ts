// Tags and custom fields: create, rename, reorder, archive; and their values.
import { type OwnField, type OwnValue, refuseOwnValue } from '../../shared/own-field.ts';
import { placedBefore } from '../../shared/placed.ts';
import { Refusal } from '../../shared/result.ts';
import {
  countOwnValues,
  findOwnField,
  listOwnFields,
  orderOwnFields,
  renameChoice,
  saveOwnField,
  setOwnValue,
} from '../db/own-fields.ts';
import { wholeRow } from '../db/rows.ts';
import { addTag, countTagged, deleteTag, listTags, removeTag, saveTag } from '../db/tags.ts';
import type { CommandContext, HandlersOfPrefix } from './context.ts';
import { requireLead } from './funnel.ts';
import { promote } from './promotion.ts';

const noField = 'This field no longer exists.';
const noTag = 'This tag no longer exists.';
const plain = (label: string) => label.trim().toLowerCase();

/** Nobody could tell two things of one name apart. */
function refuseTwin(
  rows: readonly { readonly id: string; readonly label: string; readonly archived: boolean }[],
  row: { readonly id: string | null; readonly label: string },
  what: string,
): void {
  const twin = rows.find(one => one.id !== row.id && plain(one.label) === plain(row.label));
  if (!twin) return;
  const where = twin.archived ? ' among the archived ones' : '';
  throw new Refusal('conflict', `A ${what} named “${twin.label}” already exists${where}.`, 'label');
}

function refuseField(
  context: CommandContext,
  field: OwnField & { readonly renamed: readonly { from: string }[] },
): void {
  const { db } = context;
  if (field.kind !== 'choice' && field.choices.length > 0) {
    throw new Refusal('invalid', 'Only a field with options can have options.', 'choices');
  }
  if (field.kind === 'choice' && field.choices.length === 0) {
    throw new Refusal('invalid', 'Enter at least one option.', 'choices');
  }
  if (new Set(field.choices.map(plain)).size < field.choices.length) {
    throw new Refusal('invalid', 'Two options have the same name.', 'choices');
  }
  const before = findOwnField(db, field.id);
  if (!before) return;
  if (before.kind !== field.kind && countOwnValues(db, field.id) > 0) {
    throw new Refusal(
      'conflict',
      `${before.label} already has values, so its type cannot change. Add another field instead.`,
      'kind',
    );
  }
  const renamed = new Set(field.renamed.map(({ from }) => from));
  for (const choice of before.choices) {
    if (field.choices.includes(choice) || renamed.has(choice)) continue;
    const count = countOwnValues(db, field.id, choice);
    if (count === 0) continue;
    const who = count === 1 ? '1 lead has' : `${count} leads have`;
    throw new Refusal(
      'conflict',
      `${who} “${choice}” as ${before.label}. Choose another value for them first.`,
      'choices',
    );
  }
}

/** The field, when the value can stand in it; else a sentence says why not. */
export function requireOwnField({ db }: Pick<CommandContext, 'db'>, fieldId: string, value: OwnValue): OwnField {
  const field = findOwnField(db, fieldId);
  if (!field) throw new Refusal('not-found', noField, 'fieldId');
  const refused = refuseOwnValue(field, value);
  if (refused) throw new Refusal('invalid', refused, 'value');
  return field;
}

export const ownFields: HandlersOfPrefix<'ownFields' | 'tags'> = {
  'ownFields.list': ({ db }) => listOwnFields(db).map(field => ({ ...field, used: countOwnValues(db, field.id) })),

  'ownFields.save': (context, { renamed = [], ...given }) => {
    const { db, newId } = context;
    const field = wholeRow(listOwnFields(db), given, newId, noField);
    refuseTwin(listOwnFields(db), field, 'field');
    refuseField(context, { ...field, renamed });
    saveOwnField(db, field);
    for (const { from, to } of renamed) if (field.choices.includes(to)) renameChoice(db, field.id, from, to);
    return { id: field.id };
  },

  'ownFields.move': ({ db }, { id, before }) => {
    orderOwnFields(
      db,
      placedBefore(listOwnFields(db), [id], before).map(field => field.id),
    );
    return {};
  },

  'tags.list': ({ db }) => {
    const used = countTagged(db);
    return listTags(db).map(tag => ({ ...tag, used: used.get(tag.id) ?? 0 }));
  },

  'tags.save': ({ db, newId }, given) => {
    const tag = wholeRow(listTags(db), given, newId, noTag);
    refuseTwin(listTags(db), tag, 'tag');
    saveTag(db, tag);
    return { id: tag.id };
  },

  'tags.remove': ({ db }, { id }) => {
    deleteTag(db, id);
    return {};
  },

  'ownFields.set': (context, { id, fieldId, value }) => {
    requireLead(context, id);
    requireOwnField(context, fieldId, value);
    setOwnValue(context.db, { id: context.newId(), leadId: id, fieldId, value });
    return { promoted: promote(context, [id]).length > 0 };
  },

  'tags.put': (context, { ids, add, remove }) => {
    const { db, newId } = context;
    const known = new Set(listTags(db).map(tag => tag.id));
    if (add.some(tagId => !known.has(tagId))) throw new Refusal('not-found', noTag, 'add');
    for (const leadId of ids) {
      requireLead(context, leadId);
      for (const tagId of remove) removeTag(db, leadId, tagId);
      for (const tagId of add) addTag(db, { id: newId(), leadId, tagId });
    }
    return {};
  },
};
