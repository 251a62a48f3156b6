// Sheets as small firms keep them: amounts, days and consent, with the people written down before they were read.
import type { Tried } from './tried.ts';

const ada = 'Ada Holm;ada@mill.example';
const bo = 'Bo Lind;bo@quay.example';
const cy = 'Cy Ott;cy@fern.example';

export const sums: readonly Tried[] = [
  {
    name: 'sums and means under a list',
    lines: [
      'Name,E-mail,Value',
      'Ada Holm,ada@mill.example,100',
      'Bo Lind,bo@quay.example,300',
      'Total customers: 2,,400',
      'Average,,200',
      'Count,2,',
    ],
    locale: 'en-GB',
    people: [
      'Ada Holm <ada@mill.example> lead|opportunity [Ada Holm open 100]',
      'Bo Lind <bo@quay.example> lead|opportunity [Bo Lind open 300]',
    ],
  },
  {
    name: 'thousands of euros in the header',
    lines: ['Name;E-Mail;Status;Auftragswert (T€)', `${ada};Kunde;12`, `${bo};Angebot;3,5`],
    people: [
      'Ada Holm <ada@mill.example> customer [Ada Holm won 12000]',
      'Bo Lind <bo@quay.example> opportunity [Bo Lind open 3500]',
    ],
  },
  {
    name: 'thousands of dollars in the header',
    lines: [
      'Name,E-mail,Stage,Deal value ($k)',
      'Ada Holm,ada@mill.example,Won,12',
      'Bo Lind,bo@quay.example,Proposal,3.5',
    ],
    locale: 'en-US',
    currency: 'USD',
    people: [
      'Ada Holm <ada@mill.example> customer [Ada Holm won 12000]',
      'Bo Lind <bo@quay.example> opportunity [Bo Lind open 3500]',
    ],
  },
  {
    name: 'amounts in cents',
    lines: [
      'customer_email,amount_cents,status,created',
      'ada@mill.example,120050,paid,2026-03-04',
      'bo@quay.example,30000,failed,2026-03-05',
    ],
    locale: 'en-US',
    people: [
      '· <ada@mill.example> customer [ada@mill.example won 1200.5]',
      '· <bo@quay.example> lead|opportunity|lost [bo@quay.example open 300]|[bo@quay.example lost 300]|',
    ],
  },
  {
    name: 'price of one and how many',
    lines: [
      'Order ID,Order date,Customer,Email,Product,Quantity,Unit price',
      '1,2026-03-04,Ada Holm,ada@mill.example,Roof tile,10,12.50',
      '2,2026-03-05,Bo Lind,bo@quay.example,Gate,1,300.00',
    ],
    locale: 'en-GB',
    people: ['Ada Holm <ada@mill.example> customer', 'Bo Lind <bo@quay.example> customer'],
  },
  {
    name: 'deals of one person in several rows without a deal’s name',
    lines: [
      'Name;E-Mail;Produkt;Betrag;Status;Datum',
      `${ada};Dach;1.000,00;gewonnen;04.03.2026`,
      `${ada};Tor;500,00;gewonnen;04.04.2026`,
      `${bo};Zaun;200,00;verloren;05.03.2026`,
    ],
    people: [
      'Ada Holm <ada@mill.example> customer [Ada Holm won 1000]|[Dach won 1000] [Ada Holm won 500]|[Tor won 500]',
      'Bo Lind <bo@quay.example> lost [Bo Lind lost 200]|[Zaun lost 200]',
    ],
  },
  {
    name: 'turnover of two years is told, or is no deal',
    lines: ['Name;E-Mail;Umsatz 2024;Umsatz 2025', `${ada};1.000,00;2.000,00`, `${bo};0,00;500,00`],
    people: ['Ada Holm <ada@mill.example> lead', 'Bo Lind <bo@quay.example> lead'],
  },
  {
    name: 'deposit, discount and tax are not the amount',
    lines: [
      'Name;E-Mail;Status;Rabatt;Anzahlung;MwSt;Gesamtbetrag',
      `${ada};Kunde;10,00;100,00;190,00;1.190,00`,
      `${bo};Angebot;0,00;0,00;19,00;119,00`,
    ],
    people: [
      'Ada Holm <ada@mill.example> customer [Ada Holm won 1190]',
      'Bo Lind <bo@quay.example> opportunity [Bo Lind open 119]',
    ],
  },
  {
    name: 'birthdays, contract ends and last contacts are no history',
    lines: [
      'Name;E-Mail;Geburtstag;Vertragsende;Letzter Kontakt',
      `${ada};02.03.1984;31.12.2027;04.05.2026`,
      `${bo};03.04.1985;31.12.2026;05.05.2026`,
    ],
    people: ['Ada Holm <ada@mill.example> lead', 'Bo Lind <bo@quay.example> lead'],
    steps: ['lead 2026-06-01', 'lead 2026-06-01'],
  },
  {
    name: 'placeholders for a day nobody knows',
    lines: ['Name;E-Mail;Kunde seit', `${ada};01.01.1900`, `${bo};04.03.2026`, `${cy};00.00.0000`],
    people: [
      'Ada Holm <ada@mill.example> customer|lead',
      'Bo Lind <bo@quay.example> customer',
      'Cy Ott <cy@fern.example> lead|customer',
    ],
    says: /1990|00\.00/,
  },
  {
    name: 'won or lost as a column of its own word',
    lines: ['Name;E-mail;Won/Lost;Value', `${ada};Won;1200`, `${bo};Lost;300`, `${cy};;50`],
    people: [
      'Ada Holm <ada@mill.example> customer [Ada Holm won 1200]',
      'Bo Lind <bo@quay.example> lost [Bo Lind lost 300]',
      'Cy Ott <cy@fern.example> lead|opportunity [Cy Ott open 50]|',
    ],
  },
  {
    name: 'a list of the unsubscribed, told by its file name alone',
    fileName: 'unsubscribed_2026-06.csv',
    lines: ['E-mail,First name,Last name', 'ada@mill.example,Ada,Holm', 'bo@quay.example,Bo,Lind'],
    people: ['Ada Holm <ada@mill.example> lead consent-no', 'Bo Lind <bo@quay.example> lead consent-no'],
  },
  {
    name: 'a list of the unsubscribed, told by the title above it',
    lines: [
      'Newsletter-Abmeldungen Mai 2026;;',
      ';;',
      'E-Mail;Vorname;Nachname',
      'ada@mill.example;Ada;Holm',
      'bo@quay.example;Bo;Lind',
    ],
    people: ['Ada Holm <ada@mill.example> lead consent-no', 'Bo Lind <bo@quay.example> lead consent-no'],
  },
  {
    name: 'opt-outs among other words of a status',
    lines: [
      'Name;E-Mail;Status',
      `${ada};Kunde`,
      `${bo};Abgemeldet`,
      `${cy};Keine Werbung`,
      'Di Roe;di@oak.example;Do not contact',
    ],
    people: [
      'Ada Holm <ada@mill.example> customer',
      'Bo Lind <bo@quay.example> lead|disqualified consent-no',
      'Cy Ott <cy@fern.example> lead|disqualified consent-no',
      'Di Roe <di@oak.example> disqualified consent-no',
    ],
  },
  {
    name: 'opt-outs among tags and in a note are not lost',
    lines: ['Name;E-Mail;Tags;Notizen', `${ada};VIP;`, `${bo};Unsubscribed, VIP;`, `${cy};;bitte keine Werbung mehr!`],
    people: [
      'Ada Holm <ada@mill.example> lead',
      'Bo Lind <bo@quay.example> lead consent-no',
      'Cy Ott <cy@fern.example> lead consent-no|',
    ],
    says: /keine Werbung/,
  },
  {
    name: 'an opt-out behind an address',
    lines: ['Name;E-Mail', 'Ada Holm;ada@mill.example', 'Bo Lind;bo@quay.example (abgemeldet)'],
    people: ['Ada Holm <ada@mill.example> lead', 'Bo Lind <bo@quay.example> lead consent-no|'],
    says: /abgemeldet|contacted/,
  },
  {
    name: 'words under consent beyond yes and no',
    lines: ['Name;E-Mail;Einwilligung', `${ada};ja, per Mail`, `${bo};nein, nur Post`, `${cy};liegt nicht vor`],
    people: [
      'Ada Holm <ada@mill.example> lead consent-yes|',
      'Bo Lind <bo@quay.example> lead consent-no|',
      'Cy Ott <cy@fern.example> lead consent-no|',
    ],
    says: /not yes or no|contacted/,
  },
  {
    name: 'consent per channel',
    lines: ['Name;E-Mail;Consent e-mail;Consent phone', `${ada};yes;yes`, `${bo};no;yes`, `${cy};yes;no`],
    people: [
      'Ada Holm <ada@mill.example> lead consent-yes',
      'Bo Lind <bo@quay.example> lead consent-no',
      'Cy Ott <cy@fern.example> lead consent-no',
    ],
  },
  {
    name: 'bare "closed" and "done" decide nothing, in any language',
    lines: ['Name;E-Mail;Status', `${ada};Abgeschlossen`, `${bo};Closed`, `${cy};Erledigt`],
    people: ['Ada Holm <ada@mill.example> lead', 'Bo Lind <bo@quay.example> lead', 'Cy Ott <cy@fern.example> lead'],
    says: /Abgeschlossen/,
  },
  {
    name: 'probability in percent beside a plain one',
    lines: [
      'Name;E-Mail;Angebot;Betrag;Status;Wahrscheinlichkeit',
      `${ada};Dach;1000;Angebot;75 %`,
      `${bo};Tor;500;Angebot;50`,
    ],
    people: [
      'Ada Holm <ada@mill.example> opportunity [Dach open 1000 75%]',
      'Bo Lind <bo@quay.example> opportunity [Tor open 500 50%]',
    ],
  },
  {
    name: 'numbers with apostrophes and centimes',
    lines: ['Name;E-Mail;Status;Betrag CHF', `${ada};Kunde;1’234.50`, `${bo};Kunde;12'000.-`],
    locale: 'de-CH',
    currency: 'CHF',
    timeZone: 'Europe/Zurich',
    people: [
      'Ada Holm <ada@mill.example> customer [Ada Holm won 1234.5]',
      'Bo Lind <bo@quay.example> customer [Bo Lind won 12000]',
    ],
  },
  {
    name: 'amounts of a thousand that could be one are asked',
    lines: [
      'Name,E-Mail,Status,Wert',
      'Ada Holm,ada@mill.example,Kunde,1.200',
      'Bo Lind,bo@quay.example,Angebot,3.500',
    ],
    people: [],
    asks: true,
    locale: 'en-GB',
  },
  {
    name: 'row numbers of two lists are nobody’s id',
    lines: ['Nr.;Name;Telefon', '1;Ada Holm;030 1234501', '2;Ada Holm;030 1234502', '3;Bo Lind;030 1234503'],
    people: ['Ada Holm 030 1234501 lead', 'Ada Holm 030 1234502 lead', 'Bo Lind 030 1234503 lead'],
  },
  {
    name: 'a household id shared by two',
    lines: ['Household ID,First Name,Last Name,E-mail', 'H1,Ada,Holm,ada@mill.example', 'H1,Tom,Holm,tom@mill.example'],
    locale: 'en-GB',
    people: ['Ada Holm <ada@mill.example> lead', 'Tom Holm <tom@mill.example> lead'],
  },
  {
    name: 'the same person with accents and without, and in capitals',
    lines: [
      'Name;E-Mail',
      'José Núñez;jose@mill.example',
      'JOSE NUNEZ;JOSE@MILL.EXAMPLE',
      'Nunez, José;jose@mill.example',
    ],
    people: ['José Núñez <jose@mill.example> lead'],
  },
];
