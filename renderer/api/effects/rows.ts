// Small changes to lists of rows, as values.
type Row = { readonly id: string };

/** The row of that id changed; all others as they are. */
export const changed = <T extends Row>(rows: readonly T[], id: string, change: Partial<T>): T[] =>
  rows.map(row => (row?.id === id ? { ...row, ...change } : row));

/** Without the rows of those ids. */
export const without = <T extends Row>(rows: readonly T[], ids: readonly string[]): T[] =>
  rows.filter(row => !ids.includes(row?.id));

/**
 * A saved row in its list: a new one at the end, under the id it has meanwhile. A list asked for after the row was made holds it
 * already, though the command's own answer is still on its way.
 */
export function saved<T extends Row>(
  rows: readonly T[],
  given: { readonly id: string | null },
  meanwhile: string,
  fresh: Partial<T> = {},
): T[] {
  if (given.id !== null) return changed(rows, given.id, given as Partial<T>);
  const { id: _, ...fields } = given;
  const isThere = rows.some(row =>
    Object.entries(fields).every(
      ([name, value]) => JSON.stringify((row as Readonly<Record<string, unknown>>)[name]) === JSON.stringify(value),
    ),
  );
  return isThere ? [...rows] : [...rows, { ...fresh, ...given, id: meanwhile } as unknown as T];
}

/** What is not undefined. */
export const given = <T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;
