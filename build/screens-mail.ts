// Mailboxes for pictures of their import: dropped on the window as files, from the beginning each time.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const people = ['Dana Holm', 'Eve Dock', 'Bo Lind', 'Ida Stone', 'Finn Pier', 'Rita Vale', 'Noor Haddad'];

/** A mailbox of a joinery; `team`: colleagues whose addresses its mail was delivered to. */
function mailbox(team: number): string {
  const ours = ['mara', ...Array.from({ length: team }, (_, i) => `office.${i + 1}`)];
  const message = (number: number): string => {
    const name = people[number % people.length] ?? '';
    const [first = '', last = ''] = name.toLowerCase().split(' ');
    // Half of the mail names the owner, as a mail server does; the rest their colleagues in turn.
    const to = `${number % 2 === 0 ? 'mara' : ours[(number >> 1) % ours.length]}@oaklane-joinery.example`;
    const isNews = number % 9 === 4;
    return [
      'From x@y.example Mon Feb  2 09:00:00 2026',
      `From: ${name} <${first}@${last}-homes.example>`,
      `To: ${to}`,
      `Delivered-To: ${to}`,
      `Date: Mon, ${1 + (number % 28)} Feb 2026 09:00:00 +0000`,
      `Message-ID: <${number}@${last}-homes.example>`,
      ...(isNews ? ['List-Id: <news.example>'] : []),
      ...(number % 13 === 6 ? ['Auto-Submitted: auto-replied'] : []),
      'Subject: A staircase in oak',
      '',
      `Good morning, what does a staircase of ${10 + (number % 8)} steps cost?`,
      '',
      'Kind regards',
      name,
      `${name.split(' ')[1]} Homes Ltd`,
      '',
    ].join('\r\n');
  };
  const all = Array.from({ length: Math.max(40, 4 * ours.length) }, (_, number) => `${message(number)}\r\n`);
  // The first ones are there twice.
  return [...all, ...all.slice(0, 3)].join('');
}

async function startAnew(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { ripen } = window as unknown as {
      ripen: { call: (name: string, input: unknown) => Promise<{ value: { addresses: { id: string }[] } }> };
    };
    const { value } = await ripen.call('imports.memory', {});
    await ripen.call('imports.forget', { ids: value.addresses.map(({ id }) => id) });
  });
  const back = page.getByRole('button', { name: '1 Choose' });
  if (await back.isVisible()) await back.click();
  await page.getByRole('heading', { name: 'Import your list' }).waitFor();
}

/** Drops a mailbox of a firm with so many colleagues on the window, and waits for the question about addresses. */
export const dropMail = (team: number) => async (page: Page) => {
  await startAnew(page);
  const path = join(await mkdtemp(join(tmpdir(), 'ripen-mail-')), 'Inbox.mbox');
  await writeFile(path, mailbox(team));
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  await page.getByRole('heading', { name: 'Which of these addresses are yours?' }).waitFor();
};

export async function previewMail(page: Page): Promise<void> {
  await dropMail(0)(page);
  await page.getByRole('button', { name: 'Preview import' }).click();
  await page.getByRole('heading', { name: 'Check before you import' }).waitFor();
}
