// The head of a lead says why enough points did not make an MQL, and since when it is in its stage as far as that is known.
import { describe, expect, it } from 'vitest';
import { isStageDayKnown, whyNotMql } from '../../../renderer/parts/lead/why-not-mql.ts';
import { makeFormat } from '../../../renderer/ui/format.tsx';
import { criteriaChanges } from '../../../shared/criteria-change.ts';
import { aWorkspace } from '../../support/workspace.ts';

const format = makeFormat({ locale: 'en', timeZone: 'Europe/Berlin', currency: 'EUR', today: '2026-06-01' });

async function aLead(minimumFit = 0) {
  const { call } = aWorkspace();
  const { id } = await call('leads.create', { attributes: { firstName: 'Ann' } });
  if (minimumFit > 0) {
    const { criteria } = (await call('criteria.draft', {})).inForce;
    await call('criteria.changeDraft', { changes: criteriaChanges(criteria, { ...criteria, minimumFit }) });
    await call('criteria.publish', { reason: 'Only who fits', jobId: 'a' });
  }
  const log = () => call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
  await log();
  await log();
  return { call, id, detail: () => call('leads.get', { id }) };
}

describe('why a lead with enough points is no MQL', () => {
  it('says nothing of one that is an MQL, and nothing of one with too few points', async () => {
    const { call, detail } = await aLead();
    expect((await detail()).lead.stage).toBe('mql');
    expect(whyNotMql(await detail(), format)).toBeNull();
    const other = await call('leads.create', { attributes: { firstName: 'Bo' } });
    expect(whyNotMql(await call('leads.get', { id: other.id }), format)).toBeNull();
  });

  it('names the minimum fit', async () => {
    const { detail } = await aLead(20);
    expect((await detail()).lead.stage).toBe('lead');
    expect(whyNotMql(await detail(), format)).toBe('Fit is 0; an MQL needs at least 20.');
  });

  it('names the way back, after which only a new activity counts', async () => {
    const { call, id, detail } = await aLead();
    await call('leads.move', { ids: [id], move: { to: 'lead' } });
    expect(whyNotMql(await detail(), format)).toMatch(
      /^Came back from MQL on .*\. It becomes MQL with the next activity/,
    );
  });
});

describe('the day of a stage', () => {
  it('is known of a move, not of a stage that an import found without a day', async () => {
    const detail = await (await aLead()).detail();
    expect(isStageDayKnown(detail)).toBe(true);
    const undated = detail.stageChanges.map(change => ({ ...change, cause: 'opening' as const }));
    expect(isStageDayKnown({ ...detail, stageChanges: undated })).toBe(false);
  });
});
