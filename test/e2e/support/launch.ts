// Starts the built Ripen in real Electron for one test, in a folder of its own, and watches what goes wrong in it.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { ROOT } from '../../../build/paths.ts';
import { runtimeEnv } from '../../../build/runtime/resolve.ts';
import { readNetLog } from './net-log.ts';
import type { Ripen } from './ripen.ts';
import { displayEnv, runtime } from './runtime.ts';
import { throttle } from './slow.ts';

export type LaunchOptions = {
  /** Folder of window state, recent files and sample; kept when given, else made and removed. */
  readonly userData?: string;
  /** The day it is, as "2026-03-02T09:00:00Z"; the clock then stands still. */
  readonly now?: string;
  /** A workspace file to open at the start. */
  readonly workspace?: string;
  /** Light or dark; default light. */
  readonly colorScheme?: 'light' | 'dark';
  /** True: things fade, slide and glow as they do for an owner. Else motion is reduced, so that nothing is seen half way. */
  readonly motion?: boolean;
  readonly args?: readonly string[];
  /** Seed of a slow computer; by default that of the test file, if it runs slowly. */
  readonly slow?: number | undefined;
  /** A packaged app to start instead of the checkout. */
  readonly executable?: string;
};

/** Longest wait for anything that must come, in ms: wide, for a computer whose cores are taken. */
const patience = 90_000;

/** A new folder for one test, removed by nobody but the system: tests that restart Ripen share it. */
export const aUserData = (): Promise<string> => mkdtemp(join(tmpdir(), 'ripen-e2e-'));

export async function launchRipen(options: LaunchOptions = {}): Promise<Ripen> {
  const { executable, ...found } = await runtime();
  const userData = options.userData ?? (await aUserData());
  const slow = options.slow ?? (process.env.RIPEN_SLOW ? Number(process.env.RIPEN_SLOW) : undefined);
  const netLog = join(userData, 'net-log.json');
  const electronApp = await _electron.launch({
    executablePath: options.executable ?? executable,
    args: [
      `--log-net-log=${netLog}`,
      ...(options.executable ? [] : [ROOT]),
      ...(options.workspace ? [options.workspace] : []),
      ...(options.args ?? []),
    ],
    env: clean({
      ...runtimeEnv({ ...found, executable }),
      ...displayEnv(),
      RIPEN_USER_DATA: userData,
      RIPEN_WAIT_FOR_TEST: '1',
      ...(options.now ? { RIPEN_NOW: options.now } : {}),
      ...(slow === undefined ? {} : { RIPEN_SLOW: String(slow) }),
    }),
    colorScheme: options.colorScheme ?? 'light',
    timeout: patience,
  });
  electronApp.context().setDefaultTimeout(patience);
  let printed = '';
  electronApp.process().stdout?.on('data', chunk => {
    printed += chunk;
  });
  const page = await electronApp.firstWindow();
  const troubles: string[] = [];
  watch(page, troubles);
  // Not by a switch: what Playwright emulates stands over it.
  if (!options.motion) await page.emulateMedia({ reducedMotion: 'reduce' });
  if (slow !== undefined) throttle(electronApp, page);
  // A window may still be on its blank first page here.
  await page.waitForURL('app://ripen/**');
  await page.locator('#root > *').first().waitFor({ state: 'attached' });
  // The sidebar is there before the file is read; keys are heard from the screen's own heading on.
  if (options.workspace) await page.getByRole('heading', { level: 1 }).first().waitFor();

  const process_ = electronApp.process();
  const ended = process_.exitCode === null ? once(process_, 'exit') : Promise.resolve();
  const close = async () => {
    // A test may leave something half typed; nobody is there to be asked about it.
    await electronApp
      .evaluate(({ dialog }) => {
        dialog.showMessageBox = (async () => ({ response: 1, checkboxChecked: false })) as never;
      })
      .catch(() => {});
    await electronApp.close().catch(() => {});
    await ended;
    const network = await readNetLog(netLog);
    if (!options.userData) await rm(userData, { recursive: true, force: true });
    return { network };
  };
  let closed: ReturnType<typeof close> | undefined;
  return {
    electronApp,
    page,
    userData,
    troubles,
    output: () => printed,
    kill9: async () => {
      process_.kill('SIGKILL');
      await ended;
    },
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

function watch(page: Page, troubles: string[]): void {
  page.on('console', message => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', error => troubles.push(String(error)));
  page.on('crash', () => troubles.push('The page crashed.'));
}

function clean(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
