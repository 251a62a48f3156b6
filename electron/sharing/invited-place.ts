// The place as an invitation names it. The address of a database lets anybody in who reads it, so it is sealed under the passphrase.
import * as z from 'zod';
import { AppError } from '../../shared/result.ts';
import { storedKeysSchema } from '../encryption/format.ts';
import { type Keys, openKeys, storedKeys } from '../encryption/keys.ts';
import { type KnownPlace, knownDatabaseSchema, knownFolderSchema } from './known-place.ts';
import { seal, unseal } from './seal.ts';

const sealedDatabaseSchema = z.strictObject({
  kind: z.literal('database'),
  /** The key of the workspace under its passphrase, as in the database. */
  keys: storedKeysSchema,
  /** Address and certificate under that key, as base64. */
  sealed: z.base64().max(300_000),
});
export const invitedPlaceSchema = z.discriminatedUnion('kind', [knownFolderSchema, sealedDatabaseSchema]);
export type InvitedPlace = z.infer<typeof invitedPlaceSchema>;

const what = (workspace: string): string => `invitation ${workspace}`;

/** The place as it may stand in a file that is sent by e-mail. */
export async function inviteTo(place: KnownPlace, keysOf: () => Keys, workspace: string): Promise<InvitedPlace> {
  if (place.kind === 'folder') return place;
  const keys = keysOf();
  const sealed = await seal(keys, what(workspace), Buffer.from(JSON.stringify(place)));
  return { kind: 'database', keys: storedKeys({ ...keys, older: [] }), sealed: sealed.toString('base64') };
}

/** The place that the passphrase opens. Throws an AppError when it does not. */
export async function openInvited(place: InvitedPlace, workspace: string, passphrase: string): Promise<KnownPlace> {
  if (place.kind === 'folder') return place;
  const keys = await openKeys(place.keys, passphrase);
  if (!keys)
    throw new AppError(
      'invalid',
      'This passphrase does not open the invitation. If it was changed since, ask for a new invitation.',
      'passphrase',
    );
  try {
    const text = await unseal(keys, what(workspace), Buffer.from(place.sealed, 'base64'));
    return knownDatabaseSchema.parse(JSON.parse(text.toString('utf8')));
  } catch {
    throw new AppError('file', 'This invitation is damaged. Ask for a new one.');
  }
}
