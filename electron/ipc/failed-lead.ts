// The lead that a refused call was about, so that its sentence can open it.
import { leadName } from '../../shared/lead.ts';
import type { Failure } from '../../shared/result.ts';
import type { Reader } from '../db/file/handle.ts';
import { findLead } from '../db/tables/leads.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The only lead that an input names by its id. */
function idIn(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null;
  const { leadId, id, ids, leadIds } = input as Readonly<Record<string, unknown>>;
  const few = [ids, leadIds].find(Array.isArray);
  return text(leadId) ?? text(id) ?? (few?.length === 1 ? text(few[0]) : null);
}

/** The failure with the lead it concerns; as it is where there is none, or it is not here any more. */
export function withLead(db: Reader, failure: Failure, input: unknown): Failure {
  // A disk that said no says nothing about the lead.
  if (failure.lead || failure.kind === 'file' || failure.kind === 'damaged') return failure;
  const id = idIn(input);
  const lead = id === null ? undefined : findLead(db, id);
  return lead ? { ...failure, lead: { id: lead.id, name: leadName(lead) } } : failure;
}
