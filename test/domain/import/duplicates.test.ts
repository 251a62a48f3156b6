// Who is the same person: every key, what speaks against it, and that order and writing do not matter.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateIndex } from '../../../electron/domain/import/duplicates.ts';
import type { Matchable } from '../../../electron/domain/import/keys.ts';
import { companyKey, linkedinKey, matchKeys } from '../../../electron/domain/import/keys.ts';
import { isNobodysAddress } from '../../../electron/domain/import/stand-ins.ts';

const match = (there: Matchable, row: Matchable) => {
  const index = duplicateIndex<string>();
  index.add('there', matchKeys(there, 'DE'));
  const found = index.find(matchKeys(row, 'DE'));
  return found && { by: found.by, sure: found.sure, why: found.why };
};
const ann = { firstName: 'Ann', lastName: 'Lee', company: 'Acme GmbH' };

describe('the same person', () => {
  test.each([
    ['id, whatever its case', { externalId: 'AB-1' }, { externalId: ' ab-1 ' }, 'externalId'],
    ['e-mail, whatever its case', { email: 'Ann@Acme.Example' }, { email: 'ann@ACME.example' }, 'email'],
    ['an international domain in both writings', { email: 'a@müller.de' }, { email: 'a@xn--mller-kva.de' }, 'email'],
    [
      'a profile in any writing',
      { linkedinUrl: 'https://www.linkedin.com/in/ann-lee/?x=1' },
      { linkedinUrl: 'linkedin.com/in/Ann-Lee' },
      'linkedin',
    ],
    [
      'phone with and without its country',
      { ...ann, phone: '0170 1234567' },
      { firstName: 'Ann', phone: '+49 (0)170 123 45 67' },
      'phone',
    ],
    ['phone whose plus a spreadsheet ate', { phone: '+491701234567' }, { phone: '491701234567' }, 'phone'],
    [
      'name and company, turned round and without its form',
      ann,
      { firstName: 'LEE', lastName: 'ann', company: 'ACME' },
      'nameCompany',
    ],
    ['a name with and without accents', { ...ann, lastName: 'Müller' }, { ...ann, lastName: 'Muller' }, 'nameCompany'],
  ])('%s', (_what, there, row, by) => {
    expect(match(there, row)).toMatchObject({ by, sure: true });
  });
});

test('half a name, or its initial, does not speak against anybody', () => {
  const phone = '+49301234567';
  for (const half of [{ firstName: 'Ann' }, { firstName: 'A.', lastName: 'Lee' }, { lastName: 'Lee' }]) {
    expect(match({ ...ann, phone }, { ...half, phone })).toMatchObject({ by: 'phone', sure: true });
  }
});

describe('perhaps the same person', () => {
  test.each([
    [
      'a phone two colleagues share',
      { ...ann, phone: '+49301234567' },
      { firstName: 'Bob', lastName: 'Fox', phone: '+49301234567' },
      'Same phone, but a different name.',
    ],
    [
      'a phone of a family',
      { ...ann, phone: '+49301234567' },
      { firstName: 'Bob', lastName: 'Lee', phone: '+49301234567' },
      'Same phone, but only part of the name.',
    ],
    [
      'an address several people read',
      { ...ann, email: 'info@acme.example' },
      { company: 'Acme', email: 'info@acme.example' },
      'Same e-mail, but possibly a shared mailbox.',
    ],
    [
      'an address with another name',
      { ...ann, email: 'x@acme.example' },
      { firstName: 'Bob', email: 'x@acme.example' },
      'Same e-mail, but a different name.',
    ],
    [
      'a name with another address',
      { ...ann, email: 'a@acme.example' },
      { ...ann, email: 'b@acme.example' },
      'Same name and company, but a different e-mail.',
    ],
    [
      'an address with a tag',
      { email: 'ann@acme.example' },
      { email: 'ann+news@acme.example' },
      'Similar e-mail, may be a different person.',
    ],
    [
      'an id of another program',
      { ...ann, externalId: '1', email: 'a@acme.example' },
      { firstName: 'Bob', externalId: '1', email: 'b@fox.example' },
      'Same ID, but a different name.',
    ],
  ])('%s is asked about', (_what, there, row, why) => {
    expect(match(there, row)).toMatchObject({ sure: false, why });
  });

  test('a sure match is taken before an unsure one that would come first', () => {
    const index = duplicateIndex<string>();
    index.add('shared mailbox', matchKeys({ firstName: 'Bob', lastName: 'Fox', email: 'x@acme.example' }, null));
    index.add('ann', matchKeys({ ...ann, phone: '+49301234567' }, null));
    const keys = matchKeys({ ...ann, email: 'x@acme.example', phone: '+49301234567' }, null);
    expect(index.find(keys)).toMatchObject({ ref: 'ann', by: 'phone', sure: true });
    expect(index.findAll(keys).map(({ ref, sure }) => [ref, sure])).toEqual([
      ['ann', true],
      ['shared mailbox', false],
    ]);
  });
});

