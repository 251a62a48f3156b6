// The board without a window: columns with their figures, cards in their order, and a card found again wherever it went.

import { describe, expect, it } from 'vitest';
import type { Reader } from '../../electron/db/file/handle.ts';
import { columnInOrder } from '../../electron/db/tables/board.ts';
import { boardOrderSchema } from '../../shared/contract/board.ts';
import { dayMs } from '../../shared/dates.ts';
import type { Stage } from '../../shared/stages.ts';
import { aWorkspace, monday, type TestWorkspace } from '../support/workspace.ts';

const hourMs = 3_600_000;

const add = async ({ call }: TestWorkspace, firstName: string, attributes = {}): Promise<string> =>
  (await call('leads.create', { attributes: { firstName, ...attributes } })).id;
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

  it('shows the strongest reason of a card as it is after each change', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const id = await add(workspace, 'Ada', { email: 'ada@firm.example' });
    const reason = async () => (await call('board.cards', { stage: 'lead' })).rows[0]?.strongest;
    const log = (typeId: string) => call('activities.log', { leadIds: [id], typeId });
    expect(await reason()).toBeNull();
    await log('email-opened');
    expect(await reason()).toMatch(/opened/);
    await log('pricing-page-visit');
    expect(await reason()).toMatch(/[Pp]ricing/);
    await call('journal.undo', {});
    expect(await reason()).toMatch(/opened/);
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
    expect(await call('board.locate', { id: ada })).toEqual({ stage: 'lead', index: 2 });
    await call('leads.move', { ids: [ada], move: { to: 'mql' } });
    expect(await call('board.locate', { id: ada })).toEqual({ stage: 'mql', index: 0 });
    expect(await call('board.locate', { id: 'nobody' })).toBeNull();
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
    expect(await call('board.locate', { id: cy, ...search, memberId })).toEqual({ stage: 'lead', index: 0 });
    expect(await call('board.locate', { id: bo, ...search })).toBeNull();
  });

  it('finds words of one and two letters as it finds longer ones: anywhere, whatever the accents, and as things are now', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const jose = await add(workspace, 'José', { lastName: 'Ño' });
    const bo = await add(workspace, 'Bo', { company: 'Öl & Gas' });
    await add(workspace, 'Ada', { email: 'ada@sesame.example' });
    const found = async (search: string) => (await names(workspace, 'lead', { search })).sort();
    expect(await found('se')).toEqual(['Ada', 'José Ño']);
    expect(await found('SÉ')).toEqual(['Ada', 'José Ño']);
    expect(await found('no')).toEqual(['José Ño']);
    expect(await found('ol')).toEqual(['Bo']);
    expect(await found('o ö')).toEqual(['Bo', 'José Ño']);
    expect(await found('jos no')).toEqual(['José Ño']);
    expect(await found('%')).toEqual([]);
    await call('leads.update', { id: jose, attributes: { lastName: 'Müller' } });
    await call('leads.remove', { ids: [bo] });
    expect(await found('no')).toEqual([]);
    expect(await found('mu')).toEqual(['José Müller']);
    expect(await found('ol')).toEqual([]);
    await call('journal.undo', {});
    expect(await found('ol')).toEqual(['Bo']);
  });

  it('reads a column in any order straight from an index', () => {
    const { reader } = aWorkspace().app();
    const plans: string[] = [];
    const watched: Reader = {
      ...reader,
      pluck: (sql, params) => {
        plans.push(...reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params).map(({ detail }) => detail));
        return reader.pluck(sql, params);
      },
    };
    for (const order of boardOrderSchema.options) columnInOrder(watched, 'lead', order);
    expect(plans.length).toBe(6);
    for (const plan of plans) expect(plan).toMatch(/^SEARCH s USING COVERING INDEX lead_score_/);
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

  it('can be narrowed to a channel, a tag and a cell', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const channelId = (await call('channels.save', { id: null, label: 'Fair', archived: false })).id;
    const ada = await add(workspace, 'Ada', { channelId });
    const bo = await add(workspace, 'Bo');
    const tagId = (await call('tags.save', { id: null, label: 'Urgent', archived: false })).id;
    await call('tags.put', { ids: [bo], add: [tagId] });
    await call('activities.log', { leadIds: [ada], typeId: 'demo-requested' });
    expect(await names(workspace, 'lead', { channelId })).toEqual(['Ada']);
    expect(await names(workspace, 'lead', { tagId })).toEqual(['Bo']);
    const cards = await call('board.cards', { stage: 'lead' });
    const { grade, level } = cards.rows[0]?.score ?? {};
    expect(await names(workspace, 'lead', { cell: `${grade}${level}` })).toEqual(['Ada']);
    expect(await columnOf(workspace, 'lead', { cell: `${level}` })).toMatchObject({ count: 1, all: 2 });
  });

  it('says how many a stage should hold, and moves more into it all the same', async () => {
    const workspace = aWorkspace({ stageLimits: { sql: 1 } });
    const { call } = workspace;
    const ids = [await add(workspace, 'Ada'), await add(workspace, 'Bo')];
    await call('leads.move', { ids, move: { to: 'sql' } });
    expect(await columnOf(workspace, 'sql')).toMatchObject({ count: 2, limit: 1 });
    expect(await columnOf(workspace, 'lead')).toMatchObject({ limit: null });
  });
});

