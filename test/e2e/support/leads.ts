// A workspace file with people in it, made by the main side itself without a window, for tests of screens.
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../build/paths.ts';
import { createWorkspace, makeApp } from '../../../electron/open-workspace.ts';
import { createSampleWorkspace } from '../../../electron/sample/index.ts';
import type { CallName, Input, Output } from '../../../shared/contract.ts';

/** Monday 2 March 2026, 9 o'clock UTC: the day at which tests look at their people. */
export const today = '2026-03-02T09:00:00Z';

export type Caller = {
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>;
  /** Sets the clock, as "2026-02-27T09:00:00Z". */
  readonly at: (instant: string) => void;
};

/** Makes a new workspace, filled by `fill`, and answers its path. */
export async function aFileWith(fill: (caller: Caller) => Promise<void>): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'ripen-people-')), 'people.ripen');
  let now = Date.parse(today);
  const options = {
    file,
    migrationsFolder: join(ROOT, 'migrations'),
    now: () => now,
    deviceId: 'test',
  };
  createWorkspace(options, { name: 'People', timeZone: 'UTC' });
  const app = makeApp(options);
  await fill({
    call: async (name, input) => {
      const result = await app.call(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return result.value as Output<typeof name>;
    },
    at: instant => {
      now = Date.parse(instant);
    },
  });
  app.close();
  return file;
}

const samples = new Map<string, Promise<string>>();

/** A copy of the sample of that day in UTC: made once for all tests of a file. */
export async function aSampleAt(now: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ripen-sample-'));
  const make = async () => {
    const file = join(folder, 'made.ripen');
    const options = { file, migrationsFolder: join(ROOT, 'migrations'), now: () => Date.parse(now) };
    await createSampleWorkspace(options, undefined, { timeZone: 'UTC' });
    return file;
  };
  const made = samples.get(now) ?? make();
  samples.set(now, made);
  const file = join(folder, 'sample.ripen');
  copyFileSync(await made, file);
  return file;
}
