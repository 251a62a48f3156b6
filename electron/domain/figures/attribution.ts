// Attribution: which channels, campaigns and content the outcomes of a period are due to, by the touches before each.
import {
  type Attribution,
  type AttributionBy,
  type AttributionModel,
  type AttributionOutcome,
  attributionBy,
  attributionFigure,
  attributionModels,
  attributionOutcomes,
} from '../../../shared/figures.ts';
import { acceptedAt } from './answers.ts';
import type { HistoryIndex } from './index-history.ts';
import { won } from './money.ts';
import { entered, firstAt, type Leads, type Scope } from './scope.ts';
import { spendIn } from './spend.ts';
import { wilson } from './stats.ts';

/** One outcome: whose, when (UTC ms), and how much there is to share: 1 for a person, minor units for a deal. */
type Outcome = { readonly lead: number; readonly at: number; readonly worth: number };

const position = { ends: 0.4, middle: 0.2 } as const;

/**
 * Shares of `n` touches in the order of time; they add up to 1. `position`: 40 % to the first, 40 % to the last, 20 % among
 * those between; of two, half each.
 */
export function shares(model: AttributionModel, n: number): readonly number[] {
  const only = (at: number) => Array.from({ length: n }, (_, i) => (i === at ? 1 : 0));
  switch (model) {
    case 'first':
      return only(0);
    case 'last':
      return only(n - 1);
    case 'every':
      return Array.from({ length: n }, () => 1 / n);
    case 'position':
      if (n < 3) return Array.from({ length: n }, () => 1 / n);
      return Array.from({ length: n }, (_, i) => (i === 0 || i === n - 1 ? position.ends : position.middle / (n - 2)));
    default:
      return model satisfies never;
  }
}

const channelsOf = new WeakMap<HistoryIndex['history'], readonly number[]>();

/** Place of each campaign's channel; -1 for none. */
function channelOfCampaign(history: HistoryIndex['history']): readonly number[] {
  const before = channelsOf.get(history);
  if (before !== undefined) return before;
  const places = new Map(history.channels.map(({ id }, place) => [id, place]));
  const made = history.campaigns.map(({ channelId }) => places.get(channelId ?? '') ?? -1);
  channelsOf.set(history, made);
  return made;
}

/**
 * What a lead touched up to a moment, in the order of time: where they came from first, then their activities. Places in the
 * list of channels, campaigns or contents; touches that name nothing of the kind are left out. The arrival is left out when
 * the first activity names the same: it is that activity.
 */
export function touchedBy(index: HistoryIndex, by: AttributionBy, lead: number, until: number): number[] {
  const { history, touchpointsOf } = index;
  const { touchpoints, leads } = history;
  const channels = channelOfCampaign(history);
  const arrival = by === 'content' ? -1 : (leads[by][lead] ?? -1);
  const touched: number[] = [];
  const end = touchpointsOf.start[lead + 1] ?? 0;
  for (let i = touchpointsOf.start[lead] ?? 0; i < end; i++) {
    const row = touchpointsOf.order[i] ?? 0;
    if ((touchpoints.at[row] ?? 0) > until) break;
    const campaign = touchpoints.campaign[row] ?? -1;
    const place =
      by === 'content' ? (touchpoints.content[row] ?? -1) : by === 'campaign' ? campaign : (channels[campaign] ?? -1);
    if (place !== -1) touched.push(place);
  }
  if (arrival !== -1 && touched[0] !== arrival) touched.unshift(arrival);
  return touched;
}

function outcomesIn(scope: Scope, outcome: AttributionOutcome): Outcome[] {
  const { index } = scope;
  const people = (stage: 'mql' | 'customer') =>
    Array.from(entered(scope, stage), lead => ({ lead, at: firstAt(index, lead, stage), worth: 1 }));
  switch (outcome) {
    case 'mql':
    case 'customer':
      return people(outcome);
    case 'accepted':
      return acceptedAt(scope).map(({ lead, at }) => ({ lead, at, worth: 1 }));
    case 'revenue':
      return Array.from(won(scope), row => ({
        lead: index.history.deals.lead[row] ?? 0,
        at: index.dealClosedAt[row] ?? 0,
        worth: index.history.deals.rows[row]?.amount ?? 0,
      }));
    default:
      return outcome satisfies never;
  }
}

