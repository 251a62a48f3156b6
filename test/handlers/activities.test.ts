// Activities: logged now or on a past day, for one or many; what they do to the stage, and what is refused.
import { describe, expect, it } from 'vitest';
import { brokenInvariants } from '../support/invariants.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { aWorkspace, monday } from '../support/workspace.ts';

const hour = 3_600_000;
const day = 24 * hour;

const aLead = async ({ call }: TestWorkspace, stage: 'stranger' | 'visitor' | 'lead' = 'lead') =>
  (await call('leads.create', { attributes: { firstName: 'Ada', company: 'Mill' }, stage })).id;

describe('an activity', () => {
  it('without a day happened now; with a day at noon there; with a time then, in the workspace’s zone', async () => {
    const workspace = aWorkspace({ timeZone: 'America/New_York' });
    const { call } = workspace;
    const id = await aLead(workspace);
    for (const when of [null, { date: '2026-05-20', time: null }, { date: '2026-05-20', time: '08:30' }]) {
      await call('activities.log', { leadIds: [id], typeId: 'call-made', when });
    }
    const { activities } = await call('leads.get', { id });
    // New York is four hours behind UTC in May.
    expect(activities.map(({ at }) => at)).toEqual([monday, Date.UTC(2026, 4, 20, 16), Date.UTC(2026, 4, 20, 12, 30)]);
  });

  it('cannot lie in the future; of today it can, though noon is still to come', async () => {
    const workspace = aWorkspace();
    const id = await aLead(workspace);
    const log = { leadIds: [id], typeId: 'call-made' };
    expect(await workspace.appError('activities.log', { ...log, when: { date: '2026-06-02', time: null } })).toMatch(
      /is in the future\. Plan a next step/,
    );
    await workspace.call('activities.log', { ...log, when: { date: '2026-06-01', time: null } });
    expect((await workspace.call('leads.get', { id })).activities[0]?.at).toBe(monday);
  });

  it('for many people is one step', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const leadIds = [await aLead(workspace), await aLead(workspace), await aLead(workspace)];
    const { ids } = await call('activities.log', { leadIds, typeId: 'event-attended' });
    expect(new Set(ids).size).toBe(3);
    expect(await call('journal.state', {})).toMatchObject({ undo: 'log activity for 3 people' });
    await call('journal.undo', {});
    for (const id of leadIds) expect((await call('leads.get', { id })).activityCount).toBe(0);
  });

  it('for many of whom one is gone is refused for all', async () => {
    const workspace = aWorkspace();
    const id = await aLead(workspace);
    await workspace.appError('activities.log', { leadIds: [id, 'gone'], typeId: 'call-made' });
    expect((await workspace.call('leads.get', { id })).activityCount).toBe(0);
  });

  it('of an unknown kind is refused', async () => {
    const workspace = aWorkspace();
    const id = await aLead(workspace);
    expect(await workspace.appError('activities.log', { leadIds: [id], typeId: 'danced' })).toMatch(/no longer exists/);
    const [activity = ''] = (await workspace.call('activities.log', { leadIds: [id], typeId: 'call-made' })).ids;
    expect(await workspace.appError('activities.update', { id: activity, typeId: 'danced' })).toMatch(
      /no longer exists/,
    );
  });

  it('is done in the name of whoever works here', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const member = await call('members.save', { id: null, name: 'Mara', side: 'sales', archived: false });
    await call('settings.update', { actingAs: member.id });
    const id = await aLead(workspace);
    await call('activities.log', { leadIds: [id], typeId: 'call-made' });
    expect((await call('leads.get', { id })).activities[0]?.memberId).toBe(member.id);
  });
});

describe('what an activity implies', () => {
  it('lifts a stranger to where it proves them to be, dated at the activity, and never back', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const id = await aLead(workspace, 'stranger');
    await call('activities.log', { leadIds: [id], typeId: 'website-visit', when: { date: '2026-05-20', time: null } });
    expect((await call('leads.get', { id })).lead).toMatchObject({
      stage: 'visitor',
      stageSince: Date.UTC(2026, 4, 20, 12),
    });
    await call('activities.log', { leadIds: [id], typeId: 'form-submitted' });
    await call('activities.log', { leadIds: [id], typeId: 'website-visit' });
    const { lead, stageChanges } = await call('leads.get', { id });
    expect(lead.stage).toBe('lead');
    expect(stageChanges.map(({ to, cause }) => [to, cause])).toEqual([
      ['stranger', 'created'],
      ['visitor', 'activity'],
      ['lead', 'activity'],
    ]);
  });

  it('keeps the history in order when what is logged later happened earlier', async () => {
    const workspace = aWorkspace();
    const { call, clock, app } = workspace;
    const id = await aLead(workspace, 'stranger');
    clock.now += hour;
    await call('activities.log', { leadIds: [id], typeId: 'website-visit' });
    clock.now += hour;
    await call('activities.log', { leadIds: [id], typeId: 'form-submitted', when: { date: '2026-05-20', time: null } });
    expect(brokenInvariants(app().reader)).toEqual({});
    expect((await call('leads.get', { id })).stageChanges.at(-1)).toMatchObject({ from: 'visitor', to: 'lead' });
  });

  it('does not take anybody out of an off-funnel stage', async () => {
    const workspace = aWorkspace();
    const id = await aLead(workspace);
    await workspace.call('leads.move', { ids: [id], move: { to: 'disqualified', reason: 'spam' } });
    for (let n = 0; n < 4; n += 1) await workspace.call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
    expect((await workspace.call('leads.get', { id })).lead.stage).toBe('disqualified');
  });
});

describe('the promotion by score', () => {
  it('happens once; whoever was handed back waits for something new', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const id = await aLead(workspace);
    const log = async (typeId: string) => (await call('activities.log', { leadIds: [id], typeId })).promoted;
    expect(await log('demo-requested')).toEqual([]);
    expect(await log('demo-requested')).toEqual([{ id, name: 'Ada', total: 100 }]);
    expect(await log('demo-requested')).toEqual([]);
    clock.now += day;
    await call('leads.move', { ids: [id], move: { to: 'lead', note: 'Not yet' } });
    clock.now += day;
    await call('leads.update', { id, attributes: { jobTitle: 'Owner' } });
    expect((await call('leads.get', { id })).lead.stage).toBe('lead');
    expect(await log('website-visit')).toHaveLength(1);
    expect((await call('leads.get', { id })).receipts).toHaveLength(2);
  });

  it('goes with the activity when that is taken back, and the receipt with it', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const id = await aLead(workspace);
    await call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
    await call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
    await call('journal.undo', {});
    expect(await call('leads.get', { id })).toMatchObject({
      lead: { stage: 'lead' },
      receipts: [],
      score: { total: 50 },
    });
  });
});
