// Adds a lead.
import type { LeadAttributes } from '../../shared/lead.ts';
import { emptyAttributes } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import { insertLead } from '../db/tables/leads.ts';
import { insertStageChange } from '../db/tables/stage-changes.ts';
import type { CommandContext } from './context.ts';
import { typedAttributes } from './typed-facts.ts';

/** Adds a lead that begins now; answers its id. */
export function createLead(
  context: CommandContext,
  attributes: Partial<LeadAttributes>,
  stage: 'stranger' | 'visitor' | 'lead',
): string {
  const { db, newId, now, settings } = context;
  if (!Object.values(attributes).some(value => value !== null && value !== 'unknown')) {
    throw new AppError('invalid', 'Enter at least a name, an e-mail or a company.', 'firstName');
  }
  const id = newId();
  insertLead(db, {
    ...emptyAttributes,
    ...typedAttributes(attributes),
    id,
    stage,
    stageSince: now,
    nurtureUntil: null,
    mqlExclusion: null,
    nextStep: null,
    nextStepOn: null,
    nextStepTime: null,
    nextStepRepeats: null,
    createdAt: now,
    batchId: null,
  });
  insertStageChange(db, {
    id: newId(),
    leadId: id,
    from: null,
    to: stage,
    at: now,
    cause: 'created',
    reason: null,
    note: null,
    memberId: settings.actingAs,
  });
  return id;
}
