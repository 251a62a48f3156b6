// The two files everybody starts with: a CRM's export with ids and flags, and a plain list of contacts.
import { expect, test } from 'vitest';
import { fixture, read, targets } from './support.ts';

test('an export without names becomes leads by their id, with stages from its "Converted" flag', async () => {
  const result = await read(fixture('x-education.csv'));
  expect(targets(result)).toMatchObject({
    'Prospect ID': 'externalId',
    'Lead Source': 'channelId',
    'Do Not Email': 'optOut',
    Converted: 'stage',
    Country: 'country',
    City: 'city',
  });
  expect(result.rejected).toEqual([]);
  expect(result.rows).toHaveLength(39);
  expect(result.rows[2]).toMatchObject({ attributes: { city: 'Mumbai', country: 'India' }, stage: 'sql' });
  expect(result.rows[0]?.attributes).not.toHaveProperty('city');
  expect(result.rows[0]?.references.channel).toBe('Website');
});

test('a plain list of contacts in another language is understood, and a row that names nobody is refused', async () => {
  const { rows, rejected } = await read(fixture('contacts.csv'));
  expect(rows.map(row => row.attributes)).toEqual([
    {
      firstName: 'Anna',
      lastName: 'Müller',
      email: 'anna@example.org',
      phone: '+49 30 1234567',
      company: 'Müller Bau GmbH',
      city: 'Berlin',
      notes: 'Messe 2024,\nruft zurück',
    },
    { firstName: 'Bernd', lastName: 'van der Berg', email: 'BERND@example.net', company: 'Berg & Co', city: 'Köln' },
    { company: 'Nur Firma AG' },
  ]);
  expect(rows.map(row => row.line)).toEqual([2, 4, 5]);
  expect(rows[1]?.keys).toMatchObject({ emails: ['bernd@example.net'], nameCompany: 'berg bernd der van|berg' });
  expect(rejected).toEqual([
    {
      line: 6,
      cells: ['', '', '', '', '', 'nichts'],
      reason: 'This row has no name, company, e-mail, phone or ID.',
    },
  ]);
});
