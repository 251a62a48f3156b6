// The self-check's page goes to strangers: no path is on it, whatever fails.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { ROOT } from '../../build/paths.ts';
import { type SelfCheckOptions, selfCheck } from '../../electron/desktop/self-check.ts';
import { aFolder, migrationsFolder, monday } from '../support/workspace.ts';

afterEach(() => vi.unstubAllEnvs());

const pageWith = async (options: Partial<SelfCheckOptions>): Promise<string> => {
  const { page } = await selfCheck({
    ...{ version: '0.1.0', migrationsFolder, addon: undefined, executable: process.execPath },
    ...{ package: 'none' as const, now: () => monday },
    ...options,
  });
  return page;
};

it('has all but the Electron on it where everything works', async () => {
  expect(await pageWith({})).toMatch(/^ok {6}Scratch workspace/m);
});

it('names no folder of migrations', async () => {
  const page = await pageWith({ migrationsFolder: join(aFolder(), 'Ada Stone', 'migrations') });
  expect(page).toMatch(/^FAILED {2}Scratch workspace .*ENOENT.*'\.\.\.'/m);
  expect(page).not.toContain('Ada');
});

it('names no program', async () => {
  const page = await pageWith({ package: 'release', executable: '/opt/Ada Stone/ripen' });
  expect(page).toMatch(/^FAILED {2}Fuses .*ENOENT.*'\.\.\.'/m);
  expect(page).not.toContain('Ada');
});

it('names no folder of the owner, and nothing is left of a path in it', async () => {
  vi.stubEnv('HOME', ROOT);
  vi.stubEnv('USERPROFILE', ROOT);
  expect(homedir()).toBe(ROOT);
  // Made absolute on the way: the sentence has another path than the one that is given.
  const page = await pageWith({ addon: 'nowhere.node' });
  expect(page).toMatch(/^FAILED {2}Database .*\.\.\./m);
  expect(page).not.toContain(ROOT);
  expect(await pageWith({ migrationsFolder: join(ROOT, 'Ada Stone') })).not.toMatch(/Ada|Stone/);
});
