// Groups dated rows by lead and sorts them by time, in slices.

/** Rows of lead i are order[start[i]] to order[start[i + 1] - 1], earliest first. */
export type ByLead = { readonly start: Int32Array; readonly order: Int32Array };

/** Rows handled between two yields: about a millisecond of work. */
export const chunk = 20_000;

/** Leaves out rows dated after `asOf`. Rows at one moment keep the order they were given in. */
export function* groupByLead(
  lead: Int32Array,
  at: Float64Array,
  leadCount: number,
  asOf: number,
): Generator<void, ByLead> {
  const start = new Int32Array(leadCount + 1);
  for (let i = 0; i < lead.length; i++) {
    if ((at[i] ?? 0) <= asOf) start[(lead[i] ?? 0) + 1] = (start[(lead[i] ?? 0) + 1] ?? 0) + 1;
  }
  for (let i = 1; i < start.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
  yield;
  const next = start.slice();
  const order = new Int32Array(start[leadCount] ?? 0);
  for (let i = 0; i < lead.length; i++) {
    if (i % chunk === chunk - 1) yield;
    const instant = at[i] ?? 0;
    if (instant > asOf) continue;
    const owner = lead[i] ?? 0;
    const first = start[owner] ?? 0;
    let position = next[owner] ?? 0;
    next[owner] = position + 1;
    while (position > first && (at[order[position - 1] ?? 0] ?? 0) > instant) {
      order[position] = order[position - 1] ?? 0;
      position--;
    }
    order[position] = i;
  }
  return { start, order };
}
