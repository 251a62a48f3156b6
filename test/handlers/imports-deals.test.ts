// Files of deals: several for one lead, found by id, e-mail or company; once however often; and taken back.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestWorkspace } from '../support/workspace.ts';
import { aFolder, aWorkspace } from '../support/workspace.ts';

async function importFile({ call }: TestWorkspace, lines: readonly string[], change: object = {}) {
  const path = join(aFolder(), 'file.csv');
  writeFileSync(path, lines.join('\n'));
  const source = { kind: 'file', path } as const;
  const { mapping } = await call('imports.read', { jobId: 'read', source });
  const done = await call('imports.run', { jobId: 'run', source, mapping: { ...mapping, ...change } });
  return { mapping, ...done };
}

const contacts = [
  'Record ID,First Name,Last Name,Email,Company Name',
  '101,Ann,Lee,ann@acme.example,Acme Inc',
  '102,Bob,Fox,bob@fox.example,Fox LLC',
  '103,Cid,Ott,cid@ott.example,Ott KG',
  '104,Dora,Ott,dora@ott.example,Ott KG',
];
const deals = [
  'Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Associated Contact IDs,Associated Company,Closed Lost Reason',
  '1,Seats,Closed Won,1200,2025-03-10,2025-01-15,101,Acme Inc,',
  '2,More seats,Contract sent,300,2026-12-30,2025-06-01,101,Acme Inc,',
  '3,Pilot,Closed Lost,800,2025-02-20,2025-01-20,102,Fox LLC,Too expensive',
  '4,Second try,Negotiation,900,2026-11-30,2025-02-01,102,Fox LLC,',
  '5,Trial,Closed Lost,100,2025-02-02,2025-01-02,,Berg AG,No budget',
];

async function leadsOf({ call }: TestWorkspace) {
  const { rows } = await call('leads.list', {});
  const out: Record<string, unknown> = {};
  for (const { id, name } of rows) {
    const { lead, deals: customValues, stageChanges } = await call('leads.get', { id });
    out[name] = {
      stage: lead.stage,
      steps: stageChanges
        .map(({ to, at }) => `${to} ${new Date(at).toISOString().slice(0, 10)}`)
        .filter(step => !step.startsWith('lead')),
      deals: customValues.map(({ name: deal, status, amount }) => `${deal} ${status} ${(amount ?? 0) / 100}`),
    };
  }
  return out;
}

describe('a file of deals', () => {
  it('finds its people by id, and tells where they stand by all their deals', async () => {
    const workspace = aWorkspace();
    await importFile(workspace, contacts);
    const { mapping, counts } = await importFile(workspace, deals);
    expect(mapping.rows).toBe('deals');
    expect(counts).toMatchObject({ rows: 5, created: 1, rejected: 0 });
    expect(await leadsOf(workspace)).toMatchObject({
      'Ann Lee': {
        stage: 'customer',
        steps: ['opportunity 2025-01-15', 'customer 2025-03-10'],
        deals: ['Seats won 1200', 'More seats open 300'],
      },
      'Bob Fox': {
        stage: 'opportunity',
        steps: ['opportunity 2025-01-20'],
        deals: ['Pilot lost 800', 'Second try open 900'],
      },
      'Berg AG': { stage: 'lost', deals: ['Trial lost 100'] },
    });
  });

  it('gives a deal that names only a company to the one who is known there, and asks where there are two', async () => {
    const workspace = aWorkspace();
    await importFile(workspace, contacts);
    const file = [
      'Opportunity Name,Account Name,Stage,Amount,Close Date',
      'Big,ACME,Closed Won,500,2025-05-05',
      'Small,Ott KG,Proposal,50,2027-05-05',
    ];
    const { counts, uncertain } = await importFile(workspace, file);
    expect(counts).toMatchObject({ created: 0, updated: 2, uncertain: 1 });
    expect(uncertain[0]?.candidates.map(({ name }) => name).sort()).toEqual(['Cid Ott', 'Dora Ott']);
    expect(await leadsOf(workspace)).toMatchObject({ 'Ann Lee': { stage: 'customer', deals: ['Big won 500'] } });
  });

  it('twice is once, and a later export ends the deals that were open', async () => {
    const workspace = aWorkspace();
    await importFile(workspace, contacts);
    await importFile(workspace, deals);
    const before = await leadsOf(workspace);
    const again = await importFile(workspace, deals);
    expect(again.counts).toMatchObject({ created: 0, updated: 0 });
    expect(await leadsOf(workspace)).toEqual(before);
    const later = deals.map(line => line.replace('Negotiation,900,2026-11-30', 'Closed Won,950,2025-08-08'));
    const { batchId, counts } = await importFile(workspace, later);
    expect(counts).toMatchObject({ created: 0, updated: 1 });
    expect(await leadsOf(workspace)).toMatchObject({
      'Bob Fox': { stage: 'customer', deals: ['Pilot lost 800', 'Second try won 950'] },
    });
    await workspace.call('imports.undo', { jobId: 'undo', batchId });
    expect(await leadsOf(workspace)).toEqual(before);
  });
});

describe('whoever asked not to be written to', () => {
  const list = ['Email,First Name,Status', 'ann@acme.example,Ann,unsubscribed'];

  it.each(['fill', 'skip'])('is not written to any more, whatever was said before (%s)', async policy => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const { id } = await call('leads.create', { attributes: { email: 'ann@acme.example', consent: 'yes' } });
    const { batchId } = await importFile(workspace, list, { policy });
    expect((await call('leads.get', { id })).lead.consent).toBe('no');
    await call('imports.undo', { jobId: 'undo', batchId });
    expect((await call('leads.get', { id })).lead.consent).toBe('yes');
  });

  it('nor when an event says so', async () => {
    const workspace = aWorkspace();
    const { call } = workspace;
    const { id } = await call('leads.create', { attributes: { email: 'ann@acme.example', consent: 'yes' } });
    const { batchId } = await importFile(workspace, [
      'email,event,timestamp',
      'ann@acme.example,unsubscribe,1709645100',
    ]);
    expect((await call('leads.get', { id })).lead.consent).toBe('no');
    await call('imports.undo', { jobId: 'undo', batchId });
    expect((await call('leads.get', { id })).lead.consent).toBe('yes');
  });
});
