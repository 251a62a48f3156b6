// Duplicates: found in slices over everybody and kept; merged as one step; told apart for good.
import { leadFieldNames, leadName } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import { activitiesOf } from '../db/tables/activities.ts';
import { customValuesById, setCustomValue } from '../db/tables/custom-fields.ts';
import { countBelongings, insertAlias, insertNotDuplicate, moveBelongings } from '../db/tables/duplicates.ts';
import { deleteLead, updateLead } from '../db/tables/leads.ts';
import { stepsAmong, stepsOf } from '../db/tables/next-steps.ts';
import { endPlans, keepOnePlan, runningPlans } from '../db/tables/nurture.ts';
import { readSharing } from '../db/tables/packets.ts';
import { privacyOf, updatePrivacy } from '../db/tables/privacy.ts';
import { deleteStageChange, moveReceipts, rewriteStageChange, stageChangesOf } from '../db/tables/stage-changes.ts';
import { tagIdsOf } from '../db/tables/tags.ts';
import { endsSteps } from '../domain/funnel.ts';
import { mergedAttributes, mergedHistory, mergedPrivacy, mergedState } from '../domain/merge-leads.ts';
import { planEnd } from '../domain/nurture/plan.ts';
import { sameAttribute } from '../domain/same-fact.ts';
import { rowsOf } from '../services/cards.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { requireCustomField } from '../services/custom-value.ts';
import { requireLead } from '../services/funnel.ts';
import { dropAllSteps, takeSteps } from '../services/next-steps.ts';
import { promote } from '../services/promotion.ts';

function sideOf(context: QueryContext, id: string) {
  const { db } = context;
  const lead = requireLead(context, id);
  const { activities, deals, stageChanges } = countBelongings(db, id);
  return {
    lead,
    name: leadName(lead),
    customValues: customValuesById(db, id),
    tagIds: tagIdsOf(db, id),
    activities,
    deals,
    stageChanges,
  };
}

/** What runs for the two records, and what of it ends when they are one. */
function endsByMerging({ db }: QueryContext, id: string, otherId: string) {
  const labels = runningPlans(db, [id, otherId]).map(({ label }) => label);
  const { stage } = mergedHistory([...stageChangesOf(db, id), ...stageChangesOf(db, otherId)]);
  const goesOn = planEnd(stage) === null ? (labels[0] ?? null) : null;
  const steps = endsSteps(stage) ? [...stepsAmong(db, [id, otherId]).values()].flat().length : 0;
  return { goesOn, ends: { plans: labels.slice(goesOn === null ? 0 : 1), steps } };
}

function requireOther(id: string, otherId: string): void {
  if (id === otherId) throw new AppError('invalid', 'Both are the same lead.', 'otherId');
}

export const duplicates: HandlersOfPrefix<'duplicates'> = {
  'duplicates.list': async (context, { of, from, limit }) => {
    const { scores, lists } = context;
    await scores.ready();
    const all = await lists.pairs(context.country);
    const pairs = of === null ? all : all.filter(pair => pair.id === of || pair.otherId === of);
    const page = pairs.slice(from, from + limit);
    const rows = new Map(
      rowsOf(context, [...new Set(page.flatMap(pair => [pair.id, pair.otherId]))]).map(row => [row.id, row]),
    );
    return {
      total: pairs.length,
      sure: pairs.filter(pair => pair.sure).length,
      rows: page.flatMap(({ id, otherId, why, sure }) => {
        const [row, other] = [rows.get(id), rows.get(otherId)];
        return row && other ? [{ row, other, why, sure }] : [];
      }),
    };
  },

  'duplicates.pair': (context, { id, otherId }) => {
    requireOther(id, otherId);
    const [side, other] = [sideOf(context, id), sideOf(context, otherId)];
    return {
      side,
      other,
      attributes: mergedAttributes(side.lead, other.lead, {}, context.country),
      customValues: { ...other.customValues, ...side.customValues },
      ...endsByMerging(context, id, otherId),
      same: leadFieldNames.filter(field => sameAttribute(field, side.lead, other.lead, context.country)),
    };
  },

  'duplicates.merge': (context, { id, otherId, attributes, customValues }) => {
    const { db, newId, now } = context;
    requireOther(id, otherId);
    const keep = requireLead(context, id);
    const other = requireLead(context, otherId);
    const firstMoved = activitiesOf(db, otherId)[0]?.at;
    const lines = [...stageChangesOf(db, id), ...stageChangesOf(db, otherId)];
    const history = mergedHistory(lines);
    const otherSteps = stepsOf(db, otherId);
    moveBelongings(db, otherId, id);
    keepOnePlan(db, id, now);
    for (const { from, to } of history.proofs) moveReceipts(db, from, to);
    for (const changeId of history.dropped) deleteStageChange(db, changeId);
    for (const { id: changeId, from, to, note } of history.changed)
      rewriteStageChange(db, changeId, { from, to, note });
    const { notes, ...merged } = mergedAttributes(keep, other, attributes, context.country);
    updateLead(db, id, {
      ...merged,
      notes,
      ...mergedState(keep, other, history.stage),
      stage: history.stage,
      stageSince: history.since,
    });
    takeSteps(context, id, otherSteps);
    const ended = planEnd(history.stage);
    if (ended !== null) endPlans(db, id, { endedAt: now, endedBecause: ended });
    if (endsSteps(history.stage)) dropAllSteps(context, id);
    for (const [fieldId, value] of Object.entries(customValues)) {
      requireCustomField(context, fieldId, value);
      setCustomValue(db, { id: newId(), leadId: id, fieldId, value });
    }
    // What one of the two records forbids, the person forbids.
    const [mine, theirs] = [privacyOf(db, id), privacyOf(db, otherId)];
    if (mine && theirs) updatePrivacy(db, id, mergedPrivacy(mine, theirs));
    deleteLead(db, otherId);
    // Only another computer could still write to the record that went.
    if (readSharing(db)) insertAlias(db, otherId, id);
    return { promoted: promote(context, [id], firstMoved === undefined ? {} : { from: firstMoved }).length > 0 };
  },

  'duplicates.apart': (context, { id, otherId }) => {
    requireOther(id, otherId);
    requireLead(context, id);
    requireLead(context, otherId);
    insertNotDuplicate(context.db, context.newId(), id, otherId);
    return {};
  },
};
