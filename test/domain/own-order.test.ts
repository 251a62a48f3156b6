// Own order: wherever cards are dropped they stand there, nobody else changes places, and few places are written.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardPosition } from '../../electron/domain/own-order.ts';
import { arrange } from '../../electron/domain/own-order.ts';

const apply = (
  column: readonly CardPosition[],
  changes: readonly { id: string; position: number }[],
): CardPosition[] => {
  const positions = new Map(changes.map(({ id, position }) => [id, position]));
  const next = column.map(({ id, position }) => ({ id, position: positions.get(id) ?? position }));
  const placed = next.filter(({ position }) => position !== null);
  placed.sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return [...placed, ...next.filter(({ position }) => position === null)];
};

it('puts cards right before the one they were dropped on, time after time', () => {
  const drops = fc.array(fc.tuple(fc.nat(11), fc.nat(12)), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(drops, moves => {
      let column: CardPosition[] = Array.from({ length: 12 }, (_, index) => ({ id: `${index}`, position: null }));
      for (const [from, to] of moves) {
        const moved = column[from]?.id ?? '';
        const before = column[to]?.id ?? null;
        if (before === moved) continue;
        const others = column.map(({ id }) => id).filter(id => id !== moved);
        const index = before === null ? others.length : others.indexOf(before);
        const wanted = others.toSpliced(index, 0, moved);
        column = apply(column, arrange(column, [moved], before) ?? []);
        expect(column.map(({ id }) => id)).toEqual(wanted);
      }
    }),
  );
});

it('writes one place for a card between two that are placed', () => {
  const column = ['a', 'b', 'c'].map((id, index) => ({ id, position: index + 1 }));
  expect(arrange(column, ['c'], 'b')).toEqual([{ id: 'c', position: 1.5 }]);
});

it('spreads the placed ones anew when two neighbours leave no room', () => {
  const column = [
    { id: 'a', position: 1 },
    { id: 'b', position: 1 + Number.EPSILON },
    { id: 'c', position: 9 },
  ];
  const changes = arrange(column, ['c'], 'b') ?? [];
  expect(apply(column, changes).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
});

it('answers null for a place that is not in the column', () => {
  expect(arrange([{ id: 'a', position: null }], ['a'], 'z')).toBeNull();
});
