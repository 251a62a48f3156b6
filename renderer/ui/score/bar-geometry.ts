// How a score becomes lengths on the ripeness bar. Pure, in percent of the bar's width.
import type { Score } from '../../../shared/score.ts';

export type BarScore = Pick<
  Score,
  'total' | 'engagement' | 'fit' | 'possible' | 'threshold' | 'minimumFit' | 'blockedBy'
>;

export type BarShape = {
  /** Length of the engagement and the fit segment, in that order. */
  readonly engagement: number;
  readonly fit: number;
  /** Points a negative part takes away: drawn hollow, after what is left. */
  readonly taken: number;
  /** What missing facts could still add: drawn hatched. */
  readonly ghost: number;
  /** Where the threshold stands. */
  readonly tick: number;
};

/** The threshold stands at two thirds of every bar, so that ticks line up down a column; scores past 150 % of it fill the bar. */
const tick = 200 / 3;

export function barShape({ engagement, fit, total, possible, threshold }: BarScore): BarShape {
  const length = (points: number) => (Math.max(0, points) / threshold) * tick;
  let room = 100;
  const cut = (points: number) => {
    const part = Math.min(room, length(points));
    room -= part;
    return part;
  };
  const loss = Math.min(engagement, 0) + Math.min(fit, 0);
  const shape = {
    engagement: cut(fit < 0 ? engagement + fit : engagement),
    fit: cut(engagement < 0 ? fit + engagement : fit),
    taken: cut(Math.min(-loss, Math.max(engagement, fit))),
  };
  return { ...shape, ghost: cut(possible - Math.max(0, total)), tick };
}

/** Ready for sales: enough points, enough fit, nothing against it. */
export const isRipe = (score: BarScore): boolean =>
  score.total >= score.threshold && score.fit >= score.minimumFit && score.blockedBy === null;

/** Why a score that is high enough is not ready; null when it is ready or not high enough. */
export function whyNotRipe(score: BarScore): string | null {
  if (score.blockedBy !== null) return score.blockedBy;
  if (score.total >= score.threshold && score.fit < score.minimumFit)
    return `Fit is ${score.fit}; an MQL needs at least ${score.minimumFit}.`;
  return null;
}
