// Assigns a lead that goes to sales, in the same step as the move.
import type { Lead, LeadAttributes } from '../../shared/lead.ts';
import { listMembers, readSettings, writeSettings } from '../db/tables/workspace.ts';
import { assigneeOf } from '../domain/assignee.ts';
import type { CommandContext } from './context.ts';
import { attributesOf } from './subjects.ts';

/** What changes in the lead: its member, or nothing. Remembers whose turn it was. */
export function assign({ db, settings }: CommandContext, lead: Lead): Pick<LeadAttributes, 'memberId'> | undefined {
  if (settings.assignment.how === 'hand') return undefined;
  // Read afresh: several may go to sales in one step.
  const { roundRobinLast } = readSettings(db);
  const assignee = assigneeOf(attributesOf(db, lead), settings.assignment, listMembers(db), roundRobinLast);
  if (assignee === null) return undefined;
  if (assignee.roundRobin) writeSettings(db, { roundRobinLast: assignee.memberId });
  return { memberId: assignee.memberId };
}
