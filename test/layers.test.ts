// The layers are lint rules; here every rule is shown to bite, and to leave alone what is meant to be.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder } from './support/workspace.ts';

const root = join(import.meta.dirname, '..');
const imports = 'lint/style/noRestrictedImports';
const properties = 'lint/nursery/noJsRestrictedProperties';
const clock = 'plugin';

const from = (path: string, what = '{ x }') => `import ${what} from '${path}'; export const y = x;`;
const expression = (code: string) => `export const y = ${code};`;

/** Where, what, and the rule that must speak up; null: nothing may. */
const cases: readonly (readonly [file: string, code: string, rule: string | null])[] = [
  ['shared/a.ts', "import * as z from 'zod'; export const y = z;", null],
  ['shared/a.ts', from('./dates.ts'), null],
  ['shared/contract/a.ts', from('../dates.ts'), null],
  ['shared/a.ts', from('zod', '{ z as x }'), imports],
  ['shared/a.ts', from('zod', 'x'), imports],
  ['shared/a.ts', from('react'), imports],
  ['shared/a.ts', from('node:fs'), imports],
  ['shared/a.ts', from('../electron/ids.ts'), imports],
  ['shared/contract/a.ts', from('../../renderer/api/call.ts'), imports],
  ['shared/a.ts', expression("import('../electron/ids.ts')"), imports],
  ['shared/a.ts', "export * from '../electron/ids.ts';", imports],
  ['shared/a.ts', expression('Date.now()'), properties],
  ['shared/a.ts', expression('Math.random()'), properties],
  ['shared/a.ts', expression('new Date()'), clock],
  ['shared/a.ts', expression('new Date(0)'), null],

  ['electron/domain/a.ts', from('../../shared/dates.ts'), null],
  ['electron/domain/scoring/a.ts', from('../zone.ts'), null],
  ['electron/domain/a.ts', from('temporal-polyfill'), null],
  ['electron/domain/a.ts', from('../db/leads.ts'), imports],
  ['electron/domain/scoring/a.ts', "import type { X } from '../../db/leads.ts'; export type Y = X;", imports],
  ['electron/domain/a.ts', from('../engine/engine.ts'), imports],
  ['electron/domain/a.ts', from('../handlers/leads.ts'), imports],
  ['electron/domain/a.ts', from('../jobs/pause.ts'), imports],
  ['electron/domain/a.ts', from('node:fs/promises'), imports],
  ['electron/domain/a.ts', from('better-sqlite3'), imports],
  ['electron/domain/a.ts', expression('Date.now'), properties],
  ['electron/domain/a.ts', expression('Math.random()'), properties],
  ['electron/domain/a.ts', expression('performance.now()'), properties],
  ['electron/domain/a.ts', expression('Temporal.Now.instant()'), properties],
  ['electron/domain/a.ts', expression('new Date()'), clock],
  ['electron/domain/a.ts', expression('Date()'), clock],
  ['electron/domain/a.ts', expression("new Date('2026-06-01')"), null],

  ['electron/db/a.ts', from('node:fs'), null],
  ['electron/db/a.ts', from('../domain/funnel.ts'), imports],
  ['electron/db/a.ts', from('../handlers/leads.ts'), imports],
  ['electron/sync/a.ts', from('./packet.ts'), null],
  ['electron/sync/a.ts', from('../../shared/result.ts'), null],
  ['electron/sync/a.ts', from('node:crypto', '{ createHash as x }'), null],
  ['electron/sync/a.ts', from('../db/tables/leads.ts'), imports],
  ['electron/sync/a.ts', from('../domain/funnel.ts'), imports],
  ['electron/sync/a.ts', from('node:fs'), imports],
  ['electron/sync/a.ts', from('better-sqlite3'), imports],
  ['electron/sync/a.ts', expression('Date.now()'), properties],
  ['electron/sync/a.ts', expression('Math.random()'), properties],
  ['electron/sync/a.ts', expression('new Date()'), clock],
  ['electron/engine/a.ts', from('../domain/scoring/score.ts'), null],
  ['electron/engine/a.ts', from('../db/leads.ts'), imports],
  ['electron/engine/a.ts', from('node:fs'), imports],
  ['electron/jobs/a.ts', from('../domain/import/plan.ts'), null],
  ['electron/jobs/import/a.ts', from('../../db/leads.ts'), imports],
  ['electron/handlers/a.ts', from('../db/leads.ts'), null],
  ['electron/handlers/a.ts', from('../domain/funnel.ts'), null],
  ['electron/handlers/a.ts', from('../ipc/dispatch.ts'), imports],
  ['electron/handlers/a.ts', from('better-sqlite3'), imports],
  ['electron/handlers/a.ts', from('../../renderer/api/call.ts'), imports],
  ['electron/services/a.ts', from('../db/tables/leads.ts'), null],
  ['electron/services/a.ts', from('../handlers/leads.ts'), imports],
  ['electron/stores/a.ts', from('../handlers/leads.ts'), imports],
  ['electron/formats/csv/a.ts', from('../../db/tables/leads.ts'), imports],

  ['electron/main.ts', from('electron', '{ app as x }'), null],
  ['electron/ipc/register.ts', from('electron', '{ ipcMain as x }'), null],
  ['electron/preload.ts', from('electron', '{ ipcRenderer as x }'), null],
  ['electron/main.ts', from('electron', '{ ipcRenderer as x }'), imports],
  ['electron/preload.ts', from('./db/leads.ts'), imports],
  ...[
    'open-workspace',
    'desktop/session',
    'db/a',
    'domain/a',
    'engine/a',
    'handlers/a',
    'services/a',
    'stores/a',
    'formats/a',
    'jobs/a',
    'ipc/dispatch',
  ].map(name => [`electron/${name}.ts`, from('electron', '{ app as x }'), imports] as const),
  ['electron/main.ts', from('../renderer/api/call.ts'), imports],
  ['electron/desktop/session.ts', from('../build/paths.ts'), imports],

  ['renderer/screens/board/a.tsx', from('../../parts/screen/Screen.tsx'), null],
  ['renderer/screens/board/a.tsx', from('../../app/App.tsx'), imports],
  ['renderer/screens/board/a.tsx', from('../../screens/today/Today.tsx'), imports],
  ['renderer/parts/moves/a.tsx', from('../../ui/Button.tsx'), null],
  ['renderer/parts/moves/a.tsx', from('../../screens/board/Board.tsx'), imports],
  ['renderer/ui/a.tsx', from('../parts/screen/Screen.tsx'), imports],
  ['renderer/ui/a.tsx', from('../api/call.ts'), null],
  ['renderer/api/a.ts', from('../ui/Button.tsx'), imports],
  ['renderer/screens/a.tsx', from('../../shared/dates.ts'), null],
  ['renderer/screens/a.tsx', from('../../electron/db/leads.ts'), imports],
  ['renderer/screens/a.tsx', from('electron', '{ ipcRenderer as x }'), imports],
  ['renderer/api/a.ts', from('electron', '{ ipcRenderer as x }'), imports],
  ['renderer/screens/a.tsx', from('node:fs'), imports],
  ['renderer/screens/a.tsx', expression('window.ripen'), properties],
  ['renderer/api/a.ts', expression('window.ripen'), null],
];

