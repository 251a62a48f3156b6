// A key by which tests seal and open, without the time that a passphrase takes.
import type { Keys } from '../../electron/encryption/keys.ts';

export const testKeys: Keys = { now: { id: '0123456789abcdef', bytes: Buffer.alloc(32, 7) }, slots: [], older: [] };
