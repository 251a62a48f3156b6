// The table of leads: every condition lets through whom a plain look at the rows would, orders hold, many change as one step.
import { describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { addDays, dayMs } from '../../shared/dates.ts';
import type { Condition } from '../../shared/lead-filter.ts';
import { contentOf } from '../support/content.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

/** Ada (Lead, Vienna, 60 points of engagement), Bo (Stranger, nothing known), Cy (SQL, quiet, tagged, 40 seats). */
async function aSmallWorkspace() {
  const workspace = aWorkspace();
  const { call, clock } = workspace;
  const seats = (
    await call('customFields.save', { id: null, label: 'Seats', kind: 'number', choices: [], archived: false })
  ).id;
  const tag = (await call('tags.save', { id: null, label: 'Fair', archived: false })).id;
  const member = (await call('members.save', { id: null, name: 'Mara', side: 'sales', archived: false })).id;
  const add = async (attributes: object, stage: 'stranger' | 'lead' = 'lead') =>
    (await call('leads.create', { attributes, stage })).id;
  const ada = await add({ firstName: 'Ada', lastName: 'Öl', city: 'Wien', budget: 100_000, email: 'ada@oil.example' });
  const bo = await add({ firstName: 'Bo' }, 'stranger');
  const cy = await add({ firstName: 'Cy', company: 'Fern', memberId: member, consent: 'yes' });
  await call('tags.put', { ids: [cy], add: [tag] });
  await call('customFields.set', { id: cy, fieldId: seats, value: 40 });
  await call('leads.move', { ids: [cy], move: { to: 'sql' } });
  await call('activities.log', { leadIds: [cy], typeId: 'call-made' });
  clock.now += 30 * dayMs;
  await call('activities.log', { leadIds: [ada], typeId: 'demo-requested' });
  await call('activities.log', { leadIds: [ada], typeId: 'website-visit' });
  return { ...workspace, ada, bo, cy, seats, tag, member };
}

const namesOf = async ({ call }: TestWorkspace, conditions: readonly Condition[], search = '') =>
  (await call('table.rows', { search, conditions: [...conditions], sort: 'name', descending: false })).rows.map(
    row => row.name,
  );

describe('a condition', () => {
  it('of every kind finds exactly those it is true of', async () => {
    const workspace = await aSmallWorkspace();
    const { seats, tag, member } = workspace;
    const today = '2026-07-01';
    const cases: readonly (readonly [Condition, readonly string[]])[] = [
      [{ field: 'stage', is: 'any-of', values: ['sql', 'stranger'] }, ['Bo', 'Cy']],
      [{ field: 'stage', is: 'none-of', values: ['sql'] }, ['Bo', 'Ada Öl']],
      [{ field: 'engagement', is: 'between', from: 60, to: 60 }, ['Ada Öl']],
      [{ field: 'engagement', is: 'between', from: null, to: 0 }, ['Bo', 'Cy']],
      [{ field: 'tag', is: 'any-of', values: [tag] }, ['Cy']],
      [{ field: 'tag', is: 'none-of', values: [tag] }, ['Bo', 'Ada Öl']],
      [{ field: 'tag', is: 'unknown' }, ['Bo', 'Ada Öl']],
      [{ field: `custom:${seats}`, is: 'between', from: 40, to: 50 }, ['Cy']],
      [{ field: `custom:${seats}`, is: 'unknown' }, ['Bo', 'Ada Öl']],
      [{ field: 'memberId', is: 'any-of', values: [member] }, ['Cy']],
      [{ field: 'memberId', is: 'none-of', values: [member] }, ['Bo', 'Ada Öl']],
      [{ field: 'email', is: 'known' }, ['Ada Öl']],
      [{ field: 'consent', is: 'any-of', values: ['yes'] }, ['Cy']],
      [{ field: 'consent', is: 'unknown' }, ['Bo', 'Ada Öl']],
      [{ field: 'city', is: 'contains', values: ['ie', 'graz'] }, ['Ada Öl']],
      [{ field: 'budget', is: 'between', from: 100_000, to: null }, ['Ada Öl']],
      [{ field: 'lastActivityAt', is: 'within', days: 0 }, ['Ada Öl']],
      [{ field: 'lastActivityAt', is: 'not-within', days: 7 }, ['Bo', 'Cy']],
      [{ field: 'lastActivityAt', is: 'dates', from: '2026-06-01', to: '2026-06-01' }, ['Cy']],
      [{ field: 'createdAt', is: 'dates', from: null, to: addDays(today, -1) }, ['Bo', 'Cy', 'Ada Öl']],
      [{ field: 'mqlAt', is: 'known' }, ['Cy']],
      [{ field: 'stageDays', is: 'between', from: 30, to: null }, ['Bo', 'Cy', 'Ada Öl']],
      [{ field: 'quiet', is: 'yes' }, ['Cy']],
      [{ field: 'quiet', is: 'no' }, ['Bo', 'Ada Öl']],
      [{ field: 'cell', is: 'none-of', values: ['A1', 'B1', 'C1', 'D1', 'A4', 'B4', 'C4', 'D4'] }, ['Ada Öl']],
      [{ field: 'custom:gone', is: 'known' }, []],
    ];
    for (const [condition, names] of cases) {
      expect(await namesOf(workspace, [condition]), JSON.stringify(condition)).toEqual(names);
    }
  });

  it('holds together with long and short words of the search, each of which must be there', async () => {
    const workspace = await aSmallWorkspace();
    expect(await namesOf(workspace, [], 'oil ol')).toEqual(['Ada Öl']);
    expect(await namesOf(workspace, [], 'oil cy')).toEqual([]);
    expect(await namesOf(workspace, [{ field: 'city', is: 'contains', values: ['graz'] }], 'oil ol')).toEqual([]);
  });

  it('holds together with others and with the search, which knows parts of words and no accents', async () => {
    const workspace = await aSmallWorkspace();
    const lead: Condition = { field: 'stage', is: 'any-of', values: ['lead'] };
    expect(await namesOf(workspace, [lead, { field: 'email', is: 'known' }])).toEqual(['Ada Öl']);
    expect(await namesOf(workspace, [lead, { field: 'tag', is: 'known' }])).toEqual([]);
    expect(await namesOf(workspace, [lead], 'oil.ex')).toEqual(['Ada Öl']);
    expect(await namesOf(workspace, [], 'er')).toEqual(['Cy']);
    expect(await namesOf(workspace, [], 'fern cy')).toEqual(['Cy']);
  });

  it('is searched in names, company, e-mail and notes as they are now: after an edit, a delete and its undo', async () => {
    const { call, ada, cy, ...workspace } = await aSmallWorkspace();
    const found = (search: string) => namesOf({ call, ...workspace } as TestWorkspace, [], search);
    await call('leads.update', { id: ada, attributes: { notes: 'Wants oak stairs,\nnot pine' } });
    expect(await found('STAIRS, n')).toEqual(['Ada Öl']);
    expect(await found('pine oil')).toEqual(['Ada Öl']);
    await call('leads.update', { id: ada, attributes: { notes: 'Wants ash' } });
    expect(await found('oak')).toEqual([]);
    await call('leads.remove', { ids: [cy] });
    expect(await found('fern')).toEqual([]);
    await call('journal.undo', {});
    expect(await found('fern')).toEqual(['Cy']);
  });

  it('of a part that thousands of leads contain narrows the list in its order', async () => {
    const workspace = aWorkspace();
    const leads = Array.from({ length: 2100 }, (_, n) => ({
      firstName: `Ada ${n}`,
      company: n % 700 === 0 ? 'Mill' : 'Firm',
    }));
    for (let from = 0; from < leads.length; from += 100) {
      await Promise.all(
        leads.slice(from, from + 100).map(attributes => workspace.call('leads.create', { attributes })),
      );
    }
    const list = { conditions: [], sort: 'name', descending: false };
    const all = await workspace.call('table.rows', { ...list, search: 'ada', limit: 5 });
    expect([all.total, all.rows.length]).toEqual([2100, 5]);
    expect(all.rows).toEqual((await workspace.call('table.rows', { ...list, search: '', limit: 5 })).rows);
    expect((await workspace.call('table.rows', { ...list, search: 'ada mill' })).rows.map(row => row.name)).toEqual([
      'Ada 0',
      'Ada 1400',
      'Ada 700',
    ]);
  });

  it('that no field has is refused in words', async () => {
    const { appError } = aWorkspace();
    const conditions = [{ field: 'password', is: 'known' } as const];
    expect(await appError('table.rows', { conditions })).toBe('This field does not exist.');
  });
});

describe('an order', () => {
  it.each([
    ['name', false, ['Bo', 'Cy', 'Ada Öl']],
    ['lastActivityAt', true, ['Ada Öl', 'Cy', 'Bo']],
    ['lastActivityAt', false, ['Cy', 'Ada Öl', 'Bo']],
    ['city', false, ['Ada Öl', 'Bo', 'Cy']],
    ['score', true, ['Ada Öl', 'Bo', 'Cy']],
  ] as const)('by %s, descending %s, has what is not known last', async (sort, descending, names) => {
    const workspace = await aSmallWorkspace();
    const rows = (await workspace.call('table.rows', { sort, descending })).rows.map(row => row.name);
    expect(rows).toEqual(names);
  });

  it('by an own field follows it, and what is edited moves at once', async () => {
    const workspace = await aSmallWorkspace();
    const sort = `custom:${workspace.seats}`;
    const first = async () => (await workspace.call('table.rows', { sort, limit: 1 })).rows[0]?.name;
    expect(await first()).toBe('Cy');
    await workspace.call('customFields.set', { id: workspace.bo, fieldId: workspace.seats, value: 41 });
    expect(await first()).toBe('Bo');
    await workspace.call('journal.undo', {});
    expect(await first()).toBe('Cy');
  });
});

describe('one activity for many', () => {
  const bulk = { jobId: 'job' };
  it('is one step that undo takes back to the last byte', async () => {
    const workspace = await aSmallWorkspace();
    const { call, app } = workspace;
    const who = { by: 'filter', conditions: [], search: '', except: [workspace.bo] } as const;
    const actions: readonly Input<'bulk.run'>['action'][] = [
      { do: 'log', typeId: 'webinar-attended', when: null, note: 'Live' },
      { do: 'attributes', attributes: { memberId: workspace.member } },
      { do: 'custom-field', fieldId: workspace.seats, value: 7 },
      { do: 'tags', add: [workspace.tag], remove: [] },
      { do: 'next-step', nextStep: 'Call', nextStepOn: '2026-07-10' },
      { do: 'move', move: { to: 'nurture', until: '2026-08-01', reason: null } },
      { do: 'remove' },
    ];
    for (const action of actions) {
      const before = contentOf(app().reader);
      const answer = await call('bulk.run', {
        ...bulk,
        who: { ...who, conditions: [], except: [workspace.bo] },
        action,
      });
      expect(answer, action.do).toMatchObject({ done: 2, left: 0 });
      expect(contentOf(app().reader)).not.toEqual(before);
      await call('journal.undo', {});
      expect(contentOf(app().reader), action.do).toEqual(before);
    }
  });

  it('promotes whom it makes ready, dated at the activity', async () => {
    const workspace = await aSmallWorkspace();
    const who = { by: 'ids' as const, ids: [workspace.ada, workspace.bo] };
    const action = { do: 'log', typeId: 'demo-requested', when: null, note: null } as const;
    expect(await workspace.call('bulk.run', { ...bulk, who, action })).toMatchObject({ done: 2 });
    const stage = (await workspace.call('leads.get', { id: workspace.ada })).lead.stage;
    const alone = await aSmallWorkspace();
    await alone.call('activities.log', { leadIds: [alone.ada], typeId: 'demo-requested' });
    expect(stage).toBe((await alone.call('leads.get', { id: alone.ada })).lead.stage);
  });

  it('names whom it leaves as they were, and why', async () => {
    const workspace = await aSmallWorkspace();
    const answer = await workspace.call('bulk.run', {
      ...bulk,
      who: { by: 'ids', ids: [workspace.ada, workspace.cy] },
      action: { do: 'move', move: { to: 'lost', reason: 'price' } },
    });
    expect(answer).toMatchObject({ done: 1, left: 1, leftFirst: [{ name: 'Ada Öl' }] });
    expect(answer.leftFirst[0]?.why).toMatch(/^Only an SQL/);
  });

  it('stopped on the way changes nothing', async () => {
    const workspace = await aSmallWorkspace();
    const before = contentOf(workspace.app().reader);
    await workspace.call('imports.cancel', { jobId: 'job' });
    const who = { by: 'ids' as const, ids: [workspace.ada] };
    expect(await workspace.appError('bulk.run', { ...bulk, who, action: { do: 'remove' } })).toBe(
      'Stopped. Nothing was changed.',
    );
    expect(contentOf(workspace.app().reader)).toEqual(before);
  });
});

describe('a saved view', () => {
  it('keeps filters, order and columns under a name of its own, in the owner’s order', async () => {
    const { call, appError } = aWorkspace();
    const body = {
      search: 'x',
      conditions: [{ field: 'score', is: 'between' as const, from: 1, to: null }],
      sort: 'name',
      descending: false,
      columns: [{ key: 'name' as const, width: 220 }],
    };
    const a = (await call('views.save', { id: null, label: 'Warm', body })).id;
    const b = (await call('views.save', { id: null, label: 'Cold', body: { ...body, conditions: [] } })).id;
    expect(await appError('views.save', { id: null, label: ' warm ', body })).toMatch(/already/);
    await call('views.move', { id: b, before: a });
    expect((await call('views.list', {})).map(view => view.label)).toEqual(['Cold', 'Warm']);
    await call('views.remove', { id: b });
    await call('journal.undo', {});
    expect(await call('views.list', {})).toMatchObject([{ label: 'Cold' }, { id: a, body }]);
  });
});
