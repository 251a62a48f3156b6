// The main job without a window: log, score, MQL, handoff, customer; undo and redo of every step.
import { describe, expect, it } from 'vitest';
import { aWorkspace } from '../support/workspace.ts';

describe('from the first activity to the customer', () => {
  it('makes an MQL of a lead at 100 points, dated at the activity, with a receipt that adds up', async () => {
    const { call, clock } = aWorkspace();
    const { id } = await call('leads.create', { attributes: { firstName: 'Ada', company: 'Mill & Sons' } });
    for (const typeId of ['demo-requested', 'pricing-page-visit'])
      await call('activities.log', { leadIds: [id], typeId });
    clock.now += 60_000;
    const { promoted } = await call('activities.log', {
      leadIds: [id],
      typeId: 'pricing-page-visit',
      when: { date: '2026-05-30', time: null },
    });
    expect(promoted).toEqual([{ id, name: 'Ada', total: 100 }]);
    const { lead, receipts, score, stageChanges } = await call('leads.get', { id });
    expect(lead.stage).toBe('mql');
    expect(score.total).toBe(score.lines.reduce((sum, line) => sum + line.points, 0));
    const receipt = receipts[0]?.receipt;
    expect(receipt?.total).toBe(100);
    expect(receipt?.lines.reduce((sum, line) => sum + line.points, 0)).toBe(100);
    expect(stageChanges.at(-1)).toMatchObject({ to: 'mql', cause: 'score', at: receipt?.at });
  });

  it('walks on by hand and undoes and redoes every step, also after a restart', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const { id } = await call('leads.create', { attributes: { firstName: 'Ada', company: 'Mill & Sons' } });
    await call('leads.move', { ids: [id], move: { to: 'mql' } });
    await call('leads.move', { ids: [id], move: { to: 'sql', attributes: { need: 'yes' } } });
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 120_000 } });
    await call('leads.move', { ids: [id], move: { to: 'customer', amount: 110_000 } });
    const whole = await call('leads.get', { id });
    expect(whole.deals).toMatchObject([{ status: 'won', amount: 110_000, name: 'Mill & Sons' }]);
    expect(await call('journal.state', {})).toEqual({ undo: 'move to Customer', redo: null });
    const labels = [];
    workspace.reopen();
    for (let step = 0; step < 5; step += 1) labels.push((await call('journal.undo', {})).label);
    expect(labels).toEqual(['move to Customer', 'move to Opportunity', 'move to SQL', 'move to MQL', 'add lead']);
    expect(await call('journal.undo', {})).toEqual({ label: null });
    expect((await call('leads.list', {})).total).toBe(0);
    workspace.reopen();
    for (let step = 0; step < 5; step += 1) await call('journal.redo', {});
    expect(await call('leads.get', { id })).toEqual(whole);
    expect((await call('board.columns', {})).find(column => column.stage === 'customer')).toMatchObject({
      count: 1,
      amount: 110_000,
    });
  });
});
