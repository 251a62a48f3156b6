// Nurture without a window: plans, due e-mails with their fields filled in, sent, put off, skipped; and silence when asked.

import { describe, expect, it } from 'vitest';
import { dayMs } from '../../shared/dates.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const touches = [
  { id: null, day: 0, label: 'Guide', subject: 'For {{company}}', body: 'Hello {{First  Name|there}},\n{{my name}}' },
  { id: null, day: 14, label: 'Check-in', subject: 'Still there?', body: 'Hello {{first name}}' },
];

async function aPlan() {
  const workspace = aWorkspace();
  const { call } = workspace;
  const { id: planId } = await call('nurture.savePlan', { id: null, label: 'Warm', archived: false, touches });
  const add = async (attributes: object) => (await call('leads.create', { attributes })).id;
  const ida = await add({ firstName: 'Ida', email: 'ida@mill.example', company: 'Mill' });
  return { ...workspace, planId, add, ida };
}
const due = async ({ call }: Pick<TestWorkspace, 'call'>) =>
  (await call('today.get', {})).touches.map(({ row, label, dueOn }) => `${row.name}: ${label} ${dueOn}`);
const firstTouch = async ({ call }: Pick<TestWorkspace, 'call'>) => {
  const [touch] = (await call('today.get', {})).touches;
  if (!touch) throw new Error('Nothing is due.');
  return touch.id;
};

