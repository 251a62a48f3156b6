// Importing a file twice is the same as importing it once, whatever is in it and whoever is here already.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DuplicatePolicy } from '../../shared/import.ts';
import { contentOf } from '../support/content.ts';
import { runConfirmed } from '../support/imported.ts';
import { times } from '../support/long.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { aWorkspace } from '../support/workspace.ts';

const fields = ['first', 'last', 'email', 'phone', 'company', 'id', 'city', 'stage'] as const;
type Row = Readonly<Record<(typeof fields)[number], string>>;
const header = 'First name;Last name;E-mail;Phone;Company;Record ID;City;Lead status';
const fileOf = (rows: readonly Row[]) =>
  [header, ...rows.map(row => fields.map(name => row[name]).join(';'))].join('\n');
/** What is in the file, but for the list of imports. */
const stateOf = ({ app }: TestWorkspace) => ({ ...contentOf(app().reader), import_batch: [] });

async function importRows(workspace: TestWorkspace, rows: readonly Row[], policy: DuplicatePolicy) {
  const source = { kind: 'pasted', text: fileOf(rows) } as const;
  const { mapping } = await workspace.call('imports.read', { jobId: 'r', source });
  return runConfirmed(workspace, { jobId: 'x', source, mapping: { ...mapping, policy } });
}

const cell = (...values: readonly string[]) => fc.constantFrom('', ...values);
/** Few values, so that rows meet each other by every key, agreeing and disagreeing. */
const anyRow: fc.Arbitrary<Row> = fc.record({
  first: cell('Ann', 'Bob', 'Cy'),
  last: cell('Lee', 'Fox'),
  email: cell('ann@acme.example', 'ann+news@acme.example', 'bob@fox.example', 'info@acme.example'),
  phone: cell('+49 30 1234567', '+49 170 7654321'),
  company: cell('Acme GmbH', 'ACME', 'Fox Ltd'),
  id: cell('1', '2', '3'),
  city: cell('Graz', 'Linz'),
  stage: cell('New', 'Customer', 'Lost'),
});

/** People as they are: colleagues share a company, its telephone and its mailbox; a name comes twice. */
const leads: readonly Row[] = [
  ['Ann', 'Lee', 'ann@acme.example', '+49 30 1234567', 'Acme GmbH', '1', 'Berlin', 'New'],
  ['Bob', 'Fox', 'bob@acme.example', '+49 30 1234567', 'Acme', '2', 'Berlin', 'Customer'],
  ['Cy', 'Marsh', 'info@acme.example', '+49 30 1234567', 'ACME', '3', 'Berlin', 'Lost'],
  ['Dee', 'Holm', 'info@acme.example', '', 'Acme GmbH', '4', 'Graz', ''],
  ['Ann', 'Lee', 'ann@fern.example', '+49 170 7654321', 'Fern Ltd', '5', 'Graz', 'Nurture'],
  ['', '', '', '', 'Quay KG', '', 'Linz', ''],
  ['Eve', '', '', '', '', '', '', ''],
].map(values => Object.fromEntries(fields.map((name, i) => [name, values[i] ?? ''])) as Row);
/** Somebody of them, of whom the row knows the address or the id, and of the rest some. */
const somebody: fc.Arbitrary<Row> = fc
  .record({ who: fc.constantFrom(...leads), knows: fc.subarray(['first', 'phone', 'company', 'city', 'stage']) })
  .map(({ who, knows }) => ({
    ...(Object.fromEntries(
      fields.map(name => [name, !['phone', 'city', 'stage'].includes(name) || knows.includes(name) ? who[name] : '']),
    ) as Row),
  }));

describe('importing a file twice', () => {
  it.each(['fill', 'skip', 'overwrite'] as const)(
    'changes nothing, with the policy “%s”',
    { timeout: 300_000 },
    async policy => {
      await fc.assert(
        fc.asyncProperty(fc.array(somebody, { minLength: 1, maxLength: 15 }), async rows => {
          const workspace = aWorkspace();
          await importRows(workspace, rows, policy);
          const before = stateOf(workspace);
          const { counts } = await importRows(workspace, rows, policy);
          expect(stateOf(workspace)).toEqual(before);
          expect(counts).toMatchObject({ created: 0, updated: 0 });
        }),
        { numRuns: times(8, 100) },
      );
    },
  );

  it.each(['fill', 'skip', 'overwrite'] as const)(
    'changes nothing, whatever its rows say of each other, with the policy “%s”',
    { timeout: 300_000 },
    async policy => {
      const rows = fc.array(anyRow, { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(rows, rows, async (others, rows) => {
          const workspace = aWorkspace();
          await importRows(workspace, others, policy);
          await importRows(workspace, rows, policy);
          const before = stateOf(workspace);
          expect((await importRows(workspace, rows, policy)).counts.created).toBe(0);
          expect(stateOf(workspace)).toEqual(before);
        }),
        { numRuns: times(8, 100) },
      );
    },
  );

  it.each([
    [
      'spend',
      'Campaign name;Cost;Start date;End date\nSpring;10,50;01.03.2026;31.03.2026\nSpring;10,50;01.03.2026;31.03.2026',
    ],
    ['reach', 'Week;Channel;Impressions;Visitors\n2026-03-02;Website;1200;80\n2026-03-09;Website;900;70'],
  ])('adds no %s the second time', async (_what, text) => {
    const workspace = aWorkspace();
    const run = async () => {
      const source = { kind: 'pasted', text } as const;
      const { mapping } = await workspace.call('imports.read', { jobId: 'r', source });
      return (await workspace.call('imports.run', { jobId: 'x', source, mapping })).counts;
    };
    expect(await run()).toMatchObject({ created: 2, unchanged: 0 });
    const before = stateOf(workspace);
    expect(await run()).toMatchObject({ created: 0, unchanged: 2 });
    expect(stateOf(workspace)).toEqual(before);
  });
});
