// Next steps without a window: several for one lead, the first in its row, done, repeated, merged, exported and undone.
import { describe, expect, it } from 'vitest';
import type { PlannedStep } from '../../shared/next-step.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const dayMs = 86_400_000;
const plan = (what: string | null, on: string | null, more: Partial<PlannedStep> = {}): PlannedStep => ({
  what,
  on,
  time: null,
  repeats: null,
  ...more,
});
const add = async ({ call }: TestWorkspace, firstName: string): Promise<string> =>
  (await call('leads.create', { attributes: { firstName } })).id;
const steps = async ({ call }: TestWorkspace, leadId: string) =>
  (await call('nextSteps.ofLead', { leadId })).map(({ what, on, time }) => [what, on, time]);
const row = async ({ call }: TestWorkspace, id: string) => {
  const { nextStep, nextStepOn, nextStepTime } = (await call('leads.get', { id })).lead;
  return [nextStep, nextStepOn, nextStepTime];
};

describe('several next steps', () => {
  it('keep the one that comes first in the row of the lead, whatever the order they are planned in', async () => {
    const workspace = aWorkspace();
    const id = await add(workspace, 'Ada');
    const save = (step: PlannedStep) => workspace.call('nextSteps.save', { leadId: id, id: null, ...step });
    await save(plan('Send samples', null));
    await save(plan('Meet', '2026-06-10', { time: '14:30' }));
    await save(plan('Call', '2026-06-10', { time: '09:00' }));
    expect(await steps(workspace, id)).toEqual([
      ['Call', '2026-06-10', '09:00'],
      ['Meet', '2026-06-10', '14:30'],
      ['Send samples', null, null],
    ]);
    expect(await row(workspace, id)).toEqual(['Call', '2026-06-10', '09:00']);
    await workspace.call('leads.setNextStep', { id, nextStepOn: '2026-06-20' });
    expect(await row(workspace, id)).toEqual(['Meet', '2026-06-10', '14:30']);
    await workspace.call('journal.undo', {});
    await workspace.call('journal.undo', {});
    expect(await steps(workspace, id)).toEqual([
      ['Meet', '2026-06-10', '14:30'],
      ['Send samples', null, null],
    ]);
  });

  it('come up on Today one by one, those without a day in a list of their own', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const id = await add(workspace, 'Ada');
    for (const step of [plan('Call', '2026-06-01'), plan('Quote', '2026-05-30'), plan('Samples', null)])
      await call('nextSteps.save', { leadId: id, id: null, ...step });
    const { due, undated, counts } = await call('today.get', {});
    expect(due.map(({ step, typeId }) => [step.what, typeId])).toEqual([
      ['Quote', 'proposal-sent'],
      ['Call', 'call-made'],
    ]);
    expect(undated.map(({ step }) => step.what)).toEqual(['Samples']);
    expect([counts.due, counts.undated]).toEqual([2, 1]);
  });

  it('all go with a lead that is disqualified, and all come back with undo', async () => {
    const workspace = aWorkspace();
    const id = await add(workspace, 'Ada');
    for (const what of ['Call', 'Write'])
      await workspace.call('nextSteps.save', { leadId: id, id: null, ...plan(what, '2026-06-04') });
    await workspace.call('leads.move', { ids: [id], move: { to: 'disqualified', reason: 'spam' } });
    expect(await steps(workspace, id)).toEqual([]);
    await workspace.call('journal.undo', {});
    expect(await steps(workspace, id)).toHaveLength(2);
  });

  it.each([
    ['lost', { to: 'lost', reason: 'price' }, 2],
    ['disqualified', { to: 'disqualified', reason: 'spam' }, 2],
    ['won, and are to end', { to: 'customer', amount: null, endSteps: true }, 2],
    ['won', { to: 'customer', amount: null }, 0],
    ['back in Nurture', { to: 'nurture', until: '2026-09-01', reason: null }, 0],
    ['back in Nurture, and are to end', { to: 'nurture', until: '2026-09-01', reason: null, endSteps: true }, 2],
  ] as const)('of a lead that is %s end where they must, in one undo step', async (_, move, ended) => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const id = await add(workspace, 'Ada');
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 500_00 } });
    for (const what of ['Call', 'Write'])
      await call('nextSteps.save', { leadId: id, id: null, ...plan(what, '2026-06-01', { time: '09:00' }) });
    const who = { by: 'ids' as const, ids: [id] };
    expect(await call('nextSteps.planned', { who })).toMatchObject({
      count: 2,
      onPlan: 0,
      first: [{ what: 'Call' }, {}],
    });
    expect(await call('leads.move', { ids: [id], move })).toEqual({ endedSteps: ended });
    expect(await steps(workspace, id)).toHaveLength(2 - ended);
    expect((await call('today.get', {})).counts.due).toBe(2 - ended);
    await call('journal.undo', {});
    expect(await steps(workspace, id)).toHaveLength(2);
    expect((await call('leads.get', { id })).lead.stage).toBe('opportunity');
  });

  it('of a customer stay when a further deal is lost, unless they are to end', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const id = await add(workspace, 'Ada');
    await call('leads.move', { ids: [id], move: { to: 'customer', amount: 500_00 } });
    await call('leads.setNextStep', { id, nextStep: 'Yearly service', nextStepOn: '2026-06-10' });
    await call('leads.move', { ids: [id], move: { to: 'opportunity', amount: 100_00 } });
    const lost = { to: 'lost', reason: 'price' } as const;
    expect(await call('leads.move', { ids: [id], move: lost })).toEqual({ endedSteps: 0 });
    await call('journal.undo', {});
    expect(await call('leads.move', { ids: [id], move: { ...lost, endSteps: true } })).toEqual({ endedSteps: 1 });
  });

  it('end with a lead that is lost whatever the window had seen, and stay with customers among many', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const [ada, bo] = [await add(workspace, 'Ada'), await add(workspace, 'Bo')];
    await call('leads.move', { ids: [bo], move: { to: 'customer', amount: 500_00 } });
    await call('leads.move', { ids: [ada, bo], move: { to: 'opportunity', amount: 100_00 } });
    for (const id of [ada, bo]) await call('leads.setNextStep', { id, nextStep: 'Deliver', nextStepOn: '2026-06-10' });
    expect(await call('leads.move', { ids: [ada, bo], move: { to: 'lost', reason: 'price' } })).toEqual({
      endedSteps: 1,
    });
    expect([await steps(workspace, ada), await steps(workspace, bo)].map(({ length }) => length)).toEqual([0, 1]);
    await call('journal.undo', {});
    const deal = (await call('leads.get', { id: ada })).deals[0]?.id ?? '';
    const end = { how: 'lost', reason: 'price' } as const;
    expect(await call('deals.close', { id: deal, end, endSteps: false })).toEqual({ endedSteps: 1 });
    await call('journal.undo', {});
    const kept = { to: 'lost', reason: 'price', endSteps: false } as const;
    expect(await call('leads.move', { ids: [ada], move: kept })).toEqual({ endedSteps: 1 });
  });

  it('end with the last deal of a lead, and with many at once', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const ids = [await add(workspace, 'Ada'), await add(workspace, 'Bo'), await add(workspace, 'Cy')];
    await call('leads.move', { ids, move: { to: 'opportunity', amount: 500_00 } });
    for (const id of ids) await call('leads.setNextStep', { id, nextStep: 'Chase quote', nextStepOn: '2026-06-01' });
    const deal = (await call('leads.get', { id: ids[0] ?? '' })).deals[0]?.id ?? '';
    const closed = await call('deals.close', { id: deal, end: { how: 'lost', reason: 'price' } });
    expect(closed).toEqual({ endedSteps: 1 });
    const who = { by: 'ids' as const, ids: ids.slice(1) };
    const action = { do: 'move' as const, move: { to: 'lost' as const, reason: 'price' as const } };
    expect(await call('bulk.run', { jobId: 'b', who, action })).toMatchObject({ done: 2, endedSteps: 2 });
    expect((await call('today.get', {})).counts.due).toBe(0);
  });

  it('of two records of one person are kept together, those that say the same once', async () => {
    const workspace = aWorkspace();
    const [ada, twin] = [await add(workspace, 'Ada'), await add(workspace, 'Ada')];
    const save = (leadId: string, step: PlannedStep) => workspace.call('nextSteps.save', { leadId, id: null, ...step });
    await save(ada, plan('Call', '2026-06-04'));
    await save(twin, plan('call', '2026-06-04'));
    await save(twin, plan('Visit', '2026-06-02'));
    await workspace.call('duplicates.merge', { id: ada, otherId: twin, attributes: {}, customValues: {} });
    expect(await steps(workspace, ada)).toEqual([
      ['Visit', '2026-06-02', null],
      ['Call', '2026-06-04', null],
    ]);
  });
});

