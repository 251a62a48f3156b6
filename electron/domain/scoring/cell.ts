// Grade of a score, such as B2: fit A to D, engagement 1 to 4. A1 is best.
import type { Score } from '../../../shared/score.ts';

/**
 * A from three quarters of the greatest possible fit, B from half, C from a quarter, D below. A lead a disqualifier speaks
 * against is D. Where no rule can give points for fit, nothing can be said: C, or D when points were taken away.
 */
export function gradeOf(fit: number, greatest: number, disqualified: boolean): Score['grade'] {
  if (disqualified) return 'D';
  if (greatest <= 0) return fit < 0 ? 'D' : 'C';
  if (fit * 4 >= greatest * 3) return 'A';
  if (fit * 2 >= greatest) return 'B';
  return fit * 4 >= greatest ? 'C' : 'D';
}

/** 1 when engagement alone reaches the threshold, 2 from half of it, 3 from a quarter, 4 below. */
export function levelOf(engagement: number, threshold: number): number {
  if (engagement >= threshold) return 1;
  if (engagement * 2 >= threshold) return 2;
  return engagement * 4 >= threshold ? 3 : 4;
}
