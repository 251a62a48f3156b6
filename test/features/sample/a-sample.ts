// Sample workspaces for the tests: made in a folder that is gone afterwards, opened, and asked by call or by SQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { App } from '../../../electron/app.ts';
import { makeApp } from '../../../electron/app.ts';
import type { Reader } from '../../../electron/db/handle.ts';
import { createSampleWorkspace } from '../../../electron/features/sample/index.ts';
import type { CallName, Input, Output } from '../../../shared/contract.ts';
import { contract } from '../../../shared/contract.ts';
import { migrationsFolder } from '../../support/places.ts';

export const wednesday = Date.UTC(2026, 5, 3, 12);
export const folder = mkdtempSync(join(tmpdir(), 'ripen-sample-'));
const apps: App[] = [];
afterAll(() => {
  for (const app of apps) app.close();
  rmSync(folder, { recursive: true, force: true });
});

export const optionsFor = (name: string, now: number) => ({
  file: join(folder, `${name}.ripen`),
  migrationsFolder,
  now: () => now,
  deviceId: 'test',
});

export async function aSample(
  name: string,
  now = wednesday,
  ...more: [seed?: number, local?: { timeZone?: string; firstDayOfWeek?: number }]
) {
  const options = optionsFor(name, now);
  await createSampleWorkspace(options, ...more);
  const app = makeApp(options);
  apps.push(app);
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
