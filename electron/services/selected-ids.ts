// The ids of the leads an action is about: named, or found by a filter.
import type { Parsed } from '../../shared/contract.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import { calendarOf } from './calendar.ts';
import type { QueryContext } from './context.ts';

/** Ids asked of a list at once. */
const chunk = 500;

/** The ids meant, in the order of the table. They are found over several turns, and again when something changes meanwhile. */
export async function idsOfWho(context: QueryContext, who: Parsed<'bulk.run'>['who']): Promise<string[]> {
  if (who.by === 'ids') return [...new Set(who.ids)];
  const { scores, lists, country } = context;
  const { search, conditions } = who;
  const except = new Set(who.except);
  const yieldToEventLoop = createYield();
  for (;;) {
    await scores.ready();
    const revision = lists.revision();
    const query = { search, conditions, sort: 'score', descending: true, country };
    const list = await lists.of(query, calendarOf(context));
    const ids: string[] = [];
    for (let from = 0; from < list.total && lists.revision() === revision; from += chunk) {
      for (const id of list.page(from, chunk)) if (!except.has(id)) ids.push(id);
      await yieldToEventLoop();
    }
    if (lists.revision() === revision) return ids;
  }
}
