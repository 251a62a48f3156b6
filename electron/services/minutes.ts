// Frozen minutes of a closed review.
import type { ReviewFigures } from '../../shared/figures.ts';
import type { ActionItem, Minutes } from '../../shared/meeting.ts';
import type { Overview } from '../../shared/overview.ts';
import { decisionsOf, itemsOf, slaOf } from '../db/tables/decisions.ts';
import { findReview, promotionReceipts } from '../db/tables/reviews.ts';
import { listMembers } from '../db/tables/workspace.ts';
import type { Period } from '../domain/figures/period.ts';
import { scopeOf } from '../domain/figures/scope.ts';
import { figureSettings } from '../stores/history-store.ts';
import { goingOn, type MeetingContext } from './read-meeting.ts';
import { reasonsBehind } from './rejection-reasons.ts';

/** Names of members are kept; leads are named by id, so that erasing a person erases the name everywhere. */
export async function minutesOf(
  context: MeetingContext,
  week: Period,
  figures: ReviewFigures,
  overview?: Overview,
): Promise<Minutes> {
  const { db, history, settings, zone, now } = context;
  const review = findReview(db, week.from);
  const { kept, cameBack, earlierItems } = await goingOn(context, week);
  const index = await history.index(zone, now);
  const scope = scopeOf(index, figureSettings(settings), week);
  const members = new Map(listMembers(db).map(({ id, name }) => [id, name]));
  const withName = (item: ActionItem) => ({ ...item, member: members.get(item.memberId ?? '') ?? null });
  const receipts = promotionReceipts(
    db,
    figures.mqls.map(({ leadId }) => leadId),
  );
  const sla = review && slaOf(db, review.id);
  return {
    version: 1,
    attendees: [...(review?.attendees ?? [])],
    notes: review?.notes ?? null,
    decisions: review ? decisionsOf(db, review.id) : [],
    items: review ? itemsOf(db, review.id).map(withName) : [],
    sla: sla
      ? {
          mqlsAWeek: sla.mqlsAWeek,
          acceptedPercent: sla.acceptedPercent,
          answerHours: sla.answerHours,
        }
      : null,
    kept: kept.map(({ leads, ...part }) => ({ ...part, leads: leads.map(({ name: _, ...lead }) => lead) })),
    earlierItems: earlierItems.map(withName),
    cameBack,
    mqls: figures.mqls.map(({ leadId, at }) => {
      const receipt = receipts.find(proof => proof.leadId === leadId && proof.at === at)?.receipt;
      return { leadId, at, total: receipt?.total ?? null, because: receipt?.because ?? null };
    }),
    ...(overview ? { overview } : {}),
    rejections: reasonsBehind(db, scope).map(({ leads, ...reason }) => ({
      ...reason,
      leadIds: leads.map(({ leadId }) => leadId),
    })),
  };
}
