// Leads: list, read, add, edit, move, delete.
import { leadName } from '../../shared/lead.ts';
import type { Condition } from '../../shared/lead-filter.ts';
import { AppError } from '../../shared/result.ts';
import { activitiesOf } from '../db/tables/activities.ts';
import { customValuesById } from '../db/tables/custom-fields.ts';
import { dealsOf } from '../db/tables/deals.ts';
import { countCached, idsByScore } from '../db/tables/lead-list.ts';
import { colleaguesOf, deleteLead, updateLead } from '../db/tables/leads.ts';
import { deleteScoreAdjustment, insertScoreAdjustment, listScoreAdjustments } from '../db/tables/score-adjustments.ts';
import { receiptsOf, stageChangesOf } from '../db/tables/stage-changes.ts';
import { tagIdsOf } from '../db/tables/tags.ts';
import { calendarOf } from '../services/calendar.ts';
import { rowsOf, waitFor } from '../services/cards.ts';
import type { HandlersOfPrefix } from '../services/context.ts';
import { createLead } from '../services/create-lead.ts';
import { moveLead, requireLead } from '../services/funnel.ts';
import { setFirstStep } from '../services/next-steps.ts';
import { promote } from '../services/promotion.ts';
import { typedAttributes } from '../services/typed-facts.ts';

/** Most activities the lead page is sent at once. */
const shownActivities = 500;

export const leads: HandlersOfPrefix<'leads'> = {
  'leads.list': async (context, { from, limit, sort, descending, search, stages, memberId }) => {
    const { db, scores, lists } = context;
    await scores.ready();
    if (search.trim() === '' && memberId === null && sort === 'score') {
      const ids = idsByScore(db, stages, { from, limit, descending });
      return { total: countCached(db, stages), rows: rowsOf(context, ids) };
    }
    const conditions: Condition[] = [
      ...(stages?.length ? [{ field: 'stage' as const, is: 'any-of' as const, values: [...stages] }] : []),
      ...(memberId === null ? [] : [{ field: 'memberId' as const, is: 'any-of' as const, values: [memberId] }]),
    ];
    const list = await lists.of(
      { search, conditions, sort, descending, country: context.country },
      calendarOf(context),
    );
    return { total: list.total, rows: rowsOf(context, list.page(from, limit)) };
  },

  'leads.get': async (context, { id }) => {
    const { db, scores, now } = context;
    await scores.ready();
    const lead = requireLead({ db }, id);
    const all = activitiesOf(db, id);
    return {
      lead,
      name: leadName(lead),
      customValues: customValuesById(db, id),
      tagIds: tagIdsOf(db, id),
      score: scores.explain(lead, now),
      wait: waitFor(context, lead),
      activities: all.slice(-shownActivities).reverse(),
      activityCount: all.length,
      stageChanges: stageChangesOf(db, id),
      receipts: receiptsOf(db, id),
      deals: dealsOf(db, id),
      scoreAdjustments: listScoreAdjustments(db, id),
      colleagues: colleaguesOf(db, lead).map(other => ({ id: other.id, name: leadName(other), stage: other.stage })),
    };
  },

  'leads.create': (context, { attributes, stage }) => ({ id: createLead(context, attributes, stage) }),

  'leads.update': (context, { id, attributes }) => {
    requireLead(context, id);
    updateLead(context.db, id, typedAttributes(attributes));
    return { promoted: promote(context, [id]).length > 0 };
  },

  'leads.adjustScore': (context, { id, points, reason }) => {
    requireLead(context, id);
    const { db, newId, now, settings } = context;
    insertScoreAdjustment(db, id, { id: newId(), at: now, points, reason }, settings.actingAs);
    return { promoted: promote(context, [id]).length > 0 };
  },

  'leads.removeAdjustment': (context, { id, pointsId }) => {
    requireLead(context, id);
    if (!deleteScoreAdjustment(context.db, id, pointsId)) {
      throw new AppError('not-found', 'This score adjustment no longer exists.');
    }
    return { promoted: promote(context, [id]).length > 0 };
  },

  'leads.setMqlExclusion': (context, { id, reason }) => {
    requireLead(context, id);
    updateLead(context.db, id, { mqlExclusion: reason });
    return { promoted: promote(context, [id]).length > 0 };
  },

  'leads.setNextStep': (context, { id, nextStep, nextStepOn }) => {
    requireLead(context, id);
    setFirstStep(context, id, { nextStep, nextStepOn });
    return {};
  },

  'leads.remove': ({ db }, { ids }) => {
    for (const id of ids) deleteLead(db, id);
    return {};
  },

  'leads.move': (context, { ids, move }) => {
    return { endedSteps: ids.reduce((count, id) => count + moveLead(context, id, move), 0) };
  },
};
