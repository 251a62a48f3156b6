// Publishing a draft: preview of new MQLs, then one step with their receipts.
import type { Output, Parsed } from '../../shared/contract.ts';
import type { CriteriaVersion } from '../../shared/criteria.ts';
import { leadName } from '../../shared/lead.ts';
import { AppError } from '../../shared/result.ts';
import { currentCriteria, draftCriteria, markPublished } from '../db/tables/criteria.ts';
import { earlyLeads } from '../db/tables/leads.ts';
import { leadNameParts } from '../db/tables/reviews.ts';
import { stageChangesOf } from '../db/tables/stage-changes.ts';
import { eligibleSince } from '../domain/funnel.ts';
import { fieldsOf } from '../domain/scoring/fit.ts';
import { promotionAt } from '../domain/scoring/promotion.ts';
import { sliceSize } from '../engine/engine.ts';
import { noColumns, withRoom } from '../engine/scores.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { ProcedureContext, QueryContext } from './context.ts';
import { requireLead } from './funnel.ts';
import { becomeMql } from './promotion.ts';
import { ruleNames, subjectOf } from './subjects.ts';

const shown = 500;
const chunk = 500;
/** Rows that a promotion changes at least: the lead, a stage change, a receipt. */
const changesEach = 3;
/** Promotions between two words about progress. */
const progressEvery = 50;

type Candidate = { readonly id: string; readonly score: number };

/** Leads that meet these rules as of `now` and were never MQL, by id. A lead that came back waits for its next activity. */
async function candidates(
  { db, now, scores }: Pick<QueryContext, 'db' | 'now' | 'scores'>,
  { criteria }: Pick<CriteriaVersion, 'criteria'>,
): Promise<Candidate[]> {
  const yieldToEventLoop = createYield();
  for (;;) {
    await scores.ensureFields(fieldsOf(criteria));
    const { engine } = scores;
    const revision = scores.revision();
    const { size } = engine;
    const columns = withRoom(noColumns, size);
    const met: Candidate[] = [];
    for (let from = 0; from < size && scores.revision() === revision; from += sliceSize) {
      const to = Math.min(from + sliceSize, size);
      engine.scoreInto(columns, criteria, now, { from, to });
      for (let position = from; position < to; position++) {
        const id = columns.met[position] === 1 ? engine.leadIdAt(position) : null;
        if (id !== null) met.push({ id, score: columns.total[position] as number });
      }
      await yieldToEventLoop();
    }
    if (scores.revision() !== revision) continue;
    const found: Candidate[] = [];
    for (let from = 0; from < met.length; from += chunk) {
      const some = met.slice(from, from + chunk);
      const early = new Map(
        earlyLeads(
          db,
          some.map(({ id }) => id),
        ),
      );
      for (const one of some) {
        const stage = early.get(one.id);
        if (stage === undefined) continue;
        if (eligibleSince(stage, stageChangesOf(db, one.id)) === Number.NEGATIVE_INFINITY) found.push(one);
        await yieldToEventLoop();
      }
    }
    return found;
  }
}

/** Who publishing the draft would promote, by name. */
export async function whoWouldBePromoted(context: QueryContext): Promise<Output<'criteria.promotions'>> {
  const { db } = context;
  const draft = draftCriteria(db);
  if (!draft) return { number: null, count: 0, leads: [] };
  const found = (await candidates(context, draft)).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const first = found.slice(0, shown);
  const ids = first.map(({ id }) => id);
  const names = new Map(leadNameParts(db, ids).map(lead => [lead.id, lead]));
  const stages = new Map(earlyLeads(db, ids));
  return {
    number: draft.number,
    count: found.length,
    leads: first.flatMap(({ id, score }) => {
      const lead = names.get(id);
      const stage = stages.get(id);
      return lead && stage ? { leadId: id, name: leadName(lead), company: lead.company, stage, score } : [];
    }),
  };
}

/** Publishes the draft and promotes all leads that meet it now. Canceling changes nothing. */
export async function publish(
  context: ProcedureContext,
  { jobId, reason }: Parsed<'criteria.publish'>,
): Promise<Output<'criteria.publish'>> {
  const { progress, isCancelled, longStep } = context;
  const draft = draftCriteria(context.db);
  if (!draft) throw new AppError('conflict', 'There is no draft to publish.');
  const expected = await candidates(context, draft);
  return longStep(
    `publish version ${draft.number} of the criteria`,
    async step => {
      const { db, now, yieldToEventLoop } = step;
      const version = draftCriteria(db);
      if (!version) throw new AppError('conflict', 'The draft no longer exists.');
      if (version.number <= currentCriteria(db).number)
        throw new AppError('conflict', 'A later version is already current.');
      const found = await candidates(step, version);
      const names = ruleNames(db);
      markPublished(db, version.id, reason, now);
      let promoted = 0;
      for (const [index, { id }] of found.entries()) {
        if (index % progressEvery === 0) progress({ jobId, phase: 'promoting', done: index, total: found.length });
        if (isCancelled(jobId)) throw new AppError('conflict', 'Stopped. The criteria were not changed.');
        const lead = requireLead(step, id);
        const subject = subjectOf(db, lead);
        const promotion = promotionAt(version.criteria, subject, now);
        if (!promotion) continue;
        becomeMql(step, version, { lead, subject, promotion, names });
        promoted++;
        await yieldToEventLoop();
      }
      return { number: version.number, promoted };
    },
    expected.length * changesEach,
  );
}
