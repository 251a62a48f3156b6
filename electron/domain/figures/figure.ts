// Definition of a figure: labels, and a function from the people of a span to a number and its lists.
import type { FigureValue, Measure, Placement, Unit } from '../../../shared/figures.ts';
import type { StageStep } from './maturity.ts';
import type { FigureSettings, Leads, Scope } from './scope.ts';
import { quantile, wilson } from './stats.ts';

/** Leads behind a number. */
export type LeadSet = { readonly label: string; readonly leads: Leads };

export type Answer = {
  readonly measure: Measure;
  readonly sets: Readonly<Record<string, LeadSet>>;
  /** Sorted; only where the figure is a middle of many durations. */
  readonly durations?: Float64Array;
  readonly notes?: readonly string[];
};

/** Where a figure stands on the screen and on paper. */
export type FigurePlace = {
  readonly section: Placement['section'];
  /** Name of the figures that stand together; on the screen a heading only where `titled`. */
  readonly group?: string;
  readonly titled?: true;
  /** Order in the section, across its groups. */
  readonly order: number;
  /** `number` unless said otherwise. */
  readonly as?: Placement['as'];
  /** Always drawn over time, rather than on request. */
  readonly trend?: true;
  /** Named in the minutes that go out by e-mail. */
  readonly minutes?: true;
};

export type Figure = {
  readonly id: string;
  readonly placement: FigurePlace;
  readonly label: string;
  readonly group: FigureValue['group'];
  readonly unit: Unit;
  readonly meaning: string;
  readonly formula: string;
  readonly source?: string;
  readonly nLabel: string;
  readonly compute: (scope: Scope) => Answer;
  /** `sum`: grows with the span, so the usual value is the mean of the periods; `pooled`: the value of all of them together. */
  readonly over: 'sum' | 'pooled';
  /** Draw it over the last periods. */
  readonly series: boolean;
  /** For a cohort's rate: the step whose usual length says whether the cohort is still young. */
  readonly maturesTo?: StageStep;
  readonly targetRange?: (settings: FigureSettings) => FigureValue['targetRange'];
};

const measure = (value: number | null, n: number, rest: Partial<Measure> = {}): Measure => ({
  value,
  n,
  numerator: null,
  interval: null,
  why: null,
  ...rest,
});

/** A number that is neither a count of leads nor a share; `why` where there is none. */
export const measured = (value: number | null, n: number, why: string | null = null): Measure =>
  measure(value, n, { why });

/** A number of leads. */
export const counted = (set: LeadSet): Answer => ({
  measure: measure(set.leads.length, set.leads.length),
  sets: { counted: set },
});

/** A share: `numerator` are some of `of`. */
export function rated(numerator: LeadSet, of: LeadSet, why: string): Answer {
  const n = of.leads.length;
  const k = numerator.leads.length;
  return {
    measure: measure(n === 0 ? null : k / n, n, { numerator: k, interval: wilson(k, n), why: n === 0 ? why : null }),
    sets: { numerator, of },
  };
}

/** A ratio of two sets that are not part of one another: it has no interval and may exceed 1. */
export function compared(numerator: LeadSet, of: LeadSet, why: string): Answer {
  const n = of.leads.length;
  const k = numerator.leads.length;
  return {
    measure: measure(n === 0 ? null : k / n, n, { numerator: k, why: n === 0 ? why : null }),
    sets: { numerator, of },
  };
}

/** The median of one duration per lead. */
export function timed(set: LeadSet, durationOf: (lead: number) => number, why: string): Answer {
  const n = set.leads.length;
  const durations = new Float64Array(n);
  for (let i = 0; i < n; i++) durations[i] = durationOf(set.leads[i] ?? 0);
  durations.sort();
  return {
    measure: measure(n === 0 ? null : quantile(durations, 0.5), n, { why: n === 0 ? why : null }),
    sets: { counted: set },
    durations,
  };
}
