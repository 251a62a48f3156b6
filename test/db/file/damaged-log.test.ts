// A log beside a file of which something is damaged: what SQLite would heal is left to it, and what it would drop in silence is kept and told.
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { renewLogId } from '../../../electron/db/file/log-id.ts';
import { openDatabase } from '../../../electron/db/file/open.ts';
import { aDatabase, optionsFor } from '../../support/database.ts';
import { add, aFileWithALog, bytesOf, killedInALargeWrite, opened, put } from '../../support/left-beside.ts';
import { aWorkspace } from '../../support/workspace.ts';

const pageSize = 4096;
const frame = 24 + pageSize;

/** Where the page with the id begins in a file of ours. */
function idPageAt(bytes: Buffer): number {
  const connection = new Database(put(bytes, {}), { readonly: true });
  const root = connection.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_sequence'").pluck().get();
  connection.close();
  return (Number(root) - 1) * pageSize;
}

const spoiled: readonly (readonly [what: string, spoil: (page: Buffer) => void])[] = [
  ['holds only zeros', page => page.fill(0)],
  ['was written up to its middle', page => page.fill(0, pageSize / 2)],
  ['holds something else from its middle on', page => page.fill(0xa5, pageSize / 2)],
  ['says it has no rows, with one rotten bit', page => page.writeUInt8(page.readUInt8(4) ^ 0x40, 4)],
  ['is of another kind, with one rotten bit', page => page.writeUInt8(page.readUInt8(0) ^ 0x08, 0)],
  ['names the id otherwise', page => page.write('rip3n-log', page.indexOf('ripen-log'), 'latin1')],
  [
    'has one digit of the id otherwise',
    page => {
      const at = page.indexOf('ripen-log') + 9 + 12;
      page.write(page.toString('latin1', at, at + 1) === '1' ? '2' : '1', at, 'latin1');
    },
  ],
  [
    'has an id that is no number',
    page => {
      page.write('!', page.indexOf('ripen-log') + 9 + 12, 'latin1');
    },
  ],
];

describe('the log of a file whose page with the id', () => {
  it.each(spoiled)('%s is applied, and nothing of it is lost', async (_, spoil) => {
    const { main, log, hash } = await aFileWithALog();
    const at = idPageAt(main);
    spoil(main.subarray(at, at + pageSize));
    expect(opened(put(main, { '-wal': log }))).toMatchObject({
      told: [],
      people: ['Ada 1', 'Ada 2'],
      integrity: ['ok'],
      hash,
      beside: ['Mill.ripen'],
    });
  });

  it('cannot be read because the file ends before it is applied', async () => {
    const { main, log } = await aFileWithALog();
    const cut = main.subarray(0, idPageAt(main));
    const file = put(cut, { '-wal': log });
    // What the log does not hold is gone with the end of the file; what it holds must not be put aside.
    try {
      opened(file);
    } catch (error) {
      expect(String(error)).toMatch(/damaged/);
    }
    expect(existsSync(`${file}-wal-set-aside`)).toBe(false);
  });
});

/** A file with a log of many commits. */
async function aLongLog() {
  const workspace = aWorkspace();
  await add(workspace.call, 'Ada 0');
  workspace.reopen();
  for (let n = 1; n <= 9; n += 1) await add(workspace.call, `Ada ${n}`);
  return bytesOf(workspace.file);
}

const flipped = (log: Buffer, at: number): Buffer => {
  const bytes = Buffer.from(log);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
};

const lost =
  'The log “Mill.ripen-wal” beside the workspace is damaged, so work that was saved in it last may be missing: a copy of the log is kept as “Mill.ripen-wal-set-aside”. If work is missing here, restore a backup.';

