// What a benchmark hands back, and how it takes its times.

/** One measured figure. Limits are aims: null where there is none of that kind. */
export type Figure = {
  readonly name: string;
  /** How many times the baseline: value_ms / base_ms; null where there is no baseline. */
  readonly ratio: number | null;
  readonly value_ms: number;
  /** The baseline in ms: the bare work no program could save. */
  readonly base_ms: number | null;
  readonly limit_ms: number | null;
  /** Greatest ratio aimed at. */
  readonly limit: number | null;
  /** Times measured. */
  readonly n: number;
};

/** A suite lives in test/bench/<name>.bench.ts and exports `run`; figures are printed as they come. */
export type Suite = { readonly run: () => AsyncIterable<Figure> | Iterable<Figure> };

export type Times = { readonly median: number; readonly p95: number; readonly worst: number; readonly n: number };

/** Sorts times (ms) into the usual figures. */
export function timesOf(ms: readonly number[]): Times {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), worst: at(1), n: sorted.length };
}

/** Runs `work` `n` times after `warm` unmeasured runs; each gets its number, so that no two steps are the same. */
export function measure(n: number, work: (step: number) => void, warm = 5): Times {
  for (let step = 0; step < warm; step++) work(step);
  const times: number[] = [];
  for (let step = 0; step < n; step++) {
    const began = performance.now();
    work(warm + step);
    times.push(performance.now() - began);
  }
  return timesOf(times);
}

/** Measures `work` and its baseline in turns, so that whatever else the machine does slows both alike. */
export function measureBeside(n: number, bare: () => void, work: (step: number) => void): { bare: Times; work: Times } {
  for (let step = 0; step < 5; step++) work(step);
  for (let step = 0; step < 20; step++) bare();
  const bareTimes: number[] = [];
  const workTimes: number[] = [];
  for (let step = 0; step < n; step++) {
    const began = performance.now();
    bare();
    const between = performance.now();
    work(5 + step);
    bareTimes.push(between - began);
    workTimes.push(performance.now() - between);
  }
  return { bare: timesOf(bareTimes), work: timesOf(workTimes) };
}

const rounded = (value: number) => Number(value.toPrecision(4));

/** A figure from a time and, where there is one, the time of the bare work. */
export const figure = (
  name: string,
  value: number,
  n: number,
  {
    base = null,
    limit = null,
    limitMs = null,
  }: { base?: number | null; limit?: number | null; limitMs?: number | null },
): Figure => ({
  name,
  ratio: base === null ? null : rounded(value / base),
  value_ms: rounded(value),
  base_ms: base === null ? null : rounded(base),
  limit_ms: limitMs,
  limit,
  n,
});
