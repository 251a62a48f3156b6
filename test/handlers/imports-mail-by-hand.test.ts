// What may be logged manually already is named before the mail of that day comes in; no mail is passed over for it.
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
      return `From x Mon May 11 09:00:00 2026\n${heads.join('\n')}\nSubject: Re: Stairs ${at}\nIn-Reply-To: <0@x>\nMessage-ID: <${time.replaceAll(' ', '')}@x>\nDate: ${time}\n\nHello\n`;
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
  const request = { jobId: 'x', source, choices, mapping, decisions: { rows: [], alike: [] } };
  const { findings } = await workspace.call('imports.check', request);
  return { ...(await runConfirmed(workspace, request)), findings };
}

/** 22:30 in Berlin is still the first day; 00:30 is the next, and in UTC it is not. */
const times = ['Mon, 11 May 2026 09:00:00 +0200', 'Mon, 11 May 2026 22:30:00 +0200', 'Tue, 12 May 2026 00:30:00 +0200'];

const named = (findings: readonly { readonly key: string; readonly odd: boolean; readonly text: string }[]) =>
  findings.filter(({ key }) => key === 'logged manually').map(({ odd, text }) => [odd, text]);

test.each([
  ['ours', 'email-sent'],
  ['theirs', 'replied'],
] as const)('%s: each further import adds its mail, and names the entry of that day', async (direction, typeId) => {
  const workspace = await workspaceWith(typeId, '2026-05-11');
  const [first = '', second = ''] = times;
  const sentence = [
    true,
    'One message may be logged manually already: Eve Dock, 2026-05-11. It is added as well; delete the entry that is there twice.',
  ];
  const one = await bring(workspace, mailbox(direction, [first]));
  expect(one.counts).toMatchObject({ created: 0, activities: 1 });
  expect(named(one.findings)).toEqual([sentence]);
  const two = await bring(workspace, mailbox(direction, [second]));
  expect(two.counts).toMatchObject({ activities: 1 });
  expect(named(two.findings)).toEqual([sentence]);
  const after = everybody(workspace);
  const again = await bring(workspace, mailbox(direction, [first, second]));
  expect(again.counts).toMatchObject({ activities: 0 });
  expect(named(again.findings)).toEqual([]);
  expect(everybody(workspace)).toEqual(after);
});

test('of several messages of a day one is named for each entry; another type or day names none', async () => {
  const sameDay = await workspaceWith('email-sent', '2026-05-11');
  const both = await bring(sameDay, mailbox('ours', times));
  expect(both.counts).toMatchObject({ activities: 3 });
  expect(named(both.findings)).toHaveLength(1);
  for (const [typeId, date] of [
    ['call-made', '2026-05-11'],
    ['email-sent', '2026-05-10'],
  ] as const) {
    const other = await bring(await workspaceWith(typeId, date), mailbox('ours', times));
    expect(other.counts).toMatchObject({ activities: 3 });
    expect(named(other.findings)).toEqual([]);
  }
});

test('logged at the very minute of one message, it is that message', async () => {
  const workspace = await workspaceWith('email-sent', '2026-05-11', '09:00');
  expect((await bring(workspace, mailbox('ours', times))).counts).toMatchObject({ activities: 2 });
});
