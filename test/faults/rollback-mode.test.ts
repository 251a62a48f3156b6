// Big steps that are written straight into the file (decision 60): whole or not at all, with every setting back afterwards.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/db/file/open.ts';
import { createRollbackMode } from '../../electron/db/file/rollback-mode.ts';
import { createWorkspace } from '../../electron/open-workspace.ts';
import { rowsToImport } from '../support/children/rows.ts';
import { bundledChildren, childEnv, openElsewhere } from '../support/children.ts';
import { contentHash, fileHash } from '../support/content.ts';
import { optionsFor } from '../support/database.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { aFolder, aWorkspace, migrationsFolder, monday } from '../support/workspace.ts';

const big = { jobId: 'big', ...rowsToImport(6000) };
const small = { jobId: 'small', ...rowsToImport(1000) };
const old = (file: string): string => `${file}-journal`;
/** Whether old pages lie beside the file that would be put back into it at the next start. */
const isNeeded = (file: string): boolean => existsSync(old(file)) && (readFileSync(old(file))[0] ?? 0) !== 0;

type Asked = readonly [mode: unknown, synchronous: unknown, locking: unknown];
const request = ({ app }: TestWorkspace): Asked =>
  ['journal_mode', 'synchronous', 'locking_mode'].map(name => app().reader.pluck(`PRAGMA ${name}`)[0]) as never;

/** What holds while `call` runs, looked at as soon as it has written a hundred leads. */
async function halfWay(here: TestWorkspace, call: 'imports.run' | 'imports.check', input: object) {
  const done = here.app().call(call, input);
  const written = () => here.app().reader.pluck<number>('SELECT count(*) FROM lead')[0] ?? 0;
  while (written() < 100) await sleep(1);
  return { done, found: request(here) };
}

describe('a big step', () => {
  it('goes straight into the file, synced in full, and everything is as it was afterwards', async () => {
    const here = aWorkspace();
    const { done, found } = await halfWay(here, 'imports.run', big);
    expect(found).toEqual(['delete', 2, 'exclusive']);
    expect(existsSync(old(here.file))).toBe(true);
    expect(await done).toMatchObject({ ok: true });
    expect(request(here)).toEqual(['wal', 2, 'exclusive']);
    expect(existsSync(old(here.file))).toBe(false);

    for (const direction of ['undo', 'redo'] as const) {
      const undoOrRedoRunning = here.call(`journal.${direction}`, {});
      await sleep(20);
      expect(request(here)[0]).toBe('delete');
      await undoOrRedoRunning;
      expect(request(here)).toEqual(['wal', 2, 'exclusive']);
    }
    // The next answer is in the log, and lasts.
    await here.call('leads.create', { attributes: { firstName: 'Ada' } });
    expect(statSync(`${here.file}-wal`).size).toBeGreaterThan(0);
  });

  it('lets no second program in, neither while it runs nor afterwards', async () => {
    const here = aWorkspace();
    const { done } = await halfWay(here, 'imports.run', big);
    expect(await openElsewhere(here.file)).toMatchObject({ opened: false });
    await done;
    expect(await openElsewhere(here.file)).toMatchObject({ opened: false });
    here.app().close();
    expect(await openElsewhere(here.file)).toMatchObject({ opened: true });
  });

  it('that is stopped leaves nothing and returns to the log', async () => {
    const here = aWorkspace();
    const before = contentHash(here.app().reader);
    const { done } = await halfWay(here, 'imports.run', big);
    await here.call('imports.cancel', { jobId: 'big' });
    expect(await done).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(request(here)).toEqual(['wal', 2, 'exclusive']);
    expect(contentHash(here.app().reader)).toBe(before);
    expect(existsSync(old(here.file))).toBe(false);
  });

  it('that is cut short by closing leaves nothing, and the file alone is the whole of it', async () => {
    const here = aWorkspace();
    const before = contentHash(here.app().reader);
    const { done } = await halfWay(here, 'imports.run', big);
    here.app().close();
    expect(await done).toMatchObject({ ok: false });
    expect(existsSync(old(here.file))).toBe(false);
    here.reopen();
    expect(request(here)).toEqual(['wal', 2, 'exclusive']);
    expect(contentHash(here.app().reader)).toBe(before);
  });
});

describe('what goes through the log as always', () => {
  it.each([
    ['a small import', 'imports.run', small],
    ['a trial of a big one, which is always taken back', 'imports.check', big],
  ] as const)('%s', async (_, call, input) => {
    const here = aWorkspace();
    const { done, found } = await halfWay(here, call, input);
    expect(found).toEqual(['wal', 2, 'exclusive']);
    expect(await done).toMatchObject({ ok: true });
  });

  it('a big step when the log cannot be left', () => {
    const { connection, writer, close } = openDatabase(optionsFor(aWorkspaceFile()));
    const rollbackMode = createRollbackMode(connection);
    connection.exec('BEGIN IMMEDIATE');
    expect(rollbackMode.leave()).toBe(false);
    connection.exec('COMMIT');
    expect(writer.pluck('PRAGMA journal_mode')).toEqual(['wal']);
    expect(rollbackMode.leave()).toBe(true);
    rollbackMode.back();
    expect(writer.pluck('PRAGMA journal_mode')).toEqual(['wal']);
    close();
  });
});

function aWorkspaceFile(): string {
  const file = join(aFolder(), 'big.ripen');
  createWorkspace({ file, migrationsFolder, now: () => monday, deviceId: 'test' });
  return file;
}

describe('kill -9 while old pages lie beside the file', () => {
  it('leaves a file that is put right by the next start, and only together with them', {
    timeout: 300_000,
  }, async () => {
    const { app, file } = aWorkspace();
    await app().call('imports.run', small);
    const before = contentHash(app().reader);
    app().close();
    const path = join(aFolder(), 'people.csv');
    const lines = Array.from({ length: 20_000 }, (_, n) => `P${n};p${n}@mill.example;A note about person ${n}`);
    writeFileSync(path, ['First name;E-mail;Notes', ...lines].join('\n'));
    const bytes = fileHash(file);

    const child = spawn(process.execPath, [join(bundledChildren, 'import.mjs'), file, path], { env: childEnv });
    const ended = new Promise(resolve => child.on('close', (_, signal) => resolve(signal)));
    const half = statSync(file).size + 1024 * 1024;
    while (statSync(file).size < half && child.exitCode === null) await sleep(1);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(isNeeded(file)).toBe(true);
    expect(fileHash(file)).not.toBe(bytes);

    const moved = join(aFolder(), 'moved.ripen');
    for (const end of ['', '-journal']) copyFileSync(file + end, moved + end);
    for (const one of [file, moved]) {
      const { writer: reader, close } = openDatabase(optionsFor(one));
      expect(reader.pluck('PRAGMA integrity_check')).toEqual(['ok']);
      expect(contentHash(reader)).toBe(before);
      expect(reader.pluck('PRAGMA journal_mode')).toEqual(['wal']);
      close();
      expect(existsSync(old(one))).toBe(false);
    }
  });

  it('does not let a new workspace be made beside them', () => {
    const file = join(aFolder(), 'gone.ripen');
    writeFileSync(old(file), 'of a file that was moved away');
    const make = () => createWorkspace({ file, migrationsFolder, now: () => monday, deviceId: 'test' });
    expect(make).toThrow(/already exists at .*gone\.ripen-journal/);
    expect(existsSync(file)).toBe(false);
  });
});
