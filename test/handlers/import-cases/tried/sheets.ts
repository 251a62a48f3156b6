// Sheets as small firms keep them, with the people they hold, written down before they were read.
import type { Tried } from './tried.ts';

const ada = 'Ada Holm;ada@mill.example';
const bo = 'Bo Lind;bo@quay.example';
const cy = 'Cy Ott;cy@fern.example';

export const sheets: readonly Tried[] = [
  {
    name: 'a credit note in brackets is no sale',
    lines: [
      'Client;Email;Invoice no;Invoice date;Amount',
      `${ada};R-1;04.03.2026;500,00`,
      `${bo};R-2;05.03.2026;300,00`,
      `${cy};G-3;06.03.2026;(150,00)`,
    ],
    people: ['Ada Holm <ada@mill.example> customer [R-1 won 500]', 'Bo Lind <bo@quay.example> customer [R-2 won 300]'],
    says: /refused 4: This amount is below zero/,
  },
  {
    name: 'two header rows, groups above',
    lines: [
      'Contact;;;Company;;Deal;',
      'First name;Last name;E-mail;Name;City;Value;Status',
      'Ada;Holm;ada@mill.example;Mill GmbH;Berlin;1.200,50 €;Kunde',
      'Bo;Lind;bo@quay.example;Quay AG;Graz;;Interessent',
    ],
    people: [
      'Ada Holm @Mill GmbH <ada@mill.example> customer [Mill GmbH won 1200.5]',
      'Bo Lind @Quay AG <bo@quay.example> lead',
    ],
  },
  {
    name: 'both orders of day and month in one column are asked',
    lines: ['Name;E-mail;Customer since', `${ada};03/25/2026`, `${bo};25/03/2026`, `${cy};04/05/2026`],
    people: [],
    asks: true,
  },
  {
    name: 'serials of a spreadsheet as days of winning',
    lines: ['Name;E-mail;Won on;Amount', `${ada};46085;1200`, `${bo};46100;300`, `${cy};;`],
    people: [
      'Ada Holm <ada@mill.example> customer [Ada Holm won 1200]',
      'Bo Lind <bo@quay.example> customer [Bo Lind won 300]',
      'Cy Ott <cy@fern.example> lead',
    ],
    steps: ['customer 2026-03-04', 'customer 2026-03-19'],
  },
  {
    name: 'a customer number under "Kunde" makes no customers',
    lines: ['Kunde;Name;E-Mail', `1001;${ada}`, `1002;${bo}`, `1003;${cy}`],
    people: ['Ada Holm <ada@mill.example> lead', 'Bo Lind <bo@quay.example> lead', 'Cy Ott <cy@fern.example> lead'],
  },
  {
    name: 'a customer number of four digits under "Customer"',
    lines: ['Customer,Name,E-mail', '2040,Ada Holm,ada@mill.example', '2041,Bo Lind,bo@quay.example'],
    people: ['Ada Holm <ada@mill.example> lead', 'Bo Lind <bo@quay.example> lead'],
  },
  {
    name: '"Active customer" in yes and no',
    lines: ['Name;E-mail;Active customer', `${ada};yes`, `${bo};no`],
    people: ['Ada Holm <ada@mill.example> customer', 'Bo Lind <bo@quay.example> lead'],
  },
  {
    name: 'the team by first names, one unknown',
    lines: ['Name;E-Mail;Betreuer', `${ada};Sam`, `${bo};Jo`, `${cy};Max`],
    members: ['Sam Roe', 'Jo Finch'],
    people: ['Ada Holm <ada@mill.example> lead', 'Bo Lind <bo@quay.example> lead', 'Cy Ott <cy@fern.example> lead'],
    says: /Max/,
  },
  {
    name: 'one mailbox of a firm for three people',
    lines: [
      'Name;Company;E-mail;Phone',
      'Ada Holm;Mill GmbH;info@mill.example;030 1234501',
      'Bo Lind;Mill GmbH;info@mill.example;030 1234501',
      'Cy Ott;Mill GmbH;info@mill.example;',
    ],
    people: [
      'Ada Holm @Mill GmbH <info@mill.example> 030 1234501 lead',
      'Bo Lind @Mill GmbH <info@mill.example> 030 1234501 lead',
      'Cy Ott @Mill GmbH <info@mill.example> lead',
    ],
  },
  {
    name: 'one agency’s mailbox for two firms without people',
    lines: [
      'Company;E-mail;City',
      'Mill GmbH;office@agency.example;Berlin',
      'Quay AG;office@agency.example;Graz',
      'Fern KG;cy@fern.example;Linz',
      'Oak KG;cy@fern.example;Linz',
    ],
    people: [
      '· @Mill GmbH <office@agency.example> lead',
      '· @Quay AG <office@agency.example> lead',
      '· @Fern KG <cy@fern.example> lead',
      '· @Oak KG <cy@fern.example> lead',
    ],
  },
  {
    name: 'a stand-in for an address nobody has',
    lines: [
      'First name;Company;E-mail;Phone',
      ';Mill GmbH;none@none.com;030 1234501',
      ';Quay AG;none@none.com;030 1234502',
      'Cy;;noemail@noemail.com;',
      'Cy;;noemail@noemail.com;030 1234503',
    ],
    people: [
      '· @Mill GmbH <none@none.com>| 030 1234501 lead',
      '· @Quay AG <none@none.com>| 030 1234502 lead',
      'Cy <noemail@noemail.com>| lead',
      'Cy <noemail@noemail.com>| 030 1234503 lead',
    ],
  },
  {
    name: 'a stand-in for a number nobody has',
    lines: [
      'Name;E-mail;Phone',
      'Ada;ada@mill.example;000000',
      ';bo@quay.example;000000',
      ';;0000000',
      'Cy Ott;;1111111',
      'Cy Ott;cy@fern.example;1111111',
    ],
    people: [
      'Ada <ada@mill.example> 000000| lead',
      '· <bo@quay.example> 000000| lead',
      '· 0000000 lead',
      'Cy Ott 1111111| lead',
      'Cy Ott <cy@fern.example> 1111111| lead',
    ],
  },
  {
    name: 'households in nine ways',
    lines: [
      'Name;Phone',
      'Mr & Mrs Patel;030 1234501',
      'Familie Schneider;030 1234502',
      'M. et Mme Dupont;030 1234503',
      'Sr. y Sra. García;030 1234504',
      'Herr und Frau Maier;030 1234505',
      'Fam. Jansen;030 1234506',
      'Sig. e Sig.ra Rossi;030 1234507',
      'Pan i Pani Nowak;030 1234508',
      'The Smith family;030 1234509',
    ],
    people: [
      'Patel 030 1234501 lead',
      'Schneider 030 1234502 lead',
      'Dupont 030 1234503 lead',
      'García 030 1234504 lead',
      'Maier 030 1234505 lead',
      'Jansen 030 1234506 lead',
      'Rossi 030 1234507 lead',
      'Nowak 030 1234508 lead',
      'Smith 030 1234509 lead',
    ],
  },
  {
    name: 'several addresses and numbers in a cell',
    lines: [
      'Name;E-mail;Telefon',
      'Ada Holm;"ada@mill.example; office@mill.example / a.holm@web.example";"030/1234501, 0170 1234502"',
      'Bo Lind;bo@quay.example (privat);030/1234503',
      'Cy Ott;Cy Ott <cy@fern.example>;"Tel. 030-123 45 04 oder 0171/1234505"',
    ],
    people: [
      'Ada Holm <ada@mill.example> 030/1234501 lead',
      'Bo Lind <bo@quay.example> 030/1234503 lead',
      'Cy Ott <cy@fern.example> 030-123 45 04 lead',
    ],
  },
  {
    name: 'a line at the end that is nobody',
    lines: [
      'Name;E-Mail;Status',
      `${ada};Kunde`,
      `${bo};Interessent`,
      ';;',
      'Stand: 01.06.2026;;',
      'Anzahl: 2;;',
      '* = zweimal angerufen;;',
    ],
    people: ['Ada Holm <ada@mill.example> customer', 'Bo Lind <bo@quay.example> lead'],
  },
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
    name: 'dittos mean what stands above',
    lines: ['Name;Firma;Telefon', 'Ada Holm;Mill GmbH;030 1234501', 'Bo Lind;dito;030 1234502', 'Cy Ott;";030 1234503'],
    says: /dito/,
    people: ['Ada Holm @Mill GmbH 030 1234501 lead', 'Bo Lind 030 1234502 lead', 'Cy Ott 030 1234503 lead'],
  },
  {
    name: 'a sheet on its side is not taken for people',
    lines: [
      'Name;Ada Holm;Bo Lind;Cy Ott',
      'E-Mail;ada@mill.example;bo@quay.example;cy@fern.example',
      'Telefon;030 1234501;030 1234502;030 1234503',
      'Firma;Mill GmbH;Quay AG;Fern KG',
    ],
    people: [],
    asks: true,
  },
  {
    name: 'every line in quotes as a whole',
    lines: ['"Name,E-mail,Status"', '"Ada Holm,ada@mill.example,Won"', '"Bo Lind,bo@quay.example,New"'],
    locale: 'en-GB',
    people: ['Ada Holm <ada@mill.example> customer', 'Bo Lind <bo@quay.example> lead'],
  },
  {
    name: 'a header with a line break in quotes and marks',
    lines: ['"Full', 'Name *";"E-', 'Mail";"Phone (mobile)"', 'Ada Holm;ada@mill.example;0170 1234501'],
    people: ['Ada Holm <ada@mill.example> 0170 1234501 lead'],
  },
  {
    name: 'quotation marks for a nickname',
    lines: [
      'Name,E-mail,Company',
      'Ada "Boss" Holm,ada@mill.example,Mill Ltd',
      '"Bo ""B"" Lind",bo@quay.example,"Quay, Ltd"',
      'Cy O\'Ott,cy@fern.example,"Fern" Ltd',
    ],
    locale: 'en-GB',
    people: [
      'Ada "Boss" Holm @Mill Ltd <ada@mill.example> lead',
      'Bo "B" Lind @Quay, Ltd <bo@quay.example> lead',
      'Cy O\'Ott @"Fern" Ltd <cy@fern.example> lead',
    ],
  },
  {
    name: 'names written the other way round',
    lines: [
      'Name;E-mail',
      'Holm, Ada;ada@mill.example',
      'von der Heide, Anna;anna@fern.example',
      'Dr. Bo Lind;bo@quay.example',
    ],
    people: [
      'Ada Holm <ada@mill.example> lead',
      'Anna von der Heide <anna@fern.example> lead',
      'Bo Lind <bo@quay.example> lead',
    ],
  },
  {
    name: 'a salutation beside a last name',
    lines: ['Anrede;Name;E-Mail', 'Frau;Holm;ada@mill.example', 'Herr;Lind;bo@quay.example'],
    people: ['Holm <ada@mill.example> lead', 'Lind <bo@quay.example> lead'],
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
