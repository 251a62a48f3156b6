// Tags, custom fields and activity types of a file, found by name or created.
import type { Mapping } from '../../../shared/import.ts';
import type { PreparedRow } from '../../../shared/import-row.ts';
import { newMark } from '../../../shared/import-targets.ts';
import type { OwnField } from '../../../shared/own-field.ts';
import { ownKinds } from '../../../shared/own-field.ts';
import { insertActivityType, listActivityTypes } from '../../db/activities.ts';
import type { ImportRows } from '../../db/import-rows.ts';
import { listOwnFields, ownValuesById, saveOwnField, setOwnValue } from '../../db/own-fields.ts';
import { addTag, listTags, saveTag } from '../../db/tags.ts';
import type { CommandContext } from '../context.ts';

const plain = (label: string): string => label.trim().toLowerCase();

export type Own = {
  /** The activity type's id; "new:label" is made when nothing is called so. */
  readonly typeId: (asked: string) => string;
  /** Tags and own values of a row, on a lead that came with this file. */
  readonly add: (leadId: string, row: PreparedRow) => void;
  /** The same on somebody who was here before; answers how many things changed. */
  readonly merge: (leadId: string, row: PreparedRow) => number;
};

export function createOwn({ db, newId }: CommandContext, mapping: Mapping, rows: ImportRows, batchId: string): Own {
  const types = new Map(listActivityTypes(db).map(({ id, label }) => [plain(label), id]));
  const tags = new Map(listTags(db).map(({ id, label }) => [plain(label), id]));
  const fields = new Map(listOwnFields(db).map(field => [field.id, field]));
  const overwrites = new Set(
    mapping.columns
      .filter(({ target, policy }) => target === 'ownField' && (policy ?? mapping.policy) === 'overwrite')
      .map(({ fieldId }) => fieldId),
  );

  function typeId(asked: string): string {
    if (!asked.startsWith(newMark)) return asked;
    const label = asked.slice(newMark.length).trim().slice(0, 100) || 'Something else';
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
  function fieldOf(asked: string): OwnField | undefined {
    const known = fields.get(asked);
    if (known || !asked.startsWith(newMark)) return known;
    const [kindAsked = '', ...words] = asked.slice(newMark.length).split(':');
    const label = words.join(':').trim().slice(0, 100) || 'Custom field';
    const kind = ownKinds.find(one => one === kindAsked) ?? 'text';
    const same = [...fields.values()].find(field => plain(field.label) === plain(label));
    const field = same ?? { id: newId(), label, kind, choices: [], archived: false };
    if (!same) saveOwnField(db, field);
    fields.set(asked, field);
    return field;
  }

  /** What the field may hold of a value; a choice that is new is added to its choices. Null: it does not fit. */
  function fitting(field: OwnField, value: string | number): string | number | null {
    const numeric = field.kind === 'number' || field.kind === 'money';
    if (numeric !== (typeof value === 'number')) return field.kind === 'text' ? String(value) : null;
    if (field.kind !== 'choice' || typeof value !== 'string') return value;
    const same = field.choices.find(choice => plain(choice) === plain(value));
    if (same !== undefined) return same;
    const choice = value.slice(0, 100).trim();
    const more = { ...field, choices: [...field.choices, choice] };
    saveOwnField(db, more);
    for (const [asked, known] of fields) if (known.id === field.id) fields.set(asked, more);
    return choice;
  }

  function* values(row: PreparedRow) {
    for (const { fieldId: asked, value } of row.own) {
      const field = fieldOf(asked);
      const fits = field ? fitting(field, value) : null;
      if (field && fits !== null) yield { fieldId: field.id, value: fits, overwrite: overwrites.has(asked) };
    }
  }

  return {
    typeId,
    add: (leadId, row) => {
      for (const label of row.tags) rows.tag({ id: newId(), leadId, tagId: tagId(label) });
      for (const { fieldId, value } of values(row)) rows.own({ id: newId(), leadId, fieldId, value });
    },
    merge: (leadId, row) => {
      let changes = 0;
      for (const label of row.tags) {
        if (addTag(db, { id: newId(), leadId, tagId: tagId(label) }, batchId)) changes += 1;
      }
      if (row.own.length === 0) return changes;
      const before = ownValuesById(db, leadId);
      for (const { fieldId, value, overwrite } of values(row)) {
        const known = before[fieldId];
        if (known === value || (known != null && !overwrite)) continue;
        setOwnValue(db, { id: newId(), leadId, fieldId, value }, batchId);
        changes += 1;
      }
      return changes;
    },
  };
}
