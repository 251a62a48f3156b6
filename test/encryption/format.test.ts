// The encrypted format: what went in comes out, and a file with any byte changed, moved, missing or added is refused whole.
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decryptFile, encryptFile, headBytes, looksEncrypted, readHead } from '../../electron/encryption/format.ts';
import { createKeys, headFor, type Keys, normalRecoveryKey, openKeys } from '../../electron/encryption/keys.ts';
import { runAtOnce, runInSlices } from '../../electron/encryption/slices.ts';
import { aFolder } from '../support/workspace.ts';

const cheap = { n: 16 };
const mebi = 1024 * 1024;
const passphrase = 'four random words here';
let keys: Keys;
let recoveryKey: string;
beforeAll(async () => {
  ({ keys, recoveryKey } = await createKeys(passphrase, null, cheap));
});

const patterned = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, index) => (index * 31) % 251));

function anEncryptedFile(plain: Buffer) {
  const folder = aFolder();
  const [source, encrypted] = [join(folder, 'plain'), join(folder, 'encrypted')];
  writeFileSync(source, plain);
  const head = headFor(keys);
  runAtOnce(encryptFile(source, encrypted, head, keys.now.bytes));
  return { folder, encrypted, head, headLength: headBytes(head).length, bytes: readFileSync(encrypted) };
}

function decrypt(encrypted: string, folder: string): Buffer {
  const target = join(folder, `out ${readdirSync(folder).length}`);
  try {
    runAtOnce(decryptFile(encrypted, target, keys.now.bytes));
    return readFileSync(target);
  } catch (error) {
    expect(existsSync(target), 'Nothing is left of what is not authentic.').toBe(false);
    throw error;
  }
}

