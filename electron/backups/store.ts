// The backups of one workspace file, in a folder beside it. One counts only with its manifest, and that is written last,
// after the copy was opened, checked and counted: a copy that was cut short never looks like a backup.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type Backup, type BackupReason, backupReasonSchema, backupSchema } from '../../shared/backups.ts';
import { AppError } from '../../shared/result.ts';
import { syncFolder, writeAtomic } from '../db/file/atomic-write.ts';
import { type CheckedCopy, checkCopy, hashOf } from '../db/file/copy.ts';
import { backupsToDrop, type KeptBackup, newestFirst, nextWorkTime } from '../domain/backups.ts';
import { decryptCopy, encryptCopy, isEncryptedWith } from '../encryption/encrypted-copy.ts';
import { looksEncrypted } from '../encryption/format.ts';
import type { Keys } from '../encryption/keys.ts';
import { runAtOnce, runInSlices } from '../encryption/slices.ts';
import { backupFolder } from '../files/backup-folder.ts';
import type { CopyChecker } from './checking.ts';

const manifestSchema = z.object({
  takenAt: z.int(),
  /** See `nextWorkTime`; backups of earlier versions have none, and go by the clock. */
  workTime: z.int().optional(),
  because: backupReasonSchema,
  sha256: z.string(),
  size: z.int(),
  schemaVersion: z.int(),
  counts: z.record(z.string(), z.int()),
});
type Manifest = z.infer<typeof manifestSchema>;

/** All backups of a workspace together, in bytes; the newest three of each rung stay even beyond it. */
const maxBytes = 4 * 1024 ** 3;

const leftover = /^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d(?: \d{1,3})?(?:\.json|\.locked)?\.part(?:-journal|-wal)?$/;

export type Take = (because: BackupReason, copy: (target: string) => Promise<void>) => Promise<CheckedCopy>;

export type BackupStore = {
  readonly folder: string;
  /** Newest first, in the order they were taken. Sound as far as size says; `verify` reads the bytes. */
  readonly list: () => readonly Backup[];
  /** Takes one through `copy`, which writes the workspace to the path it is given. */
  readonly take: Take;
  /** The same at once, before a file is brought up to date. */
  readonly takeAtOnce: (because: BackupReason, copy: (target: string) => void) => void;
  /** Reads every byte: whether it still is what was checked. Answers the path; throws an AppError when it is not sound. */
  readonly verify: (id: string) => Promise<string>;
  /**
   * Writes a backup anew through `change`, which is given a copy of it and says whether it changed it. The old one goes once
   * the new one was checked. Answers what `change` said.
   */
  readonly rewrite: (id: string, change: (copy: string) => Promise<boolean>, keys?: Keys | null) => Promise<boolean>;
  readonly pathOf: (id: string) => string;
  /** Writes what a backup holds to a new file, decrypted. */
  readonly copyOut: (backup: string, target: string) => Promise<void>;
  /** Ids of backups that are not encrypted with these keys, or are encrypted at all where there are none. */
  readonly notEncryptedWith: (keys: Keys | null) => readonly string[];
  /** Removes what a kill left half made: of a locked workspace it may hold data in the clear. */
  readonly sweep: () => void;
  /** Runs work meanwhile no other backup is taken, and none is dropped: the one in hand may be the next to go. */
  readonly alone: <T>(work: (take: Take) => Promise<T>) => Promise<T>;
};

export type BackupStoreOptions = {
  /** The workspace. */
  readonly file: string;
  readonly addon: string | undefined;
  /** UTC ms. */
  readonly now: () => number;
  readonly check: CopyChecker;
  /** The keys of a workspace that is locked with a passphrase: they encrypt every backup. Null or absent: it has none. */
  readonly keys?: (() => Keys | null) | undefined;
};

