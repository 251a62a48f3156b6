// Where we are: the same numbers as the board and Today, names of those who wait, whom to call and ask, and what is missing.
import { expect, it } from 'vitest';
import type { Criteria } from '../../shared/criteria.ts';
import { dayMs } from '../../shared/dates.ts';
import { aFilledWorkspace } from '../support/examples.ts';
import { aWorkspace } from '../support/workspace.ts';

it('agrees with the board and with Today', async () => {
  const { call } = await aFilledWorkspace();
  const { overview, rows } = await call('review.overview', {});
  const board = await call('board.columns', { order: 'score' });
  for (const { stage, count, amount } of overview.open) {
    expect(board.find(column => column.stage === stage)).toMatchObject({ count, openAmount: amount });
  }
  const open = board.filter(({ stage }) =>
    ['stranger', 'visitor', 'lead', 'mql', 'sql', 'opportunity'].includes(stage),
  );
  const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
  expect(sum(overview.open)).toBe(sum(open));
  const today = await call('today.get', { memberId: null });
  expect(overview.waiting.count).toBe(today.counts.waiting);
  expect(overview.waiting.leads.map(({ leadId }) => leadId)).toEqual(today.waiting.map(({ row }) => row.id));
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(overview.waiting.leads.map(({ leadId }) => leadId)));
  expect(overview.year).toMatchObject({ label: '2026', won: 1, lost: 0, revenue: 110_000, deals: 1 });
});

it('counts the lost of this year, and customers without a day in no year', async () => {
  const { call, clock } = aWorkspace();
  const add = async (firstName: string) => (await call('leads.create', { attributes: { firstName } })).id;
  const [gone = '', kept = ''] = [await add('Gone'), await add('Kept')];
  await call('leads.move', { ids: [gone], move: { to: 'sql' } });
  await call('leads.move', { ids: [gone], move: { to: 'lost', reason: 'price' } });
  const source = { kind: 'pasted', text: 'Name\tStatus\nOld Customer\tCustomer\nOlder Customer\tCustomer\n' } as const;
  const { mapping } = await call('imports.read', { jobId: 'r', source });
  await call('imports.run', { jobId: 'i', source, mapping });
  const { overview } = await call('review.overview', {});
  expect(overview.year).toMatchObject({ won: 0, lost: 1 });
  expect(overview.undated.count).toBe(2);
  expect(overview.gaps.find(({ id }) => id === 'purchase-days')).toMatchObject({ count: 2 });
  clock.now += 300 * dayMs;
  expect((await call('review.overview', {})).overview.year).toMatchObject({ label: '2027', lost: 0 });
  expect(kept).not.toBe('');
});

it('names leads that one answer makes an MQL, the closest first, and no other', async () => {
  const { call } = aWorkspace();
  const fit: Criteria['fit'] = [
    { id: 'size', field: 'companySize', test: { test: 'at-least', value: 10 }, points: 30 },
    { id: 'trade', field: 'industry', test: { test: 'is', value: 'Building' }, points: 20 },
  ];
  await call('criteria.changeDraft', {
    changes: [
      { part: 'limits', limits: { threshold: 70, minimumFit: 0 } },
      ...fit.map(({ id, ...rule }) => ({ part: 'fit' as const, id, rule })),
    ],
  });
  await call('criteria.publish', { jobId: 'p', reason: 'Sizes' });
  const add = async (firstName: string, attributes: object, demo: boolean) => {
    const { id } = await call('leads.create', { attributes: { firstName, ...attributes } });
    if (demo) await call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
    return id;
  };
  const near = await add('Near', { industry: 'Building' }, false);
  await call('activities.log', { leadIds: [near], typeId: 'pricing-page-visit' });
  const ask = await add('Ask', {}, true);
  await add('Known', { companySize: 2, industry: 'Baking' }, true);
  const far = await add('Far', {}, false);
  const { questions } = (await call('review.overview', {})).overview;
  expect(questions.map(({ leadId }) => leadId)).toEqual(expect.arrayContaining([ask, near]));
  expect(questions.map(({ leadId }) => leadId)).not.toContain(far);
  for (const { short, upTo } of questions) {
    expect(short).toBeGreaterThan(0);
    expect(upTo).toBeGreaterThanOrEqual(short);
  }
  expect(questions.map(({ short }) => short)).toEqual(questions.map(({ short }) => short).sort((a, b) => a - b));
  // The answer that is asked for does decide.
  expect(questions.find(({ leadId }) => leadId === ask)).toMatchObject({ total: 50, short: 20 });
  await call('leads.update', { id: ask, attributes: { companySize: 50 } });
  expect((await call('leads.get', { id: ask })).lead.stage).toBe('mql');
  expect((await call('review.overview', {})).overview.questions.map(({ leadId }) => leadId)).not.toContain(ask);
});

it('is kept by closing, by ids alone, and named again when it is read', async () => {
  const { call, ids } = await aFilledWorkspace();
  const { overview } = await call('review.overview', {});
  await call('meeting.close', { date: '2026-06-24' });
  await call('leads.move', { ids: [ids.mql], move: { to: 'disqualified', reason: 'spam' } });
  const closed = await call('meeting.get', { date: '2026-06-24' });
  expect(closed.minutes?.overview).toEqual(overview);
  expect(JSON.stringify(closed.minutes?.overview)).not.toContain('Ada');
  expect(closed.names[ids.mql]).toBe('Ada');
  expect((await call('review.overview', {})).overview.waiting.count).toBe(overview.waiting.count - 1);
});
