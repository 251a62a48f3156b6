// Review: the weekly meeting before one screen, and the past ones: to be read, searched and compared.
import type { ScreenProps } from '../../parts/screen/screen-props.ts';
import { Compare } from './past/Compare.tsx';
import { PastReviews } from './past/PastReviews.tsx';
import { ReviewOfPeriod } from './ReviewOfPeriod.tsx';
import { readComparison } from './review-route.ts';

export function Review({ rest }: ScreenProps) {
  const weeks = readComparison(rest);
  if (weeks !== null) return <Compare weeks={weeks} />;
  if (rest === 'past') return <PastReviews />;
  return <ReviewOfPeriod rest={rest} />;
}
