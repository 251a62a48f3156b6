// Rows of a list that are put in another place of it.

/** Rows taken out and put right before another, in the order of `ids`; `before` null puts them at the end. */
export function placedBefore<T extends { readonly id: string }>(
  rows: readonly T[],
  ids: readonly string[],
  before: string | null,
): T[] {
  const going = new Set(ids);
  const moved = ids.flatMap(id => rows.find(row => row.id === id) ?? []);
  const others = rows.filter(row => !going.has(row.id));
  const at = before === null ? -1 : others.findIndex(row => row.id === before);
  return at < 0 ? [...others, ...moved] : others.toSpliced(at, 0, ...moved);
}
