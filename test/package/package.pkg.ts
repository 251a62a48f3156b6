// The packaged Ripen: its fuses, what is in it, and that a released one lets nobody in. Row 19 of the security list.
import type { ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { launchRipen } from '../e2e/support/launch.ts';
import { inMain, preferencesOf } from '../e2e/support/probes.ts';
import { aHome, ended, kill, processesWith, startAs } from './support/released.ts';

const unpacked = (kind: 'release' | 'test') => inject('unpacked')[kind];

describe('what is in the package', () => {
  const shared = {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  };

  it('19 has every fuse set; only the test package lets a debugger in', async () => {
    expect(await fusesOf('release')).toEqual({ ...shared, EnableNodeCliInspectArguments: false });
    expect(await fusesOf('test')).toEqual({ ...shared, EnableNodeCliInspectArguments: true });
  });

  it('has the built app and better-sqlite3, and no sources, other systems’ addons or default app', async () => {
    const resources = join(unpacked('release'), 'resources');
    const files = listPackage(join(resources, 'app.asar'), { isPack: false });
    expect(files).toEqual(
      expect.arrayContaining(['/package.json', '/dist/electron/main.js', '/dist/electron/preload.cjs']),
    );
    expect(files).toContain('/node_modules/better-sqlite3/lib/index.js');
    expect(files).toContain('/dist/migrations/0001-first.sql');
    const strangers = files.filter(file =>
      /\.(ts|tsx|md|c|cpp|hpp|map)$|\/(test|build|docs|screens|prebuilds|deps)\//.test(file),
    );
    expect(strangers.filter(file => !file.includes('linux-x64'))).toEqual([]);
    expect(files.filter(file => file.startsWith('/node_modules/')).every(file => file.includes('better-sqlite3'))).toBe(
      true,
    );
    expect(await readdir(resources)).not.toContain('default_app.asar');
  });
});

describe('the test package', () => {
  it('starts, opens a workspace and has neither developer tools nor a way to reload', async () => {
    const ripen = await launchRipen({ executable: join(unpacked('test'), 'ripen') });
    const state = await ripen.page.evaluate(() =>
      (window as never as { ripen: { call(name: string, input: unknown): Promise<unknown> } }).ripen.call(
        'workspaces.openSample',
        {},
      ),
    );
    expect(state).toMatchObject({ ok: true, value: { opened: true } });
    expect(await preferencesOf(ripen)).toMatchObject({ sandbox: true, contextIsolation: true });
    const opened = await inMain(ripen, async ({ BrowserWindow, Menu, app }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.openDevTools();
      await new Promise(resolve => setTimeout(resolve, 500));
      const roles = (Menu.getApplicationMenu()?.items ?? []).flatMap(
        ({ submenu }) => submenu?.items.map(({ role }) => role) ?? [],
      );
      return { packaged: app.isPackaged, devTools: contents?.isDevToolsOpened(), roles: roles.map(String) };
    });
    expect(opened).toMatchObject({ packaged: true, devTools: false });
    expect(opened.roles).toContain('copy');
    expect(opened.roles).not.toEqual(expect.arrayContaining([expect.stringMatching(/reload|devtools/i)]));
    expect((await ripen.close()).network).toEqual([]);
    expect(ripen.troubles).toEqual([]);
  });
});

describe('a released Ripen', () => {
  const started: ChildProcess[] = [];
  afterEach(() => {
    for (const child of started.splice(0)) kill(child);
  });

  it('runs in Chromium’s sandbox, quits when told to, and takes nothing from its environment', async () => {
    const elsewhere = await aHome();
    const { child, home, output } = await start([], { RIPEN_USER_DATA: join(elsewhere, 'data'), RIPEN_SLOW: '7' });
    await expect.poll(() => readdir(join(home, '.config', 'Ripen')).catch(() => [])).toContain('device.json');
    expect(await readdir(elsewhere)).toEqual(['.config']);
    expect(output()).not.toContain('slow for a test');
    // 2: system calls are filtered (proc(5)).
    await expect.poll(rendererStatus).toMatch(/Seccomp:\s+2/);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
  });

  it('checks itself, finds every fuse as it should be, and keeps nothing', async () => {
    const { child, home, output } = await start(['--self-check']);
    expect(await ended(child)).toBe(0);
    expect(output()).toMatch(/^ok {6}Fuses {14}all 8 as they should be$/m);
    expect(output()).toContain('Ripen works on this computer.');
    // Chromium makes the folder; Ripen writes nothing into it.
    const kept = await readdir(join(home, '.config', 'Ripen'), { recursive: true }).catch(() => []);
    expect(kept.filter(name => /json$|ripen/i.test(name))).toEqual([]);
  });

  it.each(['--remote-debugging-port=0', '--remote-debugging-pipe'])('does not start with %s', async flag => {
    const { child, output } = await start([flag]);
    expect(await ended(child)).toBe(1);
    expect(output()).toContain('does not start with a debugging port');
    expect(output()).not.toContain('DevTools listening on');
  });

  it('has no Node to offer: not by variable, not by switch', async () => {
    const asNode = await start(['-e', 'console.log("I am node")'], { ELECTRON_RUN_AS_NODE: '1' });
    const inspected = await start(['--inspect=0']);
    const required = await start([], { NODE_OPTIONS: '--require /nowhere.js' });
    await new Promise(resolve => setTimeout(resolve, 5000));
    expect(asNode.output()).not.toContain('I am node');
    expect(inspected.output()).not.toContain('Debugger listening');
    expect(required.output()).not.toContain('nowhere.js');
    expect(required.child.exitCode).toBeNull();
  });

  async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const begun = await startAs(join(unpacked('release'), 'ripen'), args, await aHome(), env);
    started.push(begun.child);
    return begun;
  }
});

async function fusesOf(kind: 'release' | 'test'): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(join(unpacked(kind), 'ripen'));
  const named = Object.entries(wire).flatMap(([index, state]) => {
    const name = FuseV1Options[Number(index)];
    const known = state === FuseState.ENABLE || state === FuseState.DISABLE;
    return name && known && name !== 'WasmTrapHandlers' ? [[name, state === FuseState.ENABLE] as const] : [];
  });
  return Object.fromEntries(named);
}

/** /proc/<pid>/status of the process that draws the released Ripen's page. */
async function rendererStatus(): Promise<string> {
  const [pid] = await processesWith('--type=renderer', unpacked('release'));
  return pid === undefined ? '' : readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
}
