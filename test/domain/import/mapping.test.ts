// What a file becomes: columns by header and by content, values onto ours, dates and numbers decided once for a column.
import { describe, expect, test } from 'vitest';
import { guessMapping } from '../../../electron/domain/import/guess.ts';
import type { Mapping } from '../../../shared/import.ts';
import { germany, preview, read, targets, text, words } from './support.ts';

const america = { locale: 'en-US', dateOrder: 'mdy', decimal: '.' } as const;
const list = (header: string, ...rows: readonly string[]) => text([header, ...rows].join('\n'));

describe('columns', () => {
  test('are known by what is in them, whatever their headers say', async () => {
    const result = await read(
      list(
        'A,B,C,D',
        'x,ann@x.org,https://www.linkedin.com/in/ann,+49 170 1234567',
        'y,bob@x.org,https://linkedin.com/in/bob,0170 7654321',
      ),
    );
    expect(targets(result)).toEqual({ B: 'email', C: 'linkedinUrl', D: 'phone' });
  });

  test('a promise of the header that the cells do not keep is not believed', async () => {
    const result = await read(list('Website,E-mail,Amount,Company size', 'ann@x.org,yes,No,a\n', 'bob@x.org,no,Yes,b'));
    expect(targets(result)).toEqual({ Website: 'email' });
  });

  test.each([
    [
      'German',
      'Vorname;Nachname;E-Mail-Adresse;Telefonnummer;Firma;Position;Branche;Mitarbeiterzahl;Land;Ort;Quelle;Bemerkungen',
    ],
    ['French', 'Prénom;Nom;Adresse e-mail;Téléphone;Société;Poste;Secteur;Effectif;Pays;Ville;Origine;Commentaires'],
    [
      'Spanish',
      'Nombre;Apellidos;Correo electrónico;Teléfono;Empresa;Cargo;Sector;Número de empleados;País;Ciudad;Origen;Observaciones',
    ],
    ['Italian', 'Nome;Cognome;Indirizzo email;Telefono;Azienda;Ruolo;Settore;Dipendenti;Paese;Città;Fonte;Note'],
    [
      'Dutch',
      'Voornaam;Achternaam;E-mailadres;Telefoonnummer;Bedrijf;Functie;Branche;Aantal medewerkers;Land;Plaats;Bron;Opmerkingen',
    ],
    [
      'Polish',
      'Imię;Nazwisko;Adres e-mail;Telefon;Firma;Stanowisko;Branża;Liczba pracowników;Kraj;Miasto;Źródło;Uwagi',
    ],
    [
      'English',
      'First name;Surname;Email address;Mobile;Organisation;Designation;Industry;No. of employees;Country;Town;Lead source;Comments',
    ],
  ])('%s headers', async (_language, header) => {
    const result = await read(
      list(
        header,
        'Ann;Lee;ann@x.org;+49 170 1234567;Fox;CEO;Toys;12;Italy;Rome;Web;Hello',
        'Bob;Roe;bob@y.org;+49 170 7654321;Elk;CTO;Food;40;Spain;Madrid;Fair;Hi',
      ),
    );
    expect(result.mapping.columns.map(column => column.target)).toEqual([
      'firstName',
      'lastName',
      'email',
      'phone',
      'company',
      'jobTitle',
      'industry',
      'companySize',
      'country',
      'city',
      'channelId',
      'notes',
    ]);
  });

  test('further addresses and phones are kept and matched on', async () => {
    const { rows } = await read(
      list('Name,Email,Secondary email,Phone,Mobile', 'Ann Lee,a@x.org,b@x.org,030 901820,0170 1234567'),
    );
    expect(rows[0]?.facts).toMatchObject({
      email: 'a@x.org',
      phone: '030 901820',
      notes: 'Further e-mail: b@x.org\nFurther phone: 0170 1234567',
    });
    expect(rows[0]?.keys).toMatchObject({ emails: ['a@x.org', 'b@x.org'], phones: ['+4930901820', '+491701234567'] });
  });

  test('several columns into one, one column into two, a fixed value for all', async () => {
    const change = (mapping: Mapping): Mapping => ({
      ...mapping,
      columns: [
        { column: 0, target: 'firstName' },
        { column: 1, target: 'lastName' },
        { column: 2, target: 'lastName' },
        { column: 3, target: 'city', part: { by: ',', index: 0 } },
        { column: 3, target: 'country', part: { by: ',', index: 1 } },
      ],
      fixed: [
        { target: 'channelId', value: 'Trade show' },
        { target: 'stage', value: 'mql' },
        { target: 'consent', value: 'yes' },
      ],
    });
    const { rows } = await read(list('a;b;c;d', 'Ann;van;Lee;Rome, Italy'), { change });
    expect(rows[0]).toMatchObject({
      facts: { firstName: 'Ann', lastName: 'van Lee', city: 'Rome', country: 'Italy', consent: 'yes' },
      links: { channel: 'Trade show' },
      stage: 'mql',
    });
  });

  test('the mapping used last time is used again, with guesses only for values that are new', async () => {
    const first = await read(list('Name,Status', 'Ann,New', 'Bob,Alpha'));
    const remembered: Mapping = {
      ...first.mapping,
      values: first.mapping.values.map(entry => (entry.value === 'Alpha' ? { ...entry, to: 'sql' } : entry)),
    };
    const again = guessMapping(await preview(list('Name,Status', 'Carl,Alpha', 'Dora,Won')), remembered, words);
    expect(again.values.map(({ value, to }) => [value, to])).toEqual([
      ['New', 'lead'],
      ['Alpha', 'sql'],
      ['Won', 'customer'],
    ]);
  });
});

