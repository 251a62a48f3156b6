// The handoff without a window: who gets an MQL, by turn or by rule, in one step with the move; and what comes back.

import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../shared/assignment.ts';
import { manualAssignment } from '../../shared/assignment.ts';
import { dayMs } from '../../shared/dates.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const add = async ({ call }: TestWorkspace, firstName: string, attributes = {}): Promise<string> =>
  (await call('leads.create', { attributes: { firstName, ...attributes } })).id;
const member = async ({ call }: TestWorkspace, name: string, side: 'sales' | 'marketing' | 'both' = 'sales') =>
  (await call('members.save', { id: null, name, side, archived: false })).id;
const memberOf = async ({ call }: TestWorkspace, id: string) => (await call('leads.get', { id })).lead.memberId;

async function aTeam(assignment: Partial<Assignment>) {
  const workspace = aWorkspace();
  const ann = await member(workspace, 'Ann');
  const ben = await member(workspace, 'Ben', 'both');
  const mia = await member(workspace, 'Mia', 'marketing');
  await workspace.call('settings.update', { assignment: { ...manualAssignment, ...assignment } });
  return { ...workspace, ann, ben, mia };
}

describe('an MQL', () => {
  it('goes to nobody by itself while it is given by hand', async () => {
    const team = await aTeam({ how: 'hand' });
    const id = await add(team, 'Ida');
    await team.call('leads.move', { ids: [id], move: { to: 'mql' } });
    expect(await memberOf(team, id)).toBeNull();
  });

  it('goes to those in sales in turn, several in one move, and undo gives the turn back', async () => {
    const team = await aTeam({ how: 'turn' });
    const ids = [await add(team, 'Ida'), await add(team, 'Jon'), await add(team, 'Kim')];
    await team.call('leads.move', { ids, move: { to: 'mql' } });
    expect(await Promise.all(ids.map(id => memberOf(team, id)))).toEqual([team.ann, team.ben, team.ann]);
    await team.call('journal.undo', {});
    expect(await memberOf(team, ids[0] ?? '')).toBeNull();
    await team.call('leads.move', { ids: ids.slice(2), move: { to: 'mql' } });
    expect(await memberOf(team, ids[2] ?? '')).toBe(team.ann);
  });

  it('goes to whom the first rule that fits names, the others in turn', async () => {
    const team = await aTeam({});
    const rules: Assignment['rules'] = [
      { field: 'country', test: { test: 'is', value: 'Austria' }, memberId: team.ben },
      { field: 'companySize', test: { test: 'at-least', value: 50 }, memberId: team.ann },
    ];
    await team.call('settings.update', { assignment: { ...manualAssignment, how: 'rules', rules } });
    const both = await add(team, 'Ida', { country: 'austria', companySize: 90 });
    const large = await add(team, 'Jon', { companySize: 90 });
    const other = await add(team, 'Kim');
    await team.call('leads.move', { ids: [both, large, other], move: { to: 'mql' } });
    expect(await memberOf(team, both)).toBe(team.ben);
    expect(await memberOf(team, large)).toBe(team.ann);
    expect(await memberOf(team, other)).toBe(team.ann);
  });

  it('stays with whoever of sales has it, and leaves marketing', async () => {
    const team = await aTeam({ how: 'turn' });
    const bens = await add(team, 'Ida', { memberId: team.ben });
    const mias = await add(team, 'Jon', { memberId: team.mia });
    await team.call('leads.move', { ids: [bens, mias], move: { to: 'mql' } });
    expect(await memberOf(team, bens)).toBe(team.ben);
    expect(await memberOf(team, mias)).toBe(team.ann);
  });

  it('passes over those who are away, also where a rule names them', async () => {
    const team = await aTeam({});
    const rules: Assignment['rules'] = [{ field: 'country', test: { test: 'is-known' }, memberId: team.ann }];
    await team.call('settings.update', { assignment: { ...manualAssignment, how: 'rules', rules, away: [team.ann] } });
    const id = await add(team, 'Ida', { country: 'Austria' });
    await team.call('leads.move', { ids: [id], move: { to: 'mql' } });
    expect(await memberOf(team, id)).toBe(team.ben);
  });

  it('is given away by the score as by hand, in the step of the activity', async () => {
    const team = await aTeam({ how: 'turn' });
    const id = await add(team, 'Ida');
    for (let times = 0; times < 2; times++)
      await team.call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
    expect((await team.call('leads.get', { id })).lead).toMatchObject({ stage: 'mql', memberId: team.ann });
    await team.call('journal.undo', {});
    expect((await team.call('leads.get', { id })).lead).toMatchObject({ stage: 'lead', memberId: null });
  });

  it('goes to whom the one who accepts says', async () => {
    const team = await aTeam({ how: 'turn' });
    const id = await add(team, 'Ida');
    await team.call('leads.move', { ids: [id], move: { to: 'mql' } });
    await team.call('leads.move', { ids: [id], move: { to: 'sql', attributes: { memberId: team.ben } } });
    expect(await memberOf(team, id)).toBe(team.ben);
  });
});