describe('the order of a column', () => {
  const order = async ({ call }: TestWorkspace, by: 'own' | 'score' | 'days' | 'step', more = {}) =>
    (await call('board.cards', { stage: 'lead', order: by, ...more })).rows.map(row => row.name);
  const fill = async () => {
    const workspace = aWorkspace();
    const ids: Record<string, string> = {};
    for (const name of ['Ada', 'Bo', 'Cy', 'Di']) {
      ids[name] = await add(workspace, name);
      workspace.clock.now += hourMs;
    }
    await workspace.call('activities.log', { leadIds: [ids.Cy ?? ''], typeId: 'website-visit' });
    return { ...workspace, id: (name: string) => ids[name] ?? '' };
  };

  it('can be how long they are here, or what is next', async () => {
    const board = await fill();
    expect(await order(board, 'score')).toEqual(['Cy', 'Ada', 'Bo', 'Di']);
    expect(await order(board, 'days')).toEqual(['Ada', 'Bo', 'Cy', 'Di']);
    await board.call('leads.setNextStep', { id: board.id('Di'), nextStep: 'Call', nextStepOn: '2026-06-02' });
    expect(await order(board, 'step')).toEqual(['Di', 'Cy', 'Ada', 'Bo']);
    expect(await order(board, 'step', { search: 'a' })).toEqual(['Ada']);
  });

  it('is kept as placed by hand; who is not placed follows by score', async () => {
    const board = await fill();
    await board.call('board.arrange', { ids: [board.id('Di')], before: board.id('Ada') });
    expect(await order(board, 'own')).toEqual(['Cy', 'Di', 'Ada', 'Bo']);
    await board.call('board.arrange', { ids: [board.id('Bo')], before: board.id('Di') });
    expect(await order(board, 'own')).toEqual(['Cy', 'Bo', 'Di', 'Ada']);
    await board.call('board.arrange', { ids: [board.id('Cy')], before: null });
    expect(await order(board, 'own')).toEqual(['Bo', 'Di', 'Ada', 'Cy']);
    expect(await order(board, 'score')).toEqual(['Cy', 'Ada', 'Bo', 'Di']);
    await board.call('journal.undo', {});
    expect(await order(board, 'own')).toEqual(['Cy', 'Bo', 'Di', 'Ada']);
  });

  it('forgets a place with the column it was in', async () => {
    const board = await fill();
    await board.call('board.arrange', { ids: [board.id('Di')], before: board.id('Cy') });
    for (const to of ['mql', 'lead'] as const) await board.call('leads.move', { ids: [board.id('Di')], move: { to } });
    expect(await order(board, 'own')).toEqual(['Cy', 'Ada', 'Bo', 'Di']);
  });

  it('finds every card where its page shows it, in each order and across pages', async () => {
    const board = await fill();
    await board.call('board.arrange', { ids: [board.id('Di')], before: board.id('Ada') });
    await board.call('leads.setNextStep', { id: board.id('Bo'), nextStep: null, nextStepOn: '2026-06-09' });
    await board.call('leads.setNextStep', { id: board.id('Ada'), nextStep: null, nextStepOn: '2026-06-09' });
    for (const by of ['own', 'score', 'days', 'step'] as const) {
      const rows = (await board.call('board.cards', { stage: 'lead', order: by })).rows;
      for (const [index, { id, name }] of rows.entries()) {
        expect(await board.call('board.locate', { id, order: by }), `${by} ${name}`).toEqual({ stage: 'lead', index });
        expect(await order(board, by, { from: index, limit: 1 })).toEqual([name]);
      }
    }
  });
});
