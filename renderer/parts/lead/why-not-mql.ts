// Why a lead whose score is high enough is not an MQL, in one sentence for the head of the lead.
import { isEarly, stageLabels } from '../../../shared/stages.ts';
import type { Format } from '../../ui/format.tsx';
import { whyNotRipe } from '../../ui/score/bar-geometry.ts';
import type { LeadDetail } from './lead-detail.ts';

type Detail = Pick<LeadDetail, 'lead' | 'score' | 'stageChanges'>;

/** Null where the score is too low, or sales has the lead already. */
export function whyNotMql({ lead, score, stageChanges }: Detail, format: Format): string | null {
  if (!isEarly(lead.stage) || score.total < score.threshold) return null;
  const rule = whyNotRipe(score);
  if (rule !== null) return rule;
  const back = stageChanges.find(
    ({ from, to, at }) => to === lead.stage && at === lead.stageSince && from !== null && !isEarly(from),
  );
  const then = 'It becomes MQL with the next activity, or when you move it.';
  if (!back?.from) return `Enough points for MQL. ${then}`;
  return `Came back from ${stageLabels[back.from].label} on ${format.date(format.plainDate(back.at))}. ${then}`;
}

/** Whether the day on which the lead entered its stage is known: an import may know the stage alone. */
export const isStageDayKnown = ({ lead, stageChanges }: Pick<Detail, 'lead' | 'stageChanges'>): boolean =>
  stageChanges.find(change => change.to === lead.stage && change.at === lead.stageSince)?.cause !== 'opening';
