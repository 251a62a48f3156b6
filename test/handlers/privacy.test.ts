// Restrictions, consent, what is handed over about a person, and the retention review.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import { aFolder, aWorkspace, migrationsFolder, monday, type TestWorkspace } from '../support/workspace.ts';

const day = 86_400_000;

/** An MQL by score, and a lead with an e-mail address. */
async function someLeads() {
  const workspace = aWorkspace();
  const { call } = workspace;
  const add = async (firstName: string) =>
    (
      await call('leads.create', {
        attributes: { firstName, lastName: 'Lee', email: `${firstName.toLowerCase()}@x.org` },
      })
    ).id;
  const [ann, bo] = [await add('Ann'), await add('Bo')];
  const interest = async (id: string) => {
    for (const typeId of ['demo-requested', 'pricing-page-visit', 'pricing-page-visit'])
      await call('activities.log', { leadIds: [id], typeId });
  };
  return { ...workspace, ann, bo, interest };
}

const forbid = ({ call }: TestWorkspace, id: string, what: 'doNotContact' | 'doNotScore') =>
  call('privacy.setLead', { id, change: { [what]: 'Asked by phone' } });

describe('"do not score"', () => {
  it('takes the score away on the lead page, in the list and in filters, and says why', async () => {
    const workspace = await someLeads();
    const { call, ann } = workspace;
    await call('activities.log', { leadIds: [ann], typeId: 'website-visit' });
    expect((await call('leads.get', { id: ann })).score.total).toBeGreaterThan(0);
    await forbid(workspace, ann, 'doNotScore');
    const { score } = await call('leads.get', { id: ann });
    expect(score).toMatchObject({
      total: 0,
      possible: 0,
      lines: [],
      missing: [],
      blockedBy: 'Not scored: Asked by phone',
    });
    const { rows } = await call('leads.list', {});
    expect(rows.find(({ id }) => id === ann)?.score).toMatchObject({
      total: 0,
      blockedBy: 'Not scored: Asked by phone',
    });
    workspace.reopen();
    const after = await workspace.call('leads.list', {});
    expect(after.rows.find(({ id }) => id === ann)?.score.total).toBe(0);
  });

  it('never makes an MQL: not by activities, not by other criteria, not by an import', async () => {
    const workspace = await someLeads();
    const { call, ann, bo, interest } = workspace;
    await forbid(workspace, ann, 'doNotScore');
    await interest(ann);
    await interest(bo);
    const source = { kind: 'pasted' as const, text: 'E-mail;Job title\nann@x.org;Owner\nbo@x.org;Owner' };
    const { mapping } = await call('imports.read', { jobId: 'a', source });
    await call('imports.run', { jobId: 'b', source, mapping: { ...mapping, policy: 'overwrite' } });
    const stage = async (id: string) => (await call('leads.get', { id })).lead.stage;
    expect([await stage(ann), await stage(bo)]).toEqual(['lead', 'mql']);
  });

  it('is undone like everything else, and the score is there again', async () => {
    const workspace = await someLeads();
    const { call, ann } = workspace;
    await call('activities.log', { leadIds: [ann], typeId: 'website-visit' });
    const before = (await call('leads.get', { id: ann })).score;
    await forbid(workspace, ann, 'doNotScore');
    expect((await call('journal.undo', {})).label).toBe('do not score');
    expect((await call('leads.get', { id: ann })).score).toEqual(before);
  });
});

