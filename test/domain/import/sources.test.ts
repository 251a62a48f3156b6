// One export of each program: recognized by its headers and mapped without a question.
import { describe, expect, test } from 'vitest';
import type { Read } from './support.ts';
import { fixture, now, read, targets } from './support.ts';

const open = async (name: string): Promise<Read & { readonly id: string | undefined }> => {
  const result = await read(fixture(name));
  return { ...result, id: result.preview.source?.id };
};
const day = (text: string) => Date.parse(text);

describe('CRMs', () => {
  test('HubSpot contacts: stage from lifecycle and status, with the days they were reached', async () => {
    const { id, rows, rejected } = await open('hubspot-contacts.csv');
    expect([id, rejected]).toEqual(['hubspot', []]);
    expect(rows[0]).toMatchObject({
      attributes: {
        externalId: '101',
        firstName: 'Ann',
        lastName: 'Lee',
        email: 'ann@acme.example',
        phone: '+1 555 0100',
        company: 'Acme Inc',
        jobTitle: 'Head of Sales',
        country: 'United States',
      },
      stage: 'mql',
      stageDates: [{ stage: 'mql', at: day('2024-02-01T09:00:00Z') }],
      createdAt: day('2024-01-05T08:30:00Z'),
      references: { channel: 'Organic search', member: 'Bob Owner' },
    });
    expect(rows[1]).toMatchObject({
      stage: 'customer',
      attributes: { consent: 'no', lastName: 'Núñez' },
      references: { channel: 'Referral' },
    });
    expect(rows[1]?.stageDates.map(({ stage }) => stage)).toEqual(['mql', 'customer']);
    expect(rows[2]).toMatchObject({ stage: 'disqualified', attributes: { email: 'only@mail.example' } });
  });

  test('HubSpot deals: won and lost by contact id, with day, amount and reason; an open one is an opportunity', async () => {
    const { id, rows } = await open('hubspot-deals.csv');
    expect(id).toBe('hubspot-deals');
    expect(rows.map(row => [row.attributes.externalId, row.stage, row.reason])).toEqual([
      ['101', 'customer', null],
      ['102', 'lost', 'price'],
      ['104', 'opportunity', null],
    ]);
    expect(rows[0]).toMatchObject({
      deal: { name: 'Acme - New Deal', amount: 1_200_050 },
      stageDates: [{ stage: 'opportunity' }, { stage: 'customer', at: day('2024-03-15T09:00:00Z') }],
    });
    expect(rows[2]?.deal?.closeOn).toBe('2026-12-01');
  });

  test('HubSpot companies are leads by their company', async () => {
    const { id, rows } = await open('hubspot-companies.csv');
    expect(id).toBe('hubspot-companies');
    expect(rows.map(row => row.attributes)).toEqual([
      { externalId: '501', company: 'Acme Inc', website: 'acme.example' },
      { externalId: '502', company: 'Ott KG' },
    ]);
  });

  test('Salesforce report: opting out is the opposite of consent, footers are left out, days are month first', async () => {
    const { id, rows, rejected, problems } = await open('salesforce-report.csv');
    expect(id).toBe('salesforce');
    expect(rows.map(row => [row.attributes.email, row.stage, row.attributes.consent, row.createdAt])).toEqual([
      ['ann@acme.example', 'lead', undefined, day('2024-01-25T11:00:00Z')],
      ['carl@ott.example', 'sql', 'no', day('2024-02-03T11:00:00Z')],
    ]);
    expect(rejected).toEqual([]);
    expect(problems).toContainEqual({ line: 5, message: 'Text below the table was skipped.' });
  });

  test('Salesforce by field names', async () => {
    const { id, rows } = await open('salesforce-api.csv');
    expect(id).toBe('salesforce-api');
    expect(rows[0]).toMatchObject({
      attributes: {
        externalId: '00Q5g00000ABCdeEAH',
        jobTitle: 'Head of Sales',
        companySize: 45,
        consent: 'no',
        region: 'TX',
      },
      stage: 'sql',
      createdAt: day('2024-01-25T10:11:12Z'),
    });
    expect(rows[1]).toMatchObject({ stage: 'lead', references: { channel: 'Referral' } });
    expect(rows[1]?.attributes).not.toHaveProperty('consent');
  });

  test('Salesforce contacts', async () => {
    const { id, rows } = await open('salesforce-contacts.csv');
    expect(id).toBe('salesforce');
    expect(rows[0]?.attributes).toMatchObject({
      company: 'Acme Inc',
      city: 'Austin',
      region: 'TX',
      country: 'United States',
      notes: 'Mailing Street: 1 Main St\nMailing Zip/Postal Code: 78701\nMet at fair',
    });
    expect(rows[1]?.attributes).toMatchObject({ consent: 'no', phone: '+49 170 1234567' });
  });

  test('Pipedrive people and deals', async () => {
    const listedLeads = await open('pipedrive-people.csv');
    expect(listedLeads.id).toBe('pipedrive');
    expect(listedLeads.rows[0]).toMatchObject({
      attributes: {
        externalId: '11',
        firstName: 'Ann',
        company: 'Acme Inc',
        email: 'ann@acme.example',
        phone: '+1 555 0100',
        consent: 'yes',
      },
      keys: { emails: ['ann@acme.example', 'ann@home.example'] },
    });
    expect(listedLeads.rows[1]?.attributes.consent).toBe('no');
    const deals = await open('pipedrive-deals.csv');
    expect(deals.id).toBe('pipedrive-deals');
    expect(
      deals.rows.map(row => [
        row.attributes.lastName,
        row.stage,
        row.reason,
        row.deal?.amount,
        row.stageDates.at(-1)?.stage,
      ]),
    ).toEqual([
      ['Lee', 'customer', null, 120_000, 'customer'],
      ['Ott', 'lost', 'no-budget', 30_000, 'lost'],
      ['Fox', 'opportunity', null, 90_000, 'opportunity'],
    ]);
    expect(deals.rows[2]?.deal?.closeOn).toBe('2026-09-30');
  });

  test('Zoho leads', async () => {
    const { id, rows } = await open('zoho-leads.csv');
    expect(id).toBe('zoho');
    expect(rows[0]).toMatchObject({
      attributes: {
        externalId: 'zcrm_4150868000000424009',
        jobTitle: 'Head of Sales',
        companySize: 45,
        industry: 'Software',
      },
      references: { channel: 'Trade show', member: 'Bob' },
    });
    expect(rows[1]).toMatchObject({
      stage: 'disqualified',
      attributes: { consent: 'no' },
      references: { channel: null },
    });
  });
});

