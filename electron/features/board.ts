// The board: its columns with their headers, and a page of cards of one column.

import type { Stage } from '../../shared/stages.ts';
import { stages, stageWords } from '../../shared/stages.ts';
import { countListed, listLeads } from '../db/lead-list.ts';
import { countByStage } from '../db/lead-scores.ts';
import { amountsByStage, medianStageSince } from '../db/leads.ts';
import type { HandlersOfPrefix, QueryContext } from './context.ts';
import { toLeadRow } from './lead-rows.ts';

const dayMs = 86_400_000;

function entryOf(stage: Stage, { scores }: QueryContext): string {
  if (stage !== 'mql') return stageWords[stage].meaning;
  const { threshold, minimumFit } = scores.criteria().criteria;
  return minimumFit > 0 ? `${threshold} points, with a fit of at least ${minimumFit}.` : `${threshold} points.`;
}

export const board: HandlersOfPrefix<'board'> = {
  'board.columns': async (context, { search }) => {
    const { db, now, scores } = context;
    await scores.ready();
    const counts = new Map(countByStage(db).map(({ stage, count }) => [stage, count]));
    const amounts = new Map(amountsByStage(db).map(({ stage, amount }) => [stage, amount]));
    return stages.map(stage => {
      const all = counts.get(stage) ?? 0;
      const since = all > 0 ? medianStageSince(db, stage, all) : undefined;
      return {
        stage,
        count: search.trim() ? countListed(db, { search, stages: [stage] }) : all,
        amount: amounts.get(stage) ?? 0,
        medianDays: since === undefined ? null : Math.max(0, Math.floor((now - since) / dayMs)),
        entry: entryOf(stage, context),
      };
    });
  },

  'board.cards': async ({ db, scores }, { stage, search, from, limit }) => {
    await scores.ready();
    const filter = { search, stages: [stage] };
    const page = { sort: 'score', descending: true, from, limit } as const;
    return {
      total: countListed(db, filter),
      rows: listLeads(db, filter, page).map(row => toLeadRow({ scores }, row)),
    };
  },
};
