// Builds the app and packs it with an Electron; used by `npm run package` and by the tests of the package.
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { buildApp } from './build-app.ts';
import { builderConfig } from './electron-builder.config.ts';
import { makeLinuxPackages } from './linux/package.ts';
import { ROOT } from './paths.ts';
import type { Runtime } from './runtime/resolve.ts';

export type MakeOptions = {
  readonly runtime: Runtime;
  readonly output: string;
  readonly testPackage: boolean;
  /** Only the unpacked folder. */
  readonly dirOnly: boolean;
};

/** Packs for this system and answers the paths of what was made. */
export async function makePackage({ runtime, output, testPackage, dirOnly }: MakeOptions): Promise<readonly string[]> {
  const dist = join(output, 'app');
  await buildApp({ outDir: dist, testPackage });
  try {
    const made = await build({
      projectDir: ROOT,
      targets: Platform.current().createTarget(dirOnly ? 'dir' : null),
      config: builderConfig({
        dist,
        output,
        testPackage,
        platform: process.platform,
        electronVersion: runtime.version,
        electronDist: runtime.kind === 'carried' ? dirname(runtime.executable) : undefined,
        addon: runtime.addon,
      }),
    });
    if (dirOnly || Platform.current() !== Platform.LINUX) return made;
    return makeLinuxPackages({
      unpacked: unpackedFolder(output),
      output,
      version: await ownVersion(),
      arch: process.arch,
      quick: false,
    });
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}

/** Where electron-builder puts the unpacked app for Linux. */
export const unpackedFolder = (output: string): string =>
  join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);

/** Ripen's version, from package.json. */
export const ownVersion = async (): Promise<string> =>
  JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')).version;
