// Random numbers of a plan: from a seed alone, so that the same records and the same question give the same answer.

export type Draws = {
  /** In [0, 1). */
  readonly uniform: () => number;
  readonly normal: () => number;
  /** Gamma of this shape with mean `shape` (rate 1). */
  readonly gamma: (shape: number) => number;
  readonly beta: (a: number, b: number) => number;
};

/** mulberry32 for the uniforms, the polar method for normals, Marsaglia and Tsang (ACM TOMS 26, 2000) for gammas. */
export function drawsFrom(seed: number): Draws {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  let spare = Number.NaN;
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const value = spare;
      spare = Number.NaN;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const r = x * x + y * y;
      if (r >= 1 || r === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(r)) / r);
      spare = y * scale;
      return x * scale;
    }
  };
  const gamma = (shape: number): number => {
    if (shape <= 0) return 0;
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      const v = root * root * root;
      if (v <= 0) continue;
      const u = uniform();
      if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
    }
  };
  const beta = (a: number, b: number): number => {
    const x = gamma(a);
    const y = gamma(b);
    return x + y === 0 ? 0 : x / (x + y);
  };
  return { uniform, normal, gamma, beta };
}

/** The normal quantile of `u`, by Acklam's rational approximation (relative error below 1.2e-9). */
export function normalQuantile(u: number): number {
  if (u <= 0) return -8;
  if (u >= 1) return 8;
  const tail = (q: number) =>
    (((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
  if (u < 0.02425) return tail(Math.sqrt(-2 * Math.log(u)));
  if (u > 1 - 0.02425) return -tail(Math.sqrt(-2 * Math.log(1 - u)));
  const q = u - 0.5;
  const r = q * q;
  return (
    ((((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r + 1.38357751867269e2) * r -
      3.066479806614716e1) *
      r +
      2.506628277459239) *
      q) /
    (((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r + 6.680131188771972e1) * r -
      1.328068155288572e1) *
      r +
      1)
  );
}

const exactMean = 60;

/** The Poisson count of a mean at the quantile `u`; never falls when the mean grows. Beyond 60 by Cornish and Fisher's expansion. */
export function poissonQuantile(mean: number, u: number): number {
  if (mean <= 0) return 0;
  if (mean > exactMean) {
    const z = normalQuantile(u);
    return Math.max(0, Math.floor(mean + z * Math.sqrt(mean) + (z * z - 1) / 6 + 0.5));
  }
  let term = Math.exp(-mean);
  let sum = term;
  let count = 0;
  while (u > sum && count < 1000) {
    count++;
    term *= mean / count;
    sum += term;
  }
  return count;
}

const exactVariance = 40;

/** The binomial count of n at the quantile `u`; never falls when p grows. */
export function binomialQuantile(n: number, p: number, u: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (n === 1) return u >= 1 - p ? 1 : 0;
  const q = 1 - p;
  if (n * p * q > exactVariance) {
    const z = normalQuantile(u);
    return Math.min(n, Math.max(0, Math.floor(n * p + z * Math.sqrt(n * p * q) + ((z * z - 1) * (q - p)) / 6 + 0.5)));
  }
  if (p > 0.5) return n - binomialQuantile(n, q, 1 - u);
  let term = q ** n;
  let sum = term;
  let count = 0;
  while (u > sum && count < n) {
    count++;
    term *= ((n - count + 1) / count) * (p / q);
    sum += term;
  }
  return count;
}

/** Running sums of one distribution, as far as a quantile has asked for them. */
const sums = new Float64Array(1001);

/** The first place of the sums that is not below `u`, of those from 0 to `last`. */
function placeOf(u: number, last: number): number {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < u) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `poissonQuantile` at each of `us` from one place up to another: the sums are added up once for all. */
export function poissonQuantiles(mean: number, us: Float64Array, from: number, to: number, out: Float64Array): void {
  if (mean <= 0 || mean > exactMean) {
    for (let i = from; i < to; i++) out[i] = poissonQuantile(mean, us[i] ?? 0);
    return;
  }
  let term = Math.exp(-mean);
  let last = 0;
  sums[0] = term;
  for (let i = from; i < to; i++) {
    const u = us[i] ?? 0;
    while (u > (sums[last] ?? 1) && last < 1000) {
      const sum = sums[last] ?? 0;
      last++;
      term *= mean / last;
      sums[last] = sum + term;
    }
    out[i] = placeOf(u, last);
  }
}

/** `binomialQuantile` at each of `us`: the sums are added up once for all. */
export function binomialQuantiles(n: number, p: number, us: Float64Array, out: Float64Array): void {
  const isExact = n > 1 && p > 0 && p < 1 && n * p * (1 - p) <= exactVariance;
  if (!isExact) {
    for (let i = 0; i < us.length; i++) out[i] = binomialQuantile(n, p, us[i] ?? 0);
    return;
  }
  const turned = p > 0.5;
  const [chance, other] = turned ? [1 - p, 1 - (1 - p)] : [p, 1 - p];
  const odds = chance / other;
  const most = Math.min(n, 1000);
  let term = other ** n;
  let last = 0;
  sums[0] = term;
  for (let i = 0; i < us.length; i++) {
    const u = turned ? 1 - (us[i] ?? 0) : (us[i] ?? 0);
    while (u > (sums[last] ?? 1) && last < most) {
      const sum = sums[last] ?? 0;
      last++;
      term *= ((n - last + 1) / last) * odds;
      sums[last] = sum + term;
    }
    const count = placeOf(u, last);
    out[i] = turned ? n - count : count;
  }
}
