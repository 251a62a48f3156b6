// What was logged by hand is not logged a second time when the mail of that day comes in.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { berlin, everybody, runConfirmed } from '../support/imported.ts';
import { aFolder } from '../support/workspace.ts';

const mailbox = (direction: 'ours' | 'theirs', times: readonly string[]) =>
  times
    .map((time, at) => {
      const [from, to] = ['me@oaklane.example', 'Eve Dock <eve@dock.example>'];
      const heads = direction === 'ours' ? [`From: ${from}`, `To: ${to}`] : [`From: ${to}`, `To: ${from}`];
      return `From x Mon May 11 09:00:00 2026\n${heads.join('\n')}\nSubject: Re: Stairs ${at}\nIn-Reply-To: <0@x>\nMessage-ID: <${at}@x>\nDate: ${time}\n\nHello\n`;
    })
    .join('\n');

async function workspaceWith(typeId: string, date: string, time: string | null = null) {
  const workspace = berlin();
  await workspace.call('imports.addOwnAddress', { address: 'me@oaklane.example' });
  const { id } = await workspace.call('leads.create', {
    attributes: { firstName: 'Eve', lastName: 'Dock', email: 'eve@dock.example' },
  });
  await workspace.call('activities.log', { leadIds: [id], typeId, when: { date, time } });
  return workspace;
}
async function bring(workspace: ReturnType<typeof berlin>, text: string) {
  const path = join(aFolder(), 'inbox.mbox');
  writeFileSync(path, text);
  const source = { kind: 'file', path } as const;
  const { mapping, choices } = await workspace.call('imports.read', { jobId: 'r', source });
  return runConfirmed(workspace, { jobId: 'x', source, choices, mapping, decisions: { rows: [], alike: [] } });
}

/** 22:30 in Berlin is still the first day; 00:30 is the next, and in UTC it is not. */
const times = ['Mon, 11 May 2026 09:00:00 +0200', 'Mon, 11 May 2026 22:30:00 +0200', 'Tue, 12 May 2026 00:30:00 +0200'];

test.each([
  ['ours', 'email-sent'],
  ['theirs', 'replied'],
] as const)('%s: it answers for the first of its day, once, in every import', async (direction, typeId) => {
  const workspace = await workspaceWith(typeId, '2026-05-11');
  const { counts } = await bring(workspace, mailbox(direction, times));
  expect(counts).toMatchObject({ created: 0, activities: 2 });
  const after = everybody(workspace);
  expect((await bring(workspace, mailbox(direction, times))).counts).toMatchObject({ activities: 0 });
  expect(everybody(workspace)).toEqual(after);
});

test('another type, or another day, answers for none', async () => {
  const otherType = await workspaceWith('call-made', '2026-05-11');
  expect((await bring(otherType, mailbox('ours', times))).counts).toMatchObject({ activities: 3 });
  const otherDay = await workspaceWith('email-sent', '2026-05-10');
  expect((await bring(otherDay, mailbox('ours', times))).counts).toMatchObject({ activities: 3 });
});

test('logged at the very minute of one message, it does not answer for another as well', async () => {
  const workspace = await workspaceWith('email-sent', '2026-05-11', '09:00');
  expect((await bring(workspace, mailbox('ours', times))).counts).toMatchObject({ activities: 2 });
});
