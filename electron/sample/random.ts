// A seeded source of chance, so that the sample is the same on every machine.

export type Random = {
  /** 0 up to, not including, 1. */
  readonly next: () => number;
  /** Whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  /** From `from` up to `to`; with `lean` above 1 more of them lie near `from`. */
  readonly between: (from: number, to: number, lean?: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(values: readonly T[]) => T;
  /** One of the keys, each as often as its weight says. */
  readonly weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => K;
  readonly shuffle: <T>(values: readonly T[]) => T[];
  readonly bytes: (count: number) => Uint8Array;
};

/** mulberry32 over a scrambled seed, so that neighboring seeds do not look alike. */
export function seeded(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new RangeError('There is nothing to pick from.');
    return value;
  };
  return {
    next,
    whole,
    between: (from, to, lean = 1) => from + (to - from) * next() ** lean,
    chance: share => next() < share,
    pick,
    weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return found ? found[0] : pick(entries)[0];
    },
    shuffle: values => {
      const mixed = [...values];
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = whole(0, i);
        const [a, b] = [mixed[i], mixed[j]];
        if (a !== undefined && b !== undefined) [mixed[i], mixed[j]] = [b, a];
      }
      return mixed;
    },
    bytes: count => Uint8Array.from({ length: count }, () => whole(0, 255)),
  };
}
