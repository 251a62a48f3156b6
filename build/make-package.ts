// Builds the app and packs it with an Electron; used by `npm run package` and by the tests of the package.
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { buildApp } from './build-app.ts';
import { builderConfig } from './electron-builder.config.ts';
import { ROOT } from './paths.ts';
import type { Runtime } from './runtime/resolve.ts';

export type MakeOptions = {
  readonly runtime: Runtime;
  readonly output: string;
  readonly testPackage: boolean;
  /** Only the unpacked folder: the one target that needs no tools from the network. */
  readonly dirOnly: boolean;
};

/** Packs for this system and answers the paths of what was made. */
export async function makePackage({ runtime, output, testPackage, dirOnly }: MakeOptions): Promise<readonly string[]> {
  const dist = join(output, 'app');
  await buildApp({ outDir: dist, testPackage });
  try {
    return await build({
      projectDir: ROOT,
      targets: Platform.current().createTarget(dirOnly ? 'dir' : null),
      config: builderConfig({
        dist,
        output,
        testPackage,
        electronVersion: runtime.version,
        electronDist: runtime.kind === 'carried' ? dirname(runtime.executable) : undefined,
        addon: runtime.addon,
      }),
    });
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}
