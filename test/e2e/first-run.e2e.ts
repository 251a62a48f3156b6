// The first start, and every later one: sample or own file, what was open last, what cannot be opened.
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { chooseFile, chooseNewFile, newFileAnswers } from './support/files.ts';
import { aUserData, type LaunchOptions, launchRipen } from './support/launch.ts';
import type { Ripen } from './support/ripen.ts';

const now = '2026-03-02T09:00:00Z';
const running: Ripen[] = [];
afterEach(async () => {
  for (const ripen of running.splice(0)) await ripen.close();
});

async function start(options: LaunchOptions = {}): Promise<Ripen> {
  const ripen = await launchRipen({ now, ...options });
  running.push(ripen);
  return ripen;
}

const sidebar = (page: Page) => page.getByRole('navigation', { name: 'Screens' });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const openFile = ({ page }: Ripen): Promise<string | null> =>
  page.evaluate(async () => {
    const state = await window.ripen.call('workspaces.state', {});
    return state.ok ? ((state.value as { open: { file: string } | null }).open?.file ?? null) : null;
  });

describe('1. First run', () => {
  it('opens the sample, in a file of its own, from which it is removed without a trace', async () => {
    const ripen = await start();
    const { page, userData } = ripen;
    await heading(page, 'Ripen').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open sample' }).click();
    await sidebar(page).waitFor();
    // The button that shows the others goes; the keyboard stands on the first of them, the seventh.
    const waiting = page.getByRole('region', { name: /are waiting for sales/ });
    await waiting.getByRole('button', { name: /^Show all/ }).click();
    const seventh = waiting.getByRole('listitem').nth(6).getByRole('button').first();
    await expect.poll(() => seventh.evaluate(button => button === document.activeElement)).toBe(true);
    await page.getByRole('link', { name: 'Board' }).click();
    await page.getByText('This is a sample workspace').waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(10);
    await expect.poll(() => openFile(ripen)).toBe(join(userData, 'sample.ripen'));

    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: 'Remove the sample' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await heading(page, 'Ripen').waitFor();
    expect(existsSync(join(userData, 'sample.ripen'))).toBe(false);
    await expect.poll(() => page.getByText('Tenonwise').count()).toBe(0);
    expect(ripen.troubles).toEqual([]);
  });

  it('makes an own workspace where the owner says, shows the first steps, and reopens it after a restart', async () => {
    const userData = await aUserData();
    const ripen = await start({ userData });
    const { page } = ripen;
    await chooseNewFile(ripen, null);
    await page.getByRole('button', { name: 'New workspace' }).click();
    await expect.poll(() => newFileAnswers(ripen)).toBe(1);
    await heading(page, 'Ripen').waitFor();

    await chooseNewFile(ripen, join(userData, 'Mill & Sons.ripen'));
    await page.getByRole('button', { name: 'New workspace' }).click();
    await heading(page, 'Today').waitFor();
    const steps = page.getByRole('region', { name: 'First steps' });
    await steps.getByText('0 of 7').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await steps.getByRole('button', { name: 'Keep defaults' }).last().click();
    await steps.getByText('1 of 7').waitFor();

    // An empty board says what it is for, and how somebody gets on it.
    await page.getByRole('link', { name: 'Board' }).click();
    await page.getByText('No leads on the board yet.', { exact: false }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add lead' }).click();
    await page.getByRole('dialog', { name: 'Add lead' }).waitFor();
    await page.keyboard.type('Dana');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Dana' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('No leads on the board yet.', { exact: false }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Today' }).click();
    await steps.getByText('2 of 7').waitFor();
    expect(ripen.troubles).toEqual([]);
    await ripen.close();

    const again = await start({ userData });
    await again.page.getByRole('region', { name: 'First steps' }).getByText('2 of 7').waitFor();
    await expect.poll(() => again.page.title()).toContain('Mill & Sons');
  });

  it('opens another file and a recent one from the File menu', async () => {
    const ripen = await start();
    const { page, userData } = ripen;
    await heading(page, 'Ripen').waitFor();
    for (const name of ['One', 'Two']) {
      await chooseNewFile(ripen, join(userData, `${name}.ripen`));
      await clickMenu(ripen, 'new-workspace');
      await expect.poll(() => openFile(ripen)).toBe(join(userData, `${name}.ripen`));
    }
    await expect.poll(() => recentOfMenu(ripen)).toEqual(['Two', 'One']);
    // The title comes later than the file, and may still be that of the one before.
    await expect.poll(() => page.title()).toContain('Two');
    await clickMenu(ripen, 'open-recent-1');
    await expect.poll(() => page.title()).toContain('One');
    // Chosen again while it opens: still the file the menu showed, though the list is another by then.
    await expect.poll(() => recentOfMenu(ripen)).toEqual(['One', 'Two']);
    await ripen.electronApp.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById('open-recent-1');
      item?.click();
      item?.click();
    });
    await expect.poll(() => page.title()).toContain('Two');
    await chooseNewFile(ripen, join(userData, 'Three.ripen'));
    await clickMenu(ripen, 'new-workspace');
    await expect.poll(() => recentOfMenu(ripen)).toEqual(['Three', 'Two', 'One']);
    await chooseFile(ripen, join(userData, 'Two.ripen'));
    await clickMenu(ripen, 'open-workspace');
    await expect.poll(() => page.title()).toContain('Two');

    // A file that is none of ours: a sentence, and the open one stays open.
    await chooseFile(ripen, join(userData, 'device.json'));
    await clickMenu(ripen, 'open-workspace');
    await page.getByText(/not a Ripen file/).waitFor();
    await expect.poll(() => openFile(ripen)).toBe(join(userData, 'Two.ripen'));
  });

  it('says why the last file cannot be opened, and opens it once it is back', async () => {
    const userData = await aUserData();
    const file = join(userData, 'Mine.ripen');
    const ripen = await start({ userData });
    await chooseNewFile(ripen, file);
    await ripen.page.getByRole('button', { name: 'New workspace' }).click();
    await sidebar(ripen.page).waitFor();
    await ripen.close();
    await rename(file, `${file}.away`);

    const { page } = await start({ userData });
    const problem = page.getByRole('alert');
    await problem.getByText('“Mine” could not be opened.').waitFor();
    await expect.poll(() => problem.textContent()).toContain(file);
    expect(await axeFindings(page)).toEqual([]);
    await rename(`${file}.away`, file);
    await problem.getByRole('button', { name: 'Try again' }).click();
    await heading(page, 'Today').waitFor();
  });

  it('goes back to the welcome when the workspace is closed, and stays there at the next start', async () => {
    const userData = await aUserData();
    const ripen = await start({ userData });
    await chooseNewFile(ripen, join(userData, 'Mine.ripen'));
    // Nobody hears the menu before the welcome is there, nor, later, before the screen is.
    await heading(ripen.page, 'Ripen').waitFor();
    await clickMenu(ripen, 'new-workspace');
    await heading(ripen.page, 'Today').waitFor();
    await clickMenu(ripen, 'close-workspace');
    await heading(ripen.page, 'Ripen').waitFor();
    await ripen.close();
    const { page } = await start({ userData });
    await heading(page, 'Ripen').waitFor();
    await page.getByRole('button', { name: /^Mine/ }).click();
    await sidebar(page).waitFor();
  });
});

const clickMenu = ({ electronApp }: Ripen, id: string): Promise<void> =>
  electronApp.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);

const recentOfMenu = ({ electronApp }: Ripen): Promise<readonly string[] | undefined> =>
  electronApp.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.getMenuItemById('open-recent')
      ?.submenu?.items.map(item => item.label),
  );
