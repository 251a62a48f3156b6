// Every figure of docs/figures.md once more, in plain loops over plain rows, written from that page without the product's code.

import { dateIn, daysApart, hoursBetween, plus, spanOf } from './independent-dates.ts';
import { dealFiguresBy } from './independent-deals.ts';
import {
  type Change,
  day,
  dealsBy,
  type Export,
  type Found,
  first,
  isOffFunnel,
  isTakenBack,
  middle,
  type Only,
  order,
  type Question,
  way,
} from './independent-history.ts';

/** Customers whose day of purchase is not known, and their won deals without a day. */
export function undatedBy(q: Question): { ids: string[]; amount: number | null } {
  const ids = q.rows.leads.map(({ id }) => id).filter(id => first(q, id, 'customer') === 'unknown');
  const amounts = ids
    .flatMap(id => dealsBy(q, id, 'won'))
    .flatMap(({ amount, closedAt }) => (closedAt === null && amount !== null ? [amount] : []));
  return { ids, amount: amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + one, 0) };
}

export const channelOf = (q: Question, lead: Export['leads'][number]) =>
  lead.channelId ?? q.rows.campaigns.find(({ id }) => id === lead.campaignId)?.channelId ?? null;

const belongs = (q: Question, leadId: string, only: Only | null) => {
  if (only === null) return true;
  const lead = q.rows.leads.find(({ id }) => id === leadId);
  if (!lead) return false;
  return (
    only.id === (only.by === 'channel' ? channelOf(q, lead) : only.by === 'campaign' ? lead.campaignId : lead.memberId)
  );
};

/** The 95 % Wilson bounds, found by halving where (p - share)^2 = z^2 p (1 - p) / n. */
export function wilsonBySearch(numerator: number, n: number): { low: number; high: number } {
  const share = numerator / n;
  const inside = (p: number) => (p - share) ** 2 <= (1.959963984540054 ** 2 * p * (1 - p)) / n;
  const edge = (from: number, to: number) => {
    let [out, within] = [from, to];
    for (let i = 0; i < 200; i++) {
      const half = (out + within) / 2;
      if (inside(half)) within = half;
      else out = half;
    }
    return within;
  };
  return { low: numerator === 0 ? 0 : edge(0, share), high: numerator === n ? 1 : edge(1, share) };
}

/** Nine of ten made the step within so many days. */
export function usualStep(q: Question, from: string, to: string, fallback: number): number {
  const days: number[] = [];
  for (const { id } of q.rows.leads) {
    const [a, b] = [first(q, id, from), first(q, id, to)];
    if (typeof a === 'number' && typeof b === 'number' && b > a) days.push((b - a) / day);
  }
  return days.length < 10 ? fallback : Math.ceil(middle(days, 0.9));
}

export function spendOf(
  q: Question,
  from: string,
  to: string,
  only: Only | null,
): { amount: number | null; entries: number } {
  const today = dateIn(q.asOf, q.zone);
  let sum = 0;
  let entries = 0;
  for (const row of q.rows.spend) {
    const channel = row.channelId ?? q.rows.campaigns.find(({ id }) => id === row.campaignId)?.channelId ?? null;
    if (only?.by === 'member') continue;
    if (only?.by === 'channel' && channel !== only.id) continue;
    if (only?.by === 'campaign' && row.campaignId !== only.id) continue;
    const length = daysApart(row.from, row.to) + 1;
    let touched = false;
    for (let i = 0; i < length; i++) {
      const date = plus(row.from, i);
      if (date < from || date >= to || date > today) continue;
      touched = true;
      // The share of one day, in whole minor units, so that all days together make the amount.
      sum += Math.round((row.amount * (i + 1)) / length) - Math.round((row.amount * i) / length);
    }
    if (touched) entries++;
  }
  return { amount: entries > 0 ? sum : null, entries };
}

