// The next steps of which a reminder may be due by tomorrow: what is settled is not read, however much of it there is.
import { addDays, dayMs, type PlainDate } from '../../shared/dates.ts';
import type { ReminderSettings } from '../../shared/reminders.ts';
import type { Reader } from '../db/file/handle.ts';
import { datedStepsOf, stepsDueAfter } from '../db/tables/dated-steps.ts';
import { isReckonedBy, type RemindedStep, type ReminderState } from '../domain/reminders/plan.ts';
import type { Zone } from '../domain/zone.ts';

/** Steps read at once: more due at one time are told by the next look. */
const mostRead = 5000;
/** What is older is not told. */
const oldestDays = 366;
/** Clocks that change make times on one day stand for others, by no more than this, in ms. */
const clockChangeMs = 3 * 60 * 60_000;

export type RemindedQuestion = {
  readonly state: ReminderState;
  readonly settings: ReminderSettings;
  readonly zone: Zone;
  /** UTC ms. */
  readonly now: number;
};

/** The day and time after which steps are not settled. */
function settledBy({ state, settings, zone, now }: RemindedQuestion): {
  readonly on: PlainDate;
  readonly time: string;
} {
  const upTo = Math.max(Math.min(state.upTo, now), now - oldestDays * dayMs);
  const changes = zone.offsetAt(upTo - clockChangeMs) !== zone.offsetAt(upTo + clockChangeMs);
  // Another zone or hour of the morning may have had what was settled still ahead.
  if (changes || !isReckonedBy(state, settings, zone)) return { on: addDays(zone.dateAt(upTo), -2), time: '' };
  const minute = zone.minuteAt(upTo);
  const two = (value: number) => String(value).padStart(2, '0');
  return { on: zone.dateAt(upTo), time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}` };
}

/** `cutAfter`: the last one that was read, where there are more. */
export function remindedSteps(
  db: Reader,
  question: RemindedQuestion,
  most = mostRead,
): { readonly steps: readonly RemindedStep[]; readonly cutAfter: RemindedStep | null } {
  const { state, settings, zone, now } = question;
  const to = addDays(zone.dateAt(now), 1);
  const found = stepsDueAfter(db, { ...settledBy(question), to, morning: settings.morning }, most);
  const again = datedStepsOf(
    db,
    state.snoozed.map(({ leadId }) => leadId),
  );
  return { steps: [...again, ...found], cutAfter: found.length < most ? null : (found.at(-1) ?? null) };
}
