// The board: its columns with their headers, a page of cards of one column, and where one card stands.
import { dayMs } from '../../shared/dates.ts';
import { chanceOf } from '../../shared/deal.ts';
import { AppError } from '../../shared/result.ts';
import type { Stage } from '../../shared/stages.ts';
import { stages } from '../../shared/stages.ts';
import { columnPositions } from '../db/tables/board.ts';
import { idsOf } from '../db/tables/lead-scan.ts';
import { amountsByStage, leadState, medianStageSince, updateLead } from '../db/tables/leads.ts';
import { arrange } from '../domain/own-order.ts';
import { cardsOf } from '../services/cards.ts';
import type { HandlersOfPrefix, QueryContext } from '../services/context.ts';
import { type Columns, columnsOf } from '../stores/board-columns.ts';

/** What it takes to enter, short enough for the head of a column. */
const entries: Readonly<Record<Exclude<Stage, 'mql'>, string>> = {
  stranger: 'Any person you know of',
  visitor: 'Visited your website',
  lead: 'Left a contact',
  sql: 'Accepted by sales',
  opportunity: 'An open deal',
  customer: 'Bought something',
  nurture: 'Not ready until a date',
  disqualified: 'Out permanently',
  lost: 'Did not buy',
};

function entryOf(stage: Stage, { scores }: QueryContext): string {
  if (stage !== 'mql') return entries[stage];
  const { threshold, minimumFit } = scores.criteria().criteria;
  return minimumFit > 0 ? `${threshold} points, fit ${minimumFit}` : `${threshold} points`;
}

/** Cards of a column that can be placed by hand: more nobody keeps in order. */
const maxPositioned = 1000;

type Heads = { readonly amounts: ReturnType<typeof amountsByStage>; readonly since: ReadonlyMap<Stage, number> };
/** Of the columns that were found last: for each letter typed into the search they are the same. */
const headsOfColumns = new WeakMap<Columns, Heads>();

function headsOf(all: Columns, { db }: QueryContext): Heads {
  const known = headsOfColumns.get(all);
  if (known) return known;
  const since = [...all].flatMap(([stage, { length }]) => {
    const median = length > 0 ? medianStageSince(db, stage, length) : undefined;
    return median === undefined ? [] : [[stage, median] as const];
  });
  const heads = { amounts: amountsByStage(db), since: new Map(since) };
  headsOfColumns.set(all, heads);
  return heads;
}

/** The money of a column: what its head shows, what is open, and what of that is to be expected. */
function moneyByStage(rows: Heads['amounts'], { settings }: QueryContext) {
  return (stage: Stage) => {
    const here = rows.filter(row => row.stage === stage);
    const open = here.filter(row => row.status === 'open');
    const sum = (list: typeof rows) => list.reduce((total, row) => total + row.amount, 0);
    const expected = open.reduce((total, row) => total + row.amount * (chanceOf(row, settings) / 100), 0);
    return {
      amount: sum(stage === 'customer' ? here.filter(row => row.status === 'won') : open),
      openAmount: sum(open),
      expectedAmount: Math.round(expected),
    };
  };
}

export const board: HandlersOfPrefix<'board'> = {
  'board.columns': async (context, { order, ...filter }) => {
    const { now, scores, settings } = context;
    await scores.ready();
    const { all, shown } = columnsOf(context, filter, order);
    const { amounts, since } = headsOf(all, context);
    const money = moneyByStage(amounts, context);
    return stages.map(stage => {
      const count = all.get(stage)?.length ?? 0;
      const median = since.get(stage);
      return {
        stage,
        count: shown.get(stage)?.length ?? 0,
        all: count,
        limit: settings.stageLimits[stage] ?? null,
        ...money(stage),
        medianDays: median === undefined ? null : Math.max(0, Math.floor((now - median) / dayMs)),
        entry: entryOf(stage, context),
      };
    });
  },

  'board.cards': async (context, { stage, from, limit, order, ...filter }) => {
    const { db, scores } = context;
    await scores.ready();
    const seqs = columnsOf(context, filter, order).shown.get(stage) ?? new Uint32Array();
    return { total: seqs.length, rows: cardsOf(context, idsOf(db, [...seqs.subarray(from, from + limit)])) };
  },

  'board.locate': async (context, { id, order, ...filter }) => {
    const { db, scores } = context;
    await scores.ready();
    const state = leadState(db, id);
    if (!state) return null;
    const index = columnsOf(context, filter, order).shown.get(state.stage)?.indexOf(state.seq) ?? -1;
    return index < 0 ? null : { stage: state.stage, index };
  },

  'board.arrange': ({ db }, { ids, before }) => {
    const [first = ''] = ids;
    const stage = leadState(db, before ?? first)?.stage;
    if (stage === undefined) throw new AppError('not-found', 'This card no longer exists.');
    const moved = ids.filter(id => leadState(db, id)?.stage === stage);
    const changes = arrange(columnPositions(db, stage, maxPositioned), moved, before);
    if (changes === null) {
      throw new AppError('conflict', `Manual order covers the first ${maxPositioned} cards of a column.`);
    }
    for (const { id, position } of changes) updateLead(db, id, { position });
    return {};
  },
};