type Numbers = Record<AttributionOutcome, number>;
type Row = { readonly credits: Record<AttributionModel, Numbers>; readonly touched: Numbers };

const zeros = (): Numbers => ({ mql: 0, accepted: 0, customer: 0, revenue: 0 });
const emptyRow = (): Row => ({
  credits: { first: zeros(), last: zeros(), every: zeros(), position: zeros() },
  touched: zeros(),
});

/** Without the last bits, which depend on the order of adding: millionths of a person, ten-thousandths of a minor unit. */
function rounded(numbers: Numbers): Numbers {
  const to = (value: number, parts: number) => Math.round(value * parts) / parts;
  const { mql, accepted, customer, revenue } = numbers;
  return { mql: to(mql, 1e6), accepted: to(accepted, 1e6), customer: to(customer, 1e6), revenue: to(revenue, 1e4) };
}

const intervalsOf = (credit: Numbers, total: Numbers) => ({
  mql: wilson(Math.min(credit.mql, total.mql), total.mql),
  accepted: wilson(Math.min(credit.accepted, total.accepted), total.accepted),
  customer: wilson(Math.min(credit.customer, total.customer), total.customer),
});

type Outcomes = Readonly<Record<AttributionOutcome, readonly Outcome[]>>;
/** Outcomes shared between two yields: about a millisecond. */
const slice = 500;

/** Credit by place; -1: outcomes before which nothing of the kind was touched. Yields every few milliseconds. */
function* rowsOf(
  index: HistoryIndex,
  outcomes: Outcomes,
  by: AttributionBy,
): Generator<void, ReadonlyMap<number, Row>> {
  const rows = new Map<number, Row>();
  const rowAt = (place: number): Row => {
    const row = rows.get(place) ?? emptyRow();
    rows.set(place, row);
    return row;
  };
  /** By the number of touches. */
  const parts = new Map<number, Readonly<Record<AttributionModel, readonly number[]>>>();
  const partsOf = (n: number) => {
    const known = parts.get(n);
    if (known) return known;
    const [first, last] = [shares('first', n), shares('last', n)];
    const made = { first, last, every: shares('every', n), position: shares('position', n) };
    parts.set(n, made);
    return made;
  };
  let done = 0;
  for (const outcome of attributionOutcomes) {
    for (const { lead, at, worth } of outcomes[outcome]) {
      if (++done % slice === 0) yield;
      const touched = touchedBy(index, by, lead, at);
      const path = touched.length === 0 ? [-1] : touched;
      for (const place of path.length === 1 ? path : new Set(path)) rowAt(place).touched[outcome] += 1;
      const part = partsOf(path.length);
      for (const [i, place] of path.entries()) {
        const { credits } = rowAt(place);
        for (const model of attributionModels) credits[model][outcome] += (part[model][i] ?? 0) * worth;
      }
    }
  }
  return rows;
}

function creditsOf({ credits }: Row, total: Numbers) {
  const each = <T>(make: (credit: Numbers) => T) => ({
    first: make(rounded(credits.first)),
    last: make(rounded(credits.last)),
    every: make(rounded(credits.every)),
    position: make(rounded(credits.position)),
  });
  return { credits: each(credit => credit), intervals: each(credit => intervalsOf(credit, total)) };
}

const noneLabels = { channel: 'No channel', campaign: 'No campaign', content: 'No content' } as const;
/** Most lines of one breakdown; the rest have the least credit. */
const mostRows = 100;

