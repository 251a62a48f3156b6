// Criteria compiled to flat arrays, so that walking a lead's activities costs a few look-ups each.
import type { Criteria } from '../../../shared/criteria.ts';
import { decayTable } from './decay.ts';

/** Type code that stands for points given by hand. Activity types have codes from 1. */
export const handCode = 0;

/** What a type code is to the criteria, as bits of `flags`. */
/** A rule of it fades. */
export const fades = 1;
/** More than one rule: they are gone through one by one, and `first` holds nothing of them. */
export const moreRules = 2;
/** Such an activity may make an MQL: it gives points, or a shortcut asks for it. */
export const promotes = 4;
export const inShortcut = 8;

const always = 2 ** 31 - 1;

/**
 * What one more activity adds, by type code, laid out so that the walk needs no branches. Adding `gain` and `hard` while fewer than
 * `upTo` were seen keeps a bound and the exact sum of what does not fade.
 */
type Gains = { readonly gain: Int32Array; readonly hard: Int32Array; readonly upTo: Int32Array };

type CompiledShortcut = { readonly codes: Int32Array; readonly times: Int32Array; readonly index: number };

export type Plan = {
  readonly threshold: number;
  readonly codeCount: number;
  /** Bits by type code. */
  readonly flags: Uint8Array;
  readonly gains: Gains;
  /** By type code: the most one activity can give, and how many can. */
  readonly best: Int32Array;
  readonly bestCap: Int32Array;
  /** Rules of type code c are those from ruleStart[c] to ruleStart[c + 1]. */
  readonly ruleStart: Int32Array;
  readonly points: Int32Array;
  /** How many of the type count: the cap, or 2^31 - 1. */
  readonly cap: Int32Array;
  /** 1 where only the first ever counts (with a half-life the latest of a cap is not the first). */
  readonly firstOnly: Uint8Array;
  /** What is left at each age in days; null where points stay. */
  readonly tables: readonly (Int32Array | null)[];
  readonly shortcuts: readonly CompiledShortcut[];
};

const tables = new Map<string, Int32Array>();

/** Decay tables are kept between compilations: while one slider is dragged all others stay. */
function tableFor(points: number, halfLifeDays: number): Int32Array {
  const key = `${points}/${halfLifeDays}`;
  const kept = tables.get(key);
  if (kept) return kept;
  if (tables.size >= 500) tables.clear();
  const made = decayTable(points, halfLifeDays);
  tables.set(key, made);
  return made;
}

function compileShortcuts(criteria: Criteria, codeOf: (typeId: string) => number | undefined): CompiledShortcut[] {
  return criteria.shortcuts.flatMap((shortcut, index) => {
    const codes = shortcut.counts.map(count => codeOf(count.typeId));
    const times = Int32Array.from(shortcut.counts, count => count.times);
    // A type that never happened cannot have happened often enough.
    return codes.includes(undefined) ? [] : [{ codes: Int32Array.from(codes as number[]), times, index }];
  });
}

function compileGains(plan: Omit<Plan, 'gains' | 'best' | 'bestCap'>): Pick<Plan, 'gains' | 'best' | 'bestCap'> {
  const column = () => new Int32Array(plan.codeCount);
  const gains = { gain: column(), hard: column(), upTo: column() };
  const best = column();
  const bestCap = column();
  for (let code = 0; code < plan.codeCount; code++) {
    const rule = plan.ruleStart[code] as number;
    if (plan.ruleStart[code + 1] !== rule + 1) continue;
    const points = plan.points[rule] as number;
    const stays = plan.tables[rule] === null;
    gains.gain[code] = stays ? points : Math.max(0, points);
    gains.hard[code] = stays ? points : 0;
    // The latest N that fade may replace older, weaker ones: every one may add to the score.
    gains.upTo[code] = stays || plan.firstOnly[rule] === 1 ? (plan.cap[rule] as number) : always;
    best[code] = Math.max(0, points);
    bestCap[code] = plan.cap[rule] as number;
  }
  return { gains, best, bestCap };
}

/**
 * Compiles `criteria` for activities whose types are numbered by `codeOf` (1 to codeCount - 1; undefined: no such activity).
 */
export function compile(criteria: Criteria, codeOf: (typeId: string) => number | undefined, codeCount: number): Plan {
  const rules = criteria.behaviour
    .flatMap(rule => {
      const code = codeOf(rule.typeId);
      return code === undefined || rule.points === 0 ? [] : [{ ...rule, code }];
    })
    .sort((a, b) => a.code - b.code);
  const ruleStart = new Int32Array(codeCount + 1);
  const flags = new Uint8Array(codeCount);
  const flag = (code: number, bits: number) => {
    flags[code] = (flags[code] as number) | bits;
  };
  for (const { code, points, halfLifeDays } of rules) {
    ruleStart[code + 1] = (ruleStart[code + 1] as number) + 1;
    flag(code, (points > 0 ? promotes : 0) | (halfLifeDays === null ? 0 : fades));
  }
  for (let code = 0; code < codeCount; code++) {
    const count = ruleStart[code + 1] as number;
    if (count > 1) flag(code, moreRules);
    ruleStart[code + 1] = count + (ruleStart[code] as number);
  }
  for (const { typeId } of criteria.shortcuts.flatMap(shortcut => shortcut.counts)) {
    const code = codeOf(typeId);
    if (code !== undefined) flag(code, inShortcut | promotes);
  }
  const plan = {
    threshold: criteria.threshold,
    codeCount,
    flags,
    ruleStart,
    points: Int32Array.from(rules, rule => rule.points),
    cap: Int32Array.from(rules, ({ count }) =>
      count.how === 'every' ? always : count.how === 'first' ? 1 : count.times,
    ),
    firstOnly: Uint8Array.from(rules, rule => (rule.count.how === 'first' ? 1 : 0)),
    tables: rules.map(rule => (rule.halfLifeDays === null ? null : tableFor(rule.points, rule.halfLifeDays))),
    shortcuts: compileShortcuts(criteria, codeOf),
  };
  return { ...plan, ...compileGains(plan) };
}
