// A plan from the records of the open workspace. The columns and the fit are kept while nothing changes; a lever asks for a simulation only.
import { addDays, dayMs, dayNumber, fromDayNumber } from '../../shared/dates.ts';
import {
  type CarriedPlan,
  type Plan,
  type PlanGoal,
  type PlanLack,
  type PlanProgress,
  wantedChance,
} from '../../shared/plan.ts';
import { countsByStage } from '../db/tables/overview.ts';
import { listMembers } from '../db/tables/workspace.ts';
import type { History } from '../domain/figures/history.ts';
import type { HistoryIndex } from '../domain/figures/index-history.ts';
import { spendIn } from '../domain/figures/spend.ts';
import { atPace } from '../domain/plan/channels.ts';
import { acceptanceRange, inTimeRange, noLevers, type PlanLevers } from '../domain/plan/levers.ts';
import { type PlanModel, planGaps, planModel } from '../domain/plan/model.ts';
import { chanceOf, halfTime, likelyOf, meanOf, outcomes, timesFor } from '../domain/plan/outcome.ts';
import { cameIn } from '../domain/plan/past.ts';
import { type PlanRecords, planRecords } from '../domain/plan/records.ts';
import { fullSimulation, type Simulation, simulate } from '../domain/plan/simulate.ts';
import { figureSettings, runInSlices } from '../stores/history-store.ts';
import type { QueryContext } from './context.ts';

export type PlanContext = Pick<QueryContext, 'db' | 'history' | 'settings' | 'zone' | 'now'>;
type Fitted = {
  readonly day: number;
  readonly clock: string;
  readonly records: PlanRecords;
  readonly model: PlanModel;
};
const kept = new WeakMap<History, Promise<Fitted>>();
type Kept = { readonly of: string; readonly simulation: Simulation };
/** The last simulation of a fit without levers: a lever being dragged is shown against it. */
const unmoved = new WeakMap<PlanModel, Kept>();
/** The last one with acceptance or answers in time moved: the lever of a channel then asks for a sum only. */
const moved = new WeakMap<PlanModel, Kept>();

/** Records and fit as of now; one fit a day and state of the records. */
export async function fittedPlan(context: PlanContext): Promise<Fitted & { readonly index: HistoryIndex }> {
  const { history, settings, zone, now } = context;
  const index = await history.index(zone, now);
  const given = figureSettings(settings);
  const [day, clock] = [zone.dayAt(now), JSON.stringify(given.clock)];
  const before = await kept.get(index.history)?.catch(() => undefined);
  if (before?.day === day && before.clock === clock) return { ...before, index };
  const fit = runInSlices(planRecords(index, given)).then(async records => ({
    day,
    clock,
    records,
    model: await runInSlices(planModel(records, records.asOf)),
  }));
  kept.set(index.history, fit);
  return { ...(await fit), index };
}

/** Days from an instant to the end of a local day. */
const daysUntil = ({ zone }: PlanContext, fromDays: number, by: string): number =>
  zone.startOfDay(dayNumber(by) + 1) / dayMs - fromDays;

export async function makePlan(
  context: QueryContext,
  goal: PlanGoal,
  levers: PlanLevers,
): Promise<{ readonly plan: Plan | null; readonly lacks: PlanLack[] }> {
  const { model, index } = await fittedPlan(context);
  const lacks = planGaps(model, goal.what);
  if (lacks.length > 0) return { plan: null, lacks: [...lacks] };
  const days = daysUntil(context, model.day, goal.by);
  const asNow = await simulated(unmoved, model, days, noLevers);
  const { acceptance, inTime } = levers;
  const isMoved = acceptance !== null || inTime !== null;
  const before = isMoved ? await simulated(moved, model, days, { ...noLevers, acceptance, inTime }) : asNow;
  const simulation = levers.channels.length > 0 ? atPace(model, levers, before) : before;
  const times = timesFor(simulation, goal, wantedChance);
  const spend = spendOf(index, simulation, asNow, times, model);
  return {
    lacks: [],
    plan: {
      from: fromDayNumber(context.zone.dayAt(context.now)),
      readUntil: Math.round(model.day * dayMs),
      likely: likelyOf(outcomes(simulation, goal.what)),
      chance: chanceOf(simulation, goal),
      times,
      rows: rowsOf(context, simulation, asNow, times, goal.by),
      spend,
      levers: leversOf(model),
      seasons: model.seasons !== null,
      simulations: fullSimulation.draws * fullSimulation.each,
    },
  };
}

/** The simulation that is kept, where it is of the same days and levers, else a new one. */
async function simulated(
  kept: WeakMap<PlanModel, Kept>,
  model: PlanModel,
  days: number,
  levers: PlanLevers,
): Promise<Simulation> {
  const of = JSON.stringify([days, levers]);
  const before = kept.get(model);
  if (before?.of === of) return before.simulation;
  const simulation = await runInSlices(simulate(model, days, levers));
  kept.set(model, { of, simulation });
  return simulation;
}

