// Forty lines as owners type them, in four languages, with what each says; written before the parser was.
import { describe, expect, it } from 'vitest';
import { type Expected, english, french, german, said, spanish } from './said.ts';

const inEnglish: readonly (readonly [string, Expected])[] = [
  [
    'dave @ kingsley rang about a staircase, 12k, quote by friday',
    {
      who: 'Dave _ @ Kingsley',
      what: 'inbound-call',
      note: 'about a staircase',
      amount: 'GBP 12000',
      next: 'quote | 2026-11-27',
    },
  ],
  [
    'called Jane Smith, no answer, chase in 2 weeks',
    { who: 'Jane Smith', what: 'call-made', note: 'no answer', next: 'chase | 2026-12-10' },
  ],
  [
    'Emailed sue@oakhill.example the brochure yesterday',
    { who: '<sue@oakhill.example>', what: 'email-sent', when: '2026-11-25', note: 'the brochure' },
  ],
  [
    'Mr Shah phoned this morning, wants a price for a loft ladder',
    { who: '_ Shah', what: 'inbound-call', when: '2026-11-26', note: 'wants a price for a loft ladder' },
  ],
  [
    'met Ann and Bob Lee at the show on Saturday, 3-4k',
    {
      who: 'Ann Lee + Bob Lee',
      what: 'meeting-held',
      when: '2026-11-21',
      note: 'at the show',
      amount: 'GBP 3000 ? GBP 4000',
      channel: 'Trade show',
    },
  ],
  [
    '07700 900555 rang 10 mins ago, call back at 3pm',
    { who: '07700 900555', what: 'inbound-call', when: '2026-11-26 09:00', next: 'call back | 2026-11-26 15:00' },
  ],
  ['left a voicemail for Priya Patel', { who: 'Priya Patel', what: 'call-made', note: 'left a voicemail' }],
  [
    'sent quote to Harris & Sons, £2,300 + VAT, chase next tuesday',
    { who: '@ Harris & Sons', what: 'proposal-sent', amount: 'GBP 2300', next: 'chase | 2026-12-01', note: '+ VAT' },
  ],
  [
    'Tom Baker <tom@bakerbuild.example> asked for a brochure a fortnight ago',
    {
      who: 'Tom Baker <tom@bakerbuild.example>',
      what: 'information-requested',
      when: '2026-11-12',
      note: 'asked for a brochure',
    },
  ],
  [
    'text from Liam, can we come Monday 3pm',
    { who: 'Liam _', what: 'new Text message received ? replied ? live-chat', note: 'can we come Monday 3pm' },
  ],
  ['site visit at Dr Okafor last friday', { who: '_ Okafor', what: 'own-site-visit', when: '2026-11-20' }],
  [
    'Rachel Green, Greenfield Ltd, filled in the web form 25/11',
    { who: 'Rachel Green @ Greenfield Ltd', what: 'form-submitted', when: '2026-11-25', channel: 'Website' },
  ],
  [
    'Kingsley Joinery Ltd replied, they want to go ahead',
    { who: '@ Kingsley Joinery Ltd', what: 'replied', note: 'they want to go ahead' },
  ],
  ['she called about the gate', { what: 'inbound-call', note: 'about the gate' }],
  ['called him back at 8:45, left message', { what: 'call-made', when: '2026-11-26 08:45', note: 'left message' }],
  [
    'Jo Field visited the showroom on 14 November',
    { who: 'Jo Field', what: 'new Showroom visit ? meeting-held', when: '2026-11-14', note: 'visited the showroom' },
  ],
  [
    'Mr & Mrs Khan came by referral from Sue',
    { who: '_ Khan', what: 'referral-received', note: 'came by referral from Sue', channel: 'Referral' },
  ],
  ['sent Dan White a quote for $5k', { who: 'Dan White', what: 'proposal-sent', amount: 'USD 5000' }],
  [
    'phoned Carol re conservatory 11pm',
    { who: 'Carol _', what: 'call-made', when: '2026-11-25 23:00', note: 're conservatory' },
  ],
  [
    'WhatsApp to +44 7700 900123: samples are here',
    { who: '+44 7700 900123', what: 'new WhatsApp message sent ? email-sent ? call-made', note: 'samples are here' },
  ],
];

