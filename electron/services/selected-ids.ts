// The ids of the leads an action is about: named, or found by a filter.
import type { Parsed } from '../../shared/contract.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import { calendarOf } from './calendar.ts';
import type { QueryContext } from './context.ts';

/** Ids asked of a list at once. */
const chunk = 500;

/** The ids meant, in the order of the table. */
export async function idsOfWho(context: QueryContext, who: Parsed<'bulk.run'>['who']): Promise<string[]> {
  if (who.by === 'ids') return [...new Set(who.ids)];
  await context.scores.ready();
  const { search, conditions } = who;
  const list = await context.lists.of(
    { search, conditions, sort: 'score', descending: true, country: context.country },
    calendarOf(context),
  );
  const except = new Set(who.except);
  const ids: string[] = [];
  const yieldToEventLoop = createYield();
  for (let from = 0; from < list.total; from += chunk) {
    for (const id of list.page(from, chunk)) if (!except.has(id)) ids.push(id);
    await yieldToEventLoop();
  }
  return ids;
}
