// The slow, obvious scorer that the product's is compared with. It shares no code with it: only the words of docs/scoring.md.
import type { Criteria, FitTest } from '../../../shared/criteria.ts';

export type ReferenceLead = {
  readonly attributes: Readonly<Record<string, string | number | null>>;
  readonly activities: readonly { readonly id: string; readonly typeId: string; readonly at: number }[];
  readonly hand: readonly { readonly id: string; readonly at: number; readonly points: number }[];
  readonly mqlExclusion: string | null;
};

const simple = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/\s+/)
    .filter(word => word !== '')
    .join(' ');

const holds = (text: string, part: string) =>
  /^[\p{L}\p{N}]{1,3}$/u.test(part) ? text.split(/[^\p{L}\p{N}]+/u).includes(part) : text.split(part).length > 1;

/** The countries of the crowd, each in all the ways it is written there. */
const writings = [
  ['germany', 'de'],
  ['austria', 'osterreich'],
  ['france', 'fr'],
  ['italy', 'it'],
  ['norway', 'no'],
];
const nation = (text: string) => writings.find(ways => ways.includes(simple(text)))?.[0];
const oneNation = (one: string, other: string) => nation(one) !== undefined && nation(one) === nation(other);

export function attributePasses(test: FitTest, value: string | number | null | undefined, field: string): boolean {
  if (value === null || value === undefined || value === 'unknown') return false;
  if (test.test === 'is-known') return true;
  if (field === 'country' && (test.test === 'is-one-of' || test.test === 'contains')) {
    if (test.values.some(wanted => oneNation(wanted, String(value)))) return true;
  }
  if (field === 'country' && test.test === 'is' && oneNation(test.value, String(value))) return true;
  if (test.test === 'is') return simple(String(value)) === simple(test.value);
  if (test.test === 'is-one-of') return test.values.some(wanted => simple(wanted) === simple(String(value)));
  if (test.test === 'contains') return test.values.some(part => holds(simple(String(value)), simple(part)));
  if (typeof value !== 'number') return false;
  if (test.test === 'between') return test.from <= value && value <= test.to;
  return value >= test.value;
}

export const fitOf = (criteria: Criteria, anyLead: ReferenceLead): number => {
  let fit = 0;
  for (const rule of criteria.fit)
    if (attributePasses(rule.test, anyLead.attributes[rule.field], rule.field)) fit = fit + rule.points;
  let best: number | null = null;
  for (const persona of criteria.personas ?? []) {
    let points = 0;
    for (const rule of persona.fit)
      if (attributePasses(rule.test, anyLead.attributes[rule.field], rule.field)) points = points + rule.points;
    if (best === null || points > best) best = points;
  }
  return fit + (best ?? 0);
};

/** Nearest whole number, halves away from zero. */
function nearest(value: number): number {
  const size = Math.floor(Math.abs(value) + 0.5);
  return size === 0 ? 0 : value < 0 ? -size : size;
}

export function engagementOf(criteria: Criteria, anyLead: ReferenceLead, now: number): number {
  const sums = new Map<string, number>();
  for (const rule of criteria.behavior) {
    let times = anyLead.activities
      .filter(activity => activity.typeId === rule.typeId && activity.at <= now)
      .map(a => a.at);
    times.sort((a, b) => a - b);
    if (rule.count.how === 'first') times = times.slice(0, 1);
    if (rule.count.how === 'at-most') times = times.reverse().slice(0, rule.count.times);
    for (const at of times) {
      let days = 0;
      for (let left = now - at; left >= 86_400_000; left -= 86_400_000) days++;
      if (rule.withinDays != null && days >= rule.withinDays) continue;
      const worth = rule.halfLifeDays === null ? rule.points : nearest(rule.points * 0.5 ** (days / rule.halfLifeDays));
      const group = (criteria.caps ?? []).find(cap => cap.typeIds.includes(rule.typeId))?.id ?? '';
      sums.set(group, (sums.get(group) ?? 0) + worth);
    }
  }
  let points = 0;
  for (const [group, sum] of sums) {
    const cap = (criteria.caps ?? []).find(({ id }) => id === group);
    points += cap && sum > cap.points ? cap.points : sum;
  }
  if (criteria.engagementCap != null && points > criteria.engagementCap) points = criteria.engagementCap;
  for (const given of anyLead.hand) if (given.at <= now) points += given.points;
  return points;
}

export const isBlocked = (criteria: Criteria, anyLead: ReferenceLead): boolean =>
  anyLead.mqlExclusion !== null ||
  criteria.disqualifiers.some(rule => attributePasses(rule.test, anyLead.attributes[rule.field], rule.field));

/** -1: by the threshold; 0 and up: by that shortcut; null: not met at `now`. */
export function metBy(criteria: Criteria, anyLead: ReferenceLead, now: number): number | null {
  if (isBlocked(criteria, anyLead) || fitOf(criteria, anyLead) < criteria.minimumFit) return null;
  if (fitOf(criteria, anyLead) + engagementOf(criteria, anyLead, now) >= criteria.threshold) return -1;
  const had = (typeId: string) => anyLead.activities.filter(a => a.typeId === typeId && a.at <= now).length;
  const met = criteria.shortcuts.findIndex(shortcut => shortcut.counts.every(c => had(c.typeId) >= c.times));
  return met === -1 ? null : met;
}

/** Instants at which a promotion is looked for, in order. */
export function instantsOf(criteria: Criteria, anyLead: ReferenceLead): readonly number[] {
  const counts = (typeId: string) =>
    criteria.behavior.some(rule => rule.typeId === typeId && rule.points > 0) ||
    criteria.shortcuts.some(shortcut => shortcut.counts.some(count => count.typeId === typeId));
  const instants = [
    ...anyLead.activities.filter(activity => counts(activity.typeId)),
    ...anyLead.hand.filter(given => given.points > 0),
  ].map(thing => thing.at);
  return [...new Set(instants)].sort((a, b) => a - b);
}

export function firstMet(
  criteria: Criteria,
  anyLead: ReferenceLead,
  from: number,
  until: number,
): { readonly at: number; readonly by: number } | null {
  for (const at of instantsOf(criteria, anyLead)) {
    if (at < from || at > until) continue;
    const by = metBy(criteria, anyLead, at);
    if (by !== null) return { at, by };
  }
  return null;
}
