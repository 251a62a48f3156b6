// Who asks for no more mail: outright in a whole subject or sentence; what only sounds like it is asked about and sets nothing.
import { expect, test } from 'vitest';
import { mailHeader } from '../../../electron/domain/import/sources/mail.ts';
import type { Mail } from '../../../electron/domain/mail/mail.ts';
import { createMailReader } from '../../../electron/domain/mail/rows.ts';

const owner = { name: 'Mara Voss', address: 'mara@oaklane.example' };
const aMail = (change: Partial<Mail>): Mail => ({
  id: null,
  from: { name: 'Eve Dock', address: 'eve@dock.example' },
  replyTo: [],
  to: [owner],
  deliveredTo: [],
  at: Date.UTC(2026, 5, 1, 7),
  subject: 'Stairs',
  text: 'How much?',
  attachments: [],
  answers: false,
  contentType: 'text/plain',
  isInvitation: false,
  headers: new Map(),
  ...change,
});
/** What the message becomes, and the words that may be a wish. */
function read(change: Partial<Mail>): readonly [is: string | undefined, asks: string | undefined] {
  const row = createMailReader([owner.address]).read(aMail(change), 1)[0];
  return [row?.[mailHeader.indexOf('Mail activity')], row?.[mailHeader.indexOf('Asks')]];
}

test.each([
  'Please unsubscribe.',
  'STOP',
  'No more emails please',
  'Bitte keine Werbung mehr',
  'Ne m’envoyez plus de mails',
  'Hello,\nplease unsubscribe me.\n\nRegards\nEve',
  'Please take me off your list.',
  'I have moved. Please take me\noff your mailing list. Thanks!',
  'Please do not e-mail me again.',
  'Bitte streichen Sie mich aus dem Verteiler.',
  'Bonjour,\nDésabonnez-moi, merci.',
  'Darme de baja, por favor.',
  'I no longer wish to receive your e-mails.',
])('unsubscribes: %s', text => {
  expect(read({ text })[0]).toBe('Unsubscribed');
  expect(read({ text, answers: true, subject: 'Re: Spring offers' })[0]).toBe('Unsubscribed');
});
test.each(['Unsubscribe', 'unsubscribe.', 'Désinscription', 'Baja', 'STOP', 'Newsletter abmelden'])(
  'unsubscribes by its subject: %s',
  subject => {
    expect(read({ subject, text: '' })).toEqual(['Unsubscribed', subject]);
  },
);

test.each([
  ['Why do you never contact me?', 'Why do you never contact me?'],
  ['Why do you never\ncontact me?', 'Why do you never contact me?'],
  ['Hi! Please don’t email me drawings larger than 10 MB.', 'Please don’t email me drawings larger than 10 MB.'],
  ['Please remove me from the meeting list', 'Please remove me from the meeting list'],
  ['Please delete my old phone number from your list', ''],
  ['Do not delete me from your list!', 'Do not delete me from your list!'],
  ['Thanks, but please do not e-mail me again.', 'Thanks, but please do not e-mail me again.'],
  ['Please do not contact me before Monday.', 'Please do not contact me before Monday.'],
  ['I am at work. Please do not call.', 'Please do not call.'],
  ['Do you want me to unsubscribe?', 'Do you want me to unsubscribe?'],
  ['You have been\nunsubscribed\nfrom the trade fair.', 'You have been unsubscribed from the trade fair.'],
  ['Shall we go on? Stop. The oak is not dry.', ''],
  ['Leider muss ich mich für den Termin abmelden.', ''],
  [`${'We build stairs in oak and in ash. '.repeat(9)}\n\nUnsubscribe`, 'Unsubscribe'],
])('sets nothing: %s', (text, asks) => {
  expect(read({ text })).toEqual(['Inquiry', asks]);
});

test('a subject that is answered or passed on, and quoted words, are somebody else’s', () => {
  expect(read({ answers: true, subject: 'Re: Unsubscribe', text: 'Done?' })).toEqual(['Replied', '']);
  expect(read({ subject: 'Fwd: Unsubscribe', text: 'What is this?' })).toEqual(['Inquiry', '']);
  expect(read({ answers: true, text: 'Yes please.\n> Please unsubscribe me.' })).toEqual(['Replied', '']);
});

test('a form that asks for it stays a form, and is asked about', () => {
  const from = { name: '', address: 'no-reply@forms.example' };
  const replyTo = [{ name: 'Eve', address: 'eve@dock.example' }];
  expect(read({ from, replyTo, text: 'Message: Please unsubscribe me.' })).toEqual([
    'Form',
    'Message: Please unsubscribe me.',
  ]);
});
