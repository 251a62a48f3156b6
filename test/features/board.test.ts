// The board without a window: columns with their figures, cards in their order, and a card found again wherever it went.
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../shared/stages.ts';
import { aWorkspace, monday, type TestWorkspace } from '../support/workspace.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const add = async ({ call }: TestWorkspace, firstName: string, facts = {}): Promise<string> =>
  (await call('leads.create', { facts: { firstName, ...facts } })).id;
const names = async ({ call }: TestWorkspace, stage: Stage, filter = {}) =>
  (await call('board.cards', { stage, ...filter })).rows.map(row => row.name);
const columnOf = async ({ call }: TestWorkspace, stage: Stage, filter = {}) =>
  (await call('board.columns', filter)).find(column => column.stage === stage);

describe('the board', () => {
  it('shows in each head the count, the money and the median of the days', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    for (const [name, amount] of [
      ['Ada', 100_00],
      ['Bo', 250_00],
      ['Cy', null],
    ] as const) {
      const id = await add(workspace, name);
      await call('leads.move', { ids: [id], move: { to: 'opportunity', amount } });
      clock.now += 3 * dayMs;
    }
    expect(await columnOf(workspace, 'opportunity')).toMatchObject({ count: 3, amount: 350_00, medianDays: 6 });
    expect(await columnOf(workspace, 'customer')).toMatchObject({ count: 0, amount: 0, medianDays: null });
    expect((await columnOf(workspace, 'mql'))?.entry).toMatch(/^100 points/);
  });

  it('counts the money won in the column of the customers, not what is still open', async () => {
    const workspace = aWorkspace();
    const id = await add(workspace, 'Ada');
    await workspace.call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 900_00 } });
    await workspace.call('leads.move', { ids: [id], move: { to: 'customer', amount: 800_00 } });
    expect(await columnOf(workspace, 'opportunity')).toMatchObject({ count: 0, amount: 0 });
    expect(await columnOf(workspace, 'customer')).toMatchObject({ count: 1, amount: 800_00 });
  });

  it('puts the highest score first, page by page, and finds a card by its place', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const [ada, bo, cy] = [await add(workspace, 'Ada'), await add(workspace, 'Bo'), await add(workspace, 'Cy')];
    await call('activities.log', { leadIds: [bo], typeId: 'pricing-page-visit' });
    await call('activities.log', { leadIds: [cy], typeId: 'website-visit' });
    expect(await names(workspace, 'lead')).toEqual(['Bo', 'Cy', 'Ada']);
    expect(await names(workspace, 'lead', { from: 1, limit: 1 })).toEqual(['Cy']);
    expect(await call('board.place', { id: ada })).toEqual({ stage: 'lead', index: 2 });
    await call('leads.move', { ids: [ada], move: { to: 'mql' } });
    expect(await call('board.place', { id: ada })).toEqual({ stage: 'mql', index: 0 });
    expect(await call('board.place', { id: 'nobody' })).toBeNull();
  });

  it('is narrowed by search and by whose leads they are, in counts, cards and places alike', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const memberId = (await call('members.save', { id: null, name: 'Sam', side: 'sales', archived: false })).id;
    await add(workspace, 'Ada', { company: 'Mühle & Söhne' });
    const bo = await add(workspace, 'Bo', { company: 'Quay', memberId });
    const cy = await add(workspace, 'Cy', { company: 'Muhlenbach', memberId });
    const search = { search: 'muhle' };
    expect((await names(workspace, 'lead', search)).sort()).toEqual(['Ada', 'Cy']);
    expect(await columnOf(workspace, 'lead', search)).toMatchObject({ count: 2 });
    expect((await names(workspace, 'lead', { memberId })).sort()).toEqual(['Bo', 'Cy']);
    expect(await names(workspace, 'lead', { ...search, memberId })).toEqual(['Cy']);
    expect(await call('board.place', { id: cy, ...search, memberId })).toEqual({ stage: 'lead', index: 0 });
    expect(await call('board.place', { id: bo, ...search })).toBeNull();
  });

  it('marks a card as quiet only while nothing happens and nothing is planned', async () => {
    const workspace = aWorkspace({ quietAfterDays: 14 });
    const { call, clock } = workspace;
    const id = await add(workspace, 'Ada');
    await call('leads.move', { ids: [id], move: { to: 'sql' } });
    const quiet = async () => (await call('board.cards', { stage: 'sql' })).rows[0]?.quietDays;
    clock.now += 13 * dayMs;
    expect(await quiet()).toBeNull();
    clock.now += dayMs;
    expect(await quiet()).toBe(14);
    await call('leads.setNextStep', { id, nextStep: 'Call', nextStepOn: '2026-06-20' });
    expect(await quiet()).toBeNull();
    clock.now = monday + 30 * dayMs;
    expect((await call('board.cards', { stage: 'sql' })).rows[0]).toMatchObject({ quietDays: null, overdue: true });
  });

  it('shows the clock of an MQL until somebody of ours has been in touch', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const id = await add(workspace, 'Ada');
    await call('leads.move', { ids: [id], move: { to: 'mql' } });
    const wait = async () => (await call('board.cards', { stage: 'mql' })).rows[0]?.wait;
    clock.now += 25 * hourMs;
    expect(await wait()).toEqual({ hours: 25, state: 'late', touchedAt: null });
    await call('activities.log', { leadIds: [id], typeId: 'website-visit' });
    expect((await wait())?.touchedAt).toBeNull();
    await call('activities.log', { leadIds: [id], typeId: 'call-made' });
    expect((await wait())?.touchedAt).toBe(clock.now);
  });
});
