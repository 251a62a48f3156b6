// Spend and reach by week without a window: quick entry, pasting, and the way back.
import { describe, expect, it } from 'vitest';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const date = '2026-06-03';

async function aFilledWorkspace(): Promise<TestWorkspace & { readonly fair: string; readonly spring: string }> {
  const workspace = aWorkspace();
  const { call } = workspace;
  const fair = (await call('channels.save', { id: null, label: 'Trade fair', archived: false })).id;
  const dates = { startsOn: '2026-06-04', endsOn: '2026-06-05' };
  const spring = (
    await call('campaigns.save', { id: null, channelId: fair, label: 'Spring fair', archived: false, ...dates })
  ).id;
  return { ...workspace, fair, spring };
}
const lineOf = async (
  { call, fair }: { call: TestWorkspace['call']; fair: string },
  campaignId: string | null = null,
) => (await call('weeks.get', { date })).lines.find(line => line.channelId === fair && line.campaignId === campaignId);

describe('the numbers of a week', () => {
  it('are entered one by one, changed, taken away and taken back', async () => {
    const workspace = await aFilledWorkspace();
    const { call, fair } = workspace;
    const enter = (what: 'spend' | 'strangers' | 'visitors', value: number | null) =>
      call('weeks.enter', { date, channelId: fair, campaignId: null, what, value });
    await enter('spend', 50_000);
    await enter('visitors', 40);
    expect(await lineOf(workspace)).toMatchObject({ spend: 50_000, strangers: 0, visitors: 40, spread: null });
    await enter('strangers', 900);
    await enter('spend', 60_000);
    expect(await lineOf(workspace)).toMatchObject({ spend: 60_000, strangers: 900, visitors: 40 });
    expect(await call('spend.list', {})).toMatchObject([
      { startsOn: '2026-06-01', endsOn: '2026-06-07', amount: 60_000 },
    ]);
    expect(await call('reach.list', {})).toMatchObject([{ weekStart: '2026-06-01', strangers: 900, visitors: 40 }]);
    await enter('spend', null);
    await enter('strangers', null);
    expect(await lineOf(workspace)).toMatchObject({ spend: null, strangers: 0, visitors: 40 });
    await enter('visitors', null);
    expect(await lineOf(workspace)).toMatchObject({ spend: null, strangers: null, visitors: null });
    expect(await call('reach.list', {})).toEqual([]);
    expect((await call('journal.state', {})).undo).toBe('enter weekly numbers');
    for (let step = 0; step < 3; step++) await call('journal.undo', {});
    expect(await lineOf(workspace)).toMatchObject({ spend: 60_000, strangers: 900, visitors: 40 });
  });

  it('tell what was entered for the week from its part of longer periods', async () => {
    const workspace = await aFilledWorkspace();
    const { call, fair, spring } = workspace;
    const june = { startsOn: '2026-06-01', endsOn: '2026-06-30', note: null };
    await call('spend.save', { id: null, channelId: fair, campaignId: null, amount: 30_000, ...june });
    await call('weeks.enter', { date, channelId: fair, campaignId: spring, what: 'spend', value: 1000 });
    expect(await lineOf(workspace)).toMatchObject({ spend: null, spread: 7000 });
    expect(await lineOf(workspace, spring)).toMatchObject({ spend: 1000, spread: null });
    const { recent } = await call('weeks.get', { date });
    expect(recent.at(-1)).toMatchObject({ from: '2026-06-01', spend: 8000, visitors: null });
    expect(recent.at(-2)).toMatchObject({ spend: null });
  });

  it('have a line for a campaign while it runs, and later only where something is recorded', async () => {
    const workspace = await aFilledWorkspace();
    const { call, spring } = workspace;
    const campaigns = async (day: string) =>
      (await call('weeks.get', { date: day })).lines.flatMap(line => line.campaignId ?? []);
    expect(await campaigns('2026-06-01')).toEqual([spring]);
    expect(await campaigns('2026-06-08')).toEqual([]);
    await call('weeks.enter', { date, channelId: workspace.fair, campaignId: spring, what: 'spend', value: 1000 });
    // The next week shows what the week before was.
    expect(await campaigns('2026-06-08')).toEqual([spring]);
    expect(await campaigns('2026-06-15')).toEqual([]);
  });

  it('count no people for a campaign, and nothing for a channel that is gone', async () => {
    const { appError, fair, spring } = await aFilledWorkspace();
    const line = { date, channelId: fair, campaignId: spring, value: 3 } as const;
    expect(await appError('weeks.enter', { ...line, what: 'visitors' })).toBe(
      'Reach is counted by channel, not by campaign.',
    );
    expect(await appError('weeks.enter', { ...line, channelId: 'gone', what: 'spend' })).toBe(
      'This channel no longer exists.',
    );
    expect(await appError('weeks.enter', { ...line, campaignId: 'gone', what: 'spend' })).toBe(
      'This campaign no longer exists.',
    );
  });
});

describe('a table pasted from a sheet', () => {
  const text =
    'Week\tChannel\tCampaign\tSpend\tReach\tVisits\n2026-06-01\tLetters\tSummer letter\t€ 1,200.50\t\t\n2026-06-01\tTrade fair\t\t\t500\t30\n2026-06-02\tTrade fair\t\t\t100\t5';

  it('is one step that makes what is missing, counts people of one week together, and is undone whole', async () => {
    const workspace = await aFilledWorkspace();
    const { call } = workspace;
    const preview = await call('weeks.readPaste', { text });
    expect(preview.counts).toEqual({ taken: 3, known: 0, problems: 0 });
    expect(await call('weeks.paste', { text })).toEqual({ spend: 1, reach: 1, channels: 1, campaigns: 1 });
    const { lines } = await call('weeks.get', { date });
    expect(lines.find(({ label }) => label === 'Summer letter')).toMatchObject({ spend: 120_050 });
    expect(await lineOf(workspace)).toMatchObject({ strangers: 600, visitors: 35 });
    await call('journal.undo', {});
    expect(await call('spend.list', {})).toEqual([]);
    expect(await call('reach.list', {})).toEqual([]);
    expect((await call('workspace.get', {})).campaigns).toHaveLength(1);
  });

  it('changes only the kind of number it brings, and does nothing twice', async () => {
    const workspace = await aFilledWorkspace();
    const { call, appError, fair } = workspace;
    await call('weeks.enter', { date, channelId: fair, campaignId: null, what: 'visitors', value: 40 });
    const again = 'Week,Channel,Impressions,Cost\n2026-06-01,Trade fair,700,100';
    await call('weeks.paste', { text: again });
    expect(await lineOf(workspace)).toMatchObject({ strangers: 700, visitors: 40, spend: 10_000 });
    await call('weeks.paste', { text: again.replace('100', '150') });
    expect(await lineOf(workspace)).toMatchObject({ spend: 15_000 });
    expect(await call('spend.list', {})).toHaveLength(1);
    expect(await appError('weeks.paste', { text: again.replace('100', '150') })).toBe('There is nothing in it to add.');
  });
});
