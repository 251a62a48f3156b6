// One running Ripen for all tests of a file that are not about starting and quitting: starting it takes most of a short test.
import type { Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { type LaunchOptions, launchRipen } from './launch.ts';
import { openAsSystem, zoomTo } from './probes.ts';
import type { Ripen } from './ripen.ts';

type Shared = Pick<LaunchOptions, 'now' | 'colorScheme'> & { readonly workspace: string };

let running: { readonly ripen: Ripen; readonly troubles: string[]; readonly now: string | undefined } | undefined;

afterAll(async () => {
  await running?.ripen.close();
  running = undefined;
});

const openFile = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const state = await window.ripen.call('workspaces.state', {});
    return state.ok ? (state.value as { open: { file: string } | null }).open?.file : undefined;
  });

/**
 * Ripen with this workspace open and nothing left of the test before: as after a start, at the screen it starts with. Every
 * caller brings a file of its own. Another day than before takes another start.
 */
export async function openShared({ workspace, now, colorScheme = 'light' }: Shared): Promise<Ripen> {
  if (running && running.now !== now) {
    await running.ripen.close();
    running = undefined;
  }
  if (!running) {
    const ripen = await launchRipen({ workspace, now, colorScheme });
    running = { ripen, troubles: ripen.troubles as string[], now };
    return ripen;
  }
  const { ripen, troubles } = running;
  const { page } = ripen;
  await page.emulateMedia({ colorScheme });
  await zoomTo(ripen, 1);
  await openAsSystem(ripen, workspace);
  await expect.poll(() => openFile(page)).toBe(workspace);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
    location.hash = '';
  });
  // Anew, so that nothing typed, opened or chosen is left.
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  troubles.length = 0;
  return ripen;
}
