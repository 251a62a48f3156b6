// Touches: an activity keeps its campaign and content, by hand and by import; filter, export and the person's file show them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import type { Condition } from '../../shared/lead-filter.ts';
import { contentOf } from '../support/content.ts';
import { aFolder, aWorkspace, migrationsFolder, monday, type TestWorkspace } from '../support/workspace.ts';

const fair = { id: null, channelId: 'trade-show', label: 'Spring fair', startsOn: null, endsOn: null, archived: false };

const add = async ({ call }: TestWorkspace, firstName: string) =>
  (await call('leads.create', { attributes: { firstName, email: `${firstName.toLowerCase()}@mill.example` } })).id;

const touchesOf = async ({ call }: TestWorkspace, id: string) =>
  (await call('leads.get', { id })).activities.map(({ campaignId, content }) => [campaignId, content]);

async function importText({ call }: TestWorkspace, text: string) {
  const source = { kind: 'pasted', text } as const;
  const { mapping } = await call('imports.read', { jobId: 'r', source });
  return { mapping, done: await call('imports.run', { jobId: 'x', source, mapping }) };
}

describe('by hand', () => {
  it('campaign and content are kept, changed, and undone', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const campaign = (await call('campaigns.save', fair)).id;
    const id = await add(workspace, 'Ada');
    const touch = { campaignId: campaign, content: ' Stair guide ' };
    const [activity = ''] = (await call('activities.log', { leadIds: [id], typeId: 'content-downloaded', ...touch }))
      .ids;
    expect(await touchesOf(workspace, id)).toEqual([[campaign, 'Stair guide']]);
    await call('activities.update', { id: activity, content: 'Door guide' });
    expect(await touchesOf(workspace, id)).toEqual([[campaign, 'Door guide']]);
    await call('activities.update', { id: activity, campaignId: null });
    expect(await touchesOf(workspace, id)).toEqual([[null, 'Door guide']]);
    await call('journal.undo', {});
    await call('journal.undo', {});
    expect(await touchesOf(workspace, id)).toEqual([[campaign, 'Stair guide']]);
  });

  it('one spelling of content is kept, whatever is typed, for one or many, in a line or a list', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const [ada, bo] = [await add(workspace, 'Ada'), await add(workspace, 'Bo')];
    const type = { typeId: 'content-downloaded' };
    await call('activities.log', { leadIds: [ada], ...type, content: 'Stair Guide' });
    await call('bulkLog.save', { leads: [{ id: bo }], ...type, content: 'stair guide' });
    const who = { by: 'ids' as const, ids: [ada, bo] };
    await call('bulk.run', { jobId: 'b', who, action: { do: 'log', ...type, content: 'STAIR GUIDE' } });
    const attributes = { firstName: null, lastName: null, company: null, email: null, phone: null };
    const people = [ada, bo].map(id => ({ id, attributes }));
    await call('activities.logLine', { people, activity: type, content: 'stair guide' });
    await call('activities.log', { leadIds: [ada], ...type, content: 'Attic plan' });
    expect(await call('activities.contents', {})).toEqual(['Attic plan', 'Stair Guide']);
    expect(await touchesOf(workspace, bo)).toEqual(Array(3).fill([null, 'Stair Guide']));
  });

  it('capitals of content can be corrected, and capitals of no script make another one', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const [ada, bo] = [await add(workspace, 'Ada'), await add(workspace, 'Bo')];
    const log = async (leadIds: string[], content: string) =>
      (await call('activities.log', { leadIds, typeId: 'content-downloaded', content })).ids[0] ?? '';
    const mine = await log([ada], 'größentabelle');
    await call('activities.update', { id: mine, content: 'Größentabelle' });
    expect(await touchesOf(workspace, ada)).toEqual([[null, 'Größentabelle']]);
    for (const content of ['GRÖSSENTABELLE', 'GRÖßENTABELLE', 'größentabelle']) await log([bo], content);
    expect(await touchesOf(workspace, bo)).toEqual(Array(3).fill([null, 'Größentabelle']));
    // Other letters are another one, and so is what begins alike.
    await log([ada], 'Grüße');
    expect(await call('activities.contents', {})).toEqual(['Größentabelle', 'Grüße']);
    // Changing something else does not touch it.
    await call('activities.update', { id: mine, note: 'By phone' });
    expect(await touchesOf(workspace, ada)).toContainEqual([null, 'Größentabelle']);
  });

  it('a campaign that is gone is refused, and nothing is logged', async () => {
    const workspace = aWorkspace();
    const id = await add(workspace, 'Ada');
    const log = { leadIds: [id], typeId: 'call-made', campaignId: 'gone' };
    expect(await workspace.appError('activities.log', log)).toMatch(/This campaign no longer exists/);
    expect(await touchesOf(workspace, id)).toEqual([]);
  });
});

