// Settings, team and activity types: each change is one step with a name of its own, and what cannot be is refused in words.
import { describe, expect, it } from 'vitest';
import { builtInActivityTypes } from '../../shared/activity.ts';
import { aWorkspace } from '../support/workspace.ts';

const customValues = { id: null, label: 'Sample sent', ourSide: true, impliesStage: null, archived: false } as const;

describe('settings', () => {
  it.each([
    [{ currency: 'USD' }, 'change currency'],
    [{ appearance: 'dark' }, 'change appearance'],
    [{ targetFrom: 10, targetTo: 40 }, 'change benchmark'],
    [{ quietAfterDays: 7, currency: 'USD' }, 'change settings'],
  ] as const)('%j is the step "%s", and can be taken back', async (change, label) => {
    const { call } = aWorkspace();
    const before = (await call('workspace.get', {})).settings;
    await call('settings.update', change);
    expect((await call('workspace.get', {})).settings).toMatchObject(change);
    expect(await call('journal.undo', {})).toEqual({ label });
    expect((await call('workspace.get', {})).settings).toEqual(before);
  });

  it('refuses a currency with other decimals once amounts are recorded, and takes any before', async () => {
    const { call, appError } = aWorkspace({ currency: 'EUR' });
    await call('settings.update', { currency: 'JPY' });
    await call('settings.update', { currency: 'EUR' });
    const { id } = await call('leads.create', { attributes: { company: 'Mill' } });
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 120_000 } });
    expect(await appError('settings.update', { currency: 'JPY' })).toMatch(/EUR cannot be shown in JPY/);
    await call('settings.update', { currency: 'USD' });
  });
});

describe('activity types', () => {
  it('can be added, logged, renamed and archived', async () => {
    const { call } = aWorkspace();
    const { id } = await call('activityTypes.save', customValues);
    const lead = await call('leads.create', { attributes: { company: 'Mill' } });
    await call('activities.log', { leadIds: [lead.id], typeId: id });
    await call('activityTypes.save', { ...customValues, id, label: 'Sample posted' });
    await call('activityTypes.save', { ...customValues, id, label: 'Sample posted', archived: true });
    const types = await call('activityTypes.list', {});
    expect(types.find(type => type.id === id)).toEqual({ ...customValues, id, label: 'Sample posted', archived: true });
    expect((await call('leads.get', { id: lead.id })).activities).toMatchObject([{ typeId: id }]);
  });

  it('keep one name each', async () => {
    const { call, appError } = aWorkspace();
    await call('activityTypes.save', customValues);
    expect(await appError('activityTypes.save', { ...customValues, label: ' sample SENT ' })).toMatch(/already/);
    expect(await appError('activityTypes.save', { ...customValues, label: 'Demo requested' })).toMatch(
      /Demo requested/,
    );
  });

  it('that came with Ripen keep their names, but can be archived', async () => {
    const { call, appError } = aWorkspace();
    const demo = builtInActivityTypes.find(({ id }) => id === 'demo-requested');
    if (!demo) throw new Error('There is no demo type.');
    expect(await appError('activityTypes.save', { ...demo, label: 'Show' })).toMatch(/cannot be renamed/);
    await call('activityTypes.save', { ...demo, archived: true });
    expect(await call('journal.undo', {})).toEqual({ label: 'archive activity type' });
  });
});

describe('the first steps', () => {
  const done = async ({ call }: ReturnType<typeof aWorkspace>) =>
    (await call('firstSteps.get', {})).steps.filter(step => step.done !== null).map(step => `${step.id} ${step.done}`);

  it('are all to be done in a new workspace', async () => {
    expect(await done(aWorkspace())).toEqual([]);
  });

  it('tick themselves by what is there, and untick when it is taken back', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    await call('leads.create', { attributes: { company: 'Mill' } });
    await call('campaigns.save', {
      id: null,
      channelId: null,
      label: 'Fair',
      startsOn: null,
      endsOn: null,
      archived: false,
    });
    await call('activityTypes.save', customValues);
    expect(await done(workspace)).toEqual(['signs data', 'leads data', 'campaign data']);
    await call('journal.undo', {});
    expect(await done(workspace)).toEqual(['leads data', 'campaign data']);
  });

  it('can be ticked by hand where what is there is right, and archived', async () => {
    const workspace = aWorkspace();
    await workspace.call('settings.update', { stepsDone: ['points'] });
    expect(await done(workspace)).toEqual(['points hand']);
    await workspace.call('settings.update', { stepsHidden: true });
    expect((await workspace.call('firstSteps.get', {})).hidden).toBe(true);
  });
});
