// Deals without a window: what is to be expected of them, and customers who buy again or do not.
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../shared/stages.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const nothing = { name: null, expectedClose: null, probability: null } as const;
const column = async ({ call }: TestWorkspace, stage: Stage) =>
  (await call('board.columns', {})).find(one => one.stage === stage);

async function aCustomer(workspace: TestWorkspace): Promise<string> {
  const { call } = workspace;
  const { id } = await call('leads.create', { attributes: { firstName: 'Ida', company: 'Mill' } });
  await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 1000_00 } });
  await call('leads.move', { ids: [id], move: { to: 'customer', amount: 900_00 } });
  return id;
}

describe('a column’s money', () => {
  it('is weighted by the probability of the stage, or by that of the deal', async () => {
    const workspace = aWorkspace({ probabilities: { opportunity: 40 } });
    const { call } = workspace;
    for (const amount of [1000_00, 500_00]) {
      const { id } = await call('leads.create', { attributes: { firstName: 'Ida' } });
      await call('leads.move', { ids: [id], move: { to: 'opportunity', amount } });
    }
    expect(await column(workspace, 'opportunity')).toMatchObject({ amount: 1500_00, expectedAmount: 600_00 });
    const [row] = (await call('board.cards', { stage: 'opportunity' })).rows;
    const { deals } = await call('leads.get', { id: row?.id ?? '' });
    const [deal] = deals;
    if (!deal) throw new Error('There is no deal.');
    const { id, leadId, name, amount, expectedClose } = deal;
    await call('deals.save', { id, leadId, name, amount, expectedClose, probability: 90 });
    expect((await column(workspace, 'opportunity'))?.expectedAmount).toBe(
      Math.round((amount ?? 0) * 0.9 + (1500_00 - (amount ?? 0)) * 0.4),
    );
  });
});

describe('a customer who may buy again', () => {
  it('gets a new opportunity, stays a customer when it is lost, and when it is won', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const leadId = await aCustomer(workspace);
    const open = () => call('deals.save', { ...nothing, id: null, leadId, amount: 400_00 });
    const first = await open();
    expect(await column(workspace, 'customer')).toMatchObject({ amount: 900_00, openAmount: 400_00 });
    expect((await call('board.cards', { stage: 'customer' })).rows[0]?.openAmount).toBe(400_00);
    await call('deals.close', { id: first.id, end: { how: 'lost', reason: 'price' } });
    expect((await call('leads.get', { id: leadId })).lead.stage).toBe('customer');
    const second = await open();
    await call('deals.close', { id: second.id, end: { how: 'won', amount: 350_00 }, note: 'They know us' });
    const { lead, deals } = await call('leads.get', { id: leadId });
    expect(lead.stage).toBe('customer');
    expect(deals.map(({ status, reason, name }) => [status, reason, name])).toEqual([
      ['won', null, 'Mill'],
      ['lost', 'price', 'Mill'],
      ['won', 'They know us', 'Mill'],
    ]);
    expect((await column(workspace, 'customer'))?.amount).toBe(1250_00);
  });

  it('stays one when a move back to Opportunity ends in Lost', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const leadId = await aCustomer(workspace);
    await call('leads.move', { ids: [leadId], move: { to: 'opportunity', amount: 400_00 } });
    await call('leads.move', { ids: [leadId], move: { to: 'lost', reason: 'timing' } });
    const { lead, deals } = await call('leads.get', { id: leadId });
    expect(lead.stage).toBe('customer');
    expect(deals.map(({ status }) => status)).toEqual(['won', 'lost']);
  });
});

describe('a move on the board', () => {
  it('opens one more deal for a customer, who stays one, or takes a sale back that did not happen', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const leadId = await aCustomer(workspace);
    const stand = async () => {
      const { lead, deals, stageChanges } = await call('leads.get', { id: leadId });
      return [lead.stage, deals.map(({ status }) => status), stageChanges.length];
    };
    const [, , changes] = await stand();
    const again = { to: 'opportunity', amount: 400_00 } as const;
    await call('leads.move', { ids: [leadId], move: { ...again, again: 'stay' } });
    expect(await stand()).toEqual(['customer', ['won', 'open'], changes]);
    await call('journal.undo', {});
    await call('leads.move', { ids: [leadId], move: { ...again, again: 'reopen' } });
    expect(await stand()).toEqual(['opportunity', ['open'], Number(changes) + 1]);
    await call('journal.undo', {});
    expect(await stand()).toEqual(['customer', ['won'], changes]);
  });

  it('back from a deal leaves it open, or says that it is lost', async () => {
    const { call } = aWorkspace();
    const { id } = await call('leads.create', { attributes: { firstName: 'Ida' } });
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 1 } });
    await call('leads.move', { ids: [id], move: { to: 'sql', note: 'Too early' } });
    expect((await call('leads.get', { id })).deals).toMatchObject([{ status: 'open' }]);
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 1 } });
    await call('leads.move', { ids: [id], move: { to: 'lead', dropDeals: true } });
    expect((await call('leads.get', { id })).deals).toMatchObject([{ status: 'lost', reason: 'other' }]);
  });
});

describe('the last deal of an opportunity', () => {
  it('takes the lead along, to Customer or to Lost; one of two does not', async () => {
    const { call } = aWorkspace();
    const { id: leadId } = await call('leads.create', { attributes: { firstName: 'Ida' } });
    await call('leads.move', { ids: [leadId], move: { to: 'opportunity', amount: 100_00 } });
    const second = await call('deals.save', { ...nothing, id: null, leadId, amount: 200_00 });
    await call('deals.close', { id: second.id, end: { how: 'lost', reason: 'price' } });
    expect((await call('leads.get', { id: leadId })).lead.stage).toBe('opportunity');
    const [first] = (await call('leads.get', { id: leadId })).deals;
    await call('deals.close', { id: first?.id ?? '', end: { how: 'lost', reason: 'timing' } });
    expect((await call('leads.get', { id: leadId })).lead.stage).toBe('lost');
    await call('journal.undo', {});
    await call('deals.close', { id: first?.id ?? '', end: { how: 'won', amount: null } });
    expect((await call('leads.get', { id: leadId })).lead.stage).toBe('customer');
  });

  it('is refused for a lead that is no opportunity yet, and twice', async () => {
    const { call, appError } = aWorkspace();
    const { id: leadId } = await call('leads.create', { attributes: { firstName: 'Ida' } });
    expect(await appError('deals.save', { ...nothing, id: null, leadId, amount: null })).toMatch(
      /Move the lead to Opportunity/,
    );
    await call('leads.move', { ids: [leadId], move: { to: 'customer', amount: 1 } });
    const [deal] = (await call('leads.get', { id: leadId })).deals;
    expect(await appError('deals.close', { id: deal?.id ?? '', end: { how: 'won', amount: null } })).toMatch(/already/);
  });
});
