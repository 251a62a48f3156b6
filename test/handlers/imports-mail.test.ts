// Mail as an import: whose addresses are the owner's is asked once, the try-out says what is told apart, and all of it is undone.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { columnFindings } from '../../shared/import-column-findings.ts';
import { berlin, everybody, names, runConfirmed } from '../support/imported.ts';
import { aFolder, type TestWorkspace } from '../support/workspace.ts';

const none = { rows: [], alike: [] };
const fixture = (name: string) =>
  ({ kind: 'file', path: fileURLToPath(new URL(`../fixtures/mail/${name}`, import.meta.url)) }) as const;
type Source = Parameters<TestWorkspace['call']>[1] extends infer _
  ? { kind: 'file'; path: string } | { kind: 'files'; paths: string[] }
  : never;

async function request(workspace: TestWorkspace, source: Source) {
  const { preview, mapping, choices } = await workspace.call('imports.read', { jobId: 'r', source });
  return { preview, request: { jobId: 'x', source, choices, mapping, decisions: none } };
}
const bring = async (workspace: TestWorkspace, source: Source) =>
  runConfirmed(workspace, (await request(workspace, source)).request);

/** One message as it lies in a file. */
const message = (heads: Record<string, string>, text = 'Hello') =>
  `${Object.entries({
    From: 'Eve Dock <eve@dock.example>',
    To: 'me@oaklane.example',
    Subject: 'Stairs',
    Date: 'Mon, 1 Jun 2026 09:00:00 +0200',
    ...heads,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${text}\r\n`;

function written(files: Record<string, string>): string[] {
  const folder = aFolder();
  return Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
}

it('nothing is taken in before the owner has said which address is theirs; then it is known for good', async () => {
  const workspace = berlin();
  const source = fixture('gmail-takeout.mbox');
  const first = await request(workspace, source);
  await expect(workspace.call('imports.run', { ...first.request, confirmed: [] })).rejects.toThrow(
    'Select your own addresses first.',
  );
  await workspace.call('imports.addOwnAddress', { address: 'sam@harborbooks.example, info@harborbooks.example' });
  const { preview } = await request(workspace, source);
  expect(preview.mail?.own.filter(({ known }) => known).map(({ address }) => address)).toEqual([
    'sam@harborbooks.example',
  ]);
  const done = await bring(workspace, source);
  expect(done.counts).toMatchObject({ created: 2, activities: 3, rejected: 0 });
  expect(names(workspace)).toEqual(expect.arrayContaining(['Priya Nair', 'Noor Haddad']));
  expect(names(workspace)).toHaveLength(2);
});

it('a second import changes nothing, and undoing the first leaves nothing', async () => {
  const workspace = berlin();
  await workspace.call('imports.addOwnAddress', { address: 'sam@harborbooks.example' });
  const before = everybody(workspace);
  const { batchId } = await bring(workspace, fixture('gmail-takeout.mbox'));
  const after = everybody(workspace);
  const again = await bring(workspace, fixture('gmail-takeout.mbox'));
  expect(again.counts).toMatchObject({ created: 0, updated: 0, activities: 0, uncertain: 0 });
  expect(everybody(workspace)).toEqual(after);
  await workspace.call('imports.undo', { jobId: 'u', batchId });
  expect(everybody(workspace)).toEqual(before);
});

it('the sentences before it name what is told apart, what is guessed, and an address that looks like the owner’s', async () => {
  const workspace = berlin();
  await workspace.call('imports.addOwnAddress', { address: 'me@oaklane.example' });
  const paths = written({
    'one.eml': message(
      { 'Message-ID': '<1@x>', 'Delivered-To': 'office@oaklane.example' },
      'Hi\n\nRegards\nEve\nDock Ltd',
    ),
    'two.eml': message({ 'Message-ID': '<2@x>', 'List-Id': '<news.dock.example>' }),
    'three.eml': message({ 'Message-ID': '<1@x>' }),
    'four.eml': message({ 'Message-ID': '<4@x>', 'Delivered-To': 'office@oaklane.example' }),
  });
  const { preview, request: asked } = await request(workspace, { kind: 'files', paths });
  const findings = columnFindings(preview, asked.mapping, 'EUR');
  expect(findings.map(({ odd, text }) => [odd, text])).toEqual([
    [
      true,
      '“office@oaklane.example” is in 2 messages and may be yours. If you do not add it to your addresses, it is treated as a contact.',
    ],
    [false, '1 company guessed from a signature: Dock Ltd.'],
    [false, '1 newsletter or list message skipped.'],
    [false, '1 duplicate message skipped.'],
  ]);
  await expect(workspace.call('imports.run', { ...asked, confirmed: [] })).rejects.toThrow('has to be confirmed first');
});

it('a known lead is found by address and keeps what it has; only what is missing is filled from the signature', async () => {
  const workspace = berlin();
  await workspace.call('imports.addOwnAddress', { address: 'me@oaklane.example' });
  await workspace.call('leads.create', {
    attributes: { firstName: 'Eve', email: 'Eve@Dock.example', company: 'Dock' },
  });
  const [path = ''] = written({
    'one.eml': message(
      { 'In-Reply-To': '<a@oaklane.example>' },
      'Yes, please.\n\nRegards\nEve Dock\nDock Ltd\n+44 20 7946 0999',
    ),
  });
  const done = await bring(workspace, { kind: 'file', path });
  expect(done.counts).toMatchObject({ created: 0, updated: 1, activities: 1 });
  const { rows } = await workspace.call('leads.list', {});
  const lead = await workspace.call('leads.get', { id: rows[0]?.id ?? '' });
  expect(lead).toMatchObject({ lead: { company: 'Dock', phone: '+44 20 7946 0999' } });
});

