// Undo covers every command: whatever was done, undo leads back through the same states, and redo forth again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../support/content.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { times } from '../support/long.ts';
import type { RandomStep } from '../support/random-steps.ts';
import { doStep, randomStep } from '../support/random-steps.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { aWorkspace } from '../support/workspace.ts';

/** What the lists show, scores included: it must not depend on how the workspace got here. */
const shown = async ({ call }: TestWorkspace) =>
  JSON.stringify([
    await call('leads.list', { sort: 'name' }),
    await call('board.columns', {}),
    await call('today.get', {}),
    await call('review.get', { kind: 'month' }),
  ]);

/** So that there is somebody from the start. */
const beginning: readonly RandomStep[] = [
  { kind: 'create', given: { firstName: 'Ada', company: 'Mill', email: 'p1@mill.example' } },
  { kind: 'create', given: { firstName: 'Bo', company: null, email: null } },
  { kind: 'import', given: { rows: [1, 2, 3, 4].map(mail => ({ name: `Person ${mail}`, mail })) } },
  { kind: 'log', given: { who: [0, 1, 2], typeId: 'website-visit', on: null, note: null } },
];

/** Plays the steps against a model that only remembers the hash of each state behind and ahead. */
async function play(workspace: TestWorkspace, steps: readonly RandomStep[]): Promise<void> {
  const hash = () => contentHash(workspace.app().reader);
  const behind: string[] = [];
  const ahead: string[] = [];
  let now = hash();
  const undoOrRedo = async (kind: 'undo' | 'redo') => {
    const [from, to] = kind === 'undo' ? [behind, ahead] : [ahead, behind];
    const expected = from.pop();
    if (expected !== undefined) to.push(now);
    await doStep(workspace, { kind, given: {} });
    now = hash();
    if (expected !== undefined) expect(now).toBe(expected);
  };

  for (const step of steps) {
    if (step.kind === 'undo' || step.kind === 'redo') {
      await undoOrRedo(step.kind);
      continue;
    }
    const before = step.kind === 'reopen' ? await shown(workspace) : null;
    workspace.changes.length = 0;
    await doStep(workspace, step);
    if (before !== null) {
      workspace.clock.now -= 3_600_000;
      expect(await shown(workspace)).toBe(before);
    }
    if (workspace.changes.length > 0) {
      behind.push(now);
      ahead.length = 0;
      now = hash();
    }
    expect(hash()).toBe(now);
    expect(brokenInvariants(workspace.app().reader), JSON.stringify(step)).toEqual({});
  }
  while (ahead.length > 0) await undoOrRedo('redo');
  const last = now;
  while (behind.length > 0) await undoOrRedo('undo');
  expect(await workspace.call('journal.state', {})).toMatchObject({ undo: null });
  workspace.reopen();
  while (ahead.length > 0) await undoOrRedo('redo');
  expect(now).toBe(last);
}

describe('undo and redo', () => {
  it(
    'lead back and forth through every state, in whatever order things were done, also across restarts',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(randomStep, { minLength: 8, maxLength: 40, size: 'max' }), async steps => {
          const workspace = aWorkspace();
          await play(workspace, [...beginning, ...steps]);
          expect(workspace.app().reader.pluck('PRAGMA integrity_check')).toEqual(['ok']);
          workspace.app().close();
        }),
        { numRuns: times(10, 300), interruptAfterTimeLimit: times(90_000, 1_100_000) },
      );
    },
    times(300_000, 1_200_000),
  );
});
