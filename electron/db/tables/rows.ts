// Maps camelCase values to snake_case rows: insert, update and read.
import { AppError } from '../../../shared/result.ts';
import type { SqlValue, Writer } from '../file/handle.ts';

/** The column of a camelCase name. */
export const columnOf = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const toSql = (value: unknown): SqlValue => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`A column takes text, numbers, booleans and null, not ${typeof value}.`);
};

const camelNames = new Map<string, string>();
const camelOf = (column: string): string => {
  const known = camelNames.get(column);
  if (known !== undefined) return known;
  const made = camel(column);
  camelNames.set(column, made);
  return made;
};

/** A row with its columns in camelCase; columns named in `flags` become booleans. */
export function fromRow<T>(row: object, flags: readonly string[] = []): T {
  const value: Record<string, unknown> = {};
  for (const column in row) value[camelOf(column)] = row[column as keyof object];
  for (const name of flags) if (name in value) value[name] = value[name] === 1;
  return value as T;
}

const entriesOf = (values: object) => Object.entries(values).filter(([, value]) => value !== undefined);

/** Inserts one row; keys are camelCase column names, `undefined` is left to the column's default. */
export function insertRow(writer: Writer, table: string, values: object): void {
  const entries = entriesOf(values);
  const columns = entries.map(([name]) => columnOf(name)).join(', ');
  const marks = entries.map(() => '?').join(', ');
  writer.run(
    `INSERT INTO ${table} (${columns}) VALUES (${marks})`,
    entries.map(([, value]) => toSql(value)),
  );
}

/** Updates one row by id; answers false when there is no such row. */
export function updateRow(writer: Writer, table: string, id: string, values: object): boolean {
  const entries = entriesOf(values);
  if (entries.length === 0) return writer.get(`SELECT 1 FROM ${table} WHERE id = ?`, [id]) !== undefined;
  const sets = entries.map(([name]) => `${columnOf(name)} = ?`).join(', ');
  return writer.run(`UPDATE ${table} SET ${sets} WHERE id = ?`, [...entries.map(([, value]) => toSql(value)), id]) > 0;
}

/** A row as it is after a change; one with `id` null is new. What is not there is refused in the caller's words. */
export function wholeRow<T extends { readonly id: string }>(
  rows: readonly T[],
  given: (Omit<T, 'id'> & { readonly id: null }) | (Partial<T> & { readonly id: string }),
  newId: () => string,
  gone: string,
): T {
  if (given.id === null) return { ...given, id: newId() } as unknown as T;
  const found = rows.find(row => row.id === given.id);
  if (!found) throw new AppError('not-found', gone);
  return { ...found, ...Object.fromEntries(entriesOf(given)) };
}

/** Saves a noun with a nullable id: a new row when it has none, else an update; answers the id. */
export function saveRow(
  writer: Writer,
  table: string,
  values: { readonly id: string | null },
  newId: () => string,
): string {
  if (values.id !== null && updateRow(writer, table, values.id, values)) return values.id;
  const id = values.id ?? newId();
  insertRow(writer, table, { ...values, id });
  return id;
}
