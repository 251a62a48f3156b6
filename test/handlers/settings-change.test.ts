// Changes within a setting: each says what changes, so that two of them both count, whatever either side had on its screen.
import { describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { aWorkspace } from '../support/workspace.ts';

type Change = Input<'settings.change'>;
const rule = (memberId: string) => ({ field: 'country', test: { test: 'is-known' }, memberId }) as const;

describe('settings.change', () => {
  it.each<readonly [text: string, changes: readonly Change[], after: object]>([
    [
      'two days off',
      [
        { what: 'free-weekday', day: 7, on: true },
        { what: 'free-weekday', day: 6, on: true },
      ],
      { freeWeekdays: [6, 7] },
    ],
    [
      'a holiday twice, and another taken out',
      [
        { what: 'holiday', date: '2026-12-25', on: true },
        { what: 'holiday', date: '2026-12-24', on: true },
        { what: 'holiday', date: '2026-12-24', on: true },
        { what: 'holiday', date: '2026-12-25', on: false },
      ],
      { holidays: ['2026-12-24'] },
    ],
    [
      'limits of two stages, one of them taken away again',
      [
        { what: 'stage-limit', stage: 'sql', most: 4 },
        { what: 'stage-limit', stage: 'mql', most: 9 },
        { what: 'stage-limit', stage: 'sql', most: null },
      ],
      { stageLimits: { mql: 9 } },
    ],
    [
      'rules added, raised and removed by their place',
      [
        { what: 'rule-add', rule: rule('a') },
        { what: 'rule-add', rule: rule('b') },
        { what: 'rule-add', rule: rule('c') },
        { what: 'rule-raise', at: 2 },
        { what: 'rule-remove', at: 0 },
        { what: 'rule-change', at: 1, change: { memberId: 'd' } },
      ],
      { assignment: { rules: [rule('c'), rule('d')] } },
    ],
  ])('%s', async (_, changes, after) => {
    const { call } = aWorkspace();
    await Promise.all(changes.map(change => call('settings.change', change)));
    expect((await call('workspace.get', {})).settings).toMatchObject(after);
  });

  it('is one step each, taken back one by one', async () => {
    const { call } = aWorkspace();
    await call('settings.change', { what: 'free-weekday', day: 6, on: true });
    await call('settings.change', { what: 'free-weekday', day: 7, on: true });
    expect(await call('journal.undo', {})).toEqual({ label: 'change days off' });
    expect((await call('workspace.get', {})).settings.freeWeekdays).toEqual([6]);
  });

  it('refuses all seven days, in a sentence', async () => {
    const { call, appError } = aWorkspace();
    for (const day of [1, 2, 3, 4, 5, 6]) await call('settings.change', { what: 'free-weekday', day, on: true });
    expect(await appError('settings.change', { what: 'free-weekday', day: 7, on: true })).toMatch(/one working day/);
  });
});

describe('a saved row', () => {
  it('changes only what is said: two changes of one member both count', async () => {
    const { call, appError } = aWorkspace();
    const { id } = await call('members.save', { id: null, name: 'Mara', side: 'sales', archived: false });
    await Promise.all([call('members.save', { id, side: 'both' }), call('members.save', { id, name: 'Maria' })]);
    expect((await call('workspace.get', {})).members).toEqual([{ id, name: 'Maria', side: 'both', archived: false }]);
    expect(await appError('members.save', { id: 'nobody', name: 'Zoe' })).toMatch(/no longer in the team/);
  });
});
