// Maps a cell value: by the mapping's table, else guessed once and cached.
import type { ImportTarget } from '../../../shared/import-targets.ts';
import type { ImportPlan } from './plan.ts';
import { guessValue, valueKey } from './values.ts';

/** Our word; null when the owner leaves the value out; undefined when nobody knows it. */
export function lookUp(plan: ImportPlan, target: ImportTarget, text: string): string | null | undefined {
  const key = valueKey(target, text);
  const mapped = plan.values.get(key);
  if (mapped !== undefined) return mapped;
  const before = plan.guessed.get(key);
  if (before !== undefined) return before ?? undefined;
  const guess = guessValue(target, text, plan.context.words);
  if (plan.guessed.size < 10_000) plan.guessed.set(key, guess);
  return guess ?? undefined;
}
