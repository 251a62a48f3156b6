// Ripen is quit while a locked workspace is open: it is encrypted in slices, tells how far it is, and can be canceled or taken over.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockingJob } from '../../shared/contract/passphrase.ts';
import type { Progress } from '../../shared/contract.ts';
import { eventually } from '../support/eventually.ts';
import { enlarge } from '../support/large.ts';
import { aFolder, monday } from '../support/workspace.ts';
import { startWorkspaces } from '../support/workspaces.ts';

const passphrase = 'four random words here';

/** An open workspace of 12 MB with a passphrase and one lead; `onProgress` hears how far it is encrypted. */
async function aLockedWorkspace() {
  const folder = aFolder();
  const file = join(folder, 'Mill.ripen');
  const told: Progress[] = [];
  const hear = { progress: (_: Progress): void => undefined };
  const emit = {
    changed: () => undefined,
    progress: (now: Progress) => {
      if (now.jobId !== lockingJob) return;
      told.push(now);
      hear.progress(now);
    },
  };
  const start = () => startWorkspaces(folder, { now: monday }, { passphraseCost: { n: 16 }, emit });
  const first = start();
  first.workspaces.create(file);
  await first.add('Quillfeather');
  first.workspaces.close();
  enlarge(file, 12);
  const here = start();
  here.workspaces.open(file);
  await here.workspaces.passphrase.set(passphrase);
  return { ...here, folder, file, told, hear, start };
}

const isReadable = (file: string): boolean => readFileSync(file).includes('Quillfeather');
const drafts = (folder: string): string[] => readdirSync(folder).filter(name => name.endsWith('.part'));

it('encrypts it between turns of the event loop, and tells how far it is', async () => {
  const { workspaces, file, told } = await aLockedWorkspace();
  let turns = 0;
  const count = setInterval(() => {
    turns += 1;
  });
  expect(await workspaces.atQuit.lock()).toBe(true);
  clearInterval(count);
  expect(turns).toBeGreaterThan(1);
  expect(isReadable(file)).toBe(false);
  expect(told.length).toBeGreaterThan(20);
  const parts = told.map(({ done, total }) => done / (total ?? 0));
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(parts.at(-1)).toBeGreaterThan(0.99);
  expect(workspaces.close()).toEqual([]);
});

it('canceled in the middle, the workspace is open again without a question, and is locked the next time', async () => {
  const { workspaces, app, add, names, file, folder, hear, told, start } = await aLockedWorkspace();
  const before = statSync(file).size;
  hear.progress = ({ done, total }) => done > (total ?? 0) / 3 && workspaces.atQuit.cancel();
  expect(await workspaces.atQuit.lock()).toBe(false);
  expect(told.at(-1)?.done).toBeLessThan(told.at(-1)?.total ?? 0);
  hear.progress = () => undefined;
  expect(workspaces.locked()).toBeNull();
  expect(workspaces.atQuit.locking()).toBeNull();
  expect(app().file).toBe(file);
  expect(names()).toEqual(['Quillfeather']);
  expect(statSync(file).size).toBe(before);
  expect(drafts(folder)).toEqual([]);
  await add('Ann');
  expect(await workspaces.atQuit.lock()).toBe(true);
  expect(isReadable(file)).toBe(false);
  expect(workspaces.close()).toEqual([]);
  const next = start();
  next.workspaces.open(file);
  await next.workspaces.unlock(passphrase);
  expect(told.at(-1)).toMatchObject({ phase: 'unlocking' });
  expect(next.names()).toEqual(['Ann', 'Quillfeather']);
});

it('is ended at once when the system goes down meanwhile, and nothing is left to read', async () => {
  const { workspaces, file, folder, hear } = await aLockedWorkspace();
  let troubles: readonly string[] | null = null;
  hear.progress = ({ done, total }) => {
    if (troubles || done < (total ?? 0) / 3) return;
    troubles = workspaces.close();
  };
  await workspaces.atQuit.lock();
  expect(troubles).toEqual([]);
  expect(isReadable(file)).toBe(false);
  expect(drafts(folder)).toEqual([]);
});

it('waits for one that was closed before and is still being encrypted; canceled, that goes on', async () => {
  const { workspaces, file, hear } = await aLockedWorkspace();
  workspaces.doNotReopen();
  let asked = false;
  hear.progress = () => {
    if (!asked) workspaces.atQuit.cancel();
    asked = true;
  };
  expect(await workspaces.atQuit.lock()).toBe(false);
  expect(workspaces.current()).toBeNull();
  await eventually(() => expect(isReadable(file)).toBe(false));
});

it('of a workspace without a passphrase is nothing', async () => {
  const folder = aFolder();
  const { workspaces } = startWorkspaces(folder);
  workspaces.create(join(folder, 'Mill.ripen'));
  expect(await workspaces.atQuit.lock()).toBe(true);
  expect(workspaces.current()).not.toBeNull();
});
