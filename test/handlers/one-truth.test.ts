// One truth: whatever was done in whatever order, board, table, Today, where we are, lead pages and review give the same numbers
// for the same question.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { funnelStages, stages } from '../../shared/stages.ts';
import { times } from '../support/long.ts';
import { doStep, type RandomStep, randomStep } from '../support/random-steps.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const beginning: readonly RandomStep[] = [
  { kind: 'import', given: { rows: [1, 2, 3, 4, 5].map(mail => ({ name: `Person ${mail}`, mail })) } },
  { kind: 'move', given: { who: [0, 1], to: 'mql', amount: null, on: '2026-05-04' } },
  { kind: 'move', given: { who: [2], to: 'customer', amount: 120_000, on: '2026-05-06' } },
  { kind: 'move', given: { who: [3], to: 'opportunity', amount: 80_000, on: '2026-05-07' } },
];
/** A purchase taken back, another one, and a customer lost for good. */
const back: readonly RandomStep[] = [
  { kind: 'move', given: { who: [2], to: 'lead', amount: null, on: '2026-05-08' } },
  { kind: 'move', given: { who: [3], to: 'customer', amount: 90_000, on: '2026-05-09' } },
  { kind: 'move', given: { who: [3], to: 'lost', amount: null, on: '2026-05-10' } },
];

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

async function numbersOf({ call }: TestWorkspace) {
  const [board, { rows }, today, { overview }] = [
    await call('board.columns', {}),
    await call('table.rows', { conditions: [], limit: 500 }),
    await call('today.get', { memberId: null }),
    await call('review.overview', {}),
  ];
  const pages = [];
  for (const { id } of rows) pages.push(await call('leads.get', { id }));
  return { board, rows, today, overview, pages };
}

/** A figure of the years the random steps can be in, with the people it opens. */
async function yearsOf({ call }: TestWorkspace, id: string) {
  const years = [];
  for (const date of ['2025-06-01', '2026-06-01', '2027-06-01']) {
    const { figures } = await call('review.get', { kind: 'year', date });
    const figure = figures.figures.find(one => one.id === id);
    if (!figure) throw new Error(`There is no figure ${id}.`);
    for (const { key, count } of figure.sets) {
      const opened = await call('review.leads', { kind: 'year', date, figureId: id, set: key, only: null });
      expect(opened.total, `${id} ${key} ${date}`).toBe(count);
    }
    years.push({ figure, undated: figures.dataGaps.undatedCustomers });
  }
  return years;
}

it('every screen gives the same number for the same question', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(randomStep, { maxLength: 25, size: 'max' }), async steps => {
      const workspace = aWorkspace();
      for (const step of [...beginning, ...steps]) await doStep(workspace, step);
      const { board, rows, today, overview, pages } = await numbersOf(workspace);
      const column = (stage: string) => board.find(one => one.stage === stage);

      // How many stand in a stage, and for how much.
      for (const stage of stages) {
        const here = pages.filter(({ lead }) => lead.stage === stage);
        const table = await workspace.call('table.rows', {
          conditions: [{ field: 'stage', is: 'any-of', values: [stage] }],
        });
        expect([stage, column(stage)?.all ?? 0, table.total]).toEqual([stage, here.length, here.length]);
        const open = here.flatMap(({ deals }) => deals.filter(({ status }) => status === 'open'));
        const amount = total(open.map(deal => deal.amount ?? 0));
        expect([stage, column(stage)?.openAmount ?? 0]).toEqual([stage, amount]);
        if (!(funnelStages as readonly string[]).includes(stage) || stage === 'customer') continue;
        const where = overview.open.find(one => one.stage === stage);
        expect([stage, where?.count ?? 0, where?.amount ?? 0]).toEqual([stage, here.length, amount]);
        compared += here.length;
      }
      expect(overview.leads).toBe(rows.length);

      // Who waits for sales.
      const mqls = column('mql')?.all ?? 0;
      expect([overview.waiting.count, today.counts.waiting]).toEqual([mqls, mqls]);

      // What was won: all money on the lead pages, dated or not, is in the review once.
      const revenue = await yearsOf(workspace, 'revenue');
      const undated = revenue[0]?.undated?.amount ?? 0;
      const won = pages.flatMap(({ deals }) => deals.filter(({ status }) => status === 'won'));
      expect(total(revenue.map(({ figure }) => figure.value ?? 0)) + undated).toBe(
        total(won.map(deal => deal.amount ?? 0)),
      );
      compared += won.length;

      // Where we are says of this year what the review of the year says.
      const customers = await yearsOf(workspace, 'new-customers');
      const lost = (await yearsOf(workspace, 'win-rate'))[1]?.figure.sets.find(({ key }) => key === 'lost')?.count;
      expect(overview.year).toMatchObject({
        won: customers[1]?.figure.value ?? 0,
        lost,
        revenue: revenue[1]?.figure.value ?? 0,
        deals: revenue[1]?.figure.n,
      });
      expect([overview.undated.count, overview.undated.amount ?? 0]).toEqual([
        customers[1]?.undated?.count ?? 0,
        undated,
      ]);

      // A customer of now has bought in some year, or on a day nobody knows.
      const inYears = total(customers.map(({ figure }) => figure.value ?? 0));
      const ofNow = column('customer')?.all ?? 0;
      expect(inYears + (customers[1]?.undated?.count ?? 0)).toBeGreaterThanOrEqual(ofNow);
    }),
    { numRuns: times(6, 200), examples: [[[...back]]] },
  );
  expect(compared).toBeGreaterThan(20);
}, 300_000);
