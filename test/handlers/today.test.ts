// Today without a window: each list holds whom it should, in the order in which they matter, and the glance agrees with it.

import { describe, expect, it } from 'vitest';
import { cacheEnd, unansweredIn } from '../../electron/db/tables/today.ts';
import { dayMs } from '../../shared/dates.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const add = async ({ call }: TestWorkspace, firstName: string): Promise<string> =>
  (await call('leads.create', { attributes: { firstName } })).id;
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

describe('Today', () => {
  it('has those nobody has touched wait first, the longest on top', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const ids: string[] = [];
    for (const name of ['Ada', 'Bo', 'Cy']) {
      const id = await add(workspace, name);
      await call('leads.move', { ids: [id], move: { to: 'mql' } });
      ids.push(id);
      clock.now += dayMs;
    }
    await call('activities.log', { leadIds: ids.slice(0, 1), typeId: 'call-made' });
    const { waiting, counts } = await call('today.get', {});
    expect(waiting.map(({ row }) => row.name)).toEqual(['Bo', 'Cy', 'Ada']);
    expect(waiting.map(({ state }) => state)).toEqual(['late', 'in-time', 'late']);
    expect(counts.waiting).toBe(3);
  });

  it('brings up next steps and nurture dates on their day, the oldest first', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const [ada, bo, cy] = [await add(workspace, 'Ada'), await add(workspace, 'Bo'), await add(workspace, 'Cy')];
    await call('leads.setNextStep', { id: ada, nextStep: 'Call', nextStepOn: '2026-06-03' });
    await call('leads.setNextStep', { id: bo, nextStep: 'Write', nextStepOn: '2026-06-02' });
    await call('leads.move', { ids: [cy], move: { to: 'nurture', until: '2026-06-03', reason: null } });
    expect(await call('today.get', {})).toMatchObject({ due: [], nurture: [] });
    clock.now += 2 * dayMs;
    const { due, nurture } = await call('today.get', {});
    expect(due.map(({ row }) => row.name)).toEqual(['Bo', 'Ada']);
    expect(names(nurture)).toEqual(['Cy']);
    expect((await call('today.glance', {})).nurture).toBe(1);
  });

  it('finds slice by slice what was not answered, as it does all at once', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const { reader } = workspace.app();
    for (const name of ['Ada', 'Bo', 'Cy', 'Di', 'Eve']) {
      const id = await add(workspace, name);
      await call('activities.log', { leadIds: [id], typeId: 'replied' });
      clock.now += 1000;
    }
    const types = { all: ['replied'], missed: [], taken: [], inquiries: [], spoken: [] };
    const asked = { types, since: 0, limit: 50, memberId: null };
    const end = cacheEnd(reader);
    const all = unansweredIn(reader, { from: 0, to: end }, asked);
    const some = [0, 3].map(from => unansweredIn(reader, { from, to: from === 0 ? 3 : end }, asked));
    expect(some.map(({ count }) => count)).toEqual([2, 3]);
    expect(some.flatMap(({ rows }) => rows).sort((a, b) => b.at - a.at)).toEqual(all.rows);
    const { answer, counts } = await call('today.get', {});
    expect(answer.map(({ row }) => row.name)).toEqual(['Eve', 'Di', 'Cy', 'Bo', 'Ada']);
    expect(counts.answer).toBe(5);
  });

  it('has an inquiry of today to be answered until it is, or until something is planned', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const ids: Record<string, string> = {};
    for (const [name, typeId] of [
      ['Ada', 'form-submitted'],
      ['Bo', 'inbound-call'],
      ['Cy', 'referral-received'],
      ['Di', 'content-downloaded'],
      ['Eve', 'missed-call'],
      ['Fay', 'information-requested'],
    ] as const) {
      const id = await add(workspace, name);
      ids[name] = id;
      await call('activities.log', { leadIds: [id], typeId });
      clock.now += 60_000;
    }
    const listed = async () => (await call('today.get', {})).answer.map(({ row, what }) => `${row.name}: ${what}`);
    expect(await listed()).toEqual([
      'Eve: Missed call',
      'Fay: Information or case study requested',
      'Cy: Referral received',
      'Ada: Form submitted',
      'Bo: Inbound call',
    ]);
    // Called back; planned; waiting for sales, which is a list of its own; a missed call is called back all the same.
    await call('activities.log', { leadIds: [ids.Ada ?? ''], typeId: 'call-made' });
    for (const name of ['Bo', 'Eve']) await call('leads.setNextStep', { id: ids[name] ?? '', nextStep: 'Quote' });
    await call('leads.move', { ids: [ids.Cy ?? ''], move: { to: 'mql' } });
    expect(await listed()).toEqual(['Eve: Missed call', 'Fay: Information or case study requested']);
    clock.now += 15 * dayMs;
    expect(await listed()).toEqual([]);
  });

  it.each([
    ['rejected', { to: 'nurture', until: '2026-09-01', reason: 'too-small' }],
    ['lost', { to: 'lost', reason: 'price' }],
  ] as const)('has no inquiry of before the person was %s, only one after it', async (_, move) => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const id = await add(workspace, 'Cy');
    const before = move.to === 'lost' ? ({ to: 'opportunity', amount: null } as const) : ({ to: 'mql' } as const);
    await call('leads.move', { ids: [id], move: before });
    await call('activities.log', { leadIds: [id], typeId: 'form-submitted' });
    clock.now += 60_000;
    await call('leads.move', { ids: [id], move });
    expect((await call('today.get', {})).counts.answer).toBe(0);
    clock.now += 60_000;
    await call('activities.log', { leadIds: [id], typeId: 'form-submitted' });
    expect((await call('today.get', {})).counts.answer).toBe(1);
  });

  it.each([
    ['Enquiry by post', true],
    ['Inquiry', true],
    ['Quote requested', true],
    ['Anfrage', true],
    ['Newsletter read', false],
  ])('takes an own type called %s for an inquiry: %s', async (label, isInquiry) => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const type = { id: null, label, ourSide: false, impliesStage: null, archived: false };
    const { id: typeId } = await call('activityTypes.save', type);
    await call('activities.log', { leadIds: [await add(workspace, 'Ada')], typeId });
    expect((await call('today.get', {})).counts.answer).toBe(isInquiry ? 1 : 0);
  });

  it('leaves alone who asked not to be contacted', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const id = await add(workspace, 'Ada');
    await call('leads.update', { id, attributes: { consent: 'no' } });
    await call('leads.move', { ids: [id], move: { to: 'nurture', until: '2026-06-02', reason: null } });
    clock.now += 5 * dayMs;
    expect((await call('today.get', {})).nurture).toEqual([]);
  });

  it('forgets the next step of who is disqualified, and brings it back with undo', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const id = await add(workspace, 'Ada');
    await call('leads.setNextStep', { id, nextStep: 'Call', nextStepOn: '2026-06-01' });
    await call('leads.move', { ids: [id], move: { to: 'disqualified', reason: 'do-not-contact' } });
    expect((await call('today.get', {})).due).toEqual([]);
    await call('journal.undo', {});
    expect((await call('today.get', {})).due.map(({ row }) => row.name)).toEqual(['Ada']);
  });

  it('counts SQLs and opportunities as quiet from the day the settings say, the longest silence first', async () => {
    const workspace = aWorkspace({ quietAfterDays: 3 });
    const { call, clock } = workspace;
    const [ada, bo, cy] = [await add(workspace, 'Ada'), await add(workspace, 'Bo'), await add(workspace, 'Cy')];
    await call('leads.move', { ids: [ada, bo], move: { to: 'sql' } });
    await call('leads.move', { ids: [cy], move: { to: 'mql' } });
    clock.now += dayMs;
    await call('activities.log', { leadIds: [ada], typeId: 'replied' });
    clock.now += 2 * dayMs;
    expect((await call('today.get', {})).quiet.map(({ row, days }) => [row.name, days])).toEqual([['Bo', 3]]);
    clock.now += dayMs;
    expect((await call('today.get', {})).quiet.map(({ row, days }) => [row.name, days])).toEqual([
      ['Bo', 4],
      ['Ada', 3],
    ]);
  });

  it('tells for a week whom the score has promoted and why, also at a glance', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const ada = await add(workspace, 'Ada');
    for (let times = 0; times < 2; times++) await call('activities.log', { leadIds: [ada], typeId: 'demo-requested' });
    const { promoted } = await call('today.get', {});
    expect(promoted.map(({ row, because }) => [row.name, because])).toEqual([['Ada', '100 points reached']]);
    expect(await call('today.glance', {})).toMatchObject({
      waiting: 1,
      promoted: [{ id: ada, name: 'Ada', total: 100, step: expect.any(String) }],
    });
    const [glanced] = (await call('today.glance', {})).promoted;
    await call('activities.log', { leadIds: [ada], typeId: 'website-visit' });
    expect((await call('today.glance', {})).promoted).toMatchObject([{ id: ada, step: null }]);
    await call('journal.undo', {});
    await call('journal.undo', { step: glanced?.step ?? '' });
    expect((await call('today.glance', {})).promoted).toEqual([]);
    await call('journal.redo', {});
    clock.now += 8 * dayMs;
    expect((await call('today.glance', {})).promoted).toEqual([]);
  });
});
