// One thing changed in a setting that is a list or a table: "add Sunday", "at most five SQLs". Never the whole of it.
import type { AssignmentRule } from './assignment.ts';
import type { PlainDate } from './dates.ts';
import type { Stage } from './stages.ts';
import type { FirstStep, Settings } from './workspace.ts';

export type SettingsChange =
  | { readonly what: 'free-weekday'; readonly day: number; readonly on: boolean }
  | { readonly what: 'holiday'; readonly date: PlainDate; readonly on: boolean }
  /** Null: no limit. */
  | { readonly what: 'stage-limit'; readonly stage: Stage; readonly most: number | null }
  | { readonly what: 'probability'; readonly stage: Stage; readonly percent: number | null }
  | { readonly what: 'first-step'; readonly step: FirstStep }
  | { readonly what: 'assign-how'; readonly how: Settings['assignment']['how'] }
  | { readonly what: 'assign-otherwise'; readonly otherwise: Settings['assignment']['otherwise'] }
  | { readonly what: 'away'; readonly memberId: string; readonly on: boolean }
  | { readonly what: 'rule-add'; readonly rule: AssignmentRule }
  /** Rules have no ids: `at` is the place, from 0. */
  | { readonly what: 'rule-change'; readonly at: number; readonly change: Partial<AssignmentRule> }
  | { readonly what: 'rule-raise'; readonly at: number }
  | { readonly what: 'rule-remove'; readonly at: number };

/** A set as a list: with `one` in it or not, in order. */
export const withOne = <T>(list: readonly T[], one: T, on: boolean): T[] =>
  on ? [...list.filter(other => other !== one), one] : list.filter(other => other !== one);

/** The settings that the change touches, as they are after it. */
export function changedSettings(settings: Settings, change: SettingsChange): Partial<Settings> {
  const { assignment } = settings;
  const { rules } = assignment;
  const assign = (part: Partial<Settings['assignment']>) => ({ assignment: { ...assignment, ...part } });
  switch (change.what) {
    case 'free-weekday':
      return { freeWeekdays: withOne(settings.freeWeekdays, change.day, change.on).toSorted((a, b) => a - b) };
    case 'holiday':
      return { holidays: withOne(settings.holidays, change.date, change.on).toSorted() };
    case 'stage-limit':
      return { stageLimits: withNumber(settings.stageLimits, change.stage, change.most) };
    case 'probability':
      return { probabilities: withNumber(settings.probabilities, change.stage, change.percent) };
    case 'first-step':
      return { stepsDone: withOne(settings.stepsDone, change.step, true) };
    case 'assign-how':
      return assign({ how: change.how });
    case 'assign-otherwise':
      return assign({ otherwise: change.otherwise });
    case 'away':
      return assign({ away: withOne(assignment.away, change.memberId, change.on) });
    case 'rule-add':
      return assign({ rules: [...rules, change.rule] });
    case 'rule-change':
      return assign({ rules: rules.map((rule, at) => (at === change.at ? { ...rule, ...change.change } : rule)) });
    case 'rule-raise':
      return assign({
        rules: rules.toSpliced(change.at - 1, 2, ...rules.slice(change.at - 1, change.at + 1).toReversed()),
      });
    case 'rule-remove':
      return assign({ rules: rules.toSpliced(change.at, 1) });
    default:
      return change satisfies never;
  }
}

type Numbers = Readonly<Partial<Record<Stage, number>>>;
function withNumber(numbers: Numbers, stage: Stage, number: number | null): Partial<Record<Stage, number>> {
  const { [stage]: _, ...others } = numbers;
  return number === null ? others : { ...others, [stage]: number };
}
