// Every value that has a name on the screen is one the file can hold and that computers exchange.
import { expect, it } from 'vitest';
import { fileSchema } from '../../electron/db/tables/file-schema.ts';
import { knownValues } from '../../electron/services/value-labels.ts';
import { rules } from '../../electron/sync/rules.ts';
import { settingsSchema } from '../../shared/workspace.ts';
import { aDatabase } from '../support/database.ts';

it('names columns and settings that there are, and refers to rows that there are', () => {
  const tables = fileSchema(aDatabase().writer).tables;
  const hasColumn = (table: string, column: string) =>
    tables.some(({ name, columns }) => name === table && columns.some(one => one.name === column));
  for (const [key, { of }] of Object.entries(knownValues)) {
    const [table = '', column = ''] = key.split('.');
    expect(Object.keys(rules), key).toContain(table);
    expect(table === 'setting' ? Object.hasOwn(settingsSchema.shape, column) : hasColumn(table, column), key).toBe(
      true,
    );
    if (of) expect(hasColumn(...of), key).toBe(true);
  }
});
