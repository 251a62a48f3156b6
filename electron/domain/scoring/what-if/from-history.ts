// Outcomes of all leads from the history, by engine position.
import { stages } from '../../../../shared/stages.ts';
import type { HistoryIndex } from '../../figures/index-history.ts';
import { firstAt } from '../../figures/scope.ts';
import { beforeRecords } from '../../figures/walk.ts';
import type { Outcomes } from './outcomes.ts';
import { emptyOutcomes, setOutcome } from './outcomes.ts';

const lost = stages.indexOf('lost');
const disqualified = stages.indexOf('disqualified');
/** Leads put down between two moments of giving way: some 3 ms. */
const slice = 5000;

/** Moments that never came are infinite in the history and null in an outcome. */
const orNull = (at: number): number | null => (at < Number.POSITIVE_INFINITY ? at : null);

/**
 * What became of every lead up to `index.asOf`. `positionOf` places a lead; undefined: it is not held. Who was a customer before
 * the records began is left out: nobody knows when they bought. Lost and disqualified are those who are it now. Yields
 * every few ms.
 */
export function* outcomesOf(
  index: HistoryIndex,
  positionOf: (leadId: string) => number | undefined,
  size: number,
): Generator<void, Outcomes> {
  const outcomes = emptyOutcomes(size);
  const { changes, leads } = index.history;
  const { start, order } = index.changesOf;
  const rejectedAt = new Float64Array(index.leadCount).fill(Number.POSITIVE_INFINITY);
  const { answers } = index;
  for (let row = 0; row < answers.change.length; row++) {
    if (answers.accepted[row] === 0)
      rejectedAt[answers.lead[row] as number] = changes.at[answers.change[row] as number] as number;
  }
  for (let lead = 0; lead < index.leadCount; lead++) {
    if (lead % slice === slice - 1) yield;
    const position = positionOf(leads.ids[lead] as string);
    if (position === undefined || position >= size) continue;
    const customerAt = firstAt(index, lead, 'customer');
    if (customerAt === beforeRecords) continue;
    const end = start[lead + 1] as number;
    const last = end > (start[lead] as number) ? (order[end - 1] as number) : -1;
    const now = last === -1 ? -1 : (changes.to[last] as number);
    const since = last === -1 ? null : (changes.at[last] as number);
    setOutcome(outcomes, position, {
      mqlAt: orNull(firstAt(index, lead, 'mql')),
      acceptedAt: orNull(firstAt(index, lead, 'sql')),
      rejectedAt: orNull(rejectedAt[lead] as number),
      customerAt: orNull(customerAt),
      lostAt: now === lost ? since : null,
      disqualifiedAt: now === disqualified ? since : null,
    });
  }
  return outcomes;
}
