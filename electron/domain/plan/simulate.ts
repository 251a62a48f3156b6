// Simulates what comes by a day: parameters are drawn from their posterior, counts from what they make likely. The same seed gives
// the same numbers, and a better lever never fewer (common random numbers; counts by inversion).
import { atPace, type Entries, noEntries } from './channels.ts';
import { drawCounts, makeCounts } from './counts.ts';
import { type Draws, drawsFrom } from './draws.ts';
import { behind, drawStep, goneOn, type StepDraw } from './hazards.ts';
import { acceptanceFactor, noLevers, type PlanLevers } from './levers.ts';
import type { PlanModel } from './model.ts';
import { bootstrap, ownMoney, sumOf } from './money.ts';
import { stepCount } from './records.ts';
import { drawSeasons, monthShares } from './seasons.ts';
import { drawUnevenness } from './unevenness.ts';

export type SimulationOptions = {
  /** Draws of the parameters, and counts for each of them. */
  readonly draws: number;
  readonly each: number;
  readonly seed: number;
};
export const fullSimulation: SimulationOptions = { draws: 500, each: 20, seed: 20260601 };

export type Simulation = Entries & {
  readonly days: number;
  readonly each: number;
  /** Of each channel of the model, at the pace of now. */
  readonly byChannel: readonly Entries[];
  /** Per draw: entries to MQL and SQL by those in the pipe. */
  readonly pipeMqls: Float64Array;
  readonly pipeSqls: Float64Array;
  /** Per simulation: customers out of the pipe, and its quantile for new leads. */
  readonly fromPipe: Float64Array;
  readonly quantile: Float64Array;
  /** Per simulation, for a revenue goal: money out of the pipe and of further deals. Per draw: amounts of new customers, summed. */
  readonly money: Float64Array;
  /** Per simulation: customers out of the pipe whose own amount is not known. */
  readonly unpriced: Float64Array;
  readonly sums: readonly Float64Array[];
  /** Mean share that has become customer after 0, h, 2h, ... days, by the stage it starts from. */
  readonly reach: readonly Float64Array[];
  readonly h: number;
};

const drawsBetweenYields = 50;

/** Intervals a plan's days are cut into: about two a week, 8 to 26. */
const intervalsOf = (days: number): number => Math.max(8, Math.min(26, Math.ceil(days / 3.5)));

/** Yields every few milliseconds. `days`: from the model's day to the goal's. */
export function* simulate(
  model: PlanModel,
  days: number,
  levers: PlanLevers = noLevers,
  { draws, each, seed }: SimulationOptions = fullSimulation,
): Generator<void, Simulation> {
  const random = drawsFrom(seed);
  // Numbers of the levers come from a source of their own, so that the others stay the same when a lever moves.
  const ofLevers = drawsFrom(seed ^ 0x5bd1e995);
  const ofAmounts = drawsFrom(seed ^ 0x27d4eb2f);
  const n = intervalsOf(days);
  const h = days / n;
  const size = n + 1;
  const factorOf = acceptanceFactor(model, levers);
  const sums: Float64Array[] = [];
  const simulation = {
    ...columns(draws, ['pipeMqls', 'pipeSqls']),
    ...columns(draws * each, ['fromPipe', 'quantile', 'money', 'unpriced']),
  };
  const byChannel = model.channels.map(() => noEntries(draws));
  const reach = Array.from({ length: stepCount }, () => new Float64Array(size));
  const work = makeWork(size);
  const counts = makeCounts(model.pipe.length, each);
  const months = monthShares(model.day, n, h);
  for (let d = 0; d < draws; d++) {
    if (d % drawsBetweenYields === drawsBetweenYields - 1) yield;
    const steps = model.steps.map(step => drawStep(step, random));
    const sql = steps[1];
    if (sql) speedUp(sql, factorOf(ofLevers));
    curves(model, steps, h, work);
    for (const [stage, sum] of reach.entries()) {
      const curve = work.reach[stage];
      for (let i = 0; i < size; i++) sum[i] = (sum[i] ?? 0) + (curve?.[i] ?? 0) / draws;
    }
    arrive(model, steps, { d, seed, n, h, months, random, work, byChannel });
    const chances = pipeChances(model, steps, h, work, d, simulation);
    const money = bootstrap(model.amounts, random);
    sums.push(money);
    const further =
      model.furtherAmounts.length === 0 ? 0 : (random.gamma(model.furtherAmounts.length + 0.5) / model.days) * days;
    const furtherMoney = bootstrap(model.furtherAmounts, random);
    const own = model.pipe.map(({ amounts, count }) =>
      amounts.length === 0 ? null : ownMoney(amounts, count, ofAmounts),
    );
    drawCounts(model, chances, further, random, counts, simulation.quantile.subarray(d * each, (d + 1) * each));
    for (let i = 0; i < each; i++) {
      const at = d * each + i;
      let customers = 0;
      let amount = sumOf(furtherMoney, counts.further[i] ?? 0, i * 13);
      let unpriced = 0;
      for (let g = 0; g < counts.won.length; g++) {
        const won = counts.won[g]?.[i] ?? 0;
        customers += won;
        const priced = own[g]?.(won, ofAmounts);
        amount += priced?.sum ?? 0;
        unpriced += priced?.others ?? won;
      }
      simulation.fromPipe[at] = customers;
      simulation.money[at] = amount;
      simulation.unpriced[at] = unpriced;
    }
  }
  return atPace(model, levers, { days, each, h, reach, sums, byChannel, ...simulation });
}

