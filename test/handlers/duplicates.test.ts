// Duplicates: found with the reason, merged without losing anything, counted once, undone to the last byte.

import { describe, expect, it } from 'vitest';
import { dayMs } from '../../shared/dates.ts';
import { contentOf } from '../support/content.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const add = async ({ call }: TestWorkspace, attributes: object) => (await call('leads.create', { attributes })).id;

/** Ada twice: first as a lead with a web visit, later from a fair, where she became MQL and was accepted. */
async function adaTwice() {
  const workspace = aWorkspace();
  const { call, clock } = workspace;
  const tag = (await call('tags.save', { id: null, label: 'Fair', archived: false })).id;
  const field = { id: null, choices: [], archived: false };
  const seats = (await call('customFields.save', { ...field, label: 'Seats', kind: 'number' })).id;
  const first = await add(workspace, {
    firstName: 'Ada',
    lastName: 'Holm',
    email: 'ada@mill.example',
    notes: 'Old',
    jobTitle: 'Head of production',
    companySize: 120,
  });
  await call('activities.log', { leadIds: [first], typeId: 'website-visit' });
  clock.now += 5 * dayMs;
  const second = await add(workspace, {
    firstName: 'Ada',
    email: 'ADA@mill.example',
    phone: '+43 1 234567',
    notes: 'New',
    consent: 'no',
  });
  await call('tags.put', { ids: [second], add: [tag] });
  await call('customFields.set', { id: second, fieldId: seats, value: 40 });
  clock.now += dayMs;
  await call('leads.move', { ids: [second], move: { to: 'mql' } });
  clock.now += dayMs;
  await call('leads.move', { ids: [second], move: { to: 'sql' } });
  await call('leads.move', { ids: [second], move: { to: 'opportunity', amount: 50_000 } });
  clock.now += dayMs;
  return { ...workspace, first, second, tag, seats };
}

describe('suggestions', () => {
  it('name the pair and the reason, and never come back once told apart', async () => {
    const ada = await adaTwice();
    await add(ada, { firstName: 'Bo', email: 'bo@mill.example' });
    const { total, rows } = await ada.call('duplicates.list', {});
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      row: { id: ada.first },
      other: { id: ada.second },
      why: 'Same e-mail.',
      sure: true,
    });
    expect((await ada.call('duplicates.list', { of: ada.second })).total).toBe(1);
    await ada.call('duplicates.apart', { id: ada.second, otherId: ada.first });
    expect((await ada.call('duplicates.list', {})).total).toBe(0);
    await ada.call('journal.undo', {});
    expect((await ada.call('duplicates.list', {})).total).toBe(1);
  });

  it('follow what is edited', async () => {
    const ada = await adaTwice();
    await ada.call('duplicates.list', {});
    await ada.call('leads.update', { id: ada.second, attributes: { email: 'eve@dock.example', firstName: 'Eve' } });
    expect((await ada.call('duplicates.list', {})).total).toBe(0);
  });
});

