// Days that are told and days without a year: both are those of the workspace, wherever it is.
import { describe, expect, it } from 'vitest';
import { berlin, everybody, importOne } from '../../support/imported.ts';

const zones = ['America/Los_Angeles', 'America/New_York', 'Europe/Berlin', 'Asia/Tokyo', 'Pacific/Auckland'];

describe.each(zones)('a day that is told is the day in %s', timeZone => {
  const rowsOf = async (rows: readonly string[], key: string, confirmedFirst: readonly string[] = []) => {
    const workspace = berlin({ timeZone });
    if (confirmedFirst.length > 0) await importOne(workspace, confirmedFirst);
    const { checked } = await importOne(workspace, rows);
    return checked.findings.find(one => one.key === key)?.rows ?? [];
  };
  const header = 'Name;E-Mail;Created;Status;Won on';

  it('of a later row of the same person', async () => {
    // Late in the evening and early in the morning there: one of both is another day in UTC.
    for (const time of ['23:30', '00:30']) {
      const rows = await rowsOf(
        [
          header,
          `Ada Holm;ada@mill.example;2026-03-01 ${time};Won;2026-03-05 ${time}`,
          `Ada Holm;ada@mill.example;2026-03-02 ${time};Won;2026-03-06 ${time}`,
        ],
        'left-out inside',
      );
      expect(rows.map(({ was }) => was)).toEqual(
        expect.arrayContaining(['Lead since: 2026-03-02', 'Stage date: 2026-03-06']),
      );
    }
  });

  it('before 1990, and not on the first day of it', async () => {
    const rows = await rowsOf(
      [
        header,
        'Ada Holm;ada@mill.example;1989-12-31 23:30;Won;2026-03-05 12:00',
        'Bo Lind;bo@mill.example;1990-01-01 00:30;Won;2026-03-05 12:00',
      ],
      'old date',
    );
    expect(rows.map(({ was }) => was)).toEqual(['1989-12-31']);
  });

  it('of revenue that falls in one week', async () => {
    // Monday and Sunday of one week there, the last minutes and the first.
    const won = ['2026-03-02 00:10', '2026-03-03 12:00', '2026-03-04 12:00', '2026-03-05 12:00', '2026-03-08 23:50'];
    const workspace = berlin({ timeZone });
    const { checked } = await importOne(workspace, [
      'Name;E-Mail;Status;Won on;Deal value',
      ...won.map((day, i) => `Ada H${i};a${i}@mill.example;Won;${day};1000`),
    ]);
    expect(checked.findings.map(({ key }) => key)).toContain('revenue');
  });
});

describe('a day without its year is read in the order of the workspace', () => {
  it.each([
    ['en-US', 'EUR', 'Europe/Berlin', '2026-12-05'],
    ['en-US', 'GBP', 'Europe/London', '2026-12-05'],
    ['en-US', 'USD', 'America/New_York', '2027-05-12'],
    ['en-PH', 'PHP', 'Asia/Manila', '2027-05-12'],
    ['en-CA', 'CAD', 'America/Toronto', '2027-05-12'],
    ['fr-CA', 'CAD', 'America/Montreal', '2027-05-12'],
  ] as const)('%s, counting in %s in %s', async (locale, currency, timeZone, on) => {
    const workspace = berlin({ timeZone, currency }, locale);
    const typed = await workspace.call('nextSteps.parse', { text: 'ring back 5/12' });
    await importOne(workspace, ['Name;Phone;Next step', 'Ada Holm;0221 5550;5/12', 'Bo Lind;0221 5551;call']);
    const [ada] = everybody(workspace);
    expect([ada?.next_step_on, typed.days[0]?.date]).toEqual([on, on]);
  });
});
