// Figures of the time people stay in each stage.
import { dayMs } from '../../../shared/dates.ts';
import { type Stage, stageLabels, stages } from '../../../shared/stages.ts';
import { rowsIn } from './columns.ts';
import { type Figure, measured } from './figure.ts';
import type { Scope } from './scope.ts';
import { quantile } from './stats.ts';

/** Stays in a stage, by its place in `stages`, that ended in the span: rows of the index's stays. */
const staysIn = (scope: Scope, code: number): ArrayLike<number> =>
  scope.rows(
    `stays ${code}`,
    () => {
      const byDay = scope.index.staysByDay[code];
      return byDay === undefined ? [] : rowsIn(byDay, scope.fromDay, scope.toDay);
    },
    row => scope.index.stays.lead[row] ?? 0,
  );

const timeIn = (stage: Stage, placement: Pick<Figure['placement'], 'order' | 'as'>): Figure => {
  const code = stages.indexOf(stage);
  const { label } = stageLabels[stage];
  return {
    id: `time-in-${stage}`,
    placement: { section: 'funnel', ...placement },
    label: `Time in ${label}`,
    group: 'time',
    unit: 'days',
    meaning: `For the people who left ${label} in the period: how many days they had been there.`,
    formula:
      'Median of (left - entered), in days of 24 hours, over the stays that ended in the period. A skipped stage has no stay; a lead that came back has one more.',
    nLabel: `stays in ${label} that ended in the period`,
    over: 'pooled',
    series: false,
    compute: scope => {
      const { stays: all } = scope.index;
      const rows = staysIn(scope, code);
      const n = rows.length;
      const durations = new Float64Array(n);
      const leads: number[] = [];
      const isListed = new Uint8Array(scope.index.leadCount);
      for (let i = 0; i < n; i++) {
        const row = rows[i] ?? 0;
        durations[i] = ((all.end[row] ?? 0) - (all.start[row] ?? 0)) / dayMs;
        const lead = all.lead[row] ?? 0;
        if (isListed[lead] !== 1) leads.push(lead);
        isListed[lead] = 1;
      }
      durations.sort();
      return {
        measure: measured(
          n === 0 ? null : quantile(durations, 0.5),
          n,
          n === 0 ? `No one moved on from ${label} in the period` : null,
        ),
        sets: { counted: { label: `Left ${label}`, leads } },
        durations,
      };
    },
  };
};

/** Customer is left out: it is where the way ends. So are Disqualified and Lost. */
export const stageTimeFigures: readonly Figure[] = [
  timeIn('stranger', { order: 1, as: 'stage' }),
  timeIn('visitor', { order: 2, as: 'stage' }),
  timeIn('lead', { order: 3, as: 'stage' }),
  timeIn('mql', { order: 4, as: 'stage' }),
  timeIn('sql', { order: 5, as: 'stage' }),
  timeIn('opportunity', { order: 6, as: 'stage' }),
  timeIn('nurture', { order: 7 }),
];
