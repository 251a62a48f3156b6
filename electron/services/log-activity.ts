// Logs an activity, with all that follows from it.
import type { ActivityType } from '../../shared/activity.ts';
import type { Output, Parsed } from '../../shared/contract.ts';
import { leadName } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import { findActivityType, insertActivity, knownContent } from '../db/tables/activities.ts';
import { updateLead } from '../db/tables/leads.ts';
import { listCampaigns } from '../db/tables/workspace.ts';
import { impliedMove } from '../domain/funnel.ts';
import type { CommandContext } from './context.ts';
import { backdate, changeStage, requireLead } from './funnel.ts';
import { promote } from './promotion.ts';
import { startOnDownload } from './self-start.ts';

type When = { readonly date: string; readonly time: string | null } | null;

/** The instant of a day in the workspace's zone; refused when it lies in the future. */
export function instantOf({ zone, now, today }: CommandContext, when: When): number {
  if (when === null) return now;
  const [hours, minutes] = (when.time ?? '12:00').split(':').map(Number);
  const at = zone.instant(when.date, (hours ?? 12) * 60 + (minutes ?? 0));
  if (when.date > today) throw new AppError('invalid', 'This date is in the future. Plan a next step instead.', 'when');
  // Today without a time is noon, which may still be to come.
  return Math.min(at, now);
}

export type Touch = { readonly campaignId: string | null; readonly content: string | null };

/** About no campaign and no content. */
export const noTouch: Touch = { campaignId: null, content: null };

/** Campaign and content as they are stored, content as other activities than `except` write it; refused when the campaign is gone. */
export function touchOf({ db }: CommandContext, { campaignId, content }: Touch, except?: string): Touch {
  if (campaignId !== null && !listCampaigns(db).some(({ id }) => id === campaignId))
    throw new AppError('not-found', 'This campaign no longer exists. Choose another one.', 'campaignId');
  return { campaignId, content: content === null ? null : knownContent(db, content, except) };
}

/** Writes one activity down and lifts the lead to the stage it implies; answers its id. Promoting is up to the caller. */
export function logOne(
  context: CommandContext,
  leadId: string,
  what: { readonly type: ActivityType; readonly at: number; readonly note: string | null; readonly touch: Touch },
): string {
  const { db, newId, settings } = context;
  const { type, at, note, touch } = what;
  const lead = backdate(context, requireLead(context, leadId), at);
  // An unsubscribe sets consent to no; the user can change it again.
  if (type.id === 'unsubscribed' && lead.consent !== 'no') updateLead(db, leadId, { consent: 'no' });
  const id = newId();
  insertActivity(db, {
    id,
    leadId,
    typeId: type.id,
    at,
    note,
    memberId: settings.actingAs,
    ...touch,
    batchId: null,
  });
  const dragged = impliedMove(lead.stage, type.impliesStage);
  if (dragged) changeStage(context, lead, { to: dragged, at, cause: 'activity', reason: null, note: null });
  startOnDownload(context, { leadId, typeId: type.id, at, ...touch });
  return id;
}

/** Logs one activity for several people, with all that follows from it; within the step of the call. */
export function logFor(
  context: CommandContext,
  { leadIds, typeId, when, note, ...named }: Parsed<'activities.log'>,
): Output<'activities.log'> {
  const type = findActivityType(context.db, typeId);
  if (!type) throw new AppError('not-found', 'This activity type no longer exists.', 'typeId');
  const at = instantOf(context, when);
  const touch = touchOf(context, named);
  const ids = leadIds.map(leadId => logOne(context, leadId, { type, at, note, touch }));
  const promoted = promote(context, leadIds, { from: at }).map(({ lead, receipt }) => ({
    id: lead.id,
    name: leadName(lead),
    total: receipt.total,
  }));
  return { ids, promoted };
}
