// Next steps: what your team will do with a lead, on which day, at what time, and whether it comes again.
import * as z from 'zod';
import { addDays, addMonths, enteredDateSchema, type PlainDate, plainDateSchema } from './dates.ts';
import { idSchema } from './id.ts';

export const repeatLabels = {
  day: 'every day',
  week: 'every week',
  'two-weeks': 'every two weeks',
  month: 'every month',
  quarter: 'every three months',
  year: 'every year',
} as const;
export const repeatSchema = z.enum(Object.keys(repeatLabels) as [Repeat, ...Repeat[]]);
export type Repeat = keyof typeof repeatLabels;

export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 14:30.');

/** What is planned; a step without `what` reads "Follow up", one without `on` has no day yet. */
export const plannedSchema = z.strictObject({
  what: z.string().trim().min(1).max(500).nullable(),
  on: enteredDateSchema.nullable(),
  /** Local time; only with a day. */
  time: timeSchema.nullable(),
  repeats: repeatSchema.nullable(),
});
export type PlannedStep = Readonly<z.infer<typeof plannedSchema>>;

/** A step of a lead. The first one has the lead's own id. */
export const nextStepSchema = plannedSchema.extend({ id: idSchema, on: plainDateSchema.nullable() });
export type NextStep = Readonly<z.infer<typeof nextStepSchema>>;

/** A step as it was seen. The first one's id goes on to the next one, so that an id alone does not say which step is meant. */
export const seenStepSchema = nextStepSchema.omit({ id: true });
export type SeenStep = Readonly<z.infer<typeof seenStepSchema>>;
export const seenStep = ({ what, on, time, repeats }: SeenStep): SeenStep => ({ what, on, time, repeats });

/** "Follow up" where nothing was said. */
export const stepText = ({ what }: Pick<PlannedStep, 'what'>): string => what ?? 'Follow up';

const months: Readonly<Partial<Record<Repeat, number>>> = { month: 1, quarter: 3, year: 12 };

/** The first day after `today` on which a repeating step comes again; null for one that does not repeat. */
export function nextDay({ on, repeats }: Pick<PlannedStep, 'on' | 'repeats'>, today: PlainDate): PlainDate | null {
  if (repeats === null) return null;
  const start = on ?? today;
  const after = (times: number): PlainDate => {
    const count = months[repeats];
    if (count !== undefined) return addMonths(start, count * times);
    return addDays(start, times * { day: 1, week: 7, 'two-weeks': 14 }[repeats as 'day' | 'week' | 'two-weeks']);
  };
  // Steps left for years are brought up to date, but not for ever.
  for (let times = 1; times < 5000; times += 1) {
    const next = after(times);
    if (next > today) return next;
  }
  return addDays(today, 1);
}

/** The order in which steps are to be done: by day and time; those without a day last. */
export function compareSteps(a: PlannedStep, b: PlannedStep): number {
  const key = ({ on, time }: PlannedStep) => `${on ?? '9999-99-99'} ${time ?? '99:99'}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

/** A line of a file: "2026-06-03 14:30 | every week | Call". */
export const stepLine = ({ what, on, time, repeats }: PlannedStep): string =>
  [[on, time].filter(Boolean).join(' '), repeats === null ? '' : repeatLabels[repeats], what ?? '']
    .map(part => part.replaceAll('\n', ' '))
    .join(' | ');

/** The steps of a cell that `stepLine` wrote; lines it did not write are left out. */
export function stepsOfLines(text: string): PlannedStep[] {
  return text.split('\n').flatMap(line => {
    const [when, again, ...what] = line.split('|').map(part => part.trim());
    if (when === undefined || again === undefined || what.length === 0) return [];
    const [on, time] = when.split(' ');
    const repeats = (Object.keys(repeatLabels) as Repeat[]).find(key => repeatLabels[key] === again) ?? null;
    const found = plannedSchema.safeParse({
      what: what.join(' | ') || null,
      on: on || null,
      time: time ?? null,
      repeats,
    });
    return found.success ? [found.data] : [];
  });
}
