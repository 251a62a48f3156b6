// Nurture plans that start by themselves, for the downloads and rejections of an import: told first, and started only on the owner's word.
import { leadName } from '../../shared/lead.ts';
import { findLead } from '../db/tables/leads.ts';
import type { CommandContext } from '../services/context.ts';
import { startsOfImport } from '../services/self-start.ts';
import { putOnPlan } from '../services/start-plan.ts';

/** People that are named; the others are counted. */
const named = 12;

export async function plansOfImport(
  context: CommandContext,
  importId: string,
  start: boolean,
  yieldToEventLoop: () => Promise<void>,
): Promise<{ count: number; rejected: number; plans: string[]; names: string[] }> {
  const starts = await startsOfImport(context, importId, yieldToEventLoop);
  if (start) {
    for (const { leadId, plan, by, what } of starts) {
      putOnPlan(context, plan, leadId, context.today, { startedBy: by, startedFor: what, importId });
      await yieldToEventLoop();
    }
  }
  const names = starts.slice(0, named).flatMap(({ leadId }) => {
    const lead = findLead(context.db, leadId);
    return lead ? [leadName(lead)] : [];
  });
  const rejected = starts.filter(({ by }) => by === 'rejected').length;
  return { count: starts.length, rejected, plans: [...new Set(starts.map(({ plan }) => plan.label))], names };
}
