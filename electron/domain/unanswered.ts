// Which activities ask for an answer of ours: a missed call, a message left behind, a reply, an inquiry.
import type { ActivityType } from '../../shared/activity.ts';

/** Days after which what was not answered is no news any more. */
export const unansweredDays = 14;

const missed = /\b(?:missed call|voice ?mail|voice message)\b/iu;
const replies = /\b(?:text(?: message)? received|message received|reply|replied|call ?back)\b/iu;
const asks =
  /\b(?:[ei]nquir(?:y|ies|ed)|request(?:ed)?|referral|referred|rang|anfrage|demande|solicitud|richiesta|aanvraag|pedido)\b/iu;
const inquiryTypes = [
  'form-submitted',
  'information-requested',
  'demo-requested',
  'live-chat',
  'referral-received',
  'inbound-call',
];

/** A call of theirs that was taken: what they rang about before has been heard. */
export const takenCallTypes: readonly string[] = ['inbound-call'];
/** Somebody was spoken with: nothing may be left to answer but what comes next. */
export const conversationTypes: readonly string[] = [...takenCallTypes, 'live-chat'];

/** Built-in types count under any label; those of the owner by their name. */
const isMissed = ({ id, label }: ActivityType) => id === 'missed-call' || missed.test(label);
const isReply = (type: ActivityType) => isMissed(type) || type.id === 'replied' || replies.test(type.label);
const idsOf = (types: readonly ActivityType[], fits: (type: ActivityType) => boolean): string[] =>
  types.filter(type => !type.ourSide && fits(type)).map(({ id }) => id);

/** Calls of theirs that were not taken, a message left or not. */
export const missedTypes = (types: readonly ActivityType[]): string[] => idsOf(types, isMissed);

/** Their activities that wait for us. */
export const awaitingTypes = (types: readonly ActivityType[]): string[] =>
  idsOf(types, type => isReply(type) || isInquiry(type));

/** Those among them that wait only while nothing is planned with the lead and it does not wait for sales. */
export const inquiryTypesOf = (types: readonly ActivityType[]): string[] => idsOf(types, isInquiry);

function isInquiry(type: ActivityType): boolean {
  return !isReply(type) && (inquiryTypes.includes(type.id) || asks.test(type.label));
}

/** The order of what is to be answered: missed calls, then who asked, then who was spoken with. */
export const urgencyOf = (typeId: string, missedIds: readonly string[]): number =>
  missedIds.includes(typeId) ? 0 : conversationTypes.includes(typeId) ? 2 : 1;
