// Deals, amounts, activities, companies and reach: what each file really holds.
import { describe, expect, it } from 'vitest';
import { berlin, everybody, importOne, said } from '../../support/imported.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

const dealsOf = (workspace: TestWorkspace) => everybody(workspace).flatMap(({ deals }) => deals);

describe('a column of chances', () => {
  it('0.1, 0.5 and 1 are 10, 50 and 100 percent', async () => {
    const workspace = berlin();
    await importOne(workspace, 'a06-probability-fractions.csv');
    expect(dealsOf(workspace)).toEqual(['Roof open 1000 10%', 'Wall open 2000 50%', 'Door open 3000 100%']);
  });

  it.each([
    [
      ['1', '50', '100'],
      ['1%', '50%', '100%'],
    ],
    [
      ['0.25', '0.9', '0'],
      ['25%', '90%', '0%'],
    ],
    [
      ['1 %', '50 %', '75 %'],
      ['1%', '50%', '75%'],
    ],
    [
      ['0.5%', '10%', '20%'],
      ['1%', '10%', '20%'],
    ],
  ])('%j', async (written, read) => {
    const workspace = berlin();
    await importOne(workspace, [
      'Name;Deal;Amount;Probability',
      ...written.map((text, i) => `Person ${'ABC'[i]}lee;Deal ${i};100;${text}`),
    ]);
    expect(dealsOf(workspace).map(deal => deal.split(' ').at(-1))).toEqual(read);
  });

  it('what is not understood is told', async () => {
    const { checked } = await importOne(berlin(), [
      'Name;Deal;Amount;Probability',
      'Ada Holm;Roof;100;50',
      'Bo Lind;Wall;100;high',
      'Cy Marsh;Door;100;130',
    ]);
    expect(said(checked)).toMatch(/high/);
    expect(said(checked)).toMatch(/130/);
  });
});

describe('days written as midnight in UTC', () => {
  it('are days, whatever the zone', async () => {
    const workspace = berlin({ timeZone: 'America/New_York' }, 'en-US');
    await importOne(workspace, 'a07-midnight-utc.csv');
    expect(everybody(workspace)).toMatchObject([
      { next_step_on: '2026-06-15', steps: expect.arrayContaining(['customer 2026-05-01']) },
      { next_step_on: '2026-06-16', steps: expect.arrayContaining(['customer 2026-04-01']) },
    ]);
  });

  it.each([
    ['2026-05-01 00:00:00+00', '2026-04-01 00:00:00+00'],
    [String(Date.UTC(2026, 4, 1)), String(Date.UTC(2026, 3, 1))],
    ['2026-05-01T00:00:00.000+00:00', '2026-04-01T00:00:00.000+00:00'],
    [String(Date.UTC(2026, 4, 1) / 1000), String(Date.UTC(2026, 3, 1) / 1000)],
  ])('%s', async (may, april) => {
    const workspace = berlin({ timeZone: 'America/New_York' }, 'en-US');
    await importOne(workspace, [
      'Name,E-mail,Customer since',
      `Ada Holm,ada@mill.example,${may}`,
      `Bo Lind,bo@quay.example,${april}`,
    ]);
    expect(everybody(workspace).map(({ steps }) => steps.at(-1))).toEqual([
      'customer 2026-05-01',
      'customer 2026-04-01',
    ]);
  });

  it('a moment among them makes all of them moments', async () => {
    const workspace = berlin({ timeZone: 'America/New_York' }, 'en-US');
    await importOne(workspace, [
      'Name,E-mail,Customer since',
      'Ada Holm,ada@mill.example,2026-05-01T00:00:00Z',
      'Bo Lind,bo@quay.example,2026-04-01T13:30:00Z',
    ]);
    const { zone } = { zone: 'America/New_York' };
    const [ada] = workspace
      .app()
      .reader.pluck<number>("SELECT at FROM stage_change WHERE to_stage = 'customer' ORDER BY at DESC");
    expect([zone, ada]).toEqual([zone, Date.UTC(2026, 4, 1)]);
  });
});

