// A stage change in words: what it was, and by what.
import { disqualifyReasons, lostReasons, rejectReasons, stageLabels } from '../../../shared/stages.ts';
import type { LeadDetail } from './lead-detail.ts';

const reasons: Readonly<Record<string, string>> = { ...rejectReasons, ...disqualifyReasons, ...lostReasons };

/** "MQL, by score", "Back to Nurture: no budget", "Came in as Lead". */
export function changeText({ from, to, cause, reason }: LeadDetail['stageChanges'][number]): string {
  const label = stageLabels[to].label;
  const why = reason === null ? '' : `: ${(reasons[reason] ?? reason).toLowerCase()}`;
  switch (cause) {
    case 'created':
      return `Added as ${label}`;
    case 'opening':
      return `Was ${label} when the file was imported`;
    case 'score':
      return `${label}, by score`;
    case 'activity':
      return `${label}, by activity`;
    case 'import':
      return from === null ? `Imported as ${label}` : `${label}, by import${why}`;
    case 'hand':
      return `${from === null ? '' : `${stageLabels[from].label} to `}${label}${why}`;
    default:
      return cause satisfies never;
  }
}
