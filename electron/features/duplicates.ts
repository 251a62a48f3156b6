// Duplicates: found in slices over everybody and kept; merged as one step; told apart for good.
import { leadFieldNames, leadName } from '../../shared/lead.ts';
import { Refusal } from '../../shared/result.ts';
import { activitiesOf } from '../db/activities.ts';
import { countBelongings, insertNotDuplicate, moveBelongings } from '../db/duplicates.ts';
import { deleteLead, updateLead } from '../db/leads.ts';
import { ownValuesById, setOwnValue } from '../db/own-fields.ts';
import { privacyOf, updatePrivacy } from '../db/privacy.ts';
import { deleteStageChange, moveReceipts, rewriteStageChange, stageChangesOf } from '../db/stage-changes.ts';
import { tagIdsOf } from '../db/tags.ts';
import { withLines } from '../domain/further-contacts.ts';
import { mergedFacts, mergedHistory, mergedPrivacy, mergedStanding, otherPlan } from '../domain/merge-leads.ts';
import { sameFact } from '../domain/same-fact.ts';
import { rowsOf } from './cards.ts';
import type { HandlersOfPrefix, QueryContext } from './context.ts';
import { requireLead } from './funnel.ts';
import { requireOwnField } from './own-fields.ts';
import { promote } from './promotion.ts';

function sideOf(context: QueryContext, id: string) {
  const { db } = context;
  const lead = requireLead(context, id);
  const { activities, deals, stageChanges } = countBelongings(db, id);
  return {
    lead,
    name: leadName(lead),
    own: ownValuesById(db, id),
    tagIds: tagIdsOf(db, id),
    activities,
    deals,
    stageChanges,
  };
}

function refuseOneself(id: string, otherId: string): void {
  if (id === otherId) throw new Refusal('invalid', 'Both are the same lead.', 'otherId');
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
    refuseOneself(id, otherId);
    const [side, other] = [sideOf(context, id), sideOf(context, otherId)];
    return {
      side,
      other,
      facts: mergedFacts(side.lead, other.lead, {}, context.country),
      own: { ...other.own, ...side.own },
      same: leadFieldNames.filter(field => sameFact(field, side.lead, other.lead, context.country)),
    };
  },

  'duplicates.merge': (context, { id, otherId, facts, own }) => {
    const { db, newId } = context;
    refuseOneself(id, otherId);
    const keep = requireLead(context, id);
    const other = requireLead(context, otherId);
    const firstMoved = activitiesOf(db, otherId)[0]?.at;
    const lines = [...stageChangesOf(db, id), ...stageChangesOf(db, otherId)];
    const history = mergedHistory(lines);
    moveBelongings(db, otherId, id);
    for (const { from, to } of history.proofs) moveReceipts(db, from, to);
    for (const changeId of history.dropped) deleteStageChange(db, changeId);
    for (const { id: changeId, from, to, note } of history.changed)
      rewriteStageChange(db, changeId, { from, to, note });
    const { notes, ...merged } = mergedFacts(keep, other, facts, context.country);
    updateLead(db, id, {
      ...merged,
      notes: withLines(notes, otherPlan(keep, other)),
      ...mergedStanding(keep, other, history.stage),
      stage: history.stage,
      stageSince: history.since,
    });
    for (const [fieldId, value] of Object.entries(own)) {
      requireOwnField(context, fieldId, value);
      setOwnValue(db, { id: newId(), leadId: id, fieldId, value });
    }
    // What one of the two records forbids, the person forbids.
    const [mine, theirs] = [privacyOf(db, id), privacyOf(db, otherId)];
    if (mine && theirs) updatePrivacy(db, id, mergedPrivacy(mine, theirs));
    deleteLead(db, otherId);
    return { promoted: promote(context, [id], firstMoved === undefined ? {} : { from: firstMoved }).length > 0 };
  },

  'duplicates.apart': (context, { id, otherId }) => {
    refuseOneself(id, otherId);
    requireLead(context, id);
    requireLead(context, otherId);
    insertNotDuplicate(context.db, context.newId(), id, otherId);
    return {};
  },
};