it('a folder is read as one mailbox: what is no mail, and what is only linked to, is passed over', async () => {
  const workspace = berlin();
  await workspace.call('imports.addOwnAddress', { address: 'me@oaklane.example' });
  const [other = ''] = written({ 'other.eml': message({ From: 'Far <far@away.example>', 'Message-ID': '<9@x>' }) });
  const folder = aFolder();
  mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
  writeFileSync(
    join(folder, 'deep', 'er', 'mbox'),
    `From eve@dock.example Mon Jun  1 09:00:00 2026\n${message({ 'Message-ID': '<1@x>' })}`,
  );
  writeFileSync(join(folder, 'two.eml'), message({ From: 'Bo <bo@quay.example>', 'Message-ID': '<2@x>' }));
  writeFileSync(join(folder, 'notes.txt'), 'Buy oak');
  symlinkSync(other, join(folder, 'link.eml'));
  symlinkSync(folder, join(folder, 'deep', 'round'));
  const done = await bring(workspace, { kind: 'file', path: folder });
  expect(done.counts).toMatchObject({ created: 2, activities: 2 });
  await expect(request(workspace, { kind: 'file', path: aFolder() })).rejects.toThrow(
    'This is a folder. No e-mail or address card found.',
  );
});

it('what a mailbox before it did not have is read in the next one all the same; what was chosen about people stays chosen', async () => {
  const workspace = berlin();
  await workspace.call('imports.addOwnAddress', { address: 'me@oaklane.example' });
  const [bare = '', full = ''] = written({
    'bare.eml': message({ From: 'a@quay.example', 'Message-ID': '<1@x>' }),
    'full.eml': message({ 'Message-ID': '<2@x>' }, 'Hi\n\nRegards\nEve\nDock Ltd'),
  });
  const first = await request(workspace, { kind: 'file', path: bare });
  await runConfirmed(workspace, { ...first.request, mapping: { ...first.request.mapping, policy: 'overwrite' } });
  const second = await request(workspace, { kind: 'file', path: full });
  expect(second.request.mapping.policy).toBe('overwrite');
  await runConfirmed(workspace, second.request);
  expect(everybody(workspace).map(({ who, company }) => [who, company])).toEqual([
    ['', undefined],
    ['Eve Dock', 'Dock Ltd'],
  ]);
});

it('who asks for no more mail is named with the words before it is written, and yes that is set later stays', async () => {
  const workspace = berlin();
  await workspace.call('imports.addOwnAddress', { address: 'me@oaklane.example' });
  const [path = ''] = written({
    'one.mbox': [
      message({ 'Message-ID': '<1@x>' }, 'Please unsubscribe me.'),
      message({ From: 'Bo <bo@quay.example>', 'Message-ID': '<2@x>' }, 'Why do you never contact me?'),
    ]
      .map(one => `From x Mon Jun  1 09:00:00 2026\r\n${one}\r\n`)
      .join(''),
  });
  const source = { kind: 'file', path } as const;
  const { request: asked } = await request(workspace, source);
  const { findings } = await workspace.call('imports.check', asked);
  const consent = findings.filter(({ kind }) => kind === 'consent');
  expect(consent.map(({ odd, text }) => [odd, text])).toEqual([
    [
      true,
      'One message asks for no more mail, and the sender may no longer be contacted: Eve Dock, “Please unsubscribe me.”.',
    ],
    [true, 'One row may ask not to be contacted; nothing is set by it; first: Bo. Set their consent where it is so.'],
  ]);
  expect(consent[1]?.rows[0]?.was).toContain('“Why do you never contact me?”');
  await bring(workspace, source);
  const { rows } = await workspace.call('leads.list', {});
  const consents = async () =>
    Promise.all(rows.map(async ({ id }) => (await workspace.call('leads.get', { id })).lead.consent));
  expect((await consents()).toSorted()).toEqual(['no', 'unknown']);
  for (const { id } of rows) await workspace.call('leads.update', { id, attributes: { consent: 'yes' } });
  const again = await workspace.call('imports.check', (await request(workspace, source)).request);
  expect(again.findings.filter(({ kind }) => kind === 'consent')).toEqual([]);
  await bring(workspace, source);
  expect(await consents()).toEqual(['yes', 'yes']);
});

it('one letter of the owner to many thousands of people is read, small as the file is', async () => {
  const workspace = berlin();
  await workspace.call('imports.addOwnAddress', { address: 'me@oaklane.example' });
  const to = Array.from({ length: 100 }, (_, at) => `p${at}@dock.example`).join(', ');
  const letter = (at: number) =>
    message(
      { From: 'me@oaklane.example', To: to, 'Message-ID': `<${at}@x>`, Subject: 'News' },
      'Oak is cheap. '.repeat(280),
    );
  const [path = ''] = written({
    'sent.mbox': Array.from({ length: 120 }, (_, at) => `From x Mon Jun  1 09:00:00 2026\r\n${letter(at)}\r\n`).join(
      '',
    ),
  });
  const { preview } = await request(workspace, { kind: 'file', path });
  expect(preview.rowCount).toBe(12_000);
});
