// The draft, the versions, publishing and replay, without a window.

import { describe, expect, it } from 'vitest';
import type { Reader } from '../../electron/db/file/handle.ts';
import { earlyLeads, leadsAfter } from '../../electron/db/tables/leads.ts';
import { receiptsOf, stageChangesOf } from '../../electron/db/tables/stage-changes.ts';
import { defaultCriteria } from '../../electron/domain/scoring/defaults.ts';
import { firstPromotion, promotionAt } from '../../electron/domain/scoring/promotion.ts';
import { explainScore } from '../../electron/domain/scoring/score.ts';
import { subjectOf } from '../../electron/services/subjects.ts';
import type { Criteria } from '../../shared/criteria.ts';
import { criteriaChanges } from '../../shared/criteria-change.ts';
import { dayMs } from '../../shared/dates.ts';
import { contentHash } from '../support/content.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

/** What a change of the threshold alone sends. */
const atThreshold = (threshold: number) => ({ changes: [{ part: 'limits', limits: { threshold } } as const] });
const at = (threshold: number): Criteria => ({ ...defaultCriteria, threshold });

const listedLead = async ({ call }: TestWorkspace, firstName: string, ...did: string[]): Promise<string> => {
  const { id } = await call('leads.create', { attributes: { firstName } });
  for (const typeId of did) await call('activities.log', { leadIds: [id], typeId });
  return id;
};
const stageOf = async ({ call }: TestWorkspace, id: string) => (await call('leads.get', { id })).lead.stage;
const draftOf = ({ call }: TestWorkspace) => call('criteria.draft', {});
const makeDraft = async ({ call }: TestWorkspace, criteria: Criteria) => {
  const { draft, inForce } = await call('criteria.draft', {});
  await call('criteria.changeDraft', { changes: criteriaChanges((draft ?? inForce).criteria, criteria) });
};
const publish = async (workspace: TestWorkspace, criteria: Criteria, reason = 'It is time') => {
  const { call } = workspace;
  await makeDraft(workspace, criteria);
  return call('criteria.publish', { jobId: 'publish', reason });
};

describe('a draft', () => {
  it('is there from the first change on, knows what it was begun from, and says in words what it changes', async () => {
    const workspace = aWorkspace();
    expect(await draftOf(workspace)).toMatchObject({ draft: null, basedOn: 1, changes: [] });
    await workspace.call('criteria.changeDraft', atThreshold(80));
    expect(await draftOf(workspace)).toMatchObject({
      draft: { number: 2, publishedAt: null },
      basedOn: 1,
      changes: ['Threshold 80 instead of 100.'],
    });
  });

  it('is gone when it says again what is in force, and when it is discarded; both can be undone', async () => {
    const workspace = aWorkspace();
    await workspace.call('criteria.changeDraft', atThreshold(80));
    expect(await workspace.call('criteria.changeDraft', atThreshold(100))).toEqual({ draft: false });
    expect((await draftOf(workspace)).draft).toBeNull();
    await workspace.call('journal.undo', {});
    expect((await draftOf(workspace)).draft?.criteria.threshold).toBe(80);
    await workspace.call('criteria.discardDraft', {});
    expect((await draftOf(workspace)).draft).toBeNull();
    await workspace.call('journal.undo', {});
    expect((await draftOf(workspace)).draft?.criteria.threshold).toBe(80);
  });

  it('promotes nobody and changes no score before it is published', async () => {
    const workspace = aWorkspace();
    const id = await listedLead(workspace, 'Ada', 'demo-requested');
    await workspace.call('criteria.changeDraft', atThreshold(40));
    await workspace.call('activities.log', { leadIds: [id], typeId: 'email-opened' });
    expect(await stageOf(workspace, id)).toBe('lead');
    expect((await workspace.call('leads.get', { id })).score.threshold).toBe(100);
  });

  it('is refused when a rule of it can never be met, or two cannot be told apart', async () => {
    const { appError } = aWorkspace();
    const fitRule = (id: string, from: number) => {
      const rule = { field: 'companySize', test: { test: 'between', from, to: 2 }, points: 5 } as const;
      return { changes: [{ part: 'fit', id, rule } as const] };
    };
    expect(await appError('criteria.changeDraft', fitRule('x', 9))).toContain('must not be larger');
    const taken = defaultCriteria.behavior[0]?.id ?? '';
    expect(await appError('criteria.changeDraft', fitRule(taken, 1))).toContain('same id');
  });

  it('keeps both of two changes that were made at the same sight of it', async () => {
    const { call } = aWorkspace();
    const [one, other] = defaultCriteria.behavior;
    const points = (id = '', points = 0) => ({ changes: [{ part: 'behavior', id, rule: { points } } as const] });
    await Promise.all([
      call('criteria.changeDraft', points(one?.id, 7)),
      call('criteria.changeDraft', points(other?.id, 8)),
      call('criteria.changeDraft', { changes: [{ part: 'limits', limits: { minimumFit: 9 } }] }),
    ]);
    const { draft } = await call('criteria.draft', {});
    expect(draft?.criteria).toEqual({
      ...defaultCriteria,
      behavior: defaultCriteria.behavior.map(rule =>
        rule.id === one?.id ? { ...rule, points: 7 } : rule.id === other?.id ? { ...rule, points: 8 } : rule,
      ),
      minimumFit: 9,
    });
  });

  it('says so when a rule that is changed is not in it any more, and changes nothing', async () => {
    const { call, appError } = aWorkspace();
    const id = defaultCriteria.behavior[0]?.id ?? '';
    await call('criteria.changeDraft', { changes: [{ part: 'behavior', id, rule: null }] });
    const late = { changes: [{ part: 'behavior', id, rule: { points: 3 } } as const] };
    expect(await appError('criteria.changeDraft', late)).toContain('no longer in the draft');
  });
});

