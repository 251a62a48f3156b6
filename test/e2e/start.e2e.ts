// Starting, closing and starting again: the window and the workspace come back, and nothing complains on the way.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspace } from '../../electron/open-workspace.ts';
import { migrationsFolder } from '../support/workspace.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import { inMain, openAsSystem } from './support/probes.ts';
import type { Ripen } from './support/ripen.ts';

const opened = ({ page }: Ripen) =>
  page.evaluate(async () => {
    const answer = await window.ripen.call('workspaces.state', {});
    return answer.ok ? (answer.value as { open: { name: string } | null }).open?.name : answer.error.message;
  });

const bounds = (ripen: Ripen) =>
  inMain(ripen, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

it('comes back with its window and its workspace after a restart, quietly and without the network', async () => {
  const userData = await aUserData();
  const first = await launchRipen({ userData });
  await expect.poll(() => opened(first)).toBeUndefined();
  await first.page.evaluate(() => window.ripen.call('workspaces.openSample', {}));
  const name = await opened(first);
  await inMain(first, ({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 80, y: 60, width: 1100, height: 700 });
  });
  const { network } = await first.close();
  expect(first.troubles).toEqual([]);
  expect(network).toEqual([]);
  expect(existsSync(join(userData, 'sample.ripen-wal'))).toBe(false);

  const second = await launchRipen({ userData });
  await expect.poll(() => opened(second)).toBe(name);
  await expect.poll(() => bounds(second)).toEqual({ x: 80, y: 60, width: 1100, height: 700 });
  expect((await second.close()).network).toEqual([]);
  expect(second.troubles).toEqual([]);
});

it('opens the workspace file it is started with, also when it is already running', async () => {
  const folder = await aUserData();
  const files = ['One.ripen', 'Two.ripen'].map(name => join(folder, name));
  for (const file of files) createWorkspace({ file, migrationsFolder, now: Date.now, deviceId: 'test' });
  const ripen = await launchRipen({ workspace: files[0] ?? '' });
  await expect.poll(() => opened(ripen)).toBe('One');
  await openAsSystem(ripen, files[1] ?? '');
  await expect.poll(() => opened(ripen)).toBe('Two');
  // As macOS tells of a double click.
  await inMain(
    ripen,
    ({ app }, path) => void setTimeout(() => app.emit('open-file', { preventDefault: () => {} }, path)),
    files[0] ?? '',
  );
  await expect.poll(() => opened(ripen)).toBe('One');
  await ripen.close();
});

it('is painted in the colour of the page before the page is there, in light and in dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const ripen = await launchRipen({ colorScheme });
    const page = await ripen.page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) return '';
      canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
      return `#${[red, green, blue].map(part => (part ?? 0).toString(16).padStart(2, '0')).join('')}`;
    });
    // Playwright's scheme is the page's alone; the window goes by the system's.
    await inMain(
      ripen,
      ({ nativeTheme }, scheme) => void Object.assign(nativeTheme, { themeSource: scheme }),
      colorScheme,
    );
    const window = () =>
      inMain(ripen, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase());
    await expect.poll(window).toBe(page);
    await ripen.close();
  }
});

it('draws the page again when its process dies, with the same workspace open', async () => {
  const ripen = await launchRipen();
  await ripen.page.evaluate(() => window.ripen.call('workspaces.openSample', {}));
  const name = await opened(ripen);
  const again = inMain(ripen, async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await new Promise<void>(resolve => {
      contents?.once('did-finish-load', () => resolve());
      contents?.forcefullyCrashRenderer();
    });
    return contents?.executeJavaScript(
      `window.ripen.call('workspaces.state', {}).then(answer => answer.value.open.name)`,
    );
  });
  expect(await again).toBe(name);
  await ripen.kill9();
});