describe('by import', () => {
  const text = [
    'E-mail,Activity type,Activity date,Campaign,Asset name',
    'ada@mill.example,Content downloaded,2026-05-02,Guides,Stair guide',
    'ada@mill.example,Content downloaded,2026-05-02,Guides,Door guide',
    'bo@mill.example,Webinar attended,2026-05-03,Webinars,',
  ].join('\n');

  it('an activity keeps the campaign and content of its row; the same file again adds nothing', async () => {
    const workspace = aWorkspace();
    const { mapping } = await importText(workspace, text);
    expect(mapping.columns.at(-1)?.target).toBe('activityContent');
    const { campaigns } = await workspace.call('workspace.get', {});
    const [guides, webinars] = ['Guides', 'Webinars'].map(name => campaigns.find(({ label }) => label === name)?.id);
    const { rows } = await workspace.call('table.rows', { conditions: [], sort: 'email', descending: false });
    const [ada = '', bo = ''] = rows.map(({ id }) => id);
    expect(new Set((await touchesOf(workspace, ada)).map(String))).toEqual(
      new Set([`${guides},Stair guide`, `${guides},Door guide`]),
    );
    expect(await touchesOf(workspace, bo)).toEqual([[webinars, null]]);
    const { done } = await importText(workspace, text);
    expect(done.counts).toMatchObject({ created: 0, activities: 0 });
    const third = await importText(
      workspace,
      `${text.split('\n')[0]}\nada@mill.example,Content downloaded,2026-05-02,Guides,Roof guide`,
    );
    expect(third.done.counts).toMatchObject({ activities: 1 });
  });

  it('a campaign it makes is in the channel that a row names beside it', async () => {
    const workspace = aWorkspace();
    await importText(
      workspace,
      'E-mail,Lead source,Campaign\nada@mill.example,,Spring mail\nbo@mill.example,Trade show,Spring mail\ncy@mill.example,Website,Spring mail',
    );
    const { campaigns } = await workspace.call('workspace.get', {});
    expect(campaigns.map(({ label, channelId }) => [label, channelId])).toEqual([['Spring mail', 'trade-show']]);
  });

  it('in a list of leads without activities a column of content goes to the notes', async () => {
    const workspace = aWorkspace();
    await importText(workspace, 'Name,E-mail,Asset name\nAda Oak,ada@mill.example,Stair guide');
    const { rows } = await workspace.call('table.rows', { conditions: [] });
    expect(rows[0]?.attributes.notes).toMatch(/Stair guide/);
  });

  it('is undone whole, with the campaigns it made', async () => {
    const workspace = aWorkspace();
    const before = contentOf(workspace.app().reader);
    const { done } = await importText(workspace, text);
    await workspace.call('imports.undo', { jobId: 'u', batchId: done.batchId });
    const after = contentOf(workspace.app().reader);
    for (const table of ['lead', 'activity', 'campaign'] as const) expect(after[table]).toEqual(before[table]);
  });
});

