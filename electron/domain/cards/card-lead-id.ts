// The id of a lead on a card that Ripen wrote: by it the card is known again in the workspace it came from.

const mark = 'ripen:lead:';

export const cardUid = (leadId: string): string => `${mark}${leadId}`;

/** Null: another program wrote the card. */
export const cardLeadId = (uid: string): string | null =>
  uid.toLowerCase().startsWith(mark) ? uid.slice(mark.length).toLowerCase() : null;
