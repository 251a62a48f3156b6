// Duplicates: a pair that is answered goes from the list; a lead merged into another goes from the table and from Today.
import { removed } from './board.ts';
import type { EffectTable } from './effect-table.ts';

type Pair = { readonly row: { readonly id: string }; readonly other: { readonly id: string } };

/** The list without the pairs that are answered; the counts go along. */
const withoutPairs = (isGone: (pair: Pair) => boolean): ReturnType<NonNullable<EffectTable['duplicates.apart']>> => ({
  'duplicates.list': answer => {
    const rows = answer.rows.filter(pair => !isGone(pair));
    const gone = answer.rows.filter(isGone);
    const sure = gone.filter(pair => pair.sure).length;
    return { total: answer.total - gone.length, sure: answer.sure - sure, rows };
  },
});

const has = ({ row, other }: Pair, id: string) => row.id === id || other.id === id;

export const duplicateEffects: EffectTable = {
  'duplicates.apart': ({ id, otherId }) => withoutPairs(pair => has(pair, id) && has(pair, otherId)),
  'duplicates.merge': ({ otherId }) => {
    // On the board the one that stays may take the other's stage: that comes with the answer.
    const { 'board.cards': _, 'board.columns': __, ...lists } = removed([otherId]);
    return { ...lists, ...withoutPairs(pair => has(pair, otherId)) };
  },
};
