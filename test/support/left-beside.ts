// Workspace files with what a process that was killed left beside them, as bytes; and what opening them answers.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { openDatabase } from '../../electron/db/file/open.ts';
import { bundledChildren, childEnv } from './children.ts';
import { contentHash } from './content.ts';
import { optionsFor } from './database.ts';
import { aFolder, aWorkspace, type TestWorkspace } from './workspace.ts';

type Files = { readonly main: Buffer; readonly log: Buffer };

export const add = (call: TestWorkspace['call'], firstName: string) =>
  call('leads.create', { attributes: { firstName } });
export const bytesOf = (file: string): Files => ({ main: readFileSync(file), log: readFileSync(`${file}-wal`) });

/** A workspace with people in the file, and one more in the log of a process that did not close it. */
export async function aFileWithALog(name = 'Ada') {
  const workspace = aWorkspace();
  await add(workspace.call, `${name} 1`);
  workspace.reopen();
  const before = readFileSync(workspace.file);
  await add(workspace.call, `${name} 2`);
  return { ...workspace, before, ...bytesOf(workspace.file), hash: contentHash(workspace.app().reader) };
}

export function opened(file: string) {
  const database = openDatabase(optionsFor(file));
  const result = {
    told: database.told,
    people: database.writer.pluck<string>('SELECT first_name FROM lead ORDER BY first_name'),
    integrity: database.writer.pluck('PRAGMA integrity_check'),
    hash: contentHash(database.writer),
  };
  database.close();
  return { ...result, beside: readdirSync(dirname(file)).sort() };
}

export function put(main: Buffer, others: Readonly<Record<string, Buffer>>): string {
  const file = join(aFolder(), 'Mill.ripen');
  writeFileSync(file, main);
  for (const [ending, bytes] of Object.entries(others)) writeFileSync(`${file}${ending}`, bytes);
  return file;
}

/** A file with the old pages beside it, of a process that was killed in the middle of a large write. */
export async function killedInALargeWrite(): Promise<string> {
  const { app, file, call } = aWorkspace();
  await add(call, 'Ada 1');
  app().close();
  const list = join(aFolder(), 'people.csv');
  const lines = Array.from({ length: 20_000 }, (_, n) => `P${n};p${n}@mill.example;A note about person ${n}`);
  writeFileSync(list, ['First name;E-mail;Notes', ...lines].join('\n'));
  const child = spawn(process.execPath, [join(bundledChildren, 'import.mjs'), file, list], { env: childEnv });
  const ended = new Promise(resolve => child.on('close', (_, signal) => resolve(signal)));
  const half = statSync(file).size + 1024 * 1024;
  while (statSync(file).size < half && child.exitCode === null) await sleep(1);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  return file;
}