function rowsOf(
  { db }: PlanContext,
  simulation: Simulation,
  asNow: Simulation,
  times: number | null,
  by: string,
): Plan['rows'] {
  // As the board counts them: a lead that was moved back is not open in the stage it has once reached.
  const open = new Map(countsByStage(db).map(({ stage, count }) => [stage, count]));
  const members = listMembers(db).filter(({ archived }) => !archived);
  const marketing = members.filter(({ side }) => side !== 'sales').length;
  const sales = members.filter(({ side }) => side !== 'marketing').length;
  const weeks = simulation.days / 7;
  const row = (stage: Plan['rows'][number]['stage'], at: number, entries: Entries, people: number) => {
    const [fresh, pipe] = entries(simulation);
    const [freshNow, pipeNow] = entries(asNow);
    const total = times === null ? null : fresh * times + pipe;
    return {
      stage,
      inPipe: open.get(stage) ?? 0,
      now: (freshNow + pipeNow) / weeks,
      needed: total === null ? null : total / weeks,
      total,
      by: addDays(by, -Math.round(halfTime(simulation.reach[at] ?? new Float64Array(1), simulation.h))),
      eachPerson: total === null || people === 0 ? null : total / weeks / people,
    };
  };
  return [
    row('lead', 0, ({ arrivals }) => [meanOf(arrivals), 0], marketing),
    row('mql', 1, ({ mqls, pipeMqls }) => [meanOf(mqls), meanOf(pipeMqls)], marketing),
    row('sql', 2, ({ sqls, pipeSqls }) => [meanOf(sqls), meanOf(pipeSqls)], sales),
  ];
}

/** Mean entries to a stage: by new leads, and by those in the pipe. */
type Entries = (simulation: Simulation) => readonly [fresh: number, pipe: number];

/** Money a new lead has cost over the days arrivals were counted, times the leads. */
function spendOf(
  index: HistoryIndex,
  simulation: Simulation,
  asNow: Simulation,
  times: number | null,
  model: PlanModel,
): Plan['spend'] {
  const toDay = index.zone.dayAt(index.asOf) + 1;
  const { amount } = spendIn({ index, only: null, fromDay: toDay - Math.round(model.days), toDay });
  const leads = model.channels.reduce((sum, { arrivals }) => sum + arrivals, 0);
  if (amount === null || leads === 0) return null;
  const [each, weeks] = [amount / leads, simulation.days / 7];
  const total = times === null ? null : each * meanOf(simulation.arrivals) * times;
  return { now: (each * meanOf(asNow.arrivals)) / weeks, needed: total === null ? null : total / weeks, total };
}

const leversOf = (model: PlanModel): Plan['levers'] => ({
  acceptance: acceptanceRange(model),
  inTime: inTimeRange(model),
  channels: model.channels.flatMap(({ id, label, arrivals, mostAWeek }) => {
    const now = (7 * arrivals) / model.days;
    return id === null ? [] : [{ id, label, now, least: 0, most: Math.max(now, mostAWeek), n: arrivals }];
  }),
});

/** What has come of a plan since it was made, and its chance for the time that is left, with the levers it was made with. */
export async function planProgress(context: PlanContext, plan: CarriedPlan): Promise<PlanProgress> {
  const { records, model } = await fittedPlan(context);
  const dayStart = context.zone.startOfDay(dayNumber(plan.from)) / dayMs;
  // Instants are whole milliseconds: what the plan knew is before `start`, what is known now before `end`.
  const start = plan.readUntil === undefined ? dayStart : (plan.readUntil + 1) / dayMs;
  const end = Math.min(model.day + 1 / dayMs, dayStart + daysUntil(context, dayStart, plan.goal.by));
  const came = cameIn(records, plan.goal.what, start, end);
  const weeks = Math.max(1 / 7, (end - start) / 7);
  const aWeek = (stage: number) =>
    (records.at[stage] ?? new Float64Array(0)).reduce((sum, at) => sum + (at >= start && at < end ? 1 : 0), 0) / weeks;
  const left = daysUntil(context, model.day, plan.goal.by);
  const rest = plan.goal.amount - came;
  const canTell = planGaps(model, plan.goal.what).length === 0;
  const chance =
    rest <= 0
      ? 1
      : left <= 0 || !canTell
        ? null
        : chanceOf(await runInSlices(simulate(model, left, plan.levers ?? noLevers)), {
            what: plan.goal.what,
            amount: rest,
          });
  return { came, weeks, leads: aWeek(0), mqls: aWeek(1), sqls: aWeek(2), chance };
}
