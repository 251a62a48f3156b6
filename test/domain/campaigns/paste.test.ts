// Pasting from a sheet: what each column and line is understood as, and what is left out with its reason.
import { describe, expect, it } from 'vitest';
import { readPaste } from '../../../electron/domain/campaigns/paste.ts';
import type { CampaignRows } from '../../../electron/domain/campaigns/week.ts';
import type { PasteTarget } from '../../../shared/campaign-week.ts';

const rows: CampaignRows = {
  channels: [
    { id: 'search', label: 'Search', archived: false },
    { id: 'fair', label: 'Trade fair', archived: false },
  ],
  campaigns: [{ id: 'spring', channelId: 'fair', label: 'Spring fair', startsOn: null, endsOn: null, archived: false }],
  spend: [
    {
      id: 's',
      channelId: 'search',
      campaignId: null,
      amount: 12_000,
      startsOn: '2026-02-16',
      endsOn: '2026-02-22',
      note: null,
    },
  ],
  reach: [{ id: 'r', channelId: 'search', weekStart: '2026-02-16', strangers: 900, visitors: 40 }],
};
const read = (
  text: string,
  { columns = null, numbers = 'spend' }: { columns?: PasteTarget[] | null; numbers?: 'spend' | 'visitors' } = {},
) =>
  readPaste(
    text.split('\n').map(line => line.split('\t')),
    { rows, firstDay: 1, unit: 100, today: '2026-03-02', columns, numbers },
  );

describe('a table with a line per channel and week', () => {
  it('is understood by its headers, in any order and language', () => {
    const { columns, rows: lines } = read('Kanal\tWoche\tKosten\tKlicks\nsearch\t23.02.2026\t1.234,50 €\t31');
    expect(columns).toEqual(['channel', 'date', 'spend', 'visitors']);
    expect(lines).toEqual([
      {
        line: 2,
        channel: 'search',
        campaign: null,
        newChannel: false,
        newCampaign: false,
        from: '2026-02-23',
        to: '2026-03-01',
        spend: 123_450,
        strangers: null,
        visitors: 31,
        note: null,
        problem: null,
        known: false,
      },
    ]);
  });

  it('is understood without headers, by what stands in it', () => {
    const { columns, rows: lines } = read('2026-02-23\tTrade fair\t€ 900\t12\n2026-02-16\tTrade fair\t€ 20\t3');
    expect(columns).toEqual(['date', 'channel', 'spend', 'visitors']);
    expect(lines.map(({ line, spend, visitors }) => [line, spend, visitors])).toEqual([
      [1, 90_000, 12],
      [2, 2000, 3],
    ]);
  });

  it('knows what is recorded already, and what is new', () => {
    const { rows: lines } = read(
      'Week\tChannel\tSpend\tReach\tVisits\n2026-02-16\tSEARCH\t120\t900\t40\n2026-02-16\tSearch\t130\t900\t40\n2026-02-16\tLetters\t120\t\t',
    );
    expect(lines.map(({ known, newChannel }) => [known, newChannel])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it('gives a campaign the channel it belongs to', () => {
    const [line] = read('Date\tCampaign\tCost\n2026-02-16\tSpring Fair\t10').rows;
    expect(line).toMatchObject({ channel: 'Trade fair', campaign: 'Spring Fair', newCampaign: false });
  });

  it.each([
    ['2026-W09', '2026-02-23', '2026-03-01'],
    ['KW 9/2026', '2026-02-23', '2026-03-01'],
    ['Week 9', '2026-02-23', '2026-03-01'],
    ['25 Feb 2026', '2026-02-23', '2026-03-01'],
    ['February 2026', '2026-02-01', '2026-02-28'],
    ['2026-02', '2026-02-01', '2026-02-28'],
  ])('takes %s as the days from %s to %s', (text, from, to) => {
    expect(
      read(`When\tChannel\tSpend\n${text}\tSearch\t10`, { columns: ['date', 'channel', 'spend'] }).rows[0],
    ).toMatchObject({
      from,
      to,
      problem: null,
    });
  });

  it('takes several days of one week as days, as an advertiser exports them', () => {
    const { rows: lines } = read('Day\tChannel\tSpend\n2026-02-16\tSearch\t10\n2026-02-17\tSearch\t11');
    expect(lines.map(({ from, to }) => [from, to])).toEqual([
      ['2026-02-16', '2026-02-16'],
      ['2026-02-17', '2026-02-17'],
    ]);
  });

  it('leaves out what it cannot take and says why', () => {
    const { rows: lines } = read(
      [
        'From\tTo\tChannel\tSpend\tVisits',
        'soon\t\tSearch\t10\t',
        '2026-02-20\t2026-02-16\tSearch\t10\t',
        '2026-02-16\t2026-02-22\tSearch\tmuch\t',
        '2026-02-16\t2026-02-22\tSearch\t\t',
        '2026-02-01\t2026-02-28\tSearch\t\t300',
        '2026-02-16\t2026-02-22\t\t\t300',
        '\t\tSearch\t10\t',
        '2026-02-16\t2026-02-22\tSearch\t-5\t',
      ].join('\n'),
    );
    expect(lines.map(({ problem }) => problem)).toEqual([
      'The date was not recognized.',
      'The last day is before the first day.',
      '“much” is not a number.',
      'The number is missing.',
      'Reach is counted by week, but this row spans more than one week.',
      'Reach is counted by channel, but this row has no channel.',
      'The date is missing.',
      '“-5” is not a number.',
    ]);
  });
});

describe('a table with a column per channel', () => {
  const sheet = 'Week\tSearch\tPosters\n2026-02-16\t120\t80\n2026-02-23\t\t90';

  it('makes a line of each number', () => {
    const { wide, rows: lines } = read(sheet);
    expect(wide).toBe(true);
    expect(lines.map(({ line, channel, from, spend, known }) => [line, channel, from, spend, known])).toEqual([
      [2, 'Search', '2026-02-16', 12_000, true],
      [2, 'Posters', '2026-02-16', 8000, false],
      [3, 'Posters', '2026-02-23', 9000, false],
    ]);
  });

  it('takes its numbers as people where the owner says so', () => {
    expect(read(sheet, { numbers: 'visitors' }).rows[0]).toMatchObject({ spend: null, visitors: 120 });
  });
});