export function figuresBy(q: Question, from: string, to: string, only: Only | null): Record<string, Found> {
  const { rows, zone } = q;
  const within = (at: number) => dateIn(at, zone) >= from && dateIn(at, zone) < to;
  const listedLeads = rows.leads.map(({ id }) => id).filter(id => belongs(q, id, only));
  const at = (id: string, stage: string) => first(q, id, stage);
  const into = (stage: string, a = from, b = to) =>
    listedLeads.filter(id => {
      const instant = at(id, stage);
      return typeof instant === 'number' && dateIn(instant, zone) >= a && dateIn(instant, zone) < b;
    });
  const count = (list: string[]): Found => ({ value: list.length, n: list.length, lists: { counted: list } });
  const rate = (numerator: string[], of: string[], more: Record<string, string[]> = {}): Found => ({
    value: of.length ? numerator.length / of.length : null,
    n: of.length,
    numerator: numerator.length,
    lists: { numerator, of, ...more },
  });
  const median = (values: number[], lists: Record<string, string[]>): Found => ({
    value: values.length ? middle(values, 0.5) : null,
    n: values.length,
    lists,
  });
  const found: Record<string, Found> = {};

  const mqls = into('mql');
  const sqls = into('sql');
  const customers = into('customer');
  const came = (list: string[], stage: string) => list.filter(id => at(id, stage) !== null);
  found['mql-volume'] = count(mqls);
  found['new-customers'] = count(customers);
  found['mql-to-sql-cohort'] = rate(came(mqls, 'sql'), mqls);
  found['mql-to-sql-period'] = rate(sqls, mqls);
  found['sql-to-customer-cohort'] = rate(came(sqls, 'customer'), sqls);
  found['sql-to-customer-period'] = rate(customers, sqls);
  for (const [name, a, b, fallback] of [
    ['mql-to-sql-settled', 'mql', 'sql', 30],
    ['sql-to-customer-settled', 'sql', 'customer', 90],
  ] as const) {
    const ripe = dateIn(q.asOf - usualStep(q, a, b, fallback) * day, zone);
    const end = ripe < to ? ripe : to;
    const cohort = into(a, plus(end, -84), end);
    found[name] = rate(came(cohort, b), cohort);
  }
  const lost = listedLeads.filter(id => {
    const gone = way(q, id).some(change => {
      if (change.to !== 'lost') return false;
      const days = dealsBy(q, id, 'lost').flatMap(deal => deal.closedAt ?? []);
      const when = change.opening ? days.sort((a, b) => b - a)[0] : change.at;
      return when !== undefined && within(when);
    });
    const bought = at(id, 'customer');
    return gone && bought !== 'unknown' && (bought === null || dateIn(bought, zone) >= to);
  });
  found['win-rate'] = rate(customers, [...customers, ...lost], { lost });
  const dated = customers.filter(id => typeof at(id, 'mql') === 'number');
  const took = dated.map(id => ((at(id, 'customer') as number) - (at(id, 'mql') as number)) / day);
  found['time-to-conversion'] = median(took, { counted: dated });

  const late = into('customer', plus(to, -364), to).filter(id => typeof at(id, 'mql') === 'number');
  found['time-to-conversion-lately'] = median(
    late.map(id => ((at(id, 'customer') as number) - (at(id, 'mql') as number)) / day),
    { counted: late },
  );

  const isAnswer = (change: Change) =>
    change.from === 'mql' && (isOffFunnel(change.to) || order.indexOf(change.to) >= order.indexOf('sql'));
  const lastAnswer = (id: string, inside: boolean) =>
    way(q, id)
      .filter(change => isAnswer(change) && (!inside || within(change.at)))
      .at(-1);
  const yes = listedLeads.filter(id => lastAnswer(id, true) && !isOffFunnel(lastAnswer(id, true)?.to ?? ''));
  const no = listedLeads.filter(id => isOffFunnel(lastAnswer(id, true)?.to ?? 'mql'));
  found['accepted-mqls'] = count(yes);
  found.acceptance = rate(yes, [...yes, ...no], { rejected: no });
  found.rejections = count(no);
  for (const id of no) {
    const list = `because-${lastAnswer(id, true)?.reason ?? 'none'}`;
    const lists = found.rejections.lists;
    lists[list] = [...(lists[list] ?? []), id];
  }

  const waits: { id: string; hours: number; answered: boolean }[] = [];
  for (const id of mqls) {
    const changes = way(q, id);
    const entry = changes.findIndex(
      (change, i) => !isTakenBack(q, id, i) && !isOffFunnel(change.to) && order.indexOf(change.to) >= 3,
    );
    if (changes[entry]?.to !== 'mql') continue;
    const start = changes[entry].at;
    const leaving = changes.slice(entry + 1).find(change => change.to !== 'mql');
    const touched = rows.touches
      .filter(touch => touch.leadId === id && touch.at >= start && touch.at <= q.asOf)
      .sort((a, b) => a.at - b.at)[0]?.at;
    const answeredBy = leaving && (isOffFunnel(leaving.to) || order.indexOf(leaving.to) >= 4) ? leaving.at : undefined;
    const hours = (end: number) => hoursBetween(start, end, zone, q.clock);
    if (touched !== undefined && (!leaving || touched <= leaving.at))
      waits.push({ id, hours: hours(touched), answered: true });
    else if (answeredBy !== undefined) waits.push({ id, hours: hours(answeredBy), answered: true });
    else if (!leaving) waits.push({ id, hours: hours(q.asOf), answered: false });
  }
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  const answered = waits.filter(wait => wait.answered);
  found['time-to-first-touch'] = median(
    answered.map(({ hours }) => hours),
    { counted: ids(answered), waiting: ids(waits.filter(wait => !wait.answered)) },
  );
  for (const [name, limit] of [
    ['answered-in-time', q.clock.goalHours],
    ['answered-at-most', q.clock.maxHours],
  ] as const) {
    const early = waits.filter(wait => wait.answered && wait.hours <= limit);
    const late = waits.filter(wait => wait.hours > limit);
    found[name] = rate(ids(early), [...ids(early), ...ids(late)], { late: ids(late) });
  }

  for (const stage of ['stranger', 'visitor', 'lead', 'mql', 'sql', 'opportunity', 'nurture']) {
    const lengths: number[] = [];
    const leavers: string[] = [];
    for (const id of listedLeads) {
      const moves = way(q, id).filter((change, i, all) => i === 0 || change.to !== all[i - 1]?.to);
      moves.forEach((move, i) => {
        const next = moves[i + 1];
        if (move.to !== stage || move.opening || !next || !within(next.at) || next.at === move.at) return;
        lengths.push((next.at - move.at) / day);
        if (!leavers.includes(id)) leavers.push(id);
      });
    }
    found[`time-in-${stage}`] = median(lengths, { counted: leavers });
  }

  const spent = spendOf(q, from, to, only);
  const per = (list: string[]): Found => ({
    value: spent.amount === null || list.length === 0 ? null : spent.amount / list.length,
    n: list.length,
    lists: { counted: list },
  });
  found.spend = { value: spent.amount, n: spent.entries, lists: {} };
  found['cost-per-mql'] = per(mqls);
  found['cost-per-accepted-mql'] = per(yes);
  found['cost-per-customer'] = per(customers);
  /** The day a won deal was won: its own, else the day its lead bought, when it is the only one. */
  const wonOn = (deal: Export['deals'][number]): number | null => {
    if (deal.closedAt !== null) return deal.closedAt;
    const entry = way(q, deal.leadId).find((change, i) => change.to === 'customer' && !isTakenBack(q, deal.leadId, i));
    return dealsBy(q, deal.leadId, 'won').length === 1 && entry && !entry.opening ? entry.at : null;
  };
  const allWon = rows.deals.filter(
    deal => deal.status === 'won' && listedLeads.includes(deal.leadId) && (deal.closedAt ?? 0) <= q.asOf,
  );
  const won = allWon.filter(deal => wonOn(deal) !== null && within(wonOn(deal) as number));
  const revenue = won.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const buyers = { counted: [...new Set(won.map(({ leadId }) => leadId))] };
  const sellers = rows.members.filter(({ sales }) => sales).length;
  found.revenue = { value: revenue, n: won.length, lists: buyers };
  found.return = { value: spent.amount ? (revenue - spent.amount) / spent.amount : null, n: won.length, lists: buyers };
  found['revenue-per-salesperson'] = { value: sellers ? revenue / sellers : null, n: won.length, lists: buyers };

  Object.assign(found, dealFiguresBy(q, [from, to], listedLeads, wonOn));

  const rejectedAt = (id: string) => {
    const last = lastAnswer(id, false);
    return last && isOffFunnel(last.to) ? last.at : null;
  };
  const touches = rows.touches.filter(touch => {
    const since = at(touch.leadId, 'mql');
    if (!listedLeads.includes(touch.leadId) || touch.at > q.asOf || !within(touch.at)) return false;
    return since === 'unknown' || (since !== null && since <= touch.at);
  });
  const wasted = touches.filter(touch => touch.at <= (rejectedAt(touch.leadId) ?? -Infinity));
  const touched = (list: readonly { leadId: string }[]) => [...new Set(list.map(({ leadId }) => leadId))];
  found['wasted-effort'] = {
    value: touches.length ? wasted.length / touches.length : null,
    n: touches.length,
    numerator: wasted.length,
    lists: { numerator: touched(wasted), of: touched(touches) },
  };
  found['mqls-rejected'] = rate(
    mqls.filter(id => rejectedAt(id) !== null),
    mqls,
  );
  const foundByScore = (id: string) => way(q, id).some(change => change.to === 'mql' && change.cause === 'score');
  found['customers-never-found'] = rate(
    customers.filter(id => !foundByScore(id)),
    customers,
  );
  return found;
}

