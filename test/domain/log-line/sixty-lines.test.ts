// Sixty further lines in four languages, with what each says; the outcomes were written before the lines were tried.
import { describe, expect, it } from 'vitest';
import { type Expected, english, french, german, said, spanish } from './said.ts';

type Lines = readonly (readonly [string, Expected])[];

const inEnglish: Lines = [
  [
    'Martin Cole rang back, happy with the price',
    { who: 'Martin Cole', what: 'inbound-call', note: 'happy with the price' },
  ],
  [
    'rang Martin Cole back, voicemail, try again tomorrow',
    { who: 'Martin Cole', what: 'call-made', note: 'voicemail', next: 'try again | 2026-11-27' },
  ],
  [
    'Sophie from Harbour Kitchens emailed about worktops, 4k',
    { who: 'Sophie _ @ Harbour Kitchens', what: 'replied', note: 'about worktops', amount: 'GBP 4000' },
  ],
  [
    'met with Owen Price at his house yesterday 2pm, measured up, quote by monday',
    {
      who: 'Owen Price',
      what: 'meeting-held',
      when: '2026-11-25 14:00',
      note: 'at his house, measured up',
      next: 'quote | 2026-11-30',
    },
  ],
  [
    'quoted Lena Hart £1,850 for two doors',
    { who: 'Lena Hart', what: 'proposal-sent', note: 'for two doors', amount: 'GBP 1850' },
  ],
  ['missed call from 07700 900321', { who: '07700 900321', what: 'inbound-call', note: 'missed call' }],
  [
    'Website enquiry from Paul Denton <paul@denton.example>, wants a porch',
    { who: 'Paul Denton <paul@denton.example>', what: 'form-submitted', note: 'wants a porch' },
  ],
  [
    'Ken Ward downloaded the brochure last month',
    { who: 'Ken Ward', what: 'content-downloaded', when: '2026-10-26', note: 'downloaded the brochure' },
  ],
  [
    "texted Holly Marsh, she'll be in on thursday",
    { who: 'Holly Marsh', what: 'new Text message sent ? email-sent ? call-made', note: "she'll be in on thursday" },
  ],
  ['Ruth Ellis referred by Ken Ward', { who: 'Ruth Ellis', what: 'referral-received', note: 'referred by Ken Ward' }],
  [
    'spoke to Adam Frost about the gate, follow up in 10 days',
    {
      who: 'Adam Frost',
      what: 'call-made ? meeting-held',
      note: 'spoke about the gate',
      next: 'follow up | 2026-12-06',
    },
  ],
  [
    'posted samples to Mrs Lowe on Tuesday',
    { who: '_ Lowe', what: 'new Samples sent ? email-sent', when: '2026-11-24', note: 'posted samples' },
  ],
  [
    'Bright Homes Ltd asked for a quote for 6 windows, call back thursday',
    {
      who: '@ Bright Homes Ltd',
      what: 'information-requested',
      note: 'asked for a quote for 6 windows',
      next: 'call back | 2026-11-26 | 2026-12-03',
    },
  ],
  ['unsubscribed: ivy@moss.example', { who: '<ivy@moss.example>', what: 'unsubscribed' }],
  ['Demo with Nadia Khan this afternoon', { who: 'Nadia Khan', next: 'Demo | 2026-11-26' }],
  [
    'showroom visit from Greg and Tina Holt on saturday, 8-10k kitchen',
    {
      who: 'Greg Holt + Tina Holt',
      what: 'new Showroom visit ? meeting-held',
      when: '2026-11-21',
      note: 'showroom visit, kitchen',
      amount: 'GBP 8000 ? GBP 10000',
    },
  ],
  [
    'called Priya Nair an hour ago, engaged',
    { who: 'Priya Nair', what: 'call-made', when: '2026-11-26 08:10', note: 'engaged' },
  ],
  [
    'email from Tom Reed at Alder Joinery: can we do oak instead?',
    { who: 'Tom Reed @ Alder Joinery', what: 'replied', note: 'can we do oak instead' },
  ],
  ["Zoe Blunt didn't answer", { who: 'Zoe Blunt', note: "didn't answer", what: 'call-made' }],
  ['call Zoe Blunt tomorrow 9am', { who: 'Zoe Blunt', next: 'call | 2026-11-27 09:00' }],
];

