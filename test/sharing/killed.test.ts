// A computer that is killed while it works and meets the others: what it had answered is not lost, and nothing is taken by halves.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { joinWorkspace } from '../../electron/open-workspace.ts';
import { killedAfter, worksOnce } from '../support/killed-computer.ts';
import { times } from '../support/long.ts';
import { allMeet, computersIn, meetIn, placeAt } from '../support/shared-folder.ts';
import { aCopyOf, aFolder, migrationsFolder, monday, type TestWorkspace } from '../support/workspace.ts';

it('loses nothing that it had answered, and all meet afterwards', async () => {
  const folder = aFolder();
  const [a] = (await computersIn(folder, 1)) as [TestWorkspace];
  const file = join(aFolder(), 'killed.ripen');
  await joinWorkspace({ file, migrationsFolder, now: () => monday, deviceId: 'child' }, placeAt(folder));
  let made = 0;
  for (let words = 1; words <= times(6, 60); words += 1) {
    made += await killedAfter(words, file, folder);
    await a.call('leads.create', { attributes: { firstName: 'Here' } });
    await meetIn(folder, a);
  }
  await worksOnce(file, folder);
  const b = aCopyOf(readFileSync(file), monday);
  await allMeet(folder, [b, a]);
  const count = (name: string) =>
    a.app().reader.pluck<number>('SELECT count(*) FROM lead WHERE first_name = ?', [name])[0];
  // The one that was being made when it was killed may have been saved.
  expect(count('Made')).toBeGreaterThan(made);
  expect(count('Here')).toBe(times(6, 60));
});
