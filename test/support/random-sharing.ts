// Random work of computers that share a workspace, and what may happen in between.
import fc from 'fast-check';
import { doStep, randomStep } from './random-steps.ts';
import { computersIn, type Where } from './shared-folder.ts';
import type { TestWorkspace } from './workspace.ts';

/** What happens where they meet, or to a computer, between two steps. */
export type BetweenSteps<Kind> = { readonly kind: Kind; readonly who: number; readonly which: number };

/** `kinds`: what can happen; one that is named more often happens more often. */
export const scenarioWith = <Kind extends string>(...kinds: readonly Kind[]) =>
  fc.record({
    count: fc.integer({ min: 2, max: 3 }),
    before: fc.array(randomStep, { maxLength: 6 }),
    steps: fc.array(
      fc.record({
        who: fc.nat(9),
        step: randomStep,
        next: fc.option(fc.record({ kind: fc.constantFrom(...kinds), who: fc.nat(9), which: fc.nat(99) })),
      }),
      { minLength: 6, maxLength: 24 },
    ),
  });
type Scenario<Kind extends string> = ReturnType<typeof scenarioWith<Kind>> extends fc.Arbitrary<infer T> ? T : never;

/** Does the steps on computers that share a workspace there. `happen` is what comes between them. */
export async function workIn<Kind extends string>(
  where: Where,
  { count, before, steps }: Scenario<Kind>,
  happen: (all: readonly TestWorkspace[], what: BetweenSteps<Kind>) => Promise<void>,
): Promise<readonly TestWorkspace[]> {
  const all = await computersIn(where, count, async first => {
    for (const step of before) await doStep(first, step);
  });
  for (const { who, step, next } of steps) {
    await doStep(all[who % count] as TestWorkspace, step);
    if (next) await happen(all, next);
  }
  return all;
}
