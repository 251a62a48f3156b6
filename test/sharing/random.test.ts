// Whatever people do by the calls of the program on two computers that share a folder, with kills, losses and damaged packets in between:
// both end with the same, every constraint and invariant holds, and then nobody has anything left to send.
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { times } from '../support/long.ts';
import { type BetweenSteps, scenarioWith, workIn } from '../support/random-sharing.ts';
import { doStep, randomStep } from '../support/random-steps.ts';
import { seed } from '../support/seed.ts';
import { allMeet, computersIn, meetIn, packetFiles } from '../support/shared-folder.ts';
import { aFolder, type TestWorkspace } from '../support/workspace.ts';

const scenario = scenarioWith('meet', 'meet', 'meet', 'cut', 'lose', 'turn', 'copy', 'restart');
type FolderEvent = BetweenSteps<'meet' | 'cut' | 'lose' | 'turn' | 'copy' | 'restart'>;

async function happen(
  folder: string,
  all: readonly TestWorkspace[],
  { kind, who, which }: FolderEvent,
  turned: Set<string>,
): Promise<void> {
  const computer = all[who % all.length] as TestWorkspace;
  const files = packetFiles(folder);
  const file = files[which % Math.max(1, files.length)];
  if (kind === 'meet') await meetIn(folder, computer);
  else if (kind === 'restart') computer.reopen();
  else if (file === undefined) return;
  else if (kind === 'lose') rmSync(file);
  else if (kind === 'copy') copyFileSync(file, file.replace('.packet', ' (conflicted copy).packet'));
  else if (kind === 'cut') truncateSync(file, Math.floor((readFileSync(file).length * (which % 10)) / 10));
  else {
    turned.add(file);
    writeFileSync(
      file,
      readFileSync(file).map((byte, at) => (at === which * 7 ? byte ^ 4 : byte)),
    );
  }
}

/**
 * The cloud client comes to its end. What is as long as it was and has other bytes, its owner does not find by itself: it is gone. What
 * was cut or lost, also a later part, the owner puts again.
 */
function mend(turned: ReadonlySet<string>): void {
  for (const file of turned) rmSync(file, { force: true });
}

it(
  'all end with the same, whatever they do and whatever becomes of the folder',
  () =>
    fc.assert(
      fc.asyncProperty(scenario, async work => {
        const folder = aFolder();
        const turned = new Set<string>();
        const all = await workIn(folder, work, (computers, what) => happen(folder, computers, what, turned));
        mend(turned);
        await allMeet(folder, all);
      }),
      // A counterexample is made smaller for a while only: a red run is not to look like a slow one.
      {
        seed,
        numRuns: times(8, 300),
        interruptAfterTimeLimit: times(500_000, 6_000_000),
        markInterruptAsFailure: true,
      },
    ),
  times(900_000, 7_200_000),
);

it('is a test in which packets do travel: each step that changed something is one', async () => {
  const folder = aFolder();
  const [a, b] = (await computersIn(folder, 2)) as [TestWorkspace, TestWorkspace];
  for (const firstName of ['Ada', 'Bo', 'Cy']) await a.call('leads.create', { attributes: { firstName } });
  const steps = fc
    .sample(randomStep, { seed: 7, numRuns: 60 })
    .filter(({ kind }) => kind !== 'undo' && kind !== 'redo');
  for (const step of steps) await doStep(a, step);
  await meetIn(folder, a);
  const done = a.app().reader.pluck<number>('SELECT count(*) FROM step')[0] ?? 0;
  expect(done).toBeGreaterThan(15);
  expect((await meetIn(folder, b)).received).toBe(done);
});
