// The board: cards that are moved and placed stand where they belong at once; the heads count along.
import type { BoardCard, BoardOrder } from '../../../shared/contract/board.ts';
import type { LeadAttributes } from '../../../shared/lead.ts';
import { placedBefore } from '../../../shared/placed.ts';
import type { Stage } from '../../../shared/stages.ts';
import type { Effects } from '../layers.ts';
import { cachedAnswers } from './cached.ts';
import type { EffectTable } from './effect-table.ts';
import { inRow, onLeads } from './leads.ts';
import { given } from './rows.ts';
import { gone, movedOn, planned, stepDone, stepsEnded } from './today.ts';

/** Cards of those ids, from any answer that holds them. */
function cardsOf(ids: readonly string[]): BoardCard[] {
  const found = new Map(cachedAnswers('board.cards').flatMap(({ rows }) => rows.map(card => [card.id, card] as const)));
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

/** Cards in another column: out of the one, into the other where its order puts them; `more` is what else changes of them. */
export function moved(
  ids: readonly string[],
  to: Stage,
  attributes: Partial<LeadAttributes>,
  more: Partial<BoardCard> = {},
): Effects {
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
          nurtureUntil: null,
          ...more,
        };
        const at = rows.findIndex(other => other && before[order](fresh, other));
        rows.splice(at < 0 ? rows.length : at, 0, fresh);
      }
      return { total: answer.total + coming.length, rows };
    },
    'board.columns': (columns, _, later) =>
      columns.map(column => {
        if (later) return column;
        const change =
          column.stage === to
            ? cards.filter(card => card.stage !== to).length
            : -cards.filter(card => card.stage === column.stage && column.stage !== to).length;
        return change === 0 ? column : { ...column, count: column.count + change, all: column.all + change };
      }),
  };
}

/** A card whose next steps ended. */
export const nothingPlanned = { nextStep: null, nextStepOn: null, overdue: false } as const;

/** Leads that are no more: out of the table, off the board and from Today. */
export function removed(ids: readonly string[]): Effects {
  const cards = cardsOf(ids);
  const left = <T extends { readonly id: string }>(answer: { readonly total: number; readonly rows: T[] }) => {
    // A row that is still coming is undefined.
    const rows = answer.rows.filter(row => !row || !ids.includes(row.id));
    return { total: answer.total - (answer.rows.length - rows.length), rows };
  };
  return {
    'table.rows': left,
    'board.cards': left,
    'board.columns': (columns, _, later) =>
      columns.map(column => {
        if (later) return column;
        const fewer = cards.filter(card => card.stage === column.stage).length;
        return fewer === 0 ? column : { ...column, count: column.count - fewer, all: column.all - fewer };
      }),
    'today.get': today => gone(today, ids),
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
    // Of several some may have bought before, and stay customers with what is planned for them.
    const ends =
      to === 'disqualified' ||
      (to === 'lost' && ids.length === 1 && !('endSteps' in move)) ||
      ('endSteps' in move && move.endSteps === true);
    const attributes: Partial<LeadAttributes> = given(move.to === 'sql' ? (move.attributes ?? {}) : {});
    return {
      ...onLeads(ids, {
        detail: answer => ({ ...answer, lead: { ...answer.lead, ...attributes, stage: to } }),
        row: row => ({ ...inRow(row, attributes), stage: to }),
        table: row => ({ ...row, attributes: { ...row.attributes, ...attributes } }),
      }),
      ...moved(ids, to, attributes, {
        ...(move.to === 'nurture' ? { nurtureUntil: move.until } : {}),
        ...(ends ? nothingPlanned : {}),
      }),
      'nextSteps.ofLead': (steps, request) => (ends && ids.includes(request.leadId) ? [] : steps),
      'today.get': today => (ends ? stepsEnded(movedOn(today, ids), ids) : movedOn(today, ids)),
    };
  },
  'leads.remove': ({ ids }) => removed(ids),
  'leads.setNextStep': ({ id, nextStep, nextStepOn }) =>
    nextStep === null && nextStepOn === null
      ? { 'today.get': today => stepDone(today, id) }
      : { 'today.get': today => (nextStep || nextStepOn ? planned(today, [id]) : today) },
};
