// How long an MQL has waited for sales, against what was promised.
import type { Wait } from '../../../shared/contract/board.ts';
import type { Settings } from '../../../shared/workspace.ts';

/** "for 9 h, answer within 24 h"; "for 30 h, 6 h late"; "touched, still to be answered". */
export function clockText(
  wait: Wait,
  { answerWithinHours, answerAtMostHours }: Pick<Settings, 'answerWithinHours' | 'answerAtMostHours'>,
): string {
  const hours = Math.floor(wait.hours);
  const long = hours >= 72 ? `${Math.floor(hours / 24)} days` : `${hours} h`;
  if (wait.touchedAt !== null) return `contacted, not answered for ${long}`;
  if (hours > answerAtMostHours) return `for ${long}; maximum ${answerAtMostHours} h`;
  if (hours > answerWithinHours) return `for ${long}, ${hours - answerWithinHours} h late`;
  return `for ${long}, answer within ${answerWithinHours} h`;
}
