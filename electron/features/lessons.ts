// Suggested points, the leads behind them, and adding them to the draft.
import { lessonsJob } from '../../shared/contract/past.ts';
import type { Trait } from '../../shared/learning.ts';
import { traitKey, traitOfKey } from '../../shared/learning.ts';
import { Refusal } from '../../shared/result.ts';
import { listActivityTypes } from '../db/activities.ts';
import { draftCriteria } from '../db/criteria.ts';
import { listedLeads } from '../db/lead-list.ts';
import type { Evidence } from '../domain/scoring/learn/lessons.ts';
import { learn } from '../domain/scoring/learn/lessons.ts';
import { draftedPoints, takePoints } from '../domain/scoring/learn/take.ts';
import { createPause } from '../jobs/pause.ts';
import type { HandlersOfPrefix, QueryContext } from './context.ts';
import { saveDraft } from './criteria.ts';
import { type Ended, endedLeads, learnableFields } from './ended.ts';
import { toLeadRow } from './lead-rows.ts';
import { ruleNames } from './subjects.ts';

/** Most people a list opens with. */
const shown = 500;

const traitIn = (key: string): Trait => {
  const trait = traitOfKey(key);
  if (!trait) throw new Refusal('invalid', 'This suggestion no longer exists.', 'key');
  return trait;
};

/** Runs the gathering in slices, telling how far it is; null when somebody changed something meanwhile. */
async function gather(context: QueryContext, { endings, revision }: Ended): Promise<Evidence | null> {
  const { scores, progress } = context;
  const fields = learnableFields(context);
  const pause = createPause();
  const work = scores.engine.evidence(scores.criteria().criteria, endings, fields);
  for (let done = 1; ; done++) {
    const step = work.next();
    if (scores.revision() !== revision) return null;
    if (step.done) return step.value;
    progress({ jobId: lessonsJob, phase: 'looking', done, total: fields.length + 2 });
    await pause();
  }
}

export const lessons: HandlersOfPrefix<'lessons'> = {
  'lessons.get': async context => {
    const { db, scores } = context;
    for (;;) {
      const evidence = await gather(context, await endedLeads(context));
      if (evidence === null) continue;
      const inForce = scores.criteria().criteria;
      const draft = draftCriteria(db)?.criteria ?? inForce;
      const ours = new Set(listActivityTypes(db).flatMap(type => (type.ourSide ? [type.id] : [])));
      const learned = learn(evidence, inForce, ours, ruleNames(db));
      return {
        ...learned,
        leads: scores.engine.leadCount,
        lessons: learned.lessons.map(lesson => ({
          ...lesson,
          key: traitKey(lesson.trait),
          drafted: draftedPoints(draft, inForce, lesson.trait, lesson.present),
        })),
      };
    }
  },

  'lessons.people': async (context, { key, group, customersOnly }) => {
    const { db, scores } = context;
    const trait = traitIn(key);
    if (trait.kind === 'fact') await scores.hold([trait.field]);
    const { endings } = await endedLeads(context);
    const ids = scores.engine.peopleOf(trait, endings, { having: group === 'with', customersOnly });
    const rows = listedLeads(db, ids.slice(0, shown)).map(row => toLeadRow({ scores }, row));
    return { total: ids.length, rows };
  },

  'lessons.take': (context, { key, points, present }) => {
    const { db, scores } = context;
    const inForce = scores.criteria().criteria;
    const draft = draftCriteria(db)?.criteria ?? inForce;
    return { draft: saveDraft(context, takePoints(draft, inForce, traitIn(key), { points, present })) };
  },
};
