// The key of an encrypted workspace: random, and stored in the head of each encrypted file under the passphrase and the recovery key.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { type Head, newCopyId, type Slot, type StoredKeys, type Wrapped } from './format.ts';

export type Key = { readonly id: string; readonly bytes: Buffer };
export type Keys = {
  /** Encrypts what is written. */
  readonly now: Key;
  readonly slots: readonly Slot[];
  /** From before the passphrase was changed. */
  readonly older: readonly Key[];
};

/** 128 MB and some 0.4 s for each guess (OWASP Password Storage Cheat Sheet, 2024). */
const scryptCost = { n: 2 ** 17, r: 8, p: 1 } as const;
/** Cheap where tests open hundreds of files; a released Ripen never writes less than `scryptCost`. */
export type Cost = { readonly n: number };

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** Letters as the keyboard gives them differ by system in their Unicode form; spaces around come with pasting. */
const normalPassphrase = (text: string): string => text.normalize('NFKC').trim();

/** Crockford's base 32: no letter is taken for another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const recoveryLetters = 32;

/** 160 random bits as eight groups of four letters. */
function newRecoveryKey(): string {
  const letters = [...randomBytes(recoveryLetters)].map(byte => alphabet[byte % 32]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** What was typed as a recovery key, as it was made; null: it is none. */
export function normalRecoveryKey(text: string): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return letters.length === recoveryLetters && [...letters].every(letter => alphabet.includes(letter)) ? letters : null;
}

const passphraseKey = (text: string, salt: Buffer, { n, r, p }: { n: number; r: number; p: number }): Promise<Buffer> =>
  derive(normalPassphrase(text), salt, 32, { N: n, r, p, maxmem: 300 * 1024 * 1024 });
const recoveryKeyKey = (letters: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', letters, salt, 'ripen recovery key 1', 32));
const olderKey = (key: Key): Buffer => Buffer.from(hkdfSync('sha256', key.bytes, '', 'ripen older key 1', 32));

function wrap(key: Key, under: Buffer, what: string): Wrapped {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', under, nonce).setAAD(Buffer.from(`${what} ${key.id}`));
  const wrapped = Buffer.concat([cipher.update(key.bytes), cipher.final()]);
  return { nonce: nonce.toString('hex'), key: wrapped.toString('hex'), tag: cipher.getAuthTag().toString('hex') };
}

function unwrap(id: string, { nonce, key, tag }: Wrapped, under: Buffer, what: string): Key | null {
  const decipher = createDecipheriv('aes-256-gcm', under, Buffer.from(nonce, 'hex'));
  decipher.setAAD(Buffer.from(`${what} ${id}`)).setAuthTag(Buffer.from(tag, 'hex'));
  try {
    return { id, bytes: Buffer.concat([decipher.update(Buffer.from(key, 'hex')), decipher.final()]) };
  } catch {
    return null;
  }
}

const newKey = (): Key => ({ id: randomBytes(8).toString('hex'), bytes: randomBytes(32) });
const formerKeys = (former: Keys | null): readonly Key[] => (former ? [former.now, ...former.older].slice(0, 20) : []);

async function passphraseSlot(key: Key, passphrase: string, { n }: Cost): Promise<Slot> {
  const salt = randomBytes(16);
  const { r, p } = scryptCost;
  const wrapped = wrap(key, await passphraseKey(passphrase, salt, { n, r, p }), 'passphrase');
  return { kind: 'passphrase', n, r, p, salt: salt.toString('hex'), wrapped };
}

/** New keys that a passphrase alone opens. `former`: those they replace. */
export async function createPassphraseKeys(
  passphrase: string,
  former: Keys | null,
  cost: Cost = scryptCost,
): Promise<Keys> {
  const now = newKey();
  return { now, slots: [await passphraseSlot(now, passphrase, cost)], older: formerKeys(former) };
}

/** New keys under a passphrase, with the recovery key that opens them too, to be shown once. `former`: those they replace. */
export async function createKeys(
  passphrase: string,
  former: Keys | null,
  cost: Cost = scryptCost,
): Promise<{ readonly keys: Keys; readonly recoveryKey: string }> {
  const now = newKey();
  const recoveryKey = newRecoveryKey();
  const salt = randomBytes(16);
  const slots: readonly Slot[] = [
    await passphraseSlot(now, passphrase, cost),
    {
      kind: 'recovery',
      salt: salt.toString('hex'),
      wrapped: wrap(now, recoveryKeyKey(normalRecoveryKey(recoveryKey) ?? '', salt), 'recovery'),
    },
  ];
  return { keys: { now, slots, older: formerKeys(former) }, recoveryKey };
}

/** The keys as they are stored: only the passphrase or the recovery key opens them. */
export const storedKeys = ({ now, slots, older }: Keys): StoredKeys => ({
  keyId: now.id,
  slots: [...slots],
  older: older.map(key => ({ keyId: key.id, wrapped: wrap(key, olderKey(now), 'older') })),
});

/** The head of a new file that is to be encrypted with these keys. */
export const headFor = (keys: Keys): Head => ({ copyId: newCopyId(), ...storedKeys(keys) });

/** The keys that a passphrase or a recovery key opens; null: it opens nothing. */
export async function openKeys({ keyId, slots, older }: StoredKeys, text: string): Promise<Keys | null> {
  for (const slot of slots) {
    const salt = Buffer.from(slot.salt, 'hex');
    const letters = normalRecoveryKey(text);
    if (slot.kind === 'recovery' && letters === null) continue;
    const under =
      slot.kind === 'passphrase' ? await passphraseKey(text, salt, slot) : recoveryKeyKey(letters ?? '', salt);
    const now = unwrap(keyId, slot.wrapped, under, slot.kind);
    if (!now) continue;
    const former = older.map(({ keyId: id, wrapped }) => unwrap(id, wrapped, olderKey(now), 'older'));
    return { now, slots, older: former.filter(key => key !== null) };
  }
  return null;
}

export const keyWithId = (keys: Pick<Keys, 'now' | 'older'> | null, id: string): Key | undefined =>
  keys ? [keys.now, ...keys.older].find(key => key.id === id) : undefined;
