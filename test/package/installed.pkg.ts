// The Debian package and the portable archive, installed for real: menu, icons, file type, double click, upgrade, removal.
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { mustRun, run } from '../../build/exec.ts';
import { makeArchive } from '../../build/linux/archive.ts';
import { makeDeb } from '../../build/linux/deb.ts';
import { depends } from '../../build/linux/dependencies.ts';
import { requireSmall } from '../../build/linux/package.ts';
import { mimeType } from '../../build/linux/share.ts';
import { ownVersion } from '../../build/make-package.ts';
import { aptInstall, canInstall } from '../../build/runtime/system.ts';
import { createWorkspace } from '../../electron/open-workspace.ts';
import { launchRipen } from '../e2e/support/launch.ts';
import { migrationsFolder } from '../support/workspace.ts';
import { allIcons, iconsBelow, openedBy, windowTitles } from './support/desktop.ts';
import { installedPaths, isInstalled, isListed, requirePrograms } from './support/programs.ts';
import { aHome, kill, nobody, processesWith, startAs } from './support/released.ts';

const isRoot = process.getuid?.() === 0;
/** Why nothing can be tried here: a Ripen that is used is never touched, and would answer in place of the one under test. */
const why = (await isInstalled())
  ? 'a Ripen is installed already. Remove it first; on Debian or Ubuntu:  sudo apt-get remove ripen'
  : await requirePrograms();
if (why !== null) console.warn(`The archive and the Debian package are not tried here: ${why}`);
/** Installing changes the computer, so it is done only by root. */
const mayInstall = why === null && canInstall();
if (why === null && !mayInstall) {
  console.warn(
    'The Debian package is not tried here: that takes root on Debian or Ubuntu. Run:  sudo npm run test:package -- installed',
  );
}

let output: string;
let home: string;
let file: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), 'ripen-made-'));
  await chmod(output, 0o755);
  home = await aHome();
  file = join(home, 'Mill at home.ripen');
  createWorkspace({ file, migrationsFolder, now: Date.now, deviceId: 'test' });
  if (isRoot) await chown(file, nobody, nobody);
});
afterEach(async () => {
  for (const child of started.splice(0)) kill(child);
  await expect.poll(() => processesWith(file)).toEqual([]);
});
afterAll(async () => {
  for (const folder of [output, home]) await rm(folder, { recursive: true, force: true });
});

const quick = (kind: 'release' | 'test', version: string) =>
  ({ unpacked: inject('unpacked')[kind], output, version, arch: process.arch, quick: true }) as const;

