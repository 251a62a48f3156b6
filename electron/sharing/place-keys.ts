// The key of a shared workspace: in the meeting place it lies under the passphrase, and with it nothing else can be opened or sealed.
import { AppError } from '../../shared/result.ts';
import { parseKeys } from '../encryption/format.ts';
import { type Cost, createPassphraseKeys, type Keys, openKeys } from '../encryption/keys.ts';
import type { BarePlace } from './meeting-place.ts';

/** A new key under a passphrase. */
export const newPlaceKeys = (passphrase: string, cost?: Cost): Promise<Keys> =>
  createPassphraseKeys(passphrase, null, cost);

/** The key that a passphrase opens. Throws an AppError when it is not the right one, or none is there. */
export async function openPlaceKeys(place: BarePlace, workspace: string, passphrase: string): Promise<Keys> {
  const stored = parseSeal(place, await place.sealOf(workspace));
  const keys = stored && (await openKeys(stored, passphrase));
  if (keys) return keys;
  if (stored)
    throw new AppError('invalid', 'This passphrase is not right. Nothing was changed; try again.', 'passphrase');
  throw new AppError('file', `What ${place.name} says of its workspace is not all there yet. Try again later.`);
}

function parseSeal({ name }: BarePlace, seal: string | null) {
  try {
    return parseKeys(name, seal);
  } catch {
    throw new AppError('file', `What ${name} says of its workspace is damaged. Nothing was changed.`);
  }
}
