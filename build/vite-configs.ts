// How Vite builds the three parts: the page (renderer), the main process with its workers, and the preload script.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { ROOT } from './paths.ts';

// The oldest engine we run on is the carried Electron 33.
const PAGE_TARGET = 'chrome130';
const MAIN_TARGET = 'node20.18';

export type BuildOptions = {
  /** Where the built app goes. */
  readonly outDir: string;
  /** The package under test accepts the debugging port and the test clock; a released one never does. */
  readonly testPackage: boolean;
};

/** Read and removed by license-notices.ts. */
const license = { fileName: 'licenses.json' } as const;

const shared = (): InlineConfig => ({ configFile: false, root: ROOT, logLevel: 'warn', publicDir: false });

/** The page. Nothing inline, so that the strict content security policy holds. */
export function rendererConfig({ outDir }: BuildOptions): InlineConfig {
  return {
    ...shared(),
    root: join(ROOT, 'renderer'),
    plugins: [react()],
    build: {
      outDir: join(outDir, 'renderer'),
      emptyOutDir: true,
      target: PAGE_TARGET,
      modulePreload: { polyfill: false },
      // Fonts and pictures as data: URLs would be refused by the policy.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      license,
    },
  };
}

/** The main process, readable (not minified), with each long job as a file of its own. */
export function mainConfig({ outDir, testPackage }: BuildOptions): InlineConfig {
  return {
    ...shared(),
    define: { __RIPEN_TEST_PACKAGE__: JSON.stringify(testPackage) },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: join(outDir, 'electron'),
      emptyOutDir: false,
      license,
      target: MAIN_TARGET,
      minify: false,
      rolldownOptions: {
        input: { main: join(ROOT, 'electron', 'main.ts'), ...workers() },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}

/** The preload script: one CommonJS file, which is all that a sandboxed page may load. */
export function preloadConfig({ outDir }: BuildOptions): InlineConfig {
  return {
    ...shared(),
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir: join(outDir, 'electron'),
      emptyOutDir: false,
      target: PAGE_TARGET,
      minify: false,
      rolldownOptions: {
        input: { preload: join(ROOT, 'electron', 'preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}

/** Each x.worker.ts becomes dist/electron/jobs/x.worker.js. */
function workers(): Record<string, string> {
  const folders = ['jobs', 'backups'].map(name => join(ROOT, 'electron', name));
  const files = folders.flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.worker.ts'))
      .map(name => join(folder, name)),
  );
  return Object.fromEntries(files.map(file => [`jobs/${basename(file, '.ts')}`, file]));
}
