// Every field of a lead goes the whole way: by hand, import, export, table, filter and fit rule. A new field needs no line here.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultCriteria } from '../../electron/domain/scoring/defaults.ts';
import { createWorkspace, makeApp } from '../../electron/open-workspace.ts';
import type { CallName, Input, Output } from '../../shared/contract.ts';
import { criteriaChanges } from '../../shared/criteria-change.ts';
import {
  emptyAttributes,
  type FieldKind,
  type LeadAttributes,
  type LeadField,
  leadFieldNames,
  leadFields,
  textLimits,
} from '../../shared/lead.ts';
import { listFields } from '../../shared/lead-filter.ts';
import { migrationsFolder, monday } from '../support/workspace.ts';

type Value = LeadAttributes[LeadField];
/** What one field may hold, and how a spreadsheet writes it. */
const samples: Readonly<Record<FieldKind, Sample>> = {
  text: ['Oak', 'Oak'],
  email: ['ann@oak.example', 'ann@oak.example'],
  phone: ['+49 30 901820', '+49 30 901820'],
  url: ['oak.example/ann', 'oak.example/ann'],
  number: [12, '12'],
  money: [120_000, '1200'],
  known: ['yes', 'yes'],
  reference: [null, ''],
  notes: ['Asked twice', 'Asked twice'],
};
type Sample = readonly [value: Value, cell: string];
const named: { readonly [field in LeadField]?: Sample } = {
  linkedinUrl: ['https://www.linkedin.com/in/ann-oak', 'https://www.linkedin.com/in/ann-oak'],
  country: ['Austria', 'Austria'],
  externalId: ['A-17', 'A-17'],
};
const fields = leadFieldNames.map(field => [field] as const);
/** Notes are read, not compared. */
const inRules = leadFieldNames.filter(field => leadFields[field].kind !== 'notes');
const textFields = (Object.keys(textLimits) as (keyof typeof textLimits)[]).filter(
  field => !['email', 'phone'].includes(leadFields[field].kind),
);

const folder = mkdtempSync(join(tmpdir(), 'ripen-'));
const path = join(folder, 'leads.csv');
const options = {
  file: join(folder, 'test.ripen'),
  migrationsFolder,
  now: () => monday,
  deviceId: 'test',
  saveAs: async () => path,
};
createWorkspace(options);
const app = makeApp(options);
afterAll(() => {
  app.close();
  rmSync(folder, { recursive: true });
});

async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await app.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value as Output<N>;
}

afterEach(async () => {
  const { rows } = await call('table.rows', { conditions: [] });
  if (rows.length > 0) await call('leads.remove', { ids: rows.map(({ id }) => id) });
});

const links: { [field in LeadField]?: Sample } = {};
beforeAll(async () => {
  const member = (await call('members.save', { id: null, name: 'Mara', side: 'sales', archived: false })).id;
  const fair = { channelId: 'trade-show', label: 'Spring fair', startsOn: null, endsOn: null, archived: false };
  const campaign = (await call('campaigns.save', { id: null, ...fair })).id;
  const { channels } = await call('workspace.get', {});
  links.memberId = [member, 'Mara'];
  links.campaignId = [campaign, 'Spring fair'];
  links.channelId = ['trade-show', channels.find(({ id }) => id === 'trade-show')?.label ?? ''];
});

const sampleOf = (field: LeadField): Sample => links[field] ?? named[field] ?? samples[leadFields[field].kind];
/** A lead that has a value in this field and, unless it is that, an address. */
const attributesWith = (field: LeadField): Partial<LeadAttributes> => ({
  email: `${field.toLowerCase()}@mill.example`,
  [field]: sampleOf(field)[0],
});

/** Imports a table of one row as it is understood; answers the lead that it makes. */
async function importRow(text: string) {
  const source = { kind: 'pasted', text } as const;
  const { mapping } = await call('imports.read', { jobId: 'r', source });
  const done = await call('imports.run', { jobId: 'x', source, mapping });
  expect(done.counts).toMatchObject({ created: 1 });
  return { id: done.created[0]?.id ?? '', targets: mapping.columns };
}

const leadOf = async (id: string) => (await call('leads.get', { id })).lead;

describe('each field of a lead', () => {
  it.each(fields)('%s is kept when it is entered by hand, and shown in the table', async field => {
    const [value] = sampleOf(field);
    const { id } = await call('leads.create', { attributes: attributesWith(field) });
    expect((await call('leads.get', { id })).lead[field]).toBe(value);
    await call('leads.update', { id, attributes: { [field]: emptyAttributes[field] } });
    expect((await call('leads.get', { id })).lead[field]).toBe(emptyAttributes[field]);
    await call('leads.update', { id, attributes: { [field]: value } });
    const table = await call('table.rows', { conditions: [], sort: field, descending: false });
    expect(table.rows.find(row => row.id === id)?.attributes[field]).toBe(value);
    expect(listFields([]).find(({ key }) => key === field)?.label).toBe(leadFields[field].label);
  });

  it.each(fields)('%s is found by a filter', async field => {
    const { id } = await call('leads.create', { attributes: { lastName: 'Other', ...attributesWith(field) } });
    const found = async (is: 'known' | 'unknown') =>
      (await call('table.rows', { conditions: [{ field, is }] })).rows.some(row => row.id === id);
    expect([await found('known'), await found('unknown')]).toEqual([true, false]);
  });

  it.each(fields)('%s is recognized by its own header, imported whole, and exported the same', async field => {
    const [value, cell] = sampleOf(field);
    const header = `"${leadFields[field].label}"`;
    const text =
      field === 'email' ? `Last name,${header}\nStone,${cell}` : `E-mail,${header}\n${field}@file.example,${cell}`;
    const { id, targets } = await importRow(text);
    expect(targets.find(({ column }) => column === 1)?.target).toBe(field);
    expect((await leadOf(id))[field]).toBe(value);

    await call('exports.save', { jobId: 'e', what: 'leads', as: 'ripen', kind: 'csv', who: { by: 'ids', ids: [id] } });
    await call('leads.remove', { ids: [id] });
    const again = await importRow(readFileSync(path, 'utf8'));
    expect((await leadOf(again.id))[field]).toBe(value);
  });

  it.each(textFields)('%s from a file holds as many characters as by hand', async field => {
    const most = textLimits[field];
    const { id } = await importRow(
      `E-mail,"${leadFields[field].label}"\n${field}@long.example,${'w'.repeat(most + 1)}`,
    );
    const kept = (await leadOf(id))[field] ?? '';
    expect(kept.length).toBe(most);
    await call('leads.update', { id, attributes: { [field]: kept } });
  });

  it('gives points by a fit rule', async () => {
    const fit = inRules.map((field, n) => ({ id: field, field, test: { test: 'is-known' }, points: n + 1 }) as const);
    await call('criteria.changeDraft', {
      changes: criteriaChanges(defaultCriteria, { ...defaultCriteria, fit, threshold: 10_000 }),
    });
    await call('criteria.publish', { jobId: 'p', reason: 'Every field' });
    for (const field of inRules) {
      const attributes = attributesWith(field);
      const { id } = await call('leads.create', { attributes });
      const points = fit.reduce((sum, rule) => sum + (rule.field in attributes ? rule.points : 0), 0);
      expect((await call('leads.get', { id })).score.fit, field).toBe(points);
    }
  });
});