describe('running totals', () => {
  it('counted before are not counted again', async () => {
    const workspace = berlin();
    await importOne(workspace, 'a08a-opens-week-1.csv');
    await importOne(workspace, 'a08b-opens-week-3.csv');
    const did = everybody(workspace)[0]?.did ?? [];
    expect(did.filter(one => one.startsWith('email-opened'))).toHaveLength(5);
    expect(did.filter(one => one.startsWith('email-clicked'))).toHaveLength(1);
    expect(did.filter(one => one.endsWith('2026-05-20'))).toHaveLength(2);
  });

  it.each([
    ['fewer than before', '2', 3],
    ['as many', '3', 3],
    ['many more', '10', 10],
  ])('%s', async (_what, count, all) => {
    const workspace = berlin();
    await importOne(workspace, ['E-mail;Opens;Last open', 'ada@mill.example;3;2026-05-01']);
    await importOne(workspace, ['E-mail;Opens;Last open', `ada@mill.example;${count};2026-05-20`]);
    expect(everybody(workspace)[0]?.did).toHaveLength(all);
  });
});

describe('deals', () => {
  it('columns of country codes are no telephone numbers', async () => {
    const workspace = berlin();
    await importOne(workspace, 'a20-twenty-like-people.csv');
    expect(everybody(workspace)).toMatchObject([
      { who: 'Ada Holm', company: 'Mill', email: 'ada@mill.example', phone: '+33789012345', key: '6f1a' },
      { who: 'Bo Lind', company: 'Quay', email: 'bo@quay.example', phone: '+49171123456', key: '6f1b' },
    ]);
    expect(JSON.stringify(everybody(workspace))).not.toMatch(/Other phone/);
    await importOne(workspace, ['E-mail', 'ada@home.example']);
    expect(everybody(workspace)).toHaveLength(2);
  });

  it('opportunities are deals, not people', async () => {
    const workspace = berlin();
    const { checked } = await importOne(workspace, 'a20b-twenty-like-opportunities.csv');
    expect(everybody(workspace)).toMatchObject(
      [
        { company: 'Mill', email: 'ada@mill.example', who: '', deals: ['Roof open 12000'], key: null },
        { company: 'Quay', email: null, who: '', deals: ['Wall open 4500'], key: null },
      ].map(({ email, ...one }) => ({ ...one, ...(email ? { email } : {}) })),
    );
    expect(said(checked)).toMatch(/USD/);
  });

  it('go to whoever has the deal of that name and company', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b11a-people-of-a-company.csv');
    await importOne(workspace, 'b11b-deals-of-that-company.csv', {
      decisions: {
        rows: [
          { line: 2, choice: 'same' },
          { line: 3, choice: 'same' },
        ],
        alike: [],
      },
    });
    const owner = everybody(workspace).find(({ deals }) => deals.length > 0)?.who;
    const later = [
      'Opportunity Name,Account Name,Stage,Amount,Close Date',
      'Pilot,Mill Ltd,Closed Lost,750,2026-09-28',
      'Seats,Mill Ltd,Closed Won,300,2026-05-28',
    ];
    await importOne(workspace, later);
    expect(everybody(workspace).filter(({ deals }) => deals.length > 0)).toMatchObject([
      { who: owner, deals: expect.arrayContaining(['Pilot lost 750', 'Seats won 300']) },
    ]);
    const before = everybody(workspace);
    await importOne(workspace, later);
    expect(everybody(workspace)).toEqual(before);
  });

  it('zeros are amounts', async () => {
    const workspace = berlin();
    const { targets } = await importOne(workspace, 'b21-amounts-mostly-zero.csv');
    expect(targets['Deal amount']).toBe('dealAmount');
    expect(dealsOf(workspace).map(deal => deal.split(' ').at(-1))).toEqual(['100', '1100', '2100', '3100']);
  });

  it.each(['0', '0,00', '-', '0.0'])('zeros written as %s', async zero => {
    const { targets } = await importOne(berlin(), [
      'Name;E-mail;Auftragswert',
      'Ada Holm;ada@x.example;1200',
      ...Array.from({ length: 20 }, (_, i) => `Person ${i} Lee;p${i}@x.example;${zero}`),
    ]);
    expect(targets.Auftragswert).toBe('dealAmount');
  });
});

