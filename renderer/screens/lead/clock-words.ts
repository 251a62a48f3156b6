// How long an MQL has waited for sales, against what was promised.
import type { Settings } from '../../../shared/workspace.ts';

const hourMs = 3_600_000;

/** "for 9 h, answer within 24 h"; "for 30 h, 6 h late". `waited` in ms. */
export function clockWords(
  waited: number,
  { answerWithinHours, answerAtMostHours }: Pick<Settings, 'answerWithinHours' | 'answerAtMostHours'>,
): string {
  const hours = Math.max(0, Math.floor(waited / hourMs));
  const long = hours >= 72 ? `${Math.floor(hours / 24)} days` : `${hours} h`;
  if (hours > answerAtMostHours) return `for ${long}; the most is ${answerAtMostHours} h`;
  if (hours > answerWithinHours) return `for ${long}, ${hours - answerWithinHours} h late`;
  return `for ${long}, answer within ${answerWithinHours} h`;
}
