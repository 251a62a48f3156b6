// A mailbox of 50,000 messages taken in: how long, how it holds up the main process, and how much of the planted truth comes back.
// RIPEN_BENCH_PART=10 takes a tenth of it. Errors are counted, megabytes are MB, though the field is called ms.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { foundIn, recoveryOf } from '../support/mailbox-recovery.ts';
import { plantedOwner, writePlantedMailbox } from '../support/planted-mailbox.ts';
import { type Figure, figure } from './figure.ts';
import type { Job, Measured } from './import-child.ts';

const part = Number(process.env.RIPEN_BENCH_PART ?? 1);
const size = Math.round(50_000 / part);
const named = (what: string): string => (part === 1 ? `inbox-${what}` : `inbox-${what} (1/${part})`);

export async function* run(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-inbox-'));
  try {
    const path = join(folder, 'inbox.mbox');
    const planted = writePlantedMailbox(path, size);
    const kept = join(folder, 'kept.ripen');
    const job: Job = { file: join(folder, 'measured.ripen'), paths: [path], undo: true, kept, own: plantedOwner };
    const script = join(import.meta.dirname, 'import-child.ts');
    const args = ['--max-semi-space-size=8', script, JSON.stringify(job)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const measured = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
    // The issue asks for ten minutes for all of it.
    yield figure(named('preview'), measured.beforeMs, 1, { limitMs: 300_000 });
    yield figure(named('preview-block'), measured.beforeBlock, 1, { limitMs: 50 });
    yield figure(named('import'), measured.ms, 1, { limitMs: 300_000 });
    yield figure(named('import-block'), measured.block, 1, { limitMs: 50 });
    yield figure(named('undo'), measured.undoMs, 1, { limitMs: 300_000 });
    yield figure(named('undo-block'), measured.undoBlock, 1, { limitMs: 50 });
    yield figure(named('main-mb'), measured.memory, 1, { limitMs: 400 });
    yield figure(named('parser-mb'), measured.parserMemory, 1, { limitMs: 400 });
    const db = new Database(kept, { readonly: true });
    const found = foundIn({ all: <T>(sql: string) => db.prepare(sql).all() as T[] });
    db.close();
    const { activities, companies, phones, missedGuesses, ...errors } = recoveryOf(planted, found);
    for (const [what, count] of Object.entries(errors))
      yield figure(named(what.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)), count, activities, {
        limitMs: 0,
      });
    yield figure(named('missed-guesses'), missedGuesses, companies + phones, {});
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
