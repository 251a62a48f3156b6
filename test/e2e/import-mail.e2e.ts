// Mail in real Electron: dropped on the window, the own address said once, tried out, taken in, and undone.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { createWorkspace } from '../../electron/open-workspace.ts';
import { migrationsFolder } from '../support/workspace.ts';
import { axeFindings } from './support/axe.ts';
import { aUserData } from './support/launch.ts';
import type { Ripen } from './support/ripen.ts';
import { openShared } from './support/shared.ts';

const now = '2026-06-03T09:00:00Z';
let folder: string;
let ripen: Ripen;

beforeEach(async () => {
  folder = await aUserData();
  const file = join(folder, 'mine.ripen');
  createWorkspace({ file, migrationsFolder, now: () => Date.parse(now), deviceId: 'test' }, { timeZone: 'UTC' });
  ripen = await openShared({ now, workspace: file });
});

async function aMail(name: string, heads: readonly string[], text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, [...heads, '', text, ''].join('\r\n'));
  return path;
}

/** Drops real files on the middle of the window, as a file manager would. */
async function drop(files: readonly string[]): Promise<void> {
  const session = await ripen.page.context().newCDPSession(ripen.page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
}

const leadCount = () =>
  ripen.page.evaluate(async () => {
    const result = await window.ripen.call('leads.list', {});
    return result.ok ? (result.value as { total: number }).total : -1;
  });
const button = (name: string | RegExp) => ripen.page.getByRole('button', { name });
async function press(name: string | RegExp): Promise<void> {
  await button(name).focus();
  await ripen.page.keyboard.press('Enter');
}

it('two mails dropped together are one import: the own address is asked once, and undo takes both back', async () => {
  const { page } = ripen;
  const to = ['To: Mara <mara@oaklane.example>', 'Delivered-To: mara@oaklane.example'];
  const inquiry = await aMail(
    'inquiry.eml',
    [
      'From: Eve Dock <eve@dock.example>',
      ...to,
      'Date: Mon, 1 Jun 2026 09:00:00 +0000',
      'Message-ID: <1@dock.example>',
      'Subject: A staircase',
    ],
    'How much is one?\r\n\r\nRegards\r\nEve Dock\r\nDock Ltd\r\n<script>alert(1)</script>',
  );
  const reply = await aMail(
    'reply.eml',
    [
      'From: Bo Lind <bo@quay.example>',
      ...to,
      'Date: Tue, 2 Jun 2026 09:00:00 +0000',
      'Message-ID: <2@quay.example>',
      'In-Reply-To: <0@oaklane.example>',
      'Subject: Re: Offer',
    ],
    'Yes, please.\r\n\r\nOn Mon, 1 Jun 2026, Mara <mara@oaklane.example> wrote:\r\n> our offer',
  );
  await drop([inquiry, reply]);
  await page.getByRole('heading', { name: 'Which of these addresses are yours?' }).waitFor();
  const own = page.getByRole('checkbox', { name: /mara@oaklane\.example/ });
  expect(await own.isChecked()).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await press('Preview import');
  await page.getByText('1 company guessed from a signature: Dock Ltd.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await press('Import 2');
  await page.getByRole('main').getByText('File imported.').waitFor();
  await expect.poll(leadCount).toBe(2);
  const notes = await page.evaluate(async () => {
    const list = await window.ripen.call('leads.list', { search: 'bo@quay' });
    const id = list.ok ? (list.value as { rows: { id: string }[] }).rows[0]?.id : '';
    const lead = await window.ripen.call('leads.get', { id });
    return lead.ok ? JSON.stringify(lead.value) : '';
  });
  expect(notes).toContain('Re: Offer\\nYes, please.');
  expect(notes).not.toContain('our offer');

  // Known by now: the next mail goes straight to its preview, and the same mail changes nothing.
  await press('Import another file');
  await drop([inquiry]);
  await page.getByText('Nothing would change.').waitFor();
  await press('Back');
  await press('Choose another file');
  await press('Undo import');
  await expect.poll(leadCount).toBe(0);
  expect(ripen.troubles).toEqual([]);
});
