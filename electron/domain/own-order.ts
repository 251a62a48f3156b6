// Manual card order: positions that change when cards are placed before another.

export type CardPosition = { readonly id: string; readonly position: number | null };

/** Room between two neighbors, so that most later placings change one card only. */
const step = 1024;

/**
 * The places to write so that `moved`, in this order, stand right before `before` (null: after everybody who is placed or
 * listed). `column` is the column as it stands, placed cards first. Cards above that had no place get one, because what
 * the owner saw above must stay above. Null when `before` is not among the column.
 */
export function arrange(
  column: readonly CardPosition[],
  moved: readonly string[],
  before: string | null,
): readonly { readonly id: string; readonly position: number }[] | null {
  const going = new Set(moved);
  const others = column.filter(({ id }) => !going.has(id));
  const index = before === null ? others.length : others.findIndex(({ id }) => id === before);
  if (index === -1) return null;
  const above = others.slice(0, index);
  const below = others[index]?.position ?? null;
  const changes: { id: string; position: number }[] = [];
  let last = 0;
  for (const { id, position } of above) {
    last = position ?? last + step;
    if (position === null) changes.push({ id, position: last });
  }
  const room = below === null ? step : (below - last) / (moved.length + 1);
  // Two neighbors that leave no room between them: the whole of the placed ones are spread anew.
  if (below !== null && (room <= 0 || last + room === last)) {
    const placed = others.slice(index).filter(({ position }) => position !== null);
    return [...above.map(({ id }) => id), ...moved, ...placed.map(({ id }) => id)].map((id, at) => ({
      id,
      position: (at + 1) * step,
    }));
  }
  return [...changes, ...moved.map((id, at) => ({ id, position: last + room * (at + 1) }))];
}