function columns<K extends string>(length: number, names: readonly K[]): Record<K, Float64Array> {
  return Object.fromEntries(names.map(name => [name, new Float64Array(length)])) as Record<K, Float64Array>;
}

type Work = {
  /** Per step: gone on, of leads that have just come. */
  readonly gone: readonly Float64Array[];
  /** Per stage: share that has become customer. */
  readonly reach: readonly Float64Array[];
  readonly sqlOfLead: Float64Array;
  readonly passed: Float64Array;
  readonly scratch: Float64Array;
  readonly scratch2: Float64Array;
  readonly sqlOfMql: Float64Array;
  readonly ones: Float64Array;
  /** Per interval: how many times as many leads come as on average. */
  readonly pace: Float64Array;
};
function makeWork(size: number): Work {
  const column = () => new Float64Array(size);
  return {
    gone: Array.from({ length: stepCount }, column),
    reach: Array.from({ length: stepCount }, column),
    sqlOfLead: column(),
    passed: column(),
    scratch: column(),
    scratch2: column(),
    sqlOfMql: column(),
    ones: column().fill(1),
    pace: new Float64Array(size - 1),
  };
}

/** Acceptance shifts ends of the MQL stage from leaving to going on; both together stay as many while they can. */
function speedUp(step: StepDraw, factor: number): void {
  if (factor === 1) return;
  for (let k = 0; k < step.on.length; k++) {
    const [on, off] = [step.on[k] ?? 0, step.off[k] ?? 0];
    const next = Math.min(on * factor, on + off);
    step.on[k] = next;
    step.off[k] = on + off - next;
  }
  step.atOnce = Math.min(1, step.atOnce * factor);
}

/** Curves of leads that have just come to each stage. */
function curves(model: PlanModel, steps: readonly StepDraw[], h: number, work: Work): void {
  for (let step = stepCount - 1; step >= 0; step--) {
    const [draw, gone, reach] = [steps[step], work.gone[step], work.reach[step]];
    const edges = model.steps[step]?.edges;
    if (!draw || !gone || !reach || !edges) continue;
    goneOn(draw, edges, 0, h, gone);
    behind(gone, draw.atOnce, step === stepCount - 1 ? work.ones : (work.reach[step + 1] ?? work.ones), reach);
    if (step === stepCount - 1) exact(gone, draw.atOnce, reach);
  }
}

/** The last step needs no trapezoid: who has gone on is a customer. */
function exact(gone: Float64Array, atOnce: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = atOnce + (1 - atOnce) * (gone[i] ?? 0);
}

type Arriving = {
  readonly d: number;
  readonly seed: number;
  readonly n: number;
  readonly h: number;
  readonly months: Float64Array;
  readonly random: Draws;
  readonly work: Work;
  readonly byChannel: readonly Entries[];
};
/** Leads whose weight the pace of all has in a channel's own pace to MQL. */
const channelShrinkage = 5;

/**
 * New leads: the rate of each channel ~ Gamma((x + 1/2) / φ, days / φ) for x leads in the days looked at (Gamma-Poisson; φ the
 * dispersion; the prior is half a lead, however uneven they come), times the season; its own pace to MQL ~ Gamma(mqls + 5, expected + 5).
 */
