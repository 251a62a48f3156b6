// What a decision keeps of a plan: the goal, what was said, and the levers it was said with.
import type { CarriedPlan, Plan, PlanGoal } from '../../../../shared/plan.ts';
import type { PlanRequest } from './use-plan.ts';

/** `planned`: the levers `plan` was simulated with. */
export function carriedPlan(goal: PlanGoal, plan: Plan, planned: PlanRequest['levers']): CarriedPlan {
  const [lead, mql, sql] = plan.rows.map(({ needed }) => needed);
  const { acceptance = null, inTime = null, channels = [] } = planned;
  const labelOf = (id: string) => plan.levers.channels.find(channel => channel.id === id)?.label;
  const moved = channels.flatMap(({ id, aWeek }) => {
    const label = labelOf(id);
    return label === undefined ? [] : [{ id, aWeek, label }];
  });
  return {
    goal,
    from: plan.from,
    readUntil: plan.readUntil,
    ...(acceptance !== null || inTime !== null || moved.length > 0
      ? { levers: { acceptance, inTime, channels: moved } }
      : {}),
    low: plan.likely.low,
    high: plan.likely.high,
    chance: plan.chance,
    leads: lead ?? null,
    mqls: mql ?? null,
    sqls: sql ?? null,
  };
}
