// Kinds of misreading that files from public places showed, each with an invented small file and three variants.
import type { Tried } from './tried.ts';

const phrase = (text: string, one: string, two: string, more: Partial<Tried> = {}): Tried => ({
  name: `whole names with a salutation behind the comma: ${text}`,
  lines: ['Name;Ort', `${text};Ulm`, 'Bo Lind;Bonn'],
  people: [`${one} lead`, `${two} lead`],
  ...more,
});

const spans = (from: string, to: string): Tried => ({
  name: `a span of time is no phone: ${from}`,
  lines: ['ID;Name;Zeitraum', `1;Ada Holm;${from}`, `2;Bo Lind;${from}`, `3;Cyr Ott;${to}`],
  people: ['Ada Holm lead', 'Bo Lind lead', 'Cyr Ott lead'],
});

const closing = (header: string, day: string): Tried => ({
  name: `a day on which somebody may buy is no deal: ${header}`,
  lines: [`First name;Last name;E-mail;${header};Priority`, `Ada;Holm;ada@mill.example;${day};Hot`],
  people: ['Ada Holm <ada@mill.example> lead'],
});

const currencies = (code: string): Tried => ({
  name: `amounts in ${code} are told`,
  lines: ['Name;E-mail;Deal;Amount;Currency', `Ada Holm;ada@mill.example;Roof;1200.50;${code}`],
  people: [],
  says: new RegExp(code),
  asks: true,
});

export const publics: readonly Tried[] = [
  phrase('Braun, Mr. Owen Harris', 'Owen Harris Braun', 'Bo Lind'),
  phrase('van der Berg, Frau Anna', 'Anna van der Berg', 'Bo Lind'),
  phrase('Kurz, Mrs. Eva (Eva Lang)', 'Eva Kurz', 'Bo Lind'),
  phrase('Gasthof Post, Herr Auer', 'Auer @Gasthof Post', 'Bo Lind'),
  spans('2020/08-2020/10', '2020/09-2021/03'),
  spans('08/2020 - 10/2020', '09/2020 - 03/2021'),
  spans('01.08.2020-31.10.2020', '01.09.2020-31.03.2021'),
  spans('2019-2021', '2018-2020'),
  closing('Expected Close Date', '2026-08-20'),
  closing('Expected close', '2026-07-01'),
  closing('Close date (expected)', '2026-06-30'),
  currencies('BDT'),
  currencies('ARS'),
  currencies('UAH'),
  ...[
    ['First', 'Last'],
    ['FIRST', 'LAST'],
    ['Given', 'Family'],
  ].map(
    ([first, last]): Tried => ({
      name: `names under ${first} and ${last}, with one address`,
      lines: [
        `Nr;${first};${last};Email`,
        '1;John;Mill;office@mill.example',
        '2;Jane;Quay;office@mill.example',
        '3;Bo;Lind;bo@quay.example',
      ],
      people: [
        'John Mill <office@mill.example> lead',
        'Jane Quay <office@mill.example> lead',
        'Bo Lind <bo@quay.example> lead',
      ],
    }),
  ),
  ...['kun', 'cust', 'crm'].map(
    (table): Tried => ({
      name: `columns of a database with ${table}_ before each name, and the id of who wrote them`,
      lines: [
        `${table}_id;user_id;${table}_firmenname;${table}_ansprechpartner;${table}_telefon;${table}_ort`,
        '1;4;Mill GmbH;Ada Holm;030 1234501;Ulm',
        '2;4;Quay AG;Bo Lind;030 1234502;Bonn',
        '3;1;Fern KG;Cyr Ott;030 1234503;Hof',
      ],
      people: [
        'Ada Holm @Mill GmbH 030 1234501 lead',
        'Bo Lind @Quay AG 030 1234502 lead',
        'Cyr Ott @Fern KG 030 1234503 lead',
      ],
    }),
  ),
  ...['Dane klienta', 'Kto', 'Osoba w firmie'].map(
    (header): Tried => ({
      name: `names of people under a header nobody knows: ${header}`,
      lines: [`Lp;${header};numer uslugi`, '1;Maria Lind;1', '2;Adam Holm;5', '3;Ewa Ott;6'],
      people: ['Maria Lind lead', 'Adam Holm lead', 'Ewa Ott lead'],
      ...(header === 'Dane klienta' ? {} : { says: /!! Nothing says who a row is about/ }),
    }),
  ),
  ...[
    ['Nom', 'Le Midi', 'Mill SARL'],
    ['nome', 'Clinica Sorriso', 'Mulino SRL'],
    ['Nombre', 'Ana Gil', 'Molino SL'],
  ].map(
    ([header, one, two]): Tried => ({
      name: `${header} alone over whole names`,
      lines: [`Nr;${header};Email`, `1;${one};one@mill.example`, `2;${two};two@quay.example`],
      people: [
        header === 'nome' ? `· @${one} <one@mill.example> lead` : `${one} <one@mill.example> lead`,
        `· @${two} <two@quay.example> lead`,
      ],
    }),
  ),
  ...['\\N', 'NULL', 'null'].map(
    (nothing): Tried => ({
      name: `${nothing} of a database is nothing`,
      lines: [
        `Name;E-Mail;Firma;Telefon`,
        `Ada Holm;ada@mill.example;${nothing};030 1234501`,
        `Bo Lind;${nothing};Quay AG;${nothing}`,
      ],
      people: ['Ada Holm <ada@mill.example> 030 1234501 lead', 'Bo Lind @Quay AG lead'],
    }),
  ),
  ...['qualificado', 'cualificado', 'kvalificerad'].map(
    (word): Tried => ({
      name: `${word} is a stage`,
      lines: ['Name;E-mail;Stage', `Ada Holm;ada@mill.example;${word}`, 'Bo Lind;bo@quay.example;new'],
      people: ['Ada Holm <ada@mill.example> sql', 'Bo Lind <bo@quay.example> lead'],
    }),
  ),
  ...['ID', 'RECORDID', 'contact_id'].map(
    (header): Tried => ({
      name: `rows with nothing but ${header} are asked about`,
      lines: [`${header},ARCHIVED,DEALNAME,EMAIL`, '20660433513,False,,', '20744086570,False,,'],
      people: [],
      asks: true,
    }),
  ),
  {
    name: 'a pipeline whose last phase is called Close wins nothing',
    lines: [
      'Contact;E-mail;Deal name;Amount;Sales stage',
      'Ada Holm;ada@mill.example;Roof;1200;Qualify',
      'Bo Lind;bo@quay.example;Deck;800;Propose',
      'Cyr Ott;cyr@fern.example;Shed;500;Close',
    ],
    people: [
      'Ada Holm <ada@mill.example> opportunity|sql [Roof open 1200]',
      'Bo Lind <bo@quay.example> opportunity [Deck open 800]',
      'Cyr Ott <cyr@fern.example> opportunity|lead [Shed open 500]',
    ],
  },
];