describe('"do not contact"', () => {
  it('says no to contact, and neither an edit nor an import says yes again', async () => {
    const workspace = await someLeads();
    const { call, ann } = workspace;
    await forbid(workspace, ann, 'doNotContact');
    const consent = async () => (await call('leads.get', { id: ann })).lead.consent;
    expect(await consent()).toBe('no');
    await call('leads.update', { id: ann, attributes: { consent: 'yes' } });
    expect(await consent()).toBe('no');
    const source = { kind: 'pasted' as const, text: 'E-mail;Consent\nann@x.org;yes' };
    const { mapping } = await call('imports.read', { jobId: 'a', source });
    await call('imports.run', { jobId: 'b', source, mapping: { ...mapping, policy: 'overwrite' } });
    expect(await consent()).toBe('no');
    await call('privacy.setLead', { id: ann, change: { doNotContact: null, consent: 'yes' } });
    expect(await consent()).toBe('yes');
  });

  it('ends the nurture plan, refuses another, and nothing of it is due in Today', async () => {
    const workspace = await someLeads();
    const { call, appError, ann, bo } = workspace;
    const touches = [{ id: null, day: 0, label: 'Guide', subject: 'Hello', body: 'Hello {{first name}}' }];
    const plan = (await call('nurture.savePlan', { id: null, label: 'Keep warm', archived: false, touches })).id;
    await call('nurture.start', { leadIds: [ann, bo], planId: plan });
    for (const id of [ann, bo])
      await call('leads.move', { ids: [id], move: { to: 'nurture', until: '2026-06-01', reason: null, planId: plan } });
    const due = async () => {
      const { touches: list, nurture } = await call('today.get', {});
      return [...list, ...nurture.map(row => ({ row }))].map(({ row }) => row.name).sort();
    };
    expect(await due()).toContain('Ann Lee');
    await forbid(workspace, ann, 'doNotContact');
    expect(new Set(await due())).toEqual(new Set(['Bo Lee']));
    expect(await appError('nurture.start', { leadIds: [ann], planId: plan })).toBe(
      'Ann Lee asked not to be contacted and cannot be added to a plan.',
    );
  });

  it('stays when two records become one, whichever had it', async () => {
    for (const restricted of ['ann', 'bo'] as const) {
      const workspace = await someLeads();
      const { call, ann, bo } = workspace;
      await forbid(workspace, workspace[restricted], 'doNotContact');
      await forbid(workspace, workspace[restricted], 'doNotScore');
      await call('duplicates.merge', { id: ann, otherId: bo, attributes: { consent: 'yes' }, customValues: {} });
      const privacy = await call('privacy.ofLead', { id: ann });
      expect(privacy).toMatchObject({ doNotContact: 'Asked by phone', doNotScore: 'Asked by phone', consent: 'no' });
    }
  });

  it('goes into files for other programs as unsubscribed', async () => {
    const folder = aFolder();
    const workspace = await someLeads();
    await forbid(workspace, workspace.ann, 'doNotContact');
    workspace.app().close();
    const path = join(folder, 'leads.csv');
    const app = makeApp({
      file: workspace.file,
      migrationsFolder,
      now: () => monday,
      deviceId: 'test',
      saveAs: async () => path,
    });
    const result = await app.call('exports.save', {
      jobId: 'a',
      what: 'leads',
      as: 'zoho',
      kind: 'csv',
      who: null,
    });
    app.close();
    expect(result).toMatchObject({ ok: true });
    const [header = '', ...lines] = readFileSync(path, 'utf8').split(/\r?\n/);
    const column = header.split(',').findIndex(name => /opt.?out/i.test(name));
    expect(lines.filter(Boolean).map(line => [line.includes('Ann'), line.split(',')[column]])).toEqual([
      [true, 'true'],
      [false, 'false'],
    ]);
  });
});

describe('consent', () => {
  it('is kept with day, source and wording, and undone', async () => {
    const { call, ann } = await someLeads();
    const change = {
      consent: 'yes',
      consentOn: '2026-05-03',
      consentSource: 'Spring fair, paper form',
      consentWording: 'You may write to me about offers.',
      legalBasis: 'consent',
    } as const;
    await call('privacy.setLead', { id: ann, change });
    expect(await call('privacy.ofLead', { id: ann })).toMatchObject(change);
    expect((await call('journal.undo', {})).label).toBe('edit consent');
    expect(await call('privacy.ofLead', { id: ann })).toMatchObject({ consent: 'unknown', consentOn: null });
  });
});