describe.runIf(mayInstall)('the Debian package', () => {
  let newer: string;

  beforeAll(async () => {
    // The older one lets the test in, so that it can work in the window while the newer one comes.
    const older = await makeDeb(quick('test', '0.0.9'));
    newer = await makeDeb(quick('release', await ownVersion()));
    await aptInstall([older]);
  });
  afterAll(async () => {
    if (await isListed()) await run('dpkg', ['--purge', 'ripen']);
  });

  it('is small, asks for each library the program links to, and gives the sandbox its rights', async () => {
    await requireSmall(newer);
    const linked = await mustRun('Reading links', 'ldd', ['/usr/lib/ripen/ripen']);
    expect(linked).not.toContain('not found');
    const program = await mustRun('Reading links', 'objdump', ['-p', '/usr/lib/ripen/ripen']);
    const needed = [...program.matchAll(/NEEDED\s+(\S+)/g)].map(([, name = '']) => name);
    const own = new Set(await readdir('/usr/lib/ripen'));
    const asked = new Set(depends.flatMap(line => line.split(' | ')));
    const foreign = needed.filter(name => !own.has(name));
    const owners = await mustRun('Finding packages', 'dpkg', ['-S', ...foreign.map(name => `*/${name}`)]);
    const isAsked = (library: string) =>
      owners.split('\n').some(line => line.endsWith(`/${library}`) && asked.has(line.split(':')[0] ?? ''));
    const unasked = foreign.filter(name => !isAsked(name));
    expect(needed.length).toBeGreaterThan(20);
    expect(unasked).toEqual([]);
    expect(await mustRun('Reading modes', 'stat', ['-c', '%a %U', '/usr/lib/ripen/chrome-sandbox'])).toBe(
      '4755 root\n',
    );
  });

  it('puts Ripen into the menu, with an icon in every size, and tells what a workspace is', async () => {
    await mustRun('Checking the entry', 'desktop-file-validate', ['/usr/share/applications/ripen.desktop']);
    expect(await iconsBelow('/usr/share')).toHaveLength(allIcons);
    expect(await openedBy(file, home)).toEqual({ type: mimeType, entry: 'ripen.desktop' });
  });

  it('is upgraded while a workspace is open: the running Ripen goes on, and nothing is lost', async () => {
    const userData = await mkdtemp(join(output, 'data-'));
    const ripen = await launchRipen({ executable: '/usr/bin/ripen', userData, workspace: file });
    const call = (name: string, input: object) =>
      ripen.page.evaluate(([what, given]) => window.ripen.call(what as never, given as never), [name, input] as const);
    expect(await call('leads.create', { attributes: { firstName: 'Before' } })).toMatchObject({ ok: true });
    await aptInstall([newer]);
    expect(await mustRun('Reading the version', 'dpkg-query', ['--show', 'ripen'])).toContain(await ownVersion());
    expect(await call('leads.create', { attributes: { firstName: 'After' } })).toMatchObject({ ok: true });
    // A backup is checked in a process that is started now, from the files of the newer version.
    expect(await call('backups.take', {})).toMatchObject({ ok: true });
    await ripen.page.reload();
    await expect.poll(() => call('leads.list', {})).toMatchObject({ ok: true, value: { total: 2 } });
    await ripen.close();
    expect(ripen.troubles).toEqual([]);
  });

  it('opens a workspace in its window when a file manager asks for it', async () => {
    for (const path of await readdir(home, { recursive: true })) await chown(join(home, path), nobody, nobody);
    const opened = await startAs('gio', ['open', file], home);
    started.push(opened.child);
    await expect.poll(windowTitles).toContain('Mill at home');
    const [pid] = await processesWith('/usr/bin/ripen', file);
    expect(pid).toBeDefined();
    process.kill(pid ?? 0, 'SIGTERM');
    await expect.poll(() => processesWith('/usr/bin/ripen')).toEqual([]);
    const { recent } = JSON.parse(await readFile(join(home, '.config/Ripen/device.json'), 'utf8'));
    expect(recent[0].file).toBe(file);
  });

  it('goes without a trace of its own, and leaves the files of the owner', async () => {
    const before = (await readdir(home, { recursive: true })).sort();
    await mustRun('Removing', 'apt-get', ['purge', '-y', 'ripen']);
    expect(before).toEqual(expect.arrayContaining(['Mill at home.ripen', '.config/Ripen/device.json']));
    expect((await readdir(home, { recursive: true })).sort()).toEqual(before);
    expect(installedPaths.filter(existsSync)).toEqual([]);
    expect(await iconsBelow('/usr/share')).toEqual([]);
    expect((await openedBy(file, home)).type).not.toBe(mimeType);
  });
});

describe.runIf(why === null)('the portable archive', () => {
  it('runs where it is unpacked, comes into the menu of one person, opens workspaces, and goes again', async () => {
    const archive = await makeArchive(quick('release', await ownVersion()));
    await requireSmall(archive);
    const place = join(home, 'my "apps" & more');
    const person = { ...(isRoot ? { uid: nobody, gid: nobody } : {}), cwd: home };
    const env = { PATH: process.env.PATH, HOME: home };
    await mustRun('Making a folder', 'mkdir', [place], person);
    await mustRun('Unpacking', 'tar', ['xzf', archive, '--strip-components=1', '-C', place], person);
    await mustRun('Adding', join(place, 'menu.sh'), ['add'], { ...person, env });
    const share = join(home, '.local/share');
    await mustRun('Checking the entry', 'desktop-file-validate', [join(share, 'applications/ripen.desktop')]);
    expect(await iconsBelow(share)).toHaveLength(allIcons);
    expect(await openedBy(file, home)).toEqual({ type: mimeType, entry: 'ripen.desktop' });

    const opened = await startAs('gio', ['open', file], home);
    started.push(opened.child);
    await expect.poll(windowTitles).toContain('Mill at home');
    const [pid] = await processesWith(join(place, 'ripen'), file);
    expect(pid).toBeDefined();
    process.kill(pid ?? 0, 'SIGTERM');
    await expect.poll(() => processesWith(join(place, 'ripen'))).toEqual([]);

    await writeFile(join(share, 'applications/other.desktop'), '');
    await mustRun('Removing', join(place, 'menu.sh'), ['remove'], { ...person, env });
    expect(await iconsBelow(share)).toEqual([]);
    expect(await readdir(join(share, 'applications'))).not.toContain('ripen.desktop');
    expect(await readdir(join(share, 'applications'))).toContain('other.desktop');
    expect((await openedBy(file, home)).type).not.toBe(mimeType);
    expect(existsSync(file)).toBe(true);
  });
});
