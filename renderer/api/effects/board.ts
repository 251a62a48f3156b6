// The board: cards that are moved and placed stand where they belong at once; the heads count along.
import type { BoardCard, BoardOrder } from '../../../shared/contract/board.ts';
import { fewAtOnce } from '../../../shared/contract/parts.ts';
import type { LeadAttributes } from '../../../shared/lead.ts';
import { placedBefore } from '../../../shared/placed.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Effects } from '../layers.ts';
import { queryClient } from '../queries.ts';
import type { EffectTable } from './effect-table.ts';
import { inRow, onLeads } from './leads.ts';
import { given } from './rows.ts';
import { movedOn, stepDone } from './today.ts';

/** Cards of those ids, from any answer that holds them. */
function cardsOf(ids: readonly string[]): BoardCard[] {
  const answers = queryClient.getQueriesData<{ value?: { rows: readonly BoardCard[] } }>({ queryKey: ['board.cards'] });
  const found = new Map<string, BoardCard>();
  for (const [, answer] of answers) for (const card of answer?.value?.rows ?? []) found.set(card.id, card);
  return ids.flatMap(id => found.get(id) ?? []);
}

/** True when the first card stands before the second. */
const before: Readonly<Record<BoardOrder, (one: BoardCard, other: BoardCard) => boolean>> = {
  score: (one, other) => one.score.total > other.score.total,
  days: (one, other) => one.stageSince < other.stageSince,
  step: (one, other) =>
    one.nextStepOn === other.nextStepOn
      ? one.score.total > other.score.total
      : one.nextStepOn !== null && (other.nextStepOn === null || one.nextStepOn < other.nextStepOn),
  // A card that comes anew has no place of its own: it goes by score behind those that have.
  own: (one, other) => one.score.total > other.score.total,
};

/** Cards in another column: out of the one, into the other where its order puts them. */
function moved(ids: readonly string[], to: Stage, attributes: Partial<LeadAttributes>): Effects {
  const cards = cardsOf(ids);
  const since = Date.now();
  return {
    'board.cards': (answer, { stage, order = 'score' }) => {
      const here = answer.rows.filter(card => card && ids.includes(card.id)).length;
      if (stage !== to) {
        if (here === 0) return answer;
        return { total: answer.total - here, rows: answer.rows.filter(card => !card || !ids.includes(card.id)) };
      }
      if (here > 0) return answer;
      const coming = cards.filter(card => card.stage !== to);
      const rows = [...answer.rows];
      for (const card of coming) {
        const fresh: BoardCard = {
          ...inRow(card, attributes),
          stage: to,
          stageSince: since,
          wait: null,
          quietDays: null,
        };
        const at = rows.findIndex(other => other && before[order](fresh, other));
        rows.splice(at < 0 ? rows.length : at, 0, fresh);
      }
      return { total: answer.total + coming.length, rows };
    },
    'board.columns': columns =>
      columns.map(column => {
        const more =
          column.stage === to
            ? cards.filter(card => card.stage !== to).length
            : -cards.filter(card => card.stage === column.stage && column.stage !== to).length;
        return more === 0 ? column : { ...column, count: column.count + more, all: column.all + more };
      }),
  };
}

export const boardEffects: EffectTable = {
  'board.arrange': ({ ids, before: next }) => ({
    'board.cards': (answer, { order }) => {
      const here = answer.rows.some(card => card && ids.includes(card.id));
      if (order !== 'own' || !here) return answer;
      return { ...answer, rows: placedBefore(answer.rows, ids, next) };
    },
  }),
  'leads.move': ({ ids, move }) => {
    const { to } = move;
    const attributes: Partial<LeadAttributes> = given(move.to === 'sql' ? (move.attributes ?? {}) : {});
    return {
      ...onLeads(ids, {
        detail: answer => ({ ...answer, lead: { ...answer.lead, ...attributes, stage: to } }),
        row: row => ({ ...inRow(row, attributes), stage: to }),
        table: row => ({ ...row, attributes: { ...row.attributes, ...attributes } }),
      }),
      ...moved(ids, to, attributes),
      'today.get': today => movedOn(today, ids),
    };
  },
  'bulk.run': ({ who, action }) => {
    if (who.by !== 'ids' || who.ids.length > fewAtOnce) return {};
    if (action.do === 'attributes' && action.attributes.memberId !== undefined) {
      const { memberId } = action.attributes;
      return onLeads(who.ids, {
        detail: answer => ({ ...answer, lead: { ...answer.lead, memberId } }),
        row: row => ({ ...row, memberId }),
        table: row => ({ ...row, attributes: { ...row.attributes, memberId } }),
      });
    }
    return {};
  },
  'leads.remove': ({ ids }) => ({
    'table.rows': answer => {
      const rows = answer.rows.filter(row => !row || !ids.includes(row.id));
      return { total: answer.total - (answer.rows.length - rows.length), rows };
    },
    'board.cards': answer => {
      const rows = answer.rows.filter(card => !card || !ids.includes(card.id));
      return { total: answer.total - (answer.rows.length - rows.length), rows };
    },
  }),
  'leads.setNextStep': ({ id, nextStep, nextStepOn }) =>
    nextStep === null && nextStepOn === null ? { 'today.get': today => stepDone(today, id) } : {},
};
