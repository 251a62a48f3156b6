// Where a workspace meets, as this computer remembers it.
import { isAbsolute } from 'node:path';
import * as z from 'zod';
import type { BarePlace } from './meeting-place.ts';
import { addressName, parseAddress } from './postgres/address.ts';

export const knownFolderSchema = z.strictObject({ kind: z.literal('folder'), path: z.string().min(1).max(4096) });
export const knownDatabaseSchema = z.strictObject({
  kind: z.literal('database'),
  /** With the password: kept and sent sealed only. */
  address: z.string().min(1).max(2000),
  /** Certificates of its provider as PEM; null: those the system knows. */
  ca: z.string().max(100_000).nullable(),
});
export const knownPlaceSchema = z.discriminatedUnion('kind', [knownFolderSchema, knownDatabaseSchema]);
export type KnownPlace = z.infer<typeof knownPlaceSchema>;
export type KnownFolder = z.infer<typeof knownFolderSchema>;

/** Without a password. */
export const placeName = (known: KnownPlace): string =>
  known.kind === 'folder' ? known.path : addressName(parseAddress(known.address));

/** `\\host`, `//host`, and the folders under which systems mount other computers by name. */
const networkPath = /^([\\/]{2}|\/(net|Network)\/)/;

/** Whether a place that an invitation names may be looked for: to ask for one of another computer is a request over the network already. */
export const mayBeLookedFor = ({ path }: KnownFolder): boolean => isAbsolute(path) && !networkPath.test(path);

/** Makes the places of this program. */
export type PlaceMaker = (known: KnownPlace) => BarePlace;
export type FolderMaker = (known: KnownFolder) => BarePlace;