describe('an encrypted file', () => {
  it.each([0, 1, 4096, mebi - 1, mebi, mebi + 1, 3 * mebi])('holds %d bytes, none of them readable', length => {
    const plain = patterned(length);
    const { encrypted, folder, bytes } = anEncryptedFile(plain);
    expect(decrypt(encrypted, folder).equals(plain)).toBe(true);
    expect(looksEncrypted(encrypted)).toBe(true);
    if (length > 64) expect(bytes.includes(plain.subarray(0, 64))).toBe(false);
  });

  it('is written to the disk little by little, and all of it by the end', () => {
    const folder = aFolder();
    const [source, target] = [join(folder, 'plain'), join(folder, 'encrypted')];
    writeFileSync(source, Buffer.alloc(40 * mebi, 7));
    const syncs: number[] = [];
    const slices = encryptFile(source, target, headFor(keys), keys.now.bytes);
    for (let step = slices.next(); !step.done; step = slices.next())
      if (step.value.sync !== undefined) syncs.push(step.value.done / mebi);
    expect(syncs).toEqual([16, 32, 40]);
    const decrypted = [...decryptFile(target, join(folder, 'out'), keys.now.bytes)];
    expect(decrypted.filter(({ sync }) => sync !== undefined)).toHaveLength(3);
  });

  it('is whole when the work was ended at once while the disk was waited for', async () => {
    const folder = aFolder();
    const [source, target] = [join(folder, 'plain'), join(folder, 'encrypted')];
    const plain = Buffer.alloc(20 * mebi, 7);
    writeFileSync(source, plain);
    const slices = encryptFile(source, target, headFor(keys), keys.now.bytes);
    const meanwhile = runInSlices(slices);
    let turns = 0;
    while (turns++ < 1000 && statSync(target).size < 16 * mebi) await new Promise(resolve => setImmediate(resolve));
    runAtOnce(slices);
    expect(decrypt(target, folder).equals(plain)).toBe(true);
    await meanwhile;
  });

  it('is nowhere, and the error said, when the disk fails', async () => {
    const folder = aFolder();
    const [source, target] = [join(folder, 'plain'), join(folder, 'encrypted')];
    writeFileSync(source, patterned(mebi));
    const slices = encryptFile(source, target, headFor(keys), keys.now.bytes);
    slices.next();
    expect(() => slices.throw(new Error('EIO'))).toThrow('EIO');
    expect(existsSync(target)).toBe(false);
  });

  it('is never the same twice, though what it holds is', () => {
    const plain = patterned(1000);
    const [one, other] = [anEncryptedFile(plain), anEncryptedFile(plain)];
    expect(one.bytes.subarray(one.headLength).equals(other.bytes.subarray(other.headLength))).toBe(false);
  });

  it('is refused when any single byte of it was changed', () => {
    const { encrypted, folder, bytes, headLength } = anEncryptedFile(patterned(mebi + 500));
    const places = [
      ...Array.from({ length: Math.ceil(headLength / 5) }, (_, index) => index * 5),
      ...Array.from({ length: 20 }, (_, index) => index),
      ...[0, 1, 500, mebi - 1, mebi, mebi + 15, mebi + 16, mebi + 400].map(at => headLength + at),
      bytes.length - 17,
      bytes.length - 16,
      bytes.length - 1,
    ];
    for (const at of places) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(encrypted, changed);
      expect(() => decrypt(encrypted, folder), `byte ${at}`).toThrow(/and damaged|newer version/);
    }
  });

  it('is refused when it was cut off anywhere', () => {
    const { encrypted, folder, bytes, headLength } = anEncryptedFile(patterned(2 * mebi));
    const piece = mebi + 16;
    const lengths = [0, 5, 16, 19, headLength - 1, headLength, headLength + 1, headLength + 15, headLength + 16];
    for (const length of [
      ...lengths,
      headLength + piece,
      headLength + piece + 1,
      bytes.length - 16,
      bytes.length - 1,
    ]) {
      writeFileSync(encrypted, bytes);
      truncateSync(encrypted, length);
      expect(() => decrypt(encrypted, folder), `${length} bytes`).toThrow();
    }
  });

  it('is refused when pieces were swapped, repeated, dropped, added, or come from another file', () => {
    const { encrypted, folder, bytes, headLength } = anEncryptedFile(patterned(3 * mebi));
    const other = anEncryptedFile(patterned(3 * mebi));
    const piece = (from: Buffer, at: number, start = headLength) =>
      from.subarray(start + at * (mebi + 16), start + (at + 1) * (mebi + 16));
    const [a, b, c] = [0, 1, 2].map(at => piece(bytes, at)) as [Buffer, Buffer, Buffer];
    const head = bytes.subarray(0, headLength);
    const foreign = piece(other.bytes, 1, other.headLength);
    for (const pieces of [
      [b, a, c],
      [a, a, c],
      [a, c],
      [b, c],
      [a, b],
      [a, b, c, c],
      [a, foreign, c],
      [a, b, c, Buffer.from([0])],
    ]) {
      writeFileSync(encrypted, Buffer.concat([head, ...pieces]));
      expect(() => decrypt(encrypted, folder)).toThrow(/locked with a passphrase and damaged/);
    }
    writeFileSync(encrypted, Buffer.concat([other.bytes.subarray(0, other.headLength), a, b, c]));
    expect(() => decrypt(encrypted, folder)).toThrow(/locked with a passphrase and damaged/);
  });

  it('of a later version is refused with the way on', () => {
    const { encrypted, bytes } = anEncryptedFile(patterned(10));
    writeFileSync(encrypted, Buffer.concat([Buffer.from('Ripen locked 2\n\0'), bytes.subarray(16)]));
    expect(() => readHead(encrypted)).toThrow(/newer version of Ripen/);
  });

  it('does not ask for more memory or time than a passphrase is worth, whatever its head says', () => {
    const { encrypted, head, bytes, headLength } = anEncryptedFile(patterned(10));
    const [slot] = head.slots;
    const greedy = headBytes({ ...head, slots: [{ ...slot, n: 2 ** 26 } as (typeof head.slots)[0]] });
    writeFileSync(encrypted, Buffer.concat([greedy, bytes.subarray(headLength)]));
    expect(() => readHead(encrypted)).toThrow(/locked with a passphrase and damaged/);
  });
});

describe('keys', () => {
  it('are opened by the passphrase in any Unicode form and with spaces around it, and by nothing near it', async () => {
    const made = await createKeys('Zweigstraße Café 12', null, cheap);
    const head = headFor(made.keys);
    for (const text of ['Zweigstraße Café 12', '  Zweigstraße Cafe\u0301 12\n'])
      expect((await openKeys(head, text))?.now.bytes).toEqual(made.keys.now.bytes);
    for (const text of ['zweigstraße café 12', 'Zweigstraße Café 1', 'Zweigstraße Café 12 x', '', recoveryKey])
      expect(await openKeys(head, text)).toBeNull();
  });

  it('are opened by the recovery key, however it is typed', async () => {
    expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const head = headFor(keys);
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    for (const text of [recoveryKey, typed]) expect((await openKeys(head, text))?.now.bytes).toEqual(keys.now.bytes);
    expect(normalRecoveryKey(`${recoveryKey}0`)).toBeNull();
  });

  it('from before a change of the passphrase come along, and only with the new one', async () => {
    const { keys: next } = await createKeys('another passphrase', keys, cheap);
    const head = headFor(next);
    expect(await openKeys(head, passphrase)).toBeNull();
    const opened = await openKeys(head, 'another passphrase');
    expect(opened?.older.map(({ id }) => id)).toEqual([keys.now.id]);
    expect(opened?.older[0]?.bytes).toEqual(keys.now.bytes);
  });
});