test('a remembered mapping follows its headers when their order changes', async () => {
  const first = await read(list('Alpha,Beta,Gamma', 'Ann,x@x.org,Acme', 'Bob,y@x.org,Fox'), {
    change: mapping => ({
      ...mapping,
      columns: [
        { column: 0, target: 'firstName' },
        { column: 1, target: 'email' },
        { column: 2, target: 'company' },
      ],
    }),
  });
  const seen = await preview(list('gamma,ALPHA,Beta', 'Elk,Carl,z@x.org'));
  expect(seen.signature).toBe(first.preview.signature);
  expect(guessMapping(seen, first.mapping, words).columns.map(({ column, target }) => [column, target])).toEqual([
    [1, 'firstName'],
    [2, 'email'],
    [0, 'company'],
  ]);
});

describe('values', () => {
  test('their statuses onto our stages, with counts', async () => {
    const rows = [
      'New',
      'Contacted',
      'Qualified',
      'Proposal sent',
      'Won',
      'Lost - price',
      'Nurturing',
      'Junk',
      'New',
      'Frobnicated',
    ].map((status, i) => `P${i},${status}`);
    const result = await read(list('Name,Status', ...rows));
    expect(Object.fromEntries(result.mapping.values.map(({ value, to }) => [value, to]))).toEqual({
      New: 'lead',
      Contacted: 'lead',
      Qualified: 'sql',
      'Proposal sent': 'opportunity',
      Won: 'customer',
      'Lost - price': 'lost',
      Nurturing: 'nurture',
      Junk: 'disqualified',
      Frobnicated: null,
    });
    expect(result.preview.columns[1]?.values[0]).toEqual({ value: 'New', count: 2 });
    expect(result.rows[5]).toMatchObject({ stage: 'lost', reason: 'price' });
    expect(result.rows[9]?.stage).toBeNull();
  });

  test.each([
    ['0/1', '1', '0'],
    ['Yes/No', 'Yes', 'No'],
    ['TRUE/FALSE', 'TRUE', 'FALSE'],
  ])('a flag "Converted" with %s', async (_kind, yes, no) => {
    const { rows } = await read(list('Lead ID,Converted', `A-100,${yes}`, `A-101,${no}`));
    expect(rows.map(row => [row.facts.externalId, row.stage])).toEqual([
      ['A-100', 'customer'],
      ['A-101', 'lead'],
    ]);
  });

  test('a source becomes a channel of ours where it is one, else a channel of its own; what says nothing is none', async () => {
    const { rows } = await read(
      list('Name;Quelle', 'A;Empfehlung', 'B;Messe München', 'C;Radio', 'D;Select', 'E;Newsletter'),
    );
    expect(rows.map(row => row.links.channel)).toEqual(['Referral', 'Trade show', 'Radio', null, 'E-mail']);
  });

  test('mapped values are what is taken, not guesses', async () => {
    const change = (mapping: Mapping): Mapping => ({
      ...mapping,
      values: [{ target: 'stage', value: 'won', to: null }],
    });
    const { rows } = await read(list('Name,Status', 'Ann,Won'), { change });
    expect(rows[0]?.stage).toBeNull();
  });
});

