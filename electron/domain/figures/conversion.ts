// Conversion figures from MQL to customer: volume, cohort and period rates, time to conversion.

import { dayMs } from '../../../shared/dates.ts';
import { rowsIn } from './columns.ts';
import { compared, counted, type Figure, rated, timed } from './figure.ts';
import { maturedDays, type StageStep } from './maturity.ts';
import { entered, firstAt, type Leads, pick, reached, type Scope } from './scope.ts';

const mqlToSql: StageStep = { from: 'mql', to: 'sql', fallbackDays: 30 };
const sqlToCustomer: StageStep = { from: 'sql', to: 'customer', fallbackDays: 90 };

export const mqlVolume: Figure = {
  id: 'mql-volume',
  placement: { section: 'figures', group: 'Volume and time', order: 1, trend: true, minutes: true },
  label: 'MQL volume',
  group: 'volume',
  unit: 'leads',
  meaning: 'How many people became MQL in the period. Each person counts once, at the first time.',
  formula: 'Leads whose first stage change to MQL or beyond is in the period.',
  nLabel: 'people who became MQL in the period',
  over: 'sum',
  series: true,
  compute: scope => counted({ label: 'Became MQL', leads: entered(scope, 'mql') }),
};

export const mqlToSqlCohort: Figure = {
  id: 'mql-to-sql-cohort',
  placement: { section: 'figures', group: 'MQL to SQL', titled: true, order: 4, trend: true, minutes: true },
  label: 'MQL to SQL, by MQL cohort',
  group: 'rates',
  unit: 'share',
  meaning:
    'Of the people who became MQL in the period, the share that sales has accepted so far. The newest have had little time.',
  formula:
    'People who became MQL in the period and have reached SQL or beyond so far / people who became MQL in the period. The interval is the 95 % Wilson interval.',
  source: 'Published benchmarks for MQL to SQL range from 13 to 31 %, by kind of business and source of leads.',
  nLabel: 'people who became MQL in the period',
  over: 'pooled',
  series: true,
  maturesTo: mqlToSql,
  targetRange: settings => settings.benchmark,
  compute: scope => {
    const cohort = entered(scope, 'mql');
    return rated(
      { label: 'Reached SQL', leads: reached(scope, cohort, 'sql') },
      { label: 'Became MQL', leads: cohort },
      'No new MQLs in the period',
    );
  },
};

export const mqlToSqlPeriod: Figure = {
  id: 'mql-to-sql-period',
  placement: { section: 'figures', group: 'MQL to SQL', titled: true, order: 5 },
  label: 'MQL to SQL, in the period',
  group: 'rates',
  unit: 'times',
  meaning:
    'People who became SQL in the period, compared with people who became MQL in it. They are partly different people, so the rate can exceed 100 % and has no interval.',
  formula: 'First entries to SQL in the period / first entries to MQL in the period.',
  nLabel: 'people who became MQL in the period',
  over: 'pooled',
  series: true,
  compute: scope =>
    compared(
      { label: 'Became SQL', leads: entered(scope, 'sql') },
      { label: 'Became MQL', leads: entered(scope, 'mql') },
      'No new MQLs in the period',
    ),
};

const maturedWeeks = 12;

/** The rate of the last weeks that have had the usual time: the one to judge by, where a single week holds few people. */
const matured = (
  cohort: Figure,
  step: StageStep,
  text: Pick<Figure, 'id' | 'placement' | 'label' | 'nLabel'>,
): Figure => ({
  ...text,
  group: 'rates',
  unit: 'share',
  meaning: `${cohort.label}, over the last ${maturedWeeks} matured weeks: each MQL has had the time that nine of ten conversions needed.`,
  formula: cohort.formula,
  ...(cohort.source === undefined ? {} : { source: cohort.source }),
  over: 'pooled',
  series: false,
  ...(cohort.targetRange === undefined ? {} : { targetRange: cohort.targetRange }),
  compute: scope => cohort.compute(scope.over(maturedDays(scope.index, step, scope.toDay, maturedWeeks))),
});

export const mqlToSqlMatured = matured(mqlToSqlCohort, mqlToSql, {
  id: 'mql-to-sql-settled',
  placement: { section: 'figures', group: 'MQL to SQL', titled: true, order: 6, minutes: true },
  label: `MQL to SQL, last ${maturedWeeks} matured weeks`,
  nLabel: 'people who became MQL in those weeks',
});

export const sqlToCustomerCohort: Figure = {
  id: 'sql-to-customer-cohort',
  placement: { section: 'figures', group: 'SQL to customer', titled: true, order: 7, trend: true },
  label: 'SQL to customer, by SQL cohort',
  group: 'rates',
  unit: 'share',
  meaning: 'Of the people who became SQL in the period, the share that has bought so far.',
  formula:
    'People who became SQL in the period and have become customer so far / people who became SQL in the period. The interval is the 95 % Wilson interval.',
  nLabel: 'people who became SQL in the period',
  over: 'pooled',
  series: true,
  maturesTo: sqlToCustomer,
  compute: scope => {
    const cohort = entered(scope, 'sql');
    return rated(
      { label: 'Became customer', leads: reached(scope, cohort, 'customer') },
      { label: 'Became SQL', leads: cohort },
      'No new SQLs in the period',
    );
  },
};

