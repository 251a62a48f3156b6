// Migrations: every old version opens, step by step or at once; a failure or a kill leaves the version before.
import { spawn } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { pageOf, schemaPage } from '../../../build/schema-page.ts';
import type { Migration } from '../../../electron/db/file/migrate.ts';
import { readMigrations } from '../../../electron/db/file/migrate.ts';
import { openDatabase } from '../../../electron/db/file/open.ts';
import { makeApp } from '../../../electron/open-workspace.ts';
import { bundledChildren, childEnv } from '../../support/children.ts';
import { contentOf, fileHash, tablesOf } from '../../support/content.ts';
import { aDatabase, anEmptyFile, insertBareLead, migrations } from '../../support/database.ts';
import { times } from '../../support/long.ts';
import { aFolder, migrationsFolder, monday } from '../../support/workspace.ts';

const oldFiles = join(import.meta.dirname, '../../fixtures/old-files');
const kept = readdirSync(oldFiles).filter(name => name.endsWith('.ripen.gz'));
const remake = '0001 is not released yet: run `node build/run.mjs old-file` and look at the change.';

/** Opens with these migrations, asks, and closes again. */
function withFile<T>(
  file: string,
  list: readonly Migration[],
  ask: (database: ReturnType<typeof openDatabase>) => T,
): T {
  const database = openDatabase({ file, migrations: list });
  try {
    return ask(database);
  } finally {
    database.close();
  }
}

/** Undo and redo are packets of a shared workspace themselves. */
function withoutPackets(content: ReturnType<typeof contentOf>): object {
  const written = new Set(['sharing', 'packet', 'packet_change', 'shared_row']);
  return Object.fromEntries(Object.entries(content).filter(([table]) => !written.has(table)));
}

function unpack(name: string): string {
  const file = join(aFolder(), name.replace('.gz', ''));
  writeFileSync(file, gunzipSync(readFileSync(join(oldFiles, name))));
  return file;
}

describe('the schema on one page', () => {
  it('is what the migrations make', () => {
    const page = readFileSync(join(migrationsFolder, 'schema.sql'), 'utf8').replaceAll('\r\n', '\n');
    expect(page, 'Run `npm run schema`.').toBe(schemaPage(migrations));
  });
});

describe('the old files', () => {
  it('are kept for every released version', () => {
    const versions = migrations.slice(0, -1).map(({ name }) => `${name.slice(0, 4)}.ripen.gz`);
    expect(kept).toEqual(expect.arrayContaining(versions));
  });

  it.each(kept)('%s holds something of everything there was', name => {
    const file = new Database(unpack(name), { readonly: true });
    const reader = { pluck: (sql: string) => file.prepare(sql).pluck().all() } as Parameters<typeof tablesOf>[0];
    const empty = tablesOf(reader, true).filter(table => file.prepare(`SELECT 1 FROM "${table}"`).get() === undefined);
    expect(empty).toEqual([]);
    file.close();
  });

  it.each(kept)('%s opens today: with today’s schema, whole, and with the content it had', async name => {
    const file = unpack(name);
    withFile(file, migrations, ({ connection, writer }) => {
      expect(pageOf(connection), remake).toBe(schemaPage(migrations).slice(schemaPage(migrations).indexOf('\n') + 1));
      expect(writer.pluck('PRAGMA integrity_check')).toEqual(['ok']);
      expect(writer.all('PRAGMA foreign_key_check')).toEqual([]);
    });
    const content = withFile(file, migrations, ({ writer }) => JSON.stringify(contentOf(writer), null, 1));
    await expect(content).toMatchFileSnapshot(join(oldFiles, name.replace('.ripen.gz', '.today.json')));
  });

  it.each(kept)('%s becomes the same step by step as at once', name => {
    const [file, another] = [unpack(name), unpack(name)];
    const from = Number(name.slice(0, 4));
    for (let version = from; version <= migrations.length; version += 1) {
      withFile(file, migrations.slice(0, version), ({ connection }) => {
        expect(connection.pragma('user_version', { simple: true })).toBe(version);
      });
    }
    const content = (path: string) => withFile(path, migrations, ({ writer }) => contentOf(writer));
    expect(content(file)).toEqual(content(another));
  });

  it.each(kept)('%s becomes the same on two computers, opened years apart', name => {
    const content = (now: number, deviceId: string) => {
      const app = makeApp({ file: unpack(name), migrationsFolder, now: () => now, deviceId });
      const found = contentOf(app.reader);
      app.close();
      return found;
    };
    expect(content(monday + 1e11, 'another')).toEqual(content(monday, 'test'));
  });

  it.each(kept)('%s can still be undone, down to its first step, and redone', async name => {
    const file = unpack(name);
    const app = makeApp({ file, migrationsFolder, now: () => monday, deviceId: 'test' });
    const undoOrRedoAll = async (call: 'journal.undo' | 'journal.redo'): Promise<number> => {
      for (let count = 0; ; count += 1) {
        const result = await app.call(call, {});
        if (!result.ok) throw new Error(result.error.message);
        if ((result.value as { label: string | null }).label === null) return count;
      }
    };
    const content = withoutPackets(contentOf(app.reader));
    const undone = await undoOrRedoAll('journal.undo');
    expect(undone).toBeGreaterThan(10);
    expect(app.reader.pluck('SELECT count(*) FROM lead')).toEqual([0]);
    expect(await undoOrRedoAll('journal.redo')).toBe(undone);
    expect(withoutPackets(contentOf(app.reader))).toEqual(content);
    app.close();
  });
});

