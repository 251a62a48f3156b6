// Questions about a file that only the user can answer.
import type { Mapping, Preview } from './import.ts';
import type { ImportTarget } from './import-targets.ts';
import { importTargets } from './import-targets.ts';

export type ImportQuestion =
  /** Is "03/04/2024" in this column the third of April or the fourth of March? */
  | { readonly ask: 'date-order'; readonly column: number; readonly examples: readonly string[] }
  /** Is "1.234" in this column more than a thousand or a little more than one? */
  | { readonly ask: 'decimal'; readonly column: number; readonly examples: readonly string[] }
  /** On which day did what this file tells happen? Answered by a fixed `activityOn`. */
  | { readonly ask: 'activity-day' }
  /** For which days is this money? Answered by a fixed `spendFrom` and `spendTo`. */
  | { readonly ask: 'spend-days' }
  /** In which week was this reach? Answered by a fixed `reachOn`. */
  | { readonly ask: 'reach-day' };

/** Questions that the mapping leaves open, those of single columns first. */
export function openQuestions(
  preview: Pick<Preview, 'columns'>,
  mapping: Mapping,
  answered: ReadonlySet<number>,
): ImportQuestion[] {
  const has = (...targets: readonly ImportTarget[]) =>
    targets.some(
      target =>
        mapping.columns.some(entry => entry.target === target) || mapping.fixed.some(entry => entry.target === target),
    );
  const questions: ImportQuestion[] = [];
  for (const { column, target } of mapping.columns) {
    const seen = preview.columns[column];
    if (!seen?.ambiguous || answered.has(column) || questions.some(one => 'column' in one && one.column === column))
      continue;
    const { kind } = importTargets[target];
    if (seen.content === 'date') questions.push({ ask: 'date-order', column, examples: seen.examples });
    else if (kind === 'number' || kind === 'money') questions.push({ ask: 'decimal', column, examples: seen.examples });
  }
  const undated = mapping.columns.some(
    ({ target, dateOrder }) => target === 'activityType' || (target === 'activity' && dateOrder === undefined),
  );
  const acts = undated || mapping.fixed.some(({ target }) => target === 'activityType');
  if (acts && mapping.rows !== 'leads' && !has('activityOn')) questions.push({ ask: 'activity-day' });
  if (has('spendAmount') && !has('spendFrom', 'spendTo', 'activityOn')) questions.push({ ask: 'spend-days' });
  if (mapping.rows === 'reach' && !has('reachOn', 'activityOn')) questions.push({ ask: 'reach-day' });
  return questions;
}
