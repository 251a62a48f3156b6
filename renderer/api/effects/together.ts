// Several changes to the same answers as one.
import type { Effects } from '../layers.ts';

/** All of the effects, one after the other. */
export function together(all: readonly Effects[]): Effects {
  type AnyEffect = (answer: unknown, request: unknown, later: boolean) => unknown;
  const byQuery: Record<string, AnyEffect> = {};
  for (const effects of all) {
    for (const [query, effect] of Object.entries(effects) as [string, AnyEffect][]) {
      const before = byQuery[query];
      byQuery[query] = before
        ? (answer, request, later) => effect(before(answer, request, later), request, later)
        : effect;
    }
  }
  return byQuery as Effects;
}
