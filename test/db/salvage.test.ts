// Whatever is readable comes out (P28): damage in many places, rows that refer to nothing, broken indexes.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { mendHere } from '../../electron/backups/mending.ts';
import { type Repaired, repair } from '../../electron/db/tables/repair.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import { seeded } from '../bench/random.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { times } from '../support/long.ts';
import { aFolder, aWorkspace, migrationsFolder, monday } from '../support/workspace.ts';

const pageSize = 4096;
let whole: Buffer;

/** Some 300 people with activities, notes longer than a page, moves and undone steps. */
beforeAll(async () => {
  const { app, call, file } = aWorkspace();
  const ids: string[] = [];
  for (let n = 0; n < 300; n += 1) {
    const notes = n % 40 === 0 ? `${'A long note. '.repeat(900)}${n}` : `Note ${n}`;
    ids.push(
      (await call('leads.create', { attributes: { firstName: `Person ${n}`, company: `Firm ${n % 20}`, notes } })).id,
    );
  }
  for (let n = 0; n < 300; n += 30)
    await call('activities.log', {
      leadIds: ids.slice(n, n + 30),
      typeId: n % 60 === 0 ? 'call-made' : 'website-visit',
    });
  await call('leads.move', { ids: ids.slice(0, 20), move: { to: 'mql' } });
  app().close();
  whole = readFileSync(file);
});

function aFile(bytes: Buffer): string {
  const file = join(aFolder(), 'Mill.ripen');
  writeFileSync(file, bytes);
  return file;
}

const salvaged = async (file: string) => {
  const [copy, target] = [join(aFolder(), 'copy'), join(aFolder(), 'target.ripen')];
  copyFileSync(file, copy);
  const request = { what: 'salvage', file: copy, target, migrationsFolder, addon: undefined, now: monday } as const;
  const mending = await mendHere(request);
  if (!('salvaged' in mending)) throw new Error('It was repaired.');
  return { target, ...mending.salvaged };
};

/** The rows that can be read one by one: the baseline, asked in another way than salvaging asks. */
function readable(file: string): Record<string, number> {
  const copy = join(aFolder(), 'copy');
  copyFileSync(file, copy);
  const raw = new Database(copy);
  const counts: Record<string, number> = {};
  for (const table of ['lead', 'activity', 'stage_change', 'activity_type', 'channel', 'setting', 'member']) {
    const row = raw.prepare(`SELECT * FROM ${table} NOT INDEXED WHERE rowid = ?`);
    counts[table] = 0;
    for (let n = 1; n <= 1200; n += 1) {
      try {
        if (row.get(n) !== undefined) counts[table] += 1;
      } catch {
        // Not readable.
      }
    }
  }
  raw.close();
  return counts;
}

const opens = (file: string) => {
  const app = makeApp({ file, migrationsFolder, now: () => monday, deviceId: 'test' });
  const result = {
    broken: Object.keys(brokenInvariants(app.reader)),
    listedLeads: app.reader.pluck<number>('SELECT count(*) FROM lead')[0],
  };
  app.close();
  return result;
};

/** Bytes with some pages behind the first one spoiled, each in one of four ways. */
function spoiled(seed: number): Buffer {
  const { below } = seeded(seed);
  const bytes = Buffer.from(whole);
  const pages = whole.length / pageSize;
  for (let n = 0; n < 1 + below(4); n += 1) {
    const at = (1 + below(pages - 1)) * pageSize;
    const way = below(4);
    if (way === 0) bytes.fill(0, at, at + pageSize);
    else if (way === 1) bytes.fill(0xa5, at + 8, at + pageSize);
    else if (way === 2) for (let k = 0; k < 40; k += 1) bytes[at + below(pageSize)] = below(256);
    else bytes.copy(bytes, at, pageSize, pageSize * 2);
  }
  return bytes;
}

