// What lies beside a file and is not its own (P26): never applied, set aside under a name, told. Its own log always is applied.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/db/file/open.ts';
import { optionsFor } from '../../support/database.ts';
import { add, aFileWithALog, bytesOf, killedInALargeWrite, opened, put } from '../../support/left-beside.ts';
import { aCopyOf, aFolder, aWorkspace, monday } from '../../support/workspace.ts';

const foreign =
  'The log “Mill.ripen-wal” beside the workspace belongs to another workspace or to another state of this one: nothing of it was used, and it is kept as “Mill.ripen-wal-set-aside”. If work is missing here, open the workspace file it belongs to, or restore a backup.';

describe('a log beside a file', () => {
  it('that is its own is applied, with and without a -shm that was left', async () => {
    const { main, log, hash } = await aFileWithALog();
    const both: readonly Record<string, Buffer>[] = [{ '-wal': log }, { '-wal': log, '-shm': Buffer.alloc(32_768, 7) }];
    for (const others of both) {
      expect(opened(put(main, others))).toMatchObject({
        told: [],
        people: ['Ada 1', 'Ada 2'],
        integrity: ['ok'],
        hash,
      });
    }
  });

  it('that is its own is applied after a second crash, when it was merged in part, and when it was merged as a whole', async () => {
    const { main, log, hash, app, call, file } = await aFileWithALog();
    // A session that found the log of the one before it, and crashed as well.
    const next = aCopyOf(main, monday);
    next.app().close();
    writeFileSync(next.file, main);
    writeFileSync(`${next.file}-wal`, log);
    next.reopen();
    await add(next.call, 'Ada 3');
    const again = bytesOf(next.file);
    expect(opened(put(again.main, { '-wal': again.log })).people).toEqual(['Ada 1', 'Ada 2', 'Ada 3']);
    // Any part of the pages may be in the file before the log is emptied.
    await app().mergeLog();
    const merged = readFileSync(file);
    for (const pages of [1, 3, 10, 20, 30, 40, 60, 1000]) {
      const half = Buffer.concat([merged.subarray(0, pages * 4096), main.subarray(pages * 4096)]);
      expect({ pages, ...opened(put(half, { '-wal': log })) }).toMatchObject({ told: [], integrity: ['ok'], hash });
    }
    await add(call, 'Ada 4');
    const later = bytesOf(file);
    expect(opened(put(later.main, { '-wal': later.log })).people).toEqual(['Ada 1', 'Ada 2', 'Ada 4']);
  });

  it.each([
    [
      'of an older copy of the same file',
      async () => {
        const old = aWorkspace();
        await add(old.call, 'Ada 1');
        old.app().close();
        const copy = readFileSync(old.file);
        old.reopen();
        await add(old.call, 'Ada 2');
        old.reopen();
        await add(old.call, 'Ada 3');
        return { main: copy, log: readFileSync(`${old.file}-wal`), people: ['Ada 1'] };
      },
    ],
    [
      'of a later state than a backup put in its place',
      async () => {
        const { call, app, file } = aWorkspace();
        await add(call, 'Ada 1');
        const backup = join(aFolder(), 'backup.ripen');
        await app().copyTo(backup);
        await add(call, 'Ada 2');
        return { main: readFileSync(backup), log: readFileSync(`${file}-wal`), people: ['Ada 1'] };
      },
    ],
    [
      'of the file as it was saved somewhere else at once',
      async () => {
        const { call, app, file } = aWorkspace();
        await add(call, 'Ada 1');
        const rescued = join(aFolder(), 'rescued.ripen');
        app().copyAtOnce(rescued);
        await add(call, 'Ada 2');
        return { main: readFileSync(rescued), log: readFileSync(`${file}-wal`), people: ['Ada 1'] };
      },
    ],
    [
      'of another workspace',
      async () => {
        const [ada, bo] = [await aFileWithALog('Ada'), await aFileWithALog('Bo')];
        return { main: ada.before, log: bo.log, people: ['Ada 1'] };
      },
    ],
    [
      'of another workspace that is as new',
      async () => {
        const [ada, bo] = [aWorkspace(), aWorkspace({ name: 'Other' })];
        await add(bo.call, 'Bo');
        ada.app().close();
        return { main: readFileSync(ada.file), log: readFileSync(`${bo.file}-wal`), people: [] };
      },
    ],
    [
      'of a workspace that knows no ids',
      async () => {
        const [ada, bo] = [await aFileWithALog('Ada'), await aFileWithALog('Bo')];
        // From the second commit on: as if it had been written without the first one.
        const database = openDatabase(optionsFor(put(bo.before, {})));
        database.connection.exec(
          "DELETE FROM sqlite_sequence WHERE name = 'ripen-log'; PRAGMA wal_checkpoint(TRUNCATE)",
        );
        database.connection.exec(
          "DELETE FROM setting WHERE id = 'none'; UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'step'",
        );
        const log = readFileSync(`${database.connection.name}-wal`);
        database.close();
        return { main: ada.before, log, people: ['Ada 1'] };
      },
    ],
  ])('%s is set aside, and nothing of it is used', async (_, make) => {
    const { main, log, people } = await make();
    const file = put(main, { '-wal': log });
    expect(opened(file)).toMatchObject({ told: [foreign], people, integrity: ['ok'] });
    expect(readFileSync(`${file}-wal-set-aside`).equals(log)).toBe(true);
    expect(opened(file)).toMatchObject({ told: [], people, beside: ['Mill.ripen', 'Mill.ripen-wal-set-aside'] });
  });

  it('whose beginning is damaged or cut off is kept and told', async () => {
    const { main, log } = await aFileWithALog();
    const broken = [log.subarray(0, 20), Buffer.concat([Buffer.alloc(32), log.subarray(32)]), Buffer.from(log)];
    broken[2]?.writeUInt8((log[20] ?? 0) ^ 1, 20);
    for (const [n, bytes] of broken.entries()) {
      const file = put(main, { '-wal': bytes });
      const { told, people, beside } = opened(file);
      expect({ n, people }).toEqual({ n, people: ['Ada 1'] });
      expect(told[0]).toMatch(
        /^The log “Mill\.ripen-wal” .* is damaged at its beginning, .* kept as “Mill\.ripen-wal-set-aside”/,
      );
      expect(beside).toContain('Mill.ripen-wal-set-aside');
    }
  });

  it('that is empty, or holds no whole commit, is no news', async () => {
    const { main, log } = await aFileWithALog();
    for (const bytes of [Buffer.alloc(0), log.subarray(0, 32), log.subarray(0, 2000)]) {
      expect(opened(put(main, { '-wal': bytes }))).toMatchObject({
        told: [],
        people: ['Ada 1'],
        beside: ['Mill.ripen'],
      });
    }
  });

  it('does not take the name of one that was set aside before', async () => {
    const [ada, bo] = [await aFileWithALog('Ada'), await aFileWithALog('Bo')];
    const file = put(ada.before, { '-wal': bo.log });
    opened(file);
    writeFileSync(`${file}-wal`, bo.log);
    expect(opened(file).beside).toEqual(['Mill.ripen', 'Mill.ripen-wal-set-aside', 'Mill.ripen-wal-set-aside-2']);
  });
});

