// All SQL of custom fields and their values. An unknown value has no row.
import type { CustomField, CustomKey, CustomValue, FitField } from '../../../shared/custom-field.ts';
import { customFieldIdOf, customKey } from '../../../shared/custom-field.ts';
import type { Reader, SqlValue, Writer } from '../file/handle.ts';
import { columnOf, updateRow } from './rows.ts';

type FieldRow = Omit<CustomField, 'choices' | 'archived'> & { readonly choices: string; readonly archived: number };
const toField = ({ choices, archived, ...row }: FieldRow): CustomField => ({
  ...row,
  choices: JSON.parse(choices) as string[],
  archived: archived === 1,
});
const columns = 'id, label, kind, choices, archived';

/** All own fields in the owner's order, archived ones among them. */
export const listCustomFields = (db: Reader): CustomField[] =>
  db.all<FieldRow>(`SELECT ${columns} FROM custom_field ORDER BY position, id`).map(toField);

export function findCustomField(db: Reader, id: string): CustomField | undefined {
  const row = db.get<FieldRow>(`SELECT ${columns} FROM custom_field WHERE id = ?`, [id]);
  return row && toField(row);
}

/** A new field comes last. */
export function saveCustomField(db: Writer, { id, label, kind, choices, archived }: CustomField): void {
  const change = { label, kind, choices: JSON.stringify(choices), archived };
  if (updateRow(db, 'custom_field', id, change)) return;
  db.run(
    `INSERT INTO custom_field (id, label, kind, choices, archived, position)
     VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM custom_field))`,
    [id, label, kind, change.choices, archived ? 1 : 0],
  );
}

/** Gives the fields the order of `ids`. */
export function orderCustomFields(db: Writer, ids: readonly string[]): void {
  ids.forEach((id, index) => {
    db.run('UPDATE custom_field SET position = ? WHERE id = ?', [index, id]);
  });
}

/** Values of a choice that was given another name. */
export const renameChoice = (db: Writer, fieldId: string, from: string, to: string): number =>
  db.run('UPDATE custom_value SET value = ? WHERE field_id = ? AND value = ?', [to, fieldId, from]);

/** How many leads have a value there. */
export const countCustomValues = (db: Reader, fieldId: string, value?: string): number =>
  db.pluck<number>(
    `SELECT count(*) FROM custom_value WHERE field_id = ?1 ${value === undefined ? '' : 'AND value = ?2'}`,
    value === undefined ? { 1: fieldId } : { 1: fieldId, 2: value },
  )[0] ?? 0;

/** The own values of one lead by field id. */
export const customValuesById = (db: Reader, leadId: string): Record<string, CustomValue> =>
  Object.fromEntries(
    db.raw<readonly [string, CustomValue]>('SELECT field_id, value FROM custom_value WHERE lead_id = ?', [leadId]),
  );

/** The own values of one lead by `customId:` key: to be spread beside its facts. */
export function customValuesByKey(db: Reader, leadId: string): Readonly<Record<CustomKey, CustomValue>> {
  return Object.fromEntries(
    Object.entries(customValuesById(db, leadId)).map(([field, value]) => [customKey(field), value]),
  );
}

/** Sets or (null) forgets one value. `batchId`: the import to which a value belongs that was not there before. */
export function setCustomValue(
  db: Writer,
  row: { readonly id: string; readonly leadId: string; readonly fieldId: string; readonly value: CustomValue },
  batchId: string | null = null,
): void {
  const { id, leadId, fieldId, value } = row;
  if (value === null) {
    db.run('DELETE FROM custom_value WHERE lead_id = ? AND field_id = ?', [leadId, fieldId]);
    return;
  }
  const changed = db.run('UPDATE custom_value SET value = ? WHERE lead_id = ? AND field_id = ?', [
    value,
    leadId,
    fieldId,
  ]);
  if (changed > 0) return;
  db.run('INSERT INTO custom_value (id, lead_id, field_id, value, batch_id) VALUES (?, ?, ?, ?, ?)', [
    id,
    leadId,
    fieldId,
    value,
    batchId,
  ]);
}

/** The values of all leads of one own field: for what reads many at once, such as an export. */
export const customValuesOf = (db: Reader, fieldId: string): ReadonlyMap<string, CustomValue> =>
  new Map(
    db.raw<readonly [lead: string, value: CustomValue]>('SELECT lead_id, value FROM custom_value WHERE field_id = ?', [
      fieldId,
    ]),
  );

/** A fact as an expression over `lead` (or an alias of it), with its parameters: a column, or the own value. */
export function attributeExpression(
  field: FitField,
  lead = 'lead',
): { readonly sql: string; readonly params: readonly SqlValue[] } {
  const customId = customFieldIdOf(field);
  if (customId === null) return { sql: `${lead}.${columnOf(field)}`, params: [] };
  return {
    sql: `(SELECT v.value FROM custom_value v WHERE v.lead_id = ${lead}.id AND v.field_id = ?)`,
    params: [customId],
  };
}