describe('merging', () => {
  it('keeps every activity, stage change, deal, tag, value and note, with the earliest dates and the furthest stage', async () => {
    const ada = await adaTwice();
    const { call, first, second } = ada;
    const before = { one: await call('leads.get', { id: first }), two: await call('leads.get', { id: second }) };
    await call('duplicates.merge', { id: first, otherId: second });
    const { lead, activityCount, stageChanges, deals, customValues, tagIds } = await call('leads.get', { id: first });
    expect(lead).toMatchObject({
      lastName: 'Holm',
      phone: '+43 1 234567',
      notes: 'Old\n\nNew',
      consent: 'no',
      stage: 'opportunity',
      createdAt: before.one.lead.createdAt,
    });
    expect(activityCount).toBe(before.one.activityCount + before.two.activityCount);
    expect(stageChanges.map(change => change.to)).toEqual(['lead', 'mql', 'sql', 'opportunity']);
    expect(deals).toHaveLength(1);
    expect(customValues).toEqual({ [ada.seats]: 40 });
    expect(tagIds).toEqual([ada.tag]);
    expect(await ada.appError('leads.get', { id: second })).toMatch(/no longer exists/);
    expect((await call('leads.list', {})).total).toBe(1);
    expect(brokenInvariants(ada.app().reader)).toEqual({});
  });

  it('takes the values that were chosen', async () => {
    const ada = await adaTwice();
    const attributes = { notes: 'New', consent: 'unknown' as const };
    await ada.call('duplicates.merge', {
      id: ada.first,
      otherId: ada.second,
      attributes,
      customValues: { [ada.seats]: 41 },
    });
    const { lead, customValues } = await ada.call('leads.get', { id: ada.first });
    expect(lead).toMatchObject(attributes);
    expect(customValues).toEqual({ [ada.seats]: 41 });
  });

  it('counts the person once in the figures, on the day of the first entry', async () => {
    const ada = await adaTwice();
    const { call, first, second } = ada;
    await call('leads.move', { ids: [first], move: { to: 'mql' } });
    const volume = async () => {
      const { figures } = await call('review.get', { date: '2026-06-10', kind: 'month' });
      return figures.figures.find(figure => figure.id === 'mql-volume')?.value;
    };
    expect(await volume()).toBe(2);
    await call('duplicates.merge', { id: first, otherId: second });
    expect(await volume()).toBe(1);
    expect((await call('leads.get', { id: first })).lead.stage).toBe('opportunity');
    expect(brokenInvariants(ada.app().reader)).toEqual({});
  });

  it('of two who became MQL by score keeps both receipts on lines that they prove', async () => {
    const ada = await adaTwice();
    const { call, first, second, clock } = ada;
    for (const typeId of ['demo-requested', 'demo-requested', 'pricing-page-visit']) {
      await call('activities.log', { leadIds: [first], typeId });
    }
    expect((await call('leads.get', { id: first })).receipts).toHaveLength(1);
    clock.now += dayMs;
    await call('duplicates.merge', { id: second, otherId: first });
    expect(brokenInvariants(ada.app().reader)).toEqual({});
    expect((await call('leads.get', { id: second })).lead.stage).toBe('opportunity');
  });

  it('is undone to the last byte', async () => {
    const ada = await adaTwice();
    const before = contentOf(ada.app().reader);
    await ada.call('duplicates.merge', { id: ada.second, otherId: ada.first, customValues: { [ada.seats]: 1 } });
    expect(contentOf(ada.app().reader)).not.toEqual(before);
    await ada.call('journal.undo', {});
    expect(contentOf(ada.app().reader)).toEqual(before);
    await ada.call('journal.redo', {});
    expect(brokenInvariants(ada.app().reader)).toEqual({});
  });

  describe.each(['first', 'second'] as const)('into the %s', kept => {
    /** Ada twice, what only one of them has, and what is there after the merge. */
    async function mergedWith(prepare: (ada: Awaited<ReturnType<typeof adaTwice>>, other: string) => Promise<unknown>) {
      const ada = await adaTwice();
      const [id, otherId] = kept === 'first' ? [ada.first, ada.second] : [ada.second, ada.first];
      await prepare(ada, otherId);
      await ada.call('duplicates.merge', { id, otherId });
      return { ...ada, id, lead: (await ada.call('leads.get', { id })).lead };
    }

    it.each([
      ['yes', 'no'],
      ['no', 'yes'],
    ] as const)('an opt-out wins: consent %s there and %s here', async (theirs, mine) => {
      const { lead } = await mergedWith(async ({ call, first, second }, other) => {
        await call('leads.update', { id: other, attributes: { consent: theirs } });
        await call('leads.update', { id: other === first ? second : first, attributes: { consent: mine } });
      });
      expect(lead.consent).toBe('no');
    });

    it('a wish not to be contacted wins over consent', async () => {
      const { lead, call, id } = await mergedWith(async ({ call, first, second }, other) => {
        await call('privacy.setLead', { id: other, change: { doNotContact: 'Asked by phone' } });
        await call('leads.update', { id: other === first ? second : first, attributes: { consent: 'yes' } });
      });
      expect(lead.consent).toBe('no');
      expect(await call('privacy.ofLead', { id })).toMatchObject({ doNotContact: 'Asked by phone' });
    });

    it('an exclusion from MQL stays', async () => {
      const { lead } = await mergedWith(({ call }, id) => call('leads.setMqlExclusion', { id, reason: 'A friend' }));
      expect(lead.mqlExclusion).toBe('A friend');
    });

    it('the next step of the other record stays where the kept one has none', async () => {
      const step = { nextStep: 'Send the offer', nextStepOn: '2026-07-01' };
      const { lead } = await mergedWith(({ call }, id) => call('leads.setNextStep', { id, ...step }));
      expect(lead).toMatchObject(step);
      expect(lead.notes).not.toContain('Also to do');
    });

    it('both next steps stay, the earlier one first', async () => {
      const { lead, call, id } = await mergedWith(async ({ call, first, second }, other) => {
        await call('leads.setNextStep', { id: other, nextStep: 'Write', nextStepOn: '2026-07-02' });
        const mine = { id: other === first ? second : first, nextStep: 'Ring', nextStepOn: '2026-07-09' };
        await call('leads.setNextStep', mine);
      });
      expect(lead).toMatchObject({ nextStep: 'Write', nextStepOn: '2026-07-02' });
      const steps = await call('nextSteps.ofLead', { leadId: id });
      expect(steps.map(({ what, on }) => [what, on])).toEqual([
        ['Write', '2026-07-02'],
        ['Ring', '2026-07-09'],
      ]);
    });

    it('of two dates to come back the later one holds', async () => {
      const { lead } = await mergedWith(async ({ call, first, second }, other) => {
        for (const id of [first, second]) {
          const until = id === other ? '2026-09-01' : '2026-08-01';
          await call('leads.move', { ids: [id], move: { to: 'nurture', until, reason: null } });
        }
      });
      expect(lead).toMatchObject({ stage: 'nurture', nurtureUntil: '2026-09-01' });
    });
  });

  it('leaves one plan running, the one that is furthest along, and undo brings the other back', async () => {
    const workspace = aWorkspace();
    const { call, app } = workspace;
    const touches = [0, 7].map(day => ({ id: null, day, label: 'Guide', subject: '', body: '' }));
    const aPlan = async (label: string) =>
      (await call('nurture.savePlan', { id: null, label, archived: false, touches })).id;
    const [warm, cool] = [await aPlan('Warm'), await aPlan('Cool')];
    const [first, second] = [await add(workspace, { firstName: 'Ada' }), await add(workspace, { firstName: 'Ada' })];
    await call('nurture.start', { leadIds: [first], planId: warm });
    await call('nurture.start', { leadIds: [second], planId: cool });
    const { plan } = await call('nurture.ofLead', { leadId: second });
    await call('nurture.sent', { id: plan?.touches[0]?.id ?? '' });
    const before = contentOf(app().reader);
    await call('duplicates.merge', { id: first, otherId: second, attributes: {}, customValues: {} });
    expect(
      app().reader.all('SELECT plan_id, ended_at IS NULL AS runs, ended_because FROM lead_plan ORDER BY runs'),
    ).toEqual([
      { plan_id: warm, runs: 0, ended_because: 'replaced' },
      { plan_id: cool, runs: 1, ended_because: null },
    ]);
    await call('journal.undo', {});
    expect(contentOf(app().reader)).toEqual(before);
  });

  it('with oneself is refused', async () => {
    const ada = await adaTwice();
    expect(await ada.appError('duplicates.merge', { id: ada.first, otherId: ada.first })).toBe(
      'Both are the same lead.',
    );
  });
});