describe('salvaging', () => {
  it(`loses no readable row in ${times(25, 300)} damaged files, and what comes out opens`, async () => {
    let [rows, lost] = [0, 0];
    const where: string[] = [];
    for (let seed = 1; seed <= times(25, 300); seed += 1) {
      const file = aFile(spoiled(seed));
      let expected: Record<string, number>;
      try {
        expected = readable(file);
      } catch (error) {
        // The list of tables itself cannot be read: SQLite finds nothing then.
        expect([seed, String(error)]).toEqual([seed, expect.stringMatching(/malformed|no such table/)]);
        continue;
      }
      const { target, rows: found, rejected } = await salvaged(file);
      for (const [table, count] of Object.entries(expected)) {
        rows += count;
        // What is read twice, from a page that stands in two places, is taken once.
        const missing = count - (found[table] ?? 0);
        if (missing > rejected) {
          lost += missing - rejected;
          where.push(`seed ${seed}: ${missing} of ${table}`);
        }
      }
      expect([seed, opens(target).listedLeads]).toEqual([seed, expect.any(Number)]);
    }
    console.log(`${rows} readable rows, ${lost} of them lost. ${where.join(', ')}`);
    expect(lost).toBe(0);
    expect(rows).toBeGreaterThan(times(25, 300) * 500);
  }, 600_000);

  it('takes all of a whole file, and of a file of a stranger what is ours', async () => {
    const file = aFile(whole);
    const raw = new Database(file);
    raw.exec(
      'CREATE TABLE theirs (id TEXT); ALTER TABLE lead ADD COLUMN theirs TEXT; CREATE TRIGGER trap AFTER INSERT ON lead BEGIN DELETE FROM lead; END',
    );
    raw.close();
    expect(() => opens(file)).toThrow(/was changed|another program/);
    const { target, rows, rejected, unread } = await salvaged(file);
    expect({ lead: rows.lead, rejected, unread }).toEqual({ lead: 300, rejected: 0, unread: 0 });
    expect(opens(target)).toEqual({ broken: [], listedLeads: 300 });
  });

  it('makes an entry for people who are gone when something of theirs is left', async () => {
    const file = aFile(whole);
    const raw = new Database(file);
    raw.pragma('foreign_keys = OFF');
    raw.exec('DELETE FROM lead WHERE rowid <= 3; DELETE FROM criteria');
    raw.close();
    const { target, rows, mended } = await salvaged(file);
    expect(rows.lead).toBe(297);
    expect(mended).toMatchObject({ made: 3, removed: 0 });
    expect(opens(target).listedLeads).toBe(300);
  });

  /** Every page behind which rows of a table stand, but none of these. */
  const innerPages = (bytes: Buffer): number[] =>
    Array.from({ length: bytes.length / pageSize }, (_, n) => n + 1).filter(
      number => bytes[(number - 1) * pageSize + (number === 1 ? 100 : 0)] === 5,
    );
  const smashed: readonly (readonly [what: string, spoil: (bytes: Buffer) => void])[] = [
    ['its header', bytes => bytes.fill(0, 0, 100)],
    ['its whole first page', bytes => bytes.fill(0xa5, 0, pageSize)],
    [
      'every inner page of its tables',
      bytes => {
        for (const number of innerPages(bytes))
          bytes.fill(0, (number - 1) * pageSize + (number === 1 ? 100 : 0), number * pageSize);
      },
    ],
    [
      'its first page and every inner page',
      bytes => {
        for (const number of innerPages(bytes)) bytes.fill(0xa5, (number - 1) * pageSize, number * pageSize);
      },
    ],
  ];
  it.each(smashed)('loses no row of a file of which %s is smashed: the pages themselves are read', async (_, spoil) => {
    const counts = (file: string) => {
      const raw = new Database(file);
      const found = Object.fromEntries(
        ['lead', 'activity', 'stage_change', 'step', 'change', 'activity_type', 'setting', 'criteria'].map(table => [
          table,
          raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get(),
        ]),
      );
      const notes = raw.prepare('SELECT group_concat(notes) FROM (SELECT notes FROM lead ORDER BY id)').pluck().get();
      raw.close();
      return { ...found, notes };
    };
    const expected = counts(aFile(whole));
    const bytes = Buffer.from(whole);
    spoil(bytes);
    const file = aFile(bytes);
    const { target, unread, rejected } = await salvaged(file);
    expect(counts(target)).toEqual(expected);
    expect({ unread, rejected }).toEqual({ unread: 0, rejected: expect.any(Number) });
    expect(opens(target).broken).toEqual([]);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('is offered for a file whose beginning is damaged', () => {
    const bytes = Buffer.from(whole);
    bytes.fill(0, 0, 100);
    expect(() => opens(aFile(bytes))).toThrow(/The beginning of .* is damaged.*salvage what can be read/);
  });

  it('of a file in which nothing can be read says so', async () => {
    await expect(salvaged(aFile(Buffer.alloc(40_960)))).rejects.toThrow(/Nothing could be read out of this file/);
  });
});

const orphans: readonly (readonly [what: string, sql: string, done: RegExp])[] = [
  ['an activity of nobody', 'DELETE FROM lead WHERE rowid = 1', /one missing entry was made again/],
  ['a type that is gone', "DELETE FROM activity_type WHERE id = 'call-made'", /one missing entry was made again/],
  [
    'a member who is gone',
    "UPDATE lead SET member_id = 'nobody' WHERE rowid < 5",
    /4 references to something that is gone were emptied/,
  ],
  [
    'an index that lacks rows',
    'DROP INDEX lead_by_stage; CREATE INDEX lead_by_stage ON lead (stage, stage_since)',
    /^$/,
  ],
];

describe('repairing', () => {
  it.each(orphans)('mends %s, says what it did, and a second time does nothing', (_, sql, text) => {
    const file = aFile(whole);
    const raw = new Database(file);
    raw.pragma('foreign_keys = OFF');
    raw.exec(sql);
    raw.close();
    const { done } = repair(file);
    expect(done.join(', ')).toMatch(text);
    expect(repair(file).done).toEqual([]);
    expect(opens(file).listedLeads).toBe(300);
  });

  it('builds damaged indexes anew', async () => {
    const file = aFile(whole);
    const raw = new Database(file);
    const page = Number(
      raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'stage_change_by_time'").pluck().get(),
    );
    raw.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, (page - 1) * pageSize + 8, page * pageSize);
    writeFileSync(file, bytes);
    const request = {
      what: 'repair',
      file,
      target: join(aFolder(), 'new'),
      migrationsFolder,
      addon: undefined,
      now: monday,
    } as const;
    const { repaired } = (await mendHere(request)) as { repaired: Repaired };
    expect(repaired).toEqual({ done: [expect.stringMatching(/written anew; every row/)], left: [] });
    expect(repair(file)).toEqual({ done: [], left: [] });
    expect(opens(file)).toEqual({ broken: [], listedLeads: 300 });
  });
});
