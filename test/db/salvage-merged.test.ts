// A merged workspace of one computer, whose tables can no longer be told by the schema: nobody is invented.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { mendHere } from '../../electron/backups/mending.ts';
import { aFolder, aWorkspace, migrationsFolder, monday } from '../support/workspace.ts';

const page = 4096;

/** The bytes of a file, without any page that says which tables there are. */
function withoutSchema(file: string): Buffer {
  const bytes = readFileSync(file);
  bytes.fill(0xaa, 100, page);
  for (let at = page; at < bytes.length; at += page)
    if (/CREATE (TABLE|INDEX|TRIGGER)/.test(bytes.toString('latin1', at, at + page))) bytes.fill(0xaa, at, at + page);
  return bytes;
}

it('makes no leads out of records that were merged', async () => {
  const { app, call, file } = aWorkspace();
  const ids: string[] = [];
  for (let n = 0; n < 40; n += 1) ids.push((await call('leads.create', { attributes: { firstName: `P${n}` } })).id);
  for (const n of [0, 2])
    await call('duplicates.merge', { id: ids[n] ?? '', otherId: ids[n + 1] ?? '', attributes: {}, customValues: {} });
  app().close();
  const [damaged, target] = [join(aFolder(), 'damaged.ripen'), join(aFolder(), 'mended.ripen')];
  writeFileSync(damaged, withoutSchema(file));
  await mendHere({ what: 'salvage', file: damaged, target, migrationsFolder, addon: undefined, now: monday });
  const mended = new Database(target, { readonly: true });
  const count = (sql: string) => mended.prepare(`SELECT count(*) FROM ${sql}`).pluck().get();
  expect(count('lead')).toBe(38);
  expect(count("lead WHERE last_name = 'Recovered'")).toBe(0);
  expect([count('not_duplicate'), count('lead_alias')]).toEqual([0, 0]);
  mended.close();
});
