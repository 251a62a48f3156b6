// Names that an import made stay when its undo finds them in use, wherever that is.
import { describe, expect, it } from 'vitest';
import { forgetName } from '../../../electron/db/journal/undo-import.ts';
import { aDatabase, bareRow, insertAny, schema } from '../../support/database.ts';
import { withFile } from '../../support/sync.ts';

type NameTable = Parameters<typeof forgetName>[1][0];
const nameTables: readonly NameTable[] = ['custom_field', 'tag', 'activity_type', 'campaign', 'channel', 'member'];

const columnsOf = (table: string) => schema.find(([name]) => name === table)?.[1] ?? [];
/** Every column that refers to a table of names: by the schema, and by its name where SQLite is not told. */
const references = withFile((_, reader) =>
  nameTables.flatMap(names =>
    schema.flatMap(([table, columns]) => {
      const known = reader.pluck<string>('SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = ?', [
        table,
        names,
      ]);
      const untold = columns.map(({ name }) => name).filter(name => name.endsWith(`${names}_id`));
      return [...new Set([...known, ...untold])].map(column => [names, table, column] as const);
    }),
  ),
);

describe('undoing an import', () => {
  it('knows some fifteen places where names are used', () => {
    expect(references.length).toBeGreaterThan(14);
    expect(references).toContainEqual(['member', 'lead_file', 'member_id']);
    expect(references).toContainEqual(['campaign', 'nurture_plan', 'start_campaign_id']);
  });

  it.each(references)('keeps a %s that %s.%s names', (names, table, column) => {
    const database = aDatabase();
    database.connection.pragma('ignore_check_constraints = ON');
    database.connection.pragma('foreign_keys = OFF');
    database.step('import', writer => insertAny(writer, names, bareRow(columnsOf(names), 'made')));
    const row = { ...bareRow(columnsOf(table), 'user'), [column]: 'made' };
    database.step('use', writer => insertAny(writer, table, row));
    expect(forgetName(database.writer, [names, 'made'], 1)).toBe(false);
    database.step('no use', writer => writer.run(`DELETE FROM "${table}"`));
    database.step('undo', writer => expect(forgetName(writer, [names, 'made'], 1)).toBe(true));
  });
});
