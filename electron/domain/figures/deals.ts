// Figures that count deals instead of people: win rate, average deal, cycle, velocity, pipeline, repeat customers.
import { dayMs, fromDayNumber } from '../../../shared/dates.ts';
import { chanceOf } from '../../../shared/deal.ts';
import { stages } from '../../../shared/stages.ts';
import {
  amountOf,
  endOf,
  leadOfDeal,
  leadsOf,
  lostDeals,
  openDeals,
  sumOf,
  withAmount,
  withoutAmount,
} from './deal-rows.ts';
import { type Answer, type Figure, measured, rated } from './figure.ts';
import { won } from './money.ts';
import { type Leads, pick, type Scope } from './scope.ts';
import { quantile, wilson } from './stats.ts';

const group = 'Deals';
const weeks = 52;
/** The 52 weeks up to the end of the span: a week has a deal or two. */
const lately = (scope: Scope): Scope => scope.over({ fromDay: scope.toDay - 7 * weeks, toDay: scope.toDay });

const noDecision = 'No deals were won or lost in the period';
const noneWon = 'No deals were won in the period';

export const winRateByDeals: Figure = {
  id: 'win-rate-deals',
  placement: { section: 'figures', group: 'Wins and costs', order: 11, minutes: true },
  label: 'Win rate, by deals',
  group: 'rates',
  unit: 'share',
  meaning:
    'Of the deals won or lost in the period, the share won. It differs from the rate by people where a person has several deals.',
  formula: 'Deals won / (deals won + deals lost). The interval is the 95 % Wilson interval.',
  nLabel: 'deals won or lost in the period',
  over: 'pooled',
  series: true,
  compute: scope => {
    const [gained, gone] = [won(scope), lostDeals(scope)];
    const n = gained.length + gone.length;
    const k = gained.length;
    const rows = [...Array.from(gained), ...Array.from(gone)];
    return {
      measure: {
        value: n === 0 ? null : k / n,
        n,
        numerator: k,
        interval: wilson(k, n),
        why: n === 0 ? noDecision : null,
      },
      sets: {
        numerator: leadsOf(scope, 'Won deals', gained),
        of: leadsOf(scope, 'Won or lost deals', rows),
        lost: leadsOf(scope, 'Lost deals', gone),
      },
    };
  },
};

export const averageDeal: Figure = {
  id: 'average-deal',
  placement: { section: 'figures', group, titled: true, order: 14, minutes: true },
  label: 'Average deal',
  group: 'money',
  unit: 'money',
  meaning: 'Mean amount of the deals won in the period.',
  formula: 'Amounts of the deals won in the period / deals won in it that have an amount.',
  nLabel: 'deals won in the period with an amount',
  over: 'pooled',
  series: true,
  compute: scope => {
    const rows = won(scope);
    const known = withAmount(scope, rows);
    const n = known.length;
    return {
      measure: measured(
        n === 0 ? null : sumOf(scope, known) / n,
        n,
        n > 0 ? null : rows.length > 0 ? 'No won deal has an amount' : noneWon,
      ),
      sets: { counted: leadsOf(scope, 'Won deals', known) },
      notes: withoutAmount(rows.length, n, 'won deals'),
    };
  },
};

/** Days from the making of a deal to its win; only where it was made before it was won. */
function cycleOf(scope: Scope): {
  readonly rows: ArrayLike<number>;
  readonly days: Float64Array;
  readonly unknown: number;
} {
  const { deals } = scope.index.history;
  const daysOf = (row: number) =>
    ((scope.index.dealClosedAt[row] ?? 0) - (deals.rows[row]?.createdAt ?? Number.POSITIVE_INFINITY)) / dayMs;
  const all = won(scope);
  // A deal that came with an import as won was made at that moment: how long it took is not known.
  const rows = pick(all, row => daysOf(row) > 0);
  return { rows, days: Float64Array.from(rows, daysOf).sort(), unknown: all.length - rows.length };
}

export const salesCycle: Figure = {
  id: 'sales-cycle',
  placement: { section: 'figures', group, titled: true, order: 15 },
  label: 'Sales cycle',
  group: 'time',
  unit: 'days',
  meaning: 'For the deals won in the period: days from opening the deal to winning it.',
  formula: 'Median of (won - opened), in days of 24 hours. A deal without an earlier day of opening does not count.',
  nLabel: 'deals won in the period with a day of opening',
  over: 'pooled',
  series: false,
  compute: (scope): Answer => {
    const { rows, days, unknown } = cycleOf(scope);
    const n = rows.length;
    return {
      measure: measured(
        n === 0 ? null : quantile(days, 0.5),
        n,
        n > 0 ? null : unknown > 0 ? 'No won deal has an earlier day of opening' : noneWon,
      ),
      sets: { counted: leadsOf(scope, 'Won deals', rows) },
      durations: days,
      notes: unknown > 0 && n > 0 ? [`${unknown} more won deals have no earlier day of opening.`] : [],
    };
  },
};

