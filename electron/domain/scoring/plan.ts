// Criteria compiled to flat arrays, so that walking a lead's activities costs a few look-ups each.
import type { Criteria } from '../../../shared/criteria.ts';
import { decayTable } from './decay.ts';

/** Type code that stands for points given by hand. Activity types have codes from 1. */
export const handCode = 0;

const always = 2 ** 31 - 1;

type CompiledShortcut = { readonly codes: Int32Array; readonly times: Int32Array; readonly index: number };

export type Plan = {
  readonly threshold: number;
  /** Rules of type code c are those from ruleStart[c] to ruleStart[c + 1]. */
  readonly ruleStart: Int32Array;
  readonly points: Int32Array;
  /** How many of the type count: the cap, or 2^31 - 1. */
  readonly cap: Int32Array;
  /** 1 where only the first ever counts (with a half-life the latest of a cap is not the first). */
  readonly firstOnly: Uint8Array;
  /** What is left at each age in days; null where points stay. */
  readonly tables: readonly (Int32Array | null)[];
  /** 1 where points fade. */
  readonly fades: Uint8Array;
  /** Numbers of the rules that fade, and their type codes. */
  readonly fading: readonly { readonly rule: number; readonly code: number }[];
  /** Per type code: 1 where times must be remembered because a rule of it fades. */
  readonly remember: Uint8Array;
  /** Per type code: 1 where such an activity may make an MQL: it gives points, or a shortcut asks for it. */
  readonly promoting: Uint8Array;
  /** Per type code: 1 where a shortcut asks for it. */
  readonly inShortcut: Uint8Array;
  readonly shortcuts: readonly CompiledShortcut[];
  readonly codeCount: number;
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
  for (const rule of rules) ruleStart[rule.code + 1] = (ruleStart[rule.code + 1] ?? 0) + 1;
  for (let code = 0; code < codeCount; code++)
    ruleStart[code + 1] = (ruleStart[code + 1] ?? 0) + (ruleStart[code] ?? 0);

  const shortcuts = criteria.shortcuts.flatMap((shortcut, index): CompiledShortcut[] => {
    const codes = shortcut.counts.map(count => codeOf(count.typeId));
    if (codes.includes(undefined)) return [];
    const times = shortcut.counts.map(count => count.times);
    return [{ codes: Int32Array.from(codes as number[]), times: Int32Array.from(times), index }];
  });
  const inShortcut = new Uint8Array(codeCount);
  for (const shortcut of shortcuts) for (const code of shortcut.codes) inShortcut[code] = 1;
  const promoting = inShortcut.slice();
  const remember = new Uint8Array(codeCount);
  for (const rule of rules) {
    if (rule.points > 0) promoting[rule.code] = 1;
    if (rule.halfLifeDays !== null) remember[rule.code] = 1;
  }
  return {
    threshold: criteria.threshold,
    ruleStart,
    points: Int32Array.from(rules, rule => rule.points),
    cap: Int32Array.from(rules, ({ count }) =>
      count.how === 'every' ? always : count.how === 'first' ? 1 : count.times,
    ),
    firstOnly: Uint8Array.from(rules, rule => (rule.count.how === 'first' ? 1 : 0)),
    tables: rules.map(rule => (rule.halfLifeDays === null ? null : tableFor(rule.points, rule.halfLifeDays))),
    fades: Uint8Array.from(rules, rule => (rule.halfLifeDays === null ? 0 : 1)),
    fading: rules.flatMap((rule, index) => (rule.halfLifeDays === null ? [] : [{ rule: index, code: rule.code }])),
    remember,
    promoting,
    inShortcut,
    shortcuts,
    codeCount,
  };
}
