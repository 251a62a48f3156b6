// The board: its columns with their headers, a page of cards of one column, and where one card stands.
import type { Stage } from '../../shared/stages.ts';
import { stages, stageWords } from '../../shared/stages.ts';
import { cardIds, cardPlace, countsByStage } from '../db/board.ts';
import { amountsByStage, medianStageSince } from '../db/leads.ts';
import { cardsOf } from './cards.ts';
import type { HandlersOfPrefix, QueryContext } from './context.ts';

const dayMs = 86_400_000;

function entryOf(stage: Stage, { scores }: QueryContext): string {
  if (stage !== 'mql') return stageWords[stage].meaning;
  const { threshold, minimumFit } = scores.criteria().criteria;
  return minimumFit > 0 ? `${threshold} points, with a fit of at least ${minimumFit}.` : `${threshold} points.`;
}

export const board: HandlersOfPrefix<'board'> = {
  'board.columns': async (context, filter) => {
    const { db, now, scores } = context;
    await scores.ready();
    const all = new Map(countsByStage(db, { search: '', memberId: null }).map(({ stage, count }) => [stage, count]));
    const shown = new Map(countsByStage(db, filter).map(({ stage, count }) => [stage, count]));
    const amounts = new Map(amountsByStage(db).map(({ stage, amount }) => [stage, amount]));
    return stages.map(stage => {
      const count = all.get(stage) ?? 0;
      const since = count > 0 ? medianStageSince(db, stage, count) : undefined;
      return {
        stage,
        count: shown.get(stage) ?? 0,
        amount: amounts.get(stage) ?? 0,
        medianDays: since === undefined ? null : Math.max(0, Math.floor((now - since) / dayMs)),
        entry: entryOf(stage, context),
      };
    });
  },

  'board.cards': async (context, { stage, from, limit, ...filter }) => {
    const { db, scores } = context;
    await scores.ready();
    return {
      total: countsByStage(db, filter).find(counted => counted.stage === stage)?.count ?? 0,
      rows: cardsOf(context, cardIds(db, stage, filter, { from, limit })),
    };
  },

  'board.place': async ({ db, scores }, { id, ...filter }) => {
    await scores.ready();
    return cardPlace(db, id, filter) ?? null;
  },
};
