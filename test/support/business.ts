// A small business that has lived long enough for a plan, up to Monday 1 June 2026.
import { dayMs } from '../../shared/dates.ts';
import type { TestWorkspace } from './workspace.ts';

const monday = Date.UTC(2026, 5, 1, 9);

/** Thirty weeks of a business that wins one of four leads, with spend; fairs bring three leads a week, and two of late. */
export async function liveAsBusiness({
  call,
  clock,
}: Pick<TestWorkspace, 'call' | 'clock'>): Promise<{ readonly fairs: string }> {
  const { id: fairs } = await call('channels.save', { id: null, label: 'Fairs', archived: false });
  await call('members.save', { id: null, name: 'Mara', side: 'both', archived: false });
  for (let week = 30; week >= 1; week--) {
    for (let i = 0; i < 3; i++) {
      clock.now = monday - (week * 7 - i) * dayMs;
      const { id } = await call('leads.create', {
        attributes: { firstName: `Lead ${week} ${i}`, channelId: week <= 12 && i === 2 ? null : fairs },
      });
      const goes = (week + i) % 4;
      if (goes === 3) continue;
      clock.now += 3 * dayMs;
      await call('leads.move', { ids: [id], move: { to: 'mql' } });
      if (goes === 2) {
        await call('leads.move', { ids: [id], move: { to: 'disqualified', reason: 'spam' } });
        continue;
      }
      await call('leads.move', { ids: [id], move: { to: 'sql' } });
      if (goes === 1) continue;
      await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 100_000 } });
      clock.now += 5 * dayMs;
      await call('leads.move', { ids: [id], move: { to: 'customer', amount: 100_000 } });
    }
  }
  clock.now = monday;
  await call('spend.save', {
    id: null,
    channelId: null,
    campaignId: null,
    amount: 210_000,
    note: null,
    startsOn: '2025-11-03',
    endsOn: '2026-05-31',
  });
  return { fairs };
}