describe('dates', () => {
  test.each([
    ['one day above 12 decides for all', ['03/04/2024', '25/04/2024'], germany, 'dmy', false],
    ['one month above 12 decides for all', ['03/04/2024', '04/25/2024'], germany, 'mdy', false],
    ['nothing decides: asked, as the locale has it', ['03/04/2024', '05/04/2024'], germany, 'dmy', true],
    ['nothing decides: asked, as another locale has it', ['03/04/2024', '05/04/2024'], america, 'mdy', true],
    ['dots decide', ['03.04.2024', '05.04.2024'], america, 'dmy', false],
    ['both kinds in one column are asked about', ['25/04/2024', '04/25/2024', '26/04/2024'], germany, 'dmy', true],
    ['ISO needs no question', ['2024-04-03', '2024-04-05'], america, 'ymd', false],
    ['serials', ['45356', '45357'], germany, 'serial-1900', false],
  ] as const)('%s', async (_what, dates, region, order, ambiguous) => {
    const seen = await preview(list('Name;Created', ...dates.map(date => `Ann;${date}`)), {}, region);
    expect(seen.columns[1]).toMatchObject({ dateOrder: order, ambiguous });
  });

  test('each way to read a column is shown with its examples', async () => {
    const seen = await preview(list('Name;Created;Budget', 'Ann;03/04/2024;1.234', 'Bob;13/04/2024 14:30;2,5'));
    expect(seen.columns.map(column => column.readings)).toEqual([
      [],
      [
        { dateOrder: 'dmy', as: ['2024-04-03', '2024-04-13 14:30'] },
        { dateOrder: 'mdy', as: ['2024-03-04', ''] },
      ],
      [
        { decimal: '.', as: ['1.234', ''] },
        { decimal: ',', as: ['1234', '2.5'] },
      ],
    ]);
  });

  test('days are days in the zone of the workspace; a day without a time is noon there', async () => {
    const content = list('Name,Created', 'Ann,2024-07-01', 'Bob,2024-07-01 23:30', 'Carl,2024-07-01T23:30:00-08:00');
    const { rows } = await read(content, { context: { timeZone: 'Pacific/Auckland' } });
    expect(rows.map(row => new Date(row.createdAt ?? 0).toISOString())).toEqual([
      '2024-07-01T00:00:00.000Z',
      '2024-07-01T11:30:00.000Z',
      '2024-07-02T07:30:00.000Z',
    ]);
  });

  test('the days of becoming MQL, SQL, customer and of being lost, in their order; none in the future', async () => {
    const { rows } = await read(
      list(
        'Name;MQL date;SQL date;Customer since;Lost on',
        'Ann;01.02.2024;15.02.2024;01.03.2024;',
        'Bob;01.02.2024;;;20.02.2024',
        'Carl;01.02.2104;;;',
        'Dora;soon;;;',
      ),
    );
    expect(rows.map(row => [row.stage, row.stageDates.map(({ stage }) => stage)])).toEqual([
      ['customer', ['mql', 'sql', 'customer']],
      ['lost', ['mql', 'lost']],
      [null, []],
      [null, []],
    ]);
    expect(rows[0]?.stageDates[0]?.at).toBe(Date.parse('2024-02-01T11:00:00Z'));
    expect(rows.slice(2).map(row => row.warnings)).toEqual([
      ['MQL date: “01.02.2104” lies in the future.'],
      ['MQL date: “soon” is not a date.'],
    ]);
  });

  test('a later file of deals won turns leads into customers by their id, dated and valued', async () => {
    const { rows, mapping } = await read(
      list('Lead ID;Deal value;Won on', 'A-100;1.200,50 €;01.03.2024', 'A-101;800 €;15.03.2024'),
    );
    expect(mapping.rows).toBe('leads');
    expect(rows[0]).toMatchObject({
      facts: { externalId: 'A-100' },
      stage: 'customer',
      stageDates: [{ stage: 'customer', at: Date.parse('2024-03-01T11:00:00Z') }],
      deal: { amount: 120_050 },
    });
  });
});

describe('numbers', () => {
  test.each([
    ['1.234', '2.500', germany, ',', true, 123_400],
    ['1.234', '2.500', america, '.', true, 123],
    ['1.234,50', '2.500', america, ',', false, 123_450],
    ['1,234.50', '2,500', germany, '.', false, 123_450],
    ['1 234,50', '2 500', america, ',', false, 123_450],
  ] as const)('%s beside %s', async (a, b, region, decimal, ambiguous, amount) => {
    const content = list('Name;Budget', `Ann;${a}`, `Bob;${b}`);
    expect((await preview(content, {}, region)).columns[1]).toMatchObject({ decimal, ambiguous });
    expect((await read(content, { region })).rows[0]?.facts.budget).toBe(amount);
  });
});

