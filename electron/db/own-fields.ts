// All SQL of custom fields and their values. An unknown value has no row.
import type { FitField, OwnField, OwnKey, OwnValue } from '../../shared/own-field.ts';
import { ownIdOf, ownKey } from '../../shared/own-field.ts';
import type { Reader, Value, Writer } from './handle.ts';
import { columnOf, updateRow } from './rows.ts';

type FieldRow = Omit<OwnField, 'choices' | 'archived'> & { readonly choices: string; readonly archived: number };
const toField = ({ choices, archived, ...row }: FieldRow): OwnField => ({
  ...row,
  choices: JSON.parse(choices) as string[],
  archived: archived === 1,
});
const columns = 'id, label, kind, choices, archived';

/** All own fields in the owner's order, archived ones among them. */
export const listOwnFields = (db: Reader): OwnField[] =>
  db.all<FieldRow>(`SELECT ${columns} FROM own_field ORDER BY position, rowid`).map(toField);

export function findOwnField(db: Reader, id: string): OwnField | undefined {
  const row = db.get<FieldRow>(`SELECT ${columns} FROM own_field WHERE id = ?`, [id]);
  return row && toField(row);
}

/** A new field comes last. */
export function saveOwnField(db: Writer, { id, label, kind, choices, archived }: OwnField): void {
  const change = { label, kind, choices: JSON.stringify(choices), archived };
  if (updateRow(db, 'own_field', id, change)) return;
  db.run(
    `INSERT INTO own_field (id, label, kind, choices, archived, position)
     VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM own_field))`,
    [id, label, kind, change.choices, archived ? 1 : 0],
  );
}

/** Gives the fields the order of `ids`. */
export function orderOwnFields(db: Writer, ids: readonly string[]): void {
  ids.forEach((id, index) => {
    db.run('UPDATE own_field SET position = ? WHERE id = ?', [index, id]);
  });
}

/** Values of a choice that was given another name. */
export const renameChoice = (db: Writer, fieldId: string, from: string, to: string): number =>
  db.run('UPDATE own_value SET value = ? WHERE field_id = ? AND value = ?', [to, fieldId, from]);

/** How many leads have a value there. */
export const countOwnValues = (db: Reader, fieldId: string, value?: string): number =>
  db.pluck<number>(
    `SELECT count(*) FROM own_value WHERE field_id = ?1 ${value === undefined ? '' : 'AND value = ?2'}`,
    value === undefined ? { 1: fieldId } : { 1: fieldId, 2: value },
  )[0] ?? 0;

/** The own values of one lead by field id. */
export const ownValuesById = (db: Reader, leadId: string): Record<string, OwnValue> =>
  Object.fromEntries(
    db.raw<readonly [string, OwnValue]>('SELECT field_id, value FROM own_value WHERE lead_id = ?', [leadId]),
  );

/** The own values of one lead by `own:` key: to be spread beside its facts. */
export function ownFactsOf(db: Reader, leadId: string): Readonly<Record<OwnKey, OwnValue>> {
  return Object.fromEntries(Object.entries(ownValuesById(db, leadId)).map(([field, value]) => [ownKey(field), value]));
}

/** Sets or (null) forgets one value. `batchId`: the import to which a value belongs that was not there before. */
export function setOwnValue(
  db: Writer,
  row: { readonly id: string; readonly leadId: string; readonly fieldId: string; readonly value: OwnValue },
  batchId: string | null = null,
): void {
  const { id, leadId, fieldId, value } = row;
  if (value === null) {
    db.run('DELETE FROM own_value WHERE lead_id = ? AND field_id = ?', [leadId, fieldId]);
    return;
  }
  const changed = db.run('UPDATE own_value SET value = ? WHERE lead_id = ? AND field_id = ?', [value, leadId, fieldId]);
  if (changed > 0) return;
  db.run('INSERT INTO own_value (id, lead_id, field_id, value, batch_id) VALUES (?, ?, ?, ?, ?)', [
    id,
    leadId,
    fieldId,
    value,
    batchId,
  ]);
}

/** The values of all leads of one own field: for what reads many at once, such as an export. */
export const ownValuesOf = (db: Reader, fieldId: string): ReadonlyMap<string, OwnValue> =>
  new Map(
    db.raw<readonly [lead: string, value: OwnValue]>('SELECT lead_id, value FROM own_value WHERE field_id = ?', [
      fieldId,
    ]),
  );

/** A fact as an expression over `lead` (or an alias of it), with its parameters: a column, or the own value. */
export function factExpression(
  field: FitField,
  lead = 'lead',
): { readonly sql: string; readonly params: readonly Value[] } {
  const own = ownIdOf(field);
  if (own === null) return { sql: `${lead}.${columnOf(field)}`, params: [] };
  return {
    sql: `(SELECT v.value FROM own_value v WHERE v.lead_id = ${lead}.id AND v.field_id = ?)`,
    params: [own],
  };
}
