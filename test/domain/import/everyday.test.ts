// Files as owners really have them, from programs we do not know by name; each told from its headers and cells alone.
import { expect, test } from 'vitest';
import { openQuestions } from '../../../shared/import-questions.ts';
import { germany, read, targets, text } from './support.ts';

const list = (...lines: readonly string[]) => text(lines.join('\n'));
const at = (iso: string) => Date.parse(iso);

test('the owner’s own list: titles above, several spellings, a sum at the end', async () => {
  const { rows, rejected } = await read(
    list(
      'Kundenliste Stand 12.05.2024;;;;;;;;;',
      ';;;;;;;;;',
      'Nr.;Name;Firma;Tel.;Mail;Status;Erstkontakt;Letzter Kontakt;Bemerkung;Umsatz €',
      '1;Müller, Anna;Müller Bau GmbH;030/1234567;anna@mueller.example;Kunde;12.01.2023;03.04.2024;zahlt pünktlich;12.500,00',
      '2;Bernd Schmidt;;0171-7654321;;Interessent;15.02.2024;;Messe;',
      '3;;Fa. Ott;;info@ott.example;Angebot;01.03.2024;02.05.2024;;3.400,50',
      ';;;;;;;;Summe;15.900,50',
    ),
  );
  expect(
    rows.map(row => [row.attributes.lastName ?? row.attributes.company, row.stage, row.deal?.amount, row.createdAt]),
  ).toEqual([
    ['Müller', 'customer', 1_250_000, at('2023-01-12T11:00:00Z')],
    ['Schmidt', 'lead', undefined, at('2024-02-15T11:00:00Z')],
    ['Fa. Ott', 'opportunity', 340_050, at('2024-03-01T11:00:00Z')],
  ]);
  expect(rejected.map(({ reason }) => reason)).toEqual(['This is a totals row.']);
});

test('stage history under bare names', async () => {
  const { rows } = await read(
    list(
      'Lead ID;Created;MQL;SQL;Customer;Lost;Lost reason;Value',
      'A-1;01.01.2024;10.01.2024;15.01.2024;01.02.2024;;;4.500,00',
      'A-2;03.01.2024;12.01.2024;;;20.01.2024;zu teuer;',
      'A-3;05.01.2024;;;;;;',
    ),
  );
  expect(rows.map(row => [row.stage, row.reason, row.stageDates.map(({ stage }) => stage)])).toEqual([
    ['customer', null, ['mql', 'sql', 'customer']],
    ['lost', 'price', ['mql', 'lost']],
    [null, null, []],
  ]);
});

test('a mailing’s report: as many openings as counted, on the last day known', async () => {
  const { mapping, rows } = await read(
    list('Email Address,First Name,Opens,Last Opened', 'a@x.org,Ann,3,2024-03-05 14:22', 'b@x.org,Bob,0,'),
  );
  expect(mapping.rows).toBe('leads-and-activities');
  expect(rows.map(row => row.activities)).toEqual([
    Array(3).fill({ typeId: 'email-opened', at: at('2024-03-05T13:22:00Z'), note: null, running: true }),
    [],
  ]);
});

test('a mailing’s report without a day asks for the day, once', async () => {
  const { preview, mapping } = await read(list('Email,Opens,Clicks,Bounced', 'a@x.org,2,1,No', 'b@x.org,0,0,Yes'));
  expect(openQuestions(preview, mapping, new Set())).toEqual([{ ask: 'activity-day' }]);
  const answered = { ...mapping, fixed: [{ target: 'activityOn' as const, value: '2024-05-02' }] };
  expect(openQuestions(preview, answered, new Set())).toEqual([]);
});

test('a call log: who called whom', async () => {
  const { rows } = await read(
    list(
      'Call Date,Caller,Contact,Phone Number,Direction,Outcome,Notes',
      '2024-03-05 10:22,Bob,Ann Lee,+15550100,Outbound,Connected,left info',
      '2024-03-06 11:22,Bob,Dora Fox,+33612345678,Inbound,Connected,asked price',
    ),
  );
  expect(rows.map(row => [row.attributes.lastName, row.activities.map(({ typeId }) => typeId)])).toEqual([
    ['Lee', ['call-made']],
    ['Fox', ['inbound-call']],
  ]);
});

