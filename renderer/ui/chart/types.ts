// What a chart is made of: named or numbered places along x, series of values, bands and marks; the same value draws the table.

import type { Stage } from '../../../shared/stages.ts';

/** A color of tokens.css. Never the only cue: every series has a fill, a dash or a shape of its own besides. */
export type Tone = 'ink' | 'ink-3' | 'accent' | 'grow' | 'grow-2' | 'ripe' | 'warn' | 'danger' | `stage-${Stage}`;

/** Null: there is no such number; drawn as a gap and written as a dash, never as 0. */
export type ChartValue = number | null;

type Common = {
  readonly label: string;
  readonly tone: Tone;
  /** How a value of this series is written; as the y axis writes it where left out. */
  readonly write?: (value: number) => string;
};

/** One bar for each place. `stack`: series of the same stack stand on one another. */
export type Bars = Common & {
  readonly kind: 'bars';
  readonly values: readonly ChartValue[];
  readonly fill?: 'solid' | 'hatched' | 'outline';
  readonly stack?: string;
  /** Bars that can still change (a period that is not over, a young cohort): drawn hatched. */
  readonly unsure?: readonly boolean[];
};

/** A line from place to place. */
export type LineSeries = Common & {
  readonly kind: 'line';
  readonly values: readonly ChartValue[];
  readonly dash?: boolean;
  /** Shape at each value, for telling lines apart without color. */
  readonly shape?: Shape;
};

/** A point with the interval it may lie in. Hollow where it can still change. */
export type Intervals = Common & {
  readonly kind: 'intervals';
  readonly values: readonly ChartValue[];
  readonly low: readonly ChartValue[];
  readonly high: readonly ChartValue[];
  readonly unsure?: readonly boolean[];
};

/** A curve over numbers; only with an x axis of numbers. `points` in the order of x. */
export type Curve = Common & {
  readonly kind: 'curve';
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly dash?: boolean;
  readonly shape?: Shape;
};

export type Shape = 'none' | 'circle' | 'rect' | 'triangle' | 'rectRot';
export type Series = Bars | LineSeries | Intervals | Curve;

export type NameAxis = {
  readonly kind: 'names';
  /** Head of the table's first column: "Week". */
  readonly label: string;
  readonly names: readonly string[];
  /** A word about a place, told on hover and in the table: "not over yet", "young". */
  readonly notes?: readonly (string | null)[];
};
export type Numbers = {
  readonly kind: 'numbers';
  readonly label: string;
  readonly write: (value: number) => string;
  readonly from?: number;
  readonly to?: number;
};

export type ChartSpec = {
  readonly title: string;
  /** One sentence that says what the picture shows: read aloud, shown beneath the title, printed. */
  readonly says: string;
  readonly x: NameAxis | Numbers;
  readonly y: {
    readonly label: string;
    readonly write: (value: number) => string;
    /** 0 where left out. */
    readonly from?: number;
    readonly to?: number;
    /** Bars grow by tenfold steps instead of evenly, and the axis has no numbers; the numbers beside the bars are the real ones. */
    readonly tenfold?: boolean;
  };
  readonly series: readonly Series[];
  /** Spans of y to be seen behind: the benchmark. */
  readonly bands?: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  /** Upright lines at a value of x (a place's number on an axis of names): the threshold as it is. */
  readonly marks?: readonly { readonly at: number; readonly label: string; readonly tone: Tone }[];
  /** Bars lie, with their names at the left: for names that are long. */
  readonly lying?: boolean;
  /** More columns of the table, a cell for each place: n, "4 of 13". Beside the bars of a lying chart too. */
  readonly columns?: readonly { readonly label: string; readonly cells: readonly string[] }[];
};

/** Place along x and number of the series that somebody picked. */
export type PickedMark = { readonly category: number; readonly series: number };
