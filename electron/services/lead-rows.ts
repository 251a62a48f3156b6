// Builds the row of a lead used by every list.
import type { LeadRow } from '../../shared/contract/parts.ts';
import { leadName } from '../../shared/lead.ts';
import { type ListedLead, listedLeads } from '../db/tables/lead-list.ts';
import { phoneLink } from '../domain/phone-text.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { QueryContext } from './context.ts';

export function toLeadRow(
  { scores, country: home }: Pick<QueryContext, 'scores' | 'country'>,
  listed: ListedLead,
): LeadRow {
  const { total, engagement, fit, possible, grade, level, cooling, country, consent, ...lead } = listed;
  const { threshold, minimumFit } = scores.criteria().criteria;
  return {
    ...lead,
    name: leadName(lead),
    optedOut: consent === 'no',
    call: consent === 'no' ? null : phoneLink(lead.phone, country, home),
    score: {
      total,
      engagement,
      fit,
      possible,
      grade,
      level,
      cooling,
      threshold,
      minimumFit,
      blockedBy: scores.blockedBy(lead.id),
    },
    strongest: scores.strongest(lead.id),
  };
}

/** Rows made between two yields: some milliseconds, as each says what weighs most in its score. */
const rowsAtOnce = 50;

/** These leads as rows, in the order of `ids`; each is read and made within one slice, as a lead may go between two. */
export async function rowsInSlices(
  { db, scores, country }: Pick<QueryContext, 'db' | 'scores' | 'country'>,
  ids: readonly string[],
): Promise<LeadRow[]> {
  const yieldToEventLoop = createYield();
  const rows: LeadRow[] = [];
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    for (const row of listedLeads(db, ids.slice(from, from + rowsAtOnce)))
      rows.push(toLeadRow({ scores, country }, row));
    await yieldToEventLoop();
  }
  return rows;
}
