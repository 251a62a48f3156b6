// The plan of merging: the schema of the file and the rules together. A constraint that no rule keeps is refused here, by its name.
import { checkOf } from './checks.ts';
import type { Change, Value } from './packet.ts';
import { homeTables, type Rule, rules, triggerRules } from './rules.ts';

/** What SQLite says of a table. */
export type TableSchema = {
  readonly name: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly required: boolean;
    readonly standard: Value;
  }[];
  readonly references: readonly Reference[];
  readonly unique: readonly (readonly string[])[];
  /** The SQL inside each CHECK. */
  readonly checks: readonly string[];
};
export type Reference = {
  readonly column: string;
  readonly table: string;
  readonly onDelete: 'CASCADE' | 'SET NULL' | 'NO ACTION';
};
export type FileSchema = {
  readonly version: number;
  readonly tables: readonly TableSchema[];
  readonly triggers: readonly string[];
};

export type Table = TableSchema & {
  readonly rule: Rule;
  /** Every column that travels, in groups with one clock each; most groups are of one. */
  readonly groups: readonly (readonly string[])[];
  /** By column: whether it takes a value. */
  readonly takes: ReadonlyMap<string, (value: Value) => boolean>;
  readonly references: readonly Reference[];
};
export type MergePlan = {
  readonly version: number;
  /** In an order in which a row's fate follows from tables before it: those it belongs to, and those that keep it alive. */
  readonly tables: readonly Table[];
  readonly table: (name: string) => Table | undefined;
};

const column = (name: string, type = 'TEXT') => ({ name, type, required: true, standard: null });

/** Facts about sharing itself. They travel and merge as rows do, and have no place in the tables. */
const ownTables: readonly TableSchema[] = [
  // The clock of a writer was wrong in these packets, by so much.
  {
    name: 'clock_correction',
    columns: [column('writer'), column('from_n', 'INTEGER'), column('to_n', 'INTEGER'), column('by_ms', 'INTEGER')],
  },
].map(table => ({ ...table, columns: [column('id'), ...table.columns], references: [], unique: [], checks: [] }));

/** Rows of an import name it without a reference that SQLite knows of: it stays for those of them that stay. */
const ofBatch: Reference = { column: 'batch_id', table: 'import_batch', onDelete: 'NO ACTION' };

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(one => b.includes(one));

/** A word inside a text is not a column. */
const withoutTexts = (sql: string): string => sql.replace(/'[^']*'/g, "''");

function tableOf(schema: TableSchema, rule: Rule): Table {
  const refuse = (what: string): never => {
    throw new Error(`No rule of merging keeps ${what} of ${schema.name} (electron/sync/rules.ts).`);
  };
  const still = new Set(['id', ...(rule.derived ?? []), ...(rule.home?.columns ?? [])]);
  const grouped = rule.groups ?? [];
  const names = schema.columns.map(({ name }) => name);
  for (const name of [
    ...grouped.flat(),
    ...still,
    ...(rule.key ?? []),
    ...(rule.closing?.columns ?? []),
    ...(rule.json ?? []),
  ])
    if (!names.includes(name)) refuse(`the column ${name}, which is not one`);
  const single = names.filter(name => !still.has(name) && !grouped.flat().includes(name)).map(name => [name]);

  for (const unique of schema.unique) {
    if (!sameSet(unique, ['id']) && !sameSet(unique, rule.key ?? []) && !sameSet(unique, [rule.renumber ?? '']))
      refuse(`UNIQUE (${unique.join(', ')})`);
  }
  const tests = new Map<string, ((value: Value) => boolean)[]>();
  for (const sql of schema.checks) {
    const meant = names.filter(name => new RegExp(`\\b${name}\\b`).test(withoutTexts(sql)));
    const [only = ''] = meant;
    const test = meant.length === 1 ? checkOf(sql) : undefined;
    if (test) tests.set(only, [...(tests.get(only) ?? []), test]);
    // Written together and valid then, the columns of a group are valid wherever they stand.
    else if (meant.length < 2 || !grouped.some(group => meant.every(name => group.includes(name))))
      refuse(`CHECK (${sql})`);
  }
  const fitsType = (type: string, value: Value): boolean =>
    type === 'TEXT' ? typeof value === 'string' : type === 'INTEGER' ? Number.isSafeInteger(value) : true;
  const takes = schema.columns.map(({ name, type, required }) => {
    const test = (value: Value): boolean =>
      value === null ? !required : fitsType(type, value) && (tests.get(name) ?? []).every(fits => fits(value));
    return [name, test] as const;
  });
  const references = [...schema.references, ...(names.includes('batch_id') ? [ofBatch] : [])];
  return { ...schema, references, rule, groups: [...grouped, ...single], takes: new Map(takes) };
}

/** A row's fate follows from the rows it belongs to; the fate of a row that is only named follows from those that name it. */
function inOrder(tables: readonly Table[]): readonly Table[] {
  const before = new Map(tables.map(({ name }) => [name, new Set<string>()]));
  for (const { name, references } of tables) {
    for (const { table, onDelete } of references) {
      if (onDelete === 'CASCADE') before.get(name)?.add(table);
      else if (onDelete === 'NO ACTION') before.get(table)?.add(name);
    }
  }
  const order: Table[] = [];
  while (order.length < tables.length) {
    const done = new Set(order.map(({ name }) => name));
    const next = tables.filter(
      ({ name }) => !done.has(name) && [...(before.get(name) ?? [])].every(one => done.has(one)),
    );
    if (next.length === 0) throw new Error('Tables that refer to each other in a circle cannot be merged.');
    order.push(...next);
  }
  return order;
}

/** Throws where the schema holds a table, constraint or trigger that no rule of merging keeps. */
export function planFor(schema: FileSchema): MergePlan {
  for (const trigger of schema.triggers)
    if (!(trigger in triggerRules))
      throw new Error(`No rule of merging keeps the trigger ${trigger} (electron/sync/rules.ts).`);
  const tables = schema.tables
    .filter(({ name }) => !homeTables.has(name))
    .map(table => {
      const rule = rules[table.name];
      if (!rule) throw new Error(`Nothing says how ${table.name} is merged (electron/sync/rules.ts).`);
      return tableOf(table, rule);
    });
  const order = inOrder([...tables, ...ownTables.map(table => tableOf(table, {}))]);
  const byName = new Map(order.map(table => [table.name, table]));
  return { version: schema.version, tables: order, table: name => byName.get(name) };
}

/** Whether a change is one that the tables take: known columns, values they allow, groups whole, and all that is required of a new row. */
export function fits(plan: MergePlan, change: Change): boolean {
  const table = plan.table(change.table);
  if (!table || table.rule.home?.ids?.includes(change.id)) return false;
  if (!('columns' in change)) return true;
  const { columns, op } = change;
  const given = Object.entries(columns);
  const travels = new Set(table.groups.flat());
  if (!given.every(([name, value]) => travels.has(name) && table.takes.get(name)?.(value))) return false;
  if (op === 'set') return table.groups.every(group => new Set(group.map(name => name in columns)).size === 1);
  return table.columns.every(
    ({ name, required, standard }) => !required || !travels.has(name) || standard !== null || name in columns,
  );
}
