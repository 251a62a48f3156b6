// When it happened: which of the days of a line belongs to what was done.
import { addDays, daysBetween } from '../../../shared/dates.ts';
import type { FoundIn } from './find-activity.ts';
import { isBlank } from './fold.ts';
import type { FoundDate } from './found-date.ts';
import type { DividedLine } from './parts.ts';
import type { LineHome, Moment, SaidWhen } from './said.ts';

type When = { readonly when: SaidWhen; readonly used: FoundDate | null };

/** Days after which "last month" behind what a call was about may be part of that. */
const doubtfulAfter = 2;

/** When it happened: a day beside the activity, or a part that is a day and nothing else. */
export function whenOf(read: DividedLine, at: FoundIn | null, { today }: LineHome): When {
  const nothing: When = { when: { options: [], why: null }, used: null };
  // "Wants a call on Monday": what is wished for is still to come.
  const isWish = (date: FoundDate): boolean =>
    at?.found.weak === true &&
    'kind' in at.found.means &&
    at.found.means.kind === 'information' &&
    date.from > (at.found.spans[0]?.to ?? 0) &&
    date.pull !== 'past' &&
    date.future.length > 0;
  const inHead = at?.part.dates.find(date => date.to <= at.head.to && !isWish(date)) ?? null;
  const behind =
    at?.part.dates.find(
      date => date.from >= at.head.to && !isWish(date) && isBlank(read.folded.slice(date.to, at.part.to)),
    ) ?? null;
  const alone = read.parts.find(
    part => !part.isStep && part.dates.length === 1 && isBlank(read.folded.slice(part.from, part.to)),
  )?.dates[0];
  // "Fair yesterday: card from Timo": a day and hardly anything else before what happened.
  const before = at
    ? read.parts
        .slice(0, read.parts.indexOf(at.part))
        .find(
          part =>
            !part.isStep &&
            part.dates.length === 1 &&
            part.dates[0]?.pull === 'past' &&
            (read.folded.slice(part.from, part.to).match(/\p{L}+/gu) ?? []).length < 3,
        )?.dates[0]
    : undefined;
  const elsewhere = at ? null : (read.parts.find(part => !part.isStep && part.dates.length > 0)?.dates[0] ?? null);
  const date = inHead ?? alone ?? before ?? behind ?? elsewhere;
  if (!date) return nothing;
  if (date.why !== null) return { when: { options: [null], why: date.why }, used: date };
  // What is still to come did not happen: it stays in the note.
  if (date.past.length === 0) {
    return inHead === date ? { when: { options: [null], why: 'This day is still to come.' }, used: null } : nothing;
  }
  const [best] = date.past;
  const isOld = best !== undefined && daysBetween(best.date, today) > doubtfulAfter;
  const isTime = date.future[0]?.time !== null && date.past[0]?.time !== null && date.pull === null && !isOld;
  const doubtful = date === behind && !isTime && (isOld || date.pull === null);
  // A date without a year that comes again soon may be meant to come.
  const soon = date.pull === null && isOld && best !== undefined && best.date < addDays(today, -180);
  // "On Tuesday at ten to measure": with no word for what happened it may as well be to come.
  const open = !at && date.pull === null && date.future.length > 0;
  if (open) return { when: { options: [null, ...date.past], why: 'Is that the day it happened?' }, used: null };
  if (doubtful || soon) {
    const options: (Moment | null)[] = doubtful && date.pull === null ? [null, ...date.past] : [...date.past, null];
    return { when: { options, why: 'Is that the day it happened?' }, used: null };
  }
  const why = date.past.length > 1 ? 'Which day is meant?' : null;
  return { when: { options: date.past, why }, used: date };
}
