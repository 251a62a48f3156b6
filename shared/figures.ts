// What a figure looks like on the wire and in a closed review: value, n, interval, verdict and words, complete in itself.
import * as z from 'zod';
import { plainDateSchema } from './dates.ts';
import { funnelStages } from './stages.ts';

export const periodKinds = ['week', 'month', 'quarter', 'year'] as const;
export const periodKindSchema = z.enum(periodKinds);
export type PeriodKind = (typeof periodKinds)[number];

/** Shares between which a rate is as usual; 0.13 and 0.31 unless the owner chose others. */
export const rangeSchema = z.object({ low: z.number().min(0).max(1), high: z.number().min(0).max(1) });
export type TargetRange = Readonly<z.infer<typeof rangeSchema>>;

/** `share` is 0 to 1, `times` a ratio that may exceed 1, `money` minor units, `return` 0.5 for half as much again. */
export const unitSchema = z.enum(['leads', 'share', 'times', 'days', 'hours', 'money', 'return', 'touches', 'deals']);
export type Unit = z.infer<typeof unitSchema>;

export const figureGroups = ['volume', 'rates', 'handoff', 'time', 'money', 'effort', 'threshold'] as const;

/** Sections of the review that draw figures, in the order of the agenda. */
export const figureSections = ['figures', 'trends', 'funnel', 'handoff', 'channels', 'threshold'] as const;
export type FigureSection = (typeof figureSections)[number];

/** Where a figure stands, on the screen and on paper alike. */
export const placementSchema = z.object({
  section: z.enum(figureSections),
  /** Figures of one name stand together; empty: by themselves. Shown as a heading where `titled`. */
  group: z.string(),
  titled: z.boolean(),
  /** Order in the section. */
  order: z.int(),
  /** A number, the chart of a distribution, or the column of the funnel for its stage. */
  as: z.enum(['number', 'distribution', 'stage']),
  /** Always drawn over time, rather than on request. */
  trend: z.boolean(),
  /** Named in the minutes. */
  minutes: z.boolean(),
});
export type Placement = Readonly<z.infer<typeof placementSchema>>;

/** A number with what it stands on. */
export const measureSchema = z.object({
  /** Null: there is no such number, and `why` says why not. */
  value: z.number().nullable(),
  /** How many people, deals or touches the number stands on: the lower part of a rate. */
  n: z.int(),
  /** The upper part of a rate or ratio; null where there is none. */
  numerator: z.int().nullable(),
  /** 95 % Wilson interval; null where the number is not a share of n. */
  interval: rangeSchema.nullable(),
  /** One short sentence where there is no value: "No spend recorded". */
  why: z.string().nullable(),
});
export type Measure = Readonly<z.infer<typeof measureSchema>>;

/** What a rate says about the band. */
export const figureStatusSchema = z.object({
  /**
   * `not-below`, `not-above`: sure on one side only. `probably-inside`: the share lies inside, its interval reaches out.
   * `cannot-tell`: nothing of these can be said.
   */
  is: z.enum(['below', 'inside', 'above', 'probably-inside', 'not-below', 'not-above', 'cannot-tell']),
  /** Beside `probably-inside`: the side that is sure. */
  sure: z.enum(['not-below', 'not-above']).nullable().default(null),
  /** How many more leads it would take to tell at the same share; null when that cannot be said. */
  more: z.int().nullable(),
  because: z.enum(['nobody', 'too-few', 'immature']).nullable(),
});
export type FigureStatus = Readonly<z.infer<typeof figureStatusSchema>>;

/** Middle and shape of a number of durations, in the figure's unit. */
export const distributionSchema = z.object({
  median: z.number(),
  lowerQuartile: z.number(),
  upperQuartile: z.number(),
  mean: z.number(),
  n: z.int(),
  /** Bars `from` (included) to `to` (excluded; the last one included), without gaps. */
  bars: z.array(z.object({ from: z.number(), to: z.number(), count: z.int() })),
});
export type Distribution = Readonly<z.infer<typeof distributionSchema>>;

