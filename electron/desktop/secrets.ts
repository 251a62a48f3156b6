// What the system keeps secret for this user of this computer: Keychain, DPAPI, or the desktop's keyring.
import type { SafeStorage } from 'electron';
import type { Secrets } from './sharing-memory.ts';

type Storage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

/** Null where the system refuses: without a keyring, or where the owner denies access to it. */
export function systemSecrets(storage: Storage, platform = process.platform): Secrets {
  /** On Linux without a keyring Electron would only scramble it: then nothing is kept. */
  const isKept = (): boolean =>
    storage.isEncryptionAvailable() &&
    (platform !== 'linux' || !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend()));
  function orNull(work: () => string): string | null {
    try {
      return isKept() ? work() : null;
    } catch {
      return null;
    }
  }
  return {
    seal: text => orNull(() => storage.encryptString(text).toString('base64')),
    open: sealed => orNull(() => storage.decryptString(Buffer.from(sealed, 'base64'))),
  };
}
