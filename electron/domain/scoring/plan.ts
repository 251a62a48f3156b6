// Criteria compiled to flat arrays, so that walking a lead's activities costs a few look-ups each.
import type { BehaviorRule, Criteria } from '../../../shared/criteria.ts';
import { ages, decayTable } from './decay.ts';

/** Type code that stands for points given by hand. Activity types have codes from 1. */
export const adjustmentCode = 0;

/** What a type code is to the criteria, as bits of `flags`. `fades`: a rule of it fades, and `lane` says which. */
export const fades = 1;
/** By hand, or more than one rule: they are gone through one by one, and `gains` holds nothing of them. */
export const apart = 2;
/** Such an activity may make an MQL: it gives points, or a shortcut asks for it. */
export const promotes = 4;
export const inShortcut = 8;

const always = 2 ** 31 - 1;

/** Rules, sorted by type code. */
type Rules = {
  /** Those of code c are from start[c] to start[c + 1]. */
  readonly start: Int32Array;
  readonly points: Int32Array;
  /** How many of the type count: the cap, or 2^31 - 1. */
  readonly cap: Int32Array;
  /** How many can raise a score: the cap, but any number where the latest N fade, since each replaces an older, weaker one. */
  readonly upTo: Int32Array;
  /** Lane of a rule that fades; -1 where points stay. */
  readonly lane: Int32Array;
};

/** What one more activity of a type with a single rule adds, by type code, laid out so that the walk needs no branches. */
type Gains = {
  /** Most it can add to a score: its points, or 0 where negative points fade, or where a cap may have made up for them. */
  readonly gain: Int32Array;
  /** Points that stay; 0 where they fade. */
  readonly hard: Int32Array;
  readonly cap: Int32Array;
  readonly upTo: Int32Array;
  readonly lane: Int32Array;
};

/** Rules that fade, by lane: points left at age d (days) are table[offset + min(d, size)]. */
type Lanes = {
  readonly table: Int32Array;
  readonly offset: Int32Array;
  readonly size: Int32Array;
  readonly code: Int32Array;
  /** Of a type, the latest so many count, of the first so many. */
  readonly latest: Int32Array;
  readonly first: Int32Array;
};

/** Caps on points for activities. */
export type CompiledCaps = {
  /** Place of its cap by type code; -1: none. */
  readonly capOf: Int32Array;
  /** Most points by place. */
  readonly points: Int32Array;
  /** Most points for all activities, after the caps. */
  readonly total: number;
};

type CompiledShortcut = { readonly codes: Int32Array; readonly times: Int32Array; readonly index: number };

export type ScoringPlan = {
  readonly threshold: number;
  readonly codeCount: number;
  /** Most rules any one type has; at least 1. */
  readonly widest: number;
  /** Bits by type code. */
  readonly flags: Uint8Array;
  readonly rules: Rules;
  readonly gains: Gains;
  readonly lanes: Lanes;
  readonly shortcuts: readonly CompiledShortcut[];
  /** Null: there are none, and nothing is spent on them. */
  readonly caps: CompiledCaps | null;
};

type CodedRule = BehaviorRule & { readonly code: number };

const capOf = ({ count }: BehaviorRule): number =>
  count.how === 'every' ? always : count.how === 'first' ? 1 : count.times;

const tables = new Map<string, Int32Array>();

/** Decay tables are kept between compilations: while one slider is dragged all others stay. */
function tableFor(rule: CodedRule): Int32Array {
  const key = `${rule.points}/${rule.halfLifeDays}/${rule.withinDays ?? null}`;
  const kept = tables.get(key);
  if (kept) return kept;
  if (tables.size >= 500) tables.clear();
  const made = decayTable(rule);
  tables.set(key, made);
  return made;
}

function compileLanes(fading: readonly CodedRule[]): Lanes {
  const made = fading.map(tableFor);
  const offset = new Int32Array(fading.length);
  let end = 0;
  made.forEach((table, lane) => {
    offset[lane] = end;
    end += table.length + 1;
  });
  const table = new Int32Array(end);
  made.forEach((one, lane) => {
    table.set(one, offset[lane]);
  });
  return {
    table,
    offset,
    size: Int32Array.from(made, one => one.length),
    code: Int32Array.from(fading, rule => rule.code),
    latest: Int32Array.from(fading, rule => (rule.count.how === 'first' ? always : capOf(rule))),
    first: Int32Array.from(fading, rule => (rule.count.how === 'first' ? 1 : always)),
  };
}

