// The review without a window: figures of a period, the people behind every number, receipts.
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../electron/domain/zone.ts';
import { createHistoryStore } from '../../electron/stores/history-store.ts';
import { aFilledWorkspace } from '../support/examples.ts';
import { aWorkspace } from '../support/workspace.ts';

const june = { kind: 'month', date: '2026-06-15' } as const;

describe('the review of a month', () => {
  it('opens as many people behind a number as it counts, for all and for one line of a table', async () => {
    const { call } = await aFilledWorkspace();
    const { figures } = await call('review.get', june);
    for (const figure of figures.figures) {
      for (const { key, count } of figure.sets) {
        const leads = await call('review.leads', { ...june, figureId: figure.id, set: key });
        expect(leads.total, `${figure.id} ${key}`).toBe(count);
        expect(leads.rows).toHaveLength(count);
      }
    }
    const channels = figures.tables.find(({ by }) => by === 'channel');
    const [fair] = channels?.rows ?? [];
    const column = channels?.columns.findIndex(({ figureId }) => figureId === 'mql-volume') ?? -1;
    expect(fair?.cells[column]?.n).toBe(3);
    const only = { by: 'channel', id: fair?.id ?? '' } as const;
    const ofFair = await call('review.leads', { ...june, figureId: 'mql-volume', set: 'counted', only });
    expect(ofFair.rows.map(({ name }) => name).sort()).toEqual(['Ada', 'Bo', 'Cy']);
    const nobody = { by: 'channel', id: null } as const;
    expect(await call('review.leads', { ...june, figureId: 'mql-volume', set: 'counted', only: nobody })).toEqual({
      total: 0,
      rows: [],
    });
  });

  it('opens the people of each step of the funnel', async () => {
    const { call } = await aFilledWorkspace();
    const { figures } = await call('review.get', june);
    for (const kind of ['period', 'cohort'] as const) {
      for (const step of figures.funnel[kind]) {
        const leads = await call('review.leads', { ...june, figureId: `funnel-${kind}`, set: step.stage });
        expect(leads.total, `${kind} ${step.stage}`).toBe(step.named);
      }
    }
  });

  it('refuses a list, a figure and a channel that do not exist', async () => {
    const { appError } = await aFilledWorkspace();
    const gone = 'This list no longer exists.';
    expect(await appError('review.leads', { figureId: 'mql-volume', set: 'toString' })).toBe(gone);
    expect(await appError('review.leads', { figureId: 'toString', set: 'counted' })).toBe(gone);
    expect(await appError('review.leads', { figureId: 'funnel-period', set: 'nurture' })).toBe(gone);
    const only = { by: 'channel', id: 'gone' } as const;
    expect(await appError('review.leads', { figureId: 'mql-volume', set: 'counted', only })).toBe(gone);
  });

  it('shows each MQL with the receipt of that promotion', async () => {
    const { call } = await aFilledWorkspace();
    const mqls = await call('review.mqls', june);
    const ada = mqls.find(({ row }) => row.name === 'Ada');
    expect(ada?.receipt?.at).toBe(ada?.at);
    expect(ada?.receipt?.lines.reduce((sum, { points }) => sum + points, 0)).toBe(ada?.receipt?.total);
    expect(mqls.find(({ row }) => row.name === 'Bo')?.receipt).toBeNull();
  });
});

describe('the figures', () => {
  it('follow every change at once, and the clock', async () => {
    const { call, clock } = aWorkspace();
    const volume = async () =>
      (await call('review.get', {})).figures.figures.find(({ id }) => id === 'mql-volume')?.value;
    expect(await volume()).toBe(0);
    const { id } = await call('leads.create', { attributes: { firstName: 'Ada' } });
    expect(await volume()).toBe(0);
    await call('leads.move', { ids: [id], move: { to: 'mql' } });
    expect(await volume()).toBe(1);
    clock.now += 1000;
    const later = await call('review.get', {});
    expect(later.figures.asOf).toBe(clock.now);
    await call('journal.undo', {});
    expect(await volume()).toBe(0);
  });

  it('are not read and indexed anew while nothing changes but the time', async () => {
    const { app, clock } = await aFilledWorkspace();
    const store = createHistoryStore(app().reader);
    const zone = zoneOf('Europe/Berlin');
    const before = await store.index(zone, clock.now);
    const later = await store.index(zone, clock.now + 1000);
    expect(later.asOf).toBe(clock.now + 1000);
    expect(later.changesOf).toBe(before.changesOf);
    // An earlier moment needs its own index, from the same rows.
    const earlier = await store.index(zone, clock.now - 1000);
    expect(earlier.changesOf).not.toBe(before.changesOf);
    expect(earlier.history).toBe(before.history);
    store.forget({ tables: ['import_batch'], leadIds: [] });
    expect((await store.index(zone, clock.now)).history).toBe(before.history);
    store.forget({ tables: ['deal'], leadIds: ['nobody'] });
    const anew = await store.index(zone, clock.now);
    expect(anew.history).not.toBe(before.history);
    // Nobody's rows are others now.
    expect(anew.history.changes).toEqual(before.history.changes);
    expect(anew.history.leads.ids).toEqual(before.history.leads.ids);
  });

  it('divide revenue by those who sell and are still in the team', async () => {
    const { call, ids } = await aFilledWorkspace();
    const perSeller = async () =>
      (await call('review.get', june)).figures.figures.find(({ id }) => id === 'revenue-per-salesperson')?.value;
    const other = { id: null, name: 'Tom', side: 'both', archived: false } as const;
    const { id } = await call('members.save', other);
    expect(await perSeller()).toBe(55_000);
    await call('members.save', { ...other, id, archived: true });
    expect(await perSeller()).toBe(110_000);
    await call('members.save', { id: ids.member, name: 'Mara', side: 'marketing', archived: false });
    expect(await perSeller()).toBeNull();
  });
});
