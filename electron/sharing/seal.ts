// Seals what computers exchange, so that who keeps it reads nothing and changes nothing: deflated, then AES-256-GCM with a random nonce.
//
// ripen-sealed 1 <id of the key> <parts> <length> \n | nonce (12 bytes) | tag (16 bytes) | ciphertext
//
// The line, and what it is (workspace, writer, number, part), are authenticated with it: under another name it does not open.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { type Key, type Keys, keyWithId } from '../encryption/keys.ts';
import { Refused } from '../sync/segment.ts';

const format = 1;
const [nonceBytes, tagBytes] = [12, 16];
/** More does not come out of one piece, whatever went in. */
const mostBytes = 17_000_000;
const compress = promisify<Uint8Array, Buffer>(deflateRaw);
const expand = promisify<Uint8Array, object, Buffer>(inflateRaw);

/** What opens and seals. */
export type SealKeys = Pick<Keys, 'now' | 'older'>;

const linePattern = /^ripen-sealed (\d{1,6}) ([0-9a-f]{16}) (\d{1,5}) (\d{1,9})\n/;

function lineOf(bytes: Uint8Array) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 100)).toString('latin1');
  const found = linePattern.exec(text);
  if (!found) return null;
  const [line, version, keyId = '', parts, length] = found;
  return { line, version: Number(version), keyId, parts: Number(parts), length: Number(length) };
}

const keyFor = ({ bytes }: Key): Buffer => Buffer.from(hkdfSync('sha256', bytes, '', 'ripen sealed 1', 32));
const associated = (line: string, what: string): Buffer => Buffer.from(`${line}${what}`);

/** Seals bytes as `what` they are; `parts`: of how many they are one. */
export async function seal(keys: SealKeys, what: string, plain: Uint8Array, parts = 1): Promise<Buffer> {
  const packed = await compress(plain);
  const line = `ripen-sealed ${format} ${keys.now.id} ${parts} ${nonceBytes + tagBytes + packed.length}\n`;
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(keys.now), nonce).setAAD(associated(line, what));
  const sealed = Buffer.concat([cipher.update(packed), cipher.final()]);
  return Buffer.concat([Buffer.from(line), nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what was sealed as `what`. Throws `Refused` for anything else. */
export async function unseal(keys: SealKeys, what: string, bytes: Uint8Array): Promise<Buffer> {
  const head = lineOf(bytes);
  if (!head) throw new Refused(bytes.length < 100 ? 'truncated' : 'damaged');
  const { line, version, keyId, length } = head;
  if (version !== format) throw new Refused(version > format ? 'newer' : 'damaged');
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + line.length, bytes.length - line.length);
  if (body.length < length) throw new Refused('truncated');
  const key = keyWithId(keys, keyId);
  if (!key) throw new Refused('locked');
  if (body.length > length || length < nonceBytes + tagBytes) throw new Refused('damaged');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key), body.subarray(0, nonceBytes));
  decipher.setAAD(associated(line, what)).setAuthTag(body.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const packed = Buffer.concat([decipher.update(body.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return await expand(packed, { maxOutputLength: mostBytes });
  } catch {
    throw new Refused('damaged');
  }
}

/** Of how many parts the sealed bytes are one, by the first of them; null: the file of that size is not all of it. */
export function partsOfSealed(bytes: Uint8Array, size: number): number | null {
  const head = lineOf(bytes);
  return head && size === head.line.length + head.length ? head.parts : null;
}

/** How many bytes the sealed piece has that begins with these; null: they begin none. */
export function sizeOfSealed(bytes: Uint8Array): number | null {
  const head = lineOf(bytes);
  return head && head.line.length + head.length;
}

/** A line of a sealed piece is no longer. */
export const longestLine = 60;