/** What lists and the board are sorted and filtered by. */
async function cachedScores(workspace: TestWorkspace) {
  await workspace.call('leads.list', {});
  return workspace.app().reader.all<object>('SELECT * FROM temp.score_cache ORDER BY seq');
}

describe('publishing', () => {
  it('leaves every list as it would be found after a restart, and so do the days and undo', async () => {
    const workspace = aWorkspace();
    const said = ['website-visit', 'demo-requested', 'email-opened', 'unsubscribed', 'content-downloaded'];
    for (let i = 0; i < 12; i++) await listedLead(workspace, `Lead ${i}`, ...said.slice(i % 3, (i % 5) + 1));
    const asAfterRestart = async () => {
      const now = await cachedScores(workspace);
      workspace.reopen();
      expect(now).toEqual(await cachedScores(workspace));
      return JSON.stringify(now);
    };
    const before = await asAfterRestart();
    const behavior = defaultCriteria.behavior.map(rule => ({ ...rule, points: rule.points * 2, halfLifeDays: 10 }));
    const { promoted } = await publish(workspace, { ...at(90), behavior });
    expect(promoted).toBeGreaterThan(0);
    const after = await asAfterRestart();
    expect(after).not.toBe(before);
    workspace.clock.now += 20 * dayMs;
    expect(await asAfterRestart()).not.toBe(after);
    await workspace.call('journal.undo', {});
    expect(await asAfterRestart()).not.toBe(after);
  });

  it('finds the stage of those it would promote from their ids, however many leads there are', async () => {
    const { reader } = aWorkspace().app();
    const plans: string[] = [];
    const watched: Reader = {
      ...reader,
      raw: (sql, params) => {
        plans.push(...reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params).map(({ detail }) => detail));
        return reader.raw(sql, params);
      },
    };
    earlyLeads(watched, ['one', 'two']);
    expect(plans).toEqual([
      expect.stringMatching(/^SCAN wanted VIRTUAL TABLE/),
      expect.stringMatching(/^SEARCH l USING INDEX \S+ \(id=\?\)$/),
      expect.any(String),
    ]);
  });

  it('names beforehand exactly those whom it promotes, and writes them receipts that name the version and add up', async () => {
    const workspace = aWorkspace();
    const ada = await listedLead(workspace, 'Ada', 'demo-requested', 'pricing-page-visit');
    const bo = await listedLead(workspace, 'Bo', 'demo-requested');
    const cy = await listedLead(workspace, 'Cy', 'email-opened');
    workspace.clock.now += dayMs;
    await workspace.call('criteria.changeDraft', atThreshold(50));
    const before = await workspace.call('criteria.promotions', {});
    expect(before).toMatchObject({ number: 2, count: 2 });
    expect(before.leads.map(({ name, score }) => [name, score])).toEqual([
      ['Ada', 75],
      ['Bo', 50],
    ]);
    expect(await workspace.call('criteria.publish', { jobId: 'p', reason: 'Sales has room' })).toEqual({
      number: 2,
      promoted: 2,
    });
    expect([await stageOf(workspace, ada), await stageOf(workspace, bo), await stageOf(workspace, cy)]).toEqual([
      'mql',
      'mql',
      'lead',
    ]);
    const { receipts, lead } = await workspace.call('leads.get', { id: bo });
    expect(receipts).toHaveLength(1);
    expect(receipts[0]?.receipt).toMatchObject({
      criteriaNumber: 2,
      at: workspace.clock.now,
      total: 50,
      threshold: 50,
    });
    expect(receipts[0]?.receipt.lines.reduce((sum, line) => sum + line.points, 0)).toBe(50);
    expect(lead.stageSince).toBe(workspace.clock.now);
    expect(await draftOf(workspace)).toMatchObject({ draft: null, inForce: { number: 2, reason: 'Sales has room' } });
  });

  it('demotes nobody, and looks at nobody who came back from sales', async () => {
    const workspace = aWorkspace();
    const mql = await listedLead(workspace, 'Ada', 'demo-requested', 'demo-requested');
    const back = await listedLead(workspace, 'Bo', 'demo-requested', 'demo-requested');
    await workspace.call('leads.move', { ids: [back], move: { to: 'lead' } });
    expect(await publish(workspace, at(500))).toEqual({ number: 2, promoted: 0 });
    expect(await stageOf(workspace, mql)).toBe('mql');
    expect(await publish(workspace, at(50))).toEqual({ number: 3, promoted: 0 });
    expect(await stageOf(workspace, back)).toBe('lead');
  });

  it('is one step that is undone, and done again whole', async () => {
    const workspace = aWorkspace();
    for (let one = 0; one < 8; one++) await listedLead(workspace, `Person ${one}`, 'demo-requested');
    await workspace.call('criteria.changeDraft', atThreshold(50));
    const { reader } = workspace.app();
    const before = contentHash(reader);
    await workspace.call('criteria.publish', { jobId: 'p', reason: 'Why not' });
    const after = contentHash(reader);
    expect(after).not.toBe(before);
    expect(await workspace.call('journal.undo', {})).toEqual({ label: 'publish version 2 of the criteria' });
    expect(contentHash(reader)).toBe(before);
    const { rows } = await workspace.call('leads.list', { stages: ['lead'] });
    expect(rows.map(row => row.score.threshold)).toEqual(rows.map(() => 100));
    await workspace.call('journal.redo', {});
    expect(contentHash(reader)).toBe(after);
    expect((await workspace.call('leads.list', { stages: ['mql'] })).total).toBe(8);
  });

  it('that is stopped leaves everything as it was', async () => {
    const workspace = aWorkspace();
    for (let one = 0; one < 3; one++) await listedLead(workspace, `Person ${one}`, 'demo-requested');
    await workspace.call('criteria.changeDraft', atThreshold(50));
    const before = contentHash(workspace.app().reader);
    await workspace.call('criteria.cancel', { jobId: 'p' });
    expect(await workspace.appError('criteria.publish', { jobId: 'p', reason: 'Why' })).toContain('were not changed');
    expect(contentHash(workspace.app().reader)).toBe(before);
  });

  it('of rules on a fact nobody looked at before scores by it at once', async () => {
    const workspace = aWorkspace();
    const id = (await workspace.call('leads.create', { attributes: { firstName: 'Ada', country: 'Austria' } })).id;
    const fit = [{ id: 'at', field: 'country', test: { test: 'is', value: 'austria' }, points: 60 }] as const;
    await publish(workspace, { ...at(50), fit: [...fit] });
    expect(await stageOf(workspace, id)).toBe('mql');
    const { rows } = await workspace.call('leads.list', {});
    expect(rows[0]?.score.fit).toBe(60);
  });

  it('needs a draft and a reason', async () => {
    const workspace = aWorkspace();
    expect(await workspace.appError('criteria.publish', { jobId: 'p', reason: 'Why' })).toContain('no draft');
    await workspace.call('criteria.changeDraft', atThreshold(50));
    expect(await workspace.appError('criteria.publish', { jobId: 'p', reason: '  ' })).toContain('Enter a reason');
  });
});

