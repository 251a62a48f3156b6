// Leads of the rows just read: a file has the rows of one person close together.
import type { Lead } from '../../shared/lead.ts';
import type { Reader } from '../db/file/handle.ts';
import { findLead } from '../db/tables/leads.ts';

/** More of them would grow old, and memory with them. */
const kept = 400;

export type LeadCache = {
  readonly get: (id: string) => Lead | undefined;
  readonly set: (lead: Lead) => void;
};

/** `flushOf` writes what is still waiting of a lead: what is forgotten here is read from the file again, so it has to be there. */
export function createLeadCache(db: Reader, flushOf: (id: string) => void): LeadCache {
  const leads = new Map<string, Lead>();
  const set = (lead: Lead): void => {
    if (leads.size >= kept && !leads.has(lead.id)) leads.clear();
    leads.set(lead.id, lead);
  };
  return {
    get: id => {
      const known = leads.get(id);
      if (known) return known;
      flushOf(id);
      const lead = findLead(db, id);
      if (lead) set(lead);
      return lead;
    },
    set,
  };
}