function compileRules(coded: readonly CodedRule[], codeCount: number): Rules {
  const start = new Int32Array(codeCount + 1);
  for (const { code } of coded) start[code + 1] = (start[code + 1] as number) + 1;
  for (let code = 0; code < codeCount; code++) start[code + 1] = (start[code + 1] as number) + (start[code] as number);
  let lanes = 0;
  return {
    start,
    points: Int32Array.from(coded, rule => rule.points),
    cap: Int32Array.from(coded, capOf),
    upTo: Int32Array.from(coded, rule => (ages(rule) && rule.count.how === 'at-most' ? always : capOf(rule))),
    lane: Int32Array.from(coded, rule => (ages(rule) ? lanes++ : -1)),
  };
}

function compileGains(rules: Rules, codeCount: number, capped: boolean): Gains {
  const column = () => new Int32Array(codeCount);
  const gains = { gain: column(), hard: column(), cap: column(), upTo: column(), lane: column() };
  for (let code = 0; code < codeCount; code++) {
    const rule = rules.start[code] as number;
    if (rules.start[code + 1] !== rule + 1) continue;
    const points = rules.points[rule] as number;
    const lane = rules.lane[rule] as number;
    gains.gain[code] = lane < 0 && !capped ? points : Math.max(0, points);
    gains.hard[code] = lane < 0 ? points : 0;
    gains.cap[code] = rules.cap[rule] as number;
    gains.upTo[code] = rules.upTo[rule] as number;
    gains.lane[code] = Math.max(0, lane);
  }
  return gains;
}

type CodeOf = (typeId: string) => number | undefined;

function compileShortcuts(criteria: Criteria, codeOf: CodeOf): CompiledShortcut[] {
  return criteria.shortcuts.flatMap((shortcut, index) => {
    const codes = shortcut.counts.map(count => codeOf(count.typeId));
    const times = Int32Array.from(shortcut.counts, count => count.times);
    // A type that never happened cannot have happened often enough.
    return codes.includes(undefined) ? [] : [{ codes: Int32Array.from(codes as number[]), times, index }];
  });
}

function compileCaps({ caps = [], engagementCap = null }: Criteria, codeOf: CodeOf, codeCount: number) {
  if (caps.length === 0 && engagementCap === null) return null;
  const capOf = new Int32Array(codeCount).fill(-1);
  for (const [place, { typeIds }] of caps.entries()) {
    for (const typeId of typeIds) {
      const code = codeOf(typeId);
      if (code !== undefined && capOf[code] === -1) capOf[code] = place;
    }
  }
  return { capOf, points: Int32Array.from(caps, cap => cap.points), total: engagementCap ?? always };
}

function compileFlags(criteria: Criteria, coded: readonly CodedRule[], codeOf: CodeOf, codeCount: number): Uint8Array {
  const flags = new Uint8Array(codeCount);
  flags[adjustmentCode] = apart;
  const rulesOf = new Int32Array(codeCount);
  for (const rule of coded) {
    const { code, points } = rule;
    rulesOf[code] = (rulesOf[code] as number) + 1;
    const more = (rulesOf[code] as number) > 1 ? apart : 0;
    flags[code] = (flags[code] as number) | (points > 0 ? promotes : 0) | (ages(rule) ? fades : 0) | more;
  }
  // With more than one rule, which of them fade is found out rule by rule.
  for (let code = 0; code < codeCount; code++)
    if ((rulesOf[code] as number) > 1) flags[code] = (flags[code] as number) & ~fades;
  for (const { typeId } of criteria.shortcuts.flatMap(shortcut => shortcut.counts)) {
    const code = codeOf(typeId);
    if (code !== undefined) flags[code] = (flags[code] as number) | inShortcut | promotes;
  }
  return flags;
}

/**
 * Compiles `criteria` for activities whose types are numbered by `codeOf` (1 to codeCount - 1; undefined: no such activity).
 */
export function compile(criteria: Criteria, codeOf: CodeOf, codeCount: number): ScoringPlan {
  const coded = criteria.behavior
    .flatMap((rule): CodedRule[] => {
      const code = codeOf(rule.typeId);
      return code === undefined || rule.points === 0 ? [] : [{ ...rule, code }];
    })
    .sort((a, b) => a.code - b.code);
  const rules = compileRules(coded, codeCount);
  const caps = compileCaps(criteria, codeOf, codeCount);
  return {
    threshold: criteria.threshold,
    codeCount,
    widest: rules.start.reduce((most, from, code) => Math.max(most, (rules.start[code + 1] ?? from) - from), 1),
    flags: compileFlags(criteria, coded, codeOf, codeCount),
    rules,
    gains: compileGains(rules, codeCount, caps !== null),
    lanes: compileLanes(coded.filter(ages)),
    shortcuts: compileShortcuts(criteria, codeOf),
    caps,
  };
}
