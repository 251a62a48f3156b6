// Sheets as small firms keep them: who is in them, with the people written down before they were read.
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
    name: 'dittos mean what stands above',
    lines: ['Name;Firma;Telefon', 'Ada Holm;Mill GmbH;030 1234501', 'Bo Lind;dito;030 1234502', 'Cy Ott;";030 1234503'],
    says: /dito/,
    people: ['Ada Holm @Mill GmbH 030 1234501 lead', 'Bo Lind 030 1234502 lead', 'Cy Ott 030 1234503 lead'],
  },
  {
    name: 'a sheet on its side is turned',
    lines: [
      'Name;Ada Holm;Bo Lind;Cy Ott',
      'E-Mail;ada@mill.example;bo@quay.example;cy@fern.example',
      'Telefon;030 1234501;030 1234502;030 1234503',
      'Firma;Mill GmbH;Quay AG;Fern KG',
    ],
    people: [
      'Ada Holm @Mill GmbH <ada@mill.example> 030 1234501 lead',
      'Bo Lind @Quay AG <bo@quay.example> 030 1234502 lead',
      'Cy Ott @Fern KG <cy@fern.example> 030 1234503 lead',
    ],
    says: /rows and columns of this table are swapped/,
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
];
