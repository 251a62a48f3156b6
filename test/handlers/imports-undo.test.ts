// Taking an import back, however long ago (P18): the workspace is what it was before, whatever has been done beside it since.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../shared/dates.ts';
import { contentOf } from '../support/content.ts';
import { runConfirmed } from '../support/imported.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { times } from '../support/long.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { aWorkspace } from '../support/workspace.ts';

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);
/** People that are there already have the numbers 0 to 3. */
const row = fc.record({
  listedLead: fc.nat(7),
  company: one('', 'Mill', 'Weir'),
  status: one('', 'New', 'MQL', 'Customer', 'Lost'),
  won: one('', '2026-04-20', '2026-05-02'),
  amount: one('', '1200', '80'),
  source: one('', 'Website', 'Fair 2026', 'Friends of friends'),
  campaign: one('', 'Spring', 'Summer'),
  owner: one('', 'Sam', 'Ann Lee'),
  tags: one('', 'hot', 'hot, fair'),
  visit: one('', '2026-05-03', '2026-05-20'),
  demo: one('', '2026-05-04'),
  optOut: one('', 'yes'),
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

const nobody: Row = {
  listedLead: 7,
  company: '',
  status: '',
  won: '',
  amount: '',
  source: '',
  campaign: '',
  owner: '',
  tags: '',
  visit: '',
  demo: '',
  optOut: '',
};

const header =
  'Email;Name;Company;Lead status;Won on;Amount;Lead source;Campaign;Owner;Tags;Website visit;Demo requested;Opted out';
const line = (r: Row): string =>
  [
    `p${r.listedLead}@mill.example`,
    `Person No${r.listedLead}`,
    r.company,
    r.status,
    r.won,
    r.amount,
    r.source,
    r.campaign,
    r.owner,
    r.tags,
    r.visit,
    r.demo,
    r.optOut,
  ].join(';');

async function withLeads(): Promise<TestWorkspace> {
  const workspace = aWorkspace();
  for (let n = 0; n < 4; n += 1) {
    const { id } = await workspace.call('leads.create', {
      attributes: { firstName: 'Person', lastName: `No${n}`, email: `p${n}@mill.example` },
    });
    if (n % 2 === 0) await workspace.call('activities.log', { leadIds: [id], typeId: 'website-visit' });
    if (n === 3) await workspace.call('leads.move', { ids: [id], move: { to: 'mql' } });
  }
  return workspace;
}

async function importRows(workspace: TestWorkspace, rows: readonly Row[]): Promise<string> {
  const source = { kind: 'pasted', text: [header, ...rows.map(line)].join('\n') } as const;
  const { mapping } = await workspace.call('imports.read', { jobId: 'r', source });
  return (await runConfirmed(workspace, { jobId: 'x', source, mapping })).batchId;
}

/** All rows but those of the batches' history, and of leads made meanwhile. */
function contentWithout({ app }: TestWorkspace, leadIds: readonly string[]) {
  const customValues = new Set(leadIds);
  return Object.entries(contentOf(app().reader))
    .filter(([table]) => table !== 'import_batch')
    .map(([table, rows]) => [
      table,
      rows.filter(entry => !customValues.has(String(table === 'lead' ? entry.id : entry.lead_id))),
    ]);
}

describe('an import that is taken back', () => {
  it('leaves what was there before, after other work and a restart as well', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), fc.boolean(), async (rows, restart) => {
        const workspace = await withLeads();
        const before = contentWithout(workspace, []);
        const batchId = await importRows(workspace, rows);
        const { id } = await workspace.call('leads.create', { attributes: { firstName: 'Later', lastName: 'Lead' } });
        await workspace.call('activities.log', { leadIds: [id], typeId: 'demo-requested' });
        workspace.clock.now += 9 * dayMs;
        if (restart) workspace.reopen();
        const { kept } = await workspace.call('imports.undo', { jobId: 'u', batchId });
        expect(kept).toEqual([]);
        expect(contentWithout(workspace, [id])).toEqual(before);
        expect(brokenInvariants(workspace.app().reader)).toEqual({});
        // The undoing is a step like any other.
        await workspace.call('journal.undo', {});
        expect((await workspace.call('imports.list', {}))[0]).toMatchObject({ undoneAt: null });
        await workspace.call('journal.redo', {});
        expect(contentWithout(workspace, [id])).toEqual(before);
      }),
      { numRuns: times(8, 300) },
    );
  });

  it('leaves a history that holds together to somebody who went on from a stage the file had put them in', async () => {
    const workspace = await withLeads();
    const { call, app } = workspace;
    const [id = ''] = app().reader.pluck<string>("SELECT id FROM lead WHERE email = 'p0@mill.example'");
    const batchId = await importRows(workspace, [{ ...nobody, listedLead: 0, status: 'MQL', visit: '2026-05-03' }]);
    workspace.clock.now += dayMs;
    await call('leads.move', { ids: [id], move: { to: 'sql' } });
    const { kept } = await call('imports.undo', { jobId: 'u', batchId });
    expect(kept.map(lead => lead.name)).toEqual(['Person No0']);
    expect(app().reader.pluck('SELECT to_stage FROM stage_change WHERE lead_id = ? ORDER BY at, id', [id])).toEqual([
      'lead',
      'mql',
      'sql',
    ]);
    expect(app().reader.pluck('SELECT count(*) FROM activity WHERE lead_id = ?', [id])).toEqual([1]);
  });

  it('leaves every step of a history come from where it came from before', async () => {
    const workspace = await withLeads();
    const { call, app } = workspace;
    const before = contentWithout(workspace, []);
    const [id = ''] = app().reader.pluck<string>("SELECT id FROM lead WHERE email = 'p3@mill.example'");
    const source = {
      kind: 'pasted',
      text: `Ripen lead;Stage;In this stage since\n${id};Visitor;2020-03-04 10:00:00.000`,
    } as const;
    const { mapping } = await call('imports.read', { jobId: 'r', source });
    expect(mapping.rows).toBe('stages');
    const { batchId } = await call('imports.run', { jobId: 'x', source, mapping });
    expect(contentWithout(workspace, [])).not.toEqual(before);
    await call('imports.undo', { jobId: 'u', batchId });
    expect(contentWithout(workspace, [])).toEqual(before);
  });

  it('keeps names that somebody has used or changed meanwhile', async () => {
    const workspace = await withLeads();
    const { call, app } = workspace;
    const batchId = await importRows(workspace, [
      { ...nobody, listedLead: 6, source: 'Fair 2026', campaign: 'Spring', owner: 'Sam', tags: 'hot' },
    ]);
    const [channelId = ''] = app().reader.pluck<string>("SELECT id FROM channel WHERE label = 'Fair 2026'");
    await call('leads.create', { attributes: { firstName: 'Later', channelId } });
    await call('imports.undo', { jobId: 'u', batchId });
    expect(app().reader.pluck("SELECT label FROM channel WHERE label = 'Fair 2026'")).toEqual(['Fair 2026']);
    expect(app().reader.pluck("SELECT name FROM member WHERE name = 'Sam'")).toEqual([]);
    expect(app().reader.pluck("SELECT label FROM campaign WHERE label = 'Spring'")).toEqual([]);
    expect(app().reader.pluck("SELECT label FROM tag WHERE label = 'hot'")).toEqual([]);
  });
});
