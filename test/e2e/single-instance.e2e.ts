// P9: two starts are one app.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../build/paths.ts';
import { runtimeEnv, sandboxArgs } from '../../build/runtime/resolve.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import type { Ripen } from './support/ripen.ts';
import { displayEnv, runtime } from './support/runtime.ts';

const running: Ripen[] = [];
afterEach(async () => {
  for (const ripen of running.splice(0)) await ripen.close();
});

/** Starts Ripen without Playwright; answers its exit code once it has ended. */
async function startAgain(userData: string, ...args: readonly string[]): Promise<number | null> {
  const found = await runtime();
  const child = spawn(found.executable, [...sandboxArgs(), ROOT, ...args], {
    env: { ...runtimeEnv(found), ...displayEnv(), RIPEN_USER_DATA: userData },
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  return code;
}

describe('P9: two starts are one app', () => {
  it('ends the second start at once and brings the first window to the front', async () => {
    const userData = await aUserData();
    const first = await launchRipen({ userData });
    running.push(first);
    const minimised = () =>
      first.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
    await first.electronApp.evaluate(({ app, BrowserWindow }) => {
      const seen = { starts: 0 };
      Object.assign(globalThis, { seen });
      app.on('second-instance', () => seen.starts++);
      BrowserWindow.getAllWindows()[0]?.hide();
    });

    for (let pair = 0; pair < 4; pair += 1) {
      expect(await Promise.all([startAgain(userData), startAgain(userData)])).toEqual([0, 0]);
    }

    const starts = await first.electronApp.evaluate(
      () => (globalThis as unknown as { seen: { starts: number } }).seen.starts,
    );
    expect(starts).toBe(8);
    await expect.poll(() => minimised()).toBe(false);
    const windows = await first.electronApp.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(window => window.isVisible()),
    );
    expect(windows).toEqual([true]);
  });

  it('lets two people with folders of their own work side by side', async () => {
    const [one, other] = [await launchRipen(), await launchRipen()];
    running.push(one, other);
    expect(one.userData).not.toBe(other.userData);
    await expect.poll(() => other.page.title()).toMatch(/Ripen/);
  });
});