describe('an import that makes MQLs', () => {
  it('gives them away as well, and takes that back when it is undone', async () => {
    const team = await aTeam({ how: 'turn' });
    const { call } = team;
    const rows = ['Ida', 'Jon', 'Kim'].map(
      name => `${name},Demo requested,2026-05-20\n${name},Demo requested,2026-05-21`,
    );
    const source = { kind: 'pasted', text: `First name,Activity,Date\n${rows.join('\n')}` } as const;
    const { mapping } = await call('imports.read', { jobId: 'read', source });
    const { batchId, counts } = await call('imports.run', { jobId: 'run', source, mapping });
    expect(counts.promoted).toBe(3);
    const held = async () =>
      (await call('leads.list', { stages: ['mql'], sort: 'name', descending: false })).rows.map(row => row.memberId);
    expect(await held()).toEqual([team.ann, team.ben, team.ann]);
    await call('imports.undo', { jobId: 'undo', batchId });
    expect(await held()).toEqual([]);
  });
});

describe('what sales answered', () => {
  it('is told in Today with its reason, for a week, and while it stands', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const [ida, jon, kim] = [await add(workspace, 'Ida'), await add(workspace, 'Jon'), await add(workspace, 'Kim')];
    await call('leads.move', { ids: [ida, jon, kim], move: { to: 'mql' } });
    clock.now += 3_600_000;
    const later = { to: 'nurture', until: '2026-09-01', reason: 'no-budget', note: 'Next year' } as const;
    await call('leads.move', { ids: [ida], move: later });
    await call('leads.move', { ids: [jon], move: { to: 'sql' } });
    await call('leads.move', { ids: [kim], move: { to: 'sql' } });
    await call('leads.move', { ids: [kim], move: { to: 'mql' } });
    const answered = async () =>
      (await call('today.get', {})).answered.map(({ row, accepted, reason, note }) => [
        row.name,
        accepted,
        reason,
        note,
      ]);
    expect(await answered()).toEqual([
      ['Jon', true, null, null],
      ['Ida', false, 'no-budget', 'Next year'],
    ]);
    clock.now += 8 * dayMs;
    expect(await answered()).toEqual([]);
  });
});

describe('the response clock', () => {
  it('stands still over a free weekend and a holiday: on the card, in Today, on the lead and in the figures', async () => {
    const friday = Date.UTC(2026, 5, 5, 12);
    const workspace = aWorkspace({ freeWeekdays: [6, 7], holidays: ['2026-06-08'] });
    const { call, clock } = workspace;
    clock.now = friday;
    const id = await add(workspace, 'Ida');
    await call('leads.move', { ids: [id], move: { to: 'mql' } });
    clock.now = Date.UTC(2026, 5, 9, 13);
    const hours = 12 + 13;
    const late = { hours, state: 'late' };
    expect((await call('board.cards', { stage: 'mql' })).rows[0]?.wait).toMatchObject(late);
    expect((await call('today.get', {})).waiting[0]).toMatchObject(late);
    expect((await call('review.handoff', { date: '2026-06-05', kind: 'week' })).waiting[0]).toMatchObject(late);
    expect((await call('leads.get', { id })).wait).toMatchObject(late);
    await call('settings.update', { freeWeekdays: [] });
    expect((await call('today.get', {})).waiting[0]).toMatchObject({ hours: hours + 48, state: 'too-late' });
  });
});
