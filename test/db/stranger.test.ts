// A stranger's workspace runs nothing (P27): names, triggers, views, columns and indexes that are not ours, in new and old files.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkHere } from '../../electron/backups/checking.ts';
import { literal, quoted } from '../../electron/db/tables/names.ts';
import { backupFolder } from '../../electron/files/backup-folder.ts';
import { fileHash } from '../support/content.ts';
import { aFolder } from '../support/workspace.ts';
import { startWorkspaces } from '../support/workspaces.ts';

/** A closed workspace of a stranger's, after `attack` had it in hand; and one of the owner's that it may be after. */
async function aStrangersFile(attack: (raw: Database.Database, victim: string) => void) {
  const folder = aFolder();
  const customValues = startWorkspaces(folder);
  const victim = join(folder, 'Own.ripen');
  customValues.workspaces.create(victim);
  await customValues.add('Ada');
  customValues.workspaces.close();
  const file = join(folder, 'Stranger.ripen');
  customValues.workspaces.create(file);
  await customValues.add('Mallory');
  customValues.workspaces.close();
  const raw = new Database(file);
  attack(raw, victim);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
  return { folder, file, victim, hash: fileHash(victim), others: readdirSync(folder) };
}

const attach = (victim: string, then: string) => `x'); ATTACH ${literal(victim)} AS o; ${then} --`;

/** Names that end a statement and begin another one, each doing what it was shown to do. */
const names: readonly (readonly [what: string, name: (victim: string) => string])[] = [
  ['empties another workspace', victim => attach(victim, 'DELETE FROM o.lead;')],
  ['reads another workspace out', victim => attach(victim, 'CREATE TABLE stolen AS SELECT * FROM o.lead;')],
  ['makes a file elsewhere', victim => `x'; VACUUM INTO ${literal(`${dirname(victim)}/made`)}; --`],
  ['ends a quoted name', () => 'x"; DELETE FROM lead; --'],
  ['is empty but for quotes', () => '""\'\'"'],
];

describe('a table that is not ours', () => {
  it.each(names)('whose name %s is refused, and does nothing', async (_, name) => {
    const { folder, file, victim, hash, others } = await aStrangersFile((raw, target) =>
      raw.exec(`CREATE TABLE ${quoted(name(target))} (id TEXT)`),
    );
    const before = fileHash(file);
    const { workspaces } = startWorkspaces(folder);
    expect(() => workspaces.open(file)).toThrow(/a table “.*” of another program. It was not opened and not changed/);
    expect(fileHash(file)).toBe(before);
    expect(fileHash(victim)).toBe(hash);
    expect(readdirSync(folder)).toEqual(others);
  });

  it.each(names)('in a column of ours whose name %s is refused', async (_, name) => {
    const { folder, file, victim, hash, others } = await aStrangersFile((raw, target) =>
      raw.exec(`ALTER TABLE lead ADD COLUMN ${quoted(name(target))} TEXT`),
    );
    const { workspaces } = startWorkspaces(folder);
    expect(() => workspaces.open(file)).toThrow(/its table “lead” was changed/);
    expect(fileHash(victim)).toBe(hash);
    expect(readdirSync(folder)).toEqual(others);
  });

  it.each([
    ['a virtual table', "CREATE VIRTUAL TABLE more USING fts5(a, tokenize = 'trigram')"],
    ['a table that refers to ours', 'CREATE TABLE more (id TEXT REFERENCES lead (id) ON DELETE RESTRICT)'],
    ['a generated column', 'ALTER TABLE tag ADD COLUMN more TEXT AS (upper(label))'],
    ['a column that is missing', 'ALTER TABLE lead DROP COLUMN region'],
    ['a table that is missing', 'DROP TABLE not_duplicate'],
  ])('%s is refused', async (_, sql) => {
    const { folder, file } = await aStrangersFile(raw => raw.exec(sql));
    const before = fileHash(file);
    expect(() => startWorkspaces(folder).workspaces.open(file)).toThrow(
      /(It was not opened and not changed|It was not changed)/,
    );
    expect(fileHash(file)).toBe(before);
  });
});

const everywhere = ['INSERT', 'UPDATE', 'DELETE'].flatMap(event =>
  ['lead', 'step', 'change', 'setting', 'criteria'].map(table => [event, table] as const),
);

