// Assigns a lead that goes to sales, in the same step as the move.
import type { Lead, LeadFacts } from '../../shared/lead.ts';
import { listMembers, readSettings, writeSettings } from '../db/workspace.ts';
import { assigneeOf } from '../domain/assignee.ts';
import type { CommandContext } from './context.ts';
import { factsOf } from './subjects.ts';

/** What changes in the lead: its member, or nothing. Remembers whose turn it was. */
export function assign({ db, settings }: CommandContext, lead: Lead): Pick<LeadFacts, 'memberId'> | undefined {
  if (settings.assignment.how === 'hand') return undefined;
  // Read afresh: several may go to sales in one step.
  const { turnLast } = readSettings(db);
  const assignee = assigneeOf(factsOf(db, lead), settings.assignment, listMembers(db), turnLast);
  if (assignee === null) return undefined;
  if (assignee.inTurn) writeSettings(db, { turnLast: assignee.memberId });
  return { memberId: assignee.memberId };
}
