// Gives a lead that goes to sales to somebody, as the workspace has agreed; in the same step as the move.
import type { LeadFacts } from '../../shared/lead.ts';
import { listMembers, readSettings, writeSettings } from '../db/workspace.ts';
import { assigneeOf } from '../domain/assignee.ts';
import type { CommandContext } from './context.ts';

/** What changes in the lead: its member, or nothing. Remembers whose turn it was. */
export function assign({ db, settings }: CommandContext, facts: LeadFacts): Pick<LeadFacts, 'memberId'> | undefined {
  if (settings.assignment.how === 'hand') return undefined;
  // Read afresh: several may go to sales in one step.
  const { turnLast } = readSettings(db);
  const assignee = assigneeOf(facts, settings.assignment, listMembers(db), turnLast);
  if (assignee === null) return undefined;
  if (assignee.inTurn) writeSettings(db, { turnLast: assignee.memberId });
  return { memberId: assignee.memberId };
}
