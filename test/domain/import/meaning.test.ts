// What rows say, decided once for a column: dates, numbers, activities, spend, reach, and leads that know little.
import { describe, expect, test } from 'vitest';
import { guessActivityType } from '../../../electron/domain/import/values.ts';
import { builtInActivityTypes } from '../../../shared/activity.ts';
import type { Mapping } from '../../../shared/import.ts';
import { germany, preview, read, text } from './support.ts';

const america = { locale: 'en-US', dateOrder: 'mdy', decimal: '.' } as const;
const list = (header: string, ...rows: readonly string[]) => text([header, ...rows].join('\n'));

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
      ['MQL date: “01.02.2104” is in the future.'],
      ['MQL date: “soon” is not a date.'],
    ]);
  });

  test('a later file of deals won turns leads into customers by their id, dated and valued', async () => {
    const { rows, mapping } = await read(
      list('Lead ID;Deal value;Won on', 'A-100;1.200,50 €;01.03.2024', 'A-101;800 €;15.03.2024'),
    );
    expect(mapping.rows).toBe('leads');
    expect(rows[0]).toMatchObject({
      attributes: { externalId: 'A-100' },
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
    expect((await read(content, { region })).rows[0]?.attributes.budget).toBe(amount);
  });
});

describe('activities', () => {
  test.each([
    ['Missed call', 'missed-call'],
    ['Missed', 'missed-call'],
    ['Incoming call missed', 'missed-call'],
    ['Voicemail received', 'missed-call'],
    ['Verpasster Anruf', 'missed-call'],
    ['Appel manqué', 'missed-call'],
    ['Llamada no atendida', 'missed-call'],
    ['Chiamata persa', 'missed-call'],
    ['Left voicemail', 'call-made'],
    ['Verpasst', 'missed-call'],
    ['Entgangener Anruf', 'missed-call'],
    ['Gemiste oproep', 'missed-call'],
    ['Incoming call unanswered', 'missed-call'],
    ['Call abandoned', 'missed-call'],
    ['Voicemail left by customer', 'missed-call'],
    ['Outbound call missed', 'call-made'],
    ['Outgoing call unanswered', 'call-made'],
    ['Ausgehender Anruf verpasst', 'call-made'],
    ['Appel sortant manqué', 'call-made'],
    ['Llamada saliente no atendida', 'call-made'],
    ['Call missed by customer', 'call-made'],
    ['Voicemail left by us', 'call-made'],
    ['Call unanswered', null],
    ['Missed meeting', null],
    ['Termin verpasst', null],
    ['Meeting verpasst', null],
    ['Webinar verpasst', null],
    ['Gemiste afspraak', null],
    ['Appel client: rendez-vous manqué', null],
    ['Inbound call', 'inbound-call'],
  ])('%s is %s', (word, typeId) => expect(guessActivityType(word, builtInActivityTypes)).toBe(typeId));

  test('a call of theirs that a telephone system says was not answered is a missed call from their number', async () => {
    const { rows } = await read(
      list(
        'direction;from;to;answered;datetime (UTC)',
        'inbound;+4930123456;+4989111111;No;2026-03-04 09:22:01',
        'inbound;+4930123457;+4989111111;Yes;2026-03-04 10:22:01',
        'outbound;+4989111111;+4930123458;No;2026-03-05 10:00:00',
      ),
    );
    expect(rows.map(row => [row.attributes.phone, row.activities.map(({ typeId }) => typeId)])).toEqual([
      ['+4930123456', ['missed-call']],
      ['+4930123457', ['inbound-call']],
      ['+4930123458', ['call-made']],
    ]);
  });

  test('a call log: type, day and note of each', async () => {
    const { mapping, rows, rejected } = await read(
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
    expect([rows[2]?.warnings, rejected]).toEqual([[], []]);
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
    const { rows, rejected } = await read(
      list('Email,Opens,Clicks,Bounced', 'a@x.org,2,1,No', 'b@x.org,0,0,Yes', 'c@x.org,0,0,No', 'd@x.org,9999,0,No'),
      { change },
    );
    expect(rows.map(row => row.activities.map(({ typeId }) => typeId))).toEqual([
      ['email-opened', 'email-opened', 'email-clicked'],
      ['email-bounced'],
      Array(50).fill('email-opened'),
    ]);
    expect(rows[0]?.activities[0]?.at).toBe(Date.parse('2024-05-02T10:00:00Z'));
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([[4, 'This row has no activity.']]);
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
    expect(rows[0]).toMatchObject({ activities: [], warnings: ['The activity has no date and was skipped.'] });
  });
});

test('a sheet of campaigns with cost and days becomes campaigns and spend', async () => {
  const { mapping, rows, rejected } = await read(
    list(
      'Campaign;Channel;Cost;Start date;End date',
      'Spring fair;Messe;1.200,50 €;01.03.2024;31.03.2024',
      ';;300;01.04.2024;30.04.2024',
    ),
  );
  expect(mapping.rows).toBe('campaigns');
  expect(rows[0]).toMatchObject({
    references: { campaign: 'Spring fair', channel: 'Trade show' },
    spend: { amount: 120_050, from: '2024-03-01', to: '2024-03-31' },
  });
  expect(rejected[0]?.reason).toBe('This row has no campaign or channel.');
});

test('a sheet of visits by week becomes reach', async () => {
  const { mapping, rows } = await read(list('Week,Channel,Impressions,Visitors', '2024-03-04,Website,12000,340'), {
    region: america,
  });
  expect(mapping.rows).toBe('reach');
  expect(rows[0]).toMatchObject({
    references: { channel: 'Website' },
    reach: { on: '2024-03-04', strangers: 12_000, visitors: 340 },
  });
});

test('leads that know little are taken: only an id, only a company, only an e-mail', async () => {
  const { rows, rejected } = await read(
    list('Lead ID,Company,E-mail', 'A-100,,', ',Fox GmbH,', ',,a@x.org', ',,not an address'),
  );
  expect(rows.map(row => row.attributes)).toEqual([
    { externalId: 'A-100' },
    { company: 'Fox GmbH' },
    { email: 'a@x.org' },
  ]);
  expect(rejected[0]?.reason).toBe('E-mail: “not an address” is not an e-mail address.');
});

test('an id that lost its digits is refused, not guessed', async () => {
  const { rows, rejected } = await read(list('Lead ID,Name', '1.70123E+11,', '1.70124E+11,Ann'), {
    change: mapping => ({
      ...mapping,
      columns: [
        { column: 0, target: 'externalId' },
        { column: 1, target: 'fullName' },
      ],
    }),
  });
  expect(rejected[0]?.reason).toContain('lost its last digits');
  expect(rows[0]?.attributes).toEqual({ firstName: 'Ann' });
});

test('texts longer than a field holds are cut, and it is said', async () => {
  const { rows } = await read(list('Name,Company', `Ann,${'x'.repeat(400)}`));
  expect([rows[0]?.attributes.company?.length, rows[0]?.warnings.length]).toEqual([300, 1]);
});
