// The board: its columns with their headers, a page of cards of one column, and where one card stands.
import type { Stage } from '../../shared/stages.ts';
import { stages } from '../../shared/stages.ts';
import { cardIds, cardPlace, countsByStage } from '../db/board.ts';
import { countByStage } from '../db/lead-scores.ts';
import { amountsByStage, medianStageSince } from '../db/leads.ts';
import { cardsOf } from './cards.ts';
import type { HandlersOfPrefix, QueryContext } from './context.ts';

const dayMs = 86_400_000;

/** What it takes to enter, short enough for the head of a column. */
const entries: Readonly<Record<Exclude<Stage, 'mql'>, string>> = {
  stranger: 'Anybody you know of',
  visitor: 'Visited your website',
  lead: 'Left a contact',
  sql: 'Accepted by sales',
  opportunity: 'A deal on the table',
  customer: 'Bought something',
  nurture: 'Not ready before a date',
  disqualified: 'Out for good',
  lost: 'Did not buy',
};

function entryOf(stage: Stage, { scores }: QueryContext): string {
  if (stage !== 'mql') return entries[stage];
  const { threshold, minimumFit } = scores.criteria().criteria;
  return minimumFit > 0 ? `${threshold} points, fit ${minimumFit}` : `${threshold} points`;
}

export const board: HandlersOfPrefix<'board'> = {
  'board.columns': async (context, filter) => {
    const { db, now, scores } = context;
    await scores.ready();
    const all = new Map(countByStage(db).map(({ stage, count }) => [stage, count]));
    const narrowed = filter.memberId !== null || filter.search.trim() !== '';
    const shown = narrowed ? new Map(countsByStage(db, filter).map(({ stage, count }) => [stage, count])) : all;
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
