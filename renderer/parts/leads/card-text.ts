// Text of a card for screen readers, and its small labels.

import type { BoardCard } from '../../../shared/contract/board.ts';
import { dayMs } from '../../../shared/dates.ts';
import type { Format } from '../../ui/format.tsx';

/** "9 h" up to two days, then "3 d". */
export const waitText = (hours: number): string =>
  hours < 1 ? '< 1 h' : hours < 48 ? `${Math.floor(hours)} h` : `${Math.floor(hours / 24)} d`;

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** Whole days the card has been in its column. */
export const daysHere = (card: BoardCard, now: number): number =>
  Math.max(0, Math.floor((now - card.stageSince) / dayMs));

/** Everything on the card, for those who hear it. */
export function cardText(card: BoardCard, now: number, format: Format, who: string | null): string {
  const { score } = card;
  return [
    card.company && card.company !== card.name ? `${card.name}, ${card.company}` : card.name,
    `${score.total} of ${score.threshold} points, ${score.grade}${score.level}`,
    card.strongest,
    card.optedOut ? 'asked not to be contacted' : null,
    card.call === null ? null : `phone ${card.call.text}`,
    card.amount === null ? null : format.money(card.amount),
    card.wait ? waitingText(card) : `here for ${days(daysHere(card, now))}`,
    card.quietDays === null ? null : `inactive for ${days(card.quietDays)}`,
    nextStepText(card, format),
    who === null ? null : `owner ${who}`,
    card.score.cooling ? 'cooling' : null,
  ]
    .filter(Boolean)
    .join(', ');
}

/** "waiting 9 hours, longer than it should". */
export function waitingText({ wait }: Pick<BoardCard, 'wait'>): string {
  if (!wait) return '';
  const hours = `${Math.floor(wait.hours)} ${Math.floor(wait.hours) === 1 ? 'hour' : 'hours'}`;
  if (wait.touchedAt !== null) return `contacted, not answered for ${hours}`;
  const late = { 'in-time': '', late: ', longer than your target', 'too-late': ', over the maximum' }[wait.state];
  return `waiting for sales for ${hours}${late}`;
}

export function nextStepText(
  card: Pick<BoardCard, 'nextStep' | 'nextStepOn' | 'nextStepTime' | 'overdue'>,
  format: Format,
) {
  if (card.nextStep === null && card.nextStepOn === null) return null;
  const when =
    card.nextStepOn === null
      ? ''
      : ` ${format.away(card.nextStepOn)}${card.nextStepTime === null ? '' : `, ${card.nextStepTime}`}`;
  return `${card.overdue ? 'overdue' : 'next step'}: ${card.nextStep ?? 'follow up'}${when}`;
}

/** "Dana Weber" is "DW". */
export const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .filter(Boolean)
    .map(word => [...word][0]?.toLocaleUpperCase() ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('');
