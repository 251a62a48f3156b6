// How often a test repeats itself: briefly in CI, thoroughly with `npm run test:long`.

/** `ci` runs as a rule, `long` under `npm run test:long`. */
export const times = (ci: number, long: number): number => (import.meta.env.MODE === 'long' ? long : ci);