describe('code that is not ours', () => {
  it('is gone before anything fires it, is told by name, and no backup made later has it', async () => {
    const { folder, file, victim, hash } = await aStrangersFile(raw => {
      raw.exec('CREATE VIEW stolen AS SELECT * FROM lead');
      raw.exec('CREATE INDEX lead_by_notes ON lead (length(notes))');
      for (const [event, table] of everywhere) {
        raw.exec(`CREATE TRIGGER "trap ${event} ${table}" BEFORE ${event} ON ${table} BEGIN DELETE FROM lead; END`);
      }
      raw.exec("CREATE TRIGGER trap INSTEAD OF INSERT ON stolen BEGIN UPDATE lead SET first_name = 'gone'; END");
    });
    const here = startWorkspaces(folder);
    here.workspaces.open(file);
    expect(here.app().told.join(' ')).toMatch(
      /“stolen” \(a view\).* and \d+ more did not come from Ripen and were removed/,
    );
    await here.add('Bo');
    await here.app().call('journal.undo', {});
    await here.add('Cy');
    expect(here.names()).toEqual(['Cy', 'Mallory']);
    const strange = "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'trap%' OR name IN ('stolen', 'lead_by_notes')";
    expect(here.app().reader.pluck(strange)).toEqual([0]);
    expect(here.backups()).toMatchObject([{ because: 'update', leads: 1 }]);
    await here.workspaces.backUp('asked');
    const copy = new Database(join(backupFolder(file), `${here.backups()[0]?.id}.ripen`), { readonly: true });
    expect(copy.prepare(strange).pluck().get()).toBe(0);
    copy.close();
    expect(fileHash(victim)).toBe(hash);
    // Once it is ours, there is nothing to tell.
    here.workspaces.close();
    here.workspaces.open(file);
    expect(here.app().told).toEqual([]);
  });

  it('comes with a restored backup and goes again', async () => {
    const { folder, file } = await aStrangersFile(raw =>
      raw.exec('CREATE TRIGGER trap AFTER INSERT ON lead BEGIN DELETE FROM lead; END'),
    );
    const here = startWorkspaces(folder);
    here.workspaces.open(file);
    here.clock.now += 60_000;
    await here.workspaces.restore(here.backups()[0]?.id ?? '');
    await here.add('Bo');
    expect(here.names()).toEqual(['Bo', 'Mallory']);
  });

  it('never runs in the migration of an older file', async () => {
    const folder = aFolder();
    const file = join(folder, 'old.ripen');
    writeFileSync(file, gunzipSync(readFileSync(join(import.meta.dirname, '../fixtures/old-files/0001.ripen.gz'))));
    const raw = new Database(file);
    const listedLeads = Number(raw.prepare('SELECT count(*) FROM lead').pluck().get());
    const tables = raw
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE %STRICT'")
      .pluck()
      .all();
    for (const table of tables.map(String)) {
      for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
        raw.exec(
          `CREATE TRIGGER "trap ${event} ${table}" AFTER ${event} ON ${quoted(table)} BEGIN DELETE FROM lead; END`,
        );
      }
    }
    raw.pragma('journal_mode = DELETE');
    raw.close();
    const here = startWorkspaces(folder);
    here.workspaces.open(file);
    expect(here.names()).toHaveLength(listedLeads);
    expect(here.app().reader.pluck("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'trap%'")).toEqual([0]);
  });

  it('in place of ours is put right: a trigger and an index', async () => {
    const { folder, file } = await aStrangersFile(raw => {
      raw.exec(
        'DROP TRIGGER criteria_published_is_final; CREATE TRIGGER criteria_published_is_final AFTER INSERT ON lead BEGIN DELETE FROM tag; END',
      );
      raw.exec('DROP INDEX lead_by_stage; CREATE INDEX lead_by_stage ON lead (notes)');
      raw.exec('DROP INDEX lead_by_email');
      raw.exec(
        "INSERT INTO lead (id, first_name, stage, stage_since, created_at) VALUES ('x', 'Xylophonist', 'lead', 0, 0)",
      );
    });
    const here = startWorkspaces(folder);
    here.workspaces.open(file);
    expect(here.app().told.join(' ')).toMatch(/were missing or changed; they are restored/);
    expect(here.names()).toContain('Xylophonist');
    expect(() => here.app().reader.pluck('SELECT id FROM lead INDEXED BY lead_by_stage WHERE stage = 1')).not.toThrow();
    here.workspaces.close();
    here.workspaces.open(file);
    expect(here.app().told).toEqual([]);
  });
});

describe('the check of a copy', () => {
  it('counts tables whatever they are called, and runs none of it', async () => {
    const { file, victim, hash } = await aStrangersFile((raw, target) =>
      raw.exec(`CREATE TABLE ${quoted(`x"; ATTACH '${target}' AS o; DELETE FROM o.lead; --`)} (id TEXT)`),
    );
    const { counts } = await checkHere({ file, addon: undefined, what: 'whole' });
    expect(counts.lead).toBe(1);
    expect(fileHash(victim)).toBe(hash);
  });
});

describe('the SQL that is put together', () => {
  it('has no quotes around a name or a text by hand: names.ts puts them, whatever stands inside', () => {
    const folder = join(import.meta.dirname, '../../electron/db');
    const manual = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      name => name.endsWith('.ts') && /["']\$\{(?!\w+\.replaceAll)/.test(readFileSync(join(folder, name), 'utf8')),
    );
    expect(manual).toEqual([]);
  });
});
