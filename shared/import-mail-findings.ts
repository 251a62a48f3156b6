// What is to be read before a mailbox is taken in: what was told apart, what was guessed, and whose addresses are open.
import type { Finding } from './import-findings.ts';
import { type MailLeftOut, type MailSummary, mostRecipients } from './mail-summary.ts';
import { listed, newFinding } from './new-finding.ts';

/** One message and several, as the subject of "left out". */
const kinds: Readonly<Record<MailLeftOut, readonly [one: string, many: string]>> = {
  newsletter: ['newsletter or list message', 'newsletters and list messages'],
  bounce: ['failed delivery notice', 'failed delivery notices'],
  automatic: ['automatic reply', 'automatic replies'],
  calendar: ['calendar invitation', 'calendar invitations'],
  notification: ['automated notification', 'automated notifications'],
  spam: ['spam message', 'spam messages'],
  trash: ['deleted message', 'deleted messages'],
  draft: ['unsent draft or template', 'unsent drafts and templates'],
  repeated: ['duplicate message', 'duplicate messages'],
  internal: ['message between your own addresses', 'messages between your own addresses'],
  'no-recipient': ['message of yours without a person it went to', 'messages of yours without a person they went to'],
  empty: ['message without subject, words or file', 'messages without subject, words or file'],
  'no-sender': ['message without a sender', 'messages without a sender'],
  undated: ['message without a date', 'messages without a date'],
  unreadable: ['unreadable message', 'unreadable messages'],
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

function manyText({ messages, people, isMore }: MailSummary['recipientsCut']): string {
  const logged =
    messages === 1 ? `its first ${mostRecipients} recipients` : `the first ${mostRecipients} recipients of each`;
  const others = `${people.toLocaleString('en')}${isMore ? ' or more' : ''} ${people === 1 && !isMore ? 'is' : 'are'} not`;
  return `${messages.toLocaleString('en')} of your messages went to more than ${mostRecipients} people. Only ${logged} are logged; ${others}.`;
}

/** Sentences about a mailbox; those about addresses that may be the owner's come first and are confirmed. */
export function mailFindings({ own, leftOut, guessed, cut, redated, recipientsCut }: MailSummary): Finding[] {
  const addresses = own
    .filter(({ known, likely }) => likely && !known)
    .map(({ address, count }) =>
      newFinding(
        'own-address',
        address,
        `“${address}” is in ${counted(count, ['message', 'messages'])} and may be yours. If you do not add it to your addresses, it is treated as a contact.`,
        { odd: true, count, address },
      ),
    );
  const guesses = guessed.map(({ field, count, first }) =>
    newFinding(
      'guess',
      field,
      `${counted(count, fields[field])} guessed from ${count === 1 ? 'a signature' : 'signatures'}: ${listed(first, 3, count)}.`,
      { count },
    ),
  );
  const apart = leftOut.map(({ why, count, first }) =>
    newFinding('left-out', `mail ${why}`, `${counted(count, kinds[why])} skipped.`, {
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
            `Only the beginning of ${counted(cut, ['very large message', 'very large messages'])} was read.`,
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
          newFinding('left-out', 'mail recipients', manyText(recipientsCut), {
            odd: true,
            count: recipientsCut.people,
          }),
        ];
  return [...addresses, ...many, ...guesses, ...apart, ...dated, ...long];
}
