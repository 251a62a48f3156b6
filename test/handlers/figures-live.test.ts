// Whatever is done in whatever order (moves, imports, undo, deleting), the figures on screen, of which only what has changed is
// read anew, are those of a file read from its beginning, and those of an independent computation over its rows.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PeriodKind } from '../../shared/figures.ts';
import { questionOf } from '../support/export-of-workspace.ts';
import { spanOf } from '../support/independent-dates.ts';
import { figuresBy, funnelBy } from '../support/independent-figures.ts';
import { times } from '../support/long.ts';
import { doStep, type RandomStep, randomStep } from '../support/random-steps.ts';
import { aWorkspace, type TestWorkspace } from '../support/workspace.ts';

const beginning: readonly RandomStep[] = [
  { kind: 'create', given: { firstName: 'Ada', company: 'Mill', email: 'p1@mill.example' } },
  { kind: 'import', given: { rows: [1, 2, 3, 4].map(mail => ({ name: `Person ${mail}`, mail })) } },
  { kind: 'move', given: { who: [0, 1, 2], to: 'mql', amount: null, on: '2026-05-04' } },
];

/** Leads that came back by undo stood behind those that became MQL at the same moment, until the file was read anew. */
const removedAndBack: [RandomStep[], PeriodKind, string] = [
  [
    { kind: 'remove', given: { who: [0] } },
    { kind: 'create', given: { firstName: 'Ada', company: null, email: null } },
    { kind: 'reopen', given: {} },
    { kind: 'undo', given: {} },
    { kind: 'undo', given: {} },
  ],
  'year',
  'Europe/Berlin',
];

const figuresOf = async ({ call }: TestWorkspace, kind: PeriodKind) => (await call('review.get', { kind })).figures;

it('reads anew what has changed and no more, and is right all the same', async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(randomStep, { maxLength: 30, size: 'max' }),
      fc.constantFrom<PeriodKind>('week', 'month', 'year'),
      fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Apia'),
      async (steps, kind, timeZone) => {
        const workspace = aWorkspace({ timeZone });
        for (const step of [...beginning, ...steps]) {
          // A day passes, so that weeks and months come and go.
          workspace.clock.now += 23 * 3_600_000;
          await doStep(workspace, step);
          // Asked every time: each step then changes a history that is there already.
          await figuresOf(workspace, kind);
        }
        const live = await figuresOf(workspace, kind);
        workspace.reopen();
        expect(await figuresOf(workspace, kind)).toEqual(live);

        const { from, to } = live.period;
        workspace.app().close();
        const question = questionOf(workspace.file, workspace.clock.now);
        expect(spanOf(kind, from, question.firstDay)).toEqual([from, to]);
        const customValues = figuresBy(question, from, to, null);
        for (const { id, value, n } of live.figures) {
          const found = customValues[id];
          expect({ id, n }).toEqual({ id, n: found?.n });
          if (found?.value == null) expect(value, id).toBeNull();
          else expect(value, id).toBeCloseTo(found.value, 9);
          checked += n > 0 ? 1 : 0;
        }
        const funnel = funnelBy(question, from, to, null);
        expect(live.funnel.period.map(({ count }) => count)).toEqual(funnel.period);
        expect(live.funnel.cohort.map(({ count }) => count)).toEqual(funnel.cohort);
      },
    ),
    { numRuns: times(10, 400), examples: [removedAndBack] },
  );
  // The figures that were compared stood on somebody.
  expect(checked).toBeGreaterThan(25);
}, 300_000);