export const pointSchema = measureSchema.extend({
  label: z.string(),
  from: plainDateSchema,
  /** First date after the period. */
  to: plainDateSchema,
  /** The period is not over yet. */
  partial: z.boolean(),
  immature: z.boolean(),
});
export type Point = Readonly<z.infer<typeof pointSchema>>;

export const figureSchema = measureSchema.extend({
  id: z.string(),
  label: z.string(),
  group: z.enum(figureGroups),
  placement: placementSchema,
  unit: unitSchema,
  /** What it means, how it is computed, and where a benchmark comes from. */
  help: z.object({ meaning: z.string(), formula: z.string(), source: z.string().nullable() }),
  /** What n counts: "people who became MQL in the period". */
  nLabel: z.string(),
  targetRange: rangeSchema.nullable(),
  status: figureStatusSchema.extend({ text: z.string() }).nullable(),
  /** Set when most of these leads have not yet had the time that it usually takes. */
  immature: z.object({ days: z.int(), text: z.string() }).nullable(),
  /** The period before, and the mean of the four before; null when the records do not reach back so far. */
  previous: measureSchema.nullable(),
  usual: measureSchema.extend({ periods: z.int() }).nullable(),
  /** Value minus the previous one, in the figure's unit. */
  change: z.number().nullable(),
  /** Lists of leads behind the number, to be opened by key. */
  sets: z.array(z.object({ key: z.string(), label: z.string(), count: z.int() })),
  /** The same figure over the last periods, oldest first, the present one last; empty where a line would say nothing. */
  series: z.array(pointSchema),
  distribution: distributionSchema.nullable(),
  /** What a careful reader should know: holes in the records, odd cases. */
  notes: z.array(z.string()),
});
export type FigureValue = Readonly<z.infer<typeof figureSchema>>;

/** As closing stored it; before figures carried their place, without one. */
const storedFigureSchema = figureSchema.extend({ placement: placementSchema.optional() });

/** One stage of a funnel. `share` is count / count of the stage before. */
export const funnelStepSchema = z.object({
  stage: z.enum(funnelStages),
  label: z.string(),
  /** Counted, nameless people of the reach entered for the period; 0 beyond Visitor. */
  reach: z.int(),
  /** Leads with a line of their own. */
  named: z.int(),
  count: z.int(),
  share: z.number().nullable(),
});
export type FunnelStep = Readonly<z.infer<typeof funnelStepSchema>>;
export const funnelSchema = z.object({
  /** `period`: who entered each stage in it. `cohort`: those who became Lead in it, and how far they have come up to now. */
  period: z.array(funnelStepSchema),
  cohort: z.array(funnelStepSchema),
});
export type Funnel = Readonly<z.infer<typeof funnelSchema>>;

/** Figures by channel, campaign or member. Each cell is the figure of its column, for the people of its line. */
export const figureTableSchema = z.object({
  by: z.enum(['channel', 'campaign', 'member']),
  label: z.string(),
  columns: z.array(z.object({ figureId: z.string(), label: z.string(), unit: unitSchema })),
  /** Id null: the people without a channel (campaign, member). */
  rows: z.array(z.object({ id: z.string().nullable(), label: z.string(), cells: z.array(measureSchema) })),
  total: z.array(measureSchema),
});
export type FigureTable = z.infer<typeof figureTableSchema>;

/** What attribution breaks outcomes down by, and the ways in which it shares credit among the touches before one. */
export const attributionBy = ['channel', 'campaign', 'content'] as const;
export type AttributionBy = (typeof attributionBy)[number];
export const attributionModels = ['first', 'last', 'every', 'position'] as const;
export type AttributionModel = (typeof attributionModels)[number];
/** What there is credit for: people who became MQL, were accepted, became customer; and money of won deals. */
export const attributionOutcomes = ['mql', 'accepted', 'customer', 'revenue'] as const;
export type AttributionOutcome = (typeof attributionOutcomes)[number];

