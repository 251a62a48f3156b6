// The system's secret store: what it refuses is not kept, and breaks nothing.
import { expect, it } from 'vitest';
import { systemSecrets } from '../../electron/desktop/secrets.ts';

const storage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret' as const,
  encryptString: (text: string) => Buffer.from(text).reverse(),
  decryptString: (bytes: Buffer) => Buffer.from(bytes).reverse().toString(),
};
const denied = (): never => {
  throw new Error('The user denied access to the keychain.');
};

it('seals and opens', () => {
  const { seal, open } = systemSecrets(storage, 'darwin');
  const sealed = seal('a key') ?? '';
  expect(sealed).not.toContain('a key');
  expect(open(sealed)).toBe('a key');
});

it('keeps nothing where access is denied', () => {
  const { seal, open } = systemSecrets({ ...storage, encryptString: denied, decryptString: denied }, 'darwin');
  expect([seal('a key'), open('a key')]).toEqual([null, null]);
});

it('keeps nothing where Linux has no keyring', () => {
  const plain = { ...storage, getSelectedStorageBackend: () => 'basic_text' as const };
  expect(systemSecrets(plain, 'linux').seal('a key')).toBeNull();
  expect(systemSecrets(plain, 'win32').seal('a key')).not.toBeNull();
});