export const salesVelocity: Figure = {
  id: 'sales-velocity',
  placement: { section: 'figures', group, titled: true, order: 18 },
  label: 'Sales velocity, per day',
  group: 'money',
  unit: 'money',
  meaning: `Revenue a day that the open deals are on the way to, at the win rate, average deal and cycle of the last ${weeks} weeks.`,
  formula: `Open deals x win rate by deals x average deal / sales cycle; the last three over ${weeks} weeks up to the end of the period.`,
  nLabel: `deals won or lost in those ${weeks} weeks`,
  over: 'pooled',
  series: false,
  compute: scope => {
    const year = lately(scope);
    const open = openDeals(scope);
    const [rate, average, cycle] = [winRateByDeals, averageDeal, salesCycle].map(
      figure => figure.compute(year).measure.value,
    );
    const n = won(year).length + lostDeals(year).length;
    const known = rate != null && average != null && cycle != null && cycle > 0;
    return {
      measure: measured(
        known ? (open.length * rate * average) / cycle : null,
        n,
        known ? null : `Too few won deals with amount and day of opening in ${weeks} weeks`,
      ),
      sets: { counted: leadsOf(scope, 'Open deals', open) },
    };
  },
};

/** The stage of a lead at a moment; null before its first change. */
function stageAt({ index }: Scope, lead: number, end: number) {
  const { to, at } = index.history.changes;
  let stage = -1;
  for (let i = index.changesOf.start[lead] ?? 0; i < (index.changesOf.start[lead + 1] ?? 0); i++) {
    const change = index.changesOf.order[i] ?? 0;
    if ((at[change] ?? 0) >= end) break;
    stage = to[change] ?? -1;
  }
  return stages[stage] ?? null;
}

export const weightedPipeline: Figure = {
  id: 'weighted-pipeline',
  placement: { section: 'figures', group, titled: true, order: 16, minutes: true },
  label: 'Weighted pipeline',
  group: 'money',
  unit: 'money',
  meaning: 'What the deals open at the end of the period, or now, are worth, each at its probability.',
  formula:
    'Sum of (amount x probability) of the open deals. Without a probability of its own, that of the stage of its lead.',
  nLabel: 'open deals with an amount',
  over: 'pooled',
  // Each point would be a pass over all deals.
  series: false,
  compute: scope => {
    const open = openDeals(scope);
    const known = withAmount(scope, open);
    const end = endOf(scope);
    const { rows } = scope.index.history.deals;
    const worth = known.reduce((sum, row) => {
      const stage = stageAt(scope, leadOfDeal(scope)(row), end);
      const probability = rows[row]?.probability ?? null;
      const chance = stage === null ? (probability ?? 0) : chanceOf({ probability, stage }, scope.settings);
      return sum + ((amountOf(scope, row) ?? 0) * chance) / 100;
    }, 0);
    const why = known.length === 0 && open.length > 0 ? 'No open deal has an amount' : null;
    return {
      measure: measured(why === null ? worth : null, known.length, why),
      sets: { counted: leadsOf(scope, 'Open deals', known) },
      notes: withoutAmount(open.length, known.length, 'open deals'),
    };
  },
};

export const slippingDeals: Figure = {
  id: 'slipping-deals',
  placement: { section: 'figures', group, titled: true, order: 17 },
  label: 'Slipping deals',
  group: 'volume',
  unit: 'deals',
  meaning: 'Open deals whose expected close has passed.',
  formula: 'Deals open at the end of the period, or now, with an expected close before that day.',
  nLabel: 'open deals with an expected close',
  over: 'pooled',
  series: false,
  compute: scope => {
    const { index } = scope;
    const today = fromDayNumber(Math.min(scope.toDay - 1, index.zone.dayAt(index.asOf)));
    const closeOf = (row: number) => index.history.deals.rows[row]?.expectedClose ?? null;
    const planned = pick(openDeals(scope), row => closeOf(row) !== null);
    const late = pick(planned, row => (closeOf(row) ?? today) < today);
    return {
      measure: measured(late.length, planned.length),
      sets: { counted: leadsOf(scope, 'Slipping deals', late) },
    };
  },
};

export const repeatCustomers: Figure = {
  id: 'repeat-customers',
  placement: { section: 'figures', group, titled: true, order: 19 },
  label: 'Repeat customers',
  group: 'rates',
  unit: 'share',
  meaning: 'Of the people who bought in the period, the share who had bought before.',
  formula: 'People with a deal won in the period and another one won before it / people with a deal won in the period.',
  nLabel: 'people with a deal won in the period',
  over: 'pooled',
  series: false,
  compute: scope => {
    const { index } = scope;
    const { dealsOf, dealClosedAt, history } = index;
    const { leads: buyers } = leadsOf(scope, 'Bought', won(scope));
    const firstHere = new Map<number, number>();
    for (const row of Array.from(won(scope))) {
      const lead = leadOfDeal(scope)(row);
      firstHere.set(lead, Math.min(firstHere.get(lead) ?? Number.POSITIVE_INFINITY, dealClosedAt[row] ?? 0));
    }
    /** Won deals of a lead up to a moment; those of unknown days came before the records. */
    const wonBy = (lead: number, until: (at: number) => boolean) => {
      let count = 0;
      for (let i = dealsOf.start[lead] ?? 0; i < (dealsOf.start[lead + 1] ?? 0); i++) {
        const row = dealsOf.order[i] ?? 0;
        if (history.deals.rows[row]?.status === 'won' && until(dealClosedAt[row] ?? 0)) count++;
      }
      return count;
    };
    const end = endOf(scope);
    const again: Leads = pick(buyers, lead => {
      const since = firstHere.get(lead) ?? 0;
      return wonBy(lead, at => at < since) > 0 || wonBy(lead, at => at >= since && at < end) > 1;
    });
    return rated({ label: 'Bought again', leads: again }, { label: 'Bought', leads: buyers }, noneWon);
  },
};

export const dealFigures: readonly Figure[] = [
  winRateByDeals,
  averageDeal,
  salesCycle,
  weightedPipeline,
  slippingDeals,
  salesVelocity,
  repeatCustomers,
];
