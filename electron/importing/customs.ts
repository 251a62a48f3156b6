// Tags, custom fields and activity types of a file, found by name or created.

import type { CustomField } from '../../shared/custom-field.ts';
import { customKinds } from '../../shared/custom-field.ts';
import type { Mapping } from '../../shared/import.ts';
import type { PreparedRow } from '../../shared/import-row.ts';
import { newMark } from '../../shared/import-targets.ts';
import { insertActivityType, listActivityTypes } from '../db/tables/activities.ts';
import { customValuesById, listCustomFields, saveCustomField, setCustomValue } from '../db/tables/custom-fields.ts';
import type { ImportRows } from '../db/tables/import-rows.ts';
import { addTag, listTags, saveTag } from '../db/tables/tags.ts';
import type { CommandContext } from '../services/context.ts';
import type { ShownChanges } from './shown-changes.ts';

const plain = (label: string): string => label.trim().toLowerCase();

export type CustomsWriter = {
  /** The activity type's id; "new:label" is made when nothing is called so. */
  readonly typeId: (key: string) => string;
  /** Tags and own values of a row, on a lead that came with this file. */
  readonly add: (leadId: string, row: PreparedRow) => void;
  /** The same on somebody who was here before; answers how many things changed. */
  readonly merge: (leadId: string, row: PreparedRow) => number;
};

export function createCustoms(
  { db, newId }: CommandContext,
  mapping: Mapping,
  rows: ImportRows,
  batchId: string,
  shown: Pick<ShownChanges, 'tag' | 'customValue'>,
): CustomsWriter {
  const types = new Map(
    listActivityTypes(db)
      .reverse()
      .map(({ id, label }) => [plain(label), id]),
  );
  const tags = new Map(listTags(db).map(({ id, label }) => [plain(label), id]));
  const fields = new Map(listCustomFields(db).map(field => [field.id, field]));
  const overwrites = new Set(
    mapping.columns
      .filter(({ target, policy }) => target === 'customField' && (policy ?? mapping.policy) === 'overwrite')
      .map(({ fieldId }) => fieldId),
  );

  function typeId(key: string): string {
    if (!key.startsWith(newMark)) return key;
    const label = key.slice(newMark.length).trim().slice(0, 100) || 'Something else';
    const known = types.get(plain(label));
    if (known !== undefined) return known;
    const id = newId();
    insertActivityType(db, { id, label, ourSide: false, impliesStage: null, archived: false });
    types.set(plain(label), id);
    return id;
  }

  function tagId(label: string): string {
    const known = tags.get(plain(label));
    if (known !== undefined) return known;
    const id = newId();
    saveTag(db, { id, label, archived: false });
    tags.set(plain(label), id);
    return id;
  }

  /** "new:date:Contract end" is the field of that name, made when there is none. Undefined: it is gone. */
  function fieldOf(key: string): CustomField | undefined {
    const known = fields.get(key);
    if (known || !key.startsWith(newMark)) return known;
    const [kindText = '', ...words] = key.slice(newMark.length).split(':');
    const label = words.join(':').trim().slice(0, 100) || 'Custom field';
    const kind = customKinds.find(one => one === kindText) ?? 'text';
    const same = [...fields.values()].find(field => plain(field.label) === plain(label));
    const field = same ?? { id: newId(), label, kind, choices: [], archived: false };
    if (!same) saveCustomField(db, field);
    fields.set(key, field);
    return field;
  }

  /** What the field may hold of a value; a choice that is new is added to its choices. Null: it does not fit. */
  function fitting(field: CustomField, value: string | number): string | number | null {
    const numeric = field.kind === 'number' || field.kind === 'money';
    if (numeric !== (typeof value === 'number')) return field.kind === 'text' ? String(value) : null;
    if (field.kind !== 'choice' || typeof value !== 'string') return value;
    const same = field.choices.find(choice => plain(choice) === plain(value));
    if (same !== undefined) return same;
    const choice = value.slice(0, 100).trim();
    const more = { ...field, choices: [...field.choices, choice] };
    saveCustomField(db, more);
    for (const [key, known] of fields) if (known.id === field.id) fields.set(key, more);
    return choice;
  }

  function* values(row: PreparedRow) {
    for (const { fieldId: key, value } of row.customValues) {
      const field = fieldOf(key);
      const fits = field ? fitting(field, value) : null;
      if (field && fits !== null) yield { fieldId: field.id, value: fits, overwrite: overwrites.has(key) };
    }
  }

  return {
    typeId,
    add: (leadId, row) => {
      for (const label of row.tags) rows.tag({ id: newId(), leadId, tagId: tagId(label) });
      for (const { fieldId, value } of values(row)) rows.customValues({ id: newId(), leadId, fieldId, value });
    },
    merge: (leadId, row) => {
      let changes = 0;
      for (const label of row.tags) {
        const id = tagId(label);
        if (!addTag(db, { id: newId(), leadId, tagId: id }, batchId)) continue;
        shown.tag(leadId, id);
        changes += 1;
      }
      if (row.customValues.length === 0) return changes;
      const before = customValuesById(db, leadId);
      for (const { fieldId, value, overwrite } of values(row)) {
        const known = before[fieldId];
        if (known === value || (known != null && !overwrite)) continue;
        shown.customValue(leadId, fieldId, known ?? null, value);
        setCustomValue(db, { id: newId(), leadId, fieldId, value }, batchId);
        changes += 1;
      }
      return changes;
    },
  };
}