describe('what ends by merging', () => {
  const touches = [0, 14].map(day => ({ id: null, day, label: `Day ${day}`, subject: '', body: '' }));
  async function twoOnPlans() {
    const workspace = aWorkspace();
    const { call } = workspace;
    const ids = [await add(workspace, { firstName: 'Ada' }), await add(workspace, { firstName: 'Ada' })] as const;
    for (const [index, label] of (['Warm', 'Cold'] as const).entries()) {
      const { id: planId } = await call('nurture.savePlan', { id: null, label, archived: false, touches });
      await call('nurture.start', { leadIds: [ids[index] ?? ''], planId });
    }
    await call('nextSteps.save', { leadId: ids[0], id: null, what: 'Call', on: null, time: null, repeats: null });
    const [id, otherId] = ids;
    const pair = () => call('duplicates.pair', { id, otherId });
    const merge = () => call('duplicates.merge', { id, otherId, attributes: {}, customValues: {} });
    const running = async () => {
      const { plan } = await call('nurture.ofLead', { leadId: id });
      return plan?.endedAt === null ? plan.label : null;
    };
    return { ...workspace, id, otherId, pair, merge, running };
  }

  it('is said: of two plans the one that goes on and the one that ends', async () => {
    const { call, otherId, pair, merge, running } = await twoOnPlans();
    expect(await pair()).toMatchObject({ goesOn: 'Warm', ends: { plans: ['Cold'], steps: 0 } });
    // Further along, it is the other one that goes on.
    const { plan } = await call('nurture.ofLead', { leadId: otherId });
    await call('nurture.sent', { id: plan?.touches[0]?.id ?? '' });
    expect(await pair()).toMatchObject({ goesOn: 'Cold', ends: { plans: ['Warm'] } });
    await merge();
    expect(await running()).toBe('Cold');
  });

  it('is both plans where one of the two is with sales, and every next step where one is out', async () => {
    const { call, otherId, pair, merge, running, id } = await twoOnPlans();
    await call('leads.move', { ids: [otherId], move: { to: 'sql' } });
    expect(await pair()).toMatchObject({ goesOn: null, ends: { plans: ['Warm'], steps: 0 } });
    await call('leads.move', { ids: [otherId], move: { to: 'disqualified', reason: 'spam' } });
    expect(await pair()).toMatchObject({ goesOn: null, ends: { plans: ['Warm'], steps: 1 } });
    await merge();
    expect(await running()).toBeNull();
    expect(await call('nextSteps.ofLead', { leadId: id })).toEqual([]);
    await call('journal.undo', {});
    expect(await running()).toBe('Warm');
  });
});