describe('address books and networks', () => {
  test('Google Contacts, new: several values in one cell, own labels left out, LinkedIn among the websites', async () => {
    const { id, rows } = await open('google-new.csv');
    expect(id).toBe('google');
    expect(rows[0]?.attributes).toMatchObject({
      firstName: 'Ann',
      company: 'Acme Inc',
      email: 'ann@acme.example',
      phone: '+1 555 0100',
      city: 'Austin',
      linkedinUrl: 'https://www.linkedin.com/in/ann-lee',
    });
    expect(rows[0]?.attributes.notes?.split('\n')).toEqual([
      'Other e-mail: ann2@acme.example',
      'Other e-mail: ann@home.example',
      'Other phone: +1 555 0101',
      'Met at fair',
      'second line',
    ]);
    expect(rows[0]?.tags).toEqual(['Clients']);
    expect(rows[0]?.keys).toMatchObject({ linkedin: 'in/ann-lee', phones: ['+15550100', '+15550101'] });
    expect(rows[1]?.attributes).toEqual({ company: 'Firm Only AG' });
  });

  test('Google Contacts, old', async () => {
    const { id, rows } = await open('google-old.csv');
    expect(id).toBe('google');
    expect(rows[0]?.attributes).toEqual({
      firstName: 'Ann',
      lastName: 'Lee',
      email: 'ann@acme.example',
      phone: '+1 555 0100',
      company: 'Acme Inc',
      jobTitle: 'Head of Sales',
      notes: 'Met at fair',
    });
  });

  test('Outlook: "Title" is Ms., the job is "Job Title"', async () => {
    const { id, rows } = await open('outlook-com.csv');
    expect(id).toBe('outlook');
    expect(rows[0]?.attributes).toMatchObject({
      firstName: 'Ann',
      jobTitle: 'Head of Sales',
      phone: '555-0100',
      city: 'Austin',
      website: 'https://acme.example',
    });
    expect(JSON.stringify(rows)).not.toContain('Ms.');
  });

  test('Mailchimp: quoted tags', async () => {
    const { id, rows } = await open('mailchimp.csv');
    expect(id).toBe('mailchimp');
    expect(rows[0]?.attributes).toMatchObject({
      email: 'ann@acme.example',
      country: 'United States',
      region: 'tx',
    });
    expect(rows[0]?.tags).toEqual(['VIP', 'Blog']);
    expect(rows[0]?.createdAt).toBe(day('2024-01-25T09:11:12Z'));
  });

  test('Outlook on the desktop: in the code page of the country, with its empty days', async () => {
    const { id, preview, rows } = await open('outlook-desktop.csv');
    expect([id, preview.encoding]).toEqual(['outlook', 'windows-1252']);
    expect(rows[0]).toMatchObject({
      attributes: {
        firstName: 'Jürgen',
        lastName: 'Groß',
        company: 'Bäckerei Groß',
        jobTitle: 'Inhaber',
        city: 'Köln',
        country: 'Deutschland',
        phone: '0221 123456',
        email: 'juergen@gross.example',
      },
      keys: { phones: ['+49221123456', '+491701234567'] },
      warnings: [],
    });
  });

  test('Mailchimp: who unsubscribed did so on a day', async () => {
    const { id, rows } = await open('mailchimp-unsubscribed.csv');
    expect(id).toBe('mailchimp');
    expect(rows[0]).toMatchObject({
      attributes: { consent: 'no' },
      activities: [{ typeId: 'unsubscribed', at: day('2024-05-01T06:00:00Z') }],
    });
  });

  test('LinkedIn: the notes above the header are not rows', async () => {
    const { id, preview, rows } = await open('linkedin.csv');
    expect([id, preview.headerRow, preview.lines[0]]).toEqual(['linkedin', 3, 5]);
    expect(rows[0]).toMatchObject({
      attributes: { firstName: 'Ann', company: 'Acme, Inc.', jobTitle: 'Head of Sales' },
      keys: { linkedin: 'in/ann-lee', nameCompany: 'ann lee|acme' },
      createdAt: day('2024-03-12T11:00:00Z'),
      references: { channel: 'LinkedIn' },
    });
    expect(rows[1]?.keys.linkedin).toBe('in/josé-n');
  });
});