const inGerman: Lines = [
  [
    'Herr Vogel hat gestern angerufen, möchte ein Angebot für Fenster',
    { who: '_ Vogel', what: 'inbound-call', when: '2026-11-25', note: 'möchte ein Angebot für Fenster' },
  ],
  [
    'Frau Dr. Neumann angerufen, nicht erreicht, morgen nochmal anrufen',
    {
      who: '_ Neumann',
      what: 'call-made ? inbound-call',
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
    { who: 'Lena Graf', what: 'call-made', amount: 'EUR 2000', next: 'Rückruf | 2026-11-27' },
  ],
  [
    'Anfrage über Kontaktformular von Max Roth <max@roth.example>',
    { who: 'Max Roth <max@roth.example>', what: 'form-submitted' },
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
    { who: 'Rolf Maier', what: 'business-card-received', note: 'auf der Messe' },
  ],
];

const inFrench: Lines = [
  [
    "M. Lambert a téléphoné hier au sujet d'un portail, 2 500 €, devis avant vendredi",
    {
      who: '_ Lambert',
      what: 'inbound-call',
      when: '2026-11-25',
      note: "au sujet d'un portail",
      amount: 'EUR 2500',
      next: 'devis | 2026-11-27',
    },
  ],
  [
    "J'ai appelé Sophie Morel, messagerie, rappeler demain",
    { who: 'Sophie Morel', what: 'call-made', note: 'messagerie', next: 'rappeler | 2026-11-27' },
  ],
  [
    'Devis envoyé à Cuisines Roux SARL, 8k, relancer jeudi prochain',
    { who: '@ Cuisines Roux SARL', what: 'proposal-sent', amount: 'EUR 8000', next: 'relancer | 2026-12-03' },
  ],
  ['Rendez-vous avec Alain Petit mardi à 9h30', { who: 'Alain Petit', what: 'meeting-held', when: '2026-11-24 09:30' }],
  [
    'Mail de julie@verre.example la semaine dernière',
    { who: '<julie@verre.example>', what: 'replied', when: '2026-11-19' },
  ],
  ['Marc Girard a rempli le formulaire', { who: 'Marc Girard', what: 'form-submitted' }],
  [
    'Mme Faure est venue au magasin samedi',
    { who: '_ Faure', what: 'new Showroom visit ? meeting-held', when: '2026-11-21', note: 'est venue au magasin' },
  ],
  [
    'Envoyé le catalogue à Denis Roy avant-hier',
    { who: 'Denis Roy', what: 'new Catalogue sent ? email-sent', when: '2026-11-24', note: 'Envoyé le catalogue' },
  ],
  [
    'SMS de Léa Blanc : elle rappelle lundi',
    { who: 'Léa Blanc', what: 'new Text message received ? replied ? live-chat', note: 'elle rappelle lundi' },
  ],
  [
    'Recommandé par Luc Petit : Anne Colin',
    { who: 'Anne Colin', what: 'referral-received', note: 'Recommandé par Luc Petit' },
  ],
  [
    'Appel avec Karim Saïd il y a deux heures',
    { who: 'Karim Saïd', what: 'call-made ? inbound-call', when: '2026-11-26 07:10' },
  ],
  [
    'Rencontré Paul et Marie Dupont au salon, 3k',
    { who: 'Paul Dupont + Marie Dupont', what: 'meeting-held', note: 'au salon', amount: 'EUR 3000' },
  ],
  ["Hugo Blin a répondu, il est d'accord", { who: 'Hugo Blin', what: 'replied', note: "il est d'accord" }],
];

const inSpanish: Lines = [
  [
    'El señor Torres llamó ayer por una puerta, 900 €, presupuesto el lunes',
    {
      who: '_ Torres',
      what: 'inbound-call',
      when: '2026-11-25',
      note: 'por una puerta',
      amount: 'EUR 900',
      next: 'presupuesto | 2026-11-30',
    },
  ],
  [
    'Llamé a Marta Gil, buzón de voz, volver a llamar mañana',
    { who: 'Marta Gil', what: 'call-made', note: 'buzón de voz', next: 'volver a llamar | 2026-11-27' },
  ],
  [
    'Presupuesto enviado a Cocinas Vega S.L., 5.400 €',
    { who: '@ Cocinas Vega S.L.', what: 'proposal-sent', amount: 'EUR 5400' },
  ],
  [
    'Reunión con Jorge Sanz el martes a las 16:30',
    { who: 'Jorge Sanz', what: 'meeting-held', when: '2026-11-24 16:30' },
  ],
  [
    'Correo de luis@norte.example la semana pasada',
    { who: '<luis@norte.example>', what: 'replied', when: '2026-11-19' },
  ],
  [
    'Elena Rubio rellenó el formulario hace una hora',
    { who: 'Elena Rubio', what: 'form-submitted', when: '2026-11-26 08:10' },
  ],
  [
    'La señora Ramos vino a la tienda el sábado',
    { who: '_ Ramos', what: 'new Showroom visit ? meeting-held', when: '2026-11-21', note: 'vino a la tienda' },
  ],
  [
    'WhatsApp a Iván Soler: muestras listas',
    { who: 'Iván Soler', what: 'new WhatsApp message sent ? email-sent ? call-made', note: 'muestras listas' },
  ],
  [
    'Hablé con Nuria Pons sobre la terraza, llamar en 2 semanas',
    {
      who: 'Nuria Pons',
      what: 'call-made ? meeting-held',
      note: 'Hablé sobre la terraza',
      next: 'llamar | 2026-12-10',
    },
  ],
  [
    'Enviado catálogo a Raúl Vidal anteayer',
    { who: 'Raúl Vidal', what: 'new Catalogo sent ? email-sent', when: '2026-11-24', note: 'Enviado catálogo' },
  ],
  ['Carmen Díaz respondió, le parece caro', { who: 'Carmen Díaz', what: 'replied', note: 'le parece caro' }],
  ['Llamada perdida de +34 600 123 456', { who: '+34 600 123 456', what: 'inbound-call', note: 'Llamada perdida' }],
  [
    'Visita de Pablo y Ana Ruiz al showroom, 6k',
    {
      who: 'Pablo Ruiz + Ana Ruiz',
      what: 'new Showroom visit ? meeting-held',
      note: 'Visita al showroom',
      amount: 'EUR 6000',
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
