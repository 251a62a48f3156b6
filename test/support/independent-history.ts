// The rows that the independent figures are computed from, and who came to which stage when, in plain loops.

export type Change = {
  leadId: string;
  from: string | null;
  to: string;
  at: number;
  reason: string | null;
  cause?: string;
  opening?: boolean;
};
export type Export = {
  leads: readonly {
    id: string;
    channelId: string | null;
    campaignId: string | null;
    memberId: string | null;
    createdAt: number;
  }[];
  changes: readonly Change[];
  deals: readonly {
    leadId: string;
    amount: number | null;
    status: string;
    closedAt: number | null;
    createdAt?: number;
    expectedClose?: string | null;
    probability?: number | null;
  }[];
  touches: readonly { leadId: string; at: number }[];
  touchpoints: readonly { leadId: string; at: number; campaignId: string | null; content: string | null }[];
  spend: readonly { channelId: string | null; campaignId: string | null; amount: number; from: string; to: string }[];
  reach: readonly { channelId: string | null; weekStart: string; strangers: number; visitors: number }[];
  channels: readonly { id: string }[];
  campaigns: readonly { id: string; channelId: string | null }[];
  members: readonly { id: string; sales: boolean }[];
};
export type Question = {
  rows: Export;
  zone: string;
  asOf: number;
  firstDay: number;
  clock: { goalHours: number; maxHours: number; freeWeekdays: readonly number[]; holidays: readonly string[] };
};
export type Only = { by: 'channel' | 'campaign' | 'member'; id: string | null };
/** Value and n, the upper part of a rate, and the people by list. */
export type Found = { value: number | null; n: number; numerator?: number; lists: Record<string, string[]> };

export const order = ['stranger', 'visitor', 'lead', 'mql', 'sql', 'opportunity', 'customer'];
export const isOffFunnel = (stage: string) => !order.includes(stage);
export const day = 86_400_000;

const changesOf = (q: Question, leadId: string) =>
  q.rows.changes
    .map((change, row) => ({ ...change, row }))
    .filter(change => change.leadId === leadId && change.at <= q.asOf)
    .sort((a, b) => a.at - b.at || a.row - b.row);

const ways = new WeakMap<Question, Map<string, ReturnType<typeof changesOf>>>();
export function way(q: Question, leadId: string) {
  const all = ways.get(q) ?? new Map(q.rows.leads.map(({ id }) => [id, changesOf(q, id)]));
  ways.set(q, all);
  return all.get(leadId) ?? [];
}

export const dealsBy = (q: Question, leadId: string, status: string) =>
  q.rows.deals.filter(
    deal => deal.leadId === leadId && deal.status === status && (deal.closedAt === null || deal.closedAt <= q.asOf),
  );

/** A purchase from which the lead went back into the funnel before any deal was won did not happen. */
export function isTakenBack(q: Question, leadId: string, place: number): boolean {
  const changes = way(q, leadId);
  if (changes[place]?.to !== 'customer') return false;
  let after = place;
  while (changes[after]?.to === 'customer') after++;
  const back = changes[after];
  if (!back || isOffFunnel(back.to)) return false;
  return dealsBy(q, leadId, 'won').every(deal => deal.closedAt !== null && deal.closedAt > back.at);
}

/** When a lead first came to a stage or beyond: a moment, 'unknown', or null for not at all. */
export function first(q: Question, leadId: string, stage: string): number | 'unknown' | null {
  const changes = way(q, leadId);
  for (const [place, change] of changes.entries()) {
    if (isTakenBack(q, leadId, place)) continue;
    if (!isOffFunnel(change.to) && order.indexOf(change.to) >= order.indexOf(stage)) {
      if (!change.opening) return change.at;
      const days = dealsBy(q, leadId, 'won').flatMap(deal => (deal.closedAt === null ? [] : [deal.closedAt]));
      return stage === 'customer' && days.length > 0 ? Math.min(...days) : 'unknown';
    }
  }
  if (stage !== 'stranger') return null;
  if (changes[0]) return changes[0].at;
  const lead = q.rows.leads.find(({ id }) => id === leadId);
  return lead && lead.createdAt <= q.asOf ? lead.createdAt : null;
}

export const middle = (values: number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const index = share * (sorted.length - 1);
  const low = sorted[Math.floor(index)] as number;
  const high = sorted[Math.ceil(index)] as number;
  return low * (1 - (index - Math.floor(index))) + high * (index - Math.floor(index));
};
export const quartiles = (values: number[]) => [0.25, 0.5, 0.75].map(share => middle(values, share));
