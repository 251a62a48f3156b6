// Lines about calls that were not taken: a missed call of theirs, never an inbound one; a message left by us stays a call made.
import { expect, it } from 'vitest';
import { type Expected, english, french, german, said, spanish } from './said.ts';

const inEnglish: readonly (readonly [string, Expected])[] = [
  ['missed call from dave', { who: 'Dave _', what: 'missed-call' }],
  ['Missed call from Dave Hill this morning', { who: 'Dave Hill', what: 'missed-call', when: '2026-11-26' }],
  ['missed a call from Jane Smith yesterday 4pm', { who: 'Jane Smith', what: 'missed-call', when: '2026-11-25 16:00' }],
  ['dave rang but I missed it', { who: 'Dave _', what: 'missed-call' }],
  ['Dave Hill rang yesterday but I missed it', { who: 'Dave Hill', what: 'missed-call', when: '2026-11-25' }],
  ['Sue Bell called while we were out', { who: 'Sue Bell', what: 'missed-call' }],
  ['Mr Shah phoned but nobody answered', { who: '_ Shah', what: 'missed-call' }],
  ["07700 900555 rang but we couldn't answer", { who: '07700 900555', what: 'missed-call' }],
  [
    'missed call from Ann Lee about the gate, call back at 3pm',
    { who: 'Ann Lee', what: 'missed-call', note: 'about the gate', next: 'call back | 2026-11-26 15:00' },
  ],
  ['two missed calls from Ken Ward', { who: 'Ken Ward', what: 'missed-call', note: 'two' }],
  [
    'voicemail from Priya Patel, wants a porch',
    { who: 'Priya Patel', what: 'missed-call', note: 'voicemail, wants a porch' },
  ],
  ['Priya Patel left a voicemail', { who: 'Priya Patel', what: 'missed-call', note: 'left a voicemail' }],
  ['left a voicemail for Priya Patel', { who: 'Priya Patel', what: 'call-made', note: 'left a voicemail' }],
  ['Missed call to Ann Lee', { who: 'Ann Lee', what: 'call-made ? missed-call', note: 'Missed call' }],
  ['Ann Lee missed call from me', { who: 'Ann Lee', what: 'call-made ? missed-call', note: 'missed call from me' }],
  [
    'Ann Lee missed her call with us',
    { who: 'Ann Lee', what: 'call-made ? missed-call', note: 'missed her call with us' },
  ],
  ['Ann Lee missed the call', { who: 'Ann Lee', what: 'call-made ? missed-call', note: 'missed the call' }],
  ['rang Ann Lee, no answer', { who: 'Ann Lee', what: 'call-made', note: 'no answer' }],
  ['Ann Lee rang about the gate', { who: 'Ann Lee', what: 'inbound-call', note: 'about the gate' }],
];
it.each(inEnglish)('%s', (line, expected) => expect(said(line, english)).toEqual(expected));

it.each([
  ['Verpasster Anruf von Karin Ott', { who: 'Karin Ott', what: 'missed-call' }],
  ['Anruf in Abwesenheit von Max Roth gestern', { who: 'Max Roth', what: 'missed-call', when: '2026-11-25' }],
  [
    'habe Ann Lee angerufen und sie hat nicht abgenommen',
    { who: 'Ann Lee', what: 'call-made', note: 'sie hat nicht abgenommen' },
  ],
  [
    'Ida Berg angerufen aber nicht erwischt',
    { who: 'Ida Berg', what: 'call-made ? inbound-call', note: 'aber nicht erwischt' },
  ],
  ['Karin Ott hat angerufen aber ich habe es verpasst', { who: 'Karin Ott', what: 'missed-call' }],
] satisfies [string, Expected][])('%s', (line, expected) => expect(said(line, german)).toEqual(expected));

it.each([
  ['Appel manqué de Sophie Morel', { who: 'Sophie Morel', what: 'missed-call' }],
  ['Appel en absence de Denis Roy hier', { who: 'Denis Roy', what: 'missed-call', when: '2026-11-25' }],
  ['Sophie Morel a appelé mais je l’ai manqué', { who: 'Sophie Morel', what: 'missed-call' }],
] satisfies [string, Expected][])('%s', (line, expected) => expect(said(line, french)).toEqual(expected));

it.each([
  ['Llamada perdida de Carmen Ruiz', { who: 'Carmen Ruiz', what: 'missed-call' }],
  ['Carmen Ruiz llamó pero no pude contestar', { who: 'Carmen Ruiz', what: 'missed-call' }],
] satisfies [string, Expected][])('%s', (line, expected) => expect(said(line, spanish)).toEqual(expected));
