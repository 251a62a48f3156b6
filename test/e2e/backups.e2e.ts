// Backups in the real program: one made by hand, checked in a process of its own, and the way back, by keyboard.
import { existsSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { backupFolder } from '../../electron/files/places.ts';
import { axeFindings } from './support/axe.ts';
import { launchRipen, type Ripen } from './support/launch.ts';
import { aFileWith, today } from './support/people.ts';

const running: Ripen[] = [];
afterEach(async () => {
  for (const ripen of running.splice(0)) await ripen.close();
});

describe('backups', () => {
  it('are made, listed and restored from Settings', async () => {
    const file = await aFileWith(
      async ({ call }) => void (await call('leads.create', { facts: { firstName: 'Dana' } })),
    );
    const ripen = await launchRipen({ workspace: file, now: today });
    running.push(ripen);
    const { page } = ripen;
    await page.evaluate(() => {
      location.hash = '/settings/backups';
    });
    await page.getByRole('button', { name: 'Back up now' }).press('Enter');
    await page.getByText('Backup created and verified.').waitFor();
    expect(readdirSync(backupFolder(file)).map(name => name.split('.').at(-1))).toEqual(['json', 'ripen']);
    const list = page.getByRole('list', { name: 'Backups' });
    await list.getByText('Manual, 1 person').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.evaluate(() => window.ripen.call('leads.create', { facts: { firstName: 'Bo' } }));
    await list.getByRole('button', { name: /^Restore the backup of/ }).press('Enter');
    await page.getByRole('dialog', { name: 'Restore this backup' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Workspace restored to').waitFor();
    await list.getByText('Before a restore, 2 people').waitFor();
    const answer = await page.evaluate(() => window.ripen.call('workspace.get', {}));
    expect(answer).toMatchObject({ ok: true, value: { leadCount: 1 } });
    expect(existsSync(`${file}.restoring`)).toBe(false);
    expect(ripen.troubles).toEqual([]);
  });
});