/** The lines with most credit, at most `mostRows`; what names nothing is last. Yields every few milliseconds. */
function* strongestOf(
  rows: ReadonlyMap<number, Row>,
  labelOf: (place: number) => string,
): Generator<void, readonly (readonly [place: number, row: Row])[]> {
  type Ranked = { readonly place: number; readonly row: Row; readonly credit: Numbers };
  const compare = (a: Ranked, b: Ranked): number =>
    Number(a.place === -1) - Number(b.place === -1) ||
    b.credit.mql - a.credit.mql ||
    b.credit.revenue - a.credit.revenue ||
    labelOf(a.place).localeCompare(labelOf(b.place), 'en');
  const strongest: Ranked[] = [];
  let done = 0;
  for (const [place, row] of rows) {
    if (++done % slice === 0) yield;
    const one = { place, row, credit: rounded(row.credits.every) };
    const weakest = strongest.at(-1);
    if (strongest.length === mostRows && weakest && compare(one, weakest) >= 0) continue;
    const at = strongest.findIndex(other => compare(one, other) < 0);
    strongest.splice(at === -1 ? strongest.length : at, 0, one);
    if (strongest.length > mostRows) strongest.pop();
  }
  return strongest.map(({ place, row }) => [place, row]);
}

/** All breakdowns of a period; one without any touch of its kind is left out. Yields between them. */
export function* attributionOf(scope: Scope): Generator<void, Attribution[]> {
  const made: Attribution[] = [];
  const { history } = scope.index;
  const deals = won(scope).length;
  const outcomes: Outcomes = {
    mql: outcomesIn(scope, 'mql'),
    accepted: outcomesIn(scope, 'accepted'),
    customer: outcomesIn(scope, 'customer'),
    revenue: outcomesIn(scope, 'revenue'),
  };
  yield;
  const sumOf = (outcome: AttributionOutcome) => outcomes[outcome].reduce((sum, { worth }) => sum + worth, 0);
  const total: Numbers = {
    mql: sumOf('mql'),
    accepted: sumOf('accepted'),
    customer: sumOf('customer'),
    revenue: sumOf('revenue'),
  };
  for (const by of attributionBy) {
    const rows = yield* rowsOf(scope.index, outcomes, by);
    yield;
    if (![...rows.keys()].some(place => place !== -1)) continue;
    const list = { channel: history.channels, campaign: history.campaigns, content: history.contents }[by];
    const labelOf = (place: number) => list[place]?.label ?? noneLabels[by];
    const ranked = yield* strongestOf(rows, labelOf);
    const lines: Attribution['rows'] = [];
    for (const [place, row] of ranked) {
      lines.push({
        id: list[place]?.id ?? null,
        label: labelOf(place),
        spend: by === 'content' || place === -1 ? null : spendIn(scope.within({ by, position: place })).amount,
        touched: row.touched,
        ...creditsOf(row, total),
      });
      yield;
    }
    made.push({ by, total: { ...total, deals }, rows: lines, more: rows.size - lines.length });
  }
  return made;
}

type CreditQuery = {
  readonly figureId: string;
  readonly set: string;
  readonly only?: { readonly by: string; readonly id: string | null } | null;
};

/**
 * Leads that a credit is for: those with a share of it, for one line or, without one, for all. Null when the figure is no
 * attribution, or there is no such outcome or line.
 */
export function creditedLeads(scope: Scope, { figureId, set, only = null }: CreditQuery): Leads | null {
  const outcome = attributionOutcomes.find(name => name === set);
  const asked = attributionBy.flatMap(by =>
    attributionModels.flatMap(model => (attributionFigure(by, model) === figureId ? [{ by, model }] : [])),
  )[0];
  if (asked === undefined || outcome === undefined) return null;
  const { by, model } = asked;
  const { history } = scope.index;
  const list = { channel: history.channels, campaign: history.campaigns, content: history.contents }[by];
  const place = only === null || only.id === null ? -1 : list.findIndex(({ id }) => id === only.id);
  if (only !== null && (only.by !== by || (only.id !== null && place === -1))) return null;
  const leads = new Set<number>();
  for (const { lead, at } of outcomesIn(scope, outcome)) {
    const touched = touchedBy(scope.index, by, lead, at);
    const path = touched.length === 0 ? [-1] : touched;
    const share = shares(model, path.length);
    if (only === null || path.some((one, i) => one === place && (share[i] ?? 0) > 0)) leads.add(lead);
  }
  return [...leads];
}
