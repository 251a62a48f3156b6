// The bills behind a cost: they add up to the spend of the period, for all and for every line of the tables.
import { describe, expect, it } from 'vitest';
import { aFilledWorkspace } from '../support/examples.ts';
import { aWorkspace } from '../support/workspace.ts';

describe('The bills behind a cost', () => {
  it('are the amounts whose days lie in the period, each with its part', async () => {
    const { call } = aWorkspace();
    const fair = (await call('channels.save', { id: null, label: 'Fair', archived: false })).id;
    const stand = (
      await call('campaigns.save', {
        id: null,
        channelId: fair,
        label: 'Stand',
        startsOn: null,
        endsOn: null,
        archived: false,
      })
    ).id;
    const spend = { id: null, channelId: null, campaignId: null, note: null };
    await call('spend.save', {
      ...spend,
      channelId: fair,
      amount: 1000,
      startsOn: '2026-05-11',
      endsOn: '2026-05-20',
      note: 'Hall',
    });
    await call('spend.save', {
      ...spend,
      campaignId: stand,
      amount: 300,
      startsOn: '2026-05-12',
      endsOn: '2026-05-12',
    });
    await call('spend.save', { ...spend, amount: 70, startsOn: '2026-05-04', endsOn: '2026-05-10' });
    await call('spend.save', { ...spend, amount: 9, startsOn: '2026-05-13', endsOn: '2026-05-13' });

    const week = { kind: 'week', date: '2026-05-13' } as const;
    const { amount, entries } = await call('review.spend', week);
    // Ten days of 100 each, of which the week from Monday the 11th has seven.
    expect(entries.map(entry => [entry.label, entry.whole, entry.amount, entry.note])).toEqual([
      ['Fair', 1000, 700, 'Hall'],
      ['Stand', 300, 300, null],
      [null, 9, 9, null],
    ]);
    expect(amount).toBe(1009);
    const ofFair = await call('review.spend', { ...week, only: { by: 'channel', id: fair } });
    expect(ofFair.entries.map(entry => entry.label)).toEqual(['Fair', 'Stand']);
    const nowhere = await call('review.spend', { ...week, only: { by: 'channel', id: null } });
    expect(nowhere).toMatchObject({ amount: 9, entries: [{ label: null }] });
    expect(await call('review.spend', { kind: 'week', date: '2026-05-27' })).toEqual({ amount: null, entries: [] });
  });

  it('add up to the spend of every line of the tables', async () => {
    const { call } = await aFilledWorkspace();
    const june = { kind: 'month', date: '2026-06-15' } as const;
    const { figures } = await call('review.get', june);
    let seen = 0;
    for (const table of figures.tables) {
      const at = table.columns.findIndex(({ figureId }) => figureId === 'spend');
      if (at === -1) continue;
      for (const { id, cells } of table.rows) {
        const { amount, entries } = await call('review.spend', { ...june, only: { by: table.by, id } });
        expect(amount, `${table.by} ${id}`).toBe(cells[at]?.value ?? null);
        expect(entries).toHaveLength(cells[at]?.n ?? 0);
        expect(entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(amount ?? 0);
        seen += entries.length;
      }
    }
    expect(seen).toBeGreaterThan(1);
  });

  it('are not there for a channel that is not', async () => {
    const { appError } = aWorkspace();
    expect(await appError('review.spend', { only: { by: 'channel', id: 'gone' } })).toBe('This row no longer exists.');
  });
});
