// The picture of all thresholds: MQLs a week along x, customers found along y, in three parts with the present point on it.
import { countText, mqlsAWeekText } from '../../../../shared/count-text.ts';
import type { ThresholdAnalysis, ThresholdPoint } from '../../../../shared/threshold.ts';
import type { ChartSpec, Curve } from '../../../ui/chart/types.ts';
import type { Format } from '../../../ui/format.tsx';

/** Points drawn at most, beside those that must be there. */
const drawn = 60;

/**
 * The thresholds worth a point, from the highest to the lowest, so that MQLs a week rise. Of thresholds that send the same
 * number of people the highest stands for all.
 */
export function pointsDrawn({ points, threshold, best, about }: ThresholdAnalysis): readonly ThresholdPoint[] {
  const step = Math.max(1, Math.ceil(points.length / drawn / 5) * 5);
  const wanted = new Set([threshold, best, about?.from, about?.to]);
  const kept = points.filter(
    point => point.threshold % step === 0 || point.threshold === 1 || wanted.has(point.threshold),
  );
  const rising = kept.toReversed();
  return rising.filter(
    (point, category) => wanted.has(point.threshold) || rising[category - 1]?.mqlsPerWeek !== point.mqlsPerWeek,
  );
}

/** The threshold whose point is drawn nearest to `mqlsPerWeek`. */
export function thresholdAt(analysis: ThresholdAnalysis, mqlsPerWeek: number): number {
  return pointsDrawn(analysis).reduce((nearest, point) =>
    Math.abs(point.mqlsPerWeek - mqlsPerWeek) < Math.abs(nearest.mqlsPerWeek - mqlsPerWeek) ? point : nearest,
  ).threshold;
}

const xy = ({ mqlsPerWeek, customers }: ThresholdPoint) => ({ x: mqlsPerWeek, y: customers });

/** Neighboring parts of the curve share their border, so that the line has no holes. */
function part(points: readonly ThresholdPoint[], from: number, to: number): Curve['points'] {
  return points.filter(({ threshold }) => threshold >= from && threshold <= to).map(xy);
}

export function thresholdChart(analysis: ThresholdAnalysis, tried: number, format: Format): ChartSpec {
  const points = pointsDrawn(analysis);
  const perWeek = (value: number) => (value < 10 ? format.decimal(value) : format.whole(Math.round(value)));
  const [lowest, highest] = [points.at(-1)?.threshold ?? 1, points[0]?.threshold ?? 1];
  const { about, best, threshold } = analysis;
  const at = (wanted: number) => analysis.points.find(point => point.threshold === wanted);
  const parts: Curve[] =
    about === null
      ? [{ kind: 'curve', label: 'Customers found', tone: 'grow', points: points.map(xy), shape: 'none' }]
      : [
          {
            kind: 'curve',
            label: 'Too high',
            tone: 'ink-3',
            dash: true,
            shape: 'none',
            points: part(points, about.to, highest),
          },
          {
            kind: 'curve',
            label: 'About right',
            tone: 'grow',
            shape: 'none',
            points: part(points, about.from, about.to),
          },
          {
            kind: 'curve',
            label: 'Too low',
            tone: 'warn',
            dash: true,
            shape: 'none',
            points: part(points, lowest, about.from),
          },
        ];
  const now = at(threshold);
  const trial = tried === threshold ? undefined : at(tried);
  const single = (
    label: string,
    point: ThresholdPoint | undefined,
    tone: Curve['tone'],
    shape: Curve['shape'],
  ): Curve[] =>
    point === undefined ? [] : [{ kind: 'curve', label, tone, ...(shape ? { shape } : {}), points: [xy(point)] }];
  const withMark = (mark: ThresholdPoint | undefined, label: string, tone: Curve['tone']) =>
    mark === undefined ? [] : [{ at: mark.mqlsPerWeek, label, tone }];
  const series = [
    ...parts,
    ...single(`Now, ${threshold}`, now, 'ripe', 'rectRot'),
    ...single(`Tried, ${tried}`, trial, 'accent', 'triangle'),
  ];
  const thresholds = [...new Set(series.flatMap(one => one.points.map(({ x }) => x)))].sort((a, b) => a - b);
  return {
    title: 'All thresholds',
    says: saysOf(analysis, format),
    x: { kind: 'numbers', label: 'MQLs a week', write: perWeek, from: 0 },
    y: { label: 'Customers found before they bought', write: format.whole },
    series,
    marks: [
      ...withMark(now, `now ${threshold}`, 'ripe'),
      ...(best === null || best === threshold ? [] : withMark(at(best), `best ${best}`, 'ink-3')),
    ],
    columns: [
      {
        label: 'Threshold',
        cells: thresholds
          .map(category => analysis.points.filter(point => point.mqlsPerWeek === category).map(p => p.threshold))
          .map(spanText),
      },
    ],
  };
}

const spanText = (thresholds: readonly number[]): string => {
  const [low, high] = [Math.min(...thresholds), Math.max(...thresholds)];
  return thresholds.length === 0 ? '–' : low === high ? String(low) : `${low} to ${high}`;
};

function saysOf(analysis: ThresholdAnalysis, format: Format): string {
  const now = analysis.points.find(({ threshold }) => threshold === analysis.threshold);
  if (!now) return '';
  const mqls = format.decimal(now.mqlsPerWeek);
  const customers = countText(format.whole(analysis.customers), 'customer', 'customers');
  return `At ${analysis.threshold}, ${mqlsAWeekText(mqls)} ${mqls === '1' ? 'includes' : 'include'} ${format.whole(now.customers)} of ${customers} before they buy. Further right, the threshold is lower: more people to call, more customers found.`;
}
