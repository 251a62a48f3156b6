// Sentences that paper and letter share: when and how a review stands, promises, decisions that came back, items.
import { addDays } from '../../../../shared/dates.ts';
import { type ComingBack, type Promised, verdictWords } from '../../../../shared/meeting.ts';
import type { Format } from '../../../ui/format.tsx';
import type { Item, ReviewDocument } from './document.ts';

/** "Week 9 of 2026, 23 Feb to 1 Mar". */
export const periodWords = (format: Format, { figures: { period } }: ReviewDocument): string =>
  `${period.label}, ${format.date(period.from)} to ${format.date(addDays(period.to, -1))}`;

/** Whether it is closed for good, or as of when it was read. */
export function standWords(format: Format, { closedAt, asKept, figures }: ReviewDocument): string {
  const read = format.dateTime(figures.asOf);
  if (closedAt === null) return `Still open: as it stood on ${read}.`;
  const closed = `Closed on ${format.dateTime(closedAt)}.`;
  return asKept ? closed : `${closed} The figures kept then cannot be read by this Ripen; these are of ${read}.`;
}

export const promiseWords = ({ mqlsAWeek, acceptedPercent, answerHours }: Promised): readonly string[] => [
  ...(mqlsAWeek === null ? [] : [`Marketing: ${mqlsAWeek} MQLs a week`]),
  ...(acceptedPercent === null ? [] : [`Marketing: ${acceptedPercent} % of them accepted`]),
  ...(answerHours === null ? [] : [`Sales: an answer within ${answerHours} hours`]),
];

/** "Before 9.3 MQLs a week (n 37) ...; since 12 (n 48) ...". */
export function effectWords(format: Format, { before, since }: ComingBack): string {
  const part = (words: string, { mqlsAWeek, mqls, accepted, answered, weeks }: ComingBack['before']) =>
    weeks === 0
      ? `${words}: no week yet`
      : `${words}: ${format.decimal(mqlsAWeek)} MQLs a week (n ${mqls}), ${
          answered === 0
            ? 'none answered'
            : `${format.percent(accepted / answered)} accepted (${accepted} of ${answered})`
        }`;
  return `${part('Before', before)}. ${part('Since', since)}.`;
}

export const answerWords = ({ verdict, outcome }: ComingBack): string =>
  verdict === null ? 'Not answered yet.' : `${verdictWords[verdict]}.${outcome === null ? '' : ` ${outcome}`}`;

/** "Mara, by 2 Mar", "done". */
export function itemWords(format: Format, { who, dueOn, doneAt }: Item): string {
  const parts = [
    ...(who === null ? [] : [who]),
    ...(dueOn === null ? [] : [`by ${format.date(dueOn)}`]),
    ...(doneAt === null ? [] : ['done']),
  ];
  return parts.join(', ');
}

export const stateWords = { kept: 'kept', broken: 'broken', open: 'still open' } as const;