describe('found and taken along', () => {
  it('the table shows, finds and sorts by what was touched', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const campaign = (await call('campaigns.save', fair)).id;
    const [ada, bo, cy] = [await add(workspace, 'Ada'), await add(workspace, 'Bo'), await add(workspace, 'Cy')];
    const log = { typeId: 'content-downloaded' };
    await call('activities.log', { leadIds: [ada, bo], ...log, campaignId: campaign, content: 'Stair guide' });
    await call('activities.log', { leadIds: [ada, cy], ...log, content: 'Attic plan' });
    const names = async (condition: Condition) =>
      (await call('table.rows', { conditions: [condition], sort: 'name', descending: false })).rows.map(
        ({ name }) => name,
      );
    expect(await names({ field: 'touchContent', is: 'any-of', values: ['stair guide'] })).toEqual(['Ada', 'Bo']);
    expect(await names({ field: 'touchContent', is: 'all-of', values: ['Stair guide', 'Attic plan'] })).toEqual([
      'Ada',
    ]);
    expect(await names({ field: 'touchContent', is: 'none-of', values: ['Stair guide'] })).toEqual(['Cy']);
    expect(await names({ field: 'touchContent', is: 'contains', values: ['attic'] })).toEqual(['Ada', 'Cy']);
    expect(await names({ field: 'touchCampaign', is: 'any-of', values: [campaign] })).toEqual(['Ada', 'Bo']);
    expect(await names({ field: 'touchCampaign', is: 'unknown' })).toEqual(['Cy']);
    const { rows } = await call('table.rows', { conditions: [], sort: 'touchContent', descending: false });
    expect(rows.map(row => [row.name, row.touchContent, row.touchCampaign])).toEqual([
      ['Cy', 'Attic plan', null],
      ['Ada', 'Attic plan, Stair guide', 'Spring fair'],
      ['Bo', 'Stair guide', 'Spring fair'],
    ]);
  });

  it('a line of attribution opens its people, however long the name of the content', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const id = await add(workspace, 'Ada');
    const content = `Stair guide ${'and all about stairs '.repeat(9)}`.slice(0, 200).trim();
    for (const note of ['one', 'two'])
      await call('activities.log', { leadIds: [id], typeId: 'demo-requested', note, content });
    const table = (await call('review.get', {})).figures.attribution?.find(({ by }) => by === 'content');
    expect(table?.rows[0]).toMatchObject({ id: content, credits: { every: { mql: 1 } } });
    const only = { by: 'content' as const, id: content };
    const ask = { figureId: 'attribution-content-every', set: 'mql' };
    expect((await call('review.leads', { ...ask, only })).rows.map(row => row.id)).toEqual([id]);
    expect(await workspace.appError('review.leads', { ...ask, only: { ...only, by: 'channel' } })).not.toBe('');
  });

  it('the export of activities names them and comes back the same; the person’s own file names them', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const campaign = (await call('campaigns.save', fair)).id;
    const id = await add(workspace, 'Ada');
    const touch = { campaignId: campaign, content: 'Stair "guide", 2nd' };
    await call('activities.log', { leadIds: [id], typeId: 'content-downloaded', ...touch });
    expect(JSON.stringify(await call('privacy.person', { id }))).toContain('Spring fair: Stair \\"guide\\", 2nd');
    const who = { by: 'ids', ids: [id] } as const;
    workspace.app().close();
    const path = join(aFolder(), 'activities.csv');
    const saving = makeApp({
      file: workspace.file,
      migrationsFolder,
      now: () => monday,
      deviceId: 'test',
      saveAs: async () => path,
    });
    await saving.call('exports.save', { jobId: 'e', what: 'activities', as: 'ripen', kind: 'csv', who });
    saving.close();
    workspace.reopen();
    const text = readFileSync(path, 'utf8');
    await call('leads.remove', { ids: [id] });
    await importText(workspace, text);
    const { rows } = await call('table.rows', { conditions: [] });
    expect(await touchesOf(workspace, rows[0]?.id ?? '')).toEqual([[campaign, touch.content]]);
    expect(rows[0]?.attributes.campaignId).toBe(null);
  });
});
