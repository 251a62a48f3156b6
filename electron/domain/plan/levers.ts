// Levers of a plan: what one might do otherwise, only as far as the own records have seen it.
import type { Draws } from './draws.ts';
import type { PlanModel } from './model.ts';
import type { AnsweredMql } from './records.ts';

/** A share or a number a week: as it is, and the least and most that the records support. */
export type LeverRange = { readonly now: number; readonly least: number; readonly most: number; readonly n: number };
export type PlanLevers = {
  /** Share of the MQLs sales accepts, 0 to 1; null: as it is. */
  readonly acceptance: number | null;
  /** Share of the MQLs sales answers in time, 0 to 1; null: as it is. */
  readonly inTime: number | null;
  /** New leads a week by channel id; what is not named stays as it is. */
  readonly channels: readonly { readonly id: string; readonly aWeek: number }[];
};
export const noLevers: PlanLevers = { acceptance: null, inTime: null, channels: [] };

const windowDays = 91;
const latelyDays = 182;
const leastAnswers = 10;
const leastWindows = 2;
/** Two-sided 80 %, so that the better group is better with 90 %. */
const z90 = 1.2816;

const shareOf = (list: readonly AnsweredMql[], is: (answer: AnsweredMql) => boolean): number =>
  list.length === 0 ? 0 : list.filter(is).length / list.length;
const isAccepted = ({ accepted }: AnsweredMql) => accepted;
const isInTime = ({ inTime }: AnsweredMql) => inTime;

/** The lately measured share, and the least and greatest of quarters with at least ten answers; null with fewer than two such. */
function rangeOf({ answered, day }: PlanModel, is: (answer: AnsweredMql) => boolean): LeverRange | null {
  const windows = Array.from({ length: 8 }, (_, i) =>
    answered.filter(one => one.day > day - (i + 1) * windowDays && one.day <= day - i * windowDays),
  ).filter(list => list.length >= leastAnswers);
  const lately = answered.filter(one => one.day > day - latelyDays);
  if (windows.length < leastWindows || lately.length < leastAnswers) return null;
  const shares = windows.map(list => shareOf(list, is));
  const now = shareOf(lately, is);
  return { now, least: Math.min(now, ...shares), most: Math.max(now, ...shares), n: lately.length };
}

export const acceptanceRange = (model: PlanModel): LeverRange | null => {
  const range = rangeOf(model, isAccepted);
  return range !== null && range.now > 0 && range.most > range.least ? range : null;
};

type Answers = { readonly accepted: number; readonly n: number };
const answersOf = (list: readonly AnsweredMql[]): Answers => ({
  accepted: list.filter(isAccepted).length,
  n: list.length,
});
const fastAndSlow = ({ answered }: PlanModel) => ({
  fast: answersOf(answered.filter(isInTime)),
  slow: answersOf(answered.filter(answer => !answer.inTime)),
});

/** Null unless ten were answered in time, ten late, and those in time were accepted more often with 90 % certainty. */
export function inTimeRange(model: PlanModel): LeverRange | null {
  const { fast, slow } = fastAndSlow(model);
  const range = rangeOf(model, isInTime);
  if (range === null || fast.n < leastAnswers || slow.n < leastAnswers || range.most === range.least) return null;
  const [p, q] = [(fast.accepted + 1) / (fast.n + 2), (slow.accepted + 1) / (slow.n + 2)];
  const error = Math.sqrt((p * (1 - p)) / (fast.n + 2) + (q * (1 - q)) / (slow.n + 2));
  return p - q > z90 * error ? range : null;
}

const within = (value: number, { least, most }: LeverRange): number => Math.min(most, Math.max(least, value));

/**
 * By how much the pace from MQL to SQL is multiplied in one draw. Acceptance: the share wanted / the share now. Answers in time:
 * the mean of both groups' acceptance, each drawn from Beta(accepted + 1/2, rejected + 1/2) and the later never above the earlier,
 * with the wanted mix / the mix now. At least 1 where a lever is above what is now, so that a plan never falls by a better lever.
 */
export function acceptanceFactor(model: PlanModel, levers: PlanLevers): (random: Draws) => number {
  const acceptance = levers.acceptance === null ? null : acceptanceRange(model);
  const inTime = levers.inTime === null ? null : inTimeRange(model);
  const { fast, slow } = fastAndSlow(model);
  return random => {
    let factor = 1;
    if (acceptance && levers.acceptance !== null) factor *= within(levers.acceptance, acceptance) / acceptance.now;
    if (inTime && levers.inTime !== null) {
      const late = random.beta(slow.accepted + 0.5, slow.n - slow.accepted + 0.5);
      const early = Math.max(late, random.beta(fast.accepted + 0.5, fast.n - fast.accepted + 0.5));
      const mix = (share: number) => share * early + (1 - share) * late;
      factor *= mix(within(levers.inTime, inTime)) / Math.max(1e-9, mix(inTime.now));
    }
    return factor;
  };
}
