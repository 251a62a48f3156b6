// The seed of what a test does at random: printed by every red run, and set by RIPEN_SEED=<seed> to see the same again.

/** The seed of this process. */
export const seed = Number(process.env.RIPEN_SEED ?? Math.floor(Math.random() * 2 ** 31));