describe('a next step that is done', () => {
  it('is logged, and the next one is planned, in one step of undo', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const id = await add(workspace, 'Ada');
    await call('leads.setNextStep', { id, nextStep: 'Chase quote', nextStepOn: '2026-06-01' });
    const next = plan('Call', '2026-06-08', { time: '10:00' });
    await call('nextSteps.done', {
      leadId: id,
      id,
      seen: plan('Chase quote', '2026-06-01'),
      typeId: 'call-made',
      next,
    });
    const { activities } = await call('leads.get', { id });
    expect(activities.map(({ typeId, note }) => [typeId, note])).toEqual([['call-made', 'Chase quote']]);
    expect(await row(workspace, id)).toEqual(['Call', '2026-06-08', '10:00']);
    await call('journal.undo', {});
    expect((await call('leads.get', { id })).activities).toEqual([]);
    expect(await row(workspace, id)).toEqual(['Chase quote', '2026-06-01', null]);
  });

  it.each([
    ['day', '2026-05-20', '2026-06-02'],
    ['week', '2026-05-29', '2026-06-05'],
    ['month', '2026-01-31', '2026-06-30'],
    ['year', '2026-06-01', '2027-06-01'],
  ] as const)('comes again %s after %s: %s', async (repeats, on, again) => {
    const workspace = aWorkspace();
    const id = await add(workspace, 'Ada');
    await workspace.call('nextSteps.save', { leadId: id, id: null, ...plan('Call', on, { repeats }) });
    await workspace.call('nextSteps.done', { leadId: id, id, seen: plan('Call', on, { repeats }), typeId: null });
    expect(await row(workspace, id)).toEqual(['Call', again, null]);
  });

  it('is done once by two quick clicks: the step after it, now in its place, stays', async () => {
    const workspace = aWorkspace();
    const id = await add(workspace, 'Ada');
    const [first, second] = [plan('Call', '2026-06-01'), plan('Send quote', '2026-06-02')];
    for (const step of [first, second]) await workspace.call('nextSteps.save', { leadId: id, id: null, ...step });
    const click = () => workspace.app().call('nextSteps.done', { leadId: id, id, seen: first, typeId: 'call-made' });
    const [done, again] = [await click(), await click()];
    expect(done.ok).toBe(true);
    expect(again).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    for (const name of ['nextSteps.save', 'nextSteps.remove'] as const)
      expect(await workspace.app().call(name, { leadId: id, id, seen: first })).toMatchObject({ ok: false });
    expect(await steps(workspace, id)).toEqual([['Send quote', '2026-06-02', null]]);
    expect((await workspace.call('leads.get', { id })).activities).toHaveLength(1);
  });

  it('that is gone is refused in a sentence', async () => {
    const workspace = aWorkspace();
    const id = await add(workspace, 'Ada');
    const result = await workspace
      .app()
      .call('nextSteps.done', { leadId: id, id, seen: plan('Call', null), typeId: null });
    expect(result).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });
});

