// What the system keeps secret for this user of this computer: Keychain, DPAPI, or the desktop's keyring.
import { safeStorage } from 'electron';
import type { Secrets } from './sharing-memory.ts';

/** On Linux without a keyring Electron would only scramble it: then nothing is kept. */
const isKept = (): boolean =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()));

export const systemSecrets = (): Secrets => ({
  seal: text => (isKept() ? safeStorage.encryptString(text).toString('base64') : null),
  open: sealed => {
    try {
      return isKept() ? safeStorage.decryptString(Buffer.from(sealed, 'base64')) : null;
    } catch {
      return null;
    }
  },
});
