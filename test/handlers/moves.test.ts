// Moves by hand: what each one writes besides the stage, and which are refused.

import { describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { dayMs } from '../../shared/dates.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { aWorkspace } from '../support/workspace.ts';

type Move = Input<'leads.move'>['move'];

async function anMql() {
  const workspace = aWorkspace();
  const { id } = await workspace.call('leads.create', { attributes: { firstName: 'Ada', company: 'Mill' } });
  const move = async (to: Move) => {
    workspace.clock.now += 3_600_000;
    await workspace.call('leads.move', { ids: [id], move: to });
    expect(brokenInvariants(workspace.app().reader)).toEqual({});
    return workspace.call('leads.get', { id });
  };
  await move({ to: 'mql' });
  return { ...workspace, id, move };
}

describe('a move', () => {
  it('to SQL keeps what sales learned', async () => {
    const { move } = await anMql();
    const { lead } = await move({ to: 'sql', attributes: { need: 'yes', budget: 500_000 } });
    expect(lead).toMatchObject({ stage: 'sql', need: 'yes', budget: 500_000 });
  });

  it('to Opportunity opens one deal, and to Customer wins it', async () => {
    const { move, clock } = await anMql();
    await move({ to: 'sql' });
    expect((await move({ to: 'opportunity', amount: 120_000 })).deals).toMatchObject([
      { name: 'Mill', amount: 120_000, status: 'open', closedAt: null },
    ]);
    await move({ to: 'sql' });
    expect((await move({ to: 'opportunity', amount: 90_000 })).deals).toHaveLength(1);
    expect((await move({ to: 'customer', amount: null })).deals).toMatchObject([
      { amount: 90_000, status: 'won', closedAt: clock.now },
    ]);
  });

  it('to Lost loses the open deals and says why', async () => {
    const { move } = await anMql();
    await move({ to: 'sql' });
    await move({ to: 'opportunity', amount: 120_000 });
    const { deals, stageChanges } = await move({ to: 'lost', reason: 'price', note: 'Too dear' });
    expect(deals).toMatchObject([{ status: 'lost', reason: 'price' }]);
    expect(stageChanges.at(-1)).toMatchObject({ to: 'lost', reason: 'price', note: 'Too dear', cause: 'hand' });
  });

  it('to Nurture has a date, which goes when the lead does', async () => {
    const { move } = await anMql();
    expect((await move({ to: 'nurture', until: '2026-09-01', reason: 'bad-timing' })).lead.nurtureUntil).toBe(
      '2026-09-01',
    );
    expect((await move({ to: 'lead' })).lead.nurtureUntil).toBeNull();
  });

  it('to Disqualified because they asked not to be contacted is kept as such', async () => {
    const { move } = await anMql();
    expect((await move({ to: 'disqualified', reason: 'do-not-contact' })).lead.consent).toBe('no');
  });

  it.each<[string, Move, RegExp]>([
    ['to where they are', { to: 'mql' }, /^Ada: The lead is already in this stage\.$/],
    [
      'to Lost, before sales',
      { to: 'lost', reason: 'price' },
      /^Ada: Only an SQL or an opportunity can be marked as lost/,
    ],
  ])('%s is refused', async (_, move, sentence) => {
    const { appError, id } = await anMql();
    expect(await appError('leads.move', { ids: [id], move })).toMatch(sentence);
  });

  it('of many people is one step, and is refused as a whole', async () => {
    const { call, appError, id } = await anMql();
    const other = (await call('leads.create', { attributes: { firstName: 'Bo' } })).id;
    await appError('leads.move', { ids: [other, id], move: { to: 'mql' } });
    expect((await call('leads.get', { id: other })).lead.stage).toBe('lead');
    await call('leads.move', { ids: [other, id], move: { to: 'sql' } });
    await call('journal.undo', {});
    expect((await call('leads.get', { id })).lead.stage).toBe('mql');
    expect((await call('leads.get', { id: other })).lead.stage).toBe('lead');
  });

  it('while the clock stands wrong keeps the history in order', async () => {
    const { call, clock, id, app } = await anMql();
    clock.now -= 400 * dayMs;
    await call('leads.move', { ids: [id], move: { to: 'sql' } });
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: null } });
    clock.now += 800 * dayMs;
    await call('leads.move', { ids: [id], move: { to: 'customer', amount: 1 } });
    expect(brokenInvariants(app().reader)).toEqual({});
    const { lead, score } = await call('leads.get', { id });
    expect(lead.stage).toBe('customer');
    expect(Number.isFinite(score.total)).toBe(true);
  });
});