describe('a migration', () => {
  /** What gives another answer on another computer, or a minute later. */
  const differs =
    /\b(random\w*|changes|total_changes|last_insert_rowid)\s*\(|\bCURRENT_\w+|'now'|\b(date|time|datetime|julianday|unixepoch|strftime)\s*\(\s*(\)|'[^']*'\s*\))/i;

  it.each(migrations)('$name writes the same on every computer: no random numbers, no clock', ({ sql }) => {
    expect(sql.replace(/--.*/g, '')).not.toMatch(differs);
  });

  it.each([
    'UPDATE lead SET id = lower(hex(randomblob(16)))',
    'UPDATE lead SET created_at = unixepoch() * 1000',
    "UPDATE lead SET consent_on = date('now')",
    'ALTER TABLE lead ADD COLUMN made TEXT DEFAULT CURRENT_TIMESTAMP',
    "UPDATE lead SET consent_on = strftime('%Y')",
  ])('%s would not', sql => {
    expect(sql).toMatch(differs);
  });

  const next = `ALTER TABLE lead ADD COLUMN shoe_size INTEGER;
    UPDATE lead SET shoe_size = 40;
    CREATE TABLE pet (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
    INSERT INTO pet WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
    SELECT 'pet ' || i, 'Rex' FROM n;`;

  /** Our migrations and one more. */
  function aFolderWith(sql: string): string {
    const folder = aFolder();
    for (const { name } of migrations) copyFileSync(join(migrationsFolder, name), join(folder, name));
    writeFileSync(join(folder, `${String(migrations.length + 1).padStart(4, '0')}-next.sql`), sql);
    return folder;
  }

  function aFileWithALead(): string {
    const file = anEmptyFile();
    const { step, close } = aDatabase(file);
    step('add', writer => insertBareLead(writer, 'ada'));
    close();
    return file;
  }

  it('keeps what is there, tells the new version in the header, and a second run does nothing', () => {
    const file = aFileWithALead();
    const more = readMigrations(aFolderWith(next));
    withFile(file, more, ({ writer }) => {
      expect(writer.all('SELECT id, shoe_size FROM lead')).toEqual([{ id: 'ada', shoe_size: 40 }]);
      expect(readFileSync(file).readUInt32BE(60)).toBe(more.length);
    });
    const hash = fileHash(file);
    withFile(file, more, () => undefined);
    expect(fileHash(file)).toBe(hash);
  });

  it('puts the journal on the tables it makes', () => {
    const file = aFileWithALead();
    withFile(file, readMigrations(aFolderWith(next)), ({ writer }) => {
      expect(() => writer.run("INSERT INTO pet VALUES ('a', 'Rex')")).toThrow(/change\.step_seq/);
      expect(() => writer.run('UPDATE lead SET shoe_size = 41')).toThrow(/change\.step_seq/);
    });
  });

  it('that fails leaves the version before, with everything in it', () => {
    const file = aFileWithALead();
    const before = withFile(file, migrations, ({ writer }) => contentOf(writer));
    const broken = readMigrations(aFolderWith(`${next} SELECT no_such_thing;`));
    expect(() => openDatabase({ file, migrations: broken })).toThrow(/no_such_thing/);
    withFile(file, migrations, ({ connection, writer }) => {
      expect(connection.pragma('user_version', { simple: true })).toBe(migrations.length);
      expect(contentOf(writer)).toEqual(before);
    });
  });

  it('that is killed leaves the version before or the one after, and the next start finishes it', {
    timeout: 300_000,
  }, async () => {
    const folder = aFolderWith(next);
    const original = aFileWithALead();
    const runs = times(5, 50);
    const versions: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const file = join(aFolder(), 'killed.ripen');
      copyFileSync(original, file);
      await killMigration(file, folder, 5 + ((run * 40) % 200));
      const raw = new Database(file);
      const version = Number(raw.pragma('user_version', { simple: true }));
      const pets = raw.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'pet'").pluck().get();
      expect({ version, pets }).toEqual({ version, pets: version - migrations.length });
      raw.close();
      versions.push(version);
      withFile(file, readMigrations(folder), ({ writer }) => {
        expect(writer.pluck('SELECT count(*) FROM pet')).toEqual([60_000]);
        expect(writer.pluck('SELECT shoe_size FROM lead')).toEqual([40]);
        expect(writer.pluck('PRAGMA integrity_check')).toEqual(['ok']);
      });
    }
    expect(versions).toContain(migrations.length);
  });

  function killMigration(file: string, folder: string, afterMs: number): Promise<void> {
    return new Promise(resolve => {
      const child = spawn(process.execPath, [join(bundledChildren, 'migrate.mjs'), file, folder], { env: childEnv });
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
      child.on('close', () => resolve());
    });
  }

  it('needs its number in the row', () => {
    const folder = aFolder();
    writeFileSync(join(folder, '0001-first.sql'), 'SELECT 1;');
    writeFileSync(join(folder, '0003-third.sql'), 'SELECT 1;');
    expect(() => readMigrations(folder)).toThrow(/0003-third\.sql should have the number 2/);
  });
});