describe('companies', () => {
  it('of an API are companies without a person', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b14-companies-of-hubspot.csv');
    expect(everybody(workspace)).toMatchObject([
      { who: '', company: 'Mill Valuation', website: 'mill.example', key: '16578613132' },
      { who: '', company: 'Quay Select' },
    ]);
  });

  it('a list whose names are firms is one of firms', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b14-names-of-firms.csv');
    expect(everybody(workspace).map(({ who, company }) => [who, company])).toEqual([
      ['', 'MILL VALUATION, INC'],
      ['', 'QUAY SELECT LLC'],
      ['', 'FERN PARTNERS LLC'],
      ['', 'WEIR GROUP LTD'],
    ]);
  });

  it.each([
    ['name,domain,industry', 'Mill Valuation,mill.example,Paper'],
    ['Name;Website;Mitarbeiter', 'Mill Valuation;www.mill.example;20'],
    ['nom;site web;effectif', 'Mill Valuation;https://mill.example;20'],
  ])('%s', async (header, line) => {
    const workspace = berlin();
    await importOne(workspace, [header, line, line.replaceAll('Mill', 'Quay').replaceAll('mill', 'quay')]);
    expect(everybody(workspace)).toMatchObject([
      { who: '', company: 'Mill Valuation' },
      { who: '', company: 'Quay Valuation' },
    ]);
  });

  it('prospects with traffic are leads, not our own reach', async () => {
    const workspace = berlin();
    const { mapping } = await importOne(workspace, 'b29-prospects-with-traffic.csv');
    expect(mapping.rows).toBe('leads');
    expect(everybody(workspace)).toMatchObject([
      { company: 'Mill Ltd', website: 'mill.example', company_size: 20 },
      { company: 'Quay Ltd' },
      { company: 'Fern Ltd' },
    ]);
  });

  it.each(['Visits', 'Monthly visitors', 'Besucher'])('also with “%s”', async header => {
    const { mapping } = await importOne(berlin(), [
      `Company;Website;${header}`,
      'Mill Ltd;mill.example;120000',
      'Quay Ltd;quay.example;9000',
    ]);
    expect(mapping.rows).toBe('leads');
  });
});

describe('activities', () => {
  it('with only a due day are activities when done, and a next step when not', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b18-activities-in-one-word.csv', {});
    // Done before its day: it cannot have happened later than today.
    expect(everybody(workspace)).toMatchObject([{ key: 'L0033', did: ['meeting-held 2026-06-01'] }, { key: 'L0056' }]);
  });

  it('done ones on a day that has come', async () => {
    const workspace = berlin();
    await importOne(workspace, [
      'ActivityID,LeadID,ActivityType,Subject,DueDate,Completed',
      'A1,L1,Meeting,Plans,2026-04-14,True',
      'A2,L2,Call,Prices,2026-04-17,True',
      'A3,L2,Email,Offer,2026-12-17,False',
    ]);
    expect(everybody(workspace)).toMatchObject([
      { key: 'L1', did: ['meeting-held 2026-04-14'] },
      { key: 'L2', did: ['call-made 2026-04-17'], next_step: 'Offer', next_step_on: '2026-12-17' },
    ]);
  });

  it('events on the day they start', async () => {
    const workspace = berlin();
    await importOne(workspace, 'b18-events.csv');
    expect(everybody(workspace)).toMatchObject([
      { key: '33', did: [expect.stringContaining('2026-04-15')] },
      { key: '34', did: [expect.stringContaining('2026-04-16')] },
    ]);
  });

  it('messages are no call log', async () => {
    const workspace = berlin();
    const { preview } = await importOne(workspace, 'b22-messages.csv');
    expect(preview.source?.id ?? null).not.toBe('call-log');
    expect(JSON.stringify(everybody(workspace))).not.toMatch(/call/);
  });
});
