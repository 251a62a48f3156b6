// Rows written before a column was added have fewer values on the disk: salvaging finds their table all the same (P28).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/db/file/open.ts';
import { salvage } from '../../electron/db/tables/salvage.ts';
import { migrations, optionsFor } from '../support/database.ts';
import { aFolder, aWorkspace } from '../support/workspace.ts';

const pageSize = 4096;
const oldFile = join(import.meta.dirname, '../fixtures/old-files/0007.ripen.gz');
const counted = ['lead', 'activity', 'spend', 'reach', 'stage_change', 'change', 'step', 'import_batch', 'campaign'];

/** Rows by table, and what identifies each activity. */
function contentOf(file: string) {
  const raw = new Database(file);
  const counts = Object.fromEntries(
    counted.map(table => [table, raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()]),
  );
  const ask = (sql: string): unknown[] => raw.prepare(sql).raw().all();
  const rows = {
    activities: ask('SELECT id, lead_id, type_id, at, note FROM activity ORDER BY id'),
    spend: ask('SELECT id, amount, starts_on, ends_on FROM spend ORDER BY id'),
    reach: ask('SELECT id, week_start, strangers, visitors FROM reach ORDER BY id'),
  };
  raw.close();
  return { counts, rows };
}

/** A file with no page left that leads to a table: its first one and every inner one are smashed. */
function smashed(file: string): string {
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at += pageSize)
    if (at === 0 || bytes[at] === 5) bytes.fill(0xa5, at, at + pageSize);
  const copy = join(aFolder(), 'smashed.ripen');
  writeFileSync(copy, bytes);
  return copy;
}

/** The file that the version before the newest column wrote, brought up to date; with as many more activities as `more`. */
function anUpgradedFile(more: number): string {
  const file = join(aFolder(), 'old.ripen');
  writeFileSync(file, gunzipSync(readFileSync(oldFile)));
  const old = new Database(file);
  old.exec(`WITH RECURSIVE n(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < ${more})
    INSERT INTO activity (id, lead_id, type_id, at, note, member_id, campaign_id, batch_id)
    SELECT 'more ' || n, lead_id, type_id, at + n, NULL, NULL, NULL, NULL FROM n, (SELECT * FROM activity LIMIT 1)`);
  old.close();
  openDatabase(optionsFor(file)).close();
  return file;
}

describe('salvaging a file that was brought up to date', () => {
  it.each([1, 2000])('finds its activities again, written with fewer columns (%i more of them)', more => {
    const file = anUpgradedFile(more);
    const target = join(aFolder(), 'target.ripen');
    const { unread } = salvage({ source: smashed(file), target, migrations });
    expect(contentOf(target)).toEqual(contentOf(file));
    expect(unread).toBe(0);
  });

  it('takes no activity for money where its people are gone as well', () => {
    const file = anUpgradedFile(500);
    const raw = new Database(file);
    raw.pragma('foreign_keys = OFF');
    raw.exec('DELETE FROM lead; DELETE FROM spend; DELETE FROM reach');
    raw.close();
    const target = join(aFolder(), 'target.ripen');
    salvage({ source: smashed(file), target, migrations });
    const { counts } = contentOf(target);
    expect({ spend: counts.spend, reach: counts.reach }).toEqual({ spend: 0, reach: 0 });
    expect(counts.activity).toBe(contentOf(file).counts.activity);
  });
});

describe('salvaging a file with its log', () => {
  it('reads the pages as the log makes them', async () => {
    const { call, reopen, file } = aWorkspace();
    const ids: string[] = [];
    for (let n = 0; n < 200; n += 1)
      ids.push((await call('leads.create', { attributes: { firstName: 'Person', notes: 'before' } })).id);
    reopen();
    for (const id of ids) await call('leads.update', { id, attributes: { notes: 'later!' } });
    const copy = join(aFolder(), 'copy.ripen');
    const bytes = readFileSync(file);
    writeFileSync(`${copy}-wal`, readFileSync(`${file}-wal`));
    // The page that leads to the people; the log changes those it leads to, and not it.
    const plain = join(aFolder(), 'plain.ripen');
    writeFileSync(plain, bytes);
    const raw = new Database(plain);
    const root = Number(raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'lead'").pluck().get());
    raw.close();
    expect(bytes[(root - 1) * pageSize]).toBe(5);
    bytes.fill(0xa5, (root - 1) * pageSize, root * pageSize);
    writeFileSync(copy, bytes);
    const target = join(aFolder(), 'target.ripen');
    salvage({ source: copy, target, migrations });
    const out = new Database(target);
    expect(out.prepare('SELECT notes, count(*) FROM lead GROUP BY 1').raw().all()).toEqual([['later!', 200]]);
    out.close();
  });
});