describe('activities', () => {
  test('a call log: type, day and note of each', async () => {
    const { mapping, rows, refused } = await read(
      list(
        'E-mail;Datum;Activity type;Call notes',
        'a@x.org;01.02.2024;Call;left a message',
        'a@x.org;02.02.2024;Inbound call;',
        'b@x.org;03.02.2024;Gibberish;',
      ),
    );
    expect(mapping.rows).toBe('leads-and-activities');
    expect(rows.map(row => row.activities)).toEqual([
      [{ typeId: 'call-made', at: Date.parse('2024-02-01T11:00:00Z'), note: 'left a message' }],
      [{ typeId: 'inbound-call', at: Date.parse('2024-02-02T11:00:00Z'), note: null }],
      [],
    ]);
    expect([rows[2]?.warnings, refused]).toEqual([[], []]);
  });

  test('a campaign report: opened and clicked as counts, bounced as a flag, all on the day of the campaign', async () => {
    const change = (mapping: Mapping): Mapping => ({
      ...mapping,
      rows: 'activities',
      columns: [
        { column: 0, target: 'email' },
        { column: 1, target: 'activity', typeId: 'email-opened' },
        { column: 2, target: 'activity', typeId: 'email-clicked' },
        { column: 3, target: 'activity', typeId: 'email-bounced' },
      ],
      fixed: [{ target: 'activityOn', value: '2024-05-02' }],
    });
    const { rows, refused } = await read(
      list('Email,Opens,Clicks,Bounced', 'a@x.org,2,1,No', 'b@x.org,0,0,Yes', 'c@x.org,0,0,No', 'd@x.org,9999,0,No'),
      { change },
    );
    expect(rows.map(row => row.activities.map(({ typeId }) => typeId))).toEqual([
      ['email-opened', 'email-opened', 'email-clicked'],
      ['email-bounced'],
      Array(50).fill('email-opened'),
    ]);
    expect(rows[0]?.activities[0]?.at).toBe(Date.parse('2024-05-02T10:00:00Z'));
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([[4, 'Nothing in this row says what happened.']]);
  });

  test('an activity without a day is left out, and it is said', async () => {
    const change = (mapping: Mapping): Mapping => ({
      ...mapping,
      rows: 'leads-and-activities',
      columns: [
        { column: 0, target: 'email' },
        { column: 1, target: 'activity', typeId: 'event-attended' },
      ],
    });
    const { rows } = await read(list('Email,Attended', 'a@x.org,yes'), { change });
    expect(rows[0]).toMatchObject({ activities: [], warnings: ['The activity has no date and was left out.'] });
  });
});

test('a sheet of campaigns with cost and days becomes campaigns and spend', async () => {
  const { mapping, rows, refused } = await read(
    list(
      'Campaign;Channel;Cost;Start date;End date',
      'Spring fair;Messe;1.200,50 €;01.03.2024;31.03.2024',
      ';;300;01.04.2024;30.04.2024',
    ),
  );
  expect(mapping.rows).toBe('campaigns');
  expect(rows[0]).toMatchObject({
    links: { campaign: 'Spring fair', channel: 'Trade show' },
    spend: { amount: 120_050, from: '2024-03-01', to: '2024-03-31' },
  });
  expect(refused[0]?.reason).toBe('Nothing in this row says which campaign or channel it is.');
});

test('a sheet of visits by week becomes reach', async () => {
  const { mapping, rows } = await read(list('Week,Channel,Impressions,Visitors', '2024-03-04,Website,12000,340'), {
    region: america,
  });
  expect(mapping.rows).toBe('reach');
  expect(rows[0]).toMatchObject({
    links: { channel: 'Website' },
    reach: { on: '2024-03-04', strangers: 12_000, visitors: 340 },
  });
});

test('leads that know little are taken: only an id, only a company, only an e-mail', async () => {
  const { rows, refused } = await read(
    list('Lead ID,Company,E-mail', 'A-100,,', ',Fox GmbH,', ',,a@x.org', ',,not an address'),
  );
  expect(rows.map(row => row.facts)).toEqual([{ externalId: 'A-100' }, { company: 'Fox GmbH' }, { email: 'a@x.org' }]);
  expect(refused[0]?.reason).toBe('E-mail: “not an address” is not an e-mail address.');
});

test('an id that lost its digits is refused, not guessed', async () => {
  const { rows, refused } = await read(list('Lead ID,Name', '1.70123E+11,', '1.70124E+11,Ann'), {
    change: mapping => ({
      ...mapping,
      columns: [
        { column: 0, target: 'externalId' },
        { column: 1, target: 'fullName' },
      ],
    }),
  });
  expect(refused[0]?.reason).toContain('has lost its last digits');
  expect(rows[0]?.facts).toEqual({ firstName: 'Ann' });
});

test('texts longer than a field holds are cut, and it is said', async () => {
  const { rows } = await read(list('Name,Company', `Ann,${'x'.repeat(400)}`));
  expect([rows[0]?.facts.company?.length, rows[0]?.warnings.length]).toEqual([300, 1]);
});
