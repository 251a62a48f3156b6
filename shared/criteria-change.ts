// One thing changed in the draft of the criteria: "20 points for this rule", "without that one". Never the whole of it.
import type { BehaviorRule, Cap, Criteria, Disqualifier, FitRule, Persona, Shortcut } from './criteria.ts';

type Rules = {
  readonly behavior: BehaviorRule;
  readonly fit: FitRule;
  readonly disqualifiers: Disqualifier;
  readonly shortcuts: Shortcut;
  readonly caps: Cap;
  readonly personas: Persona;
};
export type RuleList = keyof Rules;
type Times = Shortcut['counts'][number];

/** A rule that is not there is added when it is whole; null takes one out. */
type RuleChange = {
  readonly [L in RuleList]: {
    readonly part: L;
    readonly id: string;
    readonly rule: Partial<Omit<Rules[L], 'id'>> | null;
  };
}[RuleList];

export type CriteriaChange =
  | RuleChange
  | { readonly part: 'limits'; readonly limits: Partial<Pick<Criteria, 'threshold' | 'minimumFit' | 'engagementCap'>> }
  /** One activity of a shortcut: another one or another number in its place; new ones come last; null takes it out. */
  | { readonly part: 'times'; readonly id: string; readonly typeId: string; readonly times: Times | null };

/** What each rule holds beside its id. */
const ruleFields: { readonly [L in RuleList]: readonly (keyof Omit<Rules[L], 'id'>)[] } = {
  behavior: ['typeId', 'points', 'count', 'halfLifeDays', 'withinDays'],
  fit: ['field', 'test', 'points'],
  disqualifiers: ['field', 'test', 'why'],
  shortcuts: ['label', 'counts'],
  caps: ['label', 'typeIds', 'points'],
  personas: ['label', 'fit'],
};
/** Fields a whole rule may be without. */
const optionalFields: readonly string[] = ['withinDays'];
const ruleLists = Object.keys(ruleFields) as readonly RuleList[];

type AnyRule = { readonly id: string } & Readonly<Record<string, unknown>>;
const rulesOf = (criteria: Criteria, list: RuleList) => (criteria[list] ?? []) as unknown as readonly AnyRule[];
/** What is not there is null. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The rules after the changes. `missing` is called where a change is about a rule that is not there; the others still count. */
export function changedCriteria(
  criteria: Criteria,
  changes: readonly CriteriaChange[],
  missing: () => void = () => {},
): Criteria {
  let now = criteria;
  for (const change of changes) {
    if (change.part === 'limits') now = { ...now, ...change.limits };
    else if (change.part === 'times') now = changedTimes(now, change, missing);
    else now = changedRule(now, change, missing);
  }
  return now;
}

function changedRule(criteria: Criteria, { part, id, rule }: RuleChange, missing: () => void): Criteria {
  const rules = rulesOf(criteria, part);
  if (rule === null) return { ...criteria, [part]: rules.filter(one => one.id !== id) };
  if (rules.some(one => one.id === id))
    return { ...criteria, [part]: rules.map(one => (one.id === id ? { ...one, ...rule } : one)) };
  if (ruleFields[part].every(field => field in rule || optionalFields.includes(field)))
    return { ...criteria, [part]: [...rules, { id, ...rule }] };
  missing();
  return criteria;
}

function changedTimes(
  criteria: Criteria,
  { id, typeId, times }: Extract<CriteriaChange, { readonly part: 'times' }>,
  missing: () => void,
): Criteria {
  if (!criteria.shortcuts.some(one => one.id === id)) missing();
  const counted = (counts: Shortcut['counts']): Shortcut['counts'] => {
    if (times === null) return counts.filter(one => one.typeId !== typeId);
    // Made twice, it finds the other activity in its place already.
    const place = [typeId, times.typeId].find(type => counts.some(one => one.typeId === type));
    if (place === undefined) return [...counts, times];
    return counts.flatMap(one => (one.typeId === place ? [times] : one.typeId === times.typeId ? [] : [one]));
  };
  return {
    ...criteria,
    shortcuts: criteria.shortcuts.map(one => (one.id === id ? { ...one, counts: counted(one.counts) } : one)),
  };
}

/** What makes `to` of `from`. The order of rules is not looked at: new ones come last. */
export function criteriaChanges(from: Criteria, to: Criteria): CriteriaChange[] {
  const limits = differences(from, to, ['threshold', 'minimumFit', 'engagementCap']);
  return [
    ...ruleLists.flatMap(list => ruleChanges(from, to, list)),
    ...(limits === null ? [] : [{ part: 'limits', limits } as const]),
  ];
}

function ruleChanges(from: Criteria, to: Criteria, part: RuleList): CriteriaChange[] {
  const before = new Map(rulesOf(from, part).map(rule => [rule.id, rule]));
  const after = new Set(rulesOf(to, part).map(({ id }) => id));
  const gone = [...before.keys()].filter(id => !after.has(id)).map(id => ({ part, id, rule: null }));
  const changed = rulesOf(to, part).flatMap((rule): unknown[] => {
    const { id, ...whole } = rule;
    const old = before.get(id);
    if (!old) return [{ part, id, rule: whole }];
    const fields = (ruleFields[part] as readonly string[]).filter(field => field !== 'counts');
    const change = differences(old, rule, fields);
    const times = part === 'shortcuts' ? timesChanges(old as unknown as Shortcut, rule as unknown as Shortcut) : [];
    return [...(change === null ? [] : [{ part, id, rule: change }]), ...times];
  });
  return [...gone, ...changed] as unknown as CriteriaChange[];
}

function timesChanges({ id, counts: from }: Shortcut, { counts: to }: Shortcut): CriteriaChange[] {
  const has = (counts: Shortcut['counts'], typeId: string) => counts.some(one => one.typeId === typeId);
  const gone = from.filter(one => !has(to, one.typeId));
  const fresh = to.filter(one => !has(from, one.typeId));
  const kept = to.filter(one => has(from, one.typeId) && !from.some(other => same(one, other)));
  const change = (typeId: string, times: Times | null) => ({ part: 'times', id, typeId, times }) as const;
  return [
    // Another activity in the place of one.
    ...gone.map(({ typeId }, index) => change(typeId, fresh[index] ?? null)),
    ...fresh.slice(gone.length).map(times => change(times.typeId, times)),
    ...kept.map(times => change(times.typeId, times)),
  ];
}

/** The fields in which `to` differs, as they are there; null: in none. */
function differences<T extends object>(from: T, to: T, fields: readonly (string & keyof T)[]): Partial<T> | null {
  const other = fields.filter(field => !same(from[field], to[field]));
  return other.length === 0 ? null : (Object.fromEntries(other.map(field => [field, to[field] ?? null])) as Partial<T>);
}
