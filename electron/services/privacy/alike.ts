// Other leads that are probably the same person: erasing one of them leaves the other.
import { leadName } from '../../../shared/lead.ts';
import { findLead } from '../../db/tables/leads.ts';
import type { QueryContext } from '../context.ts';

export async function alikeOf(
  { db, lists, country }: QueryContext,
  leadIds: readonly string[],
): Promise<{ id: string; name: string; why: string }[]> {
  const listedLead = new Set(leadIds);
  const pairs = await lists.pairs(country);
  return pairs.flatMap(({ id, otherId, why }) => {
    const other = listedLead.has(id) ? otherId : listedLead.has(otherId) ? id : null;
    const lead = other === null || listedLead.has(other) ? undefined : findLead(db, other);
    return lead ? [{ id: lead.id, name: leadName(lead), why }] : [];
  });
}