function arrive(model: PlanModel, steps: readonly StepDraw[], given: Arriving): void {
  const { d, seed, n, h, months, random, work, byChannel } = given;
  const phi = model.dispersion;
  const all = model.channels.reduce((sum, { arrivals }) => sum + arrivals, 0) / model.days;
  // From a source of its own in each draw: how many numbers it takes depends on the day of the goal.
  const { pace: paceAt } = work;
  if (phi > 1) drawUnevenness(all, phi, h, drawsFrom(seed ^ Math.imul(d + 1, 0x9e3779b1)), paceAt);
  else paceAt.fill(1);
  if (model.seasons) drawSeasons(model.seasons, months, random, paceAt);
  const [toMql, toSql] = [steps[0], steps[1]];
  const edges = model.steps[0]?.edges;
  if (!toMql || !toSql || !edges) return;
  const split = model.channels.length > 1;
  for (const [c, channel] of model.channels.entries()) {
    const own = byChannel[c];
    if (!own) continue;
    const rate = random.gamma((channel.arrivals + 0.5) / phi) / (model.days / phi);
    const pace = split ? random.gamma(channel.mqls + channelShrinkage) / (channel.expectedMqls + channelShrinkage) : 1;
    const draw: StepDraw = {
      on: toMql.on.map(on => on * pace),
      off: toMql.off,
      atOnce: 1 - (1 - toMql.atOnce) ** pace,
    };
    goneOn(draw, edges, 0, h, work.scratch);
    exact(work.scratch, draw.atOnce, work.passed);
    behind(work.scratch, draw.atOnce, work.reach[1] ?? work.ones, work.scratch2);
    exact(work.gone[1] ?? work.ones, toSql.atOnce, work.sqlOfMql);
    behind(work.scratch, draw.atOnce, work.sqlOfMql, work.sqlOfLead);
    for (let i = 1; i <= n; i++) {
      // Interval i from the end: leads of it have i - 1 to i intervals left.
      const leads = rate * h * (paceAt[n - i] ?? 1);
      const mean = (curve: Float64Array) => (leads * ((curve[i] ?? 0) + (curve[i - 1] ?? 0))) / 2;
      add(own.arrivals, d, leads);
      add(own.fromArrivals, d, mean(work.scratch2));
      add(own.mqls, d, mean(work.passed));
      add(own.sqls, d, mean(work.sqlOfLead));
    }
  }
}

const add = (column: Float64Array, at: number, value: number): void => {
  column[at] = (column[at] ?? 0) + value;
};

/** Chance of each group of the pipe to be customers at the end; their entries to MQL and SQL are added up. */
function pipeChances(
  model: PlanModel,
  steps: readonly StepDraw[],
  h: number,
  work: Work,
  d: number,
  { pipeMqls, pipeSqls }: Record<'pipeMqls' | 'pipeSqls', Float64Array>,
): Float64Array {
  const chances = new Float64Array(model.pipe.length);
  const last = work.ones.length - 1;
  const { sqlOfMql } = work;
  exact(work.gone[1] ?? work.ones, steps[1]?.atOnce ?? 0, sqlOfMql);
  for (const [g, { step, reached, age, count }] of model.pipe.entries()) {
    const draw = steps[step];
    const edges = model.steps[step]?.edges;
    if (!draw || !edges) continue;
    goneOn(draw, edges, age, h, work.scratch);
    const gone = work.scratch[last] ?? 0;
    chances[g] = step === stepCount - 1 ? gone : through(work.scratch, work.reach[step + 1] ?? work.ones);
    if (step === 0 && reached < 1) add(pipeMqls, d, count * gone);
    if (step < 2 && reached < 2) add(pipeSqls, d, count * (step === 0 ? through(work.scratch, sqlOfMql) : gone));
  }
  return chances;
}

/** The last value of `behind`, of leads that no longer pass at once. */
function through(gone: Float64Array, next: Float64Array): number {
  const last = gone.length - 1;
  let sum = 0;
  for (let j = 1; j <= last; j++) {
    sum += ((gone[j] ?? 0) - (gone[j - 1] ?? 0)) * ((next[last - j] ?? 0) + (next[last - j + 1] ?? 0));
  }
  return sum / 2;
}
