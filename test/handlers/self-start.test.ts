// Nurture plans that start by themselves: on downloads and rejections, never unwanted, never twice, and how they end.
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../shared/dates.ts';
import type { PlanStarts } from '../../shared/nurture.ts';
import { runConfirmed } from '../support/imported.ts';
import { aWorkspace } from '../support/workspace.ts';

const touches = [
  { id: null, day: 0, label: 'Guide', subject: '', body: '' },
  { id: null, day: 14, label: 'Check-in', subject: '', body: '' },
];
const anyDownload: PlanStarts = { download: { content: null, campaignId: null }, rejected: [] };

async function aPlan(starts: PlanStarts, label = 'Warm') {
  const workspace = aWorkspace();
  const { call } = workspace;
  const addPlan = async (name: string, when: PlanStarts) =>
    (await call('nurture.savePlan', { id: null, label: name, archived: false, touches, starts: when })).id;
  const planId = await addPlan(label, starts);
  const add = async (firstName: string, more: object = {}) =>
    (await call('leads.create', { attributes: { firstName, email: `${firstName}@mill.example`, ...more } })).id;
  const planOf = async (leadId: string) => (await call('nurture.ofLead', { leadId })).plan;
  const download = (leadIds: string[], content: string | null = null) =>
    call('activities.log', { leadIds, typeId: 'content-downloaded', content });
  const reject = (id: string, more: object = {}) =>
    call('leads.move', { ids: [id], move: { to: 'nurture', until: '2026-09-01', reason: 'bad-timing', ...more } });
  return { ...workspace, planId, addPlan, add, planOf, download, reject, ida: await add('Ida') };
}

describe('on a download', () => {
  it('starts in the step of the activity, says so with the name, and one undo takes both back', async () => {
    const { call, ida, planOf, download } = await aPlan(anyDownload);
    await download([ida], 'Stair guide');
    expect(await planOf(ida)).toMatchObject({
      label: 'Warm',
      startsOn: '2026-06-01',
      startedBy: 'download',
      startedFor: 'Stair guide',
      endedAt: null,
      touches: [{ dueOn: '2026-06-01' }, { dueOn: '2026-06-15' }],
    });
    const [news] = await call('nurture.started', {});
    expect(news).toMatchObject({ leadId: ida, name: 'Ida', plan: 'Warm', by: 'download' });
    await call('journal.undo', { step: news?.step ?? '' });
    expect(await planOf(ida)).toBeNull();
    expect((await call('leads.get', { id: ida })).activities).toEqual([]);
    expect(await call('nurture.started', {})).toEqual([]);
  });

  it('is off by default, and other activities start nothing', async () => {
    const { call, ida, planOf, download } = await aPlan({ download: null, rejected: [] });
    await download([ida]);
    expect(await planOf(ida)).toBeNull();
    const other = await aPlan(anyDownload);
    await other.call('activities.log', { leadIds: [other.ida], typeId: 'webinar-attended' });
    expect(await other.planOf(other.ida)).toBeNull();
    expect((await call('nurture.plans', {}))[0]?.starts).toEqual({ download: null, rejected: [] });
  });

  it('of a named content or campaign starts for that one only, and what names most comes first', async () => {
    const { call, add, addPlan, planOf, download, ida } = await aPlan({
      download: { content: 'Stair guide', campaignId: null },
      rejected: [],
    });
    const campaign = { id: null, channelId: 'website', label: 'Spring', startsOn: null, endsOn: null, archived: false };
    const campaignId = (await call('campaigns.save', campaign)).id;
    await addPlan('Of spring', { download: { content: null, campaignId }, rejected: [] });
    const bo = await add('Bo');
    await download([bo], 'Price list');
    expect(await planOf(bo)).toBeNull();
    await call('activities.log', { leadIds: [bo], typeId: 'content-downloaded', campaignId });
    expect((await planOf(bo))?.label).toBe('Of spring');
    await addPlan('A of any', anyDownload);
    await download([ida], 'STAIR GUIDE');
    expect((await planOf(ida))?.label).toBe('Warm');
  });

  it('never starts for people who opted out or are restricted, are with sales, or are on a plan', async () => {
    const { call, add, planId, planOf, download } = await aPlan(anyDownload);
    const [out, restricted, sold, on] = [
      await add('Out', { consent: 'no' }),
      await add('Restricted'),
      await add('Sold'),
      await add('On'),
    ];
    await call('privacy.setLead', { id: restricted, change: { doNotScore: 'Objected' } });
    await call('leads.move', { ids: [sold], move: { to: 'sql' } });
    await call('nurture.start', { leadIds: [on], planId });
    await download([out, restricted, sold, on]);
    await download([on]);
    for (const id of [out, restricted, sold]) expect(await planOf(id)).toBeNull();
    expect(await planOf(on)).toMatchObject({ startedBy: null, endedAt: null });
    expect(await call('nurture.started', {})).toEqual([]);
  });

  it('never starts a plan a second time for a lead: not a stopped one, not one that is done', async () => {
    const { call, add, ida, planOf, download } = await aPlan(anyDownload);
    const bo = await add('Bo');
    await download([ida, bo]);
    await call('nurture.stop', { leadIds: [ida] });
    for (const { id } of (await planOf(bo))?.touches ?? []) await call('nurture.skip', { id });
    const before = [await planOf(ida), await planOf(bo)];
    expect(before).toMatchObject([{ endedBecause: 'stopped' }, { endedBecause: null }]);
    await download([ida, bo]);
    expect([await planOf(ida), await planOf(bo)]).toEqual(before);
  });

  it('logged more than 30 days late starts nothing', async () => {
    const { call, clock, ida, planOf } = await aPlan(anyDownload);
    const on = (days: number) => new Date(clock.now - days * dayMs).toISOString().slice(0, 10);
    const log = (days: number) =>
      call('activities.log', {
        leadIds: [ida],
        typeId: 'content-downloaded',
        when: { date: on(days), time: null },
      });
    await log(40);
    expect(await planOf(ida)).toBeNull();
    await log(20);
    expect(await planOf(ida)).toMatchObject({ startsOn: '2026-06-01' });
  });

  it('starts for everybody of a bulk log in its one step', async () => {
    const { call, add, ida, planOf } = await aPlan(anyDownload);
    const bo = await add('Bo');
    const who = { by: 'ids' as const, ids: [ida, bo] };
    await call('bulk.run', { jobId: 'b', who, action: { do: 'log', typeId: 'content-downloaded' } });
    expect([await planOf(ida), await planOf(bo)].map(plan => plan?.label)).toEqual(['Warm', 'Warm']);
    await call('journal.undo', {});
    expect([await planOf(ida), await planOf(bo)]).toEqual([null, null]);
  });
});

