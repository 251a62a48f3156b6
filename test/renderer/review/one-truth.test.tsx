// One truth: board, table, lead page, review, paper and export are asked the same questions, and give the same answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import Papa from 'papaparse';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../../electron/open-workspace.ts';
import { WorkspaceProvider } from '../../../renderer/api/workspace.tsx';
import { documentOf } from '../../../renderer/screens/review/print/document.ts';
import { ReviewPrint } from '../../../renderer/screens/review/print/ReviewPrint.tsx';
import { FormatProvider } from '../../../renderer/ui/format.tsx';
import { aFolder, aWorkspace, migrationsFolder, type TestWorkspace } from '../../support/workspace.ts';

const day = (date: string) => Date.parse(`${date}T10:00:00Z`);
const sum = (amounts: readonly (number | null)[]) => amounts.reduce<number>((all, one) => all + (one ?? 0), 0);

async function importText({ call }: TestWorkspace, text: string) {
  const source = { kind: 'pasted', text } as const;
  const { mapping } = await call('imports.read', { jobId: 'r', source });
  await call('imports.run', { jobId: 'x', source, mapping });
}

/** Customers of before without days, with days, by hand, taken back, twice; lost ones, and open deals. */
async function aYear() {
  const workspace = aWorkspace();
  const { call, clock } = workspace;
  clock.now = day('2026-03-02');
  await importText(
    workspace,
    'Name,Company,Email,Status,Amount\nAnn Lee,Mill,ann@mill.example,Customer,1200\nBo Fox,Quay,bo@quay.example,Customer,800\nCy Ott,Fern,cy@fern.example,New,',
  );
  const add = async (firstName: string) =>
    (await call('leads.create', { attributes: { firstName, email: `${firstName}@oak.example` } })).id;
  const move = async (id: string, date: string, to: Parameters<typeof call<'leads.move'>>[1]['move']) => {
    clock.now = day(date);
    await call('leads.move', { ids: [id], move: to });
  };
  const [dora, eve, finn, gus, hal] = [
    await add('Dora'),
    await add('Eve'),
    await add('Finn'),
    await add('Gus'),
    await add('Hal'),
  ];
  await move(dora, '2026-04-07', { to: 'customer', amount: 50_000 });
  await move(dora, '2026-05-05', { to: 'opportunity', amount: 30_000, again: 'stay' });
  clock.now = day('2026-05-20');
  const second = (await call('leads.get', { id: dora })).deals.find(({ status }) => status === 'open');
  await call('deals.close', { id: second?.id ?? '', end: { how: 'won', amount: 30_000 } });
  await move(eve, '2026-06-02', { to: 'customer', amount: 100_000 });
  await move(eve, '2026-06-03', { to: 'opportunity', amount: null, again: 'reopen' });
  await move(finn, '2026-06-10', { to: 'opportunity', amount: 70_000 });
  await move(finn, '2026-06-12', { to: 'lost', reason: 'price' });
  await move(gus, '2026-06-15', { to: 'opportunity', amount: 40_000 });
  await move(hal, '2026-06-16', { to: 'sql' });
  await move(eve, '2026-07-15', { to: 'customer', amount: 120_000 });
  clock.now = day('2026-07-20');
  return workspace;
}

async function exported(workspace: TestWorkspace, what: 'leads' | 'deals'): Promise<Record<string, string>[]> {
  workspace.app().close();
  const path = join(aFolder(), `${what}.csv`);
  const app = makeApp({
    file: workspace.file,
    migrationsFolder,
    now: () => workspace.clock.now,
    deviceId: 'test',
    saveAs: async () => path,
  });
  await app.call('exports.save', { jobId: 'e', what, as: 'ripen', kind: 'csv', who: null });
  app.close();
  workspace.reopen();
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** The text of the paper, label after number. */
async function paper({ call }: TestWorkspace, kind: 'year' | 'month', date: string): Promise<string> {
  const workspace = await call('workspace.get', {});
  const review = await call('review.get', { kind, date });
  const figures = review.figures.figures.map(figure => ({ ...figure, series: [], distribution: null }));
  const handoff = await call('review.handoff', { kind, date });
  const { timeZone } = workspace.settings;
  const document = documentOf({
    workspace,
    review: { ...review, figures: { ...review.figures, figures } },
    mqls: await call('review.mqls', { kind, date }),
    handoff,
    meeting: null,
    overview: null,
  });
  const html = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <WorkspaceProvider value={workspace}>
        <FormatProvider settings={{ locale: 'en-GB', timeZone, currency: 'EUR', today: workspace.today }}>
          <ReviewPrint document={document} />
        </FormatProvider>
      </WorkspaceProvider>
    </QueryClientProvider>,
  );
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ');
}

const yearOf = async ({ call }: TestWorkspace, date = '2026-07-20') =>
  (await call('review.get', { kind: 'year', date })).figures;

