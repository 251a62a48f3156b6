// What this computer remembers of shared workspaces: where each meets, and its key, which only the system of this computer opens.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { storedKeysSchema } from '../encryption/format.ts';
import { type Keys, storedKeys } from '../encryption/keys.ts';
import { draftBeside, sweepDrafts } from '../files/drafts.ts';
import { type KnownPlace, knownPlaceSchema } from '../sharing/known-place.ts';

/** Seals a text so that only this user of this computer opens it; null: the system cannot. */
export type Secrets = {
  readonly seal: (text: string) => string | null;
  readonly open: (sealed: string) => string | null;
};
/** Where the system keeps no secrets: the passphrase is asked for each time. */
export const noSecrets: Secrets = { seal: () => null, open: () => null };

const entrySchema = z.object({
  workspace: z.string(),
  place: knownPlaceSchema.nullable().catch(null),
  /** Sealed by the system of this computer. */
  key: z.string().nullable(),
  /** Own packets that are known to be there, and whose. */
  sent: z.object({ writer: z.string(), n: z.int() }).nullable(),
});
type Entry = z.infer<typeof entrySchema>;

const keySchema = z.object({ id: z.string(), bytes: z.string().regex(/^[0-9a-f]{64}$/) });
const keysSchema = z.object({ now: keySchema, older: z.array(keySchema), slots: storedKeysSchema.shape.slots });
const hexed = ({ id, bytes }: Keys['now']) => ({ id, bytes: bytes.toString('hex') });
const bytesOf = ({ id, bytes }: z.infer<typeof keySchema>) => ({ id, bytes: Buffer.from(bytes, 'hex') });

export type SharingMemory = {
  readonly placeOf: (workspace: string) => KnownPlace | null;
  readonly sentOf: (workspace: string, writer: string) => number;
  /** Null: it is not known here, and the passphrase has to be asked for. */
  readonly keysOf: (workspace: string) => Keys | null;
  readonly keepPlace: (workspace: string, place: KnownPlace) => void;
  /** For as long as the program runs; and for longer, where the system keeps secrets. */
  readonly keepKeys: (workspace: string, keys: Keys) => void;
  readonly keepSent: (workspace: string, writer: string, n: number) => void;
  readonly forget: (workspace: string) => void;
};

function read(path: string): Entry[] {
  try {
    const all = z.array(z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')));
    return all.flatMap(one => {
      const parsed = entrySchema.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    });
  } catch {
    // Unreadable: the owner is asked for the folder and the passphrase again.
    return [];
  }
}

/** The memory in `folder`. What of it cannot be written lasts until the program ends. */
export function openSharingMemory(folder: string, secrets: Secrets): SharingMemory {
  const path = join(folder, 'sharing.json');
  sweepDrafts(path);
  let all = read(path);
  const opened = new Map<string, Keys>();
  const find = (workspace: string) => all.find(entry => entry.workspace === workspace);

  function write(): void {
    const draft = draftBeside(path);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(draft, JSON.stringify(all, null, 2), { flag: 'wx', mode: 0o600 });
      renameSync(draft, path);
    } catch {
      rmSync(draft, { force: true });
    }
  }
  function change(workspace: string, change: Partial<Entry>): void {
    const entry = find(workspace) ?? { workspace, place: null, key: null, sent: null };
    all = [...all.filter(one => one.workspace !== workspace), { ...entry, ...change }];
    write();
  }

  function openKey(workspace: string): Keys | null {
    const sealed = find(workspace)?.key ?? null;
    const text = sealed === null ? null : secrets.open(sealed);
    if (text === null) return null;
    try {
      const { now, older, slots } = keysSchema.parse(JSON.parse(text));
      return { now: bytesOf(now), older: older.map(bytesOf), slots };
    } catch {
      return null;
    }
  }

  return {
    placeOf: workspace => find(workspace)?.place ?? null,
    sentOf: (workspace, writer) => {
      const sent = find(workspace)?.sent;
      return sent?.writer === writer ? sent.n : 0;
    },
    keysOf: workspace => {
      const keys = opened.get(workspace) ?? openKey(workspace);
      if (keys) opened.set(workspace, keys);
      return keys;
    },
    keepPlace: (workspace, place) => change(workspace, { place }),
    keepKeys: (workspace, keys) => {
      opened.set(workspace, keys);
      const text = JSON.stringify({
        now: hexed(keys.now),
        older: keys.older.map(hexed),
        slots: storedKeys(keys).slots,
      });
      change(workspace, { key: secrets.seal(text) });
    },
    keepSent: (workspace, writer, n) => {
      const sent = find(workspace)?.sent;
      if (sent?.writer !== writer || sent.n !== n) change(workspace, { sent: { writer, n } });
    },
    forget: workspace => {
      opened.delete(workspace);
      all = all.filter(one => one.workspace !== workspace);
      write();
    },
  };
}