describe('events and forms', () => {
  test('Meta lead ads: UTF-16 with tabs, prefixes off, test rows out, each lead with its form at its own minute', async () => {
    const { id, preview, rows, rejected } = await open('meta-leads.csv');
    expect([id, preview.encoding, preview.delimiter]).toEqual(['meta', 'utf-16le', '\t']);
    expect(rows[0]).toMatchObject({
      attributes: { externalId: '1234567890', firstName: 'Ann', phone: '+15550100123', budget: 500_000 },
      references: { channel: 'Facebook', campaign: 'Spring 2024' },
      activities: [{ typeId: 'form-submitted', at: day('2024-03-05T13:22:01Z'), note: 'Get a quote' }],
      createdAt: day('2024-03-05T13:22:01Z'),
      stage: 'lead',
    });
    expect(rows[1]).toMatchObject({ references: { channel: 'Instagram' }, createdAt: day('2024-03-06T04:50:00Z') });
    expect(rejected.map(({ reason }) => reason)).toEqual(['This is a Meta test row.']);
  });

  test('Eventbrite: only "Checked In" was there', async () => {
    const { id, rows } = await open('eventbrite.csv');
    expect(id).toBe('eventbrite');
    expect(rows.map(row => [row.attributes.company, row.activities.map(({ typeId }) => typeId)])).toEqual([
      ['Acme Inc', ['event-attended']],
      ['Ott KG', []],
      ['Fox SARL', []],
    ]);
    expect(rows[0]?.attributes.country).toBe('United States');
  });

  test('Zoom: only the attendees, each once, with all their minutes; who did not come has no activity', async () => {
    const { id, rows, rejected } = await open('zoom-webinar.csv');
    expect([id, rejected]).toEqual(['zoom', []]);
    expect(rows.map(row => [row.attributes.email, row.activities])).toEqual([
      [
        'ann@acme.example',
        [{ typeId: 'webinar-attended', at: day('2025-03-22T18:13:27Z'), note: '47 minutes, came 2 times' }],
      ],
      ['carl@ott.example', []],
      ['dora@fox.example', [{ typeId: 'webinar-attended', at: day('2025-03-22T18:00:00Z'), note: '5 minutes' }]],
    ]);
    expect(rows[0]).toMatchObject({
      attributes: { firstName: 'Ann', company: 'Acme Inc' },
      references: { channel: 'E-mail' },
    });
  });
});

test('no mapping of a known source leaves a warning on its own file', async () => {
  for (const name of [
    'hubspot-contacts',
    'salesforce-api',
    'pipedrive-people',
    'zoho-leads',
    'google-new',
    'outlook-com',
    'linkedin',
    'eventbrite',
  ]) {
    const result = await open(`${name}.csv`);
    expect(
      result.rows.flatMap(row => row.warnings),
      name,
    ).toEqual([]);
    expect(Object.keys(targets(result)).length, name).toBeGreaterThan(3);
    expect(
      result.rows.every(row => (row.createdAt ?? 0) < now),
      name,
    ).toBe(true);
  }
});
