// The planted histories plans are held to, one by one, and the goals asked of each. `npm run calibration` measures them over 1,000 seeds.
import { type Calibration, calibrate } from './plan-calibration.ts';
import type { Planted } from './planted-plan.ts';

type Case = {
  readonly history: string;
  readonly goal: string;
  readonly what: 'customers' | 'revenue';
  readonly days: number;
  readonly given: Omit<Planted, 'seed' | 'ahead'>;
};

export const calibratedCases: readonly Case[] = [
  {
    history: '8 leads a week, 80 weeks',
    goal: 'customers of 91 days',
    what: 'customers',
    days: 91,
    given: {},
  },
  { history: '8 leads a week, 80 weeks', goal: 'revenue of 91 days', what: 'revenue', days: 91, given: {} },
  { history: '8 leads a week, 80 weeks', goal: 'customers of 31 days', what: 'customers', days: 31, given: {} },
  {
    history: '4 leads a week, 40 weeks',
    goal: 'customers of 91 days',
    what: 'customers',
    days: 91,
    given: { aWeek: 4, weeks: 40 },
  },
  {
    history: '15 leads a week, 60 weeks, fewer buy',
    goal: 'customers of 182 days',
    what: 'customers',
    days: 182,
    given: { aWeek: 15, weeks: 60, shares: [0.4, 0.5, 0.5, 0.4] },
  },
  {
    history: '8 a week, half at fairs of 15, 80 weeks',
    goal: 'customers of 91 days',
    what: 'customers',
    days: 91,
    given: { fairs: 15, channels: 4 },
  },
  {
    history: '4 a week, half at fairs of 40, 60 weeks',
    goal: 'customers of 91 days',
    what: 'customers',
    days: 91,
    given: { aWeek: 4, weeks: 60, fairs: 40, channels: 4 },
  },
];

export type Calibrated = Calibration & Pick<Case, 'history' | 'goal'>;

export function calibratedAt(index: number, seeds: number): Calibrated {
  const one = calibratedCases[index];
  if (one === undefined) throw new Error(`There is no case ${index}.`);
  return { history: one.history, goal: one.goal, ...calibrate(seeds, one.what, one.days, one.given) };
}
