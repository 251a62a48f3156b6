// Next steps in an import of leads that are lost or disqualified: kept in the notes, ended where they were planned, and said before.
import { describe, expect, it } from 'vitest';
import { everybody, importOne, said } from '../support/imported.ts';
import { aWorkspace } from '../support/workspace.ts';

describe('a sheet with a next step for those who are lost', () => {
  it.each([
    ['Lost', 'lost'],
    ['Disqualified', 'disqualified'],
    ['No sale', 'lost'],
  ])('keeps it in the notes of a new lead that is %s', async (status, stage) => {
    const workspace = aWorkspace();
    const { checked } = await importOne(workspace, [
      'Name,E-mail,Status,Next step,Next step on',
      `Ada Holm,ada@mill.example,${status},Chase quote,2026-06-01`,
      'Bo Lind,bo@quay.example,SQL,Call back,2026-06-01',
    ]);
    const [ada, bo] = everybody(workspace);
    expect(ada?.stage).toBe(stage);
    expect(bo?.stage).toBe('sql');
    expect(said(checked)).toContain('it goes to the notes; first: Ada Holm');
    const { due } = await workspace.call('today.get', {});
    expect(due.map(({ row }) => row.name)).toEqual(['Bo Lind']);
    const id = (await workspace.call('leads.list', { search: 'ada' })).rows[0]?.id ?? '';
    expect((await workspace.call('leads.get', { id })).lead).toMatchObject({
      nextStep: null,
      notes: 'Next step: Chase quote 2026-06-01',
    });
  });

  it('ends those of a lead that was there, says so by name, and undo brings them back', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const { id } = await call('leads.create', {
      attributes: { firstName: 'Ada', lastName: 'Holm', email: 'ada@mill.example' },
    });
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 100_00 } });
    for (const what of ['Call', 'Chase quote'])
      await call('nextSteps.save', { leadId: id, id: null, what, on: '2026-06-01', time: null, repeats: null });
    const { checked, batchId } = await importOne(workspace, ['Name,E-mail,Status', 'Ada Holm,ada@mill.example,Lost']);
    expect(said(checked)).toContain('One row closes a lead with next steps, which end; first: Ada Holm');
    expect((await call('leads.get', { id })).lead).toMatchObject({ stage: 'lost', nextStep: null });
    expect(await call('nextSteps.ofLead', { leadId: id })).toEqual([]);
    await call('imports.undo', { jobId: 'u', batchId });
    expect(await call('nextSteps.ofLead', { leadId: id })).toHaveLength(2);
  });
});
