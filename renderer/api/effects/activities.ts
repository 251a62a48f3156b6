// Activities and points by hand on the page of a lead. What a score makes of activities comes with the answer.
import type { Input, Output } from '../../../shared/contract.ts';
import type { Effects } from '../layers.ts';
import { cachedAnswers } from './cached.ts';
import type { EffectTable } from './effect-table.ts';
import { onLeads, optedOut } from './leads.ts';
import { changed, given, saved, without } from './rows.ts';
import { isHeardOf, turnedTo } from './today.ts';
import { together } from './together.ts';

type Detail = Output<'leads.get'>;

/** The instant of a day; noon when no time is said. The zone of the workspace comes with the answer. */
const instant = ({ date, time }: { readonly date: string; readonly time: string | null }): number =>
  Date.parse(`${date}T${time ?? '12:00'}`);

/** Something that has just happened to leads. */
function logged({ leadIds, typeId, when, note, campaignId, content }: Input<'activities.log'>, id: string): Effects {
  const at = when ? instant(when) : Date.now();
  const ourSide = cachedAnswers('activityTypes.list')
    .flat()
    .some(type => type.id === typeId && type.ourSide);
  const entered: Effects = {
    ...onLeads(leadIds, {
      detail: answer => {
        const entry = {
          id: null,
          leadId: answer.lead.id,
          typeId,
          note: note ?? null,
          campaignId: campaignId ?? null,
          content: content ?? null,
        };
        const fresh = { at, memberId: null, batchId: null };
        const activities = saved(answer.activities, entry, id, fresh);
        const more = activities.length - answer.activities.length;
        return {
          ...answer,
          // The latest first.
          activities: activities.toSorted((one, other) => other.at - one.at),
          activityCount: answer.activityCount + more,
        };
      },
      row: row => ({
        ...row,
        lastActivityAt: Math.max(at, row.lastActivityAt ?? at),
        ...('quietDays' in row ? { quietDays: null } : {}),
      }),
    }),
    'today.get': today => {
      const heard = isHeardOf(today, leadIds);
      return ourSide ? turnedTo(heard, leadIds, when ? at : Number.POSITIVE_INFINITY) : heard;
    },
  };
  return together([entered, typeId === 'unsubscribed' ? optedOut(leadIds) : {}]);
}

/** The points by hand, and their lines in the score, which stand in the same order. */
function adjusted(answer: Detail, scoreAdjustments: Detail['scoreAdjustments']): Detail {
  const points = (rows: typeof scoreAdjustments) => rows.reduce((sum, one) => sum + one.points, 0);
  const more = points(scoreAdjustments) - points(answer.scoreAdjustments);
  const lines = answer.score.lines.filter(({ part }) => part === 'hand');
  const lineOf = new Map(answer.scoreAdjustments.map(({ id }, index) => [id, lines[index]]));
  const byHand = scoreAdjustments.map(
    ({ id, at, points, reason }) =>
      lineOf.get(id) ?? {
        part: 'hand' as const,
        ruleId: null,
        what: 'Score adjustment',
        at,
        activityId: null,
        points,
        note: reason,
      },
  );
  const before = answer.score.lines.findIndex(({ part }) => part !== 'engagement');
  const others = answer.score.lines.filter(({ part }) => part !== 'hand');
  return {
    ...answer,
    scoreAdjustments,
    score: {
      ...answer.score,
      total: answer.score.total + more,
      engagement: answer.score.engagement + more,
      lines: others.toSpliced(before < 0 ? others.length : before, 0, ...byHand),
    },
  };
}

export const activityEffects: EffectTable = {
  'activities.log': logged,
  // New leads and new types come with the answer.
  'activities.logLine': ({ people, activity, when, note, campaignId, content }, id) => {
    const leadIds = people.flatMap(person => person.id ?? []);
    return activity && 'typeId' in activity && leadIds.length > 0
      ? logged({ leadIds, typeId: activity.typeId, when, note, campaignId, content }, id)
      : {};
  },
  'activities.update': ({ id, typeId, when, note, campaignId, content }) => ({
    'leads.get': answer => ({
      ...answer,
      activities: changed(
        answer.activities,
        id,
        given({ typeId, note, campaignId, content, at: when && instant(when) }),
      ),
    }),
  }),
  'activities.remove': ({ ids }) => ({
    'leads.get': answer => {
      const activities = without(answer.activities, ids);
      const fewer = answer.activities.length - activities.length;
      return { ...answer, activities, activityCount: answer.activityCount - fewer };
    },
  }),
  'leads.adjustScore': ({ id, points, reason }, placeholder) => {
    const at = Date.now();
    const row = { id: null, points, reason: reason.trim() };
    return onLeads([id], {
      detail: answer => adjusted(answer, saved(answer.scoreAdjustments, row, placeholder, { at })),
    });
  },
  'leads.removeAdjustment': ({ id, pointsId }) =>
    onLeads([id], { detail: answer => adjusted(answer, without(answer.scoreAdjustments, [pointsId])) }),
};