describe('a log with a rotten bit', () => {
  it('in any frame but those of its last commit is copied before what follows is dropped, and told once', async () => {
    const { main, log } = await aLongLog();
    const frames = Math.floor((log.length - 32) / frame);
    expect(frames).toBeGreaterThan(20);
    // In a page, in a salt, in a checksum, in the number of a page.
    for (const [n, place] of [
      [0, 1000],
      [0, 9],
      [1, 20],
      [Math.floor(frames / 2), 3],
      [Math.floor(frames / 2), 4000],
    ] as const) {
      const bytes = flipped(log, 32 + n * frame + place);
      const file = put(main, { '-wal': bytes });
      const { told, people, integrity } = opened(file);
      expect({ n, place, told, integrity }).toEqual({ n, place, told: [lost], integrity: ['ok'] });
      expect(people.length).toBeLessThan(10);
      expect(people).toContain('Ada 0');
      expect(readFileSync(`${file}-wal-set-aside`).equals(bytes)).toBe(true);
      expect(opened(file)).toMatchObject({ told: [], people });
    }
  });

  it('is not copied a second time when the first opening failed', async () => {
    const { main, log } = await aLongLog();
    const file = put(main, { '-wal': flipped(log, 32 + 1000) });
    // SQLite refuses a function with so long a name, after what lies beside the file was looked at.
    const failing = { ...optionsFor(file), functions: { ['x'.repeat(300)]: (text: string) => text } };
    expect(() => openDatabase(failing)).toThrow();
    expect(existsSync(`${file}-wal-set-aside`)).toBe(true);
    expect(opened(file).beside).toEqual(['Mill.ripen', 'Mill.ripen-wal-set-aside']);
  });

  it('is no news where the log was cut off, wherever, or goes on with frames of the one before it', async () => {
    const { main, log } = await aLongLog();
    const frames = Math.floor((log.length - 32) / frame);
    for (const length of [
      32 + 10,
      32 + frame - 1,
      32 + 5 * frame + 100,
      32 + (frames - 1) * frame + 30,
      log.length - 1,
    ])
      expect({ length, ...opened(put(main, { '-wal': log.subarray(0, length) })) }).toMatchObject({
        length,
        told: [],
        beside: ['Mill.ripen'],
      });
    const database = aDatabase(put(main, { '-wal': log }));
    const { connection } = database;
    for (let n = 0; n < 20; n += 1) {
      renewLogId(connection);
      connection.exec('UPDATE setting SET value = value');
    }
    connection.pragma('wal_checkpoint(RESTART)');
    const before = statSync(`${connection.name}-wal`).size;
    renewLogId(connection);
    connection.exec('UPDATE setting SET value = value');
    expect(statSync(`${connection.name}-wal`).size).toBe(before);
    const again = bytesOf(connection.name);
    expect(opened(put(again.main, { '-wal': again.log }))).toMatchObject({ told: [], beside: ['Mill.ripen'] });
  });
});

describe('a log that is not the file’s', () => {
  it('is neither applied nor renamed where the workspace cannot be locked', async () => {
    const [ada, bo] = [await aFileWithALog('Ada'), await aFileWithALog('Bo')];
    const file = put(ada.before, { '-wal': bo.log });
    // Nobody can open a folder as a file.
    mkdirSync(`${file}-lock`);
    expect(() => opened(file)).toThrow(
      /^The log “Mill\.ripen-wal” beside the workspace belongs to another workspace.*cannot be set aside safely.*Nothing was changed\. Copy the file “Mill\.ripen” alone/,
    );
    expect(readFileSync(`${file}-wal`).equals(bo.log)).toBe(true);
    expect(readFileSync(file).equals(ada.before)).toBe(true);
    const own = put(ada.main, { '-wal': ada.log });
    mkdirSync(`${own}-lock`);
    expect(opened(own)).toMatchObject({ told: [], people: ['Ada 1', 'Ada 2'] });
  });
});

/** A record of a rollback journal: https://www.sqlite.org/fileformat.html, 3. */
function record(page: number, bytes: Buffer, nonce: number): Buffer {
  let sum = nonce;
  for (let at = pageSize - 200; at > 0; at -= 200) sum = (sum + bytes.readUInt8(at)) >>> 0;
  const whole = Buffer.alloc(pageSize + 8);
  whole.writeUInt32BE(page, 0);
  bytes.copy(whole, 4);
  whole.writeUInt32BE(sum, pageSize + 4);
  return whole;
}

describe('old pages beside a file', () => {
  it('are its own when the page with the id was half written, and count only as many as are told', {
    timeout: 60_000,
  }, async () => {
    const file = await killedInALargeWrite();
    const pages = readFileSync(`${file}-journal`);
    const main = readFileSync(file);
    const at = idPageAt(readFileSync(put(main, {})));
    for (const [what, spoil] of spoiled.slice(0, 6)) {
      const torn = Buffer.from(main);
      spoil(torn.subarray(at, at + pageSize));
      expect({ what, ...opened(put(torn, { '-journal': pages })) }).toMatchObject({
        what,
        told: [],
        people: ['Ada 1'],
        integrity: ['ok'],
      });
    }
    const other = aWorkspace();
    await add(other.call, 'Bo');
    other.app().close();
    const theirs = readFileSync(other.file);
    const sector = pages.readUInt32BE(20);
    const withHeader = (count: number, pageCount: number): Buffer => {
      const bytes = Buffer.from(pages);
      bytes.writeUInt32BE(count, 8);
      bytes.writeUInt32BE(pageCount, 16);
      return bytes;
    };
    const whole = theirs.length / pageSize;
    const nothing = { told: [], people: ['Bo'], integrity: ['ok'] };
    // Nothing to play back; and one page that is the file's own, before what is left of a longer journal.
    expect(opened(put(theirs, { '-journal': withHeader(0, whole) }))).toMatchObject(nothing);
    const first = withHeader(1, whole);
    record(1, theirs.subarray(0, pageSize), first.readUInt32BE(12)).copy(first, sector);
    expect(opened(put(theirs, { '-journal': first }))).toMatchObject(nothing);
    const aside = { told: [expect.stringMatching(/belongs to another/)], people: ['Bo'], integrity: ['ok'] };
    // Nothing to play back, but the file would be cut off; and as many as there is room for.
    expect(opened(put(theirs, { '-journal': withHeader(0, whole - 3) }))).toMatchObject(aside);
    expect(opened(put(theirs, { '-journal': withHeader(0xffffffff, whole) }))).toMatchObject(aside);
  });
});
