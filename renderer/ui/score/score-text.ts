// Text of the ripeness bar for screen readers, and the sentence under the strongest lines.
import type { Score } from '../../../shared/score.ts';
import { isRipe, whyNotRipe } from './bar-geometry.ts';

/** "118 of 100 points, ready for sales. Engagement 83, fit 35, cell B2." */
export function scoreText(score: Score): string {
  const parts = [`${score.total} of ${score.threshold} points${isRipe(score) ? ', ready for sales' : ''}.`];
  parts.push(`Engagement ${score.engagement}, fit ${score.fit}, grade ${score.grade}${score.level}.`);
  const note = scoreNote(score);
  if (note) parts.push(note);
  return parts.join(' ');
}

/** The one thing worth adding to the number, or null. */
export function scoreNote(score: Score): string | null {
  const against = whyNotRipe(score);
  if (against) return against;
  if (score.cooling) return 'Cooling: above the threshold before, below it now.';
  if (score.possible > score.total) return `${score.total} now, up to ${score.possible} with the missing fields.`;
  return null;
}
