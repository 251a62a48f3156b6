// What stands in a notification: plain words, and no names or texts where the owner wants none on the screen.
import type { PlainDate } from '../../../shared/dates.ts';
import { stepText } from '../../../shared/next-step.ts';
import type { Notice, RemindedStep } from './plan.ts';

export type NoticeText = { readonly title: string; readonly body: string };

/** Steps named in one notification. */
const mostNamed = 3;

const whoOf = ({ name, company }: RemindedStep): string => (company === null ? name : `${name}, ${company}`);
const lineOf = (step: RemindedStep): string => `${step.name}: ${stepText(step)}`;

export type NoticeStyle = {
  /** Whether names and texts may stand on the screen. */
  readonly names: boolean;
  readonly today: PlainDate;
  /** A day in the owner's language. */
  readonly dateText: (date: PlainDate) => string;
};

const whenOf = ({ on, time }: RemindedStep, { today, dateText }: NoticeStyle): string =>
  [on === today ? null : dateText(on), time].filter(part => part !== null).join(', ');

function listed(steps: readonly RemindedStep[], names: boolean): string {
  if (!names) return 'Open Ripen to see them.';
  const more = steps.length - mostNamed;
  return [...steps.slice(0, mostNamed).map(lineOf), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

const counted = (steps: readonly RemindedStep[]): string =>
  steps.length === 1 ? '1 next step' : `${steps.length} next steps`;

/** The words of a notice. */
export function noticeText(notice: Notice, style: NoticeStyle): NoticeText {
  const { names, today } = style;
  switch (notice.kind) {
    case 'step': {
      const { step, late } = notice;
      const when = whenOf(step, style);
      const title = names ? stepText(step) : 'Next step';
      return {
        title: late ? `Missed: ${names ? title : title.toLowerCase()}` : title,
        body: names
          ? [whoOf(step), when].filter(Boolean).join(' · ')
          : [when, 'Open Ripen to see it.'].filter(Boolean).join(' · '),
      };
    }
    case 'several': {
      const { steps, late } = notice;
      return {
        title: late ? `${counted(steps)} came due while Ripen could not remind you` : `${counted(steps)} due now`,
        body: listed(steps, names),
      };
    }
    case 'day':
      // Those of days off wait for the next day.
      return {
        title: `${counted(notice.steps)} due${notice.steps.every(({ on }) => on === today) ? ' today' : ''}`,
        body: listed(notice.steps, names),
      };
    case 'meeting':
      return { title: 'Weekly review', body: `At ${notice.time}. The agenda is ready in Ripen.` };
    default:
      return notice satisfies never;
  }
}