async function figure(workspace: TestWorkspace, id: string) {
  const found = (await yearOf(workspace)).figures.find(one => one.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
}

const details = async ({ call }: TestWorkspace) => {
  const { rows } = await call('table.rows', { conditions: [], limit: 500 });
  return Promise.all(rows.map(({ id }) => call('leads.get', { id })));
};

describe('every screen', () => {
  it('counts the same customers, dated and undated', async () => {
    const workspace = await aYear();
    const { call } = workspace;
    const board = (await call('board.columns', {})).find(({ stage }) => stage === 'customer')?.all;
    const table = (await call('table.rows', { conditions: [{ field: 'stage', is: 'any-of', values: ['customer'] }] }))
      .total;
    const pages = (await details(workspace)).filter(({ lead }) => lead.stage === 'customer').length;
    const { dataGaps } = await yearOf(workspace);
    const review = ((await figure(workspace, 'new-customers')).value ?? 0) + (dataGaps.undatedCustomers?.count ?? 0);
    const file = (await exported(workspace, 'leads')).filter(row => row.Stage === 'Customer').length;
    expect({ board, table, pages, review, file }).toEqual({ board: 4, table: 4, pages: 4, review: 4, file: 4 });
    const text = await paper(workspace, 'year', '2026-07-20');
    expect(text).toMatch(/2 customers/);
    expect(text).toMatch(/New customers 2\b|2 New customers/);
  });

  it('knows the same money won, dated and undated', async () => {
    const workspace = await aYear();
    const { call } = workspace;
    const board = (await call('board.columns', {})).find(({ stage }) => stage === 'customer')?.amount;
    const { rows } = await call('table.rows', { conditions: [{ field: 'stage', is: 'any-of', values: ['customer'] }] });
    const table = sum(rows.map(({ amount }) => amount));
    const pages = sum(
      (await details(workspace)).flatMap(({ deals }) =>
        deals.flatMap(one => (one.status === 'won' ? [one.amount] : [])),
      ),
    );
    const { dataGaps } = await yearOf(workspace);
    const review = ((await figure(workspace, 'revenue')).value ?? 0) + (dataGaps.undatedCustomers?.amount ?? 0);
    const deals = (await exported(workspace, 'deals')).filter(row => row.Stage === 'Customer');
    const file = sum(deals.map(row => Math.round(Number(row['Deal amount']) * 100)));
    const all = 200_000 + 80_000 + 120_000;
    expect({ board, table, pages, review, file }).toEqual({
      board: all,
      table: all,
      pages: all,
      review: all,
      file: all,
    });
    const text = await paper(workspace, 'year', '2026-07-20');
    expect(text).toContain('€2,000');
    expect(text).toContain('€2,000.00'.slice(0, 6));
  });

  it('says the same day of each purchase, and the purchase taken back is none', async () => {
    const workspace = await aYear();
    const { call } = workspace;
    const rows = await exported(workspace, 'leads');
    const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
    for (const month of months) {
      const at = { kind: 'month', date: `${month}-15` } as const;
      const review = await call('review.leads', { ...at, figureId: 'new-customers', set: 'counted', only: null });
      const file = rows.filter(row => row['Became customer on']?.startsWith(month)).map(row => row['First name']);
      expect({ month, file }).toEqual({ month, file: review.rows.map(({ firstName }) => firstName) });
    }
    expect(rows.filter(row => row['Became customer on'] !== '').map(row => row['First name'])).toEqual(['Dora', 'Eve']);
  });

  it('counts the same lost people and deals', async () => {
    const workspace = await aYear();
    const { call } = workspace;
    const board = (await call('board.columns', {})).find(({ stage }) => stage === 'lost')?.all;
    const people = (await figure(workspace, 'win-rate')).sets.find(({ key }) => key === 'lost')?.count;
    const deals = await figure(workspace, 'win-rate-deals');
    const file = await exported(workspace, 'deals');
    const pages = (await details(workspace)).flatMap(one => one.deals);
    expect({ board, people, deals: deals.n - (deals.numerator ?? 0) }).toEqual({ board: 1, people: 1, deals: 1 });
    expect(file.filter(row => row.Stage === 'Lost')).toHaveLength(1);
    expect(pages.filter(({ status }) => status === 'lost')).toHaveLength(1);
  });

  it('expects the same of the open deals', async () => {
    const workspace = await aYear();
    const columns = await workspace.call('board.columns', {});
    const board = {
      open: sum(columns.map(one => one.openAmount)),
      expected: sum(columns.map(one => one.expectedAmount)),
    };
    const pages = (await details(workspace)).flatMap(({ deals }) => deals.filter(({ status }) => status === 'open'));
    const file = (await exported(workspace, 'deals')).filter(row => row.Stage === 'Opportunity');
    const weighted = await figure(workspace, 'weighted-pipeline');
    expect(board.open).toBe(sum(pages.map(({ amount }) => amount)));
    expect(file).toHaveLength(pages.length);
    expect([weighted.value, weighted.n]).toEqual([board.expected, 1]);
    expect(weighted.value).toBe(20_000);
  });
});