describe('versions', () => {
  it('are listed with what each changed, can be read for good, and compared two by two', async () => {
    const workspace = aWorkspace();
    await publish(workspace, at(80), 'Too few');
    const visits = at(80).behavior.map(rule => (rule.typeId === 'website-visit' ? { ...rule, points: 3 } : rule));
    await publish(workspace, { ...at(80), behavior: visits }, 'Visits say little');
    const versions = await workspace.call('criteria.versions', {});
    expect(versions.map(({ number, reason, changes }) => [number, reason, changes])).toEqual([
      [3, 'Visits say little', ['Website visit gives 3 points instead of 10.']],
      [2, 'Too few', ['Threshold 80 instead of 100.']],
      [1, 'Default criteria', []],
    ]);
    const [newest, , oldest] = versions;
    const both = { from: oldest?.id ?? '', to: newest?.id ?? '' };
    expect((await workspace.call('criteria.compare', both)).changes).toHaveLength(2);
    expect((await workspace.call('criteria.version', { number: 1 })).version.criteria).toEqual(defaultCriteria);
    await makeDraft(workspace, at(60));
    const draft = (await draftOf(workspace)).draft?.id ?? '';
    expect((await workspace.call('criteria.compare', { from: oldest?.id ?? '', to: draft })).changes).toEqual([
      'Threshold 60 instead of 100.',
    ]);
  });

  it('are what every receipt says: replaying each version over its reign gives the receipts, and no others', async () => {
    const workspace = aWorkspace();
    const { call, clock } = workspace;
    const fading = at(60).behavior.map(rule => ({ ...rule, halfLifeDays: 20 }));
    const plan: readonly (Criteria | null)[] = [null, { ...at(60), behavior: fading }, at(120), null, at(45)];
    const types = ['email-opened', 'website-visit', 'pricing-page-visit', 'demo-requested', 'unsubscribed'];
    const ids: string[] = [];
    for (let one = 0; one < 12; one++)
      ids.push((await call('leads.create', { attributes: { firstName: `P${one}` } })).id);
    let roll = 7;
    const next = (below: number) => {
      roll = (roll * 1103515245 + 12345) % 2147483648;
      return Math.floor((roll / 2147483648) * below);
    };
    for (const criteria of plan) {
      clock.now += dayMs;
      if (criteria) await publish(workspace, criteria);
      for (let step = 0; step < 14; step++) {
        clock.now += next(6) * dayMs + 1;
        await call('activities.log', { leadIds: [ids[next(12)] ?? ''], typeId: types[next(5)] ?? '' });
      }
    }
    const versions = (await call('criteria.versions', {})).toReversed();
    const { reader } = workspace.app();
    let proved = 0;
    for (const lead of leadsAfter(reader, '', 100)) {
      const subject = subjectOf(reader, lead);
      const expected = versions.flatMap(({ criteria, number, publishedAt }, index) => {
        const until = (versions[index + 1]?.publishedAt ?? clock.now + 1) - 1;
        const from = number === 1 ? Number.NEGATIVE_INFINITY : (publishedAt ?? 0);
        const found =
          (number > 1 ? promotionAt(criteria, subject, from) : null) ??
          firstPromotion(criteria, subject, { eligibleSince: from, until });
        return found ? [{ at: found.at, number, total: explainScore(criteria, subject, found.at).total }] : [];
      })[0];
      const [receipt] = receiptsOf(reader, lead.id).map(stored => stored.receipt);
      expect(receipt && { at: receipt.at, number: receipt.criteriaNumber, total: receipt.total }).toEqual(expected);
      if (receipt) proved++;
      expect(stageChangesOf(reader, lead.id).filter(({ cause }) => cause === 'score')).toHaveLength(receipt ? 1 : 0);
    }
    expect(proved).toBeGreaterThan(5);
  });
});

