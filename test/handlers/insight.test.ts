// What the past says about the criteria, through the bridge: lessons, rejections traced and remedied, the bar.
import { beforeEach, describe, expect, it } from 'vitest';
import { traitKey } from '../../shared/learning.ts';
import { aTaughtWorkspace, type Taught } from '../support/taught.ts';

let taught: Taught;
beforeEach(async () => {
  taught = await aTaughtWorkspace();
});
const demo = traitKey({ kind: 'activity', typeId: 'demo-requested' });

describe('learning from the past', () => {
  it('says for each thing done how many became customers with it and without it, and opens the people', async () => {
    const { call } = taught;
    const learned = await call('insights.get', {});
    expect(learned).toMatchObject({ leads: 60, ended: 60, customers: 20, missing: null });
    const insight = learned.insights.find(({ key }) => key === demo);
    expect(insight).toMatchObject({
      text: 'Demo requested',
      with: { numerator: 18, n: 20 },
      without: { numerator: 2, n: 40 },
      says: 'more-customers',
      present: 50,
      drafted: 50,
    });
    const leads = async (group: 'with' | 'without', customersOnly: boolean) =>
      (await call('insights.leads', { key: demo, group, customersOnly })).total;
    expect(await leads('with', false)).toBe(20);
    expect(await leads('with', true)).toBe(18);
    expect(await leads('without', false)).toBe(40);
    expect(await leads('without', true)).toBe(2);
  });

  it('takes one suggestion into the draft, says so, and puts it back', async () => {
    const { call } = taught;
    const { insights } = await call('insights.get', {});
    const visits = insights.find(({ text, suggested }) => text === 'E-mail opened' && suggested !== null);
    if (!visits || visits.suggested === null) throw new Error('Nothing was suggested for opened e-mails.');
    const { key, present, suggested } = visits;
    expect(await call('insights.apply', { key, present, points: suggested })).toEqual({ draft: true });
    const { draft, changes } = await call('criteria.draft', {});
    expect(draft?.criteria.behavior.find(({ typeId }) => typeId === 'email-opened')?.points).toBe(suggested);
    expect(changes).toEqual([`E-mail opened gives ${suggested} points instead of 5.`]);
    const after = (await call('insights.get', {})).insights.find(insight => insight.key === key);
    expect(after).toMatchObject({ present: 5, drafted: suggested, suggested });
    expect(await call('insights.apply', { key, present, points: present, back: true })).toEqual({ draft: false });
    expect((await call('criteria.draft', {})).draft).toBeNull();
    await call('journal.undo', {});
    expect((await call('criteria.draft', {})).draft).not.toBeNull();
    await call('journal.undo', {});
    expect((await call('criteria.draft', {})).draft).toBeNull();
  });

  it('finds what people are, own fields too', async () => {
    const { insights } = await taught.call('insights.get', {});
    expect(insights.find(({ text }) => text === 'Industry is Software')).toMatchObject({
      with: { numerator: 16, n: 24 },
      says: 'more-customers',
    });
    expect(insights.some(({ text }) => text === 'Fleet is 2 vans')).toBe(true);
  });

  it('leaves out what a persona scores, and names it', async () => {
    const { call } = taught;
    expect((await call('insights.get', {})).ofPersonas).toEqual([]);
    const isSoftware = {
      id: 'soft',
      field: 'industry' as const,
      test: { test: 'is' as const, value: 'Software' },
      points: 30,
    };
    const persona = { label: 'Software firm', fit: [isSoftware] };
    await call('criteria.changeDraft', { changes: [{ part: 'personas', id: 'software', rule: persona }] });
    await call('criteria.publish', { jobId: 'p', reason: 'Software buys' });
    const { ofPersonas, insights } = await call('insights.get', {});
    expect(ofPersonas).toEqual(['Industry']);
    expect(insights.some(({ trait }) => trait.kind === 'attribute' && trait.field === 'industry')).toBe(false);
    expect(insights.some(({ text }) => text === 'Fleet is 2 vans')).toBe(true);
  });

  it('refuses a lesson nobody gave', async () => {
    expect(await taught.appError('insights.leads', { key: 'x', group: 'with', customersOnly: false })).toBe(
      'This suggestion no longer exists.',
    );
  });

  it('below 10 customers says what is missing and suggests nothing', async () => {
    const { call, ids } = taught;
    await call('leads.remove', { ids: ids.customers.slice(0, 11) });
    const learned = await call('insights.get', {});
    expect(learned.insights).toEqual([]);
    expect(learned.missing).toBe('Suggestions need 10 customers with recorded activities; there are 9.');
  });
});