describe('on a rejection', () => {
  const timing: PlanStarts = { download: null, rejected: ['bad-timing'] };

  it('starts for the chosen reasons, and not where none was chosen in its place', async () => {
    const { call, add, ida, planOf, reject } = await aPlan(timing);
    const [bo, cy, early] = [await add('Bo'), await add('Cy'), await add('Early')];
    for (const id of [ida, bo, cy]) await call('leads.move', { ids: [id], move: { to: 'mql' } });
    await reject(ida);
    await reject(bo, { reason: 'too-small' });
    await reject(cy, { planId: null });
    await reject(early);
    expect(await planOf(ida)).toMatchObject({ startedBy: 'rejected', startedFor: 'bad-timing' });
    for (const id of [bo, cy, early]) expect(await planOf(id)).toBeNull();
    await call('journal.undo', {});
    await call('journal.undo', {});
    await call('journal.undo', {});
    await call('journal.undo', {});
    expect(await planOf(ida)).toBeNull();
    expect((await call('leads.get', { id: ida })).lead.stage).toBe('mql');
  });
});

describe('it ends', () => {
  const started = async () => {
    const workspace = await aPlan(anyDownload);
    await workspace.download([workspace.ida]);
    return workspace;
  };
  it('when sales accepts, not when they become MQL', async () => {
    const { call, ida, planOf } = await started();
    await call('leads.move', { ids: [ida], move: { to: 'mql' } });
    expect((await planOf(ida))?.endedAt).toBeNull();
    await call('leads.move', { ids: [ida], move: { to: 'sql' } });
    expect((await planOf(ida))?.endedBecause).toBe('with-sales');
  });
  it.each([
    [
      'unsubscribing',
      'opted-out',
      ({ call, ida }) => call('activities.log', { leadIds: [ida], typeId: 'unsubscribed' }),
    ],
    ['consent no', 'opted-out', ({ call, ida }) => call('leads.update', { id: ida, attributes: { consent: 'no' } })],
    ['restricting', 'restricted', ({ call, ida }) => call('privacy.setLead', { id: ida, change: { doNotScore: 'x' } })],
    [
      'disqualifying',
      'disqualified',
      ({ call, ida }) => call('leads.move', { ids: [ida], move: { to: 'disqualified', reason: 'spam' } }),
    ],
  ] as [string, string, (workspace: Awaited<ReturnType<typeof started>>) => Promise<unknown>][])(
    'by %s, in the same step',
    async (_what, because, end) => {
      const workspace = await started();
      const { call, ida, planOf } = workspace;
      await end(workspace);
      expect((await planOf(ida))?.endedBecause).toBe(because);
      await call('journal.undo', {});
      expect(await planOf(ida)).toMatchObject({ endedAt: null, endedBecause: null });
    },
  );
  it('after a look at the leads of the step alone, however many are on such a plan', async () => {
    const workspace = await started();
    const { add, file, ida, planOf, reopen, call } = workspace;
    const bo = await add('Bo');
    workspace.app().close();
    const raw = new Database(file);
    raw.prepare("UPDATE lead SET consent = 'no' WHERE id = ?").run(ida);
    raw.close();
    reopen();
    await call('leads.update', { id: bo, attributes: { city: 'Bath' } });
    expect((await planOf(ida))?.endedBecause).toBeNull();
    await call('leads.update', { id: ida, attributes: { city: 'Bath' } });
    expect((await planOf(ida))?.endedBecause).toBe('opted-out');
  });
  it('by an import that says they opted out; a plan that a person started is only paused', async () => {
    const workspace = await started();
    const { call, add, planId, ida, planOf } = workspace;
    const bo = await add('Bo');
    await call('nurture.start', { leadIds: [bo], planId });
    const text = 'Name;E-mail;Unsubscribed\nIda;Ida@mill.example;yes\nBo;Bo@mill.example;yes';
    const source = { kind: 'pasted' as const, text };
    const { mapping } = await call('imports.read', { jobId: 'r', source });
    await runConfirmed(workspace, { jobId: 'x', source, mapping });
    expect((await planOf(ida))?.endedBecause).toBe('opted-out');
    expect(await planOf(bo)).toMatchObject({ endedAt: null });
  });
});

