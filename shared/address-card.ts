// A lead as an address card (vCard 3.0, RFC 2426): the lines that name and reach a person, and the short card of a QR code.
import { type ContentLine, text } from './content-lines.ts';
import { type LeadAttributes, leadName } from './lead.ts';

type Reached = Pick<
  LeadAttributes,
  'firstName' | 'lastName' | 'company' | 'email' | 'phone' | 'externalId' | 'consent'
>;

/** A larger code has squares that a phone cannot tell apart at arm's length. */
const maxCodeBytes = 600;

/** Why a lead makes no card; null: it makes one. */
export function whyNoCard(lead: Reached): string | null {
  const name = leadName(lead);
  if (lead.consent === 'no') return `${name} asked not to be contacted.`;
  const isNamed = lead.firstName ?? lead.lastName ?? lead.company ?? lead.email ?? lead.phone;
  return isNamed === null ? `${name} has no name, company, e-mail or phone yet. Add one first.` : null;
}

/** Who it is and how they are reached. A lead without a person is the card of its company. */
export function reachLines(lead: Reached): readonly ContentLine[] {
  const isPerson = lead.firstName !== null || lead.lastName !== null;
  const { company, phone, email } = lead;
  return [
    ['N', `${text(lead.lastName ?? '')};${text(lead.firstName ?? '')};;;`],
    ['FN', text(leadName(lead))],
    ...line('ORG', company),
    ...(!isPerson && company !== null ? [['X-ABShowAs', 'COMPANY'] as const] : []),
    ...line('TEL;TYPE=WORK,VOICE', phone),
    ...line('EMAIL;TYPE=INTERNET', email),
  ];
}

/** A line of a text; none where nothing is known. */
export const line = (name: string, value: string | null): readonly ContentLine[] =>
  value === null ? [] : [[name, text(value)]];

/** Lines as a whole card. */
export const cardOf = (lines: readonly ContentLine[]): readonly ContentLine[] => [
  ['BEGIN', 'VCARD'],
  ['VERSION', '3.0'],
  ...lines,
  ['END', 'VCARD'],
];

/** Name, company, phone and e-mail as the text of a QR code; null: too long for one that a phone reads. */
export function shortCard(lead: Reached): string | null {
  const card = cardOf(reachLines(lead))
    .map(([name, value]) => `${name}:${value}`)
    .join('\r\n');
  return new TextEncoder().encode(card).length > maxCodeBytes ? null : card;
}
