// What a file becomes: columns by header and by content, values onto ours.
import { describe, expect, test } from 'vitest';
import { guessMapping } from '../../../electron/domain/import/guess.ts';
import type { Mapping } from '../../../shared/import.ts';
import { preview, read, targets, text, words } from './support.ts';

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
    expect(targets(result)).toEqual({ A: 'notes', B: 'email', C: 'linkedinUrl', D: 'phone' });
  });

  test('a promise of the header that the cells do not keep is not believed', async () => {
    const result = await read(list('Website,E-mail,Amount,Company size', 'ann@x.org,yes,No,a\n', 'bob@x.org,no,Yes,b'));
    expect(targets(result)).toEqual({
      Website: 'email',
      'E-mail': 'notes',
      Amount: 'notes',
      'Company size': 'notes',
    });
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
    expect(rows[0]?.attributes).toMatchObject({
      email: 'a@x.org',
      phone: '030 901820',
      notes: 'Other e-mail: b@x.org\nOther phone: 0170 1234567',
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
      attributes: { firstName: 'Ann', lastName: 'van Lee', city: 'Rome', country: 'Italy', consent: 'yes' },
      references: { channel: 'Trade show' },
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
    expect(rows.map(row => [row.attributes.externalId, row.stage])).toEqual([
      ['A-100', 'sql'],
      ['A-101', null],
    ]);
  });

  test('a source becomes a channel of ours where it is one, else a channel of its own; what says nothing is none', async () => {
    const { rows } = await read(
      list('Name;Quelle', 'A;Empfehlung', 'B;Messe München', 'C;Radio', 'D;Select', 'E;Newsletter'),
    );
    expect(rows.map(row => row.references.channel)).toEqual(['Referral', 'Trade show', 'Radio', null, 'E-mail']);
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
