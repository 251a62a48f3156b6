// Suggested points, the leads behind them, and adding them to the draft.
import { insightsJob } from '../../shared/contract/past.ts';
import { fieldLabel } from '../../shared/custom-field.ts';
import type { Trait } from '../../shared/learning.ts';
import { traitKey, traitOfKey } from '../../shared/learning.ts';
import { AppError } from '../../shared/result.ts';
import { listActivityTypes } from '../db/tables/activities.ts';
import { draftCriteria } from '../db/tables/criteria.ts';
import { personaFields } from '../domain/scoring/fit.ts';
import type { TraitStats } from '../domain/scoring/learn/insights.ts';
import { learn } from '../domain/scoring/learn/insights.ts';
import { draftedPoints, takePoints } from '../domain/scoring/learn/take.ts';
import { createYield } from '../jobs/yield-to-event-loop.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { saveDraft } from '../services/criteria-draft.ts';
import { type Ended, endedLeads, learnableFields } from '../services/ended-leads.ts';
import { rowsInSlices } from '../services/lead-rows.ts';
import { ruleNames } from '../services/subjects.ts';

/** Most people a list opens with. */
const shown = 500;

const traitIn = (key: string): Trait => {
  const trait = traitOfKey(key);
  if (!trait) throw new AppError('invalid', 'This suggestion no longer exists.', 'key');
  return trait;
};

/** Runs the gathering in slices, telling how far it is; null when somebody changed something meanwhile. */
async function gather(context: QueryContext, { endings, revision }: Ended): Promise<TraitStats | null> {
  const { scores, progress } = context;
  const fields = learnableFields(context);
  const yieldToEventLoop = createYield();
  const work = scores.engine.traitStats(scores.criteria().criteria, endings, fields);
  for (let done = 1; ; done++) {
    const step = work.next();
    if (scores.revision() !== revision) return null;
    if (step.done) return step.value;
    progress({ jobId: insightsJob, phase: 'looking', done, total: fields.length + 2 });
    await yieldToEventLoop();
  }
}

export const insights: HandlersOfPrefix<'insights'> = {
  'insights.get': async context => {
    const { db, scores } = context;
    for (;;) {
      const traitStats = await gather(context, await endedLeads(context));
      if (traitStats === null) continue;
      const inForce = scores.criteria().criteria;
      const draft = draftCriteria(db)?.criteria ?? inForce;
      const ours = new Set(listActivityTypes(db).flatMap(type => (type.ourSide ? [type.id] : [])));
      const names = ruleNames(db);
      const learned = learn(traitStats, inForce, ours, names);
      return {
        ...learned,
        ofPersonas: personaFields(inForce).map(field => fieldLabel(field, names.field)),
        leads: scores.engine.leadCount,
        insights: learned.insights.map(insight => ({
          ...insight,
          key: traitKey(insight.trait),
          drafted: draftedPoints(draft, inForce, insight.trait, insight.present),
        })),
      };
    }
  },

  'insights.leads': async (context, { key, group, customersOnly }) => {
    const { scores } = context;
    const trait = traitIn(key);
    if (trait.kind === 'attribute') await scores.ensureFields([trait.field]);
    const { endings } = await endedLeads(context);
    const ids = scores.engine.leadsOf(trait, endings, { having: group === 'with', customersOnly });
    const rows = await rowsInSlices(context, ids.slice(0, shown));
    return { total: ids.length, rows };
  },

  'insights.apply': (context, { key, points, present }) => {
    const { db, scores } = context;
    const inForce = scores.criteria().criteria;
    const draft = draftCriteria(db)?.criteria ?? inForce;
    return { draft: saveDraft(context, takePoints(draft, inForce, traitIn(key), { points, present })) };
  },
};