/** Counts per stage of the funnel of a period and of its cohort. */
export function funnelBy(q: Question, from: string, to: string, only: Only | null) {
  const reach = { strangers: 0, visitors: 0 };
  for (const row of q.rows.reach) {
    if (only && (only.by !== 'channel' || row.channelId !== only.id)) continue;
    for (let i = 0; i < 7; i++) {
      const date = plus(row.weekStart, i);
      if (date < from || date >= to) continue;
      for (const key of ['strangers', 'visitors'] as const) {
        reach[key] += Math.round((row[key] * (i + 1)) / 7) - Math.round((row[key] * i) / 7);
      }
    }
  }
  const extra = [reach.strangers, reach.visitors, 0, 0, 0, 0, 0];
  const listedLeads = q.rows.leads.map(({ id }) => id).filter(id => belongs(q, id, only));
  const entered = (stage: string) =>
    listedLeads.filter(id => {
      const instant = first(q, id, stage);
      return typeof instant === 'number' && dateIn(instant, q.zone) >= from && dateIn(instant, q.zone) < to;
    });
  const cohort = entered('lead');
  return {
    period: order.map((stage, i) => entered(stage).length + (extra[i] ?? 0)),
    cohort: order.map(
      (stage, i) => (i < 3 ? cohort : cohort.filter(id => first(q, id, stage) !== null)).length + (extra[i] ?? 0),
    ),
  };
}

export { type Export, type Found, first, type Only, type Question, quartiles } from './independent-history.ts';
export { dateIn, plus, spanOf };
