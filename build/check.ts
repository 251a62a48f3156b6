// `npm run check`: everything that must hold before a commit. `npm run check -- static` leaves the unit tests out.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runInForeground } from './exec.ts';
import { ROOT } from './paths.ts';
import { runScript, say } from './say.ts';

const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name);
const script = (name: string, ...args: readonly string[]) =>
  [process.execPath, join(ROOT, 'build', 'run.mjs'), name, ...args] as const;

type Step = readonly [what: string, command: readonly [string, ...(readonly string[])]];

const steps: readonly Step[] = [
  ['format and lint', [bin('biome'), 'ci', '.']],
  ['types', [bin('tsc'), '--noEmit']],
  ...(existsSync(join(ROOT, 'build', 'schema.ts')) ? ([['schema', script('schema', '--check')]] as const) : []),
];

await runScript(async () => {
  const unit = process.argv[2] === 'static' ? [] : ([['unit tests', script('test', 'unit')]] as const);
  for (const [what, [command, ...args]] of [...steps, ...unit]) {
    const code = await runInForeground(command, args, process.env);
    if (code !== 0) {
      say(`${what}: not in order`);
      return code;
    }
  }
  return 0;
});
