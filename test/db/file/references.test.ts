// Rows that go with another row, or forget it, are found by an index: each deleted row would look at the whole table otherwise.
import { expect, it } from 'vitest';
import { aDatabase } from '../../support/database.ts';

type Reference = { readonly table: string; readonly column: string };

it('finds by an index what a deleted row takes with it', () => {
  const { writer } = aDatabase();
  const references = writer.all<Reference>(
    `SELECT t.name AS "table", f."from" AS "column" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
     WHERE t.schema = 'main' AND t.type = 'table' AND f.on_delete <> 'NO ACTION' ORDER BY 1, 2`,
  );
  expect(references).toContainEqual({ table: 'lead_touch', column: 'activity_id' });
  const scanned = references.filter(({ table, column }) =>
    writer
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN DELETE FROM "${table}" WHERE "${column}" = ?`, ['x'])
      .some(({ detail }) => detail.startsWith(`SCAN ${table}`)),
  );
  expect(scanned).toEqual([]);
});