const outcomeNumbers = z.object({ mql: z.number(), accepted: z.number(), customer: z.number(), revenue: z.number() });

const outcomeIntervals = z.object({
  mql: rangeSchema.nullable(),
  accepted: rangeSchema.nullable(),
  customer: rangeSchema.nullable(),
});

/** Outcomes of a period shared among the channels, campaigns or content that people touched before. */
export const attributionSchema = z.object({
  by: z.enum(attributionBy),
  /** People of each outcome and won deals, however they came. `revenue`: minor units. */
  total: outcomeNumbers.extend({ deals: z.int() }),
  /** Lines that are left out for their number: those with the least credit. */
  more: z.int(),
  /** Id null: outcomes before which nothing of the kind was touched. The most credit first. */
  rows: z.array(
    z.object({
      id: z.string().nullable(),
      label: z.string(),
      /** Minor units of the period; null: none is recorded. */
      spend: z.int().nullable(),
      credits: z.object({
        first: outcomeNumbers,
        last: outcomeNumbers,
        every: outcomeNumbers,
        position: outcomeNumbers,
      }),
      /**
       * 95 % Wilson interval of the credit as a share of all outcomes; null where there are none. Of shared credit it is on the
       * safe side: what is shared varies less than what is given whole.
       */
      intervals: z.object({
        first: outcomeIntervals,
        last: outcomeIntervals,
        every: outcomeIntervals,
        position: outcomeIntervals,
      }),
      /** People (deals for revenue) who touched it before. */
      touched: outcomeNumbers,
    }),
  ),
});
export type Attribution = Readonly<z.infer<typeof attributionSchema>>;

/** Under which the people behind a credit are asked for: one figure per breakdown and model, a list per outcome. */
export const attributionFigure = (by: AttributionBy, model: AttributionModel): string => `attribution-${by}-${model}`;

/** Under which the customers without a day of purchase are asked for by name. */
export const undatedFigure = 'undated-customers';

/** What the records do not say. */
export const dataGapsSchema = z.object({
  mqlsWithoutChannel: z.object({ count: z.int(), of: z.int() }),
  /** First days of the weeks without any spend recorded, of the last weeks up to the end of the period. */
  weeksWithoutSpend: z.object({ weeks: z.array(plainDateSchema), of: z.int() }),
  /**
   * Customers whose day of purchase is not known, up to now: they belong to no period. `amount`: their won deals without a day,
   * minor units; null where none has an amount. Not there in reviews closed before Ripen counted them.
   */
  undatedCustomers: z.object({ count: z.int(), amount: z.int().nullable() }).optional(),
});
export type DataGaps = Readonly<z.infer<typeof dataGapsSchema>>;

/** Everything the review shows in figures; closing a review stores exactly this. */
export const reviewFiguresSchema = z.object({
  version: z.literal(1),
  period: z.object({
    kind: periodKindSchema,
    from: plainDateSchema,
    to: plainDateSchema,
    label: z.string(),
    partial: z.boolean(),
  }),
  /** UTC ms up to which the records were read. */
  asOf: z.int(),
  zone: z.string(),
  currency: z.string(),
  figures: z.array(figureSchema),
  funnel: funnelSchema,
  funnelByChannel: z.array(z.object({ id: z.string(), label: z.string(), funnel: funnelSchema })),
  tables: z.array(figureTableSchema),
  /** Not there in reviews closed before Ripen knew touches. */
  attribution: z.array(attributionSchema).optional(),
  dataGaps: dataGapsSchema,
  /** Leads that became MQL in the period, first ones first. */
  mqls: z.array(z.object({ leadId: z.string(), at: z.int() })),
});
export type ReviewFigures = Readonly<z.infer<typeof reviewFiguresSchema>>;

/** A closed review as it is stored. */
export const storedFiguresSchema = reviewFiguresSchema.extend({ figures: z.array(storedFigureSchema) });
export type StoredFigures = Readonly<z.infer<typeof storedFiguresSchema>>;