describe('somebody of whom little is known', () => {
  test('a company without a person is the same company', () => {
    expect(match({ company: 'Acme', city: 'Graz' }, { company: 'ACME', city: 'Graz' })).toMatchObject({ sure: true });
    expect(match({ company: 'Acme', city: 'Graz' }, { company: 'Acme', phone: '+43 316 1234' })).toMatchObject({
      sure: true,
    });
    expect(match({ company: 'Acme', city: 'Graz' }, { company: 'Acme', city: 'Linz' })).toMatchObject({
      sure: false,
      why: 'Same company, but a different city.',
    });
    expect(match({ company: 'Acme', email: 'a@acme.example' }, { company: 'Acme' })).toBeNull();
  });
  test('a bare name is asked about, and taken for the same until somebody says otherwise', () => {
    expect(match({ firstName: 'Ann', lastName: 'Lee' }, { firstName: 'ann', lastName: 'lee' })).toMatchObject({
      sure: false,
      why: 'Same in all known fields, but only the name matches.',
    });
  });
});

test('of several with the same phone, the one who is nearest is found', () => {
  const index = duplicateIndex<string>();
  const phone = '+49301234567';
  index.add('ann', matchKeys({ ...ann, phone }, null));
  index.add('bob', matchKeys({ firstName: 'Bob', lastName: 'Fox', phone }, null));
  expect(index.find(matchKeys({ firstName: 'Bob', lastName: 'Fox', phone }, null))).toMatchObject({
    ref: 'bob',
    sure: true,
  });
});

test.each([
  [{ ...ann }, { ...ann, company: 'Other' }],
  [{ firstName: 'Ann' }, { lastName: 'Ann' }],
  [{ email: 'a@x.example' }, { email: 'b@x.example' }],
  [{ linkedinUrl: 'https://example.org/in/ann' }, { linkedinUrl: 'https://example.org/in/ann' }],
])('%o and %o are two people', (a, b) => {
  expect(match(a, b)).toBeNull();
});

test('keys do not change when a text has been through them, and everybody matches themselves', () => {
  fc.assert(
    fc.property(
      // “na@a.aa” is what forms are filled with, and finds nobody.
      fc.emailAddress().filter(address => !isNobodysAddress(address)),
      fc.string({ unit: 'grapheme', minLength: 2 }),
      fc.string({ minLength: 2 }),
      (email, last, company) => {
        const attributes = { email, firstName: 'Ann', lastName: last, company };
        const keys = matchKeys(attributes, null);
        expect(
          matchKeys({ ...attributes, email: keys.emails[0], company: company.toUpperCase().toLowerCase() }, null)
            .emails,
        ).toEqual(keys.emails);
        expect(match(attributes, attributes)).toMatchObject({ by: 'email' });
      },
    ),
  );
});

test('companies without their forms', () => {
  expect(['Müller Bau GmbH & Co. KG', 'MULLER BAU', 'Muller Bau Ltd.', 'müller-bau, Inc.'].map(companyKey)).toEqual(
    Array(4).fill('muller bau'),
  );
  expect(companyKey('AG')).toBe('ag');
  expect(linkedinKey('https://www.linkedin.com/company/acme/')).toBe('company/acme');
});
