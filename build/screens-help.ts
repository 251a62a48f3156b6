// Pictures of help: beside a screen, its list of pages, and over a dialog.
import type { Page } from 'playwright-core';

export const helpShots = [
  { name: 'help-board', workspace: 'sample', path: '/board', prepare: help },
  { name: 'help-contents', workspace: 'sample', path: '/settings/about', prepare: allHelp },
  {
    name: 'help-log',
    workspace: 'sample',
    path: '/today',
    prepare: async (page: Page) => {
      await page.keyboard.press('ControlOrMeta+l');
      await page.getByRole('dialog', { name: 'Log activity' }).waitFor();
      await help(page);
    },
  },
] as const;

async function help(page: Page): Promise<void> {
  await page.keyboard.press('F1');
  await page.getByRole('heading', { name: 'Read next' }).waitFor();
}

async function allHelp(page: Page): Promise<void> {
  await help(page);
  await page.getByRole('button', { name: 'All pages' }).click();
  await page.getByRole('region', { name: 'Good to know' }).waitFor();
}
