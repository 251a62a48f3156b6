// The figures of money, by example: spread by day, nothing recorded is not 0, by channel and campaign.
import { expect, test } from 'vitest';
import { at, figure, historyLeads, life, review, rowsOf } from '../../support/history.ts';

const day = '2026-03-03';
const channels = [
  { id: 'fair', label: 'Trade show' },
  { id: 'web', label: 'Website' },
];
const campaigns = [{ id: 'spring', label: 'Spring fair', channelId: 'fair' }];
const spendOf = (
  amount: number,
  from: string,
  to: string,
  where: { channelId?: string; campaignId?: string } = {},
) => ({
  channelId: null,
  campaignId: null,
  amount,
  from,
  to,
  ...where,
});
const mql = life('a', ['2026-03-02 09:00 mql']);

test('no spend recorded is no cost, not a cost of 0', () => {
  const rows = rowsOf([mql], { spend: [spendOf(5000, '2026-03-09', '2026-03-15')] });
  for (const id of ['spend', 'cost-per-mql', 'return']) {
    expect(figure(rows, id, day)).toMatchObject({ value: null, why: 'No spend recorded' });
  }
});

test('a recorded spend of 0 is a cost of 0', () => {
  const rows = rowsOf([mql], { spend: [spendOf(0, '2026-03-02', '2026-03-08')] });
  expect(figure(rows, 'cost-per-mql', day)).toMatchObject({ value: 0, n: 1, why: null });
});

test('a spend without anybody is money, but no cost of one', () => {
  const rows = rowsOf([mql], { spend: [spendOf(700, '2026-03-02', '2026-03-08')] });
  expect(figure(rows, 'spend', day)).toMatchObject({ value: 700, n: 1 });
  expect(figure(rows, 'cost-per-customer', day)).toMatchObject({
    value: null,
    why: 'No new customers in the period',
  });
});

test('money for a span counts by its days, and all its weeks together are the whole', () => {
  const rows = rowsOf([mql], { spend: [spendOf(1000, '2026-03-01', '2026-03-31')] });
  expect(figure(rows, 'spend', day).value).toBe(Math.round((1000 * 8) / 31) - Math.round(1000 / 31));
  const weeks = ['2026-02-25', day, '2026-03-10', '2026-03-17', '2026-03-24', '2026-03-31'];
  expect(weeks.reduce((sum, date) => sum + (figure(rows, 'spend', date).value ?? 0), 0)).toBe(1000);
  expect(figure(rows, 'spend', day, { kind: 'month' }).value).toBe(1000);
});

test('money for days to come is not spent yet', () => {
  const rows = rowsOf([mql], { spend: [spendOf(700, '2026-03-02', '2026-03-08')] });
  expect(figure(rows, 'cost-per-mql', day, { asOf: '2026-03-03 12:00' }).value).toBe(200);
});

test('cost of one MQL, accepted MQL and customer, by channel and campaign side by side', () => {
  const rows = rowsOf(
    [
      life('a', ['2026-03-02 09:00 mql', '2026-03-03 09:00 sql', '2026-03-04 09:00 customer'], {
        campaignId: 'spring',
      }),
      life('b', ['2026-03-02 09:00 mql'], { channelId: 'fair' }),
      life('c', ['2026-03-02 09:00 mql'], { channelId: 'web' }),
      life('d', ['2026-03-02 09:00 mql']),
    ],
    {
      channels,
      campaigns,
      spend: [
        spendOf(300, '2026-03-02', '2026-03-02', { channelId: 'fair' }),
        spendOf(100, '2026-03-02', '2026-03-02', { campaignId: 'spring' }),
      ],
      deals: [{ id: 'x', leadId: 'a', amount: 1000, status: 'won', closedAt: at('2026-03-04 09:00') }],
    },
  );
  const { tables, dataGaps } = review(rows, day);
  const [byChannel, byCampaign] = tables;
  const cells = (table: typeof byChannel, id: string | null) => {
    const row = table?.rows.find(one => one.id === id);
    const value = (figureId: string) =>
      row?.cells[table?.columns.findIndex(one => one.figureId === figureId) ?? -1]?.value;
    return ['mql-volume', 'cost-per-mql', 'cost-per-accepted-mql', 'cost-per-customer', 'revenue', 'return'].map(value);
  };
  expect(cells(byChannel, 'fair')).toEqual([2, 200, 400, 400, 1000, 1.5]);
  expect(cells(byChannel, 'web')).toEqual([1, null, null, null, 0, null]);
  expect(cells(byChannel, null)).toEqual([1, null, null, null, 0, null]);
  expect(cells(byCampaign, 'spring')).toEqual([1, 100, 100, 100, 1000, 9]);
  expect(byChannel?.total.map(({ value }) => value)).toContain(100);
  expect(dataGaps.mqlsWithoutChannel).toEqual({ count: 1, of: 4 });
  const where = { date: day, figureId: 'mql-volume', set: 'counted' };
  expect(historyLeads(rows, { ...where, only: { by: 'channel', id: 'fair' } })).toEqual(['a', 'b']);
  expect(historyLeads(rows, { ...where, only: { by: 'channel', id: null } })).toEqual(['d']);
});

test('revenue is that of the deals won in the period, and says how many have no amount', () => {
  const deal = (id: string, status: 'won' | 'open', amount: number | null, date: string) => ({
    id,
    leadId: 'a',
    amount,
    status,
    closedAt: at(`${date} 09:00`),
  });
  const rows = rowsOf([mql], {
    members: [
      { id: 'ann', label: 'Ann', sales: true },
      { id: 'bob', label: 'Bob', sales: true },
      { id: 'cy', label: 'Cy', sales: false },
    ],
    deals: [
      deal('1', 'won', 900, day),
      deal('2', 'won', null, day),
      deal('3', 'open', 5000, day),
      deal('4', 'won', 70, '2026-03-09'),
    ],
  });
  expect(figure(rows, 'revenue', day)).toMatchObject({ value: 900, n: 2, notes: ['1 of 2 won deals have no amount.'] });
  expect(figure(rows, 'revenue-per-salesperson', day)).toMatchObject({ value: 450, n: 2 });
});

test('weeks without spend are named, back to where the records begin', () => {
  const rows = rowsOf([life('a', ['2026-02-10 09:00 mql']), mql], {
    spend: [spendOf(100, '2026-02-16', '2026-02-22'), spendOf(100, '2026-03-08', '2026-03-08')],
  });
  expect(review(rows, day).dataGaps.weeksWithoutSpend).toEqual({ weeks: ['2026-02-09', '2026-02-23'], of: 4 });
});

test('a pipeline of deals without any amount is not worth 0: it is not known', () => {
  const open = (id: string, amount: number | null) => ({
    id,
    leadId: 'a',
    amount,
    status: 'open' as const,
    closedAt: at(`${day} 09:00`),
  });
  const deals = [open('1', null), open('2', null), open('3', null)];
  expect(figure(rowsOf([mql], { deals }), 'weighted-pipeline', day)).toMatchObject({
    value: null,
    n: 0,
    why: 'No open deal has an amount',
  });
  expect(figure(rowsOf([mql], { deals: [...deals, open('4', 0)] }), 'weighted-pipeline', day).value).toBe(0);
  expect(figure(rowsOf([mql]), 'weighted-pipeline', day)).toMatchObject({ value: 0, why: null });
});
