// The format of an encrypted file, version 1: a head in plain text, then pieces of 1 MiB, each under AES-256-GCM.
//
// magic (16 bytes) | length of the head (4 bytes, big-endian) | head (JSON) | piece | piece | ... | last piece
//
// A piece is its ciphertext and 16 bytes of tag. Its nonce is its number and whether it is the last one, so pieces cannot be
// left out, repeated or put in another order (the STREAM construction, Hoang et al. 2015). Each piece authenticates the SHA-256 of the
// head as well. The key is that of this one file (HKDF of the workspace's key with a random id): no nonce is used twice.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '../../shared/result.ts';

const beginning = 'Ripen locked ';
const magic = Buffer.from(`${beginning}1\n\0`);
const pieceBytes = 1024 * 1024;
const tagBytes = 16;
/** Far more than the keys of a workspace need. */
const longestHead = 256 * 1024;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const wrappedSchema = z.strictObject({ nonce: hex(12), key: hex(32), tag: hex(16) });

export const slotSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passphrase'),
    /** The cost of scrypt; bounded, so that a stranger's file cannot ask for more than 256 MB. */
    n: z
      .int()
      .min(2)
      .max(2 ** 18),
    r: z.literal(8),
    p: z.literal(1),
    salt: hex(16),
    wrapped: wrappedSchema,
  }),
  z.strictObject({ kind: z.literal('recovery'), salt: hex(16), wrapped: wrappedSchema }),
]);

/** The keys of a workspace under its passphrase: in the head of each encrypted file, and in the workspace itself. */
export const storedKeysSchema = z.strictObject({
  /** Of the key that encrypts. */
  keyId: hex(8),
  slots: z.array(slotSchema).min(1).max(4),
  /** Keys from before the passphrase was changed, under this one: backups may still be encrypted with them. */
  older: z.array(z.strictObject({ keyId: hex(8), wrapped: wrappedSchema })).max(20),
});
/** `copyId`: of this file alone. */
const headSchema = storedKeysSchema.extend({ copyId: hex(16) });

export type Wrapped = z.infer<typeof wrappedSchema>;
export type Slot = z.infer<typeof slotSchema>;
export type StoredKeys = z.infer<typeof storedKeysSchema>;
export type Head = z.infer<typeof headSchema>;

/** Keys stored in a workspace; null: there are none. Throws an AppError when they cannot be read. */
export function parseKeys(file: string, json: string | null): StoredKeys | null {
  if (json === null) return null;
  const parsed = storedKeysSchema.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  throw damagedFile(file);
}

export const newCopyId = (): string => randomBytes(16).toString('hex');

export const damagedFile = (file: string): AppError =>
  new AppError('file', `${file} is locked with a passphrase and damaged. It was not changed. Restore a backup.`);

/** The bytes an encrypted file begins with. */
export function headBytes(head: Head): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([magic, length, json]);
}

function readAt(handle: number, length: number, position: number): Buffer {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(handle, bytes, filled, length - filled, position + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

/** The head of what `bytes` begin with; null: they are not of an encrypted file. Throws an AppError for one that cannot be read. */
export function parseHead(file: string, bytes: Buffer): { readonly head: Head; readonly raw: Buffer } | null {
  if (bytes.toString('latin1', 0, beginning.length) !== beginning) return null;
  if (!bytes.subarray(0, magic.length).equals(magic)) {
    if (/^[2-9]\n/.test(bytes.toString('latin1', beginning.length, beginning.length + 2)))
      throw new AppError(
        'file',
        `${file} was locked by a newer version of Ripen. It was not changed. Update Ripen to open it.`,
      );
    throw damagedFile(file);
  }
  const length = bytes.length >= magic.length + 4 ? bytes.readUInt32BE(magic.length) : longestHead + 1;
  const raw = bytes.subarray(0, magic.length + 4 + length);
  if (length > longestHead || raw.length < magic.length + 4 + length) throw damagedFile(file);
  try {
    return { head: headSchema.parse(JSON.parse(raw.toString('utf8', magic.length + 4))), raw };
  } catch {
    throw damagedFile(file);
  }
}

/** The head of a file; null: it is not there, or not encrypted. */
export function readHead(file: string): Head | null {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return null;
  }
  try {
    return parseHead(file, readAt(handle, magic.length + 4 + longestHead, 0))?.head ?? null;
  } finally {
    closeSync(handle);
  }
}

/** Whether a file begins like an encrypted one, sound or not. */
export function looksEncrypted(file: string): boolean {
  try {
    return readHead(file) !== null;
  } catch (error) {
    return error instanceof AppError;
  }
}

const fileKey = (key: Buffer, { copyId }: Head): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.from(copyId, 'hex'), 'ripen locked file 1', 32));

