// The workspace's own nouns: settings that fit together, members, channels, campaigns, spend and reach.
import { describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { aWorkspace } from '../support/workspace.ts';

describe('settings', () => {
  it('are kept, one by one, and the others stay', async () => {
    const { call, reopen } = aWorkspace({ currency: 'CHF' });
    await call('settings.update', { targetFrom: 12.5, timeZone: 'Asia/Kolkata' });
    reopen();
    const { settings } = await call('workspace.get', {});
    expect(settings).toMatchObject({ targetFrom: 12.5, timeZone: 'Asia/Kolkata', currency: 'CHF', quietAfterDays: 14 });
  });

  it('move the day: today is what it is in the workspace’s zone', async () => {
    const { call, clock } = aWorkspace({ timeZone: 'UTC' });
    clock.now = Date.UTC(2026, 5, 1, 23);
    expect((await call('workspace.get', {})).today).toBe('2026-06-01');
    await call('settings.update', { timeZone: 'Pacific/Auckland' });
    expect((await call('workspace.get', {})).today).toBe('2026-06-02');
  });

  it.each<[string, Input<'settings.update'>, RegExp]>([
    ['a band that ends before it starts', { targetFrom: 50, targetTo: 20 }, /benchmark ends below its start/],
    ['a band whose end falls below the start that is set', { targetTo: 5 }, /benchmark ends below its start/],
    ['a longest time shorter than the aim', { answerWithinHours: 100 }, /maximum time to answer is shorter/],
    ['somebody who is not in the team', { actingAs: 'nobody' }, /no longer in the team/],
    ['a zone that does not exist', { timeZone: 'Mars/Base' }, /Unknown time zone/],
    ['a currency that does not exist', { currency: 'euro' }, /./],
  ])('refuse %s', async (_, change, sentence) => {
    const { call, appError } = aWorkspace();
    const before = await call('workspace.get', {});
    expect(await appError('settings.update', change)).toMatch(sentence);
    expect(await call('workspace.get', {})).toEqual(before);
  });
});

describe('members, channels and campaigns', () => {
  it('are added without an id, changed with one, and undone one by one', async () => {
    const { call } = aWorkspace();
    const { id } = await call('members.save', { id: null, name: 'Mara', side: 'sales', archived: false });
    expect(await call('members.save', { id, name: 'Maria', side: 'both', archived: true })).toEqual({ id });
    const members = async () => (await call('workspace.get', {})).members;
    expect(await members()).toEqual([{ id, name: 'Maria', side: 'both', archived: true }]);
    await call('journal.undo', {});
    expect(await members()).toEqual([{ id, name: 'Mara', side: 'sales', archived: false }]);
    await call('journal.undo', {});
    expect(await members()).toEqual([]);
  });

  it('point only at what is there', async () => {
    const { appError } = aWorkspace();
    const campaign = { id: null, label: 'Fair', startsOn: null, endsOn: null, archived: false };
    expect(await appError('campaigns.save', { ...campaign, channelId: 'nowhere' })).toMatch(/no longer exists/);
  });
});

describe('spend and reach', () => {
  const period = { startsOn: '2026-06-01', endsOn: '2026-06-30' };
  const spend = { id: null, channelId: 'website', campaignId: null, amount: 90_000, note: null, ...period };

  it('are listed as they were saved, and removed', async () => {
    const { call } = aWorkspace();
    const { id } = await call('spend.save', spend);
    expect(await call('spend.list', {})).toEqual([{ ...spend, id }]);
    await call('spend.remove', { id });
    expect(await call('spend.list', {})).toEqual([]);
  });

  it('refuse a period that ends before it starts', async () => {
    const { appError } = aWorkspace();
    expect(await appError('spend.save', { ...spend, endsOn: '2026-05-01' })).toMatch(/last day is before the first/);
  });
});
