// Windows and macOS, as far as they can be packed elsewhere: electron-builder runs over an outline of their Electron, so that what
// goes in, the fuses, the icons and the file type are what it really makes of the configuration.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { builderConfig } from '../../build/electron-builder.config.ts';
import { iconFile } from '../../build/icons/drawings.ts';
import { ROOT } from '../../build/paths.ts';
import { fuses } from '../../electron/desktop/fuses.ts';
import { macSkeleton, windowsSkeleton } from './support/skeleton.ts';

let folder: string;
let app: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ripen-others-'));
  app = join(folder, 'app');
  extractAll(join(inject('unpacked').release, 'resources', 'app.asar'), app);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const configOf = (electronDist: string, platform: string): Configuration =>
  builderConfig({
    dist: join(app, 'dist'),
    output: join(folder, 'out'),
    platform,
    electronVersion: '45.4.1',
    electronDist,
    addon: undefined,
    testPackage: false,
  });

async function pack(platform: Platform, electronDist: string): Promise<void> {
  const config = configOf(electronDist, platform.nodeName);
  await build({
    projectDir: ROOT,
    targets: platform.createTarget('dir', Arch.x64, Arch.arm64),
    // An outline cannot be signed.
    config: { ...config, electronFuses: { ...config.electronFuses, resetAdHocDarwinSignature: false } },
  });
}

/** Every file of a package, those in the asar and those beside it. */
async function filesIn(resources: string): Promise<readonly string[]> {
  const packed = listPackage(join(resources, 'app.asar'), { isPack: false });
  const beside = await readdir(join(resources, 'app.asar.unpacked'), { recursive: true });
  return [...packed, ...beside].map(file => file.replace(/^\//, ''));
}

const addons = (files: readonly string[]) =>
  [...new Set(files.filter(file => file.endsWith('.node')))].map(file => file.split('/').at(-1));

async function expectFuses(program: string): Promise<void> {
  const found: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(program)) };
  for (const [name, on] of Object.entries(fuses(false))) {
    const index = FuseV1Options[`${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof typeof FuseV1Options];
    expect([name, found[index]]).toEqual([name, on ? FuseState.ENABLE : FuseState.DISABLE]);
  }
}

/** What goes into every package, whatever the system: the same files but for the addon. */
async function expectSameFiles(resources: string, addon: string): Promise<void> {
  const files = await filesIn(resources);
  expect(addons(files)).toEqual([addon]);
  const linux = listPackage(join(inject('unpacked').release, 'resources', 'app.asar'), { isPack: false });
  const plain = (list: readonly string[]) =>
    list
      .map(file => file.replace(/^\//, ''))
      .filter(file => !/prebuilds|\.node$/.test(file) && file !== 'node_modules');
  expect([...new Set(plain(files))].sort()).toEqual([...new Set(plain(linux))].sort());
  expect(await readdir(resources)).not.toContain('default_app.asar');
}

describe('Windows', () => {
  beforeAll(async () => pack(Platform.WINDOWS, await windowsSkeleton(join(folder, 'windows'))));

  it.each([
    ['x64', 'win-unpacked'],
    ['arm64', 'win-arm64-unpacked'],
  ])('%s has its own addon and no other, the fuses, and one language', async (arch, name) => {
    const unpacked = join(folder, 'out', name);
    await expectSameFiles(join(unpacked, 'resources'), `win32-${arch}.node`);
    await expectFuses(join(unpacked, 'Ripen.exe'));
    expect(await readdir(join(unpacked, 'locales'))).toEqual(['en-US.pak']);
  });

  it('carries the icon in every size', async () => {
    const program = await readFile(join(folder, 'out', 'win-unpacked', 'Ripen.exe'));
    const icon = await readFile(iconFile('app', '256x256.png'));
    expect(program.includes(icon)).toBe(true);
  });

  it('is installed for one person, with the file type, and uninstalled without their data', () => {
    const { nsis, fileAssociations } = configOf('', 'win32');
    expect(nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false });
    expect(fileAssociations).toMatchObject([{ ext: 'ripen', icon: iconFile('file') }]);
  });
});

describe('macOS', () => {
  beforeAll(async () => pack(Platform.MAC, await macSkeleton(join(folder, 'macos'))));

  it.each([
    ['x64', 'mac'],
    ['arm64', 'mac-arm64'],
  ])('%s has its own addon and no other, the fuses, the icons, and the file type', async (arch, name) => {
    const contents = join(folder, 'out', name, 'Ripen.app', 'Contents');
    const resources = join(contents, 'Resources');
    await expectSameFiles(resources, `darwin-${arch}.node`);
    await expectFuses(join(folder, 'out', name, 'Ripen.app'));
    const info = await readFile(join(contents, 'Info.plist'), 'utf8');
    expect(info).toMatch(/<key>CFBundleTypeExtensions<\/key>\s*<array>\s*<string>ripen<\/string>/);
    expect(info).toMatch(/<key>CFBundleTypeIconFile<\/key>\s*<string>file\.icns<\/string>/);
    expect(info).toMatch(/<key>ElectronAsarIntegrity<\/key>/);
    const icon = /<key>CFBundleIconFile<\/key>\s*<string>([^<]+)<\/string>/.exec(info)?.[1] ?? '';
    expect(await readFile(join(resources, icon))).toEqual(await readFile(iconFile('app.icns')));
    expect(await readFile(join(resources, 'file.icns'))).toEqual(await readFile(iconFile('file.icns')));
  });

  it('is a disk image for both processors, with a hardened runtime, notarized where there is an account, else signed ad hoc', () => {
    const { mac, electronFuses } = configOf('', 'darwin');
    expect(electronFuses).toMatchObject({ ...fuses(false), resetAdHocDarwinSignature: true });
    expect(configOf('', 'win32').electronFuses).toEqual(fuses(false));
    expect(mac).toMatchObject({
      target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],
      hardenedRuntime: true,
      notarize: true,
    });
  });
});
