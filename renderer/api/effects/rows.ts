// Small changes to lists of rows, as values.
type Row = { readonly id: string };

/** The row of that id changed; all others as they are. */
export const changed = <T extends Row>(rows: readonly T[], id: string, change: Partial<T>): T[] =>
  rows.map(row => (row?.id === id ? { ...row, ...change } : row));

/** Without the rows of those ids. */
export const without = <T extends Row>(rows: readonly T[], ids: readonly string[]): T[] =>
  rows.filter(row => !ids.includes(row?.id));

const placeholders = 'coming-';
let made = 0;
/** What a new row is called until it has its own id. */
export const newPlaceholder = (): string => `${placeholders}${++made}`;

/** Of each new row: the ids that were in its lists before it. */
const rowsBefore = new Map<string, ReadonlySet<string>>();
export const noteRowsBefore = (id: string, ids: ReadonlySet<string>): void => void rowsBefore.set(id, ids);

/**
 * A saved row in its list: a new one at the end, under the id it has meanwhile. A list asked for after the row was made holds it
 * already, though the command's own answer is still on its way: it stands there under the same id as before.
 */
export function saved<T extends Row>(
  rows: readonly T[],
  given: { readonly id: string | null } & { readonly [name: string]: unknown },
  meanwhile: string,
  fresh: Partial<T> = {},
): T[] {
  if (given.id !== null) return changed(rows, given.id, given as Partial<T>);
  if (rows.some(row => row.id === meanwhile)) return [...rows];
  const { id: _, ...fields } = given;
  const known = rowsBefore.get(meanwhile);
  const isIt = (row: T) =>
    known?.has(row.id) === false &&
    !row.id.startsWith(placeholders) &&
    Object.entries(fields).every(
      ([name, value]) => JSON.stringify((row as Readonly<Record<string, unknown>>)[name]) === JSON.stringify(value),
    );
  const at = rows.findIndex(isIt);
  const named = { id: meanwhile } as unknown as Partial<T>;
  if (at >= 0) return rows.with(at, { ...(rows[at] as T), ...named });
  return [...rows, { ...fresh, ...given, ...named } as unknown as T];
}

/** What is not undefined. */
export const given = <T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;
