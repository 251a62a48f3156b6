// The scripts under children/, and workers, as one file each: a process that loads hundreds of modules takes twice as long to start.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { ROOT } from '../../build/paths.ts';

const source = join(import.meta.dirname, 'children');
/** As deep below the project as this folder, for paths that start from the script. */
const target = join(ROOT, '.cache', 'children');

/** Writes them where they are not yet as they are now, and answers their folder. Two processes may do so at once. */
export async function bundleChildren(): Promise<string> {
  const names = readdirSync(source).map(file => file.replace(/\.ts$/, ''));
  const built = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        input: Object.fromEntries([
          ...names.map(name => [name, join(source, `${name}.ts`)]),
          ['place.worker', join(ROOT, 'electron', 'jobs', 'place.worker.ts')],
          ['line-parser.worker', join(ROOT, 'electron', 'jobs', 'line-parser.worker.ts')],
          ['import-parser.worker', join(ROOT, 'electron', 'jobs', 'import-parser.worker.ts')],
        ]),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })) as Rolldown.RolldownOutput;
  mkdirSync(target, { recursive: true });
  // Entries last: what they load is there.
  for (const file of built.output.toSorted((one, other) => Number(isEntry(one)) - Number(isEntry(other)))) {
    const path = join(target, file.fileName);
    const text = file.type === 'chunk' ? file.code : file.source;
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    writeFileSync(`${path}.${process.pid}`, text);
    renameSync(`${path}.${process.pid}`, path);
  }
  return target;
}

const isEntry = (file: Rolldown.OutputChunk | Rolldown.OutputAsset): boolean => file.type === 'chunk' && file.isEntry;
