// The fixed sample of mutants: the same ones as long as their code stays, whatever changes around them.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.ts';
import { findMutants, type Mutant } from './find-mutants.ts';

/** What no test without a real window can reach: these files talk to Electron, or start a process or a page. */
const outside =
  /^electron\/(main|preload)\.ts$|^electron\/desktop\/(window|menu|dialogs|protocol|security|print)\.ts$|^electron\/ipc\/(register|channels)\.ts$|\.worker\.ts$|^renderer\/app\/main\.tsx$|^renderer\/print\//;

export const sides = { main: 200, renderer: 100 } as const;
export type Side = keyof typeof sides;

export const sideOf = (file: string): Side => (file.startsWith('renderer/') ? 'renderer' : 'main');

const rank = ({ id }: Mutant): string => createHash('sha1').update(`ripen ${id}`).digest('hex');

/** All mutants there could be, and the sampled ones of each side in the order in which they are tried. */
export function sample(): { readonly all: number; readonly chosen: readonly Mutant[] } {
  const files = globSync('{electron,shared,renderer}/**/*.{ts,tsx}', { cwd: ROOT })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => !outside.test(file) && !file.endsWith('.d.ts'));
  const mutants = files.flatMap(file => findMutants(file, readFileSync(join(ROOT, file), 'utf8')));
  const ranked = mutants.map(mutant => ({ mutant, at: rank(mutant) })).sort((a, b) => (a.at < b.at ? -1 : 1));
  const chosen = (Object.keys(sides) as Side[]).flatMap(side =>
    ranked
      .filter(({ mutant }) => sideOf(mutant.file) === side)
      .slice(0, sides[side])
      .map(({ mutant }) => mutant),
  );
  return { all: mutants.length, chosen };
}
