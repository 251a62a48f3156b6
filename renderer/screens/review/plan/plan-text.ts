// A plan in sentences: on the screen, on paper and in the minutes alike.
import { countText } from '../../../../shared/count-text.ts';
import type {
  CarriedLevers,
  CarriedPlan,
  PastPlan,
  Plan,
  PlanGoal,
  PlanLack,
  PlanProgress,
} from '../../../../shared/plan.ts';
import type { Format } from '../../../ui/format.tsx';

type What = PlanGoal['what'];

/** "5 new customers", "€60,000". */
export const amountText = (format: Format, what: What, amount: number): string =>
  what === 'customers'
    ? countText(format.whole(amount), 'new customer', 'new customers')
    : format.money(Math.round(amount / format.unit) * format.unit);

/** "5 new customers by 31 Mar". */
export const goalText = (format: Format, { what, amount, by }: PlanGoal): string =>
  `${amountText(format, what, amount)} by ${format.date(by)}`;

/** "2 to 7", "€1,000 to €4,000"; one number where both are the same. */
export function rangeText(
  format: Format,
  what: What,
  { low, high }: { readonly low: number; readonly high: number },
): string {
  const write = (value: number) => (what === 'customers' ? format.whole(value) : amountText(format, what, value));
  return write(low) === write(high) ? write(low) : `${write(low)} to ${write(high)}`;
}

/** A chance that is simulated is never sure. */
export const chanceText = (format: Format, chance: number): string =>
  chance > 0.99
    ? `over ${format.percent(0.99)}`
    : chance < 0.01
      ? `below ${format.percent(0.01)}`
      : format.percent(chance);

/** "5 new customers by 31 Mar: the chance is 34 %. Likely: 2 to 7 (80 %)." */
export const likelyText = (
  format: Format,
  goal: PlanGoal,
  { chance, likely }: Pick<Plan, 'chance' | 'likely'>,
): string =>
  `${goalText(format, goal)}: the chance is ${chanceText(format, chance)}. Likely: ${rangeText(format, goal.what, likely)} (80 %).`;

/** "For a chance of 80 % it takes 3.5 new leads, 1.2 MQLs and 0.8 SQLs a week." */
export function neededText(format: Format, { times, rows }: Plan): string {
  if (times === null) return 'More leads alone do not get there in this time. Choose a later day or a smaller goal.';
  if (times === 0) return 'What is in the pipeline is enough for a chance of 80 %, without a new lead.';
  const [lead, mql, sql] = rows.map(({ needed }) => format.decimal(needed ?? 0));
  // Against the pace of now: `times` is against the levers' own.
  const [row] = rows;
  const share = row && row.needed !== null && row.now > 0 ? row.needed / row.now : times;
  const change =
    share > 1.05
      ? `${format.percent(share - 1)} more new leads than now`
      : share < 0.95
        ? `${format.percent(1 - share)} fewer new leads than now are enough`
        : 'about as many new leads as now';
  return `For a chance of 80 % it takes ${countText(lead ?? '', 'new lead', 'new leads')}, ${countText(mql ?? '', 'MQL', 'MQLs')} and ${countText(sql ?? '', 'SQL', 'SQLs')} a week: ${change}.`;
}

const lackTexts: Readonly<Record<PlanLack['what'], readonly [one: string, many: string]>> = {
  weeks: ['week of records', 'weeks of records'],
  leads: ['new lead of the last year with a day', 'new leads of the last year with a day'],
  mqls: ['lead that became MQL', 'leads that became MQL'],
  sqls: ['MQL that became SQL', 'MQLs that became SQL'],
  customers: ['customer with a day of purchase', 'customers with a day of purchase'],
  amounts: ['won deal with an amount', 'won deals with an amount'],
};

/** "2 customers with a day of purchase; it takes 5." */
export const lackText = (format: Format, { what, have, need }: PlanLack): string =>
  `${have === 0 ? 'No' : format.whole(have)} ${have === 1 ? lackTexts[what][0] : lackTexts[what][1]}; it takes ${format.whole(need)}.`;

/** "9 of 12 months were within what would have been said." */
export function pastText(format: Format, months: readonly PastPlan[]): string {
  const inside = months.filter(({ low, high, was }) => was >= low && was <= high).length;
  return `In ${format.whole(inside)} of the last ${countText(format.whole(months.length), 'month', 'months')} the number was within what would have been said at the beginning; about eight of ten should be.`;
}

/** "60 % accepted by sales, 90 % answered in time, 12 leads in 4 weeks from Fairs"; null where no lever was moved. */
export function leversText(format: Format, levers: CarriedLevers | undefined): string | null {
  const parts = [
    levers?.acceptance == null ? null : `${format.percent(levers.acceptance)} accepted by sales`,
    levers?.inTime == null ? null : `${format.percent(levers.inTime)} answered in time`,
    ...(levers?.channels ?? []).map(
      ({ label, aWeek }) => `${countText(format.whole(aWeek * 4), 'lead', 'leads')} in 4 weeks from ${label}`,
    ),
  ].filter(part => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** A plan in a line of a decision: "5 new customers by 31 Mar, chance 34 % with 60 % accepted by sales, needs 1.2 MQLs a week". */
export function carriedText(format: Format, { goal, chance, mqls, sqls, levers }: CarriedPlan): string {
  const needs =
    mqls === null || sqls === null
      ? ''
      : `, needs ${countText(format.decimal(mqls), 'MQL', 'MQLs')} and ${countText(format.decimal(sqls), 'SQL', 'SQLs')} a week`;
  const moved = leversText(format, levers);
  return `${goalText(format, goal)}, chance ${chanceText(format, chance)}${moved === null ? '' : ` with ${moved}`}${needs}`;
}

/** "Plan: 2 of 5 new customers by 31 Mar so far. 0.8 MQLs a week instead of 1.2 ... The chance is now 20 %, was 34 %." */
export function progressText(format: Format, plan: CarriedPlan, progress: PlanProgress): string {
  const { goal } = plan;
  const of = `${goal.what === 'customers' ? format.whole(progress.came) : amountText(format, goal.what, progress.came)} of ${goalText(format, goal)} so far.`;
  const pace =
    plan.mqls === null || plan.sqls === null
      ? ''
      : ` Each week ${countText(format.decimal(progress.mqls), 'MQL', 'MQLs')} (planned ${format.decimal(plan.mqls)}) and ${countText(format.decimal(progress.sqls), 'SQL', 'SQLs')} (planned ${format.decimal(plan.sqls)}).`;
  const moved = leversText(format, plan.levers);
  const chance =
    progress.came >= goal.amount
      ? ' The goal is reached.'
      : progress.chance === null
        ? ' Its day is past, or there are too few records to tell the chance.'
        : ` The chance is ${chanceText(format, progress.chance)} now, and was ${chanceText(format, plan.chance)}${moved === null ? '' : `, both with ${moved}`}.`;
  return `${of}${pace}${chance}`;
}
