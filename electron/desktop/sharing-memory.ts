// What this computer remembers of its shared files: where each meets, and its key, which only the system of this computer opens.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { storedKeysSchema } from '../encryption/format.ts';
import { type Keys, storedKeys } from '../encryption/keys.ts';
import { draftBeside, sweepDrafts } from '../files/drafts.ts';
import type { SharedFile } from '../sharing/join.ts';
import { type KnownPlace, knownDatabaseSchema, knownFolderSchema } from '../sharing/known-place.ts';
import { parseAddress } from '../sharing/postgres/address.ts';

/** Seals a text so that only this user of this computer opens it; null: the system cannot. */
export type Secrets = {
  readonly seal: (text: string) => string | null;
  readonly open: (sealed: string) => string | null;
};
/** Where the system keeps no secrets: the passphrase is asked for each time. */
export const noSecrets: Secrets = { seal: () => null, open: () => null };

/** An address holds a password. `sealed` null: the system keeps no secrets, and it is asked for at each start. */
const storedPlaceSchema = z.discriminatedUnion('kind', [
  knownFolderSchema,
  z.strictObject({ kind: z.literal('database'), sealed: z.string().nullable() }),
]);

/** The workspace alone is not enough: a file or an invitation of a stranger can name the same one, and must get neither place nor key. */
const entrySchema = z.object({
  workspace: z.string(),
  writer: z.string(),
  place: storedPlaceSchema.nullable().catch(null),
  /** Sealed by the system of this computer. */
  key: z.string().nullable(),
  /** Own packets up to this one are known to be there. */
  sent: z.int(),
});
type Entry = z.infer<typeof entrySchema>;

const keySchema = z.object({ id: z.string(), bytes: z.string().regex(/^[0-9a-f]{64}$/) });
const keysSchema = z.object({ now: keySchema, older: z.array(keySchema), slots: storedKeysSchema.shape.slots });
const hexed = ({ id, bytes }: Keys['now']) => ({ id, bytes: bytes.toString('hex') });
const bytesOf = ({ id, bytes }: z.infer<typeof keySchema>) => ({ id, bytes: Buffer.from(bytes, 'hex') });

export type SharingMemory = {
  readonly placeOf: (file: SharedFile) => KnownPlace | null;
  readonly sentOf: (file: SharedFile) => number;
  /** Null: it is not known here, and the passphrase has to be asked for. */
  readonly keysOf: (file: SharedFile) => Keys | null;
  readonly keepPlace: (file: SharedFile, place: KnownPlace) => void;
  /** For as long as the program runs; and for longer, where the system keeps secrets. */
  readonly keepKeys: (file: SharedFile, keys: Keys) => void;
  readonly keepSent: (file: SharedFile, n: number) => void;
  /** The file goes on as another writer. What is known under the former one stays, for the file it was copied from. */
  readonly keepRenamed: (file: SharedFile, writer: string) => void;
  readonly forget: (file: SharedFile) => void;
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
  const databases = new Map<string, KnownPlace>();
  const idOf = ({ workspace, writer }: SharedFile) => `${workspace} ${writer}`;
  const find = (file: SharedFile) => all.find(entry => idOf(entry) === idOf(file));

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
  function change(file: SharedFile, change: Partial<Entry>): void {
    const { workspace, writer } = file;
    const entry = find(file) ?? { workspace, writer, place: null, key: null, sent: 0 };
    all = [...all.filter(one => one !== entry), { ...entry, ...change }];
    write();
  }

  function openKey(file: SharedFile): Keys | null {
    const sealed = find(file)?.key ?? null;
    const text = sealed === null ? null : secrets.open(sealed);
    if (text === null) return null;
    try {
      const { now, older, slots } = keysSchema.parse(JSON.parse(text));
      return { now: bytesOf(now), older: older.map(bytesOf), slots };
    } catch {
      return null;
    }
  }

  function placeOf(file: SharedFile): KnownPlace | null {
    const place = find(file)?.place ?? null;
    if (place?.kind !== 'database') return place;
    const known = databases.get(idOf(file)) ?? openDatabase(place.sealed);
    if (known) databases.set(idOf(file), known);
    return known;
  }

  function openDatabase(sealed: string | null): KnownPlace | null {
    const text = sealed === null ? null : secrets.open(sealed);
    if (text === null) return null;
    try {
      const known = knownDatabaseSchema.parse(JSON.parse(text));
      parseAddress(known.address);
      return known;
    } catch {
      return null;
    }
  }

  function keepPlace(file: SharedFile, place: KnownPlace): void {
    if (place.kind === 'folder') {
      databases.delete(idOf(file));
      change(file, { place });
    } else {
      databases.set(idOf(file), place);
      change(file, { place: { kind: 'database', sealed: secrets.seal(JSON.stringify(place)) } });
    }
  }

  function keysOf(file: SharedFile): Keys | null {
    const keys = opened.get(idOf(file)) ?? openKey(file);
    if (keys) opened.set(idOf(file), keys);
    return keys;
  }

  return {
    placeOf,
    sentOf: file => find(file)?.sent ?? 0,
    keysOf,
    keepPlace,
    keepKeys: (file, keys) => {
      opened.set(idOf(file), keys);
      const text = JSON.stringify({
        now: hexed(keys.now),
        older: keys.older.map(hexed),
        slots: storedKeys(keys).slots,
      });
      change(file, { key: secrets.seal(text) });
    },
    keepSent: (file, n) => {
      if (find(file)?.sent !== n) change(file, { sent: n });
    },
    keepRenamed: (file, writer) => {
      const { place, key } = find(file) ?? {};
      const keys = keysOf(file);
      const renamed = { workspace: file.workspace, writer };
      const known = placeOf(file);
      if (keys) opened.set(idOf(renamed), keys);
      if (known?.kind === 'database') databases.set(idOf(renamed), known);
      if (place) change(renamed, { place, key: key ?? null });
    },
    forget: file => {
      opened.delete(idOf(file));
      databases.delete(idOf(file));
      all = all.filter(one => idOf(one) !== idOf(file));
      write();
    },
  };
}
