// Computers that share a workspace: real files, and what stands on each of them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fileSchema } from '../../electron/db/tables/file-schema.ts';
import { folderPlace } from '../../electron/sharing/folder.ts';
import type { BarePlace, MeetingPlace } from '../../electron/sharing/meeting-place.ts';
import { sealedPlace } from '../../electron/sharing/sealed-place.ts';
import { planFor } from '../../electron/sync/plan.ts';
import { brokenInvariants } from './invariants.ts';
import { testKeys } from './test-keys.ts';
import { aFolder, aWorkspace, joinedAt, type TestWorkspace } from './workspace.ts';

/** Everything of a file that all computers have in common, by table and id. */
export function sharedContent({ app }: TestWorkspace): Readonly<Record<string, object>> {
  const { reader } = app();
  const plan = planFor(fileSchema(reader));
  return Object.fromEntries(
    plan.tables
      .filter(({ name }) => name !== 'clock_correction')
      .flatMap(({ name, rule }) =>
        reader
          .all<{ id: string }>(`SELECT * FROM "${name}" ORDER BY id`)
          .filter(({ id }) => !rule.home?.ids?.includes(id))
          .map(row => [
            `${name} ${row.id}`,
            Object.fromEntries(Object.entries(row).filter(([column]) => !rule.home?.columns?.includes(column))),
          ]),
      ),
  );
}

/** A folder, or another place where computers meet. */
export type Where = string | BarePlace;
export const placeAt = (where: Where): MeetingPlace =>
  sealedPlace(typeof where === 'string' ? folderPlace(where) : where, testKeys);

export const meetIn = (where: Where, { app }: TestWorkspace) => app().exchange(placeAt(where));
export const shareIn = (where: Where, { app }: TestWorkspace) => app().share(placeAt(where));
export const joined = (where: Where, now: number) => joinedAt(placeAt(where), now);

/**
 * All meet until nobody has anything to send and no packet is in trouble: what is cut, its owner puts again when it meets the next
 * time. Then they have the same, and every constraint and invariant holds.
 */
export async function allMeet(where: Where, all: readonly TestWorkspace[]): Promise<void> {
  for (let round = 0; ; round += 1) {
    let moved = 0;
    const troubles: unknown[] = [];
    for (const one of all) {
      const { sent, received, problems } = await meetIn(where, one);
      troubles.push(...problems);
      moved += sent + received;
    }
    if (moved === 0 && troubles.length === 0) break;
    expect(round, `meetings until nobody has anything to send: ${JSON.stringify(troubles)}`).toBeLessThan(6);
  }
  const [first, ...others] = all.map(sharedContent);
  for (const other of others) expect(other).toEqual(first);
  for (const { app } of all) {
    expect(app().reader.all('PRAGMA foreign_key_check')).toEqual([]);
    expect(brokenInvariants(app().reader)).toEqual({});
  }
}

/** A workspace that `count` computers share; `before` is done before the others join. */
export async function computersIn(
  where: Where,
  count: number,
  before: (first: TestWorkspace) => Promise<unknown> = async () => undefined,
): Promise<readonly TestWorkspace[]> {
  const first = aWorkspace();
  await before(first);
  await shareIn(where, first);
  const others: TestWorkspace[] = [];
  while (others.length < count - 1) others.push(await joined(where, first.clock.now));
  return [first, ...others];
}

export const twoComputers = async (before?: Parameters<typeof computersIn>[2]) => {
  const folder = aFolder();
  const [a, b] = (await computersIn(folder, 2, before)) as [TestWorkspace, TestWorkspace];
  return { folder, a, b };
};

/** Files with packets in a folder. */
export const packetFiles = (folder: string): readonly string[] =>
  (existsSync(join(folder, 'steps')) ? (readdirSync(join(folder, 'steps'), { recursive: true }) as string[]) : [])
    .filter(name => name.endsWith('.packet'))
    .map(name => join(folder, 'steps', name))
    .sort();
