// What is asked of the process that repairs and salvages: it reads a damaged file row by row, which may take long.

import { renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { createHandle } from '../db/file/handle.ts';
import { readMigrations } from '../db/file/migrate.ts';
import { insertCriteria } from '../db/tables/criteria.ts';
import { type Repaired, repair } from '../db/tables/repair.ts';
import { type Salvaged, salvage } from '../db/tables/salvage.ts';
import { defaultCriteria } from '../domain/scoring/defaults.ts';
import { answerOf, inOwnProcess, type ProcessAnswer, resultOf, type Utility } from './own-process.ts';

export type MendRequest = {
  readonly what: 'repair' | 'salvage';
  /** A copy of the file; a repair changes it. */
  readonly file: string;
  /** Where what was salvaged goes; must not exist. */
  readonly target: string;
  readonly migrationsFolder: string;
  readonly addon: string | undefined;
  /** UTC ms. */
  readonly now: number;
};

export type Mending = { readonly repaired: Repaired } | { readonly salvaged: Salvaged };

/** Throws an AppError with a sentence when nothing can be done. */
export type Mender = (request: MendRequest) => Promise<Mending>;

/** A workspace without criteria does not open; those it starts with can be changed, the rows cannot be had again. */
function ensureCriteria({ target, addon, now }: MendRequest): void {
  const connection = new Database(target, addon ? { nativeBinding: addon } : {});
  try {
    const has = connection.prepare('SELECT 1 FROM criteria WHERE published_at IS NOT NULL').get();
    if (has) return;
    const [id, number] = ['recovered-criteria', 1_000_000];
    const reason = 'The criteria Ripen starts with: the former ones could not be read';
    insertCriteria(createHandle(connection), { id, number, criteria: defaultCriteria, reason, publishedAt: now });
  } finally {
    connection.close();
  }
}

/** Where the file cannot be mended as it is, all its rows are written to a new one, if all of them can be read. */
function repairOrRewrite(request: MendRequest): Repaired {
  const { file, target, migrationsFolder, addon } = request;
  const repaired = repair(file, addon);
  if (repaired.left.length === 0) return repaired;
  const { unread, rejected } = salvage({ source: file, target, migrations: readMigrations(migrationsFolder), addon });
  if (unread > 0 || rejected > 0) {
    rmSync(target, { force: true });
    return repaired;
  }
  renameSync(target, file);
  const rewritten = repair(file, addon);
  return {
    done: ['the file was written anew; every row of it could be read', ...rewritten.done],
    left: rewritten.left,
  };
}

function mend(request: MendRequest): Mending {
  const { what, file, target, migrationsFolder, addon } = request;
  if (what === 'repair') return { repaired: repairOrRewrite(request) };
  const salvaged = salvage({ source: file, target, migrations: readMigrations(migrationsFolder), addon });
  ensureCriteria(request);
  return { salvaged };
}

/** Never throws: the answer crosses a process. */
export const answerMend = (request: MendRequest): ProcessAnswer<Mending> => answerOf(() => mend(request));

/** In this process: for tests and tools. */
export const mendHere: Mender = async request => resultOf(answerMend(request));

/** In a process that `start` starts for each question. */
export const mendElsewhere = (start: () => Utility<MendRequest, Mending>): Mender =>
  inOwnProcess(start, 'repairs files');
