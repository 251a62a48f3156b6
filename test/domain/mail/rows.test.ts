// Whose words a message holds: what was only quoted or passed on is nobody's company, phone or note.
import { describe, expect, test } from 'vitest';
import { mailHeader } from '../../../electron/domain/import/sources/mail.ts';
import type { Mail } from '../../../electron/domain/mail/mail.ts';
import { createMailReader } from '../../../electron/domain/mail/rows.ts';
import { mailFindings } from '../../../shared/import-mail-findings.ts';

const owner = { name: 'Mara Voss', address: 'mara@oaklane.example' };
const eve = { name: 'Eve Dock', address: 'eve@dock.example' };
const mail = (text: string, more: Partial<Mail> = {}): Mail => ({
  id: null,
  from: eve,
  replyTo: [],
  to: [owner],
  deliveredTo: [],
  at: Date.UTC(2026, 5, 1, 7),
  subject: 'Stairs',
  text,
  attachments: [],
  answers: false,
  contentType: 'text/plain',
  isInvitation: false,
  headers: new Map(),
  ...more,
});
const cells = (row: readonly string[] | undefined) =>
  Object.fromEntries(mailHeader.map((header, at) => [header, row?.[at] ?? '']));
const read = (one: Mail, reader = createMailReader([owner.address])) => cells(reader.read(one, 1)[0]);
const ours = 'Here is the offer.\n\nKind regards\nMara Voss\nOak Lane Stairs Ltd\n+44 20 7946 0111';

describe('an answer without a word of its own', () => {
  test.each([
    ['Re: Stairs', `-----Original Message-----\nFrom: Mara Voss\nSent: Monday\nTo: Eve\nSubject: Stairs\n\n${ours}`],
    ['AW: Treppe', `Von: Mara Voss <mara@oaklane.example>\nGesendet: Montag\nAn: Eve\nBetreff: Treppe\n\n${ours}`],
    ['RE: Devis', `\nDe : Mara Voss\nEnvoyé : lundi\nÀ : Eve\nObjet : Devis\n\n${ours}`],
  ])('%s', (subject, text) => {
    expect(read(mail(text, { subject, answers: true, attachments: ['signed.pdf'] }))).toMatchObject({
      'Mail activity': 'Replied',
      'Company in signature': '',
      'Phone in signature': '',
      Subject: subject,
      Text: '',
      Attachments: 'Attached: signed.pdf',
    });
  });
});

test('a form names its fields as a quoted message does, and all of it is the note', () => {
  const text = 'From: Eve Dock\nSubject: Stairs\nDate: 1 June\n\nCan you build a stair?';
  const form = mail(text, { from: { name: '', address: 'no-reply@forms.example' }, replyTo: [eve] });
  expect(read(form)).toMatchObject({ 'Mail activity': 'Form', 'Mail address': eve.address, Text: text });
});

describe('a message that is passed on without a comment', () => {
  const inner = 'Can you build a stair?\n\nRegards\nBo Quay\nQuay Ltd\n+44 20 7946 0222';
  test.each([
    ['Fw: Stairs', '---------- Forwarded message ---------\nFrom: Bo Quay <bo@quay.example>\nSubject: Stairs'],
    ['WG: Treppe', 'Von: Bo Quay\nGesendet: Montag\nAn: Eve\nBetreff: Treppe'],
    ['TR: Escalier', '-----Message d’origine-----\nDe : Bo Quay\nObjet : Escalier'],
    ['RV: Escalera', 'De: Bo Quay\nEnviado: lunes\nPara: Eve\nAsunto: Escalera'],
    ['I: Scala', 'Inizio messaggio inoltrato:\n\n> Da: Bo Quay\n> Oggetto: Scala'],
    ['Doorst: Trap', 'Van: Bo Quay\nVerzonden: maandag\nAan: Eve\nOnderwerp: Trap'],
  ])('%s', (subject, head) => {
    const row = read(mail(`${head}\n\n${inner}`, { subject }));
    expect(row).toMatchObject({
      'Mail address': eve.address,
      'Mail name': eve.name,
      'Company in signature': '',
      'Phone in signature': '',
    });
    expect(row.Text).toMatch(/^Forwarded message:\n/);
    expect(row.Text).toContain('Can you build a stair?');
    expect(row.Text).toContain('Bo Quay');
    expect(row.Text?.split('\n')[1]).not.toMatch(/^[->]/);
  });
  test('with a comment only the comment is the note', () => {
    const text = `What does this cost?\n\nVon: Bo Quay\nGesendet: Montag\nAn: Eve\nBetreff: Treppe\n\n${inner}`;
    expect(read(mail(text, { subject: 'WG: Treppe' })).Text).toBe('What does this cost?');
  });
});

test.each([
  ['Kind regards', 'Oak Lane Stairs Ltd', '020 7946 0111'],
  ['Viele Grüße', 'OAK LANE STAIRS LTD.', '+44 (0)20 7946-0111'],
  ['Cordiali saluti', 'Oak Lane Stairs Ltd', 'Tel. 020 79460111'],
])('what stands in the owner’s own signature is nobody else’s: %s', (closing, company, phone) => {
  const reader = createMailReader([owner.address]);
  reader.read(mail(ours, { from: owner, to: [eve] }), 1);
  const text = `Yes, to the address below please.\n\n${closing}\n${company}\n${phone}`;
  expect(read(mail(text), reader)).toMatchObject({ 'Company in signature': '', 'Phone in signature': '' });
  const theirs = mail(`Yes.\n\n${closing}\nEve Dock\nDock Ltd\n+44 20 7946 0999`, { subject: 'Again' });
  expect(read(theirs, reader)).toMatchObject({
    'Company in signature': 'Dock Ltd',
    'Phone in signature': '+44 20 7946 0999',
  });
});

test.each([
  [100, []],
  [101, ['1 of your messages went to more than 100 people. Only its first 100 recipients are logged; 1 is not.']],
  [350, ['1 of your messages went to more than 100 people. Only its first 100 recipients are logged; 250 are not.']],
  [
    500,
    ['1 of your messages went to more than 100 people. Only its first 100 recipients are logged; 400 or more are not.'],
  ],
])('a message to %i people is logged for 100, and the others are counted before it', (many, sentences) => {
  const reader = createMailReader([owner.address]);
  const to = Array.from({ length: many }, (_, i) => ({ name: '', address: `a${i}@b.example` }));
  expect(reader.read(mail('Hello', { from: owner, to }), 1)).toHaveLength(100);
  const odd = mailFindings(reader.summary()).filter(finding => finding.odd);
  expect(odd.map(({ text }) => text).filter(text => text.includes('people'))).toEqual(sentences);
});

test('what says nothing, and what went to programs only, is told apart by what it is', () => {
  const reader = createMailReader([owner.address]);
  expect(reader.read(mail('\n \n', { id: '1', subject: ' ' }), 1)).toEqual([]);
  const to = [{ name: '', address: 'no-reply@shop.example' }];
  expect(reader.read(mail('Stop it', { id: '2', from: owner, to }), 2)).toEqual([]);
  expect(reader.read(mail('Note to me', { id: '3', from: owner, to: [owner] }), 3)).toEqual([]);
  expect(reader.summary().leftOut.map(({ why, count }) => [why, count])).toEqual([
    ['empty', 1],
    ['no-recipient', 1],
    ['internal', 1],
  ]);
  expect(reader.read(mail('', { id: '4', subject: '', attachments: ['plan.pdf'] }), 4)).toHaveLength(1);
});