type Report = { diagnostics: { category: string; location: { path: string } }[] };

/** Runs Biome over all the snippets, each in a file of its own, under our own configuration. */
function lintAll(): string[][] {
  const folder = aFolder();
  const { vcs: _, ...config } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  cpSync(join(root, 'build/lint'), join(folder, 'build/lint'), { recursive: true });
  // Most rules are about a folder, so the name may differ; those about one file take turns.
  const files = cases.map(([file], index) => file.replace(/\/a\.(tsx?)$/, `/a${index}.$1`));
  const found: string[][] = cases.map(() => []);
  const rounds = Map.groupBy(files.keys(), index => files.slice(0, index).filter(file => file === files[index]).length);
  for (const round of rounds.values()) {
    for (const index of round) {
      const file = join(folder, files[index] ?? '');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, cases[index]?.[1] ?? '');
    }
    const { diagnostics } = JSON.parse(biome(['lint', '--reporter=json', '.'], folder)) as Report;
    for (const { category, location } of diagnostics) {
      const index = round.find(one => files[one] === location.path);
      if (index !== undefined) found[index]?.push(category);
    }
  }
  return found;
}

/** Biome leaves with 1 when it has found something; its report is what counts. */
function biome(args: readonly string[], cwd: string): string {
  const program = join(root, 'node_modules/@biomejs/biome/bin/biome');
  try {
    return execFileSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}

describe('the layers', () => {
  it('are kept by lint rules of which each one bites', () => {
    const found = lintAll();
    const spoken = cases.map(([file, code], index) => `${file}: ${code} ${found[index]}`);
    expect(spoken).toEqual(cases.map(([file, code, rule]) => `${file}: ${code} ${rule ?? ''}`));
  });
});
