// The file with which others join.
import * as z from 'zod';
import { AppError } from '../../shared/result.ts';
import { type InvitedPlace, invitedPlaceSchema } from './invited-place.ts';

/** Nobody's name is in it, and no key that is open: who finds it needs the passphrase as well. */
const invitationSchema = z.looseObject({
  kind: z.literal('Ripen invitation'),
  format: z.int().min(1),
  workspace: z.string().min(1).max(300),
  /** UTC ms. */
  at: z.int(),
  place: z.unknown(),
});
export type Invitation = { readonly workspace: string; readonly at: number; readonly place: InvitedPlace };

const format = 1;
export const invitationEnding = '.ripen-invite';

export const invitationText = ({ workspace, at, place }: Invitation): string =>
  `${JSON.stringify({ kind: 'Ripen invitation', format, workspace, at, place }, null, 2)}\n`;

/** Throws an AppError unless the text is an invitation that this Ripen can follow. */
export function parseInvitation(text: string): Invitation {
  const found = invitationSchema.safeParse(jsonOf(text));
  if (!found.success) throw new AppError('file', "This file isn't a Ripen invitation, or part of it is missing.");
  const place = invitedPlaceSchema.safeParse(found.data.place);
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
