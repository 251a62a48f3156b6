// Backups in the real program: one made by hand, checked in a process of its own, and the way back, by keyboard.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { backupFolder } from '../../electron/files/backup-folder.ts';
import { axeFindings } from './support/axe.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import { aFileWith, today } from './support/leads.ts';
import type { Ripen } from './support/ripen.ts';

const running: Ripen[] = [];
afterEach(async () => {
  for (const ripen of running.splice(0)) await ripen.close();
});

describe('backups', () => {
  it('are made, listed and restored from Settings', async () => {
    const file = await aFileWith(
      async ({ call }) => void (await call('leads.create', { attributes: { firstName: 'Dana' } })),
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

    await page.evaluate(() => window.ripen.call('leads.create', { attributes: { firstName: 'Bo' } }));
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

  it('are the way on when the file goes away under Ripen: told over every screen, and saved again by one click', async () => {
    const file = await aFileWith(
      async ({ call }) => void (await call('leads.create', { attributes: { firstName: 'Dana' } })),
    );
    const ripen = await launchRipen({ workspace: file, now: today });
    running.push(ripen);
    const { page } = ripen;
    rmSync(file);
    const strip = page.getByRole('alert', { name: 'About the file' });
    await strip.getByText('is no longer there').waitFor();
    await page.evaluate(() => {
      location.hash = '/leads';
    });
    await strip.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const refused = await page.evaluate(() => window.ripen.call('leads.create', { attributes: { firstName: 'Bo' } }));
    expect(refused).toMatchObject({ ok: false, error: { kind: 'file' } });
    await strip.getByRole('button', { name: 'Save it again here' }).press('Enter');
    await page.getByText('The workspace is saved in its place again.').waitFor();
    await strip.waitFor({ state: 'detached' });
    expect(existsSync(file)).toBe(true);
    const again = await page.evaluate(() => window.ripen.call('leads.create', { attributes: { firstName: 'Bo' } }));
    expect(again).toMatchObject({ ok: true });
    expect(ripen.troubles).toEqual([]);
  });

  it('are one of three ways on from a file that does not open', async () => {
    const file = await aFileWith(
      async ({ call }) => void (await call('leads.create', { attributes: { firstName: 'Dana' } })),
    );
    const userData = await aUserData();
    const first = await launchRipen({ workspace: file, now: today, userData });
    running.push(first);
    await first.close();
    const raw = new Database(file);
    raw.exec('ALTER TABLE tag ADD COLUMN more TEXT');
    raw.close();
    const ripen = await launchRipen({ now: today, userData });
    running.push(ripen);
    const { page } = ripen;
    await page.getByText('It was not opened and not changed').waitFor();
    await page.getByRole('button', { name: 'Salvage into a new file' }).press('Enter');
    await page.getByText(/Salvaged 1 (person|people) and \d+ entries/).waitFor();
    const answer = await page.evaluate(() => window.ripen.call('workspace.get', {}));
    expect(answer).toMatchObject({ ok: true, value: { leadCount: 1 } });
  });
});
