// --self-check in real Electron: the page it prints, its exit code, and that it leaves nothing behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { ROOT } from '../../build/paths.ts';
import { runtimeEnv, sandboxArgs } from '../../build/runtime/resolve.ts';
import { aUserData, launchRipen } from './support/launch.ts';
import { displayEnv, runtime } from './support/runtime.ts';

async function check(userData: string, env: NodeJS.ProcessEnv = {}) {
  const found = await runtime();
  const child = spawn(found.executable, [...sandboxArgs(), ROOT, '--self-check'], {
    env: { ...runtimeEnv(found), ...displayEnv(), RIPEN_USER_DATA: userData, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let page = '';
  child.stdout.on('data', chunk => (page += chunk));
  const [code] = await once(child, 'close');
  return { code, page };
}

it('prints versions, fuses, settings and a scratch workspace, beside a Ripen that runs', async () => {
  const ripen = await launchRipen();
  const before = await readdir(ripen.userData);
  const { code, page } = await check(ripen.userData);
  const { version } = await runtime();
  expect(page).toContain(`Electron           ${version}, Chromium `);
  expect(page).toMatch(/^ok {6}Database {11}SQLite 3\.\d+/m);
  expect(page).toMatch(/^ok {6}File settings.*locking_mode exclusive, journal_mode wal, synchronous 2/m);
  expect(page).toMatch(/^ok {6}Scratch workspace {2}written, read and whole/m);
  expect(page).toMatch(/Ripen works on this computer\.\n$/);
  expect(code).toBe(0);
  expect(await readdir(ripen.userData)).toEqual(expect.arrayContaining(before));
  expect((await ripen.close()).network).toEqual([]);
});

it('says what fails, without the path of anybody, and ends with 1', async () => {
  const userData = await aUserData();
  const { code, page } = await check(userData, { RIPEN_SQLITE_ADDON: '/home/ada/nowhere.node' });
  expect(page).toMatch(/^FAILED {2}Database/m);
  expect(page).toMatch(/^FAILED {2}Scratch workspace/m);
  expect(page).toMatch(/^ok {6}System/m);
  expect(page).not.toContain('ada');
  expect(page).toMatch(/Ripen does not work on this computer as it should\.\n$/);
  expect(code).toBe(1);
  // What is there is Chromium's; nothing of it is Ripen's own.
  expect((await readdir(userData)).filter(name => /json$|ripen/i.test(name))).toEqual([]);
});
