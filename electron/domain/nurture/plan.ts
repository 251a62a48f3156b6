// When the touches of a nurture plan fall due, and which moves end a plan.
import type { PlainDate } from '../../../shared/dates.ts';
import { addDays } from '../../../shared/dates.ts';
import type { NurtureTouch, PlanEnd } from '../../../shared/nurture.ts';
import type { Stage } from '../../../shared/stages.ts';

/** Why coming to a stage ends the plan a lead is on; null: it goes on. */
export function planEnd(to: Stage): PlanEnd | null {
  switch (to) {
    case 'sql':
    case 'opportunity':
    case 'customer':
      return 'with-sales';
    case 'disqualified':
    case 'lost':
      return to;
    case 'stranger':
    case 'visitor':
    case 'lead':
    case 'mql':
    case 'nurture':
      return null;
    default:
      return to satisfies never;
  }
}

/** The plan's touches with their own dates, for somebody who begins on `startsOn`. */
export const datedTouches = (touches: readonly NurtureTouch[], startsOn: PlainDate) =>
  touches
    .toSorted((a, b) => a.day - b.day)
    .map(({ id, day, label, subject, body }) => ({
      touchId: id,
      label,
      subject,
      body,
      dueOn: addDays(startsOn, day),
    }));
