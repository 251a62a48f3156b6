// The owner's own words in a file (tags, own fields, own activity types, reasons), and refused rows that find their place again.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../electron/open-workspace.ts';
import type { Output } from '../../shared/contract.ts';
import type { Mapping } from '../../shared/import.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { aFolder, aWorkspace, migrationsFolder } from '../support/workspace.ts';

async function importText({ call }: TestWorkspace, text: string, change: (mapping: Mapping) => Mapping = same => same) {
  const source = { kind: 'pasted', text } as const;
  const { mapping, remembered } = await call('imports.read', { jobId: 'r', source });
  return { mapping, remembered, done: await call('imports.run', { jobId: 'x', source, mapping: change(mapping) }) };
}
const contracts = 'E-mail;Contract end;Tags\nann@acme.example;31.12.2026;VIP, Spring\nbob@fox.example;;vip';

describe('tags and own fields', () => {
  const asField = (mapping: Mapping): Mapping => ({
    ...mapping,
    columns: [
      ...mapping.columns.filter(({ column }) => column !== 1),
      { column: 1, target: 'customField', fieldId: 'new:date:Contract end', dateOrder: 'dmy' },
    ],
  });

  it('are made by the first file and found by name by the second', async () => {
    const workspace = aWorkspace();
    await importText(workspace, contracts, asField);
    expect(await workspace.call('tags.list', {})).toMatchObject([
      { label: 'Spring', used: 1 },
      { label: 'VIP', used: 2 },
    ]);
    const [field] = await workspace.call('customFields.list', {});
    expect(field).toMatchObject({ label: 'Contract end', kind: 'date', used: 1 });
    const again = await importText(workspace, contracts.replace('bob@fox.example;;', 'bob@fox.example;1.2.2027;'));
    expect(again.mapping.columns).toContainEqual(
      expect.objectContaining({ column: 1, fieldId: 'new:date:Contract end' }),
    );
    expect(again.done.counts).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await workspace.call('customFields.list', {})).toMatchObject([{ id: field?.id, used: 2 }]);
  });

  it('are taken back with the import; a value it overwrote returns', async () => {
    const workspace = aWorkspace();
    const { done } = await importText(workspace, contracts, asField);
    const id = done.created[0]?.id ?? '';
    const overwriting = (mapping: Mapping): Mapping => ({ ...mapping, policy: 'overwrite' });
    const changed = contracts.replace('31.12.2026', '1.1.2030').replace('VIP, Spring', 'Autumn');
    const second = await importText(workspace, changed, overwriting);
    const customValues = async () => Object.values((await workspace.call('leads.get', { id })).customValues);
    expect(await customValues()).toEqual(['2030-01-01']);
    await workspace.call('imports.undo', { jobId: 'u', batchId: second.done.batchId });
    expect(await customValues()).toEqual(['2026-12-31']);
    // What only this file had brought goes with it.
    expect((await workspace.call('tags.list', {})).find(({ label }) => label === 'Autumn')).toBeUndefined();
  });
});

it('an unknown activity becomes a type of its own when the owner says so, and is that type from then on', async () => {
  const workspace = aWorkspace();
  const text = 'E-mail;Activity type;Activity date\nann@acme.example;Sauna evening;2026-05-03';
  const made = (mapping: Mapping): Mapping => ({
    ...mapping,
    values: [{ target: 'activityType', value: 'Sauna evening', to: 'new:Sauna evening' }],
  });
  expect((await importText(workspace, text)).done.counts.activities).toBe(0);
  await importText(workspace, text, made);
  await importText(workspace, text.replace('05-03', '05-04'), made);
  const types = (await workspace.call('activityTypes.list', {})).filter(({ label }) => label === 'Sauna evening');
  expect(types).toHaveLength(1);
});

it.each([
  ['Lost', 'Too expensive', 'price'],
  ['Disqualified', 'Spam or fraud', 'spam'],
  ['Nurture', 'Bad timing', 'bad-timing'],
  ['Nurture', 'Could not reach', 'could-not-reach'],
  ['Nurture', 'Company is too small', 'too-small'],
])('the reason of %s is read: %s', async (stage, theirs, reason) => {
  const workspace = aWorkspace();
  const { done } = await importText(workspace, `E-mail;Stage;Reason\nann@acme.example;${stage};${theirs}`);
  const { stageChanges } = await workspace.call('leads.get', { id: done.created[0]?.id ?? '' });
  expect(stageChanges.at(-1)?.reason ?? stageChanges[0]?.reason).toBe(reason);
});

it('a header is known by the words of our own screen', async () => {
  const { mapping } = await importText(
    aWorkspace(),
    'E-mail;Lead since;Nurture until\na@x.example;2024-02-03;2026-07-01',
  );
  expect(mapping.columns.map(({ target }) => target)).toEqual(['email', 'createdOn', 'nurtureUntil']);
});

it('the day of one file is not taken for the next', async () => {
  const workspace = aWorkspace();
  const day = { target: 'activityOn', value: '2026-05-03' } as const;
  const attended = 'E-mail;Attended\nann@acme.example;yes';
  await importText(workspace, attended, mapping => ({ ...mapping, fixed: [day, { target: 'tags', value: 'Fair' }] }));
  const { remembered, mapping } = await importText(workspace, attended);
  expect(remembered).toBe(true);
  expect(mapping.fixed).toEqual([{ target: 'tags', value: 'Fair' }]);
});

it('refused rows, mended, find the mapping of their file and the people who came with it', async () => {
  const workspace = aWorkspace();
  workspace.app().close();
  const rejected = join(aFolder(), 'refused.csv');
  const options = { file: workspace.file, migrationsFolder, now: () => workspace.clock.now, deviceId: 'test' };
  const app = makeApp({ ...options, saveAs: async () => rejected });
  const call = async <T>(name: 'imports.read' | 'imports.run' | 'imports.saveRejected', input: object) => {
    const result = await app.call(name, input);
    if (!result.ok) throw new Error(result.error.message);
    return result.value as T;
  };
  const list = join(aFolder(), 'list.csv');
  writeFileSync(list, 'Wer;Mail;Schuh\nAda Holm;ada@mill.example;38\n;;40\n');
  const source = { kind: 'file', path: list };
  const read = await call<Output<'imports.read'>>('imports.read', { jobId: 'r', source });
  const columns = [
    { column: 0, target: 'fullName' },
    { column: 1, target: 'email' },
    { column: 2, target: 'notes' },
  ];
  const mapping = { ...read.mapping, columns };
  await call('imports.run', { jobId: 'x', source, mapping });
  await call('imports.saveRejected', { jobId: 's', source, mapping });
  writeFileSync(rejected, readFileSync(rejected, 'utf8').replace(',,40', 'Ada,ada@mill.example,40'));
  const mended = { kind: 'file', path: rejected };
  const again = await call<Output<'imports.read'>>('imports.read', { jobId: 'm', source: mended });
  expect(again.remembered).toBe(true);
  expect(again.mapping.columns).toEqual(columns);
  const done = await call<Output<'imports.run'>>('imports.run', { jobId: 'y', source: mended, mapping: again.mapping });
  expect(done.counts).toMatchObject({ rows: 1, created: 0, unchanged: 1, rejected: 0 });
  app.close();
});