describe('missed calls and replies', () => {
  it('has missed calls first, with the number to call, until our side called or a later call was taken', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const bo = (await call('leads.create', { attributes: { firstName: 'Bo', phone: '+44 7700 900555' } })).id;
    const [ada, cy] = [await add(workspace, 'Ada'), await add(workspace, 'Cy')];
    await call('activities.log', { leadIds: [bo, cy], typeId: 'missed-call' });
    clock.now += 1000;
    await call('activities.log', { leadIds: [ada, bo], typeId: 'replied' });
    const listed = async () => (await call('today.get', {})).answer.map(({ row, what }) => [row.name, what]);
    expect(await listed()).toEqual([
      ['Cy', 'Missed call'],
      ['Bo', 'Missed call'],
      ['Ada', 'Replied'],
    ]);
    const [, first] = (await call('today.get', {})).answer;
    expect(first?.row.call?.text).toMatch(/7700 900555/);
    await call('activities.log', { leadIds: [cy], typeId: 'inbound-call' });
    // Spoken with, and nothing planned: the last to be thought of.
    expect(await listed()).toEqual([
      ['Bo', 'Missed call'],
      ['Ada', 'Replied'],
      ['Cy', 'Inbound call'],
    ]);
    await call('leads.setNextStep', { id: cy, nextStep: 'Quote' });
    clock.now += 1000;
    await call('activities.log', { leadIds: [bo], typeId: 'call-made' });
    expect(await listed()).toEqual([['Ada', 'Replied']]);
  });

  it('stand first until our side has answered', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const missed = (
      await call('activityTypes.save', {
        id: null,
        label: 'Call missed: missed call',
        ourSide: false,
        impliesStage: null,
        archived: false,
      })
    ).id;
    const [ada, bo, cy] = [await add(workspace, 'Ada'), await add(workspace, 'Bo'), await add(workspace, 'Cy')];
    await call('activities.log', { leadIds: [ada], typeId: 'replied', note: 'Which color?' });
    clock.now += 1000;
    await call('activities.log', { leadIds: [bo], typeId: missed });
    await call('activities.log', { leadIds: [cy], typeId: 'website-visit' });
    const { answer, notes } = await call('today.get', {});
    expect(answer.map(({ row: { name } }) => name)).toEqual(['Bo', 'Ada']);
    expect(notes[ada]?.text).toBe('Which color?');
    clock.now += 1000;
    await call('activities.log', { leadIds: [ada], typeId: 'email-sent' });
    expect((await call('today.get', {})).answer.map(({ row: { name } }) => name)).toEqual(['Bo']);
    clock.now += 15 * dayMs;
    expect((await call('today.get', {})).answer).toEqual([]);
  });
});

it('Today of one member lists that member’s leads only', async () => {
  const workspace = aWorkspace();
  const { call } = workspace;
  const mara = (await call('members.save', { id: null, name: 'Mara', side: 'sales', archived: false })).id;
  const [ada, bo] = [await add(workspace, 'Ada'), await add(workspace, 'Bo')];
  await call('leads.update', { id: ada, attributes: { memberId: mara } });
  for (const id of [ada, bo]) {
    await call('leads.setNextStep', { id, nextStep: 'Call', nextStepOn: '2026-06-01' });
    await call('activities.log', { leadIds: [id], typeId: 'replied' });
  }
  const all = await call('today.get', {});
  const mine = await call('today.get', { memberId: mara });
  expect([all.due.length, all.answer.length]).toEqual([2, 2]);
  expect([mine.due, mine.answer].map(list => list.map(({ row: { name } }) => name))).toEqual([['Ada'], ['Ada']]);
  expect([mine.counts.due, mine.counts.answer]).toEqual([1, 1]);
});
