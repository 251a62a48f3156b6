// The key of a shared workspace: in the meeting place it lies under the passphrase, and with it nothing else can be opened or sealed.
import { AppError } from '../../shared/result.ts';
import { parseKeys } from '../encryption/format.ts';
import {
  type Cost,
  createPassphraseKeys,
  type Key,
  type Keys,
  keyWithId,
  openKeys,
  storedKeys,
} from '../encryption/keys.ts';
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

/** As many former keys as a place holds. */
const mostOlder = 20;

/**
 * Whether the place is sealed with this key, which it is not once the passphrase was changed elsewhere. The passphrase may have been changed on another computer. A place that went back to a key
 * that this one replaced, which a cloud folder does when a file is restored, gets the present one again.
 */
export async function ensureSealedWith(place: BarePlace, workspace: string, keys: Keys): Promise<boolean> {
  const stored = parseSeal(place, await place.sealOf(workspace));
  // What is not there yet says nothing.
  if (stored === null || stored.keyId === keys.now.id) return true;
  if (!keys.older.some(({ id }) => id === stored.keyId)) return false;
  await place.writeWorkspace(workspace, sealOf(keys));
  return true;
}

const sealOf = (keys: Keys): string => JSON.stringify(storedKeys({ ...keys, older: keys.older.slice(0, mostOlder) }));

const holds = (keys: Keys, key: Key): boolean => keyWithId(keys, key.id)?.bytes.equals(key.bytes) ?? false;

/**
 * The keys to go on with after a passphrase was given. `own`: those of this computer; the new ones have to hold the present one of them,
 * as they do when the passphrase was changed by who had it. No key that is known gets lost. Throws an AppError otherwise.
 */
export async function takePlaceKeys(
  place: BarePlace,
  workspace: string,
  passphrase: string,
  own: Keys | null,
): Promise<Keys> {
  if (own) await ensureSealedWith(place, workspace, own);
  const keys = await openPlaceKeys(place, workspace, passphrase);
  if (!own) return keys;
  if (!holds(keys, own.now))
    throw new AppError(
      'conflict',
      `The key in ${place.name} does not follow the one of this computer, so nothing was sent with it. Ask who changed the passphrase. To go on with the new key, stop sharing here and join again.`,
    );
  return { ...keys, older: [...keys.older, ...own.older.filter(({ id }) => !keyWithId(keys, id))] };
}

/** Seals the place with a new key from here on; the new one opens what was sealed before. */
export async function changePlaceKeys(
  place: BarePlace,
  workspace: string,
  former: Keys,
  passphrase: string,
  cost?: Cost,
): Promise<Keys> {
  if ((await place.workspace(workspace)) !== workspace)
    throw new AppError('file', `${place.name} is not reached. The passphrase was not changed.`);
  if (!(await ensureSealedWith(place, workspace, former)))
    throw new AppError('conflict', 'The passphrase was changed on another computer. Enter the new one first.');
  const keys = await createPassphraseKeys(passphrase, former, cost);
  await place.writeWorkspace(workspace, sealOf(keys));
  return { ...keys, older: [former.now, ...former.older] };
}

/** Throws an AppError unless the workspace meets there. */
export async function requireThere(place: BarePlace, workspace: string, field?: string): Promise<void> {
  const found = await place.workspace(workspace);
  if (found === workspace) return;
  const why =
    found === null
      ? `No workspace is shared in ${place.name}, or it is not all there yet. Choose where it was shared.`
      : `Another workspace meets in ${place.name}. Choose where this one meets.`;
  throw new AppError('invalid', why, field);
}
