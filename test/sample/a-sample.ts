// Sample workspaces for the tests: made in a folder that is gone afterwards, opened, and asked by call or by SQL.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reader } from '../../electron/db/file/handle.ts';
import type { App } from '../../electron/open-workspace.ts';
import { makeApp } from '../../electron/open-workspace.ts';
import { createSampleWorkspace } from '../../electron/sample/index.ts';
import type { CallName, Input, Output } from '../../shared/contract.ts';
import { contract } from '../../shared/contract.ts';
import { afterThisFile } from '../support/cleanups.ts';
import { migrationsFolder } from '../support/folders.ts';

export const wednesday = Date.UTC(2026, 5, 3, 12);
let folder: string | undefined;

/** The folder of the samples of this file of tests. */
export function sampleFolder(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'ripen-sample-'));
    folder = made;
    afterThisFile.add(() => {
      rmSync(made, { recursive: true, force: true });
      folder = undefined;
    });
  }
  return folder;
}

export const optionsFor = (name: string, now: number) => ({
  file: join(sampleFolder(), `${name}.ripen`),
  migrationsFolder,
  now: () => now,
  deviceId: 'test',
});

/** The usual sample, made once and copied from then on. */
let usual: Buffer | undefined;

/** The sample as it is made by default on Wednesday 3 June 2026; a copy that a test may change. */
export async function theSample(): Promise<App> {
  const options = optionsFor('usual', wednesday);
  if (usual === undefined) {
    await createSampleWorkspace(options);
    usual = readFileSync(options.file);
  } else if (!existsSync(options.file)) writeFileSync(options.file, usual);
  return opened(makeApp(options));
}

/** A sample made for this call. */
export async function aSample(
  name: string,
  now = wednesday,
  ...more: [seed?: number, local?: { timeZone?: string; firstDayOfWeek?: number }]
) {
  const options = optionsFor(name, now);
  await createSampleWorkspace(options, ...more);
  return opened(makeApp(options));
}

function opened(app: App): App {
  afterThisFile.add(() => app.close());
  return app;
}

export async function call<N extends CallName>(app: App, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await app.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return contract[name].output.parse(result.value) as Output<N>;
}

/** The number that a query answers. */
export const countOf = (db: Reader, sql: string, params: readonly (string | number)[] = []): number =>
  db.pluck<number>(sql, params)[0] ?? 0;
