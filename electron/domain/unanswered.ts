// Which activities ask for an answer of ours: a reply, a call that was missed, a message left behind.
import type { ActivityType } from '../../shared/activity.ts';

/** Days after which what was not answered is no news any more. */
export const unansweredDays = 14;

const missed = /\b(?:missed call|voice ?mail|voice message)\b/iu;
const asks = /\b(?:text(?: message)? received|message received|reply|replied|call ?back)\b/iu;

/** Built-in types count under any label; those of the owner by their name. */
const isMissed = ({ id, label }: ActivityType) => id === 'missed-call' || missed.test(label);

/** Calls of theirs that were not taken, a message left or not. */
export const missedTypes = (types: readonly ActivityType[]): string[] =>
  types.filter(type => !type.ourSide && isMissed(type)).map(({ id }) => id);

/** Their activities that wait for us. */
export const awaitingTypes = (types: readonly ActivityType[]): string[] =>
  types
    .filter(type => !type.ourSide && (isMissed(type) || type.id === 'replied' || asks.test(type.label)))
    .map(({ id }) => id);

/** A call of theirs that was taken: what they rang about before has been heard. */
export const takenCallTypes: readonly string[] = ['inbound-call'];