test('scanned badges and lists of who came', async () => {
  const badges = await read(
    list(
      'First name,Company,Badge scanned at,Rep notes',
      'Ann,Acme,2024-03-05 10:22,wants demo',
      'Bob,,2024-03-05 11:00,',
    ),
  );
  expect(badges.rows.map(row => row.activities.map(({ typeId, at: when }) => [typeId, when]))).toEqual([
    [['event-attended', at('2024-03-05T09:22:00Z')]],
    [['event-attended', at('2024-03-05T10:00:00Z')]],
  ]);
  const came = await read(
    list(
      'Name,Email,Registered,Attended,Attended date',
      'Ann Lee,a@x.org,Yes,Yes,2024-03-05',
      'Carl Ott,b@x.org,Yes,No,',
    ),
  );
  expect(came.rows.map(row => row.activities.length)).toEqual([1, 0]);
});

test('a form’s answers', async () => {
  const { rows } = await read(
    list(
      '"Timestamp","Email Address","Your name","Company","What are you interested in?","How did you hear about us?","Phone number"',
      '"2024/03/05 2:22:01 PM GMT+1","a@x.org","Ann Lee","Acme","Pricing, Demo","A friend","0170 1234567"',
    ),
  );
  expect(rows[0]).toMatchObject({
    attributes: { firstName: 'Ann', company: 'Acme', needNote: 'Pricing, Demo', phone: '0170 1234567' },
    references: { channel: 'Referral' },
    createdAt: at('2024-03-05T13:22:01Z'),
  });
});

test('advertising reports become spend: days in columns, in a month’s name, or above the table', async () => {
  const meta = await read(
    list(
      'Campaign name,Reporting starts,Reporting ends,Reach,Amount spent (EUR),Link clicks',
      'Spring,2024-03-01,2024-03-31,12034,323.45,410',
    ),
  );
  expect([meta.mapping.rows, meta.rows[0]?.spend]).toEqual([
    'campaigns',
    { amount: 32_345, from: '2024-03-01', to: '2024-03-31' },
  ]);
  const months = await read(
    list('Monat;Kanal;Kampagne;Kosten', '02.2024;Messe;Hannover;4.500,00', '03.2024;Messe;Hannover;1.000,00'),
  );
  expect(months.rows[0]?.spend).toEqual({ amount: 450_000, from: '2024-02-01', to: '2024-02-29' });
  const google = await read(
    list(
      'Campaign report',
      '"March 1, 2024 - March 31, 2024"',
      'Campaign,Currency code,Cost,Clicks',
      'Brand,EUR,"1,234.56",456',
      'Generic,EUR,0.10,1',
      'Total: Account, --,"1,234.66",457',
    ),
  );
  expect(google.rows.map(row => row.spend)).toEqual([
    { amount: 123_456, from: '2024-03-01', to: '2024-03-31' },
    { amount: 10, from: '2024-03-01', to: '2024-03-31' },
  ]);
  expect(google.rejected).toHaveLength(1);
  const open = await read(list('Campaign,Channel,Cost', 'A,Fair,100'));
  expect(openQuestions(open.preview, open.mapping, new Set())).toEqual([{ ask: 'spend-days' }]);
});

test('lists of other mailing programs', async () => {
  const brevo = await read(
    list(
      'EMAIL;LASTNAME;FIRSTNAME;SMS;EMAIL_BLACKLISTED;ADDED_TIME',
      'br@x.fr;Durand;Bruno;33611111111;Yes;12-04-2022 09:30',
      'cl@x.fr;Petit;Claire;33622222222;No;14-04-2022 09:30',
    ),
  );
  expect(brevo.rows.map(row => [row.attributes.phone, row.attributes.consent])).toEqual([
    ['33611111111', 'no'],
    ['33622222222', undefined],
  ]);
  const status = await read(list('Email,Status', 'a@x.org,subscribed', 'b@x.org,unsubscribed', 'c@x.org,cleaned'));
  expect(status.rows.map(row => [row.stage, row.attributes.consent])).toEqual([
    [null, 'yes'],
    [null, 'no'],
    [null, 'no'],
  ]);
});

