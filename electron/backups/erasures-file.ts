// The erasures of a workspace, kept beside its backups as salted hashes: a backup from before one is erased again with it.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { erasedCountsSchema } from '../../shared/contract/privacy.ts';
import { writeAtomic } from '../db/file/atomic-write.ts';
import { type KnownErasure, suppressionKinds } from '../db/tables/erasures.ts';
import { backupFolder } from '../files/backup-folder.ts';

const text = z.string().max(200);
const schema = z.array(
  z.object({
    id: text,
    at: z.int(),
    reason: z.enum(['request', 'retention', 'restored']),
    counts: erasedCountsSchema,
    suppressions: z.array(z.object({ id: text, kind: z.enum(suppressionKinds), salt: text, hash: text })).max(10_000),
  }),
);

export const erasuresFile = (workspace: string): string => join(backupFolder(workspace), 'erasures.json');

/** What is kept beside the backups of a workspace; nothing where there is no such file, or one that says nothing. */
export function readErasuresFile(workspace: string): readonly KnownErasure[] {
  try {
    return schema.parse(JSON.parse(readFileSync(erasuresFile(workspace), 'utf8')));
  } catch {
    return [];
  }
}

/** Adds what the file does not hold yet. */
export function keepErasures(workspace: string, erasures: readonly KnownErasure[]): void {
  const kept = readErasuresFile(workspace);
  const ids = new Set(kept.map(({ id }) => id));
  const fresh = erasures.filter(({ id }) => !ids.has(id));
  if (fresh.length === 0) return;
  const file = erasuresFile(workspace);
  mkdirSync(dirname(file), { recursive: true });
  writeAtomic(file, JSON.stringify([...kept, ...fresh]));
}
