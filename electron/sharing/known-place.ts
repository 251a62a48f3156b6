// Where a workspace meets, as this computer and an invitation remember it.
import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { AppError } from '../../shared/result.ts';
import type { BarePlace } from './meeting-place.ts';

export const knownPlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), path: z.string().min(1).max(4096) }),
]);
export type KnownPlace = z.infer<typeof knownPlaceSchema>;

export const placeName = ({ path }: KnownPlace): string => path;

/** `\\host`, `//host`, and the folders under which systems mount other computers by name. */
const networkPath = /^([\\/]{2}|\/(net|Network)\/)/;

/** Whether a place that an invitation names may be looked for: to ask for one of another computer is a request over the network already. */
export const mayBeLookedFor = ({ path }: KnownPlace): boolean => isAbsolute(path) && !networkPath.test(path);

/** Makes the places of this program. */
export type PlaceMaker = (known: KnownPlace) => BarePlace;

/** Nobody's name is in it, and no key: who finds it needs the passphrase as well. */
const invitationSchema = z.looseObject({
  kind: z.literal('Ripen invitation'),
  format: z.int().min(1),
  workspace: z.string().min(1).max(300),
  /** UTC ms. */
  at: z.int(),
  place: z.unknown(),
});
export type Invitation = { readonly workspace: string; readonly at: number; readonly place: KnownPlace };

const format = 1;
export const invitationEnding = '.ripen-invite';

export const invitationText = ({ workspace, at, place }: Invitation): string =>
  `${JSON.stringify({ kind: 'Ripen invitation', format, workspace, at, place }, null, 2)}\n`;

/** Throws an AppError unless the text is an invitation that this Ripen can follow. */
export function parseInvitation(text: string): Invitation {
  const found = invitationSchema.safeParse(jsonOf(text));
  if (!found.success) throw new AppError('file', "This file isn't a Ripen invitation, or part of it is missing.");
  const place = knownPlaceSchema.safeParse(found.data.place);
  if (found.data.format > format || !place.success)
    throw new AppError('file', 'This invitation was made by a newer Ripen. Update Ripen to join with it.');
  return { workspace: found.data.workspace, at: found.data.at, place: place.data };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
