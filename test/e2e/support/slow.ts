// Which end-to-end files run as on a slow computer, and how slow its page is.
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright-core';
import type { Ripen } from './ripen.ts';

/** A third of the files runs only slowly in `npm test`: those in which most is clicked and typed, and some of each kind. */
const slowFiles = [
  'criteria',
  'export',
  'hurry',
  'lead-files',
  'log-line',
  'menu',
  'merge',
  'privacy',
  'profile',
  'settings',
  'start',
  'steady',
  'today',
];

/** The page's processor is so many times slower. */
const cpuRate = 6;
/** The page runs so many ms at once, or longer when this process is late, and then stands still accordingly, but never for long. */
const runMs = 4;
const standMsAtMost = 100;

/** The seed of the delays for a test file, or undefined when it runs at full speed. `npm run test:slow` makes all slow. */
export function slowSeedOf(file: string, everything: boolean): number | undefined {
  return everything || slowFiles.includes(basename(file, '.e2e.ts'))
    ? Math.floor(Math.random() * 1_000_000)
    : undefined;
}

/** Pages that stand still now. Left so when this process ends, they would stand still for ever. */
const standing = new Set<number>();
process.once('exit', () => {
  for (const pid of standing) goOn(pid);
});

/** False: there is no such process any more. */
function isSent(pid: number, signal: 'SIGSTOP' | 'SIGCONT'): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function standStill(pid: number): boolean {
  standing.add(pid);
  return isSent(pid, 'SIGSTOP');
}

function goOn(pid: number): boolean {
  standing.delete(pid);
  return isSent(pid, 'SIGCONT');
}

const throttled = new WeakMap<Page, { fullSpeed: boolean }>();

/**
 * Slows the page's processor down, from now on: its process is stopped and goes on, over and over. Chromium's own throttling
 * spins while it waits, in an idle page too, and so takes the core from everything beside it. Windows can stop no process:
 * there only the calls are late.
 */
export function throttle(electronApp: ElectronApplication, page: Page): void {
  if (process.platform === 'win32') return;
  const state = { fullSpeed: false };
  throttled.set(page, state);
  // A page that has died comes back in another process.
  const pidOfPage = () =>
    electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
  let hasEnded = false;
  electronApp.process().once('exit', () => {
    hasEnded = true;
  });
  const slowDown = async (pid: number): Promise<void> => {
    for (;;) {
      const since = performance.now();
      await sleep(runMs);
      if (state.fullSpeed) continue;
      if (hasEnded || !standStill(pid)) return;
      await sleep(Math.min(standMsAtMost, (performance.now() - since) * (cpuRate - 1)));
      if (!goOn(pid) || hasEnded) return;
    }
  };
  const run = async () => {
    while (!hasEnded) {
      const pid = await pidOfPage().catch(() => 0);
      if (pid > 0) await slowDown(pid);
      else await sleep(runMs);
    }
  };
  void run();
}

/** At full speed for as long as `work` takes: for what a test does in the page and no owner. */
export async function atFullSpeed<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const state = throttled.get(page) ?? { fullSpeed: false };
  state.fullSpeed = true;
  try {
    return await work();
  } finally {
    state.fullSpeed = false;
  }
}

/** Resolves when every call has been answered and the page has drawn it. */
export async function atRest({ electronApp, page }: Ripen): Promise<void> {
  /** Waits in the main process; true: there was nothing to wait for. */
  const answered = () =>
    electronApp.evaluate(async () => {
      const open = () => (globalThis as never as { unansweredCalls?: () => number }).unansweredCalls?.() ?? 0;
      const wasQuiet = open() === 0;
      while (open() > 0) await new Promise(resolve => setTimeout(resolve, 10));
      return wasQuiet;
    });
  const drawn = () => page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))));
  for (let quiet = 0; quiet < 3; ) {
    await drawn();
    quiet = (await answered()) ? quiet + 1 : 0;
  }
}
