// Which end-to-end files run as on a slow computer, and how slow its page is.
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import type { Ripen } from './ripen.ts';

/** A third of the files runs only slowly in `npm test`: those in which most is clicked and typed, and some of each kind. */
const slowFiles = ['criteria', 'export', 'hurry', 'menu', 'merge', 'privacy', 'settings', 'start', 'steady', 'today'];

/** The page's processor is so many times slower. */
const cpuRate = 6;

/** The seed of the delays for a test file, or undefined when it runs at full speed. `npm run test:slow` makes all slow. */
export function slowSeedOf(file: string, everything: boolean): number | undefined {
  return everything || slowFiles.includes(basename(file, '.e2e.ts'))
    ? Math.floor(Math.random() * 1_000_000)
    : undefined;
}

/** Slows the page's processor down, from now on. */
export async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
}

/** Resolves when every call has been answered and the page has drawn it. */
export async function atRest({ electronApp, page }: Ripen): Promise<void> {
  const unanswered = () =>
    electronApp.evaluate(() => (globalThis as never as { unansweredCalls?: () => number }).unansweredCalls?.() ?? 0);
  const drawn = () => page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))));
  let quiet = 0;
  while (quiet < 3) {
    await drawn();
    quiet = (await unanswered()) === 0 ? quiet + 1 : 0;
  }
}