export const sqlToCustomerPeriod: Figure = {
  id: 'sql-to-customer-period',
  placement: { section: 'figures', group: 'SQL to customer', titled: true, order: 8 },
  label: 'SQL to customer, in the period',
  group: 'rates',
  unit: 'times',
  meaning:
    'People who became customer in the period, compared with people who became SQL in it. They are partly different people, so the rate can exceed 100 % and has no interval.',
  formula: 'First entries to Customer in the period / first entries to SQL in the period.',
  nLabel: 'people who became SQL in the period',
  over: 'pooled',
  series: true,
  compute: scope =>
    compared(
      { label: 'Became customer', leads: entered(scope, 'customer') },
      { label: 'Became SQL', leads: entered(scope, 'sql') },
      'No new SQLs in the period',
    ),
};

export const newCustomers: Figure = {
  id: 'new-customers',
  placement: { section: 'figures', group: 'Volume and time', order: 2, minutes: true },
  label: 'New customers',
  group: 'volume',
  unit: 'leads',
  meaning: 'How many people became customer in the period. Each person counts once, at the first time.',
  formula: 'Leads whose first purchase that stands is in the period. A purchase that was undone does not count.',
  nLabel: 'people who became customer in the period',
  over: 'sum',
  series: false,
  compute: scope => counted({ label: 'Became customer', leads: entered(scope, 'customer') }),
};

/** Leads moved to Lost in the span that had not bought by its end. */
export const lost = (scope: Scope): Leads =>
  scope.rows('lost', () => {
    const { index } = scope;
    const moves = rowsIn(index.lossesByDay, scope.fromDay, scope.toDay);
    const leads = new Set(Array.from(moves, row => index.losses.lead[row] ?? 0));
    return [...leads].filter(lead => {
      const bought = firstAt(index, lead, 'customer');
      return Number.isFinite(bought) ? index.zone.dayAt(bought) >= scope.toDay : bought > 0;
    });
  });

export const sqlToCustomerMatured = matured(sqlToCustomerCohort, sqlToCustomer, {
  id: 'sql-to-customer-settled',
  placement: { section: 'figures', group: 'SQL to customer', titled: true, order: 9 },
  label: `SQL to customer, last ${maturedWeeks} matured weeks`,
  nLabel: 'people who became SQL in those weeks',
});

export const winRate: Figure = {
  id: 'win-rate',
  placement: { section: 'figures', group: 'Wins and costs', order: 10, minutes: true },
  label: 'Win rate',
  group: 'rates',
  unit: 'share',
  meaning: 'Of the people won or lost in the period, the share won.',
  formula:
    'New customers / (new customers + lost). Lost: moved to Lost in the period and no customer by its end. The interval is the 95 % Wilson interval.',
  nLabel: 'people won or lost in the period',
  over: 'pooled',
  series: true,
  compute: scope => {
    const won = entered(scope, 'customer');
    const gone = lost(scope);
    const answer = rated(
      { label: 'Became customer', leads: won },
      { label: 'Won or lost', leads: [...Array.from(won), ...Array.from(gone)] },
      'No one was won or lost in the period',
    );
    return { ...answer, sets: { ...answer.sets, lost: { label: 'Lost', leads: gone } } };
  },
};

export const timeToConversion: Figure = {
  id: 'time-to-conversion',
  placement: { section: 'figures', group: 'Volume and time', order: 3 },
  label: 'Time to conversion',
  group: 'time',
  unit: 'days',
  meaning: 'For the people who became customer in the period: days from becoming MQL to becoming customer.',
  formula:
    'Median of (first entry to Customer - first entry to MQL), in days of 24 hours. A customer who was never MQL before counts 0 days.',
  nLabel: 'people who became customer in the period',
  over: 'pooled',
  series: false,
  compute: scope => {
    const leads = entered(scope, 'customer');
    const known = pick(leads, lead => Number.isFinite(firstAt(scope.index, lead, 'mql')));
    const days = (lead: number) => (firstAt(scope.index, lead, 'customer') - firstAt(scope.index, lead, 'mql')) / dayMs;
    const atOnce = known.filter(lead => days(lead) === 0).length;
    const unknown = leads.length - known.length;
    const notes = [
      ...(atOnce > 0 ? [`${atOnce} of ${known.length} became MQL and customer at the same time.`] : []),
      ...(unknown > 0
        ? [`${unknown} more ${unknown === 1 ? 'customer has' : 'customers have'} no known MQL date.`]
        : []),
    ];
    return {
      ...timed({ label: 'Became customer', leads: known }, days, 'No new customers in the period'),
      notes,
    };
  },
};

const lateWeeks = 52;

/** A week has a customer or two; the shape of how long it takes is seen over a year. */
export const timeToConversionLately: Figure = {
  ...timeToConversion,
  id: 'time-to-conversion-lately',
  placement: { section: 'trends', order: 1, as: 'distribution' },
  label: `Time to conversion, last ${lateWeeks} weeks`,
  meaning: `For the people who became customer in the ${lateWeeks} weeks up to the end of the period: days from becoming MQL to becoming customer.`,
  nLabel: 'people who became customer in those weeks',
  compute: scope => timeToConversion.compute(scope.over({ fromDay: scope.toDay - 7 * lateWeeks, toDay: scope.toDay })),
};

export const conversionFigures: readonly Figure[] = [
  mqlVolume,
  newCustomers,
  mqlToSqlCohort,
  mqlToSqlPeriod,
  mqlToSqlMatured,
  sqlToCustomerCohort,
  sqlToCustomerPeriod,
  sqlToCustomerMatured,
  winRate,
  timeToConversion,
  timeToConversionLately,
];
