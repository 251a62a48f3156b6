// A lead goes out as an address card, and comes back as the same lead.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import type { LeadAttributes } from '../../shared/lead.ts';
import { berlin, everybody, runConfirmed } from '../support/imported.ts';
import { seed } from '../support/seed.ts';
import { aFolder, migrationsFolder, monday, type TestWorkspace } from '../support/workspace.ts';

/** Saves the card of a lead where the owner says. */
async function saveCard(workspace: TestWorkspace, id: string, path: string) {
  const { file } = workspace;
  workspace.app().close();
  const app = makeApp({ file, migrationsFolder, now: () => monday, deviceId: 't', saveAs: async () => path });
  const answer = await app.call('documents.saveCard', { id });
  app.close();
  workspace.reopen();
  return answer;
}

/** All that is known, but for what an import notes to know its rows again. */
const known = (workspace: TestWorkspace) => everybody(workspace).map(lead => ({ ...lead, import_keys: null }));

async function bring(workspace: TestWorkspace, path: string) {
  const source = { kind: 'file' as const, path };
  const { mapping, choices } = await workspace.call('imports.read', { jobId: 'r', source });
  const decisions = { rows: [], alike: [] };
  return runConfirmed(workspace, { jobId: 'x', source, choices, mapping, decisions });
}

async function aCard(attributes: Partial<LeadAttributes>) {
  const workspace = berlin();
  const { id } = await workspace.call('leads.create', { attributes });
  const path = join(aFolder(), 'card.vcf');
  expect(await saveCard(workspace, id, path)).toEqual({ ok: true, value: { path } });
  return { workspace, id, path };
}

const full = {
  firstName: 'Zoë 🌻',
  lastName: 'Lind; Berg',
  company: `Mill, Sons \\ Co; ${'Getreide und Mühlenbedarf '.repeat(6)}KG`,
  jobTitle: 'Head of buying, grain',
  email: 'zoe@mill.example',
  phone: '+49 30 12345678',
  city: 'Köln',
  region: 'Nordrhein-Westfalen',
  country: 'Germany',
  website: 'https://mill.example/a,b;c?d=\\e',
  linkedinUrl: 'https://www.linkedin.com/in/zoe-lind',
};

describe('the address card of a lead', () => {
  it('brought in again finds the lead, whatever it is called by now, and changes nothing', async () => {
    const { workspace, id, path } = await aCard({ ...full, notes: 'Haggles' });
    const attributes = { firstName: 'Zora', lastName: 'Berg', company: 'Elsewhere Ltd' };
    await workspace.call('leads.update', { id, attributes });
    const before = known(workspace);
    expect((await bring(workspace, path)).counts).toMatchObject({ rows: 1, created: 0, updated: 0, rejected: 0 });
    expect(known(workspace)).toEqual(before);
  });

  it('says the same in another workspace, to the last comma', async () => {
    const { path } = await aCard({ ...full, notes: 'Haggles' });
    const other = berlin();
    expect((await bring(other, path)).counts).toMatchObject({ created: 1, rejected: 0 });
    const [row] = (await other.call('leads.list', {})).rows;
    const { lead } = await other.call('leads.get', { id: row?.id ?? '' });
    expect(lead).toMatchObject({ ...full, notes: null });
  });

  it.each([
    ['a company', { company: 'Harbor Books; Toys' }],
    ['an e-mail', { email: 'office@harbor.example' }],
    ['a phone', { phone: '030 4567890' }],
  ])('of a lead that has %s only gives it no name', async (_, attributes) => {
    const { workspace, id, path } = await aCard(attributes);
    const before = known(workspace);
    const { counts } = await bring(workspace, path);
    expect(known(workspace)).toEqual(before);
    expect(counts).toMatchObject({ created: 0, updated: 0 });
    expect((await workspace.call('leads.get', { id })).lead).toMatchObject({ firstName: null, lastName: null });
  });

  it('comes back without a change, whatever the texts are', { timeout: 120_000 }, async () => {
    const text = fc
      .oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.stringMatching(/^[\\;,:"= \n\r\ta-cé]{1,90}$/))
      .filter(value => value.trim() !== '');
    // What is no number comes back as a note: see the next test.
    const phone = fc.stringMatching(/^\+49 30 [1-9]\d{6}$/);
    const lead = fc.record(
      { firstName: text, lastName: text, company: text, jobTitle: text, phone, city: text, country: text },
      { requiredKeys: ['lastName'] },
    );
    await fc.assert(
      fc.asyncProperty(lead, async attributes => {
        const { workspace, path } = await aCard(attributes);
        const before = known(workspace);
        expect((await bring(workspace, path)).counts).toMatchObject({ rows: 1, created: 0, rejected: 0 });
        expect(known(workspace)).toEqual(before);
      }),
      { numRuns: 25, seed },
    );
  });

  it('keeps a phone that is no number as a note, once', async () => {
    const { workspace, id, path } = await aCard({ firstName: 'Ann', phone: 'office 12' });
    await bring(workspace, path);
    await bring(workspace, path);
    expect((await workspace.call('leads.get', { id })).lead).toMatchObject({
      phone: 'office 12',
      notes: 'Phone: office 12',
    });
  });

  it('is refused where nothing is known, or contact is not wanted, and nothing is written', async () => {
    const workspace = berlin();
    const path = join(aFolder(), 'card.vcf');
    const make = (attributes: Partial<LeadAttributes>) => workspace.call('leads.create', { attributes });
    const unnamed = await make({ externalId: '7' });
    const left = await make({ firstName: 'Ann', consent: 'no' });
    expect(await saveCard(workspace, unnamed.id, path)).toMatchObject({
      error: { kind: 'conflict', message: expect.stringMatching(/Add one first\. Nothing was saved\.$/) },
    });
    expect(await saveCard(workspace, left.id, path)).toMatchObject({
      error: { message: 'Ann asked not to be contacted. Nothing was saved.' },
    });
    expect(existsSync(path)).toBe(false);
  });
});
