// A row that was in an earlier import: who it was is remembered, whatever was decided, merged or changed since, and it moves nobody.
import { expect, it } from 'vitest';
import type { Decisions } from '../../shared/import.ts';
import { contentOf } from '../support/content.ts';
import { runConfirmed } from '../support/imported.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

async function importList(workspace: TestWorkspace, text: string, decisions: Partial<Decisions> = {}) {
  const source = { kind: 'pasted', text } as const;
  const { mapping } = await workspace.call('imports.read', { jobId: 'r', source });
  const request = { jobId: 'x', source, mapping, decisions: { rows: [], alike: [], ...decisions } };
  const checked = await workspace.call('imports.check', request);
  return { checked, done: await runConfirmed(workspace, request) };
}
const add = async ({ call }: TestWorkspace, attributes: object) => (await call('leads.create', { attributes })).id;
const leadOf = async ({ call }: TestWorkspace, id: string) => (await call('leads.get', { id })).lead;
const count = async ({ call }: TestWorkspace) => (await call('leads.list', {})).total;
const ann = { firstName: 'Ann', lastName: 'Lee', email: 'ann@acme.example', phone: '+49 30 1234567' };
const bob = 'First name;Last name;Phone;City\nBob;Fox;+49 30 1234567;Linz';

it('is decided once', async () => {
  const workspace = aWorkspace();
  const id = await add(workspace, ann);
  const first = await importList(workspace, bob, { rows: [{ line: 2, choice: 'same', leadId: id }] });
  expect(first.checked.counts).toMatchObject({ created: 0, updated: 1 });
  const before = contentOf(workspace.app().reader).lead;
  const { checked } = await importList(workspace, bob);
  expect(checked.counts).toMatchObject({ created: 0, updated: 0, unchanged: 1, uncertain: 0 });
  expect(checked.reasons).toEqual([{ why: 'Same row as in an earlier import.', count: 1 }]);
  expect(contentOf(workspace.app().reader).lead).toEqual(before);
  // Another row about somebody with that number is a doubt as before.
  expect((await importList(workspace, bob.replace('Bob', 'Cy'))).checked.counts).toMatchObject({ uncertain: 1 });
});

it('is forgotten with the import that was undone', async () => {
  const workspace = aWorkspace();
  const id = await add(workspace, ann);
  const before = contentOf(workspace.app().reader).lead;
  const decisions: Partial<Decisions> = { rows: [{ line: 2, choice: 'same', leadId: id }] };
  const { done } = await importList(workspace, 'First name;Last name;Phone\nBob;Fox;+49 30 1234567', decisions);
  const undone = await workspace.call('imports.undo', { jobId: 'u', batchId: done.batchId });
  expect(undone).toEqual({ removed: 0, restored: 0, kept: [] });
  expect(contentOf(workspace.app().reader).lead).toEqual(before);
});

it('is the lead into which its own was merged', async () => {
  const workspace = aWorkspace();
  await importList(workspace, 'First name;Last name;Company\nBob;Fox;Mill GmbH');
  const bobs = (await workspace.call('leads.list', {})).rows[0]?.id ?? '';
  const id = await add(workspace, { firstName: 'Robert', lastName: 'Fuchs', company: 'Quay AG' });
  const { attributes, customValues } = await workspace.call('duplicates.pair', { id, otherId: bobs });
  const chosen = { ...attributes, firstName: 'Robert', lastName: 'Fuchs', company: 'Quay AG' };
  await workspace.call('duplicates.merge', { id, otherId: bobs, attributes: chosen, customValues });
  const { checked } = await importList(workspace, 'First name;Last name;Company\nBob;Fox;Mill GmbH');
  expect(checked.counts).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
  expect(await count(workspace)).toBe(1);
});

it('moves nobody back and plans nothing anew; with another word it does', async () => {
  const workspace = aWorkspace();
  const text = 'Name;E-mail;Lead status;Next step\nAnn Lee;ann@acme.example;SQL;Send quote';
  await importList(workspace, text);
  const id = (await workspace.call('leads.list', {})).rows[0]?.id ?? '';
  await workspace.call('leads.move', { ids: [id], move: { to: 'lead' } });
  await workspace.call('leads.setNextStep', { id, nextStep: null, nextStepOn: null });
  const { checked } = await importList(workspace, text);
  expect(checked.counts).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
  expect(await leadOf(workspace, id)).toMatchObject({ stage: 'lead', nextStep: null });
  await importList(workspace, text.replace('SQL', 'Opportunity'));
  expect(await leadOf(workspace, id)).toMatchObject({ stage: 'opportunity', nextStep: 'Send quote' });
});

it('is asked about when it surely seems to be somebody else today', async () => {
  const workspace = aWorkspace();
  const text = 'Name;E-mail\nAnn Lee;ann@acme.example';
  await importList(workspace, text);
  const id = (await workspace.call('leads.list', {})).rows[0]?.id ?? '';
  await workspace.call('leads.update', {
    id,
    attributes: { firstName: 'Dee', lastName: 'Holm', email: 'dee@fern.example' },
  });
  const other = await add(workspace, { firstName: 'Ann', lastName: 'Lee', email: 'ann@acme.example' });
  const { checked } = await importList(workspace, text);
  expect(checked.uncertain.flatMap(({ candidates }) => candidates.map(({ leadId }) => leadId))).toEqual([id, other]);
  expect(checked.counts).toMatchObject({ created: 0, uncertain: 1 });
});