describe('an import of downloads', () => {
  const text =
    'Name;E-mail;Downloaded on\nEve Dock;eve@dock.example;2026-05-30\nFinn Pier;finn@pier.example;2026-01-30';
  async function read() {
    const workspace = await aPlan(anyDownload);
    const source = { kind: 'pasted' as const, text };
    const { mapping } = await workspace.call('imports.read', { jobId: 'r', source });
    const eve = async () => (await workspace.call('leads.list', { search: 'eve@dock' })).rows[0]?.id ?? '';
    return { ...workspace, request: { jobId: 'x', source, mapping }, eve };
  }

  it('says how many plans would start, and starts none by default', async () => {
    const workspace = await read();
    const { call, request, eve, planOf } = workspace;
    const checked = await call('imports.check', request);
    expect(checked.planStarts).toEqual({ count: 1, rejected: 0, plans: ['Warm'], names: ['Eve Dock'] });
    await runConfirmed(workspace, request);
    expect(await planOf(await eve())).toBeNull();
  });

  it('starts them when told to; undoing the import takes them back, or ends those that were written to', async () => {
    const workspace = await read();
    const { call, request, eve, planOf, ida } = workspace;
    const both = { ...request, source: { kind: 'pasted' as const, text: `${text}\nIda;Ida@mill.example;2026-05-31` } };
    const { batchId } = await runConfirmed(workspace, both, { startPlans: true });
    expect(await planOf(await eve())).toMatchObject({ startedBy: 'download', startsOn: '2026-06-01' });
    const { plan } = await call('nurture.ofLead', { leadId: ida });
    await call('nurture.sent', { id: plan?.touches[0]?.id ?? '' });
    await call('imports.undo', { jobId: 'u', batchId });
    expect(await eve()).toBe('');
    expect(await planOf(ida)).toMatchObject({ endedBecause: 'stopped', touches: [{ outcome: 'sent' }, {}] });
  });

  it('leaves why and when a plan ended when it is taken back', async () => {
    const workspace = await read();
    const { call, clock, request, planOf, ida } = workspace;
    const own = { ...request, source: { kind: 'pasted' as const, text: `${text}\nIda;Ida@mill.example;2026-05-31` } };
    const { batchId } = await runConfirmed(workspace, own, { startPlans: true });
    const { plan } = await call('nurture.ofLead', { leadId: ida });
    await call('nurture.sent', { id: plan?.touches[0]?.id ?? '' });
    await call('leads.move', { ids: [ida], move: { to: 'sql' } });
    const ended = await planOf(ida);
    expect(ended?.endedBecause).toBe('with-sales');
    clock.now += dayMs;
    await call('imports.undo', { jobId: 'u', batchId });
    expect(await planOf(ida)).toEqual(ended);
  });
});

describe('an import of rejections', () => {
  const text = [
    'Name;E-mail;Status;Rejection reason;Nurture date',
    'Eve Dock;eve@dock.example;Nurture;Bad timing;2026-09-01',
    'Gus Quay;gus@quay.example;Nurture;No budget;2026-09-01',
    'Hal Lock;hal@lock.example;Lead;;',
  ].join('\n');

  it('asks before it starts the plan that a rejection by hand would start', async () => {
    const workspace = await aPlan({ download: null, rejected: ['bad-timing'] });
    const { call, planOf } = workspace;
    const source = { kind: 'pasted' as const, text };
    const { mapping } = await call('imports.read', { jobId: 'r', source });
    const request = { jobId: 'x', source, mapping };
    const { planStarts } = await call('imports.check', request);
    expect(planStarts).toEqual({ count: 1, rejected: 1, plans: ['Warm'], names: ['Eve Dock'] });
    const { batchId } = await runConfirmed(workspace, request, { startPlans: true });
    const idOf = async (search: string) => (await call('leads.list', { search })).rows[0]?.id ?? '';
    expect(await planOf(await idOf('eve@dock'))).toMatchObject({ startedBy: 'rejected', startedFor: 'bad-timing' });
    expect(await planOf(await idOf('gus@quay'))).toBeNull();
    await call('imports.undo', { jobId: 'u', batchId });
    expect(await idOf('eve@dock')).toBe('');
  });
});
