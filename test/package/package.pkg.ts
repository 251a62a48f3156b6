// The packaged Ripen: its fuses, what is in it, and that a released one lets nobody in. Row 19 of the security list.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePackage } from '../../build/make-package.ts';
import { launchRipen } from '../e2e/support/launch.ts';
import { inMain, preferencesOf } from '../e2e/support/probes.ts';
import { runtime } from '../e2e/support/runtime.ts';

/** Root may not use Chromium's sandbox, so a released Ripen is started as somebody else. */
const nobody = 65534;
let folder: string;

const unpacked = (kind: 'release' | 'test') => join(folder, kind, 'linux-unpacked');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ripen-package-'));
  await chmod(folder, 0o755);
  const options = { runtime: await runtime(), dirOnly: true };
  await makePackage({ ...options, output: join(folder, 'release'), testPackage: false });
  await makePackage({ ...options, output: join(folder, 'test'), testPackage: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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
    for (const child of started.splice(0)) if (child.pid) kill(child.pid);
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
    const home = await aHome();
    const child = spawn(join(unpacked('release'), 'ripen'), args, {
      env: {
        PATH: process.env.PATH,
        DISPLAY: process.env.DISPLAY,
        XAUTHORITY: await xAuthority(home),
        HOME: home,
        ...env,
      },
      ...(process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
      cwd: home,
      detached: true,
    });
    started.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk));
    return { child, home, output: () => said };
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

async function aHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'ripen-home-'));
  await mkdir(join(home, '.config'));
  if (process.getuid?.() === 0) for (const path of [home, join(home, '.config')]) await chown(path, nobody, nobody);
  return home;
}

/** The key of the virtual display belongs to root; hand a copy to the other user. */
async function xAuthority(home: string): Promise<string | undefined> {
  const key = process.env.XAUTHORITY;
  if (!key) return undefined;
  const copy = join(home, '.Xauthority');
  await copyFile(key, copy);
  await chown(copy, nobody, nobody);
  return copy;
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = await once(child, 'exit');
  return code;
}

/** /proc/<pid>/status of the process that draws the released Ripen's page. */
async function rendererStatus(): Promise<string> {
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('--type=renderer') && command.includes(unpacked('release'))) {
      return readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    }
  }
  return '';
}

function kill(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
