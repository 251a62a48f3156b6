// The journal's triggers, generated from the schema: for every row inserted, updated or deleted they write what is needed
// to take it back. They are TEMP triggers: they belong to the connection, so the file holds none and an old file is never
// short of one.
import type Database from 'better-sqlite3';
import { literal, quoted } from '../tables/names.ts';

type Column = { readonly name: string };

/** The journal itself, what several computers exchange of it, and bytes of files: what needs them is journalled, and keeps them (decision 171). */
const quiet = new Set(['step', 'change', 'file_chunk', 'sharing', 'packet', 'packet_change', 'shared_row']);

/** Tables of the file whose rows are journalled. */
function journalledTables(connection: Database.Database): string[] {
  return connection
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all()
    .map(String)
    .filter(name => !quiet.has(name));
}

function triggersFor(table: string, columns: readonly string[]): string {
  const has = (name: string): boolean => columns.includes(name);
  const leadOf = (row: 'old' | 'new'): string =>
    table === 'lead' ? `${row}.id` : has('lead_id') ? `${row}.lead_id` : 'NULL';
  const whole = `json_object(${columns.map(name => `${literal(name)}, old.${quoted(name)}`).join(', ')})`;
  const changed = (row: 'old' | 'new'): string =>
    `(SELECT json_group_object(name, value) FROM (${columns
      .map(
        name =>
          `SELECT ${literal(name)} AS name, ${row}.${quoted(name)} AS value WHERE old.${quoted(name)} IS NOT new.${quoted(name)}`,
      )
      .join(' UNION ALL ')}))`;
  const anyChange = columns.map(name => `old.${quoted(name)} IS NOT new.${quoted(name)}`).join(' OR ');
  const step = '(SELECT step_seq FROM temp.journal_now)';
  // A row of the step's own batch needs no line: the batch id on the row stands for it.
  const notOwnBatch = (row: 'old' | 'new'): string =>
    has('batch_id')
      ? `(${row}.batch_id IS NULL OR ${row}.batch_id IS NOT (SELECT batch_id FROM temp.journal_now))`
      : 'TRUE';
  const write = (row: 'old' | 'new', op: string, before: string, after: string): string =>
    `INSERT INTO change (step_seq, table_name, row_id, lead_id, op, before, after)
     VALUES (${step}, ${literal(table)}, ${row}.id, ${leadOf(row)}, ${literal(op)}, ${before}, ${after});`;
  return `
    CREATE TEMP TRIGGER ${quoted(`journal_insert_${table}`)} AFTER INSERT ON main.${quoted(table)} WHEN ${notOwnBatch('new')}
    BEGIN ${write('new', 'insert', 'NULL', 'NULL')} END;
    CREATE TEMP TRIGGER ${quoted(`journal_update_${table}`)} AFTER UPDATE ON main.${quoted(table)}
    WHEN (${anyChange}) AND ${notOwnBatch('old')}
    BEGIN ${write('new', 'update', changed('old'), changed('new'))} END;
    CREATE TEMP TRIGGER ${quoted(`journal_delete_${table}`)} AFTER DELETE ON main.${quoted(table)} WHEN ${notOwnBatch('old')}
    BEGIN ${write('old', 'delete', whole, 'NULL')} END;`;
}

/** Puts the journal on a connection whose schema has been found to be ours. Afterwards a write outside a step fails (`change.step_seq` may not be null). */
export function installJournal(connection: Database.Database): void {
  connection.exec('CREATE TEMP TABLE journal_now (step_seq INTEGER, batch_id TEXT)');
  for (const table of journalledTables(connection)) {
    const columns = connection.prepare('SELECT name FROM pragma_table_info(?)').all(table) as Column[];
    connection.exec(
      triggersFor(
        table,
        columns.map(({ name }) => name),
      ),
    );
  }
}
