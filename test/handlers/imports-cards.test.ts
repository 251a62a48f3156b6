// Address cards as an import: matched like every import, several files at once, undone whole.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { berlin, everybody, names, runConfirmed } from '../support/imported.ts';
import { aFolder, type TestWorkspace } from '../support/workspace.ts';

type Source =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'files'; readonly paths: string[] }
  | { readonly kind: 'pasted'; readonly text: string };

const fixture = (name: string): Source => ({
  kind: 'file',
  path: fileURLToPath(new URL(`../fixtures/cards/${name}`, import.meta.url)),
});
async function bring(workspace: TestWorkspace, source: Source) {
  const { mapping, choices, preview } = await workspace.call('imports.read', { jobId: 'r', source });
  const done = await runConfirmed(workspace, {
    jobId: 'x',
    source,
    choices,
    mapping,
    decisions: { rows: [], alike: [] },
  });
  return { ...done, preview };
}
const card = (...lines: readonly string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');

it('an address book becomes leads, a second import changes nothing, and undo leaves nothing', async () => {
  const workspace = berlin();
  const before = everybody(workspace);
  const { counts, batchId } = await bring(workspace, fixture('iphone.vcf'));
  expect(counts).toMatchObject({ created: 2, rejected: 0 });
  const after = everybody(workspace);
  expect((await bring(workspace, fixture('iphone.vcf'))).counts).toMatchObject({ created: 0, updated: 0 });
  expect(everybody(workspace)).toEqual(after);
  await workspace.call('imports.undo', { jobId: 'u', batchId });
  expect(everybody(workspace)).toEqual(before);
});

it('a card of somebody who is here fills what is missing and keeps what is there', async () => {
  const workspace = berlin();
  const { id } = await workspace.call('leads.create', {
    attributes: { firstName: 'Noor', lastName: 'Haddad', email: 'noor.haddad@harborbooks.example', jobTitle: 'Owner' },
  });
  const { counts } = await bring(workspace, fixture('google.vcf'));
  expect(counts).toMatchObject({ created: 1, updated: 1 });
  const { lead } = await workspace.call('leads.get', { id });
  expect(lead).toMatchObject({ jobTitle: 'Owner', company: 'Harbor Books Ltd', city: 'Bristol' });
});

it('several files, a folder of them and a pasted card are each one import', async () => {
  const workspace = berlin();
  const folder = aFolder();
  mkdirSync(join(folder, 'team'));
  const paths = ['a.vcf', 'team/b.vcf'].map((name, i) => {
    writeFileSync(join(folder, name), card(`FN:Person ${'AB'[i]}`, `EMAIL:${i}@x.example`));
    return join(folder, name);
  });
  writeFileSync(join(folder, 'readme.txt'), 'Nothing');
  expect((await bring(workspace, { kind: 'files', paths })).counts).toMatchObject({ created: 2 });
  expect((await bring(workspace, { kind: 'file', path: folder })).counts).toMatchObject({ rows: 2, created: 0 });
  const pasted = await bring(workspace, { kind: 'pasted', text: card('FN:Cara Elm', 'TEL:+49 171 5550123') });
  expect(pasted.preview.fileName).toBe('Pasted card');
  expect(names(workspace)).toEqual(expect.arrayContaining(['Person A', 'Person B', 'Cara Elm']));
});

it('cards among other files are refused with what to do', async () => {
  const workspace = berlin();
  const folder = aFolder();
  writeFileSync(join(folder, 'a.vcf'), card('FN:Ann Lee'));
  writeFileSync(join(folder, 'b.csv'), 'Name,E-mail\nBo,b@x.example\n');
  const source: Source = { kind: 'files', paths: [join(folder, 'a.vcf'), join(folder, 'b.csv')] };
  await expect(workspace.call('imports.read', { jobId: 'r', source })).rejects.toThrow('Choose the others one by one');
});
