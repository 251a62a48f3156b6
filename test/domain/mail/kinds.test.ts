// Machines told from people, one header at a time; and the traps in which they look alike.
import { describe, expect, test } from 'vitest';
import { formSender, isAnswer, isMachine, kindOf } from '../../../electron/domain/mail/kinds.ts';
import type { Mail } from '../../../electron/domain/mail/mail.ts';

const me = 'mara@oaklane.example';
const isOwn = (address: string) => address === me || address === 'office@oaklane.example';
const aMail = (change: Partial<Mail> & { readonly said?: Record<string, string> } = {}): Mail => {
  const { said = {}, ...rest } = change;
  return {
    id: '1@x',
    from: { name: 'Eve', address: 'eve@dock.example' },
    replyTo: [],
    to: [{ name: '', address: me }],
    deliveredTo: [],
    at: 0,
    subject: 'Stairs',
    text: 'How much?',
    attachments: [],
    answers: false,
    contentType: 'text/plain',
    isInvitation: false,
    headers: new Map(Object.entries(said)),
    ...rest,
  };
};
const kind = (change: Parameters<typeof aMail>[0]) => kindOf(aMail(change), isOwn, new Set(['oaklane.example']));
const from = (address: string) => ({ from: { name: '', address } });

describe('told apart', () => {
  test.each<readonly [string, Parameters<typeof aMail>[0], string]>([
    ['a person', {}, 'person'],
    ['a list', { said: { 'list-id': 'News <news.shop.example>' } }, 'newsletter'],
    ['a way to leave', { said: { 'list-unsubscribe': '<https://shop.example>' } }, 'newsletter'],
    ['bulk', { said: { precedence: 'Bulk' } }, 'newsletter'],
    [
      'a foot that says how to leave',
      { text: `${'New stairs. '.repeat(9)}\nUnsubscribe: https://shop.example/u` },
      'newsletter',
    ],
    [
      'the same words in an answer',
      { answers: true, text: `${'Dear Mara. '.repeat(9)}\nUnsubscribe: https://shop.example/u` },
      'person',
    ],
    [
      'the group that stands behind our own address',
      { said: { 'list-id': '<office.oaklane.example>', 'list-unsubscribe': '<x>', precedence: 'list' } },
      'person',
    ],
    ['a report of a failure', { contentType: 'multipart/report; report-type=delivery-status' }, 'bounce'],
    ['a daemon', from('MAILER-DAEMON@mx.example'), 'bounce'],
    ['a failure by its header', { said: { 'x-failed-recipients': 'a@b.example' } }, 'bounce'],
    ['a read receipt', { contentType: 'multipart/report; report-type=disposition-notification' }, 'automatic'],
    ['Auto-Submitted', { said: { 'auto-submitted': 'auto-replied (vacation)' } }, 'automatic'],
    ['Auto-Submitted: no', { said: { 'auto-submitted': 'no' } }, 'person'],
    ['X-Autoreply', { said: { 'x-autoreply': 'yes' } }, 'automatic'],
    ['a German absence', { subject: 'Abwesenheitsnotiz: Treppe' }, 'automatic'],
    ['a French one', { subject: 'Réponse automatique : devis' }, 'automatic'],
    ['an absence until a day', { subject: 'Out of office until Monday' }, 'automatic'],
    ['furniture', { subject: 'Out of office furniture' }, 'person'],
    ['an invitation', { isInvitation: true }, 'calendar'],
    ['a notification', { said: { 'auto-submitted': 'auto-generated' } }, 'notification'],
    ['nobody reads it', from('no-reply@bank.example'), 'notification'],
    ['our own', { ...from(me), to: [{ name: '', address: 'eve@dock.example' }] }, 'person'],
  ])('%s', (_what, change, expected) => {
    expect(kind(change)).toBe(expected);
  });
});

describe('a form on the web speaks for who is to be answered', () => {
  const asked = [{ name: 'Eve', address: 'eve@dock.example' }];
  test.each<readonly [string, Parameters<typeof aMail>[0], string | null]>([
    ['from a form host', { ...from('noreply@forms.example'), replyTo: asked }, 'eve@dock.example'],
    ['from our own site', { ...from('office@oaklane.example'), replyTo: asked }, 'eve@dock.example'],
    [
      'a letter of ours to somebody',
      { ...from(me), to: asked, replyTo: [{ name: '', address: 'office@oaklane.example' }] },
      null,
    ],
    [
      'a shop that answers elsewhere',
      { ...from('noreply@shop.example'), replyTo: [{ name: '', address: 'help@shop.example' }] },
      null,
    ],
    [
      'a person with another address',
      { ...from('eve@dock.example'), replyTo: [{ name: '', address: 'eve@home.example' }] },
      null,
    ],
  ])('%s', (_what, change, expected) => {
    expect(formSender(aMail(change), isOwn)?.address ?? null).toBe(expected);
  });
});

test.each(['Re: x', 'AW: x', 'Antw: x', 'RE[2]: x', 'R: x', 'SV: x', 'Odp: x'])('%s answers', subject => {
  expect(isAnswer(aMail({ subject }))).toBe(true);
});
test.each(['Request: stairs', 'RV: stairs', 'Ref: 4711 stairs', 'Fwd: stairs'])('%s does not', subject => {
  expect(isAnswer(aMail({ subject }))).toBe(false);
});
test('a list that a person passes on is a person’s', () => {
  const text = `${'New stairs. '.repeat(9)}\nUnsubscribe: https://shop.example/u`;
  expect(kind({ subject: 'Fwd: New stairs', text })).toBe('person');
});
test.each([
  'auto@voss.example',
  'system@voss.example',
  'news-desk@voss.example',
  'root@voss.example',
  'alerts@voss.example',
])('%s is a program’s where a header says so', address => {
  expect(kind(from(address))).toBe('person');
  expect(isMachine(address)).toBe(false);
  const said = { 'auto-submitted': 'auto-generated' };
  expect(kind({ ...from(address), said })).toBe('notification');
  const form = aMail({ ...from(address), said, replyTo: [{ name: '', address: 'eve@dock.example' }] });
  expect(formSender(form, isOwn)?.address).toBe('eve@dock.example');
});
test.each(['no-reply@x.example', 'donotreply@x.example', 'notifications+1@x.example', 'newsletter@x.example'])(
  '%s is a machine',
  address => {
    expect(isMachine(address)).toBe(true);
  },
);
test.each(['newman@x.example', 'rootes@x.example', 'info@x.example', 'alerta.lopez@x.example'])(
  '%s may be a person',
  address => {
    expect(isMachine(address)).toBe(false);
  },
);

test('who asks to be taken off a list wrote no newsletter, with an address below', () => {
  const text = `${'I get too much mail. '.repeat(4)}\nPlease unsubscribe me from your mailing list.\nMy site is www.dock.example`;
  expect(kind({ text })).toBe('person');
});

test.each([
  'messages-noreply@linkedin.example',
  'order-confirmation@shop.example',
  'Bestellbestätigung@shop.example',
  'confirmation-commande@shop.example',
])('%s is a machine', address => expect(isMachine(address)).toBe(true));
test.each(['orders@kingsley.example', 'rechnung@dock.example', 'noreplyson@dock.example'])(
  '%s is read by a person',
  address => expect(isMachine(address)).toBe(false),
);
