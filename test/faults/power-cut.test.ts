// A power cut (P2): the log is on the disk before the answer, and a log cut off or garbled anywhere leaves a whole prefix.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/db/file/open.ts';
import { seeded } from '../bench/random.ts';
import { bundledChildren, childEnv } from '../support/children.ts';
import { contentHash } from '../support/content.ts';
import { optionsFor } from '../support/database.ts';
import { times } from '../support/long.ts';
import { seed } from '../support/seed.ts';
import { aFolder, aWorkspace } from '../support/workspace.ts';

/** Some commands, with the content's hash after each; all of it is still in the log beside the file. */
async function aFileWithALongLog() {
  const { app, call, file, reopen } = aWorkspace();
  reopen();
  const hashes = [contentHash(app().reader)];
  for (let n = 0; n < 10; n += 1) {
    const { id } = await call('leads.create', { attributes: { firstName: `Ada ${n}` } });
    hashes.push(contentHash(app().reader));
    await call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
    hashes.push(contentHash(app().reader));
    await call('leads.move', { ids: [id], move: { to: 'mql' } });
    hashes.push(contentHash(app().reader));
    await call('journal.undo', {});
    hashes.push(contentHash(app().reader));
  }
  return { main: readFileSync(file), log: readFileSync(`${file}-wal`), hashes };
}

const { below: any } = seeded(seed);

describe('a log that a power cut has damaged', () => {
  const runs = times(20, 200);
  /** Anywhere in the part of the log that is this run's turn: together they fall into many different places. */
  const placeIn = (log: Buffer, run: number): number =>
    Math.min(Math.floor((log.length / runs) * run) + any(Math.ceil(log.length / runs)), log.length - 1);
  it.each([
    ['cut off', (log: Buffer, run: number) => log.subarray(0, placeIn(log, run))],
    [
      'garbled',
      (log: Buffer, run: number) => {
        const garbled = Buffer.from(log);
        const from = placeIn(log, run);
        const until = Math.min(from + 1 + any(2000), log.length);
        for (let at = from; at < until; at++) garbled[at] = any(256);
        return garbled;
      },
    ],
  ])(
    'and that is %s anywhere leaves a state that was once answered, whole',
    { timeout: 300_000 },
    async (_, damage) => {
      const { main, log, hashes } = await aFileWithALongLog();
      const file = join(aFolder(), 'copy.ripen');
      const seen = new Set<number>();
      for (let run = 0; run < runs; run += 1) {
        writeFileSync(file, main);
        writeFileSync(`${file}-wal`, damage(log, run));
        const { writer: reader, close } = openDatabase(optionsFor(file));
        const state = hashes.lastIndexOf(contentHash(reader));
        expect(state, `seed ${seed}, run ${run}`).toBeGreaterThanOrEqual(0);
        seen.add(state);
        expect(reader.pluck('PRAGMA integrity_check')).toEqual(['ok']);
        expect(reader.pluck("SELECT count(*) FROM step WHERE tables = '[]'")).toEqual([0]);
        close();
        rmSync(`${file}-wal`, { force: true });
      }
      expect(seen.size).toBeGreaterThan(10);
    },
  );

  it('and that is whole leads to the last answer', async () => {
    const { main, log, hashes } = await aFileWithALongLog();
    const file = join(aFolder(), 'copy.ripen');
    writeFileSync(file, main);
    writeFileSync(`${file}-wal`, log);
    const { writer: reader, close } = openDatabase(optionsFor(file));
    expect(contentHash(reader)).toBe(hashes.at(-1));
    close();
  });
});

const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

// Watching a process takes strace and the right to use it; elsewhere the settings' own test says that FULL is set.
describe.skipIf(!canTrace)('what the operating system is asked', () => {
  it('is to put the log on the disk, before every single answer', () => {
    const { app, file } = aWorkspace();
    app().close();
    const trace = join(aFolder(), 'trace');
    const commits = 20;
    const calls = 'trace=fdatasync,fsync,write,pwrite64';
    const child = [process.execPath, join(bundledChildren, 'commit.mjs'), file, String(commits)];
    execFileSync('strace', ['-f', '-y', '-e', calls, '-o', trace, ...child], { env: childEnv });

    let [writes, unsynced, answers] = [0, 0, 0];
    for (const line of readFileSync(trace, 'utf8').split('\n')) {
      const toLog = line.includes(`${file}-wal>`);
      if (toLog && line.includes('pwrite64(')) {
        writes += 1;
        unsynced += 1;
      }
      if (toLog && /f(data)?sync\(/.test(line)) unsynced = 0;
      if (/write\(1<.*"answered/.test(line)) {
        answers += 1;
        expect({ answers, unsynced, written: writes > 0 }).toEqual({ answers, unsynced: 0, written: true });
        writes = 0;
      }
    }
    expect(answers).toBe(commits);
  });
});
