// Builds the row of a lead used by every list.
import type { LeadRow } from '../../shared/contract/parts.ts';
import { leadName } from '../../shared/lead.ts';
import type { ListedLead } from '../db/tables/lead-list.ts';
import { phoneLink } from '../domain/phone-text.ts';
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
