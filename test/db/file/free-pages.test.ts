// Pages that became free without being overwritten: wiping empties them, and repairing leaves none (decision 111).
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/db/file/open.ts';
import { wipeDeadSpace } from '../../../electron/db/file/wipe.ts';
import { freePagesOf } from '../../../electron/db/raw/dead-space.ts';
import { repair } from '../../../electron/db/tables/repair.ts';
import { contentHash } from '../../support/content.ts';
import { anEmptyFile, optionsFor } from '../../support/database.ts';
import { aWorkspace, monday } from '../../support/workspace.ts';

const pageSize = 4096;
const trace = 'quillfeather';
const bytesWith = (file: string): number => readFileSync(file).toString('latin1').split(trace).length - 1;

describe('free pages', () => {
  it('are wiped, their list included, and can be used again', async () => {
    const { app, call, file } = aWorkspace();
    await call('leads.create', { attributes: { firstName: 'Ada' } });
    app().close();
    const raw = new Database(file);
    raw.pragma('secure_delete = OFF');
    raw.exec(
      `CREATE TABLE theirs AS WITH RECURSIVE n(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 80000)
       SELECT printf('${trace}%d@mill.example, and what else stood there', n) AS email FROM n;
       DROP TABLE theirs`,
    );
    const free = Number(raw.pragma('freelist_count', { simple: true }));
    // More than one page of the list.
    expect(free).toBeGreaterThan(1022);
    raw.close();
    expect(bytesWith(file)).toBeGreaterThan(60_000);
    const database = openDatabase(optionsFor(file));
    const before = contentHash(database.writer);
    await wipeDeadSpace(database, { yieldToEventLoop: async () => undefined });
    expect(bytesWith(file)).toBe(0);
    expect(database.writer.pluck('PRAGMA integrity_check')).toEqual(['ok']);
    expect(database.writer.pluck('PRAGMA freelist_count')).toEqual([free]);
    expect(contentHash(database.writer)).toBe(before);
    database.connection.exec(
      "CREATE TABLE again AS WITH RECURSIVE n(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 60000) SELECT 'x' || n AS a FROM n",
    );
    expect(database.writer.pluck('PRAGMA integrity_check')).toEqual(['ok']);
    database.connection.exec('DROP TABLE again');
    database.close();
  });

  it('hold nothing after a repair that builds indexes anew', async () => {
    const file = anEmptyFile();
    const raw = new Database(file);
    // In an order in which SQLite splits pages: the index that is built anew needs fewer.
    raw.exec(
      `WITH RECURSIVE n(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 5000)
       INSERT INTO lead (id, stage, stage_since, created_at, email)
       SELECT 'lead ' || n, 'lead', ${monday}, ${monday}, (n * 7919 % 5003) || '.${trace}@mill.example' FROM n`,
    );
    const root = Number(raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'lead_by_email'").pluck().get());
    raw.close();
    const bytes = readFileSync(file);
    // One entry of the index rots.
    const leaf = bytes.readUInt32BE((root - 1) * pageSize + 8);
    const page = bytes.subarray((leaf - 1) * pageSize, leaf * pageSize);
    page.write('z', page.lastIndexOf(trace), 'latin1');
    writeFileSync(file, bytes);
    expect(repair(file).done).toEqual(['the indexes were built anew']);
    const mended = readFileSync(file);
    const pageOf = (number: number): Buffer => mended.subarray((number - 1) * pageSize, number * pageSize);
    const free = [...freePagesOf({ pageSize, usable: pageSize }, pageOf).keys()];
    expect(free.length).toBeGreaterThan(1);
    expect(free.filter(number => pageOf(number).includes(trace))).toEqual([]);
  });
});