const inGerman: readonly (readonly [string, Expected])[] = [
  [
    'Frau Weber von der Tischlerei Sommer hat angerufen, Treppe, 1.200 €, Angebot bis Freitag',
    {
      who: '_ Weber @ Tischlerei Sommer',
      what: 'inbound-call',
      note: 'Treppe',
      amount: 'EUR 1200',
      next: 'Angebot | 2026-11-27',
    },
  ],
  [
    'Gestern mit Herrn Schulz telefoniert wegen Küche, nachfassen in 2 Wochen',
    {
      who: '_ Schulz',
      what: 'call-made ? inbound-call',
      when: '2026-11-25',
      note: 'wegen Küche',
      next: 'nachfassen | 2026-12-10',
    },
  ],
  ['Habe Jana Koch eine E-Mail geschickt', { who: 'Jana Koch', what: 'email-sent' }],
  [
    'Mail von info@holzbau.example vor drei Tagen',
    { who: '<info@holzbau.example>', what: 'replied', when: '2026-11-23' },
  ],
  [
    'Treffen mit Peter Lang am Montag um 15 Uhr',
    { who: 'Peter Lang', what: 'meeting-held', when: '2026-11-23 15:00', next: 'Treffen | 2026-11-30 15:00' },
  ],
  [
    'Müller GmbH hat Katalog angefordert',
    { who: '@ Müller GmbH', what: 'information-requested', note: 'Katalog angefordert' },
  ],
  [
    'Angebot an Familie Brandt geschickt, 12.500 EUR netto',
    { who: '_ Brandt', what: 'proposal-sent', amount: 'EUR 12500', note: 'netto' },
  ],
];

const inFrench: readonly (readonly [string, Expected])[] = [
  [
    'Mme Durand a appelé ce matin pour un escalier, 3 500 €, rappeler mardi prochain',
    {
      who: '_ Durand',
      what: 'inbound-call',
      when: '2026-11-26',
      note: 'pour un escalier',
      amount: 'EUR 3500',
      next: 'rappeler | 2026-12-01',
    },
  ],
  [
    'Appelé Luc Petit hier, pas de réponse',
    { who: 'Luc Petit', what: 'call-made', when: '2026-11-25', note: 'pas de réponse' },
  ],
  [
    'Envoyé le devis à Menuiserie Blanc SARL, relancer dans 2 semaines',
    { who: '@ Menuiserie Blanc SARL', what: 'proposal-sent', next: 'relancer | 2026-12-10' },
  ],
  [
    'Mail de claire@atelier.example il y a 3 jours',
    { who: '<claire@atelier.example>', what: 'replied', when: '2026-11-23' },
  ],
  [
    'RDV avec Paul Martin lundi à 15h',
    { who: 'Paul Martin', what: 'meeting-held', when: '2026-11-23 15:00', next: 'RDV | 2026-11-30 15:00' },
  ],
  [
    'Jeanne Moreau a demandé une brochure',
    { who: 'Jeanne Moreau', what: 'information-requested', note: 'demandé une brochure' },
  ],
  ['Message vocal laissé à Hugo Leroy', { who: 'Hugo Leroy', what: 'call-made', note: 'Message vocal laissé' }],
];

const inSpanish: readonly (readonly [string, Expected])[] = [
  [
    'La señora García llamó esta mañana por una escalera, 2.300 €, presupuesto para el viernes',
    {
      who: '_ García',
      what: 'inbound-call',
      when: '2026-11-26',
      note: 'por una escalera',
      amount: 'EUR 2300',
      next: 'presupuesto | 2026-11-27',
    },
  ],
  [
    'Llamé a Carlos Ruiz ayer, no contestó',
    { who: 'Carlos Ruiz', what: 'call-made', when: '2026-11-25', note: 'no contestó' },
  ],
  [
    'Enviado presupuesto a Maderas Soto S.L., 12k',
    { who: '@ Maderas Soto S.L.', what: 'proposal-sent', amount: 'EUR 12000' },
  ],
  ['Correo de ana@soto.example hace dos días', { who: '<ana@soto.example>', what: 'replied', when: '2026-11-24' }],
  [
    'Reunión con Lucía Pérez el lunes a las 10',
    { who: 'Lucía Pérez', what: 'meeting-held', when: '2026-11-23 10:00', next: 'Reunión | 2026-11-30 10:00' },
  ],
  [
    'Pedro Gómez pidió un catálogo, llamar la próxima semana',
    {
      who: 'Pedro Gómez',
      what: 'information-requested',
      note: 'pidió un catálogo',
      next: 'llamar | 2026-11-30',
    },
  ],
];

describe.each([
  ['English', english, inEnglish],
  ['German', german, inGerman],
  ['French', french, inFrench],
  ['Spanish', spanish, inSpanish],
] as const)('a line in %s', (_, home, lines) => {
  it.each(lines)('%s', (line, expected) => {
    expect(said(line, home)).toEqual(expected);
  });
});
