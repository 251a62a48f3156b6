// The figures that count deals, as docs/figures.md defines them, in plain loops without the product's code.
import { dateIn, plus } from './independent-dates.ts';
import { dealsBy, type Export, type Found, type Question, quartiles, way } from './independent-history.ts';

type Deal = Export['deals'][number];
const day = 86_400_000;
/** Percent of an open deal without a probability of its own, by the stage of its lead. */
const byStage: Record<string, number> = { sql: 20, opportunity: 50, customer: 50 };

/** When a lost deal was lost; null where nobody knows. */
function lostOn(q: Question, deal: Deal): number | null {
  if (deal.closedAt !== null) return deal.closedAt;
  const losses = way(q, deal.leadId).filter(({ to }) => to === 'lost');
  const [loss] = losses;
  return dealsBy(q, deal.leadId, 'lost').length === 1 && losses.length === 1 && loss && !loss.opening ? loss.at : null;
}

export function dealFiguresBy(
  q: Question,
  [from, to]: readonly [string, string],
  listed: readonly string[],
  wonOn: (deal: Deal) => number | null,
): Record<string, Found> {
  const mine = q.rows.deals.filter(({ leadId }) => listed.includes(leadId));
  const endedOn = (deal: Deal) => {
    const at = deal.status === 'won' ? wonOn(deal) : deal.status === 'lost' ? lostOn(q, deal) : null;
    return at !== null && at <= q.asOf ? at : null;
  };
  const ended = (status: string, a: string, b = to) =>
    mine.filter(deal => {
      const at = deal.status === status ? endedOn(deal) : null;
      return at !== null && dateIn(at, q.zone) >= a && dateIn(at, q.zone) < b;
    });
  const people = (deals: readonly Deal[]) => [...new Set(deals.map(({ leadId }) => leadId))];
  const sum = (deals: readonly Deal[]) => deals.reduce((all, { amount }) => all + (amount ?? 0), 0);
  const figures = (a: string) => {
    const [won, lost] = [ended('won', a), ended('lost', a)];
    const known = won.filter(({ amount }) => amount !== null);
    const opened = won.filter(deal => (deal.createdAt ?? Infinity) < (endedOn(deal) ?? 0));
    const days = opened.map(deal => ((endedOn(deal) ?? 0) - (deal.createdAt ?? 0)) / day);
    const n = won.length + lost.length;
    return {
      won,
      lost,
      known,
      opened,
      n,
      rate: n === 0 ? null : won.length / n,
      average: known.length === 0 ? null : sum(known) / known.length,
      cycle: days.length === 0 ? null : (quartiles(days)[1] as number),
    };
  };
  const now = figures(from);
  const year = figures(plus(to, -364));
  const today = dateIn(q.asOf, q.zone);
  /** Whether a moment lies before the end of the span and is not to come. */
  const before = (at: number) => at <= q.asOf && dateIn(at, q.zone) < to;
  const open = mine.filter(deal => {
    if (!before(deal.createdAt ?? -Infinity)) return false;
    if (deal.status === 'open') return true;
    // Not yet as of now, or of an unknown day: open in the first case, gone for long in the other.
    if (deal.closedAt !== null && deal.closedAt > q.asOf) return true;
    const at = endedOn(deal);
    return at !== null && !before(at);
  });
  const worth = open.filter(({ amount }) => amount !== null);
  const weighted = worth.reduce((all, deal) => {
    const stage = way(q, deal.leadId)
      .filter(change => before(change.at))
      .at(-1)?.to;
    return all + ((deal.amount ?? 0) * (deal.probability ?? byStage[stage ?? ''] ?? 0)) / 100;
  }, 0);
  const last = plus(to, -1) < today ? plus(to, -1) : today;
  const planned = open.filter(({ expectedClose }) => expectedClose != null);
  const late = planned.filter(({ expectedClose }) => (expectedClose ?? '') < last);
  const buyers = people(now.won);
  const again = buyers.filter(id => {
    const wins = mine.filter(deal => deal.leadId === id && deal.status === 'won' && (deal.closedAt ?? 0) <= q.asOf);
    const earlier = wins.filter(deal => {
      const at = endedOn(deal);
      return at === null || before(at);
    });
    return earlier.length > 1;
  });
  const velocity =
    year.rate !== null && year.average !== null && year.cycle !== null
      ? (open.length * year.rate * year.average) / year.cycle
      : null;
  return {
    'win-rate-deals': {
      value: now.rate,
      n: now.n,
      numerator: now.won.length,
      lists: { numerator: people(now.won), of: people([...now.won, ...now.lost]), lost: people(now.lost) },
    },
    'average-deal': { value: now.average, n: now.known.length, lists: { counted: people(now.known) } },
    'sales-cycle': { value: now.cycle, n: now.opened.length, lists: { counted: people(now.opened) } },
    // Deals that nobody has put a number to are worth an unknown amount, not nothing.
    'weighted-pipeline': {
      value: worth.length === 0 && open.length > 0 ? null : weighted,
      n: worth.length,
      lists: { counted: people(worth) },
    },
    'slipping-deals': { value: late.length, n: planned.length, lists: { counted: people(late) } },
    'sales-velocity': { value: velocity, n: year.n, lists: { counted: people(open) } },
    'repeat-customers': {
      value: buyers.length === 0 ? null : again.length / buyers.length,
      n: buyers.length,
      numerator: again.length,
      lists: { numerator: again, of: buyers },
    },
  };
}
