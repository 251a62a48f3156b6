// Phones, addresses, names and plain text, each in the writings that really come.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryCode, countryName } from '../../../electron/domain/countries.ts';
import { isCompanyName } from '../../../electron/domain/import/companies.ts';
import { yesNo } from '../../../electron/domain/import/content.ts';
import { parseEmail, parseEmails } from '../../../electron/domain/import/emails.ts';
import { splitName } from '../../../electron/domain/import/names.ts';
import { parsePhone, splitPhones } from '../../../electron/domain/import/phones.ts';
import { leftOut, totalsRow } from '../../../electron/domain/import/rows.ts';
import {
  cleanCell,
  headerKey,
  normalize,
  saysNothing,
  saysNothingAsName,
} from '../../../electron/domain/import/text.ts';

describe('phones', () => {
  test.each([
    ['0170 1234567', 'DE', '+491701234567'],
    ['491701234567', 'DE', '+491701234567'],
    ['+49 (0)170 1234567', 'DE', '+491701234567'],
    ['0049 170 1234567', 'FR', '+491701234567'],
    ['(030) 901820', 'DE', '+4930901820'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['1-415-555-2671', 'US', '+14155552671'],
    ['415-555-2671 ext. 12', 'US', '+14155552671'],
    ['01 23 45 67 89', 'FR', '+33123456789'],
    ['06 1234 5678', 'IT', '+390612345678'],
    ['p:+15550100123', null, '+15550100123'],
    ["'+44 20 7946 0958", null, '+442079460958'],
    ['491701234567.0', 'DE', '+491701234567'],
    ['98765 43210', 'IN', '+919876543210'],
  ])('%s in %s is %s', (text, country, key) => expect(parsePhone(text, country)?.key).toBe(key));

  test('what cannot be one is none, and what is unsure stays a text', () => {
    expect(['12', 'Mobile', '1.70123E+11', ''].map(text => parsePhone(text, 'DE'))).toEqual([null, null, null, null]);
    expect(parsePhone('170 1234567', null)).toEqual({ text: '170 1234567', key: '1701234567', sure: false });
    expect(splitPhones('030 12345 / 0170 12345; +49 1')).toEqual(['030 12345', '0170 12345', '+49 1']);
  });
});

describe('e-mail', () => {
  test.each([
    ['Ann@ACME.Example', 'Ann@acme.example'],
    ['Ann Lee <ann@acme.example>', 'ann@acme.example'],
    ['mailto:ann@acme.example?subject=Hi', 'ann@acme.example'],
    ['<ann@acme.example>', 'ann@acme.example'],
    ['ann@acme.example.', 'ann@acme.example'],
    ['"ann@acme.example",', 'ann@acme.example'],
    ['ann+news@acme.example', 'ann+news@acme.example'],
    ['jörg@müller.de', 'jörg@müller.de'],
    ["o'neil@acme.co.uk", "o'neil@acme.co.uk"],
    ['(ann@acme.example)', 'ann@acme.example'],
  ])('%s', (text, address) => expect(parseEmail(text)).toBe(address));

  test.each([
    'ann',
    'ann@',
    '@acme.example',
    'ann@acme',
    'a b@acme.example',
    'ann@acme..example',
    'ann@-acme.example',
    '.ann@acme.example',
    'ann@1.2.3.4',
    'n/a',
  ])('%s is none', text => {
    expect(parseEmail(text)).toBeNull();
  });

  test('several in one cell, and what is left over', () => {
    for (const text of [
      'a@x.org; b@x.org',
      'a@x.org, b@x.org',
      'a@x.org b@x.org',
      'a@x.org\nb@x.org',
      'a@x.org ::: b@x.org',
      'a@x.org / b@x.org',
      'a@x.org or b@x.org',
    ]) {
      expect([text, parseEmails(text).addresses]).toEqual([text, ['a@x.org', 'b@x.org']]);
    }
    expect(parseEmails('a@x.org, ask Bob')).toEqual({ addresses: ['a@x.org'], name: null, rest: ['ask', 'Bob'] });
    expect(parseEmails('"Lee, Ann" <a@x.org>')).toMatchObject({ addresses: ['a@x.org'], name: 'Lee, Ann' });
  });
});

test.each([
  ['Ann Lee', 'Ann', 'Lee'],
  ['Lee, Ann', 'Ann', 'Lee'],
  ['Dr. Ann van der Lee', 'Ann', 'van der Lee'],
  ['Prof. Dr. Jürgen von Groß', 'Jürgen', 'von Groß'],
  ['Ann Mary Lee Jr.', 'Ann Mary', 'Lee Jr.'],
  ['Ann', 'Ann', null],
  ['Mr Smith', null, 'Smith'],
  ['Fam. Gruber', null, 'Gruber'],
  ['Dr. Ann', 'Ann', null],
  ['Maria de la Cruz', 'Maria', 'de la Cruz'],
  ['山田太郎', '山田太郎', null],
  ['Ann Lee (Acme)', 'Ann', 'Lee'],
])('the name %s', (text, firstName, lastName) => expect(splitName(text)).toEqual({ firstName, lastName }));

test.each([
  ['Ángel Muñoz Gil', 'angel.munozgil@firm.example', 'Ángel', 'Muñoz Gil'],
  ['Ana Lucía Pérez Soto', 'perez-soto@firm.example', 'Ana Lucía Pérez', 'Soto'],
  ['Ana Lucía Pérez Soto', 'ANA_PEREZSOTO@firm.example', 'Ana Lucía', 'Pérez Soto'],
  ['Ángel Muñoz Gil', 'a.munozgil@firm.example', 'Ángel', 'Muñoz Gil'],
  ['Mary Ann Lee', 'annlee@firm.example', 'Mary Ann', 'Lee'],
  ['John Paul Smith', 'paulsmith@firm.example', 'John Paul', 'Smith'],
  ['Sarah Jane Miller', 'janemiller88@firm.example', 'Sarah Jane', 'Miller'],
  ['Mary Ann Lee', 'mary.ann@firm.example', 'Mary Ann', 'Lee'],
  ['Mary Ann Lee', 'info@munozgil.example', 'Mary Ann', 'Lee'],
  ['Jan Willem de Vries', 'jw.devries@firm.example', 'Jan Willem', 'de Vries'],
])('the name %s beside the address %s', (text, address, firstName, lastName) =>
  expect(splitName(text, address)).toEqual({ firstName, lastName }),
);

describe('a company, not a person', () => {
  test.each([
    'Huber e.K.',
    'Huber e. K.',
    'Huber eK',
    'Sommer & Söhne GmbH',
    'Dupont SAS',
    'Officina Verdi Sas',
    'Fratelli Rossi & C. Sas',
    'Sá Lda Ltda',
    'Lee Ltd',
  ])('%s', name => expect(isCompanyName(name)).toBe(true));
  test.each(['Åsa Ek', 'ÅSA EK', 'åsa ek', 'Åsa EK', 'Ana Sá', 'Ann Lee', 'Coco Inca'])('%s is not', name =>
    expect(isCompanyName(name)).toBe(false),
  );
});

describe('rows that are none', () => {
  test.each(['Total', 'Summe', 'Summa', 'Totalt:', 'Łącznie', 'Sous-total', 'Subtotale', 'Eindtotaal', 'Total geral'])(
    '%s and a sum',
    word => expect(leftOut([word, '', '1.200,50'], ['Name', 'Ort', 'Betrag'])).toBe(totalsRow),
  );
  test.each(['Summa Maria', 'Total Energies'])('%s is somebody', word =>
    expect(leftOut([word, 'Ulm', '1.200,50'], ['Name', 'Ort', 'Betrag'])).toBeNull(),
  );
});

describe('text', () => {
  test('spaces and marks nobody sees are taken off; one form for one letter', () => {
    expect(cleanCell('\u00a0 Ann\u200b\u202a Lee\u202c \ufeff')).toBe('Ann Lee');
    expect(cleanCell('e\u0301')).toBe('\u00e9');
    expect(cleanCell('👩\u200d👩\u200d👧')).toBe('👩\u200d👩\u200d👧');
    expect(cleanCell('a\r\nb\0')).toBe('a\nb');
  });

  test('folding: case, accents, width, and the Turkish I', () => {
    expect(['İSTANBUL', 'ISTANBUL', 'ıstanbul'].map(normalize)).toEqual(['istanbul', 'istanbul', 'istanbul']);
    expect(['Straße', 'Łódź', 'ÆØÅ', 'Ｆｕｌｌ  Width'].map(normalize)).toEqual([
      'strasse',
      'lodz',
      'aeoa',
      'full width',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), value => {
        expect(normalize(normalize(value))).toBe(normalize(value));
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter(value => !value.includes("'")),
        value => {
          expect(cleanCell(cleanCell(value))).toBe(cleanCell(value));
        },
      ),
    );
  });

  test('words that say nothing, and names that only look like them', () => {
    expect(['Select', 'N/A', '#N/A', '-', '—', 'none', '0000-00-00', 'k.A.', '??'].every(saysNothing)).toBe(true);
    expect(['0', 'No', 'Nothing', 'NA', 'Nan Goldin'].some(saysNothing)).toBe(false);
    expect([
      saysNothingAsName('Null'),
      saysNothingAsName('NULL'),
      saysNothingAsName('null'),
      saysNothingAsName('n/a'),
    ]).toEqual([false, true, true, true]);
  });

  test('headers in any spelling', () => {
    expect(new Set(['First Name', 'first_name', 'FirstName', 'FIRST-NAME*', ' first  name '].map(headerKey))).toEqual(
      new Set(['firstname']),
    );
  });

  test('yes and no in many languages, and countries in all of theirs', () => {
    expect(['Yes', 'ja', 'Sí', 'oui', 'TRUE', '1', 'x', '✓'].map(yesNo)).toEqual(Array(8).fill(true));
    expect(['No', 'nein', 'FALSE', '0', 'niet?'].map(yesNo)).toEqual([false, false, false, false, null]);
    expect(['Deutschland', 'germany', 'DE', 'Allemagne', 'Niemcy', 'ドイツ'].map(countryCode)).toEqual(
      Array(6).fill('DE'),
    );
    expect(['USA', 'UK', 'The Netherlands', 'Atlantis'].map(countryCode)).toEqual(['US', 'GB', 'NL', null]);
    expect(['US', 'DE', 'Deutschland', 'us'].map(countryName)).toEqual([
      'United States',
      'Germany',
      'Deutschland',
      'us',
    ]);
  });
});
