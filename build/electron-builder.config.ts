// How Ripen is packaged: what goes in, what stays out, the fuses, and an installer per system.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { ROOT } from './paths.ts';

export type PackageOptions = {
  /** The built app. */
  readonly dist: string;
  readonly output: string;
  readonly electronVersion: string;
  /** Folder of the Electron to pack; undefined: electron-builder fetches the one for each target. */
  readonly electronDist: string | undefined;
  /** A compiled addon to bring along instead of the package's prebuilt one. */
  readonly addon: string | undefined;
  /** The package under test lets Playwright in; a released one lets nobody in. */
  readonly testPackage: boolean;
};

/** The fuses; each closes a way into a released app that the code itself cannot close. */
export const fuses = (testPackage: boolean) =>
  ({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: testPackage,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  }) as const;

export function builderConfig(options: PackageOptions): Configuration {
  const sqlite = 'node_modules/better-sqlite3';
  return {
    appId: 'com.ripen.desktop',
    productName: 'Ripen',
    copyright: 'Ripen',
    icon: join(ROOT, 'build', 'icon.png'),
    directories: { output: options.output },
    electronVersion: options.electronVersion,
    ...(options.electronDist ? { electronDist: options.electronDist } : {}),
    // better-sqlite3 brings one prebuilt addon per system: nothing is compiled here.
    npmRebuild: false,
    publish: null,
    // A copied Electron folder still has the default app in it, which is no part of ours.
    afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
    electronFuses: fuses(options.testPackage),
    asar: true,
    asarUnpack: ['**/*.node'],
    files: [
      'package.json',
      { from: options.dist, to: 'dist', filter: ['**/*'] },
      // All other dependencies are in the bundles of dist.
      '!node_modules/**/*',
      `${sqlite}/**/*`,
      `!${sqlite}/{deps,src,binding.gyp}`,
      `!${sqlite}/prebuilds`,
      ...(options.addon ? [] : [`${sqlite}/prebuilds/\${platform}-\${arch}.node`]),
      '!**/*.md',
    ],
    extraResources: options.addon ? [{ from: options.addon, to: 'better_sqlite3.node' }] : [],
    electronLanguages: ['en-US', 'en-GB', 'en'],
    fileAssociations: [{ ext: 'ripen', name: 'Ripen workspace', description: 'Ripen workspace', role: 'Editor' }],
    linux: { target: ['AppImage', 'deb'], executableName: 'ripen', category: 'Office' },
    deb: { maintainer: 'Ripen <ripen@localhost>' },
    win: { target: ['nsis'] },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    mac: { target: ['dmg'], category: 'public.app-category.business', hardenedRuntime: true },
  };
}
