// What is to be read before a mailbox is taken in: what was told apart, what was guessed, and whose addresses are open.
import type { Finding } from './import-findings.ts';
import { type MailLeftOut, type MailSummary, mostRecipients } from './mail-summary.ts';
import { listed, newFinding } from './new-finding.ts';

/** One message and several, as the subject of "left out". */
const kinds: Readonly<Record<MailLeftOut, readonly [one: string, many: string]>> = {
  newsletter: ['newsletter or list message', 'newsletters and list messages'],
  bounce: ['message about a failed delivery', 'messages about failed deliveries'],
  automatic: ['automatic reply', 'automatic replies'],
  calendar: ['calendar invitation', 'calendar invitations'],
  notification: ['notification written by a program', 'notifications written by programs'],
  spam: ['message marked as spam', 'messages marked as spam'],
  trash: ['deleted message or message in the trash', 'deleted messages or messages in the trash'],
  draft: ['draft or template that was never sent', 'drafts and templates that were never sent'],
  repeated: ['message that is here twice', 'messages that are here more than once'],
  internal: ['message between your own addresses', 'messages between your own addresses'],
  'no-recipient': ['message of yours without a person it went to', 'messages of yours without a person they went to'],
  empty: ['message without subject, words or file', 'messages without subject, words or file'],
  'no-sender': ['message without a sender', 'messages without a sender'],
  undated: ['message without a date', 'messages without a date'],
  unreadable: ['message that cannot be read', 'messages that cannot be read'],
};

const fields: Readonly<Record<MailSummary['guessed'][number]['field'], readonly [one: string, many: string]>> = {
  name: ['name', 'names'],
  company: ['company', 'companies'],
  phone: ['phone', 'phones'],
  'job title': ['job title', 'job titles'],
  website: ['website', 'websites'],
};

const counted = (count: number, [one, many]: readonly [string, string]): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Sentences about a mailbox; those about addresses that may be the owner's come first and are confirmed. */
export function mailFindings({ own, leftOut, guessed, cut, redated, recipientsCut }: MailSummary): Finding[] {
  const addresses = own
    .filter(({ known, likely }) => likely && !known)
    .map(({ address, count }) =>
      newFinding(
        'own-address',
        address,
        `“${address}” is in ${counted(count, ['message', 'messages'])} and looks like your own. Unless it is marked as yours, it becomes a lead.`,
        { odd: true, count, address },
      ),
    );
  const guesses = guessed.map(({ field, count, first }) =>
    newFinding(
      'guess',
      field,
      `${counted(count, fields[field])} read from ${count === 1 ? 'a signature' : 'signatures'}, as a guess: ${listed(first, 3)}.`,
      { count },
    ),
  );
  const apart = leftOut.map(({ why, count, first }) =>
    newFinding('left-out', `mail ${why}`, `${counted(count, kinds[why])}: not imported.`, {
      count,
      rows: first.map(({ line, from, subject }) => ({ line, name: from, was: subject, becomes: '' })),
    }),
  );
  const long =
    cut === 0
      ? []
      : [
          newFinding(
            'left-out',
            'mail cut',
            `${counted(cut, ['message is', 'messages are'])} very large: only the beginning is read.`,
            { count: cut },
          ),
        ];
  const dated =
    redated === 0
      ? []
      : [
          newFinding(
            'date',
            'mail redated',
            `${counted(redated, ['message names', 'messages name'])} a day that cannot be: the day a server noted is taken.`,
            { count: redated },
          ),
        ];
  const many =
    recipientsCut.messages === 0
      ? []
      : [
          newFinding(
            'left-out',
            'mail recipients',
            `${counted(recipientsCut.messages, ['message of yours went', 'messages of yours went'])} to more than ${mostRecipients} people: it is logged for the first ${mostRecipients}, not for the other ${recipientsCut.people.toLocaleString('en')}${recipientsCut.isMore ? ' or more' : ''}.`,
            { odd: true, count: recipientsCut.people },
          ),
        ];
  return [...addresses, ...many, ...guesses, ...apart, ...dated, ...long];
}
