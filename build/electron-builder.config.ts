// How Ripen is packaged: what goes in, what stays out, the fuses, and an installer per system.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { fuses } from '../electron/desktop/fuses.ts';
import { iconFile } from './icons/drawings.ts';
import { ROOT } from './paths.ts';

export type PackageOptions = {
  /** The built app. */
  readonly dist: string;
  readonly output: string;
  readonly electronVersion: string;
  /** Folder of the Electron to pack; undefined: electron-builder fetches the one for each target. */
  readonly electronDist: string | undefined;
  /** Node's name of the system it is for. */
  readonly platform: string;
  /** A compiled addon to bring along instead of the package's prebuilt one. */
  readonly addon: string | undefined;
  /** The package under test lets Playwright in; a released one lets nobody in. */
  readonly testPackage: boolean;
};

export function builderConfig(options: PackageOptions): Configuration {
  const sqlite = 'node_modules/better-sqlite3';
  return {
    appId: 'com.ripen.desktop',
    productName: 'Ripen',
    copyright: 'Ripen',
    directories: { output: options.output },
    electronVersion: options.electronVersion,
    ...(options.electronDist ? { electronDist: options.electronDist } : {}),
    // better-sqlite3 brings one prebuilt addon per system: nothing is compiled here.
    npmRebuild: false,
    publish: null,
    // A copied Electron folder still has the default app in it, which is no part of ours.
    afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
    electronFuses: {
      ...fuses(options.testPackage),
      // Changing the program breaks the signature without which Apple Silicon starts nothing.
      ...(options.platform === 'darwin' ? { resetAdHocDarwinSignature: true } : {}),
    },
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
      // Not electron-builder's own name of the system: that is the one that packs, whatever it packs for.
      ...(options.addon ? [] : [`${sqlite}/prebuilds/${options.platform}-\${arch}.node`]),
      '!**/*.md',
    ],
    extraResources: options.addon ? [{ from: options.addon, to: 'better_sqlite3.node' }] : [],
    electronLanguages: ['en-US', 'en-GB', 'en'],
    artifactName: `ripen-\${version}-\${os}-\${arch}.\${ext}`,
    // Without the ending: electron-builder takes file.ico for Windows and file.icns for macOS.
    fileAssociations: [
      { ext: 'ripen', name: 'Ripen workspace', description: 'Ripen workspace', role: 'Editor', icon: iconFile('file') },
    ],
    // The unpacked app alone: build/linux/ makes the packages from it.
    linux: {
      target: ['dir'],

      executableName: 'ripen',
      category: 'Office',
      icon: iconFile('app'),
    },
    win: { target: [{ target: 'nsis', arch: ['x64', 'arm64'] }], icon: iconFile('app.ico') },
    nsis: {
      oneClick: false,
      // For one person, without an administrator.
      perMachine: false,
      allowElevation: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      buildUniversalInstaller: false,
      uninstallDisplayName: `\${productName} \${version}`,
      installerIcon: iconFile('app.ico'),
      uninstallerIcon: iconFile('app.ico'),
    },
    mac: {
      target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],

      category: 'public.app-category.business',
      icon: iconFile('app.icns'),
      hardenedRuntime: true,
      entitlements: join(ROOT, 'build', 'mac', 'entitlements.plist'),
      entitlementsInherit: join(ROOT, 'build', 'mac', 'entitlements.plist'),
      // Done where the environment names an Apple account (docs/releasing.md), and left out with a warning elsewhere.
      notarize: true,
    },
  };
}
