// Attribution as docs/figures.md defines it, in plain loops over plain rows, without the product's code.
import { dateIn } from './independent-dates.ts';
import { channelOf } from './independent-figures.ts';
import { dealsBy, type Export, first, isTakenBack, type Question, way } from './independent-history.ts';

type By = 'channel' | 'campaign' | 'content';
type Model = 'first' | 'last' | 'every' | 'position';
export type CreditLine = { credit: number; people: Set<string> };

const order = ['stranger', 'visitor', 'lead', 'mql', 'sql', 'opportunity', 'customer'];

/** What somebody touched up to a moment, by name, the arrival first. */
function pathOf(q: Question, by: By, leadId: string, until: number): string[] {
  const lead = q.rows.leads.find(({ id }) => id === leadId);
  const channelOfCampaign = (id: string | null) => q.rows.campaigns.find(one => one.id === id)?.channelId ?? null;
  const path = q.rows.touchpoints
    .map((touch, row) => ({ ...touch, row }))
    .filter(touch => touch.leadId === leadId && touch.at <= until)
    .sort((a, b) => a.at - b.at || a.row - b.row)
    .map(({ campaignId, content }) =>
      by === 'content' ? content : by === 'campaign' ? campaignId : channelOfCampaign(campaignId),
    )
    .filter(name => name !== null);
  const arrival = !lead || by === 'content' ? null : by === 'campaign' ? lead.campaignId : channelOf(q, lead);
  return arrival !== null && path[0] !== arrival ? [arrival, ...path] : path;
}

function creditOf(model: Model, place: number, n: number): number {
  if (model === 'first') return place === 0 ? 1 : 0;
  if (model === 'last') return place === n - 1 ? 1 : 0;
  if (model === 'every' || n <= 2) return 1 / n;
  return place === 0 || place === n - 1 ? 0.4 : 0.2 / (n - 2);
}

/** When a won deal was won; null where nobody knows. */
function wonOn(q: Question, deal: Export['deals'][number]): number | null {
  if (deal.closedAt !== null) return deal.closedAt;
  const entry = way(q, deal.leadId).find((change, i) => change.to === 'customer' && !isTakenBack(q, deal.leadId, i));
  return dealsBy(q, deal.leadId, 'won').length === 1 && entry && !entry.opening ? entry.at : null;
}

/** Who came to each outcome of a span, when, and what there is to share. */
export function outcomesBy(q: Question, from: string, to: string) {
  const within = (at: number) => dateIn(at, q.zone) >= from && dateIn(at, q.zone) < to;
  const people = (stage: string) =>
    q.rows.leads.flatMap(({ id }) => {
      const at = first(q, id, stage);
      return typeof at === 'number' && within(at) ? [{ id, at, worth: 1 }] : [];
    });
  const accepted = q.rows.leads.flatMap(({ id }) => {
    const answers = way(q, id).filter(
      ({ from: was, to: is, at }) =>
        was === 'mql' && within(at) && (!order.includes(is) || order.indexOf(is) >= order.indexOf('sql')),
    );
    const last = answers.at(-1);
    return last && order.includes(last.to) ? [{ id, at: last.at, worth: 1 }] : [];
  });
  const revenue = q.rows.deals.flatMap(deal => {
    const at = deal.status === 'won' ? wonOn(q, deal) : null;
    return at !== null && at <= q.asOf && within(at) ? [{ id: deal.leadId, at, worth: deal.amount ?? 0 }] : [];
  });
  return { mql: people('mql'), accepted, customer: people('customer'), revenue };
}

/** Credit and people by name of what was touched; 'none' where nothing was. */
export function creditsBy(
  q: Question,
  outcomes: readonly { id: string; at: number; worth: number }[],
  by: By,
  model: Model,
): Map<string, CreditLine> {
  const lines = new Map<string, CreditLine>();
  for (const { id, at, worth } of outcomes) {
    const touched = pathOf(q, by, id, at);
    const path = touched.length > 0 ? touched : ['none'];
    for (const [place, name] of path.entries()) {
      const credit = creditOf(model, place, path.length);
      const line = lines.get(name) ?? { credit: 0, people: new Set() };
      line.credit += credit * worth;
      if (credit > 0) line.people.add(id);
      lines.set(name, line);
    }
  }
  return lines;
}