test('a member’s address is not the lead’s, and an apostrophe before an id is not part of it', async () => {
  const result = await read(
    list(
      'Customer ID,Name,Email,Account Owner',
      "'6034567890123,Ann Lee,a@x.org,me@us.example",
      "'6034567890124,Bob Fox,b@x.org,me@us.example",
    ),
  );
  expect(targets(result)).toEqual({
    'Customer ID': 'externalId',
    Name: 'fullName',
    Email: 'email',
    'Account Owner': 'memberId',
  });
  expect(result.rows[0]).toMatchObject({
    attributes: { externalId: '6034567890123', email: 'a@x.org' },
    keys: { emails: ['a@x.org'] },
  });
});

test('half a name beside the other half', async () => {
  const german = await read(list('Vorname;Name', 'Anna;Müller', 'Bernd;van der Berg'));
  expect(german.rows.map(row => [row.attributes.firstName, row.attributes.lastName])).toEqual([
    ['Anna', 'Müller'],
    ['Bernd', 'van der Berg'],
  ]);
  const english = await read(list('Name,Surname,Email', 'Ann,Lee,a@x.org', 'Bob,Fox,b@x.org'));
  expect(english.rows.map(row => [row.attributes.firstName, row.attributes.lastName])).toEqual([
    ['Ann', 'Lee'],
    ['Bob', 'Fox'],
  ]);
  const both = await read(list('Name,First name,Email', 'Ann Lee,Ann,a@x.org', 'Bob Fox,Bob,b@x.org'));
  expect(both.rows.map(row => [row.attributes.firstName, row.attributes.lastName])).toEqual([
    ['Ann', 'Lee'],
    ['Bob', 'Fox'],
  ]);
});

test('only what is really open is asked', async () => {
  const { preview, mapping } = await read(list('Name;Created;Budget', 'Ann;03/04/2024;1.234', 'Bob;05/06/2024;2.500'), {
    region: germany,
  });
  expect(openQuestions(preview, mapping, new Set()).map(question => question.ask)).toEqual(['date-order', 'decimal']);
  expect(openQuestions(preview, mapping, new Set([1])).map(question => question.ask)).toEqual(['decimal']);
  const clear = await read(list('Name;Created;Budget', 'Ann;23/04/2024;1.234,50', 'Bob;05/06/2024;2.500'));
  expect(openQuestions(clear.preview, clear.mapping, new Set())).toEqual([]);
});

test('a list of what happened: one row for each activity, told by its words', async () => {
  const { mapping, rows } = await read(
    list(
      'Date;Name;Email;Event',
      '01.03.2024;Ann Lee;a@x.org;Newsletter geöffnet',
      '02.03.2024;Ann Lee;a@x.org;Preisseite besucht',
      '05.03.2024;Bob Fox;b@x.org;Whitepaper heruntergeladen',
    ),
  );
  expect(mapping.rows).toBe('leads-and-activities');
  expect(rows.map(row => row.activities.map(({ typeId }) => typeId))).toEqual([
    ['email-opened'],
    ['pricing-page-visit'],
    ['content-downloaded'],
  ]);
  const log = await read(
    list(
      'email,event,timestamp',
      'a@x.org,open,1709644921',
      'a@x.org,click,1709645000',
      'b@x.org,unsubscribe,1709645100',
    ),
  );
  expect(log.rows.map(row => row.activities[0])).toEqual([
    { typeId: 'email-opened', at: 1_709_644_921_000, note: null },
    { typeId: 'email-clicked', at: 1_709_645_000_000, note: null },
    { typeId: 'unsubscribed', at: 1_709_645_100_000, note: null },
  ]);
});

test('a campaign’s results with the day it was sent; who unsubscribed may not be contacted', async () => {
  const { rows } = await read(
    list(
      'Email Address,Campaign Name,Send Date,Opened,Clicked,Bounced,Unsubscribed',
      'a@x.org,Spring,2024-03-05,Yes,No,No,No',
      'b@x.org,Spring,2024-03-05,No,No,Yes,No',
      'c@x.org,Spring,2024-03-05,No,No,No,Yes',
    ),
  );
  expect(rows.map(row => [row.activities.map(({ typeId }) => typeId), row.attributes.consent])).toEqual([
    [['email-opened'], undefined],
    [['email-bounced'], undefined],
    [['unsubscribed'], 'no'],
  ]);
  expect(rows.flatMap(row => row.warnings)).toEqual([]);
});
