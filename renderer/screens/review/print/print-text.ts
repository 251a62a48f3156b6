// Sentences shared by PDF and e-mail.
import { addDays } from '../../../../shared/dates.ts';
import { type ComingBack, type Decision, verdictLabels } from '../../../../shared/meeting.ts';
import type { Format } from '../../../ui/format.tsx';
import { effectRows, expectedText, progressOf } from '../meeting/effect-text.ts';
import type { Item, ReviewDocument } from './document.ts';

/** "Week 9 of 2026, 23 Feb to 1 Mar". */
export const periodText = (format: Format, { figures: { period } }: ReviewDocument): string =>
  `${period.label}, ${format.date(period.from)} to ${format.date(addDays(period.to, -1))}`;

/** Whether it is closed for good, or as of when it was read. */
export function stateText(format: Format, { closedAt, asKept, figures }: ReviewDocument): string {
  const read = format.dateTime(figures.asOf);
  if (closedAt === null) return `Not closed yet. As of ${read}.`;
  const closed = `Closed on ${format.dateTime(closedAt)}.`;
  return asKept ? closed : `${closed} This version of Ripen cannot read the figures kept then; these are from ${read}.`;
}

/** "MQLs a week: 3.5 before, 4.2 since (14 in 4 weeks, 17 in 4), about as expected." */
export const effectText = (format: Format, back: ComingBack): string =>
  [
    ...(progressOf(format, back) ?? []),
    ...effectRows(format, back).map(
      ({ label, before, since, stands, held }) =>
        `${label}: ${before} before, ${since} since (${stands})${held === null ? '' : `, ${held}`}.`,
    ),
  ].join(' ');

/** What a decision expects, its plan with it, and when it is looked at again; '' where it says neither. */
export function decisionText(format: Format, { expected, comesBack }: Decision): string {
  const expects = expectedText(format, expected);
  const parts = [
    ...(expects === null ? [] : [`expects ${expects}`]),
    ...(comesBack === null ? [] : [`returns on ${format.date(comesBack)}`]),
  ];
  return parts.join('; ');
}

export const answerText = ({ verdict, outcome }: ComingBack): string =>
  verdict === null ? 'Not answered yet.' : `${verdictLabels[verdict]}.${outcome === null ? '' : ` ${outcome}`}`;

/** "Mara, by 2 Mar", "done". */
export function itemText(format: Format, { who, dueOn, doneAt }: Item): string {
  const parts = [
    ...(who === null ? [] : [who]),
    ...(dueOn === null ? [] : [`by ${format.date(dueOn)}`]),
    ...(doneAt === null ? [] : ['done']),
  ];
  return parts.join(', ');
}

export const stateLabels = { kept: 'kept', broken: 'broken', open: 'open' } as const;