export function createBackupStore({
  file,
  addon,
  now,
  check,
  keys: keysNow = () => null,
}: BackupStoreOptions): BackupStore {
  const folder = backupFolder(file);
  let nothingGoes = false;
  const path = (id: string, end: 'ripen' | 'json' | 'part' | 'locked.part'): string => join(folder, `${id}.${end}`);

  function read(id: string): Manifest | null {
    try {
      return manifestSchema.parse(JSON.parse(readFileSync(path(id, 'json'), 'utf8')));
    } catch {
      return null;
    }
  }

  const isFolder = () => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

  type Entry = KeptBackup & { readonly backup: Backup };

  /** Newest first. */
  function entries(): readonly Entry[] {
    const names = isFolder() ? readdirSync(folder) : [];
    return names
      .filter(name => name.endsWith('.json'))
      .map(name => name.slice(0, -'.json'.length))
      .flatMap(id => {
        const manifest = read(id);
        const found = statSync(path(id, 'ripen'), { throwIfNoEntry: false });
        if (!manifest || !found?.isFile() || !backupSchema.shape.id.safeParse(id).success) return [];
        const { takenAt, workTime = takenAt, because, size, counts } = manifest;
        const [leads, activities] = [counts.lead ?? 0, counts.activity ?? 0];
        const backup = { id, takenAt, because, size, leads, activities, sound: found.size === size };
        return [{ id, takenAt, workTime, size, rows: leads + activities, backup }];
      })
      .sort(newestFirst);
  }

  const list = (): readonly Backup[] => entries().map(({ backup }) => backup);

  /** What an earlier one left when it was cut short. Files of other people's that end like it stay. */
  function sweep(): void {
    if (!isFolder()) return;
    for (const name of readdirSync(folder)) if (leftover.test(name)) rmSync(join(folder, name), { force: true });
  }

  /** A name nobody has yet, by the moment it is taken. */
  function begin(takenAt: number): string {
    if (existsSync(folder) && !isFolder())
      throw new AppError('file', `Backups need a folder at ${folder}, but a file has that name. Rename the file.`);
    mkdirSync(folder, { recursive: true });
    sweep();
    const stamp = new Date(takenAt).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
    const taken = (id: string) => existsSync(path(id, 'ripen')) || existsSync(path(id, 'json'));
    for (let n = 1, id = stamp; ; n += 1, id = `${stamp} ${n}`) if (!taken(id)) return id;
  }

  function finish(
    id: string,
    takenAt: number,
    because: BackupReason,
    copy: CheckedCopy,
    workTime = nextWorkTime(entries()[0], takenAt),
  ): void {
    const isEncrypted = existsSync(path(id, 'locked.part'));
    renameSync(path(id, isEncrypted ? 'locked.part' : 'part'), path(id, 'ripen'));
    rmSync(path(id, 'part'), { force: true });
    syncFolder(folder);
    const { sha256, size, schemaVersion, counts } = copy;
    const manifest: Manifest = { takenAt, workTime, because, sha256, size, schemaVersion, counts: { ...counts } };
    writeAtomic(path(id, 'json'), JSON.stringify(manifest, null, 2));
    thin();
  }

  function thin(): void {
    if (nothingGoes) return;
    for (const id of backupsToDrop(entries(), maxBytes)) {
      // The manifest first: what is left of a drop cut short is no backup any more.
      rmSync(path(id, 'json'), { force: true });
      rmSync(path(id, 'ripen'), { force: true });
    }
  }

  /** Encrypts the draft of a backup that was checked; answers what its manifest says of it. */
  async function encryptDraft(id: string, checked: CheckedCopy, keys: Keys | null): Promise<CheckedCopy> {
    if (!keys) return checked;
    await runInSlices(encryptCopy(path(id, 'part'), path(id, 'locked.part'), keys));
    const { sha256, size } = await check({ file: path(id, 'locked.part'), addon, what: 'bytes' });
    return { ...checked, sha256, size };
  }

  function encryptDraftAtOnce(id: string, checked: CheckedCopy, keys: Keys | null): CheckedCopy {
    if (!keys) return checked;
    runAtOnce(encryptCopy(path(id, 'part'), path(id, 'locked.part'), keys));
    return { ...checked, ...hashOf(path(id, 'locked.part')) };
  }

  const removeDrafts = (id: string): void => {
    for (const end of ['part', 'locked.part'] as const) rmSync(path(id, end), { force: true });
  };

  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: two at a time would sweep each other's draft away. */
  const exclusively = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  const take: Take = async (because, copy) => {
    const takenAt = now();
    const id = begin(takenAt);
    const keys = keysNow();
    try {
      await copy(path(id, 'part'));
      const checked = await check({ file: path(id, 'part'), addon, what: 'whole' });
      // Closed meanwhile, its keys are not known any more; set meanwhile, they were not known before.
      finish(id, takenAt, because, await encryptDraft(id, checked, keysNow() ?? keys));
      return checked;
    } catch (error) {
      removeDrafts(id);
      throw error;
    }
  };

  async function copyOut(backup: string, target: string): Promise<void> {
    if (looksEncrypted(backup)) await runInSlices(decryptCopy(backup, target, keysNow()));
    else await copyFile(backup, target);
  }

  return {
    folder,
    list,
    take: (because, copy) => exclusively(() => take(because, copy)),
    takeAtOnce: (because, copy) => {
      const takenAt = now();
      const id = begin(takenAt);
      try {
        copy(path(id, 'part'));
        finish(id, takenAt, because, encryptDraftAtOnce(id, checkCopy(path(id, 'part'), addon), keysNow()));
      } catch (error) {
        removeDrafts(id);
        throw error;
      }
    },
    verify: async id => {
      const manifest = backupSchema.shape.id.safeParse(id).success ? read(id) : null;
      if (!manifest) throw new AppError('not-found', 'This backup no longer exists. Nothing was changed.');
      const found = await check({ file: path(id, 'ripen'), addon, what: 'bytes' });
      if (found.sha256 !== manifest.sha256) {
        throw new AppError(
          'file',
          'This backup was changed or damaged after it was made. Nothing was restored. Choose another one.',
        );
      }
      return path(id, 'ripen');
    },
    pathOf: id => path(id, 'ripen'),
    copyOut,
    sweep,
    notEncryptedWith: keys =>
      list()
        .map(({ id }) => id)
        .filter(id => (keys ? !isEncryptedWith(path(id, 'ripen'), keys) : looksEncrypted(path(id, 'ripen')))),
    rewrite: (id, change, keys = keysNow()) =>
      exclusively(async () => {
        const manifest = read(id);
        if (!manifest) return false;
        const fresh = begin(manifest.takenAt);
        const draft = path(fresh, 'part');
        try {
          await copyOut(path(id, 'ripen'), draft);
          if (!(await change(draft))) return false;
          const copy = await encryptDraft(fresh, await check({ file: draft, addon, what: 'whole' }), keys);
          nothingGoes = true;
          finish(fresh, manifest.takenAt, manifest.because, copy, manifest.workTime ?? manifest.takenAt);
          for (const end of ['json', 'ripen'] as const) rmSync(path(id, end), { force: true });
          return true;
        } finally {
          nothingGoes = false;
          removeDrafts(fresh);
        }
      }),
    alone: work =>
      exclusively(async () => {
        nothingGoes = true;
        try {
          return await work(take);
        } finally {
          nothingGoes = false;
        }
      }),
  };
}
