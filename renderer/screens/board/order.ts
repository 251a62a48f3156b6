// In which order the cards of every column stand: a habit of this window.
import { useState } from 'react';
import { type BoardOrder, boardOrderSchema } from '../../../shared/contract/board.ts';
import { readPreference, savePreference } from '../../parts/navigation/local-preferences.ts';

export const orderLabels: Readonly<Record<BoardOrder, string>> = {
  score: 'Highest score',
  days: 'Longest in stage',
  step: 'Next step date',
  own: 'Manual order',
};

export function useOrder(): readonly [order: BoardOrder, choose: (order: BoardOrder) => void] {
  const [order, setOrder] = useState<BoardOrder>(() =>
    boardOrderSchema.catch('score').parse(readPreference('order', '')),
  );
  const choose = (next: BoardOrder) => {
    setOrder(next);
    savePreference('order', next);
  };
  return [order, choose];
}
