// Promotions of an import: a bounded check first, then scoring in pages.
import type { Lead } from '../../shared/lead.ts';
import { attributesAndInstants } from '../db/tables/imports.ts';
import { updateLead } from '../db/tables/leads.ts';
import { doNotScoreOf } from '../db/tables/privacy.ts';
import type { PromotionRow } from '../db/tables/promotions.ts';
import { judgedLeads, writePromotions } from '../db/tables/promotions.ts';
import { allScoreAdjustments } from '../db/tables/score-adjustments.ts';
import { eligibleSince } from '../domain/funnel.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import { makeReceipt } from '../domain/scoring/score.ts';
import { notMet } from '../domain/scoring/walk.ts';
import { createEngine, sliceSize } from '../engine/engine.ts';
import { assign } from '../services/assign.ts';
import type { CommandContext } from '../services/context.ts';
import { promotionInstant } from '../services/promotion.ts';
import { ruleNames } from '../services/subjects.ts';

const chunk = 250;

/** Leads that one engine holds: with all of a big import it would take 40 MB. */
const heldAtOnce = 20_000;

/** Those of `leadIds` that may meet the rules now or met them at some moment of their history; all others do not. */
export async function mayPromote(
  context: Pick<CommandContext, 'db' | 'now' | 'scores'>,
  leadIds: readonly string[],
  yieldToEventLoop: () => Promise<void>,
): Promise<string[]> {
  const adjusted = new Set(allScoreAdjustments(context.db).map(({ leadId }) => leadId));
  const found: string[] = [];
  for (let from = 0; from < leadIds.length; from += heldAtOnce) {
    for await (const id of likely(context, leadIds.slice(from, from + heldAtOnce), adjusted, yieldToEventLoop))
      found.push(id);
  }
  return found;
}

async function* likely(
  { db, now, scores }: Pick<CommandContext, 'db' | 'now' | 'scores'>,
  leadIds: readonly string[],
  adjusted: ReadonlySet<string>,
  yieldToEventLoop: () => Promise<void>,
): AsyncGenerator<string> {
  const { criteria } = scores.criteria();
  const fields = fieldsOf(criteria);
  const engine = createEngine();
  engine.beginLoad(fields);
  for (let from = 0; from < leadIds.length; from += chunk) {
    const { attributes, instants } = attributesAndInstants(db, fields, leadIds.slice(from, from + chunk));
    engine.addLeads(attributes);
    engine.addActivities(instants);
    await yieldToEventLoop();
  }
  engine.finishLoad();
  for (let from = 0; from < engine.size; from += sliceSize) {
    const to = Math.min(from + sliceSize, engine.size);
    const { met, why } = engine.scoreAll(criteria, now, { from, to });
    for (let position = from; position < to; position++) {
      const id = engine.leadIdAt(position);
      if (id !== null && (met[position] === 1 || why[position] !== notMet || adjusted.has(id))) yield id;
    }
    await yieldToEventLoop();
  }
}

/** Judged at once: some 5 ms. */
const judgedAtOnce = 25;

/** Promotes those of the leads that met the rules at some moment of their history; answers who they were, some at a time. */
export async function* promoteAll(
  context: CommandContext & { readonly yieldToEventLoop: () => Promise<void> },
  leadIds: readonly string[],
  batchId: string,
): AsyncGenerator<readonly Lead[]> {
  const { db, now, newId, scores, settings, yieldToEventLoop } = context;
  const { criteria, number } = scores.criteria();
  const names = ruleNames(db);
  for (let from = 0; from < leadIds.length; from += judgedAtOnce) {
    const rows: PromotionRow[] = [];
    const promoted: Lead[] = [];
    for (const { lead, customValues, changes, activities, hand } of judgedLeads(
      db,
      leadIds.slice(from, from + judgedAtOnce),
    )) {
      const since = eligibleSince(lead.stage, changes);
      if (since === undefined) continue;
      const subject = {
        attributes: { ...lead, ...customValues },
        activities,
        hand,
        mqlExclusion: lead.mqlExclusion,
        doNotScore: doNotScoreOf(db, lead.id),
      };
      const instant = promotionInstant(criteria, subject, { since, looked: Number.NEGATIVE_INFINITY, now });
      if (!instant) continue;
      const receipt = makeReceipt(criteria, number, subject, instant, names);
      const at = Math.max(instant.at, lead.stageSince);
      rows.push({ leadId: lead.id, from: lead.stage, at, stageChangeId: newId(), receiptId: newId(), receipt });
      promoted.push(lead);
    }
    if (rows.length > 0) writePromotions(db, rows, { memberId: settings.actingAs, batchId });
    for (const lead of promoted) {
      const assigned = assign(context, lead);
      if (assigned) updateLead(db, lead.id, assigned);
    }
    yield promoted;
    await yieldToEventLoop();
  }
}
