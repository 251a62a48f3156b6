// When a person bought or was lost and when a deal was won or lost. Every screen, figure and file takes the day from here.
import type { Deal } from '../../shared/deal.ts';
import { isOffFunnel, type Stage } from '../../shared/stages.ts';

/** Stands for a moment that never came. */
export const never = Number.POSITIVE_INFINITY;
/** Stands for a moment that nobody knows, such as one before the records began. It belongs to no period. */
export const beforeRecords = Number.NEGATIVE_INFINITY;

/** A stage change of a person; `known` is false for a stage it already had when it came into the file. */
export type OutcomeChange = { readonly to: Stage; readonly at: number; readonly known: boolean };
export type OutcomeDeal = Pick<Deal, 'status' | 'closedAt'>;

export type LeadOutcomes = {
  /** Places of the changes to Customer that were taken back: these are no entries. */
  readonly takenBack: ReadonlySet<number>;
  /** First purchase that stands, in UTC ms; `never`, or `beforeRecords`. */
  readonly customerAt: number;
  /** Each time the person was lost; `beforeRecords` where the day is not known. */
  readonly lostAt: readonly number[];
  /** Per deal, in the order given: when it was won or lost; `never` while it is open, `beforeRecords` where the day is not known. */
  readonly closedAt: readonly number[];
};

/**
 * The outcomes of one person. `changes` in order of time; what is dated after `asOf` has not happened. A purchase is taken back
 * when the person goes from Customer back to an earlier stage and no won deal stands by then. A missing day is taken from the
 * other record where there is only one it can be: the person's from the deals, the deal's from the person.
 */
export function outcomesOf(
  changes: readonly OutcomeChange[],
  deals: readonly OutcomeDeal[],
  asOf: number = never,
): LeadOutcomes {
  const happened = (deal: OutcomeDeal) => deal.status !== 'open' && (deal.closedAt === null || deal.closedAt <= asOf);
  const won = deals.filter(deal => deal.status === 'won' && happened(deal));
  const lost = deals.filter(deal => deal.status === 'lost' && happened(deal));
  const takenBack = takenBackIn(changes, won);
  const bought = changes.find(({ to }, i) => to === 'customer' && !takenBack.has(i));
  const losses = changes.filter(({ to }) => to === 'lost');
  const days = (of: readonly OutcomeDeal[]) => of.flatMap(({ closedAt }) => closedAt ?? []);
  const customerAt = bought === undefined ? never : bought.known ? bought.at : least(days(won));
  const lostAt = losses.map(loss => (loss.known ? loss.at : greatest(days(lost))));
  const onlyLoss = losses.length === 1 && losses[0]?.known === true ? losses[0].at : beforeRecords;
  const closedAt = deals.map(deal => {
    if (!happened(deal)) return never;
    if (deal.closedAt !== null) return deal.closedAt;
    if (deal.status === 'won') return won.length === 1 && bought?.known === true ? bought.at : beforeRecords;
    return lost.length === 1 ? onlyLoss : beforeRecords;
  });
  return { takenBack, customerAt, lostAt, closedAt };
}

const least = (days: readonly number[]): number => (days.length === 0 ? beforeRecords : Math.min(...days));
const greatest = (days: readonly number[]): number => (days.length === 0 ? beforeRecords : Math.max(...days));

function takenBackIn(changes: readonly OutcomeChange[], won: readonly OutcomeDeal[]): ReadonlySet<number> {
  const takenBack = new Set<number>();
  for (let i = 0; i < changes.length; i++) {
    if (changes[i]?.to !== 'customer') continue;
    const next = changes.slice(i).find(({ to }) => to !== 'customer');
    if (next === undefined || isOffFunnel(next.to)) continue;
    if (!won.some(({ closedAt }) => closedAt === null || closedAt <= next.at)) takenBack.add(i);
  }
  return takenBack;
}