describe('from rejection to rule', () => {
  it('names whom sales rejected, by reason, with the rules that gave the points', async () => {
    const { rejected, reasons } = await taught.call('rejections.trace', {});
    // The two who went to sales without ever being MQL were no answer.
    expect(rejected).toMatchObject({ numerator: 8, n: 26 });
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatchObject({ reason: 'too-small', manual: 0 });
    expect(reasons[0]?.leads.map(({ name }) => name).sort()).toEqual(taught.names.rejected.toSorted());
    expect(reasons[0]?.rules[0]?.what).toBe('E-mail opened');
    expect((await taught.call('rejections.trace', { to: '2026-01-01' })).reasons).toEqual([]);
  });

  it('finds the smallest changes that would have stopped them, already replayed, with what they would have cost', async () => {
    const { call, names } = taught;
    const { rejected, stillPromoted, onDraft, remedies } = await call('rejections.remedies', { reason: 'too-small' });
    expect({ rejected, stillPromoted, onDraft }).toEqual({ rejected: 8, stillPromoted: 8, onDraft: false });
    const opened = remedies.find(({ text }) => text.includes('E-mail opened') || text.includes('opened e-mail'));
    if (!opened) throw new Error('No remedy speaks of opened e-mails.');
    expect(opened.stops.leads.map(({ name }) => name).sort()).toEqual(names.rejected.toSorted());
    expect(opened.costs).toEqual({ count: 0, leads: [] });
    // What is said is what a replay of those rules says.
    await call('criteria.changeDraft', { changes: opened.changes, what: 'take a remedy' });
    const replay = await call('criteria.replay', { leads: 100 });
    expect(replay.lost.leads.map(({ name }) => name)).toEqual(expect.arrayContaining([...names.rejected]));
    const again = await call('rejections.remedies', { reason: 'too-small' });
    expect(again).toMatchObject({ rejected: 8, stillPromoted: 0, onDraft: true, remedies: [] });
  });

  it('names the customers a change would have cost', async () => {
    const { remedies } = await taught.call('rejections.remedies', { reason: 'too-small' });
    const higher = remedies.find(({ text }) => text.startsWith('Threshold'));
    for (const remedy of remedies) expect(remedy.stops.count * 2).toBeGreaterThanOrEqual(remedy.of);
    if (higher) expect(higher.costs.leads.every(({ name }) => name.startsWith('Customer'))).toBe(true);
    expect(remedies.map(({ costs }) => costs.count)).toEqual(remedies.map(({ costs }) => costs.count).toSorted());
  });
});

describe('the bar', () => {
  it('says how many MQLs were rejected and which customers never reached it', async () => {
    const { call, names } = taught;
    const bar = await call('threshold.get', {});
    expect(bar).toMatchObject({ onDraft: false, threshold: 100, inForce: 100, leads: 60, customers: 20 });
    expect(bar.rejected).toMatchObject({ numerator: 8, n: 28 });
    expect(bar.rejectedLeads.map(({ name }) => name).sort()).toEqual(names.rejected.toSorted());
    expect(bar.rejectedLeads[0]?.reason).toBe('Too small');
    expect(bar.missed).toMatchObject({ numerator: 2, n: 20 });
    expect(bar.missedLeads.map(({ name, best, why }) => ({ name, best, why }))).toEqual([
      { name: 'Customer 19', best: 35, why: 'points' },
      { name: 'Customer 18', best: 35, why: 'points' },
    ]);
    expect((await call('threshold.leads', { who: 'missed' })).rows.map(({ name }) => name).sort()).toEqual([
      'Customer 18',
      'Customer 19',
    ]);
    expect((await call('threshold.leads', { who: 'mqls' })).total).toBe(28);
  });

  it('draws for every threshold what a replay at that threshold finds', async () => {
    const { call } = taught;
    const { points, weeks, best, about, verdict } = await call('threshold.get', {});
    const { inForce } = await call('criteria.draft', {});
    for (const threshold of [20, 60, 100, 120]) {
      const replay = await call('criteria.replay', { criteria: { ...inForce.criteria, threshold } });
      const point = points.find(one => one.threshold === threshold);
      expect(point?.customers).toBe(replay.draft.customersCaught.numerator);
      expect((point?.mqlsPerWeek ?? 0) * weeks).toBeCloseTo(replay.draft.mqls, 6);
    }
    if (best === null || about === null) throw new Error('Twenty customers say nothing.');
    expect(about.from).toBeLessThanOrEqual(best);
    expect(about.to).toBeGreaterThanOrEqual(best);
    expect(verdict).toBe(100 < about.from ? 'too-low' : 100 > about.to ? 'too-high' : 'about-right');
  });

  it('is the draft’s where there is a draft', async () => {
    const { call } = taught;
    await call('criteria.changeDraft', { changes: [{ part: 'limits', limits: { threshold: 200, minimumFit: 500 } }] });
    const bar = await call('threshold.get', {});
    expect(bar).toMatchObject({ onDraft: true, threshold: 200, inForce: 100, missed: { numerator: 20, n: 20 } });
    expect(new Set(bar.missedLeads.map(({ why }) => why))).toEqual(new Set(['fit']));
  });
});