describe('a replay', () => {
  it('of a lower threshold gains people by name, with what became of them, and costs the scores nothing', async () => {
    const workspace = aWorkspace();
    const bo = await listedLead(workspace, 'Bo', 'demo-requested');
    const ada = await listedLead(workspace, 'Ada', 'demo-requested', 'demo-requested');
    workspace.clock.now += dayMs;
    await workspace.call('leads.move', { ids: [ada], move: { to: 'customer', amount: 100 } });
    const result = await workspace.call('criteria.replay', { criteria: at(50) });
    expect(result.gained).toMatchObject({ count: 1, leads: [{ leadId: bo, name: 'Bo', became: 'nothing-yet' }] });
    expect(result.lost.count).toBe(0);
    expect(result.draft).toMatchObject({ mqls: 2, toCustomer: { numerator: 1, n: 2 } });
    expect(result.actual).toMatchObject({ mqls: 1, toCustomer: { numerator: 1, n: 1 } });
    expect(result.weeks.map(({ draft, actual }) => [draft, actual])).toEqual([[2, 1]]);
    const higher = await workspace.call('criteria.replay', { criteria: at(150) });
    expect(higher.lost.leads).toMatchObject([{ leadId: ada, became: 'customer' }]);
    expect(higher.gained.count).toBe(0);
    expect((await workspace.call('leads.get', { id: bo })).score.threshold).toBe(100);
  });

  it('held against the rules in force is empty for them, and names who differs for others', async () => {
    const workspace = aWorkspace();
    const { id } = await workspace.call('leads.create', { attributes: { firstName: 'By hand' } });
    await workspace.call('leads.move', { ids: [id], move: { to: 'mql' } });
    await listedLead(workspace, 'Bo', 'demo-requested');
    const same = await workspace.call('criteria.replay', { against: 'in-force' });
    expect([same.gained.count, same.lost.count]).toEqual([0, 0]);
    expect((await workspace.call('criteria.replay', {})).lost.leads.map(({ name }) => name)).toEqual(['By hand']);
    const lower = await workspace.call('criteria.replay', { criteria: at(50), against: 'in-force' });
    expect(lower.gained.leads.map(({ name }) => name)).toEqual(['Bo']);
  });

  it('sees what was logged a moment ago, and facts its rules ask about for the first time', async () => {
    const workspace = aWorkspace();
    const id = await listedLead(workspace, 'Ada', 'demo-requested');
    const fit = [{ id: 'x', field: 'industry', test: { test: 'is', value: 'joinery' }, points: 30 }] as const;
    const rules: Criteria = { ...at(80), fit: [...fit] };
    expect((await workspace.call('criteria.replay', { criteria: rules })).draft.mqls).toBe(0);
    await workspace.call('leads.update', { id, attributes: { industry: 'Joinery' } });
    expect((await workspace.call('criteria.replay', { criteria: rules })).draft.mqls).toBe(1);
    await listedLead(workspace, 'Bo', 'demo-requested', 'demo-requested');
    expect((await workspace.call('criteria.replay', { criteria: rules })).draft.mqls).toBe(2);
  });

  it('asked many times at once, and while things change, answers each as if it were alone', async () => {
    const workspace = aWorkspace();
    for (let one = 0; one < 6; one++) await listedLead(workspace, `P${one}`, ...Array(one).fill('pricing-page-visit'));
    const thresholds = [20, 50, 75, 100, 125, 30, 60];
    const alone = [];
    for (const threshold of thresholds)
      alone.push((await workspace.call('criteria.replay', { criteria: at(threshold) })).draft.mqls);
    const together = await Promise.all(
      thresholds.map(threshold => workspace.call('criteria.replay', { criteria: at(threshold) })),
    );
    expect(alone).toEqual([5, 4, 3, 2, 1, 4, 3]);
    expect(together.map(({ draft }) => draft.mqls)).toEqual(alone);
    const [answer] = await Promise.all([
      workspace.call('criteria.replay', { criteria: at(20) }),
      listedLead(workspace, 'Late', 'pricing-page-visit'),
    ]);
    expect([alone[0], (alone[0] ?? 0) + 1]).toContain(answer.draft.mqls);
    expect((await workspace.call('criteria.replay', { criteria: at(20) })).draft.mqls).toBe((alone[0] ?? 0) + 1);
  });
});