describe('everything about a person', () => {
  it('is saved as data, with the score and what it is made of, and where it came from', async () => {
    const folder = aFolder();
    const workspace = await someLeads();
    await workspace.interest(workspace.ann);
    await workspace.call('activities.log', { leadIds: [workspace.ann], typeId: 'call-made', note: 'Wants a price' });
    workspace.app().close();
    const path = join(folder, 'person.json');
    const app = makeApp({
      file: workspace.file,
      migrationsFolder,
      now: () => monday,
      deviceId: 't',
      saveAs: async () => path,
    });
    expect(await app.call('privacy.savePerson', { id: workspace.ann, format: 'json' })).toEqual({
      ok: true,
      value: { path },
    });
    app.close();
    const data = JSON.parse(readFileSync(path, 'utf8'));
    expect(data).toMatchObject({
      lead: { firstName: 'Ann', email: 'ann@x.org', stage: 'mql' },
      privacy: { doNotContact: null, legalBasis: null },
      source: null,
      receipts: [{ receipt: { because: expect.any(String) } }],
    });
    expect(data.activities).toHaveLength(4);
    expect(data.score.lines.reduce((sum: number, line: { points: number }) => sum + line.points, 0)).toBe(
      data.score.total,
    );
  });

  it('reads in sections, and says how the score works', async () => {
    const { call, ann, interest } = await someLeads();
    await interest(ann);
    const { title, sections } = await call('privacy.person', { id: ann });
    expect(title).toBe('Data about Ann Lee');
    expect(sections.map(section => section.title)).toEqual([
      'Details',
      'Source',
      'Consent and restrictions',
      'Score',
      'Activities',
      'Stages',
    ]);
    expect(sections.find(section => section.title === 'Score')?.rows.at(-1)?.value).toMatch(
      /nothing is decided by the score alone/,
    );
  });

  it('is nowhere when no place was chosen', async () => {
    const workspace = await someLeads();
    expect(await workspace.call('privacy.savePerson', { id: workspace.ann, format: 'json' })).toEqual({ path: null });
    expect(existsSync('null')).toBe(false);
  });
});

describe('the retention review', () => {
  it('lists leads without activity for as long as the owner says, and never deletes one', async () => {
    const workspace = await someLeads();
    const { call, clock, ann, bo } = workspace;
    expect(await call('privacy.retention', {})).toEqual({ months: null, rows: [] });
    await call('settings.update', { retentionMonths: 12 });
    clock.now = monday + 200 * day;
    await call('activities.log', { leadIds: [bo], typeId: 'call-made' });
    clock.now = monday + 364 * day;
    expect((await call('privacy.retention', {})).rows).toEqual([]);
    clock.now = monday + 367 * day;
    expect((await call('privacy.retention', {})).rows).toEqual([{ id: ann, name: 'Ann Lee', lastAt: monday }]);
    await call('privacy.keep', { ids: [ann], until: '2028-01-01' });
    expect((await call('privacy.retention', {})).rows).toEqual([]);
    clock.now = Date.UTC(2028, 0, 2, 9);
    expect((await call('privacy.retention', {})).rows.map(({ name }) => name)).toEqual(['Ann Lee', 'Bo Lee']);
    expect((await call('workspace.get', {})).leadCount).toBe(2);
  });
});

describe('the record of processing', () => {
  it('is filled in as far as the workspace knows, and says what is missing', async () => {
    const { call } = await someLeads();
    const text = async () => JSON.stringify(await call('privacy.record', {}));
    expect(await text()).toContain('Not filled in yet.');
    expect(await text()).toContain('No retention rule is set.');
    const { settings } = await call('workspace.get', {});
    await call('settings.update', {
      retentionMonths: 24,
      processing: { ...settings.processing, controller: 'Mill and Sons, Graz', contact: 'ann@mill.example' },
    });
    expect(await text()).toContain('Mill and Sons, Graz');
    expect(await text()).toContain('Reviewed after 24 months without activity.');
  });
});