describe('old pages beside a file', () => {
  it('that are its own are played back; those of another state or workspace are set aside', {
    timeout: 60_000,
  }, async () => {
    const file = await killedInALargeWrite();
    const pages = readFileSync(`${file}-journal`);
    const main = readFileSync(file);
    const own = put(main, { '-journal': pages });
    expect(opened(own)).toMatchObject({ told: [], people: ['Ada 1'], integrity: ['ok'] });
    const recovered = readFileSync(own);
    const other = aWorkspace();
    await add(other.call, 'Bo');
    other.app().close();
    const beside = put(readFileSync(other.file), { '-journal': pages });
    const { told, people, integrity } = opened(beside);
    expect({ people, integrity }).toEqual({ people: ['Bo'], integrity: ['ok'] });
    expect(told[0]).toMatch(/^The log “Mill\.ripen-journal” .* belongs to another workspace/);
    // A later state of the same file, into which they would bring old pages back.
    const later = aCopyOf(recovered, monday);
    await add(later.call, 'Ada 2');
    later.app().close();
    const copy = later.file;
    writeFileSync(`${copy}-journal`, pages);
    expect(opened(copy)).toMatchObject({
      told: [expect.stringMatching(/kept as “test\.ripen-journal-set-aside”/)],
      people: ['Ada 1', 'Ada 2'],
      integrity: ['ok'],
    });
    expect(existsSync(`${copy}-journal-set-aside`)).toBe(true);
  });
});