describe('points by hand', () => {
  it('are a line like any other, promote, and are taken back', async () => {
    const workspace = aWorkspace();
    const id = await listedLead(workspace, 'Ada', 'demo-requested');
    await workspace.call('leads.adjustScore', { id, points: 20, reason: 'Met at the fair' });
    const one = await workspace.call('leads.get', { id });
    expect(one.score.total).toBe(70);
    expect(one.score.lines.at(-1)).toMatchObject({ part: 'hand', points: 20, note: 'Met at the fair' });
    expect(await workspace.call('leads.adjustScore', { id, points: 30, reason: 'Asked for an offer' })).toEqual({
      promoted: true,
    });
    const two = await workspace.call('leads.get', { id });
    expect(two.lead.stage).toBe('mql');
    expect(two.receipts[0]?.receipt.lines.filter(({ part }) => part === 'hand')).toHaveLength(2);
    await workspace.call('leads.removeAdjustment', { id, pointsId: two.scoreAdjustments[1]?.id ?? '' });
    const three = await workspace.call('leads.get', { id });
    expect(three.score.total).toBe(70);
    expect(three.receipts[0]?.receipt.total).toBe(100);
    await workspace.call('journal.undo', {});
    expect((await workspace.call('leads.get', { id })).score.total).toBe(100);
  });

  it('and never MQL: a mark with a reason stands against any score until it is taken back', async () => {
    const workspace = aWorkspace();
    const id = await listedLead(workspace, 'Ada');
    await workspace.call('leads.setMqlExclusion', { id, reason: 'Sells to us' });
    await workspace.call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
    await workspace.call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
    const held = await workspace.call('leads.get', { id });
    expect(held.score).toMatchObject({ total: 100, blockedBy: 'Never an MQL: Sells to us' });
    expect(held.lead.stage).toBe('lead');
    expect(await workspace.call('leads.setMqlExclusion', { id, reason: null })).toEqual({ promoted: true });
    expect(await stageOf(workspace, id)).toBe('mql');
  });
});
