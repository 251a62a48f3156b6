// Builds the whole app into a folder: page, main process, preload, migrations, icon.
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { writeNotices } from './license-notices.ts';
import { ROOT } from './paths.ts';
import { type BuildOptions, mainConfig, preloadConfig, rendererConfig } from './vite-configs.ts';

/** Builds everything; under 10 s. The folder is emptied first, so that nothing old stays in it. */
export async function buildApp(options: BuildOptions): Promise<void> {
  await rm(options.outDir, { recursive: true, force: true });
  await Promise.all([
    build(rendererConfig(options)),
    build(mainConfig(options)),
    build(preloadConfig(options)),
    cp(join(ROOT, 'build', 'icon.png'), join(options.outDir, 'icon.png')),
    cp(join(ROOT, 'migrations'), join(options.outDir, 'migrations'), {
      recursive: true,
      // schema.sql beside them is for reading.
      filter: from => !from.endsWith('.sql') || /[\\/]\d{4}-[^\\/]*$/.test(from),
    }),
  ]);
  writeNotices(options.outDir);
}
