// New leads of a simulation by channel: what each brings at the pace of now is kept, so that another pace is a sum and no simulation.
import type { PlanLevers } from './levers.ts';
import type { ChannelModel, PlanModel } from './model.ts';

/** Per draw: new leads until the day, and customers, MQLs and SQLs they make. */
export type Entries = Readonly<Record<'arrivals' | 'fromArrivals' | 'mqls' | 'sqls', Float64Array>>;

export const noEntries = (draws: number): Entries => ({
  arrivals: new Float64Array(draws),
  fromArrivals: new Float64Array(draws),
  mqls: new Float64Array(draws),
  sqls: new Float64Array(draws),
});

/** How many times as many leads as now the lever of a channel asks for; at most as many as the records have seen. */
function timesOf(channel: ChannelModel, { days }: PlanModel, levers: PlanLevers): number {
  const wanted = levers.channels.find(({ id }) => id === channel.id)?.aWeek;
  const now = (7 * channel.arrivals) / days;
  return wanted === undefined ? 1 : Math.min(wanted, Math.max(channel.mostAWeek, now)) / Math.max(1e-9, now);
}

/** The same simulation with the channels at the pace of the levers; their other levers must be those it was made with. */
export function atPace<T extends { readonly byChannel: readonly Entries[]; readonly pipeMqls: Float64Array }>(
  model: PlanModel,
  levers: PlanLevers,
  simulation: T,
): T & Entries {
  const { byChannel, pipeMqls } = simulation;
  const sums = noEntries(pipeMqls.length);
  for (const [c, channel] of model.channels.entries()) {
    const times = timesOf(channel, model, levers);
    const own = byChannel[c];
    if (!own) continue;
    for (const name of ['arrivals', 'fromArrivals', 'mqls', 'sqls'] as const) {
      const [from, to] = [own[name], sums[name]];
      for (let d = 0; d < to.length; d++) to[d] = (to[d] ?? 0) + times * (from[d] ?? 0);
    }
  }
  return { ...simulation, ...sums };
}
