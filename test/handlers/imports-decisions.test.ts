// Who is the same person: the reasons, what is done undecided, and what the owner decides, per batch, per column and per row.
import { describe, expect, it } from 'vitest';
import type { Decisions, Mapping } from '../../shared/import.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { aWorkspace } from '../support/workspace.ts';

async function withAnn() {
  const workspace = aWorkspace();
  const attributes = {
    firstName: 'Ann',
    lastName: 'Lee',
    email: 'ann@acme.example',
    phone: '+49 30 1234567',
    city: 'Berlin',
  };
  const { id } = await workspace.call('leads.create', { attributes: { ...attributes, company: 'Acme' } });
  return { workspace, id };
}

const list = [
  'First name;Last name;E-mail;Phone;City',
  'Ann;Lee;ANN@acme.example;;Graz',
  'Bob;Fox;bob@fox.example;+49 30 1234567;Linz',
  'Cy;Marsh;ann+cy@acme.example;;Linz',
  'Dee;Holm;dee@fern.example;;Linz',
  'Dee;Holm;dee@fern.example;;Wien',
].join('\n');

type Changes = { readonly mapping?: (mapping: Mapping) => Mapping; readonly decisions?: Partial<Decisions> };
async function importList(
  { call }: TestWorkspace,
  text: string,
  { mapping = same => same, decisions = {} }: Changes = {},
) {
  const source = { kind: 'pasted', text } as const;
  const read = await call('imports.read', { jobId: 'r', source });
  const request = {
    jobId: 'x',
    source,
    mapping: mapping(read.mapping),
    decisions: { rows: [], alike: [], ...decisions },
  };
  const checked = await call('imports.check', request);
  return { checked, done: await call('imports.run', request) };
}
const names = async ({ call }: TestWorkspace) => (await call('leads.list', {})).rows.map(({ name }) => name).sort();
const leadOf = async ({ call }: TestWorkspace, id: string) => (await call('leads.get', { id })).lead;

describe('who is found', () => {
  it('is told with the reason, and whoever is uncertain is listed side by side, by lead or by line of the file', async () => {
    const { workspace, id } = await withAnn();
    const { checked } = await importList(workspace, list);
    expect(checked.counts).toMatchObject({ created: 3, updated: 0, unchanged: 1, duplicatesInFile: 1, uncertain: 2 });
    expect(checked.reasons).toEqual([{ why: 'Same e-mail.', count: 2 }]);
    expect(checked.unchanged).toEqual([{ id, name: 'Ann Lee', line: 2, known: true }]);
    expect(checked.uncertain).toMatchObject([
      {
        line: 3,
        name: 'Bob Fox',
        likely: 'new',
        attributes: { city: 'Linz' },
        candidates: [
          {
            leadId: id,
            line: null,
            name: 'Ann Lee',
            why: 'Same phone, but a different name.',
            attributes: { city: 'Berlin' },
          },
        ],
      },
      { line: 4, candidates: [{ leadId: id, why: 'Similar e-mail, may be a different person.' }] },
    ]);
    expect(checked.matchWarnings.map(({ count }) => count)).toEqual([1, 1]);
  });
});

describe('what the owner decides', () => {
  it('is done row by row: the same person, a new one, skipped', async () => {
    const { workspace, id } = await withAnn();
    const rows = [
      { line: 3, choice: 'skip' },
      { line: 4, choice: 'same', leadId: id },
    ] as const;
    const { done } = await importList(workspace, list, { decisions: { rows: [...rows] } });
    expect(done.counts).toMatchObject({ created: 1, skipped: 1, uncertain: 0 });
    expect(await names(workspace)).toEqual(['Ann Lee', 'Dee Holm']);
  });

  it('is done for all that are alike with one answer', async () => {
    const { workspace } = await withAnn();
    const alike = [{ why: 'Same phone, but a different name.', choice: 'skip' } as const];
    const { done } = await importList(workspace, list, { decisions: { alike } });
    expect(done.counts).toMatchObject({ skipped: 1, uncertain: 1 });
  });

  it('may say that a row is somebody who comes first in the same file', async () => {
    const workspace = aWorkspace();
    const text = ['Name;Phone;City', 'Ann Lee;030 1234567;', 'Bob Fox;030 1234567;Graz'].join('\n');
    const { checked, done } = await importList(workspace, text, {
      decisions: { rows: [{ line: 3, choice: 'same', ofLine: 2 }] },
    });
    expect(checked.counts).toMatchObject({ created: 1, uncertain: 0, duplicatesInFile: 1 });
    expect(await leadOf(workspace, done.created[0]?.id ?? '')).toMatchObject({ firstName: 'Ann', city: 'Graz' });
  });

  it.each([
    ['fill', undefined, 'Berlin', 'unchanged'],
    ['fill', 'overwrite', 'Graz', 'updated'],
    ['overwrite', undefined, 'Graz', 'updated'],
    ['overwrite', 'keep', 'Berlin', 'unchanged'],
    ['overwrite', 'fill', 'Berlin', 'unchanged'],
    ['skip', undefined, 'Berlin', 'skipped'],
  ] as const)('per batch “%s” and for the column %s: the city is %s', async (policy, column, city, counted) => {
    const { workspace, id } = await withAnn();
    const text = 'E-mail;City\nann@acme.example;Graz';
    const { done } = await importList(workspace, text, {
      mapping: mapping => ({
        ...mapping,
        policy,
        columns: mapping.columns.map(one => (one.target === 'city' && column ? { ...one, policy: column } : one)),
      }),
    });
    expect((await leadOf(workspace, id)).city).toBe(city);
    expect(done.counts[counted]).toBe(1);
  });

  it('“keep both” makes everybody new', async () => {
    const { workspace } = await withAnn();
    const { done } = await importList(workspace, list, { mapping: mapping => ({ ...mapping, policy: 'create' }) });
    expect(done.counts).toMatchObject({ created: 5, uncertain: 0 });
  });

  it('a policy for the column of full names holds for both halves', async () => {
    const { workspace, id } = await withAnn();
    await importList(workspace, 'Name;E-mail\nAnna Leeds;ann@acme.example', {
      decisions: { rows: [{ line: 2, choice: 'same', leadId: id }] },
      mapping: mapping => ({
        ...mapping,
        columns: mapping.columns.map(one => (one.target === 'fullName' ? { ...one, policy: 'overwrite' } : one)),
      }),
    });
    expect(await leadOf(workspace, id)).toMatchObject({ firstName: 'Anna', lastName: 'Leeds' });
  });
});
