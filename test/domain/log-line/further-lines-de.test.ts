// Further lines in German, with what each says; the outcomes were written before the lines were tried.
import { describe, expect, it } from 'vitest';
import { type Expected, german, said } from './said.ts';

type Lines = readonly (readonly [string, Expected])[];

const inGerman: Lines = [
  [
    'Herr Vogel hat gestern angerufen, möchte ein Angebot für Fenster',
    { who: '_ Vogel', what: 'inbound-call', when: '2026-11-25', note: 'möchte ein Angebot für Fenster' },
  ],
  [
    'Frau Dr. Neumann angerufen, nicht erreicht, morgen nochmal anrufen',
    {
      who: '_ Neumann',
      what: 'call-made',
      note: 'nicht erreicht',
      next: 'nochmal anrufen | 2026-11-27',
    },
  ],
  [
    'Angebot an Schreinerei Huber geschickt, 4.500 €, nachfassen nächsten Montag',
    { who: '@ Schreinerei Huber', what: 'proposal-sent', amount: 'EUR 4500', next: 'nachfassen | 2026-11-30' },
  ],
  ['Termin mit Karin Ott am 24.11. um 10 Uhr', { who: 'Karin Ott', what: 'meeting-held', when: '2026-11-24 10:00' }],
  ['E-Mail von Jonas Beck: braucht Muster', { who: 'Jonas Beck', what: 'replied', note: 'braucht Muster' }],
  [
    'Habe mit Lena Graf telefoniert, 2k, Rückruf am Freitag',
    { who: 'Lena Graf', what: 'call-made ? inbound-call', amount: 'EUR 2000', next: 'Rückruf | 2026-11-27' },
  ],
  [
    'Anfrage über Kontaktformular von Max Roth <max@roth.example>',
    { who: 'Max Roth <max@roth.example>', what: 'form-submitted', channel: 'Website' },
  ],
  [
    'Katalog an Familie Stein verschickt',
    { who: '_ Stein', what: 'new Katalog sent ? email-sent', note: 'Katalog verschickt' },
  ],
  [
    'Peter Wolf hat sich heute gemeldet wegen Terrasse',
    {
      who: 'Peter Wolf',
      what: 'inbound-call ? replied ? form-submitted',
      note: 'sich gemeldet wegen Terrasse',
      when: '2026-11-26',
    },
  ],
  ['Treffen mit Bau Keller GmbH letzte Woche', { who: '@ Bau Keller GmbH', what: 'meeting-held', when: '2026-11-19' }],
  [
    'Ines Krug war im Showroom',
    { who: 'Ines Krug', what: 'new Showroom visit ? meeting-held', note: 'war im Showroom' },
  ],
  [
    'Rückruf von Otto Frank vor 2 Stunden, passt ihm zu teuer',
    { who: 'Otto Frank', what: 'inbound-call', when: '2026-11-26 07:10', note: 'passt ihm zu teuer' },
  ],
  [
    'WhatsApp von Mia Lutz: Termin passt',
    { who: 'Mia Lutz', what: 'new WhatsApp message received ? replied ? live-chat', note: 'Termin passt' },
  ],
  [
    'Visitenkarte von Rolf Maier auf der Messe',
    { who: 'Rolf Maier', what: 'business-card-received', note: 'auf der Messe', channel: 'Trade show' },
  ],
  [
    'Frau Lindner hat angerufen wegen Balkon, ca. 3.000 €, Termin am Dienstag',
    { who: '_ Lindner', what: 'inbound-call', note: 'wegen Balkon', amount: 'EUR 3000', next: 'Termin | 2026-12-01' },
  ],
  ['Ich habe Timo Haas eine Mail geschrieben', { who: 'Timo Haas', what: 'email-sent' }],
  [
    'Herr Brandl von Holz Brandl GmbH kam in den Laden',
    { who: '_ Brandl @ Holz Brandl GmbH', what: 'new Showroom visit ? meeting-held', note: 'kam in den Laden' },
  ],
  [
    'Muster an Eva Lang geschickt, nächste Woche nachfragen',
    {
      who: 'Eva Lang',
      what: 'new Muster sent ? email-sent',
      note: 'Muster geschickt',
      next: 'nachfragen | 2026-11-30',
    },
  ],
  ['Anruf von 0171 2345678 heute Morgen', { who: '0171 2345678', what: 'inbound-call', when: '2026-11-26' }],
  [
    'Sabine Kurz hat das Angebot angenommen',
    { who: 'Sabine Kurz', note: 'das Angebot angenommen', what: 'replied ? inbound-call ? meeting-held' },
  ],
  ['Newsletter an Uwe Thiel geschickt', { who: 'Uwe Thiel', what: 'email-sent' }],
  [
    'Besuch bei Familie Roth gestern um 16 Uhr, Küche, 9k',
    { who: '_ Roth', what: 'meeting-held', when: '2026-11-25 16:00', note: 'Küche', amount: 'EUR 9000' },
  ],
  [
    'Empfehlung von Eva Lang: Kurt Weiß',
    { who: 'Kurt Weiß', what: 'referral-received', note: 'Empfehlung von Eva Lang', channel: 'Referral' },
  ],
  [
    'Herr Kraus hat zurückgerufen, will das Angebot bis Montag',
    { who: '_ Kraus', what: 'inbound-call', next: 'will das Angebot | 2026-11-30' },
  ],
  [
    'Mit Petra Simon telefoniert, 5 Fenster, 6.800 €, Angebot bis Dienstag',
    {
      who: 'Petra Simon',
      what: 'call-made ? inbound-call',
      note: '5 Fenster',
      amount: 'EUR 6800',
      next: 'Angebot | 2026-12-01',
    },
  ],
  [
    'Dirk Seidel hat Prospekt heruntergeladen',
    { who: 'Dirk Seidel', what: 'content-downloaded', note: 'Prospekt heruntergeladen' },
  ],
  [
    'Nachricht von Lea Kern, kommt am Samstag vorbei',
    { who: 'Lea Kern', what: 'new Text message received ? replied ? live-chat', note: 'kommt am Samstag vorbei' },
  ],
];

describe('a line in German', () => {
  it.each(inGerman)('%s', (line, expected) => {
    expect(said(line, german)).toEqual(expected);
  });
});