describe('a nurture plan', () => {
  it('goes on when the last e-mail of the plan before it is skipped', async () => {
    const { call, planId, ida } = await aPlan();
    const other = (await call('nurture.savePlan', { id: null, label: 'Cool', archived: false, touches })).id;
    await call('nurture.start', { leadIds: [ida], planId });
    const before = (await call('nurture.ofLead', { leadId: ida })).plan;
    await call('nurture.start', { leadIds: [ida], planId: other });
    for (const { id } of before?.touches ?? []) await call('nurture.skip', { id });
    expect((await call('nurture.ofLead', { leadId: ida })).plan).toMatchObject({ label: 'Cool', endedAt: null });
  });

  it('brings its e-mails up on their days, logs those that are sent, and ends with the last', async () => {
    const workspace = await aPlan();
    const { call, clock, planId, ida } = workspace;
    await call('nurture.start', { leadIds: [ida], planId });
    expect(await due(workspace)).toEqual(['Ida: Guide 2026-06-01']);
    await call('nurture.sent', { id: await firstTouch(workspace) });
    expect(await due(workspace)).toEqual([]);
    expect((await call('leads.get', { id: ida })).activities).toMatchObject([{ typeId: 'email-sent', note: 'Guide' }]);
    clock.now += 14 * dayMs;
    expect(await due(workspace)).toEqual(['Ida: Check-in 2026-06-15']);
    await call('nurture.skip', { id: await firstTouch(workspace) });
    expect((await call('nurture.ofLead', { leadId: ida })).plan).toMatchObject({
      endedAt: clock.now,
      endedBecause: null,
      touches: [{ outcome: 'sent' }, { outcome: 'skipped' }],
    });
    await call('journal.undo', {});
    expect(await due(workspace)).toEqual(['Ida: Check-in 2026-06-15']);
  });

  it('fills the fields in, with another word where one is given, and says what nobody knows', async () => {
    const workspace = await aPlan();
    const { call, planId, add, ida } = workspace;
    const me = (await call('members.save', { id: null, name: 'Mara Holm', side: 'both', archived: false })).id;
    await call('settings.update', { actingAs: me });
    const nobody = await add({ email: 'info@quay.example' });
    await call('nurture.start', { leadIds: [ida, nobody], planId });
    const [first, second] = (await call('today.get', {})).touches;
    expect(await call('nurture.email', { id: first?.id ?? '' })).toEqual({
      to: 'ida@mill.example',
      subject: 'For Mill',
      body: 'Hello Ida,\nMara Holm',
      missing: [],
      unknown: [],
    });
    expect(await call('nurture.email', { id: second?.id ?? '' })).toMatchObject({
      subject: 'For ',
      body: 'Hello there,\nMara Holm',
      missing: ['company'],
    });
  });

  it('can be put off, not into the past, and keeps its other dates', async () => {
    const workspace = await aPlan();
    const { call, appError, planId, ida } = workspace;
    await call('nurture.start', { leadIds: [ida], planId });
    const id = await firstTouch(workspace);
    expect(await appError('nurture.snooze', { id, until: '2026-06-01' })).toMatch(/after today/);
    await call('nurture.snooze', { id, until: '2026-06-05' });
    expect(await due(workspace)).toEqual([]);
    expect((await call('nurture.ofLead', { leadId: ida })).plan?.touches.map(({ dueOn }) => dueOn)).toEqual([
      '2026-06-05',
      '2026-06-15',
    ]);
  });

  it('keeps the words a lead began with when the plan is rewritten', async () => {
    const workspace = await aPlan();
    const { call, planId, ida } = workspace;
    await call('nurture.start', { leadIds: [ida], planId });
    const [plan] = await call('nurture.plans', {});
    for (const { id } of plan?.touches ?? []) await call('nurture.removeTouch', { planId, id });
    await call('nurture.savePlan', { id: planId, archived: true });
    expect((await call('nurture.plans', {}))[0]).toMatchObject({ label: 'Warm', archived: true, touches: [] });
    expect(await due(workspace)).toEqual(['Ida: Guide 2026-06-01']);
  });

  it.each([
    ['said so', { consent: 'no' }, null],
    ['unsubscribed', {}, 'unsubscribed'],
  ] as const)('is silent for whoever %s, says so, and takes nobody of them on', async (_, attributes, typeId) => {
    const workspace = await aPlan();
    const { call, appError, planId, ida } = workspace;
    await call('nurture.start', { leadIds: [ida], planId });
    const touch = await firstTouch(workspace);
    await call('leads.update', { id: ida, attributes });
    if (typeId) await call('activities.log', { leadIds: [ida], typeId });
    expect(await due(workspace)).toEqual([]);
    expect((await call('nurture.ofLead', { leadId: ida })).leftAlone).toBe(true);
    expect((await call('leads.get', { id: ida })).lead.consent).toBe('no');
    expect(await appError('nurture.email', { id: touch })).toMatch(/Ida asked not to be contacted/);
    expect(await appError('nurture.start', { leadIds: [ida], planId })).toMatch(/Ida asked not to be contacted/);
  });

  it('ends when sales accepts or the lead is out, and goes on in Nurture', async () => {
    const workspace = await aPlan();
    const { call, planId, ida } = workspace;
    const later = { to: 'nurture', until: '2026-09-01', reason: null, planId } as const;
    await call('leads.move', { ids: [ida], move: later });
    expect(await due(workspace)).toEqual(['Ida: Guide 2026-06-01']);
    await call('leads.move', { ids: [ida], move: { to: 'lead' } });
    expect(await due(workspace)).toHaveLength(1);
    await call('leads.move', { ids: [ida], move: { to: 'mql' } });
    // An MQL waits for sales: until sales accepts, marketing goes on.
    expect(await due(workspace)).toHaveLength(1);
    await call('leads.move', { ids: [ida], move: { to: 'sql' } });
    expect(await due(workspace)).toEqual([]);
    expect((await call('nurture.ofLead', { leadId: ida })).plan?.endedBecause).toBe('with-sales');
    await call('journal.undo', {});
    expect(await due(workspace)).toHaveLength(1);
    await call('leads.move', { ids: [ida], move: { to: 'disqualified', reason: 'do-not-contact' } });
    expect((await call('nurture.ofLead', { leadId: ida })).plan?.endedBecause).toBe('disqualified');
  });

  it('goes on when an import makes an MQL: sales has not answered yet', async () => {
    const workspace = await aPlan();
    const { call, planId, ida } = workspace;
    await call('nurture.start', { leadIds: [ida], planId });
    const { lead } = await call('leads.get', { id: ida });
    const requests = Array.from({ length: 3 }, (_, i) => `ida@mill.example,Demo requested,2026-05-2${i}`);
    const source = { kind: 'pasted', text: ['E-mail,Activity type,Activity date', ...requests].join('\n') } as const;
    const { mapping } = await call('imports.read', { jobId: 'r', source });
    await call('imports.run', { jobId: 'x', source, mapping });
    expect([lead.stage, (await call('leads.get', { id: ida })).lead.stage]).toEqual(['lead', 'mql']);
    expect((await call('nurture.ofLead', { leadId: ida })).plan?.endedBecause).toBe(null);
    expect(await due(workspace)).toHaveLength(1);
  });

  it('takes the place of the plan before', async () => {
    const workspace = await aPlan();
    const { call, planId, ida } = workspace;
    await call('nurture.start', { leadIds: [ida], planId });
    await call('nurture.start', { leadIds: [ida], planId, startsOn: '2026-05-30' });
    expect(await due(workspace)).toEqual(['Ida: Guide 2026-05-30']);
    expect((await call('nurture.plans', {}))[0]).toMatchObject({ label: 'Warm', count: 1 });
  });
});
