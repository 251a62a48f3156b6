// Which activities ask for an answer of ours: a reply, a call that nobody took, a message left behind.
import type { ActivityType } from '../../shared/activity.ts';

/** Days after which what was not answered is no news any more. */
export const unansweredDays = 14;

const asks =
  /\b(?:missed call|voice ?mail|voice message|text(?: message)? received|message received|reply|replied|call ?back)\b/iu;

/** Their activities that wait for us, built-in ones and those of the owner by their name. */
export const awaitingTypes = (types: readonly ActivityType[]): string[] =>
  types.filter(({ ourSide, label }) => !ourSide && asks.test(label)).map(({ id }) => id);