function nonce(number: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(number, 7);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}

const hashOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** `sync`: a file of which what has been written so far is to be on the disk before the next step. */
export type Slice = { readonly done: number; readonly total: number; readonly sync?: number };
/** Work in pieces: each `next` is some milliseconds, and it may be driven to its end at once; see slices.ts. */
export type Slices<T> = Generator<Slice, T>;

function writeAll(handle: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
}

type NewFile = {
  readonly write: (bytes: Buffer) => void;
  /** The slice in which a piece was written. */
  readonly wrote: (slice: Slice) => Slice;
};
/** Pieces written between two syncs: one sync of a whole big file would take seconds. */
const piecesBetweenSyncs = 16;

/** Writes a new file, on the disk for good by the end; what failed half-way is removed. */
function* toNewFile<T>(target: string, work: (file: NewFile) => Slices<T>): Slices<T> {
  const handle = openSync(target, 'wx', 0o600);
  let isWhole = false;
  let pieces = 0;
  let last: Slice = { done: 0, total: 0 };
  const wrote = (slice: Slice): Slice => {
    last = slice;
    pieces += 1;
    return pieces % piecesBetweenSyncs === 0 ? { ...slice, sync: handle } : slice;
  };
  try {
    const value = yield* work({ write: bytes => writeAll(handle, bytes), wrote });
    yield { ...last, sync: handle };
    // Where the work was taken over while that sync was under way; else there is nothing left to write.
    fsyncSync(handle);
    isWhole = true;
    return value;
  } finally {
    closeSync(handle);
    if (!isWhole) rmSync(target, { force: true });
  }
}

/** Encrypts `source`, which nobody writes to, into a new file; answers the SHA-256 of what was encrypted. */
export function encryptFile(source: string, target: string, head: Head, key: Buffer): Slices<string> {
  return toNewFile(target, function* ({ write, wrote }) {
    const raw = headBytes(head);
    const [aad, own, hash] = [hashOf(raw), fileKey(key, head), createHash('sha256')];
    const handle = openSync(source, 'r');
    try {
      const total = fstatSync(handle).size;
      const count = Math.max(1, Math.ceil(total / pieceBytes));
      write(raw);
      for (let number = 0; number < count; number += 1) {
        const plain = readAt(handle, Math.min(pieceBytes, total - number * pieceBytes), number * pieceBytes);
        const cipher = createCipheriv('aes-256-gcm', own, nonce(number, number === count - 1)).setAAD(aad);
        write(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
        hash.update(plain);
        yield wrote({ done: Math.min(total, (number + 1) * pieceBytes), total });
      }
      if (fstatSync(handle).size !== total) throw new Error('The file changed while it was encrypted.');
      return hash.digest('hex');
    } finally {
      closeSync(handle);
    }
  });
}

/** Hands each piece of an encrypted file to `take`; throws an AppError unless every byte of it is authentic. Answers the SHA-256. */
export function* readEncrypted(
  source: string,
  key: Buffer,
  take: (plain: Buffer) => void,
  took = (slice: Slice): Slice => slice,
): Slices<string> {
  const handle = openSync(source, 'r');
  try {
    const found = parseHead(source, readAt(handle, magic.length + 4 + longestHead, 0));
    if (!found) throw damagedFile(source);
    const { head, raw } = found;
    const [aad, own, hash] = [hashOf(raw), fileKey(key, head), createHash('sha256')];
    const total = fstatSync(handle).size - raw.length;
    const count = Math.max(1, Math.ceil(total / (pieceBytes + tagBytes)));
    for (let number = 0; number < count; number += 1) {
      const at = number * (pieceBytes + tagBytes);
      const piece = readAt(handle, Math.min(pieceBytes + tagBytes, total - at), raw.length + at);
      if (piece.length < tagBytes) throw damagedFile(source);
      const decipher = createDecipheriv('aes-256-gcm', own, nonce(number, number === count - 1)).setAAD(aad);
      decipher.setAuthTag(piece.subarray(piece.length - tagBytes));
      let plain: Buffer;
      try {
        plain = Buffer.concat([decipher.update(piece.subarray(0, piece.length - tagBytes)), decipher.final()]);
      } catch {
        throw damagedFile(source);
      }
      hash.update(plain);
      take(plain);
      yield took({ done: at + piece.length, total });
    }
    return hash.digest('hex');
  } finally {
    closeSync(handle);
  }
}

/** Writes what an encrypted file holds to a new file, whole or not at all. */
export const decryptFile = (source: string, target: string, key: Buffer): Slices<string> =>
  toNewFile(target, ({ write, wrote }) => readEncrypted(source, key, write, wrote));
